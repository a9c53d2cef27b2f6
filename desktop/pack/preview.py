"""The middle of the page: the pages of the pack as they will be, made anew beside the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.agenda import short_title
from core.briefing_pack import BriefingPack
from desktop.tasks import Progress, Tasks
from desktop.widgets.page_view import PageView
from desktop.widgets.pdf_file import Heading, PdfFile, read_pdf
from desktop.widgets.pieces import EmptyPlace, IconButton, button, label, row

_QUIET_MS = 250
_WORDS = 60


def make_pages(pack: BriefingPack, progress: Progress) -> PdfFile:
    """The pages of a pack; stops between its steps when they are no longer wanted."""
    from exporters import pack_pdf_bytes  # the writers load beside the window, when first needed

    progress(0.0)
    return read_pdf(pack_pdf_bytes(pack, progress))


class PreviewBar(QFrame):
    """Above the pages: which one is in sight, that they are being made, and how large they are."""

    def __init__(self, pages: PageView, parent: QWidget | None = None) -> None:
        """Works on ``pages``."""
        super().__init__(parent)
        self._pages = pages
        self._where = QToolButton()
        self._where.setToolTip("Go to a heading of the pack")
        self._where.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._where.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._headings = QMenu(self)
        self._headings.aboutToShow.connect(self._list_headings)
        self._where.setMenu(self._headings)
        self._busy = label("", "muted")
        self._previous = IconButton("chevron-up", "Previous page", lambda: pages.go_to(pages.page - 1))
        self._next = IconButton("chevron-down", "Next page", lambda: pages.go_to(pages.page + 1))
        self._zoom = button("", lambda: pages.zoom_to(1.0), "link")
        self._zoom.setToolTip("Show the pages at the size they have on paper (Ctrl+1)")
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("000 %") + 12)
        smaller = IconButton("zoom-out", "Smaller (Ctrl+−)", lambda: pages.zoom_by(-1))
        larger = IconButton("zoom-in", "Larger (Ctrl++)", lambda: pages.zoom_by(1))
        self._fit = IconButton("arrow-autofit-width", "Fit the width (Ctrl+0)", pages.fit_width)
        self._fit.setCheckable(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addLayout(
            row(
                self._previous, self._next, self._where, self._busy, 1, smaller, self._zoom, larger, spacing=4
            )
        )
        layout.addWidget(self._fit)
        for keys, work in (
            (("Ctrl++", "Ctrl+="), lambda: pages.zoom_by(1)),
            (("Ctrl+-",), lambda: pages.zoom_by(-1)),
            (("Ctrl+0",), pages.fit_width),
            (("Ctrl+1",), lambda: pages.zoom_to(1.0)),
        ):
            action = QAction(self)
            action.setShortcuts([QKeySequence(each) for each in keys])
            action.triggered.connect(lambda _=False, work=work: work())
            self.addAction(action)
        pages.moved.connect(self._moved)
        self._moved()

    def say(self, words: str) -> None:
        """Says what is under way, beside the page number."""
        self._busy.setText(words)

    def _list_headings(self) -> None:
        self._headings.clear()
        for heading in self._pages.headings:
            if heading.level < 2:
                words = f"{_in_menu(heading)}\t{heading.page}"
                action = self._headings.addAction(words)
                action.triggered.connect(lambda _=False, page=heading.page: self._pages.go_to(page))

    def _moved(self) -> None:
        pages = self._pages
        self._where.setVisible(bool(pages.count))
        self._where.setText(f"Page {pages.page} of {pages.count}")
        self._previous.setEnabled(pages.page > 1)
        self._next.setEnabled(pages.page < pages.count)
        self._zoom.setText(f"{round(pages.zoom * 100)} %")
        self._zoom.setAccessibleName(f"Zoom {round(pages.zoom * 100)} %; press for the size on paper")
        self._fit.setChecked(pages.fits_width)


def _in_menu(heading: Heading) -> str:
    number, _, title = heading.words.partition(" ")
    if number[:1].isdigit():
        words = f"{number}  {short_title(title, _WORDS)}"
    else:
        words = short_title(heading.words, _WORDS)
    return ("      " if heading.level else "") + words.replace("&", "&&")


class Preview(QFrame):
    """Makes the pages of a pack and shows them; what is superseded is given up."""

    made = Signal(int)
    failed = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Says nothing before it is told to."""
        super().__init__(parent)
        self.setObjectName("middle")
        self._tasks = tasks
        self._making: Progress | None = None
        self.pages = PageView(tasks, name="Pages of the pack")
        self.pages.failed.connect(self.show_problem)
        self.empty = EmptyPlace("", "")
        self._bar = PreviewBar(self.pages)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(3)
        self._progress.setRange(0, 100)
        self._remark = label("", "muted", wrap=True)
        self._problem = label("", "warning", wrap=True)
        self._patience = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._patience.timeout.connect(self._say_making)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for piece in (self._bar, self._progress, self._problem, self._remark):
            column.addWidget(piece)
        for words in (self._problem, self._remark):
            words.setContentsMargins(16, 4, 16, 8)
            words.hide()
        column.addWidget(self.pages, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(filled)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._rest()

    def make(self, pack: BriefingPack) -> None:
        """Makes the pages of a pack, at the reading position of those before."""
        self.give_up()
        self._patience.start()
        self._problem.hide()
        self._stack.setCurrentIndex(1)
        making: list[Progress] = []

        def done(pdf: PdfFile) -> None:
            if making[0] is self._making:
                self._rest()
                self.pages.show_pdf(pdf)
                self.made.emit(len(pdf.sizes))

        def wrong(sentence: str) -> None:
            if making[0] is self._making:
                self._rest()
                self.show_problem(sentence)
                self.failed.emit()

        def further(share: float) -> None:
            if making[0] is self._making:
                self._progress.setValue(round(share * 100))

        making.append(self._tasks.beside(lambda progress: make_pages(pack, progress), done, wrong, further))
        self._making = making[0]

    def give_up(self) -> None:
        """Stops making pages that are no longer wanted."""
        if self._making is not None:
            self._making.cancel()
        self._rest()

    def show_empty(self, title: str, words: str) -> None:
        """Shows an empty place that teaches instead of pages."""
        self.give_up()
        self.pages.show_pdf(None)
        self.empty.say(title, words)
        self._stack.setCurrentIndex(0)

    def remark(self, words: str) -> None:
        """A quiet sentence above the pages; empty takes it away."""
        self._remark.setText(words)
        self._remark.setVisible(bool(words))

    def show_problem(self, sentence: str) -> None:
        """Says what is wrong; pages that are shown below it are the last that could be made."""
        left = " The pages below are from before." if self.pages.count else ""
        self._problem.setText(sentence + left)
        self._problem.show()
        self._stack.setCurrentIndex(1)

    @property
    def making(self) -> bool:
        """Whether pages are being made."""
        return self._making is not None

    @property
    def shows_pages(self) -> bool:
        """Whether pages are shown, and not the empty place."""
        return self._stack.currentIndex() == 1

    @property
    def notice(self) -> str:
        """What stands above the pages."""
        shown = (each.text() for each in (self._problem, self._remark) if not each.isHidden())
        return " ".join(shown)

    def _say_making(self) -> None:
        self._bar.say("Making the pages…")

    def _rest(self) -> None:
        self._making = None
        self._patience.stop()
        self._bar.say("")
        self._progress.reset()
