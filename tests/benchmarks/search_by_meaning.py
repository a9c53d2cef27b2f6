"""How long search by meaning takes in a large library, and how much memory.

usage: python tests/benchmarks/search_by_meaning.py [PARAGRAPHS] [WORKSPACE.db]

Makes a workspace of variations of the paragraphs in resources/library (100,000 unless told; kept where
WORKSPACE.db is given) and asks it 200 queries: people's words, the commonest words, and whole sentences
of the library. Prints the middle and the 95th percentile of full text and meaning together and of full text
alone, beside those of the bare FTS5 query of the same words, and what the index and its vectors cost.
"""

from __future__ import annotations

import json
import random
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from db.vocabulary import said, vocabulary  # noqa: E402
from db.word_vectors import word_vectors  # noqa: E402
from db.workspace import Workspace, create_workspace, open_workspace  # noqa: E402
from importers import read_document  # noqa: E402
from tests.benchmarks.search_as_you_type import library, percentile, timed  # noqa: E402

QUERIES = 200
COMMONEST = (
    "small arms and light weapons",
    "illicit trade",
    "Programme of Action",
    "international cooperation and assistance",
    "national laws and regulations",
    "States",
    "full and effective implementation",
    "marking, record-keeping and tracing",
)


def main() -> None:
    """Makes or opens the workspace, measures, prints."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        measure_at(Path(sys.argv[2]), count)
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure_at(Path(folder) / "large.db", count)


def measure_at(path: Path, count: int) -> None:
    """Measures on the workspace at this path, which is made if it is not there."""
    if not path.exists():
        began = time.perf_counter()
        create_workspace(path, fill=lambda work: [work.library.add(each) for each in library(count)]).close()
        print(f"{count:,} paragraphs added in {time.perf_counter() - began:.1f} s")
    with open_workspace(path) as workspace:
        print(f"{path.stat().st_size / 1e6:.0f} MB, {memory():.0f} MB of memory once opened")
        print_start(workspace)
        print_times(workspace, path)
    print_cost()
    print(f"{memory():.0f} MB of memory at most")


def print_start(workspace: Workspace) -> None:
    """Prints what the very first search by meaning costs."""
    print(f"first search by meaning: {timed(lambda: find(workspace, 'homemade guns', True)):.0f} ms")
    with workspace.read() as work:
        print(f"preparing the others: {timed(work.search.prepare):.0f} ms")


def print_times(workspace: Workspace, path: Path) -> None:
    """Asks the queries and prints how long the answers took."""
    asked = queries()
    bare = sqlite3.connect(path)
    times = {
        "with meaning": [timed(lambda text=text: find(workspace, text, True)) for text in asked],
        "full text": [timed(lambda text=text: find(workspace, text, False)) for text in asked],
        "bare FTS5": [timed(lambda text=text: find_bare(bare, text)) for text in asked],
    }
    bare.close()
    print(f"{len(asked)} queries          p50      p95      max")
    for name, took in times.items():
        print(f"{name:<15}{percentile(took, 50):9.1f}{percentile(took, 95):9.1f}{max(took):9.1f} ms")
    slowest = sorted(zip(times["with meaning"], asked, strict=True), reverse=True)[:6]
    print("slowest: " + "; ".join(f"{text[:50]!r} {ms:.0f} ms" for ms, text in slowest))


def queries() -> list[str]:
    """The mix of queries, always the same."""
    chance = random.Random(7)
    topics = json.loads((ROOT / "tests" / "scoring" / "own_topics.json").read_text("utf-8"))["topics"]
    peoples = [each["query"] for each in topics]
    sentences = [
        row.text
        for file in sorted((ROOT / "resources" / "library").glob("*.txt"))
        for row in read_document(file).document.paragraphs
        if row.label and 60 < len(row.text) < 400
    ]
    mixed = [*peoples, *COMMONEST * 6]
    return [*mixed, *chance.sample(sentences, QUERIES - len(mixed))]


def print_cost() -> None:
    """Prints what it costs to divide a paragraph and to make its vector, and to hold a million of these."""
    texts = [row.text for document in library(5_000) for row in document.paragraphs]
    vocabulary()
    began = time.perf_counter()
    for text in texts:
        said("en", text, "")
    divided = time.perf_counter() - began
    vectors = word_vectors()
    if vectors is not None:
        began = time.perf_counter()
        vectors.of(texts)
        made = time.perf_counter() - began
        print(
            f"dividing a paragraph: {divided / len(texts) * 1e6:.0f} µs; its vector: "
            f"{made / len(texts) * 1e6:.0f} µs; a million vectors of {vectors.width} bytes: "
            f"{vectors.width} MB"
        )


def find(workspace: Workspace, text: str, meaning: bool) -> None:
    """One query, as the window and the command line ask it."""
    with workspace.read() as work:
        work.search.find(text, limit=50, meaning=meaning)


def find_bare(connection: sqlite3.Connection, text: str) -> None:
    """The same words asked of the index alone: all of them, the 50 best rows."""
    words = "".join(letter if letter.isalnum() else " " for letter in text).split()
    match = " ".join(f'"{word}"' for word in words)
    connection.execute(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50", (match,)
    ).fetchall()


def memory() -> float:
    """The most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
