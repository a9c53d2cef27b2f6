"""Where there is no statement yet: what belongs here, and how it starts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.statements import Capacity
from desktop.widgets.pieces import button, label, row

_WORDS = (
    "Write here what will be delivered on this item. It opens as statements do, counts its own speaking "
    "time, and takes in agreed language with its reference from any list with Ctrl+Return."
)
_WIDTH = 472


class NoStatement(QWidget):
    """An empty place that teaches. ``wanted`` carries the capacity of the statement to start."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Says what belongs here."""
        super().__init__(parent)
        title = label("No statement on this item yet", "title", wrap=True)
        words = label(_WORDS, "muted", wrap=True)
        for each in (title, words):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.national = button("New statement", lambda: self.wanted.emit(Capacity.NATIONAL), "primary")
        self.group = button("… on behalf of a group", lambda: self.wanted.emit(Capacity.GROUP))
        self.group.setAccessibleName("New statement on behalf of a group")
        box = QWidget()
        box.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(4)
        column.addLayout(row(1, self.national, self.group, 1))
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(box, 1000)
        outer.addStretch(1)
