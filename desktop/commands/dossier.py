"""The verbs for what is gathered on an agenda item: pull, dismiss, dossier, record."""

from __future__ import annotations

import argparse
from typing import Any

from core.commitments import Stance
from core.documents import Standing
from desktop.commands.arguments import Verbs, add_author, add_item, add_words, line, words, words_given
from desktop.commands.opening import reading, writing
from desktop.commands.output import Output
from desktop.dossier.jobs import (
    dismiss,
    dossier_row,
    edit_dossier,
    edit_pulls,
    move_pull,
    pull,
    record_rows,
    remove_pulls,
    take_back_dismissals,
)

_STANCES = {stance.replace(" ", "-"): stance for stance in Stance}


def add_verbs(verbs: Verbs) -> None:
    """Offers pull, dismiss, dossier and record."""
    pulled = verbs.add("pull", pull_commitments, "pull commitments into the dossier of an agenda item")
    add_item(pulled)
    pulled.add_argument("references", nargs="+", type=line, metavar="REF", help="such as BMS8/62")
    add_author(pulled)
    dismissed = verbs.add(
        "dismiss", dismiss_commitments, "note that commitments are not relevant to an agenda item"
    )
    add_item(dismissed)
    dismissed.add_argument("references", nargs="+", type=line, metavar="REF", help="such as BMS8/62")
    dismissed.add_argument("--take-back", action="store_true", help="they may be relevant after all")
    add_author(dismissed)
    _add_dossier_verbs(verbs.group("dossier", "show or edit what is gathered for an agenda item"))
    recorded = verbs.add("record", record, "who spoke, on whose behalf, and who reported at past meetings")
    recorded.add_argument(
        "--state", type=line, metavar="NAME", help="of this State, group or organization alone"
    )
    add_item(recorded, required=False)


def _add_dossier_verbs(verbs: Verbs) -> None:
    add_item(verbs.add("show", show, "show the dossier of an item"))
    for name, handler, summary in (
        ("brief", write_brief, "write the brief that opens the item in a pack"),
        ("note", write_note, "write a private note on a commitment, or on the item as a whole"),
    ):
        written = verbs.add(name, handler, summary)
        add_item(written)
        if name == "note":
            written.add_argument(
                "--on", action="append", type=line, default=[], metavar="REF", help="a pulled commitment"
            )
        add_words(written, f"the {name}", required=True)
        add_author(written)
    points = verbs.add("points", write_points, "write the talking points of an item, in order")
    add_item(points)
    group = points.add_mutually_exclusive_group(required=True)
    group.add_argument("--point", action="append", type=words, dest="points", metavar="WORDS", help="a point")
    group.add_argument("--file", metavar="F", help="one point a line, in a UTF-8 file (- for standard input)")
    points.set_defaults(text=None)
    add_author(points)
    stance = verbs.add("stance", set_stance, "say what the delegation means to do with commitments")
    add_item(stance)
    stance.add_argument("references", nargs="+", type=line, metavar="REF", help="a pulled commitment")
    stance.add_argument("--as", dest="stance", choices=tuple(_STANCES), required=True, help="the stance")
    add_author(stance)
    dropped = verbs.add("unpull", unpull, "take commitments out of the dossier")
    add_item(dropped)
    dropped.add_argument("references", nargs="+", type=line, metavar="REF", help="a pulled commitment")
    add_author(dropped)
    moved = verbs.add("move", move, "put a pulled commitment before another one, or last")
    add_item(moved)
    moved.add_argument("reference", type=line, metavar="REF", help="a pulled commitment")
    place = moved.add_mutually_exclusive_group(required=True)
    place.add_argument("--before", type=line, metavar="REF", help="the one it is to stand before")
    place.add_argument("--last", action="store_true", help="put it at the end")
    add_author(moved)


def pull_commitments(args: argparse.Namespace, out: Output) -> int:
    """Pulls commitments, all or none."""
    with writing(args) as work:
        outcome = pull(work, work.meetings.item(args.item), args.references)
    pulled = [located.reference for located in outcome.pulled]
    already = [located.reference for located in outcome.already]
    if out.as_json:
        out.json({"item": outcome.item.number, "pulled": pulled, "already": already})
        return 0
    if pulled:
        count = f"{len(pulled)} commitment{'s' if len(pulled) > 1 else ''}"
        out.text(f"Pulled {count} into item {outcome.item.number}: {', '.join(pulled)}.", hang=2)
    if already:
        out.text(f"Already in item {outcome.item.number}: {', '.join(already)}.", hang=2)
    return 0


def dismiss_commitments(args: argparse.Namespace, out: Output) -> int:
    """Notes what is not relevant, or takes that back: all or none."""
    with writing(args) as work:
        item = work.meetings.item(args.item)
        job = take_back_dismissals if args.take_back else dismiss
        dismissed = [each.reference for each in job(work, item, args.references)]
    if out.as_json:
        out.json({"item": item.number, "dismissed": dismissed})
    elif dismissed:
        out.text(f"Not relevant to item {item.number}: {', '.join(dismissed)}.", hang=2)
    else:
        out.text(f"Nothing is noted as not relevant to item {item.number}.")
    return 0


def show(args: argparse.Namespace, out: Output) -> int:
    """Shows an item's dossier."""
    with reading(args) as work:
        row = dossier_row(work, work.meetings.item(args.item))
    return _print_dossier(row, out)


def write_brief(args: argparse.Namespace, out: Output) -> int:
    """Writes the brief."""
    text = words_given(args)
    with writing(args) as work:
        item = work.meetings.item(args.item)
        edit_dossier(work, item, brief=text)
        row = dossier_row(work, item)
    return _changed(row, out, f"Wrote the brief of item {row['item']}.")


def write_points(args: argparse.Namespace, out: Output) -> int:
    """Writes the talking points."""
    text = words_given(args)
    points = args.points if text is None else text.split("\n")
    with writing(args) as work:
        item = work.meetings.item(args.item)
        edit_dossier(work, item, talking_points=points)
        row = dossier_row(work, item)
    return _changed(row, out, f"Item {row['item']} has {len(row['talking_points'])} talking points.")


def write_note(args: argparse.Namespace, out: Output) -> int:
    """Writes a private note."""
    text = words_given(args)
    with writing(args) as work:
        item = work.meetings.item(args.item)
        if args.on:
            edit_pulls(work, item, args.on, note=text)
        else:
            edit_dossier(work, item, note=text)
        row = dossier_row(work, item)
    on = ", ".join(args.on) or f"item {row['item']}"
    return _changed(row, out, f"Wrote a private note on {on}.")


def set_stance(args: argparse.Namespace, out: Output) -> int:
    """Sets the stance of commitments."""
    with writing(args) as work:
        item = work.meetings.item(args.item)
        pulls = edit_pulls(work, item, args.references, stance=_STANCES[args.stance])
        row = dossier_row(work, item)
    return _changed(row, out, f"{', '.join(pull.reference for pull in pulls)}: {_STANCES[args.stance]}.")


def unpull(args: argparse.Namespace, out: Output) -> int:
    """Takes commitments out."""
    with writing(args) as work:
        item = work.meetings.item(args.item)
        removed = remove_pulls(work, item, args.references)
        row = dossier_row(work, item)
    return _changed(
        row, out, f"Took {', '.join(pull.reference for pull in removed)} out of item {row['item']}."
    )


def move(args: argparse.Namespace, out: Output) -> int:
    """Moves a commitment."""
    with writing(args) as work:
        item = work.meetings.item(args.item)
        pulls = move_pull(work, item, args.reference, args.before)
        row = dossier_row(work, item)
    return _changed(
        row, out, f"The order of item {row['item']} is now {', '.join(p.reference for p in pulls)}."
    )


def _changed(row: dict[str, Any], out: Output, sentence: str) -> int:
    if out.as_json:
        out.json(row)
    else:
        out.text(sentence, hang=2)
    return 0


def _print_dossier(row: dict[str, Any], out: Output) -> int:
    if out.as_json:
        out.json(row)
        return 0
    out.heading(f"{row['item']}  {row['title']}")
    for title, text in (("Brief", row["brief"]), ("Private note", row["note"])):
        if text:
            out.text(f"\n{title}:")
            out.text(text, 2)
    if row["talking_points"]:
        out.text("\nTalking points:")
        for point in row["talking_points"]:
            out.text(f"• {point}", 2, 4)
    if not row["commitments"]:
        out.text("\nNothing is pulled into this item yet.")
    for commitment in row["commitments"]:
        standing = commitment["standing"]
        marks = [commitment["ref"], commitment["stance"]]
        marks += [Standing(standing).phrase] if standing else ["its document is not in this workspace"]
        out.text()
        out.heading(" · ".join(marks))
        out.text(commitment["text"] or "", 2)
        if commitment["note"]:
            out.text(f"Private note: {commitment['note']}", 2, 4)
    return 0


def record(args: argparse.Namespace, out: Output) -> int:
    """Shows the record; an empty one is an answer."""
    with reading(args) as work:
        item = work.meetings.item(args.item) if args.item else None
        rows = record_rows(work, state=args.state, item=item)
    if out.as_json:
        out.json(rows)
        return 0
    whose = rows["state"] or ("item " + rows["item"] if rows["item"] else "")
    if not any(rows[kind] for kind in ("interventions", "reports", "officers")):
        out.text(f"Nothing is on record of {whose}." if whose else "No document here tells who took part.")
        return 0
    meetings = {
        row["document"]: row["meeting"]
        for kind in ("interventions", "reports", "officers")
        for row in rows[kind]
    }
    for document, meeting in meetings.items():
        out.heading(f"{document}: {meeting}")
        of_it = {
            kind: [row for row in rows[kind] if row["document"] == document]
            for kind in rows
            if isinstance(rows[kind], list)
        }
        _print_record(of_it, out)
    return 0


def _print_record(rows: dict[str, list[dict[str, Any]]], out: Output) -> None:
    if rows["interventions"]:
        out.text("\nSpoke")
        out.table(
            ("On item", "Meeting", "Date", "Source", "Who"),
            [
                (
                    ", ".join(row["items"]),
                    row["sitting"],
                    row["date"],
                    row["ref"],
                    row["party"] + (f" ({row['on_behalf']})" if row["on_behalf"] else ""),
                )
                for row in rows["interventions"]
            ],
        )
    if rows["reports"]:
        out.text("\nReported")
        by_source: dict[str, list[str]] = {}
        for row in rows["reports"]:
            by_source.setdefault(row["ref"], []).append(row["party"])
        out.table(("Source", "Who"), [(source, "; ".join(names)) for source, names in by_source.items()])
    if rows["officers"]:
        out.text("\nPresided")
        out.table(
            ("Office", "Source", "Who"),
            [
                (row["office"], row["ref"], row["party"] + (f" ({row['person']})" if row["person"] else ""))
                for row in rows["officers"]
            ],
        )
    out.text()
