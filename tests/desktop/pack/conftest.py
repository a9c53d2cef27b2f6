"""A workspace with something prepared in it, and the pages on it, leaving nothing behind."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.commitments import Dossier, Stance
from core.statements import Statement
from db.work import Work
from db.workspace import Workspace, open_workspace
from desktop.events import Events
from desktop.pack.page import PacksPage
from desktop.tasks import Tasks

_SPOKEN = "Ghana has marked every weapon in service since 2022. " * 12
PRIVATE_NOTE = "Do not name the neighbour."
PRIVATE_BLOCK = "Pause and look at the Chair."


def prepare(work: Work) -> None:
    """Pulls, a brief, talking points and a statement on item 7; two pulls on item 6; nothing on the rest."""
    meeting = replace(
        work.meetings.current(),
        name="Tenth Biennial Meeting of States",
        starts=dt.date(2028, 6, 5),
        ends=dt.date(2028, 6, 9),
    )
    work.meetings.save_meeting(meeting)
    for number, labels in (("6", (12, 30)), ("7", (62, 63))):
        found = [work.library.resolve(f"BMS8/{label}")[0] for label in labels]
        pulls = work.dossiers.pull(work.meetings.item(number).id, found)
        work.dossiers.save_pull(replace(pulls[0], stance=Stance.SUPPORT, note=PRIVATE_NOTE))
    item = work.meetings.item("7").id
    work.dossiers.save(Dossier(item, brief="The law of 2022 is ahead.", talking_points=("Marking is law.",)))
    text = f"Chair,\n\n{_SPOKEN}\n\n::: private\n{PRIVATE_BLOCK}\n:::\n"
    work.statements.save(Statement(uuid.uuid4(), item, "Ghana on item 7", text=text))


@pytest.fixture(scope="session")
def prepared(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which a delegate has prepared two items; tests copy it and leave it as it is."""
    path = Path(shutil.copy(template, tmp_path_factory.mktemp("prepared") / "prepared.db"))
    with open_workspace(path) as workspace, workspace.write() as work:
        prepare(work)
    return path


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    """What the program remembers of a machine is kept in the test's own folder."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """No thread of ours and no window may outlive a test."""
    before = set(QApplication.topLevelWidgets())
    yield
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    left = [each for each in QApplication.topLevelWidgets() if each not in before]
    assert not left, left
    ours = [each.name for each in threading.enumerate() if each.name.startswith(("workspace", "beside"))]
    assert not ours, ours


@pytest.fixture
def events(qapp: QApplication) -> Events:
    return Events()


Opened = Callable[[Path], Tasks]


@pytest.fixture
def opened(qtbot: QtBot, events: Events) -> Iterator[Opened]:
    """Opens a workspace for the pages; it is closed again at the end."""
    made: list[Tasks] = []

    def run(path: Path) -> Tasks:
        tasks = Tasks(events)
        made.append(tasks)
        there: list[Workspace] = []
        tasks.open(lambda: open_workspace(path, author="Ama Mensah"), there.append, pytest.fail)
        qtbot.waitUntil(lambda: bool(there))
        return tasks

    yield run
    for tasks in made:
        tasks.close()


@pytest.fixture
def path(prepared: Path, tmp_path: Path) -> Path:
    """The file of a workspace in which two items are prepared."""
    return Path(shutil.copy(prepared, tmp_path / "Small arms.db"))


@pytest.fixture
def tasks(opened: Opened, path: Path) -> Tasks:
    return opened(path)


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks, events: Events) -> PacksPage:
    """The page on the prepared workspace, shown, with its pages made."""
    return shown(qtbot, tasks, events)


def shown(qtbot: QtBot, tasks: Tasks, events: Events) -> PacksPage:
    """A page, shown and filled."""
    page = PacksPage(tasks, events)
    qtbot.addWidget(page)
    page.resize(1180, 740)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page.preview.pages.count > 0, timeout=10_000)
    return page


def read(path: Path, job: Callable[[Work], object]) -> object:
    """Reads the file itself, as another program would."""
    with open_workspace(path, read_only=True) as workspace, workspace.read() as work:
        return job(work)
