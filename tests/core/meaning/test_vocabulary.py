import re
from collections.abc import Sequence

import pytest

from core.meaning.thesaurus import Thesaurus, parse_sheet
from core.meaning.vocabulary import EXACT, Said, Unit, Vocabulary, rarity

SHEET = """
ignore en: how, must, be, to
[weapons] small arms
en: weapon, gun
[homemade] privately made weapons
up: weapons
near: printing
en: ghost gun
en say: homemade gun, built at home
en find: privately made weapon
[printing] 3D printing
en: additive manufacturing
[records] record-keeping
en say: how long files
en find: =records, maintenance of registers
[instrument] International Tracing Instrument
en: ITI
en name: International Tracing Instrument
[tracing] tracing
en: tracing
"""


def divide(text: str, _language: str) -> list[str]:
    """Words without an "s" at their end, but for "the" and "of"."""
    if text.startswith(EXACT):
        return [text]
    words = re.findall(r"\w+", text.lower())
    return [word.removesuffix("s") for word in words if word not in ("the", "of")]


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(Thesaurus([parse_sheet(SHEET)]), divide)


def units(vocabulary: Vocabulary, query: str) -> list[Unit]:
    return vocabulary.units(query.lower().split(), ["en"])


def said(vocabulary: Vocabulary, text: str, forms: Sequence[tuple[str, int]] = ()) -> Said:
    return Said("en", vocabulary.joined(divide(text, "en"), "en"), [], forms)


def named(vocabulary: Vocabulary, query: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(unit.typed, tuple(each.id for each in unit.concepts)) for unit in units(vocabulary, query)]


def test_the_longest_term_is_recognised(vocabulary: Vocabulary) -> None:
    assert named(vocabulary, "homemade guns") == [("homemade guns", ("homemade",))]
    assert named(vocabulary, "homemade soup guns") == [
        ("homemade", ()),
        ("soup", ()),
        ("guns", ("weapons",)),
    ]


def test_empty_words_may_stand_within_a_term_and_mean_nothing_alone(vocabulary: Vocabulary) -> None:
    assert named(vocabulary, "how long must files be") == [("how long must files", ("records",))]
    assert named(vocabulary, "how to") == [("how", ()), ("to", ())]


def test_several_names_of_a_concept_are_one_unit(vocabulary: Vocabulary) -> None:
    assert named(vocabulary, "ghost guns built at home") == [("ghost guns built at home", ("homemade",))]


def test_abbreviations_are_known_in_the_plural(vocabulary: Vocabulary) -> None:
    assert named(vocabulary, "itis") == [("itis", ("instrument",))]


def test_words_typed_count_more_than_others_of_the_concept_and_those_around_it_less(
    vocabulary: Vocabulary,
) -> None:
    (unit,) = units(vocabulary, "homemade guns")
    shares = [
        said(vocabulary, text).share(unit)
        for text in (
            "on homemade guns",
            "on privately made weapons",
            "on all the weapons",
            "on additive manufacturing",
            "on nothing at all",
        )
    ]
    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == 5
    assert shares[-1] == 0


def test_the_words_of_a_phrase_must_stand_near_one_another(vocabulary: Vocabulary) -> None:
    (unit,) = units(vocabulary, "how long files")
    near = said(vocabulary, "the maintenance of all such registers")
    far = said(
        vocabulary, "the maintenance of roads and a great many other things that cost money and registers"
    )
    assert near.share(unit) > 0
    assert far.share(unit) == 0


def test_an_exact_word_is_found_in_this_form_alone(vocabulary: Vocabulary) -> None:
    (unit,) = units(vocabulary, "how long files")
    assert vocabulary.exact("en") == {"records"}
    assert said(vocabulary, "to record").share(unit) == 0
    assert said(vocabulary, "the records", [("=records", 0)]).share(unit) > 0


def test_the_words_of_a_proper_name_are_not_found_by_themselves(vocabulary: Vocabulary) -> None:
    (tracing,) = units(vocabulary, "tracing")
    (instrument,) = units(vocabulary, "ITI")
    text = said(vocabulary, "implementing the International Tracing Instrument")
    assert text.share(tracing) == 0
    assert text.share(instrument) > 0


def test_what_few_paragraphs_say_tells_more() -> None:
    assert rarity(1000, 3) > rarity(1000, 300) > rarity(1000, 1000) > 0
