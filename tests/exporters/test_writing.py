from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from core.briefing_pack import BriefingPack, PackSettings, Paper
from core.errors import NameplateError
from exporters import export_pack, export_statement, pack_pdf_bytes, statement_pdf_bytes
from exporters.writing import write_safely
from tests.exporters.reading import W, part
from tests.exporters.samples import sample_pack, sample_sheet

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    target = tmp_path / "pack.docx"
    target.write_bytes(b"last night's good file")
    return target


def _untouched(target: Path) -> bool:
    alone = [path.name for path in target.parent.iterdir()] == [target.name]
    return alone and target.read_bytes() == b"last night's good file"


@pytest.mark.parametrize("name", ["pack.docx", "pack.PDF"])
def test_a_pack_is_written_and_progress_goes_from_nothing_to_all(tmp_path: Path, name: str) -> None:
    told: list[float] = []
    target = tmp_path / name
    export_pack(sample_pack(), target, told.append)
    assert target.read_bytes()[:2] in (b"PK", b"%P")
    assert told[0] == 0.0
    assert told[-1] == 1.0
    assert told == sorted(told)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["statement.docx", "statement.pdf"])
def test_a_statement_is_written(tmp_path: Path, name: str) -> None:
    export_statement(sample_sheet(), tmp_path / name)
    assert (tmp_path / name).stat().st_size > 5_000


def test_the_preview_is_the_pdf_that_is_exported(tmp_path: Path) -> None:
    export_pack(sample_pack(), tmp_path / "pack.pdf")
    assert (tmp_path / "pack.pdf").read_bytes() == pack_pdf_bytes(sample_pack())
    assert statement_pdf_bytes(sample_sheet()).startswith(b"%PDF")


def test_another_ending_is_refused_with_the_two_there_are(tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match=r"“pack.odt” must end in .docx \(Word\) or .pdf"):
        export_pack(sample_pack(), tmp_path / "pack.odt")
    assert list(tmp_path.iterdir()) == []


def test_a_pack_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    empty = BriefingPack("", sample_pack().meeting, sample_pack().delegation, (), {}, PackSettings(parts=()),
                         sample_pack().made_on)  # fmt: skip
    with pytest.raises(NameplateError, match="holds nothing yet"):
        export_pack(empty, tmp_path / "pack.pdf")


def test_a_full_disk_leaves_the_good_file_alone(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(NameplateError, match=r"not enough room on the disk for “pack.docx”"):
        export_pack(sample_pack(), old_file)
    assert _untouched(old_file)


def test_a_disk_that_fills_up_while_writing_leaves_the_good_file_alone(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = 1_000
    write = os.write

    def filling(descriptor: int, data: bytes) -> int:
        nonlocal room
        written = write(descriptor, bytes(data)[: min(room, 300)])
        room -= written
        return written

    monkeypatch.setattr(os, "write", filling)
    with pytest.raises(NameplateError, match="not enough room"):
        export_pack(sample_pack(), old_file)
    assert _untouched(old_file)


def test_short_writes_are_carried_on_until_all_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:7]))
    write_safely(tmp_path / "a.pdf", bytes(range(256)))
    assert (tmp_path / "a.pdf").read_bytes() == bytes(range(256))


def test_a_failing_sync_leaves_the_good_file_alone(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(NameplateError, match=r"could not be written \(Input/output error\)"):
        write_safely(old_file, b"new")
    assert _untouched(old_file)


def test_a_file_open_elsewhere_is_named(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(NameplateError, match=r"“pack.docx” is open in another program"):
        write_safely(old_file, b"new")
    assert _untouched(old_file)


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(NameplateError, match=f"into the folder “{tmp_path.name}”"):
        write_safely(tmp_path / "pack.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").mkdir()
    with pytest.raises(NameplateError, match=r"“pack.pdf” is a folder"):
        write_safely(tmp_path / "pack.pdf", b"new")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match="no folder “nowhere”"):
        write_safely(tmp_path / "nowhere" / "pack.pdf", b"new")


def test_a_name_too_long_for_the_system_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match="too long"):
        write_safely(tmp_path / ("x" * 300 + ".pdf"), b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_link_keeps_leading_to_the_file_it_led_to(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    write_safely(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_word_and_pdf_libraries_are_loaded_only_when_a_file_is_written() -> None:
    late = "('docx', 'lxml', 'reportlab', 'markdown_it')"
    program = f"import sys, exporters; print([m for m in {late} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=_ROOT
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 595), (Paper.LETTER, 612)])
def test_the_paper_is_the_one_that_was_chosen(tmp_path: Path, paper: Paper, width: int) -> None:
    pack = sample_pack(PackSettings(paper=paper))
    export_pack(pack, tmp_path / "pack.docx")
    export_pack(pack, tmp_path / "pack.pdf")
    section = part((tmp_path / "pack.docx").read_bytes(), "word/document.xml").find(f".//{W}pgSz")
    assert section is not None
    assert round(int(section.get(f"{W}w") or 0) / 20) == width
    assert int(PdfReader(tmp_path / "pack.pdf").pages[0].mediabox.width) == width


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: float) -> None:
        if done > 0.3:
            raise CancelledError

    with pytest.raises(CancelledError):
        export_pack(sample_pack(), tmp_path / "pack.pdf", cancel)
    assert list(tmp_path.iterdir()) == []
