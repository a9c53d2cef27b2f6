"""What may be written into the thesaurus, and the same as text and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents import LANGUAGES
from core.errors import NameplateError
from core.meaning.own_concepts import (
    checked,
    faults,
    from_sheet,
    own_concept,
    to_sheet,
    together,
    usable,
    with_own,
    without_references_to,
)
from core.meaning.thesaurus import OwnConcept, Thesaurus, concept_id, parse_sheet
from core.meaning.topics import TOPICS

KNOWN = ("marking", "tracing", "brokers", "guns")


one_term = st.sampled_from(
    ["kit gun", "=arms", "تتبع", "追查", "UN-led work", "[gun]", "# gun", "en: gun"]
) | st.text(st.characters(categories=["L", "N", "Zs", "Pd", "Ps", "Sm", "Cf"]), max_size=8).map(
    lambda text: f"a{text}"
)
terms = st.dictionaries(st.sampled_from(list(LANGUAGES)), st.lists(one_term, max_size=4).map(tuple))
names = st.lists(st.sampled_from(KNOWN[:3]), max_size=3).map(tuple)
concept = st.builds(
    lambda name, label, **rest: replace(own_concept(name, label), **rest),
    st.sampled_from(["guns", "3d-printing", "a1"]),
    st.text(st.characters(categories=["L", "N", "Zs", "P"]), max_size=20),
    topics=st.lists(st.sampled_from(list(TOPICS)), max_size=3).map(tuple),
    broader=names,
    related=names,
    said=terms,
    written=terms,
    names=terms,
    dropped=st.lists(one_term, max_size=3).map(tuple),
)


@given(st.lists(concept, max_size=3, unique_by=lambda own: own.concept))
def test_concepts_come_back_from_their_text(owns: list[OwnConcept]) -> None:
    kept = [checked(own, KNOWN) for own in owns]
    assert from_sheet(to_sheet(kept)) == kept


@given(concept)
def test_what_was_set_in_order_is_in_order(own: OwnConcept) -> None:
    kept = checked(own, KNOWN)
    assert checked(kept, KNOWN) == kept
    assert checked(together(kept, kept), KNOWN) == kept


@given(concept)
def test_nothing_typed_is_lost(own: OwnConcept) -> None:
    kept = checked(own, KNOWN)
    for before, after in ((own.said, kept.said), (own.written, kept.written), (own.names, kept.names)):
        for language, each in before.items():
            assert {" ".join(term.split()) for term in each} <= set(after.get(language, ()))
            assert set(kept.names.get(language, ())) <= set(after.get(language, ()))


@given(st.lists(concept, max_size=4))
def test_whatever_is_written_makes_a_thesaurus(owns: list[OwnConcept]) -> None:
    with_own(Thesaurus([parse_sheet("[marking] marking\nen: mark")]), owns)


def typed(**fields: object) -> OwnConcept:
    return replace(own_concept("ghost-guns", "ghost guns"), **fields)  # type: ignore[arg-type]


def test_terms_are_trimmed_and_given_once() -> None:
    kept = checked(typed(said={"en": ("  kit \n gun", "kit gun", "ghost gun"), "fr": ()}), KNOWN)
    assert kept.said == {"en": ("kit gun", "ghost gun")}


def test_names_are_said_and_written() -> None:
    kept = checked(typed(names={"en": ("Ghost Protocol",)}, said={"en": ("kit gun",)}), KNOWN)
    assert kept.said == {"en": ("kit gun", "Ghost Protocol")}
    assert kept.written == {"en": ("Ghost Protocol",)}


def test_what_is_given_is_not_taken_out() -> None:
    assert checked(typed(said={"en": ("kit gun",)}, dropped=("kit gun", "toy")), KNOWN).dropped == ("toy",)


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        (own_concept("Ghost Guns"), "cannot be the name of a concept; use small letters"),
        (own_concept(""), "cannot be the name of a concept"),
        (own_concept("-ghost"), "cannot be the name of a concept"),
        (own_concept("g" * 300), "cannot be the name of a concept"),
        (own_concept("guns", "a\0b"), "cannot be a label"),
        (typed(said={"en": ("  ",)}), "cannot be a term; type a word"),
        (typed(said={"en": ("–",)}), "cannot be a term; type a word"),
        (typed(written={"en": ("kit gun, ghost gun",)}), "holds a comma; give each term by itself"),
        (typed(said={"ar": ("سلاح، بندقية",)}), "holds a comma"),
        (typed(said={"en": ("-gun",)}), "without a hyphen before"),
        (typed(said={"en": ("= gun",)}), "after an equals sign stands a single word"),
        (typed(said={"en": ("g\ud800n",)}), "cannot be a term"),
        (typed(said={"de": ("Waffe",)}), "not one of the six languages; choose ar, zh, en"),
        (typed(topics=("guns",)), "There is no topic “guns”; the topics are marking, record-keeping"),
        (typed(broader=("nowhere",)), "There is no concept “nowhere”, which “ghost-guns” refers to"),
        (typed(related=("nowhere",)), "add it first, or take the reference out"),
        (typed(broader=("ghost-guns",)), "cannot be broader than, or related to, itself"),
    ],
)
def test_what_cannot_stand_is_told_in_a_sentence(own: OwnConcept, sentence: str) -> None:
    with pytest.raises(NameplateError, match=sentence):
        checked(own, KNOWN)


def test_a_topic_of_a_newer_program_is_kept() -> None:
    before = typed(topics=("quantum", "marking"))
    assert checked(typed(topics=("quantum",)), KNOWN, before).topics == ("quantum",)


def test_what_cannot_be_used_is_left_out_and_told() -> None:
    own = typed(
        broader=("nowhere", "marking"),
        related=("ghost-guns", "nowhere"),
        said={"en": (" ", "=", "kit gun"), "xx": ("gun",)},
    )
    kept = usable(own, KNOWN)
    assert (kept.broader, kept.related) == (("marking",), ())
    assert kept.said == {"en": ("kit gun",)}
    (fault,) = faults(own, (*KNOWN, "ghost-guns"))
    assert fault.startswith("The concept “ghost-guns” refers to “nowhere”, which is not there")


def test_two_lists_of_one_concept_go_together() -> None:
    one = typed(said={"en": ("kit gun", "toy gun")}, dropped=("printed gun",))
    other = replace(
        own_concept("ghost-guns", "ghost weapons"),
        said={"en": ("printed gun",), "fr": ("arme fantôme",)},
        dropped=("toy gun",),
    )
    both = together(one, other)
    assert both.label == "ghost weapons"
    assert both.said == {"en": ("kit gun", "printed gun"), "fr": ("arme fantôme",)}
    assert both.dropped == ("toy gun",)
    assert together(one, own_concept("ghost-guns")).label == "ghost guns"


def test_a_list_may_say_of_a_concept_in_several_places() -> None:
    (own,) = from_sheet("[guns] guns\nen: kit gun\n\n[guns]\nen say: toy\nen: - kit gun\n")
    assert (own.label, own.said, own.written) == ("guns", {"en": ("toy",)}, {})
    assert own.id == concept_id("guns")


def test_a_list_with_what_does_not_belong_there_is_refused() -> None:
    for line in ("ignore en: the", "alike en: gun, rifle"):
        with pytest.raises(NameplateError, match=r"take the lines “ignore …” and “alike …” out of o\.txt"):
            from_sheet(f"{line}\n[guns] guns", "o.txt")
    with pytest.raises(NameplateError, match=r"Line 2 of o\.txt cannot be read"):
        from_sheet("[guns] guns\nkit gun", "o.txt")


def test_references_are_taken_out() -> None:
    own = typed(broader=("marking", "guns"), related=("guns",))
    assert without_references_to(own, "guns") == typed(broader=("marking",))
