"""Faces for scripts that must be shaped or are too large to load whole: Arabic, Chinese, Greek.

Harfbuzz chooses and places the glyphs; the PDF holds a subset of the font with exactly those, addressed by
their own numbers (a composite font with the encoding Identity-H: ISO 32000-1, 9.7).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_REMEMBERED = 20_000
_NOT_EMBEDDED = (b"GSUB", b"GPOS", b"GDEF", b"cmap", b"name", b"post")
_TAG_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its number, how far it moves on, where it is set, in thousandths; and what it stands for.

    ``text`` is empty for the second and later glyphs of a group that stands for the same characters.
    """

    number: int
    advance: float
    right: float
    up: float
    text: str


class GlyphFace:
    """One font whose text is shaped; measured like ``pdf_fonts.Face``, drawn by ``GlyphFonts``.

    ``larger`` is how much larger than the faces beside it it must be set to look like them.
    """

    def __init__(self, name: str, path: Path) -> None:
        """Reads the font's own tables when it is first asked for; ``name`` is what the PDF calls it."""
        import uharfbuzz

        self._hb = uharfbuzz
        self._face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        self._font = uharfbuzz.Font(self._face)
        self._scale: float = 1000 / self._face.upem
        self._shaped: dict[tuple[str, bool], tuple[Glyph, ...]] = {}
        self.name = name
        self.larger = 1.0
        self.has = frozenset(chr(code) for code in self._face.unicodes)

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        return sum(glyph.advance for glyph in self.glyphs(text, _leftwards(text))) * size / 1000

    def glyphs(self, text: str, leftwards: bool) -> tuple[Glyph, ...]:
        """The glyphs of a text of one direction, in the order they are drawn from left to right."""
        found = self._shaped.get((text, leftwards))
        if found is None:
            found = tuple(self._shape(text, leftwards))
            if len(self._shaped) < _REMEMBERED:
                self._shaped[text, leftwards] = found
        return found

    def _shape(self, text: str, leftwards: bool) -> Iterator[Glyph]:
        hb = self._hb
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        hb.shape(self._font, buffer)
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        told: set[int] = set()
        scale = self._scale
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            words = "" if info.cluster in told else text[info.cluster : ends[info.cluster]]
            told.add(info.cluster)
            yield Glyph(info.codepoint, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale, words)

    def glyph_width(self, number: int) -> float:
        """The width that the font itself gives a glyph, in thousandths."""
        advance: float = self._font.get_glyph_h_advance(number)
        return advance * self._scale

    def subset(self, numbers: frozenset[int]) -> tuple[bytes, bool]:
        """The font with these glyphs alone under their old numbers; and whether its outlines are CFF.

        Of a CFF font only that table is given, as a PDF embeds it (ISO 32000-1, 9.9).
        """
        hb = self._hb
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(numbers | {0})
        wanted.unicode_set.clear()
        flags = hb.SubsetFlags
        wanted.flags = (
            flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.CFF_IDENTITY_CHARSET | flags.NO_BIDI_CLOSURE
        )
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _NOT_EMBEDDED)
        wanted.pin_all_axes_to_default(self._face)
        made = hb.subset(self._face, wanted)
        is_cff = "CFF " in made.table_tags
        return (made.reference_table("CFF ").data if is_cff else made.blob.data), is_cff

    @property
    def measures(self) -> tuple[float, float, list[float]]:
        """Ascent, descent and the box all glyphs stand in, in thousandths."""
        extents = self._font.get_font_extents("ltr")
        up, down = extents.ascender * self._scale, extents.descender * self._scale
        return up, down, [-1000.0, down * 1.5, 3000.0, up * 1.5]


def _leftwards(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


class GlyphFonts:
    """The shaped fonts of one PDF: writes their text, and at the end the fonts themselves."""

    def __init__(self, canvas: Canvas) -> None:
        """Nothing is embedded until something is written."""
        self._canvas = canvas
        self._used: dict[GlyphFace, dict[int, str]] = {}
        canvas._doc.delayedFonts.append(self)

    def operators(self, face: GlyphFace, text: str, size: float, leftwards: bool) -> str:
        """The PDF operators that show a text at the place the pen is."""
        glyphs = face.glyphs(text, leftwards)
        used = self._used.setdefault(face, {})
        for glyph in glyphs:
            if glyph.text or glyph.number not in used:
                used[glyph.number] = used.get(glyph.number) or glyph.text
        shown = [f"/{self._name(face)} {_number(size)} Tf"]
        rise = 0.0
        line: list[str] = []
        for glyph in glyphs:
            if glyph.up != rise:
                shown += _show(line)
                line, rise = [], glyph.up
                shown.append(f"{_number(rise * size / 1000)} Ts")
            after = face.glyph_width(glyph.number) - glyph.advance + glyph.right
            if glyph.right:
                line.append(_number(-glyph.right))
            line.append(f"<{glyph.number:04X}>")
            if abs(after) > 0.01:
                line.append(_number(after))
        shown += _show(line)
        if rise:
            shown.append("0 Ts")
        return " ".join(shown)

    def addObjects(self, document: Any) -> None:
        """Called when the file is finished: embeds what was used."""
        fonts = document.idToObject["BasicFonts"].dict
        for face, used in self._used.items():
            fonts[self._name(face)] = _font_object(document, face, used)

    @staticmethod
    def _name(face: GlyphFace) -> str:
        return f"G{face.name}"


def _show(line: list[str]) -> list[str]:
    return [f"[{''.join(line)}] TJ"] if line else []


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _font_object(document: Any, face: GlyphFace, used: dict[int, str]) -> Any:
    numbers = frozenset(used)
    content, is_cff = face.subset(numbers)
    name = f"{_tag(face, numbers)}+{face.name}"
    up, down, box = face.measures
    file = _stream(document, f"file:{name}", content, {"Subtype": "/CIDFontType0C"} if is_cff else
                   {"Length1": len(content)})  # fmt: skip
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{name}",
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray([round(edge) for edge in box]),
            "ItalicAngle": 0,
            "Ascent": round(up),
            "Descent": round(down),
            "CapHeight": round(up * 0.7),
            "StemV": 80,
            "FontFile3" if is_cff else "FontFile2": file,
        }
    )
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if is_cff else "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "DW": 1000,
            "W": pdfdoc.PDFArray(list(_widths(face, numbers))),
            "FontDescriptor": document.Reference(descriptor, f"descriptor:{name}"),
            **({} if is_cff else {"CIDToGIDMap": "/Identity"}),
        }
    )
    mapping = _stream(document, f"unicode:{name}", _to_unicode(used).encode("ascii"), {})
    font = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"descendant:{name}")]),
            "ToUnicode": mapping,
        }
    )
    return document.Reference(font, f"glyphs:{name}")


def _stream(document: Any, name: str, content: bytes, entries: dict[str, Any]) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = content
    stream.filters = [pdfdoc.PDFZCompress]
    for key, value in entries.items():
        stream.dictionary[key] = value
    return document.Reference(stream, name)


def _widths(face: GlyphFace, numbers: frozenset[int]) -> Iterator[Any]:
    for number in sorted(numbers):
        yield number
        yield pdfdoc.PDFArray([round(face.glyph_width(number), 2)])


def _tag(face: GlyphFace, numbers: frozenset[int]) -> str:
    """Six letters that name a subset, the same for the same glyphs."""
    rest = hash(tuple(sorted(numbers)))  # numbers hash alike in every run
    letters = ""
    for _ in range(6):
        rest, nth = divmod(rest, len(_TAG_LETTERS))
        letters += _TAG_LETTERS[nth]
    return letters


def _to_unicode(used: dict[int, str]) -> str:
    """What each glyph stands for, so that text can be searched and copied."""
    entries = [
        f"<{number:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for number, text in sorted(used.items())
        if text
    ]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
