"""Small forms: the meeting, an agenda item, the delegation."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.agenda import AgendaItem, Delegation, Meeting
from core.documents import Track
from core.speaking_time import TOO_FAST
from core.states import STATES
from desktop.meeting.jobs import add_item, edit_delegation, edit_item, edit_meeting, state_doubt
from desktop.tasks import Tasks
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
        self.dated = QCheckBox("Dates are set")
        self.dated.setChecked(meeting.starts is not None)
        today = dt.date.today()
        self.starts = _date_edit(meeting.starts or today)
        self.ends = _date_edit(meeting.ends or meeting.starts or today)
        self.national = _minutes(meeting.national_minutes)
        self.group = _minutes(meeting.group_minutes)
        self.rate = QSpinBox()
        self.rate.setRange(60, 200)
        self.rate.setSuffix(" words a minute")
        self.rate.lineEdit().setTextMargins(8, 0, 0, 0)
        self.rate.setValue(meeting.words_a_minute)
        self.fields.addRow("Name", self.name)
        self.fields.addRow("Place", self.place)
        self.fields.addRow("", self.dated)
        self.fields.addRow("From", row(self.starts, label("to"), self.ends, 1))
        self.fields.addRow("National statements", self.national)
        self.fields.addRow("Group statements", self.group)
        self.fields.addRow("Reading rate", self.rate)
        for changed in (
            self.name.textChanged,
            self.dated.toggled,
            self.starts.dateChanged,
            self.ends.dateChanged,
            self.rate.valueChanged,
        ):
            changed.connect(self._check)
        self._check()

    def _check(self) -> None:
        for edit in (self.starts, self.ends):
            edit.setEnabled(self.dated.isChecked())
        if not self.name.text().strip():
            self.complain("Give the meeting a name.")
        elif self.dated.isChecked() and self.ends.date() < self.starts.date():
            self.complain("The meeting ends before it starts; put the dates in order.")
        else:
            self.complain("")
            if self.rate.value() > TOO_FAST:
                self.complaint.setText("Interpreters cannot follow above 140 words a minute.")

    def accept(self) -> None:
        """Saves the meeting."""
        dated = self.dated.isChecked()
        fields = {
            "name": self.name.text().strip(),
            "place": self.place.text().strip(),
            "starts": _python_date(self.starts.date()) if dated else None,
            "ends": _python_date(self.ends.date()) if dated else None,
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
        self.track = QComboBox()
        self.track.addItem("None: procedure", None)
        for track in Track:
            self.track.addItem(track.full_title, track)
        self.track.setCurrentIndex(self.track.findData(item.track if item else None))
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
        completer = QCompleter([state.name for state in STATES], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
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
        self.state.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        self.complain("")
        self.complaint.setText(state_doubt(self.state.text().strip()))

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


def _date_edit(date: dt.date) -> QDateEdit:
    made = QDateEdit(QDate(date.year, date.month, date.day))
    made.setCalendarPopup(True)
    made.setDisplayFormat("d MMMM yyyy")
    return made


def _python_date(date: QDate) -> dt.date:
    return dt.date(date.year(), date.month(), date.day())


def _minutes(value: float) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setRange(0, 60)
    made.setSingleStep(0.5)
    made.setDecimals(1)
    made.setSuffix(" minutes")
    made.setSpecialValueText("no limit")
    made.lineEdit().setTextMargins(8, 0, 0, 0)
    made.setValue(value)
    return made
