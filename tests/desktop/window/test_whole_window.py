"""The window as a whole: places, library, refusals, schemes, speed of its thread."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.errors import NameplateError
from db.workspace import open_workspace
from desktop.dossier.page import RECORD
from desktop.events import Events
from desktop.main_window import MainWindow
from desktop.rail import LIBRARY, PACKS, PREPARE, SHARE
from desktop.tasks import Tasks
from desktop.theme.style_sheet import recolour
from tests.desktop.window.test_preparing import open_item

ALT = Qt.KeyboardModifier.AltModifier


def test_the_four_places_are_reached_by_keyboard(window: MainWindow) -> None:
    for key, place in (
        (Qt.Key.Key_2, LIBRARY),
        (Qt.Key.Key_3, PACKS),
        (Qt.Key.Key_4, SHARE),
        (Qt.Key.Key_1, PREPARE),
    ):
        QTest.keyClick(window, key, ALT)
        assert window.pages.currentIndex() == place


def test_the_library_reads_a_document_as_a_document(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(LIBRARY)
    reading = window.library.view.reading
    qtbot.waitUntil(lambda: len(reading.rows_model.rows) > 100)
    kinds = {str(row.located.paragraph.kind) for row in reading.rows_model.rows if row.located}
    assert kinds >= {"heading", "operative", "report", "agenda"}
    QTest.keyClicks(window.library.view.search, "fellowship")
    hits = window.library.view.hits.rows_model
    qtbot.waitUntil(lambda: bool(hits.rows) and hits.rows[0].caption.startswith("FOUND"))
    references = [r.located.reference for r in hits.rows if r.located]
    assert "BMS8/83" in references and "RevCon3/V.1" in references


def test_a_text_that_is_there_already_adds_nothing(window: MainWindow, qtbot: QtBot) -> None:
    from resources.paths import library_files

    window.go_to(LIBRARY)
    window.library.import_files(list(library_files()))
    qtbot.waitUntil(lambda: window.library.import_room is not None, timeout=20_000)
    state = window.library.importing.batch.state
    qtbot.waitUntil(lambda: state.text() == "Imported 0 of 2 · 2 in the library already", timeout=20_000)


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.7\n\x00\xff")
    window.go_to(LIBRARY)
    window.library.import_files([scan])
    qtbot.waitUntil(lambda: window.library.import_room is not None, timeout=20_000)
    refusal = window.library.importing.refusal
    qtbot.waitUntil(lambda: "scan.pdf" in refusal.text() and refusal.isVisible(), timeout=20_000)


def test_a_workspace_that_cannot_be_opened_is_told_in_the_middle_of_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"not a workspace at all" * 50)
    events = Events()
    tasks = Tasks(events)
    window = MainWindow(tasks, events)
    qtbot.addWidget(window)
    tasks.open(lambda: open_workspace(broken), window.start, window.refuse)
    qtbot.waitUntil(lambda: window._open_or_shut.currentIndex() == 1, timeout=5000)
    assert "broken.db" in window._shut._words.text()
    assert broken.read_bytes() == b"not a workspace at all" * 50
    window.close()


def test_a_second_window_is_refused_and_the_first_goes_on(window: MainWindow, qtbot: QtBot, w: Path) -> None:
    with pytest.raises(NameplateError):
        open_workspace(w)
    window.menu.open_path(w)
    qtbot.waitUntil(lambda: bool(window.toast.words), timeout=5000)
    assert window.desk.rows


def test_the_scheme_can_change_while_the_window_is_open(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    light = window.grab().toImage().pixelColor(300, 700).lightness()
    recolour(qapp, True)
    qtbot.wait(50)
    assert window.grab().toImage().pixelColor(300, 700).lightness() < light - 100
    recolour(qapp, False)


def test_every_button_and_field_has_a_name_for_screen_readers(window: MainWindow) -> None:
    inside_others = ("qt_", "QSpinBox", "QComboBox", "QDateEdit", "QDoubleSpinBox")

    def named(widget: QWidget) -> bool:
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        return bool(widget.accessibleName() or words)

    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit)
        and not named(widget)
        and not widget.objectName().startswith(inside_others)
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit | QTableView)
    ]
    assert nameless == []


def test_the_window_begins_where_it_was_left(window: MainWindow, qtbot: QtBot, w: Path) -> None:
    open_item(window, qtbot, "8")
    window.dossier.tabs.setCurrentIndex(RECORD)
    window.close()
    events = Events()
    tasks = Tasks(events)
    again = MainWindow(tasks, events)
    qtbot.addWidget(again)
    tasks.open(lambda: open_workspace(w), again.start)
    qtbot.waitUntil(lambda: again.desk.item is not None, timeout=5000)
    assert again.desk.item is not None and again.desk.item.number == "8"
    assert again.dossier.tabs.currentIndex() == RECORD
    again.close()
