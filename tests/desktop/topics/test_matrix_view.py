"""Topics by documents in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.meaning.topics import TOPICS
from core.topic_matrix import Order
from desktop.main_window import MainWindow
from desktop.rail import LIBRARY
from desktop.topics.matrix_model import HEAD_ROLE
from desktop.topics.matrix_view import MatrixView
from desktop.widgets.flow import Flow


def opened(window: MainWindow, qtbot: QtBot) -> MatrixView:
    """The matrix, reached as a delegate reaches it."""
    window.go_to(LIBRARY)
    qtbot.waitUntil(lambda: window.library.side.model.rowCount() > 3)
    window.library.side.topics.click()
    view = window.library.middle.currentWidget()
    assert isinstance(view, MatrixView)
    qtbot.waitUntil(lambda: view._tally.is_whole and len(view.table.matrix_model.matrix.documents) >= 6)
    return view


def names(view: MatrixView) -> list[str]:
    """The documents shown, in order."""
    model = view.table.matrix_model
    heads = [model.headerData(n, Qt.Orientation.Horizontal, HEAD_ROLE) for n in range(model.columnCount())]
    return [head.name for head in heads]


def choose(view: MatrixView, topic: str, document: str) -> None:
    """Puts the keyboard on a number."""
    matrix = view.table.matrix_model.matrix
    row = [line.topic.id for line in matrix.lines].index(topic)
    column = [head.name for head in matrix.documents].index(document)
    view.table.setCurrentIndex(view.table.matrix_model.index(row, column))


def read_with_topics(window: MainWindow, qtbot: QtBot, document: str) -> str:
    """Waits until the reader shows a chosen paragraph of a document and its topics, and names it."""

    def is_there() -> bool:
        reader = window.reader
        there = reader.located is not None and reader.located.document.name == document
        return there and reader.topics.topics is not None and TOPICS["marking"] in reader.topics.topics.topics

    qtbot.waitUntil(is_there, timeout=5000)
    assert window.reader.located is not None
    return window.reader.located.reference


def test_documents_stand_by_year_and_stopped_language_is_marked(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    QAbstractItemModelTester(
        view.table.matrix_model, QAbstractItemModelTester.FailureReportingMode.Fatal, view
    )
    assert names(view) == ["RevCon3", "BMS8", "A/RES/86/91", "A/RES/87/91", "A/RES/88/91", "A/RES/89/91"]
    lines = {line.topic.id: line for line in view.table.matrix_model.matrix.lines}
    assert lines["marking"].stopped is None
    assert lines["destruction"].stopped == 2018
    assert lines["ammunition"].stopped is None  # the later resolutions are of another process
    place = list(lines).index("destruction")
    assert view.table.matrix_model.headerData(place, Qt.Orientation.Vertical) == (
        "Surplus and destruction, no main topic since 2018"
    )


def test_the_keyboard_has_its_place_on_the_first_number(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    assert view.table.hasFocus()
    index = view.table.currentIndex()
    assert (index.row(), index.column()) == (0, 0)
    QTest.keyClick(view.table, Qt.Key.Key_Right)
    assert view.table.currentIndex().column() == 1


def test_a_number_lists_its_paragraphs_and_the_reader_follows(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    choose(view, "marking", "A/RES/88/91")
    qtbot.waitUntil(lambda: view._listed.text() == "Marking in A/RES/88/91: 1 paragraph")
    qtbot.waitUntil(
        lambda: window.reader.located is not None and window.reader.located.reference == "A/RES/88/91/2"
    )
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: view._listed.text().startswith("Marking in A/RES/87/91"))


def test_return_opens_the_document_at_the_first_of_them(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    choose(view, "marking", "BMS8")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.library.middle.currentWidget() is window.library.view)
    qtbot.waitUntil(lambda: window.library.view.reading.current_row() is not None, timeout=5000)
    row = window.library.view.reading.current_row()
    assert row is not None and row.located is not None and row.located.document.name == "BMS8"


def test_documents_are_narrowed_and_topics_put_in_order(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    choose(view, "marking", "A/RES/88/91")
    view.documents.setText("tracing 203")
    assert names(view) == ["A/RES/86/91", "A/RES/87/91", "A/RES/88/91"]
    chosen = view.table.chosen_place()
    assert chosen is not None and (chosen[0].topic.id, chosen[1].name) == ("marking", "A/RES/88/91")
    view.documents.clear()
    view.order.choose(Order.LAST)
    view.order.activated.emit(2)
    lasts = [line.last or 0 for line in view.table.matrix_model.matrix.lines]
    assert lasts == sorted(lasts, reverse=True) and lasts[0] > lasts[-1]


def test_all_paragraphs_are_more_than_the_commitments(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    commitments = sum(sum(line.counts) for line in view.table.matrix_model.matrix.lines)
    view.what.choose(False)
    view.what.activated.emit(1)
    assert sum(sum(line.counts) for line in view.table.matrix_model.matrix.lines) > commitments


def test_another_language_is_a_choice(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    assert view.language.currentData() == "en"
    view.language.choose("ar")
    view.language.activated.emit(1)
    qtbot.waitUntil(lambda: names(view) == ["A/RES/90/1"])


def test_a_correction_counts_at_once(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    choose(view, "marking", "A/RES/88/91")
    read_with_topics(window, qtbot, "A/RES/88/91")
    window.reader.topics.removed.emit(TOPICS["marking"])

    def count() -> int:
        matrix = view.table.matrix_model.matrix
        line = next(line for line in matrix.lines if line.topic.id == "marking")
        return dict(zip((head.name for head in matrix.documents), line.counts, strict=True))["A/RES/88/91"]

    qtbot.waitUntil(lambda: count() == 0, timeout=5000)
    qtbot.waitUntil(lambda: not view.paragraphs.rows_model.rows, timeout=5000)
    window.undoing.undo()
    qtbot.waitUntil(lambda: count() == 1, timeout=5000)


def test_who_takes_a_topic_away_goes_on_reading_the_paragraph(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    choose(view, "marking", "BMS8")
    read = read_with_topics(window, qtbot, "BMS8")
    listed = len(view.paragraphs.rows_model.rows)
    assert listed > 1
    window.reader.topics.removed.emit(TOPICS["marking"])
    qtbot.waitUntil(lambda: len(view.paragraphs.rows_model.rows) == listed - 1, timeout=5000)
    assert window.reader.located is not None and window.reader.located.reference == read


def test_counting_anew_in_slices_takes_nothing_out_of_sight(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.topics.counting._SLICE", 0.0)
    view = opened(window, qtbot)
    choose(view, "marking", "BMS8")
    read_with_topics(window, qtbot, "BMS8")
    shown = len(names(view))
    widths: list[int] = []
    view.table.matrix_model.modelReset.connect(lambda: widths.append(len(names(view))))
    window.reader.topics.removed.emit(TOPICS["marking"])
    qtbot.waitUntil(lambda: len(widths) >= shown and view._tally.is_whole, timeout=5000)
    assert set(widths) == {shown}
    chosen = view.table.chosen_place()
    assert chosen is not None and (chosen[0].topic.id, chosen[1].name) == ("marking", "BMS8")


def test_what_narrows_to_nothing_lists_nothing_and_escape_takes_it_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = opened(window, qtbot)
    choose(view, "marking", "BMS8")
    qtbot.waitUntil(lambda: view._listed.text().startswith("Marking in BMS8"), timeout=5000)
    view.documents.setFocus()
    QTest.keyClicks(view.documents, "no such document")
    assert not names(view) and not view.paragraphs.rows_model.rows
    assert view._listed.text().startswith("Choose a number")
    QTest.keyClick(view.documents, Qt.Key.Key_Escape)
    assert window.library.middle.currentWidget() is view and len(names(view)) == 6
    QTest.keyClick(view.documents, Qt.Key.Key_Escape)
    assert window.library.middle.currentWidget() is not view


def test_escape_leads_back_to_the_document(window: MainWindow, qtbot: QtBot) -> None:
    view = opened(window, qtbot)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Escape)
    assert window.library.middle.currentWidget() is window.library.view
    window.library.large.show_topics()
    window.search_here()
    assert window.library.middle.currentWidget() is window.library.view


def test_pieces_flow_into_as_many_lines_as_they_need(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder)
    pieces = [QPushButton(f"piece {n}") for n in range(4)]
    for piece in pieces:
        flow.addWidget(piece)
    one = flow.heightForWidth(10_000)
    assert flow.heightForWidth(pieces[0].sizeHint().width() + 4) > 3.9 * one
    holder.resize(10_000, 60)
    with qtbot.waitExposed(holder):
        holder.show()
    assert len({piece.y() for piece in pieces}) == 1
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: pieces[0].x() > pieces[1].x())
    assert holder.childAt(QPoint(9_999, pieces[0].y() + 4)) is pieces[0]
    flow.clear()
    assert flow.count() == 0
