"""Two documents aligned: numbers shifted, paragraphs moved, new, dropped, split and joined."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparing.comparison import Comparison, Cut, Fate, compared
from core.comparing.redlines import merged
from core.comparing.rising import heaviest_rising
from core.comparing.wording_changes import Edit
from core.documents import Document, Kind
from db.index.stems import stem
from tests.db.samples import document, row

REPORT = "Requests the Secretary-General to report to the General Assembly at its eightieth session"
MARK = "Urges all States to mark small arms and light weapons at the time of manufacture and of import"
RECORDS = "Encourages States to keep records of marked weapons indefinitely, to the extent possible"
WOMEN = "Emphasizes the need for the equal and meaningful participation of women in decision-making"
FUND = "Invites donors to support the voluntary trust fund for training in developing countries"
MEET = "Decides to convene a biennial meeting of States of one week in New York in 2026"


def of_lines(symbol: str, *lines: str, year: int = 2024, kind: Kind = Kind.OPERATIVE) -> Document:
    rows = [row(str(nth), text, kind=kind) for nth, text in enumerate(lines, 1)]
    return document(symbol, "", rows, date=dt.date(year, 12, 1))


def comparison(old: Document, new: Document) -> Comparison:
    return compared(old, old.paragraphs, new, new.paragraphs, stem)


def told(found: Comparison) -> list[tuple[str, str, str, bool]]:
    return [
        (row.a.label if row.a else "", row.b.label if row.b else "", str(row.fate), row.moved)
        for row in found.rows
    ]


def test_numbers_shift_where_a_paragraph_is_put_in() -> None:
    found = comparison(of_lines("A/1", MARK, RECORDS, REPORT), of_lines("A/2", MARK, WOMEN, RECORDS, REPORT))
    assert told(found) == [
        ("1", "1", "same", False),
        ("", "2", "new", False),
        ("2", "3", "same", False),
        ("3", "4", "same", False),
    ]
    assert found.renumbered == (("A/1/1", "A/2/1"), ("A/1/2", "A/2/3"), ("A/1/3", "A/2/4"))


def test_a_moved_paragraph_is_not_a_new_one() -> None:
    found = comparison(
        of_lines("A/1", MARK, RECORDS, WOMEN, FUND, REPORT),
        of_lines("A/2", FUND, MARK, RECORDS, WOMEN, REPORT),
    )
    assert [each for each in told(found) if each[3]] == [("4", "1", "same", True)]
    assert found.count(Fate.NEW) == found.count(Fate.DROPPED) == 0


def test_a_changed_paragraph_is_told_from_a_dropped_and_a_new_one() -> None:
    weaker = MARK.replace("Urges all States", "Encourages States, as appropriate,")
    found = comparison(of_lines("A/1", MARK, FUND, REPORT), of_lines("A/2", weaker, MEET, REPORT))
    assert told(found) == [
        ("1", "1", "changed", False),
        ("2", "", "dropped", False),
        ("", "2", "new", False),
        ("3", "3", "same", False),
    ] or told(found) == [
        ("1", "1", "changed", False),
        ("", "2", "new", False),
        ("2", "", "dropped", False),
        ("3", "3", "same", False),
    ]


def test_a_split_paragraph_and_a_joined_one_are_seen() -> None:
    both = f"{MARK}; and {RECORDS[0].lower()}{RECORDS[1:]}"
    whole, parts = of_lines("A/1", both, FUND), of_lines("A/2", MARK, RECORDS, FUND)
    split = comparison(whole, parts)
    assert {(each.a.label if each.a else "", each.b.label if each.b else "") for each in split.rows} == {
        ("1", "1"),
        ("1", "2"),
        ("2", "3"),
    }
    assert [each.cut for each in split.rows] == [Cut.SPLIT, Cut.SPLIT, None]
    joined = comparison(parts, whole)
    assert sorted((each.a.label, each.b.label) for each in joined.rows if each.a and each.b) == [
        ("1", "1"),
        ("2", "1"),
        ("3", "2"),
    ]
    assert {each.cut for each in joined.rows} == {Cut.JOINED, None}


def of_kinds(symbol: str, preambular: list[str], operative: list[str]) -> Document:
    rows = [row(f"pp.{nth}", text, kind=Kind.PREAMBULAR) for nth, text in enumerate(preambular, 1)]
    rows += [row(str(nth), text) for nth, text in enumerate(operative, 1)]
    return document(symbol, "", rows, date=dt.date(2024, 12, 1))


def test_a_preambular_paragraph_that_became_operative_is_found_again() -> None:
    words = WOMEN.replace("Emphasizes", "Emphasizing")
    found = comparison(
        of_kinds("A/1", [words, RECORDS], [MARK, REPORT]), of_kinds("A/2", [RECORDS], [MARK, WOMEN, REPORT])
    )
    assert told(found) == [
        ("pp.2", "pp.1", "same", False),
        ("1", "1", "same", False),
        ("pp.1", "2", "changed", True),
        ("2", "3", "same", False),
    ]


def test_a_preambular_paragraph_is_paired_with_a_preambular_one_first() -> None:
    old = of_kinds("A/1", [MARK, WOMEN], [MARK, REPORT])
    new = of_kinds("A/2", [WOMEN, f"{MARK}, in all regions"], [REPORT, MARK])
    pairs = {(a, b) for a, b, _, _ in told(comparison(old, new))}
    assert pairs == {("pp.1", "pp.2"), ("pp.2", "pp.1"), ("1", "2"), ("2", "1")}


def test_a_long_name_that_both_cite_makes_no_pair_of_two_paragraphs() -> None:
    name = "Programme of Action to Prevent, Combat and Eradicate the Illicit Trade in Small Arms"
    old = of_lines("A/1", f"Recalls the support expressed for the {name} in all its aspects", FUND, WOMEN)
    new = of_lines(
        "A/2",
        f"Takes note of what was said on ammunition in the framework of the {name}, of the protocol on "
        "explosive remnants, and of the measures pursued by regional organizations on their own accord",
        MEET,
        RECORDS,
    )
    assert all(row.a is None or row.b is None for row in comparison(old, new).rows)


def test_paragraphs_of_many_pages_are_compared_too() -> None:
    lines = [f"{MARK} under item {nth}; {RECORDS}; {FUND}" for nth in range(60)]
    found = comparison(of_lines("A/1", " ".join(lines), REPORT), of_lines("A/2", " ".join(lines[5:]), REPORT))
    assert told(found) == [("1", "1", "changed", False), ("2", "2", "same", False)]


def test_of_paragraphs_with_the_same_words_those_in_the_same_place_are_paired() -> None:
    same = "This article shall apply to all States"
    old = of_lines("A/1", same, MARK, same, RECORDS, same, FUND, same)
    new = of_lines("A/2", MARK, same, RECORDS, same, FUND, same)
    assert [each for each in told(comparison(old, new)) if each[3]] == []
    assert ("1", "", "dropped", False) in told(comparison(old, new))


def test_of_two_that_changed_places_the_one_with_fewer_words_moved() -> None:
    longer = f"{RECORDS}, and to share them with the States that ask for them in the course of tracing"
    found = comparison(
        of_lines("A/1", MARK, longer, WOMEN, REPORT), of_lines("A/2", MARK, WOMEN, longer, REPORT)
    )
    assert [each for each in told(found) if each[3]] == [("3", "2", "same", True)]


def test_the_pieces_of_a_paragraph_that_moved_have_moved() -> None:
    both = f"{MARK}; and {RECORDS[0].lower()}{RECORDS[1:]}"
    found = comparison(
        of_lines("A/1", WOMEN, FUND, REPORT, both), of_lines("A/2", MARK, RECORDS, WOMEN, FUND, REPORT)
    )
    assert {(a, b, moved) for a, b, _, moved in told(found) if a == "4"} == {
        ("4", "1", True),
        ("4", "2", True),
    }


def test_documents_without_numbered_paragraphs_have_nothing_to_align() -> None:
    assert comparison(of_lines("A/1"), of_lines("A/2")).rows == ()


_LINES = st.lists(st.sampled_from([MARK, RECORDS, WOMEN, FUND, MEET, REPORT, ""]), max_size=7)


@given(st.permutations(range(9)), st.lists(st.integers(0, 5), min_size=9, max_size=9))
def test_the_heaviest_order_is_rising_and_no_other_is_heavier(places: list[int], weights: list[int]) -> None:
    pairs = list(enumerate(places))
    found = heaviest_rising(pairs, weights)
    assert found == sorted(found) and [place for _, place in found] == sorted(place for _, place in found)
    every = [0] * len(pairs)
    for nth, place in pairs:
        every[nth] = weights[nth] + max((every[n] for n in range(nth) if places[n] < place), default=0)
    assert sum(weights[nth] for nth, _ in found) == max(every)


@settings(deadline=None)
@given(_LINES, _LINES)
def test_every_paragraph_of_both_is_told_of(old: list[str], new: list[str]) -> None:
    found = comparison(of_lines("A/1", *old), of_lines("A/2", *new))
    ours = [each.a.label for each in found.rows if each.a]
    theirs = [each.b.label for each in found.rows if each.b]
    assert set(ours) == {str(nth) for nth in range(1, len(old) + 1)}
    assert set(theirs) == {str(nth) for nth in range(1, len(new) + 1)}
    whole = [each for each in found.rows if each.cut is None]
    assert len({each.a.label for each in whole if each.a}) == sum(each.a is not None for each in whole)


@settings(deadline=None)
@given(_LINES, _LINES)
def test_the_merged_text_holds_both_in_their_order(old: list[str], new: list[str]) -> None:
    passages = merged(comparison(of_lines("A/1", *old), of_lines("A/2", *new)))
    assert ["".join(p.text for p in each.words if p.edit is not Edit.INSERTED) for each in passages
            if each.edit is not Edit.INSERTED] == old  # fmt: skip
    assert ["".join(p.text for p in each.words if p.edit is not Edit.DELETED) for each in passages
            if each.edit is not Edit.DELETED] == new  # fmt: skip
