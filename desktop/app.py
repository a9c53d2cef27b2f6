"""The composition root of the window: makes the application, its workers and pages, and opens a workspace."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from core.errors import NameplateError
from desktop.events import Events
from desktop.main_window import MainWindow
from desktop.meeting.jobs import new_workspace
from desktop.settings import first_workspace, last_workspace, remember_workspace
from desktop.tasks import Tasks
from desktop.theme.colours import LIGHT
from desktop.theme.icons import icon
from desktop.theme.style_sheet import dress

if TYPE_CHECKING:
    from db.workspace import Workspace


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
    # The worker starts first: it loads the database while this thread makes the window.
    window: MainWindow
    tasks.open(_opener(path), lambda opened: _opened(window, opened), lambda why: window.refuse(why))  # noqa: PLW0108 - made below
    window = MainWindow(tasks, events)
    if os.environ.get("NAMEPLATE_TIMING"):
        window.desk.dossier_changed.connect(_tell_time)
    window.show()
    if after := os.environ.get("NAMEPLATE_CLOSE_AFTER"):
        window.close_after(int(after))
    sys.excepthook = _tell_faults(window)
    return app.exec()


def _tell_faults(window: MainWindow) -> Callable[..., None]:
    """A fault of ours in the window's own code shows as one, and the window goes on."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        window.complain(
            f"Something went wrong inside Nameplate ({kind.__name__}); what you typed is still here. "
            "Please report what you did just before."
        )

    return told


def _opener(path: Path | None) -> Callable[[], Workspace]:
    wanted = path if path is not None else last_workspace()
    return _open_first if wanted is None else lambda: _open(wanted)


def _open(path: Path) -> Workspace:
    """Opens a workspace; the database is loaded here, on the worker, while the window is being made."""
    from db.workspace import open_workspace

    return open_workspace(path)


def _open_first() -> Workspace:
    """The first workspace, made with the reference library in the person's documents."""
    path = first_workspace()
    if path.exists():
        return _open(path)
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
