"""A document that is corrected before it is saved: every correction is a step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from importers.imported import ImportedDocument

Correction = Callable[["ImportedDocument"], "ImportedDocument"]
_MOST_STEPS = 500


class CorrectedDocument(QObject):
    """What was read of a file, and the corrections made to it since; ``changed`` follows each of them.

    The states are immutable and share what did not change, so keeping them all costs little.
    """

    changed = Signal()

    def __init__(self, read: ImportedDocument, parent: QObject | None = None) -> None:
        """Begins with the document as it was read."""
        super().__init__(parent)
        self._states: list[ImportedDocument] = [read]
        self._words: list[str] = [""]
        self._at = 0

    @property
    def now(self) -> ImportedDocument:
        """The document as corrected so far."""
        return self._states[self._at]

    @property
    def is_corrected(self) -> bool:
        """Whether leaving it would lose work."""
        return self._at > 0

    @property
    def can_undo(self) -> str:
        """What the next undo takes back ("Joined 12 with the one below"), empty if there is nothing."""
        return self._words[self._at] if self._at else ""

    @property
    def can_redo(self) -> str:
        """What the next redo does again, empty if there is nothing."""
        return self._words[self._at + 1] if self._at + 1 < len(self._states) else ""

    def correct(self, words: str, correction: Correction) -> None:
        """Makes one correction, which ``words`` name; NameplateError if it cannot be made.

        One that changes nothing is no step.
        """
        corrected = correction(self.now)
        if corrected == self.now:
            return
        del self._states[self._at + 1 :], self._words[self._at + 1 :]
        self._states.append(corrected)
        self._words.append(words)
        if len(self._states) > _MOST_STEPS:  # the beginning stays: it tells that something was corrected
            del self._states[1], self._words[1]
        self._at = len(self._states) - 1
        self.changed.emit()

    def undo(self) -> None:
        """Takes the last correction back."""
        if self._at:
            self._at -= 1
            self.changed.emit()

    def redo(self) -> None:
        """Makes again what was taken back last."""
        if self._at + 1 < len(self._states):
            self._at += 1
            self.changed.emit()
