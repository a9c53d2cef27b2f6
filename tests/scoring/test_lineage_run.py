"""Runs on judged paragraphs: forerunners must not become worse than they are.

The judgements of the evaluation data do not come with the program; where they are absent that run is skipped.
What is asserted lies a little below the figures reached (docs/decisions), so that it fails where something
breaks.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.documents import Document
from core.forerunners import forerunners
from core.language.collection import Collection, collected
from db.index.stems import stem
from db.index.vocabulary import thesaurus
from importers.importing import read_bytes
from resources.paths import library_files
from tests.scoring.alignment import Judged, real, written

JUDGED = Path(__file__).parents[3] / "shared" / "evaluation" / "development.json"


def _ready(whole: Document) -> Collection:
    return collected(whole, whole.paragraphs, stem, thesaurus())


def _library() -> dict[str, Collection]:
    found = {}
    for path in library_files():
        whole = read_bytes(path.read_bytes(), path.name).document
        found[whole.short] = _ready(whole)
    return found


@pytest.mark.skipif(not JUDGED.is_file(), reason="the judgements are not here")
def test_the_lineage_run_is_no_worse_than_it_was() -> None:
    judged: dict[str, dict[str, int]] = json.loads(JUDGED.read_text("utf-8"))["lineage"]
    library = _library()
    bms8 = library["BMS8"]
    places = {bms8.document.reference(row): place for place, row in enumerate(bms8.paragraphs)}
    given = {
        ref: [kin.located.reference for kin in forerunners(bms8, places[ref], library.values())]
        for ref in judged
    }
    wanted = {(ref, other) for ref in judged for other in judged[ref]}
    found = {(ref, other) for ref in given for other in given[ref]}
    f1 = 2 * len(wanted & found) / (len(wanted) + len(found))
    ranks = []
    for ref, others in judged.items():
        close = {other for other, grade in others.items() if grade == 2}
        if close:
            hits = [rank for rank, other in enumerate(given[ref], 1) if other in close]
            ranks.append(1 / hits[0] if hits else 0.0)
    assert f1 >= 0.82
    assert sum(ranks) / len(ranks) >= 0.95


def _given(judged: Judged) -> set[tuple[str, str]]:
    """The old and new labels of all forerunners given between two resolutions."""
    old, new = _ready(judged.old), _ready(judged.new)
    return {
        (kin.located.paragraph.label, row.label)
        for place, row in enumerate(new.paragraphs)
        for kin in forerunners(new, place, [old])
    }


@pytest.fixture(scope="module")
def resolutions() -> list[Judged]:
    """The judged pairs of real resolutions that are here; reading them takes its time."""
    return real()


def test_a_resolution_has_its_forerunners_in_that_of_the_year_before(resolutions: list[Judged]) -> None:
    yearly = [judged for judged in (*resolutions, *written()) if len(judged.pairs) > 10]
    given = {judged.name: _given(judged) - judged.either for judged in yearly}
    right = sum(len(given[judged.name] & judged.pairs) for judged in yearly)
    wanted = sum(len(judged.pairs) for judged in yearly)
    assert 2 * right / (wanted + sum(map(len, given.values()))) >= 0.95


def test_resolutions_on_different_subjects_share_little(resolutions: list[Judged]) -> None:
    for judged in resolutions:
        if len(judged.pairs) < 10:
            given = {new for _, new in _given(judged) - judged.either}
            assert len(given) <= len(judged.new.paragraphs) / 8, judged.name
