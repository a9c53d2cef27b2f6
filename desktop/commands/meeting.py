"""The verbs for the meeting: agenda, item, meeting, delegation."""

from __future__ import annotations

import argparse
from typing import Any

from core.agenda import Delegation, Meeting
from core.documents import Track
from core.speaking_time import clock
from desktop.commands.arguments import Verbs, add_author, add_track, given, line, minutes, whole_number
from desktop.commands.opening import reading, writing
from desktop.commands.output import Output
from desktop.meeting.jobs import (
    add_item,
    agenda,
    agenda_rows,
    date_from,
    delegation_row,
    edit_delegation,
    edit_item,
    edit_meeting,
    meeting_row,
    state_doubt,
)
from desktop.meeting.meetings import choose_meeting, meeting_called, meeting_from_library, meeting_rows


def add_verbs(verbs: Verbs) -> None:
    """Offers agenda, item, meeting and delegation."""
    verbs.add("agenda", show_agenda, "list the agenda, with what is gathered for each item")
    _add_item_verbs(verbs.group("item", "change the agenda: add, edit or delete an item"))
    _add_meeting_verbs(
        verbs.group("meeting", "show, edit, add or choose the meeting: name, place, dates, limits")
    )
    _add_delegation_verbs(verbs.group("delegation", "show or edit who is preparing"))


def _add_item_verbs(verbs: Verbs) -> None:
    added = verbs.add("add", item_add, "add an item at the end of the agenda")
    added.add_argument("number", type=line, metavar="N", help="its number")
    added.add_argument("title", type=line, metavar="TITLE", help="its title")
    add_track(added)
    add_author(added)
    edited = verbs.add("edit", item_edit, "change an agenda item")
    edited.add_argument("number", type=line, metavar="N", help="its number")
    edited.add_argument("--number", dest="new_number", type=line, metavar="N", help="another number")
    edited.add_argument("--title", type=line, metavar="T", help="another title")
    add_track(edited)
    add_author(edited)
    deleted = verbs.add("delete", item_delete, "delete an agenda item with its dossier and statements")
    deleted.add_argument("number", type=line, metavar="N", help="its number")
    add_author(deleted)


def _add_meeting_verbs(verbs: Verbs) -> None:
    verbs.add("show", meeting_show, "show the meeting")
    edited = verbs.add("edit", meeting_edit, "change the meeting")
    edited.add_argument("--name", type=line, metavar="NAME", help="its name")
    edited.add_argument("--place", type=line, metavar="PLACE", help="where it is held")
    edited.add_argument(
        "--starts", type=line, metavar="DATE", help='its first day, like 2028-06-05 ("" for none)'
    )
    edited.add_argument("--ends", type=line, metavar="DATE", help="its last day")
    edited.add_argument(
        "--national-minutes", type=minutes, metavar="M", help="the limit for a State (0: none)"
    )
    edited.add_argument("--group-minutes", type=minutes, metavar="M", help="the limit for a group (0: none)")
    edited.add_argument(
        "--rate", type=whole_number, metavar="WORDS", help="words a minute that time is told at"
    )
    add_author(edited)
    made = verbs.add("new", meeting_new, "prepare the meeting of a document's agenda")
    made.add_argument(
        "document",
        type=line,
        metavar="DOCUMENT",
        help="a provisional agenda, or a report whose agenda serves as template",
    )
    made.add_argument("--name", type=line, default="", metavar="NAME", help="the meeting's name")
    made.add_argument("--place", type=line, default="", metavar="PLACE", help="where it is held")
    add_author(made)
    verbs.add("list", meeting_list, "list the meetings, newest first")
    chosen = verbs.add("choose", meeting_choose, "prepare another of the meetings")
    deleted = verbs.add("delete", meeting_delete, "delete a meeting with its items, statements and packs")
    for each in (chosen, deleted):
        each.add_argument("name", nargs="+", type=line, metavar="NAME", help="its name, or a part of it")
        add_author(each)


def _add_delegation_verbs(verbs: Verbs) -> None:
    verbs.add("show", delegation_show, "show who is preparing")
    edited = verbs.add("edit", delegation_edit, "change who is preparing")
    edited.add_argument("--state", type=line, metavar="NAME", help="the State")
    edited.add_argument(
        "--mission", type=line, metavar="NAME", help="the mission, as it stands on a statement"
    )
    edited.add_argument("--speaker", type=line, metavar="NAME", help="who usually speaks")
    edited.add_argument("--title", type=line, metavar="TITLE", help="that person's title")
    edited.add_argument("--group", type=line, metavar="NAME", help="the group you usually align with")
    add_author(edited)


def show_agenda(args: argparse.Namespace, out: Output) -> int:
    """Lists the agenda."""
    with reading(args) as work:
        rows, meeting = agenda_rows(work), work.meetings.current()
    if out.as_json:
        out.json(rows)
        return 0
    out.heading(", ".join(said for said in (meeting.name, meeting.place, meeting.when) if said))
    out.text()
    out.table(
        ("Item", "Pulled", "Statements", "Track", "Title"),
        [
            (
                row["number"],
                row["pulled"] or "",
                row["statements"] or "",
                Track(row["track"]).short_title if row["track"] else "",
                row["title"],
            )
            for row in rows
        ],
    )
    return 0


def item_add(args: argparse.Namespace, out: Output) -> int:
    """Adds an item."""
    with writing(args) as work:
        item = add_item(work, args.number, args.title, Track(args.track) if args.track else None)
    return _said(
        out, {"number": item.number, "title": item.title, "track": item.track}, f"Added item {item.number}."
    )


def item_edit(args: argparse.Namespace, out: Output) -> int:
    """Changes an item."""
    changes: dict[str, Any] = given(args, "title")
    if args.new_number is not None:
        changes["number"] = args.new_number
    if args.track is not None:
        changes["track"] = Track(args.track)
    if not changes:
        args.parser.error("say what to change: --number, --title or --track")
    with writing(args) as work:
        item = edit_item(work, work.meetings.item(args.number), **changes)
    row = {"number": item.number, "title": item.title, "track": item.track}
    return _said(out, row, f"Item {item.number} is now “{item.title}”.")


def item_delete(args: argparse.Namespace, out: Output) -> int:
    """Deletes an item."""
    with writing(args) as work:
        row = next(row for row in agenda(work) if row.item.id == work.meetings.item(args.number).id)
        work.meetings.delete_item(row.item.id)
    said = f"Deleted item {row.item.number} with {row.pulled} commitments and {row.statements} statements."
    return _said(out, {"number": row.item.number, "pulled": row.pulled, "statements": row.statements}, said)


def meeting_show(args: argparse.Namespace, out: Output) -> int:
    """Shows the meeting."""
    with reading(args) as work:
        meeting = work.meetings.current()
    return _print_meeting(meeting, out)


def meeting_edit(args: argparse.Namespace, out: Output) -> int:
    """Changes the meeting."""
    changes: dict[str, Any] = given(args, "name", "place", "national_minutes", "group_minutes")
    for day in ("starts", "ends"):
        if getattr(args, day) is not None:
            changes[day] = date_from(getattr(args, day))
    if args.rate is not None:
        changes["words_a_minute"] = args.rate
    if not changes:
        args.parser.error("say what to change, such as --name or --starts")
    with writing(args) as work:
        meeting = edit_meeting(work, **changes)
    return _print_meeting(meeting, out)


def meeting_new(args: argparse.Namespace, out: Output) -> int:
    """Makes another meeting from a document's agenda."""
    with writing(args) as work:
        meeting = meeting_from_library(work, args.document, title=args.name, place=args.place)
    return _print_meeting(meeting, out)


def meeting_list(args: argparse.Namespace, out: Output) -> int:
    """Lists the meetings; the one being prepared is marked."""
    with reading(args) as work:
        rows = meeting_rows(work)
    if out.as_json:
        out.json(rows)
        return 0
    out.table(
        ("", "Meeting", "Place", "When", "Items"),
        [
            ("•" if row["current"] else "", row["name"], row["place"], row["when"], row["items"])
            for row in rows
        ],
    )
    return 0


def meeting_choose(args: argparse.Namespace, out: Output) -> int:
    """Makes another meeting the one being prepared."""
    with writing(args) as work:
        meeting = choose_meeting(work, meeting_called(work, " ".join(args.name)))
    return _print_meeting(meeting, out)


def meeting_delete(args: argparse.Namespace, out: Output) -> int:
    """Deletes a meeting and all that belongs to it."""
    with writing(args) as work:
        meeting = meeting_called(work, " ".join(args.name))
        work.meetings.delete_meeting(meeting.id)
    return _said(out, meeting_row(meeting), f"Deleted {meeting.name}.")


def _print_meeting(meeting: Meeting, out: Output) -> int:
    if out.as_json:
        out.json(meeting_row(meeting))
        return 0
    out.heading(meeting.name)
    out.text(", ".join(said for said in (meeting.place, meeting.when or "no dates yet") if said))
    out.text(
        f"Limits: {_limit(meeting.national_minutes)} for a State, "
        f"{_limit(meeting.group_minutes)} for a group; "
        f"time is told at {meeting.words_a_minute} words a minute."
    )
    return 0


def _limit(value: float) -> str:
    return clock(round(value * 60)) if value else "none"


def delegation_show(args: argparse.Namespace, out: Output) -> int:
    """Shows who is preparing."""
    with reading(args) as work:
        delegation = work.meetings.delegation()
    return _print_delegation(delegation, out)


def delegation_edit(args: argparse.Namespace, out: Output) -> int:
    """Changes who is preparing."""
    changes = given(args, "state", "mission", "group")
    changes |= {
        f"speaker_{key}": value
        for key, value in (("name", args.speaker), ("title", args.title))
        if value is not None
    }
    if not changes:
        args.parser.error("say what to change, such as --state or --speaker")
    with writing(args) as work:
        delegation = edit_delegation(work, **changes)
    if args.state and (doubt := state_doubt(delegation.state)):
        out.say(doubt)
    return _print_delegation(delegation, out)


def _print_delegation(delegation: Delegation, out: Output) -> int:
    row = delegation_row(delegation)
    if out.as_json:
        out.json(row)
        return 0
    for key, value in row.items():
        out.text(f"{key.replace('_', ' ').capitalize() + ':':<15}{value or '–'}", hang=15)
    return 0


def _said(out: Output, row: dict[str, Any], sentence: str) -> int:
    if out.as_json:
        out.json(row)
    else:
        out.text(sentence)
    return 0
