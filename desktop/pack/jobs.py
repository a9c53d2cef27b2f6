"""Gathering a briefing pack or a single statement from the workspace, and writing it to a file.

What the window and the command line both call; nothing here knows either. What was not chosen is left out
here, so that it never reaches a writer.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.agenda import AgendaItem
from core.briefing_pack import (
    BriefingPack,
    Pack,
    PackCommitment,
    PackItem,
    PackPart,
    PackSettings,
    StatementSheet,
)
from core.commitments import Dossier
from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.quotation_check import quotations_in
from core.statement_text import Block, Style, Text, parse, to_markdown
from core.statements import Statement
from desktop.dossier.jobs import pulled_commitments, records_for
from desktop.library.cited import meant_by
from desktop.pack.checks import check_as_imported, citations_of, texts_of

if TYPE_CHECKING:
    from db.work import Work

Report = Callable[[float], None]


def gather_pack(
    work: Work,
    item_ids: Sequence[uuid.UUID],
    settings: PackSettings,
    *,
    title: str = "",
    made_on: dt.date | None = None,
) -> BriefingPack:
    """The pack of these agenda items, in this order, with the parts that the settings switch on.

    Private notes and private passages are in it only if the settings say so. The title is the meeting's
    name where none is given, the date today's. NameplateError without an item.
    """
    if not item_ids:
        raise NameplateError("A pack needs an agenda item at least; choose one.")
    items = [work.meetings.item_by_id(item_id) for item_id in dict.fromkeys(item_ids)]
    meeting = work.meetings.meeting(items[0].meeting_id)
    packed = tuple(_pack_item(work, item, settings) for item in items)
    texts = [text for item in packed for text in texts_of(item)]
    pulled = [commitment.cited for item in packed for commitment in item.commitments if commitment.cited]
    cited = cited_in(work, texts, pulled)
    check_as_imported([*cited.values(), *pulled])
    return BriefingPack(
        title=title or meeting.name,
        meeting=meeting,
        delegation=work.meetings.delegation(),
        items=packed,
        cited=cited,
        settings=settings,
        made_on=made_on or dt.date.today(),
    )


def gather_sheet(
    work: Work, statement_id: uuid.UUID, settings: PackSettings, *, made_on: dt.date | None = None
) -> StatementSheet:
    """A statement to be exported alone; its private passages only if the settings say so."""
    statement = _delivered(work.statements.statement(statement_id), settings)
    item = work.meetings.item_by_id(statement.item_id)
    cited = cited_in(work, [statement.text])
    check_as_imported(cited.values())
    return StatementSheet(
        statement=statement,
        item=item,
        meeting=work.meetings.meeting(item.meeting_id),
        delegation=work.meetings.delegation(),
        cited=cited,
        settings=settings,
        made_on=made_on or dt.date.today(),
    )


def export(gathered: BriefingPack | StatementSheet, target: Path, progress: Report | None = None) -> Path:
    """Writes a pack or a statement to a .docx or .pdf file and returns where it is.

    NameplateError, and the file that was there untouched, if it cannot be written.
    """
    from exporters import export_pack, export_statement

    if isinstance(gathered, BriefingPack):
        export_pack(gathered, target, progress)
    else:
        export_statement(gathered, target, progress)
    return target


def prepared_items(work: Work) -> list[AgendaItem]:
    """The agenda items that something was gathered or written for: what a pack of the meeting is about.

    NameplateError if there is none.
    """
    items = [
        item
        for item, pulled, written in work.meetings.agenda()
        if pulled or written or _has_words(work, item)
    ]
    if not items:
        raise NameplateError(
            "Nothing is gathered for any agenda item yet; pull a commitment or write a statement first."
        )
    return items


def _has_words(work: Work, item: AgendaItem) -> bool:
    dossier = work.dossiers.dossier(item.id)
    return bool(dossier.brief or dossier.talking_points)


def save_pack(work: Work, name: str, items: Sequence[AgendaItem], settings: PackSettings) -> Pack:
    """Keeps a pack under a name, so that it can be made again; one of that name is replaced."""
    if not name.strip():
        raise NameplateError("A pack needs a name.")
    meeting = work.meetings.current()
    item_ids = tuple(dict.fromkeys(item.id for item in items))
    known = next((pack for pack in work.packs.packs(meeting.id) if pack.name == name), None)
    if known is not None:
        return work.packs.save(replace(known, item_ids=item_ids, settings=settings))
    return work.packs.save(Pack(uuid.uuid4(), meeting.id, name, item_ids, settings))


def find_pack(work: Work, name: str) -> Pack:
    """The saved pack of this name; NameplateError, naming those there are, if there is none."""
    packs = work.packs.packs(work.meetings.current().id)
    for pack in packs:
        if pack.name.casefold() == name.casefold():
            return pack
    there = f"there are {', '.join(pack.name for pack in packs)}" if packs else "none was saved yet"
    raise NameplateError(f"There is no pack “{name}”; {there}.")


def items_of(work: Work, pack: Pack) -> list[AgendaItem]:
    """A saved pack's items in its order; one that was deleted since is left out."""
    items = {item.id: item for item in work.meetings.items(pack.meeting_id)}
    return [items[item_id] for item_id in pack.item_ids if item_id in items]


def pack_row(work: Work, pack: Pack) -> dict[str, Any]:
    """A saved pack as plain data."""
    return {
        "name": pack.name,
        "items": [item.number for item in items_of(work, pack)],
        "parts": [part.value for part in pack.settings.parts],
        "marking": pack.settings.marking,
        "paper": pack.settings.paper.value,
        "private_notes": pack.settings.with_private_notes,
    }


def cited_in(
    work: Work, texts: Iterable[str], pulled: Iterable[LibraryParagraph] = ()
) -> dict[str, LibraryParagraph]:
    """The paragraphs that these Markdown texts cite, by canonical reference and by the one that is typed.

    Of a paragraph in several languages it is the one quoted, or else ``pulled``. Citations of paragraphs that
    are not in the library are left out: see ``desktop.pack.checks``.
    """
    written = list(texts)
    quoted: dict[str, list[str]] = {}
    for text in written:
        for each in quotations_in(parse(text)) if "[@" in text else ():
            quoted.setdefault(str(each.reference), []).append(each.words)
    held = {located.paragraph.id for located in pulled}
    cited: dict[str, LibraryParagraph] = {}
    for cite in citations_of(written):
        typed = str(cite.reference)
        if typed in cited:
            continue
        if found := meant_by(work, typed, quoted.get(typed, ()), held):
            cited.setdefault(found.reference, found)
            cited.setdefault(typed, found)
    return cited


def _pack_item(work: Work, item: AgendaItem, settings: PackSettings) -> PackItem:
    parts = settings.parts
    dossier = work.dossiers.dossier(item.id)
    statements = work.statements.of_item(item.id) if PackPart.STATEMENT in parts else []
    return PackItem(
        item=item,
        brief=_brief(dossier, settings) if PackPart.BRIEF in parts else "",
        talking_points=_points(dossier.talking_points, settings) if PackPart.TALKING_POINTS in parts else (),
        statements=tuple(_delivered(statement, settings) for statement in statements),
        commitments=_commitments(work, item, settings) if PackPart.COMMITMENTS in parts else (),
        records=records_for(work, item) if PackPart.RECORD in parts else (),
    )


def _brief(dossier: Dossier, settings: PackSettings) -> str:
    """The brief; where private notes were chosen, the item's own note follows it as a private block."""
    brief = _shared(dossier.brief, settings)
    if not settings.with_private_notes or not dossier.note.strip():
        return brief
    noted = [Block(Style.PARAGRAPH, (Text(line),), private=True) for line in dossier.note.splitlines()]
    return f"{brief.rstrip()}\n\n{to_markdown(noted)}".lstrip()


def _commitments(work: Work, item: AgendaItem, settings: PackSettings) -> tuple[PackCommitment, ...]:
    return tuple(
        PackCommitment(
            reference=located.reference if located else pull.reference,
            cited=located,
            stance=pull.stance,
            note=pull.note if settings.with_private_notes else "",
        )
        for pull, located in ((each.pull, each.located) for each in pulled_commitments(work, item))
    )


def _delivered(statement: Statement, settings: PackSettings) -> Statement:
    return replace(statement, text=_shared(statement.text, settings))


def _shared(markdown: str, settings: PackSettings) -> str:
    """A text without its private passages, unless they were chosen; one that has none stays to the letter."""
    if settings.with_private_notes:
        return markdown
    blocks = parse(markdown)
    shared = [block for block in blocks if not block.private]
    if len(shared) == len(blocks) and not any(fence["private"] for fence in _FENCE.finditer(markdown)):
        return markdown
    return to_markdown(shared)


_FENCE = re.compile(
    r"(?P<private>:{3,}[ \t]*(?:\{[^}\n]*\bprivate\b[^}\n]*\}|private\b))"
    r"|(?P<other>(?:(?<=\n)|\A):{3,}[ \t]*[{\w][^:\n]*$)"
    r"|(?P<end>:{3,})",
    re.I | re.M,
)
"""What begins a private passage, what begins another fenced one, and what ends either."""


def _points(points: Sequence[str], settings: PackSettings) -> tuple[str, ...]:
    """Talking points without what is private in them, unless that was chosen: then it is a private point.

    A fence may be spread over several points, for each is a line of what was typed, or be drawn together
    into one. Where it is not closed, all that follows is private: too little is better than too much.
    """
    shared: list[str] = []
    depth = 0
    for point in points:
        if not depth and not _FENCE.search(point):
            shared.append(point)
            continue
        open_words: list[str] = []
        private_words: list[str] = []
        start = 0
        for fence in _FENCE.finditer(point):
            (private_words if depth else open_words).append(point[start : fence.start()])
            start = fence.start() if fence["other"] else fence.end()
            if fence["private"] or (fence["other"] and depth):
                depth += 1
            elif fence["end"]:
                depth = max(depth - 1, 0)
        (private_words if depth else open_words).append(point[start:])
        if words := _said_in(open_words):
            shared.append(words)
        if settings.with_private_notes and (words := _said_in(private_words)):
            shared.append(f"::: private\n{words}\n:::")
    return tuple(shared)


def _said_in(pieces: Iterable[str]) -> str:
    """The pieces of a point together, empty where they hold no words."""
    words = " ".join(piece.strip() for piece in pieces if piece.strip())
    return words if re.search(r"\w", words) else ""
