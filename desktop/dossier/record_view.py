"""The Record tab: who spoke on this item at past meetings, the own State on top."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QTextBrowser, QWidget

from core.agenda import AgendaItem
from core.briefing_pack import MeetingRecord
from core.record import Intervention
from core.revisions import Changes, Entity
from desktop.dossier.desk import Desk
from desktop.dossier.jobs import records_for
from desktop.events import Events
from desktop.tasks import Tasks
from desktop.theme.colours import Colours, colours_of
from desktop.widgets.pieces import EmptyPlace


class RecordView(QWidget):
    """Shows the record of the open item from the reports themselves."""

    def __init__(self, desk: Desk, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Follows the desk's open item."""
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._records: tuple[MeetingRecord, ...] = ()
        self._text = QTextBrowser()
        self._text.setAccessibleName("Record of past meetings")
        self._text.setObjectName("plain")
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.document().setDocumentMargin(24)
        self._empty = EmptyPlace(
            "No record of this item",
            "None of the documents in the library tells who spoke on it. Import the report of a past meeting "
            "to see it here.",
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._text)
        self._stack.addWidget(self._empty)
        desk.item_changed.connect(self._read)
        events.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.library or changes.touches(Entity.DELEGATION, Entity.AGENDA_ITEM):
            self._read(self._desk.item)

    def _read(self, item: AgendaItem | None) -> None:
        if item is None:
            self._show(())
            return
        self._tasks.read(lambda work: records_for(work, item), self._show, latest="record")

    def _show(self, records: tuple[MeetingRecord, ...]) -> None:
        self._records = records
        told = [record for record in records if record.record or record.own]
        self._stack.setCurrentWidget(self._text if told else self._empty)
        if told:
            colours = colours_of(self.palette())
            state = self._desk.delegation.state
            self._text.setHtml("".join(_meeting_html(record, state, colours) for record in told))

    def changeEvent(self, event: QEvent) -> None:
        """Takes on the colours of a changed scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._records:
            self._show(self._records)


def _meeting_html(record: MeetingRecord, state: str, colours: Colours) -> str:
    pieces = [f"<h2 style='margin-bottom:2px'>{escape(record.document)}</h2>"]
    title = f"Item {record.item}: {record.item_title}" if record.item else record.meeting
    pieces.append(f"<p style='color:{colours.muted}; margin-top:0'>{escape(title)}</p>")
    if state:
        pieces.append(_own_html(record, state, colours))
    pieces.append(_speakers_html(record.record.interventions, state, colours))
    return "".join(pieces)


def _own_html(record: MeetingRecord, state: str, colours: Colours) -> str:
    lines = []
    spoke = [row for row in record.own.interventions if record.item in row.items]
    for row in spoke:
        behalf = f", {row.on_behalf}" if row.on_behalf else ""
        sitting = f" at the {_ordinal(row.sitting)} meeting" if row.sitting else ""
        lines.append(f"Spoke on this item{sitting}{behalf} ({record.document}, report, para. {row.label})")
    if not spoke and record.item:
        lines.append("Did not speak on this item")
    others = sorted(
        {i for row in record.own.interventions for i in row.items if i != record.item}, key=_order
    )
    if others:
        lines.append(f"Spoke also on item{'s' if len(others) > 1 else ''} {', '.join(others)}")
    reported = [f"report, para. {row.label}" for row in record.own.reports]
    lines.append(
        f"Submitted a national report ({', '.join(reported)})" if reported else "Submitted no national report"
    )
    lines += [f"{officer.office} of the meeting" for officer in record.own.officers]
    items = "".join(f"<div style='margin:2px 0'>{escape(line)}</div>" for line in lines)
    return (
        f"<table width='100%' cellpadding='12' style='background:{colours.selection}; margin:8px 0'><tr><td>"
        f"<b>{escape(state)}</b>{items}</td></tr></table>"
    )


def _speakers_html(rows: Iterable[Intervention], state: str, colours: Colours) -> str:
    sittings: dict[int | None, list[Intervention]] = {}
    for row in rows:
        sittings.setdefault(row.sitting, []).append(row)
    pieces = []
    for sitting, speakers in sittings.items():
        date = f", {speakers[0].date}" if speakers[0].date else ""
        head = f"{_ordinal(sitting)} meeting{date}" if sitting else "Meeting not stated"
        pieces.append(
            f"<h4 style='margin:16px 0 4px 0'>{escape(head)} "
            f"<span style='color:{colours.muted}; font-weight:normal'>— {_statements(len(speakers))}, "
            f"report, para. {escape(speakers[0].label)}</span></h4>"
        )
        pieces.append("<table cellspacing='0' cellpadding='3'>")
        for nth, row in enumerate(speakers, 1):
            name = f"<b>{escape(row.party)}</b>" if row.party == state else escape(row.party)
            behalf = f"<span style='color:{colours.muted}'>{escape(row.on_behalf)}</span>"
            pieces.append(
                f"<tr><td align='right' style='color:{colours.muted}'>{nth}&nbsp;</td>"
                f"<td>{name}&nbsp;&nbsp;</td><td>{behalf}</td></tr>"
            )
        pieces.append("</table>")
    return "".join(pieces)


def _statements(count: int) -> str:
    return "1 statement" if count == 1 else f"{count} statements"


def _ordinal(number: int | None) -> str:
    if number is None:
        return ""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _order(number: str) -> tuple[int, str]:
    return len(number), number
