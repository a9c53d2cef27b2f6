"""Dates as English texts of the United Nations write them, whatever the language of the computer."""

from __future__ import annotations

import datetime as dt

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The months in order; ``strftime`` would name them in the language of the desktop."""

_SHORT = 3


def long_date(date: dt.date) -> str:
    """A day in full: "5 June 2028"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def short_date(date: dt.date) -> str:
    """A day for a narrow place: "5 Jun 2028"."""
    return f"{date.day} {MONTHS[date.month - 1][:_SHORT]} {date.year}"
