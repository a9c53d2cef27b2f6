"""The window: rail, pages, reader, and the few things that hold between them."""

from __future__ import annotations

import uuid
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.documents import DocumentHead, LibraryParagraph
from core.quotations import InsertAs
from core.revisions import Changes, Entity
from desktop.closing import may_close_unsaved, may_stop
from desktop.dossier.desk import Desk
from desktop.dossier.page import DossierPage
from desktop.events import Events
from desktop.forerunners.asking import YearsAsker
from desktop.imports import Imports
from desktop.index_renewal import IndexRenewal
from desktop.library.page import LibraryPage
from desktop.meeting.agenda_panel import AgendaPanel
from desktop.meeting.jobs import author_of
from desktop.palette.palette import Palette
from desktop.rail import LIBRARY, PACKS, PREPARE, SHARE, Rail
from desktop.reader.pane import ReaderPane
from desktop.reader.reading import Reading
from desktop.searching.preparing import Preparing
from desktop.settings import last_place, remember_place, remember_window, window_shape
from desktop.shortcuts import add_shortcuts
from desktop.status_line import StatusLine
from desktop.tasks import Tasks
from desktop.undoing import Undoing
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import EmptyPlace
from desktop.widgets.toast import Toast
from desktop.workspace_menu import WorkspaceMenu

if TYPE_CHECKING:
    from db.workspace import Workspace
    from desktop.forerunners.years import Years
    from desktop.pack.page import PacksPage
    from desktop.sharing.page import SharingPage

_PANES = (256, 640)
_READER = 340


class MainWindow(QMainWindow):
    """Composes the pages. They know the desk, the tasks and the events, and not one another."""

    def __init__(self, tasks: Tasks, events: Events) -> None:
        """Shows itself empty; ``start`` fills it once a workspace is open."""
        super().__init__()
        self._tasks, self._events = tasks, events
        self.setWindowTitle("Nameplate")
        self.setAcceptDrops(True)
        room = self.screen().availableSize()
        self.setMinimumSize(min(960, room.width()), min(560, room.height()))
        self.resize(min(1280, room.width()), min(800, room.height()))
        self.desk = Desk(tasks, events, self)
        self.rail = Rail()
        self.agenda = AgendaPanel(self.desk, tasks, events)
        self.dossier = DossierPage(self.desk, tasks, events)
        self.library = LibraryPage(tasks, events)
        self.reader = ReaderPane()
        self.status = StatusLine(tasks, events)
        self._index_renewal = IndexRenewal(tasks, events, self)
        self._search_preparing = Preparing(tasks, self._index_renewal.start, self)
        self._lay_out()
        self.toast = Toast(self)
        self.palette_over = Palette(self.desk, tasks, self)
        self.menu = WorkspaceMenu(self, self.desk, tasks, events)
        self.status.set_menu(self.menu)
        self.reading = Reading(self.reader, self.desk, tasks, events, YearsAsker(tasks), self)
        self.undoing = Undoing(self)
        self.imports = Imports(self)
        self._wire()
        add_shortcuts(self)
        self._restore_shape()

    def _lay_out(self) -> None:
        self._packs_place, self._share_place = QStackedWidget(), QStackedWidget()
        self.prepare = QSplitter(Qt.Orientation.Horizontal)
        self.prepare.addWidget(self.agenda)
        self.prepare.addWidget(self.dossier)
        self.prepare.setStretchFactor(1, 1)
        self.prepare.setSizes(list(_PANES))
        self.pages = QStackedWidget()
        for page in (self.prepare, self.library, self._packs_place, self._share_place):
            self.pages.addWidget(page)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.addWidget(self.pages)
        self.across.addWidget(self.reader)
        self.across.setStretchFactor(0, 1)
        self.across.setSizes([sum(_PANES), _READER])
        self.reader.setMinimumWidth(260)
        self.agenda.setMinimumWidth(200)
        self.dossier.setMinimumWidth(420)
        whole = QWidget()
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.rail)
        beside.addWidget(self.across, 1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(beside)
        self._shut = EmptyPlace(
            "No workspace is open",
            "",
            "Open a workspace…",
            lambda: self.menu.ask_open(),  # noqa: PLW0108
        )
        self._open_or_shut = QStackedWidget()
        self._open_or_shut.addWidget(whole)
        self._open_or_shut.addWidget(self._shut)
        self.setCentralWidget(self._open_or_shut)
        self.setStatusBar(self.status)

    def _wire(self) -> None:
        self.rail.place_chosen.connect(self.go_to)
        self.dossier.chosen.connect(self.reading.read_row)
        self.dossier.cited.connect(self.reading.read_reference)
        self.dossier.palette_requested.connect(self.palette_over.open_up)
        self.dossier.export_statement.connect(self._export_statement)
        self.dossier.statement.time_changed.connect(self.status.show_time)
        self.library.chosen.connect(self.reading.read_row)
        self.library.pull_requested.connect(self._pull_row)
        self.library.insert_requested.connect(self._insert_row)
        self.library.import_shown.connect(self._on_import)
        self.library.imported.connect(self.imports.tell)
        self.library.batch_ended.connect(self.imports.tell_batch)
        self.library.said.connect(self.toast.say)
        for place in (self.library, self.palette_over, self.dossier.commitments):
            place.thesaurus_wanted.connect(self.menu.show_thesaurus)
        self.desk.item_changed.connect(self.library.view.filters.set_item)
        self.palette_over.chosen.connect(self.reading.read_row)
        self.palette_over.pull_requested.connect(lambda located: self.desk.pull([located]))
        self.palette_over.insert_requested.connect(self.insert)
        self.status.palette_requested.connect(self.palette_over.open_up)
        self.reading.document_wanted.connect(self._open_document)
        reader = self.reader
        reader.pull_requested.connect(lambda located: self.desk.pull([located]))
        reader.insert_requested.connect(self.insert)
        reader.stance_set.connect(self.desk.set_stance)
        reader.note_set.connect(self.desk.set_note)
        reader.unpull_requested.connect(self.desk.unpull)
        reader.years.chain_wanted.connect(self._show_chain)
        self.desk.undone.connect(lambda: self.toast.say("Undone"))
        self._events.changed.connect(self._on_changed)
        self._index_renewal.renewed.connect(self._on_renewed)
        self._tasks.failed.connect(self.complain)
        self._events.said.connect(self.undoing.say)

    def _open_document(self, document: DocumentHead) -> None:
        self.go_to(LIBRARY)
        self.library.show_document(document)

    def _show_chain(self, years: Years) -> None:
        self.go_to(LIBRARY)
        self.library.large.show_chain(years)

    def start(self, workspace: Workspace) -> None:
        """A workspace was opened: fills every page from it."""
        self.setWindowTitle(f"{workspace.path.stem} — Nameplate")
        self._open_or_shut.setCurrentIndex(0)
        self._forget()
        self._tasks.with_workspace(_sign, _nothing)
        self._search_preparing.start()
        item, tab = last_place(workspace.path)
        self.dossier.tabs.setCurrentIndex(min(tab, self.dossier.tabs.count() - 1))
        self.desk.forget(item)
        self.library.load()
        if self.library.import_room is not None:
            self.library.import_room.workspace_changed()
        self.go_to(self.pages.currentIndex())
        self.agenda.list.setFocus()

    def _forget(self) -> None:
        """Nothing of the workspace that was open before stays in the window."""
        self.menu.forget()
        self.undoing.forget()
        self.toast.hide()
        self.reading.forget()
        self.palette_over.forget()
        self.dossier.commitments.asker.start_over()
        self.library.forget()
        self.dossier.statement.close_workspace()
        for name in ("packs", "sharing"):
            page = self.__dict__.pop(name, None)
            if page is not None:
                page.hide()
                page.deleteLater()

    def refuse(self, sentence: str) -> None:
        """The workspace could not be opened: says why, in the middle of the window, and offers another."""
        self._shut.say("No workspace is open", sentence)
        self._open_or_shut.setCurrentIndex(1)

    def go_to(self, place: int) -> None:
        """Shows one of the four places; the reader stands beside the first two."""
        self.dossier.flush()
        self.rail.choose(place)
        self.pages.setCurrentIndex(place)
        self._show_reader()
        if place == LIBRARY:
            self.library.take_focus()
        if place == PACKS:
            self.packs.activate()
        elif place == SHARE:
            self.sharing.activate()

    def _on_import(self, shown: bool) -> None:
        if shown:
            self.toast.hide()  # what is said of the document before would lie over the one that comes
        self._show_reader()

    def _show_reader(self) -> None:
        """The reader stands beside Prepare and the library, not beside a document that is being imported."""
        place = self.pages.currentIndex()
        self.reader.setVisible(place == PREPARE or (place == LIBRARY and not self.library.is_importing))

    @cached_property
    def packs(self) -> PacksPage:
        """The Packs page, made when it is first wanted: the window opens sooner without it."""
        from desktop.pack.page import PacksPage

        page = PacksPage(self._tasks, self._events)
        page.status.connect(self.toast.say)
        self._packs_place.addWidget(page)
        return page

    @cached_property
    def sharing(self) -> SharingPage:
        """The Share page, made when it is first wanted."""
        from desktop.sharing.page import SharingPage

        page = SharingPage(self._tasks, self._events)
        page.status.connect(self.toast.say)
        self._share_place.addWidget(page)
        return page

    def insert(self, located: LibraryParagraph, how: InsertAs = InsertAs.QUOTATION) -> None:
        """Puts a commitment into the open statement, wherever it was chosen."""
        self.go_to(PREPARE)
        self.dossier.insert(located, how)

    def complain(self, sentence: str) -> None:
        """Says what failed and what to do."""
        self.toast.say(sentence, lasting=True)

    def _export_statement(self, statement_id: uuid.UUID) -> None:
        from desktop.pack.exporting import export_statement_flow
        from desktop.pack.file_dialogs import show_in_folder

        def told(path: Path) -> None:
            self.toast.say(f"Exported {path.name}", "Show in folder", lambda: show_in_folder(path))

        self.dossier.flush()
        export_statement_flow(self, self._tasks, statement_id).done.connect(told)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Entity.DELEGATION):
            self._tasks.with_workspace(_sign, _nothing)

    def _on_renewed(self) -> None:
        """What the lists were made of while the search index was partly made is asked for again."""
        self.dossier.commitments.ask_again()
        self.library.view.ask_again()

    def import_files(self, files: list[Path]) -> None:
        """Imports what was dropped or chosen, wherever in the window that was."""
        if self._tasks.workspace is None:
            self.complain("Open a workspace first (Ctrl+O).")
            return
        self.go_to(LIBRARY)
        self.library.import_files(files)

    @property
    def shows_import(self) -> bool:
        """Whether a document that is being imported is what the window shows."""
        return self.pages.currentIndex() == LIBRARY and self.library.is_importing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Documents and folders of them can be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports what was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.import_files(files)

    def _pull_row(self, row: Row) -> None:
        if row.located is not None:
            self.desk.pull([row.located])

    def _insert_row(self, row: Row) -> None:
        if row.located is not None:
            self.insert(row.located)

    def fold(self, pane: QWidget) -> None:
        """Folds or unfolds a pane."""
        pane.setVisible(not pane.isVisible())

    def search_here(self) -> None:
        """Goes to the search field of this place."""
        if self.pages.currentIndex() == LIBRARY:
            self.library.take_search()
        else:
            self.go_to(PREPARE)
            self.dossier.tabs.setCurrentIndex(0)
            self.dossier.commitments.search.setFocus()

    def turn_tab(self, by: int) -> None:
        """Shows the dossier's tab before or after, or another way of looking at a comparison."""
        if self.pages.currentIndex() == LIBRARY and self.library.turn_way(by):
            return
        tabs = self.dossier.tabs
        tabs.setCurrentIndex((tabs.currentIndex() + by) % tabs.count())

    def _restore_shape(self) -> None:
        shape, panes = window_shape()
        if shape is not None:
            self.restoreGeometry(shape)
        for splitter, kept in zip((self.across, self.prepare), panes, strict=False):
            splitter.restoreState(kept)

    def flush(self) -> None:
        """Saves whatever was typed anywhere and not saved yet."""
        self.dossier.flush()
        self.reader.flush()
        if "packs" in self.__dict__:
            self.packs.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Saves what was typed, remembers the window's shape, closes the workspace."""
        self.flush()
        self.settle()
        if self.unsaved() and not may_close_unsaved(self):
            event.ignore()
            return
        if not may_stop(self, self._tasks.under_way):
            event.ignore()
            return
        room = self.library.import_room
        if room is not None:
            if not room.may_close():
                event.ignore()
                return
            room.close_down()
        workspace = self._tasks.workspace
        if workspace is not None and self.desk.item is not None:
            remember_place(workspace.path, str(self.desk.item.id), self.dossier.tabs.currentIndex())
        if not self.isMinimized():
            remember_window(self.saveGeometry(), [self.across.saveState(), self.prepare.saveState()])
        self._tasks.close()
        super().closeEvent(event)

    def unsaved(self) -> bool:
        """Whether anything that was typed is not in the file."""
        return self.desk.unsaved() or self.dossier.statement.unsaved()

    def settle(self) -> None:
        """Waits until everything asked for was done, and knows its outcome."""
        self._tasks.settle()

    def close_after(self, milliseconds: int) -> None:
        """Closes itself after a while: for checks of the built program."""
        QTimer.singleShot(milliseconds, self, self.close)

    def open_workspace(self, path: Path) -> None:
        """Opens another workspace in this window."""
        self.menu.open_path(path)


def _sign(workspace: Workspace) -> None:
    """What is written from here on carries the name of the delegation's speaker."""
    with workspace.read() as work:
        author = author_of(work)
    workspace.author = author


def _nothing(_: object) -> None:
    """Nothing to show."""
