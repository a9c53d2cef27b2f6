"""Small pieces that every page is made of: labels, lines, buttons, an empty place that teaches."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.theme.colours import colours_of
from desktop.theme.icons import icon
from desktop.theme.type import scaled
from desktop.widgets.plain_tip import plain_tip

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SIZES = {"title": 1.3, "section": 0.95}


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in one of the style sheet's roles: title, muted, warning, section."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if role in _SIZES:
        made.setFont(scaled(QApplication.font(), _SIZES[role], bold=True))
    return made


def button(text: str, on_click: Callable[[], object], role: str = "") -> QPushButton:
    """A push button; the roles are primary and link."""
    made = _Button()
    made.setText(text)
    made.clicked.connect(lambda: on_click())  # noqa: PLW0108 - drops the checked flag
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    return made


class _Button(QPushButton):
    """Return presses it where it has the keyboard's place, not only Space."""

    def setText(self, text: str) -> None:
        """Says these words as they are: Qt would take "&" for the mark of a key."""
        super().setText(text.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Enter press it, once however long they are held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)


class IconButton(QToolButton):
    """A button with an icon that follows the scheme's colours, and a name for screen readers."""

    def __init__(self, icon_name: str, name: str, on_click: Callable[[], object] | None = None) -> None:
        """``name`` is tooltip and accessible name in one."""
        super().__init__()
        self._icon_name = icon_name
        self._drawn_in = ""
        self.setToolTip(plain_tip(name))
        self.setAccessibleName(name)
        self.setIconSize(QSize(18, 18))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())  # noqa: PLW0108 - drops the checked flag
        self._ink()

    def _ink(self) -> None:
        ink = colours_of(self.palette()).text
        if ink != self._drawn_in:
            self._drawn_in = ink
            self.setIcon(icon(self._icon_name, ink))

    def changeEvent(self, event: object) -> None:
        """Draws the icon anew when the scheme changes."""
        super().changeEvent(event)  # type: ignore[arg-type]
        if event.type() == event.Type.PaletteChange:  # type: ignore[attr-defined]
            self._ink()


def line(vertical: bool = False) -> QFrame:
    """A hairline between two areas."""
    made = QFrame()
    made.setObjectName("line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def row(*pieces: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for piece in pieces:
        if isinstance(piece, int):
            made.addStretch(piece)
        else:
            made.addWidget(piece)
    return made


def in_the_middle(*pieces: QWidget | QLayout) -> QWidget:
    """Widgets and rows of them, one below another, in the middle of an otherwise empty page."""
    whole = QWidget()
    middle = QWidget()
    middle.setMaximumWidth(560)
    column = QVBoxLayout(middle)
    column.setSpacing(16)
    column.addStretch(2)
    for piece in pieces:
        if isinstance(piece, QWidget):
            column.addWidget(piece)
        else:
            column.addLayout(piece)
    column.addStretch(3)
    whole.setLayout(row(middle))
    return whole


class EmptyPlace(QWidget):
    """An empty place that teaches: what belongs here, and the one action that starts it."""

    def __init__(
        self, title: str, words: str, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """``action`` is the words on its button; without it there is none."""
        super().__init__()
        self._title = label(title, "title", wrap=True)
        self._words = label(words, "muted", wrap=True)
        for each in (self._title, self._words):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        middle = QWidget()
        middle.setMaximumWidth(460)
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        if action and on_action is not None:
            column.addLayout(row(1, button(action, on_action, "primary"), 1))
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addWidget(middle)

    def say(self, title: str, words: str) -> None:
        """Changes what it says."""
        self._title.setText(title)
        self._words.setText(words)


def or_words(view: QListView, words: str) -> QStackedWidget:
    """A list, or in its place the words that say why it is empty."""
    told = label(words, "muted", wrap=True)
    told.setContentsMargins(24, 24, 24, 24)
    told.setAlignment(Qt.AlignmentFlag.AlignTop)
    stack = QStackedWidget()
    stack.addWidget(view)
    stack.addWidget(told)
    model = view.model()

    def choose() -> None:
        stack.setCurrentWidget(view if model.rowCount() else told)

    for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
        signal.connect(lambda *_: choose())
    choose()
    return stack
