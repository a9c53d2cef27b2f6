"""What stands above the page: which statement it is, in whose name, who delivers it, how far it is."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from core.agenda import Delegation
from core.statements import Capacity, Stage, Statement
from desktop.widgets.choice import Choice
from desktop.widgets.pieces import IconButton, label, row

_CAPACITIES = {Capacity.NATIONAL: "National", Capacity.GROUP: "On behalf of"}
_STAGES = {Stage.DRAFT: "Draft", Stage.FINAL: "Final", Stage.DELIVERED: "As delivered"}
_GROUP_HINTS = {Capacity.NATIONAL: "no group", Capacity.GROUP: "the group’s name"}
_WITHIN = "QLineEdit, QLineEdit:focus { border: none; padding: 0; background: transparent; }"


class StatementHead(QWidget):
    """Fields for everything about a statement but its text. ``edited`` tells that one was changed."""

    edited = Signal()
    chosen = Signal(object)
    new_requested = Signal(object)
    delete_requested = Signal()
    history_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is told what to show."""
        super().__init__(parent)
        self.title = Choice()
        self.title_field = QLineEdit()
        self.title_field.setStyleSheet(_WITHIN)
        self.title.setLineEdit(self.title_field)
        self.title.setDuplicatesEnabled(True)
        self.title.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.title.setCompleter(None)  # type: ignore[arg-type]
        self.title.setMinimumContentsLength(12)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        _name(self.title, "Title of the statement")
        self.stage = _choice("How far the statement is", _STAGES)
        self.capacity = _choice("In whose name", _CAPACITIES)
        self.aligned = label("aligned with", "muted")
        self.group = _field("Group")
        self.speaker = _field("Speaker")
        self.speaker_title = _field("The speaker’s title")
        self._lay_out()
        self.title.activated.connect(self._choose)
        self.title_field.textEdited.connect(self.edited)
        for field in (self.group, self.speaker, self.speaker_title):
            field.textEdited.connect(self.edited)
        self.stage.activated.connect(self.edited)
        self.capacity.activated.connect(self._on_capacity)

    def _lay_out(self) -> None:
        history = IconButton("history", "Earlier versions", self.history_requested.emit)
        history.setText("History")
        history.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        export = IconButton("file-export", "Export this statement", self.export_requested.emit)
        export.setText("Export…")
        export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.addLayout(row(self.title, self.stage, history, export, self._more()), 0, 0)
        below = row(self.capacity, self.aligned, self.group, self.speaker, self.speaker_title)
        for piece, share in ((self.group, 3), (self.speaker, 3), (self.speaker_title, 2)):
            below.setStretchFactor(piece, share)
        grid.addLayout(below, 1, 0)

    def _more(self) -> QToolButton:
        menu = QMenu(self)
        for words, signal in (
            ("New national statement", lambda: self.new_requested.emit(Capacity.NATIONAL)),
            ("New statement on behalf of a group", lambda: self.new_requested.emit(Capacity.GROUP)),
            ("", None),
            ("Delete this statement", self.delete_requested.emit),
        ):
            if signal is None:
                menu.addSeparator()
            else:
                action = QAction(words, menu)
                action.triggered.connect(signal)
                menu.addAction(action)
        more = IconButton("dots", "More")
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return more

    def offer(self, statements: Sequence[Statement], shown_id: uuid.UUID) -> None:
        """Offers the item's statements to choose from."""
        there = [(self.title.itemData(n), self.title.itemText(n)) for n in range(self.title.count())]
        wanted = [(statement.id, statement.title) for statement in statements]
        if there != wanted:
            words, place = self.title_field.text(), self.title_field.cursorPosition()
            self.title.clear()
            for statement_id, title in wanted:
                self.title.addItem(title, statement_id)
            self.title.choose(shown_id)
            self.title_field.setText(words)
            self.title_field.setCursorPosition(place)
        self.title.choose(shown_id)
        if not self.title_field.hasFocus():
            self.title_field.setCursorPosition(0)

    def show_statement(self, shown: Statement, *, typing: bool = False) -> None:
        """Shows the fields of a statement; with ``typing`` the field with the keyboard is left alone."""
        self.stage.choose(shown.stage)
        self.capacity.choose(shown.capacity)
        for field, words in (
            (self.title_field, shown.title),
            (self.group, shown.group),
            (self.speaker, shown.speaker_name),
            (self.speaker_title, shown.speaker_title),
        ):
            if field.text().strip() != words and not (typing and field.hasFocus()):
                field.setText(words)
                field.setCursorPosition(0)
        self._hint()

    def show_delegation(self, delegation: Delegation) -> None:
        """Shows whose name stands where a field is left empty."""
        self.speaker.setPlaceholderText(delegation.speaker_name or "Speaker")
        self.speaker_title.setPlaceholderText(delegation.speaker_title or "Title")

    def applied_to(self, statement: Statement) -> Statement:
        """A statement with its fields as they stand here."""
        return replace(
            statement,
            title=self.title_field.text().strip() or statement.title,
            stage=Stage(self.stage.currentData()),
            capacity=Capacity(self.capacity.currentData()),
            group=self.group.text().strip(),
            speaker_name=self.speaker.text().strip(),
            speaker_title=self.speaker_title.text().strip(),
        )

    def _choose(self, index: int) -> None:
        chosen = self.title.itemData(index)
        if isinstance(chosen, uuid.UUID):
            self.chosen.emit(chosen)

    def _on_capacity(self) -> None:
        self._hint()
        self.edited.emit()

    def _hint(self) -> None:
        capacity = Capacity(self.capacity.currentData())
        self.group.setPlaceholderText(_GROUP_HINTS[capacity])
        self.aligned.setVisible(capacity is Capacity.NATIONAL)


def _name(piece: QWidget, name: str) -> None:
    piece.setAccessibleName(name)
    piece.setToolTip(name)


def _choice(name: str, kinds: dict[Capacity, str] | dict[Stage, str]) -> Choice:
    made = Choice()
    made.setProperty("role", "filter")
    for kind, words in kinds.items():
        made.addItem(words, kind)
    _name(made, name)
    return made


def _field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setMinimumWidth(60)
    _name(made, name)
    return made
