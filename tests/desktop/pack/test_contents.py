"""The two lists of switches: agenda items, and parts in their order."""

import uuid

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.agenda import AgendaItem
from core.briefing_pack import PackPart
from core.documents import Track
from desktop.pack.contents_list import ItemDelegate, SwitchDelegate, SwitchList, lines_that_fit
from desktop.pack.contents_models import ItemsModel, PartsModel, counts_in_words
from desktop.pack.room import ItemRow

_MEETING = uuid.uuid4()
_TITLE = "Consideration of the implementation of the Programme of Action"
ROWS = (
    ItemRow(AgendaItem(uuid.uuid4(), _MEETING, "1", "Opening of the meeting"), 0, 0),
    ItemRow(AgendaItem(uuid.uuid4(), _MEETING, "6", _TITLE, Track.POA), 12, 1),
    ItemRow(AgendaItem(uuid.uuid4(), _MEETING, "7", "Tracing", Track.ITI), 0, 2),
)
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def _watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


@pytest.fixture
def items(qtbot: QtBot) -> ItemsModel:
    model = ItemsModel()
    _watched(model)
    model.show(ROWS, {ROWS[1].item.id})
    return model


@pytest.fixture
def parts(qtbot: QtBot) -> PartsModel:
    model = PartsModel()
    _watched(model)
    model.show_parts(tuple(PackPart))
    return model


def _order(model: PartsModel) -> list[PackPart]:
    return [model.key(row) for row in range(model.rowCount())]


def test_items_that_are_on_keep_the_order_of_the_agenda(items: ItemsModel) -> None:
    items.setData(items.index(2), ON, Qt.ItemDataRole.CheckStateRole)
    items.setData(items.index(0), ON, Qt.ItemDataRole.CheckStateRole)
    items.setData(items.index(1), OFF, Qt.ItemDataRole.CheckStateRole)
    assert items.item_ids() == (ROWS[0].item.id, ROWS[2].item.id)


def test_switching_says_so_once_and_showing_does_not(qtbot: QtBot, items: ItemsModel) -> None:
    heard: list[bool] = []
    items.switched.connect(lambda: heard.append(True))
    items.setData(items.index(2), ON, Qt.ItemDataRole.CheckStateRole)
    items.show(ROWS, set())
    items.show(ROWS[:2], set())
    assert heard == [True]


def test_a_row_is_read_out_with_all_that_is_shown_of_it(items: ItemsModel) -> None:
    assert items.words(1) == f"6  {_TITLE} (PoA): 12 pulled · 1 statement"
    assert counts_in_words(ROWS[0]) == "nothing prepared"
    assert counts_in_words(ROWS[2]) == "2 statements"


def test_a_part_moves_among_those_that_repeat_for_every_item(parts: PartsModel) -> None:
    assert parts.moveRow(QModelIndex(), 5, QModelIndex(), 2)
    assert _order(parts)[2:4] == [PackPart.COMMITMENTS, PackPart.BRIEF]
    assert parts.parts()[2] is PackPart.COMMITMENTS


@pytest.mark.parametrize(("row", "before"), [(0, 3), (7, 2), (2, 1), (6, 8), (3, 3), (3, 4)])
def test_cover_contents_and_annex_stay_where_they_are(parts: PartsModel, row: int, before: int) -> None:
    assert not parts.moveRow(QModelIndex(), row, QModelIndex(), before)
    assert _order(parts) == list(PackPart)


def test_a_part_that_is_off_stands_after_its_usual_forerunner(parts: PartsModel) -> None:
    parts.show_parts((PackPart.COVER, PackPart.RECORD, PackPart.BRIEF))
    middle = _order(parts)[2:7]
    assert middle == [
        PackPart.RECORD,
        PackPart.BRIEF,
        PackPart.TALKING_POINTS,
        PackPart.STATEMENT,
        PackPart.COMMITMENTS,
    ]
    assert parts.parts() == (PackPart.COVER, PackPart.RECORD, PackPart.BRIEF)


def test_alt_and_an_arrow_key_move_a_part_and_keep_it_current(qtbot: QtBot, parts: PartsModel) -> None:
    view = SwitchList(parts, SwitchDelegate(), "Parts", movable=True)
    qtbot.addWidget(view)
    view.setCurrentIndex(parts.index(2))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _order(parts)[2:5] == [PackPart.TALKING_POINTS, PackPart.BRIEF, PackPart.STATEMENT]
    assert view.currentIndex().row() == 3


def test_space_and_a_click_switch_a_row(qtbot: QtBot, items: ItemsModel) -> None:
    view = SwitchList(items, ItemDelegate(), "Agenda items")
    qtbot.addWidget(view)
    view.resize(280, 240)
    view.show()
    view.setCurrentIndex(items.index(2))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert items.item_ids() == (ROWS[1].item.id, ROWS[2].item.id)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(items.index(1)).center())
    assert items.item_ids() == (ROWS[2].item.id,)


def test_a_dragged_part_may_be_let_go_among_its_like_only(parts: PartsModel) -> None:
    dragged = parts.mimeData([parts.index(2)])
    move = Qt.DropAction.MoveAction
    between = [row for row in range(9) if parts.canDropMimeData(dragged, move, row, 0, QModelIndex())]
    assert between == [2, 3, 4, 5, 6, 7]
    assert not parts.canDropMimeData(dragged, move, -1, -1, parts.index(4))
    draggable = [row for row in range(8) if parts.flags(parts.index(row)) & Qt.ItemFlag.ItemIsDragEnabled]
    assert draggable == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("width", [20, 90, 400])
def test_a_title_is_broken_into_the_lines_there_is_room_for(qtbot: QtBot, width: int) -> None:
    view = SwitchList(PartsModel(), SwitchDelegate(), "Parts")
    qtbot.addWidget(view)
    metrics = view.fontMetrics()
    lines = lines_that_fit(_TITLE, metrics, width, 2)
    assert len(lines) <= 2
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    assert lines_that_fit("Tracing", metrics, 400, 2) == ["Tracing"]


def test_sub_items_are_one_line_high_until_something_is_prepared_for_them(qtbot: QtBot) -> None:
    rows = (
        ROWS[0],
        ItemRow(AgendaItem(uuid.uuid4(), _MEETING, "5 (a)", _TITLE, Track.POA), 0, 0),
        ItemRow(AgendaItem(uuid.uuid4(), _MEETING, "5 (b)", "Elections"), 0, 0),
        ItemRow(AgendaItem(uuid.uuid4(), _MEETING, "5 (c)", _TITLE, Track.POA), 2, 0),
    )
    model, delegate, option = ItemsModel(), ItemDelegate(), QStyleOptionViewItem()
    model.show(rows, set())
    heights = [delegate.sizeHint(option, model.index(nth)).height() for nth in range(len(rows))]
    assert heights[0] == heights[1] == heights[2] < heights[3]
