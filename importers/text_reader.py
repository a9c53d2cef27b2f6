"""Plain text to lines: as it stands, or, where it was taken from printed pages, without what pages add."""

from __future__ import annotations

import codecs
import re

from core.errors import NameplateError
from importers.lines import Line, Source
from importers.plain.mending import mended
from importers.plain.notes import with_notes
from importers.plain.pages import printed_pages

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_BREAKS = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def read_plain_text(data: bytes, name: str) -> Source:
    """Read the bytes of a plain text, which messages call ``name``: its printed lines.

    Where the text shows that it was taken from printed pages, the heads and feet of these and the
    distribution box are its furniture, notes go with the line of their mark, and words that fell apart are
    mended; any other text is given line by line as it is. NameplateError as for ``decode``.
    """
    lines = text_lines(decode(data, name))
    found = printed_pages(lines)
    if found is None:
        return Source(tuple(lines), pages=max((line.page or 0 for line in lines), default=0) or None)
    pages, furniture = found
    return Source(tuple(mended(with_notes(pages))), tuple(furniture), pages=pages[-1].number)


def decode(data: bytes, name: str) -> str:
    """The text in a file's bytes, whatever it is marked up with; ``name`` is what a message calls the file.

    UTF-8, UTF-16 and UTF-32 with a byte order mark, and Windows' encodings where it is certain which one.
    NameplateError if there is no text in them, if they are binary, or in an encoding that is not certain.
    """
    if not data.strip():
        raise NameplateError(f"“{name}” is empty: choose a file that holds the text of a document.")
    for marks, encoding in ((_UTF32_MARKS, "utf-32"), (_UTF16_MARKS, "utf-16")):
        if data.startswith(marks):
            return _decoded(data, encoding, name)
    if b"\0" in data:
        raise NameplateError(f"“{name}” is not a text but binary data: choose a plain text (.txt) file.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        from importers.charsets import legacy_text

        text = legacy_text(data)
        if text is None:
            raise _not_utf8(name) from None
        return text


def text_lines(text: str) -> list[Line]:
    """A text's lines. Pages are counted only where form feeds mark them.

    Control characters count as spaces; soft hyphens, zero-width spaces and marks of direction, which print
    nothing, are left out. Two blank lines above a line, one of them holding a space, are a gap of two like
    any other.
    """
    pages = text.split("\f")
    lines: list[Line] = []
    gap = 0
    for number, page in enumerate(pages, start=1):
        for raw in _BREAKS.split(page):
            shown = _CONTROLS.sub(" ", _INVISIBLE.sub("", raw))
            words = " ".join(shown.split())
            if not words:
                gap += 1
                continue
            indent = len(shown) - len(shown.lstrip())
            lines.append(Line(words, gap, number if len(pages) > 1 else None, indent))
            gap = 0
    return lines


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_utf8(name) from error


def _not_utf8(name: str) -> NameplateError:
    return NameplateError(
        f"“{name}” is not encoded in UTF-8: save it again as plain text with that encoding."
    )
