"""The row of buttons above the page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.statement.actions import KINDS, Actions
from desktop.widgets.pieces import line

_BREAKS_BEFORE = ("heading 1", "bullets", "quotation", "citation", "undo")


class FormatBar(QWidget):
    """Every action with an icon; the keys are in the tooltips, and the page keeps the keyboard's focus."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        """Buttons for the actions of one editor."""
        super().__init__(parent)
        self.setAccessibleName("Formatting")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        for key, kind in KINDS.items():
            if not kind.icon:
                continue
            if key in _BREAKS_BEFORE:
                gap = line(vertical=True)
                gap.setFixedHeight(18)
                across.addSpacing(4)
                across.addWidget(gap)
                across.addSpacing(4)
            across.addWidget(_button(actions, key))
        across.addStretch(1)


def _button(actions: Actions, key: str) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(actions[key])
    made.setIconSize(QSize(18, 18))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setAccessibleName(KINDS[key].name)
    return made
