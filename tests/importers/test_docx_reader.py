"""Word files become whole lines: what Word prints, with its numbers, notes and changes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NameplateError
from importers.docx_reader import read_docx
from importers.lines import Line, Source
from tests.importers.word_files import (
    definition,
    docx,
    in_list,
    instance,
    level,
    numbered,
    paragraph,
    run,
)

DOCUMENTS = Path(__file__).resolve().parents[3] / "shared" / "documents"

LEGAL = level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter") + level(3, "(%4)", "lowerRoman")


def override(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def read(body: str, **parts: str) -> Source:
    return read_docx(docx(body, **parts), "paper.docx")


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in read(body, **parts).lines]


# Numbers that are not in the text ------------------------------------------------------------------------


def test_levels_of_a_list_are_counted_and_begin_again_under_a_higher_one() -> None:
    body = "".join(numbered("x", at) for at in (0, 1, 2, 2, 3, 1, 2, 0, 1))
    assert texts(body, numbering=definition(LEGAL) + instance()) == [
        *("1. x", "1.1 x", "(a) x", "(b) x", "(i) x", "1.2 x", "(a) x", "2. x", "2.1 x"),
    ]


def test_lists_of_one_definition_count_on_together_unless_one_begins_again() -> None:
    numbering = definition(LEGAL) + instance(1) + instance(2) + instance(3, overrides=override(0, 1))
    body = "".join(numbered("x", 0, number) for number in (1, 1, 2, 1, 3, 3, 1))
    assert texts(body, numbering=numbering) == ["1. x", "2. x", "3. x", "4. x", "1. x", "2. x", "3. x"]


def test_a_list_that_begins_every_level_again_does_not_begin_at_zero() -> None:
    overrides = "".join(override(index, 1) for index in range(4))
    numbering = definition(LEGAL) + instance(1) + instance(2, overrides=overrides)
    body = numbered("x") + numbered("x", 1) + numbered("x", 1, 2) + numbered("x", 0, 2)
    assert texts(body, numbering=numbering) == ["1. x", "1.1 x", "1.1 x", "2. x"]


def test_a_level_that_was_passed_over_counts_as_used() -> None:
    body = numbered("x", 1) + numbered("x", 1) + numbered("x", 0)
    assert texts(body, numbering=definition(LEGAL) + instance()) == ["1.1 x", "1.2 x", "2. x"]


def test_a_level_may_begin_again_never_or_only_under_one_level() -> None:
    never = level(0, "%1.") + level(1, "%2)", more='<w:lvlRestart w:val="0"/>')
    body = "".join(numbered("x", at) for at in (0, 1, 0, 1))
    assert texts(body, numbering=definition(never) + instance()) == ["1. x", "1) x", "2. x", "2) x"]
    under_first = level(0, "%1.") + level(1, "%2)") + level(2, "-%3-", more='<w:lvlRestart w:val="1"/>')
    body = "".join(numbered("x", at) for at in (0, 1, 2, 1, 2, 0, 2))
    assert texts(body, numbering=definition(under_first) + instance()) == [
        *("1. x", "1) x", "-1- x", "2) x", "-2- x", "2. x", "-1- x"),
    ]


def test_a_legal_level_shows_the_numbers_above_it_in_digits() -> None:
    levels = level(0, "%1.", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>")
    assert texts(numbered("x") + numbered("x", 1), numbering=definition(levels) + instance()) == [
        "I. x",
        "1.1 x",
    ]


@pytest.mark.parametrize(
    ("form", "start", "pattern", "expected"),
    [
        ("decimal", 9, "%1.", "9."),
        ("lowerLetter", 27, "(%1)", "(aa)"),
        ("upperLetter", 2, "%1.", "B."),
        ("lowerRoman", 14, "(%1)", "(xiv)"),
        ("upperRoman", 49, "%1.", "XLIX."),
        ("ordinal", 22, "%1", "22nd"),
        ("decimalZero", 7, "%1.", "07."),
        ("chineseCounting", 21, "%1、", "二十一、"),
        ("chineseCountingThousand", 105, "第%1条", "第一百零五条"),
        ("ideographDigital", 10, "%1", "一〇"),
        ("arabicAbjad", 3, "(%1)", "(ج)"),
        ("arabicAlpha", 3, "(%1)", "(ت)"),
        ("russianLower", 10, "%1)", "к)"),
        ("none", 4, "Article", "Article"),
        ("bullet", 1, "\uf0b7", "•"),
    ],
)
def test_numbers_are_written_in_words_formats(form: str, start: int, pattern: str, expected: str) -> None:
    numbering = definition(level(0, pattern, form, start)) + instance()
    assert texts(numbered("To mark", 0), numbering=numbering) == [f"{expected} To mark"]


def test_a_custom_format_gives_the_digits_of_its_example() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '<w:lvlText w:val="%1"/></w:lvl>'
    )
    assert texts(numbered("x"), numbering=definition(levels) + instance()) == ["007 x"]


def test_styles_bring_numbers_through_those_they_are_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Para"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = level(0, "%1.", more='<w:pStyle w:val="Para"/>') + level(
        1, "(%2)", "lowerLetter", more='<w:pStyle w:val="Sub"/>'
    )
    body = (
        paragraph("one", properties='<w:pStyle w:val="Para"/>')
        + paragraph("two", properties='<w:pStyle w:val="Child"/>')
        + paragraph("below", properties='<w:pStyle w:val="Sub"/>')
        + paragraph("none", properties='<w:pStyle w:val="Para"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("three", properties='<w:pStyle w:val="Para"/>')
    )
    assert texts(body, styles=styles, numbering=definition(levels) + instance()) == [
        *("1. one", "2. two", "(a) below", "none", "3. three"),
    ]


def test_a_list_style_leads_to_the_definition_that_counts() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Outline">'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        definition("", 0, '<w:numStyleLink w:val="Outline"/>')
        + definition(level(0, "§ %1"), 1, '<w:styleLink w:val="Outline"/>')
        + instance(1, 0)
        + instance(2, 1)
    )
    assert texts(numbered("x") + numbered("y"), styles=styles, numbering=numbering) == ["§ 1 x", "§ 2 y"]


def test_an_empty_numbered_paragraph_is_counted_but_is_no_line() -> None:
    body = numbered("x") + numbered("") + numbered("y")
    assert texts(body, numbering=definition(LEGAL) + instance()) == ["1. x", "3. y"]


def test_numbers_run_on_through_tables() -> None:
    table = f"<w:tbl><w:tr><w:tc>{numbered('in')}</w:tc><w:tc>{paragraph('beside')}</w:tc></w:tr></w:tbl>"
    body = numbered("x") + table + numbered("y")
    assert texts(body, numbering=definition(LEGAL) + instance()) == ["1. x", "2. in | beside", "3. y"]


def test_a_typed_number_stays_as_it_was_typed() -> None:
    body = f"<w:p>{run('1.')}<w:r><w:tab/></w:r>{run('Decides')}</w:p>"
    assert texts(body) == ["1. Decides"]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=40))
def test_a_list_counts_as_the_rules_say(levels: list[int]) -> None:
    """Against the rule in other words: a level's number is how often it came since a higher one did."""
    expected = []
    for at, depth in enumerate(levels):
        path = []
        for up in range(depth + 1):
            run_of = levels[: at + 1]
            since = max((i for i, one in enumerate(run_of) if one < up), default=-1)
            here = sum(one == up for one in run_of[since + 1 :])
            passed = int(
                bool([one for one in run_of[since + 1 :] if one > up]) and _came_late(run_of[since + 1 :], up)
            )
            path.append(max(1, here + passed))
        expected.append(".".join(map(str, path)))
    legal = "".join(level(i, ".".join(f"%{n + 1}" for n in range(i + 1))) for i in range(4))
    body = "".join(numbered("x", depth) for depth in levels)
    found = [text.removesuffix(" x") for text in texts(body, numbering=definition(legal) + instance())]
    assert found == expected


def _came_late(levels: list[int], depth: int) -> bool:
    """Whether a deeper level came before this one did."""
    first = next((i for i, one in enumerate(levels) if one == depth), len(levels))
    return any(one > depth for one in levels[:first])


# What a paragraph prints ---------------------------------------------------------------------------------


def test_tabs_breaks_hyphens_and_symbols() -> None:
    inner = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>record</w:t><w:noBreakHyphen/><w:t>keeping</w:t></w:r>"
        '<w:r><w:t xml:space="preserve"> dis</w:t><w:softHyphen/><w:t>arma\u00adment</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
        '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    )
    assert texts(f"<w:p>{inner}</w:p>") == ["a b record-keeping disarmament ≥→"]


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_fields_result_is_text_and_its_instruction_is_not() -> None:
    body = paragraph(
        run("See "), field("REF _R1 \\h", run("paragraph 5")), run(", page "), field("PAGE", run("3"))
    )
    assert texts(body) == ["See paragraph 5, page"]
    simple = '<w:p><w:fldSimple w:instr=" TITLE "><w:r><w:t>Title</w:t></w:r></w:fldSimple></w:p>'
    assert texts(simple) == ["Title"]


def test_fields_within_fields_and_over_paragraphs() -> None:
    contents = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run('I. Introduction')}<w:r><w:tab/></w:r>{field('PAGEREF _T1', run('2'))}</w:p>"
        f"{paragraph('II. Annex 5')}"
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    source = read(contents + paragraph("Text"))
    assert [(line.text, line.style) for line in source.lines] == [
        ("I. Introduction 2", "toc"),
        ("II. Annex 5", "toc"),
        ("Text", ""),
    ]


def test_a_field_that_never_ends_hides_no_more_than_its_paragraph() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    separated = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert texts(paragraph("One ", begun, "lost") + paragraph("Two")) == ["One", "Two"]
    assert texts(paragraph("One ", begun, separated, "3") + paragraph("Two")) == ["One", "Two"]


def test_a_sign_made_by_a_field_is_printed() -> None:
    sign = field('SYMBOL 179 \\f "Symbol"', "").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', ""
    )
    assert texts(paragraph("a ", sign, " b")) == ["a ≥ b"]


def test_a_number_after_a_break_made_by_hand_begins_a_line() -> None:
    newline = "<w:r><w:br/></w:r>"
    body = paragraph("1. Two things:", newline, "(a) one;", newline, "(b) two.")
    assert texts(body) == ["1. Two things:", "(a) one;", "(b) two."]
    assert texts(paragraph("In", newline, "2. parts")) == ["In 2. parts"]


def test_an_initial_set_apart_is_the_first_letter_of_its_paragraph() -> None:
    initial = paragraph("T", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert texts(initial + paragraph("he States act.")) == ["The States act."]


def test_links_controls_and_tags_hold_text() -> None:
    body = (
        f'<w:p><w:hyperlink r:id="x">{run("A/60/88")}</w:hyperlink>'
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run(', annex')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{run(', section II')}</w:smartTag></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('Whole paragraph')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('')}</w:sdtContent></w:sdt>"
    )
    assert texts(body) == ["A/60/88, annex, section II", "Whole paragraph"]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    drawn = (
        "<mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(f"<w:p><w:r>{drawn}</w:r>{run('Beside it')}</w:p>") == ["Beside it", "In the box"]


def test_the_reading_above_a_character_is_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>"
    assert texts(f"<w:p>{ruby}{run('字')}</w:p>") == ["漢字"]


def test_hidden_text_is_left_out_and_told() -> None:
    source = read(paragraph(run("seen "), run("unseen", "<w:vanish/>")))
    assert [line.text for line in source.lines] == ["seen"]
    assert source.notes == ("There was hidden text, which is left out.",)


def test_a_heading_run_in_with_its_paragraph_is_one_line() -> None:
    hidden_mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    body = paragraph("Scope. ", properties=in_list() + hidden_mark) + paragraph("This applies.")
    assert texts(body, numbering=definition(LEGAL) + instance()) == ["1. Scope. This applies."]


# Looks ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("heading 2", 2),
        ("Titre 1", 1),
        ("Заголовок 3", 3),
        ("标题 2", 2),
        ("_ H _Ch", 1),
        ("_ H_1_G", 2),
        ("_ H_2/3", 3),
        ("_ H_4_G", 4),
        ("Title", 1),
        ("__Single Txt", 0),
        ("toc 1", 0),
        ("Session", 0),
    ],
)
def test_heading_styles_by_their_names(name: str, heading: int) -> None:
    style = f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="{name}"/></w:style>'
    (line,) = read(paragraph("Words", properties='<w:pStyle w:val="S"/>'), styles=style).lines
    assert (line.heading, line.style) == (heading, name)


def test_outline_levels_bold_centre_and_indent() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="1"/>'
        '<w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    inherits = paragraph("Words", properties='<w:pStyle w:val="B"/>')
    own = paragraph(
        run("Words", '<w:b w:val="0"/>'),
        properties='<w:pStyle w:val="B"/><w:outlineLvl w:val="9"/><w:jc w:val="left"/>'
        '<w:ind w:left="720" w:hanging="360"/>',
    )
    first, second = read(inherits + own, styles=styles).lines
    assert (first.heading, first.bold, first.centred, first.indent) == (2, True, True, 0)
    assert (second.heading, second.bold, second.centred, second.indent) == (0, False, False, 18)


def test_pages_are_told_where_word_left_its_marks() -> None:
    mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = (
        paragraph("one") + paragraph("two ", mark, "goes on") + paragraph("three") + paragraph(mark, "four")
    )
    source = read(body)
    assert [line.page for line in source.lines] == [1, 1, 2, 3]
    assert source.pages is None
    assert [line.page for line in read(paragraph("one")).lines] == [None]


# Heads, feet and the box ----------------------------------------------------------------------------------


def test_headers_and_footers_are_furniture_without_page_numbers() -> None:
    header = table(("A/80/6", "Distr.: General"))
    footer = paragraph(field("PAGE", run("3")), run("/"), field("NUMPAGES", run("9"))) + paragraph("25-06262")
    source = read(paragraph("Text"), header=header, footer=footer)
    assert [line.text for line in source.lines] == ["Text"]
    assert source.furniture == ("A/80/6", "Distr.: General", "25-06262")


def test_the_distribution_box_and_job_numbers_in_the_body_are_furniture() -> None:
    box = (
        f"<w:tbl><w:tr><w:tc>{paragraph('United Nations')}</w:tc>"
        f"<w:tc>{paragraph('A/C.1/80/L.9')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('General Assembly')}</w:tc>"
        f"<w:tc>{paragraph('Distr.: Limited')}{paragraph('9 October 2025')}</w:tc></w:tr></w:tbl>"
    )
    body = box + paragraph("Eightieth session") + paragraph("25-06262 (E) 240425") + paragraph("*2506262*")
    source = read(body)
    assert [line.text for line in source.lines] == ["Eightieth session"]
    assert source.furniture == (
        *("United Nations", "A/C.1/80/L.9", "General Assembly", "Distr.: Limited", "9 October 2025"),
        *("25-06262 (E) 240425", "*2506262*"),
    )


# Notes ----------------------------------------------------------------------------------------------------

NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{run(" See ")}{run("A/60/88.")}</w:p></w:footnote>'
    f'<w:footnote w:id="2"><w:p>{run("* A/80/50.")}</w:p></w:footnote>'
    f'<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>{run(" Ibid.")}</w:p></w:footnote>'
)


def note(key: int, custom: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if custom else ""
    typed = f"<w:t>{custom}</w:t>" if custom else ""
    return f'<w:r><w:footnoteReference w:id="{key}"{follows}/>{typed}</w:r>'


def test_footnotes_go_with_their_paragraph_and_leave_no_mark() -> None:
    body = paragraph("Items of the list", note(2, "*")) + paragraph(
        run("Instrument,"), note(1), run(" and after"), note(3), run(".")
    )
    first, second = read(body, footnotes=NOTES).lines
    assert (first.text, first.footnotes) == ("Items of the list", ("* A/80/50.",))
    assert (second.text, second.footnotes) == ("Instrument, and after.", ("1 See A/60/88.", "2 Ibid."))


def test_a_chosen_mark_may_stand_in_the_run_after() -> None:
    apart = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/></w:r>' + run("*") + run(" and on")
    (line,) = read(paragraph("List", apart), footnotes=NOTES).lines
    assert (line.text, line.footnotes) == ("List and on", ("* A/80/50.",))


def test_endnotes_are_counted_in_small_roman_numerals_and_footnotes_as_the_section_says() -> None:
    endnotes = f'<w:endnote w:id="1"><w:p>{run("End.")}</w:p></w:endnote>'
    body = (
        paragraph("x", '<w:r><w:endnoteReference w:id="1"/></w:r>', note(3))
        + '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="2"/>'
        "</w:footnotePr></w:sectPr>"
    )
    (line,) = read(body, footnotes=NOTES, endnotes=endnotes).lines
    assert line.footnotes == ("i End.", "b Ibid.")


def test_a_note_typed_into_a_frame_goes_to_the_paragraph_with_its_mark() -> None:
    frame = '<w:framePr w:wrap="notBeside" w:yAlign="bottom"/>'
    body = (
        paragraph("* A/80/50.", properties=frame)
        + paragraph("** In keeping with paragraph 11.", properties=frame)
        + paragraph("Items of the preliminary list*")
        + paragraph("Plan outline**")
    )
    assert [(line.text, line.footnotes) for line in read(body).lines] == [
        ("Items of the preliminary list", ("* A/80/50.",)),
        ("Plan outline", ("** In keeping with paragraph 11.",)),
    ]


# Changes --------------------------------------------------------------------------------------------------


def test_tracked_changes_are_read_as_accepted_and_told_once() -> None:
    body = paragraph(
        run("States "),
        '<w:del w:id="1"><w:r><w:delText>may</w:delText></w:r></w:del>',
        f'<w:ins w:id="2">{run("shall")}</w:ins>',
        '<w:ins w:id="3"><w:del w:id="4"><w:r><w:delText>not</w:delText></w:r></w:del></w:ins>',
        run(" mark"),
    )
    source = read(body)
    assert [line.text for line in source.lines] == ["States shall mark"]
    assert source.notes == (
        "There were 4 tracked changes; the text was read as if all of them were accepted.",
    )


def test_moved_passages_are_read_where_they_were_moved_to() -> None:
    body = (
        f"<w:p><w:moveFrom>{run('moved')}</w:moveFrom>{run('stays')}</w:p>"
        f"<w:p><w:moveTo>{run('moved')}</w:moveTo></w:p>"
    )
    source = read(body)
    assert [line.text for line in source.lines] == ["stays", "moved"]
    assert "was 1 tracked change;" in source.notes[0]


def test_a_deleted_paragraph_mark_joins_two_paragraphs_under_one_number() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    body = (
        paragraph("States", properties=in_list() + deleted)
        + paragraph(" mark", properties=in_list())
        + numbered("Next")
    )
    assert texts(body, numbering=definition(LEGAL) + instance()) == ["1. States mark", "2. Next"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    gone = (
        f"<w:p><w:pPr>{in_list()}{deleted}</w:pPr><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>"
    )
    body = numbered("One") + gone + numbered("Two")
    assert texts(body, numbering=definition(LEGAL) + instance()) == ["1. One", "2. Two"]


def test_a_deleted_row_is_gone_and_changes_of_looks_are_none() -> None:
    table = (
        f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('c')}</w:tc><w:tc>{paragraph('d')}</w:tc></w:tr></w:tbl>"
    )
    assert texts(table) == ["a | b"]
    looks = paragraph(run("x", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>"))
    assert read(looks).notes == ()


def test_comments_are_left_out_and_told_but_not_those_of_the_document_system() -> None:
    comments = (
        f'<w:comment w:id="0"><w:p>{run("Really?")}</w:p></w:comment>'
        f'<w:comment w:id="1"><w:p>{run("<<ODS DOC SYMBOL1>>A/80/6<<ODS DOC SYMBOL1>>")}</w:p></w:comment>'
    )
    body = paragraph("Text", '<w:r><w:commentReference w:id="0"/></w:r>')
    source = read(body, comments=comments)
    assert [line.text for line in source.lines] == ["Text"]
    assert source.notes == ("There was 1 comment in the margin, which is left out.",)
    assert source.furniture == ("A/80/6",)


# Tables ---------------------------------------------------------------------------------------------------


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_row_is_a_line_with_cells() -> None:
    lines = read(table(("State", "Vote"), ("Albania", ""))).lines
    assert [(line.text, line.cells) for line in lines] == [
        ("State | Vote", ("State", "Vote")),
        ("Albania", ("Albania", "")),
    ]
    assert all(line.whole for line in lines)


def test_a_table_of_one_column_places_paragraphs() -> None:
    assert [line.cells for line in read(table(("One",), ("Two",))).lines] == [(), ()]


def test_numbers_in_a_column_of_their_own_belong_to_the_paragraph_beside_them() -> None:
    words = "Decides that the meeting will be held in New York in the summer of the year"
    assert texts(table(("1.", words), ("2.", "Ends."))) == [f"1. {words}", "2. Ends."]


def test_tables_in_cells_and_cells_that_go_on_below() -> None:
    inner = table(("x", "y"))
    body = (
        f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{inner}{paragraph('z')}</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        f"<w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    )
    lines = read(body).lines
    assert [line.cells for line in lines] == [("a", "x | y z"), ("", "b")]


# Whole files ----------------------------------------------------------------------------------------------


def test_a_file_saved_as_strict_open_xml_is_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("Text")))) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, data)
    assert [line.text for line in read_docx(packed.getvalue(), "x.docx").lines] == ["Text"]


def test_a_file_that_another_program_wrote_is_read() -> None:
    import docx as python_docx

    document = python_docx.Document()
    document.core_properties.title = "The paper"
    document.add_heading("Introduction", 1)
    document.add_paragraph("Marking", style="List Number")
    document.add_paragraph("Tracing", style="List Number")
    document.add_paragraph("Records", style="List Bullet")
    packed = io.BytesIO()
    document.save(packed)
    source = read_docx(packed.getvalue(), "paper.docx")
    assert [(line.text, line.heading) for line in source.lines] == [
        ("Introduction", 1),
        ("1. Marking", 0),
        ("2. Tracing", 0),
        ("• Records", 0),
    ]
    assert source.title == "The paper"


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(NameplateError, match="holds no text"):
        read("")


@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N", "P"))), min_size=1))
def test_paragraphs_come_out_as_they_went_in(words: list[str]) -> None:
    kept = [f"To {word} act" for word in words]
    found = [line.text for line in read("".join(paragraph(run(text)) for text in kept)).lines]
    hyphens = str.maketrans("\u2010\u2011", "--")
    assert found == [" ".join(text.translate(hyphens).split()) for text in kept]


# Real ones ------------------------------------------------------------------------------------------------


def real(name: str) -> Source:
    path = DOCUMENTS / name
    if not path.is_file():
        pytest.skip("the real documents are not here")
    return read_docx(path.read_bytes(), name)


def test_the_plan_outline_has_its_forty_three_paragraphs() -> None:
    source = real("A_80_6_PLANOUTLINE.docx")
    numbers = [int(n) for line in source.lines if (n := line.text.partition(".")[0]).isdecimal()]
    assert numbers == list(range(1, 44))
    assert source.lines[-1].text.startswith("(h) Drug control")
    assert {"A/80/6 (Plan outline)", "Distr.: General", "17 April 2025"} <= set(source.furniture)
    noted = {line.text: line.footnotes for line in source.lines if line.footnotes}
    assert noted["Items 137 and 138 of the preliminary list"] == ("* A/80/50.",)


def test_the_corrigendum_keeps_its_tables() -> None:
    source = real("A_80_6_SECT.24__CORR.1.docx")
    rows = [line for line in source.lines if line.cells]
    assert all(isinstance(row, Line) and len(row.cells) == 2 for row in rows)
    assert rows[0].text.startswith("63/170 | Regional arrangements")
    assert rows[-1].text == "PRST/35/1 | Situation of human rights in Côte d’Ivoire"
