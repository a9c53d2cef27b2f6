"""Which paragraphs of other documents carry the same language, and that formulas do not make kin."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents import Document, Kind
from core.forerunners import Kin, forerunners, successors
from core.language.collection import Collection, collected
from core.language.sharing import Text, likeness, shared_runs
from core.language.telling import surprises
from core.language.words import own_words, terms, without_editing
from db.stems import stem
from tests.db.samples import document, row

FORMULA = "in the full and effective implementation of the Programme of Action in all its aspects"
THEMES = (
    "border control by customs officers",
    "safe storage of seized pistols",
    "training of forensic laboratories",
    "destruction of surplus rifles",
    "participation of young people",
    "brokering licences and registers",
    "reports on embargo violations",
    "marking of polymer frames",
)


def made(symbol: str, year: int, *lines: str, language: str = "en") -> Collection:
    rows = [row(str(nth), text) for nth, text in enumerate(lines, 1)]
    whole: Document = document(symbol, "", rows, date=dt.date(year, 1, 1), language=language)
    return collected(whole, whole.paragraphs, stem)


def refs(kin: list[Kin]) -> list[str]:
    return [each.located.reference for each in kin]


EARLIER = made("A/1", 2018, *(f"To strengthen {theme} {FORMULA}." for theme in THEMES))
LATER = made(
    "A/2",
    2022,
    f"To reinforce {THEMES[3]} {FORMULA}, where appropriate.",
    f"To consider the scheduling of side events {FORMULA}.",
    "To reinforce the destruction of surplus rifles.",
)


def test_the_commitment_counts_and_not_the_formula_around_it() -> None:
    assert refs(forerunners(LATER, 0, [EARLIER])) == ["A/1/4"]


def test_what_shares_only_a_formula_has_no_forerunner() -> None:
    assert forerunners(LATER, 1, [EARLIER]) == []


def test_a_short_quotation_inside_a_long_paragraph_is_found_from_both_sides() -> None:
    assert refs(forerunners(LATER, 2, [EARLIER])) == ["A/1/4"]
    assert "A/2/1" in refs(successors(EARLIER, 3, [LATER]))


def test_only_earlier_documents_have_forerunners_and_only_later_ones_successors() -> None:
    assert forerunners(EARLIER, 3, [LATER, EARLIER]) == []
    assert successors(LATER, 0, [EARLIER, LATER]) == []


def test_a_document_without_a_date_has_neither() -> None:
    undated = document("A/9", "", [row("1", f"To reinforce {THEMES[3]}.")], date=None)
    collection = collected(undated, undated.paragraphs, stem)
    assert forerunners(collection, 0, [EARLIER]) == successors(collection, 0, [LATER]) == []


def test_another_language_is_not_compared() -> None:
    french = made("A/1", 2018, f"To strengthen {THEMES[3]} {FORMULA}.", language="fr")
    assert forerunners(LATER, 0, [french]) == []


def test_the_same_words_are_wholly_alike() -> None:
    again = made("A/3", 2023, *(f"To strengthen {theme} {FORMULA}." for theme in THEMES))
    found = forerunners(again, 5, [EARLIER])
    assert (refs(found), found[0].similarity) == (["A/1/6"], 1.0)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        (
            "fr",
            "Encourager les États à marquer les armes saisies",
            "Encourager tous les États à marquer ces armes saisies",
        ),
        (
            "ru",
            "Поощрять государства маркировать изъятое оружие",
            "Поощрять все государства маркировать изъятое оружие",
        ),
        ("ar", "تشجيع الدول على وسم الأسلحة المضبوطة", "تشجيع جميع الدول على وسم الأسلحة المضبوطة"),
        ("zh", "鼓励各国在运输之前标记缴获的武器", "鼓励所有国家在运输之前标记缴获的武器"),
        ("es", "Alentar a los Estados a marcar las armas", "Alentar a todos los Estados a marcar las armas"),
    ],
)
def test_every_language_has_forerunners(language: str, old: str, new: str) -> None:
    before = made("A/1", 2018, old, language=language)
    after = made("A/2", 2022, new, language=language)
    assert refs(forerunners(after, 0, [before])) == ["A/1/1"]


def test_headings_agendas_and_unnumbered_words_are_not_compared() -> None:
    rows = [row("", "Follow-up", kind=Kind.HEADING), row("1", "Opening", kind=Kind.AGENDA), row("", "Words")]
    whole = document("A/1", "", rows, date=dt.date(2018, 1, 1))
    assert collected(whole, whole.paragraphs, stem).paragraphs == ()


def test_what_a_summary_changed_in_a_quotation_is_undone() -> None:
    assert without_editing("[t]o reaffirm[ed] the[ir] [ITI]") == "to reaffirm the ITI"
    summary = row("1", "States “[t]o urge[d] action”, it says.", kind=Kind.SUMMARY, quoted=((8, 27),))
    assert own_words(summary) == "to urge action"


def test_spelling_and_inflection_do_not_count() -> None:
    assert terms("Recognizing programmes", "en", stem) == terms("recognised program", "en", stem)


def test_the_rest_of_a_formula_tells_little_and_a_rare_word_much() -> None:
    texts = [f"to protect {each} under this very programme".split() for each in ("a", "b", "c", "d", "e")]
    first = surprises(texts)[0]
    assert first[6] < first[2]
    assert first[2] == max(first)


_TERMS = st.lists(st.sampled_from("abcdef"), max_size=12).map(tuple)


@given(_TERMS, _TERMS)
def test_shared_runs_are_in_both_and_do_not_overlap(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    runs = shared_runs(one, other)
    for a, b, length in runs:
        assert one[a : a + length] == other[b : b + length]
    ours = [n for a, _, length in runs for n in range(a, a + length)]
    theirs = [n for _, b, length in runs for n in range(b, b + length)]
    assert len(ours) == len(set(ours))
    assert len(theirs) == len(set(theirs))
    assert sorted(one[n] for n in ours) == sorted(other[n] for n in theirs)
    assert len(ours) == sum(min(one.count(term), other.count(term)) for term in set(one))


@given(_TERMS, _TERMS)
def test_likeness_is_the_same_both_ways_and_between_nothing_and_one(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    a, b = Text(one, (1.0,) * len(one)), Text(other, (1.0,) * len(other))
    assert 0.0 <= likeness(a, b) <= 1.0
    if one:
        assert likeness(a, a) == 1.0
    if not set(one) & set(other):
        assert likeness(a, b) == 0.0
