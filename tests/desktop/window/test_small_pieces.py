"""Notices and fields: small things that were wrong once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from core.documents import Standing
from desktop.library.documents_model import counted_words, second_name
from desktop.library.filters import FilterBar
from desktop.library.preview.sections_view import SectionsView
from desktop.widgets.field import Field
from desktop.widgets.pieces import or_words
from desktop.widgets.toast import Toast
from tests.desktop.in_languages import document


def test_a_short_notice_after_a_long_one_is_narrow(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 500)
    toast = Toast(window)
    toast.say("Undone")
    narrow = toast.width()
    toast.say("Imported a document with a name that is very long indeed. " * 5, "Undo", lambda: None)
    assert toast.width() > 600
    toast.say("Undone")
    assert toast.width() == narrow


def test_a_field_leaves_undo_to_its_page_when_it_has_nothing_to_take_back(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = Field(window)
    window.setCentralWidget(field)
    undone = []
    action = window.addAction("Undo")
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: undone.append(field.text()))
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    field.setText("as read")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["as read"]
    QTest.keyClicks(field, "!")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), undone) == ("as read", ["as read"])


def test_filters_stand_in_two_lines_where_one_has_no_room(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = FilterBar(holder)
    bar.resize(700, 40)
    with qtbot.waitExposed(holder):
        holder.show()
    one = bar.sizeHint().height()
    bar.resize(330, 40)
    qtbot.waitUntil(lambda: bar.sizeHint().height() > one * 1.5)
    bar.resize(700, 40)
    qtbot.waitUntil(lambda: bar.sizeHint().height() == one)


def test_an_empty_list_gives_its_place_to_words(qtbot: QtBot) -> None:
    view = SectionsView()
    place = or_words(view, "There are no sections.")
    qtbot.addWidget(place)
    assert not isinstance(place.currentWidget(), QListView)
    read = document("A/RES/90/1")
    view.show_document(read)
    assert (place.currentWidget() is view) == bool(view.rows.rowCount())


def test_a_document_without_a_symbol_has_its_title_in_the_list() -> None:
    treaty = replace(document(""), short="ATT", title="Arms Trade Treaty", numbered=1)
    treaty = replace(treaty, standing=Standing.UNKNOWN)
    assert second_name(treaty) == "Arms Trade Treaty"
    assert second_name(replace(treaty, symbol="A/CONF.217/2013/L.3")) == "A/CONF.217/2013/L.3"
    assert second_name(replace(treaty, symbol="A/RES/1", short="")) == "Arms Trade Treaty"
    assert counted_words(treaty) == "1 paragraph"
    assert counted_words(replace(treaty, numbered=2, standing=Standing.DRAFT)) == "2 paragraphs · draft"
