"""Writing a file beside the window: gathered from the workspace as it now is, then handed to a writer."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.briefing_pack import BriefingPack, PackSettings, StatementSheet
from desktop.pack.file_dialogs import FORMATS, ask_where, last_folder
from desktop.pack.file_names import statement_file_name
from desktop.pack.jobs import export, gather_sheet
from desktop.tasks import Progress, Tasks

if TYPE_CHECKING:
    from db.work import Work

Exported = BriefingPack | StatementSheet


class Export(QObject):
    """One file being written. It ends with exactly one of ``done``, ``failed`` and ``stopped``."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(
        self,
        tasks: Tasks,
        gather: Callable[[Work], Exported],
        parent: QObject | None = None,
    ) -> None:
        """``gather`` reads what is exported from the workspace, on its worker."""
        super().__init__(parent)
        self._tasks = tasks
        self._gather = gather
        self._progress: Progress | None = None
        self._given_up = False

    def start(self, target: Path) -> None:
        """Gathers, then writes ``target``."""
        self._tasks.read(self._gather, lambda gathered: self._gathered(gathered, target), self.failed.emit)

    def cancel(self) -> None:
        """Stops it; what stood at the target before stays as it was."""
        self._given_up = True
        if self._progress is not None:
            self._progress.cancel()

    def _gathered(self, gathered: Exported, target: Path) -> None:
        if self._given_up:
            self.stopped.emit()
            return

        def job(progress: Progress) -> Path:
            return export(gathered, target, progress)

        self._progress = self._tasks.beside(
            job, self.done.emit, self.failed.emit, self.progressed.emit, self.stopped.emit
        )


def export_statement_flow(
    parent: QWidget,
    tasks: Tasks,
    statement_id: uuid.UUID,
    settings: PackSettings | None = None,
) -> Export:
    """Asks where a statement goes and exports it alone, with the first page a delegation uses.

    Connect to what is returned to say how it went; sentences of failure also reach ``tasks.failed``.
    """
    chosen = settings or PackSettings()

    def gather(work: Work) -> StatementSheet:
        return gather_sheet(work, statement_id, chosen)

    def ask(sheet: StatementSheet) -> None:
        name = statement_file_name(
            sheet.delegation.state, sheet.meeting.name, sheet.item.number, sheet.statement.title
        )
        folder = last_folder(tasks.workspace.path.parent if tasks.workspace else None)
        ask_where(parent, "Export the statement", folder / name, "docx", FORMATS, exporting.start)

    exporting = Export(tasks, gather, parent)
    exporting.failed.connect(tasks.failed)
    for ended in (exporting.done, exporting.failed, exporting.stopped):
        ended.connect(exporting.deleteLater)
    tasks.read(gather, ask, exporting.failed.emit)
    return exporting
