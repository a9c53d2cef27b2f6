"""The way in: which grammar, which facts, which refusals; and that no text makes it fail otherwise."""

import datetime as dt
import hashlib
import re
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.agenda import meeting_facts
from core.documents import Document, Kind, Standing, Track
from core.errors import NameplateError
from importers.catalogue import recognise
from importers.importing import read_bytes, read_document, read_text
from resources.paths import library_files
from tests.importers.conftest import BMS8_FILE, REVCON3_FILE, Read

DRAFT = """A/CONF.192/2028/BMS/CRP.1
5 June 2028
Draft outcome document

1. To mark.
2. To trace.
"""


def document(text: str, name: str = "draft.txt", **given_facts: str) -> Document:
    return read_text(text.encode(), name, **given_facts).document


def test_an_unknown_text_tells_its_symbol_date_and_title_in_its_masthead() -> None:
    read = document(DRAFT)
    assert (read.symbol, read.short, read.title) == (
        "A/CONF.192/2028/BMS/CRP.1",
        "",
        "Draft outcome document",
    )
    assert (read.date, read.language) == (dt.date(2028, 6, 5), "en")
    assert (read.main_part, read.name) == ("text", "A/CONF.192/2028/BMS/CRP.1")
    assert read.paragraphs[-1].kind is Kind.OPERATIVE


@pytest.mark.parametrize(
    ("symbol", "standing"),
    [
        ("A/CONF.192/2028/BMS/CRP.1", Standing.DRAFT),
        ("A/CONF.192/BMS/2022/L.4", Standing.DRAFT),
        ("A/CONF.192/BMS/2016/WP.1/Rev.3", Standing.DRAFT),
        ("A/CONF.192/BMS/2028/2", Standing.UNKNOWN),
    ],
)
def test_the_symbol_of_an_unknown_text_tells_whether_it_is_a_draft(symbol: str, standing: Standing) -> None:
    outcome = DRAFT.replace("Draft outcome", "Outcome")
    assert document(outcome, symbol=symbol).standing is standing


def test_a_title_tells_a_draft_where_the_symbol_does_not() -> None:
    assert document(DRAFT, symbol="A/CONF.192/BMS/2028/2").standing is Standing.DRAFT


def test_what_is_given_stands_above_what_the_text_says() -> None:
    read = document(DRAFT, symbol="A/CONF.192/2028/BMS/1", title="Outcome", short="BMS10", language="fr")
    assert (read.symbol, read.title) == ("A/CONF.192/2028/BMS/1", "Outcome")
    assert (read.short, read.language) == ("BMS10", "fr")


def test_a_text_without_a_symbol_goes_by_the_name_of_its_file_and_says_so() -> None:
    imported = read_text(b"1. To mark.", "my draft (2).txt")
    assert imported.document.name == "my-draft-2"
    assert "my-draft-2" in imported.warnings[0]


def test_warnings_are_no_more_than_a_person_reads() -> None:
    text = "1. One.\n" + "".join(f"{number}. Again.\n" for number in range(200, 100, -1))
    warnings = read_text(text.encode(), "draft.txt", symbol="A/1", language="en").warnings
    assert len(warnings) == 21
    assert warnings[-1] == "80 more places should be checked."


def test_a_given_symbol_that_is_not_the_known_one_makes_it_another_document(bms8: Read) -> None:
    other = read_document(BMS8_FILE, symbol="A/CONF.192/BMS/2022/2").document
    assert (other.symbol, other.short, other.standing) == ("A/CONF.192/BMS/2022/2", "", Standing.UNEDITED)
    assert other.main_part == "annex"
    assert other.id != bms8.document.id


def test_a_given_title_and_short_name_leave_the_known_facts(bms8: Read) -> None:
    read = read_document(BMS8_FILE, title="Our copy", short="BMS-8").document
    assert (read.title, read.short, read.symbol) == ("Our copy", "BMS-8", "A/CONF.192/BMS/2022/1")
    assert read.id == bms8.document.id


def test_a_text_of_hardly_any_words_is_refused_where_nothing_is_numbered() -> None:
    with pytest.raises(NameplateError, match="no numbered paragraphs and hardly any words"):
        read_text(b"Dear colleague,\n\nplease find attached nothing at all.", "letter.txt")


STATEMENT = """Statement by the Permanent Representative of Austria

Mr. President,

My delegation aligns itself with the statement of the European Union and wishes to add the following in its
national capacity. The marking of weapons remains the heart of the matter for all of us.

Thank you.
"""


def test_a_statement_without_numbers_is_kept_with_a_warning() -> None:
    imported = read_text(STATEMENT.encode(), "statement.txt")
    assert imported.document.numbered == 0
    assert " ".join(row.text for row in imported.document.paragraphs).split() == STATEMENT.split()
    assert any("bears a number" in warning for warning in imported.warnings)


def test_bytes_of_any_format_are_read_by_their_own_reader() -> None:
    text = "1. States mark their weapons.\n\n2. States trace them in a timely manner.\n"
    assert read_bytes(text.encode(), "draft.txt").document.numbered == 2
    page = f"<html><body><main><p>{text.strip().replace(chr(10) * 2, '</p><p>')}</p></main></body></html>"
    assert read_bytes(page.encode(), "draft.html").document.numbered == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1. Les États marquent les armes à feu et les munitions dans les délais.\n", "fr"),
        ("1. Die Staaten kennzeichnen die Waffen und die Munition.\n", ""),
    ],
)
def test_the_language_is_told_by_the_text(text: str, language: str) -> None:
    imported = read_text(text.encode(), "draft.txt", symbol="A/CONF.192/2028/1")
    assert imported.document.language == language
    assert bool(language) != any("official languages" in warning for warning in imported.warnings)


def test_a_symbol_of_the_catalogue_brings_its_facts_in_any_language() -> None:
    french = "1. Les États réaffirment leur engagement à marquer les armes et à les tracer.\n"
    read = document(french, symbol="A/CONF.192/2024/RC/3")
    assert (read.short, read.date, read.standing) == ("RevCon4", dt.date(2024, 6, 28), Standing.CONSENSUS)
    assert (read.language, read.cite_as) == ("fr", "A/CONF.192/2024/RC/3")
    assert read.paragraphs[-1].standing is Standing.CONSENSUS


def test_an_edited_copy_of_the_report_is_not_said_to_be_unedited() -> None:
    read = document(DRAFT, symbol="A/CONF.192/BMS/2022/1")
    assert (read.short, read.source_note) == ("BMS8", "")
    assert read.standing is not Standing.UNEDITED


def test_a_text_with_references_in_parentheses_is_read_as_a_summary() -> None:
    read = document("Marking: they agreed to “mark” (III.1), “trace” (III.2) and “report” (III.3).")
    assert [row.label for row in read.paragraphs if row.label] == ["III.1", "III.2", "III.3"]
    assert (read.main_part, read.standing) == ("summary", Standing.SUMMARY)


def test_line_ends_and_a_byte_order_mark_make_no_difference(bms8: Read, revcon3: Read) -> None:
    for known in (bms8, revcon3):
        data = b"\xef\xbb\xbf" + known.path.read_bytes().replace(b"\n", b"\r\n")
        assert read_text(data, "windows.txt").document == known.document


def test_every_known_document_is_recognised_as_itself_and_as_no_other() -> None:
    for path, symbol in zip(library_files(), ("A/CONF.192/BMS/2022/1", "A/CONF.192/2018/RC/3"), strict=True):
        facts = recognise(path.read_text("utf-8"))
        assert facts is not None
        assert facts.symbol == symbol
    assert recognise(DRAFT) is None
    assert recognise("Report of the Eighth Biennial Meeting of States, as edited") is None


def test_the_library_is_read_in_less_than_150_milliseconds() -> None:
    def seconds() -> float:
        begun = time.perf_counter()
        for path in library_files():
            read_document(path)
        return time.perf_counter() - begun

    assert min(seconds() for _ in range(3)) < 0.150


SOURCES = tuple(path.read_text("utf-8").splitlines(keepends=True) for path in (BMS8_FILE, REVCON3_FILE))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A stretch of a reference text with lines left out, doubled, cut short or followed by other text."""
    lines = draw(st.sampled_from(SOURCES))
    start = draw(st.integers(0, len(lines) - 1))
    stretch = lines[start : start + draw(st.integers(1, 120))]
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(stretch) - 1))
        stretch[at] = draw(
            st.sampled_from(
                ["", "\n", "\f", stretch[at] * 2, stretch[at][:20], stretch[at].rstrip("\n"), "Annex\n"]
            )
            | st.text(max_size=20)
        )
    return "".join(stretch)


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_a_damaged_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        read = document(text)
    except NameplateError as refusal:
        assert str(refusal).endswith(".")
        return
    references = [read.reference(row) for row in read.paragraphs if row.label]
    assert len(set(references)) == len(references) == read.numbered
    assert len({row.id for row in read.paragraphs}) == len(read.paragraphs)
    for row in read.paragraphs:
        assert read.part(row.part)
        assert row.text.strip() or row.label


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert read_text(data, "bytes.txt").document.paragraphs
    except NameplateError as refusal:
        assert str(refusal)


def test_a_long_text_is_read_in_time_that_grows_with_its_length(tmp_path: Path) -> None:
    wrapped = "".join(f"line {number} of a paragraph that goes on and on\n" for number in range(40_000))
    lists = "".join(f"{n}. As follows:\n1. one\n2. two\n" for n in range(3, 999))
    begun = time.perf_counter()
    assert document(f"1. States\n{wrapped}").numbered == 1
    assert document(f"1. First.\n2. Second.\n{lists}").numbered > 900
    assert document(f"a (I.1) b (I.2) c (I.3)\n{wrapped}").numbered == 3
    assert time.perf_counter() - begun < 5


def labelled_words(read: Document) -> dict[str, tuple[str, tuple[str, ...], str]]:
    return {read.reference(row): (row.text, row.section, row.chapeau) for row in read.paragraphs if row.label}


def wrapped(text: str) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, 80)) for line in text.split("\n"))


@pytest.mark.parametrize(
    "spaced",
    [
        lambda text: re.sub(r"\n\s*\n", "\n", text),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("\n", " \n"),
        wrapped,
    ],
    ids=["no blank lines", "blank lines everywhere", "spaces at line ends", "lines of 80 characters"],
)
def test_another_spacing_of_the_report_changes_no_paragraph(bms8: Read, spaced: Callable[[str], str]) -> None:
    assert labelled_words(document(spaced(bms8.source))) == labelled_words(bms8.document)


@pytest.mark.parametrize(
    "spaced",
    [
        lambda text: text.replace("\n\n", "\n"),
        lambda text: re.sub(r"(?m) +$", "", text),
        lambda text: re.sub(r"\n (?=\S)", "\n\f", text),
    ],
    ids=["no blank lines within passages", "no spaces at line ends", "form feeds between pages"],
)
def test_another_spacing_of_the_summary_changes_no_paragraph(
    revcon3: Read, spaced: Callable[[str], str]
) -> None:
    assert labelled_words(document(spaced(revcon3.source))) == labelled_words(revcon3.document)


def test_the_reference_texts_are_byte_for_byte_what_was_published() -> None:
    digests = [hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in library_files()]
    assert digests == ["59be6f0a8c743f64", "08ffb4cba44a1419"]


@pytest.mark.parametrize("item", ["Agenda item 98 (p)", "临时议程*项目98(p)"])
def test_a_report_under_an_agenda_item_is_no_agenda(item: str) -> None:
    text = (
        f"A/79/201\n{item}\nDisarmament\n\nThe illicit trade in small arms\n\n1. The report.\n2. The rest.\n"
    )
    read = document(text)
    assert read.main_part != "agenda"
    assert {row.kind for row in read.paragraphs if row.label} != {Kind.AGENDA}


AGENDA = """A/CONF.192/BMS/2026/L.1
8 April 2026

Ninth Biennial Meeting of States
New York, 1–5 June 2026

Provisional agenda

1. Opening of the meeting.
2. Consideration of the implementation of the Programme of Action:
(a) At the national level;
(b) At the regional level.
3. International cooperation and assistance.
"""


def test_a_provisional_agenda_is_a_meeting_with_its_items() -> None:
    read = document(AGENDA)
    facts = meeting_facts(read)
    assert facts is not None
    assert (read.title, read.standing) == (
        "Provisional agenda: Ninth Biennial Meeting of States",
        Standing.DRAFT,
    )
    assert (facts.name, facts.place) == ("Ninth Biennial Meeting of States", "New York")
    assert (facts.starts, facts.ends) == (dt.date(2026, 6, 1), dt.date(2026, 6, 5))
    assert [number for number, _, _ in facts.items] == ["1", "2", "2(a)", "2(b)", "3"]
    assert [track for _, _, track in facts.items][1] is Track.POA


def test_a_text_that_quotes_a_known_document_is_not_taken_for_it(tmp_path: Path) -> None:
    file = tmp_path / "briefing.txt"
    file.write_text(
        "Briefing for item 7\n\n"
        "From the Report of the Eighth Biennial Meeting of States to Consider the Implementation of the "
        "Programme of Action to Prevent, Combat and Eradicate the Illicit Trade in Small Arms and Light "
        "Weapons in All Its Aspects (advance unedited copy):\n\n"
        "1. States spoke about the marking of arms.\n\n2. They spoke about records.\n"
    )
    document = read_document(file).document
    assert (document.short, document.symbol) == ("briefing", "")
