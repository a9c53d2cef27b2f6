"""What changed between the text chosen in the line of years and the paragraph that is read."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.comparing.nearness import nearness
from core.comparing.wording_changes import Change
from core.documents import LibraryParagraph
from core.language.scripts import has_right_to_left, isolated, right_to_left
from core.language.strength import Weight
from desktop.theme.colours import colours_of
from desktop.widgets.card_text import CardText
from desktop.widgets.change_html import change_html, spoken_change
from desktop.widgets.pieces import button, label

_LEFT_TO_RIGHT = "\u200e"
_ARROWS = {Weight.WEAKER: "▼", Weight.STRONGER: "▲"}


class ChangeBox(QWidget):
    """From the earlier text to the later one: how near, what became of verb and qualifiers, word by word.

    ``opened`` says that the text chosen is to be read.
    """

    opened = Signal()

    def __init__(self) -> None:
        """Hidden until a change is shown."""
        super().__init__()
        self._shown: tuple[LibraryParagraph, LibraryParagraph, Change] | None = None
        self._title = label("", wrap=True)
        self._sentences = label("", wrap=True)
        self._text = CardText("What changed, word by word")
        self._open = button("Open", self.opened.emit, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for each in (self._title, self._sentences, self._text, self._open):
            column.addWidget(each)
        self.hide()

    def show_change(self, old: LibraryParagraph, new: LibraryParagraph, change: Change, other: str) -> None:
        """Shows what changed from the one to the other; ``other`` is the reference of the one not read."""
        self._shown = old, new, change
        self._title.setText(f"{isolated(old.reference)} → {isolated(new.reference)}: {nearness(change)}")
        told = change_sentences(change)
        self._sentences.setText(told)
        self._sentences.setVisible(bool(told))
        self._open.setText(f"Open {other}")
        self._open.setToolTip("Read it here (Return); Alt+Left leads back")
        self.recolour()
        self.show()

    def recolour(self) -> None:
        """Draws the text in the colours of the scheme."""
        if self._shown is None:
            return
        _, new, change = self._shown
        colours = colours_of(self.palette())
        language = new.document.language
        html = change_html(change.pieces, language, self.palette(), self.font().pointSizeF() * 1.04)
        leftwards = right_to_left(new.paragraph.text, language)
        self._text.show_card(html, colours.track(new.paragraph.track), leftwards)
        self._text.setAccessibleDescription(spoken_change(change.pieces))


def change_sentences(change: Change) -> str:
    """What a delegate looks for first: the verb's strength and the qualifiers, a line each."""
    told = [_isolating(each) if has_right_to_left(each) else each for each in change.sentences]
    if told and change.weight is not None:
        told[0] = f"{_ARROWS[change.weight]} {told[0]}"
    return "\n".join(f"{_LEFT_TO_RIGHT}{each}" if has_right_to_left(each) else each for each in told)


def _isolating(sentence: str) -> str:
    """A sentence of ours with the words it names in their own direction: “urge → encourage: weaker”."""
    if " → " in sentence:
        before, _, rest = sentence.partition(" → ")
        after, colon, weight = rest.partition(": ")
        return f"{isolated(before)} → {isolated(after)}{colon}{weight}"
    return re.sub("“(.*)”", lambda found: f"“{isolated(found[1])}”", sentence)
