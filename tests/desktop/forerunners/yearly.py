"""Yearly resolutions written for these tests: language that is carried on, changed, and given up."""

from __future__ import annotations

import datetime as dt

from core.documents import Document, Kind
from tests.desktop.in_languages import document

MARKING = "{} all States to mark polymer frames deeply at the time of manufacture{}."
FUND = "Invites donors to support the fellowship of forensic laboratories in small islands."
SEMINAR = "Decides to convene a seminar of technical experts on tracing requests in Accra."
YOUTH = "Welcomes the new fund for youth and its first projects in border regions."


def resolution(year: int, *paragraphs: str, dated: bool = True) -> Document:
    """The resolution of a year with these operative paragraphs."""
    rows = [(str(number), Kind.OPERATIVE, text) for number, text in enumerate(paragraphs, 1)]
    return document(
        f"A/RES/{year - 1945}/91",
        words=rows,
        title="Marking and tracing",
        date=dt.date(year, 12, 4) if dated else None,
    )


YEARLY = (
    resolution(2031, MARKING.format("Urges", ""), FUND),
    resolution(2032, SEMINAR, MARKING.format("Urges", ""), FUND),
    resolution(2033, YOUTH, MARKING.format("Encourages", ", as appropriate"), SEMINAR),
)
UNDATED = resolution(2034, MARKING.format("Urges", ""), dated=False)
