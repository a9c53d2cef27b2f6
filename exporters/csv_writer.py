"""A table as a CSV file that spreadsheet programs open as it is meant."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_CALCULATES = tuple("=+-@\t\r\n＝＋－＠")


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows, the first one the names of the columns, in UTF-8 with the mark by which it is known.

    Words that a spreadsheet would take for a formula are led by an apostrophe.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([[_as_words(cell) for cell in row] for row in rows])
    return written.getvalue().encode("utf-8-sig")


def _as_words(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_CALCULATES) else cell
