"""The quiet line above what was found: how the words typed were also understood."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.searching.jobs import Answer
from desktop.widgets.flow import Flow
from desktop.widgets.pieces import button, label
from desktop.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from core.meaning.thesaurus import Concept
    from core.search_hits import Expansion


class MeaningLine(QWidget):
    """Shows what words were also understood as; each meaning can be left out of this search, and taken in.

    What was taken for a mistake in typing stands in the same line.

    ``left_out`` and ``taken_in`` carry the name of a concept; ``edit_wanted`` that of the first one, whose
    words are to be edited.
    """

    left_out = Signal(str)
    taken_in = Signal(str)
    edit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until there is something to say."""
        super().__init__(parent)
        self.setAccessibleName("How the words were understood")
        self._shown: tuple[tuple[Expansion, ...], tuple[Concept, ...]] = ((), ())
        self._first = self._typed = ""
        self.edit = button("Edit what this means…", lambda: self.edit_wanted.emit(self._first), "link")
        self.edit.setParent(self)  # from now on, so that Tab comes to it where the line stands
        self.chips: dict[str, QPushButton] = {}
        self._flow = Flow(self, spacing=4)
        self.hide()

    def show_answer(self, found: Answer) -> None:
        """Tells how the words of a question were understood; nothing where they were taken as typed."""
        if found.question.words and not found.question.meaning:
            return  # the better answer follows, and the line would come and go with every key
        told = (found.understood, found.left_out)
        self.setVisible(any(told))
        if told == self._shown:
            return
        self._shown = told
        self._typed = found.question.words
        at = self.window().focusWidget()
        focused = next((key for key, chip in self.chips.items() if chip is at), "")
        if focused:
            self.edit.setFocus()  # a chip that goes would give the focus away to anything
        self._fill(*told)
        if focused in self.chips:
            self.chips[focused].setFocus()

    def _fill(self, understood: tuple[Expansion, ...], left_out: tuple[Concept, ...]) -> None:
        self._flow.removeWidget(self.edit)
        self._flow.clear()
        self.chips.clear()
        for nth, expansion in enumerate(understood):
            typed = _as_typed(expansion.typed, self._typed)
            told = "also" if expansion.ids else f"read as {', '.join(expansion.said_as)}"
            self._flow.addWidget(label(f"{'· ' if nth else ''}{typed} — {told}", "muted"))
            for concept, called in zip(expansion.ids, expansion.concepts, strict=True):
                says_nothing_new = called.casefold() == typed.casefold()
                name = ", ".join(expansion.said_as[:2]) if says_nothing_new else called
                self._add(concept, name, f"Looked for as {', '.join(expansion.said_as)} …", out=False)
        if left_out:
            self._flow.addWidget(label("· left out:" if understood else "left out:", "muted"))
            for each in left_out:
                self._add(each.id, each.label, "Left out of this search", out=True)
        self._first = next(iter(self.chips), "")
        self.edit.setVisible(bool(self._first))
        self._flow.addWidget(self.edit)
        if self.chips:  # the link keeps its place in the window; the chips come there, and it after them
            for before, after in pairwise((self.edit, *self.chips.values(), self.edit)):
                QWidget.setTabOrder(before, after)
        self.updateGeometry()

    def _add(self, concept: str, name: str, told: str, *, out: bool) -> None:
        if concept in self.chips:
            return
        signal = self.taken_in if out else self.left_out
        chip = button(name if out else f"{name}  ×", lambda: signal.emit(concept), "meaning")
        chip.setProperty("out", out)
        chip.setToolTip(
            plain_tip(f"{told}\n{'Press to take it in again' if out else 'Press to leave it out'}")
        )
        chip.setAccessibleName(f"{'Left out' if out else 'Also understood as'}: {name}")
        chip.setAccessibleDescription("Press to take it in again" if out else "Press to leave it out")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        font = QFont(chip.font())
        font.setStrikeOut(out)
        chip.setFont(font)
        self.chips[concept] = chip
        self._flow.addWidget(chip)
        chip.show()  # at once: what a layout shows a moment later would be passed over by Tab


def _as_typed(words: str, typed: str) -> str:
    """Words of a query in the letters in which they were typed, where they stand there so."""
    place = typed.casefold().find(words)
    return typed[place : place + len(words)] if place >= 0 else words
