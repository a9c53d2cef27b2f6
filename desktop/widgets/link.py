"""A link whose words are shortened in the middle where there is no room for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

_NARROWEST = 64
_PADDING, _SPARE = 10, 4


class Link(QPushButton):
    """A button that looks like a link and never makes its neighbours give way for long words."""

    def __init__(self, name: str, on_click: Callable[[], object]) -> None:
        """Without words until ``set_words``; till then it goes by ``name`` for screen readers."""
        super().__init__()
        self._words = ""
        self._name = name
        self.setAccessibleName(name)
        self.setProperty("role", "link")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: on_click())  # noqa: PLW0108 - drops the checked flag

    def set_words(self, words: str) -> None:
        """Says these words, which are its accessible name as well."""
        self._words = words
        self.setAccessibleName(words or self._name)
        self._fit()
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What it says in full."""
        return self._words

    def sizeHint(self) -> QSize:
        """Room for all its words."""
        wide = QFontMetrics(self.font()).horizontalAdvance(self._words)
        return QSize(wide + _PADDING + _SPARE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning and the end of them."""
        return QSize(min(_NARROWEST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Shortens words that were set before it was seen."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width(), _NARROWEST) - _PADDING if self.isVisible() else 1 << 20
        shown = QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        shown = shown.replace("&", "&&")  # Qt would take one for the mark of a key
        if shown != self.text():
            self.setText(shown)
