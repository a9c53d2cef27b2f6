"""The Qt binding must not wear out None: see docs/decisions/0001-qt-6.11.md."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot


class _Sender(QObject):
    sent = Signal(object)


def test_signals_and_item_data_do_not_take_references_from_none(qtbot: QtBot) -> None:
    sender = _Sender()
    sender.sent.connect(lambda _: None)
    choices = QComboBox()
    qtbot.addWidget(choices)
    choices.addItem("nothing", None)
    before = sys.getrefcount(None)
    for _ in range(200):
        sender.sent.emit(None)
        choices.currentData()
    assert sys.getrefcount(None) > before - 100
