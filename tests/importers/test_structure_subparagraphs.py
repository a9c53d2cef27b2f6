"""Sub-paragraphs: what a letter is, its order tells; each test shows one rule on a few whole lines."""

from hypothesis import given
from hypothesis import strategies as st

from core.numerals import roman
from importers.lines import Line
from importers.structure import read_structure
from tests.importers.whole_lines import labels, read, row, unnumbered


def lettered(*marks: str) -> list[str]:
    """The labels of lines with these marks under paragraph 1."""
    return labels(read("Draft\n1. States shall:\n" + "\n".join(f"{mark} do it;" for mark in marks)))[1:]


def test_an_i_after_h_is_a_letter_and_an_i_after_a_is_a_roman_one() -> None:
    assert lettered("(g)", "(h)", "(i)", "(j)")[-2:] == ["1(i)", "1(j)"]
    assert lettered("(a)", "(i)", "(ii)", "(b)") == ["1(a)", "1(a)(i)", "1(a)(ii)", "1(b)"]


def test_an_i_after_h_that_a_second_one_follows_is_a_roman_one() -> None:
    marks = [f"({letter})" for letter in "abcdefgh"]
    assert lettered(*marks, "(i)", "(ii)", "(i)", "(j)")[8:] == ["1(h)(i)", "1(h)(ii)", "1(i)", "1(j)"]


def test_v_and_x_are_what_goes_on() -> None:
    marks = [f"({letter})" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert lettered(*marks, "(aa)", "(bb)")[-8:] == [
        "1(u)",
        "1(v)",
        "1(w)",
        "1(x)",
        "1(y)",
        "1(z)",
        "1(aa)",
        "1(bb)",
    ]
    romans = [f"({roman(value).lower()})" for value in range(1, 13)]
    assert lettered("(a)", *romans, "(b)")[-2:] == ["1(a)(xii)", "1(b)"]


def test_lists_begin_again_under_every_letter() -> None:
    assert lettered("(a)", "(i)", "(ii)", "(b)", "(i)", "(ii)", "(iii)", "(c)") == [
        *("1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "1(b)(i)", "1(b)(ii)", "1(b)(iii)", "1(c)"),
    ]


def test_lists_go_as_deep_as_they_do() -> None:
    assert lettered("(a)", "(i)", "a.", "b.", "1)", "2)", "(ii)", "(b)") == [
        *(
            "1(a)",
            "1(a)(i)",
            "1(a)(i)(a)",
            "1(a)(i)(b)",
            "1(a)(i)(b)(1)",
            "1(a)(i)(b)(2)",
            "1(a)(ii)",
            "1(b)",
        ),
    ]


def test_a_missing_letter_and_an_inserted_one() -> None:
    assert lettered("(a)", "(b)", "(d)", "(d bis)", "(e)") == ["1(a)", "1(b)", "1(d)", "1(dbis)", "1(e)"]


def test_a_list_that_begins_again_in_one_paragraph_keeps_its_marks_as_words() -> None:
    reading = read(
        "Draft\n1. States shall:\n(a) mark;\n(b) trace;\nand in so doing shall also:\n"
        "(a) report;\n(b) share.\n2. Next."
    )
    assert labels(reading) == ["1", "1(a)", "1(b)", "2"]
    assert unnumbered(reading.rows) == ["and in so doing shall also:", "(a) report;", "(b) share."]


def test_a_list_in_one_line_is_not_divided() -> None:
    reading = read("Draft\n1. States shall (a) mark; (b) trace; and (c) report.\n2. Next.")
    assert labels(reading) == ["1", "2"]
    assert row(reading, "1").text == "States shall (a) mark; (b) trace; and (c) report."


def test_letters_go_on_after_words_between_them_and_hang_on_nothing_under_a_heading() -> None:
    reading = read(
        "Report\n1. It met:\n(a) First;\nThat is to say, early.\n(b) Second.\n"
        "# Heading of a section\n(a) Not of paragraph 1;\n2. Two."
    )
    assert labels(reading) == ["1", "1(a)", "1(b)", "2"]
    assert "(a) Not of paragraph 1;" in unnumbered(reading.rows)


def test_printed_letters_are_sub_paragraphs_only_where_the_line_above_leads_to_them() -> None:
    printed = [
        Line("1. As laid down in paragraph 2"),
        Line("(a) of Article 5, States shall:"),
        Line("(a) mark;"),
        Line("(b) trace."),
        Line("2. Next."),
    ]
    reading = read_structure(printed)
    assert labels(reading) == ["1", "1(a)", "1(b)", "2"]
    assert row(reading, "1").text == "As laid down in paragraph 2 (a) of Article 5, States shall:"


@given(st.lists(st.integers(0, 4), max_size=7))
def test_letters_and_numerals_in_order_come_out_as_they_went_in(inner: list[int]) -> None:
    marks, expected = [], []
    for place, count in enumerate(inner):
        letter = "abcdefg"[place]
        marks.append(f"({letter})")
        expected.append(f"1({letter})")
        for value in range(1, count + 1):
            numeral = roman(value).lower()
            marks.append(f"({numeral})")
            expected.append(f"1({letter})({numeral})")
    assert lettered(*marks) == expected
