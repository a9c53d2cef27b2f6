"""Plain text, as bytes or from a file, to lines; what is not plain UTF-8 text is refused with a sentence."""

from __future__ import annotations

import re
from pathlib import Path

from core.errors import NameplateError
from importers.lines import Line

MAX_BYTES = 20 * 1024 * 1024

_KINDS_BY_SUFFIX = {
    ".pdf": "a PDF",
    ".docx": "a Word document",
    ".doc": "a Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "an RTF document",
    ".html": "a web page",
    ".htm": "a web page",
    ".md": "a Markdown file",
    ".db": "a database",
}
_KINDS_BY_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document or another archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BREAKS = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def read_file(path: Path) -> bytes:
    """The bytes of a file that may be a plain text.

    NameplateError if it is missing, no file, unreadable, larger than 20 MB, or of another format by name.
    """
    if not path.is_file():
        raise NameplateError(f"There is no file “{path.name}” at that place: choose a file that exists.")
    _refuse_other_format(path.name, _kind_by_suffix(path.name))
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path.name)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise NameplateError(
            f"“{path.name}” cannot be read ({reason}): check that it is yours to open."
        ) from error


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes; ``name`` is what a message calls the file.

    NameplateError if they are none, too many, of another format, or not UTF-8 (a byte order mark is fine).
    """
    if not data.strip():
        raise NameplateError(f"“{name}” is empty: choose a file that holds the text of a document.")
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    _refuse_other_format(name, _kind_by_suffix(name) or _kind_by_magic(data))
    if data.startswith(_UTF16_MARKS):
        raise _not_utf8(name)
    if b"\0" in data:
        raise NameplateError(f"“{name}” is not a text but binary data: choose a plain text (.txt) file.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(name) from error


def text_lines(text: str) -> list[Line]:
    """A text's lines. Pages are counted only where form feeds mark them.

    Control characters count as spaces; soft hyphens and zero-width spaces, which print nothing, are left
    out. Two blank lines above a line, one of them holding a space, are a gap of two like any other.
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


def _kind_by_suffix(name: str) -> str:
    # A suffix that is not listed proves nothing: a file named after its symbol ends in ".192_BMS_2022_1".
    return _KINDS_BY_SUFFIX.get(Path(name).suffix.lower(), "")


def _kind_by_magic(data: bytes) -> str:
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, kind in _KINDS_BY_MAGIC:
        if head.startswith(magic) or head.lower().startswith(magic):
            return kind
    return ""


def _refuse_other_format(name: str, kind: str) -> None:
    if kind:
        raise NameplateError(
            f"“{name}” is {kind}, which cannot be read yet: save its text as a plain text (.txt, UTF-8) "
            "file and import that."
        )


def _too_large(name: str) -> NameplateError:
    return NameplateError(f"“{name}” is larger than 20 MB: import the document's text alone, one at a time.")


def _not_utf8(name: str) -> NameplateError:
    return NameplateError(
        f"“{name}” is not encoded in UTF-8: save it again as plain text with that encoding."
    )
