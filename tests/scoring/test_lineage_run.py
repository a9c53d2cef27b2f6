"""A run on the judged paragraphs of the evaluation data: forerunners must not become worse than they are.

The judgements do not come with the program; where they are absent this is skipped. What is asserted lies a
little below the figures reached (docs/decisions), so that it fails where something breaks.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.forerunners import forerunners
from core.language.collection import Collection, collected
from db.stems import stem
from importers.importing import read_bytes
from resources.paths import library_files

JUDGED = Path(__file__).parents[3] / "shared" / "evaluation" / "development.json"

pytestmark = pytest.mark.skipif(not JUDGED.is_file(), reason="the judgements are not here")


def _library() -> dict[str, Collection]:
    found = {}
    for path in library_files():
        whole = read_bytes(path.read_bytes(), path.name).document
        found[whole.short] = collected(whole, whole.paragraphs, stem)
    return found


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
    assert f1 >= 0.74
    assert sum(ranks) / len(ranks) >= 0.85
