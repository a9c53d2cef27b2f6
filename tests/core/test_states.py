"""Every State has one name, and every name of a State leads to it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.states import STATES, canonical_state, find_states


def test_there_are_193_members_and_two_observers() -> None:
    assert sum(not state.observer for state in STATES) == 193
    assert [state.name for state in STATES if state.observer] == ["Holy See", "State of Palestine"]
    assert len({state.name for state in STATES}) == len(STATES)


def test_every_name_and_alias_leads_to_its_own_state_and_no_other() -> None:
    for state in STATES:
        for name in (state.name, *state.aliases):
            assert canonical_state(name) == state.name, name


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Islamic Republic of Iran", "Iran (Islamic Republic of)"),
        ("Iran", "Iran (Islamic Republic of)"),
        ("Turkey", "Türkiye"),
        ("Turkiye", "Türkiye"),
        ("Cote D'Ivoire", "Côte d'Ivoire"),
        ("CÔTE D’IVOIRE", "Côte d'Ivoire"),
        ("Ivory Coast", "Côte d'Ivoire"),
        ("United States", "United States of America"),
        ("the United States", "United States of America"),
        ("USA", "United States of America"),
        ("U.S.", "United States of America"),
        ("UK", "United Kingdom of Great Britain and Northern Ireland"),
        ("United Kingdom", "United Kingdom of Great Britain and Northern Ireland"),
        ("Venezuela", "Venezuela (Bolivarian Republic of)"),
        ("Bolivarian Republic of Venezuela", "Venezuela (Bolivarian Republic of)"),
        ("Czech Republic", "Czechia"),
        ("South Korea", "Republic of Korea"),
        ("DPRK", "Democratic People's Republic of Korea"),
        ("Syria", "Syrian Arab Republic"),
        ("Gambia (Republic of The)", "Gambia"),
        ("The Gambia", "Gambia"),
        ("Russia", "Russian Federation"),
        ("Tanzania", "United Republic of Tanzania"),
        ("Bolivia", "Bolivia (Plurinational State of)"),
        ("Timor Leste", "Timor-Leste"),
        ("the Philippines", "Philippines"),
        ("Netherlands", "Netherlands (Kingdom of the)"),
        ("the Netherlands", "Netherlands (Kingdom of the)"),
        ("Kingdom of the Netherlands", "Netherlands (Kingdom of the)"),
        ("Vietnam", "Viet Nam"),
        ("gambia (the)", "Gambia"),
        ("  viet   nam ", "Viet Nam"),
        ("Bosnia & Herzegovina", "Bosnia and Herzegovina"),
        ("Palestine", "State of Palestine"),
    ],
)
def test_other_ways_of_naming_a_state_are_understood(name: str, state: str) -> None:
    assert canonical_state(name) == state


@pytest.mark.parametrize("name", ["", "the", "European Union", "Korea", "Atlantis", "Arab Group"])
def test_what_is_no_state_is_none(name: str) -> None:
    assert canonical_state(name) is None


def test_names_that_begin_alike_stay_apart() -> None:
    names = [
        "Niger",
        "Nigeria",
        "Guinea",
        "Guinea-Bissau",
        "Dominica",
        "Dominican Republic",
        "Sudan",
        "South Sudan",
    ]
    assert [canonical_state(name) for name in names] == names
    assert canonical_state("Congo") != canonical_state("Democratic Republic of the Congo")


def test_suggestions_put_names_that_begin_with_the_fragment_first() -> None:
    assert find_states("guin") == ["Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"]
    assert find_states("iran") == ["Iran (Islamic Republic of)"]
    assert find_states("cote") == ["Côte d'Ivoire"]
    assert find_states("korea") == ["Republic of Korea", "Democratic People's Republic of Korea"]
    assert find_states("xyz") == []
    assert len(find_states("")) == len(STATES)


@given(st.sampled_from([state.name for state in STATES]), st.data())
def test_case_accents_and_the_article_make_no_difference(name: str, data: st.DataObject) -> None:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    spelt = data.draw(
        st.sampled_from([name.upper(), name.lower(), plain, f"the {name}", name.replace("'", "’")])
    )
    assert canonical_state(spelt) == name


@given(st.text(max_size=20))
def test_any_text_is_a_name_or_none(text: str) -> None:
    found = canonical_state(text)
    assert found is None or found in find_states(text)
