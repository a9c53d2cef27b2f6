"""It says what it did: a short notice over the window, with an undo where there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.widgets.pieces import label

_SHOWN_MS = 7000


class Toast(QFrame):
    """One notice at a time, at the foot of the window; it leaves by itself."""

    def __init__(self, parent: QWidget) -> None:
        """Hidden until it has something to say."""
        super().__init__(parent)
        self._over = parent
        self.setObjectName("toast")
        self._words = label("")
        self._action: Callable[[], object] | None = None
        self._button = QPushButton("Undo")
        self._button.clicked.connect(self._act)
        self._close = QPushButton("✕")
        self._close.setAccessibleName("Close this notice")
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._words)
        layout.addWidget(self._button)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self,
        words: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        lasting: bool = False,
    ) -> None:
        """Shows a sentence, with one action if there is one; a ``lasting`` one stays until it is closed."""
        self._words.setText(words)
        self._words.setWordWrap(False)
        self._words.setMinimumWidth(0)  # that of a longer sentence before
        self._action = on_action
        self._button.setText(action)
        self._button.setVisible(bool(action))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        room = self._over.width() - 80
        if self.sizeHint().width() > room:
            self._words.setWordWrap(True)
            self._words.setMinimumWidth(max(room - 180, 200))
            layout.activate()
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        if lasting:
            self._timer.stop()
        else:
            self._timer.start(_SHOWN_MS)

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def act(self) -> bool:
        """Does what its button does; False if there is nothing to do."""
        if self.isHidden() or self._action is None:
            return False
        self._act()
        return True

    def _act(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action is not None:
            action()

    def _place(self) -> None:
        over = self._over
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - 44)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays at the foot of the window when that is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
