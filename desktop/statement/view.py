"""The page: a statement as it is read, in the middle of its pane at a reading width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget

from core.documents import Track
from core.statement_text import Block, Cite
from desktop.statement.chips import CHIP, PLACE, ChipPainter, citation_in
from desktop.statement.clipboard import mime_of, selected_blocks
from desktop.statement.document import blocks_of, fill
from desktop.statement.painting import Page, paint_page
from desktop.statement.typefaces import Fonts, Typesetter
from desktop.theme.colours import colours_of
from desktop.theme.type import scaled

_BARE = "QTextEdit, QTextEdit:focus { border: none; padding: 0; }"
_OWN_SIZE = 1.14
"""The page is read at arm's length: a little larger than the interface."""

_MARGIN = 2.4
"""The white around the words, in ems."""


class StatementView(QTextEdit):
    """Shows a statement formatted, never as markup. Read-only; the editor builds on it."""

    citation_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty page."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_BARE)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._rule: Track | None = None
        self._pressed: QPoint | None = None
        self.fonts = Fonts.of(self.font())
        self._doubts: dict[str, str] = {}
        self._chips = ChipPainter(lambda: colours_of(self.palette()), self.is_doubted, self.document())
        self.document().documentLayout().registerHandler(CHIP, self._chips)
        self._typesetter = Typesetter(self.document(), self.fonts)
        self.setFont(scaled(QApplication.font(), _OWN_SIZE))
        self.setAccessibleName("Statement text")

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Shows other text from its beginning; nothing to undo."""
        fill(self.document(), blocks, self.fonts)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def blocks(self) -> tuple[Block, ...]:
        """The text that is shown."""
        return blocks_of(self.document())

    def set_track(self, track: Track | None) -> None:
        """The track whose colour the rule beside quotations has."""
        self._rule = track
        self.viewport().update()

    def set_doubts(self, doubts: Mapping[str, str]) -> None:
        """What is wrong with some citations, by reference: their chips have the warning's colour."""
        if doubts != self._doubts:
            self._doubts = dict(doubts)
            self.viewport().update()

    def is_doubted(self, reference: str) -> bool:
        """Whether something is wrong with a citation, as far as the library has been asked."""
        return reference in self._doubts

    def citation_at(self, position: int) -> Cite | None:
        """The citation whose chip stands right after a position in the document."""
        if self.document().characterAt(position) != PLACE:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position + 1)
        return citation_in(cursor.charFormat())

    def citation_under(self, point: QPoint) -> Cite | None:
        """The citation whose chip lies under a point of the viewport."""
        scrolled = QPointF(point) + QPointF(self.horizontalScrollBar().value(), self._scrolled())
        position = self.document().documentLayout().hitTest(scrolled, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return None
        return self.citation_at(position) or self._edge_chip(position, point)

    def createMimeDataFromSelection(self) -> QMimeData:
        """A copy that keeps formatting and citations here, and has them in words elsewhere."""
        return mime_of(selected_blocks(self.textCursor()))

    def changeEvent(self, event: QEvent) -> None:
        """Follows a change of typeface or colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._take_font(self.font())
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the page in the middle."""
        super().resizeEvent(event)
        self._centre()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what stands behind the words, and then the words."""
        painter = QPainter(self.viewport())
        colours = colours_of(self.palette())
        rule = colours.track(self._rule) if self._rule else QColor(colours.accent)
        width = float(self.lineWrapColumnOrWidth())
        page = Page(self.document(), self.fonts, colours, rule, width, self._scrolled())
        first = self.cursorForPosition(QPoint(0, event.rect().top())).block()
        paint_page(painter, page, first, QRectF(event.rect()))
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Notes where a click began, to tell it from a selection."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a chip opens what it names."""
        super().mouseReleaseEvent(event)
        point, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None:
            return
        if (point - pressed).manhattanLength() < QApplication.startDragDistance():
            cite = self.citation_under(point)
            if cite is not None:
                self.citation_activated.emit(str(cite.reference))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows a hand over a chip."""
        super().mouseMoveEvent(event)
        over = self.citation_under(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Names a chip's paragraph in a tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cite = self.citation_under(event.pos())
            if cite is None:
                QToolTip.hideText()
            else:
                words = self._doubts.get(str(cite.reference)) or self.hint_for(cite)
                QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def hint_for(self, cite: Cite) -> str:
        """What the tooltip of a chip says."""
        return f"{cite.reference}: click to read it"

    def _scrolled(self) -> float:
        return float(self.verticalScrollBar().value())

    def _edge_chip(self, position: int, point: QPoint) -> Cite | None:
        """The right half of a chip lies nearer to the position after it."""
        cite = self.citation_at(position - 1)
        if cite is None:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        edge = self.cursorRect(cursor)
        same_line = edge.top() <= point.y() <= edge.bottom()
        return cite if same_line and point.x() <= edge.left() else None

    def _take_font(self, font: QFont) -> None:
        self.fonts = Fonts.of(font)
        self._typesetter.use(self.fonts)
        self.document().setIndentWidth(self.fonts.em * 1.5)
        self.document().setDocumentMargin(self.fonts.em * _MARGIN)
        self._centre()

    def _centre(self) -> None:
        """The page's width does not depend on whether there is a scroll bar, so words never jump."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        width = min(room, round(self.fonts.page_width + 2 * self.document().documentMargin()))
        gutter = max(0, (room - width) // 2)
        if self.viewportMargins().left() != gutter:
            self.setViewportMargins(gutter, 0, gutter, 0)
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)
