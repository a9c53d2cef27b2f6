"""What the open item's dossier holds of the paragraph that is read: the stance and a private note."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from core.commitments import Pull, Stance
from desktop.widgets.choice import Choice
from desktop.widgets.exact_text import exact_text
from desktop.widgets.pieces import button, label, row

_NOTE_PAUSE_MS = 700


class DossierBox(QFrame):
    """Edits a pull; ``stance_set`` and ``note_set`` carry it and the new one, ``unpull_requested`` a pull."""

    stance_set = Signal(object, object)
    note_set = Signal(object, str)
    unpull_requested = Signal(object)

    def __init__(self) -> None:
        """Hidden until there is a pull."""
        super().__init__()
        self.setObjectName("card")
        self._pull: Pull | None = None
        self._note_typed = self._filling = False
        self.stance = Choice()
        self.stance.setAccessibleName("Stance")
        for stance in Stance:
            self.stance.addItem(stance.value.capitalize(), stance)
        self.stance.activated.connect(self._on_stance)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName("Private note on this commitment")
        self.note.setPlaceholderText("What the delegation thinks of it")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self.note.textChanged.connect(self._on_note_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        remove = button("Take out", self._on_unpull, "link")
        column.addLayout(row(label("Stance", "muted"), self.stance, 1, remove))
        column.addWidget(label("Private note — stays in this workspace", "muted"))
        column.addWidget(self.note)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_NOTE_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.hide()

    def show_pull(self, pull: Pull | None) -> None:
        """Shows a pull, None hides the box; a note that is being written stays as it is."""
        self.flush()
        same = self._pull is not None and pull is not None and self._pull.id == pull.id
        self._pull = pull
        self.setVisible(pull is not None)
        if pull is None:
            return
        self.stance.setCurrentIndex(list(Stance).index(pull.stance))
        if not (same and (self._note_typed or self.note.hasFocus())):
            self._show_note(pull.note)

    def flush(self) -> None:
        """Sends a note that was typed and not sent yet."""
        self._pause.stop()
        if self._pull is not None and self._note_typed:
            self._note_typed = False
            self._pull = replace(self._pull, note=exact_text(self.note))
            self.note_set.emit(self._pull, self._pull.note)

    def clear(self) -> None:
        """Another workspace was opened: nothing of the one before stays."""
        self._pause.stop()
        self._note_typed = False
        self._pull = None
        self._show_note("")
        self.hide()

    def _show_note(self, note: str) -> None:
        if exact_text(self.note) != note:
            self._filling = True
            self.note.setPlainText(note)
            self._filling = False

    def _on_unpull(self) -> None:
        if self._pull is not None:
            self.flush()
            self.unpull_requested.emit(self._pull)

    def _on_stance(self) -> None:
        stance = Stance(self.stance.currentData())
        if self._pull is not None and stance is not self._pull.stance:
            self.stance_set.emit(self._pull, stance)

    def _on_note_typed(self) -> None:
        if self._pull is not None and not self._filling:
            self._note_typed = True
            self._pause.start()
