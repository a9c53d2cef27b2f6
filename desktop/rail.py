"""The rail at the left: four places, no more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from desktop.theme.colours import colours_of
from desktop.theme.icons import icon

PREPARE, LIBRARY, PACKS, SHARE = range(4)
_PLACES = (
    ("Prepare", "notebook", "Prepare: the agenda and its dossiers (Alt+1)"),
    ("Library", "books", "Library: what States have agreed (Alt+2)"),
    ("Packs", "briefcase", "Packs: briefing documents to export (Alt+3)"),
    ("Share", "transfer", "Share: hand the workspace on (Alt+4)"),
)


class Rail(QFrame):
    """Chooses the place; ``place_chosen`` carries its number."""

    place_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Prepare is chosen at first."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(76)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(6)
        for number, (name, _icon, tip) in enumerate(_PLACES):
            made = QToolButton()
            made.setText(name)
            made.setToolTip(tip)
            made.setAccessibleName(name)
            made.setCheckable(True)
            made.setFixedSize(64, 60)
            made.setIconSize(QSize(22, 22))
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(made, number)
            column.addWidget(made)
        column.addStretch(1)
        self._group.button(PREPARE).setChecked(True)
        self._group.idClicked.connect(self.place_chosen)
        self._ink()

    def choose(self, place: int) -> None:
        """Marks a place as the one shown."""
        self._group.button(place).setChecked(True)

    def _ink(self) -> None:
        colours = colours_of(self.palette())
        for number, (_name, icon_name, _tip) in enumerate(_PLACES):
            self._group.button(number).setIcon(icon(icon_name, colours.muted, colours.accent))

    def changeEvent(self, event: QEvent) -> None:
        """Takes on the colours of a changed scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()
