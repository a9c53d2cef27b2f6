"""How the agenda's items look in the list."""

import uuid

from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.agenda import AgendaItem
from core.documents import Track
from desktop.meeting.agenda_model import AgendaDelegate, AgendaModel
from desktop.meeting.jobs import AgendaRow


def test_sub_items_are_one_line_high_whether_they_have_a_track_or_not(qtbot: QtBot) -> None:
    meeting = uuid.uuid4()
    items = [
        AgendaItem(uuid.uuid4(), meeting, number, "Consideration of small arms in all their aspects", track)
        for number, track in (("4", None), ("5 (a)", Track.POA), ("5 (b)", None), ("6", Track.POA))
    ]
    model, delegate, option = AgendaModel(), AgendaDelegate(), QStyleOptionViewItem()
    model.set_rows([AgendaRow(item, 0, 0) for item in items])
    heights = [delegate.sizeHint(option, model.index(nth)).height() for nth in range(len(items))]
    assert heights[0] == heights[1] == heights[2] < heights[3]
