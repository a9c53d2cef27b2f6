"""Statements: what will be delivered on the agenda items."""

from __future__ import annotations

import uuid
from dataclasses import replace

from core.errors import NameplateError
from core.ordering import rank_between
from core.revisions import Entity
from core.statements import Statement
from db.meetings import Meetings
from db.projections import read
from db.revisions import Revisions
from db.unit import Unit
from db.written_tables import StatementRow


class Statements:
    """Reads and writes statements within one unit of work."""

    def __init__(self, unit: Unit, revisions: Revisions, meetings: Meetings) -> None:
        """The statements as this unit of work sees them."""
        self._session = unit.session
        self._revisions = revisions
        self._meetings = meetings

    def of_item(self, item_id: uuid.UUID) -> list[Statement]:
        """The statements on an agenda item, in order."""
        return read(self._session, Statement, StatementRow.item_id == item_id)

    def all(self) -> list[Statement]:
        """Every statement of the workspace."""
        return read(self._session, Statement)

    def statement(self, statement_id: uuid.UUID) -> Statement:
        """One statement; NameplateError if it is not there."""
        found = read(self._session, Statement, StatementRow.id == statement_id)
        if not found:
            raise NameplateError("That statement is no longer in this workspace; it was deleted.")
        return found[0]

    def save(self, statement: Statement) -> Statement:
        """Writes a statement, new or changed; one without a rank goes last.

        NameplateError if its agenda item is not there.
        """
        self._meetings.item_by_id(statement.item_id)
        if not statement.rank:
            others = [other for other in self.of_item(statement.item_id) if other.id != statement.id]
            statement = replace(statement, rank=rank_between(others[-1].rank if others else "", ""))
        self._revisions.save(statement)
        return statement

    def delete(self, statement_id: uuid.UUID) -> None:
        """Deletes a statement; its history stays."""
        self._revisions.delete(Entity.STATEMENT, statement_id)
