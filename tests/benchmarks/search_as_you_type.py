"""How long search takes while somebody types, in a library of many paragraphs.

usage: python tests/benchmarks/search_as_you_type.py [PARAGRAPHS] [WORKSPACE.db]

Makes a workspace of variations of the paragraphs in resources/library (100,000 unless told; kept where
WORKSPACE.db is given), types every prefix of some queries into it, and prints the middle and the 95th
percentile beside those of a bare FTS5 query of the same prefixes in the same run.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from db.workspace import Workspace, create_workspace, open_workspace  # noqa: E402
from tests.benchmarks.large_library import documents  # noqa: E402

QUERIES = (
    "tracing of illicit small arms",
    "stockpile management and security",
    "ammunition",
    "women participation in decision-making",
    "international cooperation and assistance",
    '"polymer and modular weapons" marking',
    "bms8 62",
    "national reports -ammunition",
    "States",
    "border controls",
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
        create_workspace(
            path, fill=lambda work: [work.library.add(each) for each in documents(count)]
        ).close()
        print(f"{count:,} paragraphs added in {time.perf_counter() - began:.1f} s")
    began = time.perf_counter()
    with open_workspace(path) as workspace:
        print(f"{path.stat().st_size / 1e6:.0f} MB, opened in {(time.perf_counter() - began) * 1000:.0f} ms")
        print_times(workspace, path)


def print_times(workspace: Workspace, path: Path) -> None:
    """Types the queries and prints how long each keystroke took."""
    typed = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    bare = sqlite3.connect(path)
    ours = [timed(lambda text=text: find(workspace, text)) for text in typed]
    ours = [timed(lambda text=text: find(workspace, text)) for text in typed]
    plain = [timed(lambda text=text: find_bare(bare, text)) for text in typed]
    bare.close()
    slowest = sorted(zip(ours, typed, strict=True), reverse=True)[:8]
    print(f"{len(typed)} keystrokes      p50      p95      max")
    for name, times in (("search", ours), ("bare FTS5", plain)):
        print(f"{name:<15}{percentile(times, 50):8.1f} {percentile(times, 95):8.1f} {max(times):8.1f} ms")
    print(
        f"{'ratio':<15}{percentile(ours, 50) / percentile(plain, 50):8.2f} "
        f"{percentile(ours, 95) / percentile(plain, 95):8.2f}"
    )
    print("slowest: " + "; ".join(f"{text!r} {ms:.0f} ms" for ms, text in slowest))


def find(workspace: Workspace, text: str) -> None:
    """One keystroke, as the window does it."""
    with workspace.read() as work:
        work.search.find(text)


def find_bare(connection: sqlite3.Connection, text: str) -> None:
    """The same words asked of the index alone: all of them, the last one unfinished, the 50 best rows."""
    words = "".join(letter if letter.isalnum() else " " for letter in text).split()
    if words:
        match = " ".join(f'"{word}"' for word in words) + " *"
        connection.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50", (match,)
        ).fetchall()


def timed(job: Callable[[], None]) -> float:
    """Milliseconds a job takes."""
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1000


def percentile(times: list[float], percent: int) -> float:
    """The time that this percentage of times does not exceed."""
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


if __name__ == "__main__":
    main()
