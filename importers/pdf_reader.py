"""PDF -> whole lines: what is read of the pages, put in order, cleared of furniture and joined."""

from __future__ import annotations

from core.errors import NameplateError
from importers.lines import Line, Source
from importers.pdf.footnotes import body_height, place_footnotes
from importers.pdf.furniture import without_furniture
from importers.pdf.legibility import is_legible
from importers.pdf.mending import Mender, cleaned
from importers.pdf.order import in_reading_order
from importers.pdf.pages import read_pages
from importers.pdf.paragraphs import to_paragraphs
from importers.pdf.printed import Page
from importers.pdf.rtl import put_right


def read_pdf(data: bytes, name: str) -> Source:
    """The paragraphs of a PDF in reading order, its footnotes with them, its furniture apart.

    ``name`` is what a message calls the file. NameplateError for a file that is damaged, protected with a
    password, too long, a scan without text, or one whose text layer is not what is printed.
    """
    pages, unread = read_pages(data, name)
    notes = _notes(pages, unread, name)
    lines, furniture = _read(pages)
    if not lines:
        raise NameplateError(_EMPTY.format(name=name))
    if not is_legible("\n".join(line.text for line in lines)):
        raise NameplateError(_ILLEGIBLE.format(name=name))
    return Source(lines=lines, furniture=furniture, notes=notes, pages=len(pages) + unread)


def _read(pages: list[Page]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The paragraphs of pages, and their furniture."""
    put_right(pages)
    furniture = without_furniture(pages)
    for page in pages:
        in_reading_order(page)
    body = body_height(pages)
    place_footnotes(pages, body)
    mender = Mender(line.text for page in pages for line in page.lines)
    return to_paragraphs(pages, body, mender), tuple(map(cleaned, furniture))


def _notes(pages: list[Page], unread: int, name: str) -> tuple[str, ...]:
    """What the person who imports should know of the pages; NameplateError if most are only pictures."""
    drawn = [page.number for page in pages if page.drawn]
    if 2 * len(drawn) > len(pages):
        raise NameplateError(_SCAN.format(name=name))
    if not any(page.lines for page in pages):
        raise NameplateError(_EMPTY.format(name=name))
    notes = []
    if unread:
        notes.append(f"{unread} of the pages are damaged and could not be read: compare with the original.")
    if drawn:
        listed = ", ".join(map(str, drawn[:_MOST_LISTED])) + (", …" if len(drawn) > _MOST_LISTED else "")
        notes.append(f"These pages are pictures without text and were passed over: {listed}.")
    return tuple(notes)


_MOST_LISTED = 10
_SCAN = (
    "“{name}” is a scan: its pages are pictures without text; run text recognition (OCR) on it, or get the "
    "Word or text version."
)
_EMPTY = "“{name}” holds no text: choose a file that has some."
_ILLEGIBLE = (
    "The text inside “{name}” is not what its pages show, because its fonts do not say which letters they "
    "draw: get the Word or text version, or run text recognition (OCR) on it."
)
