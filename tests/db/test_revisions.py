"""Revisions: history, autosave, undo, and nothing typed is ever dropped."""

from __future__ import annotations

import uuid
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.agenda import AgendaItem, Delegation
from core.briefing_pack import Pack
from core.commitments import Dossier
from core.errors import NameplateError
from core.revisions import Changes, Entity, Revision
from core.statements import Statement
from db.contents import DELEGATION_ID
from db.workspace import Workspace
from tests.db.samples import Clock, with_agenda


@pytest.fixture
def item(workspace: Workspace) -> AgendaItem:
    with workspace.write() as work:
        return with_agenda(work)[2]


@pytest.fixture
def statement(workspace: Workspace, item: AgendaItem) -> Statement:
    with workspace.write() as work:
        return work.statements.save(Statement(uuid.uuid4(), item.id, "Statement", text="Chair,"))


def history(workspace: Workspace, statement: Statement) -> list[Revision]:
    with workspace.read() as work:
        return work.revisions.history(Entity.STATEMENT, statement.id)


def save(workspace: Workspace, statement: Statement, text: str) -> Changes:
    with workspace.write("editor") as work:
        work.statements.save(replace(statement, text=text))
    return work.changes


def texts(revisions: list[Revision]) -> list[str | None]:
    return [None if each.content is None else each.content["text"] for each in revisions]


def test_autosaves_in_a_row_leave_one_revision(
    workspace: Workspace, statement: Statement, clock: Clock
) -> None:
    for text in ("Chair, w", "Chair, we", "Chair, we thank"):
        clock.passes(seconds=30)
        save(workspace, statement, text)
    assert texts(history(workspace, statement)) == ["Chair, we thank"]


def test_a_replaced_revision_has_a_new_id_so_that_a_mailed_copy_can_be_merged(
    workspace: Workspace, statement: Statement
) -> None:
    (before,) = history(workspace, statement)
    save(workspace, statement, "Chair, we")
    (after,) = history(workspace, statement)
    assert after.id != before.id
    assert after.parents == before.parents == ()


def test_a_pause_begins_a_new_revision(workspace: Workspace, statement: Statement, clock: Clock) -> None:
    clock.passes(minutes=5)
    save(workspace, statement, "Chair, we")
    newest, oldest = history(workspace, statement)
    assert texts([newest, oldest]) == ["Chair, we", "Chair,"]
    assert newest.parents == (oldest.id,)
    assert oldest.sealed
    assert newest.time == clock.now


def test_another_author_follows_and_does_not_replace(workspace: Workspace, statement: Statement) -> None:
    workspace.author = "Ben"
    save(workspace, statement, "Chair, we")
    assert [each.author for each in history(workspace, statement)] == ["Ben", "Ana"]


def test_an_autosave_that_loses_much_text_does_not_replace(
    workspace: Workspace, statement: Statement
) -> None:
    long = "Chair, " + "we thank you. " * 40
    save(workspace, statement, long)
    save(workspace, statement, "")
    assert texts(history(workspace, statement)) == ["", long]


def test_saving_what_is_there_already_writes_nothing(workspace: Workspace, statement: Statement) -> None:
    assert not save(workspace, statement, "Chair,")
    assert len(history(workspace, statement)) == 1


def test_a_named_version_stays(workspace: Workspace, statement: Statement) -> None:
    with workspace.write() as work:
        named = work.revisions.name_version(Entity.STATEMENT, statement.id, " sent to capital ")
        assert (named.name, named.sealed) == ("sent to capital", True)
    save(workspace, statement, "Chair, we")
    assert [each.name for each in history(workspace, statement)] == ["", "sent to capital"]


def test_a_version_needs_a_name_and_a_thing(workspace: Workspace, statement: Statement) -> None:
    with workspace.write() as work:
        with pytest.raises(NameplateError, match="needs a name"):
            work.revisions.name_version(Entity.STATEMENT, statement.id, " ")
        with pytest.raises(NameplateError, match="nothing there to name"):
            work.revisions.name_version(Entity.STATEMENT, uuid.uuid4(), "x")


def test_closing_seals_so_that_the_next_session_follows(workspace: Workspace, statement: Statement) -> None:
    from db.workspace import open_workspace

    workspace.close()
    with open_workspace(workspace.path, author="Ana") as again:
        assert [each.sealed for each in history(again, statement)] == [True]
        save(again, statement, "Chair, we")
        assert texts(history(again, statement)) == ["Chair, we", "Chair,"]


def test_deletion_is_a_revision_and_can_be_restored(workspace: Workspace, statement: Statement) -> None:
    with workspace.write() as work:
        work.statements.delete(statement.id)
    deleted, written = history(workspace, statement)
    assert texts([deleted, written]) == [None, "Chair,"]
    with workspace.write() as work:
        assert work.statements.all() == []
        work.revisions.restore(written.id)
        assert work.statements.statement(statement.id) == statement
    assert texts(history(workspace, statement)) == ["Chair,", None, "Chair,"]


def test_a_deletion_is_never_replaced(workspace: Workspace, statement: Statement) -> None:
    with workspace.write() as work:
        work.statements.delete(statement.id)
    save(workspace, statement, "Again")
    assert texts(history(workspace, statement)) == ["Again", None, "Chair,"]


def test_an_unknown_revision_is_refused(workspace: Workspace) -> None:
    with workspace.write() as work, pytest.raises(NameplateError, match="no longer in this workspace"):
        work.revisions.restore(uuid.uuid4())


def test_changes_say_what_was_written_and_by_whom(workspace: Workspace, statement: Statement) -> None:
    changes = save(workspace, statement, "New")
    assert changes.entities == {(Entity.STATEMENT, statement.id)}
    assert changes.initiator == "editor"
    assert not changes.library
    ((entity, entity_id, before),) = changes.before
    assert (entity, entity_id) == (Entity.STATEMENT, statement.id)
    assert before is not None
    assert before["text"] == "Chair,"


def test_undo_writes_back_an_edit_and_can_be_undone(workspace: Workspace, statement: Statement) -> None:
    changes = save(workspace, statement, "Entirely different")
    with workspace.write() as undoing:
        undoing.revisions.undo(changes)
    with workspace.write() as redoing:
        assert redoing.statements.statement(statement.id).text == "Chair,"
        redoing.revisions.undo(undoing.changes)
        assert redoing.statements.statement(statement.id).text == "Entirely different"
    assert texts(history(workspace, statement))[:2] == ["Entirely different", "Chair,"]


def test_undo_takes_back_what_was_created(workspace: Workspace, item: AgendaItem) -> None:
    with workspace.write() as work:
        work.dossiers.pull(item.id, [work.library.one("BMS8/62"), work.library.one("BMS8/63")])
    with workspace.write() as undoing:
        undoing.revisions.undo(work.changes)
        assert undoing.dossiers.pulls(item.id) == []


def test_undo_of_a_deleted_meeting_brings_all_of_it_back(workspace: Workspace, item: AgendaItem) -> None:
    with workspace.write() as work:
        work.dossiers.pull(item.id, [work.library.one("BMS8/62"), work.library.one("BMS8/63")])
        work.dossiers.save(Dossier(item.id, "Brief", ("One", "Two"), "Private"))
        work.statements.save(Statement(uuid.uuid4(), item.id, "S"))
        work.packs.save(Pack(uuid.uuid4(), item.meeting_id, "P", (item.id,)))
        before = everything(work, item)
    with workspace.write() as deleting:
        deleting.meetings.delete_meeting(item.meeting_id)
        assert deleting.meetings.meetings() == []
        assert deleting.statements.all() == []
        assert deleting.dossiers.pulls(item.id) == []
    with workspace.write() as undoing:
        undoing.revisions.undo(deleting.changes)
        assert everything(undoing, item) == before
    assert workspace.verify() == []


def everything(work: object, item: AgendaItem) -> list[object]:
    from db.work import Work

    assert isinstance(work, Work)
    return [
        work.meetings.meetings(),
        work.meetings.agenda(item.meeting_id),
        work.dossiers.dossier(item.id),
        work.dossiers.pulls(item.id),
        work.statements.all(),
        work.packs.packs(item.meeting_id),
    ]


def test_a_failed_block_writes_nothing(workspace: Workspace, statement: Statement) -> None:
    with pytest.raises(ZeroDivisionError), workspace.write() as work:
        work.statements.save(replace(statement, text="Lost"))
        work.meetings.save_delegation(Delegation("Ghana"))
        raise ZeroDivisionError
    with workspace.read() as work:
        assert work.statements.statement(statement.id) == statement
        assert work.meetings.delegation() == Delegation()
        assert work.revisions.history(Entity.DELEGATION, DELEGATION_ID) == []


def test_reading_cannot_write(workspace: Workspace, statement: Statement) -> None:
    with workspace.read() as work, pytest.raises(RuntimeError, match="for reading"):
        work.statements.delete(statement.id)


TEXTS = st.sampled_from(["", "a", "b" * 150, "c" * 400])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("save"), TEXTS),
        st.tuples(st.just("wait"), st.integers(0, 600)),
        st.tuples(st.just("author"), st.sampled_from(["Ana", "Ben"])),
        st.tuples(st.just("delete"), st.none()),
        st.tuples(st.just("name"), st.none()),
        st.tuples(st.just("seal"), st.none()),
        st.tuples(st.just("undo"), st.none()),
    ),
    max_size=25,
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_history_is_one_line_and_nothing_sealed_is_ever_altered(
    workspace: Workspace, item: AgendaItem, clock: Clock, steps: list[tuple[str, object]]
) -> None:
    statement = Statement(uuid.uuid4(), item.id, "S", rank="i")
    kept: dict[uuid.UUID, Revision] = {}
    last = Changes()
    for step, value in steps:
        clock.passes(seconds=1)
        with workspace.write() as work:
            exists = any(each.id == statement.id for each in work.statements.all())
            if step == "save":
                work.statements.save(replace(statement, text=str(value)))
            elif step == "wait":
                clock.passes(seconds=int(str(value)))
            elif step == "author":
                workspace.author = str(value)
            elif step == "delete":
                work.statements.delete(statement.id)
            elif step == "name" and exists:
                work.revisions.name_version(Entity.STATEMENT, statement.id, "v")
            elif step == "seal":
                work.revisions.seal_all()
            elif step == "undo":
                work.revisions.undo(last)
        last = work.changes or last
        revisions = history(workspace, statement)
        for each in revisions:
            if each.sealed:
                assert replace(kept.setdefault(each.id, each), name="") == replace(each, name="")
        assert kept.keys() <= {each.id for each in revisions}
        for newer, older in pairwise(revisions):
            assert newer.parents == (older.id,)
        with workspace.read() as work:
            standing = [each.text for each in work.statements.of_item(item.id) if each.id == statement.id]
        assert standing == [text for text in texts(revisions)[:1] if text is not None]
    assert workspace.verify() == []
