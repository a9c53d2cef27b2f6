import pytest

from core.errors import NameplateError
from core.meaning.thesaurus import Entry, Thesaurus, parse_sheet

TEXT = """
# a remark
ignore en: how, get

[homemade] privately made weapons
topic: manufacture
up: manufacture
near: printing
en: ghost gun, homemade gun
en say: DIY gun
en find: privately made
fr: arme artisanale

[manufacture]
en: manufacture
[printing] 3D printing
en name: additive manufacturing
zh: 三维打印，3D打印
"""


def made(*texts: str) -> Thesaurus:
    return Thesaurus(parse_sheet(text) for text in texts)


def test_terms_are_for_queries_for_texts_or_for_both() -> None:
    concept = made(TEXT).concepts["homemade"]
    assert concept.label == "privately made weapons"
    assert concept.said["en"] == ("ghost gun", "homemade gun", "DIY gun")
    assert concept.written["en"] == ("ghost gun", "homemade gun", "privately made")
    assert concept.written["fr"] == concept.said["fr"] == ("arme artisanale",)
    assert concept.topics == ("manufacture",)
    assert concept.related == ("printing",)


def test_narrower_concepts_are_those_that_name_a_broader_one() -> None:
    concepts = made(TEXT).concepts
    assert concepts["manufacture"].narrower == ("homemade",)
    assert concepts["manufacture"].label == "manufacture"


def test_a_name_is_said_and_written_besides() -> None:
    concept = made(TEXT).concepts["printing"]
    assert concept.names["en"] == concept.said["en"] == concept.written["en"] == ("additive manufacturing",)


def test_commas_of_every_script_divide_terms() -> None:
    assert made(TEXT).concepts["printing"].said["zh"] == ("三维打印", "3D打印")


def test_words_to_ignore_are_by_language() -> None:
    assert made(TEXT).ignored == {"en": {"how", "get"}}


def test_a_later_file_adds_to_a_concept_and_takes_away() -> None:
    both = made(TEXT, "[homemade]\nen: - ghost gun, kitchen gun\nru: самодельное оружие")
    concept = both.concepts["homemade"]
    assert concept.said["en"] == ("homemade gun", "DIY gun", "kitchen gun")
    assert concept.said["ru"] == ("самодельное оружие",)
    assert concept.label == "privately made weapons"


def test_a_persons_own_entries_make_another_thesaurus() -> None:
    before = made(TEXT)
    after = before.with_own(
        [Entry("jargon", "our jargon", related=("homemade",), said={"en": ("thingummy",)})]
    )
    assert after.concepts["jargon"].said["en"] == ("thingummy",)
    assert "jargon" not in before.concepts


def test_a_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(NameplateError, match=r"Line 2 of own\.txt cannot be read: “en = gun”"):
        parse_sheet("[a] b\nen = gun", "own.txt")
    with pytest.raises(NameplateError, match="Line 1"):
        parse_sheet("en: gun")


def test_a_concept_that_there_is_not_is_refused() -> None:
    with pytest.raises(NameplateError, match="no concept “nowhere”, which “a” refers to"):
        made("[a] b\nup: nowhere")
