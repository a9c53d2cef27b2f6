"""The list of sections, and the small menu that gives one its track."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from core.documents import Document, Track
from desktop.library.preview.sections import (
    SECTION_ROLE,
    Section,
    SectionsDelegate,
    SectionsModel,
    sections_of,
)


class SectionsView(QListView):
    """Gives sections their tracks: ``track_chosen`` carries a section and a track, ``chosen`` a section."""

    track_chosen = Signal(object, object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given a document."""
        super().__init__(parent)
        self.setAccessibleName("Sections and their tracks")
        self.rows = SectionsModel(self)
        self.setModel(self.rows)
        self._drawing = SectionsDelegate(self)
        self.setItemDelegate(self._drawing)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._clicked)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_document(self, document: Document) -> None:
        """Lists the sections of a document."""
        self.rows.set_sections(sections_of(document))

    def _moved(self, index: QModelIndex) -> None:
        section: Section | None = index.data(SECTION_ROLE)
        if section is not None:
            self.chosen.emit(section)

    def _clicked(self, index: QModelIndex) -> None:
        """A click at the right end, where the track stands, asks for another one."""
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        if at.x() > self.viewport().width() - 150:
            self.ask(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space ask for the track of the selected section."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def ask(self, index: QModelIndex) -> QMenu | None:
        """Opens the menu of tracks for a section."""
        section: Section | None = index.data(SECTION_ROLE)
        if section is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices: list[tuple[str, Track | None]] = [(each.full_title, each) for each in Track]
        for words, track in (*choices, ("No track", None)):
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(section.tracks == (track,))
            action.triggered.connect(lambda _, track=track: self.track_chosen.emit(section, track))
            menu.addAction(action)
        place = self.visualRect(index)
        menu.popup(self.viewport().mapToGlobal(QPoint(max(place.right() - 220, 0), place.bottom())))
        return menu
