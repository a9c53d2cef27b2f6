"""The Share page on a real workspace: what it says of the file, and the copy it saves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from db.workspace import Workspace, open_workspace
from desktop.events import Events
from desktop.sharing.page import SharingPage
from desktop.tasks import Tasks


@pytest.fixture
def events(qtbot: QtBot) -> Events:
    return Events()


@pytest.fixture
def tasks(qtbot: QtBot, events: Events, w: Path) -> Iterator[Tasks]:
    """The worker, with the fresh workspace open."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(w.parent / "settings"))
    tasks = Tasks(events)
    opened: list[Workspace] = []
    tasks.open(lambda: open_workspace(w), opened.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(opened))
    yield tasks
    tasks.close()


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks, events: Events) -> SharingPage:
    page = SharingPage(tasks, events)
    qtbot.addWidget(page)
    page.resize(1180, 740)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page.facts is not None)
    return page


def words_on(page: SharingPage) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_it_says_what_a_copy_holds_and_where_the_file_is(page: SharingPage, w: Path) -> None:
    words = words_on(page)
    assert "private notes" in words
    assert w.name in words
    assert str(w.parent) in words
    assert page.facts is not None
    assert page.facts.size_in_words in words


def test_a_copy_is_complete_and_can_be_opened(qtbot: QtBot, page: SharingPage, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "copy.db"
    target.parent.mkdir()
    said: list[str] = []
    page.status.connect(said.append)
    page.save_to(target)
    assert not page._save.isEnabled()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said == [f"Saved a copy to {target}."]
    assert page.outcome.words.startswith("Saved a copy: copy.db, ")
    assert page._save.isEnabled()
    with open_workspace(target) as copy, copy.read() as work:
        assert len(work.meetings.agenda()) == 11
        assert work.library.resolve("BMS8/62")


def test_the_dialog_proposes_a_dated_name_beside_the_workspace(
    qtbot: QtBot, page: SharingPage, w: Path
) -> None:
    page._save.click()
    (dialog,) = page.findChildren(QFileDialog)
    proposed = Path(dialog.selectedFiles()[0])
    assert proposed.parent == w.parent
    assert proposed.name.startswith("W – 20")
    assert proposed.suffix == ".db"
    dialog.close()


def test_the_workspace_is_never_written_over_by_its_own_copy(
    qtbot: QtBot, page: SharingPage, w: Path
) -> None:
    before = w.read_bytes()
    page.save_to(w)
    qtbot.waitUntil(lambda: "this workspace itself" in page.outcome.words)
    assert page._save.isEnabled()
    assert w.read_bytes() == before


def test_a_place_that_is_not_there_is_a_sentence(qtbot: QtBot, page: SharingPage, tmp_path: Path) -> None:
    page.save_to(tmp_path / "gone" / "copy.db")
    qtbot.waitUntil(lambda: "does not exist" in page.outcome.words)


def test_a_workspace_that_was_moved_away_is_a_sentence_and_can_still_be_copied(
    qtbot: QtBot, page: SharingPage, w: Path, tmp_path: Path
) -> None:
    w.rename(tmp_path / "moved.db")
    page.activate()
    qtbot.waitUntil(lambda: "is no longer in" in page.outcome.words)
    assert page._save.isEnabled()


def test_what_is_written_while_the_page_is_shown_is_seen(
    qtbot: QtBot, page: SharingPage, tasks: Tasks
) -> None:
    shown: list[object] = [page.facts]
    tasks.write(lambda work: work.meetings.save_meeting(work.meetings.current()))
    tasks.write(lambda work: work.meetings.delete_item(work.meetings.item("1").id))
    qtbot.waitUntil(lambda: page.facts is not shown[0])


def test_without_a_workspace_nothing_can_be_copied(qtbot: QtBot, events: Events) -> None:
    tasks = Tasks(events)
    page = SharingPage(tasks, events)
    qtbot.addWidget(page)
    page.activate()
    assert not page._save.isEnabled()
    tasks.close()
