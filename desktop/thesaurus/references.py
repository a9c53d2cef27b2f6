"""A line of what a concept belongs to: its topics, or the concepts around it, with a way to add one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.widgets.filter_choice import FilterChoice
from desktop.widgets.flow import Flow
from desktop.widgets.pieces import IconButton, button, label


class References(QWidget):
    """Chips, and a list to add from; ``added``, ``taken`` and ``opened`` carry a name."""

    added = Signal(str)
    taken = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, words: str, *, opens: bool) -> None:
        """``name`` tells what they are, ``words`` names the list to add from; ``opens``: they lead on."""
        super().__init__()
        self._name, self._opens = name, opens
        self.setAccessibleName(name)
        self.add = FilterChoice(words, words)
        self.add.setAccessibleName(words.removeprefix("+ "))
        self.add.activated.connect(self._on_add)
        self._flow = Flow(self, spacing=6)
        self._shown: tuple[object, ...] = ()
        self._flow.addWidget(self.add)

    def show_values(
        self,
        values: Iterable[tuple[str, str]],
        own: Collection[str],
        offered: Iterable[tuple[str, str]],
    ) -> None:
        """Shows names with their labels, those in ``own`` with a way to take them away; offers others."""
        values, offered = list(values), list(offered)
        told = (tuple(values), tuple(own), tuple(offered))
        if told == self._shown:
            return
        self._shown = told
        self._flow.removeWidget(self.add)
        self._flow.clear()
        for value, words in values:
            self._flow.addWidget(self._chip(value, words, value in own))
        there = {value for value, _ in values}
        self.add.offer([(words, value) for value, words in offered if value not in there])
        self.add.setCurrentIndex(0)
        self._flow.addWidget(self.add)
        self.updateGeometry()

    def _chip(self, value: str, words: str, own: bool) -> QFrame:
        chip = QFrame()
        chip.setObjectName("chip")
        chip.setProperty("own", own)
        line = QHBoxLayout(chip)
        line.setContentsMargins(8, 1, 8, 1)
        line.setSpacing(2)
        if self._opens:
            line.addWidget(button(words, lambda: self.opened.emit(value), "link"))
        else:
            line.addWidget(label(words))
        if own:
            take = IconButton("x", f"Take “{words}” away", lambda: self.taken.emit(value))
            take.setObjectName("chip")
            line.addWidget(take)
            line.setContentsMargins(8, 1, 2, 1)
        return chip

    def _on_add(self, place: int) -> None:
        value = self.add.itemData(place)
        self.add.setCurrentIndex(0)
        if value is not None:
            self.added.emit(value)
