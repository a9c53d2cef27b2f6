"""A resolution and the next year's, written for these tests."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.comparing.side_by_side import Facing
from core.documents import Document, Kind
from desktop.comparing.jobs import Both, Compared, compare_both
from tests.desktop.in_languages import ARABIC, Words, document

TITLE = "The illicit trade in small arms and light weapons in all its aspects"
MARK = "Urges all States to mark small arms and light weapons at the time of manufacture and of import;"
WEAK = "Encourages all States, as appropriate, to mark small arms and light weapons at the time of import;"
RECORDS = "Calls upon States to keep records of marked weapons indefinitely, in whatever form;"
WOMEN = "Emphasizes the need for the equal and meaningful participation of women in decision-making;"
FUND = "Invites donors to support the voluntary trust fund for training in developing countries;"
TRACE = "Calls upon States to cooperate in tracing illicit small arms through national points of contact;"
STOCK = "Requests the Secretariat to compile good practices on the safe management of stockpiles;"
MEET = "Decides to convene a biennial meeting of States of one week in New York in 2026;"
YOUTH = "Welcomes the contribution of young people to preventing the illicit trade in small arms;"
RECALL = "Recalling its resolution 78/46 of 4 December 2023 on the same subject,"


def _numbered(*texts: str) -> list[Words]:
    return [
        ("", Kind.HEADING, "The General Assembly,"),
        ("pp.1", Kind.PREAMBULAR, RECALL),
        *((str(nth), Kind.OPERATIVE, text) for nth, text in enumerate(texts, 1)),
    ]


def _resolution(symbol: str, date: dt.date, *texts: str) -> Document:
    made = document(symbol, words=_numbered(*texts), title=TITLE, date=date)
    return replace(made, paragraphs=tuple(replace(row, footnotes=()) for row in made.paragraphs))


OLD = _resolution("A/RES/78/46", dt.date(2023, 12, 4), MARK, RECORDS, WOMEN, FUND, TRACE, STOCK, MEET)
NEW = _resolution("A/RES/79/40", dt.date(2024, 12, 2), STOCK, WEAK, RECORDS, WOMEN, TRACE, YOUTH, MEET)
"""STOCK moved to the top, MARK was weakened, FUND dropped, YOUTH put in; five others stayed."""
DRAFT = _resolution("A/C.1/79/L.51", dt.date(2024, 10, 8), STOCK, MARK, RECORDS, WOMEN, TRACE, MEET)
ELSEWHERE = document("A/RES/79/40", "ar", words=ARABIC)


def compared_texts(old: Document = OLD, new: Document = NEW) -> Compared:
    """Two documents compared."""
    return compare_both(Both(old, old.paragraphs, new, new.paragraphs))


def labels(rows: tuple[Facing, ...]) -> list[str]:
    """The numbers of rows: "7→7", "6→1", "4→"."""
    return [f"{row.old.label if row.old else ''}→{row.new.label if row.new else ''}" for row in rows]
