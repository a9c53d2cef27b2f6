"""The verbs for statements: new, list, show, edit, delete, history, restore."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from core.errors import NameplateError
from core.revisions import Entity, Revision
from core.speaking_time import clock, spoken_words
from core.statement_text import parse
from core.statements import Capacity, Stage, Statement
from desktop.commands.arguments import (
    Verbs,
    add_author,
    add_item,
    add_words,
    given,
    line,
    minutes,
    words_given,
)
from desktop.commands.opening import reading, writing
from desktop.commands.output import Output
from desktop.statement.jobs import edit_statement, new_statement, statement_rows

if TYPE_CHECKING:
    from db.work import Work

_STAGES = {stance.replace(" ", "-"): stance for stance in Stage}


def add_verbs(verbs: Verbs) -> None:
    """Offers statement new, list, show, edit, delete, history and restore."""
    group = verbs.group("statement", "write statements: new, list, show, edit, delete, history, restore")
    made = group.add("new", new, "start a statement with the usual opening, or with a text")
    add_item(made)
    _add_fields(made)
    add_words(made, "its Markdown")
    listed = group.add("list", show_list, "list the statements")
    add_item(listed, required=False)
    _add_id(group.add("show", show, "show a statement"))
    edited = group.add("edit", edit, "change a statement")
    _add_id(edited)
    _add_fields(edited)
    add_words(edited, "its Markdown")
    edited.add_argument("--minutes", type=minutes, metavar="M", help="a limit of its own (0: none)")
    edited.add_argument("--stage", choices=tuple(_STAGES), help="how far it is")
    deleted = group.add("delete", delete, "delete a statement; its history stays in the workspace")
    _add_id(deleted)
    add_author(deleted)
    _add_id(group.add("history", history, "list the versions of a statement, newest first"))
    restored = group.add("restore", restore, "bring a version of a statement back, even of a deleted one")
    restored.add_argument("version", type=line, metavar="VERSION", help="the version's id, or its beginning")
    add_author(restored)


def _add_id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=line, metavar="ID", help="the statement's id, or the beginning of it")


def _add_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", type=line, metavar="T", help="its title")
    parser.add_argument("--capacity", choices=[capacity.value for capacity in Capacity], help="in whose name")
    parser.add_argument("--group", type=line, metavar="NAME", help="the group it is made for, or aligns with")
    parser.add_argument("--speaker", type=line, metavar="NAME", help="who delivers it")
    parser.add_argument("--speaker-title", type=line, metavar="TITLE", help="that person's title")
    add_author(parser)


def find_statement(work: Work, typed: str) -> Statement:
    """The statement whose id begins with what was typed; NameplateError if none or several do."""
    wanted = typed.replace("-", "").lower()
    found = [
        statement for statement in work.statements.all() if wanted and statement.id.hex.startswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NameplateError(f"There is no statement {typed}; “statement list” names those there are.")
    raise NameplateError(f"{len(found)} statements begin with {typed}; give more of the id.")


def new(args: argparse.Namespace, out: Output) -> int:
    """Starts a statement."""
    text = words_given(args)
    with writing(args) as work:
        item = work.meetings.item(args.item)
        capacity = Capacity(args.capacity or Capacity.NATIONAL)
        statement = new_statement(
            work, item, title=args.title or "", capacity=capacity, group=args.group or "", text=text
        )
        if fields := _speaker(args):
            statement = edit_statement(work, statement.id, **fields)
        row = _row(work, statement)
    if out.as_json:
        out.json(row)
    else:
        out.text(f"Started “{row['title']}” on item {row['item']}: {row['id']}")
        out.text(_time(row))
    return 0


def show_list(args: argparse.Namespace, out: Output) -> int:
    """Lists the statements."""
    with reading(args) as work:
        items = (
            [work.meetings.item(args.item)] if args.item else work.meetings.items(work.meetings.current().id)
        )
        rows = [_row(work, statement) for item in items for statement in work.statements.of_item(item.id)]
    if out.as_json:
        out.json(rows)
    elif not rows:
        out.text("There are no statements yet.")
    else:
        out.table(
            ("Id", "Item", "Capacity", "Stage", "Time", "Title"),
            [
                (
                    row["id"][:8],
                    row["item"],
                    _in_whose_name(row),
                    row["stage"],
                    _clocks(row),
                    row["title"],
                )
                for row in rows
            ],
        )
    return 0


def show(args: argparse.Namespace, out: Output) -> int:
    """Shows a statement with its text."""
    with reading(args) as work:
        statement = find_statement(work, args.id)
        row = _row(work, statement)
    if out.as_json:
        out.json(row | {"text": statement.text})
        return 0
    out.heading(f"{row['title']} (item {row['item']}, {_in_whose_name(row)}, {row['stage']})")
    out.text(_time(row))
    out.text()
    out.exact(statement.text)
    return 0


def edit(args: argparse.Namespace, out: Output) -> int:
    """Changes a statement."""
    changes = {**given(args, "title", "group", "minutes"), **_speaker(args)}
    if (text := words_given(args)) is not None:
        changes["text"] = text
    if args.capacity is not None:
        changes["capacity"] = Capacity(args.capacity)
    if args.stage is not None:
        changes["stage"] = _STAGES[args.stage]
    if not changes:
        args.parser.error("say what to change, such as --file or --title")
    with writing(args) as work:
        statement = edit_statement(work, find_statement(work, args.id).id, **changes)
        row = _row(work, statement)
    if out.as_json:
        out.json(row)
    else:
        out.text(f"Changed “{row['title']}”. {_time(row)}", hang=2)
    return 0


def delete(args: argparse.Namespace, out: Output) -> int:
    """Deletes a statement."""
    with writing(args) as work:
        statement = find_statement(work, args.id)
        row = _row(work, statement)
        version = work.revisions.history(Entity.STATEMENT, statement.id)[0].id
        work.statements.delete(statement.id)
    if out.as_json:
        out.json(row | {"version": str(version)})
    else:
        back = f"statement restore {args.workspace} {version.hex[:8]}"
        out.text(f"Deleted “{row['title']}” on item {row['item']}. “{back}” brings it back.", hang=2)
    return 0


def history(args: argparse.Namespace, out: Output) -> int:
    """Lists a statement's versions."""
    with reading(args) as work:
        statement = find_statement(work, args.id)
        rows = [_version(revision) for revision in work.revisions.history(Entity.STATEMENT, statement.id)]
    if out.as_json:
        out.json(rows)
    else:
        out.table(
            ("Version", "Time (UTC)", "Words", "Author", "Name"),
            [
                (
                    row["version"][:8],
                    row["time"][:19].replace("T", " "),
                    row["words"],
                    row["author"],
                    row["name"],
                )
                for row in rows
            ],
        )
    return 0


def restore(args: argparse.Namespace, out: Output) -> int:
    """Brings a version back; the one it replaces stays in the history."""
    with writing(args) as work:
        revision = _find_version(work, args.version)
        work.revisions.restore(revision.id)
        row = _row(work, work.statements.statement(revision.entity_id))
    if out.as_json:
        out.json(row)
    else:
        out.text(f"Brought back “{row['title']}” as it was on {_version(revision)['time'][:10]}.", hang=2)
    return 0


def _find_version(work: Work, typed: str) -> Revision:
    wanted = typed.replace("-", "").lower()
    found = [
        revision
        for revision in work.revisions.everything()
        if revision.entity is Entity.STATEMENT and wanted and revision.id.hex.startswith(wanted)
    ]
    if len(found) == 1 and found[0].content is not None:
        return found[0]
    if len(found) > 1:
        raise NameplateError(f"{len(found)} versions begin with {typed}; give more of the id.")
    raise NameplateError(f"There is no version {typed} to bring back; “statement history” lists them.")


def _version(revision: Revision) -> dict[str, Any]:
    text = str((revision.content or {}).get("text", ""))
    return {
        "version": str(revision.id),
        "time": revision.time.isoformat(),
        "author": revision.author,
        "name": revision.name,
        "words": spoken_words(parse(text)),
    }


def _speaker(args: argparse.Namespace) -> dict[str, Any]:
    named = {"speaker_name": args.speaker, "speaker_title": args.speaker_title}
    return {name: value for name, value in named.items() if value is not None}


def _row(work: Work, statement: Statement) -> dict[str, Any]:
    item = work.meetings.item_by_id(statement.item_id)
    return next(row for row in statement_rows(work, item) if row["id"] == str(statement.id))


def _in_whose_name(row: dict[str, Any]) -> str:
    return str(row["group"] or "group") if row["capacity"] == Capacity.GROUP else str(row["capacity"])


def _clocks(row: dict[str, Any]) -> str:
    limit = f" of {clock(row['limit_seconds'])}" if row["limit_seconds"] else ""
    return f"{clock(row['seconds'])}{limit}"


def _time(row: dict[str, Any]) -> str:
    over = " – over the limit" if row["over"] else ""
    words = "1 word" if row["words"] == 1 else f"{row['words']} words"
    return f"{words}, {_clocks(row)} at {row['words_a_minute']} words a minute{over}."
