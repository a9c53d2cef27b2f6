"""The Share page: what a copy of the workspace holds, where the file is, and saving a copy."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.revisions import Changes
from desktop.events import Events
from desktop.pack.file_dialogs import ask_where, last_folder, show_in_folder
from desktop.pack.file_names import safe_name
from desktop.pack.file_outcome import FileOutcome
from desktop.sharing.jobs import save_copy
from desktop.tasks import Tasks
from desktop.widgets.pieces import button, label, row
from desktop.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from db.workspace import Workspace

_HOLDS = (
    "A copy holds everything in this workspace: the documents, your dossiers, statements and packs, and your "
    "private notes. Give it only to those who may read all of that; your own file stays as it is."
)
_FORMATS = {"db": "Nameplate workspace (*.db)"}


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a workspace file from outside."""

    path: Path
    size: int
    saved: dt.datetime

    @property
    def size_in_words(self) -> str:
        """Its size as people of this language write it."""
        return QLocale().formattedDataSize(self.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)

    @property
    def saved_in_words(self) -> str:
        """When it was last written to, as people of this language write it."""
        moment = QDateTime.fromSecsSinceEpoch(int(self.saved.timestamp()))
        date = QLocale().toString(moment.date(), QLocale.FormatType.LongFormat)
        return f"{date}, {QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)}"


def file_facts(path: Path) -> FileFacts:
    """Looks at a file; OSError if it is gone."""
    seen = path.stat()
    return FileFacts(path, seen.st_size, dt.datetime.fromtimestamp(seen.st_mtime).astimezone())


class SharingPage(QWidget):
    """Giving the workspace away. ``status`` carries a sentence for the foot of the window."""

    status = Signal(str)

    def __init__(self, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Reads nothing before ``activate``."""
        super().__init__(parent)
        self._tasks = tasks
        self._facts: FileFacts | None = None
        self._name = label("")
        self._folder = label("", "muted")
        self._size = label("")
        self._saved = label("")
        self._reveal = button("Show in folder", self._show_in_folder, "link")
        self._save = button("Save a copy…", self._ask_where, "primary")
        self.outcome = FileOutcome()
        self.outcome.status.connect(self.status)
        events.changed.connect(self._changed)
        self._lay_out()
        self._show(None)

    def activate(self) -> None:
        """Called when the page is shown: looks at the file anew."""
        if self._tasks.workspace is not None:
            self._tasks.with_workspace(lambda workspace: file_facts(workspace.path), self._show, self._lost)

    @property
    def facts(self) -> FileFacts | None:
        """What is shown of the file."""
        return self._facts

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label("Save a copy", "title"))
        column.addWidget(label(_HOLDS, wrap=True))
        column.addSpacing(8)
        column.addWidget(self._card())
        column.addSpacing(8)
        column.addLayout(row(self._save, 1))
        column.addWidget(self.outcome)
        column.addStretch(1)
        inside = QWidget()
        inside.setLayout(column)
        inside.setMaximumWidth(640)
        column.setContentsMargins(0, 0, 0, 0)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(48, 40, 48, 24)
        outer.addWidget(inside, 1)
        outer.addStretch(0)

    def _card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for place, (words, value) in enumerate(
            (
                ("This workspace", self._name),
                ("In the folder", self._folder),
                ("Size", self._size),
                ("Last saved", self._saved),
            )
        ):
            grid.addWidget(label(words, "muted"), place, 0)
            grid.addWidget(value, place, 1)
            value.setAccessibleName(words)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid.addLayout(row(self._reveal, 1), 4, 1)
        grid.setColumnStretch(1, 1)
        return card

    def _show(self, facts: FileFacts | None) -> None:
        self._facts = facts
        for field, text in (
            (self._name, facts.path.name if facts else "none is open"),
            (self._folder, str(facts.path.parent) if facts else ""),
            (self._size, facts.size_in_words if facts else ""),
            (self._saved, facts.saved_in_words if facts else ""),
        ):
            field.setText(text)
            field.setToolTip(plain_tip(text))
        self._save.setEnabled(facts is not None)
        self._reveal.setEnabled(facts is not None)

    def _lost(self, _: str) -> None:
        path = self._tasks.workspace.path if self._tasks.workspace else Path()
        self._show(None)
        self.outcome.show_failed(
            f"“{path.name}” is no longer in {path.parent}. Save a copy of it elsewhere now."
        )
        self._save.setEnabled(True)

    def _changed(self, _: Changes) -> None:
        if self.isVisible():
            self.activate()

    def _show_in_folder(self) -> None:
        if self._facts is not None and not show_in_folder(self._facts.path):
            self.status.emit("The folder could not be opened.")

    def _ask_where(self) -> None:
        workspace = self._tasks.workspace
        if workspace is None:
            return
        today = QLocale().toString(QDateTime.currentDateTime().date(), "yyyy-MM-dd")
        name = safe_name(f"{workspace.path.stem} – {today}", "Workspace")
        start = last_folder(workspace.path.parent) / name
        ask_where(self, "Save a copy", start, "db", _FORMATS, self.save_to)

    def save_to(self, target: Path) -> None:
        """Saves a copy there, away from the window."""

        def job(workspace: Workspace) -> FileFacts:
            return file_facts(save_copy(workspace, target))

        self._save.setEnabled(False)
        self.outcome.show_progress(f"Saving {target.name}…", known=False, stoppable=False)
        self._tasks.with_workspace(job, self._saved_copy, self._failed)

    def _saved_copy(self, facts: FileFacts) -> None:
        self._save.setEnabled(True)
        self.outcome.show_done(
            f"Saved a copy: {facts.path.name}, {facts.size_in_words}", facts.path, opens=False
        )
        self.status.emit(f"Saved a copy to {facts.path}.")
        self.activate()

    def _failed(self, sentence: str) -> None:
        self._save.setEnabled(True)
        self.outcome.show_failed(sentence)
