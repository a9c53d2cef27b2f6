"""The typefaces: a sans-serif for the interface and one's own words, a serif for official text.

Whose words are these? (INTERFACE.md, principle 1): the two never look alike. Sizes follow the system.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

SANS = "IBM Plex Sans"
SERIF = "IBM Plex Serif"
LINE_HEIGHT = 112
"""Of running text, in per cent of the typeface's own line: about 1.45 times the size of its letters."""

_FILES = (
    ("fontpkg_ibm_plex_sans", "IBMPlexSans[wdth,wght].ttf"),
    ("fontpkg_ibm_plex_sans", "IBMPlexSans-Italic[wdth,wght].ttf"),
    ("fontpkg_ibm_plex_serif", "IBMPlexSerif-Regular.ttf"),
    ("fontpkg_ibm_plex_serif", "IBMPlexSerif-Italic.ttf"),
    ("fontpkg_ibm_plex_serif", "IBMPlexSerif-SemiBold.ttf"),
    ("fontpkg_ibm_plex_serif", "IBMPlexSerif-Bold.ttf"),
)


def load_typefaces() -> None:
    """Makes the two families known to Qt; what cannot be loaded falls back to the system's fonts."""
    for package, name in _FILES:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            QFontDatabase.addApplicationFont(str(Path(folder) / "files" / name))


def interface_font() -> QFont:
    """The interface's font at the system's own size."""
    font = QFont(QApplication.font())
    font.setFamilies([SANS, font.family()])
    if font.pointSizeF() < 10:
        font.setPointSizeF(10)
    return font


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The same font larger or smaller, and semi-bold if wished."""
    changed = QFont(font)
    changed.setPointSizeF(font.pointSizeF() * factor)
    if bold:
        changed.setWeight(QFont.Weight.DemiBold)
        changed.setVariableAxis(QFont.Tag("wght"), 600)
    return changed


def official_font(base: QFont, factor: float = 1.08) -> QFont:
    """The serif in which official text is set, in proportion to the interface's font."""
    font = scaled(base, factor)
    font.setFamilies([SERIF, "Georgia", "Noto Serif", "DejaVu Serif"])
    return font
