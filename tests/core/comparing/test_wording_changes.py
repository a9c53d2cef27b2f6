"""Insertions and deletions between two texts, and what they say of verb and qualifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.comparing.wording_changes import Edit, Piece, changed, new_text, pieces_of
from core.language.strength import Weight

_WORDS = st.sampled_from(
    [
        "to",
        "urge",
        "States",
        ",",
        ".",
        " ",
        "  ",
        "\n",
        "to ",
        "encourage ",
        "as appropriate",
        "各国",
        "国",
        "ـ",
        "’",
    ]
)
_TEXTS = st.lists(_WORDS, max_size=25).map("".join) | st.text(max_size=40)


@given(_TEXTS, _TEXTS)
def test_both_texts_are_read_off_the_pieces_to_the_letter(old: str, new: str) -> None:
    pieces = pieces_of(old, new)
    assert "".join(piece.text for piece in pieces if piece.edit is not Edit.INSERTED) == old
    assert new_text(pieces) == new
    assert all(piece.text for piece in pieces)


@given(_TEXTS)
def test_a_text_has_no_changes_from_itself(text: str) -> None:
    assert all(piece.edit is Edit.SAME for piece in pieces_of(text, text))


def test_one_changed_word_is_one_deletion_and_one_insertion() -> None:
    assert pieces_of("Urges all States to report;", "Encourages all States to report;") == (
        Piece(Edit.DELETED, "Urges"),
        Piece(Edit.INSERTED, "Encourages"),
        Piece(Edit.SAME, " all States to report;"),
    ) or pieces_of("Urges all States to report;", "Encourages all States to report;") == (
        Piece(Edit.DELETED, "Urges "),
        Piece(Edit.INSERTED, "Encourages "),
        Piece(Edit.SAME, "all States to report;"),
    )


def test_a_weaker_verb_and_new_qualifiers_are_named() -> None:
    change = changed(
        "Urges all States to mark weapons;",
        "Encourages all States, as appropriate, to mark weapons on a voluntary basis;",
        "en",
    )
    assert change.weight is Weight.WEAKER
    assert change.sentences == (
        "urge → encourage: weaker",
        "“as appropriate” added",
        "“on a voluntary basis” added",
    )


def test_a_dropped_qualifier_is_named_and_verbs_without_order_have_no_weight() -> None:
    change = changed("Recalls, within existing resources, its decision;", "Welcomes its decision;", "en")
    assert change.weight is None
    assert change.dropped == ("within existing resources",)
    assert change.sentences[0] == "recall → welcome"


def test_a_chapeau_carries_the_verb_of_an_infinitive() -> None:
    change = changed(
        "To ensure marking;",
        "To ensure marking;",
        "en",
        old_chapeau="States undertake:",
        new_chapeau="Invites States:",
    )
    assert change.is_none
    assert change.weight is Weight.WEAKER


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a b", "a b", "same words"),
        ("a b.", "a b;", "punctuation or spacing"),
        ("a b", "a b c", "1 word inserted"),
        ("a b c d", "a d", "2 words deleted"),
    ],
)
def test_a_change_is_told_in_one_line(old: str, new: str, told: str) -> None:
    assert changed(old, new, "en").summary == told


def test_chapeaux_of_one_strength_make_no_change_of_verb() -> None:
    change = changed(
        "To mark;", "To mark weapons;", "en", old_chapeau="States agreed:", new_chapeau="States undertake:"
    )
    assert change.sentences == ()


def test_a_qualifier_that_the_other_text_has_in_its_chapeau_is_neither_added_nor_dropped() -> None:
    chapeau, words = "States resolve, as appropriate:", "Encourages States, as appropriate, to mark weapons;"
    change = changed("To mark weapons;", words, "en", old_chapeau=chapeau)
    assert change.added == ()
    change = changed(words, "To mark weapons;", "en", new_chapeau=chapeau)
    assert change.dropped == ()
    assert changed("To mark weapons;", words, "en").added == ("as appropriate",)
