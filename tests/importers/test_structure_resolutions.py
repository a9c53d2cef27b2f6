"""The grammar of resolutions, decisions and drafts: each test shows one rule on a few whole lines."""

import pytest

from core.documents import Kind
from tests.importers.whole_lines import headings, labels, read, row, unnumbered

RESOLUTION = """
Seventy-ninth session
Agenda item 98 (p)
Resolution adopted by the General Assembly on 2 December 2024
[on the report of the First Committee (A/79/408, para. 114)]
79/40. The illicit trade in small arms
The General Assembly,
Recalling its resolution 78/46 of 4 December 2023,
Bearing in mind:
(a) The Programme of Action,
(b) The International Tracing Instrument,
Welcoming the outcome,
1. Underlines the issue;
2. Requests the Secretary-General:
(a) To prepare a report on:
(i) Marking;
(ii) Tracing;
(b) To submit it;
and to consult States in doing so;
3. Decides to include the item in the provisional agenda.
43rd plenary meeting
2 December 2024
"""


def test_a_resolution_has_preambular_and_operative_paragraphs_and_sub_paragraphs_of_both() -> None:
    reading = read(RESOLUTION)
    assert labels(reading) == [
        *("pp.1", "pp.2", "pp.2(a)", "pp.2(b)", "pp.3"),
        *("1", "2", "2(a)", "2(a)(i)", "2(a)(ii)", "2(b)", "3"),
    ]
    assert [part.key for part in reading.parts] == ["text"]
    assert {found.kind for found in reading.rows if found.label.startswith("pp")} == {Kind.PREAMBULAR}
    assert row(reading, "2(a)(ii)").kind is Kind.OPERATIVE


def test_the_opening_is_a_heading_without_a_level_and_the_title_stands_over_it() -> None:
    reading = read(RESOLUTION)
    opening = next(found for found in reading.rows if found.text == "The General Assembly,")
    assert (opening.kind, opening.level, opening.label) == (Kind.HEADING, 0, "")
    assert reading.title == "The illicit trade in small arms"


def test_a_sub_paragraph_repeats_the_words_that_introduce_it() -> None:
    reading = read(RESOLUTION)
    assert row(reading, "2(a)").chapeau == "Requests the Secretary-General:"
    assert row(reading, "2(a)(i)").chapeau == "Requests the Secretary-General: To prepare a report on:"
    assert row(reading, "pp.2(b)").chapeau == "Bearing in mind:"
    assert row(reading, "2(a)(i)").text == "Marking;"


def test_words_after_a_list_and_the_closing_lines_are_rows_of_their_own() -> None:
    assert unnumbered(read(RESOLUTION).rows) == [
        "and to consult States in doing so;",
        "43rd plenary meeting",
        "2 December 2024",
    ]


def test_sections_that_restart_their_numbers_are_in_the_labels() -> None:
    text = (
        "The Security Council,\nRecalling its resolutions,\nI\n1. Decides;\n"
        "2. Also decides;\nII\n1. Requests;\n2. Urges."
    )
    assert labels(read(text)) == ["pp.1", "I.1", "I.2", "II.1", "II.2"]


def test_sections_whose_numbers_run_on_are_not() -> None:
    text = (
        "The Security Council,\nRecalling its resolutions,\nI\n1. Decides;\n"
        "2. Also decides;\nII\n3. Requests;\n4. Urges."
    )
    reading = read(text)
    assert labels(reading) == ["pp.1", "1", "2", "3", "4"]
    assert row(reading, "4").section == ("II",)


def test_an_operative_paragraph_without_a_number_has_no_label() -> None:
    reading = read(
        "Decision\nThe Economic and Social Council,\nRecalling its decision 2019/1,\n"
        "Decides to postpone the session until 2021."
    )
    assert labels(reading) == ["pp.1"]
    last = reading.rows[-1]
    assert (last.kind, last.label, last.text) == (
        Kind.OPERATIVE,
        "",
        "Decides to postpone the session until 2021.",
    )


@pytest.mark.parametrize("last", ["Adopts the following declaration:", "Approves the report."])
def test_what_the_organ_decides_in_one_sentence_ends_the_preamble(last: str) -> None:
    reading = read(
        f"The General Assembly,\nRecalling its resolutions,\n{last}\nWe, the Heads of State:\n1. Decide."
    )
    assert labels(reading) == ["pp.1", "1"]


def test_resolutions_a_and_b_under_one_symbol_are_parts() -> None:
    reading = read(
        "General and complete disarmament\nA\nSmall arms\nThe General Assembly,\n"
        "Recalling its resolutions,\n1. Decides.\n"
        "B\nMines\nThe General Assembly,\nNoting the report,\n"
        "Noting also the Convention,\n1. Requests;\n2. Decides."
    )
    assert labels(reading) == [
        *("text.pp.1", "text.1"),
        *("resolution-b.pp.1", "resolution-b.pp.2", "resolution-b.1", "resolution-b.2"),
    ]
    part = reading.parts[1]
    assert (part.key, part.citation) == ("resolution-b", "resolution B")
    assert [found.text for found in reading.rows if found.part == "resolution-b"][:2] == ["B", "Mines"]


def test_a_report_goes_on_after_the_draft_resolution_that_it_recommends() -> None:
    reading = read(
        "Report of the First Committee\nI. Introduction\n1. The Committee met.\n2. It considered the item.\n"
        "II. Recommendations\n3. The Committee recommends the adoption of the following draft resolutions:\n"
        "Draft resolution I\nSmall arms\nThe General Assembly,\nRecalling its resolutions,\n"
        "1. Decides to act;\n2. Also decides;\n3. Requests a report.\n"
        "Draft resolution II\nMines\nThe General Assembly,\nNoting the Convention,\n"
        "1. Urges;\n2. Decides to go on;\n3. Ends.\n"
        "4. The Committee also recommends the adoption of the following draft decision:\n"
        "The General Assembly,\nRecalling its resolutions,\nDecides to include the item."
    )
    assert labels(reading) == [
        *("report.1", "report.2", "report.3"),
        *("draft-1.pp.1", "draft-1.1", "draft-1.2", "draft-1.3"),
        *("draft-2.pp.1", "draft-2.1", "draft-2.2", "draft-2.3"),
        *("report.4", "draft.pp.1"),
    ]
    assert [part.citation for part in reading.parts] == [
        "",
        "draft resolution I",
        "draft resolution II",
        "draft resolution",
    ]
    assert reading.main_part == "report"


def test_an_annex_of_a_resolution_has_a_preamble_sections_and_numbers_of_its_own() -> None:
    reading = read(
        "The General Assembly,\nRecalling its resolutions,\n"
        "1. Adopts the framework annexed to the present resolution;\n"
        "2. Decides to go on.\nAnnex\nGlobal framework\nWe, the States Members of the United Nations,\n"
        "Recalling the Charter,\nI. Principles\n1. One.\n2. Two.\nII. Objectives\n3. Three."
    )
    assert labels(reading) == ["text.pp.1", "text.1", "text.2", "annex.pp.1", "annex.1", "annex.2", "annex.3"]
    assert reading.main_part == "text"
    assert reading.parts[1].title == "Global framework"
    assert row(reading, "3", "annex").section == ("II. Objectives",)


def test_the_sponsors_of_a_draft_are_in_the_masthead() -> None:
    reading = read(
        "Eightieth session\nFirst Committee\nAlbania, Angola, Australia, Austria and Togo: draft resolution\n"
        "The Arms Trade Treaty\nThe General Assembly,\nRecalling its resolutions,\n1. Welcomes the Treaty."
    )
    assert labels(reading) == ["pp.1", "1"]
    assert {found.kind for found in reading.rows if not found.label} == {Kind.HEADING}
    assert reading.title == "The Arms Trade Treaty"


def test_a_pact_has_actions_as_headings_under_which_paragraphs_run_on() -> None:
    reading = read(
        "The General Assembly,\nAdopts the following outcome document and its annexes:\n"
        "* The Pact for the Future\n"
        "1. We, the Heads of State and Government, are gathered here.\n2. We are at a time of change.\n"
        "* I. Sustainable development\n3. In 2015 we resolved.\n"
        "* Action 1. We will take bold, ambitious, accelerated, just and transformative actions.\n"
        "4. We reiterate our commitment. We decide to:\n(a) Scale up efforts;\n"
        "(b) Fully implement the Agenda.\n"
        "* Action 2. We will eradicate poverty.\n5. Eradicating poverty is imperative.\n"
        "* Annex I\n* Global Digital Compact\n1. Digital technologies are transforming.\n"
        "2. They offer benefits.\n"
        "* Objectives\n3. We will pursue them.\n"
        "* Annex II\n* Declaration on Future Generations\nWe, the Heads of State and Government,\n"
        "Observing that today’s generations hold duties,\nRecognizing that decisions matter,\n"
        "* Guiding principles\n1. We must.\n2. We shall."
    )
    assert labels(reading) == [
        *("text.1", "text.2", "text.3", "text.4", "text.4(a)", "text.4(b)", "text.5"),
        *("annex-1.1", "annex-1.2", "annex-1.3"),
        *("annex-2.pp.1", "annex-2.pp.2", "annex-2.1", "annex-2.2"),
    ]
    assert reading.main_part == "text"
    assert row(reading, "5").section[-1] == "Action 2. We will eradicate poverty."
    assert row(reading, "5").section[0] == "I. Sustainable development"
    assert [part.title for part in reading.parts[1:]] == [
        "Global Digital Compact",
        "Declaration on Future Generations",
    ]


def test_goals_have_targets_with_numbers_in_two_pieces_and_the_paragraphs_go_on_after_them() -> None:
    reading = read(
        "The General Assembly,\nAdopts the following outcome document:\n1. One.\n2. Two.\n"
        "* Goal 1. End poverty in all its forms everywhere\n"
        "1.1 By 2030, eradicate extreme poverty.\n1.2 By 2030, reduce it by half.\n"
        "* Goal 2. End hunger\n2.1 By 2030, end hunger.\n* Means of implementation\n3. Three.\n4. Four."
    )
    assert labels(reading) == ["1", "2", "1.1", "1.2", "2.1", "3", "4"]


def test_drafts_number_paragraphs_as_op_and_pp_and_insert_some() -> None:
    reading = read(
        "The General Assembly,\nPP1 Recalling its resolutions,\n"
        "PP1 bis [Recalling also the Charter,]\nPP2. Noting the report,\n"
        "OP1. Decides to act;\nOP1 alt. [Decides] to wait;\n"
        "OP2 [Requests] / [urges] States:\n(a) To mark;\nOP2bis Ends."
    )
    assert labels(reading) == ["pp.1", "pp.1bis", "pp.2", "1", "1alt", "2", "2(a)", "2bis"]
    assert row(reading, "2").text == "[Requests] / [urges] States:"


def test_square_brackets_and_alternatives_stay_as_they_are() -> None:
    reading = read(
        "Chair’s paper\n13. States resolve to mark.\n"
        "[14. States [resolve] [undertake] to trace.]\n"
        "[14 alt.] [Urge States to trace.]\n"
        "14 bis. To report.\n15. To cooperate."
    )
    assert labels(reading) == ["13", "14", "14alt", "14bis", "15"]
    assert row(reading, "14").text == "[States [resolve] [undertake] to trace.]"
    assert row(reading, "14alt").text == "[Urge States to trace.]"
    assert reading.warnings == ()


def test_headings_of_a_paper_have_levels() -> None:
    reading = read(
        "Draft outcome\n# I. Declaration\n1. We.\n# II. Implementation\n# A. At home\n"
        "2. To act.\n* Marking\n3. To mark."
    )
    assert headings(reading) == [
        ("I. Declaration", 1),
        ("II. Implementation", 1),
        ("A. At home", 2),
        ("Marking", 3),
    ]


def test_the_headings_of_a_draft_need_no_look_of_their_own_where_others_have_one() -> None:
    reading = read(
        "Report of the First Committee\n* I. Introduction\n1. It met.\n* II. Action\n* III. Recommendation\n"
        "2. The Committee recommends the following draft resolutions:\nDraft resolution I\nSmall arms\n"
        "The General Assembly,\nRecalling its resolutions,\n1. Decides."
    )
    assert labels(reading) == ["report.1", "report.2", "draft-1.pp.1", "draft-1.1"]
    assert [found.text for found in reading.rows if found.part == "draft-1"][:2] == [
        "Draft resolution I",
        "Small arms",
    ]


def test_a_resolution_of_the_council_is_read_like_one_of_the_assembly() -> None:
    reading = read(
        "S/RES/2370 (2017)\nResolution 2370 (2017)\n"
        "Adopted by the Security Council at its 8017th meeting, on 2 August 2017\n"
        "The Security Council,\nReaffirming its resolutions,\nExpressing its grave concern,\n"
        "Acting under Chapter VII of the Charter,\n1. Reaffirms its decision;\n"
        "2. Decides to remain seized of the matter."
    )
    assert labels(reading) == ["pp.1", "pp.2", "pp.3", "1", "2"]


def test_the_sections_of_one_resolution_are_cited_by_their_numerals() -> None:
    reading = read(
        "80/253. Programme budget\n* I\n* Subvention\nThe General Assembly,\nHaving considered the report,\n"
        "1. Takes note of it;\n2. Approves it.\n* II\n* Expenses\nThe General Assembly,\n"
        "Having considered another report,\n1. Takes note of that;\n2. Endorses it."
    )
    assert labels(reading) == ["pp.1", "I.1", "I.2", "pp.2", "II.1", "II.2"]
    assert {found.part for found in reading.rows} == {"text"}


def test_the_letters_of_a_decision_without_numbers_are_its_labels() -> None:
    reading = read(
        "80/552. Postponement of the Meeting\n"
        "At its 78th plenary meeting, on 14 May 2026, the General Assembly decided:\n"
        "(a) To postpone the Meeting;\n(b) To request the Secretary-General:\n(i) To inform States;\n"
        "(ii) To report on it."
    )
    assert labels(reading) == ["(a)", "(b)", "(b)(i)", "(b)(ii)"]
    assert row(reading, "(a)").chapeau.endswith("decided:")
