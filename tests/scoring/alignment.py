"""Judged pairs of resolutions, and how well a comparison finds which paragraph became which.

Two sources. Texts that we wrote for this (``resolutions/*.txt``, half of them in ``held_back`` and looked at
only when the rules stood): an old resolution and its new version, written as the edits a committee makes,
each paragraph with the keys of those it came from, so that the pairs are known. And real resolutions that do
not come with the program, whose pairs were judged by hand before the first run (``resolutions/judged.json``).

What is counted are pairs of labels. Of a split or joined paragraph every piece is a pair.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.comparing.comparison import Comparison, compared
from core.documents import Document
from db.index.stems import stem
from importers.importing import read_bytes

HERE = Path(__file__).parent / "resolutions"
REAL = Path(__file__).parents[3] / "shared" / "documents"

Pair = tuple[str, str]


@dataclass(frozen=True)
class Judged:
    """Two documents and the pairs of labels that are right; ``either`` may be given or not."""

    name: str
    old: Document
    new: Document
    pairs: frozenset[Pair]
    either: frozenset[Pair] = frozenset()


@dataclass(frozen=True)
class Score:
    """Pairs found that are right, those that are wrong, and those that were missed."""

    right: frozenset[Pair]
    wrong: frozenset[Pair]
    missed: frozenset[Pair]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing found."""
        return f1_of([self])


def f1_of(scores: Iterable[Score]) -> float:
    """F1 over all pairs of several comparisons together."""
    scores = list(scores)
    right = sum(len(each.right) for each in scores)
    others = sum(len(each.wrong) + len(each.missed) for each in scores)
    return 2 * right / (2 * right + others) if right or others else 1.0


def compared_pair(judged: Judged) -> Comparison:
    """The comparison that is scored."""
    return compared(judged.old, judged.old.paragraphs, judged.new, judged.new.paragraphs, stem)


def scored(judged: Judged) -> Score:
    """A comparison against the judgement."""
    found = {
        (row.a.label, row.b.label)
        for row in compared_pair(judged).rows
        if row.a is not None and row.b is not None
    }
    return Score(
        right=frozenset(found & judged.pairs),
        wrong=frozenset(found - judged.pairs - judged.either),
        missed=judged.pairs - found,
    )


def written(folder: Path = HERE) -> list[Judged]:
    """The pairs that we wrote, of one folder."""
    return [_written(path) for path in sorted(folder.glob("*.txt"))]


def real() -> list[Judged]:
    """The pairs of real resolutions that are here."""
    found = []
    for entry in json.loads((HERE / "judged.json").read_text("utf-8")):
        old, new = REAL / entry["old"], REAL / entry["new"]
        if old.is_file() and new.is_file():
            pairs = frozenset((a, b) for a, others in entry["pairs"].items() for b in others)
            either = frozenset((a, b) for a, others in entry["either"].items() for b in others)
            found.append(Judged(f"{old.stem} {new.stem}", _read(old), _read(new), pairs, either))
    return found


def _read(path: Path) -> Document:
    return read_bytes(path.read_bytes(), path.name).document


_KEYED = re.compile(r"(?m)^\[([^\]]+)\]\s*(.*)")
_PRINTED = re.compile(r"^\d+\.\s+")
_SUB = re.compile(r"^(\([a-z]\))\s+")


@dataclass(frozen=True)
class _Line:
    """A paragraph as it was written for the test: the keys of those it came from, and its words."""

    keys: tuple[str, ...]
    text: str


def _written(path: Path) -> Judged:
    head, old_part, new_part = re.split(r"\n(?:OLD|NEW)\n", path.read_text("utf-8"))
    title, old_facts, new_facts = head.strip().splitlines()
    old = [_Line(tuple(keys.split()), _PRINTED.sub("", text)) for keys, text in _KEYED.findall(old_part)]
    texts = {line.keys[0]: line.text for line in old}
    new = [_edited(tuple(keys.split()), text, texts) for keys, text in _KEYED.findall(new_part)]
    labels, new_labels = _labels(old), _labels(new)
    pairs = frozenset(
        (label, other)
        for (line, label), (new_line, other) in itertools.product(
            zip(old, labels, strict=True), zip(new, new_labels, strict=True)
        )
        if set(line.keys) & set(new_line.keys)
    )
    documents = [
        _printed(title, facts.split(" | "), lines, wanted)
        for facts, lines, wanted in ((old_facts, old, labels), (new_facts, new, new_labels))
    ]
    return Judged(path.stem, documents[0], documents[1], pairs)


def _edited(keys: tuple[str, ...], text: str, texts: dict[str, str]) -> _Line:
    """A new paragraph: words of its own, or after "=" what is changed in the old one's."""
    if not text.startswith("="):
        return _Line(keys, text)
    found = texts[keys[0]]
    for edit in filter(None, text[1:].split(" | ")):
        before, after = edit.removeprefix(" ").split(" -> ")
        assert before in found, f"“{before}” is not in {keys}"
        found = found.replace(before, after)
    return _Line(keys, found)


def _labels(lines: list[_Line]) -> list[str]:
    found = []
    preambular = operative = 0
    for line in lines:
        if mark := _SUB.match(line.text):
            found.append(f"{operative}{mark[1]}")
        elif line.text.endswith(","):
            preambular += 1
            found.append(f"pp.{preambular}")
        else:
            operative += 1
            found.append(str(operative))
    return found


def _printed(title: str, facts: list[str], lines: list[_Line], labels: list[str]) -> Document:
    """The resolution as it would be published, read as any other file is."""
    symbol, date = facts
    paragraphs = [
        line.text if label.startswith("pp.") or "(" in label else f"{label}. {line.text}"
        for line, label in zip(lines, labels, strict=True)
    ]
    text = "\n\n".join(
        [
            f"A/RES/{symbol}",
            f"Resolution adopted by the General Assembly on {date}",
            f"{symbol}. {title}",
            "The General Assembly,",
            *paragraphs,
        ]
    )
    document = read_bytes(text.encode(), f"{symbol.replace('/', '_')}.txt", symbol=f"A/RES/{symbol}").document
    assert [row.label for row in document.paragraphs if row.label] == labels
    return document
