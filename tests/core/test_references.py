"""References resolve however loosely they are typed."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.citations import citation_markdown, parse_citation, spoken_locator, written_locator
from core.documents import DocumentHead, Part, Standing
from core.references import Reference, parse_label, parse_reference


def head(symbol: str, short: str, main: str, parts: tuple[str, ...], cite_as: str = "") -> DocumentHead:
    """A document's head with only what references need."""
    return DocumentHead(
        id=uuid.uuid4(),
        symbol=symbol,
        short=short,
        title="",
        language="en",
        date=None,
        standing=Standing.UNKNOWN,
        parts=tuple(Part(key, key) for key in parts),
        main_part=main,
        cite_as=cite_as,
    )


BMS8 = head("A/CONF.192/BMS/2022/1", "BMS8", "annex", ("report", "agenda", "annex"))
REVCON3 = head("A/CONF.192/2018/RC/3", "RevCon3", "summary", ("summary",), "RevCon3 outcome document")
RESOLUTION = head("A/RES/79/40", "", "text", ("text",))
COUNCIL = head("S/RES/2370 (2017)", "", "text", ("text",))
ATT = head("ATT", "ATT", "text", ("text",))
NOTE = head("A/C.1/80/2", "", "report", ("report", "annex", "annex-2", "annex-3", "annex-a"))
ALL = (NOTE, BMS8, REVCON3, RESOLUTION, COUNCIL, ATT)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("BMS8/62", "BMS8/62"),
        ("bms8 62", "BMS8/62"),
        ("bms8 para 62", "BMS8/62"),
        ("BMS 8, para. 62", "BMS8/62"),
        ("bms8 §62", "BMS8/62"),
        ("BMS8/62(a)", "BMS8/62(a)"),
        ("BMS8 62 (a)", "BMS8/62(a)"),
        ("BMS8/report.17", "BMS8/report.17"),
        ("bms8 report para 17", "BMS8/report.17"),
        ("bms8 agenda item 6", "BMS8/agenda.6"),
        ("BMS8/annex.62", "BMS8/62"),
        ("A/CONF.192/BMS/2022/1 §62", "BMS8/62"),
        ("A/CONF.192/BMS/2022/1, annex, para. 62", "BMS8/62"),
        ("para 62 of BMS8", "BMS8/62"),
        ("paragraph 17 of the report of BMS8", "BMS8/report.17"),
        ("agenda item 6 of the agenda of BMS8", "BMS8/agenda.6"),
        ("section II, paragraph 32, of the RevCon3 outcome document", "RevCon3/II.32"),
        ("BMS8-62", "BMS8/62"),
        ("BMS8–62", "BMS8/62"),
        ("RevCon3/A.31", "RevCon3/A.31"),
        ("RevCon3/II.32", "RevCon3/II.32"),
        ("RevCon3 II, 32", "RevCon3/II.32"),
        ("revcon3 ii.32", "RevCon3/II.32"),
        ("revcon 3 sect. II, para. 32", "RevCon3/II.32"),
        ("RevCon3 outcome document, sect. II, para. 32", "RevCon3/II.32"),
        ("A/RES/79/40/12", "A/RES/79/40/12"),
        ("A/RES/79/40, para. 12", "A/RES/79/40/12"),
        ("A/RES/79/40/pp.7", "A/RES/79/40/pp.7"),
        ("A/RES/79/40, preambular para. 7", "A/RES/79/40/pp.7"),
        ("a/res/79/40 pp 7", "A/RES/79/40/pp.7"),
        ("S/RES/2370 (2017)/3", "S/RES/2370 (2017)/3"),
        ("ATT/5.2", "ATT/5.2"),
        ("att art. 5.2", "ATT/5.2"),
        ("att art. 5, para. 2", "ATT/5.2"),
        ("A/C.1/80/2/annex-2.5", "A/C.1/80/2/annex-2.5"),
        ("A/C.1/80/2, annex 2, para. 5", "A/C.1/80/2/annex-2.5"),
        ("A/C.1/80/2 Annex-3 §5 (a)", "A/C.1/80/2/annex-3.5(a)"),
        ("A/C.1/80/2, annex 2, sect. II, para. 5", "A/C.1/80/2/annex-2.II.5"),
        ("A/C.1/80/2, annex, para. 5", "A/C.1/80/2/annex.5"),
        ("A/C.1/80/2 annex 5", "A/C.1/80/2/annex.5"),
        ("A/C.1/80/2/annex-a.5", "A/C.1/80/2/annex-a.5"),
        ("A/C.1/80/2, para. 5", "A/C.1/80/2/5"),
    ],
)
def test_a_typed_reference_is_understood(typed: str, canonical: str) -> None:
    assert str(parse_reference(typed, ALL)) == canonical


@pytest.mark.parametrize(
    "typed",
    [
        "62",
        "tracing",
        "tracing of BMS8",
        "state of the art",
        "bms8",
        "bms8 tracing",
        "the 2030 Agenda",
        "BMS",
        "",
        "BMS85/6",
        "resolution 65/69",
    ],
)
def test_words_are_not_taken_for_a_reference(typed: str) -> None:
    assert parse_reference(typed, ALL) is None


@pytest.mark.parametrize(
    ("typed", "label"), [("II.32", "II.32"), ("para 62", "62"), ("§ 62", "62"), ("ii, 32", "II.32")]
)
def test_a_number_whose_form_tells_what_it_is_needs_no_document(typed: str, label: str) -> None:
    assert parse_reference(typed, ALL) == Reference("", "", label)


labels = st.one_of(
    st.integers(1, 300).map(str),
    st.tuples(st.sampled_from(["I", "II", "III", "IV", "V"]), st.integers(1, 99)).map(
        lambda t: f"{t[0]}.{t[1]}"
    ),
    st.integers(1, 40).map(lambda n: f"pp.{n}"),
    st.tuples(st.integers(1, 300), st.sampled_from("abcdef")).map(lambda t: f"{t[0]}({t[1]})"),
)


@given(st.sampled_from(ALL), labels)
def test_a_canonical_reference_comes_back_from_every_form(document: DocumentHead, label: str) -> None:
    canonical = f"{document.name}/{label}"
    assert str(parse_reference(canonical, ALL)) == canonical
    assert str(parse_reference(canonical.lower(), ALL)) == canonical
    assert str(parse_reference(f"{document.name}, {written_locator(label)}", ALL)) == canonical
    assert str(parse_reference(f"{document.symbol}, {spoken_locator(label)}", ALL)) == canonical
    assert str(parse_citation(citation_markdown(canonical, document))) == canonical


@given(st.sampled_from(NOTE.parts), labels)
def test_the_paragraph_of_any_part_comes_back_from_every_form(part: Part, label: str) -> None:
    canonical = f"{NOTE.name}/{label}" if part.key == NOTE.main_part else f"{NOTE.name}/{part.key}.{label}"
    assert str(parse_reference(canonical, ALL)) == canonical
    written = f"{NOTE.name}, {part.key}, {written_locator(label)}"
    assert str(parse_reference(written, ALL)) == canonical
    assert str(parse_citation(citation_markdown(canonical, NOTE))) == canonical


@given(st.text(max_size=60))
def test_no_text_makes_the_readers_of_references_stumble(typed: str) -> None:
    parse_reference(typed, ALL)
    parse_label(typed)
    parse_citation(typed)


@pytest.mark.parametrize(
    ("markdown", "reference"),
    [
        ("[@BMS8/62]", "BMS8/62"),
        ("[@BMS8/report.17]", "BMS8/report.17"),
        ("[@A/RES/79/40/12]", "A/RES/79/40/12"),
    ],
)
def test_a_citation_may_be_keyed_by_the_canonical_reference(markdown: str, reference: str) -> None:
    assert str(parse_citation(markdown)) == reference
