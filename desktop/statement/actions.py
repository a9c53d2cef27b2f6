"""What a delegate can do to the text, as actions with their shortcuts, icons and tooltips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence

from core.statement_text import Style
from desktop.statement.shapes import Shape
from desktop.theme.colours import Colours
from desktop.theme.icons import icon

NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Kind:
    """One action: what it is called, its icon and its keys. ``shown`` are keys another part listens for."""

    name: str
    icon: str
    keys: str = ""
    checkable: bool = False
    shown: str | QKeySequence.StandardKey = ""


KINDS: dict[str, Kind] = {
    "bold": Kind("Bold", "bold", "Ctrl+B", checkable=True),
    "italic": Kind("Italic", "italic", "Ctrl+I", checkable=True),
    "heading 1": Kind("Heading", "h-1", "Ctrl+1", checkable=True),
    "heading 2": Kind("Heading below a heading", "h-2", "Ctrl+2", checkable=True),
    "paragraph": Kind("Paragraph", "", "Ctrl+0"),
    "bullets": Kind("List with bullets", "list", "Ctrl+Shift+8", checkable=True),
    "numbers": Kind("Numbered list", "list-numbers", "Ctrl+Shift+7", checkable=True),
    "quotation": Kind("Quotation", "quote", "Ctrl+Shift+Q", checkable=True),
    "private": Kind("Not delivered", "eye-off", "Ctrl+Shift+P", checkable=True),
    "citation": Kind("Insert a citation", "link", shown="Ctrl+K"),
    "undo": Kind("Undo", "arrow-back-up", shown=QKeySequence.StandardKey.Undo),
    "redo": Kind("Redo", "arrow-forward-up", shown=QKeySequence.StandardKey.Redo),
}
"""In the order of the toolbar."""


class Actions:
    """The actions of one editor."""

    def __init__(self, owner: QObject, jobs: dict[str, Callable[[], object]]) -> None:
        """``jobs`` says what each action does."""
        self._by_key = {key: self._made(owner, kind, jobs[key]) for key, kind in KINDS.items()}

    def __getitem__(self, key: str) -> QAction:
        """The action of this name."""
        return self._by_key[key]

    def matching(self, event: QKeyEvent) -> QAction | None:
        """The action whose keys were pressed."""
        pressed = QKeySequence(event.keyCombination())
        for key, kind in KINDS.items():
            if kind.keys and pressed == QKeySequence(kind.keys):
                return self._by_key[key]
        return _shifted(event, self._by_key)

    def show_state(self, shape: Shape, bold: bool, italic: bool) -> None:
        """Checks what holds where the cursor stands."""
        states = {
            "bold": bold,
            "italic": italic,
            "heading 1": shape.style is Style.HEADING and shape.level == 1,
            "heading 2": shape.style is Style.HEADING and shape.level > 1,
            "bullets": shape.style is Style.BULLET,
            "numbers": shape.style is Style.NUMBERED,
            "quotation": shape.quoted,
            "private": shape.private,
        }
        for key, state in states.items():
            self._by_key[key].setChecked(state)

    def recolour(self, colours: Colours) -> None:
        """Draws the icons in the colours of a scheme."""
        for key, kind in KINDS.items():
            if kind.icon:
                made = icon(kind.icon, colours.muted, colours.accent)
                faint = icon(kind.icon, colours.strong_border)
                for size in faint.availableSizes():
                    made.addPixmap(faint.pixmap(size), QIcon.Mode.Disabled)
                self._by_key[key].setIcon(made)

    @staticmethod
    def _made(owner: QObject, kind: Kind, job: Callable[[], object]) -> QAction:
        made = QAction(kind.name, owner)
        made.setCheckable(kind.checkable)
        keys = QKeySequence(kind.keys) if kind.keys else QKeySequence(kind.shown)
        made.setToolTip(f"{kind.name} ({keys.toString(NATIVE)})")
        made.triggered.connect(lambda _checked=False: job())
        return made


def _shifted(event: QKeyEvent, actions: dict[str, QAction]) -> QAction | None:
    """Ctrl+Shift+7 and 8 give other signs on many keyboards; the key's own number still tells."""
    wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() != wanted:
        return None
    if event.key() in (Qt.Key.Key_Asterisk, Qt.Key.Key_ParenLeft) or event.nativeVirtualKey() == 0x38:
        return actions["bullets"]
    if event.key() in (Qt.Key.Key_Ampersand, Qt.Key.Key_Slash) or event.nativeVirtualKey() == 0x37:
        return actions["numbers"]
    return None
