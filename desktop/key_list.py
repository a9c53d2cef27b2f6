"""The list of all keys (F1): it scrolls, for it is longer than a small screen is high."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets.pieces import button, row

KEYS = (
    ("Ctrl+K", "Find any paragraph by words or by reference"),
    ("Return", "Pull it into the open agenda item"),
    ("Ctrl+Return", "Insert it into the statement"),
    ("Ctrl+C", "Copy it with its citation"),
    ("Delete", "Take a commitment out of the item"),
    ("X, Delete", "Say that a suggestion is not relevant, or take that back"),
    ("Left, Right", "Fold a topic of the suggestions, open it"),
    ("Alt+Up, Alt+Down", "Move a commitment in the item's order"),
    ("Alt+1 … Alt+4", "Prepare, Library, Packs, Share"),
    ("Ctrl+Page Up, Ctrl+Page Down", "The dossier's tabs"),
    ("Alt+Page Up, Alt+Page Down", "The paragraph before, after"),
    ("Alt+Left, Alt+Right", "The paragraph read before that, and on again"),
    ("Ctrl+F", "Search here"),
    ("Ctrl+Shift+C", "Copy the selected rows of a table with their citations"),
    ("Ctrl+Shift+T", "The thesaurus: what words mean in a search"),
    ("Ctrl+Shift+D", "Compare the document with another one"),
    ("F7, Shift+F7", "The next change, the one before (comparing)"),
    ("Ctrl+Shift+X", "Swap the two documents (comparing)"),
    ("F8, F9", "Fold the agenda, the reader"),
    ("Ctrl+Z, Ctrl+Shift+Z", "Undo, redo"),
    ("Ctrl+J, Ctrl+Shift+J", "Join with the paragraph below, above (before importing)"),
    ("Ctrl+Return, F2, F3", "Split at the cursor, renumber, change the kind (before importing)"),
    ("Ctrl+S, Escape", "Import the document, leave it (before importing)"),
    ("Ctrl+O, Ctrl+Q", "Open another workspace, quit"),
    ("Ctrl+E, Ctrl+Shift+E", "Export what is shown (in Packs, comparing)"),
    ("F10", "The menu of the workspace"),
)
_SHARE_OF_SCREEN = 0.8


class KeyList(QDialog):
    """Lists the keys, as high as they need or as the screen allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """The keys are scrolled by the arrows; Escape and Return close it."""
        super().__init__(parent)
        self.setWindowTitle("Keyboard")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = "".join(
            f"<tr><td><b>{keys}</b>&nbsp;&nbsp;&nbsp;</td><td>{what}</td></tr>" for keys, what in KEYS
        )
        words = QLabel(f"<table cellpadding='3'>{rows}</table>")
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("Keys and what they do")
        self.area.setWidget(words)
        column = QVBoxLayout(self)
        column.addWidget(self.area, 1)
        close = button("Close", self.accept, "primary")
        close.setDefault(True)
        column.addLayout(row(1, close))
        needed, bar = words.sizeHint(), self.area.verticalScrollBar().sizeHint().width()
        self.area.setMinimumWidth(needed.width() + bar)
        beside = self.sizeHint().height() - self.area.sizeHint().height()
        allowed = round(self.screen().availableGeometry().height() * _SHARE_OF_SCREEN)
        self.resize(self.sizeHint().width(), min(needed.height() + beside, allowed))
        self.area.setFocus()
