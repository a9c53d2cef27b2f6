"""Who did what at a past meeting, as its own report tells it.

The rows name where in the report they stand, so that every answer can be checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Party(StrEnum):
    """What kind of participant a row of the record names."""

    STATE = "state"
    GROUP = "group"
    ORGANIZATION = "organization"
    NGO = "ngo"


@dataclass(frozen=True, slots=True)
class Intervention:
    """A statement made at a meeting.

    ``party`` is the canonical name; ``named`` is the name as the report gives it. ``items`` are the agenda
    items spoken on ("all substantive items" gives all four). ``sitting`` is the ordinal of the meeting
    ("1st" is 1), None where the report does not say. ``on_behalf`` is what stands in the parentheses, word
    for word ("also on behalf of Economic Community of West African States"), empty for a national one.
    ``label`` is the report paragraph that says so.
    """

    party: str
    named: str
    kind: Party
    items: tuple[str, ...]
    sitting: int | None
    date: str
    on_behalf: str
    label: str


@dataclass(frozen=True, slots=True)
class NationalReport:
    """A report submitted to a meeting, by a State or by an organization."""

    party: str
    named: str
    kind: Party
    label: str


@dataclass(frozen=True, slots=True)
class Officer:
    """An elected officer: ``office`` is "Chair" or "Vice-Chair"; ``person`` is empty where none is named."""

    party: str
    named: str
    office: str
    person: str
    label: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything a report tells of who took part and how; empty for documents that tell nothing."""

    interventions: tuple[Intervention, ...] = ()
    reports: tuple[NationalReport, ...] = ()
    officers: tuple[Officer, ...] = ()

    def of(self, party: str) -> Record:
        """The part of the record that concerns one State or organization, by canonical name."""
        return Record(
            tuple(row for row in self.interventions if row.party == party),
            tuple(row for row in self.reports if row.party == party),
            tuple(row for row in self.officers if row.party == party),
        )

    def on_item(self, number: str) -> Record:
        """Who spoke on one agenda item; reports and officers belong to no item and are left out."""
        return Record(tuple(row for row in self.interventions if number in row.items))

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.interventions or self.reports or self.officers)


NO_RECORD = Record()
"""What a document tells that names nobody."""
