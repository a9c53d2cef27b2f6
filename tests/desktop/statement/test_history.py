"""The versions of a statement: what changed, and the way back."""

import threading

from PySide6.QtTest import QAbstractItemModelTester

from core.revisions import Entity
from core.statement_text import Text, parse
from desktop.statement.changes import Change, Compared, compare
from desktop.statement.history_model import HistoryModel
from desktop.statement.jobs import edit_statement
from tests.desktop.statement.room import Room


def test_the_history_shows_what_changed_and_restores(room: Room) -> None:
    statement = room.started("7", "one two three")
    room.show("7")
    room.write(lambda work: work.revisions.seal_all())
    room.page.editor.selectAll()
    room.type("one deux three", at_end=False)
    dialog = room.page.show_history()
    assert dialog is not None
    with room.qtbot.waitSignal(dialog.destroyed):
        room.settle()
        assert dialog.model.rowCount() == 2
        assert dialog.view.toPlainText() == "one twodeux three"
        assert not dialog.restoring.isEnabled()
        dialog.name.setText("as cleared")
        dialog.naming.click()
        room.settle()
        assert str(dialog.model.data(dialog.model.index(0))).startswith("as cleared\n")
        dialog.marks.setChecked(False)
        dialog.versions.setCurrentIndex(dialog.model.index(1))
        assert dialog.view.toPlainText() == "one two three"
        dialog.restoring.click()
        room.settle()
    assert room.shown == "one two three"
    assert room.said[-1][0].startswith("Restored “National statement”")
    assert room.stored(statement.id).text == "one two three"


def changed(old: str, new: str) -> str:
    """What changed, with [+inserted] and [-deleted] words; blocks are separated by bars."""
    marks = {Change.SAME: "{}", Change.INSERTED: "[+{}]", Change.DELETED: "[-{}]"}

    def words(each: Compared) -> str:
        return "".join(
            marks[change].format(piece.text if isinstance(piece, Text) else "@")
            for piece, change in each.pieces
        )

    return " | ".join(words(each) for each in compare(parse(old), parse(new)))


def test_a_changed_word_is_shown_in_its_sentence() -> None:
    assert changed("We urge all States.", "We invite all States.") == "We [-urge][+invite] all States."


def test_blocks_that_came_and_went_are_shown_whole() -> None:
    assert changed("one\n\ntwo words", "zero\n\none") == "[+zero] | one | [-two][- ][-words]"


def test_a_block_that_became_private_is_shown_as_another_block() -> None:
    assert changed("one two", "::: private\none two\n:::") == "[+one][+ ][+two] | [-one][- ][-two]"


def test_a_citation_that_was_put_in_is_shown() -> None:
    assert changed("See it now.", "See it [@BMS8, para. 62] now.") == "See it [+@][+ ]now."


def test_a_list_that_only_counts_differently_has_not_changed() -> None:
    assert changed("1. one\n2. two", "3. one\n4. two") == "one | two"


def test_a_version_that_is_gone_meanwhile_is_refused_in_a_sentence(room: Room) -> None:
    room.started("7", "one")
    room.show("7")
    dialog = room.page.show_history()
    assert dialog is not None
    room.settle()
    room.type(" two")
    room.page.flush()
    room.settle()
    dialog._tasks.write(
        lambda work: work.revisions.restore(dialog.model.revision(0).id), None, dialog._refused
    )
    room.settle()
    assert "no longer in this workspace" in dialog._trouble.text()
    assert dialog.view.toPlainText() == "one two"
    with room.qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_the_list_of_versions_is_sound(room: Room) -> None:
    statement = room.started("7", "one two")
    room.write(lambda work: work.revisions.seal_all())
    room.write(lambda work: edit_statement(work, statement.id, text="one"))
    model = HistoryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(room.read(lambda work: work.revisions.history(Entity.STATEMENT, statement.id)))
    first, second = (str(model.data(model.index(row))) for row in range(2))
    assert first.startswith("Today")
    assert first.endswith("Ama Owusu · 1 word, −1")
    assert second.endswith("2 words")
    tester.deleteLater()
    model.deleteLater()


def test_a_dialog_that_is_closed_before_the_answer_is_not_missed(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    room.write(lambda work: work.revisions.seal_all())
    room.type(" two")
    for act in ("restore", "name", "nothing"):
        dialog = room.page.show_history()
        assert dialog is not None
        room.settle()
        go_on = threading.Event()
        room.tasks.write(lambda _work, go_on=go_on: go_on.wait(10))
        if act == "restore":
            dialog.versions.setCurrentIndex(dialog.model.index(1))
            dialog.restoring.click()
        elif act == "name":
            dialog.name.setText("as cleared")
            dialog.naming.click()
        else:
            dialog._load()
        with room.qtbot.waitSignal(dialog.destroyed):
            dialog.close()
        go_on.set()
        room.settle()
        assert room.shown == "one"
    assert room.said[-1][0].startswith("Restored")
    assert room.stored(statement.id).text == "one"


def test_a_refusal_after_the_dialog_was_closed_is_said_elsewhere(room: Room) -> None:
    room.started("7", "one")
    room.write(lambda work: work.revisions.seal_all())
    room.show("7")
    room.open_file(read_only=True)
    dialog = room.page.show_history()
    assert dialog is not None
    room.settle()
    dialog.name.setText("as cleared")
    dialog.naming.click()
    dialog.hide()
    room.settle()
    assert "reading only" in room.failures.pop()
    go_on = threading.Event()
    room.tasks.read(lambda _work: go_on.wait(10), lambda _done: None)
    dialog.naming.click()
    with room.qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    go_on.set()
    room.settle()
    assert "reading only" in room.failures.pop()
