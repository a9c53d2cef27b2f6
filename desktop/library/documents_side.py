"""The side of the library: its documents by year, to choose one."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from core.documents import DocumentHead
from desktop.library.documents_model import DOCUMENT_ROLE, DocumentsDelegate, DocumentsModel
from desktop.library.versions import Shelved
from desktop.widgets.pieces import button, label, row


class DocumentsSide(QFrame):
    """Lists the documents; ``chosen`` carries one, in the language it was read in last.

    ``import_wanted`` says that documents are to be imported.
    """

    chosen = Signal(object)
    import_wanted = Signal()

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
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.add = button("Import…", self.import_wanted.emit)
        head = row(label("Library", "title"), 1, self.add)
        head.setContentsMargins(16, 0, 12, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 8)
        column.addLayout(head)
        column.addWidget(self.list, 1)

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

    def _on_current(self) -> None:
        shown: DocumentHead | None = self.list.currentIndex().data(DOCUMENT_ROLE)
        if shown is not None:
            self.chosen.emit(self._read_in.get(shown.id, shown))
