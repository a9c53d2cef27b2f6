"""How long search takes in a very large library, with and without meaning, and how much memory.

usage: python tests/benchmarks/search_by_meaning.py [WORKSPACE.db [PARAGRAPHS]]

Asks a library of a million paragraphs (made if it is not there, kept for the next run: large_library.py) a
mix of 200 queries: the field's commonest words, beginnings as they are typed, whole sentences of 30 to 60
words, people's words, references, quotations, excluded words, and some of these within a track, a document, a
standing or a topic. Each is asked once with and once without meaning; a lot of 200 others goes before, so
that the file was read and the program is warm.

Beside it stands the bare full-text query of the same words in the same run: all words, the last one
unfinished where it was typed so, the 50 best rows as SQLite ranks them. For the commonest words that takes
seconds, so it is broken off after one second and counted as that. Processor time is told beside the time
that went by, for other programs may run.
"""

from __future__ import annotations

import contextlib
import json
import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from core.documents import Standing, Track  # noqa: E402
from db.workspace import Workspace, create_workspace, open_workspace  # noqa: E402
from tests.benchmarks.large_library import fill, library_rows  # noqa: E402

QUERIES = 200
BROKEN_OFF = 1_000.0
WORDS = ("small", "arms", "States", "weapons", "light", "illicit", "trade", "national", "measures", "action")
COMMONEST = (
    "small arms",
    "small arms and light weapons",
    "illicit trade",
    "Programme of Action",
    "international cooperation and assistance",
    "national laws and regulations",
    "full and effective implementation",
    "marking, record-keeping and tracing",
    "small arms and light weapons in all its aspects",
    "Member States",
)
TYPED = ("sm", "sta", "int", "wea", "small ar", "illicit tr", "national rep", "st", "i", "international coop")
REFERENCES = ("X17 62", "X1200/3", "x3999 250", "X250/12(a)", "A/CONF.192/2018/17, para. 5")
QUOTED = (
    '"small arms and light weapons"',
    '"illicit trade" tracing',
    '"polymer and modular weapons"',
    '"as appropriate" marking',
    '"international tracing instrument" reports',
)
EXCLUDED = (
    "weapons -ammunition",
    "national reports -women",
    "small arms -light",
    "tracing -marking -records",
)
NARROWED: tuple[dict[str, Any], ...] = (
    {"track": Track.ITI},
    {"item_track": Track.COOPERATION},
    {"document": "X1234"},
    {"standing": Standing.DRAFT},
    {"topics": ("marking",)},
    {"topics": ("youth", "gender")},
    {"numbered": True},
)


@dataclass(frozen=True)
class Asked:
    """A query and what it is narrowed to."""

    text: str
    options: dict[str, Any] = field(default_factory=dict)


def main() -> None:
    """Makes or opens the workspace, measures, prints."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.gettempdir()) / "nameplate-large.db"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    if not path.exists():
        create_workspace(path).close()
        with open_workspace(path) as workspace:
            fill(workspace, count)
    began = time.perf_counter()
    with open_workspace(path, read_only=True) as workspace:
        opened = (time.perf_counter() - began) * 1000
        print(
            f"{path.stat().st_size / 1e6:.0f} MB, opened in {opened:.0f} ms with {memory():.0f} MB of memory"
        )
        with workspace.read() as work:
            print(f"preparing search by meaning: {timed(work.search.prepare):.0f} ms")
        print_times(workspace, path)
        with workspace.read() as work:
            print(f"topics counted in all documents: {timed(work.search.topic_counts):.0f} ms")
            print(f"a topic without words: {timed(lambda: work.search.find('', topics=['youth'])):.0f} ms")
    print(f"{memory():.0f} MB of memory at most")


def print_times(workspace: Workspace, path: Path) -> None:
    """Asks the queries and prints how long the answers took."""
    for asked in queries(3):
        find(workspace, asked, meaning=True)
    mix = queries(7)
    spent = {
        "full text": [cost(lambda each=asked: find(workspace, each, meaning=False)) for asked in mix],
        "with meaning": [cost(lambda each=asked: find(workspace, each, meaning=True)) for asked in mix],
    }
    bare = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    spent["bare FTS5"] = [cost(lambda each=asked: find_bare(bare, each)) for asked in mix]
    bare.close()
    for title, which in (("by the clock", 0), ("processor time", 1)):
        print(f"{len(mix)} queries, {title:<15} p50      p95      max     mean")
        times = {name: [min(BROKEN_OFF, each[which]) for each in took] for name, took in spent.items()}
        for name, took in times.items():
            middle, high, mean = percentile(took, 50), percentile(took, 95), sum(took) / len(took)
            print(f"{name:<22}{middle:11.1f}{high:9.1f}{max(took):9.1f}{mean:9.1f} ms")
    plain, ours = times["bare FTS5"], times["full text"]
    print(
        f"full text beside bare FTS5: {percentile(ours, 50) / percentile(plain, 50):.2f} × at p50, "
        f"{percentile(ours, 95) / percentile(plain, 95):.2f} × at p95, {sum(ours) / sum(plain):.2f} × in all"
    )
    for name in ("full text", "with meaning"):
        slowest = sorted(zip(times[name], [asked.text for asked in mix], strict=True), reverse=True)[:8]
        print(f"slowest {name}: " + "; ".join(f"{text[:40]!r} {ms:.0f} ms" for ms, text in slowest))


def queries(seed: int) -> list[Asked]:
    """A mix of queries, always the same for a seed."""
    chance = random.Random(seed)
    topics = json.loads((ROOT / "tests" / "scoring" / "own_topics.json").read_text("utf-8"))["topics"]
    peoples = [each["query"] for each in topics]
    sentences = [row.text for row in library_rows() if 30 <= len(row.text.split()) <= 60]
    plain = [*WORDS, *COMMONEST, *TYPED, *REFERENCES, *QUOTED, *EXCLUDED]
    plain += chance.sample(sentences, 50) + chance.sample(peoples, 64)
    narrowed = [
        Asked(text, options)
        for options in NARROWED
        for text in chance.sample([*WORDS, *COMMONEST, *peoples[:20], *sentences[:10]], 6)
    ]
    mix = [*(Asked(text) for text in plain), *narrowed]
    assert len(mix) == QUERIES, len(mix)
    chance.shuffle(mix)
    return mix


def find(workspace: Workspace, asked: Asked, *, meaning: bool) -> None:
    """One query, as the window and the command line ask it."""
    with workspace.read() as work:
        work.search.find(asked.text, limit=50, meaning=meaning, **asked.options)


def find_bare(connection: sqlite3.Connection, asked: Asked) -> None:
    """The same words asked of the index alone, broken off after a second."""
    words = "".join(letter if letter.isalnum() else " " for letter in asked.text).split()
    match = " ".join(f'"{word}"' for word in words) + (" *" if asked.text in TYPED else "")
    ends = time.perf_counter() + BROKEN_OFF / 1000
    connection.set_progress_handler(lambda: time.perf_counter() > ends, 10_000)
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50", (match,)
        ).fetchall()


def cost(job: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that a job takes by the clock, and of the processor's time."""
    busy = time.process_time()
    took = timed(job)
    return took, (time.process_time() - busy) * 1000


def timed(job: Callable[[], object]) -> float:
    """Milliseconds a job takes."""
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1000


def percentile(times: list[float], percent: int) -> float:
    """The time that this percentage of times does not exceed."""
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


def memory() -> float:
    """The most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
