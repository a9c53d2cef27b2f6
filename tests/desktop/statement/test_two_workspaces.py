"""A copy of a workspace holds the same statements: what is typed goes into the file it was typed in."""

import shutil
import threading
from pathlib import Path

import pytest

from db.workspace import open_workspace
from desktop.statement.page_layout import NOTHING
from tests.desktop.statement.room import Room


@pytest.fixture
def twin(room: Room, tmp_path: Path) -> Path:
    """The page shows a statement of a workspace; this is a colleague's version of the same workspace."""
    room.started("7", "one")
    room.show("7")
    return Path(shutil.copy(room.path, tmp_path / "twin.db"))


def change_to(room: Room, path: Path, **options: object) -> None:
    """Opens another workspace as the window does."""
    room.page.close_workspace()
    room.path = path
    room.open_file(**options)
    room.page.close_workspace()


def text_in(path: Path) -> str:
    """The one statement of a workspace that is not open."""
    with open_workspace(path, read_only=True) as workspace, workspace.read() as work:
        (statement,) = work.statements.of_item(work.meetings.item("7").id)
        return statement.text


def test_what_was_typed_before_another_workspace_is_opened_is_in_its_own(room: Room, twin: Path) -> None:
    own = room.path
    room.type(" two")
    change_to(room, twin)
    room.show("7")
    assert room.shown == "one"
    room.type(" b")
    room.page.flush()
    room.settle()
    room.tasks.close()
    assert (text_in(own), text_in(twin)) == ("one two\n", "one b\n")


def test_nothing_can_be_typed_while_another_workspace_is_being_opened(room: Room, twin: Path) -> None:
    own = room.path
    go_on = threading.Event()
    room.tasks.write(lambda _work: go_on.wait(10))
    room.type(" two")
    room.page.close_workspace()
    arrived: list[object] = []
    room.tasks.open(lambda: open_workspace(twin), arrived.append)
    assert room.page._places.currentIndex() == NOTHING
    assert not room.page.editor.isVisible()
    assert room.page.open.id is None
    go_on.set()
    room.qtbot.waitUntil(lambda: bool(arrived))
    room.page.close_workspace()
    room.settle()
    assert not room.page.unsaved()
    room.tasks.close()
    assert (text_in(own), text_in(twin)) == ("one two\n", "one")


def test_what_is_typed_although_another_workspace_is_being_opened_stays_out_of_it(
    room: Room, twin: Path
) -> None:
    own, seven, meeting = room.path, room.item("7"), room.meeting
    go_on = threading.Event()
    arrived: list[object] = []
    room.tasks.write(lambda _work: go_on.wait(10))
    room.tasks.open(lambda: open_workspace(twin), arrived.append)
    go_on.set()
    room.qtbot.waitUntil(lambda: room.tasks.workspace is not None and room.tasks.workspace.path == twin)
    room.type(" two")
    room.page.flush()
    room.qtbot.waitUntil(lambda: bool(arrived))
    room.page.show_item(seven, meeting)
    room.settle()
    assert room.shown == "one"
    room.type(" b")
    room.page.flush()
    room.settle()
    assert room.page.unsaved()
    change_to(room, own)
    room.show("7")
    assert room.shown == "one two"
    room.settle()
    assert not room.page.unsaved()
    room.tasks.close()
    assert (text_in(own), text_in(twin)) == ("one two\n", "one b\n")


def test_what_could_not_be_saved_is_not_shown_in_another_workspace(room: Room, twin: Path) -> None:
    own = room.path
    room.open_file(read_only=True)
    room.type(" two")
    room.page.flush()
    room.settle()
    change_to(room, twin)
    room.show("7")
    assert room.shown == "one"
    assert "National statement" in room.page.notice.words.text()
    room.type(" b")
    room.page.flush()
    room.settle()
    assert room.page.unsaved()
    change_to(room, own)
    room.show("7")
    assert room.shown == "one two"
    room.settle()
    assert not room.page.unsaved()
    assert not room.page.notice.isVisible()
    room.tasks.close()
    assert (text_in(own), text_in(twin)) == ("one two\n", "one b\n")


def test_a_save_that_is_confirmed_late_does_not_touch_the_twin_on_the_page(room: Room, twin: Path) -> None:
    room.type(" two")
    change_to(room, twin)
    room.show("7")
    handed_on = room.page.open.statement
    assert handed_on is not None and handed_on.text == "one"
    assert room.shown == "one"
    assert not room.page.unsaved()


def test_the_page_is_there_again_if_the_other_workspace_cannot_be_opened(room: Room, twin: Path) -> None:
    seven, meeting = room.item("7"), room.meeting
    room.type(" two")
    room.page.close_workspace()
    room.page.show_item(seven, meeting)
    room.settle()
    assert room.shown == "one two"
    room.type(" three")
    room.page.flush()
    room.settle()
    assert room.shown == "one two three"
    assert not room.page.unsaved()
