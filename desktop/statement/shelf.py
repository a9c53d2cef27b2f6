"""What is read of an agenda item to show its statements."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.agenda import AgendaItem, Delegation, Meeting
from core.statements import Statement

if TYPE_CHECKING:
    from db.work import Work


@dataclass(frozen=True, slots=True)
class Shelf:
    """An agenda item's statements, whose they are, and the file they were read from."""

    path: Path | None
    meeting: Meeting
    delegation: Delegation
    statements: list[Statement]

    def put(self, stored: Statement) -> bool:
        """Puts a statement in the place of what it was before; False if it is not there."""
        there = self.statements
        found = any(statement.id == stored.id for statement in there)
        there[:] = [stored if statement.id == stored.id else statement for statement in there]
        return found


def read_shelf(work: Work, path: Path | None, item: AgendaItem) -> Shelf | None:
    """Reads an item's statements; None if its meeting was deleted, for then another item is about to open.

    ``path`` is asked for on the worker, where it cannot change meanwhile.
    """
    meeting = next((each for each in work.meetings.meetings() if each.id == item.meeting_id), None)
    if meeting is None:
        return None
    return Shelf(
        path,
        meeting,
        work.meetings.delegation(),
        work.statements.of_item(item.id),
    )
