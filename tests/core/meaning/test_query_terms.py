"""What the words of a query name."""

from __future__ import annotations

import re

import pytest

from core.meaning.query_terms import SaidTerms
from core.meaning.thesaurus import Thesaurus, parse_sheet

SHEET = """
ignore en: how, must, each, other, to, old, where, a
alike en: gun, firearm, rifle
alike en: seized, confiscated
[weapons] small arms
en: gun, rifle, firearm
[seized] seized weapons
en say: seized gun
[tracing] tracing
en say: where a gun came from
[coordination] coordination
en say: agencies talk to each other
[surplus] surplus
en say: old gun
[manufacture] manufacture
en say: manufacturing
[industry] industry
en say: manufacturers, NGO
[meetings] meetings
en say: dates
[data] data
es: dat
"""


def divide(text: str, _language: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return [re.sub("(ing|er|e)?s?$", "", word) for word in words if word not in ("the", "of")]


@pytest.fixture(scope="module")
def terms() -> SaidTerms:
    return SaidTerms(Thesaurus([parse_sheet(SHEET)]), ("en", "es"), divide)


def named(terms: SaidTerms, query: str, *without: str) -> list[tuple[str, tuple[str, ...]]]:
    words = query.split()
    return [
        (" ".join(words[place] for place in places), tuple(each.id for each in concepts))
        for places, concepts in terms.groups(words, without)
    ]


def test_groups_may_share_a_word(terms: SaidTerms) -> None:
    assert named(terms, "where a seized gun came from") == [
        ("where a gun came from", ("tracing",)),
        ("seized gun", ("seized",)),
    ]


def test_words_that_tell_nothing_may_stand_within_a_term(terms: SaidTerms) -> None:
    assert named(terms, "agencies must talk to each other") == [
        ("agencies must talk to each other", ("coordination",))
    ]


def test_a_short_term_has_no_telling_word_within(terms: SaidTerms) -> None:
    assert named(terms, "seized ivory gun") == [("seized", ()), ("ivory", ()), ("gun", ("weapons",))]


def test_words_that_are_alike_stand_for_one_another_within_a_term(terms: SaidTerms) -> None:
    assert named(terms, "confiscated rifles") == [("confiscated rifles", ("seized",))]
    assert named(terms, "confiscated") == [("confiscated", ())]


def test_a_word_that_tells_nothing_names_nothing_alone(terms: SaidTerms) -> None:
    assert named(terms, "old") == []
    assert named(terms, "old gun") == [("old gun", ("surplus",))]


def test_forms_of_one_stem_name_all_its_concepts(terms: SaidTerms) -> None:
    assert named(terms, "manufacturer") == [("manufacturer", ("manufacture", "industry"))]


def test_a_word_as_it_was_typed_wins_over_another_language(terms: SaidTerms) -> None:
    assert named(terms, "dates") == [("dates", ("meetings",))]
    assert named(terms, "dat") == [("dat", ("data",))]


def test_the_plural_of_an_abbreviation_is_known(terms: SaidTerms) -> None:
    assert named(terms, "ngos") == [("ngos", ("industry",))]


def test_a_concept_may_be_left_out(terms: SaidTerms) -> None:
    assert named(terms, "seized gun", "seized") == [("seized", ()), ("gun", ("weapons",))]
