"""Nothing that was typed is lost, whatever is done next and whatever the file does."""

import shutil
import threading
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.revisions import Entity
from core.statements import Stage
from db.workspace import open_workspace
from desktop.statement.jobs import edit_statement
from tests.desktop.statement.room import Room


def test_what_is_typed_is_saved_by_itself(room: Room) -> None:
    statement = room.started("7", "Chair,")
    room.show("7")
    with room.qtbot.waitSignal(room.page.saved, timeout=3000):
        room.type(" thank you.")
    assert room.stored(statement.id).text == "Chair, thank you.\n"


def test_saving_disturbs_neither_the_cursor_nor_undo(room: Room) -> None:
    statement = room.started("7", "one three")
    room.show("7")
    room.page.editor.moveCursor(QTextCursor.MoveOperation.Start)
    room.type("zero ", at_end=False)
    room.page.flush()
    room.settle()
    assert room.page.editor.textCursor().position() == 5
    assert room.page.editor.document().isUndoAvailable()
    room.page.editor.undo()
    room.page.flush()
    assert room.stored(statement.id).text == "one three\n"


def test_going_to_another_item_at_once_loses_nothing(room: Room) -> None:
    first, second = room.started("7", "seven"), room.started("8", "eight")
    seven, eight, meeting = room.item("7"), room.item("8"), room.meeting
    room.page.show_item(seven, meeting)
    room.settle()
    room.type(" typed")
    room.page.show_item(eight, meeting)
    room.page.show_item(seven, meeting)
    room.page.show_item(eight, meeting)
    room.settle()
    assert room.shown == "eight"
    room.type(" too")
    room.page.show_item(seven, meeting)
    room.settle()
    assert room.shown == "seven typed"
    assert room.stored(first.id).text == "seven typed\n"
    assert room.stored(second.id).text == "eight too\n"


def test_nothing_is_lost_while_the_file_is_slow(room: Room) -> None:
    first, second = room.started("7", "seven"), room.started("8", "eight")
    seven, eight, meeting = room.item("7"), room.item("8"), room.meeting
    room.page.show_item(seven, meeting)
    room.settle()
    go_on = threading.Event()
    room.tasks.write(lambda _work: go_on.wait(10))
    room.type(" a")
    room.page.flush()
    room.type(" b")
    room.page.show_item(eight, meeting)
    assert room.shown == ""
    room.page.show_item(seven, meeting)
    go_on.set()
    room.settle()
    assert room.shown == "seven a b"
    room.type(" c")
    room.page.flush()
    assert room.stored(first.id).text == "seven a b c\n"
    assert room.stored(second.id).text == "eight"


def test_typing_goes_on_while_a_save_is_under_way(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    go_on = threading.Event()
    room.tasks.write(lambda _work: go_on.wait(10))
    room.type(" two")
    room.page.flush()
    room.page.editor.undo()
    room.type(" three")
    go_on.set()
    room.settle()
    assert room.shown == "one three"
    room.page.flush()
    assert room.stored(statement.id).text == "one three\n"


def test_leaving_the_page_saves(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    other = QLineEdit()
    room.qtbot.addWidget(other)
    other.show()
    room.page.activateWindow()
    room.page.editor.setFocus()
    room.qtbot.waitUntil(room.page.editor.hasFocus)
    room.type(" two")
    other.activateWindow()
    other.setFocus()
    room.qtbot.waitUntil(other.hasFocus)
    assert room.stored(statement.id).text == "one two\n"
    room.type(" three")
    room.page.hide()
    assert room.stored(statement.id).text == "one two three\n"


def test_what_was_typed_just_before_closing_is_in_the_file(qtbot: QtBot, w: Path) -> None:
    room = Room(qtbot, w)
    statement = room.started("7", "one")
    room.show("7")
    room.type(" two")
    room.page.flush()
    room.tasks.close()
    with open_workspace(w) as workspace, workspace.read() as work:
        assert work.statements.statement(statement.id).text == "one two\n"


def test_what_cannot_be_saved_is_kept_and_tried_again(room: Room) -> None:
    statement, other = room.started("7", "one"), room.started("8", "eight")
    room.show("7")
    room.open_file(read_only=True)
    room.type(" two")
    room.page.flush()
    room.settle()
    assert room.page.notice.isVisible()
    assert "reading only" in room.page.notice.words.text()
    room.show("8")
    assert room.shown == "eight"
    room.show("7")
    assert room.shown == "one two"
    room.type(" three")
    room.page.flush()
    room.settle()
    room.open_file()
    room.page.flush()
    room.settle()
    assert not room.page.notice.isVisible()
    assert room.stored(statement.id).text == "one two three\n"
    assert room.stored(other.id).text == "eight"


def test_a_change_from_elsewhere_is_shown(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    room.write(lambda work: edit_statement(work, statement.id, text="other", title="Ours", stage=Stage.FINAL))
    room.settle()
    assert room.shown == "other"
    assert room.page.head.title_field.text() == "Ours"
    assert room.page.head.stage.currentData() == Stage.FINAL


def test_a_change_from_elsewhere_does_not_take_away_what_is_being_typed(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    room.type(" typed")
    room.write(lambda work: edit_statement(work, statement.id, text="other", group="Arab Group"))
    room.settle()
    assert room.shown == "one typed"
    assert room.page.head.group.text() == "Arab Group"
    room.page.flush()
    room.settle()
    stored = room.stored(statement.id)
    assert (stored.text, stored.group) == ("one typed\n", "Arab Group")
    history = room.read(lambda work: work.revisions.history(Entity.STATEMENT, statement.id))
    assert "other" in [revision.content["text"] for revision in history]


def test_a_statement_deleted_elsewhere_comes_back_with_an_edit(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    go_on = threading.Event()
    room.tasks.write(lambda _work: go_on.wait(10))
    room.tasks.write(lambda work: work.statements.delete(statement.id), initiator="elsewhere")
    room.type(" typed")
    room.page.flush()
    go_on.set()
    room.settle()
    assert room.stored(statement.id).text == "one typed\n"
    assert room.shown == "one typed"


def test_what_belongs_to_one_file_is_never_written_into_another(room: Room, tmp_path: Path) -> None:
    statement = room.started("7", "one")
    seven, meeting = room.item("7"), room.meeting
    room.show("7")
    own, other = room.path, Path(shutil.copy(room.path, tmp_path / "other.db"))
    room.type(" two")
    room.path = other
    room.open_file()
    room.page.flush()
    room.page.show_item(seven, meeting)
    room.settle()
    assert room.shown == "one"
    assert room.stored(statement.id).text == "one"
    room.path = own
    room.open_file()
    room.page.show_item(seven, meeting)
    room.settle()
    assert room.stored(statement.id).text == "one two\n"
    assert room.shown == "one two"


def test_a_file_that_is_opened_while_a_save_is_under_way_does_not_get_it(room: Room, tmp_path: Path) -> None:
    statement = room.started("7", "one")
    room.show("7")
    other = Path(shutil.copy(room.path, tmp_path / "other.db"))
    room.type(" two")
    go_on = threading.Event()
    room.tasks.write(lambda _work: go_on.wait(10))
    arrived: list[object] = []
    room.tasks.open(lambda: open_workspace(other), arrived.append)
    room.page.flush()
    go_on.set()
    room.qtbot.waitUntil(lambda: bool(arrived))
    room.settle()
    assert room.stored(statement.id).text == "one"
    assert "another workspace" in room.page.notice.words.text()


def test_words_are_unsaved_until_the_file_has_them(room: Room) -> None:
    room.started("7", "one")
    room.show("7")
    assert not room.page.unsaved()
    room.type(" two")
    assert room.page.unsaved()
    room.page.flush()
    room.page.flush()
    assert room.page.unsaved()
    room.settle()
    assert not room.page.unsaved()
    room.open_file(read_only=True)
    room.type(" three")
    room.page.flush()
    room.settle()
    assert room.page.unsaved()
    room.open_file()
    room.page.flush()
    room.settle()
    assert not room.page.unsaved()


def test_the_last_statement_of_an_item_comes_back_if_it_was_being_written_on(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    go_on = threading.Event()
    room.tasks.write(lambda _work: go_on.wait(10))
    room.tasks.write(lambda work: work.statements.delete(statement.id), initiator="undo")
    go_on.set()
    room.type(" two")
    room.settle()
    room.settle()
    assert room.shown == "one two"
    assert room.stored(statement.id).text == "one two\n"
    room.type(" three")
    room.page.flush()
    assert room.stored(statement.id).text == "one two three\n"


def test_one_of_several_statements_comes_back_if_it_was_being_written_on(room: Room) -> None:
    other = room.started("7", "other")
    statement = room.started("7", "one")
    room.show("7")
    room.page.choose(statement.id)
    room.settle()
    room.type(" two")
    room.write(lambda work: work.statements.delete(statement.id))
    room.settle()
    room.settle()
    assert room.shown == "one two"
    titles = [room.page.head.title.itemData(nth) for nth in range(room.page.head.title.count())]
    assert sorted(map(str, titles)) == sorted(map(str, (other.id, statement.id)))


def test_a_statement_nobody_is_writing_on_stays_deleted(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    room.type(" two")
    room.page.flush()
    room.settle()
    room.write(lambda work: work.statements.delete(statement.id))
    room.settle()
    assert room.page.open.id is None
    room.page.flush()
    assert not room.page.unsaved()
    assert room.read(lambda work: work.statements.all()) == []


def test_closing_the_page_with_words_on_it_hands_them_on(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    room.type(" two")
    room.page.open.close()
    room.page.flush()
    room.page.flush()
    assert room.stored(statement.id).text == "one two\n"
