"""The composition root of the window: makes the application, its workers and pages, and opens a workspace."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.errors import NameplateError
from db.workspace import Workspace, open_workspace
from desktop.events import Events
from desktop.main_window import MainWindow
from desktop.meeting.jobs import new_workspace
from desktop.settings import first_workspace, last_workspace, remember_workspace
from desktop.tasks import Tasks
from desktop.theme.colours import LIGHT
from desktop.theme.icons import icon
from desktop.theme.style_sheet import dress


def run(path: Path | None = None) -> int:
    """Opens the window on a workspace: the one named, the last one, or a first one; returns the exit code.

    ``NAMEPLATE_CLOSE_AFTER`` (milliseconds) closes it by itself and ``NAMEPLATE_TIMING`` tells on standard
    error when it can be used; both are for checks.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Nameplate")
    app.setApplicationDisplayName("Nameplate")
    app.setWindowIcon(icon("podium", LIGHT.accent))
    dress(app)
    events = Events()
    tasks = Tasks(events)
    window = MainWindow(tasks, events)
    tasks.open(_opener(path), lambda opened: _opened(window, opened), window.refuse)
    if os.environ.get("NAMEPLATE_TIMING"):
        window.desk.dossier_changed.connect(_tell_time)
    window.show()
    if after := os.environ.get("NAMEPLATE_CLOSE_AFTER"):
        window.close_after(int(after))
    return app.exec()


def _opener(path: Path | None) -> Callable[[], Workspace]:
    if path is not None:
        return lambda: open_workspace(path)
    last = last_workspace()
    if last is not None:
        return lambda: open_workspace(last)
    return _open_first


def _open_first() -> Workspace:
    """The first workspace, made with the reference library in the person's documents."""
    path = first_workspace()
    if path.exists():
        return open_workspace(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NameplateError(
            f"The folder {path.parent} cannot be made ({error.strerror}); "
            "choose another place under New workspace (Ctrl+Shift+N)."
        ) from error
    return new_workspace(path)


def _opened(window: MainWindow, workspace: Workspace) -> None:
    remember_workspace(workspace.path)
    window.start(workspace)


def _tell_time() -> None:
    now = time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()
    print(f"usable at {now:.3f}", file=sys.stderr, flush=True)
