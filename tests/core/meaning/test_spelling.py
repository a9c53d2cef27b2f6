"""Words typed wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.meaning.spelling import nearest, worth_correcting

KNOWN = ("ammunition", "kalashnikov", "brokering", "broken", "tracing", "training", "weapons")
WORDS = st.text("abcdef", min_size=8, max_size=14)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("amunition", "ammunition"),
        ("kalashnikoff", "kalashnikov"),
        ("brokring", "brokering"),
        ("trasing", "tracing"),
        ("waepons", "weapons"),
        ("haiti", None),
        ("xmmunition", None),
        ("kalishnekoff", None),
    ],
)
def test_the_nearest_known_word(typed: str, meant: str | None) -> None:
    assert nearest(typed, KNOWN) == meant


def test_of_words_as_near_the_first_given_wins() -> None:
    assert nearest("broking", ("broming", "broling")) == "broming"


def test_short_words_and_such_with_figures_are_left_alone() -> None:
    assert not worth_correcting("gnus")
    assert not worth_correcting("sdg16")
    assert worth_correcting("wepons")


@given(WORDS, st.integers(1, 7))
def test_a_letter_left_out_or_swapped_is_found(word: str, place: int) -> None:
    assert nearest(word[:place] + word[place + 1 :], (word,)) == word
    swapped = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    assert nearest(swapped, (word,)) == word


@given(WORDS)
def test_a_known_word_is_nearest_to_itself(word: str) -> None:
    assert nearest(word, ("zzzzzzzz", word)) == word
