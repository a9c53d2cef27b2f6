"""Two compared documents as rows: what stands opposite what, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparing.comparison import Comparison, Cut, Fate, compared
from core.comparing.side_by_side import Facing, divided, side_by_side
from core.comparing.tally import tally_of
from core.comparing.wording_changes import Edit, pieces_of
from core.documents import Document, Kind
from core.language.strength import Weight
from db.index.stems import stem
from tests.desktop.in_languages import document

MARK = "Urges all States to mark small arms and light weapons at the time of manufacture and of import"
WEAK = "Encourages all States to mark small arms and light weapons at the time of import, as appropriate"
RECORDS = "Encourages States to keep records of marked weapons indefinitely, to the extent possible"
WOMEN = "Emphasizes the need for the equal and meaningful participation of women in decision-making"
FUND = "Invites donors to support the voluntary trust fund for training in developing countries"
MEET = "Decides to convene a biennial meeting of States of one week in New York in 2026"
HEADING = ("", Kind.HEADING, "The General Assembly,")


def of_lines(symbol: str, *lines: str, head: bool = False) -> Document:
    rows = [(str(nth), Kind.OPERATIVE, text) for nth, text in enumerate(lines, 1)]
    made = document(symbol, words=[HEADING, *rows] if head else rows)
    return replace(made, paragraphs=tuple(replace(row, footnotes=()) for row in made.paragraphs))


def comparison(old: Document, new: Document) -> Comparison:
    return compared(old, old.paragraphs, new, new.paragraphs, stem)


def rows_of(old: Document, new: Document) -> tuple[Facing, ...]:
    return side_by_side(comparison(old, new))


def labels(rows: tuple[Facing, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.old.label if row.old else "", row.new.label if row.new else "", row.told) for row in rows]


def words(row: Facing, side: str) -> str:
    return "".join(piece.text for piece in getattr(row, side))


def test_new_dropped_and_changed_are_told() -> None:
    rows = rows_of(of_lines("A/1", MARK, RECORDS, MEET), of_lines("A/2", WEAK, FUND, MEET))
    assert labels(rows) == [
        ("1", "1", ("urge → encourage: weaker", "“as appropriate” added")),
        ("2", "", ("dropped",)),
        ("", "2", ("new",)),
        ("3", "3", ()),
    ]
    assert [row.fate for row in rows] == [Fate.CHANGED, Fate.DROPPED, Fate.NEW, Fate.SAME]
    assert rows[0].weight is Weight.WEAKER
    assert words(rows[0], "left") == MARK
    assert words(rows[0], "right") == WEAK
    assert not any(piece.edit is Edit.INSERTED for piece in rows[0].left)
    assert not any(piece.edit is Edit.DELETED for piece in rows[0].right)


def test_a_moved_paragraph_stands_where_it_is_now_and_points_there_from_where_it_was() -> None:
    rows = rows_of(of_lines("A/1", MARK, RECORDS, WOMEN, FUND), of_lines("A/2", FUND, MARK, RECORDS, WOMEN))
    assert labels(rows)[0] == ("4", "1", ("moved from 4",))
    assert labels(rows)[-1] == ("4", "", ("moved to 1",))
    assert rows[-1].pointer
    assert not rows[0].pointer
    assert tally_of(rows).sentence == "1 moved, 3 the same"


def test_a_paragraph_that_was_split_is_compared_with_all_its_pieces() -> None:
    whole = f"{MARK}, and calls upon them {RECORDS[10:]}"
    rows = rows_of(of_lines("A/1", WOMEN, whole, MEET), of_lines("A/2", WOMEN, MARK, RECORDS, MEET))
    split = [row for row in rows if row.cut is Cut.SPLIT]
    assert labels(tuple(split)) == [
        ("2", "2", ("split into 2 and 3",)),
        ("", "3", ("split from 2", "urge → encourage: weaker")),
    ]
    assert words(split[0], "left") == whole
    assert [words(row, "right") for row in split] == [MARK, RECORDS]
    assert any(piece.edit is Edit.SAME and "keep records" in piece.text for piece in split[1].right)
    assert tally_of(rows).sentence == "1 split, 2 the same"


def test_paragraphs_that_were_joined_are_compared_with_the_whole() -> None:
    whole = f"{MARK}, and calls upon them {RECORDS[10:]}"
    rows = rows_of(of_lines("A/1", WOMEN, MARK, RECORDS, MEET), of_lines("A/2", WOMEN, whole, MEET))
    joined = [row for row in rows if row.cut is Cut.JOINED]
    assert sorted(labels(tuple(joined))) == [
        ("2", "2", ("joined from 2 and 3",)),
        ("3", "", ("joined into 2",)),
    ]
    assert {words(row, "left") for row in joined} == {MARK, RECORDS}
    assert tally_of(rows).sentence == "1 joined, 2 the same"


def test_other_footnotes_are_a_change() -> None:
    old, new = of_lines("A/1", MARK, MEET), of_lines("A/2", MARK, MEET)
    noted = replace(
        new, paragraphs=(replace(new.paragraphs[0], footnotes=("See A/79/77.",)), new.paragraphs[1])
    )
    rows = rows_of(old, noted)
    assert labels(rows)[0] == ("1", "1", ("footnote “See A/79/77.” added",))
    assert [row.is_change for row in rows] == [True, False]
    assert tally_of(rows).sentence == "1 with other footnotes, 1 the same"


def test_what_stands_before_the_first_paragraph_is_no_change_of_the_text() -> None:
    rows = rows_of(of_lines("A/1", MARK, head=True), of_lines("A/2", MARK))
    assert [(row.aside, row.fate) for row in rows] == [(True, Fate.DROPPED), (False, Fate.SAME)]
    tally = tally_of(rows)
    assert tally.is_same
    assert tally.remark == (
        "These two are word for word the same; only the lines before and after the paragraphs differ."
    )


def test_only_punctuation_is_told() -> None:
    rows = rows_of(of_lines("A/1", MARK), of_lines("A/2", MARK.replace("States to", "States, to")))
    assert rows[0].told == ("only punctuation or spacing",)


@pytest.mark.parametrize(
    ("old", "new", "remark"),
    [
        ((MARK, MEET), (MARK, MEET), "These two are word for word the same."),
        ((MARK, MEET), (MEET, MARK), ""),
        ((MARK, MEET), (MARK, WOMEN, MEET), ""),
        (
            (MARK, MEET),
            (WOMEN, FUND),
            "These two have hardly anything in common: no paragraph of 2 was found in the other. "
            "Are they the two you meant?",
        ),
    ],
)
def test_what_is_to_be_made_of_two_documents(old: tuple[str, ...], new: tuple[str, ...], remark: str) -> None:
    assert tally_of(rows_of(of_lines("A/1", *old), of_lines("A/2", *new))).remark == remark


def test_numbers_alone_differ() -> None:
    new = of_lines("A/2", MARK, MEET)
    shifted = replace(new, paragraphs=tuple(replace(row, label=f"1{row.label}") for row in new.paragraphs))
    assert tally_of(rows_of(of_lines("A/1", MARK, MEET), shifted)).remark == (
        "These two are word for word the same; only their numbers differ."
    )


def test_it_can_be_stopped() -> None:
    class Stop(Exception):  # noqa: N818
        pass

    def stop(_: float) -> None:
        raise Stop

    with pytest.raises(Stop):
        side_by_side(comparison(of_lines("A/1", MARK), of_lines("A/2", MARK)), stop)


_LINES = st.lists(
    st.sampled_from((MARK, WEAK, RECORDS, WOMEN, FUND, MEET, f"{MARK}, and {FUND}")), max_size=6
)


@settings(max_examples=60, deadline=None)
@given(_LINES, _LINES)
def test_every_paragraph_of_both_is_read_exactly_once(old: list[str], new: list[str]) -> None:
    before, after = of_lines("A/1", *old), of_lines("A/2", *new)
    rows = rows_of(before, after)
    shown_new = [row.new for row in rows if row.new is not None]
    assert [row.id for row in shown_new] == [row.id for row in after.paragraphs]
    shown_old = sorted(row.old.label for row in rows if row.old is not None and not row.pointer)
    assert shown_old == sorted(row.label for row in before.paragraphs)
    for row in rows:
        assert row.new is None or words(row, "right") == row.new.text
        assert row.old is None or row.pointer or words(row, "left") == row.old.text


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text("ab ,", min_size=1, max_size=12), min_size=1, max_size=4), st.text("ab ,", max_size=30)
)
def test_pieces_are_divided_where_the_texts_end(texts: list[str], whole: str) -> None:
    parts = divided(pieces_of(whole, " ".join(texts)), texts, Edit.DELETED)
    read = ["".join(piece.text for piece in part if piece.edit is not Edit.DELETED) for part in parts]
    assert read == texts
    gone = "".join(piece.text for part in parts for piece in part if piece.edit is not Edit.INSERTED)
    assert len(gone) >= len(whole) - len(texts) + 1
