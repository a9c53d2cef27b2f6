"""The words of a concept, a language at a time, and the field in which another one is added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.documents import LANGUAGES
from desktop.thesaurus.editing import Origin, Word
from desktop.thesaurus.models import USES, WORD_ROLE, WordsModel
from desktop.widgets.choice import Choice
from desktop.widgets.field import Field
from desktop.widgets.pieces import button, label, row


class WordsTable(QTableView):
    """The words; ``turned`` carries one that is to be taken away, or brought back (Delete, or its menu)."""

    turned = Signal(object)

    def __init__(self) -> None:
        """Empty until its model has words."""
        super().__init__()
        self.setAccessibleName("Words of the concept")
        self.words_model = WordsModel(self)
        self.setModel(self.words_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 140), (2, 96)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    @property
    def current(self) -> Word | None:
        """The word that is selected."""
        word: Word | None = self.currentIndex().data(WORD_ROLE)
        return word

    def turn_current(self) -> None:
        """Takes the selected word away, or brings it back."""
        if self.current is not None:
            self.turned.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes a word away or brings it back."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.turn_current()
        else:
            super().keyPressEvent(event)

    def _show_menu(self, at: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(words_for(self.current), self.turn_current)
        menu.popup(self.viewport().mapToGlobal(at))


class WordsEditor(QWidget):
    """The table under a tab for each language, and beneath it a field to add a word.

    ``added`` carries the words typed, their use and their language; ``turned`` a word.
    """

    added = Signal(str, object, str)
    turned = Signal(object)

    def __init__(self) -> None:
        """Shows English words first."""
        super().__init__()
        self._words: Sequence[Word] = ()
        self.languages = QTabBar()
        self.languages.setAccessibleName("Language of the words")
        self.languages.setDrawBase(False)
        self.languages.setExpanding(False)
        for name in LANGUAGES.values():
            self.languages.addTab(name)
        self.languages.setCurrentIndex(list(LANGUAGES).index("en"))
        self.table = WordsTable()
        self.field = Field()
        self.field.setAccessibleName("A word to add")
        self.use = Choice()
        self.use.setAccessibleName("How the word is used")
        for use, told in USES.items():
            self.use.addItem(told.capitalize(), use)
        self.add = button("Add", self._add)
        self.turn = button("Take away", self.table.turn_current)
        self.trouble = label("", "warning", wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.languages)
        column.addWidget(self.table, 1)
        adding = row(self.field, self.use, self.add, self.turn)
        adding.setStretch(0, 1)
        column.addLayout(adding)
        column.addWidget(self.trouble)
        self.languages.currentChanged.connect(lambda _: self._fill())
        self.table.turned.connect(self.turned)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._name_turn())
        self.field.returnPressed.connect(self._add)
        self.field.textEdited.connect(lambda _: self.say(""))
        self._name_field()

    @property
    def language(self) -> str:
        """The code of the language whose words are shown."""
        return list(LANGUAGES)[self.languages.currentIndex()]

    def show_words(self, words: Sequence[Word]) -> None:
        """Shows these words, with how many there are in each language; what was selected stays so."""
        self._words = words
        for place, (code, name) in enumerate(LANGUAGES.items()):
            count = sum(word.language == code and word.origin is not Origin.TAKEN for word in words)
            self.languages.setTabText(place, f"{name} {count}" if count else name)
        self._fill()

    def say(self, sentence: str) -> None:
        """Says what is wrong with what was typed, or nothing."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def clear(self) -> None:
        """What was typed has been taken in."""
        self.field.setText("")  # unlike clear() it leaves nothing that Ctrl+Z would bring back
        self.say("")

    def _fill(self) -> None:
        before = self.table.current
        words = [word for word in self._words if word.language == self.language]
        self.table.words_model.set_words(words)
        for nth, word in enumerate(words):
            if before is not None and (word.words, word.language) == (before.words, before.language):
                self.table.setCurrentIndex(self.table.words_model.index(nth, 0))
        self._name_field()
        self._name_turn()

    def _name_field(self) -> None:
        self.field.setPlaceholderText(f"Another word in {LANGUAGES[self.language]}")

    def _name_turn(self) -> None:
        word = self.table.current
        self.turn.setEnabled(word is not None)
        self.turn.setText(words_for(word))

    def _add(self) -> None:
        words = self.field.text().strip()
        if words:
            self.added.emit(words, self.use.currentData(), self.language)
        else:
            self.say("Type a word first, such as “zip gun”.")


def words_for(word: Word | None) -> str:
    """What can be done with a word."""
    return "Bring back" if word is not None and word.origin is Origin.TAKEN else "Take away"
