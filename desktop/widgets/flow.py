"""Pieces side by side that go on in another line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays its pieces out in lines, each as large as it likes to be; mirrored in a right-to-left layout."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        """Empty."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Takes a piece in as the last one."""
        self._items.append(item)

    def count(self) -> int:
        """How many pieces there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """A piece by its place, None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Gives a piece away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Does away with all pieces."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower it is, the more lines it needs."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Puts the pieces in their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """As its least size: it is the width it is given that decides."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for its widest piece."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height that is taken at the width of a place; with ``move`` the pieces are put there."""
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or taken + wide > width:
                lines.append([])
                taken = 0
            lines[-1].append(item)
            taken += wide + self.spacing()
        return lines

    def _place(self, line: list[QLayoutItem], within: QRect) -> None:
        """Puts the pieces of a line side by side, each in the middle of its height."""
        parent = self.parentWidget()
        leftwards = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = within.x()
        for item in line:
            size = item.sizeHint().boundedTo(QSize(within.width(), within.height()))
            left = within.x() + within.right() - x - size.width() + 1 if leftwards else x
            top = within.y() + (within.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top), size))
            x += size.width() + self.spacing()
