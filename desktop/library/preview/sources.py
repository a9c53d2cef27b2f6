"""Opening the source of an import to be looked at: always through a process of its own, never in ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from core.errors import NameplateError
from desktop.library.preview.source_pane import SourcePages, SourceWords

if TYPE_CHECKING:
    from importers.page_pictures import PagePictures

_TRIAL_WIDTH = 200


class OpenSource:
    """A source that is being looked at; ``close`` it.

    ``shown`` is what the page shows of it.
    """

    def __init__(self, shown: SourcePages | SourceWords, pictures: PagePictures | None = None) -> None:
        """``pictures`` draws the pages of a PDF."""
        self.shown = shown
        self._pictures = pictures

    def close(self) -> None:
        """Ends the process that draws."""
        if self._pictures is not None:
            self._pictures.close()


def open_source(path: Path) -> OpenSource:
    """Opens a source; called beside the window. NameplateError if it cannot be shown."""
    if _is_pdf(path):
        return _open_pages(path)
    from importers.source_lines import source_lines

    return OpenSource(SourceWords(source_lines(path)))


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError as error:
        raise NameplateError(f"“{path.name}” cannot be shown ({error.strerror}).") from error


def _open_pages(path: Path) -> OpenSource:
    from importers.page_pictures import PagePictures

    pictures = PagePictures(path)

    def draw(page: int, width: int) -> QImage:
        drawn = QImage.fromData(pictures.picture(page + 1, width))
        if drawn.isNull():
            raise NameplateError(f"Page {page + 1} of “{path.name}” cannot be shown.")
        return drawn

    try:
        draw(0, _TRIAL_WIDTH)
    except NameplateError:
        pictures.close()
        raise
    return OpenSource(SourcePages(pictures.sizes, draw), pictures)
