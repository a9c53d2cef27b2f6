"""Pages are drawn in a process of their own, which may crash once; what it sends is looked at first."""

import os
import signal
import struct
import sys
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import NameplateError
from importers.page_pictures import MAX_RATIO, MAX_SIDE, PagePictures, checked_png, checked_sizes
from tests.importers.hostile import archives, pdfs
from tests.importers.test_gate_reading import children

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    linux = sys.platform.startswith("linux")
    threads, before = threading.active_count(), children() if linux else set()
    yield
    assert threading.active_count() == threads
    assert not linux or children() == before


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdfs.good())
    return path


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_page_is_a_png_of_the_width_asked_for(paper: Path) -> None:
    with PagePictures(paper) as pictures:
        assert pictures.count == 1
        first = pictures.picture(1, 300)
        assert size(first)[0] == 300
        assert abs(size(first)[1] - 300 * 842 / 595) < 2
        assert size(pictures.picture(1, 600))[0] == 600
        assert pictures.picture(1, 300) == first
        for page in (0, 2, -1):
            with pytest.raises(NameplateError, match="has no page"):
                pictures.picture(page, 300)


def test_every_page_has_a_size_of_its_own(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "mixed.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    sheets = ((595, 842), (842, 595), (420, 595))
    for sheet in sheets:
        canvas.setPageSize(sheet)
        canvas.drawString(72, 300, "A page")
        canvas.showPage()
    canvas.save()
    with PagePictures(path) as pictures:
        assert pictures.sizes == sheets
        assert size(pictures.picture(2, 842)) == (842, 595)


def test_sizes_that_are_none_are_not_believed() -> None:
    assert checked_sizes(struct.pack(">4f", 595, 842, 842, 595), 2) == ((595, 842), (842, 595))
    assert checked_sizes(struct.pack(">2f", 10, 90_000), 1) == ((10, 10 * MAX_RATIO),)
    for body, count in (
        (b"", 1),
        (struct.pack(">2f", 595, 842), 2),
        (struct.pack(">2f", float("nan"), 842), 1),
        (struct.pack(">2f", 595, float("inf")), 1),
        (struct.pack(">2f", 0, 842), 1),
        (struct.pack(">2f", -595, 842), 1),
    ):
        with pytest.raises(ValueError, match="size"):
            checked_sizes(body, count)


def test_what_is_no_pdf_has_no_pictures(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    for data in (b"%PDF-1.7\nnothing", archives.good_docx(), pdfs.with_password()):
        path.write_bytes(data)
        with pytest.raises(NameplateError, match="paper"):
            PagePictures(path)
    with pytest.raises(NameplateError, match="There is no file"):
        PagePictures(tmp_path / "gone.pdf")


@linux_only
def test_a_process_that_crashes_is_started_once_more_and_no_further(paper: Path) -> None:
    with PagePictures(paper) as pictures:
        before = pictures.picture(1, 200)
        _kill(pictures)
        assert pictures.picture(1, 200) == before
        _kill(pictures)
        for _ in range(2):
            with pytest.raises(NameplateError, match="made its reader stop"):
                pictures.picture(1, 200)


def _kill(pictures: PagePictures) -> None:
    assert pictures._process is not None
    os.kill(pictures._process._process.pid, signal.SIGSEGV)
    pictures._process._process.wait()


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "slow.pdf"
    path.write_bytes(pdfs.much_text(400_000))
    with PagePictures(path) as pictures:
        pictures._deadline = 0.05
        with pytest.raises(NameplateError, match=r"took longer than|made its reader stop"):
            pictures.picture(1, 4000)


def test_closing_ends_what_is_being_drawn(tmp_path: Path) -> None:
    path = tmp_path / "slow.pdf"
    path.write_bytes(pdfs.much_text(2_000_000))
    pictures = PagePictures(path)
    told: list[str] = []

    def draw() -> None:
        try:
            pictures.picture(1, 4000)
        except NameplateError as error:
            told.append(str(error))

    drawing = threading.Thread(target=draw)
    drawing.start()
    threading.Event().wait(0.3)
    pictures.close()
    drawing.join()
    assert len(told) <= 1
    with pytest.raises(NameplateError):
        pictures.picture(1, 100)
    pictures.close()


def test_a_page_of_no_measure_does_not_bring_the_program_down(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    for data in (pdfs.huge_box(), pdfs.huge_image(), pdfs.self_drawing_form(), pdfs.not_a_box()):
        path.write_bytes(data)
        with PagePictures(path) as pictures:
            try:
                assert max(size(pictures.picture(1, 300))) <= MAX_SIDE
            except NameplateError as error:
                assert "huge.pdf" in str(error)


# What a picture must be -----------------------------------------------------------------------------------


def piece(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 2, height: int = 2, depth: int = 8, colour: int = 2, more: bytes = b"") -> bytes:
    header = piece(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    rows = piece(b"IDAT", zlib.compress(bytes(100)))
    return b"\x89PNG\r\n\x1a\n" + header + more + rows + piece(b"IEND", b"")


def test_a_png_that_we_draw_is_accepted() -> None:
    assert checked_png(png(MAX_SIDE, 1)) == png(MAX_SIDE, 1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        png()[:20],
        png()[:-4],
        png() + b"more",
        png(0, 5),
        png(MAX_SIDE + 1, 1),
        png(1, 2**31),
        png(depth=16),
        png(colour=9),
        png(more=piece(b"iCCP", b"x")),
        png(more=piece(b"zTXt", b"x")),
        png(more=struct.pack(">I", 2**32 - 1) + b"IDAT"),
    ],
)
def test_what_is_not_quite_a_png_is_not_shown(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        checked_png(data)
