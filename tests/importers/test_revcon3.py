"""RevCon3's thematic summary, compared with its source by code that knows nothing of the importer."""

import datetime as dt
import re
from collections import Counter

import pytest

from core.documents import Kind, Standing, Track
from tests.importers.conftest import Read

TYPED = re.compile(r"\((?:[IVX]+|\d|A)\.\d+(?:-\d+)?\)")
SLIPS = {"I.9": "1.9", "I.1": "1.1", "I.10": "1.10", "I.11": "1.11", "II.31": "A.31"}
THEMES = {
    "Introduction": 0,
    "Renewing the Commitments of States": 3,
    "Adverse Consequences for Peace, Security and Development": 4,
    "Preventing Diversion and Proliferation": 10,
    "Mechanisms of Implementing the Programme of Action, 2018-2024": 3,
    "Means of Implementing the International Tracing Instrument, 2018–2024": 5,
    "Promoting Effective and Sustainable International Cooperation and Assistance": 4,
    "Follow-up to the third UN Conference": 8,
}
"""Themes and how many sub-themes each has, counted by hand."""


def plain(source: str) -> str:
    """The words of the source on one line: no page furniture, compounds and the one long address mended."""
    lines = [line.strip() for line in source.splitlines()]
    feet = re.compile(r"https?://\S+(?:Lang=E|INF/3|revcon3|RES/72/55|2370\(2017\)|RES/60/81)|_+")
    text = " ".join(" ".join(line for line in lines if not feet.fullmatch(line)).split())
    text = re.sub(r"(?<=[a-z])- (?=[a-z])", "-", text)
    return text.replace("symbol=A/ CONF", "symbol=A/CONF").replace(" : “", ": “")


def words(text: str) -> list[str]:
    return [word for word in (word.strip(".,;:") for word in text.split()) if word]


def test_the_words_of_all_rows_are_the_words_of_the_source_without_references(revcon3: Read) -> None:
    source = words(TYPED.sub(" ", plain(revcon3.source)))
    rows = words(" ".join(row.text for row in revcon3.rows))
    assert Counter(rows) == Counter(source)


def test_words_stand_in_their_order_except_the_second_passage_of_v_4(revcon3: Read) -> None:
    first, second = revcon3["RevCon3/V.4"].text.split("\n\n")
    in_order = []
    for row in revcon3.rows:
        in_order += words(first if row.label == "V.4" else row.text)
        if row.label == "V.7":
            in_order += words(second)
    assert in_order == words(TYPED.sub(" ", plain(revcon3.source)))


def test_every_paragraph_is_word_for_word_what_stands_before_its_reference(revcon3: Read) -> None:
    source = plain(revcon3.source)
    for row in revcon3.rows:
        for passage in row.text.split("\n\n") if row.label else ():
            assert f"{passage} ({row.typed_label or row.label})" in source, row.label


def test_every_reference_to_one_paragraph_yields_one_row(revcon3: Read) -> None:
    typed = re.findall(r"\(([IVX]+|\d|A)\.(\d+)\)", plain(revcon3.source))
    section = {"1": "I", "A": "II"}
    expected = list(dict.fromkeys(f"{section.get(s, s)}.{n}" for s, n in typed))
    assert revcon3.labels("summary") == expected
    assert len(expected) == revcon3.document.numbered == 118
    assert {row.kind for row in revcon3.rows if row.label} == {Kind.SUMMARY}


def test_slips_in_references_are_resolved_and_said(revcon3: Read) -> None:
    slips = {row.label: row for row in revcon3.rows if row.typed_label}
    assert {label: row.typed_label for label, row in slips.items()} == SLIPS
    for label, row in slips.items():
        assert f"({SLIPS[label]}); {label} is meant" in row.remarks[0]


def test_exactly_three_paragraphs_were_put_to_a_vote(revcon3: Read) -> None:
    voted = [row.label for row in revcon3.rows if row.standing is Standing.VOTE]
    assert voted == ["I.13", "I.16", "II.18"]
    for label in voted:
        assert any("Put to a vote" in remark for remark in revcon3[f"RevCon3/{label}"].remarks)
    assert any("names I.18" in remark for remark in revcon3["RevCon3/II.18"].remarks)
    assert "RevCon3/I.18" not in revcon3.by_reference
    assert all(row.standing is Standing.SUMMARY for row in revcon3.rows if row.label not in voted)
    assert any("I.18" in warning and "II.18" in warning for warning in revcon3.imported.warnings)


def test_the_record_of_the_votes_is_no_commitment(revcon3: Read) -> None:
    assert "V.14-20" not in " ".join(revcon3.labels("summary"))
    said = [row for row in revcon3.rows if "vote" in row.text and row.section[0] != "Introduction"]
    assert [row.text.split()[0] for row in said] == ["This", "These"]
    assert [(row.kind, row.label) for row in said] == [(Kind.SUMMARY, "")] * 2


def test_v_4_holds_both_passages_and_says_so(revcon3: Read) -> None:
    row = revcon3["RevCon3/V.4"]
    first, second = row.text.split("\n\n")
    assert first.startswith("The following meetings were agreed: “a one-week biennial meeting")
    assert second.startswith(
        "The Conference agreed that the biennial meeting of States in 2020 will “consider"
    )
    assert row.quotations[0].startswith("a one-week biennial meeting")
    assert row.quotations[1].startswith("consider, and to the extent possible address")
    assert row.quotations[1].endswith("INTERPOL and the World Customs Organization.")
    assert any("more than once" in remark for remark in row.remarks)


def test_quotations_are_the_words_between_double_quotation_marks(revcon3: Read) -> None:
    for row in revcon3.rows:
        if row.label != "II.42":
            between = re.findall("“([^“”]*)”", row.text)
            assert list(row.quotations) == between, row.label
    assert revcon3["RevCon3/I.9"].quotations == (
        "bear the primary responsibility for solving the problems associated with the illicit trade in small "
        "arms and light weapons in all its aspects",
        "States need close international cooperation to prevent, combat and eradicate this illicit trade",
    )


def test_the_damaged_quotation_of_ii_42_leaves_explanations_out(revcon3: Read) -> None:
    row = revcon3["RevCon3/II.42"]
    assert row.quotations == (
        "reaffirm[ed] the[ir] undertakings made in the Programme of Action at the national level, including "
        "those contained in section II, paragraph 15",
        "and to cooperate with and assist the United Nations system in implementing our commitment under its "
        "section II, paragraph 32",
    )
    assert any("damaged" in remark for remark in row.remarks)


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("RevCon3/II.35", "conflict and post-conflict situations"),
        ("RevCon3/II.5", "non-proliferation and arms control"),
        ("RevCon3/III.2", "marking, record-keeping and tracing"),
        ("RevCon3/III.19", "web-based databases"),
        ("RevCon3/IV.12", "marking and record-keeping of small arms"),
        ("RevCon3/V.13", "non-governmental organizations"),
        ("RevCon3/II.22", "“take all appropriate measures, in full cooperation"),
        ("RevCon3/IV.20", "between donors and recipients"),
        ("RevCon3/III.16", "under the International Tracing Instrument so as"),
    ],
)
def test_line_ends_and_page_ends_in_mid_sentence_are_mended(
    revcon3: Read, reference: str, words: str
) -> None:
    assert words in revcon3[reference].text


def test_page_furniture_is_gone_and_the_address_in_a_sentence_stays(revcon3: Read) -> None:
    everything = "\n".join(row.text for row in revcon3.rows)
    assert "undocs" not in everything
    assert "__" not in everything
    assert everything.count("http") == 1
    assert (
        "found here: http://www.un.org/en/ga/search/view_doc.asp?symbol=A/CONF.192/2018/RC/3&referer="
        in everything
    )


def test_themes_and_subthemes_are_headings(revcon3: Read) -> None:
    headings = [row for row in revcon3.rows if row.kind is Kind.HEADING]
    assert [row.text for row in headings if row.level == 1] == list(THEMES)
    assert Counter(row.section[0] for row in headings if row.level == 2) == Counter(THEMES)
    texts = {row.text for row in headings if row.level == 2}
    assert {
        "Right of Self Defence and Respect for International Law",
        "Gender Mainstreaming. Gender-Based Violence and Women’s Participation",
        "Combating Corruption, Illicit Brokering and Illicit On-Line Trade",
        "Encouraging transparency, information exchange and coordination",
    } <= texts
    assert revcon3["RevCon3/III.15"].section == (
        "Means of Implementing the International Tracing Instrument, 2018–2024",
        "Encouraging transparency, information exchange and coordination",
    )


def test_the_introduction_is_six_passages_without_a_label(revcon3: Read) -> None:
    introduction = [row for row in revcon3.rows if row.section == ("Introduction",)]
    assert [row.label for row in introduction] == [""] * 6
    assert {row.kind for row in introduction} == {Kind.SUMMARY}


def test_the_section_of_the_outcome_gives_the_track(revcon3: Read) -> None:
    tracks = {"I": None, "II": Track.POA, "III": Track.ITI, "IV": Track.COOPERATION, "V": Track.OTHER}
    for row in revcon3.rows:
        assert row.track is tracks.get(row.label.partition(".")[0]), row.label


def test_the_facts_come_from_the_catalogue(revcon3: Read) -> None:
    document = revcon3.document
    assert (document.symbol, document.short) == ("A/CONF.192/2018/RC/3", "RevCon3")
    assert (document.date, document.standing) == (dt.date(2018, 6, 29), Standing.SUMMARY)
    assert (document.main_part, document.cite_as) == ("summary", "RevCon3 outcome document")
    assert not document.record
