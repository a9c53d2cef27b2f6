"""Pictures of a PDF's pages, drawn in a process of its own that stays while they are looked at."""

from __future__ import annotations

import struct
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from core.errors import NameplateError
from importers import limits
from importers.processes import Ended, ReadingProcess
from importers.reading import broken, file_bytes
from importers.transport import shown

PICTURE_DEADLINE = 15.0
"""Seconds that opening the file, or drawing one page, may take."""
PROCESS_SECONDS = 3600
MAX_PICTURE = 32 * 1024 * 1024
MAX_SIDE = 8_000
MAX_POINTS = 200_000.0
MAX_RATIO = 8.0
MAX_PAGES = 100_000
WIDTHS = range(50, 4001)

_PNG_START = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">I4sIIBBBBB")
_CHUNK = struct.Struct(">I4s")
_DEPTHS = (8,)
_COLOURS = (0, 2, 4, 6)
_HARMLESS = frozenset((b"IHDR", b"IDAT", b"IEND", b"PLTE", b"tRNS", b"pHYs", b"sRGB", b"gAMA"))


class PagePictures:
    """The pages of one PDF as pictures; ``close`` it, or use it in a ``with``.

    A process that crashes over a page, or takes too long, is started once more; after the second time every
    further request is refused. It may be used from any thread, one request at a time.
    """

    def __init__(
        self, path: Path, *, deadline: float = PICTURE_DEADLINE, memory: int = limits.MEMORY
    ) -> None:
        """Opens the PDF. NameplateError if the file cannot be read, or its pages cannot be shown."""
        self._name = path.name
        self._data = file_bytes(path)
        self._deadline, self._memory = deadline, memory
        self._asking = threading.Lock()
        self._process: ReadingProcess | None = None
        self._starts_left = 2
        self._closed = False
        self.count = 0
        self.sizes: tuple[tuple[float, float], ...] = ()
        """The widths and heights of the pages in points."""
        with self._asking:
            self._started()

    def picture(self, page: int, width: int) -> bytes:
        """A page, counted from 1, as a PNG of about this width in pixels, checked to be one.

        NameplateError for a page that is not there, or that cannot be drawn.
        """
        if not 1 <= page <= self.count:
            raise NameplateError(f"“{self._name}” has no page {page}.")
        wanted = {"page": page, "width": min(max(width, WIDTHS.start), WIDTHS.stop - 1)}
        with self._asking:
            while True:
                process = self._started()
                try:
                    head, body = process.ask(wanted, b"", MAX_PICTURE, self._deadline)
                    if head.get("picture") is True:
                        return checked_png(body)
                except Ended as error:
                    self._drop()
                    if not self._starts_left:
                        raise self._no_picture(error.why) from error
                except ValueError as error:
                    self._drop()
                    self._starts_left = 0
                    raise self._no_picture("broken") from error
                else:
                    raise self._told(head)

    def close(self) -> None:
        """Ends the process at once; what is being drawn is not waited for."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._asking:
            self._drop()

    def __enter__(self) -> Self:
        """The pictures themselves."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the process."""
        self.close()

    def _started(self) -> ReadingProcess:
        """The process with the PDF open in it."""
        if self._process is not None:
            return self._process
        if self._closed or not self._starts_left:
            raise self._no_picture("broken")
        self._starts_left -= 1
        self._process = process = ReadingProcess("pictures", "pdf", PROCESS_SECONDS, self._memory)
        try:
            head, body = process.ask({"name": self._name}, self._data, 8 * MAX_PAGES, self._deadline)
        except Ended as error:
            self._drop()
            raise self._no_picture(error.why) from error
        count = head.get("count")
        if type(count) is not int or not 1 <= count <= MAX_PAGES:
            self._drop()
            raise self._told(head)
        try:
            self.sizes = checked_sizes(body, count)
        except ValueError as error:
            self._drop()
            raise self._no_picture("broken") from error
        self.count = count
        return process

    def _drop(self) -> None:
        if self._process is not None:
            self._process.close()
            self._process = None

    def _told(self, head: dict[str, Any]) -> NameplateError:
        refusal = head.get("refusal")
        return NameplateError(shown(str(refusal))) if refusal else self._no_picture("fault")

    def _no_picture(self, why: str) -> NameplateError:
        return broken(self._name, why, self._deadline, self._memory)


def checked_sizes(data: bytes, count: int) -> tuple[tuple[float, float], ...]:
    """The sizes of so many pages, if that is what the bytes are; ValueError if not.

    A ratio beyond any paper is cut, so that one page cannot make the sheet of all of them endless.
    """
    if len(data) != 8 * count:
        raise ValueError("not the sizes of all pages")
    sizes = tuple(struct.iter_unpack(">ff", data))
    if not all(1 <= side <= MAX_POINTS for size in sizes for side in size):
        raise ValueError("not the size of a page")
    return tuple((wide, min(high, wide * MAX_RATIO)) for wide, high in sizes)


def checked_png(data: bytes) -> bytes:
    """The bytes of a picture, if they are a PNG of a size that can be shown; ValueError if not.

    Only the frame of the file is looked at (ISO/IEC 15948): signature, header, the chain of its pieces.
    """
    if not data.startswith(_PNG_START) or len(data) < len(_PNG_START) + _HEADER.size:
        raise ValueError("no PNG")
    length, kind, width, height, depth, colour, *methods = _HEADER.unpack_from(data, len(_PNG_START))
    if length != 13 or kind != b"IHDR" or depth not in _DEPTHS or colour not in _COLOURS or any(methods):
        raise ValueError("not the header of a PNG that we draw")
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise ValueError("too large")
    at = len(_PNG_START)
    while kind != b"IEND":
        if at + 12 > len(data):
            raise ValueError("cut off")
        length, kind = _CHUNK.unpack_from(data, at)
        if kind not in _HARMLESS:
            raise ValueError("a piece that we do not draw")
        at += 12 + length
    if at != len(data):
        raise ValueError("more than a PNG")
    return data
