"""Reads exported files back: the words in reading order, with lists numbered as Word numbers them."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from io import BytesIO

from lxml import etree
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from exporters.blocks import Manuscript
from exporters.pdf_pages import laid_out
from exporters.style import MARGIN, PAPER_SIZES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(content: bytes, name: str) -> etree._Element:
    """One part of a Word file as XML."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def parts(content: bytes) -> dict[str, bytes]:
    """All parts of a Word file by name."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def docx_paragraphs(content: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph of the main part, list markers and note numbers included."""
    markers = _Markers(part(content, "word/numbering.xml"))
    rows = []
    for paragraph in part(content, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else ""
        text = markers.of(paragraph) + _text(paragraph)
        rows.append((name, text))
    return rows


def docx_words(content: bytes) -> list[str]:
    """The words of the main part in order."""
    return " ".join(text for _, text in docx_paragraphs(content)).split()


def docx_notes(content: bytes) -> list[str]:
    """The words of the footnotes in order, each led by its number."""
    words = []
    for note in part(content, "word/footnotes.xml").iter(f"{W}footnote"):
        if note.get(f"{W}type") is None:
            words += [note.get(f"{W}id"), *_text(note).split()]
    return words


def _text(element: etree._Element) -> str:
    pieces = []
    for node in element.iter():
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.tag in (f"{W}tab", f"{W}br") and node.getparent().tag == f"{W}r":
            pieces.append(" ")
        elif node.tag == f"{W}footnoteReference":
            pieces.append(node.get(f"{W}id"))
    return "".join(pieces)


class _Markers:
    """Counts list items as Word does: every definition by itself, deeper levels anew under a new item."""

    def __init__(self, numbering: etree._Element) -> None:
        self._levels = {
            (one.get(f"{W}abstractNumId"), level.get(f"{W}ilvl")): (
                int(level.find(f"{W}start").get(f"{W}val")),
                level.find(f"{W}numFmt").get(f"{W}val"),
                level.find(f"{W}lvlText").get(f"{W}val"),
            )
            for one in numbering.iter(f"{W}abstractNum")
            for level in one.iter(f"{W}lvl")
        }
        self._definition = {
            use.get(f"{W}numId"): use.find(f"{W}abstractNumId").get(f"{W}val")
            for use in numbering.iter(f"{W}num")
        }
        self._counted: dict[tuple[str, str], int] = defaultdict(int)

    def of(self, paragraph: etree._Element) -> str:
        number = paragraph.find(f"{W}pPr/{W}numPr")
        if number is None:
            return ""
        level = number.find(f"{W}ilvl").get(f"{W}val")
        key = (self._definition[number.find(f"{W}numId").get(f"{W}val")], level)
        start, kind, text = self._levels[key]
        if kind == "bullet":
            return f"{text} "
        self._counted[key] += 1
        return text.replace(f"%{int(level) + 1}", str(start + self._counted[key] - 1)) + " "


def pdf_texts(content: bytes) -> list[tuple[str, str]]:
    """For every page its text and its footnotes; running heads and feet are left out."""
    return [_page_texts(page) for page in PdfReader(BytesIO(content)).pages]


def _page_texts(page: object) -> tuple[str, str]:
    marks: list[str] = []
    body: list[str] = []
    notes: list[str] = []

    def before(operator: bytes, operands: list[object], *_: object) -> None:
        if operator in (b"BMC", b"BDC"):
            marks.append(str(operands[0]))
        elif operator == b"EMC":
            marks.pop()

    def found(text: str, *_: object) -> None:
        if "/Artifact" not in marks:
            (notes if "/Note" in marks else body).append(text)

    page.extract_text(visitor_operand_before=before, visitor_text=found)  # type: ignore[attr-defined]
    return "".join(body), "".join(notes)


def pdf_words(content: bytes) -> list[str]:
    """The words of the text in order, without notes, heads and feet."""
    return " ".join(body for body, _ in pdf_texts(content)).split()


def pdf_notes(content: bytes) -> list[str]:
    """The words of the footnotes in order."""
    return " ".join(notes for _, notes in pdf_texts(content)).split()


Place = tuple[int, float]
"""A place in a PDF: the page, counted from 1, and the height of its top on the page."""


def pdf_links(content: bytes) -> list[tuple[int, Place]]:
    """Every link in a PDF: the page it stands on and the place it leads to."""
    reader = PdfReader(BytesIO(content))
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}
    links = []
    for number, page in enumerate(reader.pages, 1):
        for reference in page.get("/Annots", ArrayObject()):
            annotation = reference.get_object()
            if annotation["/Subtype"] == "/Link":
                target, kind, _, top, _ = annotation["/Dest"]
                assert kind == "/XYZ"
                links.append((number, (pages[target.idnum], round(float(top), 1))))
    return links


def places(manuscript: Manuscript) -> dict[str, Place]:
    """Where every anchor of a manuscript comes to stand in its PDF."""
    paper = PAPER_SIZES[manuscript.paper][1]
    return {
        strip.anchor: (number, round(min(MARGIN + y + 12, paper), 1))
        for number, page in enumerate(laid_out(manuscript), 1)
        for y, strip in page.strips
        if strip.anchor
    }
