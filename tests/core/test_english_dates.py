"""Dates are English in every country: the desktop may have set another language for ``strftime``."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.agenda import date_in_words, span_of_days
from core.english_dates import MONTHS, long_date, short_date


def test_days_are_written_as_the_united_nations_write_them() -> None:
    day = dt.date(2028, 6, 5)
    assert (long_date(day), short_date(day)) == ("5 June 2028", "5 Jun 2028")
    assert span_of_days(day, dt.date(2028, 7, 2)) == "5 June–2 July 2028"


@given(st.dates(min_value=dt.date(1945, 1, 1)))
def test_what_is_written_is_read_again(day: dt.date) -> None:
    assert date_in_words(long_date(day)) == day
    assert date_in_words(short_date(day)) == day


def test_the_language_of_the_desktop_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    class French(dt.date):
        """A date as it is named where the desktop is French."""

        def strftime(self, pattern: str) -> str:
            return super().strftime(pattern.replace("%B", "août").replace("%b", "août"))

        __format__ = strftime

    assert long_date(French(2026, 8, 3)) == "3 August 2026"
    assert MONTHS[7] == "August"
