"""What is offered for an item, scored on drafts for which ten commitments were chosen by hand beforehand.

``own_drafts.json`` has for each of the items 6 to 9 three short drafts, with the ten commitments that a
colleague would hand over (``ten``) and others that would do as well (``also``). They were written before the
first run. The first draft of each item is the one that weights were looked at with; the others were only
measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from db.work import Work
from db.workspace import Workspace
from desktop.dossier.suggesting import suggest
from desktop.meeting.jobs import new_workspace
from desktop.statement.jobs import edit_statement, new_statement

DRAFTS: Sequence[Mapping[str, Any]] = json.loads(
    Path(__file__).with_name("own_drafts.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with new_workspace(tmp_path_factory.mktemp("drafts") / "W.db", state="Ghana") as made:
        yield made


def test_what_is_offered_is_what_a_colleague_would_hand_over(workspace: Workspace) -> None:
    found = [first_ten(workspace, case) for case in DRAFTS]
    chosen = [share(ten, case["ten"]) for ten, case in zip(found, DRAFTS, strict=True)]
    useful = [share(ten, [*case["ten"], *case["also"]]) for ten, case in zip(found, DRAFTS, strict=True)]
    for case, one, other in zip(DRAFTS, chosen, useful, strict=True):
        print(f"{case['item']} {case['about']:42} of the ten {one:.1f}  useful {other:.1f}")
    print(f"together: of the ten {mean(chosen):.3f}, useful {mean(useful):.3f}")
    assert mean(useful) >= 0.85
    assert mean(chosen) >= 0.5
    assert min(useful) >= 0.4


def first_ten(workspace: Workspace, case: Mapping[str, Any]) -> list[str]:
    """The ten best suggestions for a draft, which is gone again afterwards."""
    with workspace.write() as work:
        item = work.meetings.item(case["item"])
        statement = new_statement(work, item)
        edit_statement(work, statement.id, text=case["draft"])
        found = references(work, case["item"])
        work.statements.delete(statement.id)
    return found


def references(work: Work, item: str) -> list[str]:
    return [each.located.reference for each in suggest(work, work.meetings.item(item)).best[:10]]


def share(found: Sequence[str], wanted: Sequence[str]) -> float:
    return len(set(found) & set(wanted)) / 10


def mean(figures: Sequence[float]) -> float:
    return sum(figures) / len(figures)
