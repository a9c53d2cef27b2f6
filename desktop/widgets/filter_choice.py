"""A filter that takes no more room than it needs: it says its name, or what it leaves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QStylePainter

from desktop.widgets.choice import Choice

_BESIDE_WORDS = 42
_WIDEST, _WIDEST_LIST = 190, 420
_MOST_VISIBLE = 16


class FilterChoice(Choice):
    """A choice among what to leave; its first entry, which it begins with, leaves everything (None)."""

    def __init__(self, name: str, everything: str, choices: Iterable[tuple[str, object]] = ()) -> None:
        """``name`` is what it says while it leaves everything."""
        super().__init__()
        self._name, self._everything = name, everything
        self._values = list[Any]()
        self.setProperty("role", "filter")
        self.setMaxVisibleItems(_MOST_VISIBLE)
        self.setItemDelegate(QStyledItemDelegate(self))  # the style sheet has no say in a menu's own
        self.setAccessibleName(f"Filter by {name.lower()}")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(lambda _: self._show_state())
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[str, object]]) -> None:
        """Offers these words and what they leave; what was chosen stays so if it is among them."""
        kept = self.value
        self.clear()
        offered = [(self._everything, None), *choices]
        self._values = [value for _, value in offered]
        for words, value in offered:
            self.addItem(words, value)
        self.choose(kept)
        if self.currentIndex() < 0:
            self.setCurrentIndex(0)

    @property
    def value(self) -> Any:
        """What it leaves, as it was offered, None for everything: ``currentData`` makes a word of an enum."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    @property
    def words(self) -> str:
        """What it says."""
        return self.currentText() if self.currentIndex() > 0 else self._name

    def _show_state(self) -> None:
        narrows = self.currentIndex() > 0
        if narrows != bool(self.property("narrows")):
            self.setProperty("narrows", narrows)
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as what it says."""
        wide = self.fontMetrics().horizontalAdvance(self.words) + _BESIDE_WORDS
        return QSize(min(wide, _WIDEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same: shortened names would say nothing."""
        return self.sizeHint()

    def showPopup(self) -> None:
        """The list is as wide as its entries need, whatever the filter says."""
        view = self.view()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + 32, _WIDEST_LIST))
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says its name, or what it leaves."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - _BESIDE_WORDS + 4
        option.currentText = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
