"""The record of past meetings on an item.

It answers a newcomer's first questions: did we speak, who spoke for the groups, did we report? One compact
table a meeting: the own State first, then those who spoke for others, then everyone else by sitting. Every
row names the report paragraph it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.briefing_pack import MeetingRecord
from core.record import Intervention, Officer, Party
from exporters.blocks import Block, Paragraph, Role, Row, Run, Table
from exporters.wording import heading_anchor, joined, one_line, title_of

_WIDTHS = (0.46, 0.22, 0.245, 0.075)
_HEADER = Row(tuple((Run(words),) for words in ("Speaker", "In whose name", "Meeting", "Para.")))
_NATIONAL = "national capacity"
_KINDS = {
    Party.STATE: _NATIONAL,
    Party.GROUP: "group",
    Party.ORGANIZATION: "organization",
    Party.NGO: "non-governmental organization",
}


def record_blocks(past: MeetingRecord, state: str, key: str = "") -> Iterator[Block]:
    """The record of one past meeting for a delegation of ``state``; ``key`` is the item it stands under."""
    item = f", item\N{NO-BREAK SPACE}{one_line(past.item)}" if past.item else ""
    heading = one_line(f"{past.document or past.meeting}{item}")
    place = f"the record of {heading}"
    anchor = heading_anchor(key, heading)
    yield Paragraph(Role.HEADING_3, (Run(heading),), place, anchor=anchor, entry=heading)
    if about := joined((one_line(past.meeting) if past.document else "", title_of(past.item_title)), " – "):
        yield Paragraph(Role.RECORD_ABOUT, (Run(about),), place)
    if officers := _officers(past.record.officers):
        yield Paragraph(Role.RECORD_ABOUT, (Run("Officers: ", bold=True), Run(officers)), place)
    yield Paragraph(Role.RECORD, own_sentences(past, one_line(state)), place)
    if rows := tuple(_rows(past)):
        yield Table(_WIDTHS, _HEADER, rows, place)


def own_sentences(past: MeetingRecord, state: str) -> tuple[Run, ...]:
    """What the own State did: whether it spoke on the item and on others, reported, and held office."""
    if not state:
        return (Run("No delegation is set, so the record shows all States alike."),)
    own = past.own
    here = [row for row in own.interventions if not past.item or past.item in row.items]
    others = sorted({n for row in own.interventions for n in row.items if n != past.item}, key=_item_order)
    spoke = joined((_sitting(here[0]), one_line(here[0].on_behalf))) if here else ""
    told = [f"{state} spoke on this item ({spoke})." if here else f"{state} did not speak on this item."]
    if others:
        told.append(f"It also spoke on {'items' if len(others) > 1 else 'item'} {_listed(others)}.")
    if own.reports:
        label = own.reports[0].label
        told.append(f"It submitted a national report{_para(label)}.")
    else:
        told.append("It is not listed as having submitted a national report.")
    told.extend(f"It was elected {row.office}{_para(row.label)}." for row in own.officers)
    return (Run(told[0], bold=True), Run(" " + " ".join(told[1:])))


def _rows(past: MeetingRecord) -> Iterator[Row]:
    own = {(row.party, row.sitting, row.label) for row in past.own.interventions}
    spoken = [row for row in past.record.interventions if not past.item or past.item in row.items]
    mine = [row for row in spoken if (row.party, row.sitting, row.label) in own]
    mine = mine or [row for row in past.own.interventions if not past.item or past.item in row.items]
    for row in mine:
        yield _row(row.named, row.on_behalf or _KINDS[row.kind], row, emphasised=True)
    rest = [row for row in spoken if row not in mine]
    for row in rest:
        if row.on_behalf or row.kind is Party.GROUP:
            yield _row(row.named, row.on_behalf or _KINDS[row.kind], row)
    alike: dict[tuple[object, ...], list[Intervention]] = {}
    for row in rest:
        if not row.on_behalf and row.kind is not Party.GROUP:
            alike.setdefault((list(Party).index(row.kind), row.sitting, row.date, row.label), []).append(row)
    for rows in alike.values():
        yield _row(joined(one_line(row.named) for row in rows), _KINDS[rows[0].kind], rows[0])


def _row(speaker: str, capacity: str, row: Intervention, emphasised: bool = False) -> Row:
    cells = (one_line(speaker), one_line(capacity), _sitting(row), one_line(row.label))
    return Row(tuple((Run(cell, bold=emphasised),) if cell else () for cell in cells), emphasised)


def _sitting(row: Intervention) -> str:
    ordinal = f"{_ordinal(row.sitting)}\N{NO-BREAK SPACE}meeting" if row.sitting is not None else ""
    return joined((ordinal, one_line(row.date))) or "meeting not stated"


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _officers(officers: Iterable[Officer]) -> str:
    offices: dict[str, list[str]] = {}
    for row in officers:
        named = f"{row.person} ({row.named})" if row.person else row.named
        offices.setdefault(row.office, []).append(one_line(named))
    plural = {office: office + ("s" if len(names) > 1 else "") for office, names in offices.items()}
    said = [f"{plural[office]}: {', '.join(names)}" for office, names in offices.items()]
    return "; ".join(said) + "." if said else ""


def _para(label: str) -> str:
    return f" (report, para.\N{NO-BREAK SPACE}{one_line(label)})" if label else ""


def _item_order(number: str) -> tuple[int, str]:
    digits = "".join(c for c in number if c.isdecimal())
    return (int(digits) if digits else 0, number)


def _listed(numbers: list[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}"
