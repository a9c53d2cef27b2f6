"""The library's middle: views that take one another's place, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.library.middle import Middle


def test_the_way_back_leads_through_the_views_to_the_first(qtbot: QtBot) -> None:
    document = QLabel("document")
    middle = Middle(document)
    qtbot.addWidget(middle)
    turned: list[object] = []
    middle.turned.connect(lambda: turned.append(middle.currentWidget()))
    topics = middle.view("topics", lambda: QLabel("topics"))
    chain = middle.view("chain", lambda: QLabel("chain"))
    assert middle.view("topics", lambda: QLabel("another")) is topics
    assert middle.currentWidget() is document
    for view in (topics, chain, topics, topics):
        middle.turn_to(view)
    middle.back()
    assert middle.currentWidget() is chain
    middle.back()
    middle.back()
    assert middle.currentWidget() is document
    assert turned == [topics, chain, topics, chain, document, document]


def test_of_another_workspace_no_view_is_kept(qtbot: QtBot) -> None:
    document = QLabel("document")
    middle = Middle(document)
    qtbot.addWidget(middle)
    chain = middle.view("chain", lambda: QLabel("chain"))
    middle.turn_to(chain)
    middle.forget()
    assert middle.currentWidget() is document and middle.count() == 1
    assert middle.view("chain", lambda: QLabel("chain")) is not chain
