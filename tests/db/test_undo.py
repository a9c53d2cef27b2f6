"""Undo takes back what was done, and refuses where it would take more than that."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from core.agenda import AgendaItem, Delegation
from core.commitments import Dossier, Pull
from core.errors import NameplateError
from core.revisions import Changes
from core.statements import Statement
from db.workspace import Workspace, create_workspace
from tests.db.samples import with_agenda


@pytest.fixture
def item(workspace: Workspace) -> AgendaItem:
    with workspace.write() as work:
        return with_agenda(work)[2]


def pulled(workspace: Workspace, item: AgendaItem, *labels: str) -> tuple[list[Pull], Changes]:
    with workspace.write() as work:
        pulls = work.dossiers.pull(item.id, [work.library.one(f"BMS8/{label}") for label in labels])
    return pulls, work.changes


def refused(workspace: Workspace, changes: Changes, sentence: str) -> None:
    """Even one who goes on in the same unit of work finds nothing half done."""
    with workspace.write() as work:
        with pytest.raises(NameplateError, match=sentence):
            work.revisions.undo(changes)
        assert not work.changes


def test_a_late_undo_keeps_what_was_written_since(workspace: Workspace, item: AgendaItem) -> None:
    (first, second), changes = pulled(workspace, item, "62", "63")
    with workspace.write() as work:
        work.dossiers.save_pull(replace(first, note="A long note. " * 50))
    refused(workspace, changes, "BMS8/62 was changed since, so this cannot be undone")
    with workspace.read() as work:
        assert {each.id for each in work.dossiers.pulls(item.id)} == {first.id, second.id}


def test_what_was_taken_away_since_is_said(workspace: Workspace, item: AgendaItem) -> None:
    (pull,), changes = pulled(workspace, item, "62")
    with workspace.write() as work:
        work.dossiers.remove_pull(pull.id)
    refused(workspace, changes, "BMS8/62 was taken away since")


def test_changes_of_another_workspace_are_refused(
    workspace: Workspace, item: AgendaItem, tmp_path: Path
) -> None:
    with workspace.write() as work:
        work.meetings.save_delegation(Delegation("Ghana"))
    with workspace.write() as work:
        work.meetings.save_delegation(Delegation("Togo"))
    with create_workspace(tmp_path / "other.db") as other:
        with other.write() as there:
            there.meetings.save_delegation(Delegation("Togo"))
        refused(other, work.changes, "in another workspace")


def test_a_deletion_undone_brings_the_thing_back(workspace: Workspace, item: AgendaItem) -> None:
    (pull,), _ = pulled(workspace, item, "62")
    with workspace.write() as work:
        work.dossiers.remove_pull(pull.id)
    with workspace.write() as undoing:
        undoing.revisions.undo(work.changes)
        assert undoing.dossiers.pulls(item.id) == [pull]


def test_nothing_is_brought_back_for_an_item_that_is_gone(workspace: Workspace, item: AgendaItem) -> None:
    (pull,), _ = pulled(workspace, item, "62")
    with workspace.write() as work:
        work.dossiers.remove_pull(pull.id)
    with workspace.write() as later:
        later.meetings.delete_item(item.id)
    refused(workspace, work.changes, "BMS8/62 belongs to something that was deleted since")


def test_an_item_is_not_taken_from_under_what_was_written_for_it(
    workspace: Workspace, item: AgendaItem
) -> None:
    with workspace.write() as work:
        new = work.meetings.save_item(AgendaItem(uuid.uuid4(), item.meeting_id, "8", "Assistance"))
    with workspace.write() as later:
        later.dossiers.save(Dossier(new.id, "Our brief"))
    refused(workspace, work.changes, "A brief was written since")


def test_two_changes_of_one_thing_are_undone_together(workspace: Workspace, item: AgendaItem) -> None:
    with workspace.write() as work:
        statement = work.statements.save(Statement(uuid.uuid4(), item.id, "S", text="One"))
    both = Changes()
    for text in ("Two", "Three"):
        with workspace.write() as work:
            work.statements.save(replace(statement, text=text))
        both = both | work.changes
    with workspace.write() as undoing:
        undoing.revisions.undo(both)
        assert undoing.statements.statement(statement.id).text == "One"
