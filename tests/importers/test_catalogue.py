"""The catalogue: its facts fit what core allows, and a text is known by its symbol or its phrases."""

import re
import time

import pytest

from core.documents import Standing
from core.symbols import canonical_symbol, is_symbol, parse_symbol
from importers.catalogue import Facts, catalogue, known_by_symbol, read_catalogue, recognise
from resources.paths import CATALOGUE


def test_symbols_are_symbols_and_each_stands_once() -> None:
    symbols = [facts.symbol for facts in catalogue() if facts.symbol and not facts.recognised]
    assert len(set(symbols)) == len(symbols) > 70
    for symbol in symbols:
        assert is_symbol(symbol)
        assert canonical_symbol(symbol) == symbol


def test_a_short_name_means_one_document_and_can_stand_in_a_reference() -> None:
    named: dict[str, str] = {}
    for facts in catalogue():
        if facts.short:
            assert re.fullmatch(r"\w(?:[\w .-]{0,38}\w)?", facts.short)
            assert named.setdefault(facts.short.casefold(), facts.symbol) == facts.symbol
    assert {"poa", "iti", "att", "un charter", "firearms protocol", "bms1", "bms8", "revcon4"} <= set(named)


def test_a_document_without_a_symbol_is_known_by_phrases_and_can_be_cited() -> None:
    for facts in catalogue():
        if not facts.symbol:
            assert facts.recognised
            assert facts.cite_as
            assert facts.short


def test_resolutions_of_a_series_lie_in_their_session_and_say_what_a_speaker_calls_them() -> None:
    series = [facts for facts in catalogue() if facts.series]
    assert len(series) > 50
    for facts in series:
        parsed = parse_symbol(facts.symbol)
        assert parsed is not None
        assert facts.date is not None
        session = int(parsed.number.split("/")[0])
        assert facts.date.year - 1945 in (session, session + 1)
        assert facts.spoken == f"General Assembly resolution {parsed.number}"


def test_how_a_text_was_adopted_is_told_only_where_it_is_certain() -> None:
    certain = {facts.symbol: facts.standing for facts in catalogue() if facts.standing is not None}
    assert certain["A/CONF.192/15"] is Standing.CONSENSUS
    assert certain["A/CONF.192/BMS/2008/3"] is Standing.VOTE
    assert certain["A/RES/67/234 B"] is Standing.VOTE
    assert certain["S/RES/2220 (2015)"] is Standing.VOTE
    assert "A/RES/79/40" not in certain


@pytest.mark.parametrize("typed", ["A/CONF.192/2024/RC/3", "S/RES/2117(2013)", "A/RES/56/24V", "A/60/88"])
def test_a_symbol_is_found_however_it_is_spaced(typed: str) -> None:
    assert known_by_symbol(typed) is not None


def test_an_unknown_symbol_brings_nothing() -> None:
    assert known_by_symbol("A/RES/79/41") is None
    assert known_by_symbol("A/CONF.192/BMS/2022/1/Add.1") is None


def of(text: str) -> Facts:
    facts = recognise(text)
    assert facts is not None
    return facts


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Arms Trade Treaty\nPreamble\nThe States Parties to this\nTreaty, … (a) Battle tanks;",
            "Arms Trade Treaty",
        ),
        (
            "Traité sur le commerce des armes\nLes États Parties au présent Traité, … Chars de combat",
            "Traité sur le commerce des armes",
        ),
        (
            "Договор о торговле оружием. Государства – участники настоящего Договора … Боевые танки",
            "Договор о торговле оружием",
        ),
        ("武器贸易条约 本条约各缔约国 … 作战坦克", "武器贸易条约"),
    ],
)
def test_a_treaty_is_known_in_its_languages(text: str, title: str) -> None:
    assert (of(text).short, of(text).title) == ("ATT", title)


def test_quotation_marks_dashes_and_arabic_vowels_make_no_difference() -> None:
    for mark in "'’":
        principle = f"fondée sur le principe de l{mark}égalité souveraine de tous ses Membres"
        assert of(f"Nous, peuples des Nations Unies … {principle}").title == "Charte des Nations Unies"
    arabic = "نحـن شُعوب الأمم المتحدة … تقوم الهيئة على مبدأ المساواة في السيادة بين جميع أعضائها"
    assert of(arabic).title == "ميثاق الأمم المتحدة"


def test_a_resolution_about_the_treaty_is_not_the_treaty() -> None:
    assert recognise("The Arms Trade Treaty\nThe General Assembly,\nRecalling its resolutions") is None


def test_the_catalogue_is_read_in_a_few_milliseconds() -> None:
    def seconds() -> float:
        begun = time.perf_counter()
        read_catalogue(CATALOGUE)
        return time.perf_counter() - begun

    assert min(seconds() for _ in range(5)) < 0.05
