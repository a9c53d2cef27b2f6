"""The typefaces inside a Word document, so that its lines and pages fall the same where nobody has them.

Word keeps an embedded face whole, its first 32 bytes crossed with a key that stands in the font table
(ECMA-376, Part 1, 17.8.1). The keys come from the names of the faces, so that exports stay reproducible.
"""

from __future__ import annotations

import importlib
import struct
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from exporters.blocks import Contents, Inline, Manuscript, Note, Paragraph, Role, Run, Table, paragraphs_of
from exporters.docx_names import DECLARATION, NAMESPACES
from exporters.style import Family, looks

FONTS = {Family.SERIF: "IBM Plex Serif", Family.SANS: "IBM Plex Sans Condensed"}

_INSTEAD = {Family.SERIF: ("Cambria", "roman"), Family.SANS: ("Calibri", "swiss")}
_FILES = {
    Family.SERIF: ("fontpkg_ibm_plex_serif", "IBMPlexSerif"),
    Family.SANS: ("fontpkg_ibm_plex_sans_condensed", "IBMPlexSansCondensed"),
}
# Word finds the bold of a family by the family's name, and to fonts a semi-bold is a family of its own: so
# what the PDF sets semi-bold is bold here.
_SLOTS = {
    (False, False): ("embedRegular", "Regular"),
    (True, False): ("embedBold", "Bold"),
    (False, True): ("embedItalic", "Italic"),
    (True, True): ("embedBoldItalic", "BoldItalic"),
}
_KEYS = uuid.UUID("1f0b3a6e-6a0c-4a52-8d0e-5f4e0d0c7a11")
_HIDDEN = 32

Cut = tuple[Family, bool, bool]
"""A family, whether bold, whether italic."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """One face as it lies in the package; ``relation`` names it in the font table."""

    cut: Cut
    relation: str
    part: str
    key: str
    content: bytes


def cuts_of(manuscript: Manuscript) -> frozenset[Cut]:
    """The faces that a manuscript is set in; the upright ones always, for what is typed into it later."""
    found: set[Cut] = {(family, False, False) for family in Family}
    for role, inlines in _texts(manuscript):
        look = looks(manuscript.aloud)[role]
        found.add((look.family, look.bold, look.italic))
        found |= {
            (look.family, look.bold or run.bold, look.italic or run.italic)
            for run in inlines
            if isinstance(run, Run)
        }
    return frozenset(found)


def _texts(manuscript: Manuscript) -> Iterator[tuple[Role, tuple[Inline, ...]]]:
    """Everything that is written, with its role."""
    for block in manuscript.blocks:
        if isinstance(block, Table):
            yield from ((Role.TABLE_HEAD, cell) for cell in block.header.cells)
            yield from ((Role.TABLE_CELL, cell) for row in block.rows for cell in row.cells)
        elif isinstance(block, Contents):
            yield from ((role, ()) for role in (Role.CONTENTS_1, Role.CONTENTS_2))
    for paragraph in paragraphs_of(manuscript.blocks):
        yield from _with_notes(paragraph)


def _with_notes(paragraph: Paragraph) -> Iterator[tuple[Role, tuple[Inline, ...]]]:
    yield paragraph.role, paragraph.inlines
    yield from ((Role.FOOTNOTE, note.runs) for note in paragraph.inlines if isinstance(note, Note))


def embedded(cuts: frozenset[Cut]) -> list[Embedded]:
    """The faces made ready for the package, in a fixed order."""
    ordered = [(family, *slot) for family in Family for slot in _SLOTS if (family, *slot) in cuts]
    faces = []
    for number, cut in enumerate(ordered, 1):
        key = uuid.uuid5(_KEYS, font_file(cut).name)
        content = _hidden(cut, key)
        faces.append(
            Embedded(cut, f"rIdFont{number}", f"/word/fonts/font{number}.odttf", _written(key), content)
        )
    return faces


def font_file(cut: Cut) -> Path:
    """Where the file of a face lies."""
    family, bold, italic = cut
    package, name = _FILES[family]
    root: Path = importlib.import_module(package).ROOT
    return root / "files" / f"{name}-{_SLOTS[bold, italic][1]}.ttf"


def _written(key: uuid.UUID) -> str:
    return f"{{{str(key).upper()}}}"  # capitals, for not every program reads small ones


@lru_cache(maxsize=len(_SLOTS) * len(_FILES))
def _hidden(cut: Cut, key: uuid.UUID) -> bytes:
    content = font_file(cut).read_bytes()
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(content[:_HIDDEN], mask, strict=True)) + content[_HIDDEN:]


def fonts_xml(faces: list[Embedded]) -> str:
    """The font table: what the document is set in, where it lies, and what may stand in for it."""
    fonts = "".join(_font(family, [face for face in faces if face.cut[0] is family]) for family in Family)
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def _font(family: Family, faces: list[Embedded]) -> str:
    instead, kind = _INSTEAD[family]
    panose, signature = _traits(family)
    embeddings = "".join(
        f'<w:{_SLOTS[face.cut[1:]][0]} r:id="{face.relation}" w:fontKey="{face.key}"/>' for face in faces
    )
    return (
        f'<w:font w:name="{FONTS[family]}"><w:altName w:val="{instead}"/><w:panose1 w:val="{panose}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{kind}"/><w:pitch w:val="variable"/>{signature}'
        f"{embeddings}</w:font>"
    )


@lru_cache(maxsize=len(_FILES))
def _traits(family: Family) -> tuple[str, str]:
    """The classification of a family and the scripts it serves, as its upright face states them."""
    content = font_file((family, False, False)).read_bytes()
    tables = (content[at : at + 16] for at in range(12, 12 + 16 * int.from_bytes(content[4:6], "big"), 16))
    start = next(int.from_bytes(entry[8:12], "big") for entry in tables if entry[:4] == b"OS/2")
    panose = content[start + 32 : start + 42].hex().upper()
    names = ("usb0", "usb1", "usb2", "usb3", "csb0", "csb1")
    ranges = (
        *struct.unpack_from(">4I", content, start + 42),
        *struct.unpack_from(">2I", content, start + 78),
    )
    pairs = " ".join(f'w:{name}="{bits:08X}"' for name, bits in zip(names, ranges, strict=True))
    return panose, f"<w:sig {pairs}/>"
