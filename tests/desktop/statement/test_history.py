"""The versions of a statement: what changed, and the way back."""

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
