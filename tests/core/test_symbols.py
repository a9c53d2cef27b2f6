"""Symbols: what is one, what it says, and which text revises which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.symbols import (
    SymbolKind,
    canonical_symbol,
    earlier_revision,
    find_symbols,
    is_symbol,
    parse_symbol,
    revises,
    without_symbols,
)

SYMBOLS = (
    "A/RES/79/40",
    "A/RES/56/24 V",
    "A/RES/217 A (III)",
    "A/RES/3363 (XXX)",
    "A/RES/ES-11/1",
    "3363 (XXX)",
    "31/16 A",
    "56/24 V",
    "S/RES/2370 (2017)",
    "E/RES/2020/5",
    "A/HRC/RES/50/12",
    "A/C.1/80/L.9",
    "A/C.1/80/L.9/Rev.1",
    "A/C.1/80/L.9/Rev.1/Add.1",
    "A/CONF.192/15",
    "A/CONF.192/PC/23",
    "A/CONF.192/BMS/2022/1",
    "A/CONF.192/BMS/2022/INF/1",
    "A/CONF.192/BMS/2016/WP.1/Rev.3",
    "A/CONF.192/2024/RC/CRP.1.Rev3",
    "A/60/88",
    "A/60/88/Corr.2",
    "A/80/6 (Plan outline)",
    "A/80/6 (Sect. 24)/Corr.1",
    "ECE/TRANS/WP.29/2026/139",
    "ATT/CSP10/2024/SEC/807/Conf.FinRep.Rev1",
    "NPT/CONF.2020/WP.5",
)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_symbols_are_symbols_in_their_canonical_form(symbol: str) -> None:
    assert is_symbol(symbol)
    assert canonical_symbol(symbol) == symbol
    assert find_symbols(f"see {symbol}, para. 3") == [symbol]
    assert without_symbols(f"United Nations {symbol}") == "United Nations"


@pytest.mark.parametrize(
    "words",
    [
        "and/or",
        "TCP/IP",
        "N/A",
        "79/40",
        "2024/25",
        "A/B",
        "12 (a)",
        "A / 60 / 88",
        "",
        "ISO/IEC 27001",
        "A/",
    ],
)
def test_other_words_with_strokes_and_numbers_are_none(words: str) -> None:
    assert not is_symbol(words)
    assert parse_symbol(words) is None


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("S/RES/2370(2017)", "S/RES/2370 (2017)"),
        ("A/RES/56/24V", "A/RES/56/24 V"),
        ("A/80/6 (Sect.24)/Corr.1", "A/80/6 (Sect. 24)/Corr.1"),
        (" A/CONF.192/BMS/2022/1* ", "A/CONF.192/BMS/2022/1"),
        ("A/RES/ES‑11/1", "A/RES/ES-11/1"),
        ("S/RES/2370（2017）", "S/RES/2370 (2017)"),
    ],
)
def test_a_symbol_is_read_however_it_is_spaced(typed: str, canonical: str) -> None:
    assert canonical_symbol(typed) == canonical
    assert is_symbol(typed)


@pytest.mark.parametrize(
    ("symbol", "body", "kind", "number", "spoken"),
    [
        ("A/RES/79/40", "A", SymbolKind.RESOLUTION, "79/40", "General Assembly resolution 79/40"),
        ("A/DEC/74/552", "A", SymbolKind.DECISION, "74/552", "General Assembly decision 74/552"),
        ("3363 (XXX)", "A", SymbolKind.RESOLUTION, "3363 (XXX)", "General Assembly resolution 3363 (XXX)"),
        (
            "S/RES/2370 (2017)",
            "S",
            SymbolKind.RESOLUTION,
            "2370 (2017)",
            "Security Council resolution 2370 (2017)",
        ),
        ("A/C.1/80/L.9", "A/C.1", SymbolKind.DRAFT, "L.9", ""),
        ("A/CONF.192/2024/RC/CRP.1.Rev3", "A/CONF.192", SymbolKind.CONFERENCE_PAPER, "CRP.1", ""),
        ("A/CONF.192/BMS/2016/WP.1/Rev.3", "A/CONF.192/BMS", SymbolKind.WORKING_PAPER, "WP.1", ""),
        ("ECE/TRANS/WP.29/2026/139", "ECE/TRANS/WP.29", SymbolKind.DOCUMENT, "2026/139", ""),
        ("A/80/6 (Plan outline)", "A", SymbolKind.DOCUMENT, "80/6 (Plan outline)", ""),
    ],
)
def test_a_symbol_says_who_issued_what(
    symbol: str, body: str, kind: SymbolKind, number: str, spoken: str
) -> None:
    parsed = parse_symbol(symbol)
    assert parsed is not None
    assert (parsed.body, parsed.kind, parsed.number, parsed.spoken) == (body, kind, number, spoken)
    assert parsed.kind.is_draft == ("L." in number or "CRP." in number or "WP." in number)


def test_additions_and_corrections_are_no_revisions() -> None:
    correction, addition = parse_symbol("A/60/88/Corr.2"), parse_symbol("A/C.1/80/L.9/Rev.1/Add.1")
    assert correction is not None
    assert addition is not None
    assert (correction.is_correction, correction.is_addition, correction.revision) == (True, False, 0)
    assert (addition.is_correction, addition.is_addition, addition.revision) == (False, True, 0)


def test_of_several_the_highest_lower_one_is_revised() -> None:
    library = ["A/C.1/80/L.9", "A/CONF.192/BMS/2016/WP.1", "A/CONF.192/BMS/2016/WP.1/Rev.1", "A/RES/79/40"]
    assert earlier_revision("A/CONF.192/BMS/2016/WP.1/Rev.3", library) == "A/CONF.192/BMS/2016/WP.1/Rev.1"
    assert earlier_revision("A/CONF.192/BMS/2016/WP.1.Rev3", library) == "A/CONF.192/BMS/2016/WP.1/Rev.1"
    assert earlier_revision("A/C.1/80/L.9/Rev.1", library) == "A/C.1/80/L.9"
    assert earlier_revision("A/C.1/80/L.90/Rev.1", library) is None
    assert earlier_revision("A/C.1/80/L.9", library) is None
    assert earlier_revision("no symbol", library) is None


NEVER_REVISED = ("Rev", "RES", "(XXX)", "56/24 V", "31/16 A")
STEMS = st.sampled_from([each for each in SYMBOLS if not any(word in each for word in NEVER_REVISED)])


@given(STEMS, st.lists(st.integers(0, 9), min_size=3, max_size=3))
def test_to_revise_is_an_order_within_one_text(stem: str, numbers: list[int]) -> None:
    one, two, three = (f"{stem}/Rev.{number}" if number else stem for number in numbers)
    assert not revises(one, one)
    assert not (revises(one, two) and revises(two, one))
    if revises(one, two) and revises(two, three):
        assert revises(one, three)
    assert revises(one, two) == (numbers[0] > numbers[1])


@given(STEMS, st.sets(st.integers(0, 9)), st.integers(1, 9))
def test_the_earlier_revision_is_the_highest_that_is_revised(
    stem: str, numbers: set[int], number: int
) -> None:
    among = [f"{stem}/Rev.{each}" if each else stem for each in numbers]
    later = f"{stem}/Rev.{number}"
    found = earlier_revision(later, [*among, "A/RES/1/1"])
    lower = [each for each in numbers if each < number]
    assert (found is None) == (not lower)
    if found is not None:
        assert revises(later, found)
        assert not any(revises(other, found) for other in among if revises(later, other))


@given(st.text(max_size=60))
def test_any_text_is_parsed_or_not(text: str) -> None:
    canonical = canonical_symbol(text)
    assert canonical_symbol(canonical) == canonical
    assert is_symbol(text) == (parse_symbol(text) is not None)
    assert all(is_symbol(found) for found in find_symbols(text))
