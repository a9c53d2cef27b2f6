"""Taking back what was done, in the window and in a document that is being imported; saying what can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from core.revisions import Changes
from desktop.widgets.field import Field

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class Undoing(QObject):
    """Remembers what was said with an undo, newest last."""

    def __init__(self, window: MainWindow) -> None:
        """Nothing can be taken back yet."""
        super().__init__(window)
        self._window = window
        self._undoable: list[Changes] = []

    def say(self, sentence: str, changes: Changes | None) -> None:
        """Says what was done, with an undo where something was there before."""
        if changes is None or not changes.before:
            self._window.toast.say(sentence)
            return
        self._undoable.append(changes)
        self._window.toast.say(sentence, "Undo", self.undo)

    def forget(self) -> None:
        """Another workspace was opened."""
        self._undoable.clear()

    def undo(self) -> None:
        """Takes back the last thing done that has not been taken back yet."""
        if self._undoable:
            self._window.toast.hide()
            self._window.desk.undo(self._undoable.pop())

    def undo_outside_text(self) -> None:
        """Ctrl+Z where no text is being written: text fields have an undo of their own."""
        if _writes_text(QApplication.focusWidget()):
            return
        if self._window.shows_import:
            self._window.library.importing.preview.undo()
        else:
            self.undo()

    def redo_outside_text(self) -> None:
        """Ctrl+Shift+Z where no text is being written: makes a correction again that was taken back."""
        if self._window.shows_import and not _writes_text(QApplication.focusWidget()):
            self._window.library.importing.preview.redo()


def _writes_text(widget: QWidget | None) -> bool:
    """Whether words are being written in a widget, which then takes back and makes again by itself."""
    if isinstance(widget, Field) and not (widget.isUndoAvailable() or widget.isRedoAvailable()):
        return False
    return isinstance(widget, QTextEdit | QPlainTextEdit | QLineEdit) and not widget.isReadOnly()
