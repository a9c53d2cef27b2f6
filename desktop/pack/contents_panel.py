"""The left of the page: which pack, which agenda items, which parts in which order."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.briefing_pack import Pack, PackPart
from desktop.pack.contents_list import ItemDelegate, SwitchDelegate, SwitchList
from desktop.pack.contents_models import ItemsModel, PartsModel
from desktop.pack.room import Room
from desktop.widgets.choice import Choice
from desktop.widgets.pieces import IconButton, button, label, row
from desktop.widgets.plain_tip import plain_tip


class PackChooser(QWidget):
    """The saved packs of the meeting, and what can be done with them."""

    chosen = Signal(object)
    wants_new = Signal()
    wants_rename = Signal()
    wants_delete = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Shows nothing before ``show_packs``."""
        super().__init__(parent)
        self._combo = Choice()
        self._combo.setAccessibleName("Pack")
        self._combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._combo.activated.connect(lambda at: self.chosen.emit(self._combo.itemData(at)))
        new = IconButton("plus", "New pack", self.wants_new.emit)
        more = IconButton("dots", "More about this pack")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(row(self._combo, new, more, spacing=4))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._action(menu, "New pack", self.wants_new.emit)
        self._action(menu, "Rename", self.wants_rename.emit, "F2")
        menu.addSeparator()
        self._action(menu, "Delete this pack", self.wants_delete.emit)
        return menu

    def _action(self, menu: QMenu, words: str, on_done: Callable[[], object], keys: str = "") -> None:
        action = QAction(words, self)
        action.triggered.connect(lambda _=False: on_done())
        if keys:
            action.setShortcut(QKeySequence(keys))
            self.addAction(action)
        menu.addAction(action)

    def show_packs(self, packs: tuple[Pack, ...], current: Pack) -> None:
        """Lists the packs; one that is not saved yet stands at the end."""
        if all(pack.id != current.id for pack in packs):
            packs = (*packs, current)
        self._combo.clear()
        for pack in packs:
            self._combo.addItem(pack.name or "Untitled pack", pack.id)
        self._combo.choose(current.id)
        self._combo.setToolTip(plain_tip(current.name))

    def rename(self, name: str) -> None:
        """Changes the name of the pack that is shown."""
        self._combo.setItemText(self._combo.currentIndex(), name or "Untitled pack")


class ContentsPanel(QFrame):
    """What goes into the pack. ``edited`` says that the delegate switched or moved something."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty before ``show_pack``."""
        super().__init__(parent)
        self.setObjectName("side")
        self.chooser = PackChooser()
        self._room = Room()
        self._pack: Pack | None = None
        self._items = ItemsModel(self)
        self._parts = PartsModel(self)
        self.items = SwitchList(self._items, ItemDelegate(), "Agenda items")
        self.parts = SwitchList(self._parts, SwitchDelegate(), "Parts", movable=True)
        self.parts.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._all = button("", self._switch_all, "link")
        self._shows_all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(4)
        for heading, below, stretch in (
            (row(self.chooser), None, 0),
            (row(label("AGENDA ITEMS", "section"), 1, self._all), self.items, 1),
            (row(label("PARTS", "section"), 1, label("Alt+↑↓ moves", "muted")), self.parts, 0),
        ):
            heading.setContentsMargins(12, 4, 12, 4)
            column.addLayout(heading)
            if below is not None:
                column.addWidget(below, stretch)
        column.addStretch(0)
        self._items.switched.connect(self.edited)
        self._parts.switched.connect(self.edited)

    def show_pack(self, room: Room, pack: Pack) -> None:
        """Shows the agenda with what is in the pack switched on."""
        self._room, self._pack = room, pack
        rows = [row for row in room.rows if row.matters or row.item.id in pack.item_ids]
        foldable = len(rows) < len(room.rows) and bool(rows)
        self._all.setVisible(foldable)
        self._all.setText("Fewer" if self._shows_all else f"All {len(room.rows)}")
        self._all.setAccessibleName("Only items of substance" if self._shows_all else "Procedural items too")
        self._items.show(room.rows if self._shows_all or not foldable else rows, set(pack.item_ids))
        self._parts.show_parts(pack.settings.parts)
        self.items.setMaximumHeight(self.items.full_height())
        self.parts.setFixedHeight(self.parts.full_height())

    def _switch_all(self) -> None:
        self._shows_all = not self._shows_all
        if self._pack is not None:
            self.show_pack(self._room, replace(self._pack, item_ids=self._items.item_ids()))

    @property
    def item_ids(self) -> tuple[uuid.UUID, ...]:
        """The agenda items that are switched on, in the order of the agenda."""
        return self._items.item_ids()

    @property
    def part_order(self) -> tuple[PackPart, ...]:
        """The parts that are switched on, in order."""
        return self._parts.parts()

    def sizeHint(self) -> QSize:
        """Wide enough for the title of an item to be known by."""
        return QSize(272, 600)
