"""The grammar of reports and agendas: headings, contents lists, tables, annexes, lists, nothing invented."""

import dataclasses

import pytest

from core.documents import Kind, Track
from importers.lines import Line
from importers.structure import read_structure
from tests.importers.whole_lines import headings, labels, lines_of, read, row, unnumbered


def test_numbered_and_lettered_headings_stand_within_paragraphs_that_are_numbered_through() -> None:
    reading = read(
        "Report of the Group\nI. Introduction\n1. First things.\nA. Technical background\n2. Second things.\n"
        "1. Track testing\n3. Third things.\n(a) On the ground\n4. Fourth things.\n"
        "(b) In the air\n5. Fifth things.\n"
        "2. Virtual testing\n6. Sixth things."
    )
    assert labels(reading) == ["1", "2", "3", "4", "5", "6"]
    assert row(reading, "4").section == (
        "I. Introduction",
        "A. Technical background",
        "1. Track testing",
        "(a) On the ground",
    )
    assert row(reading, "6").section == ("I. Introduction", "A. Technical background", "2. Virtual testing")


def test_a_contents_list_opens_no_section_and_no_annex() -> None:
    reading = read(
        "Report of the Group\nContents\nPage\nI. Introduction ........ 3\n"
        "II. Findings 5\n1. Scope ..... 6\nAnnex I. Members 12\n"
        "I. Introduction\n1. One thing.\nII. Findings\n2. Two things.\nAnnex I\nMembers\n1. Three things."
    )
    assert labels(reading) == ["report.1", "report.2", "annex-1.1"]
    listed = [
        found
        for found in reading.rows
        if found.text.startswith(("Contents", "Page", "I. Introduction .", "II. Findings 5", "Annex I. M"))
    ]
    assert len(listed) == 5
    assert {(found.kind, found.level, found.part) for found in listed} == {(Kind.HEADING, 0, "report")}


def test_a_contents_list_without_page_numbers_ends_where_its_first_entry_comes_again() -> None:
    reading = read(
        "Report\nContents\nI. Introduction\nII. Findings\nI. Introduction\n"
        "1. One thing.\nII. Findings\n2. Two things."
    )
    assert labels(reading) == ["1", "2"]
    assert headings(reading) == [("I. Introduction", 1), ("II. Findings", 1)]


def test_the_word_contents_over_a_section_swallows_nothing() -> None:
    reading = read(
        "Plan outline\nContents\nI. Background\n"
        "1. In keeping with guidance, the plan follows.\nII. Priorities\n"
        "2. They are these."
    )
    assert labels(reading) == ["1", "2"]
    assert row(reading, "2").section == ("II. Priorities",)


def test_the_rows_of_a_table_stay_in_their_place_and_their_numbers_are_none() -> None:
    lines = lines_of("Report\n1. The figures are:\n2. They are high.")
    table = [
        Line("1. Critical | 12", whole=True, cells=("1. Critical", "12")),
        Line("2. Other | 3", whole=True, cells=("2. Other", "3")),
    ]
    reading = read_structure([*lines[:2], *table, *lines[2:]])
    assert labels(reading) == ["1", "2"]
    assert [found.text for found in reading.rows] == [
        *("Report", "The figures are:", "1. Critical | 12", "2. Other | 3", "They are high."),
    ]


def test_notes_go_with_the_row_in_whose_line_they_stood() -> None:
    lines = [
        dataclasses.replace(line, footnotes=(f"{n} See A/{n}.",))
        for n, line in enumerate(lines_of("Report\n1. One.\n(a) Letter."))
    ]
    assert [found.footnotes for found in read_structure(lines).rows] == [
        ("0 See A/0.",),
        ("1 See A/1.",),
        ("2 See A/2.",),
    ]


def test_annexes_appendices_and_enclosures_are_parts() -> None:
    reading = read(
        "Letter dated 5 June 2028\nI have the honour to transmit the report.\n"
        "Enclosure\nA paper\n1. To mark.\n"
        "Annex I\nThe report\n1. One.\nAppendix I\nFigures\n1. Two.\nAnnex II\n"
        "Other things\n1. Three.\nAppendix I\nMore figures\n1. Four."
    )
    assert labels(reading) == [
        "enclosure.1",
        "annex-1.1",
        "appendix-1.1",
        "annex-2.1",
        "annex-2-appendix-1.1",
    ]
    assert reading.main_part == "annex-1"
    assert [part.citation for part in reading.parts] == [
        "",
        "enclosure",
        "annex 1",
        "appendix 1",
        "annex 2",
        "annex 2 appendix 1",
    ]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        *(
            ("Annex", "annex"),
            ("ANNEX II", "annex-2"),
            ("Annex 3: Timetable", "annex-3"),
            ("Annex IV – Members", "annex-4"),
        ),
        *(
            ("Annex B", "annex-b"),
            ("Annexe I", "annex-1"),
            ("Anexo II", "annex-2"),
            ("Приложение III", "annex-3"),
        ),
        *(
            ("附件一", "annex-1"),
            ("附件", "annex"),
            ("المرفق الثاني", "annex-2"),
            ("المرفق", "annex"),
            ("Schedule 1", "schedule-1"),
        ),
        *(("First Schedule", "schedule-1"), ("Protocol I", "protocol-1"), ("Annex*", "annex")),
    ],
)
def test_a_line_alone_opens_an_annex_in_six_languages(line: str, key: str) -> None:
    assert labels(read(f"Draft\n1. One.\n{line}\nTitle of it\n1. Two.")) == ["text.1", f"{key}.1"]


@pytest.mark.parametrize(
    "line",
    [
        "Annex II to the report lists them.",
        "Annex I contains the following:",
        "Annexes are attached.",
        "Annex I, paragraph 5,",
    ],
)
def test_a_sentence_on_an_annex_opens_none(line: str) -> None:
    assert labels(read(f"Draft\n1. One.\n{line}\n2. Two.")) == ["1", "2"]


def test_a_list_within_a_paragraph_does_not_break_the_numbering() -> None:
    reading = read(
        "Report\n1. One.\n2. The Group agreed on three points:\n1. To mark;\n"
        "2. To trace;\n3. To report.\n3. Three.\n"
        "4. The agreement reads in part as follows.\n1. The Parties shall meet.\n"
        "2. They shall agree.\n5. Five.\n6. Six."
    )
    assert labels(reading) == ["1", "2", "3", "4", "5", "6"]
    assert unnumbered(reading.rows) == [
        *("1. To mark;", "2. To trace;", "3. To report."),
        *("1. The Parties shall meet.", "2. They shall agree."),
    ]


def test_a_gap_is_believed_but_not_where_the_missing_number_comes_later() -> None:
    assert labels(read("Report\n1. One.\n2. Two.\n5. Five.\n6. Six.")) == ["1", "2", "5", "6"]
    reading = read("Report\n1. One.\n2. Two.\n40. Not this one.\n41. Nor this.\n3. Three.\n4. Four.")
    assert labels(reading) == ["1", "2", "3", "4"]
    assert unnumbered(reading.rows) == ["40. Not this one.", "41. Nor this."]


def test_years_and_quantities_are_no_numbers() -> None:
    reading = read(
        "Report\n1. One.\n2024. It was a year.\n12 States spoke.\n"
        "2.5 million weapons were seized.\n12 – 15 May 2024\n2. Two."
    )
    assert labels(reading) == ["1", "2"]


def test_numbers_of_budget_documents_have_two_pieces() -> None:
    reading = read(
        "Proposed programme budget for 2026\n24.1 The office is responsible.\n"
        "24.2 It has a mandate.\n# Programme\n24.3 It goes on:\n(a) Here;\n(b) There.\n"
        "24.4 It ends."
    )
    assert labels(reading) == ["24.1", "24.2", "24.3", "24.3(a)", "24.3(b)", "24.4"]


def test_numbers_as_deep_as_they_go_are_labels_and_numbered_titles_too() -> None:
    reading = read(
        "Regulation\n1. Scope\n1.1. This applies.\n2. Definitions\n2.1. “One” means:\n"
        "(a) this;\n(b) that.\n2.1.1. More.\n"
        "2.1.1.1. Deeper.\n2.2. “Two” means two.\n3. Requirements\n3.1. Performance\n"
        "3.1.1. The system shall.\n3.1.2.1. It shall too.\n4. End"
    )
    assert labels(reading) == [
        *("1", "1.1", "2", "2.1", "2.1(a)", "2.1(b)", "2.1.1", "2.1.1.1", "2.2"),
        *("3", "3.1", "3.1.1", "3.1.2.1", "4"),
    ]


def test_a_number_cut_from_its_sentence_goes_back_to_it() -> None:
    reading = read(
        "Regulation\n1. Scope\n1.1. This applies as laid down in paragraphs up to\n"
        "1.4. shall apply here.\n1.2. Two.\n1.3. Three.\n1.4. Four."
    )
    assert labels(reading) == ["1", "1.1", "1.2", "1.3", "1.4"]
    assert row(reading, "1.1").text == "This applies as laid down in paragraphs up to 1.4. shall apply here."


def test_a_second_section_in_pieces_is_a_part_beside_paragraphs_numbered_through() -> None:
    reading = read(
        "Proposal\nI. Rationale\n1. One thing.\n2. Two things.\n"
        "II. Text of the Regulation\n1. Scope\n1.1. This applies.\n2. Definitions\n"
        "2.1. Words."
    )
    assert labels(reading) == [
        "text.1",
        "text.2",
        "section-ii.1",
        "section-ii.1.1",
        "section-ii.2",
        "section-ii.2.1",
    ]
    assert reading.parts[1].citation == "sect. II"
    assert row(reading, "1", "section-ii").section == ("II. Text of the Regulation",)


def test_a_label_that_comes_twice_is_taken_from_the_second_and_said() -> None:
    reading = read("Draft\n1. One:\n(a) First;\n(b) Second.\n1 bis. Inserted.\n1 bis. Again.\n2. Two.")
    assert labels(reading) == ["1", "1(a)", "1(b)", "1bis", "2"]
    assert unnumbered(reading.rows) == ["1 bis. Again."]
    assert any("comes up twice" in warning for warning in reading.warnings)


def test_a_provisional_agenda_has_items_sub_items_and_annotations() -> None:
    reading = read(
        "Eighth Biennial Meeting of States\nProvisional agenda\n"
        "1. Opening of the session.\n2. Election of the Chair.\n"
        "3. Consideration of the implementation of the Programme of Action:\n"
        "(a) National level;\n(b) Global level.\n"
        "4. Consideration of the implementation of the International Tracing Instrument.\nAnnotations\n"
        "1. Opening of the session\nThe Chair will open the session.\n"
        "2. Election of the Chair\nThe Meeting will elect its Chair."
    )
    assert labels(reading) == ["1", "2", "3", "3(a)", "3(b)", "4"]
    assert reading.main_part == "agenda"
    assert {found.kind for found in reading.rows if found.label} == {Kind.AGENDA}
    assert (row(reading, "3").track, row(reading, "4").track) == (Track.POA, Track.ITI)
    opened = next(found for found in reading.rows if found.text == "The Chair will open the session.")
    assert (opened.kind, opened.section[-1]) == (Kind.REPORT, "1. Opening of the session")


def test_the_agenda_of_the_assembly_begins_anywhere_and_its_sub_items_too() -> None:
    reading = read(
        "Provisional agenda of the eightieth session\nG. Disarmament\n"
        "98. General and complete disarmament:\n(a) Treaty;\n(b) Mines;\n(c) Arms;\n"
        "99. Review of the implementation."
    )
    assert labels(reading) == ["98", "98(a)", "98(b)", "98(c)", "99"]


def test_a_statement_has_no_labels_and_is_a_report_of_words() -> None:
    reading = read(
        "Statement by Latvia\nCheck against delivery\nChair,\n"
        "Latvia aligns itself with the statement of the European Union and adds the following.\n"
        "I thank you."
    )
    assert labels(reading) == []
    assert {found.kind for found in reading.rows} == {Kind.HEADING, Kind.REPORT}


def test_a_corrigendum_keeps_its_words() -> None:
    reading = read(
        "Human rights\nCorrigendum\n# Paragraph 24.11\n"
        "Replace the table with the following:\n# General Assembly resolutions"
    )
    assert labels(reading) == []
    assert [found.text for found in reading.rows] == [
        *(
            "Human rights",
            "Corrigendum",
            "Paragraph 24.11",
            "Replace the table with the following:",
            "General Assembly resolutions",
        ),
    ]


def test_recommendations_are_headings_where_paragraphs_run_on_under_them() -> None:
    reading = read("Report\n1. One.\n* Recommendation 1\n2. Two.\n* Recommendation 2\n3. Three.")
    assert labels(reading) == ["1", "2", "3"]
    assert row(reading, "3").section == ("Recommendation 2",)


def test_the_programme_of_action_restarts_its_numbers_in_every_section() -> None:
    reading = read(
        "Programme of Action\nI. Preamble\n1. We, the States, met.\n"
        "2. Gravely concerned.\nII. Preventing the illicit trade\n"
        "1. We undertake the following measures:\nAt the national level\n"
        "2. To put in place laws.\n3. To adopt them.\n"
        "At the regional level\n4. To establish a point of contact.\nIII. Implementation\n1. We declare."
    )
    assert labels(reading) == ["I.1", "I.2", "II.1", "II.2", "II.3", "II.4", "III.1"]
    assert row(reading, "II.4").section == ("II. Preventing the illicit trade", "At the regional level")


@pytest.mark.parametrize(
    "line",
    [
        "Annex to the letter dated 3 May 2028 from the Permanent Representative of Latvia to the Chair",
        "Annex I to the note verbale dated 3 May 2028",
        "Annexe à la lettre datée du 3 mai 2028",
        "Anexo de la carta de fecha 3 de mayo de 2028",
        "Приложение к письму Постоянного представителя от 3 мая 2028 года",
    ],
)
def test_an_annex_may_say_to_what_it_belongs(line: str) -> None:
    reading = read(
        f"Letter dated 3 May 2028\nI transmit the paper to you herewith.\n{line}\nOur views\n"
        "1. To mark.\n2. To trace."
    )
    assert labels(reading) == ["1", "2"]
    assert reading.main_part.startswith("annex")
    assert reading.parts[-1].title == "Our views"


def test_captions_and_the_short_lines_of_a_table_are_no_headings() -> None:
    reading = read(
        "Report\n* I. Introduction\n1. One.\n* A. Figures\n* B. Tables\n2. Two.\n"
        "Table 1\nCritical occurrences\nNumber\n"
        "3. Three.\n* Table 2\n4. Four."
    )
    assert labels(reading) == ["1", "2", "3", "4"]
    assert {row(reading, label).section for label in "234"} == {("I. Introduction", "B. Tables")}


def test_headings_without_a_number_stand_two_deep_at_most() -> None:
    reading = read("Report\n1. One.\n* Alpha\n* Beta\n* Gamma\n* Delta\n2. Two.")
    assert headings(reading) == [("Alpha", 1), ("Beta", 2), ("Gamma", 2), ("Delta", 2)]


def test_an_agenda_as_long_as_the_paragraphs_before_it_ends_at_the_next_heading() -> None:
    reading = read(
        "Report of the Meeting\nA. Opening\n1. It was opened.\n2. It met.\nB. Agenda\n"
        "3. The Meeting adopted its agenda, as follows:\n1. Opening.\n2. Election.\n3. Agenda.\n"
        "4. Organization of work.\n5. Other issues.\nC. Participation\n4. Many took part.\n5. Others did not."
    )
    assert labels(reading, "report") == ["1", "2", "3", "4", "5"]
    assert labels(reading, "agenda") == ["1", "2", "3", "4", "5"]
    assert row(reading, "4", "report").text == "Many took part."


@pytest.mark.parametrize(
    ("masthead", "kind"),
    [
        ("Working paper submitted by Freedonia", Kind.REPORT),
        ("Proposed programme budget for 2026\nPlan outline", Kind.REPORT),
        ("Working paper submitted by the Chair\nDraft outcome document", Kind.OPERATIVE),
        ("Programme of Action", Kind.OPERATIVE),
    ],
)
def test_a_paper_is_somebodys_words_unless_it_drafts_what_states_agree_upon(
    masthead: str, kind: Kind
) -> None:
    reading = read(f"{masthead}\n1. States took measures.\n2. They took more of them.")
    assert row(reading, "2").kind is kind
