"""Notices every change of a document: sets the space around what changed right, and tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument

from desktop.statement.document import settle
from desktop.statement.typefaces import Fonts


class EditWatch(QObject):
    """Watches one document. ``edited`` is emitted once for each change a delegate made."""

    edited = Signal()

    def __init__(self, document: QTextDocument, fonts: Callable[[], Fonts], parent: QObject) -> None:
        """``fonts`` is asked at each change, since the typeface's size may change."""
        super().__init__(parent)
        self._document = document
        self._fonts = fonts
        self._changed: tuple[int, int] | None = None
        self._quiet = False
        self._going_back = False
        self._settling = False
        document.contentsChange.connect(self._note)
        document.contentsChanged.connect(self._tell)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """What changes in here was not done by the delegate."""
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False
            self._changed = None

    @contextmanager
    def going_back(self) -> Iterator[None]:
        """What changes in here is undone or done again: the space comes back with it."""
        self._going_back = True
        try:
            yield
        finally:
            self._going_back = False

    def _note(self, position: int, _removed: int, added: int) -> None:
        first, last = self._changed or (position, position)
        self._changed = (min(first, position), max(last, position + added))

    def _tell(self) -> None:
        if self._changed is None or self._quiet or self._settling:
            return
        first, last = self._changed
        if not self._going_back:
            self._settling = True
            try:
                settle(self._document, first, last, self._fonts())
            finally:
                self._settling = False
        self._changed = None
        self.edited.emit()
