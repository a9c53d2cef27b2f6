"""Web pages become whole lines: the main content, with the numbers and notes that a browser shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NameplateError
from importers.html_reader import read_html
from importers.lines import Source


def read(body: str, head: str = "", attributes: str = "") -> Source:
    head = f"<head><meta charset='utf-8'>{head}</head>"
    page = f"<!DOCTYPE html><html {attributes}>{head}<body>{body}</body></html>"
    return read_html(page.encode(), "page.html")


def texts(body: str) -> list[str]:
    return [line.text for line in read(body).lines]


# The main content -----------------------------------------------------------------------------------------

SURROUNDED = """
<a class="skip-link" href="#c">Skip to main content</a>
<header role="banner"><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<ol class="breadcrumb"><li><a href="/">Home</a></li><li>Instruments</li></ol>
<div class="cookie-banner">We use cookies <button>Accept</button></div>
{content}
<aside><h2>Related</h2><p>Fact sheet</p></aside>
<footer><p>Copyright of the page</p></footer>
<script>document.write("<p>never</p>")</script>
"""
ARTICLE = """
<header><h1>Convention on the Marking of Things</h1></header>
<div class="social-share">Share this page</div>
<p>The States Parties to the present Convention have agreed as follows:</p>
<h2>Article 1</h2><p>1. Each State Party shall mark.</p>
"""
READ = [
    "Convention on the Marking of Things",
    "The States Parties to the present Convention have agreed as follows:",
    "Article 1",
    "1. Each State Party shall mark.",
]


@pytest.mark.parametrize(
    "frame", ["<main>{}</main>", "<div role='main'>{}</div>", "<div id='content'>{}</div>"]
)
def test_what_surrounds_the_main_content_is_left_out(frame: str) -> None:
    assert texts(SURROUNDED.format(content=frame.format(ARTICLE))) == READ


def test_without_a_named_main_content_the_text_is_found_by_its_mass() -> None:
    plain = ARTICLE.replace("<header>", "").replace("</header>", "")
    assert texts(SURROUNDED.format(content=f"<div><div>{plain}</div></div>")) == READ


def test_a_page_that_stands_in_a_form_or_a_table_is_read() -> None:
    menu = "<td><a href=a>Home</a><br><a href=b>News</a><br><a href=c>Search</a></td>"
    text = "<p>The Purposes of the United Nations are to maintain peace and security.<p><b>Article 2</b>"
    assert texts(f"<form><table><tr>{menu}<td>{text}</td></tr></table></form>") == [
        "The Purposes of the United Nations are to maintain peace and security.",
        "Article 2",
    ]


def test_what_a_browser_does_not_show_is_left_out() -> None:
    body = (
        "<p>Seen<span style='display: none'> not</span></p><p hidden>not</p><p aria-hidden='true'>not</p>"
        "<template><p>not</p></template><noscript>not</noscript><!-- not --><p>Seen too</p>"
    )
    assert texts(body) == ["Seen", "Seen too"]


# Blocks ---------------------------------------------------------------------------------------------------


def test_headings_paragraphs_and_looks() -> None:
    lines = read(
        "<h2>Two</h2><h6>Six</h6><p><b>Bold</b></p><p align=center>Mid</p><blockquote>In</blockquote>"
    ).lines
    assert [(line.text, line.heading, line.bold, line.centred, line.indent) for line in lines] == [
        ("Two", 2, False, False, 0),
        ("Six", 6, False, False, 0),
        ("Bold", 0, True, False, 0),
        ("Mid", 0, False, True, 0),
        ("In", 0, False, False, 1),
    ]
    assert all(line.whole for line in lines)


def test_inline_elements_do_not_break_words_and_space_collapses() -> None:
    body = (
        "<p>re<em>affirm</em>ing\n  the&nbsp;<a href=x>Programme</a>,\u00ad H<sub>2</sub>O 1<sup>st</sup></p>"
    )
    assert texts(body) == ["reaffirming the Programme, H2O 1st"]


def test_a_break_is_a_space_but_two_or_a_number_after_one_begin_a_paragraph() -> None:
    body = "<p>Resolution<br>adopted<br><br>Next<br>1. One<br>goes on<br>(a) Two</p>"
    assert texts(body) == ["Resolution adopted", "Next", "1. One goes on", "(a) Two"]
    assert texts("<h2>Article 1<br>1. Scope</h2>") == ["Article 1 1. Scope"]


def test_definition_lists_and_preformatted_lines() -> None:
    assert texts("<dl><dt>Mark</dt><dd>A sign</dd></dl>") == ["Mark", "A sign"]
    assert texts("<pre>1. One\n2. Two\n\nThree\nfour</pre>") == ["1. One", "2. Two", "Three four"]


# Lists ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>x<li>x</ol>", ["1. x", "2. x"]),
        ("<ol start=5><li>x<li value=9>x<li>x</ol>", ["5. x", "9. x", "10. x"]),
        ("<ol type=a start=26><li>x<li>x</ol>", ["z. x", "aa. x"]),
        ("<ol type=I><li>x<li>x</ol>", ["I. x", "II. x"]),
        ("<ol reversed><li>x<li>x</ol>", ["2. x", "1. x"]),
        ("<ol style='list-style-type: lower-roman'><li>x</ol>", ["i. x"]),
        ("<ol style='list-style: none'><li>x</ol>", ["x"]),
        ("<ol class='list-unstyled'><li>x</ol>", ["x"]),
        ("<ol><li>1. typed<li>(b) typed</ol>", ["1. typed", "(b) typed"]),
        ("<ul><li>x<li>– y</ul>", ["• x", "– y"]),
        ("<ol><li>x<ol type=a><li>y<li>z</ol><li>x</ol>", ["1. x", "a. y", "b. z", "2. x"]),
        ("<ol><li><p>x</p><p>more</p></ol>", ["1. x", "more"]),
        ("<ol><li><ol type=a><li>x</ol></ol>", ["a. x"]),
    ],
)
def test_lists_show_the_numbers_that_a_browser_counts(body: str, expected: list[str]) -> None:
    assert texts(f"<p>List</p>{body}")[1:] == expected


# Tables ---------------------------------------------------------------------------------------------------


def test_a_row_is_a_line_with_cells() -> None:
    body = "<p>Text</p><table><tr><th>State<th>Vote</tr><tbody><tr><td>Albania<td>Yes</tr></tbody></table>"
    assert [(line.text, line.cells) for line in read(body).lines][1:] == [
        ("State | Vote", ("State", "Vote")),
        ("Albania | Yes", ("Albania", "Yes")),
    ]


def test_a_table_that_places_text_gives_paragraphs() -> None:
    body = "<table><tr><td><p>One</p><p>Two</p><p>Three</p></td></tr></table>"
    assert [(line.text, line.cells) for line in read(body).lines] == [("One", ()), ("Two", ()), ("Three", ())]


def test_the_distribution_box_is_furniture() -> None:
    box = (
        "<table><tr><td>United Nations</td><td>A/RES/79/40</td></tr>"
        "<tr><td>General Assembly</td><td><p>Distr.: General</p><p>9 December 2024</p></td></tr></table>"
    )
    source = read(f"{box}<p>Seventy-ninth session</p>")
    assert [line.text for line in source.lines] == ["Seventy-ninth session"]
    assert source.furniture == (
        *("United Nations", "A/RES/79/40", "General Assembly", "Distr.: General", "9 December 2024"),
    )


# Notes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "<p>Treaty,<sup><a id=r1 href='#n1'>1</a></sup> as amended</p>"
        "<ol><li id=n1>See <i>A/1</i>. <a href='#r1'>↩</a></ol>",
        "<p>Treaty,<sup class=reference><a href='#cite_note-1'>[1]</a></sup> as amended</p>"
        "<ol><li id=cite_note-1><span class=mw-cite-backlink><a href='#r'>↑</a></span> See A/1.</ol>",
        "<p>Treaty,<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> as amended</p>"
        "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> See A/1.</p></div>",
        "<p>Treaty,<sup>1</sup> as amended</p><hr><p><sup>1</sup> See A/1.</p>",
    ],
)
def test_a_note_goes_with_the_paragraph_of_its_mark(body: str) -> None:
    (line,) = read(f"<div>{body}</div>").lines
    assert (line.text, line.footnotes) == ("Treaty, as amended", ("1 See A/1.",))


def test_links_to_articles_and_raised_numbers_are_no_notes() -> None:
    body = "<p>See <a href='#a5'>5</a> and 10<sup>2</sup></p><h2 id=a5>Article 5</h2><p>Text</p>"
    assert texts(body) == ["See 5 and 102", "Article 5", "Text"]


def test_tracked_changes_are_read_as_accepted() -> None:
    source = read("<p>States <del>may</del><ins>shall</ins> mark</p>")
    assert [line.text for line in source.lines] == ["States shall mark"]
    assert "2 tracked changes" in source.notes[0]


# What the page says of itself -----------------------------------------------------------------------------


def test_language_and_title() -> None:
    source = read(
        "<main><h1>The Treaty</h1><p>Text</p></main>", "<title>The Treaty | Office</title>", "lang=fr-FR"
    )
    assert (source.language, source.title) == ("fr", "The Treaty")
    assert read("<p>Text</p>", "<title>A  page</title>").title == "A page"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<p>Année</p>".encode(), "Année"),
        ("<p>Année</p>".encode("utf-8-sig"), "Année"),
        ("<p>Année</p>".encode("utf-16"), "Année"),
        ("<meta charset=windows-1251><p>Статья</p>".encode("cp1251"), "Статья"),
        ("<meta http-equiv=c content='text/html; charset=iso-8859-1'><p>“a”</p>".encode("cp1252"), "“a”"),
        ("<?xml version='1.0' encoding='windows-1256'?><p>المادة</p>".encode("cp1256"), "المادة"),
        ("<meta charset=gb2312><p>第一条</p>".encode("gb18030"), "第一条"),
        ("<meta charset=nonsense><p>Année</p>".encode(), "Année"),
    ],
)
def test_the_encoding_is_the_one_that_the_page_declares(data: bytes, expected: str) -> None:
    assert [line.text for line in read_html(data, "page.html").lines] == [expected]


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html><body><script>x</script></body></html>",
        "<body>" + "<div>" * 5000 + "<p>1. deep</p>",
        "\x00\x01",
    ],
)
def test_a_page_without_text_or_without_an_end_is_refused(page: str) -> None:
    with pytest.raises(NameplateError, match="“page"):
        read_html(page.encode(), "page.html")


def test_entities_of_a_document_type_are_never_opened() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>Before &x; after</p>'
    with pytest.raises(NameplateError, match="DTD with entities"):
        read_html(page.encode(), "page.html")


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=12)


@given(st.lists(st.tuples(st.sampled_from(["p", "div", "h3", "li", "td", "b", "dd"]), WORDS), min_size=1))
def test_no_word_of_a_page_is_lost_whatever_its_elements(pieces: list[tuple[str, str]]) -> None:
    body = "".join(f"<{tag}>{word} </{tag}>" for tag, word in pieces)
    found = " ".join(line.text for line in read(f"<main>{body}</main>").lines).split()
    assert [word for word in found if word != "|"] == [word for _tag, word in pieces] or set(found) >= {
        word for _tag, word in pieces
    }


def test_a_page_with_entities_of_its_own_is_refused_and_a_plain_doctype_is_not() -> None:
    text = "<html><body><p>1. Decides to meet.</p></body></html>"
    hostile = '<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
    with pytest.raises(NameplateError, match="DTD with entities"):
        read_html(f"{hostile}{text}".encode(), "page.html")
    public = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/x.dtd">'
    for doctype in ("<!DOCTYPE html>", public):
        assert read_html(f"{doctype}{text}".encode(), "page.html").lines[0].text == "1. Decides to meet."
