"""The source beside what was understood: the pages of a PDF as pictures, or the words as they were read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QImage, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.documents import Paragraph
from core.language.scripts import right_to_left, script_of
from desktop.library.preview.paragraph_panel import set_direction
from desktop.library.preview.places import Place, Places
from desktop.tasks import Tasks
from desktop.theme.colours import colours_of
from desktop.theme.type import official_font
from desktop.widgets.page_view import PageView
from desktop.widgets.pdf_file import PdfFile
from desktop.widgets.pieces import IconButton, button, label, row

_READING = """
QPlainTextEdit { border: 2px solid transparent; border-radius: 0; padding: 12px 18px; }
QPlainTextEdit:focus { border: 2px solid palette(accent); padding: 12px 18px; }
"""
Draw = Callable[[int, int], QImage]


@dataclass(frozen=True, slots=True)
class SourcePages:
    """The pages of a PDF: their widths and heights in points, and who draws one (page from 0, width)."""

    sizes: tuple[tuple[float, float], ...]
    draw: Draw


@dataclass(frozen=True, slots=True)
class SourceWords:
    """A source without pages: its lines or paragraphs as they were read."""

    lines: tuple[str, ...]


class PagesBar(QFrame):
    """Above the pages: which one is in sight, the ones before and after, and how large they are."""

    def __init__(self, pages: PageView, parent: QWidget | None = None) -> None:
        """Works on ``pages``."""
        super().__init__(parent)
        self._pages = pages
        self._where = label("", "muted")
        self._previous = IconButton("chevron-up", "Previous page", lambda: pages.go_to(pages.page - 1))
        self._next = IconButton("chevron-down", "Next page", lambda: pages.go_to(pages.page + 1))
        self._zoom = button("", lambda: pages.zoom_to(1.0), "link")
        self._zoom.setToolTip("Show the pages at the size they have on paper")
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("000 %") + 12)
        smaller = IconButton("zoom-out", "Smaller", lambda: pages.zoom_by(-1))
        larger = IconButton("zoom-in", "Larger", lambda: pages.zoom_by(1))
        self._fit = IconButton("arrow-autofit-width", "Fit the width", pages.fit_width)
        self._fit.setCheckable(True)
        whole = row(
            self._previous, self._next, self._where, 1, smaller, self._zoom, larger, self._fit, spacing=4
        )
        whole.setContentsMargins(12, 4, 12, 4)
        self.setLayout(whole)
        pages.moved.connect(self._moved)
        self._moved()

    def _moved(self) -> None:
        pages = self._pages
        self._where.setText(f"Page {pages.page} of {pages.count}")
        self._previous.setEnabled(pages.page > 1)
        self._next.setEnabled(pages.page < pages.count)
        self._zoom.setText(f"{round(pages.zoom * 100)} %")
        self._zoom.setAccessibleName(f"Zoom {round(pages.zoom * 100)} %; press for the size on paper")
        self._fit.setChecked(pages.fits_width)


class WordsView(QPlainTextEdit):
    """The words of a source as they were read; the paragraph at hand stands on a coloured ground.

    ``place_chosen`` carries the row whose words were clicked.
    """

    place_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given lines."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("The source as it was read")
        self.setStyleSheet(_READING)
        self._text = Places()
        self._places: tuple[Place | None, ...] = ()
        self.cursorPositionChanged.connect(self._clicked)

    def show_lines(self, lines: Sequence[str], language: str) -> None:
        """Shows these lines."""
        text = "\n".join(lines)
        self.setFont(official_font(QApplication.font(), 0.98, script_of(text[:4000])))
        set_direction(self, right_to_left(text[:4000], language))
        self._text = Places(text)
        self._places = ()
        with QSignalBlocker(self):
            self.setPlainText(text)
            self._space_out()

    def _space_out(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)

    def find_places(self, paragraphs: Sequence[Paragraph]) -> None:
        """Learns where the words of each row stand."""
        self._places = self._text.of([each.text for each in paragraphs])

    def follow(self, nth: int) -> None:
        """Marks the words of a row and brings them in sight."""
        place = self._places[nth] if 0 <= nth < len(self._places) else None
        mark = QTextEdit.ExtraSelection()
        if place is None:
            self.setExtraSelections([])
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(place[0])
        with QSignalBlocker(self):
            self.setTextCursor(cursor)
            cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setBackground(QColor(colours_of(self.palette()).mark))
        self.setExtraSelections([mark])
        self.centerCursor()

    def _clicked(self) -> None:
        at = self.textCursor().position()
        for nth, place in enumerate(self._places):
            if place is not None and place[0] <= at <= place[1]:
                self.place_chosen.emit(nth)
                return


class SourcePane(QFrame):
    """Shows a source.

    ``page_seen`` carries the page (from 1) that the delegate scrolled to, ``place_chosen`` the row
    whose words were clicked.
    """

    page_seen = Signal(int)
    place_chosen = Signal(int)
    _PAGES, _WORDS, _NOTHING = range(3)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Empty until it is given a source."""
        super().__init__(parent)
        self._source: SourcePages | SourceWords | None = None
        self._following = False
        self._page = 0
        self.pages = PageView(tasks, name="Pages of the source", draw=self._draw)
        self.pages.moved.connect(self._moved)
        self.pages.failed.connect(self.say)
        self.words = WordsView()
        self.words.place_chosen.connect(self.place_chosen)
        self._notice = label("", "muted", wrap=True)
        self._notice.setContentsMargins(24, 24, 24, 24)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignTop)
        with_bar = QWidget()
        column = QVBoxLayout(with_bar)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PagesBar(self.pages))
        column.addWidget(self.pages, 1)
        self._stack = QStackedWidget()
        for piece in (with_bar, self.words, self._notice):
            self._stack.addWidget(piece)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.say("")

    def show_source(self, source: SourcePages | SourceWords | None, language: str = "") -> None:
        """Shows another source from its beginning; None takes away the one shown."""
        self._source = source
        self._page = 0
        if isinstance(source, SourcePages):
            self.pages.show_pdf(PdfFile(b"", source.sizes))
            self.pages.go_to(1)
            self._stack.setCurrentIndex(self._PAGES)
            return
        self.pages.show_pdf(None)
        if source is None:
            self.words.show_lines((), "")
            self.say("")
            return
        self.words.show_lines(source.lines, language)
        self._stack.setCurrentIndex(self._WORDS)

    def say(self, sentence: str) -> None:
        """Says why the source is not shown."""
        self._notice.setText(sentence)
        self._stack.setCurrentIndex(self._NOTHING)

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Learns which rows the source is compared with."""
        if isinstance(self._source, SourceWords):
            self.words.find_places(paragraphs)

    def follow(self, nth: int, paragraph: Paragraph) -> None:
        """Brings the place of a row in sight."""
        if isinstance(self._source, SourceWords):
            self.words.follow(nth)
        elif isinstance(self._source, SourcePages) and paragraph.page and paragraph.page != self.pages.page:
            self._following = True
            self.pages.go_to(paragraph.page)
            self._page = self.pages.page
            self._following = False

    def _moved(self) -> None:
        if self.pages.page != self._page:
            self._page = self.pages.page
            if not self._following and self._page:
                self.page_seen.emit(self._page)

    def _draw(self, _: PdfFile, page: int, width: int) -> QImage:
        source = self._source
        assert isinstance(source, SourcePages)
        return source.draw(page, width)
