"""The grammar of thematic summaries on small texts: each test shows one rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents import Standing
from importers.lines import joint
from importers.passages import passages
from importers.quoting import quoted_spans
from importers.rows import Row
from importers.summaries import read_summary
from importers.text_reader import text_lines


def rows(text: str) -> dict[str, Row]:
    return {row.label: row for row in read_summary(text_lines(text)).rows if row.label}


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_spans(text)[0]]


def test_words_belong_to_the_reference_after_them() -> None:
    found = rows("Marking: States agreed to “mark” (III.1), and to “trace” (III.2).")
    assert {label: row.text for label, row in found.items()} == {
        "III.1": "States agreed to “mark”",
        "III.2": "and to “trace”",
    }
    assert found["III.1"].section == ("Marking",)


def test_words_after_the_last_reference_are_kept_without_a_label() -> None:
    reading = read_summary(text_lines("States act (I.1). More will follow."))
    assert [(row.label, row.text) for row in reading.rows] == [
        ("I.1", "States act"),
        ("", "More will follow."),
    ]


def test_a_letter_for_a_section_means_that_of_the_references_around_it() -> None:
    assert list(rows("a (II.30) b (A.31) c (II.32)")) == ["II.30", "II.31", "II.32"]


def test_a_letter_between_two_sections_is_not_guessed() -> None:
    reading = read_summary(text_lines("a (II.30) b (A.31) c (III.1)"))
    assert [row.label for row in reading.rows] == ["II.30", "", "III.1"]
    assert "A.31" in reading.warnings[0]


def test_two_references_in_a_row_share_their_words() -> None:
    found = rows("States “act” (II.5), (II.6).")
    assert found["II.5"].text == found["II.6"].text == "States “act”"
    assert any("Shares" in remark for remark in found["II.6"].remarks)


def test_a_vote_on_these_two_provisions_marks_the_two_before_it() -> None:
    found = rows("a (I.1) b (I.2) c (II.3). These two provisions were put to a vote (V.1-3). d (II.4)")
    assert [label for label, row in found.items() if row.standing is Standing.VOTE] == ["I.2", "II.3"]


def test_a_range_without_a_vote_marks_nothing() -> None:
    found = rows("a (I.1). Both were discussed at length (V.1-3).")
    assert [row.standing for row in found.values()] == [None]


@pytest.mark.parametrize(
    ("end", "start", "between"),
    [
        ("marking, record-", "keeping and", ""),
        ("in short-", "and long-term plans", " "),
        ("the years 2018-", "2024", " "),
        ("rules –", "as", " "),
        ("see https://example.org/a/", "b", ""),
        ("a and/or b/", "c", " "),
    ],
)
def test_lines_are_joined_with_a_space_unless_a_compound_or_an_address_was_cut(
    end: str, start: str, between: str
) -> None:
    assert joint(end, start) == between


def test_addresses_alone_at_a_page_foot_do_not_break_a_sentence() -> None:
    foot = "\n\nhttps://example.org/one\nhttps://example.org/two\n"
    text = f"States agreed to{foot} take measures.\n\n \n\nNext.\n\nOne\n\nmore.\n\n____\n"
    assert [passage.text for passage in passages(text_lines(text))] == [
        "States agreed to take measures.",
        "Next. One more.",
    ]


def test_an_address_after_a_colon_belongs_to_its_sentence() -> None:
    (passage,) = passages(text_lines("Found here:\nhttps://example.org/a?b=\nc. Read\nit."))
    assert passage.text == "Found here: https://example.org/a?b=c. Read it."


def test_no_lines_are_no_passages() -> None:
    assert passages([]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They “act” and “[t]o trace”.", ["act", "[t]o trace"]),
        ("They “ act ” now", ["act"]),
        ("“women’s affairs” and States’ laws", ["women’s affairs"]),
        ("They [i.e. “all”] act", []),
        ("They “act and trace", ["act and trace"]),
        ("They act” and trace", ["They act"]),
        ("“one” [i.e. ‘two’] and three 3’ [of it]", ["one", "and three 3"]),
        ("paragraph 3’ of “one”", ["one"]),
        ("none", []),
    ],
)
def test_quotations_are_found_even_where_marks_are_damaged(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="ab s“”‘’[]()I.1", max_size=60))
def test_quoted_spans_are_in_order_apart_and_within_the_text(text: str) -> None:
    spans, _ = quoted_spans(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(
    st.lists(
        st.sampled_from(
            [
                "States agreed ",
                "to “act” ",
                "(II.3) ",
                "(1.2), ",
                "(A.5)\n\n",
                "(V.1-2). ",
                "Theme\n\n \n\n",
                "This provision was put to a vote ",
                "Marking: ",
                "“",
                "http://a.b/c\n",
                "\f",
            ]
        ),
        max_size=30,
    )
)
def test_any_mixture_of_summary_pieces_is_read(pieces: list[str]) -> None:
    reading = read_summary(text_lines("".join(pieces)))
    labels = [row.label for row in reading.rows if row.label]
    assert len(labels) == len(set(labels))
    assert all(row.text[start:end].strip() for row in reading.rows for start, end in row.quoted)
