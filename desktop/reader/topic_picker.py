"""Choosing a topic to add: typing narrows the list, Return takes what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from core.meaning.topics import TOPICS, ParagraphTopics
from desktop.widgets.search_field import SearchField

_TOPIC_ROLE = Qt.ItemDataRole.UserRole + 1
_SIZE = (260, 320)


class TopicPicker(QFrame):
    """A small list over the window; ``picked`` carries the topic that was chosen."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Hidden until it is opened."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAccessibleName("Add a topic")
        self.field = SearchField("Topic", escape_clears=False)
        self._model = QStandardItemModel(self)
        self._narrowed = QSortFilterProxyModel(self)
        self._narrowed.setSourceModel(self._model)
        self._narrowed.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setObjectName("popup")
        self.list.setAccessibleName("Topics")
        self.list.setModel(self._narrowed)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.resize(*_SIZE)
        self.field.textChanged.connect(self._narrow)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(lambda _: self._pick(self.list.currentIndex()))
        self.list.clicked.connect(self._pick)

    def open_below(self, beside: QWidget, topics: ParagraphTopics) -> None:
        """Opens below a widget and offers the topics that the paragraph does not have."""
        self._model.clear()
        for topic in TOPICS.values():
            if topic in topics.topics:
                continue
            taken = topic in topics.removed
            item = QStandardItem(f"{topic.label} — taken away by you" if taken else topic.label)
            item.setData(topic, _TOPIC_ROLE)
            self._model.appendRow(item)
        self.field.clear()
        self._narrow("")
        self.move(self._place(beside))
        self.show()
        self.field.setFocus()

    def _place(self, beside: QWidget) -> QPoint:
        """Below the widget, or above it where the screen ends, and always within the screen."""
        below = beside.mapToGlobal(QPoint(0, beside.height() + 2))
        room = beside.screen().availableGeometry()
        x = max(room.left(), min(below.x(), room.right() - self.width()))
        over = below.y() + self.height() > room.bottom()
        y = beside.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2 if over else below.y()
        return QPoint(x, max(room.top(), y))

    def _narrow(self, words: str) -> None:
        self._narrowed.setFilterFixedString(" ".join(words.split()))
        self.list.setCurrentIndex(self._narrowed.index(0, 0))

    def _step(self, by: int) -> None:
        place = self.list.currentIndex().row() + by
        if 0 <= place < self._narrowed.rowCount():
            self.list.setCurrentIndex(self._narrowed.index(place, 0))

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hide()
            self.picked.emit(index.data(_TOPIC_ROLE))
