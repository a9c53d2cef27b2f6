"""What a delegate does at Prepare, with real keys and clicks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.commitments import Stance
from db.workspace import open_workspace
from desktop.dossier.page import BRIEF, RECORD, STATEMENT
from desktop.main_window import MainWindow
from desktop.meeting.agenda_model import AGENDA_ROLE

CTRL = Qt.KeyboardModifier.ControlModifier


def open_item(window: MainWindow, qtbot: QtBot, number: str) -> None:
    """Clicks an item of the agenda."""
    agenda = window.agenda.list
    for line in range(agenda.model().rowCount()):
        index = agenda.model().index(line, 0)
        if index.data(AGENDA_ROLE).item.number == number:
            place = agenda.visualRect(index).center()
            QTest.mouseClick(agenda.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.desk.item is not None and window.desk.item.number == number)
    qtbot.waitUntil(lambda: window.desk.dossier is not None)


def pulled(window: MainWindow) -> list[str]:
    """The references of the open dossier, in order."""
    return [each.pull.reference for each in window.desk.pulled]


def pull_by_palette(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Ctrl+K, a reference, Return."""
    count = len(window.desk.pulled)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = window.palette_over
    qtbot.waitUntil(palette.isVisible)
    palette.field.clear()
    QTest.keyClicks(palette.field, words)
    reference = words.replace(" ", "/")
    qtbot.waitUntil(
        lambda: (
            (row := palette.list.current_row()) is not None
            and row.located is not None
            and row.located.reference == reference
        )
    )
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.desk.pulled) == count + 1)


def test_the_window_opens_on_the_first_substantive_item(window: MainWindow) -> None:
    assert [row.item.number for row in window.desk.rows] == [str(n) for n in range(1, 12)]
    assert window.desk.item is not None and window.desk.item.number == "6"
    assert "Ghana" in window.agenda._state.text()


def test_what_the_own_state_did_stands_below_the_agenda(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "BMS8" in window.agenda._did.text())
    assert window.agenda._did.text() == "At BMS8: spoke on items 6, 7, 9; reported; was Vice-Chair"


def test_a_commitment_is_found_by_its_words_and_pulled_with_return(window: MainWindow, qtbot: QtBot) -> None:
    open_item(window, qtbot, "7")
    search = window.dossier.commitments.search
    search.setFocus()
    QTest.keyClicks(search, "modular polymer")
    rows = window.dossier.commitments.list.rows_model
    qtbot.waitUntil(lambda: bool(rows.rows) and rows.rows[0].caption.startswith("FOUND"))
    QTest.keyClick(search, Qt.Key.Key_Down)
    first = window.dossier.commitments.list.current_row()
    assert first is not None and first.located is not None and first.marks
    assert window.reader.located == first.located
    QTest.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pulled(window) == [first.located.reference])
    assert window.toast.words == f"Pulled {first.located.reference} into item 7"


def test_the_palette_pulls_by_reference_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    open_item(window, qtbot, "7")
    pull_by_palette(window, qtbot, "BMS8 62")
    pull_by_palette(window, qtbot, "RevCon3 III.10")
    assert pulled(window) == ["BMS8/62", "RevCon3/III.10"]


def test_control_return_in_the_palette_quotes_into_the_statement(window: MainWindow, qtbot: QtBot) -> None:
    open_item(window, qtbot, "7")
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = window.palette_over
    QTest.keyClicks(palette.field, "BMS8 66")
    qtbot.waitUntil(
        lambda: (
            (row := palette.list.current_row()) is not None
            and row.located is not None
            and row.located.reference == "BMS8/66"
        )
    )
    QTest.keyClick(palette.field, Qt.Key.Key_Return, CTRL)
    assert window.dossier.tabs.currentIndex() == STATEMENT

    def saved() -> bool:
        window.flush()
        row = next(row for row in window.desk.rows if row.item.number == "7")
        return row.statements == 1

    qtbot.waitUntil(saved, timeout=5000)


def test_taking_out_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    open_item(window, qtbot, "7")
    pull_by_palette(window, qtbot, "BMS8 62")
    pull_by_palette(window, qtbot, "BMS8 63")
    items = window.dossier.commitments.list
    qtbot.waitUntil(lambda: len([row for row in items.rows_model.rows if row.pull]) == 2)
    items.setFocus()
    items.select_first()
    QTest.keyClick(items, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: pulled(window) == ["BMS8/63"])
    QTest.keyClick(items, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: pulled(window) == ["BMS8/62", "BMS8/63"])


def test_commitments_keep_the_order_the_delegate_sets(window: MainWindow, qtbot: QtBot) -> None:
    open_item(window, qtbot, "7")
    for words in ("BMS8 62", "BMS8 63", "BMS8 64"):
        pull_by_palette(window, qtbot, words)
    items = window.dossier.commitments.list
    qtbot.waitUntil(lambda: len([row for row in items.rows_model.rows if row.pull]) == 3)
    items.setFocus()
    items.select_first()
    QTest.keyClick(items, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: pulled(window) == ["BMS8/63", "BMS8/62", "BMS8/64"])
    QTest.keyClick(items, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: pulled(window) == ["BMS8/63", "BMS8/64", "BMS8/62"])
    QTest.keyClick(items, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: pulled(window) == ["BMS8/63", "BMS8/62", "BMS8/64"])


def test_stance_and_private_note_are_kept(window: MainWindow, qtbot: QtBot, w: Path) -> None:
    open_item(window, qtbot, "7")
    pull_by_palette(window, qtbot, "BMS8 62")
    qtbot.waitUntil(window.reader.dossier_box.isVisible)
    window.reader.dossier_box.note.setFocus()
    QTest.keyClicks(window.reader.dossier_box.note, "Quote it early")
    window.reader.dossier_box.stance.setCurrentIndex(list(Stance).index(Stance.SUPPORT))
    window.reader.dossier_box.stance.activated.emit(1)
    qtbot.waitUntil(lambda: window.desk.pulled[0].pull.stance is Stance.SUPPORT)
    qtbot.waitUntil(lambda: window.desk.pulled[0].pull.note == "Quote it early", timeout=3000)
    window.close()
    with open_workspace(w, read_only=True) as workspace, workspace.read() as work:
        (pull,) = work.dossiers.pulls(work.meetings.item("7").id)
    assert (pull.stance, pull.note) == (Stance.SUPPORT, "Quote it early")


def test_closing_in_the_middle_of_a_word_loses_nothing(window: MainWindow, qtbot: QtBot, w: Path) -> None:
    open_item(window, qtbot, "8")
    window.dossier.tabs.setCurrentIndex(BRIEF)
    points = window.dossier.points
    qtbot.waitUntil(points.isEnabled)
    QTest.keyClicks(points._brief, "We want the fellowship")
    points._points.setPlainText("- first point\nsecond point\n")
    window.close()
    with open_workspace(w, read_only=True) as workspace, workspace.read() as work:
        dossier = work.dossiers.dossier(work.meetings.item("8").id)
    assert dossier.brief == "We want the fellowship"
    assert dossier.talking_points == ("first point", "second point")


def test_changing_the_item_in_the_middle_of_a_word_keeps_it_where_it_was_typed(
    window: MainWindow, qtbot: QtBot, w: Path
) -> None:
    open_item(window, qtbot, "8")
    window.dossier.tabs.setCurrentIndex(BRIEF)
    qtbot.waitUntil(window.dossier.points.isEnabled)
    QTest.keyClicks(window.dossier.points._brief, "Eight")
    open_item(window, qtbot, "9")
    qtbot.waitUntil(window.dossier.points.isEnabled)
    assert window.dossier.points._brief.toPlainText() == ""
    QTest.keyClicks(window.dossier.points._brief, "Nine")
    window.close()
    with open_workspace(w, read_only=True) as workspace, workspace.read() as work:
        briefs = [work.dossiers.dossier(work.meetings.item(n).id).brief for n in ("8", "9")]
    assert briefs == ["Eight", "Nine"]


def test_the_record_shows_the_own_state_first(window: MainWindow, qtbot: QtBot) -> None:
    open_item(window, qtbot, "7")
    window.dossier.tabs.setCurrentIndex(RECORD)
    text = window.dossier.record._text
    qtbot.waitUntil(lambda: "4th meeting" in text.toPlainText())
    shown = text.toPlainText()
    assert "also on behalf of Economic Community of West African States" in shown
    assert shown.index("Ghana") < shown.index("Costa Rica")


def test_ctrl_c_copies_the_words_with_their_citation(window: MainWindow, qtbot: QtBot) -> None:
    open_item(window, qtbot, "7")
    pull_by_palette(window, qtbot, "BMS8 66")
    items = window.dossier.commitments.list
    qtbot.waitUntil(lambda: any(row.pull for row in items.rows_model.rows))
    items.setFocus()
    items.select_first()
    QTest.keyClick(items, Qt.Key.Key_C, CTRL)
    copied = QApplication.clipboard().text()
    assert copied.startswith("“To explore means") and "A/CONF.192/BMS/2022/1, annex, para. 66" in copied


def test_the_models_keep_qt_s_rules(window: MainWindow, qtbot: QtBot) -> None:
    for model in (window.agenda.list.model(), window.dossier.commitments.list.model()):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, window)
    open_item(window, qtbot, "7")
    pull_by_palette(window, qtbot, "BMS8 62")
