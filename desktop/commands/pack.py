"""The verbs for documents that are made: export, and pack for those to be made again."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.agenda import AgendaItem
from core.briefing_pack import BriefingPack, PackPart, PackSettings, Paper, StatementSheet
from core.citations import parse_citation
from desktop.commands.arguments import Verbs, add_author, line
from desktop.commands.opening import reading, writing
from desktop.commands.output import Output
from desktop.commands.statement import find_statement
from desktop.meeting.jobs import date_from
from desktop.pack.checks import misquotations, unknown_citations
from desktop.pack.jobs import (
    export,
    find_pack,
    gather_pack,
    gather_sheet,
    items_of,
    pack_row,
    prepared_items,
    save_pack,
)

if TYPE_CHECKING:
    from db.work import Work

_PARTS = {part.replace(" ", "-"): part for part in PackPart}


def add_verbs(verbs: Verbs) -> None:
    """Offers export and pack."""
    made = verbs.add("export", export_file, "write a briefing pack, or one statement alone, as .docx or .pdf")
    _add_items(made)
    made.add_argument("--statement", type=line, metavar="ID", help="this statement alone")
    made.add_argument("--pack", type=line, metavar="NAME", help="a saved pack, with the settings it has")
    made.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the .docx or .pdf file to write"
    )
    made.add_argument("--title", type=line, default="", metavar="T", help="what the cover calls it")
    _add_settings(made)
    made.add_argument("--date", type=line, default="", metavar="DATE", help="the date on it (today)")
    made.add_argument("--author", type=line, default="", metavar="NAME", help="the author named in the file")
    group = verbs.group("pack", "keep packs to be made again: list, save, delete")
    group.add("list", show_list, "list the saved packs")
    saved = group.add("save", save, "save a pack under a name; one of that name is replaced")
    saved.add_argument("name", type=line, metavar="NAME", help="its name")
    _add_items(saved)
    _add_settings(saved)
    add_author(saved)
    deleted = group.add("delete", delete, "delete a saved pack; what is gathered stays")
    deleted.add_argument("name", type=line, metavar="NAME", help="its name")
    add_author(deleted)


def _add_items(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--item", nargs="+", action="extend", type=line, metavar="N", help="agenda items, in this order"
    )
    parser.add_argument(
        "--all", action="store_true", help="every agenda item that something was gathered for"
    )


def _add_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--marking", type=line, default="", metavar="M", help="a marking, such as CONFIDENTIAL"
    )
    parser.add_argument("--paper", choices=[paper.value for paper in Paper], help="the paper (A4)")
    parser.add_argument(
        "--without", action="append", choices=tuple(_PARTS), default=[], help="leave a part out"
    )
    parser.add_argument("--private-notes", action="store_true", help="put private notes and passages in")


def _settings(args: argparse.Namespace) -> PackSettings:
    left_out = {_PARTS[name] for name in args.without}
    return PackSettings(
        parts=tuple(part for part in PackPart if part not in left_out),
        marking=args.marking,
        paper=Paper(args.paper or Paper.A4),
        with_private_notes=args.private_notes,
        author=args.author,
    )


def _items(args: argparse.Namespace, work: Work) -> list[AgendaItem]:
    return prepared_items(work) if args.all else [work.meetings.item(number) for number in args.item]


def export_file(args: argparse.Namespace, out: Output) -> int:
    """Writes a pack or a statement; what stood at the target stays if that fails."""
    if sum(map(bool, (args.item, args.all, args.statement, args.pack))) != 1:
        args.parser.error("say what to export: --item N, --all, --pack NAME or --statement ID")
    if args.pack and (args.marking or args.paper or args.without or args.private_notes):
        args.parser.error("a saved pack has settings of its own; change them with “pack save”")
    with reading(args) as work:
        gathered = _gathered(args, work)
    export(gathered, args.out)
    return _report(args.out, gathered, out)


def _gathered(args: argparse.Namespace, work: Work) -> BriefingPack | StatementSheet:
    made_on, settings, title = date_from(args.date), _settings(args), args.title
    if args.statement:
        return gather_sheet(work, find_statement(work, args.statement).id, settings, made_on=made_on)
    if args.pack:
        from desktop.pack.room import cover_title

        pack = find_pack(work, args.pack)
        items, settings, title = items_of(work, pack), pack.settings, title or cover_title(pack.name)
    else:
        items = _items(args, work)
    return gather_pack(work, [item.id for item in items], settings, title=title, made_on=made_on)


def _report(target: Path, gathered: BriefingPack | StatementSheet, out: Output) -> int:
    unknown = unknown_citations(gathered)
    for citation in unknown:
        if parse_citation(citation) is None:
            out.say(f"{citation} is not understood and stands as typed; cite like [@BMS8, para. 62].")
            continue
        out.say(f"{citation} names a paragraph that is not in this workspace; its text could not be given.")
    misquoted = misquotations(gathered)
    for reference in misquoted:
        out.say(f"The words in quotation marks are not those of {reference}; compare them.")
    row = {
        "file": str(target),
        **_contents(gathered),
        "private_notes": gathered.settings.with_private_notes,
        "unknown_citations": unknown,
        "misquoted": misquoted,
    }
    if out.as_json:
        out.json(row)
        return 0
    out.exact(f"Wrote {target}: item{'s' if len(row['items']) > 1 else ''} {', '.join(row['items'])}.")
    if gathered.settings.with_private_notes:
        out.say("It holds private notes.")
    return 0


def _contents(gathered: BriefingPack | StatementSheet) -> dict[str, Any]:
    if isinstance(gathered, StatementSheet):
        return {"items": [gathered.item.number], "commitments": 0, "statements": 1}
    return {
        "items": [each.item.number for each in gathered.items],
        "commitments": sum(len(each.commitments) for each in gathered.items),
        "statements": sum(len(each.statements) for each in gathered.items),
    }


def show_list(args: argparse.Namespace, out: Output) -> int:
    """Lists the saved packs."""
    with reading(args) as work:
        rows = [pack_row(work, pack) for pack in work.packs.packs(work.meetings.current().id)]
    if out.as_json:
        out.json(rows)
    elif not rows:
        out.text("No pack was saved yet.")
    else:
        out.table(
            ("Items", "Marking", "Private notes", "Name"),
            [
                (", ".join(row["items"]), row["marking"], "yes" if row["private_notes"] else "", row["name"])
                for row in rows
            ],
        )
    return 0


def save(args: argparse.Namespace, out: Output) -> int:
    """Saves a pack."""
    if bool(args.item) == args.all:
        args.parser.error("say which items: --item N or --all")
    with writing(args) as work:
        row = pack_row(work, save_pack(work, args.name, _items(args, work), _settings(args)))
    return _said(row, out, f"Saved the pack “{row['name']}”: item {', '.join(row['items'])}.")


def delete(args: argparse.Namespace, out: Output) -> int:
    """Deletes a saved pack."""
    with writing(args) as work:
        pack = find_pack(work, args.name)
        row = pack_row(work, pack)
        work.packs.delete(pack.id)
    return _said(row, out, f"Deleted the pack “{row['name']}”.")


def _said(row: dict[str, Any], out: Output, sentence: str) -> int:
    if out.as_json:
        out.json(row)
    else:
        out.text(sentence, hang=2)
    return 0
