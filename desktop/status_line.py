"""The foot of the window: what was saved, the time of the open statement, and the way to everything else."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QStatusBar, QWidget

from core.revisions import Changes
from core.speaking_time import SpeakingTime
from desktop.events import Events
from desktop.tasks import Progress, Tasks
from desktop.widgets.pieces import IconButton, button, label

_PATIENCE_MS = 150


class JobBar(QWidget):
    """A long job's name, how far it is, and the way to stop it; quick jobs never show."""

    def __init__(self) -> None:
        """Hidden until a job takes longer than a moment."""
        super().__init__()
        self._progress: Progress | None = None
        self._words = label("")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for piece in (self._words, self._bar, button("Cancel", self._cancel, "link")):
            row.addWidget(piece)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def show_job(self, words: str, progress: Progress) -> None:
        """A job was started."""
        self._progress = progress
        self._words.setText(words)
        self._bar.setValue(0)
        self._patience.start()

    def show_share(self, share: float) -> None:
        """The job is this far, from 0 to 1."""
        self._bar.setValue(round(share * 100))

    def end(self) -> None:
        """The job is over."""
        self._patience.stop()
        self._progress = None
        self.hide()

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel()


class StatusLine(QStatusBar):
    """Says when the work was last saved and how long the statement takes."""

    palette_requested = Signal()

    def __init__(self, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Listens to what is written and to what runs."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved = label("")
        self._time = label("")
        self.addWidget(self._saved)
        self.addWidget(self._time)
        find = button("Find a paragraph  Ctrl+K", self.palette_requested.emit, "link")
        self.addPermanentWidget(find)
        self.settings = IconButton("settings", "Workspace, delegation and settings (F10)")
        self.settings.setPopupMode(self.settings.ToolButtonPopupMode.InstantPopup)
        self.addPermanentWidget(self.settings)
        self._job = JobBar()
        self.addWidget(self._job)
        tasks.running.connect(self._job.show_job)
        tasks.progressed.connect(self._job.show_share)
        tasks.ended.connect(self._job.end)
        events.changed.connect(self._on_changed)

    def set_menu(self, menu: QMenu) -> None:
        """The menu behind the settings button."""
        self.settings.setMenu(menu)

    def show_time(self, time: SpeakingTime | None) -> None:
        """The open statement's time against its limit, always at its stated rate."""
        self._time.setText(str(time) if time else "")
        self._time.setProperty("role", "warning" if time and time.is_over else "")
        self._time.style().unpolish(self._time)
        self._time.style().polish(self._time)

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self._saved.setText(f"Saved {dt.datetime.now():%H:%M}")
