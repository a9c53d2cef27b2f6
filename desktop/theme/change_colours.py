"""The colours of what changed between two texts: put in is blue and underlined, left out is rust and struck.

Blue and rust are told apart by colour-blind people, and neither stands without its line (INTERFACE.md,
principle 7). Each ink has a contrast of at least 4.5:1 on its own tint, on the page and on a selected row.
"""

from __future__ import annotations

from PySide6.QtGui import QPalette

from desktop.theme.colours import LIGHT, colours_of
from desktop.theme.kind_colours import Shade

_ON_LIGHT = {"inserted": Shade("#0b4f91", "#e2edf9"), "deleted": Shade("#8f3415", "#fbe9e1")}
_ON_DARK = {"inserted": Shade("#9ccbf7", "#1d3347"), "deleted": Shade("#f2ae90", "#41291f")}


def inserted_shade(palette: QPalette) -> Shade:
    """Ink and tint of what was put in, in the scheme that a palette belongs to."""
    return _shades(palette)["inserted"]


def deleted_shade(palette: QPalette) -> Shade:
    """Ink and tint of what was left out."""
    return _shades(palette)["deleted"]


def _shades(palette: QPalette) -> dict[str, Shade]:
    return _ON_LIGHT if colours_of(palette) is LIGHT else _ON_DARK
