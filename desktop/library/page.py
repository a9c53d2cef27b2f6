"""Library: the documents by year, each to be read as a document; search; import."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.documents import DocumentHead, LibraryParagraph
from core.revisions import Changes, Entity
from desktop.events import Events
from desktop.library.comparing import Comparing
from desktop.library.document_view import DocumentView
from desktop.library.documents_side import DocumentsSide
from desktop.library.importing import SUFFIXES, Saved
from desktop.library.large_views import LargeViews
from desktop.library.middle import Middle
from desktop.library.versions import Shelved, shelf
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from desktop.library.preview.room import ImportRoom


class LibraryPage(QWidget):
    """Reads and searches the library; ``chosen``, ``pull_requested`` and ``insert_requested`` carry rows.

    ``import_shown`` says whether the import room stands in the library's place, ``imported`` carries what was
    saved there (``importing.Saved``), ``batch_ended`` the sentence of a batch, ``said`` any other sentence;
    ``thesaurus_wanted`` a concept whose words are to be edited.
    """

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)
    import_shown = Signal(bool)
    imported = Signal(object)
    batch_ended = Signal(str)
    said = Signal(str)
    thesaurus_wanted = Signal(str)

    def __init__(self, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Fills itself when ``load`` is called and whenever the library changes."""
        super().__init__(parent)
        self._tasks, self._events = tasks, events
        self._open_next: DocumentHead | None = None
        self._stale = False
        self.side = DocumentsSide()
        self.view = DocumentView(tasks)
        self.middle = Middle(self.view)
        self.large = LargeViews(tasks, events, self.middle, self)
        self.comparing = Comparing(tasks, self.middle, self.side, self.view, self)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.side)
        splitter.addWidget(self.middle)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([240, 700])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._places = QStackedWidget()
        self._places.addWidget(splitter)
        column.addWidget(self._places)
        self.side.chosen.connect(self.view.open)
        self.side.list.clicked.connect(lambda _: self.middle.turn_to_first())
        self.side.import_wanted.connect(self.ask_for_files)
        self.side.topics_wanted.connect(self.large.show_topics)
        self.large.place_wanted.connect(self.show_paragraph)
        for views in (self.comparing, self.large):
            views.chosen.connect(self.chosen)
            views.pull_requested.connect(self.pull_requested)
            views.insert_requested.connect(self.insert_requested)
            views.said.connect(self.said)
        QShortcut(QKeySequence("Ctrl+Shift+D"), self).activated.connect(self._compare)
        self.view.import_wanted.connect(self.ask_for_files)
        self.view.document_wanted.connect(self.show_document)
        self.view.export_wanted.connect(self._export_list)
        self.view.thesaurus_wanted.connect(self.thesaurus_wanted)
        self.view.chosen.connect(self.chosen)
        self.view.pull_requested.connect(self.pull_requested)
        self.view.insert_requested.connect(self.insert_requested)
        events.changed.connect(self._on_changed)

    # the documents

    def load(self) -> None:
        """Reads the list of documents, and the open one anew."""
        self._tasks.read(shelf, self._fill, latest="documents")

    def _fill(self, shelved: list[Shelved]) -> None:
        self.side.set_shelf(shelved)
        wanted, self._open_next = self._open_next, None
        if wanted is not None and self.side.holds(wanted):
            self.show_document(wanted)
        elif not shelved:
            self.view.show_empty()
        elif not self.side.has_choice:
            self.side.choose_first()
        else:
            self.view.ask()

    def take_focus(self) -> None:
        """The keyboard's place is the list of documents, where it was not on anything else here before."""
        if not self.is_importing and self.focusWidget() in (None, self.side.add):
            self.side.list.setFocus()

    def take_search(self) -> None:
        """The keyboard's place is the search of the library, or of the comparison that is shown."""
        if self.comparing.take_search():
            return
        self.middle.turn_to_first()
        self.view.search.setFocus()

    def forget(self) -> None:
        """Another workspace was opened: nothing of the one before stays in the middle."""
        self.view.asker.start_over()
        self.comparing.forget()
        self.middle.forget()

    def show_paragraph(self, located: LibraryParagraph) -> None:
        """Opens the document of a paragraph at its place."""
        self.view.go_to(located.paragraph.id)
        self.show_document(located.document)

    def show_document(self, document: DocumentHead) -> None:
        """Opens a document in its language."""
        self.view.search.clear()
        self.middle.turn_to_first()
        self.side.choose(document)

    def open_document(self, document: DocumentHead) -> None:
        """Opens a document, as soon as it is in the list."""
        self._open_next = document
        self._stale = True
        self._load_if_stale()

    def _on_changed(self, changes: Changes) -> None:
        if changes.library:
            self._stale = True
            self._load_if_stale()
        elif changes.touches(Entity.CONCEPT, Entity.TOPIC_CORRECTION):
            self.view.ask_again()

    def _load_if_stale(self) -> None:
        """Reads the list anew once it can be seen: a batch changes the library a hundred times unseen."""
        if self._stale and self.isVisible() and not self.is_importing:
            self._stale = False
            self.load()

    def showEvent(self, event: QShowEvent) -> None:
        """Shows what was added in the meantime."""
        super().showEvent(event)
        self._load_if_stale()

    def _export_list(self, paragraphs: list[LibraryParagraph]) -> None:
        from desktop.library.list_exporting import ask_and_export

        if paragraphs:
            words, narrowing = self.view.search.text().strip(), self.view.narrowing
            ask_and_export(self, self._tasks, paragraphs, words, narrowing, self.said.emit)
        else:
            self.said.emit("There is nothing in the list to export.")

    # two documents compared, in the document's place

    def turn_way(self, by: int) -> bool:
        """Looks at the comparison in the next way; False if none is shown."""
        return self.comparing.turn_way(by)

    def _compare(self) -> None:
        if not self.is_importing:
            self.comparing.compare_chosen()

    # the import room, which stands in the place of all this

    @cached_property
    def importing(self) -> ImportRoom:
        """The import room, made when the first document comes."""
        from desktop.library.preview.room import ImportRoom

        room = ImportRoom(self._tasks, self._events)
        room.left.connect(self.leave_import)
        room.imported.connect(self._imported)
        room.batch_ended.connect(self.batch_ended)
        room.another.connect(self.ask_for_files)
        self._places.addWidget(room)
        return room

    @property
    def import_room(self) -> ImportRoom | None:
        """The import room, None while it was not wanted yet."""
        return self.__dict__.get("importing")

    @property
    def is_importing(self) -> bool:
        """Whether the import room is what the library's place shows."""
        return self._places.currentIndex() > 0

    def ask_for_files(self) -> None:
        """Asks which documents to import."""
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        files, _ = QFileDialog.getOpenFileNames(
            self, "Import documents", "", f"Documents ({patterns});;All files (*)"
        )
        self.import_files([Path(name) for name in files])

    def ask_for_folder(self) -> None:
        """Asks for a folder whose documents are to be imported."""
        folder = QFileDialog.getExistingDirectory(self, "Import the documents of a folder")
        if folder:
            self.import_files([Path(folder)])

    def import_files(self, files: list[Path]) -> None:
        """Reads documents, or those of folders, beside the window, and shows them before they are saved."""
        if not files:
            return
        if self.import_room is None:  # its modules are loaded beside the window, which would stand still else
            self._tasks.beside(lambda _: _load_room(), lambda _: self._start_import(files))
        else:
            self._start_import(files)

    def _start_import(self, files: list[Path]) -> None:
        self.importing.start(files)
        self._show_import(not self.importing.is_empty)

    def leave_import(self) -> None:
        """Back to the documents of the library."""
        self._show_import(False)
        self.side.list.setFocus()

    def _show_import(self, shown: bool) -> None:
        self._places.setCurrentIndex(1 if shown else 0)
        self._load_if_stale()
        self.import_shown.emit(shown)

    def _imported(self, saved: Saved) -> None:
        self.open_document(saved.document)
        self.imported.emit(saved)


def _load_room() -> None:
    import importers.corrections  # noqa: F401 - for the first correction, which must not wait for it either
