"""How a paragraph binds, what it is about, and correcting that, in the reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.documents import LibraryParagraph
from core.meaning.topics import TOPICS, ParagraphTopics
from db.work import Work
from desktop.main_window import MainWindow
from desktop.reader.strength_words import strength_words
from desktop.reader.topic_chips import TopicChip, TopicChips
from tests.desktop.reader.test_through_the_years import located


def labels(window: MainWindow) -> list[str]:
    """The topics that the reader shows."""
    topics = window.reader.topics.topics
    return [topic.label for topic in topics.topics] if topics else []


def read(window: MainWindow, qtbot: QtBot, reference: str) -> None:
    """Reads a paragraph and waits for its topics."""
    window.reading.read(located(window, qtbot, reference))
    qtbot.waitUntil(lambda: bool(labels(window)), timeout=5000)


def chip(window: MainWindow, qtbot: QtBot, label: str) -> TopicChip:
    """The chip of a topic, once it is shown."""

    def shown() -> list[TopicChip]:
        chips = window.reader.topics.findChildren(TopicChip)
        return [each for each in chips if each.topic.label == label and each.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("BMS8/62", "undertake · commit · “where applicable” · addresses States"),
        ("A/RES/88/91/2", "encourage · “as appropriate” · addresses States"),
        ("BMS8/report.17", ""),
    ],
)
def test_verb_qualifiers_and_addressees_in_one_line(
    window: MainWindow, qtbot: QtBot, reference: str, told: str
) -> None:
    window.reading.read(located(window, qtbot, reference))
    assert window.reader._strength.text() == told
    assert window.reader._strength.isHidden() == (not told)


def test_preambular_paragraphs_bind_nobody(work: Work) -> None:
    row = next(row for row in work.library.rows(work.library.document("BMS8").id) if not row.label)
    assert strength_words(LibraryParagraph(work.library.document("BMS8"), row)) == ""


def test_a_topic_is_added_by_typing_and_the_notice_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    before = labels(window)
    assert "Marking" in before and "Gender" not in before
    window.reader.topics.add.click()
    picker = window.reader.topics._picker
    assert picker is not None and picker.isVisible()
    offered = [picker._narrowed.index(n, 0).data() for n in range(picker._narrowed.rowCount())]
    assert set(offered) == {topic.label for topic in TOPICS.values()} - set(before)
    QTest.keyClicks(picker.field, "gend")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert not picker.isVisible()
    qtbot.waitUntil(lambda: "Gender" in labels(window))
    assert chip(window, qtbot, "Gender").toolTip() == "Added by you"
    assert chip(window, qtbot, "Gender").property("own") and not chip(window, qtbot, "Marking").property(
        "own"
    )
    qtbot.waitUntil(lambda: window.toast.words == "A/RES/88/91/2: Gender added")
    window.toast.act()
    qtbot.waitUntil(lambda: labels(window) == before)


def test_a_topic_is_taken_away_and_offered_again(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    taken = chip(window, qtbot, "Marking").findChildren(type(window.reader.topics.add))[0]
    assert taken.accessibleName() == "Take the topic “Marking” away"
    taken.click()
    qtbot.waitUntil(lambda: "Marking" not in labels(window))
    window.reader.topics.add.click()
    picker = window.reader.topics._picker
    assert picker is not None
    QTest.keyClicks(picker.field, "marking")
    assert picker.list.currentIndex().data() == "Marking — taken away by you"
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Marking" in labels(window))
    assert not chip(window, qtbot, "Marking").property("own")  # it is the thesaurus's again


def test_topics_that_come_take_the_keyboard_from_nobody(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    window.reader.topics.add.setFocus()
    window.library.view.setFocus()
    window.reading.read(located(window, qtbot, "A/RES/88/91/1"))
    qtbot.waitUntil(lambda: bool(labels(window)))
    assert not window.reader.topics.add.hasFocus()


def test_a_plus_alone_says_what_it_adds(qtbot: QtBot) -> None:
    chips = TopicChips()
    qtbot.addWidget(chips)
    chips.show_topics(ParagraphTopics(()))
    assert chips.add.text() == "Add a topic"
    assert chips.add.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    chips.show_topics(ParagraphTopics((TOPICS["marking"],)))
    assert chips.add.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def test_another_paragraph_has_topics_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    marking = labels(window)
    window.reading.read(located(window, qtbot, "A/RES/88/91/1"))
    assert not labels(window)  # until they are known, not those of the one before
    qtbot.waitUntil(lambda: bool(labels(window)) and labels(window) != marking)
