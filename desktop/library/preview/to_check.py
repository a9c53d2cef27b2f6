"""What the reader of a document noticed, sentence by sentence, each leading to its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from core.documents import Document

_LABEL = r"(?:pp\.\d+|[IVX]+\.\d+|\d+(?:\.\d+)*(?:\s?(?:bis|ter))?)(?:\([a-z]+\))*"
_PARAGRAPH = re.compile(rf"\b(?:paragraphs?|numbers?|article|item)\s+“?({_LABEL})", re.I)
_PAGE = re.compile(r"\bpage (\d+)", re.I)
_QUOTED = re.compile(r"“([^”]{8,})”")


def place_of(warning: str, document: Document) -> int | None:
    """The row that a sentence speaks of: by its number, its words or its page; None where it names none."""
    rows = document.paragraphs
    named = _PARAGRAPH.search(warning)
    if named is not None:
        label = named[1].replace(" ", "").rstrip(".")
        for nth, row in enumerate(rows):
            if row.label == label and row.part == document.main_part:
                return nth
        for nth, row in enumerate(rows):
            if row.label == label or row.label.endswith(f".{label}"):
                return nth
    quoted = _QUOTED.search(warning)
    if quoted is not None:
        words = quoted[1].rstrip("… ")
        for nth, row in enumerate(rows):
            if words in row.text:
                return nth
    page = _PAGE.search(warning)
    if page is not None:
        for nth, row in enumerate(rows):
            if row.page is not None and row.page >= int(page[1]):
                return nth
    return None


class WarningsView(QListView):
    """The sentences; ``chosen`` carries the one that is selected or clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given sentences."""
        super().__init__(parent)
        self.setAccessibleName("What should be checked")
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(8)
        self.setViewportMargins(8, 4, 8, 0)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sentences = QStringListModel(self)
        self.setModel(self._sentences)
        self.activated.connect(lambda index: self.chosen.emit(index.data()))
        self.clicked.connect(lambda index: self.chosen.emit(index.data()))

    def show_warnings(self, warnings: Sequence[str]) -> None:
        """Lists these sentences."""
        if self._sentences.stringList() != list(warnings):
            self._sentences.setStringList(list(warnings))
