"""Nothing typed is lost, written elsewhere, or quoted wrongly: each of these went wrong once."""

from __future__ import annotations

import shutil
import threading
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.commitments import Dossier
from core.errors import NameplateError
from core.revisions import Entity
from core.statements import Statement
from db.workspace import Workspace, open_workspace
from desktop.dossier.page import BRIEF
from desktop.main_window import MainWindow
from desktop.meeting.dialogs import ItemDialog
from desktop.meeting.jobs import edit_item
from desktop.rail import LIBRARY
from tests.desktop.window.test_preparing import CTRL, open_item, pull_by_palette, pulled


def switch_to(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """Opens another workspace in the window."""
    window.menu.open_path(path)
    qtbot.waitUntil(lambda: window.windowTitle().startswith(path.stem), timeout=5000)
    qtbot.waitUntil(lambda: window.desk.dossier is not None, timeout=5000)


def refuse_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on every write fails, as on a full disk."""

    def refused(self: Workspace, initiator: str = "") -> Any:
        raise NameplateError("The disk is full; make room and try again.")

    monkeypatch.setattr(Workspace, "write", refused)


@pytest.fixture
def twin(w: Path) -> Path:
    """A copy of the workspace, as mailed to a colleague: everything in it has the same identity."""
    return Path(shutil.copy(w, w.with_name("Twin.db")))


def test_a_private_note_never_moves_to_another_workspace(window: MainWindow, qtbot: QtBot, w: Path) -> None:
    open_item(window, qtbot, "6")
    pull_by_palette(window, qtbot, "BMS8 62")
    qtbot.waitUntil(window.reader.dossier_box.isVisible)
    window.desk._tasks.settle()
    twin = w.with_name("Twin.db")
    window._tasks.with_workspace(lambda workspace: workspace.save_copy(twin), lambda _: None)
    window._tasks.settle()
    window.reader.dossier_box.note.setFocus()
    QTest.keyClicks(window.reader.dossier_box.note, "SECRET")
    switch_to(window, qtbot, twin)
    qtbot.waitUntil(lambda: pulled(window) == ["BMS8/62"])
    window.dossier.commitments.list.select_first()
    window.flush()
    window.close()
    notes = {}
    for path in (w, twin):
        with open_workspace(path, read_only=True) as workspace, workspace.read() as work:
            notes[path.name] = [pull.note for pull in work.dossiers.pulls(work.meetings.item("6").id)]
    assert notes == {"W.db": ["SECRET"], "Twin.db": [""]}


def test_an_undo_does_not_reach_into_another_workspace(window: MainWindow, qtbot: QtBot, twin: Path) -> None:
    open_item(window, qtbot, "6")
    pull_by_palette(window, qtbot, "BMS8 62")
    window.desk.unpull(window.desk.pulled[0].pull)
    qtbot.waitUntil(lambda: not window.desk.pulled)
    switch_to(window, qtbot, twin)
    window.undoing.undo()
    window._tasks.settle()
    window.close()
    with open_workspace(twin, read_only=True) as workspace, workspace.read() as work:
        assert work.dossiers.pulls(work.meetings.item("6").id) == []


def test_an_old_workspace_that_cannot_be_closed_does_not_keep_the_new_one_out(
    window: MainWindow, qtbot: QtBot, twin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = window._tasks.workspace
    assert first is not None
    close = first.close

    def pulled_stick() -> None:
        close()
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(first, "close", pulled_stick)
    switch_to(window, qtbot, twin)
    assert window._tasks.workspace is not None and window._tasks.workspace.path == twin


def test_the_window_does_not_close_over_words_that_could_not_be_saved(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def stay(of: MainWindow) -> bool:
        asked.append(of.toast.words)
        return False

    monkeypatch.setattr("desktop.main_window.may_close_unsaved", stay)
    window.dossier.tabs.setCurrentIndex(BRIEF)
    qtbot.waitUntil(window.dossier.points.isEnabled)
    QTest.keyClicks(window.dossier.points._brief, "Our last word")
    with monkeypatch.context() as failing:
        refuse_writes(failing)
        assert not window.close()
    assert asked == ["The disk is full; make room and try again."]
    assert window.isVisible()
    window.desk.save_again()
    window.settle()
    assert not window.unsaved()


def test_a_brief_that_was_refused_once_is_saved_later(
    window: MainWindow, qtbot: QtBot, w: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.dossier.tabs.setCurrentIndex(BRIEF)
    qtbot.waitUntil(window.dossier.points.isEnabled)
    QTest.keyClicks(window.dossier.points._brief, "Kept")
    with monkeypatch.context() as failing:
        refuse_writes(failing)
        window.flush()
        window.settle()
    open_item(window, qtbot, "7")
    open_item(window, qtbot, "6")
    qtbot.waitUntil(lambda: window.dossier.points._brief.toPlainText() == "Kept")
    window.desk.save_again()
    window.close()
    with open_workspace(w, read_only=True) as workspace, workspace.read() as work:
        assert work.dossiers.dossier(work.meetings.item("6").id).brief == "Kept"


def test_a_dossier_that_is_only_looked_at_stays_to_the_letter(
    window: MainWindow, qtbot: QtBot, w: Path
) -> None:
    item = next(row.item for row in window.desk.rows if row.item.number == "8")
    stored = Dossier(item.id, "para.\u00a062 « x »", ("-5 per cent", "**Key** point"), "a\u00a0b")
    window._tasks.write(lambda work: work.dossiers.save(stored))
    open_item(window, qtbot, "8")
    qtbot.waitUntil(lambda: window.desk.dossier == stored)
    window.dossier.tabs.setCurrentIndex(BRIEF)
    QTest.keyClicks(window.dossier.points._note, "!")
    window.go_to(LIBRARY)
    window.close()
    with open_workspace(w, read_only=True) as workspace, workspace.read() as work:
        assert work.dossiers.dossier(item.id) == replace(stored, note="!a\u00a0b")
        assert len(work.revisions.history(Entity.DOSSIER, item.id)) <= 2


def test_return_waits_for_the_answer_to_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    open_item(window, qtbot, "7")
    palette = window.palette_over
    palette.open_up()
    QTest.keyClicks(palette.field, "BMS8 6")
    qtbot.waitUntil(lambda: palette.list.current_row() is not None)
    go = threading.Event()
    window._tasks.read(lambda work: go.wait(5), lambda _: None)
    QTest.keyClicks(palette.field, "2")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    go.set()
    qtbot.waitUntil(lambda: pulled(window) == ["BMS8/62"])


def test_the_best_hit_is_selected_when_the_question_changes(window: MainWindow, qtbot: QtBot) -> None:
    view = window.dossier.commitments

    def ask(words: str) -> str:
        view.search.setText(words)
        qtbot.waitUntil(lambda: view.asker.last.question.words == words)
        rows = [row for row in view.list.rows_model.rows if row.located]
        assert view.list.current_row() == rows[0]
        return rows[0].located.reference if rows[0].located else ""

    assert ask("polymer") != ask("record-keeping")


def test_a_hidden_hit_of_the_library_is_not_pulled(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(LIBRARY)
    qtbot.waitUntil(lambda: bool(window.library.view.reading.rows_model.rows))
    QTest.keyClicks(window.library.view.search, "fellowship")
    qtbot.waitUntil(lambda: bool(window.library.view.hits.rows_model.rows))
    window.library.view.search.clear()
    QTest.keyClick(window.library.view.search, Qt.Key.Key_Return)
    window.settle()
    assert pulled(window) == []


def test_copying_all_of_the_reader_quotes_the_paragraph_and_nothing_else(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.reading.read_reference("BMS8/66")
    qtbot.waitUntil(lambda: window.reader.located is not None)
    text = window.reader._text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_A, CTRL)
    QTest.keyClick(text, Qt.Key.Key_C, CTRL)
    located = window.reader.located
    assert located is not None
    quoted = f"“{located.paragraph.text}” (A/CONF.192/BMS/2022/1, annex, para. 66; advance unedited copy)"
    assert QApplication.clipboard().text() == quoted
    cursor = text.textCursor()
    start = text.toPlainText().index("To explore")
    cursor.setPosition(start)
    cursor.setPosition(start + len("To explore means"), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text().startswith("“To explore means” (")


def test_a_selection_in_a_summary_gives_just_those_words(window: MainWindow, qtbot: QtBot) -> None:
    window.reading.read_reference("RevCon3/V.4")
    qtbot.waitUntil(lambda: window.reader.located is not None)
    located, text = window.reader.located, window.reader._text
    assert located is not None
    for words in ("a one-week biennial meeting of States", "report of the Secretary-General"):
        cursor = text.textCursor()
        start = text.document().toPlainText().index(words)
        cursor.setPosition(start)
        cursor.setPosition(start + len(words), cursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)
        assert text.words_with_citation().startswith(f"{words} (RevCon3 outcome document")


def test_renaming_an_item_leaves_its_brief_on_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.dossier.tabs.setCurrentIndex(BRIEF)
    points = window.dossier.points
    qtbot.waitUntil(points.isEnabled)
    QTest.keyClicks(points._brief, "Still here")
    item = window.desk.item
    assert item is not None
    window._tasks.write(lambda work: edit_item(work, item, title="A shorter title"))
    qtbot.waitUntil(lambda: window.desk.item is not None and window.desk.item.title == "A shorter title")
    qtbot.waitUntil(lambda: points.isEnabled() and points._brief.toPlainText() == "Still here")


def test_the_window_signs_what_is_written_with_the_speaker_s_name(
    window: MainWindow, qtbot: QtBot, w: Path
) -> None:
    delegation = replace(window.desk.delegation, speaker_name="Ama Owusu")
    window._tasks.write(lambda work: work.meetings.save_delegation(delegation))
    qtbot.waitUntil(lambda: window.desk.delegation == delegation)
    pull_by_palette(window, qtbot, "BMS8 62")
    pull = window.desk.pulled[0].pull
    window.close()
    with open_workspace(w, read_only=True) as workspace, workspace.read() as work:
        assert [r.author for r in work.revisions.history(Entity.PULL, pull.id)] == ["Ama Owusu"]


def test_two_items_of_one_number_are_refused(window: MainWindow, qtbot: QtBot) -> None:
    item = window.desk.item
    assert item is not None
    window.agenda.edit_item()
    dialog = window.agenda.findChild(ItemDialog)
    dialog.number.setText("7")
    dialog.accept()
    qtbot.waitUntil(lambda: "There is an item 7 already" in window.toast.words)


def test_closing_while_a_workspace_is_being_opened_leaves_no_lock(
    window: MainWindow, qtbot: QtBot, twin: Path
) -> None:
    item = window.desk.rows[5].item
    window.menu.open_path(twin)
    window.close()
    with open_workspace(twin) as workspace, workspace.write() as work:
        work.statements.save(Statement(uuid.uuid4(), item.id, "still mine"))


def test_a_quotation_that_is_altered_is_marked_at_once(window: MainWindow, qtbot: QtBot) -> None:
    open_item(window, qtbot, "7")
    window.reading.read_reference("BMS8/62")
    qtbot.waitUntil(lambda: window.reader.located is not None)
    assert window.reader.located is not None
    window.insert(window.reader.located)
    page = window.dossier.statement
    qtbot.waitUntil(lambda: "To reinforce efforts" in page.editor.toPlainText())
    qtbot.wait(900)
    assert not page.editor.is_doubted("BMS8/62") and not page.doubts.isVisible()
    cursor = page.editor.document().find("efforts to mark")
    cursor.setPosition(cursor.selectionStart())
    page.editor.setTextCursor(cursor)
    QTest.keyClicks(page.editor, "greater ")
    qtbot.waitUntil(lambda: page.editor.is_doubted("BMS8/62"), timeout=3000)
    assert "not those of BMS8/62" in page.doubts.text()
    page.editor.undo()
    qtbot.waitUntil(lambda: not page.doubts.isVisible(), timeout=3000)


def test_nothing_can_be_typed_while_another_workspace_is_being_opened(
    window: MainWindow, qtbot: QtBot, twin: Path
) -> None:
    pages = window.centralWidget()
    assert pages is not None and pages.isEnabled()
    window.menu.open_path(twin)
    assert not pages.isEnabled()
    qtbot.waitUntil(pages.isEnabled, timeout=5000)
    window.menu.open_path(twin.with_name("none.db"))
    assert not pages.isEnabled()
    qtbot.waitUntil(pages.isEnabled, timeout=5000)
    assert window.windowTitle().startswith("Twin")
