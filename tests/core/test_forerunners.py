"""Which paragraphs of other documents carry the same language, and that formulas do not make kin."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents import Document, Kind
from core.forerunners import Kin, forerunners, successors
from core.language.collection import Collection, collected
from core.language.concepts import Concepts
from core.language.kinship import Matter, kinship, nearness, similarity
from core.language.sharing import Text, shared_runs
from core.language.telling import surprises
from core.language.words import divided, own_words, terms, titles, without_editing, words
from core.meaning.thesaurus import Thesaurus, load_thesaurus
from db.index.stems import stem
from db.index.vocabulary import thesaurus
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


def made(
    symbol: str, year: int, *lines: str, language: str = "en", known: Thesaurus | None = None
) -> Collection:
    rows = [row(str(nth), text) for nth, text in enumerate(lines, 1)]
    whole: Document = document(symbol, "", rows, date=dt.date(year, 1, 1), language=language)
    return collected(whole, whole.paragraphs, stem, known)


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


def test_a_commitment_in_other_words_is_found_by_what_it_speaks_of() -> None:
    old = ("To keep records of seized weapons.", "To train customs officers.", "To burn rifles for good.")
    new = ("To make destroyed small arms permanently inoperable.", "To let young people take part.")
    known = load_thesaurus(
        [
            (
                "own",
                "[destruction] destruction\nen: destroyed, burn rifles\n"
                "[permanence] permanence\nen: for good, permanently inoperable\n"
                "[customs] customs\nen: customs officers\n[records] records\nen: keep records\n"
                "[youth] youth\nen: young people\n",
            )
        ]
    )
    before, after = made("A/1", 2018, *old, known=known), made("A/2", 2022, *new, known=known)
    assert refs(forerunners(after, 0, [before])) == ["A/1/3"]
    assert refs(successors(before, 2, [after])) == ["A/2/1"]
    assert forerunners(after, 1, [before]) == []
    assert forerunners(made("A/2", 2022, *new), 0, [made("A/1", 2018, *old)]) == []


def test_a_preamble_recalls_what_the_text_undertakes_only_in_nearly_the_same_words() -> None:
    old = document("A/1", "", [row("1", "To mark polymer frames by laser.")], date=dt.date(2018, 1, 1))
    earlier = collected(old, old.paragraphs, stem)

    def later(kind: Kind, text: str) -> Collection:
        new = document("A/2", "", [row("pp.1", text, kind=kind)], date=dt.date(2022, 1, 1))
        return collected(new, new.paragraphs, stem)

    loose, same = "Recalling new ways to mark polymer frames of pistols,", "To mark polymer frames by laser."
    assert refs(forerunners(later(Kind.PREAMBULAR, same), 0, [earlier])) == ["A/1/1"]
    as_text = forerunners(later(Kind.OPERATIVE, loose), 0, [earlier])
    as_preamble = forerunners(later(Kind.PREAMBULAR, loose), 0, [earlier])
    assert as_text and (not as_preamble or as_preamble[0].similarity < as_text[0].similarity)


TITLE = (
    "the Programme of Action to Prevent, Combat and Eradicate the Illicit Trade in Arms in All Its Aspects"
)


def test_the_title_of_an_instrument_makes_no_kin_however_long_it_is() -> None:
    old = made("A/1", 2018, f"Encourages donors to pay for workshops on {TITLE}.", "Welcomes the report.")
    new = made("A/2", 2022, f"Regrets that few police officers have read {TITLE}.", "Meets in May.")
    assert forerunners(new, 0, [old]) == []


def test_documents_on_different_subjects_must_be_more_alike() -> None:
    closing = "Requests the Secretary-General to report on the matter next year"
    arms = [f"To mark, trace and keep records of {each}." for each in ("pistols", "rifles", "revolvers")]
    ships = [f"To share the nautical charts of {each}." for each in ("reefs", "ports", "straits")]
    one = made("A/1", 2018, *arms, f"{closing}, with a list of markings.", known=thesaurus())
    same = made("A/2", 2022, *arms, f"{closing}, with a table of traces.", known=thesaurus())
    other = made("A/3", 2022, *ships, f"{closing}, with a table of depths.", known=thesaurus())
    near, far = (nearness(each.matters.profile, one.matters.profile) for each in (same, other))
    assert near > 0.8
    assert far < 0.5
    assert refs(forerunners(same, 3, [one])) == ["A/1/4"]


def test_titles_are_seen_by_their_capitals() -> None:
    text = f"Recalling {TITLE}, and the report of 3 May"
    [(start, end)] = titles(text)
    found = words(text, "en")
    assert (found[start], found[end - 1], end - start) == ("program", "aspects", 17)
    assert titles("Welcomes the Secretary-General") == titles("DECIDES TO REMAIN SEIZED") == titles("") == []
    assert titles("关于小武器") == titles("برنامج العمل") == []


def test_a_concept_is_named_by_its_terms_and_not_inside_a_proper_name() -> None:
    known = load_thesaurus(
        [
            (
                "own",
                "[trade] trade\nen: illicit trade\n[treaty] treaty\nen name: Treaty on Illicit Trade\n"
                "[import] import\nen: =imports\n[safe] safe storage\nen: safe storage\nnear: trade\n",
            )
        ]
    )
    concepts = Concepts(known, "en", stem)

    def named(text: str) -> dict[str, int]:
        return concepts.named(divided(text, "en", stem))

    assert named("To end the illicit trade") == {"trade": 3}
    assert named("To join the Treaty on Illicit Trade") == {"treaty": 3}
    assert named("of importance to imports") == {"import": 3}
    assert named("storing them in a safe, where storage is dry") == {"safe": 4}
    assert named("") == {}
    assert concepts.neighbours("safe") == ("trade",)


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


_CONCEPTS = st.dictionaries(st.sampled_from("uvw"), st.floats(0.1, 2.0), max_size=3)


@given(_TERMS, _TERMS, _CONCEPTS, _CONCEPTS)
def test_kinship_is_between_nothing_and_one(
    one: tuple[str, ...], other: tuple[str, ...], named: dict[str, float], also: dict[str, float]
) -> None:
    a, b = _matter(one, named), _matter(other, also)
    assert 0.0 <= kinship(a, b) <= similarity(a, b, kinship(a, b)) <= 1.0
    if one:
        assert kinship(a, a) == similarity(a, a, 1.0) == 1.0
    if not set(one) & set(other) and not set(named) & set(also) and one and named and also:
        assert kinship(a, b) == 0.0


def _matter(terms: tuple[str, ...], named: dict[str, float]) -> Matter:
    return Matter(Text(terms, (1.0,) * len(terms)), named, sum(each * each for each in named.values()))
