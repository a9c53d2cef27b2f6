"""The verbs for where language came from and how it changed: forerunners, successors, compare."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.arguments import Verbs, add_author, line, whole_number
from desktop.commands.opening import reading
from desktop.commands.output import Output

if TYPE_CHECKING:
    from core.comparing import Comparison


def add_verbs(verbs: Verbs) -> None:
    """Offers forerunners, successors and compare."""
    for name, handler, summary in (
        ("forerunners", forerunners, "list the earlier paragraphs that carry the same language"),
        ("successors", successors, "list the later paragraphs that carry the same language"),
    ):
        verb = verbs.add(name, handler, summary)
        verb.add_argument("reference", nargs="+", type=line, metavar="REF", help="such as BMS8/62")
        verb.add_argument("--limit", type=whole_number, default=20, metavar="N", help="how many at most (20)")
    verb = verbs.add("compare", compare, "compare two documents, paragraph by paragraph")
    verb.add_argument("a", type=line, metavar="DOC-A", help="the earlier one, by short name or symbol")
    verb.add_argument("b", type=line, metavar="DOC-B", help="the later one")
    verb.add_argument(
        "--out", type=Path, metavar="FILE", help="write it, to .docx with tracked changes, to .pdf with marks"
    )
    add_author(verb)


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


def compare(args: argparse.Namespace, out: Output) -> int:
    """Compares two documents; with --out also writes them as one with the changes tracked."""
    from desktop.forerunners.jobs import compared, compared_row, write_comparison

    with reading(args) as work:
        comparison = compared(work, args.a, args.b)
    if args.out is not None:
        write_comparison(comparison, args.out, author=args.author, on=dt.datetime.now(dt.UTC))
        out.say(f"“{args.out.name}” was written.")
    if out.as_json:
        out.json([compared_row(comparison, row) for row in comparison.rows])
    elif args.out is None:
        _print(comparison, out)
    return 0


def _print(comparison: Comparison, out: Output) -> None:
    rows = []
    for row in comparison.rows:
        one = comparison.old.reference(row.a) if row.a is not None else "–"
        other = comparison.new.reference(row.b) if row.b is not None else "–"
        told = [str(row.fate), *(["moved"] if row.moved else []), *([str(row.cut)] if row.cut else [])]
        shown = row.b or row.a
        words = " ".join(shown.text.split()) if shown is not None else ""
        rows.append((one, other, ", ".join(told), words[:90]))
    out.table(("Before", "After", "Change", "Text"), rows)
