"""Topics by documents: order, years, and where language stopped."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.documents import DocumentHead
from core.meaning.topics import TOPICS
from core.topic_matrix import Order, topic_matrix
from tests.desktop.in_languages import document


def head(name: str, year: int | None) -> DocumentHead:
    """A document of a year."""
    one = replace(document(name), title="A yearly text")
    return replace(one, date=dt.date(year, 5, 1) if year else None)


OLD, NEW, UNDATED = head("OLD", 2018), head("NEW", 2024), head("UNDATED", None)


def test_documents_stand_in_the_order_of_their_dates_and_undated_ones_last() -> None:
    matrix = topic_matrix((UNDATED, NEW, OLD), ({"gender": 3}, {"gender": 1}, {"marking": 2}))
    assert [each.name for each in matrix.documents] == ["OLD", "NEW", "UNDATED"]
    assert {line.topic.id: line.counts for line in matrix.lines} == {
        "marking": (2, 0, 0),
        "gender": (0, 1, 3),
    }
    assert matrix.most == 3


def test_a_topic_that_the_newest_document_no_longer_says_has_stopped() -> None:
    matrix = topic_matrix((OLD, NEW), ({"marking": 2, "gender": 1}, {"gender": 1}))
    marking, gender = matrix.lines
    assert (marking.first, marking.last, marking.stopped) == (2018, 2018, 2018)
    assert (gender.first, gender.last, gender.stopped) == (2018, 2024, None)


def test_a_later_document_of_another_process_stops_nothing() -> None:
    old = replace(OLD, symbol="A/CONF.192/2018/RC/3")
    other = replace(NEW, symbol="A/RES/80/46", title="The Arms Trade Treaty")
    (marking, _) = topic_matrix((old, other), ({"marking": 2}, {"transfers": 1})).lines
    assert marking.stopped is None
    went_on = replace(NEW, symbol="A/CONF.192/BMS/2026/1", title="Ninth Biennial Meeting")
    (marking, _) = topic_matrix((old, went_on), ({"marking": 2}, {"transfers": 1})).lines
    assert marking.stopped == 2018


def test_an_undated_document_stops_nothing() -> None:
    (line,) = topic_matrix((UNDATED,), ({"marking": 1},)).lines
    assert (line.first, line.last, line.stopped) == (None, None, None)


def test_topics_can_be_put_in_order_by_their_years() -> None:
    matrix = topic_matrix((OLD, NEW), ({"marking": 1, "youth": 1}, {"gender": 1, "youth": 1}))
    assert [line.topic.id for line in matrix.lines] == ["marking", "gender", "youth"]
    assert [line.topic.id for line in matrix.ordered(Order.FIRST).lines] == ["gender", "marking", "youth"]
    assert [line.topic.id for line in matrix.ordered(Order.LAST).lines] == ["gender", "youth", "marking"]
    assert matrix.ordered(Order.LAST).ordered(Order.TOPIC) == matrix


@given(st.lists(st.dictionaries(st.sampled_from(sorted(TOPICS)), st.integers(0, 9)), max_size=5), st.data())
def test_nothing_is_lost_in_any_order(counts: list[dict[str, int]], data: st.DataObject) -> None:
    years = data.draw(
        st.lists(st.one_of(st.none(), st.integers(2001, 2030)), min_size=len(counts), max_size=len(counts))
    )
    heads = [head(f"D{nth}", year) for nth, year in enumerate(years)]
    matrix = topic_matrix(heads, counts).ordered(data.draw(st.sampled_from(Order)))
    assert sum(sum(line.counts) for line in matrix.lines) == sum(sum(each.values()) for each in counts)
    dated = [each.date for each in matrix.documents if each.date]
    assert dated == sorted(dated)
