"""Makes a workspace with a library of very many paragraphs, through the same way as an import.

usage: python tests/benchmarks/large_library.py PARAGRAPHS WORKSPACE.db

The paragraphs are those of resources/library with their clauses exchanged, in documents of 250 with parts,
sections, chapeaux, tracks, dates and standings of their own. The same number always makes the same library.
Prints how long writing a paragraph takes, and how long indexing it, while the library grows.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from core.documents import Document, Kind, Paragraph, Part, Standing, Track, document_id, paragraph_id  # noqa: E402
from db.index.indexing import Indexing  # noqa: E402
from db.workspace import Workspace, create_workspace, open_workspace  # noqa: E402
from importers.importing import read_document  # noqa: E402

A_DOCUMENT = 250
AT_ONCE = 20
RARE_WORDS = 20_000
STANDINGS = (Standing.CONSENSUS, Standing.CONSENSUS, Standing.VOTE, Standing.DRAFT, Standing.UNEDITED)


def main() -> None:
    """Makes the workspace that the command line names."""
    count, path = int(sys.argv[1]), Path(sys.argv[2])
    create_workspace(path).close()
    with open_workspace(path) as workspace:
        fill(workspace, count)
    print(f"{path.stat().st_size / 1e6:.0f} MB")


def fill(workspace: Workspace, count: int) -> None:
    """Adds so many paragraphs and prints what a paragraph cost, once for every tenth of them."""
    watch = Watch()
    told, done, began = 0.0, 0, time.perf_counter()
    for several in batches(documents(count)):
        before = time.perf_counter()
        with workspace.write() as work:
            for document in several:
                work.library.add(document)
                done += len(document.paragraphs)
        told += time.perf_counter() - before
        if done * 10 // count > (done - A_DOCUMENT * AT_ONCE) * 10 // count:
            writing, indexing = told - watch.seconds, watch.seconds
            print(
                f"{done:>9,} paragraphs after {time.perf_counter() - began:5.0f} s: writing "
                f"{writing / watch.rows * 1e6:4.0f} µs, indexing {indexing / watch.rows * 1e6:4.0f} µs a "
                f"paragraph ({indexing / writing:.2f} ×)",
                flush=True,
            )
            told, watch.seconds, watch.rows = 0.0, 0.0, 0


class Watch:
    """Takes the time that indexing takes, of all that adding a document does."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.rows = 0
        plain: Callable[..., None] = Indexing.add

        def add(indexing: Indexing, rows: Iterator[tuple[int, Paragraph]]) -> None:
            every = list(rows)
            began = time.perf_counter()
            plain(indexing, every)
            self.seconds += time.perf_counter() - began
            self.rows += len(every)

        Indexing.add = add  # type: ignore[method-assign,assignment]


def batches(every: Iterator[Document]) -> Iterator[list[Document]]:
    """The documents in lots of AT_ONCE, as somebody adds a folder of them."""
    lot: list[Document] = []
    for document in every:
        lot.append(document)
        if len(lot) == AT_ONCE:
            yield lot
            lot = []
    if lot:
        yield lot


def documents(count: int) -> Iterator[Document]:
    """Documents of varied paragraphs, ``count`` paragraphs in all."""
    chance = random.Random(1)
    source = library_rows()
    clauses = [clause for row in source for clause in row.text.split(", ")]
    for nth in range(count // A_DOCUMENT):
        symbol = f"A/CONF.192/{2001 + nth % 30}/{nth}"
        rows = tuple(varied(symbol, place + 1, chance, source, clauses) for place in range(A_DOCUMENT))
        yield Document(
            id=document_id(symbol, "en", rows),
            symbol=symbol,
            short=f"X{nth}",
            title=f"Document {nth}",
            language="en",
            date=dt.date(2001 + nth % 30, 1 + nth % 12, 1 + nth % 28),
            standing=chance.choice(STANDINGS),
            parts=(Part("annex", "Outcome", "annex"),),
            main_part="annex",
            paragraphs=rows,
        )


def library_rows() -> list[Paragraph]:
    """The numbered paragraphs of resources/library."""
    files = sorted((ROOT / "resources" / "library").glob("*.txt"))
    return [row for file in files for row in read_document(file).document.paragraphs if row.label]


def varied(
    symbol: str, number: int, chance: random.Random, source: list[Paragraph], clauses: list[str]
) -> Paragraph:
    """A paragraph whose clauses come from several, with a rare word of its own."""
    like = chance.choice(source)
    pieces = [piece if chance.random() < 0.5 else chance.choice(clauses) for piece in like.text.split(", ")]
    text = ", ".join([*pieces, f"word{chance.randrange(RARE_WORDS)}"])
    label = str(number)
    return Paragraph(
        paragraph_id(symbol, "en", "annex", label, text),
        "annex",
        label,
        Kind.OPERATIVE,
        text,
        like.section,
        chapeau=like.chapeau,
        track=chance.choice([None, *Track]),
    )


if __name__ == "__main__":
    main()
