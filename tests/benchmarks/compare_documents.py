"""How long two long documents take to be compared, beside the standard library's difflib in the same run.

usage: python tests/benchmarks/compare_documents.py [FILE]

Without a file it makes a document of 60 pages; with one, that is read. Either is compared with a copy of
itself that was edited as committees edit: words changed, paragraphs put in, left out, moved, split, joined.
Prints the seconds, and the ratio to difflib over all words of both in one row, of the comparison and of its
writing as Word and as PDF with the changes; apart from them the command on a workspace that holds both, from
its start to what it prints or has written.
"""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from core.comparing.comparison import Comparison, compared  # noqa: E402
from core.documents import Document, Paragraph, document_id, paragraph_id  # noqa: E402
from db.index.stems import stem  # noqa: E402
from db.workspace import open_workspace  # noqa: E402
from exporters.redline_blocks import export_redline  # noqa: E402
from importers.importing import read_bytes  # noqa: E402

ROUNDS = 3
PAGES, PARAGRAPHS_ON_A_PAGE = 60, 9
WORDS_ON_A_PAGE = 450
OPENINGS = (
    "Calls upon all States",
    "Encourages States in a position to do so",
    "Urges Member States",
    "Invites international and regional organizations",
    "Requests the Secretariat",
)
DEEDS = ("mark", "record", "trace", "secure", "destroy", "collect", "count", "inspect", "report on", "seize")
OBJECTS = (
    "small arms and light weapons",
    "ammunition of all calibres",
    "parts and components",
    "craft-made guns",
    "surplus weapons",
    "shipments under licence",
    "weapons of private companies",
)
CLOSINGS = (
    "in accordance with the Programme of Action to Prevent, Combat and Eradicate the Illicit Trade in Small "
    "Arms and Light Weapons in All Its Aspects",
    "at the national, regional and global levels, as appropriate",
    "with full respect for the sovereignty of States over their own borders",
    "to the extent possible and within existing resources",
    "including through training, equipment and the exchange of experience",
)
RARE = tuple(
    first + second
    for first in ("harbour", "depot", "customs", "forest", "border", "patrol", "archive", "workshop")
    for second in ("master", "guard", "ledger", "survey", "office", "notice", "permit", "route", "clerk")
)


def main() -> None:
    """Compares the file that is told, or a document that it makes, with an edited copy of it."""
    chance = random.Random(4)
    if len(sys.argv) > 1:
        path = Path(sys.argv[1])
        data, name = path.read_bytes(), path.name
    else:
        data, name = sample(chance).encode(), "made.txt"
    old = read_bytes(data, name, symbol="A/CONF.192/2030/1").document
    new = copied(old, edits(old.paragraphs, chance))
    for document in (old, new):
        words = sum(len(row.text.split()) for row in document.paragraphs)
        numbered = sum(bool(row.label) for row in document.paragraphs)
        pages = max((row.page or 0 for row in document.paragraphs), default=0)
        print(f"{numbered:,} numbered paragraphs, {words:,} words, {pages or words // WORDS_ON_A_PAGE} pages")
    with tempfile.TemporaryDirectory() as folder:
        print_times(old, new, Path(folder))
        print_commands(old, new, Path(folder))


def print_times(old: Document, new: Document, folder: Path) -> None:
    """Measures in turns and prints the best of each."""
    comparison = comparison_of(old, new)
    jobs: dict[str, Callable[[], object]] = {
        "difflib": lambda: bare(old.paragraphs, new.paragraphs),
        "the comparison": lambda: comparison_of(old, new),
        "its Word file": lambda: write(comparison, folder / "changes.docx"),
        "its PDF": lambda: write(comparison, folder / "changes.pdf"),
    }
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            best[name] = min(best[name], seconds(job))
    for name, taken in best.items():
        print(f"{name:>24}: {taken:.3f} s, {taken / best['difflib']:.2f}×")


def print_commands(old: Document, new: Document, folder: Path) -> None:
    """The verb on a workspace that holds both, from its start to its end."""
    workspace = folder / "benchmark.db"
    command("new", workspace)
    with open_workspace(workspace) as opened, opened.write() as work:
        for document in (old, new):
            work.library.add(document)
    both = ("compare", workspace, old.symbol, new.symbol)
    for told, rest in (
        ("command", ()),
        ("command to Word", ("--out", folder / "c.docx")),
        ("command to PDF", ("--out", folder / "c.pdf")),
    ):
        taken = min(seconds(partial(command, *both, *rest)) for _ in range(ROUNDS))
        print(f"{told:>24}: {taken:.2f} s")


def copied(document: Document, rows: list[Paragraph]) -> Document:
    """Another document with these rows, named by them."""
    symbol, language = "A/CONF.192/2031/1", document.language
    named = tuple(
        replace(row, id=paragraph_id(symbol, language, row.part, row.label, row.text, nth))
        for nth, row in enumerate(rows)
    )
    return replace(
        document, id=document_id(symbol, language, named), symbol=symbol, short="", paragraphs=named
    )


def comparison_of(old: Document, new: Document) -> Comparison:
    """The comparison as the jobs make it."""
    return compared(old, old.paragraphs, new, new.paragraphs, stem)


def write(comparison: Comparison, target: Path) -> None:
    """Writes it with its changes."""
    export_redline(comparison, target, author="Benchmark", on=dt.datetime(2030, 1, 1, tzinfo=dt.UTC))


def bare(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> float:
    """What the standard library does with all words of both."""
    one, other = ([word for row in rows for word in row.text.split()] for rows in (old, new))
    return SequenceMatcher(None, one, other).ratio()


def edits(rows: tuple[Paragraph, ...], chance: random.Random) -> list[Paragraph]:
    """The rows as a committee left them; the printed numbers are given anew where they were plain."""
    found: list[Paragraph] = []
    for row in rows:
        drawn = chance.random()
        words = row.text.split()
        if not row.label or len(words) < 8 or drawn < 0.5:
            found.append(row)
        elif drawn < 0.53:
            continue
        elif drawn < 0.56:
            found.insert(max(0, len(found) - chance.randint(2, 30)), row)
        elif drawn < 0.6:
            middle = len(words) // 2
            found += [
                replace(row, text=" ".join(words[:middle]) + ";"),
                replace(row, text="Also " + " ".join(words[middle:])),
            ]
        elif drawn < 0.63 and found and found[-1].label:
            found[-1] = replace(found[-1], text=f"{found[-1].text.rstrip(';.')}, and {row.text}")
        else:
            place = chance.randrange(len(words))
            words[place : place + chance.randint(0, 3)] = chance.choices(RARE, k=chance.randint(1, 3))
            found.append(replace(row, text=" ".join(words)))
        if chance.random() < 0.03:
            found.append(replace(row, label="1", text=sentence(chance)))
    return renumbered(found)


def renumbered(rows: list[Paragraph]) -> list[Paragraph]:
    """Plain numbers in their order again, all other labels as they were."""
    number = 0
    found = []
    for row in rows:
        if row.label.isdigit():
            number += 1
            found.append(replace(row, label=str(number)))
        else:
            found.append(row)
    return found


def sample(chance: random.Random) -> str:
    """A document of 60 pages of numbered paragraphs that share the formulas of the field."""
    rows = [f"{nth}. {sentence(chance)}" for nth in range(1, PAGES * PARAGRAPHS_ON_A_PAGE + 1)]
    return "\n\n".join(rows)


def sentence(chance: random.Random) -> str:
    """A paragraph of some fifty words, most of them formulas."""
    deeds = " and to ".join(
        f"{deed} {chance.choice(OBJECTS)} by the {chance.choice(RARE)} and the {chance.choice(RARE)}"
        for deed in chance.sample(DEEDS, 2)
    )
    closings = ", ".join(chance.sample(CLOSINGS, 2))
    return f"{chance.choice(OPENINGS)} to {deeds}, {closings};"


def command(*arguments: object) -> None:
    """The program's own command line, in a process of its own."""
    subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
