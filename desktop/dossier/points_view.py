"""The Brief tab: what opens the item in a pack, and the talking points, in the delegate's own words."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from core.commitments import Dossier
from desktop.dossier.desk import Desk
from desktop.widgets.exact_text import exact_text
from desktop.widgets.pieces import label

_PAUSE_MS = 700
_BULLET = re.compile(r"^[-•*]\s+")


class PointsView(QWidget):
    """Three plain texts of one dossier, saved while typing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Follows the desk's open item."""
        super().__init__(parent)
        self._desk = desk
        self._shown: Dossier | None = None
        self._typed = self._filling = False
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
            text.textChanged.connect(self._on_typed)
        desk.item_changed.connect(lambda _: self._leave())
        desk.dossier_changed.connect(self._fill)
        self.setEnabled(False)

    def _texts(self) -> tuple[QPlainTextEdit, QPlainTextEdit, QPlainTextEdit]:
        return self._brief, self._points, self._note

    def _on_typed(self) -> None:
        if not self._filling:
            self._typed = True
            self._pause.start()

    def flush(self) -> None:
        """Saves what was typed and not saved yet; a dossier that was only looked at stays as it is."""
        self._pause.stop()
        if not self._typed or self._shown is None:
            return
        self._typed = False
        self._shown = self._written(self._shown)
        self._desk.save_dossier(self._shown)

    def _written(self, dossier: Dossier) -> Dossier:
        """The dossier with what stands in the fields; a field that says the same leaves its part alone."""
        if exact_text(self._points) != "\n".join(dossier.talking_points):
            lines = (_BULLET.sub("", line.strip()) for line in exact_text(self._points).split("\n"))
            dossier = replace(dossier, talking_points=tuple(line for line in lines if line))
        return replace(dossier, brief=exact_text(self._brief), note=exact_text(self._note))

    def _leave(self) -> None:
        """Another item was opened: what was typed belongs to the one before."""
        self.flush()
        self._shown = None
        self._show("", "", "")
        self.setEnabled(False)

    def _fill(self) -> None:
        dossier = self._desk.dossier
        if dossier is None or self._typed or dossier == self._shown:
            return
        self._shown = dossier
        self._show(dossier.brief, "\n".join(dossier.talking_points), dossier.note)
        self.setEnabled(True)

    def _show(self, *words: str) -> None:
        self._filling = True
        for field, text in zip(self._texts(), words, strict=True):
            if exact_text(field) != text:
                field.setPlainText(text)
        self._filling = False


def _text(name: str, placeholder: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    made.setTabChangesFocus(True)
    return made
