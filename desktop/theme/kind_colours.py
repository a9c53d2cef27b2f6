"""The colours of the kinds of paragraphs, where a page tells what was understood of a document.

Each has an ink that is read on its own tint and on the page's ground (4.5:1 at least). A kind is never told
by its colour alone: its word or its number stands beside it (INTERFACE.md, principle 7).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPalette

from core.documents import Kind, Paragraph
from desktop.theme.colours import LIGHT, colours_of


@dataclass(frozen=True, slots=True)
class Shade:
    """One kind's colours as #rrggbb: the ink of its number and rule, the tint its paragraphs stand on."""

    ink: str
    tint: str


UNNUMBERED = "unnumbered"
"""What rows are called that carry neither a number nor are a heading."""

_ON_LIGHT = {
    Kind.PREAMBULAR.value: Shade("#6b3f94", "#f6f1fa"),
    Kind.OPERATIVE.value: Shade("#1f5590", "#eef4fb"),
    Kind.REPORT.value: Shade("#0b6459", "#ebf5f3"),
    Kind.AGENDA.value: Shade("#874700", "#fbf3e8"),
    Kind.SUMMARY.value: Shade("#5c6011", "#f5f5e6"),
    Kind.HEADING.value: Shade("#3c4248", "#ffffff"),
    UNNUMBERED: Shade("#5a6067", "#f4f4f1"),
}
_ON_DARK = {
    Kind.PREAMBULAR.value: Shade("#c9a6ea", "#2c2633"),
    Kind.OPERATIVE.value: Shade("#8fbcee", "#222b36"),
    Kind.REPORT.value: Shade("#74ccbe", "#202d2b"),
    Kind.AGENDA.value: Shade("#e9b06c", "#312a20"),
    Kind.SUMMARY.value: Shade("#c8cc7a", "#2b2c20"),
    Kind.HEADING.value: Shade("#d8d5cf", "#232629"),
    UNNUMBERED: Shade("#a6abb0", "#282b2e"),
}


def group_of(paragraph: Paragraph) -> str:
    """The kind a row is shown as: that of core, or "unnumbered" for words that carry no number."""
    if paragraph.kind is Kind.HEADING:
        return Kind.HEADING.value if paragraph.level else UNNUMBERED
    return paragraph.kind.value if paragraph.label else UNNUMBERED


def shade_of(group: str, palette: QPalette) -> Shade:
    """The colours of a group of rows in the scheme that a palette belongs to."""
    return (_ON_LIGHT if colours_of(palette) is LIGHT else _ON_DARK)[group]
