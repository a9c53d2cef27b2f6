"""What of the library is shown: track, standing, kind, topic, strength, addressee; one document or all."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from core.agenda import AgendaItem
from core.documents import Kind, Standing, Track
from desktop.searching.about_filters import AboutFilters
from desktop.searching.jobs import Narrowing
from desktop.widgets.filter_choice import FilterChoice
from desktop.widgets.flow import Flow
from desktop.widgets.pieces import IconButton
from desktop.widgets.plain_tip import plain_tip


class FilterBar(QWidget):
    """The filters; ``changed`` says that another choice was made, ``export_wanted`` asks for a file.

    ``columns_wanted`` asks for the columns of the table.
    """

    changed = Signal()
    export_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lets everything through."""
        super().__init__(parent)
        self.track = FilterChoice("Track", "Every track", [(t.short_title, t) for t in Track])
        standings = [(each.phrase.capitalize(), each) for each in Standing]
        self.standing = FilterChoice("Standing", "Any standing", standings)
        kinds = [(each.value.capitalize(), each) for each in Kind if each is not Kind.HEADING]
        self.kind = FilterChoice("Kind", "Every kind", kinds)
        self.about = AboutFilters(self)
        self.where = FilterChoice("In every document", "In every document", [("In this document", True)])
        self.where.setAccessibleName("Where to search")
        self.item: AgendaItem | None = None
        self.item_first = QCheckBox()
        self.item_first.toggled.connect(lambda _: self.changed.emit())
        self.item_first.hide()
        self._table = IconButton("table", "Show as a table to sort")
        self._table.setCheckable(True)
        self._table.toggled.connect(lambda _: self.changed.emit())
        self.columns = IconButton("columns-3", "Choose the columns", self.columns_wanted.emit)
        self.columns.hide()
        self._table.toggled.connect(self.columns.setVisible)
        self.export = IconButton("table-export", "Export this list…", self.export_wanted.emit)
        flow = Flow(self)
        for each in (self.where, self.track, self.standing, self.kind, *self.about.every):
            flow.addWidget(each)
        flow.addWidget(self.item_first)
        for choice in (self.where, self.track, self.standing, self.kind):
            choice.activated.connect(lambda _: self.changed.emit())
        self.about.changed.connect(self.changed)

    def set_item(self, item: AgendaItem | None) -> None:
        """Offers to put first what belongs to this item of the agenda; not for None or one of procedure."""
        self.item = item if item is not None and item.track is not None else None
        self.item_first.setVisible(self.item is not None)
        if self.item is not None:
            self.item_first.setText(f"Item {self.item.number} first")
            self.item_first.setToolTip(plain_tip(f"What belongs to “{self.item.title}” is listed first"))
        if self.item_first.isChecked():
            self.changed.emit()

    @property
    def buttons(self) -> tuple[IconButton, ...]:
        """What is done with all that is shown, to be put beside the search."""
        return self.columns, self._table, self.export

    @property
    def first(self) -> AgendaItem | None:
        """The item of the agenda whose paragraphs are to come first."""
        return self.item if self.item_first.isChecked() else None

    def clear(self) -> None:
        """Lets everything through again."""
        for each in (self.track, self.standing, self.kind, *self.about.every):
            each.setCurrentIndex(0)

    def stay_in_document_if_listing(self) -> None:
        """A document is opened while the filters list paragraphs of all: they narrow this one from now on."""
        if self.wanted.about:
            self.where.choose(True)

    @property
    def wanted(self) -> Narrowing:
        """What is let through, in whatever document."""
        return Narrowing(
            None,
            self.track.value,
            self.standing.value,
            self.kind.value,
            self.about.topic.value,
            self.about.strength.value,
            self.about.addressee.value,
        )

    def within(self, document: str | None) -> Narrowing:
        """What is let through, in the open document alone if that was chosen."""
        return replace(self.wanted, document=document if self.in_this_document else None)

    @property
    def in_this_document(self) -> bool:
        """Whether only the open document is searched."""
        return bool(self.where.value)

    @property
    def as_table(self) -> bool:
        """Whether the paragraphs are to stand in a table."""
        return self._table.isChecked()

    def show_as_table(self, wanted: bool) -> None:
        """Shows the paragraphs in a table, or as a document."""
        self._table.setChecked(wanted)
