"""The Brief tab: what opens the item in a pack, and the talking points, in the delegate's own words."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from core.commitments import Dossier
from desktop.dossier.desk import Desk
from desktop.widgets.pieces import label

_PAUSE_MS = 700


class PointsView(QWidget):
    """Three plain texts of one dossier, saved while typing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Follows the desk's open item."""
        super().__init__(parent)
        self._desk = desk
        self._shown: Dossier | None = None
        self._brief = _text("Brief", "In a few sentences: what this item is about and what we want from it.")
        self._points = _text("Talking points", "One point a line.")
        self._note = _text("Private note", "For the delegation only.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(6)
        for title, told, text, share in (
            ("Brief", "Opens the item in a briefing pack.", self._brief, 3),
            ("Talking points", "One a line; each becomes a point in the pack.", self._points, 4),
            ("Private note", "Never leaves this workspace unless you choose so in the pack.", self._note, 2),
        ):
            column.addWidget(label(title, "section"))
            column.addWidget(label(told, "muted", wrap=True))
            column.addWidget(text, share)
            column.addSpacing(8)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        for text in self._texts():
            text.textChanged.connect(self._pause.start)
            text.installEventFilter(self)
        desk.item_changed.connect(lambda _: self._leave())
        desk.dossier_changed.connect(self._fill)
        self.setEnabled(False)

    def _texts(self) -> tuple[QPlainTextEdit, QPlainTextEdit, QPlainTextEdit]:
        return self._brief, self._points, self._note

    def flush(self) -> None:
        """Saves what was typed and not saved yet."""
        self._pause.stop()
        typed = self._typed()
        if typed is not None and typed != self._shown:
            self._shown = typed
            self._desk.save_dossier(typed)

    def _typed(self) -> Dossier | None:
        if self._shown is None:
            return None
        points = [line.strip().lstrip("-•*").strip() for line in self._points.toPlainText().splitlines()]
        return Dossier(
            self._shown.item_id,
            self._brief.toPlainText(),
            tuple(point for point in points if point),
            self._note.toPlainText(),
        )

    def _leave(self) -> None:
        """Another item was opened: what was typed belongs to the one before."""
        self.flush()
        self._shown = None
        for text in self._texts():
            text.clear()
        self._pause.stop()
        self.setEnabled(False)

    def _fill(self) -> None:
        dossier = self._desk.dossier
        if dossier is None:
            return
        same_item = self._shown is not None and self._shown.item_id == dossier.item_id
        if same_item and (dossier == self._shown or self._typed() != self._shown):
            return
        self._shown = dossier
        _fill(self._brief, dossier.brief)
        _fill(self._points, "\n".join(dossier.talking_points))
        _fill(self._note, dossier.note)
        self._pause.stop()
        self.setEnabled(True)


def _text(name: str, placeholder: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    made.setTabChangesFocus(True)
    return made


def _fill(text: QPlainTextEdit, words: str) -> None:
    if text.toPlainText() != words:
        text.setPlainText(words)
