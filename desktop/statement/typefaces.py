"""The typefaces of the page: a sans-serif for one's own words, a serif for quotations."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from core.language.scripts import Script, script_of
from core.statement_text import Style
from desktop.statement.shapes import Shape, shape_of
from desktop.theme.type import official_font, scaled

_MEASURE = "States undertake to combat and eradicate the illicit trade in weapons; "
"""About seventy characters as they fall in running text: the width of the page."""
_HEADINGS = (1.3, 1.1, 1.0)

_OFFICIAL = 1.04

BOLD = QFont.Weight.Bold.value
"""The weight that bold words have in the document; they are set in the semi-bold."""
_SPECIFIED = QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly


@dataclass(frozen=True, slots=True, eq=False)
class Fonts:
    """The two typefaces of the page, at the size it is read in."""

    own: QFont
    official: QFont

    @classmethod
    def of(cls, own: QFont) -> Fonts:
        """The pair that goes with a font for one's own words."""
        return cls(own, official_font(own, _OFFICIAL))

    @property
    def em(self) -> float:
        """The size of the type in pixels: the measure that all space on the page follows."""
        return float(QFontInfo(self.own).pixelSize())

    @property
    def page_width(self) -> float:
        """About seventy characters of running text."""
        return QFontMetricsF(self.own).horizontalAdvance(_MEASURE)

    def format(self, shape: Shape, script: Script = Script.OTHER) -> QTextCharFormat:
        """Typeface and size of a block's words in a script; weight and slant are added to it."""
        base = official_font(self.own, _OFFICIAL, script) if shape.quoted else self.own
        made = QTextCharFormat()
        made.setFontFamilies(base.families())
        size = base.pointSizeF()
        if shape.style is Style.HEADING:
            size *= _HEADINGS[min(max(shape.level, 1), 3) - 1]
        made.setFontPointSize(size)
        return made

    def small(self) -> QFont:
        """The font of labels on the page."""
        return scaled(self.own, 0.74, bold=True)


class Typesetter(QSyntaxHighlighter):
    """Lays the typeface of its kind over each block.

    The document itself only knows bold and italic: what a block looks like is neither undone, copied nor
    saved, and nothing that is pasted or joined can bring another typeface.
    """

    def __init__(self, document: QTextDocument, fonts: Fonts) -> None:
        """Sets a whole document, and from then on each block that changes."""
        self._made: dict[tuple[Style, int, bool, bool, Script], QTextCharFormat] = {}
        self._fonts = fonts
        super().__init__(document)

    def use(self, fonts: Fonts) -> None:
        """Takes other typefaces and sets everything anew."""
        self._fonts = fonts
        self._made.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Sets one block, and its bold runs."""
        block = self.currentBlock()
        shape = shape_of(block)
        heading = shape.style is Style.HEADING
        script = script_of(text) if shape.quoted else Script.OTHER
        self.setFormat(0, max(1, 2 * len(text)), self._format(shape, heading, script))
        for run in block.textFormats():
            if run.format.fontWeight() >= BOLD and not heading:
                self.setFormat(run.start, run.length, self._format(shape, True, script))

    def _format(self, shape: Shape, heavy: bool, script: Script) -> QTextCharFormat:
        key = (shape.style, shape.level, shape.quoted, heavy, script)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._fonts.format(shape, script)
            if heavy:
                weight = QFont()
                weight.setWeight(QFont.Weight.DemiBold)
                weight.setVariableAxis(QFont.Tag("wght"), 600)
                found.setFont(weight, _SPECIFIED)
        return found
