"""Dates and spans of days in the six languages."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.agenda import span_of_days
from core.dates import find_date, find_days, is_date

DAY = dt.date(2024, 12, 2)
JUNE = (dt.date(2024, 6, 17), dt.date(2024, 6, 28))
TURN = (dt.date(2022, 6, 27), dt.date(2022, 7, 1))


@pytest.mark.parametrize(
    "text",
    [
        "2 December 2024",
        "December 2, 2024",
        "2 décembre 2024",
        "2 de diciembre de 2024",
        "2 декабря 2024 года",
        "2024年12月2日",
        "2 كانون الأول/ديسمبر 2024",
        "2 ديسمبر 2024",
        "٢ كانون الأول ٢٠٢٤",
    ],
)
def test_a_day_in_each_language(text: str) -> None:
    assert is_date(text)
    assert find_date(f"… {text} …") == DAY
    assert not find_days(text)[0].is_span


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("New York, 17–28 June 2024", JUNE),
        ("from 17 to 28 June 2024", JUNE),
        ("New York, 17-28 juin 2024", JUNE),
        ("du 17 au 28 juin 2024", JUNE),
        ("Nueva York, 17 a 28 de junio de 2024", JUNE),
        ("Нью-Йорк, 17–28 июня 2024 года", JUNE),
        ("с 17 по 28 июня 2024 года", JUNE),
        ("2024年6月17日至28日，纽约", JUNE),
        ("نيويورك، 17-28 حزيران/يونيه 2024", JUNE),
        ("27 June–1 July 2022", TURN),
        ("27 juin-1er juillet 2022", TURN),
        ("del 27 de junio al 1 de julio de 2022", TURN),
        ("27 июня — 1 июля 2022 года", TURN),
        ("2022年6月27日至7月1日", TURN),
        ("30 December 2024–3 January 2025", (dt.date(2024, 12, 30), dt.date(2025, 1, 3))),
    ],
)
def test_a_span_in_each_language(text: str, span: tuple[dt.date, dt.date]) -> None:
    (days,) = find_days(text)
    assert (days.first, days.last) == span


@pytest.mark.parametrize(
    "text", ["31 February 2024", "2024", "6 JUNE", "12/6/2024", "98 (p)", "2024年13月1日"]
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert find_days(text) == []


def test_several_dates_come_in_their_order() -> None:
    text = "Recalling 78/46 of 4 December 2023 and 79/40 of 2 December 2024"
    assert [days.first for days in find_days(text)] == [dt.date(2023, 12, 4), DAY]


@given(st.dates(dt.date(1945, 1, 1), dt.date(2099, 12, 31)), st.integers(0, 400))
def test_what_is_printed_is_read_again(first: dt.date, more: int) -> None:
    last = first + dt.timedelta(more)
    (days,) = find_days(span_of_days(first, last))
    assert (days.first, days.last) == (first, last)


@given(st.text(alphabet="0123456789 JuneMay月日年/–-.,deto", max_size=60))
def test_any_text_is_searched(text: str) -> None:
    for days in find_days(text):
        assert 0 <= days.start < days.end <= len(text)
