"""Texts that share wording."""

from core.language.same_words import apart, carries, clauses_quoted, is_quoted

TEXT = "To reinforce efforts to mark, record and trace small arms and light weapons in accordance with it"


def test_words_in_quotation_marks_are_found_in_their_paragraph() -> None:
    draft = "We recall that States agreed “[t]o reinforce efforts to mark, record and trace small arms”."
    assert is_quoted(TEXT, clauses_quoted([draft.replace("[t]o ", "to ")]))
    assert is_quoted(TEXT, clauses_quoted(['As said: "reinforce efforts to mark, record and trace".']))
    assert not is_quoted(TEXT, clauses_quoted(["We recall efforts to mark, record and trace small arms."]))


def test_a_few_words_in_quotation_marks_are_no_quotation() -> None:
    assert clauses_quoted(["the so-called “small arms and light weapons”"]) == []


def test_a_text_is_told_apart_from_what_it_quotes() -> None:
    own, quoted = apart(f"We recall “{TEXT}” and the “small arms”.")
    assert (own, quoted) == ("We recall   and the “small arms”.", TEXT)


def test_much_of_the_wording_is_carried_or_not() -> None:
    words = TEXT.lower().replace(",", "").split()
    assert carries(words, ["states", "undertake", *words[:12], "and", "more", "of", "it"])
    assert carries(words[:12], words)
    assert not carries(words, ["to", "strengthen", "responses", "to", "requests", "on", "marks", "in", "it"])
    assert not carries(words[:4], words[:4])
