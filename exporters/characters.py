"""Characters that a format or a font cannot carry: made harmless where that changes nothing, else refused.

Nothing is dropped in silence and nothing becomes a box: what cannot be written is an error that names the
place and the character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from core.errors import NameplateError
from exporters.blocks import Contents, Foot, Inline, Manuscript, Note, Paragraph, Row, Run, Table

_SPACES = {
    "\r\n": "\n",
    "\r": "\n",
    "\v": "\n",
    "\f": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\t": " ",
}
_SPACE = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029\t]")
# Joiners, direction marks and byte order marks do nothing in scripts that run from left to right unjoined.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_JOINED_SCRIPTS = re.compile("[\u0590-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U0001ffff]")
# A letter and its accents as separate codes are the same text as the accented letter.
_ACCENTED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff"
    "\U000e0000-\U0010ffff]|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff]"
)


def tidied(text: str) -> str:
    """Text with every line break a newline, tabs as spaces, accents joined, no marks that show nothing."""
    if text.isascii() and text.isprintable():
        return text
    text = _SPACE.sub(lambda found: _SPACES[found[0]], text)
    text = _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    if not _JOINED_SCRIPTS.search(text):
        text = _INVISIBLE.sub("", text)
    return text


def check_characters(manuscript: Manuscript, missing: Callable[[str], str] | None = None) -> None:
    """Raises NameplateError for the first character that cannot be written, naming where it stands.

    Control characters, lone surrogates, private-use and other codes that are no characters are refused in
    any format. ``missing`` gives the characters of a text that the format's fonts lack.
    """
    for place, text in _texts(manuscript):
        if found := _FORBIDDEN.search(text):
            raise NameplateError(
                f"{_capital(place)} holds {described(found[0])}, which no document can show; "
                "delete it there and export again."
            )
        if missing is not None and (lacking := missing(text)):
            raise NameplateError(
                f"{_capital(place)} holds {described(lacking[0])}, which the fonts of the PDF lack; "
                "export to Word instead, or replace the character."
            )


def described(character: str) -> str:
    """A character as a message names it: "the character “א” (U+05D0, HEBREW LETTER ALEF)"."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    if not name or not character.isprintable() or unicodedata.category(character) == "Co":
        kind = (
            "a lone half of a character"
            if 0xD800 <= ord(character) <= 0xDFFF
            else "a character without a form"
        )
        return f"{kind} ({code})"
    return f"the character “{character}” ({code}, {name})"


def _capital(place: str) -> str:
    """A place as a message begins with it; it may hold the very character that is refused."""
    shown = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", place)
    return shown[:1].upper() + shown[1:120]


def _texts(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Every string that is written, with the place it stands in."""
    for block in manuscript.blocks:
        if isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield from ((block.place, text) for text in _of_row(row))
        elif isinstance(block, Contents):
            yield from _of_paragraph(block.title)
        elif isinstance(block, Foot):
            for paragraph in block.paragraphs:
                yield from _of_paragraph(paragraph)
        else:
            yield from _of_paragraph(block)
    yield "the running head", f"{manuscript.head} {manuscript.marking}"
    yield "the title", f"{manuscript.title} {manuscript.subject}"
    yield "the author's name", manuscript.author


def _of_paragraph(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    place = paragraph.place or "the document"
    for inline in paragraph.inlines:
        yield from ((place, text) for text in _of_inline(inline))
    yield from ((place, run.text) for run in paragraph.renumbered)
    yield place, f"{paragraph.marker} {paragraph.aside} {paragraph.entry}"


def _of_inline(inline: Inline) -> Iterator[str]:
    if isinstance(inline, Run):
        yield inline.text
    elif isinstance(inline, Note):
        yield from (run.text for run in inline.runs)


def _of_row(row: Row) -> Iterator[str]:
    yield from (run.text for cell in row.cells for run in cell)
