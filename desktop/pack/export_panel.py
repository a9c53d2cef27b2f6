"""The foot of the right column: one button with two formats, and what became of the file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.pack.file_outcome import FileOutcome

_FORMATS = (("Word document (.docx)", "docx", "Ctrl+E"), ("PDF (.pdf)", "pdf", "Ctrl+Shift+E"))


class ExportPanel(QWidget):
    """The export button; ``wanted`` carries the suffix of the format."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """The button is off until there is something to export."""
        super().__init__(parent)
        self.button = QPushButton("Export")
        self.button.setProperty("role", "primary")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.outcome = FileOutcome()
        menu = QMenu(self)
        self._actions = []
        for words, suffix, keys in _FORMATS:
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, suffix=suffix: self.wanted.emit(suffix))
            menu.addAction(action)
            self.addAction(action)
            self._actions.append(action)
        self.button.setMenu(menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.outcome)
        column.addWidget(self.button)
        self.set_possible(False)

    def set_possible(self, possible: bool) -> None:
        """Whether there is something to export."""
        self.button.setEnabled(possible)
        for action in self._actions:
            action.setEnabled(possible)
