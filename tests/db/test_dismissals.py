"""What is not relevant to an agenda item: noted, taken back, undone, and gone with its item."""

from __future__ import annotations

import uuid

import pytest

from core.agenda import AgendaItem
from core.commitments import dismissal_id
from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.revisions import Changes, Entity
from db.work import Work
from db.workspace import Workspace
from tests.db.samples import with_agenda


@pytest.fixture
def item(workspace: Workspace) -> AgendaItem:
    with workspace.write() as work:
        return with_agenda(work)[2]


def located(workspace: Workspace, *labels: str) -> list[LibraryParagraph]:
    with workspace.read() as work:
        return located_in(work, labels)


def dismiss(workspace: Workspace, item: AgendaItem, *labels: str) -> Changes:
    with workspace.write() as work:
        work.dossiers.dismiss(item.id, located_in(work, labels))
    return work.changes


def located_in(work: Work, labels: tuple[str, ...]) -> list[LibraryParagraph]:
    return [work.library.one(f"BMS8/{label}") for label in labels]


def dismissed(workspace: Workspace, item: AgendaItem) -> list[str]:
    with workspace.read() as work:
        there = work.dossiers.dismissed(item.id)
        assert work.dossiers.dismissed_ids(item.id) == {each.paragraph_id for each in there}
        return [each.reference for each in there]


def test_what_is_dismissed_is_remembered(workspace: Workspace, item: AgendaItem) -> None:
    dismiss(workspace, item, "64", "62")
    assert dismissed(workspace, item) == ["BMS8/62", "BMS8/64"]
    assert not dismiss(workspace, item, "64")
    (found,) = located(workspace, "62")
    with workspace.write() as work:
        work.dossiers.take_back(item.id, [found.paragraph.id])
    assert dismissed(workspace, item) == ["BMS8/64"]


def test_it_is_of_one_item_alone(workspace: Workspace, item: AgendaItem) -> None:
    dismiss(workspace, item, "62")
    with workspace.read() as work:
        six = work.meetings.item("6")
    assert dismissed(workspace, six) == []


def test_pulling_takes_it_back_and_one_undo_restores_both(workspace: Workspace, item: AgendaItem) -> None:
    dismiss(workspace, item, "62", "63")
    (found,) = located(workspace, "62")
    with workspace.write() as work:
        work.dossiers.pull(item.id, [found])
    assert dismissed(workspace, item) == ["BMS8/63"]
    with workspace.write() as undoing:
        undoing.revisions.undo(work.changes)
        assert undoing.dossiers.pulls(item.id) == []
    assert dismissed(workspace, item) == ["BMS8/62", "BMS8/63"]


def test_what_is_pulled_is_not_dismissed(workspace: Workspace, item: AgendaItem) -> None:
    with workspace.write() as work:
        work.dossiers.pull(item.id, located_in(work, ("62",)))
    with workspace.write() as work:
        with pytest.raises(NameplateError, match="BMS8/62 is pulled into item 7; take it out of the dossier"):
            work.dossiers.dismiss(item.id, located_in(work, ("63", "62")))
        assert not work.changes


def test_what_two_colleagues_did_differently_counts_as_pulled(workspace: Workspace, item: AgendaItem) -> None:
    with workspace.write() as work:
        (pull,) = work.dossiers.pull(item.id, located_in(work, ("62",)))
        work.dossiers.remove_pull(pull.id)
    dismiss(workspace, item, "62")
    with workspace.write() as work:
        work.dossiers.save_pull(pull)
    assert dismissed(workspace, item) == []


def test_a_dismissal_is_undone(workspace: Workspace, item: AgendaItem) -> None:
    changes = dismiss(workspace, item, "62")
    with workspace.write() as work:
        work.revisions.undo(changes)
    assert dismissed(workspace, item) == []


def test_it_goes_and_comes_back_with_its_item(workspace: Workspace, item: AgendaItem) -> None:
    changes = dismiss(workspace, item, "62")
    with workspace.write() as work:
        work.meetings.delete_item(item.id)
    assert dismissed(workspace, item) == []
    assert workspace.verify() == []
    refusal = pytest.raises(NameplateError, match="BMS8/62 was taken away since")
    with workspace.write() as undoing, refusal:
        undoing.revisions.undo(changes)
    with workspace.write() as undoing:
        undoing.revisions.undo(work.changes)
    assert dismissed(workspace, item) == ["BMS8/62"]


def test_nothing_is_brought_back_for_an_item_that_is_gone(workspace: Workspace, item: AgendaItem) -> None:
    dismiss(workspace, item, "62")
    (found,) = located(workspace, "62")
    with workspace.write() as taken:
        taken.dossiers.take_back(item.id, [found.paragraph.id])
    with workspace.write() as work:
        work.meetings.delete_item(item.id)
    refusal = pytest.raises(NameplateError, match="BMS8/62 belongs to something that was deleted since")
    with workspace.write() as work, refusal:
        work.revisions.undo(taken.changes)


def test_an_item_made_is_not_undone_over_what_was_dismissed_for_it(
    workspace: Workspace, item: AgendaItem
) -> None:
    with workspace.write() as making:
        eight = making.meetings.save_item(AgendaItem(uuid.UUID(int=8), item.meeting_id, "8", "Eight"))
    dismiss(workspace, eight, "62")
    refusal = pytest.raises(NameplateError, match="A dismissal was written since")
    with workspace.write() as work, refusal:
        work.revisions.undo(making.changes)


def test_verify_tells_of_a_dismissal_whose_item_is_gone(workspace: Workspace, item: AgendaItem) -> None:
    dismiss(workspace, item, "62")
    with workspace.write() as work:
        work.revisions.delete(Entity.AGENDA_ITEM, item.id)
    assert workspace.verify() == [
        "1 × dismissal: what it belongs to was deleted; restore it from the history."
    ]


def test_there_is_none_for_an_item_that_is_not_there(workspace: Workspace, item: AgendaItem) -> None:
    (found,) = located(workspace, "62")
    with workspace.write() as work:
        work.meetings.delete_item(item.id)
        with pytest.raises(NameplateError, match="no longer in this workspace"):
            work.dossiers.dismiss(item.id, [found])


def test_two_files_mean_the_same_dismissal(workspace: Workspace, item: AgendaItem) -> None:
    (found,) = located(workspace, "62")
    changes = dismiss(workspace, item, "62")
    assert changes.entities == {(Entity.DISMISSAL, dismissal_id(item.id, found.paragraph.id))}
