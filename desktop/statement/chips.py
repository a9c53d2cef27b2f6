"""Citations as small rounded chips in the text: one character that keeps its Markdown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from core.citations import parse_citation, written_locator
from core.references import Reference
from core.statement_text import Cite
from desktop.theme.colours import Colours
from desktop.theme.type import scaled

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
"""The type that the document's layout knows chips by."""
PLACE = "\ufffc"
"""The character that stands for a chip in the text."""
_MARKDOWN = QTextFormat.Property.UserProperty.value + 20


def chip_format(markdown: str) -> QTextCharFormat:
    """The format that makes the placeholder character a chip for this citation."""
    made = QTextCharFormat()
    made.setObjectType(CHIP)
    made.setProperty(_MARKDOWN, markdown)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return made


def citation_in(given: QTextFormat) -> Cite | None:
    """The citation that a chip's format keeps, None for any other format."""
    if given.objectType() != CHIP:
        return None
    markdown = given.stringProperty(_MARKDOWN)
    reference = parse_citation(markdown)
    return Cite(reference, markdown) if reference is not None else None


def in_words(reference: Reference) -> str:
    """A citation as it stands in text that leaves the program: "(BMS8, para. 62)"."""
    pieces = (reference.document, reference.part, written_locator(reference.label))
    return f"({', '.join(piece for piece in pieces if piece)})"


class ChipPainter(QPyTextObject):
    """Measures and draws chips, in the colours that hold when it is asked."""

    def __init__(
        self, colours: Callable[[], Colours], doubted: Callable[[str], bool], parent: QTextDocument
    ) -> None:
        """Both are asked anew each time: the scheme may change, and what the library has."""
        super().__init__(parent)
        self._colours, self._doubted = colours, doubted

    def intrinsicSize(self, document: QTextDocument, _position: int, given: QTextFormat) -> QSizeF:
        """The room a chip takes."""
        metrics = QFontMetricsF(_font(document))
        return QSizeF(
            metrics.horizontalAdvance(_label(given)) + metrics.height() * 0.8, metrics.height() * 1.12
        )

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        _position: int,
        given: QTextFormat,
    ) -> None:
        """Draws a chip; a selected one is filled with the accent."""
        colours = self._colours()
        selected = given.hasProperty(QTextFormat.Property.BackgroundBrush.value)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label = _label(given)
        doubted = self._doubted(label)
        painter.setPen(QPen(QColor(colours.warning), 1.4) if doubted else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(colours.accent if selected else colours.selection))
        inner = QRectF(rect).adjusted(1, 0.5, -1, -0.5)
        painter.drawRoundedRect(inner, inner.height() * 0.32, inner.height() * 0.32)
        painter.setFont(_font(document))
        own = colours.warning if doubted else colours.accent
        painter.setPen(QColor(colours.on_accent if selected else own))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, label)
        painter.restore()


def _font(document: QTextDocument) -> QFont:
    return scaled(document.defaultFont(), 0.84)


def _label(given: QTextFormat) -> str:
    cite = citation_in(given)
    return str(cite.reference) if cite is not None else ""
