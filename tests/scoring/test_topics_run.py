"""The library's search by meaning, scored on judged topics; it fails below the figures that were reached.

The judged topics stand beside the repository in ``shared/evaluation`` (skipped where they do not). Others
over the same two documents were judged by us: ``own_topics.json`` by those who made the search,
``second_topics.json`` and ``third_topics.json`` by two people who had not seen it. All have since been looked
at to mend the thesaurus, so their figures say that nothing broke, not how well an unforeseen question does.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from db.workspace import Workspace, create_workspace
from importers.importing import read_document

ROOT = Path(__file__).parents[2]
GIVEN = ROOT.parent / "shared" / "evaluation" / "development.json"
OWN = Path(__file__).with_name("own_topics.json")
SECOND = Path(__file__).with_name("second_topics.json")
THIRD = Path(__file__).with_name("third_topics.json")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with create_workspace(tmp_path_factory.mktemp("scoring") / "W.db") as workspace:
        with workspace.write() as work:
            for path in sorted((ROOT / "resources" / "library").glob("*.txt")):
                work.library.add(read_document(path).document)
        yield workspace


def test_the_given_topics(library: Workspace) -> None:
    if not GIVEN.exists():
        pytest.skip("without shared/evaluation")
    figures = score(library, json.loads(GIVEN.read_text("utf-8"))["topics"])
    assert figures["ndcg@10"] >= 0.92
    assert figures["recall@20"] >= 0.92
    assert figures["without"] == 0


def test_our_own_topics(library: Workspace) -> None:
    figures = score(library, json.loads(OWN.read_text("utf-8"))["topics"])
    assert figures["ndcg@10"] >= 0.91
    assert figures["recall@20"] >= 0.96
    assert figures["without"] == 0


def test_the_second_topics(library: Workspace) -> None:
    figures = score(library, json.loads(SECOND.read_text("utf-8"))["topics"])
    assert figures["ndcg@10"] >= 0.87
    assert figures["recall@20"] >= 0.905
    assert figures["without"] == 0


def test_the_third_topics(library: Workspace) -> None:
    figures = score(library, json.loads(THIRD.read_text("utf-8"))["topics"])
    assert figures["ndcg@10"] >= 0.875
    assert figures["recall@20"] >= 0.905
    assert figures["without"] == 0


def score(library: Workspace, topics: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """nDCG@10 with gain 2^grade-1, recall@20, and how many topics have no relevant paragraph in ten."""
    gains, recalls, without = list[float](), list[float](), 0
    with library.read() as work:
        for topic in topics:
            hits = work.search.find(topic["query"], limit=20, numbered=True, meaning=True)
            found, relevant = [hit.reference for hit in hits], topic["relevant"]
            gains.append(
                discounted([relevant.get(each, 0) for each in found])
                / discounted(sorted(relevant.values(), reverse=True))
            )
            recalls.append(len(set(found) & set(relevant)) / len(relevant))
            without += not set(found[:10]) & set(relevant)
    return {
        "ndcg@10": sum(gains) / len(topics),
        "recall@20": sum(recalls) / len(topics),
        "without": float(without),
    }


def discounted(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))
