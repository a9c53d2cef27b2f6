"""Two documents aligned: numbers shifted, paragraphs moved, new, dropped, split and joined."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparing import Comparison, Cut, Fate, compared
from core.documents import Document, Kind
from core.redlines import merged
from core.wording_changes import Edit
from db.stems import stem
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


def test_a_preambular_paragraph_never_becomes_an_operative_one() -> None:
    old, new = of_lines("A/1", MARK, kind=Kind.PREAMBULAR), of_lines("A/2", MARK)
    assert sorted(told(comparison(old, new))) == [("", "1", "new", False), ("1", "", "dropped", False)]


def test_documents_without_numbered_paragraphs_have_nothing_to_align() -> None:
    assert comparison(of_lines("A/1"), of_lines("A/2")).rows == ()


_LINES = st.lists(st.sampled_from([MARK, RECORDS, WOMEN, FUND, MEET, REPORT, ""]), max_size=7)


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
