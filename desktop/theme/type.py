"""The typefaces: a sans-serif for the interface and one's own words, a serif for official text.

Whose words are these? (INTERFACE.md, principle 1): the two never look alike. Sizes follow the system.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from core.language.scripts import Script

SANS = "IBM Plex Sans"
SERIF = "IBM Plex Serif"
ARABIC_SANS, ARABIC_SERIF = "IBM Plex Sans Arabic", "Amiri"
HAN_SANS, HAN_SERIF = "Noto Sans SC", "Noto Serif SC"
LINE_HEIGHT = 112
"""Of running text, in per cent of the typeface's own line: about 1.45 times the size of its letters."""

_FILES = (
    ("fontpkg_ibm_plex_sans", "IBMPlexSans[wdth,wght].ttf"),
    ("fontpkg_ibm_plex_sans", "IBMPlexSans-Italic[wdth,wght].ttf"),
    ("fontpkg_ibm_plex_serif", "IBMPlexSerif-Regular.ttf"),
    ("fontpkg_ibm_plex_serif", "IBMPlexSerif-Italic.ttf"),
    ("fontpkg_ibm_plex_serif", "IBMPlexSerif-SemiBold.ttf"),
    ("fontpkg_ibm_plex_serif", "IBMPlexSerif-Bold.ttf"),
    ("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-Regular.ttf"),
    ("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-SemiBold.ttf"),
    ("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-Bold.ttf"),
    ("fontpkg_amiri", "Amiri-Regular.ttf"),
    ("fontpkg_amiri", "Amiri-Bold.ttf"),
    ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"),
)

_SANS_FAMILIES = (SANS, ARABIC_SANS, HAN_SANS)
_SERIF_FAMILIES = {
    Script.OTHER: (SERIF, ARABIC_SERIF, HAN_SERIF, SANS, "Georgia", "Noto Serif", "DejaVu Serif"),
    Script.ARABIC: (ARABIC_SERIF, SERIF, SANS),
    Script.HAN: (HAN_SERIF, SERIF, ARABIC_SERIF, SANS),
}
# A naskh face is drawn small in its square, so that it looks like the Latin beside it only when it is larger.
_LARGER = {Script.ARABIC: 1.22}


def load_typefaces() -> None:
    """Makes our families known to Qt; what cannot be loaded falls back to the system's fonts.

    Qt reads a file only when a letter is wanted from it, so the large Chinese ones cost nothing until then.
    """
    for package, name in _FILES:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            place = Path(folder) / "files"
            QFontDatabase.addApplicationFont(str((place if place.is_dir() else Path(folder)) / name))


def interface_font() -> QFont:
    """The interface's font at the system's own size."""
    font = QFont(QApplication.font())
    font.setFamilies([*_SANS_FAMILIES, font.family()])
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


def in_script(font: QFont, script: Script) -> QFont:
    """The interface's font with the face of a script before the others, which alone has its weights."""
    if script is Script.OTHER:
        return font
    leading = ARABIC_SANS if script is Script.ARABIC else HAN_SANS
    changed = QFont(font)
    changed.setFamilies([leading, *(name for name in font.families() if name != leading)])
    return changed


def official_font(base: QFont, factor: float = 1.08, script: Script = Script.OTHER) -> QFont:
    """The serif in which official text is set, in proportion to the interface's font.

    The face of the text's own script leads, so that lines have the height its letters need.
    """
    font = scaled(base, factor * _LARGER.get(script, 1.0))
    font.setFamilies(list(_SERIF_FAMILIES[script]))
    return font


def official_leading(script: Script = Script.OTHER) -> float:
    """The distance of lines of official text in a list, in heights of its face.

    The naskh face keeps room for vowel signs above and below, so its lines are open already.
    """
    return 0.94 if script is Script.ARABIC else 1.12


def official_css(size: float, script: Script = Script.OTHER) -> str:
    """Families, size and line height of official text as a style for rich text; ``size`` in points."""
    families = ", ".join(f"'{name}'" for name in _SERIF_FAMILIES[script])
    height = round(official_leading(script) * 100)
    return (
        f"font-family:{families}; font-size:{size * _LARGER.get(script, 1.0):.1f}pt; line-height:{height}%;"
    )
