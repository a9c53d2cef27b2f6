"""The head of a comparison: the two documents, what it comes to, and how it is looked at."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.documents import DocumentHead
from core.english_dates import short_date
from desktop.comparing.exporting import ExportButton
from desktop.comparing.jobs import Compared
from desktop.comparing.lines import Show
from desktop.widgets.choice import Choice
from desktop.widgets.link import Link
from desktop.widgets.pieces import IconButton, button, label, row
from desktop.widgets.plain_tip import plain_tip
from desktop.widgets.search_field import SearchField

_ROOM_FOR_DATES = 680


class Way(StrEnum):
    """A way of looking at a comparison."""

    SIDE = "side"
    INLINE = "inline"
    NUMBERING = "numbering"

    @property
    def words(self) -> str:
        """What the way is called."""
        return {Way.SIDE: "Side by side", Way.INLINE: "Inline", Way.NUMBERING: "Numbering"}[self]


class WaySwitch(QWidget):
    """One button for each way of looking, one of them pressed; ``chosen`` carries it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """The first way is pressed."""
        super().__init__()
        self.setAccessibleName("Way of looking at the comparison")
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self._buttons = {}
        for way in Way:
            made = QToolButton()
            made.setText(way.words)
            made.setCheckable(True)
            made.setProperty("role", "segment")
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(lambda _=False, way=way: self.chosen.emit(way))
            self._group.addButton(made)
            line.addWidget(made)
            self._buttons[way] = made
        self.show_way(Way.SIDE)

    def show_way(self, way: Way) -> None:
        """Presses the button of a way."""
        self._buttons[way].setChecked(True)


class ComparingHead(QWidget):
    """The lines above a comparison.

    ``left`` goes back, ``swapped`` exchanges the documents, ``other_wanted`` says whether the older one (or
    else the newer one) is to be another. ``way_chosen`` carries a Way, ``show_chosen`` a Show, ``find_typed``
    words; ``stepped`` -1 or +1 for the change before or after.
    """

    left = Signal()
    swapped = Signal()
    other_wanted = Signal(bool)
    way_chosen = Signal(object)
    show_chosen = Signal(object)
    find_typed = Signal(str)
    stepped = Signal(int)

    def __init__(self, export: ExportButton, parent: QWidget | None = None) -> None:
        """Names no documents yet."""
        super().__init__(parent)
        self.old = Link("The older document", lambda: self.other_wanted.emit(True))
        self.new = Link("The newer document", lambda: self.other_wanted.emit(False))
        self.old_date, self.new_date = label("", "muted"), label("", "muted")
        self.swap = IconButton("arrows-exchange", "Swap the two (Ctrl+Shift+X)", self.swapped.emit)
        self.export = export
        self.tally = label("", wrap=True)
        self.tally.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.place = label("", "muted")
        self.before = IconButton("arrow-up", "Change before (Shift+F7)", lambda: self.stepped.emit(-1))
        self.after = IconButton("arrow-down", "Next change (F7)", lambda: self.stepped.emit(1))
        self.remark = label("", "warning", wrap=True)
        self.ways = WaySwitch()
        self.ways.chosen.connect(self.way_chosen)
        self.show_choice = Choice()
        self.show_choice.setProperty("role", "filter")
        self.show_choice.setAccessibleName("What of the comparison is shown")
        for show in Show:
            self.show_choice.addItem(show.words, show)
        self.show_choice.activated.connect(
            lambda _: self.show_chosen.emit(Show(str(self.show_choice.currentData())))
        )
        self.copy_table = button("Copy table", lambda: None)
        self.copy_table.setToolTip("Copy the whole table, to be put into a sheet")
        self.finder = SearchField("Find in these two")
        self.finder.setMinimumWidth(110)
        self.finder.textChanged.connect(self.find_typed)
        self._lay_out()

    def _lay_out(self) -> None:
        back = IconButton("arrow-left", "Back to the library (Escape)", self.left.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 16, 8)
        column.setSpacing(6)
        column.addLayout(
            row(back, self.old, self.old_date, self.swap, self.new, self.new_date, 1, self.export, spacing=6)
        )
        tally = row(self.tally, self.place, self.before, self.after, spacing=4)
        tally.setStretch(0, 1)
        tally.setContentsMargins(6, 0, 0, 0)
        column.addLayout(tally)
        self.remark.setContentsMargins(6, 0, 0, 0)
        self.remark.hide()
        column.addWidget(self.remark)
        self.export.outcome.setContentsMargins(6, 0, 0, 0)
        column.addWidget(self.export.outcome)
        tools = row(self.ways, self.show_choice, self.copy_table, self.finder)
        tools.setStretch(3, 1)
        tools.setContentsMargins(4, 0, 0, 0)
        column.addLayout(tools)

    def show_comparison(self, compared: Compared) -> None:
        """Names the two documents and what it comes to; everything is shown and nothing looked for."""
        comparison, tally = compared.comparison, compared.tally
        self._name(comparison.old, comparison.new)
        self.tally.setText(tally.sentence)
        self.remark.setText(tally.remark)
        self.remark.setVisible(bool(tally.remark))
        self.show_choice.choose(Show.ALL)
        self.finder.clear()
        self.export.offer(comparison)

    def _name(self, old: DocumentHead, new: DocumentHead) -> None:
        for name, date, head, which in (
            (self.old, self.old_date, old, "older"),
            (self.new, self.new_date, new, "newer"),
        ):
            name.set_words(head.name)
            name.setToolTip(plain_tip(f"{head.name}: {head.title}\nChoose another document in its place"))
            name.setAccessibleName(f"The {which} one: {head.name}; choose another")
            date.setText(short_date(head.date) if head.date else "undated")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the dates out where there is no room for them."""
        super().resizeEvent(event)
        for date in (self.old_date, self.new_date):
            date.setVisible(self.width() >= _ROOM_FOR_DATES)

    def show_place(self, nth: int, count: int, what: str = "change") -> None:
        """Says at which of the changes (or what else is gone through) one is; 0 for none of them."""
        self.place.setText(f"{nth or '–'} of {count}" if count else "")
        self.place.setAccessibleName(f"{what.capitalize()} {nth} of {count}" if nth else f"{count} {what}s")
        self.before.setToolTip(f"{what.capitalize()} before (Shift+F7)")
        self.after.setToolTip(f"Next {what} (F7)")
        self.before.setEnabled(bool(count))
        self.after.setEnabled(bool(count))
