"""A second look at what was compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.meaning.second_look import Compared, looked_at_again


def compared(score: float, *concepts: str, section: str = "", place: int = 0) -> Compared:
    return Compared(score, frozenset(concepts), section or f"{concepts}{score}", place)


def test_what_names_the_concepts_of_the_best_rises() -> None:
    among = [compared(0.0, f"other-{nth}") for nth in range(10)]
    best, kin, strange = looked_at_again(
        [
            compared(1.0, "training", "fellowship"),
            compared(0.2, "fellowship"),
            compared(0.2, "borders"),
            *among,
        ]
    )[:3]
    assert best > kin > strange


def test_a_neighbour_of_a_good_answer_under_its_heading_rises() -> None:
    found = looked_at_again(
        [
            compared(1.0, "women", section="a", place=4),
            compared(0.2, section="a", place=5),
            compared(0.2, section="a", place=9),
            compared(0.2, section="b", place=3),
        ]
    )
    assert found[1] > found[2] == found[3]


def test_nothing_is_looked_at_again() -> None:
    assert looked_at_again([]) == []
    assert looked_at_again([compared(0.0), compared(0.0)]) == [0.0, 0.0]


@given(st.lists(st.builds(compared, st.floats(0, 1), st.sampled_from("abc"), st.sampled_from("cde"))))
def test_nobody_loses(found: list[Compared]) -> None:
    again = looked_at_again(found)
    assert len(again) == len(found)
    assert all(new >= each.score for new, each in zip(again, found, strict=True))
