"""A page to write on, and hands to write with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.statement_text import parse, to_markdown
from desktop.statement.editor import StatementEditor
from desktop.theme.style_sheet import dress
from tests.desktop.statement.room import Room

_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The program's own style and typefaces."""
    dress(qapp)


class Writer:
    """A delegate at the keyboard."""

    def __init__(self, editor: StatementEditor) -> None:
        self.editor = editor

    def open(self, markdown: str) -> None:
        """Shows a statement."""
        self.editor.set_blocks(parse(markdown))

    def type(self, text: str) -> None:
        """Types, key by key; a newline is Enter, a tab Tab, a backspace Backspace."""
        for letter in text:
            if letter in _KEYS:
                QTest.keyClick(self.editor, _KEYS[letter])
            else:
                QTest.keyClicks(self.editor, letter)

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Presses one key with others held."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in held:
            modifiers |= modifier
        QTest.keyClick(self.editor, key, modifiers)

    def control(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Presses a key with Control."""
        self.press(key, Qt.KeyboardModifier.ControlModifier, *held)

    def go(self, words: str, *, after: bool = False) -> None:
        """Puts the cursor before some words, or after them."""
        cursor = self.editor.document().find(words)
        assert not cursor.isNull(), words
        cursor.setPosition(cursor.selectionEnd() if after else cursor.selectionStart())
        self.editor.setTextCursor(cursor)

    def select(self, first: str, last: str) -> None:
        """Selects from the beginning of some words to the end of others."""
        start, end = self.editor.document().find(first), self.editor.document().find(last)
        cursor = self.editor.textCursor()
        cursor.setPosition(start.selectionStart())
        cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    def to_end(self) -> None:
        """Puts the cursor at the end."""
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def markdown(self) -> str:
        """The statement as it would be saved."""
        return to_markdown(self.editor.blocks())


@pytest.fixture
def writer(qtbot: QtBot) -> Writer:
    """An empty page with the keyboard on it."""
    editor = StatementEditor()
    qtbot.addWidget(editor)
    editor.resize(640, 500)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.setFocus()
    return Writer(editor)


@pytest.fixture
def room(qtbot: QtBot, w: Path) -> Iterator[Room]:
    """The page on a fresh workspace."""
    made = Room(qtbot, w)
    yield made
    made.tasks.close()
    assert made.failures == []
