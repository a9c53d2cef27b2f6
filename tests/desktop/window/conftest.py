"""The whole window on a real workspace, and a delegate's hands."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.workspace import open_workspace
from desktop.events import Events
from desktop.main_window import MainWindow
from desktop.tasks import Tasks
from desktop.theme.style_sheet import dress


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The program's own style and typefaces."""
    dress(qapp)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """No test reads or writes the settings of the person who runs it."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture
def window(qtbot: QtBot, w: Path) -> Iterator[MainWindow]:
    """The window, open on a fresh workspace with item 6 on the desk; it must end without a thread left."""
    before = {thread.name for thread in threading.enumerate()}
    events = Events()
    tasks = Tasks(events)
    made = MainWindow(tasks, events)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    tasks.open(lambda: open_workspace(w), made.start)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.desk.dossier is not None, timeout=5000)
    yield made
    made.close()
    left = {thread.name for thread in threading.enumerate()} - before
    assert not left, f"threads left behind: {left}"
