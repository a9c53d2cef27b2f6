"""Markdown becomes whole lines; the words and numbers that were typed are not changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NameplateError
from importers.lines import Source
from importers.markdown_reader import read_markdown

DOCUMENTS = Path(__file__).resolve().parents[3] / "shared" / "documents"


def read(text: str) -> Source:
    return read_markdown(text.encode(), "paper.md")


def texts(text: str) -> list[str]:
    return [line.text for line in read(text).lines]


def test_headings_with_and_without_a_space_and_underlined() -> None:
    lines = read("# Article 1\n\n####The Arms Trade Treaty\n\nScope\n===\n\nText #1\n").lines
    assert [(line.text, line.heading) for line in lines] == [
        ("Article 1", 1),
        ("The Arms Trade Treaty", 4),
        ("Scope", 1),
        ("Text #1", 0),
    ]
    assert all(line.whole for line in lines)


def test_a_long_paragraph_over_a_ruled_line_is_no_heading() -> None:
    words = " ".join(["word"] * 40)
    assert [(line.text, line.heading) for line in read(f"{words}\n---\n").lines] == [(words, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One\n2. Two\n", ["1. One", "2. Two"]),
        ("4. One\n9. Two\n", ["4. One", "9. Two"]),
        ("1) One\n\n2) Two\n", ["1) One", "2) Two"]),
        ("- One\n* Two\n", ["• One", "• Two"]),
        ("1. One\n\n   More of it\n2. Two\n", ["1. One", "More of it", "2. Two"]),
        ("1. One\n   - sub\n", ["1. One", "• sub"]),
        ("a) One\n\nb) Two\n", ["a) One", "b) Two"]),
        ("1\\. Not a list\n", ["1. Not a list"]),
        ("– A dash\n", ["– A dash"]),
    ],
)
def test_lists_keep_the_numbers_that_were_typed(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_number_that_begins_a_line_begins_a_paragraph() -> None:
    text = (
        "h) Small arms and light weapons.\n2.  For the purposes\nof this Treaty\n(a) marking\n5.1.2. Deep\n"
    )
    assert texts(text) == [
        "h) Small arms and light weapons.",
        "2. For the purposes of this Treaty",
        "(a) marking",
        "5.1.2. Deep",
    ]
    assert texts("adopted in\n2018 at New York\n") == ["adopted in 2018 at New York"]


def test_words_are_not_changed_and_marks_of_emphasis_are_no_words() -> None:
    text = (
        'The **"best"** *efforts*... (c) of A_B_C, 5 * 3 &amp; \\*more\\* '
        "[A/60/88](https://example.org/x) `code`\n"
    )
    assert texts(text) == ['The "best" efforts... (c) of A_B_C, 5 * 3 & *more* A/60/88 code']
    assert read("**Article 5**\n").lines[0].bold


def test_a_passage_that_stands_in_is_no_code() -> None:
    assert texts("Text:\n\n    (a) To mark\n    and trace\n\n```\n1. Fenced\n```\n") == [
        *("Text:", "(a) To mark and trace", "1. Fenced"),
    ]


def test_tables_are_rows_with_cells() -> None:
    lines = read("| State | Vote |\n|---|---|\n| Albania | Yes |\n| Benin | |\n").lines
    assert [(line.text, line.cells) for line in lines] == [
        ("State | Vote", ("State", "Vote")),
        ("Albania | Yes", ("Albania", "Yes")),
        ("Benin", ("Benin", "")),
    ]


def test_footnotes_go_with_the_paragraph_of_their_mark() -> None:
    text = "The Treaty,[^1] as amended[^b] and [^9].\n\n[^1]: See A/1,\n    annex.\n[^b]: Ibid.\n\nNext.\n"
    first, second = read(text).lines
    assert first.text == "The Treaty, as amended and [^9]."
    assert first.footnotes == ("1 See A/1, annex.", "b Ibid.")
    assert (second.text, second.footnotes) == ("Next.", ())


def test_a_front_matter_is_furniture() -> None:
    source = read('---\nsymbol: A/RES/80/4\ntitle: "The Treaty"\nlanguage: en-GB\ntags:\n---\n# Text\n')
    assert source.furniture == ("symbol: A/RES/80/4", "title: The Treaty", "language: en-GB")
    assert (source.title, source.language) == ("The Treaty", "en")
    assert [line.text for line in source.lines] == ["Text"]
    assert texts("---\n\nText\n\n---\n") == ["Text"]


def test_raw_html_is_dropped_but_not_its_words() -> None:
    text = (
        "<meta http-equiv='Content-Type' content='text/html' />\n\n"
        "<div>Kept &amp; read</div>\n\n<!-- not -->\n\na<br>b\n"
    )
    assert texts(text) == ["Kept & read", "a b"]


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(NameplateError, match="empty"):
        read(" \n")
    with pytest.raises(NameplateError, match="no text"):
        read("<!-- nothing -->\n")


@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1), min_size=1))
def test_no_word_is_lost(words: list[str]) -> None:
    assert " ".join(texts("\n\n".join(f"To {word} act" for word in words))) == " ".join(
        " ".join(f"To {word} act".split()) for word in words
    )


def test_the_arms_trade_treaty_has_its_articles_and_numbers() -> None:
    path = DOCUMENTS / "arms_trade_treaty_en.md"
    if not path.is_file():
        pytest.skip("the real documents are not here")
    source = read_markdown(path.read_bytes(), path.name)
    articles: dict[str, list[str]] = {}
    current = ""
    for line in source.lines:
        if line.heading == 3:
            current = line.text
        elif current and line.text.partition(".")[0].isdecimal():
            articles.setdefault(current, []).append(line.text.partition(".")[0])
    assert [line.text for line in source.lines if line.heading == 3] == [f"Article {n}" for n in range(1, 29)]
    assert articles["Article 2"] == ["1", "2", "3"]
    assert articles["Article 5"] == list("123456")
    assert articles["Article 7"] == list("1234567")
    assert all(numbers == [str(n) for n in range(1, len(numbers) + 1)] for numbers in articles.values())
