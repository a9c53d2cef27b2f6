"""The foot of the window: what was saved, the time of the open statement, and the way to everything else."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QStatusBar, QWidget

from core.revisions import Changes
from core.speaking_time import SpeakingTime
from desktop.events import Events
from desktop.widgets.pieces import IconButton, button, label


class StatusLine(QStatusBar):
    """Says when the work was last saved and how long the statement takes."""

    palette_requested = Signal()

    def __init__(self, events: Events, parent: QWidget | None = None) -> None:
        """Listens to what is written."""
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
