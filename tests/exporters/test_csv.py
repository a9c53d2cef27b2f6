"""Tables that spreadsheet programs open as they are meant."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from exporters.csv_writer import csv_bytes

CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20)


def test_words_are_never_a_formula() -> None:
    typed = ["=1+1", "+x", "@y", "-1", "-(1)", "- 1+1", "\n=1", "\uff1d1", "– a dash", "plain"]
    read = next(csv.reader(io.StringIO(csv_bytes([typed]).decode("utf-8-sig"), newline="")))
    assert read == [*(f"'{each}" for each in typed[:-2]), "– a dash", "plain"]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    written = csv_bytes(rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
