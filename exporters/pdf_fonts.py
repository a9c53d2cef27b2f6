"""The faces the PDF is set in: loaded once, measured quickly, embedded as subsets."""

from __future__ import annotations

import importlib
import importlib.util
import re
import threading
import unicodedata
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from core.language.scripts import is_arabic, is_han
from exporters.pdf_glyphs import GlyphFace
from exporters.style import Family

_FILES = {
    (Family.SERIF, False, False): ("fontpkg_ibm_plex_serif", "IBMPlexSerif-Regular"),
    (Family.SERIF, True, False): ("fontpkg_ibm_plex_serif", "IBMPlexSerif-Bold"),
    (Family.SERIF, False, True): ("fontpkg_ibm_plex_serif", "IBMPlexSerif-Italic"),
    (Family.SERIF, True, True): ("fontpkg_ibm_plex_serif", "IBMPlexSerif-BoldItalic"),
    (Family.SANS, False, False): ("fontpkg_ibm_plex_sans_condensed", "IBMPlexSansCondensed-Regular"),
    (Family.SANS, True, False): ("fontpkg_ibm_plex_sans_condensed", "IBMPlexSansCondensed-SemiBold"),
    (Family.SANS, False, True): ("fontpkg_ibm_plex_sans_condensed", "IBMPlexSansCondensed-Italic"),
    (Family.SANS, True, True): ("fontpkg_ibm_plex_sans_condensed", "IBMPlexSansCondensed-SemiBoldItalic"),
}

# Characters that look like one the fonts have, and the width of those that are blank, in thousandths.
_LIKE = {0x2010: 0x2D, 0x2011: 0x2D, 0x02BC: 0x2019, 0x2024: 0x2E, 0x0387: 0xB7}
_BLANK = {
    0x2000: 500, 0x2001: 1000, 0x2002: 500, 0x2003: 1000, 0x2004: 333, 0x2005: 250, 0x2006: 167,
    0x2007: 600, 0x2008: 250, 0x2009: 200, 0x200A: 100, 0x202F: 200, 0x205F: 222, 0x3000: 1000,
}  # fmt: skip

# Scripts that Plex lacks: which characters, in which faces of either family, and how much larger they are
# set to look alike. The order is that of asking; a combining mark is only placed by the face of its script.
_JOINERS = "\u200c\u200d"
_SHAPED: dict[str, dict[tuple[Family, bool], tuple[str, str]]] = {
    "arabic": {
        (Family.SERIF, False): ("fontpkg_amiri", "files/Amiri-Regular.ttf"),
        (Family.SERIF, True): ("fontpkg_amiri", "files/Amiri-Bold.ttf"),
        (Family.SANS, False): ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-Regular.ttf"),
        (Family.SANS, True): ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-SemiBold.ttf"),
    },
    "han": {
        (Family.SERIF, False): ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"),
        (Family.SANS, False): ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    },
    "greek": {
        (Family.SERIF, False): ("fontpkg_ibm_plex_sans", "files/IBMPlexSans[wdth,wght].ttf"),
    },
}
_LARGER = {("arabic", Family.SERIF): 1.18}
# Marks of direction show nothing: they do their work when a line is put in order.
DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")

_UNKNOWN = 800.0
_loading = threading.Lock()


class Face:
    """One font: its name for drawing, the characters it has and how wide words are in it."""

    larger = 1.0

    def __init__(self, name: str, path: Path) -> None:
        font = TTFont(name, str(path))
        _lend(font)
        pdfmetrics.registerFont(font)
        self.name = name
        widths = font.face.charWidths
        self._widths = {chr(code): float(widths.get(code, 0)) for code in font.face.charToGlyph}
        self._words: dict[str, float] = {}
        self.has = frozenset(c for c in self._widths if not unicodedata.combining(c))  # marks are not placed

    def width(self, text: str, size: float) -> float:
        """The width of a text in points; characters the face lacks count as wide ones."""
        found = self._words.get(text)
        if found is None:
            widths = self._widths
            found = sum([widths.get(character, _UNKNOWN) for character in text])
            if len(text) < 40 and len(self._words) < 50_000:
                self._words[text] = found
        return found * size / 1000


def _lend(font: TTFont) -> None:
    """Gives a font the characters it can show with the glyph of another, under their own codes."""
    glyphs, widths = font.face.charToGlyph, font.face.charWidths
    for code, like in _LIKE.items():
        if code not in glyphs and like in glyphs:
            glyphs[code], widths[code] = glyphs[like], widths[like]
    for code, width in _BLANK.items():
        if code not in glyphs:
            glyphs[code], widths[code] = glyphs[0x20], width


AnyFace = Face | GlyphFace


@lru_cache(maxsize=len(_FILES))
def _load(family: Family, bold: bool, italic: bool) -> Face:
    package, name = _FILES[family, bold, italic]
    root: Path = importlib.import_module(package).ROOT
    return Face(name, root / "files" / f"{name}.ttf")


def face(family: Family, bold: bool = False, italic: bool = False) -> Face:
    """The face for a family, weight and slope, loaded when it is first asked for."""
    with _loading:
        return _load(family, bold, italic)


@lru_cache(maxsize=16)
def _load_shaped(package: str, name: str, larger: float) -> GlyphFace:
    found = importlib.util.find_spec(package)
    folders = (found.submodule_search_locations or ()) if found else ()
    made = GlyphFace(re.sub(r"\W.*", "", Path(name).stem.replace("-", "")), Path(next(iter(folders))) / name)
    made.larger = larger
    return made


def shaped_face(character: str, family: Family, bold: bool = False) -> GlyphFace | None:
    """The shaped face that has a character Plex lacks; None if no face has it."""
    if is_arabic(character) or character in _JOINERS:
        script = "arabic"
    elif is_han(character):
        script = "han"
    elif unicodedata.combining(character):
        return None
    else:
        script = "greek"
    files = _SHAPED[script]
    file = files.get((family, bold)) or files.get((family, False)) or files[Family.SERIF, False]
    with _loading:
        found = _load_shaped(*file, _LARGER.get((script, family), 1.0))
    return found if character in found.has or character in _JOINERS else None


def faces_for(text: str, family: Family, bold: bool, italic: bool) -> list[tuple[AnyFace, str]]:
    """A text cut where another face must step in, for the other family may have what this one lacks."""
    wanted = face(family, bold, italic)
    if wanted.has.issuperset(text):
        return [(wanted, text)]
    other = face(Family.SERIF if family is Family.SANS else Family.SANS, bold, italic)
    pieces: list[tuple[AnyFace, str]] = []
    for character in text:
        use: AnyFace = wanted
        if character not in wanted.has:
            use = other if character in other.has else shaped_face(character, family, bold) or other
        if pieces and pieces[-1][0] is use:
            pieces[-1] = (use, pieces[-1][1] + character)
        else:
            pieces.append((use, character))
    return pieces


def missing(text: str) -> str:
    """The characters of a text that no face has, in order; all faces of a family have the same ones."""
    text = DIRECTION_MARKS.sub("", text)
    have = face(Family.SERIF).has
    if have.issuperset(text):
        return ""
    have |= face(Family.SANS).has
    return "".join(
        character
        for character in dict.fromkeys(text)
        if character not in have and shaped_face(character, Family.SERIF) is None
    )
