"""Pages of a PDF drawn as pictures, for a preview."""

from __future__ import annotations

import ctypes
import struct
import zlib
from types import TracebackType
from typing import Any

from core.errors import NameplateError
from importers.pdf.pages import open_document

_NARROWEST, _WIDEST = 16, 6000
_MOST_PIXELS = 40_000_000
_A4 = (595.0, 842.0)


class PagePictures:
    """The pages of one PDF; used with ``with``, or closed by ``close``."""

    def __init__(self, data: bytes, name: str = "The file") -> None:
        """Opens the PDF in the bytes; NameplateError if it cannot be opened, as for ``read_pdf``."""
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

        self._pdfium: Any = pdfium
        self._data = data
        self._document: Any = open_document(data, name)
        self._name = name
        self.count: int = pdfium.FPDF_GetPageCount(self._document)
        """How many pages there are."""

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """The width and height of every page in points, as it is shown; those of A4 where a page has none."""
        pdfium = self._pdfium
        size = pdfium.FS_SIZEF()
        found = []
        for page in range(self.count):
            known = pdfium.FPDF_GetPageSizeByIndexF(self._document, page, ctypes.byref(size))
            shown = known and size.width >= 1 and size.height >= 1
            found.append((float(size.width), float(size.height)) if shown else _A4)
        return tuple(found)

    def picture(self, page: int, width: int) -> bytes:
        """A page (counted from 1) as a PNG file so many pixels wide.

        NameplateError if there is no such page or it cannot be drawn.
        """
        pdfium = self._pdfium
        handle = pdfium.FPDF_LoadPage(self._document, page - 1) if 1 <= page <= self.count else None
        if not handle:
            raise NameplateError(f"Page {page} of “{self._name}” cannot be drawn: the file is damaged there.")
        try:
            across, down = pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle)
            width = max(_NARROWEST, min(width, _WIDEST))
            height = max(1, min(round(width * down / max(across, 1.0)), _MOST_PIXELS // width))
            return self._drawn(handle, width, height)
        finally:
            pdfium.FPDF_ClosePage(handle)

    def _drawn(self, handle: Any, width: int, height: int) -> bytes:
        pdfium = self._pdfium
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, None, 0)
        if not bitmap:
            raise NameplateError(f"“{self._name}” has a page too large to be drawn.")
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
            pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, flags)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            raw = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return _png(raw, width, height, stride)

    def close(self) -> None:
        """Lets the document go; drawing after that is an error."""
        if self._document:
            self._pdfium.FPDF_CloseDocument(self._document)
            self._document, self.count = None, 0

    def __enter__(self) -> PagePictures:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def page_picture(data: bytes, page: int, width: int) -> bytes:
    """One page (counted from 1) of the PDF in the bytes as a PNG; NameplateError as for ``PagePictures``."""
    with PagePictures(data) as pictures:
        return pictures.picture(page, width)


def _png(raw: bytes, width: int, height: int, stride: int) -> bytes:
    """A PNG file (ISO/IEC 15948) of rows of red, green and blue bytes."""
    rows = b"".join(b"\0" + raw[row * stride : row * stride + 3 * width] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
