"""Exporting: one button, two formats, and the old file untouched unless all went well."""

from __future__ import annotations

import threading
from pathlib import Path

import pypdf
import pytest
from docx import Document
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.briefing_pack import BriefingPack
from desktop.pack import exporting
from desktop.pack.exporting import export_statement_flow
from desktop.pack.file_dialogs import last_folder
from desktop.pack.jobs import Report
from desktop.pack.page import PacksPage
from desktop.tasks import Tasks
from tests.desktop.pack.conftest import PRIVATE_BLOCK, PRIVATE_NOTE


def dialog_of(qtbot: QtBot, parent: QWidget) -> QFileDialog:
    """The file dialog that is open over a widget."""
    qtbot.waitUntil(lambda: bool(parent.findChildren(QFileDialog)))
    return parent.findChildren(QFileDialog)[-1]


def choose(qtbot: QtBot, parent: QWidget, target: Path) -> None:
    """Chooses a file in the dialog that is open over a widget."""
    dialog = dialog_of(qtbot, parent)
    dialog.fileSelected.emit(str(target))
    dialog.close()


def words_in(path: Path) -> str:
    """All that can be read in an exported file."""
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_pack_is_exported_in_both_formats(
    qtbot: QtBot, page: PacksPage, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / "out" / f"pack.{suffix}"
    target.parent.mkdir()
    said: list[str] = []
    page.status.connect(said.append)
    page.exports.wanted.emit(suffix)
    choose(qtbot, page.exports, target)
    qtbot.waitUntil(lambda: bool(said), timeout=15_000)
    assert said == [f"Exported pack.{suffix} to {target.parent}."]
    assert page.exports.outcome.words == f"Exported pack.{suffix}"
    assert "Marking is law." in words_in(target)
    assert PRIVATE_NOTE not in words_in(target)
    assert PRIVATE_BLOCK not in words_in(target)
    assert page.exports.button.isEnabled()


def test_the_dialog_proposes_a_sensible_name_in_the_folder_of_the_workspace(
    qtbot: QtBot, page: PacksPage, path: Path
) -> None:
    page.exports.wanted.emit("docx")
    dialog = dialog_of(qtbot, page.exports)
    name = "Ghana – Tenth Biennial Meeting of States – items 6 and 7.docx"
    assert dialog.selectedFiles() == [str(path.parent / name)]
    assert dialog.selectedNameFilter().startswith("Word document")
    dialog.close()


def test_the_name_says_that_private_notes_are_in_it(qtbot: QtBot, page: PacksPage) -> None:
    page.settings.private.click()
    page.exports.wanted.emit("pdf")
    dialog = dialog_of(qtbot, page.exports)
    assert dialog.selectedFiles()[0].endswith("items 6 and 7 – with private notes.pdf")
    dialog.close()


def test_the_next_export_starts_in_the_folder_of_the_last(
    qtbot: QtBot, page: PacksPage, tmp_path: Path
) -> None:
    folder = tmp_path / "handed over"
    folder.mkdir()
    page.exports.wanted.emit("pdf")
    choose(qtbot, page.exports, folder / "pack.pdf")
    qtbot.waitUntil(lambda: page.exports.outcome.words == "Exported pack.pdf", timeout=15_000)
    assert last_folder() == folder


@pytest.mark.parametrize(
    ("typed", "written"), [("pack", "pack.pdf"), ("pack.v2", "pack.v2.pdf"), ("pack.DOCX", "pack.DOCX")]
)
def test_a_name_without_a_format_gets_the_one_that_is_chosen(
    qtbot: QtBot, page: PacksPage, tmp_path: Path, typed: str, written: str
) -> None:
    page.exports.wanted.emit("pdf")
    choose(qtbot, page.exports, tmp_path / typed)
    qtbot.waitUntil(lambda: page.exports.outcome.words == f"Exported {written}", timeout=15_000)
    assert (tmp_path / written).exists()


def test_choosing_the_other_format_in_the_dialog_changes_the_ending(qtbot: QtBot, page: PacksPage) -> None:
    page.exports.wanted.emit("docx")
    dialog = dialog_of(qtbot, page.exports)
    dialog.filterSelected.emit("PDF (*.pdf)")
    assert dialog.defaultSuffix() == "pdf"
    dialog.close()


def test_what_was_typed_last_is_in_the_export(qtbot: QtBot, page: PacksPage, tmp_path: Path) -> None:
    page.settings.marking.setEditText("RESTRICTED")
    page._edited()
    page._exporting.start(tmp_path / "pack.pdf")
    qtbot.waitUntil(lambda: page.exports.outcome.words == "Exported pack.pdf", timeout=15_000)
    assert "RESTRICTED" in words_in(tmp_path / "pack.pdf")


def test_an_export_that_fails_says_so_and_leaves_the_old_file(
    qtbot: QtBot, page: PacksPage, tmp_path: Path
) -> None:
    said: list[str] = []
    page._tasks.failed.connect(said.append)
    page._exporting.start(tmp_path / "no such folder" / "pack.pdf")
    qtbot.waitUntil(lambda: "no such folder" in page.exports.outcome.words, timeout=15_000)
    assert page.exports.button.isEnabled()
    assert said == []


def test_an_export_can_be_stopped_and_leaves_the_old_file(
    qtbot: QtBot, page: PacksPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    really = exporting.export

    def slow(gathered: BriefingPack, target: Path, progress: Report) -> Path:
        begun.set()
        go_on.wait(10)
        return really(gathered, target, progress)

    monkeypatch.setattr(exporting, "export", slow)
    target = tmp_path / "pack.pdf"
    target.write_bytes(b"the old file")
    said: list[str] = []
    page.status.connect(said.append)
    page._exporting.start(target)
    qtbot.waitUntil(begun.is_set)
    assert page.exports.outcome.words == "Writing pack.pdf…"
    assert not page.exports.button.isEnabled()
    page.exports.outcome.wants_stop.emit()
    go_on.set()
    qtbot.waitUntil(lambda: said == ["The export was stopped; no file was changed."])
    assert target.read_bytes() == b"the old file"
    assert sorted(each.name for each in tmp_path.glob("*.pdf*")) == ["pack.pdf"]
    assert page.exports.button.isEnabled()
    assert not page.exports.outcome.isVisible()


def test_the_file_is_opened_and_shown_where_it_lies(
    qtbot: QtBot, page: PacksPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("desktop.pack.file_dialogs.sys.platform", "linux")
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toLocalFile()) or True
    )
    target = tmp_path / "pack.pdf"
    target.write_bytes(b"")
    outcome = page.exports.outcome
    outcome.show_done("Exported pack.pdf", target)
    outcome._open.click()
    outcome._folder.click()
    assert opened == [str(target), str(tmp_path)]
    target.unlink()
    with qtbot.waitSignal(page.status) as heard:
        outcome._open.click()
    assert heard.args == [f"“pack.pdf” is no longer in {tmp_path}."]


def test_a_statement_is_exported_alone(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    found: list[object] = []
    tasks.read(lambda work: work.statements.of_item(work.meetings.item("7").id)[0].id, found.append)
    qtbot.waitUntil(lambda: bool(found))
    done: list[Path] = []
    export_statement_flow(parent, tasks, found[0]).done.connect(done.append)  # type: ignore[arg-type]
    dialog = dialog_of(qtbot, parent)
    name = "Ghana – Tenth Biennial Meeting of States – item 7 – Ghana on item 7.docx"
    assert Path(dialog.selectedFiles()[0]).name == name
    target = tmp_path / "statement.docx"
    choose(qtbot, parent, target)
    qtbot.waitUntil(lambda: done == [target], timeout=15_000)
    assert "Ghana has marked every weapon" in words_in(target)
    assert PRIVATE_BLOCK not in words_in(target)


def test_a_statement_that_is_gone_is_a_sentence(qtbot: QtBot, tasks: Tasks) -> None:
    import uuid

    parent = QWidget()
    qtbot.addWidget(parent)
    with qtbot.waitSignal(tasks.failed) as heard:
        export_statement_flow(parent, tasks, uuid.uuid4())
    assert "no longer" in heard.args[0]
    assert not parent.findChildren(QFileDialog)
