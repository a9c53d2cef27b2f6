"""Autosaves in a row leave one revision, but never at the cost of what an author wrote."""

from __future__ import annotations

import uuid
from dataclasses import replace
from itertools import pairwise

import pytest

from core.revisions import Entity
from core.statements import Statement
from db.workspace import Workspace
from tests.db.samples import Clock, with_agenda

LONG = "We recall what States agreed to at the meeting of 2022, and thank them. " * 42


@pytest.fixture
def statement(workspace: Workspace) -> Statement:
    with workspace.write() as work:
        item = with_agenda(work)[2]
        return work.statements.save(Statement(uuid.uuid4(), item.id, "Statement"))


def save(workspace: Workspace, statement: Statement, text: str) -> None:
    with workspace.write() as work:
        work.statements.save(replace(statement, text=text))


def texts(workspace: Workspace, statement: Statement) -> list[str]:
    with workspace.read() as work:
        found = work.revisions.history(Entity.STATEMENT, statement.id)
    return [each.content["text"] for each in found if each.content is not None]


def test_text_taken_away_bit_by_bit_stays_in_the_history(
    workspace: Workspace, statement: Statement, clock: Clock
) -> None:
    save(workspace, statement, LONG)
    text = LONG
    while text:
        clock.passes(seconds=2)
        text = text[:-90]
        save(workspace, statement, text)
    kept = texts(workspace, statement)
    assert kept[0] == ""
    lengths = sorted([*map(len, kept), len(LONG)])
    assert max(high - low for low, high in pairwise(lengths)) <= 200


def test_what_was_typed_within_the_run_and_removed_slowly_stays_too(
    workspace: Workspace, statement: Statement, clock: Clock
) -> None:
    for end in (*range(0, 1000, 50), *range(1000, 0, -30)):
        clock.passes(seconds=1)
        save(workspace, statement, LONG[:end])
    assert max(map(len, texts(workspace, statement))) >= 870


@pytest.mark.parametrize("old", [LONG, "We thank all who came here."])
def test_a_text_pasted_over_another_does_not_replace_it(
    workspace: Workspace, statement: Statement, clock: Clock, old: str
) -> None:
    save(workspace, statement, old)
    clock.passes(seconds=30)
    new = "".join("xyz"[ord(character) % 3] if character != " " else " " for character in old)
    save(workspace, statement, new)
    assert texts(workspace, statement)[:2] == [new, old]


def test_an_hour_of_typing_leaves_a_revision_every_five_minutes(
    workspace: Workspace, statement: Statement, clock: Clock
) -> None:
    for second in range(0, 3600, 10):
        clock.passes(seconds=10)
        save(workspace, statement, LONG[: 10 + second // 2])
    assert 11 <= len(texts(workspace, statement)) <= 14


def test_typing_with_slips_stays_one_revision(
    workspace: Workspace, statement: Statement, clock: Clock
) -> None:
    for end in range(10, 500, 10):
        clock.passes(seconds=2)
        save(workspace, statement, LONG[:end] + "x")
    assert len(texts(workspace, statement)) == 1


def test_a_write_that_failed_does_not_lengthen_a_run(
    workspace: Workspace, statement: Statement, clock: Clock
) -> None:
    save(workspace, statement, "Chair,")
    clock.passes(minutes=4)
    with pytest.raises(ZeroDivisionError), workspace.write() as work:
        work.statements.save(replace(statement, text="Chair, w"))
        raise ZeroDivisionError
    save(workspace, statement, "Chair, we")
    clock.passes(minutes=2)
    save(workspace, statement, "Chair, we thank")
    assert texts(workspace, statement) == ["Chair, we thank", "Chair, we"]
