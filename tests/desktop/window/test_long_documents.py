"""Long documents do not hold the window up, and are shown whole and from their beginning all the same."""

from __future__ import annotations

from itertools import count

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from core.documents import Document, Kind, LibraryParagraph
from desktop.library.preview.paragraphs_view import ParagraphsView
from desktop.main_window import MainWindow
from desktop.widgets.document_delegate import DocumentDelegate
from desktop.widgets.line_counter import LineCounter
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import Row
from desktop.widgets.slices import Slices
from desktop.widgets.text_layout import laid_out
from tests.desktop.in_languages import ARABIC, CHINESE, ENGLISH, RUSSIAN, document

_WORDS = "Urges all States to mark, record and trace every weapon, and to report on what they did, "


def long_document(symbol: str, rows: int = 900) -> Document:
    """A document of many rows of different lengths."""
    words = ((str(nth), Kind.OPERATIVE, _WORDS * (1 + nth % 5)) for nth in range(1, rows + 1))
    return document(symbol, words=tuple(words))


def rows_of(made: Document) -> list[Row]:
    """Its rows in a list."""
    return [Row(LibraryParagraph(made, each)) for each in made.paragraphs]


def test_work_is_done_in_slices_and_the_newest_only(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count()
    monkeypatch.setattr("desktop.widgets.slices.time.perf_counter", lambda: float(next(clock)))
    slices, done, steps = Slices(), [], []
    slices.run(iter(range(5)), lambda: done.append("first"))
    assert slices.is_running
    slices.run((steps.append(nth) for nth in range(3)), lambda: done.append("second"))
    assert len(steps) < 3
    qtbot.waitUntil(lambda: bool(done))
    assert (done, steps, slices.is_running) == (["second"], [0, 1, 2], False)
    slices.run(iter(range(5)), lambda: done.append("third"))
    slices.stop()
    QCoreApplication.processEvents()
    assert done == ["second"]


def test_a_long_document_is_shown_whole(qtbot: QtBot) -> None:
    shown = ParagraphList("Document", DocumentDelegate())
    qtbot.addWidget(shown)
    shown.resize(500, 400)
    rows, told = rows_of(long_document("A/RES/90/1")), []
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_document(rows, lambda: told.append(len(shown.rows_model.rows)))
    shown.resize(420, 400)  # while it is being measured
    qtbot.waitUntil(lambda: bool(told))
    assert told == [900]
    delegate = shown.itemDelegate()
    assert isinstance(delegate, DocumentDelegate)
    width = shown.viewport().width()
    for nth in (0, 450, 899):
        qtbot.waitUntil(
            lambda nth=nth: (
                shown.visualRect(shown.rows_model.index(nth)).height()
                == delegate.height_of_row(rows[nth], shown.font(), width)
            )
        )


def test_what_is_given_up_while_it_is_measured_never_comes(qtbot: QtBot) -> None:
    view, told = ParagraphsView(), []
    qtbot.addWidget(view)
    view.measure(long_document("A/RES/90/1", 3000).paragraphs, lambda: told.append(1))
    running = not told
    view.stop_measuring()
    qtbot.wait(50)
    assert told == ([] if running else [1])


@pytest.mark.parametrize("words", [ENGLISH, ARABIC, RUSSIAN, CHINESE])
def test_lines_are_never_counted_too_few(words: tuple[tuple[str, Kind, str], ...], qtbot: QtBot) -> None:
    view = ParagraphsView()
    qtbot.addWidget(view)
    counter = LineCounter(view.font())
    text = " ".join(each[2] for each in words)
    for width in range(150, 700, 37):
        assert counter.lines(text, width) >= laid_out(text, view.font(), width).lineCount()


def test_another_document_is_read_from_its_beginning(window: MainWindow, qtbot: QtBot) -> None:
    first, second = long_document("A/RES/90/1", 200), long_document("A/RES/90/2", 300)
    for each in (first, second):
        window._tasks.write(lambda work, each=each: work.library.add(each))
    window.go_to(1)
    view = window.library.view
    qtbot.waitUntil(lambda: len(window.library.side.model.documents) >= 4)
    window.library.show_document(first)
    qtbot.waitUntil(lambda: len(view.reading.rows_model.rows) == 200)
    bar = view.reading.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 3000)
    bar.setValue(3000)
    view.ask()  # read anew, it stays where it was
    window._tasks.settle()
    qtbot.wait(50)
    assert bar.value() == 3000
    window.library.show_document(second)
    qtbot.waitUntil(lambda: len(view.reading.rows_model.rows) == 300)
    qtbot.waitUntil(lambda: bar.value() == 0)
