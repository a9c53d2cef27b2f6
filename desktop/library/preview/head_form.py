"""The head of a document as it was understood, to be set right: which document, from when, how adopted."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from core.agenda import date_in_words, span_of_days
from core.documents import LANGUAGES, DocumentHead, Standing
from desktop.widgets.choice import Choice
from desktop.widgets.field import Field
from desktop.widgets.pieces import label

_TEXTS = ("title", "symbol", "short", "session", "agenda_item")
_NAMES = {
    "title": "Title",
    "symbol": "Symbol",
    "short": "Short name",
    "date": "Date",
    "session": "Session",
    "agenda_item": "Agenda item",
    "language": "Language",
    "standing": "Standing",
}


class HeadForm(QFrame):
    """Shows a head and lets it be corrected.

    ``edited`` carries the name of a field and its new value; ``complained`` a sentence about what was typed,
    empty when it is right again.
    """

    edited = Signal(str, object)
    complained = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given a head."""
        super().__init__(parent)
        self._head: DocumentHead | None = None
        self.fields: dict[str, QLineEdit | Choice] = {}
        for name in _TEXTS:
            self._add_text(name)
        self._add_text("date")
        self.fields["language"] = _choice(list(LANGUAGES.items()))
        self.fields["standing"] = _choice([(each, each.phrase.capitalize()) for each in Standing])
        for name, field in self.fields.items():
            field.setAccessibleName(_NAMES[name])
            if isinstance(field, Choice):
                field.activated.connect(lambda _, name=name: self._chosen(name))
        self._lay_out()

    def _add_text(self, name: str) -> None:
        field = Field()
        field.editingFinished.connect(lambda: self._typed(name))
        self.fields[name] = field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 4, 16, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        places = (
            (("title", 5), ("symbol", 1)),
            (("short", 1), ("date", 1), ("language", 1), ("standing", 1)),
            (("session", 3), ("agenda_item", 1)),
        )
        for line, names in enumerate(places):
            column = 0
            for name, span in names:
                words = label(_NAMES[name], "muted")
                words.setBuddy(self.fields[name])
                grid.addWidget(words, line, column)
                grid.addWidget(self.fields[name], line, column + 1, 1, span)
                column += span + 1
        for column in (1, 3, 5, 7):
            grid.setColumnStretch(column, 1)
        order = [self.fields[name] for line in places for name, _ in line]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def show_head(self, head: DocumentHead) -> None:
        """Shows a head; what is being typed in a field is not disturbed by the same value."""
        self._head = head
        for name in _TEXTS:
            field = self.fields[name]
            if isinstance(field, QLineEdit) and field.text() != getattr(head, name):
                field.setText(getattr(head, name))
                field.setCursorPosition(0)
        date = self.fields["date"]
        assert isinstance(date, QLineEdit)
        if _date(date.text()) != head.date or not date.text():
            date.setText(span_of_days(head.date, None))
        for name in ("language", "standing"):
            choice = self.fields[name]
            assert isinstance(choice, Choice)
            choice.choose(getattr(head, name))

    def commit(self) -> bool:
        """Takes up what is typed and not entered yet; False if it cannot be taken."""
        return all(self._typed(name) for name in (*_TEXTS, "date"))

    def _typed(self, name: str) -> bool:
        field = self.fields[name]
        assert isinstance(field, QLineEdit)
        if self._head is None:
            return True
        typed: object = " ".join(field.text().split())
        if name == "date":
            typed = _date(field.text())
            if isinstance(typed, ValueError):
                self.complained.emit(str(typed))
                return False
        self.complained.emit("")
        if typed != getattr(self._head, name):
            self.edited.emit(name, typed)
        return True

    def _chosen(self, name: str) -> None:
        choice = self.fields[name]
        assert isinstance(choice, Choice)
        if self._head is not None and choice.currentData() != getattr(self._head, name):
            self.edited.emit(name, choice.currentData())


def _choice(values: list[tuple[str, str]]) -> Choice:
    made = Choice()
    for value, words in values:
        made.addItem(words, value)
    return made


def _date(typed: str) -> dt.date | ValueError | None:
    """The date typed, None for nothing, or the error that says how to write one."""
    try:
        return date_in_words(typed)
    except ValueError as error:
        return error
