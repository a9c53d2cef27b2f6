"""A quotation is held against the words of the paragraph cited for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.quotation_check import is_verbatim, quotations_in
from core.statement_text import parse

TEXT = (
    "To reinforce efforts to mark, record and trace small arms and light weapons in accordance with the "
    "provisions of the International Tracing Instrument, including States' “national” records."
)


@pytest.mark.parametrize(
    "quoted",
    [
        TEXT,
        TEXT.rstrip("."),
        "to reinforce efforts to mark",
        "reinforce efforts to mark, record and trace small arms;",
        "To reinforce efforts … in accordance with the provisions of the International Tracing Instrument",
        "To reinforce efforts ... small arms and light weapons",
        "[t]o reinforce efforts to mark",
        "reinforc[ing] efforts to mark, record and trace",
        "States’ ‘national’ records",
        "mark,\u00a0record  and trace",
    ],
)
def test_what_is_allowed_or_shown_is_verbatim(quoted: str) -> None:
    assert is_verbatim(quoted, TEXT)


@pytest.mark.parametrize(
    "quoted",
    [
        "To reinforce our efforts to mark",
        "To reinforce efforts to mark and trace",
        "To reinforce efforts XALTEREDX to mark",
        "to trace … to mark, record",
        "To Reinforce efforts",
        "small weapons",
    ],
)
def test_other_words_are_not(quoted: str) -> None:
    assert not is_verbatim(quoted, TEXT)


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_any_stretch_of_a_text_is_verbatim(one: int, other: int) -> None:
    start, end = sorted((one, other))
    assert is_verbatim(TEXT[start:end], TEXT)


def test_a_quotation_belongs_to_the_citation_that_follows_it() -> None:
    blocks = parse(
        "> “one” … “two” [@BMS8, para. 62]\n\nHe said “three”. As “four” [@BMS8, para. 63] and “five”.\n"
    )
    found = [(quoted.words, str(quoted.reference)) for quoted in quotations_in(blocks)]
    assert found == [
        ("one", "BMS8/62"),
        ("two", "BMS8/62"),
        ("three", "BMS8/63"),
        ("four", "BMS8/63"),
    ]
