"""What of a comparison is shown: folds, filters, words that are looked for, the renumbering table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.comparing.lines import Line, Show, lines_of, spans
from desktop.comparing.lines_model import LinesModel
from desktop.comparing.numbering import NumberingModel, as_table, entries_of
from tests.desktop.comparing.texts import NEW, OLD, compared_texts, labels


def told(lines: list[Line]) -> list[str]:
    """Lines in short: the words of a fold, the numbers of a row."""
    return [
        line.fold.words if line.fold else labels((line.row,))[0] for line in lines if line.fold or line.row
    ]


ROWS = compared_texts().rows


def test_what_stayed_the_same_is_folded() -> None:
    assert told(lines_of(ROWS, Show.ALL)) == [
        "→",
        "pp.1→pp.1",
        "6→1",
        "1→2",
        "2 paragraphs the same, 3 to 4",
        "4→",
        "5→5",
        "6→",
        "→6",
        "7→7",
    ]


def test_a_fold_opens_and_its_line_stays() -> None:
    (start,) = (line.nth for line in lines_of(ROWS, Show.ALL) if line.fold)
    opened = lines_of(ROWS, Show.ALL, opened={start})
    assert told(opened)[4:7] == ["2 paragraphs the same, 3 to 4", "2→3", "3→4"]
    assert [line.is_open for line in opened if line.fold] == [True]


def test_two_equal_documents_are_two_folds() -> None:
    assert told(lines_of(compared_texts(OLD, OLD).rows, Show.ALL)) == [
        "→",
        "8 paragraphs the same, pp.1 to 7",
    ]


def test_filters() -> None:
    assert told(lines_of(ROWS, Show.CHANGES)) == ["6→1", "1→2", "4→", "6→", "→6"]
    assert told(lines_of(ROWS, Show.NEW)) == ["→6"]
    assert told(lines_of(ROWS, Show.DROPPED)) == ["4→"]
    assert told(lines_of(ROWS, Show.MOVED)) == ["6→1"]


def test_words_are_found_on_either_side_whatever_the_space_between_them() -> None:
    assert told(lines_of(ROWS, Show.ALL, "at the TIME")) == ["1→2"]
    assert told(lines_of(ROWS, Show.ALL, "trust  fund")) == ["4→"]
    assert told(lines_of(ROWS, Show.ALL, "pp.1")) == ["pp.1→pp.1"]
    assert lines_of(ROWS, Show.ALL, "nothing like it") == []
    assert spans("at the\ntime, at the time", "the time") == [(3, 11), (16, 24)]
    assert spans("anything", " ") == []


def test_the_renumbering_table() -> None:
    compared = compared_texts()
    table = as_table(entries_of(compared.comparison, compared.rows)).splitlines()
    assert [line.split("\t")[:3] for line in table] == [
        ["Before", "After", "What became of it"],
        ["pp.1", "pp.1", "the same"],
        ["6", "1", "the same, moved"],
        ["1", "2", "changed"],
        ["2", "3", "the same"],
        ["3", "4", "the same"],
        ["4", "–", "dropped"],
        ["5", "5", "the same"],
        ["–", "6", "new"],
        ["7", "7", "the same"],
    ]
    renumbered = entries_of(compared.comparison, compared.rows, Show.CHANGES)
    assert [(each.before, each.after) for each in renumbered] == [
        ("6", "1"),
        ("1", "2"),
        ("2", "3"),
        ("3", "4"),
        ("4", ""),
        ("", "6"),
    ]
    assert [each.after for each in entries_of(compared.comparison, compared.rows, find="stockpiles")] == ["1"]


def test_the_models_keep_qt_rules(qtbot: QtBot) -> None:
    lines, table = LinesModel(), NumberingModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in (lines, table)]
    compared = compared_texts()
    lines.set_lines(lines_of(compared.rows, Show.ALL))
    table.set_entries(entries_of(compared.comparison, compared.rows))
    spoken = [lines.index(nth).data() for nth in range(lines.rowCount())]
    assert spoken[2].startswith("6 → 1, the same, moved from 6: Requests the Secretariat")
    assert spoken[3].startswith(
        "1 → 2, changed, urge → encourage: weaker, “as appropriate” added: Encourages"
    )
    assert spoken[4] == "2 paragraphs the same, 3 to 4, folded"
    assert spoken[7] == "6, the same, moved to 1"
    assert lines.data(QModelIndex()) is None
    header = [table.headerData(nth, Qt.Orientation.Horizontal) for nth in range(table.columnCount())]
    assert header == ["Before", "After", "What became of it", "Text"]
    lines.set_lines(())
    table.set_entries(())
    assert (lines.rowCount(), table.rowCount(), len(testers)) == (0, 0, 2)
    assert NEW.symbol == compared.comparison.new.symbol
