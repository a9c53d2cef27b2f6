"""What a page's layout tells: order, furniture, columns, headings, lists, broken words."""

import pytest

from importers.pdf_reader import read_pdf
from tests.importers.pdf.printing import BOLD, INDENT, LEFT, Press

LONG = (
    "Member States take part in the work of the Conference on an equal footing, and the decisions that "
    "they take are carried out by each of them in good faith and within the time that was agreed upon "
    "by all."
)


def texts(press: Press) -> list[str]:
    return [line.text for line in read_pdf(press.pdf(), "layout.pdf").lines]


def test_headings_at_one_height_are_not_furniture() -> None:
    press = Press()
    for number in (1, 2, 3):
        press.y = 730
        press.line(f"Annex {number}", 60, 14, BOLD)
        press.paragraph(LONG)
        press.at(300, 30, str(number), 8)
        if number < 3:
            press.new_page()
    assert [text for text in texts(press) if text.startswith("Annex")] == ["Annex 1", "Annex 2", "Annex 3"]


def test_a_line_that_comes_back_in_the_text_stays() -> None:
    press = Press()
    for number in (1, 2):
        press.y = 600
        press.line("States resolve to undertake the following measures:", INDENT)
        press.paragraph(LONG)
        press.at(300, 30, str(number), 8)
        if number == 1:
            press.new_page()
    assert texts(press).count("States resolve to undertake the following measures:") == 2


@pytest.mark.parametrize("form", ["{0}", "– {0} –", "Page {0}", "{0}/3", "Page {0} of 3"])
def test_page_numbers_are_furniture(form: str) -> None:
    press = Press()
    for number in (1, 2, 3):
        press.paragraph(f"{number}. {LONG}")
        press.at(300, 30, form.format(number), 8)
        if number < 3:
            press.new_page()
    assert texts(press) == [f"{number}. {LONG}" for number in (1, 2, 3)]


def test_the_head_of_a_page_may_come_last_in_the_file() -> None:
    press = Press()
    press.y = 500
    press.paragraph(f"2. {LONG}")
    press.y = 600
    press.paragraph(f"1. {LONG}")
    press.y = 700
    press.line("Declaration", 250, 14, BOLD)
    assert texts(press) == ["Declaration", f"1. {LONG}", f"2. {LONG}"]


def test_a_number_apart_from_its_words_belongs_to_them() -> None:
    press = Press()
    press.at(147, 600, "12.")
    press.at(170, 600, "Decides to remain seized of the matter.")
    assert texts(press) == ["12. Decides to remain seized of the matter."]


def test_two_columns_are_read_one_after_the_other() -> None:
    press = Press()
    for left, number in ((60.0, 1), (320.0, 4)):
        press.y = 700
        for paragraph in range(3):
            press.paragraph(f"{number + paragraph}. {LONG} {LONG}", left + 12, left, left + 230)
    assert texts(press) == [f"{number}. {LONG} {LONG}" for number in range(1, 7)]


def test_hanging_subparagraphs_are_apart() -> None:
    press = Press()
    press.paragraph("3. Calls upon States:", INDENT)
    for mark in "abc":
        press.line(f"({mark})", 170)
        press.y += 12
        press.line("To ensure that the records which are kept of small arms are complete, and that they", 195)
        press.line("are kept for as long as possible; and", 195)
    assert texts(press) == [
        "3. Calls upon States:",
        *(
            f"({mark}) To ensure that the records which are kept of small arms are complete, and that "
            "they are kept for as long as possible; and"
            for mark in "abc"
        ),
    ]


def test_headings_of_several_lines_are_one() -> None:
    press = Press()
    press.line("Chapter II", 280, 12, BOLD)
    press.line("Strengthening of national measures against the illicit trade in all its", 120, 12, BOLD, 12)
    press.line("aspects and manifestations", 225, 12, BOLD)
    press.paragraph(LONG)
    assert texts(press) == [
        "Chapter II",
        "Strengthening of national measures against the illicit trade in all its aspects and manifestations",
        LONG,
    ]


def test_entries_of_a_table_of_contents_stay_apart() -> None:
    press = Press()
    entries = [
        f"{name} {'.' * 90} {page}" for name, page in (("I. Scope", 3), ("II. Terms", 4), ("III. Aims", 17))
    ]
    for entry in entries:
        press.line(entry, 60)
    assert texts(press) == entries


def test_words_cut_at_the_end_of_a_line_are_mended() -> None:
    press = Press()
    press.line(
        "The implementation of the decision-making process was a matter of follow-up and of the imple-", LEFT
    )
    press.line("mentation of measures, in which the participation of women in all of the decision-", LEFT)
    press.line("making was named beside the well-being of all, and short-", LEFT)
    press.line("and long-term measures.", LEFT)
    assert texts(press) == [
        "The implementation of the decision-making process was a matter of follow-up and of the "
        "implementation of measures, in which the participation of women in all of the decision-making "
        "was named beside the well-being of all, and short- and long-term measures."
    ]


def test_a_paragraph_goes_on_over_a_page_whose_foot_has_notes() -> None:
    press = Press()
    press.y = 160
    press.line("4. Encourages States to make, on a voluntary basis, increasing use of their national", INDENT)
    press.line(
        "reports, and notes the tool{1} that was made for communicating the need for assistance and", LEFT
    )
    press.at(117, 83, "1", 5.5)
    press.at(123, 80, "A/79/77.", 8.5)
    press.new_page()
    press.line("the resources that are there to address it;", LEFT)
    press.line("5. Invites them to do so.", INDENT, skip=6)
    lines = read_pdf(press.pdf(), "x.pdf").lines
    assert [line.text for line in lines] == [
        "4. Encourages States to make, on a voluntary basis, increasing use of their national reports, "
        "and notes the tool that was made for communicating the need for assistance and the resources "
        "that are there to address it;",
        "5. Invites them to do so.",
    ]
    assert [line.footnotes for line in lines] == [("1 A/79/77.",), ()]


def test_raised_numbers_without_a_note_stay() -> None:
    press = Press()
    press.line("An area of 12 km{2} and a speed of 4 m/s{2} were measured in the course of the year.", LEFT)
    press.paragraph(LONG)
    assert (
        texts(press)[0] == "An area of 12 km2 and a speed of 4 m/s2 were measured in the course of the year."
    )


def test_a_note_without_its_mark_goes_to_the_last_paragraph_of_its_page() -> None:
    press = Press()
    press.paragraph(LONG)
    press.paragraph(LONG)
    press.at(99, 95, "__________________", 8)
    press.at(117, 83, "1", 5.5)
    press.at(123, 80, "A/79/77.", 8.5)
    assert [line.footnotes for line in read_pdf(press.pdf(), "x.pdf").lines] == [(), ("1 A/79/77.",)]


def test_starred_notes_of_the_first_page() -> None:
    press = Press()
    press.line("Items 137 and 138 of the preliminary list*", 60)
    press.paragraph(LONG)
    press.at(117, 80, "* A/80/50.", 8.5)
    lines = read_pdf(press.pdf(), "x.pdf").lines
    assert lines[0].text == "Items 137 and 138 of the preliminary list"
    assert lines[0].footnotes == ("* A/80/50.",)


def test_a_numbered_title_of_two_lines_is_one() -> None:
    press = Press()
    press.line(
        "78/54.   Assistance to States for curbing the illicit traffic in small arms and", 79, 12, BOLD
    )
    press.line("light weapons and collecting them", LEFT, 12, BOLD)
    assert texts(press) == [
        "78/54. Assistance to States for curbing the illicit traffic in small arms and light weapons and "
        "collecting them"
    ]


def test_a_running_head_of_two_lines_is_furniture() -> None:
    press = Press()
    for number in (1, 2, 3):
        if number > 1:
            press.at(312, 743, "Assistance to States for curbing the illicit traffic in small arms and", 8)
            press.at(60, 733, "A/RES/78/54", 8)
            press.at(430, 733, "light weapons and collecting them", 8)
        press.paragraph(f"{number}. {LONG}")
        if number < 3:
            press.new_page()
    source = read_pdf(press.pdf(), "layout.pdf")
    assert [line.text for line in source.lines] == [f"{number}. {LONG}" for number in (1, 2, 3)]
    assert "A/RES/78/54" in source.furniture


def test_a_space_before_a_mark_stays_between_the_words_around_it() -> None:
    press = Press()
    press.y = 400
    press.line(
        "2. Recalls the declaration endorsed by the relevant States Parties, {1}and welcomes it;", LEFT
    )
    press.at(117, 83, "1", 5.5)
    press.at(123, 80, "See A/76/324.", 8.5)
    lines = read_pdf(press.pdf(), "layout.pdf").lines
    assert lines[0].text == (
        "2. Recalls the declaration endorsed by the relevant States Parties, and welcomes it;"
    )
    assert lines[0].footnotes == ("1 See A/76/324.",)


def test_a_raised_mark_set_apart_from_its_line() -> None:
    press = Press()
    press.y = 400
    press.line("Recalling the reports of the Group established pursuant to resolution 72/55,{1}", LEFT)
    press.at(500, press.y, "of the Group")
    press.line("established pursuant to resolution 61/72,", LEFT)
    press.at(117, 83, "1", 5.5)
    press.at(123, 80, "See A/76/324.", 8.5)
    lines = read_pdf(press.pdf(), "layout.pdf").lines
    assert "72/55," in lines[0].text and "72/55,1" not in " ".join(line.text for line in lines)
    assert lines[0].footnotes == ("1 See A/76/324.",)


def test_single_lines_on_both_sides_of_a_page_break_are_two_paragraphs() -> None:
    first = "Recalling the commitment of States to the Programme of Action as the main framework,"
    press = Press()
    press.paragraph(LONG)
    press.y = 100
    press.line(first, INDENT)
    press.new_page()
    second = "Underlining the need for States to enhance their efforts to build a national capacity"
    press.line(second, INDENT)
    press.line("for the implementation of all this,", LEFT)
    assert texts(press) == [LONG, first, f"{second} for the implementation of all this,"]


def test_a_list_of_sponsors_goes_on_over_the_page() -> None:
    press = Press()
    press.y = 100
    press.line("Albania, Australia, Austria, Belgium, Bosnia and Herzegovina, Bulgaria,", LEFT, font=BOLD)
    press.new_page()
    press.line("Canada and Chile: draft resolution", LEFT, font=BOLD)
    assert texts(press) == [
        "Albania, Australia, Austria, Belgium, Bosnia and Herzegovina, Bulgaria, Canada and Chile: "
        "draft resolution"
    ]


def test_text_at_the_margin_beneath_distr_is_no_distribution_box() -> None:
    press = Press()
    press.y = 740
    for text in ("A/RES/90/1", "General Assembly", "Distr.: General", "9 December 2035", "Ninetieth session"):
        press.line(text)
    press.line("The General Assembly,", skip=12)
    press.line("Recalling its resolution 89/1 of 2 December 2034,", skip=6)
    press.new_page()
    press.line("1. Encourages all States to keep records of marking;")
    source = read_pdf(press.pdf(), "plain.pdf")
    assert [line.text for line in source.lines] == [
        "Ninetieth session",
        "The General Assembly,",
        "Recalling its resolution 89/1 of 2 December 2034,",
        "1. Encourages all States to keep records of marking;",
    ]
    assert "9 December 2035" in source.furniture and "Distr.: General" in source.furniture


def test_the_number_of_a_note_may_be_as_large_as_the_text() -> None:
    press = Press()
    press.paragraph(f"1. {LONG[:-1]}{{1}};")
    press.paragraph(f"2. {LONG}")
    press.at(60, 80, "1")
    press.at(67, 80, "A/79/77, annex.", 8.5)
    lines = read_pdf(press.pdf(), "x.pdf").lines
    assert [line.text for line in lines] == [f"1. {LONG[:-1]};", f"2. {LONG}"]
    assert lines[0].footnotes == ("1 A/79/77, annex.",)


def test_articles_that_begin_a_page_each_are_no_running_head() -> None:
    press = Press()
    for number in (4, 5, 6):
        press.y = 730
        press.line(f"Article {number}", 290)
        press.paragraph(LONG)
        press.at(300, 30, str(number - 3), 8)
        if number < 6:
            press.new_page()
    assert [text for text in texts(press) if text.startswith("Art")] == [
        "Article 4",
        "Article 5",
        "Article 6",
    ]


def test_a_paragraph_goes_on_where_only_one_page_has_something_further_out() -> None:
    press = Press()
    press.line("Agenda item 138", 60)
    for number in (1, 2, 3):
        press.paragraph(f"{number}. {LONG}")
    press.y = 90
    press.line("4. Decides that the printing of weapons has been taken up since the adoption of", INDENT)
    press.line("resolution 61/66 of 6 December 2006, within existing resources and by 31 December", LEFT)
    press.new_page()
    press.line("2028 at the latest, bearing in mind the priorities of States;", LEFT)
    for number in (5, 6, 7):
        press.paragraph(f"{number}. {LONG}")
    assert "31 December 2028 at the latest" in texts(press)[4]


def test_lines_of_one_edge_are_full_whatever_stands_further_right() -> None:
    press = Press()
    for number in (1, 2, 3):
        press.paragraph(f"{number}. {LONG}")
    for place in ("44th plenary meeting", "3 December 2026"):
        press.line(place, 480)
    assert texts(press)[:3] == [f"{number}. {LONG}" for number in (1, 2, 3)]


def test_the_number_of_a_section_stands_above_its_title() -> None:
    press = Press()
    press.paragraph(LONG)
    press.line("II", 298, font=BOLD, skip=8)
    press.line("Administrative expenses", 250, font=BOLD, skip=2)
    press.paragraph(f"1. {LONG}")
    assert texts(press)[1:3] == ["II", "Administrative expenses"]


def test_no_paragraph_ends_in_a_bracket_that_opens() -> None:
    press = Press()
    press.paragraph(LONG)
    press.line("Taking note of the report of the Secretary-General on the subject (", INDENT, skip=6)
    press.line("A/CONF.192/2024/RC/3/Add.1/Rev.2/Corr.1) and of what it says,", LEFT)
    assert texts(press)[1].endswith(
        "on the subject (A/CONF.192/2024/RC/3/Add.1/Rev.2/Corr.1) and of what it says,"
    )
