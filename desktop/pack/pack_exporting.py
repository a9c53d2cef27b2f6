"""Exporting the pack that is shown: where to, how far it is, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from core.briefing_pack import BriefingPack, Pack
from desktop.pack.export_panel import ExportPanel
from desktop.pack.exporting import Export
from desktop.pack.file_dialogs import FORMATS, ask_where, last_folder
from desktop.pack.file_names import pack_file_name
from desktop.pack.room import Room
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work

Gathering: TypeAlias = "Callable[[Work], BriefingPack]"


class PackExporting(QObject):
    """Works the export button. One export at a time; ``status`` says how it went."""

    status = Signal(str)

    def __init__(self, tasks: Tasks, panel: ExportPanel, parent: QObject | None = None) -> None:
        """Nothing can be exported before ``offer``."""
        super().__init__(parent)
        self._tasks = tasks
        self._panel = panel
        self._offered: Callable[[], tuple[Room, Pack, Gathering]] | None = None
        self._export: Export | None = None
        panel.wanted.connect(self._ask_where)
        panel.outcome.wants_stop.connect(self._stop)
        panel.outcome.status.connect(self.status)

    def offer(self, what: Callable[[], tuple[Room, Pack, Gathering]] | None) -> None:
        """Says what would be exported now; None if there is nothing."""
        self._offered = what
        self._panel.set_possible(what is not None and self._export is None)

    def _ask_where(self, suffix: str) -> None:
        if self._offered is None or self._export is not None:
            return
        room, pack, _ = self._offered()
        assert room.meeting is not None
        numbers = [row.item.number for row in room.chosen(pack)]
        private = pack.settings.with_private_notes
        name = pack_file_name(room.delegation.state, room.meeting.name, numbers, private=private)
        workspace = self._tasks.workspace
        folder = last_folder(workspace.path.parent if workspace else None)
        ask_where(self._panel, "Export the pack", folder / name, suffix, FORMATS, self.start)

    def start(self, target: Path) -> None:
        """Exports what is offered to ``target``."""
        if self._offered is None or self._export is not None:
            return
        _, _, gathering = self._offered()
        self._export = Export(self._tasks, gathering, self)
        self._export.progressed.connect(self._panel.outcome.progress)
        self._export.done.connect(self._done)
        self._export.failed.connect(self._failed)
        self._export.stopped.connect(self._stopped)
        self._panel.set_possible(False)
        self._panel.outcome.show_progress(f"Writing {target.name}…")
        self._export.start(target)

    def _stop(self) -> None:
        if self._export is not None:
            self._export.cancel()

    def _done(self, target: Path) -> None:
        self._end()
        self._panel.outcome.show_done(f"Exported {target.name}", target)
        self.status.emit(f"Exported {target.name} to {target.parent}.")

    def _failed(self, sentence: str) -> None:
        self._end()
        self._panel.outcome.show_failed(sentence)

    def _stopped(self) -> None:
        self._end()
        self._panel.outcome.show_nothing()
        self.status.emit("The export was stopped; no file was changed.")

    def _end(self) -> None:
        if self._export is not None:
            self._export.deleteLater()
            self._export = None
        self._panel.set_possible(self._offered is not None)
