"""A PDF opened with PDFium, and the printed lines of its pages."""

from __future__ import annotations

from typing import Any

from core.errors import NameplateError
from importers.pdf.asking import Asker
from importers.pdf.printed import Page

MOST_PAGES = 3000
"""The most pages that are read; the longest UN documents have about a thousand."""

_OPENING_FAULTS = {
    4: "“{name}” is protected with a password: open it, save a copy without the password, and import that.",
    5: "“{name}” is protected in a way that cannot be read: save a copy without it, and import that.",
}


def open_document(data: bytes, name: str) -> Any:
    """PDFium's handle of the document in the bytes, which the caller closes and which needs the bytes alive.

    An empty password is tried, since many files are only protected against changes. NameplateError if it
    needs another one, is damaged, or has no pages or too many; ``name`` is what the message calls the file.
    """
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        fault = _OPENING_FAULTS.get(
            pdfium.FPDF_GetLastError(),
            "“{name}” is damaged and cannot be opened as a PDF: get the file again from where it came.",
        )
        raise NameplateError(fault.format(name=name))
    pages = pdfium.FPDF_GetPageCount(document)
    if 0 < pages <= MOST_PAGES:
        return document
    pdfium.FPDF_CloseDocument(document)
    if pages <= 0:
        raise NameplateError(f"“{name}” has no pages: get the file again from where it came.")
    raise NameplateError(
        f"“{name}” has {pages:,} pages, more than the {MOST_PAGES:,} that are read: import the part that is "
        "needed as a file of its own."
    )


def read_pages(data: bytes, name: str) -> tuple[list[Page], int]:
    """The pages with their printed lines in the order of the file, and how many could not be read.

    NameplateError as for ``open_document``.
    """
    import pypdfium2.raw as pdfium

    document = open_document(data, name)
    try:
        asker = Asker(pdfium)
        count = pdfium.FPDF_GetPageCount(document)
        pages = [asker.page(document, index) for index in range(count)]
    finally:
        pdfium.FPDF_CloseDocument(document)
    return [page for page in pages if page is not None], pages.count(None)
