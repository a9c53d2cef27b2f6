"""What a report tells of a meeting: who spoke on which item and for whom, who reported, who presided.

Read from the report's numbered paragraphs, in the phrases that reports of these meetings use ("At the 2nd
meeting, statements were made by the representatives of …"; BMS8, paras. 9, 15–23).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.documents import Kind
from core.record import Intervention, NationalReport, Officer, Party, Record
from core.states import canonical_state
from importers.forms import concerns_all_items
from importers.parties import Named, named_parties, split_names
from importers.rows import Row

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)"
_SITTING = re.compile(rf"\b[Aa]t (?:the|its) {_ORDINAL} meeting\b")
_ONE_DAY = rf"\d{{1,2}}(?: {_MONTH})?(?: \d{{4}})?"
_SITTINGS_DATED = re.compile(
    rf"(?P<sittings>{_ORDINAL}(?:(?:, | and | to ){_ORDINAL})*) meetings?, "
    rf"on (?P<days>{_ONE_DAY}(?:(?:, | and | to |–){_ONE_DAY})*)"
)
_DAY = re.compile(rf"(\d{{1,2}})(?: ({_MONTH}))?(?: (\d{{4}}))?")
_ITEM = re.compile(r"\bagenda item (\d{1,2})\b", re.I)
_SPOKE = re.compile(
    r"\b[Ss]tatements? (?:was|were)(?: also| then)? (?:made|delivered) by (?:the )?representatives? of "
    r"(?:the following (?P<whom>[^:.]*):)?"
)
_LIST_END = re.compile(r"\.(?=\s+(?:At|Also|In|A|The|Statements?)\b|$)")
_REPORTS_SUBMITTED = re.compile(r"\breports\b.*\bsubmitted\b.*\bfollowing (?P<whom>.+)", re.I)
_OFFICE = re.compile(r"\b(Chair|President|Vice-Chair|Vice-President|Rapporteur)(?:person)?s?:\s*")
_ELECTED = re.compile(r"\bofficers?\b.*\belected\b|\belected\b.*\bofficers?\b")
_PERSON = re.compile(r"(?P<person>[^()]+)\s\((?P<state>.+)\)")


def read_proceedings(rows: Iterable[Row]) -> Record:
    """The record that a report's rows tell; empty for a document that tells nothing of a meeting."""
    numbered = [row for row in rows if row.label]
    report = [row for row in numbered if row.kind is Kind.REPORT]
    substantive = tuple(row.label for row in numbered if row.kind is Kind.AGENDA and row.track)
    return Record(
        interventions=tuple(_interventions(report, substantive)),
        reports=tuple(_reports(report)),
        officers=tuple(officer for row in report for officer in _officers(row)),
    )


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a report has last said of where it is: section, sitting and agenda items."""

    section: tuple[str, ...] = ()
    sitting: int | None = None
    items: tuple[str, ...] = ()


def _interventions(report: Sequence[Row], substantive: tuple[str, ...]) -> list[Intervention]:
    """Everyone who spoke, in order.

    A sitting and an agenda item hold until the report names others, but not beyond their section: "Statements
    were made by …" (para. 23) goes on from "At the 10th meeting, under agenda item 10" (para. 22).
    """
    dates = sitting_dates(report)
    setting = _Setting()
    found = []
    for row in report:
        if row.section != setting.section:
            setting = _Setting(row.section)
        items = substantive if concerns_all_items(row.text) else tuple(_ITEM.findall(row.text)[:1])
        setting = replace(setting, items=items or setting.items)
        for sitting, speakers in _statements(row.text):
            setting = replace(setting, sitting=sitting or setting.sitting)
            when = dates.get(setting.sitting, "") if setting.sitting else ""
            found += [_intervention(speaker, setting, when, row.label) for speaker in speakers]
    return found


def _statements(text: str) -> Iterator[tuple[int | None, list[Named]]]:
    """Every sitting that a paragraph names and who spoke at it; nobody where it only says what was done."""
    at = 0
    for spoke in _SPOKE.finditer(text):
        sittings = _SITTING.findall(text, at, spoke.start())
        end = _LIST_END.search(text, spoke.end())
        at = end.start() if end else len(text)
        whom = (spoke["whom"] or "").lower()
        kind = (
            Party.NGO
            if "non-governmental" in whom
            else Party.ORGANIZATION
            if "organi" in whom
            else Party.STATE
        )
        yield (int(sittings[-1]) if sittings else None), named_parties(text[spoke.end() : at], kind)
    if at == 0 and (sittings := _SITTING.findall(text)):
        yield int(sittings[-1]), []


def _intervention(party: Named, setting: _Setting, date: str, label: str) -> Intervention:
    """What one participant said; of non-governmental organizations a report does not say on which items."""
    items = () if party.kind is Party.NGO else setting.items
    return Intervention(
        party.party, party.named, party.kind, items, setting.sitting, date, party.on_behalf, label
    )


def sitting_dates(report: Iterable[Row]) -> dict[int, str]:
    """The day of each sitting ("28 June 2022") where the report lets it be told.

    "The 4th and 6th meetings, on 28 and 29 June" gives each its own day, and one day is the day of all. Of
    "the 1st to 3rd meetings, on 27 and 28 June" only the first and the last are certain.
    """
    dates: dict[int, str] = {}
    for row in report:
        for found in _SITTINGS_DATED.finditer(row.text):
            sittings = [int(number) for number in re.findall(r"\d+", found["sittings"])]
            days = _days(found["days"])
            if " to " in found["sittings"]:
                sittings = list(range(sittings[0], sittings[-1] + 1))
            if len(days) == 1:
                dates.update(dict.fromkeys(sittings, days[0]))
            elif len(days) == len(sittings):
                dates.update(zip(sittings, days, strict=True))
            elif days:
                dates.update({sittings[0]: days[0], sittings[-1]: days[-1]})
    return dates


def _days(text: str) -> list[str]:
    """The days in "27 June and 1 July 2022", each with its month and year, which the last ones share."""
    days: list[str] = []
    month = year = ""
    for number, own_month, own_year in reversed(_DAY.findall(text)):
        month, year = own_month or month, own_year or year
        days.insert(0, f"{number} {month} {year}".strip())
    return days


def _reports(report: Iterable[Row]) -> list[NationalReport]:
    found = []
    for row in report:
        lead, _, names = row.text.partition(": ")
        if submitted := _REPORTS_SUBMITTED.search(lead):
            kind = Party.ORGANIZATION if "organi" in submitted["whom"] else Party.STATE
            named = named_parties(names.removesuffix("."), kind)
            found += [NationalReport(party.party, party.named, party.kind, row.label) for party in named]
    return found


def _officers(row: Row) -> list[Officer]:
    """The officers a paragraph lists under "Chair:", "Vice-Chairs:" and the like."""
    if not _ELECTED.search(row.text):
        return []
    found = []
    pieces = _OFFICE.split(row.text)
    for office, names in zip(pieces[1::2], pieces[2::2], strict=True):
        for name in split_names(names.strip().removesuffix(".")):
            person = _PERSON.fullmatch(name) if canonical_state(name) is None else None
            parties = named_parties(person["state"] if person else name, Party.STATE)
            found += [
                Officer(party.party, party.named, office, person["person"] if person else "", row.label)
                for party in parties[:1]
            ]
    return found
