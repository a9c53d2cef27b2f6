"""What the window says of documents that were imported, wherever the delegate is by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.documents import DocumentHead
from desktop.rail import LIBRARY

if TYPE_CHECKING:
    from desktop.library.importing import Saved
    from desktop.main_window import MainWindow


class Imports(QObject):
    """Tells of imports, with the way to what came of them."""

    def __init__(self, window: MainWindow) -> None:
        """Speaks through the window's notices."""
        super().__init__(window)
        self._window = window

    def tell(self, saved: Saved) -> None:
        """Says what was imported; a meeting that was made with it is said with its undo by the write."""
        if saved.meeting is None:
            self._window.toast.say(saved.sentence, "Show", lambda: self._show(saved.document))

    def tell_batch(self, sentence: str) -> None:
        """Says how a batch ended, if it is not seen anyway."""
        if not self._window.shows_import:
            self._window.toast.say(sentence, "Show", lambda: self._window.go_to(LIBRARY))

    def _show(self, document: DocumentHead) -> None:
        self._window.go_to(LIBRARY)
        self._window.library.leave_import()
        self._window.library.open_document(document)
