"""Tables that spreadsheet programs open as they are meant."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from exporters.csv_writer import csv_bytes

CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20)


def test_words_are_never_a_formula() -> None:
    written = csv_bytes([["=1+1", "+x", "@y", "-1", "- a dash", "plain"]]).decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(written))) == ["'=1+1", "'+x", "'@y", "'-1", "- a dash", "plain"]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    written = csv_bytes(rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
