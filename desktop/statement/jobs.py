"""What can be done with statements, for the window and the command line alike. No Qt here."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.agenda import AgendaItem
from core.speaking_time import speaking_time
from core.statement_text import parse
from core.statements import Capacity, Stage, Statement, usual_opening

if TYPE_CHECKING:
    from db.work import Work


def new_statement(
    work: Work,
    item: AgendaItem,
    title: str = "",
    capacity: Capacity = Capacity.NATIONAL,
    group: str = "",
    text: str | None = None,
) -> Statement:
    """Starts a statement on an agenda item; without a text it has the usual opening.

    Without a group it is the delegation's: a national statement aligns with it.
    """
    delegation = work.meetings.delegation()
    group = group.strip() or delegation.group
    return work.statements.save(
        Statement(
            id=uuid.uuid4(),
            item_id=item.id,
            title=title.strip() or usual_title(capacity, group),
            capacity=capacity,
            group=group,
            text=usual_opening(delegation, capacity, group) if text is None else text,
        )
    )


def usual_title(capacity: Capacity, group: str) -> str:
    """What a statement is called until it is given a title."""
    if capacity is Capacity.NATIONAL:
        return "National statement"
    return f"Statement on behalf of {group}" if group else "Statement on behalf of a group"


def edit_statement(
    work: Work,
    statement_id: uuid.UUID,
    *,
    text: str | None = None,
    title: str | None = None,
    capacity: Capacity | None = None,
    group: str | None = None,
    stage: Stage | None = None,
    speaker_name: str | None = None,
    speaker_title: str | None = None,
    minutes: float | None = None,
) -> Statement:
    """Changes what is given of a statement and leaves the rest. NameplateError if it is not there."""
    given = {
        "text": text,
        "title": title,
        "capacity": capacity,
        "group": group,
        "stage": stage,
        "speaker_name": speaker_name,
        "speaker_title": speaker_title,
        "minutes": minutes,
    }
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return work.statements.save(replace(work.statements.statement(statement_id), **changes))


def statement_rows(work: Work, item: AgendaItem | None = None) -> list[dict[str, Any]]:
    """The statements on an agenda item, or in the whole workspace, as rows for the command line."""
    statements = work.statements.of_item(item.id) if item else work.statements.all()
    return [_row(work, statement) for statement in statements]


def _row(work: Work, statement: Statement) -> dict[str, Any]:
    item = work.meetings.item_by_id(statement.item_id)
    time = speaking_time(statement, parse(statement.text), work.meetings.meeting(item.meeting_id))
    return {
        "id": str(statement.id),
        "item": item.number,
        "title": statement.title,
        "capacity": statement.capacity.value,
        "group": statement.group,
        "stage": statement.stage.value,
        "words": time.words,
        "words_a_minute": time.words_a_minute,
        "seconds": time.seconds,
        "limit_seconds": time.limit_seconds,
        "over": time.is_over,
    }
