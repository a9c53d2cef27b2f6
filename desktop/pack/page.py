"""The Packs page: what goes into a briefing pack, its pages as they will be, and its export."""

from __future__ import annotations

import uuid
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from core.briefing_pack import BriefingPack, Pack
from core.revisions import Changes
from desktop.events import Events
from desktop.pack.contents_panel import ContentsPanel
from desktop.pack.editing import PackEditing, concerns_packs
from desktop.pack.export_panel import ExportPanel
from desktop.pack.pack_exporting import Gathering, PackExporting
from desktop.pack.preview import Preview
from desktop.pack.room import Gathered, Room, gather
from desktop.pack.settings_panel import SettingsPanel
from desktop.tasks import Tasks
from desktop.widgets.pieces import label

_NO_MEETING = (
    "No meeting yet",
    "A pack is made for a meeting. Set one up under Prepare; its agenda items then stand here.",
)
_NOTHING_PREPARED = (
    "Nothing is prepared yet",
    "A pack gathers what you have prepared for the items of the agenda: commitments, talking points, "
    "statements. Pull a commitment or write a statement under Prepare, or switch on an item at the left "
    "to see what past meetings said on it.",
)
_NO_ITEM = (
    "No item in this pack",
    "Switch on the agenda items at the left that the pack is for; its pages then stand here as they will be.",
)
_GATHER_MS = 200


class PacksPage(QWidget):
    """Everything about packs. ``status`` carries a sentence for the foot of the window."""

    status = Signal(str)

    def __init__(self, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Reads nothing before ``activate``."""
        super().__init__(parent)
        self._tasks = tasks
        self._editing = PackEditing(tasks, self)
        self._shown: BriefingPack | None = None
        self._shown_id: uuid.UUID | None = None
        self.contents = ContentsPanel()
        self.preview = Preview(tasks)
        self.settings = SettingsPanel()
        self.exports = ExportPanel()
        self._exporting = PackExporting(tasks, self.exports, self)
        self._gather_soon = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._lay_out()
        self._connect(events)

    def activate(self) -> None:
        """Called when the page is shown: reads anew, and makes the pages anew if something changed."""
        self._editing.load()

    def flush(self) -> None:
        """Saves what is not saved yet; call it before the workspace is closed."""
        self._editing.flush()

    def show_meeting(self, meeting_id: uuid.UUID | None) -> None:
        """Turns to the packs of this meeting; None is the one being prepared."""
        self._editing.show_meeting(meeting_id)

    @property
    def pack(self) -> Pack | None:
        """The pack that is shown, as it stands in the fields."""
        return self._editing.pack

    # the parts of the page

    def _lay_out(self) -> None:
        right = QFrame()
        right.setObjectName("reader")
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(label("THIS PACK", "section"))
        scroll = QScrollArea()
        scroll.setWidget(self.settings)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self.settings.setAutoFillBackground(False)
        column.addWidget(scroll, 1)
        column.addWidget(self.exports)
        self.splitter = QSplitter()
        for place, (piece, stretch) in enumerate(((self.contents, 0), (self.preview, 1), (right, 0))):
            self.splitter.addWidget(piece)
            self.splitter.setStretchFactor(place, stretch)
        self.splitter.setSizes([280, 620, 280])
        self.splitter.setHandleWidth(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _connect(self, events: Events) -> None:
        self._gather_soon.timeout.connect(self._gather)
        self._editing.loaded.connect(self._show)
        self._editing.failed.connect(self.preview.show_problem)
        chooser = self.contents.chooser
        chooser.chosen.connect(self._editing.choose)
        chooser.wants_new.connect(self._editing.make_new)
        chooser.wants_delete.connect(self._editing.delete)
        chooser.wants_rename.connect(self.settings.rename)
        self.contents.edited.connect(self._edited)
        self.settings.edited.connect(self._edited)
        self.preview.failed.connect(self._forget)
        self._exporting.status.connect(self.status)
        events.changed.connect(self._others_changed)

    # what is shown

    def _show(self) -> None:
        room, pack = self._editing.room, self._editing.pack
        for piece in (self.contents, self.settings):
            piece.setEnabled(pack is not None)
        if pack is None:
            self._show_empty(*_NO_MEETING)
            return
        if pack.id != self._shown_id:
            self._shown_id = pack.id
            self.exports.outcome.show_nothing()
        self.contents.chooser.show_packs(room.packs, pack)
        self.contents.show_pack(room, pack)
        self.settings.show_settings(pack.name, pack.settings)
        self._gather()

    def _edited(self) -> None:
        pack = self._editing.pack
        if pack is None:
            return
        agenda = {row.item.id for row in self._editing.room.rows}
        elsewhere = tuple(each for each in pack.item_ids if each not in agenda)
        edited = replace(
            pack,
            name=self.settings.name,
            item_ids=self.contents.item_ids + elsewhere,
            settings=replace(self.settings.settings, parts=self.contents.part_order),
        )
        if edited.name != pack.name:
            self.contents.chooser.rename(edited.name)
        self._editing.edit(edited)
        self._gather_soon.start()

    def _others_changed(self, changes: Changes) -> None:
        if self.isVisible() and concerns_packs(changes):
            self._editing.load()

    def _gather(self) -> None:
        self._gather_soon.stop()
        room, pack = self._editing.room, self._editing.pack
        if pack is None:
            return
        if not room.chosen(pack):
            prepared = any(row.prepared for row in room.rows)
            self._show_empty(*(_NO_ITEM if prepared else _NOTHING_PREPARED))
            return
        self._exporting.offer(self._offer)
        item_ids = [row.item.id for row in room.chosen(pack)]
        self._tasks.read(
            lambda work: gather(work, item_ids, pack),
            self._gathered,
            self._could_not_gather,
            latest="pack preview",
        )

    def _offer(self) -> tuple[Room, Pack, Gathering]:
        room, pack = self._editing.room, self._editing.pack
        assert pack is not None
        item_ids = [row.item.id for row in room.chosen(pack)]
        return room, pack, lambda work: gather(work, item_ids, pack).pack

    def _gathered(self, gathered: Gathered) -> None:
        pack = self._editing.pack
        if pack is None or not self._editing.room.chosen(pack):
            return
        self.preview.remark(gathered.remark)
        if gathered.pack != self._shown:
            self._shown = gathered.pack
            self.preview.make(gathered.pack)

    def _could_not_gather(self, sentence: str) -> None:
        self._forget()
        self.preview.show_problem(sentence)

    def _forget(self) -> None:
        self._shown = None

    def _show_empty(self, title: str, words: str) -> None:
        self._forget()
        self._exporting.offer(None)
        self.preview.show_empty(title, words)

    def hideEvent(self, event: QHideEvent) -> None:
        """Saves what is not saved yet when the delegate turns to another page."""
        super().hideEvent(event)
        self._editing.flush()
