"""The grammar of reports on small texts: each test shows one rule."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents import Kind
from importers import forms
from importers.lines import Line, cleaned
from importers.rows import Reading, Row
from importers.structure import read_structure
from importers.text_reader import text_lines


def read(text: str) -> Reading:
    return read_structure(text_lines(text))


def labelled(text: str) -> dict[str, str]:
    return {f"{row.part}.{row.label}": row.text for row in read(text).rows if row.label}


def row(text: str, label: str) -> Row:
    return next(row for row in read(text).rows if row.label == label)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    assert labelled("1. States\nresolve to act.\nAnd so they do.\n2. They act.") == {
        "text.1": "States resolve to act. And so they do.",
        "text.2": "They act.",
    }


def test_a_paragraph_goes_on_after_a_page_break_in_mid_sentence() -> None:
    assert labelled("1. The relevant mandates of\n\nUnited Nations missions.\n\n2. Next.")["text.1"] == (
        "The relevant mandates of United Nations missions."
    )


def test_a_short_line_over_the_next_number_is_a_heading_even_after_an_unfinished_paragraph() -> None:
    assert row("1. Exchange of views\n\nNext steps\n\n2. To act.", "2").section == ("Next steps",)


def test_a_heading_cut_by_a_page_break_is_mended() -> None:
    assert row("A. Consideration of the\n\nProgramme of Action\n\n1. To act.", "1").section == (
        "A. Consideration of the Programme of Action",
    )


def test_an_annex_title_cut_by_a_page_break_is_mended() -> None:
    reading = read(
        "Report of the meeting\n1. It met.\nAnnex\n\nOutcome of the\n\nEighth Meeting\n\n1. To act."
    )
    assert [(row.text, row.level) for row in reading.rows if row.part == "annex"] == [
        ("Annex", 0),
        ("Outcome of the Eighth Meeting", 1),
        ("To act.", 0),
    ]
    assert reading.parts[1].title == "Outcome of the Eighth Meeting"


def test_a_year_or_another_number_out_of_order_is_no_paragraph() -> None:
    assert list(labelled("1. In the year\n16. of it.\n2. Held in target\n9. by all.\n3. End.")) == [
        "text.1",
        "text.2",
        "text.3",
    ]


def test_a_missing_number_is_believed_and_said() -> None:
    reading = read("1. One.\n2. Two.\n4. Four.\n5. Five.")
    assert [found.label for found in reading.rows] == ["1", "2", "4", "5"]
    assert reading.warnings == ("Paragraph 4 follows paragraph 2: numbers are missing.",)


def test_a_repeated_number_stays_in_the_paragraph_above_and_is_said() -> None:
    reading = read("1. One.\n2. Two.\n2. Again.\n3. Three.")
    assert [(found.label, found.text) for found in reading.rows][1] == ("2", "Two. 2. Again.")
    assert "out of order" in reading.warnings[0]


def test_numbers_that_begin_again_without_a_heading_are_an_annex_and_said() -> None:
    reading = read("1. One.\n2. Two.\n1. First.\n2. Second.")
    assert [found.part for found in reading.rows] == ["text", "text", "annex", "annex"]
    assert "begins again" in reading.warnings[0]


def test_numbers_that_begin_again_under_each_roman_numeral_are_told_apart_by_it() -> None:
    text = "I. Declaration\n1. We.\n2. Us.\nII. Implementation\n1. To act.\nIII. Tracing\n1. To trace."
    assert list(labelled(text)) == ["text.I.1", "text.I.2", "text.II.1", "text.III.1"]


def test_the_main_part_of_a_report_is_its_annex_and_of_another_document_its_text() -> None:
    assert read("Report of the meeting\n1. It met.\nAnnex\nOutcome\n1. To act.").main_part == "annex"
    assert read("Draft outcome\n1. To act.\nAnnex\nTimetable\n1. Monday.").main_part == "text"
    assert read("Report of the meeting\n1. It met.\nAnnex\nNothing numbered").main_part == "report"


def test_annexes_have_numberings_of_their_own() -> None:
    assert list(labelled("1. a.\nANNEX I\n1. b.\nAnnex II:\n1. c.")) == ["text.1", "annex-1.1", "annex-2.1"]


def test_an_agenda_shorter_than_the_paragraphs_ends_where_their_number_comes_up() -> None:
    paragraphs = "\n".join(f"{n}. Paragraph {n}." for n in range(1, 6))
    agenda = "6. The agenda was adopted:\n1. Opening.\n2. Election of the Chair.\n3. Closing."
    found = labelled(f"{paragraphs}\n{agenda}\n7. Seven.\n8. Eight.")
    assert [key for key in found if key.startswith("agenda")] == ["agenda.1", "agenda.2", "agenda.3"]
    assert found["text.7"] == "Seven."


def test_an_agenda_that_runs_into_the_next_paragraph_ends_there() -> None:
    found = labelled("1. Agenda, as adopted:\n1. Opening.\n2. The second paragraph.\n3. The third.")
    assert list(found) == ["text.1", "agenda.1", "text.2", "text.3"]


def test_another_list_stays_in_its_paragraph() -> None:
    assert labelled("1. States agree:\n1. to mark,\n2. to trace.\n2. Next.\n3. Last.") == {
        "text.1": "States agree: 1. to mark, 2. to trace.",
        "text.2": "Next.",
        "text.3": "Last.",
    }


def test_sub_paragraphs_are_rows_of_their_own() -> None:
    assert labelled("1. To act:\n\n(a) To mark;\n\n(b) To trace.\n\n2. Next.") == {
        "text.1": "To act:",
        "text.1(a)": "To mark;",
        "text.1(b)": "To trace.",
        "text.2": "Next.",
    }


@pytest.mark.parametrize(
    "chapeau",
    ["States therefore undertake the following measures.", "In this regard, they decide:"],
)
def test_a_chapeau_is_repeated_in_what_depends_on_it_up_to_the_next_heading_of_its_rank(chapeau: str) -> None:
    text = f"A. First\n\n{chapeau}\n\nAt the national level\n\n1. One.\n\nB. Second\n\n2. Two."
    assert (row(text, "1").chapeau, row(text, "2").chapeau) == (chapeau, "")


def test_a_note_on_the_copy_does_not_end_a_sentence() -> None:
    reading = read("Report\n1. In the\n\nAdvance unedited copy\n\nmorning.")
    assert next(found.text for found in reading.rows if found.label) == "In the morning."
    assert reading.notice == "Advance unedited copy"


def test_a_running_head_that_repeats_the_annex_opens_no_second_one() -> None:
    assert list(labelled("1. a.\nAnnex\n1. b.\n\nAnnex\n\n2. c.")) == ["text.1", "annex.1", "annex.2"]


def test_pages_are_those_on_which_paragraphs_begin() -> None:
    reading = read("1. One\f goes on.\n2. Two.")
    assert [found.page for found in reading.rows] == [1, 2]


@pytest.mark.parametrize(("numeral", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40)])
def test_roman_numerals_have_values(numeral: str, value: int) -> None:
    assert forms.roman_value(numeral) == value


def test_letters_that_are_numerals_are_read_by_their_order() -> None:
    text = "I. One\nA. a\nB. b\nC. c\nD. d\n1. x.\nII. Two\nA. e\n2. y."
    assert row(text, "1").section == ("I. One", "D. d")
    assert row(text, "2").section == ("II. Two", "A. e")


WORDS = st.text(alphabet="abcXYZ .,:;()–’é", min_size=1, max_size=30)
NUMBERS = st.integers(1, 30).map(lambda number: f"{number}. ")
DECIMALS = st.lists(st.integers(1, 3), min_size=1, max_size=4).map(
    lambda path: ".".join(map(str, path)) + ". "
)
LETTERS = st.sampled_from(
    ["(a) ", "(b) ", "(c) ", "(i) ", "(ii) ", "(iii) ", "a) ", "1) ", "(1) ", "(h) ", "– "]
)
WORDED = st.sampled_from(
    [
        *(
            "I. ",
            "A. ",
            "II. ",
            "- 3. ",
            "At the global level",
            "Annex",
            "Annex II",
            "Article 1",
            "Article 2 ",
            "Contents",
        ),
        *(
            "The General Assembly,",
            "Recalling its resolutions,",
            "Chapter I ",
            "PP2 ",
            "OP3. ",
            "14 bis. ",
            "[2. ",
        ),
        *(
            "Draft resolution I",
            "Decides to act.",
            "Have agreed as follows:",
            "Provisional agenda",
            "第一条 ",
            "المادة 2",
        ),
    ]
)
STARTS = st.one_of(st.just(""), NUMBERS, DECIMALS, LETTERS, WORDED)
LINES = st.builds(str.__add__, STARTS, WORDS)
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\f"])), max_size=25)
WHOLE = st.lists(
    st.builds(
        Line,
        text=LINES.map(lambda text: " ".join(text.split()) or "x"),
        bold=st.booleans(),
        whole=st.just(True),
    ),
    max_size=25,
)


def letters(texts: list[str]) -> str:
    """The letters and digits of texts, in order: what is left when marks and spaces are not looked at."""
    return "".join(character for text in texts for character in text if character.isalnum())


def numbers_of(label: str) -> set[str]:
    """What of a label may stand in the source before its row's words, letters and digits alone."""
    if not label:
        return {""}
    last = label.rpartition("(")[2] if "(" in label else label.removeprefix("pp.")
    pieces = last.split(".")
    ends = ("".join(pieces[start:]) for start in range(len(pieces)))
    return {"", *(f"{lead}{letters([end])}" for end in ends for lead in ("", "PP", "OP"))}


def is_all_of(lines: list[Line], reading: Reading) -> bool:
    """Whether the rows say the words of the lines, in order, with nothing between them but their numbers."""
    source, reached = letters([line.text for line in lines]), {0}
    for found in reading.rows:
        own, numbers = letters([found.text]), numbers_of(found.label)
        reached = {
            at + len(number) + len(own)
            for at in reached
            for number in numbers
            if source.startswith(number + own, at)
        }
    return len(source) in reached


def is_told_apart(reading: Reading) -> bool:
    """Whether no label is given twice in a part, and every part is known."""
    labels = Counter((row.part, row.label) for row in reading.rows if row.label)
    return set(labels.values()) <= {1} and {row.part for row in reading.rows} <= {
        part.key for part in reading.parts
    }


@given(TEXTS)
def test_no_word_of_any_text_is_lost_or_invented(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    reading = read(text)
    assert is_all_of(cleaned(text_lines(text)), reading)
    assert is_told_apart(reading)


@given(WHOLE)
def test_no_word_of_any_whole_lines_is_lost_or_invented(lines: list[Line]) -> None:
    reading = read_structure(lines)
    assert is_all_of(lines, reading)
    assert is_told_apart(reading)
    assert reading.main_part in {part.key for part in reading.parts}


@given(st.lists(WORDS.filter(str.strip), min_size=1, max_size=30))
def test_numbered_paragraphs_that_end_like_sentences_come_out_as_they_went_in(texts: list[str]) -> None:
    paragraphs = [" ".join(f"To {text} act.".split()) for text in texts]
    source = "\n\n".join(f"{number}. {text}" for number, text in enumerate(paragraphs, start=1))
    assert [row.text for row in read(source).rows] == paragraphs
    assert {row.kind for row in read(source).rows} == {Kind.OPERATIVE}
