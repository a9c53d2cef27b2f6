"""Notices and fields: small things that were wrong once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from core.citations import CitationForms
from core.documents import Standing
from desktop.key_list import KEYS, KeyList
from desktop.library.documents_model import counted_words, elided_words, second_name
from desktop.library.filters import FilterBar
from desktop.library.preview.sections_view import SectionsView
from desktop.reader.citation_box import CitationBox
from desktop.theme.style_sheet import dress
from desktop.widgets.field import Field
from desktop.widgets.pieces import button, or_words
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


def test_filters_stand_in_several_lines_where_one_has_no_room(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = FilterBar(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    one, several = bar.heightForWidth(1200), bar.heightForWidth(330)
    assert one > 0 and several > one * 1.5


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


def test_return_presses_the_button_that_has_the_keyboard(qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = button("New statement", lambda: pressed.append("pressed"))
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made, Qt.Key.Key_Return)
    qtbot.keyClick(made, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert len(pressed) == 2
    qtbot.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made.setEnabled(False)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert len(pressed) == 2


def test_a_long_symbol_keeps_its_end_in_the_list(qtbot: QtBot) -> None:
    symbol = "A/CONF.192/2024/RC/PREPCOM/CRP.1/Rev.3"
    assert elided_words(symbol, QApplication.font(), 100, is_name=True).endswith(".3")
    assert elided_words(symbol, QApplication.font(), 100, is_name=False).startswith("A/CONF")


def test_the_forms_of_a_citation_have_room_in_a_narrow_reader(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    box = CitationBox()
    qtbot.addWidget(box)
    box.show_forms(CitationForms("written", "spoken", "short", "", ""))
    box.resize(218, 76)
    box.show()
    tabs = box.findChildren(QTabBar)[0]
    assert box.minimumSizeHint().width() <= 218
    assert tabs.tabRect(2).right() <= tabs.width()
    keys, phase, spot = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, QPointF(20, 10)
    turned = QWheelEvent(spot, spot, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(tabs, turned)
    assert tabs.currentIndex() == 1  # whoever scrolls the reader past it goes on citing as before


def test_the_list_of_keys_fits_the_screen_and_scrolls(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    keys = KeyList()
    qtbot.addWidget(keys)
    keys.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    assert keys.height() <= keys.screen().availableGeometry().height() * 0.8 + 1
    keys.resize(keys.width(), 300)
    keys.show()
    before = keys.area.verticalScrollBar().value()
    qtbot.keyClick(keys.area, Qt.Key.Key_Down)
    assert keys.area.verticalScrollBar().value() > before
    assert {"F7, Shift+F7", "Ctrl+Shift+D"} <= {each for each, _ in KEYS}
    qtbot.keyClick(keys, Qt.Key.Key_Escape)
    assert not keys.isVisible()
