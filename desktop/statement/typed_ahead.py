"""What is typed while a new statement is still being made: it belongs on the page that is about to open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
)
_ALSO = (Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedAhead(QObject):
    """Keeps the keys that are typed on a page from ``begin`` on, until they are handed to where they belong.

    Keys with Ctrl or Alt, and all that is typed elsewhere, go their usual way.
    """

    def __init__(self, page: QWidget) -> None:
        """Keeps nothing yet."""
        super().__init__(page)
        self._page = page
        self._keys: list[QKeyEvent] = []
        self._keeps = False

    def begin(self) -> None:
        """Keeps what is typed from now on; the page takes the keyboard, whatever had it before."""
        if not self._keeps:
            self._keeps = True
            self._page.setFocus()
            _application().installEventFilter(self)

    def hand_to(self, editor: QWidget) -> None:
        """Types what was kept into an editor, in its order."""
        keys = self._keys
        self.stop()
        for event in keys:
            _application().sendEvent(editor, event)

    def stop(self) -> None:
        """Keeps nothing more, and forgets what was kept."""
        if self._keeps:
            self._keeps = False
            _application().removeEventFilter(self)
        self._keys = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys that are words."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        focused = _application().focusWidget()
        here = focused is not None and (focused is self._page or self._page.isAncestorOf(focused))
        if not here or watched is not focused or not _is_typing(event):
            return False
        self._keys.append(event.clone())
        return True


def _is_typing(event: QKeyEvent) -> bool:
    writes = bool(event.text()) and event.text().isprintable()
    return event.modifiers() in _PLAIN and (writes or event.key() in _ALSO)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
