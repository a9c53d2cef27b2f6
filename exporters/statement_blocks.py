"""A statement alone, with the first page a delegation uses, and a statement inside a pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.agenda import Delegation, Meeting
from core.briefing_pack import StatementSheet
from core.speaking_time import speaking_time
from core.statement_text import parse
from core.statements import Capacity, Stage, Statement, with_article
from exporters.blocks import Block, Foot, Manuscript, Paragraph, Role, Run
from exporters.citing import Citing
from exporters.text_blocks import SPOKEN, text_blocks
from exporters.wording import (
    PRIVATE_WARNING,
    heading_anchor,
    item_name,
    joined,
    marked,
    one_line,
    place_and_dates,
    shortened,
    title_of,
)

CHECK = "Check against delivery"
_STAGES = {Stage.DRAFT: "Draft", Stage.FINAL: "– Final –", Stage.DELIVERED: "– As delivered –"}
_CLOSING_WORDS = 80


def sheet_manuscript(sheet: StatementSheet) -> Manuscript:
    """A statement exported alone: its title page, then the text set for reading aloud."""
    private = sheet.settings.with_private_notes
    citing = Citing(sheet.cited)
    voice = replace(SPOKEN, whole=True)
    text = list(
        text_blocks(sheet.statement.text, voice, citing, private, "the statement", _language(sheet.statement))
    )
    holds_private = any(paragraph.tinted for paragraph in text)
    if text:
        text[0] = replace(text[0], new_page=True)
    if len(text) > 1 and len(text[-1].plain) <= _CLOSING_WORDS:  # "I thank you, Chair." is no page of its own
        text[-2] = replace(text[-2], held=True)
    name = _by(sheet.statement, sheet.delegation)
    marking = marked(sheet.settings, holds_private)
    return Manuscript(
        title=one_line(f"Statement {name} on {item_name(sheet.item)}"),
        subject=one_line(joined((sheet.meeting.name, place_and_dates(sheet.meeting)), " – ")),
        author=one_line(sheet.settings.author),
        made_on=sheet.made_on,
        paper=sheet.settings.paper,
        head=shortened(f"Statement {name} – {item_name(sheet.item)}"),
        marking=marking,
        blocks=(*_title_page(sheet, holds_private), *text),
        aloud=True,
    )


def statement_blocks(
    statement: Statement, delegation: Delegation, meeting: Meeting, citing: Citing, private: bool
) -> Iterator[Block]:
    """A statement inside a pack: its heading, who speaks in whose name and how long, and the text."""
    title = one_line(statement.title)
    heading = title if "statement" in title.lower() else joined(("Statement", title), ": ")
    place = f"the {_lower(heading)}"
    anchor = heading_anchor(statement.id)
    yield Paragraph(Role.HEADING_2, (Run(heading),), place, anchor=anchor, entry=heading)
    name, function = _speaker(statement, delegation)
    speaker = joined((name, function)) or one_line(delegation.mission or delegation.state)
    aside = "" if statement.stage is Stage.DELIVERED else CHECK
    yield Paragraph(Role.SPEAKER, (Run(speaker or "Speaker not set"),), place, aside=aside)
    time = speaking_time(statement, parse(statement.text), meeting)
    said = (_capacity(statement), _STAGES[statement.stage].strip("– "), f"{time}" if time.words else "")
    yield Paragraph(Role.CAPACITY, (Run(joined(said, " · ")),), place)
    text = list(text_blocks(statement.text, SPOKEN, citing, private, place, _language(statement)))
    yield from text or [Paragraph(Role.STATEMENT, (Run("No text yet.", italic=True),), place)]


def _title_page(sheet: StatementSheet, private: bool) -> Iterator[Block]:
    statement, delegation = sheet.statement, sheet.delegation
    name, function = _speaker(statement, delegation)
    letterhead = one_line(delegation.mission or delegation.state)
    lines: list[tuple[Role, str]] = [(Role.LETTERHEAD, letterhead)]
    if statement.stage is not Stage.DELIVERED:
        lines.append((Role.DELIVERY, CHECK))
    lines.append((Role.TITLE_BY, "Statement by"))
    lines.append((Role.TITLE_SPEAKER, name or one_line(delegation.state) or letterhead))
    lines.append((Role.TITLE_LINE, function))
    lines.append((Role.TITLE_LINE, letterhead if name else ""))
    if statement.capacity is Capacity.GROUP:
        lines.append((Role.TITLE_BEHALF, f"on behalf of {_group(statement)}"))
    lines.append((Role.TITLE_MEETING, one_line(sheet.meeting.name)))
    agenda = joined((_first_capital(item_name(sheet.item)), title_of(sheet.item.title)), ": ")
    lines.append((Role.TITLE_ITEM, agenda))
    lines.append((Role.TITLE_ITEM, place_and_dates(sheet.meeting)))
    lines.append((Role.TITLE_STAGE, _STAGES[statement.stage]))
    for role, words in lines:
        if words:
            yield Paragraph(role, (Run(words),), "the first page", ruled_off=role is Role.LETTERHEAD)
    foot = [
        (Role.COVER_MARKING, one_line(sheet.settings.marking)),
        (Role.COVER_WARNING, PRIVATE_WARNING if private else ""),
    ]
    if shown := tuple(Paragraph(role, (Run(words),), "the first page") for role, words in foot if words):
        yield Foot(shown)


def _speaker(statement: Statement, delegation: Delegation) -> tuple[str, str]:
    """Name and title of the speaker; the delegation's own only where the statement names nobody."""
    if statement.speaker_name:
        return one_line(statement.speaker_name), one_line(statement.speaker_title)
    return one_line(delegation.speaker_name), one_line(statement.speaker_title or delegation.speaker_title)


def _capacity(statement: Statement) -> str:
    if statement.capacity is Capacity.GROUP:
        return f"On behalf of {_group(statement)}"
    aligned = f", aligned with {_group(statement)}" if statement.group else ""
    return f"In national capacity{aligned}"


def _by(statement: Statement, delegation: Delegation) -> str:
    """Whose statement it is, for titles: "by Ghana", "on behalf of the African Group"."""
    if statement.capacity is Capacity.GROUP:
        return f"on behalf of {_group(statement)}"
    state = one_line(delegation.state)
    return f"by {state}" if state else "in national capacity"


def _group(statement: Statement) -> str:
    return with_article(one_line(statement.group)) or "a group of States"


def _language(statement: Statement) -> str:
    return "" if statement.language in ("", "en") else statement.language


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
