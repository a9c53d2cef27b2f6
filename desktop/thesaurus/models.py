"""The thesaurus as lists: its concepts, and the words of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QGuiApplication

from core.language.scripts import right_to_left
from core.meaning.vocabulary import EXACT
from desktop.theme.colours import colours_of
from desktop.thesaurus.editing import Listed, Origin, Use, Word

Index = QModelIndex | QPersistentModelIndex
CONCEPT_ROLE = Qt.ItemDataRole.UserRole + 1
SOUGHT_ROLE = Qt.ItemDataRole.UserRole + 2
WORD_ROLE = Qt.ItemDataRole.UserRole + 3
USES = {
    Use.TERM: "people and texts",
    Use.SAY: "people say",
    Use.FIND: "texts say",
    Use.NAME: "a name",
}
"""How a word is used, as the window says it."""
_ORIGINS = {Origin.PROGRAM: "shipped", Origin.OWN: "yours", Origin.TAKEN: "taken away"}
_MARKS = {Origin.OWN: " — yours", Origin.CHANGED: " — changed"}
_COLUMNS = ("Word", "Used by", "From")


class ConceptsModel(QAbstractListModel):
    """All concepts by their labels; own ones and changed ones are marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given concepts."""
        super().__init__(parent)
        self.concepts: Sequence[Listed] = ()

    def set_concepts(self, concepts: Sequence[Listed]) -> None:
        """Lists these concepts; where they are the same as before the selection stays."""
        if [each.concept for each in concepts] == [each.concept for each in self.concepts]:
            self.concepts = concepts
            if concepts:
                self.dataChanged.emit(self.index(0), self.index(len(concepts) - 1))
            return
        self.beginResetModel()
        self.concepts = concepts
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many concepts there are."""
        return 0 if parent.isValid() else len(self.concepts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The label with its mark; the concept's name and what it is found by under roles of their own."""
        if not index.isValid() or index.row() >= len(self.concepts):
            return None
        each = self.concepts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return each.label + _MARKS.get(each.origin, "")
        if role == CONCEPT_ROLE:
            return each.concept
        if role == SOUGHT_ROLE:
            return each.sought
        if role == Qt.ItemDataRole.FontRole and each.origin is not Origin.PROGRAM:
            return _font(bold=True)
        return None


class WordsModel(QAbstractTableModel):
    """The words of a concept in one language: each with its use, and whether it is shipped or one's own."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given words."""
        super().__init__(parent)
        self.words: Sequence[Word] = ()

    def set_words(self, words: Sequence[Word]) -> None:
        """Shows these words."""
        self.beginResetModel()
        self.words = words
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many words there are."""
        return 0 if parent.isValid() else len(self.words)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The word, its use, whose it is."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words; a word that was taken away is struck, one's own is bold."""
        if not index.isValid() or index.row() >= len(self.words):
            return None
        word = self.words[index.row()]
        if role == WORD_ROLE:
            return word
        if role == Qt.ItemDataRole.DisplayRole:
            return (told(word), USES[word.use], _ORIGINS[word.origin])[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{told(word)}, {USES[word.use]}, {_ORIGINS[word.origin]}"
        if role == Qt.ItemDataRole.TextAlignmentRole and not index.column():
            leftwards = right_to_left(word.words, word.language)
            side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and word.origin is not Origin.PROGRAM:
            struck = word.origin is Origin.TAKEN and index.column() == 0
            return _font(bold=word.origin is Origin.OWN, struck=struck)
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() or word.origin is Origin.TAKEN):
            return QColor(colours_of(QGuiApplication.palette()).muted)
        return None


def told(word: Word) -> str:
    """A word as people read it: that it is meant in exactly this form is said beside it."""
    exact = word.words.startswith(EXACT)
    return f"{word.words.removeprefix(EXACT)} (exactly)" if exact else word.words


def _font(*, bold: bool = False, struck: bool = False) -> QFont:
    font = QFont(QGuiApplication.font())
    font.setBold(bold)
    font.setStrikeOut(struck)
    return font
