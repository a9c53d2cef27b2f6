"""The statement's page on a real workspace: its fields, its time, what is inserted and chosen."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.quotations import InsertAs
from core.statements import Capacity
from desktop.statement.page_layout import EMPTY, OPEN
from tests.desktop.statement.room import Room


def test_an_item_without_a_statement_says_what_belongs_there_and_starts_one(room: Room) -> None:
    room.show("7")
    assert room.page._places.currentIndex() == EMPTY
    assert room.times[-1] is None
    QTest.mouseClick(room.page.empty.national, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.page._places.currentIndex() == OPEN
    assert room.shown.startswith("Chair,\nGhana thanks you")
    assert room.page.editor.textCursor().atEnd()


def test_what_is_typed_right_after_new_statement_is_not_lost(room: Room) -> None:
    room.show("7")
    QTest.mouseClick(room.page.empty.national, Qt.MouseButton.LeftButton)
    keys = "My first words"  # at whatever has the focus while the file is still being asked
    for nth, letter in enumerate(keys):
        focused = QApplication.focusWidget() or room.page.focusWidget() or room.page
        QTest.keyClicks(focused, letter)
        if nth == 3:
            QTest.keyClick(focused, Qt.Key.Key_Backspace)
    room.settle()
    room.qtbot.waitUntil(lambda: room.shown.endswith("My irst words"))
    assert room.page.editor.textCursor().atEnd()


def test_a_group_statement_is_timed_by_the_group_s_limit(room: Room) -> None:
    room.show("7")
    QTest.mouseClick(room.page.empty.group, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.shown.endswith("on behalf of [group].")
    time = room.times[-1]
    assert time is not None and time.limit_seconds == 480
    room.page.head.capacity.setCurrentIndex(room.page.head.capacity.findData(Capacity.NATIONAL))
    room.page.head.capacity.activated.emit(0)
    room.qtbot.waitUntil(lambda: room.times[-1] is not None and room.times[-1].limit_seconds == 300)


def test_deleting_says_so_and_can_be_undone(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    room.type(" two")
    room.page.delete()
    room.settle()
    assert room.page._places.currentIndex() == EMPTY
    words, changes = room.said[-1]
    assert words == "Deleted “National statement”"
    room.write(lambda work: work.revisions.undo(changes))
    room.settle()
    assert room.shown == "one two"
    assert room.stored(statement.id).text == "one two\n"


def test_fields_are_saved_like_the_text(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    head = room.page.head
    head.title_field.selectAll()
    QTest.keyClicks(head.title_field, "Tracing")
    QTest.keyClicks(head.group, "African Group")
    QTest.keyClicks(head.speaker, "Ama Owusu")
    QTest.keyClicks(head.speaker_title, "Counsellor")
    room.page.flush()
    room.settle()
    stored = room.stored(statement.id)
    assert stored == replace(
        statement,
        title="Tracing",
        group="African Group",
        speaker_name="Ama Owusu",
        speaker_title="Counsellor",
        rank=stored.rank,
    )
    assert head.title.itemText(0) == "Tracing"


def test_a_title_is_never_left_empty(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    room.page.head.title_field.selectAll()
    QTest.keyClick(room.page.head.title_field, Qt.Key.Key_Delete)
    room.page.flush()
    assert room.stored(statement.id).title == "National statement"


def test_of_several_statements_one_is_chosen(room: Room) -> None:
    first = room.started("7", "first")
    second = room.started("7", "second", title="Second")
    room.show("7")
    assert room.shown == "first"
    room.type(" typed")
    room.page.head.title.setCurrentIndex(1)
    room.page.head.title.activated.emit(1)
    room.settle()
    assert room.shown == "second"
    room.type(" too")
    room.page.choose(first.id)
    room.settle()
    assert room.shown == "first typed"
    assert room.stored(second.id).text == "second too\n"


def test_the_wheel_does_not_change_a_choice(room: Room) -> None:
    room.started("7", "first")
    room.started("7", "second")
    room.show("7")
    for choice in (room.page.head.title, room.page.head.stage, room.page.head.capacity):
        down = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(choice, down)
        assert choice.currentIndex() == 0


def test_a_commitment_is_inserted_and_saved(room: Room) -> None:
    statement = room.started("7", "Chair,")
    room.show("7")
    located = room.read(lambda work: work.library.one("BMS8/62"))
    room.page.editor.moveCursor(QTextCursor.MoveOperation.End)
    room.page.insert_commitment(located, InsertAs.QUOTATION)
    room.page.flush()
    text = room.stored(statement.id).text
    assert "> “To reinforce" in text
    assert text.endswith("[@BMS8, para. 62]\n")


def test_a_commitment_starts_a_statement_where_there_is_none(room: Room) -> None:
    located = room.read(lambda work: work.library.one("BMS8/62"))
    room.page.show_item(room.item("7"), room.meeting)
    room.page.insert_commitment(located, InsertAs.REFERENCE)
    room.page.insert_commitment(located, InsertAs.QUOTATION)
    room.settle()
    room.settle()
    assert room.shown.startswith("Chair,")
    statements = room.read(lambda work: work.statements.of_item(work.meetings.item("7").id))
    assert len(statements) == 1
    room.page.flush()
    assert room.stored(statements[0].id).text.count("[@BMS8, para. 62]") == 2


def test_a_reference_typed_in_brackets_becomes_a_citation_if_the_library_has_it(room: Room) -> None:
    statement = room.started("7", "See")
    room.show("7")
    room.type(" [BMS8/62] and [bms8 report para 17] not [State], [62] or [BMS8/999]")
    room.settle()
    room.page.flush()
    assert room.stored(statement.id).text == (
        "See [@BMS8, para. 62] and [@BMS8, report, para. 17] not [State], [62] or [BMS8/999]\n"
    )


def test_the_time_follows_the_words_and_the_meeting_s_limit(room: Room) -> None:
    room.started("7", "word " * 220)
    room.show("7")
    time = room.times[-1]
    assert time is not None and (time.seconds, time.is_over) == (120, False)
    room.type(" more" * 11)
    room.qtbot.waitUntil(lambda: room.times[-1] is not None and room.times[-1].words == 231)
    room.write(
        lambda work: work.meetings.save_meeting(replace(work.meetings.current(), national_minutes=1.0))
    )
    room.settle()
    time = room.times[-1]
    assert time is not None and time.is_over
    assert room.page.times._limit.text() == "1:06 over 1:00"
    assert room.page.times._limit.property("role") == "warning"


def test_each_section_has_its_time(room: Room) -> None:
    room.started("7", "a " * 55 + "\n\n# Tracing\n\n" + "b " * 110 + "\n\n# Nothing said\n\n# Last\n\nc\n")
    room.show("7")
    assert [row.accessibleName() for row in room.page.times._rows] == [
        "Opening: 0:30",
        "Tracing: 1:00",
        "Last: 0:01",
    ]


def test_exporting_names_the_statement_after_saving_it(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    room.type(" two")
    with room.qtbot.waitSignal(room.page.export_requested) as caught:
        room.page.head.export_requested.emit()
    assert caught.args == [statement.id]
    assert room.stored(statement.id).text == "one two\n"


def test_what_is_refused_is_said_and_leaves_the_page_as_it_was(room: Room) -> None:
    room.show("7")
    room.open_file(read_only=True)
    QTest.mouseClick(room.page.empty.national, Qt.MouseButton.LeftButton)
    room.settle()
    assert "reading only" in room.failures.pop()
    assert room.page._places.currentIndex() == EMPTY
    room.open_file()
    statement = room.started("7", "one")
    room.settle()
    room.open_file(read_only=True)
    room.page.delete()
    room.settle()
    assert "reading only" in room.failures.pop()
    assert room.shown == "one"
    assert room.page.open.id == statement.id


def test_a_hasty_second_click_starts_no_second_statement(room: Room) -> None:
    room.show("7")
    for _ in range(2):
        QTest.mouseClick(room.page.empty.national, Qt.MouseButton.LeftButton)
    room.settle()
    assert len(room.read(lambda work: work.statements.of_item(work.meetings.item("7").id))) == 1


def test_what_could_not_be_saved_is_not_exported_and_says_so(room: Room) -> None:
    statement = room.started("7", "one")
    room.show("7")
    room.open_file(read_only=True)
    room.type(" two")
    exported: list[object] = []
    room.page.export_requested.connect(exported.append)
    for _ in range(2):
        room.page.head.export_requested.emit()
        room.settle()
        assert exported == []
        assert room.page.notice.isVisible()
        assert "not exported" in room.page.notice.words.text()
    room.open_file()
    room.page.flush()
    room.settle()
    assert exported == []
    room.page.head.export_requested.emit()
    room.settle()
    assert exported == [statement.id]


def test_a_citation_that_the_library_lacks_is_marked(room: Room) -> None:
    room.started("7", "See [@BMS8, para. 62] and [@BMS9, para. 1].")
    room.show("7")
    room.settle()
    assert room.page.editor.is_doubted("BMS9/1")
    assert not room.page.editor.is_doubted("BMS8/62")
