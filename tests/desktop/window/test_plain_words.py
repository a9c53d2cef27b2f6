"""Words of documents and of people are shown as they are, whatever they look like to Qt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as TextFormats
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.work import Work
from desktop.comparing.chooser import Offer, OffersModel
from desktop.main_window import MainWindow
from desktop.widgets.link import Link
from desktop.widgets.pieces import IconButton, button
from desktop.widgets.plain_tip import plain_tip

NAMES = ["<b>Bold</b> & bare", "<img src='x'> of arms", "a &lt;b&gt; b", "Marking\n<i>and</i> tracing", "R&D"]


@pytest.mark.parametrize("words", NAMES)
def test_a_tip_says_the_words_as_they_are(words: str) -> None:
    tip = plain_tip(words)
    if TextFormats.mightBeRichText(tip):
        shown = QTextDocument()
        shown.setHtml(tip)
        assert shown.toPlainText() == words
    else:
        assert tip == words


def test_the_title_of_a_document_is_no_format_in_a_tip(work: Work) -> None:
    head = replace(work.library.documents()[0], title="<b>Arms</b>")
    model = OffersModel()
    model.set_offers([Offer(head)])
    assert "&lt;b&gt;Arms" in str(model.index(0).data(Qt.ItemDataRole.ToolTipRole))


def test_an_ampersand_on_a_button_stands_there(qtbot: QtBot) -> None:
    link = Link("Document", lambda: None)
    link.set_words("R&D")
    made = button("Open R&D", lambda: None)
    for each in (link, made, named := IconButton("x", "Take “R&D <b>” away")):
        qtbot.addWidget(each)
    assert (link.text(), made.text()) == ("R&&D", "Open R&&D")
    assert link.words == "R&D" and link.accessibleName() == "R&D"
    assert named.accessibleName() == "Take “R&D <b>” away"
    assert link.shortcut().isEmpty() and made.shortcut().isEmpty()


def test_no_label_of_the_window_guesses_at_a_format(window: MainWindow) -> None:
    guessing = [each for each in window.findChildren(QLabel) if each.textFormat() is Qt.TextFormat.AutoText]
    assert not [each.text() for each in guessing if "●" not in each.text() and each.text()]
