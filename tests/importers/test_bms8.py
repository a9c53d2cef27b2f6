"""BMS8's report, compared with its source by code that knows nothing of the importer."""

import datetime as dt
import re
import uuid

import pytest

from core.documents import Kind, Standing, Track
from tests.importers.conftest import Read

CHAPEAU = (
    "Bearing in mind the different situations, capacities and priorities of States and regions, States "
    "resolve to undertake the following measures to prevent, combat and eradicate the illicit manufacture "
    "and trade in small arms and light weapons in all its aspects, as well as their diversion and illicit "
    "international transfer to unauthorized recipients"
)
A = (
    "A. Consideration of the implementation of the Programme of Action to Prevent, Combat and Eradicate the "
    "Illicit Trade in Small Arms and Light Weapons in All Its Aspects, at the national regional and global "
    "levels."
)
B = (
    "B. Consideration of the implementation of the International Instrument to Enable States to Identify and "
    "Trace, in a Timely and Reliable Manner, Illicit Small Arms and Light Weapons"
)
C = (
    "C. Consideration of international cooperation and assistance, including capacity-building, and means of "
    "enhancing modalities and procedures for international cooperation and assistance"
)
D = (
    "D. Other issues and topics for the effective implementation of the Programme of Action and the "
    "International Tracing Instrument"
)
NATIONAL, REGIONAL, GLOBAL = (f"At the {level} level" for level in ("national", "regional", "global"))
VIOLENCE = "Armed violence, terrorism and the broader peace, security, and sustainable development nexus"
CONFLICT = "Programme of Action in the context of conflict and post-conflict settings"
TECHNOLOGIES = (
    "Implications of new technologies in strengthening the implementation of the International Tracing "
    "Instrument"
)
AFTER = {
    "report": {
        5: "II. Organizational matters A. Opening and duration",
        8: "B. Officers",
        9: "C. Adoption of the agenda",
        11: "D. Rules of procedure",
        13: "E. Documentation",
        16: f"III. Proceedings {A.removesuffix(' at the national regional and global levels.')} "
        "at the national level, the regional level and the global level",
        17: B,
        18: C,
        19: D,
        21: "IV. Adoption of the draft final document",
        23: "V. Adoption of the report",
        24: "Advanced unedited copy",
    },
    "annex": {
        20: f"{A} {CHAPEAU}: {NATIONAL}",
        40: REGIONAL,
        48: f"{GLOBAL} {VIOLENCE}",
        54: CONFLICT,
        61: f"{B} {CHAPEAU}.",
        66: TECHNOLOGIES,
        75: f"{C} {CHAPEAU}:",
        95: f"{D}.",
    },
}
"""What stands in the source between a paragraph and the next number: headings and chapeaux, by hand."""


def plain(source: str) -> str:
    """The words of the source on one line, without link marks and list dashes."""
    unlinked = re.sub(r"\]\(#\)", "", source.replace("[", ""))
    undashed = re.sub(r"(?m)^ ?-(?: (?=\d)|$)", "", unlinked)
    return " ".join(undashed.split())


def halves(source: str) -> dict[str, str]:
    report, annex = plain(source).split(" Annex Outcome of the Eighth ")
    return {"report": report + " ", "annex": "Outcome of the Eighth " + annex + " "}


def crude_spans(text: str, last: int, begin: int = 0) -> dict[int, str]:
    """The words from "62. " up to the next "63. ", for all numbers up to ``last``."""
    starts = []
    for number in range(1, last + 1):
        begin = text.index(f" {number}. ", begin) + 1
        starts.append(begin)
    ends = [*starts[1:], len(text)]
    return {
        number: text[start:end].removeprefix(f"{number}. ").strip()
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    }


def test_the_words_of_all_rows_are_the_words_of_the_source_in_their_order(bms8: Read) -> None:
    written = [f"{row.label}. {row.text}" if row.label else row.text for row in bms8.rows]
    assert " ".join(written).split() == plain(bms8.source).split()


def test_there_are_97_paragraphs_in_the_annex_24_in_the_report_and_11_agenda_items(bms8: Read) -> None:
    assert bms8.labels("annex") == [str(number) for number in range(1, 98)]
    assert bms8.labels("report") == [str(number) for number in range(1, 25)]
    assert bms8.labels("agenda") == [str(number) for number in range(1, 12)]
    assert bms8.document.numbered == 97 + 24 + 11
    assert {row.kind for row in bms8.rows if row.part == "annex" and row.label} == {Kind.OPERATIVE}
    assert {row.kind for row in bms8.rows if row.part == "report" and row.label} == {Kind.REPORT}
    assert {row.kind for row in bms8.rows if row.part == "agenda"} == {Kind.AGENDA}


def test_every_annex_paragraph_is_word_for_word_what_stands_between_two_numbers(bms8: Read) -> None:
    spans = crude_spans(halves(bms8.source)["annex"], 97)
    for number, span in spans.items():
        expected = span.removesuffix(AFTER["annex"].get(number, "")).strip()
        assert bms8[f"BMS8/{number}"].text == expected, number


def test_every_report_paragraph_is_word_for_word_what_stands_between_two_numbers(bms8: Read) -> None:
    report = halves(bms8.source)["report"]
    items, rest = report.index(" 1. Opening of the meeting"), report.index(" 11. At the same meeting")
    spans = crude_spans(report[:items], 10) | {
        number + 10: span
        for number, span in crude_spans(
            re.sub(r" (1\d|2[0-4])\. (?=[A-Z])", lambda n: f" {int(n[1]) - 10}. ", report[rest:]), 14
        ).items()
    }
    assert len(spans) == 24
    for number, span in spans.items():
        expected = span.removesuffix(AFTER["report"].get(number, "")).strip()
        assert bms8[f"BMS8/report.{number}"].text == expected, number


def test_every_agenda_item_is_word_for_word_what_stands_between_two_numbers(bms8: Read) -> None:
    report = halves(bms8.source)["report"]
    agenda = report[report.index("approved as follows: 1. ") : report.index(" 11. At the same meeting")]
    for number, span in crude_spans(agenda, 11).items():
        assert bms8[f"BMS8/agenda.{number}"].text == span, number


def test_eleven_occurs_twice_in_a_row_and_is_read_as_agenda_item_and_paragraph(bms8: Read) -> None:
    assert bms8["BMS8/agenda.11"].text == "Adoption of the report."
    assert bms8["BMS8/report.11"].text.startswith("At the same meeting, the provisional programme of work")


def test_officers_belong_to_paragraph_9(bms8: Read) -> None:
    assert bms8["BMS8/report.9"].text.endswith(
        "elected by acclamation: Chair: Enrique Manalo (Philippines) Vice-Chairs: Algeria, El Salvador, "
        "Ghana, Guatemala, Hungary, Jamaica, Latvia, Portugal, the Republic of Korea, Thailand and Togo."
    )


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("BMS8/8", "sustainable peace, security, socioeconomic development"),
        ("BMS8/24", "of a weapon, in support of the implementation"),
        ("BMS8/57", "in the relevant mandates of United Nations peace operations"),
        ("BMS8/64", "enhancing submission of and responses to tracing requests"),
        ("BMS8/report.16", "Clearinghouse for the Control of Small Arms"),
        ("BMS8/report.19", "Mexico, and Nicaragua. At the 7th meeting"),
        ("BMS8/agenda.6", "Small Arms and Light Weapons in All Its Aspects, at the national level"),
        ("BMS8/50", "other relevant United Nations resolutions ."),
        ("BMS8/report.10", "the provisional agenda (A/CONF.192/BMS/2022/L.1) was approved"),
    ],
)
def test_page_breaks_are_mended_and_marks_are_gone(bms8: Read, reference: str, words: str) -> None:
    assert words in bms8[reference].text


@pytest.mark.parametrize(
    ("first", "last", "section", "track"),
    [
        (1, 20, (), None),
        (21, 40, (A, NATIONAL), Track.POA),
        (41, 48, (A, REGIONAL), Track.POA),
        (49, 54, (A, GLOBAL, VIOLENCE), Track.POA),
        (55, 61, (A, GLOBAL, CONFLICT), Track.POA),
        (62, 66, (B,), Track.ITI),
        (67, 75, (B, TECHNOLOGIES), Track.ITI),
        (76, 95, (C,), Track.COOPERATION),
        (96, 97, (f"{D}.",), Track.OTHER),
    ],
)
def test_annex_paragraphs_know_their_headings_and_track(
    bms8: Read, first: int, last: int, section: tuple[str, ...], track: Track | None
) -> None:
    for number in range(first, last + 1):
        row = bms8[f"BMS8/{number}"]
        assert (row.section, row.track) == (section, track), number


def test_chapeaux_stand_over_the_paragraphs_that_depend_on_them_and_no_others(bms8: Read) -> None:
    for number in range(1, 98):
        mark = ":" if 21 <= number <= 61 or 76 <= number <= 95 else "." if 62 <= number <= 75 else ""
        assert bms8[f"BMS8/{number}"].chapeau == (CHAPEAU + mark if mark else ""), number
    rows = [row for row in bms8.rows if row.text.startswith("Bearing in mind")]
    assert [(row.kind, row.level, row.label) for row in rows] == [(Kind.HEADING, 0, "")] * 3
    assert not any(row.chapeau for row in bms8.rows if row.part != "annex")


def test_headings_have_levels(bms8: Read) -> None:
    levels = {(row.part, row.text): row.level for row in bms8.rows if row.kind is Kind.HEADING}
    assert levels["report", "I. Introduction"] == 1
    assert levels["report", "B. Officers"] == 2
    assert levels["annex", A] == levels["annex", B] == levels["annex", C] == 2
    assert levels["annex", NATIONAL] == levels["annex", REGIONAL] == levels["annex", GLOBAL] == 3
    assert levels["annex", VIOLENCE] == levels["annex", CONFLICT] == 4
    assert levels["annex", TECHNOLOGIES] == 3
    assert levels["report", "General Assembly"] == levels["report", "Advanced unedited copy"] == 0
    assert levels["annex", "Annex"] == 0
    titles = [text for (part, text), level in levels.items() if part == "annex" and level == 1]
    assert titles == [
        "Outcome of the Eighth Biennial Meeting of States to Consider the Implementation of the Programme of "
        "Action to Prevent, Combat and Eradicate the Illicit Trade in Small Arms and Light Weapons in All "
        "Its Aspects"
    ]


def test_report_paragraphs_know_their_headings_and_track(bms8: Read) -> None:
    tracks = {17: Track.POA, 18: Track.ITI, 19: Track.COOPERATION, 20: Track.OTHER}
    for number in range(1, 25):
        assert bms8[f"BMS8/report.{number}"].track is tracks.get(number), number
    assert bms8["BMS8/report.19"].section == ("III. Proceedings", C)
    assert bms8["BMS8/report.24"].section == ("V. Adoption of the report",)


def test_agenda_items_carry_the_four_tracks(bms8: Read) -> None:
    tracks = [bms8[f"BMS8/agenda.{number}"].track for number in range(1, 12)]
    assert tracks == [None] * 5 + [Track.POA, Track.ITI, Track.COOPERATION, Track.OTHER] + [None] * 2


def test_the_facts_come_from_the_catalogue(bms8: Read) -> None:
    document = bms8.document
    assert (document.symbol, document.short) == ("A/CONF.192/BMS/2022/1", "BMS8")
    assert (document.date, document.language) == (dt.date(2022, 7, 8), "en")
    assert (document.main_part, document.cite_as) == ("annex", "A/CONF.192/BMS/2022/1")
    assert [(part.key, part.citation) for part in document.parts] == [
        ("report", "report"),
        ("agenda", "para. 10"),
        ("annex", "annex"),
    ]


def test_everything_in_it_is_unedited_and_has_no_page(bms8: Read) -> None:
    assert bms8.document.standing is Standing.UNEDITED
    assert {part.standing for part in bms8.document.parts} == {Standing.UNEDITED}
    assert {row.standing for row in bms8.rows} == {Standing.UNEDITED}
    assert {row.page for row in bms8.rows} == {None}
    assert bms8.imported.warnings == ()


def test_every_row_has_an_identity_of_its_own_that_reading_again_gives_again(bms8: Read) -> None:
    ids = [row.id for row in bms8.rows]
    assert len(set(ids)) == len(ids)
    assert all(isinstance(row_id, uuid.UUID) for row_id in ids)
    again = Read(bms8.path)
    assert again.document == bms8.document


def test_a_report_paragraph_on_all_items_has_no_track_of_its_own(bms8: Read) -> None:
    assert bms8["BMS8/report.21"].track is None
    assert bms8["BMS8/report.20"].track is Track.OTHER
