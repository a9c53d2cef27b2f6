"""The side of the library: its documents by year, to choose one."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QVBoxLayout, QWidget

from core.documents import DocumentHead
from desktop.library.documents_model import DOCUMENT_ROLE, SHELVED_ROLE, DocumentsDelegate, DocumentsModel
from desktop.library.versions import Shelved
from desktop.widgets.pieces import button, label, row


class DocumentsSide(QFrame):
    """Lists the documents; ``chosen`` carries one, in the language it was read in last.

    ``import_wanted`` says that documents are to be imported, ``compare_wanted`` carries one document that is
    to be compared and the other one, None if that is still to be chosen; ``topics_wanted`` asks for the
    topics of all documents.
    """

    chosen = Signal(object)
    import_wanted = Signal()
    compare_wanted = Signal(object, object)
    topics_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given the shelf."""
        super().__init__(parent)
        self.setObjectName("side")
        self._read_in: dict[uuid.UUID, DocumentHead] = {}
        self.list = QListView()
        self.list.setAccessibleName("Documents")
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = DocumentsModel(self.list)
        self.list.setModel(self.model)
        self._drawing = DocumentsDelegate(self.list)
        self.list.setItemDelegate(self._drawing)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.add = button("Import…", self.import_wanted.emit)
        head = row(label("Library", "title"), 1, self.add)
        head.setContentsMargins(16, 0, 12, 0)
        self._chosen_words = label("", "muted")
        self._compare = button("Compare", self._compare_selected, "primary")
        self._chosen_bar = QWidget()
        self._chosen_bar.setLayout(row(self._chosen_words, 1, self._compare))
        self._chosen_bar.setContentsMargins(16, 8, 12, 0)
        self._chosen_bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._chosen_bar)
        self.topics = button("Topics by document", self.topics_wanted.emit, "link")
        foot = row(self.topics, 1)
        foot.setContentsMargins(12, 4, 12, 0)
        column.addLayout(foot)

    def set_shelf(self, shelved: Sequence[Shelved]) -> None:
        """Lists these documents."""
        self.model.set_shelf(shelved)

    def holds(self, document: DocumentHead) -> bool:
        """Whether a document is in the list, in whatever language."""
        return self.model.place_of(document) is not None

    @property
    def has_choice(self) -> bool:
        """Whether a document of the list is chosen."""
        return self.list.currentIndex().isValid()

    def choose(self, document: DocumentHead) -> bool:
        """Chooses a document in its language; False if it is not in the list."""
        place = self.model.place_of(document)
        if place is None:
            return False
        self._read_in[self.model.documents[place].id] = document
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        index = self.model.index(place)
        if index == self.list.currentIndex():
            self.chosen.emit(document)
        self.list.selectionModel().setCurrentIndex(index, flag)
        return True

    def choose_first(self) -> None:
        """Chooses the first document."""
        self.list.setCurrentIndex(self.model.index(0))

    @property
    def selected(self) -> list[DocumentHead]:
        """The documents that are selected, each in the language it was read in last."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        heads = [self.model.documents[nth] for nth in rows]
        return [self._read_in.get(head.id, head) for head in heads]

    def _on_selection(self) -> None:
        """Two documents can be compared; of more it is said that two are to be chosen."""
        count = len(self.list.selectionModel().selectedIndexes())
        self._chosen_bar.setVisible(count > 1)
        self._chosen_words.setText(f"{count} chosen" if count == 2 else f"{count} chosen: choose two")
        self._compare.setEnabled(count == 2)

    @property
    def pair(self) -> tuple[DocumentHead, DocumentHead] | None:
        """The two documents that are selected, in one language if there is one that both are here in."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        if len(rows) != 2:
            return None
        one, other = self.selected
        ours, theirs = (self.model.index(nth).data(SHELVED_ROLE).languages for nth in rows)
        for head in (one, other, *ours):
            found = [[each for each in heads if each.language == head.language] for heads in (ours, theirs)]
            if all(found):
                return found[0][0], found[1][0]
        return one, other

    def _compare_selected(self) -> None:
        if self.pair is not None:
            self.compare_wanted.emit(*self.pair)

    def _show_menu(self, at: QPoint) -> None:
        pair = self.pair or (*self.selected, None)[:2]
        if not 1 <= len(self.selected) <= 2 or not self.list.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QAction("Compare these two" if self.pair else "Compare with…", menu)
        action.triggered.connect(lambda: self.compare_wanted.emit(*pair))
        menu.addAction(action)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _on_current(self) -> None:
        shown: DocumentHead | None = self.list.currentIndex().data(DOCUMENT_ROLE)
        if shown is not None:
            self.chosen.emit(self._read_in.get(shown.id, shown))
