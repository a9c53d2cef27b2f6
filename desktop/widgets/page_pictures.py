"""Pictures of the pages in sight, drawn beside the window, and only of those."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.tasks import Progress, Tasks
from desktop.widgets.pdf_file import PdfFile, page_picture


class PagePictures(QObject):
    """Keeps the pictures of the pages that are wanted, and has those that are missing drawn.

    After a new PDF the former picture of a page stands in until its own is there, so that nothing flickers.
    """

    arrived = Signal(int)
    failed = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        parent: QObject | None = None,
        draw: Callable[[PdfFile, int, int], QImage] = page_picture,
    ) -> None:
        """Nothing is drawn before ``want``; ``draw`` makes the picture of a page, on a thread beside."""
        super().__init__(parent)
        self._tasks, self._drawn_by = tasks, draw
        self._pdf: PdfFile | None = None
        self._pictures: dict[int, QImage] = {}
        self._fresh: dict[int, int] = {}
        self._under_way: dict[int, tuple[int, Progress]] = {}

    def show_pdf(self, pdf: PdfFile | None) -> None:
        """Takes another PDF; pages of the same size keep their picture until the new one is drawn."""
        self.stop()
        before, self._pdf = self._pdf, pdf
        self._fresh.clear()
        if before is None or pdf is None:
            self._pictures.clear()
            return
        for page in list(self._pictures):
            if page >= len(pdf.sizes) or pdf.sizes[page] != before.sizes[page]:
                del self._pictures[page]

    def picture(self, page: int) -> QImage | None:
        """The best picture of a page there is, perhaps of another size than wanted."""
        return self._pictures.get(page)

    def want(self, widths: Mapping[int, int]) -> None:
        """Has these pages drawn at these widths (pixels), in this order; all others are let go."""
        if self._pdf is None:
            return
        for page in list(self._pictures):
            if page not in widths:
                del self._pictures[page]
                self._fresh.pop(page, None)
        for page, (width, progress) in list(self._under_way.items()):
            if widths.get(page) != width:
                progress.cancel()
                del self._under_way[page]
        for page, width in widths.items():
            if self._fresh.get(page) != width and page not in self._under_way:
                self._draw(self._pdf, page, width)

    def stop(self) -> None:
        """Gives up what is being drawn."""
        for _, progress in self._under_way.values():
            progress.cancel()
        self._under_way.clear()

    @property
    def complete(self) -> bool:
        """Whether everything that was wanted has been drawn."""
        return not self._under_way

    def _draw(self, pdf: PdfFile, page: int, width: int) -> None:
        def job(progress: Progress) -> QImage:
            progress(0.0)
            return self._drawn_by(pdf, page, width)

        def current() -> bool:
            return self._pdf is pdf and page in self._under_way and self._under_way[page][0] == width

        def done(picture: QImage) -> None:
            if current():
                del self._under_way[page]
                self._pictures[page] = picture
                self._fresh[page] = width
                self.arrived.emit(page)

        def wrong(sentence: str) -> None:
            if current():
                del self._under_way[page]
                self._fresh[page] = width
                self.failed.emit(sentence)

        self._under_way[page] = (width, self._tasks.beside(job, done, wrong))
