"""The left side of Prepare: the meeting, its agenda, and what the own State did last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from core.agenda import short_meeting
from core.errors import NameplateError
from core.record import Record
from core.revisions import Changes
from desktop.dossier.desk import Desk
from desktop.events import Events
from desktop.meeting.agenda_model import AGENDA_ROLE, AgendaDelegate, AgendaModel
from desktop.meeting.dialogs import DelegationDialog, ItemDialog, MeetingDialog
from desktop.meeting.meeting_menu import MeetingChoices, meeting_choices, meeting_menu
from desktop.tasks import Tasks
from desktop.widgets.pieces import IconButton, button, label, row
from desktop.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from db.work import Work


class AgendaPanel(QFrame):
    """Shows the meeting, opens its items, and says what the own State did last time."""

    def __init__(self, desk: Desk, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Fills itself when the desk has read the workspace."""
        super().__init__(parent)
        self.setObjectName("side")
        self._desk, self._tasks = desk, tasks
        self._told_of: str | None = None
        self._name = label("", "title", wrap=True)
        self._when = label("", "muted", wrap=True)
        edit = IconButton("pencil", "Edit the meeting", self.edit_meeting)
        self.choose = IconButton("chevron-down", "Choose another meeting", self.choose_meeting)
        self.list = QListView()
        self.list.setAccessibleName("Agenda")
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._model = AgendaModel(self.list)
        self.list.setModel(self._model)
        self._drawing = AgendaDelegate(self.list)
        self.list.setItemDelegate(self._drawing)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.doubleClicked.connect(lambda _: self.edit_item())
        self._state = button("", self._on_state, "link")
        self._did = label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 8)
        column.setSpacing(4)
        head = row(self._name, self.choose, edit, spacing=4)
        head.setContentsMargins(16, 0, 8, 0)
        for each in (self.choose, edit):
            head.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addLayout(_indented(self._when))
        column.addSpacing(8)
        column.addWidget(self.list, 1)
        column.addLayout(_indented(button("+ Agenda item", self.add_item, "link"), left=12))
        column.addLayout(_indented(self._state, left=12))
        column.addLayout(_indented(self._did))
        desk.agenda_changed.connect(self._fill)
        desk.item_changed.connect(lambda _: self._select_open())
        events.changed.connect(self._on_changed)

    def _fill(self) -> None:
        meeting = self._desk.meeting
        self._name.setText(short_meeting(meeting.name) if meeting else "No meeting yet")
        self._name.setToolTip(plain_tip(meeting.name) if meeting else "")
        where = " · ".join(words for words in (meeting.place, meeting.when) if words) if meeting else ""
        self._when.setText(where or "Place and dates not set")
        self._model.set_rows(self._desk.rows)
        self._select_open()
        if self._desk.delegation.state != self._told_of:
            self._tell_own_record()

    def _tell_own_record(self) -> None:
        """What the own State did last time: read anew only where the State or the library changed."""
        state = self._told_of = self._desk.delegation.state
        self._state.setText(state or "Which State do you speak for?")
        self._did.setVisible(bool(state))
        self._tasks.read(
            lambda work: _own_record(work, state) if state else "", self._did.setText, latest="own record"
        )

    def _select_open(self) -> None:
        item = self._desk.item
        for nth, agenda_row in enumerate(self._model.rows):
            if item is not None and agenda_row.item.id == item.id:
                index = self._model.index(nth)
                if index != self.list.currentIndex():
                    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                    self.list.selectionModel().setCurrentIndex(index, flag)

    def _on_current(self) -> None:
        agenda_row = self.list.currentIndex().data(AGENDA_ROLE)
        if agenda_row is not None:
            self._desk.open_item(agenda_row.item)

    def choose_meeting(self) -> None:
        """Offers the meetings there are, and those that agendas in the library tell of."""
        self._tasks.read(meeting_choices, self._show_meetings, latest="meetings")

    def _show_meetings(self, choices: MeetingChoices) -> None:
        menu = meeting_menu(choices, self._tasks, self)
        menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def edit_meeting(self) -> None:
        """Asks for name, place, dates and limits of the meeting."""
        if self._desk.meeting is not None:
            MeetingDialog(self._desk.meeting, self._tasks, self).open()

    def edit_item(self) -> None:
        """Asks for number, title and track of the open item."""
        if self._desk.item is not None:
            ItemDialog(self._desk.item, "", self._tasks, self).open()

    def add_item(self) -> None:
        """Asks for a new agenda item."""
        if self._desk.meeting is not None:
            numbers = [int(row.item.number) for row in self._desk.rows if row.item.number.isdigit()]
            ItemDialog(None, str(max(numbers, default=0) + 1), self._tasks, self).open()

    def edit_delegation(self) -> None:
        """Asks who is preparing."""
        DelegationDialog(self._desk.delegation, self._tasks, self).open()

    def _on_state(self) -> None:
        self.edit_delegation()

    def _on_changed(self, changes: Changes) -> None:
        if changes.library:
            self._tell_own_record()


def _indented(widget: QWidget, left: int = 16) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setContentsMargins(left, 0, 16, 0)
    made.addWidget(widget)
    return made


def _own_record(work: Work, state: str) -> str:
    """What the own State did at the last meeting with a record, in two short lines."""
    try:
        records = work.library.records()
    except NameplateError:
        return ""
    lines = []
    for document, record in records:
        if record:
            lines.append(_in_words(record.of(state), document.name))
    return "\n".join(lines)


def _in_words(own: Record, meeting: str) -> str:
    items = sorted({item for row in own.interventions for item in row.items}, key=lambda n: (len(n), n))
    done = [f"spoke on {'items' if len(items) > 1 else 'item'} {', '.join(items)}"] if items else []
    if own.reports:
        done.append("reported")
    done.extend(f"was {office}" for office in sorted({officer.office for officer in own.officers}))
    return f"At {meeting}: {'; '.join(done) or 'did not speak or report'}"
