"""Where a delegate is in the library's table stays what is in sight."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from core.documents import LibraryParagraph
from core.meaning.topics import TOPICS
from desktop.library.document_view import DocumentView
from desktop.main_window import MainWindow
from desktop.rail import LIBRARY


def as_table(window: MainWindow, qtbot: QtBot) -> DocumentView:
    """The open document as a table."""
    window.go_to(LIBRARY)
    view = window.library.view
    qtbot.waitUntil(lambda: bool(view.reading.rows_model.rows), timeout=5000)
    view.filters.show_as_table(True)
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.table and view.table.model().rowCount() > 40)
    return view


def test_a_topic_that_is_set_right_moves_nothing_in_the_table(window: MainWindow, qtbot: QtBot) -> None:
    view = as_table(window, qtbot)
    view.table.setCurrentIndex(view.table.model().index(40, 0))
    qtbot.waitUntil(lambda: window.reader.topics.topics is not None, timeout=5000)
    shown = window.reader.topics.topics
    assert shown is not None
    seen, at = view.table.verticalScrollBar().value(), window.reader.located
    assert seen
    filled: list[object] = []
    view.table.model().modelReset.connect(lambda: filled.append(1))
    window.reader.topics.added.emit(next(each for each in TOPICS.values() if each not in shown.topics))
    qtbot.waitUntil(lambda: bool(filled), timeout=5000)
    assert view.table.currentIndex().row() == 40 and view.table.verticalScrollBar().value() == seen
    assert window.reader.located == at


def test_a_paragraph_is_shown_in_its_document_as_a_table_too(window: MainWindow, qtbot: QtBot) -> None:
    view = as_table(window, qtbot)
    found: list[LibraryParagraph] = []
    window._tasks.read(lambda work: work.library.resolve("RevCon3 II.32"), found.extend)
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    window.library.show_paragraph(found[0])
    qtbot.waitUntil(lambda: window.reader.located == found[0], timeout=5000)
    assert view.stack.currentWidget() is view.table and view._goto is None
