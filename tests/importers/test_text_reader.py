"""Plain text becomes lines; everything else is refused with one sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NameplateError
from importers.lines import Line, cleaned
from importers.text_reader import decode, read_plain_text, text_lines
from importers.wrapping import unwrapped

DOCUMENTS = Path(__file__).resolve().parents[3] / "shared" / "documents"


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(NameplateError) as caught:
        decode(data, name)
    sentence = str(caught.value)
    assert name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("data", [b"", b"  \n\n\t"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert "is empty" in refusal(data, "empty.txt")


@pytest.mark.parametrize("data", ["Zoë".encode("latin-1"), b"\xff\xfe1", "日本語の文書".encode("shift_jis")])
def test_an_encoding_that_is_not_certain_is_refused(data: bytes) -> None:
    assert "not encoded in UTF-8" in refusal(data, "report.txt")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("1. Zoë acts.", "utf-16"),
        ("1. Zoë acts.", "utf-32"),
        ("1. Recalls “the Programme of Action” – and each State’s duty.", "cp1252"),
        ("Réaffirme l’importance de la coopération, à l’échelle régionale. Été", "cp1252"),
        ("Reafirma la declaración; ¿qué acción? Según la resolución, año tras año.", "cp1252"),
        ("Статья 1. Государства-участники обязуются «принять меры» № 5.", "cp1251"),
        ("المادة 1 تتعهد الدول الأطراف، وفقا للقانون الدولي، بما يلي:", "cp1256"),
    ],
)
def test_other_encodings_are_read_where_they_are_certain(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "report.txt") == text


def test_binary_data_is_refused() -> None:
    assert "binary" in refusal(b"1. a\0b", "report.txt")


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode("\ufeff1. Ça".encode(), "report.txt") == "1. Ça"


def test_lines_know_the_blank_lines_above_them_and_their_indent() -> None:
    assert text_lines("\n\nFirst  line \n \n\n  second\nthird") == [
        Line("First line", 2),
        Line("second", 2, indent=2),
        Line("third"),
    ]


def test_pages_are_counted_only_where_form_feeds_mark_them() -> None:
    assert [line.page for line in text_lines("a\nb")] == [None, None]
    assert [(line.text, line.page) for line in text_lines("a\fb\n\fc")] == [("a", 1), ("b", 2), ("c", 3)]


@pytest.mark.parametrize("text", ["a\r\nb", "a\nb", "a\rb", "a\u2028b", "a\x0bb"])
def test_every_kind_of_line_end_ends_a_line(text: str) -> None:
    assert [line.text for line in text_lines(text)] == ["a", "b"]


def test_what_prints_nothing_is_left_out_and_odd_spaces_are_spaces() -> None:
    assert text_lines("dis\u00adarma\u200bment\u00a0and\x07peace")[0].text == "disarmament and peace"


def test_marks_of_an_export_are_taken_off() -> None:
    lines = [
        Line(text) for text in ("- 74. To assess [A/CONF.192/16](#)", "-", "- Small Arms Survey", "[t]o (it)")
    ]
    assert [(line.text, line.gap) for line in cleaned(lines)] == [
        ("74. To assess A/CONF.192/16", 0),
        ("- Small Arms Survey", 1),
        ("[t]o (it)", 0),
    ]


# Texts taken from printed pages ---------------------------------------------------------------------------

FIRST = """A/RES/90/12

United Nations

General Assembly

Distr.: General
4 January 2035

Ninetieth session
Agenda item 103 (p)

90/12.

Marking and record-keeping of things in all their aspects
The General Assembly,
Recalling its resolution 89/60 of 12 December 2034, as well as all previous
resolutions on the marking of things, including resolution 56/24 V of 24 December,
Emphasizing the importance of the full implementation of the Programme, 1 and
recognizing its important contribution to international efforts on this matter,
Emphasizing also the importance of the Instrument for tracing things reliably, 2

__________________

Report of the Conference on the Marking of Things in All Their Aspects, held in the city of
Example, 9–20 July 2001 (A/CONF.900/15), chap. IV, para. 24.
2
See decision 60/519, annex.
1

34-00007 (E)

050135

*3400007*
"""
SECOND = """A/RES/90/12

Marking and record-keeping of things in all their aspects

Mindful of the outcomes adopted by the follow -up meetings, i n particular those of
State s that keep records,
Noting the report, 3 which States made,
1.
Underlines the fact that States need to keep records of every thing that was
"""
THIRD = """marked, and that 4 of 5 States do so in the follow-up to the Programme, as they
agreed in 2030 at Example;
2.
Calls upon all States to mark things and to report to the meeting under item 4
of its agenda, as paragraph 3 of the Programme says.
48th plenary meeting
31 December 2034
"""
FOOT_TWO = """
__________________
3

2/3

A/CONF.900/2033/RC/3, annex.
34-00007

Marking and record-keeping of things in all their aspects

A/RES/90/12

"""
FOOT_THREE = "\n34-00007\n\n3/3\n"


def printed(feed: str) -> str:
    return FIRST + feed + SECOND + FOOT_TWO.replace("34-00007\n", "34-00007\n" + feed) + THIRD + FOOT_THREE


@pytest.mark.parametrize("feed", ["", "\f"])
def test_a_text_from_printed_pages_loses_their_furniture(feed: str) -> None:
    source = read_plain_text(printed(feed).encode(), "resolution.txt")
    assert source.pages == 3
    assert source.furniture[:5] == (
        *("A/RES/90/12", "United Nations", "General Assembly", "Distr.: General", "4 January 2035"),
    )
    assert {"34-00007", "050135", "*3400007*", "2/3", "3/3"} <= set(source.furniture)
    assert [line.text for line in unwrapped(list(source.lines))] == [
        "Ninetieth session",
        "Agenda item 103 (p)",
        "90/12. Marking and record-keeping of things in all their aspects",
        "The General Assembly,",
        "Recalling its resolution 89/60 of 12 December 2034, as well as all previous "
        "resolutions on the marking of things, including resolution 56/24 V of 24 December,",
        "Emphasizing the importance of the full implementation of the Programme, and "
        "recognizing its important contribution to international efforts on this matter,",
        "Emphasizing also the importance of the Instrument for tracing things reliably,",
        "Mindful of the outcomes adopted by the follow-up meetings, in particular those of "
        "States that keep records,",
        "Noting the report, which States made,",
        "1. Underlines the fact that States need to keep records of every thing that was "
        "marked, and that 4 of 5 States do so in the follow-up to the Programme, as they "
        "agreed in 2030 at Example;",
        "2. Calls upon all States to mark things and to report to the meeting under item 4 "
        "of its agenda, as paragraph 3 of the Programme says.",
        "48th plenary meeting",
        "31 December 2034",
    ]


@pytest.mark.parametrize("feed", ["", "\f"])
def test_notes_at_the_foot_of_a_page_go_with_the_line_of_their_mark(feed: str) -> None:
    lines = unwrapped(list(read_plain_text(printed(feed).encode(), "resolution.txt").lines))
    notes = {line.text.partition(" the ")[0]: line.footnotes for line in lines if line.footnotes}
    assert notes == {
        "Emphasizing": (
            "1 Report of the Conference on the Marking of Things in All Their Aspects, held in the city of "
            "Example, 9–20 July 2001 (A/CONF.900/15), chap. IV, para. 24.",
        ),
        "Emphasizing also": ("2 See decision 60/519, annex.",),
        "Noting": ("3 A/CONF.900/2033/RC/3, annex.",),
    }
    assert [line.page for line in lines][-5:] == [2, 2, 3, 3, 3]


def test_a_rule_drawn_into_a_line_and_a_mark_that_counts_with_the_pages_are_no_text() -> None:
    text = (
        "One line of text, 1 and __________________\n1\nSee A/1.\n1/2\n"
        "\fSecond line, 2 here.\n________\n2\nSee A/2.\n2/2\n"
    )
    lines = read_plain_text(text.encode(), "paper.txt").lines
    assert [(line.text, line.footnotes) for line in lines] == [
        ("One line of text, and", ("1 See A/1.",)),
        ("Second line, here.", ("2 See A/2.",)),
    ]


def test_a_rule_without_notes_under_it_takes_nothing_away() -> None:
    text = "Above.\n1/2\n\f__________\nBelow the rule.\n2/2\n"
    assert [line.text for line in read_plain_text(text.encode(), "paper.txt").lines] == [
        "Above.",
        "Below the rule.",
    ]


def test_words_that_two_pages_of_many_begin_with_are_no_running_head() -> None:
    pages = [f"Words of page {n} itself" for n in "abcdefghi"]
    pages[2] = pages[5] = "At the national level"
    text = "\f".join(f"{page}\nand more of {page}\n{n}/9" for n, page in enumerate(pages, start=1))
    kept = [line.text for line in read_plain_text(text.encode(), "paper.txt").lines]
    assert kept.count("At the national level") == 2


def test_page_numbers_alone_at_the_edges_of_pages_are_furniture() -> None:
    text = "1\n\nFirst words.\f2\n\nSecond words.\f3\n\n4 States agreed.\n"
    source = read_plain_text(text.encode(), "paper.txt")
    assert [line.text for line in source.lines] == ["First words.", "Second words.", "4 States agreed."]
    assert source.furniture == ("1", "2", "3")


@pytest.mark.parametrize(
    "text",
    [
        "1. States mark.\n__________\n2. States trace 1 thing.\n",
        "At the national level\n1. Mark\nAt the national level\n2. Trace\n",
        "follow -up of a thing, i n short\n",
        "1/2\n3/4\nThe symbol A/60/88\n",
    ],
)
def test_a_text_that_shows_no_pages_is_given_as_it_is(text: str) -> None:
    source = read_plain_text(text.encode(), "paper.txt")
    assert source.lines == tuple(text_lines(text))
    assert source.furniture == ()


def test_pieces_are_joined_only_where_one_of_them_is_no_word() -> None:
    text = "an alysis of arm s in form and con tent; the States of a State shall act again.\n1/2\n\f2/2\nend"
    (first, _last) = read_plain_text(text.encode(), "paper.txt").lines
    assert first.text == "analysis of arms in form and con tent; the States of a State shall act again."


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=30), max_size=30))
def test_no_letter_of_a_text_is_lost_whatever_its_pages(pieces: list[str]) -> None:
    text = "x\n" + "\n".join(pieces) + "\n1/2\n\fy\n__________\n1\nz\n2/2\n"
    source = read_plain_text(text.encode(), "paper.txt")
    given_text = "".join(line.text + "".join(line.footnotes) for line in source.lines) + "".join(
        source.furniture
    )
    letters = {sign for sign in text if sign.isalpha() and sign not in "\u200b\u2060"}
    assert letters <= set(given_text)


# Lines of a fixed width -----------------------------------------------------------------------------------

FULL = "Words that fill the whole of a line as it was set in print, one after one another, to"


def test_lines_of_one_paragraph_are_joined_with_all_their_notes() -> None:
    lines = [
        Line(FULL, footnotes=("1 See.",)),
        Line("their end.", footnotes=("2 Ibid.",)),
        Line(FULL),
        Line("1. New"),
    ]
    assert [(line.text, line.footnotes) for line in unwrapped(lines)] == [
        (f"{FULL} their end.", ("1 See.", "2 Ibid.")),
        (FULL, ()),
        ("1. New", ()),
    ]


def test_whole_lines_are_never_joined() -> None:
    lines = [Line(FULL, whole=True), Line("go on", whole=True), Line(FULL), Line("go on")]
    assert [line.text for line in unwrapped(lines)] == [FULL, "go on", f"{FULL} go on"]


def test_a_line_that_a_lost_hyphen_made_long_does_not_hide_the_width() -> None:
    lines = [Line(FULL + " and" * 20), *[Line(FULL), Line("end.")] * 15]
    assert unwrapped(lines)[1].text == f"{FULL} end."


@pytest.mark.parametrize(
    ("above", "line"),
    [
        (FULL[:-3] + ",", "Recalling its resolution"),
        (FULL[:-3] + ",", "Rappelant sa résolution"),
        (FULL[:-3] + ",", "ссылаясь на свою резолюцию"),
        (FULL[:-3] + ";", "(b) To mark"),
        (FULL, "12. Decides"),
        (FULL[:-3] + ".", "Article 5"),
        (FULL[:-3] + ".", "43rd plenary meeting"),
    ],
)
def test_what_begins_a_paragraph_is_not_joined_to_a_full_line(above: str, line: str) -> None:
    assert len(unwrapped([Line(above), Line(line)])) == 2


@pytest.mark.parametrize(
    ("first", "above", "line"),
    [
        ("1. Decides", FULL[:-3] + ",", "Recognizing that"),
        ("Recalling", FULL[:-3] + ",", "Beijing and Geneva"),
        ("ссылаясь", FULL[:-3] + ",", "международная помощь"),
        ("Recalls", FULL[:-12] + " paragraph 3", "(b) of it"),
        ("Recalls", FULL[:-12] + " (a) and", "(b) of it"),
    ],
)
def test_what_only_looks_like_a_beginning_runs_on(first: str, above: str, line: str) -> None:
    lines = [Line(f"{first} {FULL[: -len(first) - 1]}"), Line(above), Line(line)]
    assert len(unwrapped(lines)) == 1


def test_a_number_alone_in_its_line_belongs_to_the_words_below_it() -> None:
    lines = [Line(FULL), Line("end."), Line("3."), Line(FULL), Line("end.")]
    assert unwrapped(lines)[1].text == f"3. {FULL} end."


def test_the_real_resolution_has_every_paragraph_whole() -> None:
    path = DOCUMENTS / "A_RES_75_241.txt"
    if not path.is_file():
        pytest.skip("the real documents are not here")
    lines = unwrapped(list(read_plain_text(path.read_bytes(), path.name).lines))
    numbered = [line.text for line in lines if line.text.partition(".")[0].isdecimal()]
    assert [int(text.partition(".")[0]) for text in numbered] == list(range(1, 29))
    assert all(text.endswith(";") for text in numbered[:-1])
    start = next(i for i, line in enumerate(lines) if line.text == "The General Assembly,")
    preamble = [line.text for line in lines[start + 1 :] if line.text not in numbered][:-2]
    assert len(preamble) == 24
    assert all(text[0].isupper() and text.endswith(",") for text in preamble)
    assert [note.partition(" ")[0] for line in lines for note in line.footnotes] == list("123456789")
