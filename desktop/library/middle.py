"""The library's middle: the document at first, and in its place whatever else was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

View = TypeVar("View", bound=QWidget)


class Middle(QStackedWidget):
    """Shows one view at a time and finds the way back; ``turned`` says that another one is shown.

    The view it is made with is always there. Others are made when they are first wanted, so that the window
    opens no later for them; a view has the focus when it comes.
    """

    turned = Signal()

    def __init__(self, first: QWidget, parent: QWidget | None = None) -> None:
        """Shows its first view."""
        super().__init__(parent)
        self._first = first
        self._made: dict[str, QWidget] = {}
        self._before: list[QWidget] = []
        self.addWidget(first)

    def view(self, name: str, make: Callable[[], View]) -> View:
        """The view of this name, made by ``make`` if it was not wanted before."""
        if name not in self._made:
            made = make()
            self._made[name] = made
            self.addWidget(made)
        return self._made[name]  # type: ignore[return-value]

    def turn_to(self, view: QWidget) -> None:
        """Shows a view; ``back`` leads to the one that is shown now."""
        now = self.currentWidget() or self._first
        if view is now:
            return
        self._before = [each for each in self._before if each not in (view, now)] + [now]
        self.setCurrentWidget(view)
        view.setFocus()
        self.turned.emit()

    def back(self) -> None:
        """Shows again what was shown before this view."""
        view = self._before.pop() if self._before else self._first
        self.setCurrentWidget(view)
        view.setFocus()
        self.turned.emit()

    def turn_to_first(self) -> None:
        """Shows the document; of the others none is led back to."""
        self._before.clear()
        if self.currentWidget() is not self._first:
            self.setCurrentWidget(self._first)
            self.turned.emit()

    def forget(self) -> None:
        """Another workspace was opened: of the views of the one before none is kept."""
        self.turn_to_first()
        for view in self._made.values():
            self.removeWidget(view)
            view.deleteLater()
        self._made.clear()
