"""A PDF held in memory: the sizes of its pages, and pictures of them.

PDFium serves one thread at a time, so everything here waits its turn; call it beside the window.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]
from PySide6.QtGui import QImage

_turn = threading.Lock()


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a PDF's outline; the outermost have level 0, pages count from 1."""

    level: int
    words: str
    page: int


@dataclass(frozen=True, slots=True, eq=False)
class PdfFile:
    """A finished PDF; ``sizes`` are its pages' widths and heights in points."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    headings: tuple[Heading, ...] = ()


def read_pdf(data: bytes) -> PdfFile:
    """The PDF with what is needed to lay its pages out."""
    with _turn:
        document = pypdfium2.PdfDocument(data)
        try:
            sizes = tuple(document.get_page_size(page) for page in range(len(document)))
            headings = tuple(_headings(document))
        finally:
            document.close()
    return PdfFile(data, sizes, headings)


def _headings(document: pypdfium2.PdfDocument) -> Iterator[Heading]:
    for entry in document.get_toc():
        place = entry.get_dest()
        page = place.get_index() if place is not None else None
        if page is not None:
            yield Heading(entry.level, entry.get_title(), page + 1)


def page_picture(pdf: PdfFile, page: int, width: int) -> QImage:
    """One page (counted from 0) as a picture ``width`` pixels wide."""
    with _turn:
        document = pypdfium2.PdfDocument(pdf.data)
        try:
            sheet = document[page]
            bitmap = sheet.render(scale=width / pdf.sizes[page][0], prefer_bgrx=True)
            drawn = QImage(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
            )
            picture = drawn.copy()
            bitmap.close()
            sheet.close()
        finally:
            document.close()
    return picture
