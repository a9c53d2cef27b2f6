"""The verb for documents that are made: export."""

from __future__ import annotations

import argparse
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from core.agenda import AgendaItem
from core.briefing_pack import BriefingPack, PackPart, PackSettings, Paper, StatementSheet
from core.errors import NameplateError
from desktop.commands.arguments import Verbs, line
from desktop.commands.opening import reading
from desktop.commands.output import Output
from desktop.commands.statement import find_statement
from desktop.meeting.jobs import agenda, date_from
from desktop.pack.jobs import export, gather_pack, gather_sheet, unknown_citations

if TYPE_CHECKING:
    from db.work import Work

_PARTS = {part.replace(" ", "-"): part for part in PackPart}


def add_verbs(verbs: Verbs) -> None:
    """Offers export."""
    made = verbs.add("export", export_file, "write a briefing pack, or one statement alone, as .docx or .pdf")
    made.add_argument(
        "--item", nargs="+", action="extend", type=line, metavar="N", help="agenda items, in this order"
    )
    made.add_argument("--all", action="store_true", help="every agenda item that something was gathered for")
    made.add_argument("--statement", type=line, metavar="ID", help="this statement alone")
    made.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the .docx or .pdf file to write"
    )
    made.add_argument(
        "--title", type=line, default="", metavar="T", help="the pack's title (the meeting's name)"
    )
    made.add_argument("--marking", type=line, default="", metavar="M", help="a marking, such as CONFIDENTIAL")
    made.add_argument("--paper", choices=[paper.value for paper in Paper], default=Paper.A4.value, help="A4")
    made.add_argument(
        "--without", action="append", choices=tuple(_PARTS), default=[], help="leave a part out"
    )
    made.add_argument("--private-notes", action="store_true", help="put private notes and passages in")
    made.add_argument("--date", type=line, default="", metavar="DATE", help="the date on it (today)")
    made.add_argument("--author", type=line, default="", metavar="NAME", help="the author named in the file")


def export_file(args: argparse.Namespace, out: Output) -> int:
    """Writes a pack or a statement; what stood at the target stays if that fails."""
    if sum(map(bool, (args.item, args.all, args.statement))) != 1:
        args.parser.error("say what to export: --item N, --all, or --statement ID")
    settings = PackSettings(
        parts=tuple(part for part in PackPart if part not in {_PARTS[name] for name in args.without}),
        marking=args.marking,
        paper=Paper(args.paper),
        with_private_notes=args.private_notes,
        author=args.author,
    )
    with reading(args) as work:
        gathered = _gathered(args, work, settings)
    export(gathered, args.out)
    return _report(args.out, gathered, out)


def _gathered(args: argparse.Namespace, work: Work, settings: PackSettings) -> BriefingPack | StatementSheet:
    made_on = date_from(args.date)
    if args.statement:
        return gather_sheet(work, find_statement(work, args.statement).id, settings, made_on=made_on)
    items = _all_items(work) if args.all else [work.meetings.item(number) for number in args.item]
    return gather_pack(work, [item.id for item in items], settings, title=args.title, made_on=made_on)


def _all_items(work: Work) -> list[AgendaItem]:
    """The items that a pack of the whole meeting is about."""
    items = [
        row.item for row in agenda(work) if row.pulled or row.statements or _is_written(work, row.item.id)
    ]
    if not items:
        raise NameplateError(
            "Nothing is gathered for any agenda item yet; pull a commitment or write a statement first."
        )
    return items


def _is_written(work: Work, item_id: uuid.UUID) -> bool:
    dossier = work.dossiers.dossier(item_id)
    return bool(dossier.brief or dossier.talking_points)


def _report(target: Path, gathered: BriefingPack | StatementSheet, out: Output) -> int:
    unknown = unknown_citations(gathered)
    for citation in unknown:
        out.say(f"{citation} names a paragraph that is not in this workspace; its text could not be given.")
    items = (
        [each.item.number for each in gathered.items]
        if isinstance(gathered, BriefingPack)
        else [gathered.item.number]
    )
    if out.as_json:
        out.json(
            {
                "file": str(target),
                "items": items,
                "commitments": _count(gathered, "commitments"),
                "statements": _count(gathered, "statements"),
                "private_notes": gathered.settings.with_private_notes,
                "unknown_citations": unknown,
            }
        )
        return 0
    what = f"item{'s' if len(items) > 1 else ''} {', '.join(items)}"
    out.text(f"Wrote {target}: {what}.")
    if gathered.settings.with_private_notes:
        out.say("It holds private notes.")
    return 0


def _count(gathered: BriefingPack | StatementSheet, what: str) -> int:
    if isinstance(gathered, StatementSheet):
        return int(what == "statements")
    return sum(len(getattr(item, what)) for item in gathered.items)
