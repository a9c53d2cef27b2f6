"""A search field that works together with the list below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.theme.colours import colours_of
from desktop.theme.icons import icon


class SearchField(QLineEdit):
    """A search field from which the arrow keys reach the list below; Return acts on its selection."""

    stepped = Signal(int)
    entered = Signal(bool)

    def __init__(self, placeholder: str, *, escape_clears: bool = True) -> None:
        """``placeholder`` is its accessible name as well."""
        super().__init__()
        self._escape_clears = escape_clears
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        action = self.addAction(
            icon("search", colours_of(self.palette()).muted), QLineEdit.ActionPosition.LeadingPosition
        )
        action.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Return and Ctrl+Return belong to the list."""
        match event.key():
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            case Qt.Key.Key_Escape if self.text() and self._escape_clears:
                self.clear()
            case _:
                super().keyPressEvent(event)
