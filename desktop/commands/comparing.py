"""The verb that compares two documents."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.arguments import Verbs, add_author, line
from desktop.commands.opening import reading
from desktop.commands.output import Output

if TYPE_CHECKING:
    from desktop.comparing.jobs import Compared


def add_verbs(verbs: Verbs) -> None:
    """Offers compare."""
    verb = verbs.add("compare", compare, "compare two documents, paragraph by paragraph")
    verb.add_argument("a", type=line, metavar="DOC-A", help="the earlier one, by short name or symbol")
    verb.add_argument("b", type=line, metavar="DOC-B", help="the later one")
    verb.add_argument(
        "--out", type=Path, metavar="FILE", help="write it, to .docx with tracked changes, to .pdf with marks"
    )
    add_author(verb)


def compare(args: argparse.Namespace, out: Output) -> int:
    """Compares two documents; with --out also writes them as one with the changes tracked."""
    from desktop.comparing.jobs import both, compare_both, compared_row, write_comparison

    with reading(args) as work:
        found = both(work, work.library.document(args.a), work.library.document(args.b))
    compared = compare_both(found)
    comparison = compared.comparison
    if args.out is not None:
        write_comparison(comparison, args.out, author=args.author, on=dt.datetime.now(dt.UTC))
        out.say(f"“{args.out.name}” was written.")
    if out.as_json:
        out.json([compared_row(comparison, row) for row in comparison.rows])
    elif args.out is None:
        _print(compared, out)
    return 0


def _print(compared: Compared, out: Output) -> None:
    rows = []
    comparison = compared.comparison
    for row in comparison.rows:
        one = comparison.old.reference(row.a) if row.a is not None else "–"
        other = comparison.new.reference(row.b) if row.b is not None else "–"
        told = [str(row.fate), *(["moved"] if row.moved else []), *([str(row.cut)] if row.cut else [])]
        shown = row.b or row.a
        words = " ".join(shown.text.split()) if shown is not None else ""
        rows.append((one, other, ", ".join(told), words[:90]))
    out.table(("Before", "After", "Change", "Text"), rows)
    out.text()
    out.text(compared.tally.sentence)
    if compared.tally.remark:
        out.text(compared.tally.remark)
