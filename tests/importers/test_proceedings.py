"""Who spoke, reported and presided at BMS8; numbers and names counted by reading the report."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents import Kind
from core.record import Intervention, Party, Record
from core.states import canonical_state
from importers.parties import named_parties, split_names
from importers.proceedings import read_proceedings, sitting_dates
from importers.rows import Row
from tests.importers.conftest import Read


@pytest.fixture(scope="module")
def record(bms8: Read) -> Record:
    return bms8.document.record


def spoke(record: Record, label: str, party: str) -> list[Intervention]:
    return [row for row in record.interventions if (row.label, row.party) == (label, party)]


def test_the_number_of_names_in_every_list_is_the_number_counted_by_hand(record: Record) -> None:
    assert Counter((row.label, row.sitting) for row in record.interventions) == {
        ("17", 1): 34,
        ("17", 2): 24,
        ("17", 3): 5,
        ("18", 4): 27,
        ("18", 6): 1,
        ("19", 6): 32,
        ("19", 7): 3,
        ("20", 7): 26,
        ("20", 8): 1,
        ("21", 5): 25,
        ("23", 10): 21,
    }
    assert Counter(row.label for row in record.reports) == {"15": 80, "16": 8}
    assert len(record.officers) == 12


def test_every_name_stands_in_the_paragraph_it_is_read_from(bms8: Read, record: Record) -> None:
    for row in (*record.interventions, *record.reports, *record.officers):
        assert row.named in bms8[f"BMS8/report.{row.label}"].text
    for intervention in record.interventions:
        assert intervention.on_behalf in bms8[f"BMS8/report.{intervention.label}"].text


def test_every_state_is_a_state_and_only_the_european_union_is_a_group(bms8: Read, record: Record) -> None:
    rows = (*record.interventions, *record.reports)
    assert all(canonical_state(row.party) == row.party for row in rows if row.kind is Party.STATE)
    assert {row.party for row in rows if row.kind is Party.GROUP} == {"European Union"}
    assert bms8.imported.warnings == ()


def test_items_follow_the_agenda_item_a_paragraph_names(record: Record) -> None:
    items = {row.label: row.items for row in record.interventions if row.kind is not Party.NGO}
    assert items == {
        "17": ("6",),
        "18": ("7",),
        "19": ("8",),
        "20": ("9",),
        "21": ("6", "7", "8", "9"),
        "23": ("10",),
    }


def test_of_non_governmental_organizations_the_report_names_no_item(record: Record) -> None:
    assert {row.items for row in record.interventions if row.kind is Party.NGO} == {()}


def test_dates_are_given_only_where_the_report_lets_them_be_told(record: Record) -> None:
    dates = {row.sitting: row.date for row in record.interventions}
    assert dates == {
        1: "27 June 2022",
        2: "",
        3: "28 June 2022",
        4: "28 June 2022",
        5: "29 June 2022",
        6: "29 June 2022",
        7: "30 June 2022",
        8: "30 June 2022",
        10: "1 July 2022",
    }


def test_on_whose_behalf_is_given_word_for_word(record: Record) -> None:
    behalf = Counter((row.party, row.on_behalf) for row in record.interventions if row.on_behalf)
    assert behalf == {
        ("Suriname", "on behalf of the Caribbean Community"): 1,
        ("European Union", "also on behalf of other states"): 3,
        ("Mauritania", "on behalf of the Arab Group"): 3,
        ("Nigeria", "on behalf of the African Group"): 1,
        ("Paraguay", "on behalf of MERCOSUR"): 1,
        ("Ghana", "also on behalf of Economic Community of West African States"): 1,
        ("Egypt", "on behalf of the Group of Arab States"): 1,
    }


def test_names_lead_to_the_canonical_name_and_stay_as_the_report_gives_them(record: Record) -> None:
    (cote_divoire,) = spoke(record, "19", "Côte d'Ivoire")
    (united_kingdom,) = spoke(record, "17", "United Kingdom of Great Britain and Northern Ireland")
    assert (cote_divoire.named, united_kingdom.named) == ("Cote D'Ivoire", "United Kingdom")
    assert {row.named for row in record.of("Türkiye").interventions} == {"Türkiye"}
    assert {row.named for row in record.of("Türkiye").reports} == {"Turkey"}
    assert [row.label for row in record.of("Philippines").interventions] == ["17", "20", "23"]


def test_organizations_are_one_party_under_their_several_names(record: Record) -> None:
    for party in (
        "Organization for Security and Co-operation in Europe (OSCE)",
        "International Criminal Police Organization (INTERPOL)",
        "League of Arab States",
        "Regional Centre of Small Arms and Light Weapons in the Great Lakes Region, Horn of Africa and "
        "Bordering States (RECSA)",
    ):
        assert len(record.of(party).interventions) == len(record.of(party).reports) == 1, party


def test_organizations_and_ngos_of_paragraph_21_come_out_whole(record: Record) -> None:
    named = {row.named: row.kind for row in record.interventions if row.label == "21"}
    assert Counter(named.values()) == {Party.ORGANIZATION: 9, Party.NGO: 16}
    for name in (
        "Regional Centre of Small Arms and Light Weapons in the Great Lakes Region, Horn of Africa and "
        "Bordering States (RECSA)",
        "Economic Community of West African States (ECOWAS)",
        "Maat for Peace, Development and Human Rights",
        "Fondation pour l'étude des relations internationales et du développement - Small Arms Survey",
        "Cameroon Youth and Students Forum for Peace",
    ):
        assert name in named


def test_reports_name_states_with_and_and_parentheses_whole(record: Record) -> None:
    named = {row.named for row in record.reports if row.label == "15"}
    assert {
        "Bosnia and Herzegovina",
        "Bolivia (Plurinational State of)",
        "Iran (Islamic Republic of)",
        "United Kingdom of Great Britain and Northern Ireland",
        "United Republic of Tanzania",
    } <= named
    assert {row.kind for row in record.reports if row.label == "16"} == {Party.ORGANIZATION}


def test_the_chair_is_a_person_and_a_state(record: Record) -> None:
    chair, *others = record.officers
    assert (chair.party, chair.office, chair.person) == ("Philippines", "Chair", "Enrique Manalo")
    assert {(row.office, row.person) for row in others} == {("Vice-Chair", "")}
    assert " ".join(row.party for row in others) == (
        "Algeria El Salvador Ghana Guatemala Hungary Jamaica Latvia Portugal Republic of Korea Thailand Togo"
    )


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Algeria", ["Algeria"]),
        ("Bosnia and Herzegovina", ["Bosnia and Herzegovina"]),
        ("Algeria and Bosnia and Herzegovina", ["Algeria", "Bosnia and Herzegovina"]),
        ("Antigua and Barbuda and Trinidad and Tobago", ["Antigua and Barbuda", "Trinidad and Tobago"]),
        ("Peru, Türkiye, and the Philippines", ["Peru", "Türkiye", "the Philippines"]),
        (
            "Ghana (also on behalf of Benin, Mali and Togo) and Kenya",
            ["Ghana (also on behalf of Benin, Mali and Togo)", "Kenya"],
        ),
        ("Peru, First Society and Second Society", ["Peru", "First Society", "Second Society"]),
        ("", []),
    ],
)
def test_lists_are_divided_between_names_and_not_within_them(listed: str, names: list[str]) -> None:
    assert split_names(listed) == names


def test_an_unknown_group_among_states_is_a_group() -> None:
    (named,) = named_parties("the Group of Friends", Party.STATE)
    assert (named.party, named.kind) == ("Group of Friends", Party.GROUP)


def test_statements_follow_the_sitting_of_the_paragraph_before_only_in_the_same_section() -> None:
    record = read_proceedings(
        [
            Row("report", Kind.REPORT, "At the 9th meeting, agenda item 4 was considered.", "1", ("A",)),
            Row("report", Kind.REPORT, "Statements were made by the representatives of Peru.", "2", ("A",)),
            Row("report", Kind.REPORT, "A statement was made by the representative of Chad.", "3", ("B",)),
        ]
    )
    assert [(row.party, row.sitting, row.items) for row in record.interventions] == [
        ("Peru", 9, ("4",)),
        ("Chad", None, ()),
    ]


def test_several_days_for_as_many_sittings_are_given_in_turn() -> None:
    row = Row(
        "report", Kind.REPORT, "It met at the 1st, 2nd and 5th meetings, on 30 May, 1 and 2 June 2024.", "1"
    )
    assert sitting_dates([row]) == {1: "30 May 2024", 2: "1 June 2024", 5: "2 June 2024"}


SPOKE = "At the 2nd meeting, statements were made by the representatives of Austria, Ghana and Japan."


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.REPORT])
def test_only_a_reports_own_paragraphs_tell_who_spoke(kind: Kind) -> None:
    assert not read_proceedings([Row("text", kind, SPOKE, "1"), Row("text", Kind.REPORT, SPOKE)])


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (SPOKE, ["Austria", "Ghana", "Japan"]),
        ("Statements were then delivered by representatives of Austria and Ghana.", ["Austria", "Ghana"]),
        ("A statement was made by the representative of Côte d’Ivoire.", ["Côte d’Ivoire"]),
        ("The Conference heard statements and took note of them.", []),
    ],
)
def test_other_reports_say_it_in_other_words(text: str, parties: list[str]) -> None:
    record = read_proceedings([Row("report", Kind.REPORT, text, "7")])
    assert [row.named for row in record.interventions] == parties


PHRASES = (
    *("Statements were made by the representatives of ", "the following States: ", "At the 2nd meeting, "),
    *("At the 1st to 3rd meetings, on 27 and 28 June ", "under agenda item 7 ", "officers were elected: "),
    *("Chair: ", "Vice-Chairs: ", "Austria", " (Ghana)", " ()", " (,)", " and ", ", ", ". ", ": ", "the "),
    *("national reports submitted by the following States: ", "(also on behalf of the Arab Group)"),
)


@given(st.lists(st.sampled_from(PHRASES) | st.text(max_size=8), max_size=14))
def test_no_wording_makes_it_fail(pieces: list[str]) -> None:
    text = "".join(pieces)
    record = read_proceedings([Row("report", Kind.REPORT, text, "1"), Row("report", Kind.REPORT, text, "2")])
    for row in record.interventions:
        assert all(word in text for word in row.named.split())


def test_words_around_what_a_name_says_in_brackets_stay_apart() -> None:
    text = "Statements were made by the representatives of Ghana (also on behalf of the Arab Group) as Chair."
    [spoke] = read_proceedings([Row("report", Kind.REPORT, text, "1")]).interventions
    assert (spoke.named, spoke.on_behalf) == ("Ghana as Chair", "also on behalf of the Arab Group")
