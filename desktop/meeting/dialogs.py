"""Small forms: the meeting, an agenda item, the delegation."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.agenda import AgendaItem, Delegation, Meeting, date_in_words, span_of_days
from core.documents import Track
from core.speaking_time import TOO_FAST
from core.states import STATES
from desktop.meeting.jobs import add_item, edit_delegation, edit_item, edit_meeting, state_doubt
from desktop.tasks import Tasks
from desktop.widgets.choice import Choice
from desktop.widgets.pieces import label, row

if TYPE_CHECKING:
    from db.work import Work


class _Form(QDialog):
    """A form with one sentence for what is wrong, and Save only while nothing is."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self.fields = QFormLayout()
        self.fields.setSpacing(10)
        self.complaint = label("", "warning", wrap=True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("role", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(self.fields)
        column.addWidget(self.complaint)
        column.addWidget(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the first field; the buttons come after the last."""
        super().showEvent(event)
        fields = [
            field for field in self.findChildren(QWidget) if field.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        inputs = [field for field in fields if not isinstance(field, QPushButton)]
        if inputs:
            inputs[0].setFocus()
            for button in self.buttons.buttons():
                self.setTabOrder(inputs[-1], button)

    def complain(self, sentence: str) -> None:
        """Shows what is wrong, or nothing."""
        self.complaint.setText(sentence)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not sentence)


class MeetingDialog(_Form):
    """Name, place, dates, limits and the rate at which time is told."""

    def __init__(self, meeting: Meeting, tasks: Tasks, parent: QWidget) -> None:
        """Saves into the workspace when accepted."""
        super().__init__("The meeting", parent)
        self._meeting, self._tasks = meeting, tasks
        self.name = QLineEdit(meeting.name)
        self.place = QLineEdit(meeting.place)
        self.starts = _date_field("First day", meeting.starts)
        self.ends = _date_field("Last day", meeting.ends)
        self.national = _minutes(meeting.national_minutes)
        self.group = _minutes(meeting.group_minutes)
        self.rate = QSpinBox()
        self.rate.setRange(60, 200)
        self.rate.setSuffix(" words a minute")
        self.rate.lineEdit().setTextMargins(8, 0, 0, 0)
        self.rate.setValue(meeting.words_a_minute)
        self.fields.addRow("Name", self.name)
        self.fields.addRow("Place", self.place)
        self.fields.addRow("Dates", row(self.starts, label("to"), self.ends))
        self.fields.addRow("National statements", self.national)
        self.fields.addRow("Group statements", self.group)
        self.fields.addRow("Reading rate", self.rate)
        for changed in (
            self.name.textChanged,
            self.starts.textChanged,
            self.ends.textChanged,
            self.rate.valueChanged,
        ):
            changed.connect(self._check)
        self._check()

    def _check(self) -> None:
        if not self.name.text().strip():
            self.complain("Give the meeting a name.")
            return
        try:
            starts, ends = (date_in_words(field.text()) for field in (self.starts, self.ends))
        except ValueError as error:
            self.complain(str(error))
            return
        if ends and (starts is None or ends < starts):
            self.complain("The meeting ends before it starts; put the dates in order.")
            return
        self.complain("")
        if self.rate.value() > TOO_FAST:
            self.complaint.setText("Interpreters cannot follow above 140 words a minute.")

    def accept(self) -> None:
        """Saves the meeting."""
        fields = {
            "name": self.name.text().strip(),
            "place": self.place.text().strip(),
            "starts": date_in_words(self.starts.text()),
            "ends": date_in_words(self.ends.text()),
            "national_minutes": self.national.value(),
            "group_minutes": self.group.value(),
            "words_a_minute": self.rate.value(),
        }
        changes = {name: value for name, value in fields.items() if value != getattr(self._meeting, name)}
        if changes:
            self._tasks.write(lambda work: edit_meeting(work, **changes), said="Saved the meeting")
        super().accept()


class ItemDialog(_Form):
    """Number, title and track of an agenda item, or of a new one; deleting can be undone."""

    def __init__(self, item: AgendaItem | None, next_number: str, tasks: Tasks, parent: QWidget) -> None:
        """Saves into the workspace when accepted; without an item it adds one."""
        super().__init__(f"Agenda item {item.number}" if item else "New agenda item", parent)
        self._item, self._tasks = item, tasks
        self.number = QLineEdit(item.number if item else next_number)
        self.number.setMaximumWidth(96)
        self.title = QLineEdit(item.title if item else "")
        self.title.setCursorPosition(0)
        self.track = Choice()
        self.track.addItem("None: procedure", None)
        for track in Track:
            self.track.addItem(track.full_title, track)
        self.track.choose(item.track if item else None)
        self.fields.addRow("Number", self.number)
        self.fields.addRow("Title", self.title)
        self.fields.addRow("Track", self.track)
        if item is not None:
            delete = self.buttons.addButton("Delete", QDialogButtonBox.ButtonRole.DestructiveRole)
            delete.clicked.connect(self._delete)
        for edit in (self.number, self.title):
            edit.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        missing = not self.number.text().strip() or not self.title.text().strip()
        self.complain("Give the item a number and a title." if missing else "")

    def accept(self) -> None:
        """Saves the item."""
        item = self._item
        number, title = self.number.text().strip(), self.title.text().strip()
        track: Track | None = self.track.currentData()

        def job(work: Work) -> AgendaItem:
            if item is None:
                return add_item(work, number, title, track)
            return edit_item(work, item, number=number, title=title, track=track)

        self._tasks.write(job, said=f"Saved agenda item {number}")
        super().accept()

    def _delete(self) -> None:
        item = self._item
        if item is not None:
            self._tasks.write(
                lambda work: work.meetings.delete_item(item.id), said=f"Deleted agenda item {item.number}"
            )
        super().reject()


class DelegationDialog(_Form):
    """The State, its mission, the usual speaker and group."""

    def __init__(self, delegation: Delegation, tasks: Tasks, parent: QWidget) -> None:
        """Saves into the workspace when accepted."""
        super().__init__("Your delegation", parent)
        self._delegation, self._tasks = delegation, tasks
        self.state = QLineEdit(delegation.state)
        names = sorted({name for state in STATES for name in (state.name, *state.aliases)})
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        if popup is not None:
            popup.setObjectName("popup")
        self.state.setCompleter(completer)
        self.mission = QLineEdit(delegation.mission)
        self.mission.setPlaceholderText("Permanent Mission of … to the United Nations")
        self.speaker = QLineEdit(delegation.speaker_name)
        self.title_of_speaker = QLineEdit(delegation.speaker_title)
        self.group = QLineEdit(delegation.group)
        self.group.setPlaceholderText("The group you usually align with")
        self.fields.addRow("State", self.state)
        self.fields.addRow("Mission", self.mission)
        self.fields.addRow("Speaker", self.speaker)
        self.fields.addRow("Speaker's title", self.title_of_speaker)
        self.fields.addRow("Group", self.group)
        self.state.editingFinished.connect(self._check)
        self._check()

    def _check(self) -> None:
        self.complain("")
        known = not self.state.hasFocus()
        self.complaint.setText(state_doubt(self.state.text().strip()) if known else "")

    def accept(self) -> None:
        """Saves the delegation, the State under its usual name."""
        fields = {
            "state": self.state.text().strip(),
            "mission": self.mission.text().strip(),
            "speaker_name": self.speaker.text().strip(),
            "speaker_title": self.title_of_speaker.text().strip(),
            "group": self.group.text().strip(),
        }
        changes = {name: value for name, value in fields.items() if value != getattr(self._delegation, name)}
        if changes:
            self._tasks.write(lambda work: edit_delegation(work, **changes), said="Saved your delegation")
        super().accept()


def _date_field(name: str, date: dt.date | None) -> QLineEdit:
    made = QLineEdit(span_of_days(date, None))
    made.setAccessibleName(name)
    made.setPlaceholderText("5 June 2028")
    return made


def _minutes(value: float) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setRange(0, 60)
    made.setSingleStep(0.5)
    made.setDecimals(1)
    made.setSuffix(" minutes")
    made.setSpecialValueText("no limit")
    made.lineEdit().setTextMargins(8, 0, 0, 0)
    made.setValue(value)
    return made
