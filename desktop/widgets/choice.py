"""A drop-down list that changes only when somebody chooses from it."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Choice(QComboBox):
    """A choice that rolling the wheel past it does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to what scrolls."""
        event.ignore()

    def choose(self, value: object) -> None:
        """Chooses the entry that carries an equal value; none if there is no such entry.

        Qt's own ``findData`` compares Python objects by identity, so an equal UUID would not be found.
        """
        for place in range(self.count()):
            if self.itemData(place) == value:
                self.setCurrentIndex(place)
                return
        self.setCurrentIndex(-1)
