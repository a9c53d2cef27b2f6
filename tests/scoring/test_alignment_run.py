"""A run on judged resolutions: what became of a paragraph must not be told worse than it is.

What is asserted lies a little below the figures reached, so that it fails where something breaks. The texts
in ``held_back`` were not looked at while the rules were made.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from core.comparing.comparison import Fate
from tests.scoring.alignment import HERE, Judged, compared_pair, f1_of, real, scored, written


def test_the_pairs_we_worked_with_are_found() -> None:
    assert f1_of(map(scored, written())) >= 0.985


def test_the_pairs_held_back_are_found() -> None:
    assert f1_of(map(scored, written(HERE / "held_back"))) >= 0.98


def test_the_pairs_judged_in_real_resolutions_are_found() -> None:
    judged = real()
    if not judged:
        pytest.skip("the real resolutions are not here")
    assert f1_of(map(scored, judged)) >= 0.99


@pytest.mark.parametrize("folder", [HERE, HERE / "held_back"])
def test_the_same_words_are_called_the_same_and_no_others(folder: Path) -> None:
    for judged in written(folder):
        for row in compared_pair(judged).rows:
            if row.a is not None and row.b is not None:
                assert (row.fate is Fate.SAME) == (row.a.text == row.b.text)


def test_every_paragraph_of_resolutions_on_different_subjects_may_be_new() -> None:
    """Two resolutions share formulas; that does not make one the other's successor."""
    subjects = written()
    for one, other in itertools.pairwise(subjects):
        crossed = Judged("crossed", one.old, other.old, frozenset())
        assert len(scored(crossed).wrong) <= 2  # the closing decision, and the report asked for
