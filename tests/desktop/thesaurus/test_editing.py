"""Writing into the thesaurus a word at a time."""

import pytest

from core.errors import NameplateError
from db.work import Work
from desktop.searching.hit_rows import found_by
from desktop.searching.jobs import search
from desktop.thesaurus.editing import (
    Origin,
    Use,
    Word,
    add_reference,
    add_word,
    bring_back,
    listed,
    new_concept,
    rename,
    shown,
    take_reference,
    take_word,
)

CONCEPT = "privately-made"


def word(work: Work, words: str, concept: str = CONCEPT) -> Word:
    """A word as it is shown."""
    return next(each for each in shown(work, concept).words if each.words == words)


def test_a_word_of_ones_own_finds_what_the_concept_finds(work: Work) -> None:
    add_word(work, CONCEPT, "  garage  blaster ", Use.SAY, "en")
    assert word(work, "garage blaster") == Word("garage blaster", "en", Use.SAY, Origin.OWN)
    hit = search(work, "garage blaster", meaning=True)[0]
    assert hit.reference == "BMS8/37" and "privately made weapon" in found_by(hit)
    take_word(work, CONCEPT, word(work, "garage blaster"))
    assert work.thesaurus.own() == []


def test_a_word_of_the_programs_is_struck_and_brought_back(work: Work) -> None:
    take_word(work, CONCEPT, word(work, "ghost gun"))
    assert word(work, "ghost gun").origin is Origin.TAKEN
    assert shown(work, CONCEPT).origin is Origin.CHANGED
    bring_back(work, CONCEPT, word(work, "ghost gun"))
    assert word(work, "ghost gun").origin is Origin.PROGRAM
    assert shown(work, CONCEPT).origin is Origin.PROGRAM


@pytest.mark.parametrize("bad", ["a, b", "…", "-gun", "x" * 300])
def test_what_cannot_be_a_word_is_told_in_a_sentence(work: Work, bad: str) -> None:
    with pytest.raises(NameplateError):
        add_word(work, CONCEPT, bad, Use.TERM, "en")


def test_a_word_is_not_added_twice(work: Work) -> None:
    add_word(work, CONCEPT, "garage blaster", Use.TERM, "en")
    with pytest.raises(NameplateError, match="there already"):
        add_word(work, CONCEPT, "garage blaster", Use.TERM, "en")


def test_a_new_concept_with_words_is_found_by_any_of_them(work: Work) -> None:
    concept = new_concept(work, "  Zebra  crossings ")
    assert concept == "zebra-crossings"
    add_word(work, concept, "record-keeping", Use.FIND, "en")
    add_reference(work, concept, "topics", "tracing")
    add_reference(work, concept, "broader", "marking")
    now = shown(work, concept)
    assert (now.label, now.origin, now.own_topics) == ("Zebra crossings", Origin.OWN, ("tracing",))
    entry = next(each for each in listed(work) if each.concept == concept)
    assert entry.origin is Origin.OWN and "record-keeping" in entry.sought
    take_reference(work, concept, "broader", "marking")
    rename(work, concept, "Zebras")
    assert (shown(work, concept).broader, shown(work, concept).label) == ((), "Zebras")
    add_word(work, concept, "zebra", Use.SAY, "en")
    assert "found by “record-keeping”" in {found_by(hit) for hit in search(work, "zebra", meaning=True)}


def test_two_concepts_of_one_label_are_one_too_many(work: Work) -> None:
    with pytest.raises(NameplateError, match="already"):
        new_concept(work, "Privately Made Weapons")
    with pytest.raises(NameplateError):
        new_concept(work, "  ")


def test_a_label_without_latin_letters_has_a_name_all_the_same(work: Work) -> None:
    assert new_concept(work, "أسلحة جديدة") == "own"
    assert new_concept(work, "新武器") == "own-2"
