"""Suggestions in the Commitments tab, with real keys and clicks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.revisions import Changes, Entity
from db.workspace import open_workspace
from desktop.dossier.offer_list import OfferList
from desktop.dossier.page import COMMITMENTS, STATEMENT
from desktop.main_window import MainWindow
from desktop.statement.jobs import new_statement
from desktop.widgets.paragraph_delegate import inner_place
from desktop.widgets.row_actions import places
from tests.desktop.window.test_preparing import open_item, pulled

CTRL = Qt.KeyboardModifier.ControlModifier


def offered(window: MainWindow, qtbot: QtBot, number: str = "7") -> OfferList:
    """Opens an item and waits for its suggestions; the list has the keyboard."""
    open_item(window, qtbot, number)
    view = window.dossier.commitments
    qtbot.waitUntil(lambda: bool(view.offers.offer.best) and view.list.rows_model.rowCount() > 3)
    view.list.setFocus()
    view.list.select_first()
    return view.list


def captions(items: OfferList) -> list[str]:
    return [row.caption for row in items.rows_model.rows if row.caption]


def current(items: OfferList) -> str:
    row = items.current_row()
    assert row is not None
    return row.located.reference if row.located else row.caption


def has_pulled(window: MainWindow, count: int) -> bool:
    return len(window.desk.pulled) == count


def click_button(items: OfferList, nth: int) -> None:
    """Clicks a button of the selected row."""
    row = items.current_row()
    assert row is not None and row.actions
    inner = inner_place(QRectF(items.visualRect(items.currentIndex())))
    place = places(row.actions, inner, items.font(), rtl=False)[nth].center()
    QTest.mouseClick(
        items.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y()))
    )


def test_an_item_opens_with_suggestions_by_topic(window: MainWindow, qtbot: QtBot) -> None:
    items = offered(window, qtbot)
    QAbstractItemModelTester(items.rows_model, QAbstractItemModelTester.FailureReportingMode.Fatal, window)
    assert captions(items)[0].startswith("SUGGESTED FOR THIS ITEM")
    first, second, *_ = items.rows_model.rows[1:3]
    assert first.opens and first.is_open and first.caption == "Tracing"
    assert second.because == "same track"
    assert window.reader.located == second.located


def test_return_pulls_one_after_another(window: MainWindow, qtbot: QtBot) -> None:
    items = offered(window, qtbot)
    wanted = []
    for count in (1, 2, 3):
        wanted.append(current(items))
        top = items.visualRect(items.currentIndex()).top()
        QTest.keyClick(items, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(has_pulled, window, count))
        qtbot.waitUntil(lambda: not window.dossier.commitments.offers.gone)
        assert current(items) not in wanted
        assert count == 1 or abs(items.visualRect(items.currentIndex()).top() - top) <= 45
    assert pulled(window) == wanted
    assert captions(items)[0] == "PULLED  3"


def test_x_and_delete_put_aside_and_ctrl_z_brings_back(window: MainWindow, qtbot: QtBot, w: Path) -> None:
    items = offered(window, qtbot)
    offers = window.dossier.commitments.offers
    first = current(items)
    QTest.keyClick(items, Qt.Key.Key_X)
    second = current(items)
    assert second != first
    QTest.keyClick(items, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(offers.offer.aside) == 2)
    assert {each.dismissal.reference for each in offers.offer.aside} == {first, second}
    assert captions(items)[-1] == "Not relevant"
    QTest.keyClick(items, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: [each.dismissal.reference for each in offers.offer.aside] == [first])
    window.close()
    with open_workspace(w, read_only=True) as workspace, workspace.read() as work:
        left = work.dossiers.dismissed(work.meetings.item("7").id)
    assert [each.reference for each in left] == [first]


def test_what_is_not_relevant_can_be_looked_at_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    items = offered(window, qtbot)
    offers = window.dossier.commitments.offers
    first = current(items)
    QTest.keyClick(items, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: len(offers.offer.aside) == 1)
    QTest.keyClick(items, Qt.Key.Key_End)
    assert current(items) == "Not relevant"
    QTest.keyClick(items, Qt.Key.Key_Right)
    QTest.keyClick(items, Qt.Key.Key_Down)
    assert current(items) == first
    QTest.keyClick(items, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: not offers.offer.aside)
    assert first in [each.located.reference for each in offers.offer.best]


def test_the_buttons_of_a_row_do_the_same_as_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    items = offered(window, qtbot)
    first = current(items)
    click_button(items, 0)
    qtbot.waitUntil(lambda: pulled(window) == [first])
    second = current(items)
    click_button(items, 1)
    offers = window.dossier.commitments.offers
    qtbot.waitUntil(lambda: [each.dismissal.reference for each in offers.offer.aside] == [second])


def test_topics_fold_and_more_opens_with_keys_and_clicks(window: MainWindow, qtbot: QtBot) -> None:
    items = offered(window, qtbot)
    count = items.rows_model.rowCount()
    QTest.keyClick(items, Qt.Key.Key_Left)
    assert current(items) == "Tracing"
    QTest.keyClick(items, Qt.Key.Key_Left)
    assert items.rows_model.rowCount() < count and current(items) == "Tracing"
    QTest.keyClick(items, Qt.Key.Key_Return)
    assert items.rows_model.rowCount() == count
    more = next(nth for nth, row in enumerate(items.rows_model.rows) if row.caption.endswith(" more"))
    place = items.visualRect(items.rows_model.index(more)).center()
    QTest.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert items.rows_model.rowCount() > count and "Fewer" in captions(items)


def test_the_suggestions_follow_what_is_written_and_nothing_jumps(window: MainWindow, qtbot: QtBot) -> None:
    items = offered(window, qtbot)
    offers = window.dossier.commitments.offers
    for _ in range(6):
        QTest.keyClick(items, Qt.Key.Key_Down)
    chosen, top = current(items), items.visualRect(items.currentIndex()).top()
    item = window.desk.item
    assert item is not None
    window._tasks.write(lambda work: new_statement(work, item, text="Ammunition and surplus, ammunition."))
    qtbot.waitUntil(lambda: offers.offer.groups[0].topic.label == "Ammunition", timeout=5000)
    if chosen in [row.located.reference for row in items.rows_model.rows if row.located]:
        assert current(items) == chosen
        assert abs(items.visualRect(items.currentIndex()).top() - top) <= 1


def test_nothing_is_worked_out_while_nobody_looks(window: MainWindow, qtbot: QtBot) -> None:
    offered(window, qtbot)
    offers = window.dossier.commitments.offers
    before = offers.offer
    window.dossier.tabs.setCurrentIndex(STATEMENT)
    item = window.desk.item
    assert item is not None
    window._tasks.write(lambda work: new_statement(work, item, text="Ammunition, and ammunition again."))
    qtbot.waitUntil(lambda: any(row.statements for row in window.desk.rows))
    window._tasks.settle()
    assert offers.offer is before
    window.dossier.tabs.setCurrentIndex(COMMITMENTS)
    qtbot.waitUntil(lambda: offers.offer.groups[0].topic.label == "Ammunition")


def test_typing_does_not_ask_more_often_than_every_two_seconds(window: MainWindow, qtbot: QtBot) -> None:
    offered(window, qtbot)
    offers = window.dossier.commitments.offers
    asked: list[str] = []
    read = window._tasks.read

    def counting(job: object, *args: object, latest: str = "", **more: object) -> None:
        asked.append(latest)
        read(job, *args, latest=latest, **more)  # type: ignore[arg-type]

    window._tasks.read = counting  # type: ignore[method-assign]
    item = window.desk.item
    assert item is not None
    for _ in range(20):
        offers._on_changed(Changes(frozenset({(Entity.STATEMENT, item.id)})))
        QTest.qWait(5)
    assert asked.count("suggestions") <= 1
    assert offers._later.isActive()


def test_a_query_shows_hits_and_its_end_the_suggestions(window: MainWindow, qtbot: QtBot) -> None:
    items = offered(window, qtbot)
    search = window.dossier.commitments.search
    QTest.keyClicks(search, "ammunition")
    qtbot.waitUntil(lambda: captions(items)[:1] != [] and captions(items)[0].startswith("FOUND"))
    search.clear()
    qtbot.waitUntil(lambda: captions(items)[0].startswith("SUGGESTED"))
    QTest.keyClick(search, Qt.Key.Key_Return)
    window._tasks.settle()
    assert not window.desk.pulled or current(items)
