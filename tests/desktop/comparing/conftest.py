"""The whole window on a workspace with documents to compare."""

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
from tests.desktop.comparing.texts import DRAFT, ELSEWHERE, NEW, OLD


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
    """The window with the library in front; it must end without a thread left."""
    with open_workspace(w) as opened, opened.write() as work:
        for each in (OLD, NEW, DRAFT, ELSEWHERE):
            work.library.add(each)
    before = {thread.name for thread in threading.enumerate()}
    events = Events()
    tasks = Tasks(events)
    made = MainWindow(tasks, events)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    tasks.open(lambda: open_workspace(w), made.start)
    with qtbot.waitExposed(made):
        made.show()
    made.go_to(1)
    qtbot.waitUntil(lambda: len(made.library.side.model.documents) == 5, timeout=10_000)
    qtbot.waitUntil(lambda: made.library.view.document is not None)
    yield made
    made.close()
    left = {thread.name for thread in threading.enumerate()} - before
    assert not left, f"threads left behind: {left}"
