"""The verbs for where language came from, where it went and where it lives."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.documents import LANGUAGES
from desktop.commands.arguments import Verbs, add_author, line, whole_number
from desktop.commands.opening import reading
from desktop.commands.output import Output


def add_verbs(verbs: Verbs) -> None:
    """Offers forerunners, successors, years and matrix."""
    for name, handler, summary in (
        ("forerunners", forerunners, "list the earlier paragraphs that carry the same language"),
        ("successors", successors, "list the later paragraphs that carry the same language"),
    ):
        verb = verbs.add(name, handler, summary)
        verb.add_argument("reference", nargs="+", type=line, metavar="REF", help="such as BMS8/62")
        verb.add_argument("--limit", type=whole_number, default=20, metavar="N", help="how many at most (20)")
    line_of = verbs.add("years", years, "show a paragraph through the years: the line of texts it stands in")
    line_of.add_argument("reference", nargs="+", type=line, metavar="REF", help="such as BMS8/62")
    line_of.add_argument("--out", type=Path, metavar="FILE", help="write them, as .docx or .pdf")
    add_author(line_of)
    table = verbs.add("matrix", matrix, "count the paragraphs of each document that speak of each topic")
    table.add_argument("--language", choices=tuple(LANGUAGES), default="en", help="of which documents (en)")
    table.add_argument("--commitments", action="store_true", help="count commitments alone")


def forerunners(args: argparse.Namespace, out: Output) -> int:
    """Lists forerunners; having none is an answer."""
    return _related(args, out, earlier=True)


def successors(args: argparse.Namespace, out: Output) -> int:
    """Lists successors; having none is an answer."""
    return _related(args, out, earlier=False)


def _related(args: argparse.Namespace, out: Output, *, earlier: bool) -> int:
    from desktop.forerunners.jobs import forerunners_of, related_row, successors_of

    typed = " ".join(args.reference)
    with reading(args) as work:
        located = work.library.one(typed)
        job = forerunners_of if earlier else successors_of
        found = job(work, located.paragraph.id, limit=args.limit)
    if out.as_json:
        out.json([related_row(each) for each in found])
        return 0
    if not found:
        out.say(f"{located.reference} has no {'forerunner' if earlier else 'successor'} in this library.")
    for each in found:
        out.heading(f"{each.located.reference} · {each.similarity:.0%} alike")
        out.text(each.change.summary, 2)
        out.text(" ".join(each.located.paragraph.text.split()), 2)
        out.text()
    return 0


def years(args: argparse.Namespace, out: Output) -> int:
    """Shows the texts of a line, the oldest first, each with what changed from the one before."""
    from desktop.forerunners.years import through_the_years, write_years, years_rows

    typed = " ".join(args.reference)
    with reading(args) as work:
        located = work.library.one(typed)
        found = through_the_years(work, located.paragraph.id)
    rows = years_rows(found) if found is not None else []
    if found is not None and found.none:
        out.say(found.none)
    if args.out is not None and found is not None:
        write_years(found, args.out, author=args.author)
        out.say(f"“{args.out.name}” was written.")
    if out.as_json:
        out.json(rows)
        return 0
    for row in rows if args.out is None else ():
        if row["change"] is not None:
            out.text(f"{row['likeness']}: {row['change']}", 4)
            out.text()
        out.heading(f"{row['date'] or 'undated'} · {row['ref']}")
        out.text(" ".join(row["text"].split()), 2)
        out.text()
    return 0


def matrix(args: argparse.Namespace, out: Output) -> int:
    """Topics by documents: a line a topic, with where its language stopped."""
    from desktop.topics.jobs import matrix as counted
    from desktop.topics.jobs import matrix_data

    with reading(args) as work:
        found = counted(work, language=args.language, commitments=args.commitments)
    if out.as_json:
        out.json(matrix_data(found))
        return 0
    if not found.documents:
        out.say(f"This library has no document in {LANGUAGES[args.language]} with numbered paragraphs.")
    names = [head.name for head in found.documents]
    lines = [
        (each.topic.label, each.stopped or "", *(count or "·" for count in each.counts), "")
        for each in found.lines
    ]
    out.table(("Topic", "Not since", *names, ""), lines)
    return 0
