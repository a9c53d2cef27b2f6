"""The menu of the workspace: new, open, save a copy, the meeting, the delegation, import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from desktop.closing import may_close_unsaved
from desktop.dossier.desk import Desk
from desktop.events import Events
from desktop.key_list import KeyList
from desktop.meeting.dialogs import DelegationDialog, MeetingDialog
from desktop.meeting.jobs import new_workspace
from desktop.rail import LIBRARY, PREPARE, SHARE
from desktop.settings import first_workspace, remember_workspace
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.workspace import Workspace
    from desktop.main_window import MainWindow
    from desktop.thesaurus.dialog import ThesaurusDialog

_WORKSPACES = "Nameplate workspaces (*.db)"


class WorkspaceMenu(QMenu):
    """Everything about the file as a whole."""

    def __init__(self, window: MainWindow, desk: Desk, tasks: Tasks, events: Events) -> None:
        """Acts on the window's workspace."""
        super().__init__(window)
        self._window, self._desk, self._tasks, self._events = window, desk, tasks, events
        self.thesaurus: ThesaurusDialog | None = None
        self._add("New workspace…", "Ctrl+Shift+N", self.ask_new)
        self._add("Open workspace…", "Ctrl+O", self.ask_open)
        self._add("Save a copy…", "Ctrl+Shift+S", lambda: window.go_to(SHARE))
        self.addSeparator()
        self._add("Import documents…", "Ctrl+I", self._import, shortcut=False)
        self._add("Import a folder…", "", self._import_folder)
        self._add("Compare documents…", "Ctrl+Shift+D", self._compare, shortcut=False)
        self._add("Thesaurus…", "Ctrl+Shift+T", self.show_thesaurus)
        self._add("The meeting…", "", self.edit_meeting)
        self._add("Your delegation…", "", self.edit_delegation)
        self.addSeparator()
        self._add("Keyboard", "F1", self._show_keys)
        self._add("About Nameplate", "", self._show_about)
        self._add("Quit", "Ctrl+Q", window.close)

    def _add(self, words: str, keys: str, act: Callable[[], object], *, shortcut: bool = True) -> None:
        action = self.addAction(words)
        if keys and shortcut:
            action.setShortcut(keys)
            self._window.addAction(action)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - drops the checked flag

    def ask_new(self) -> None:
        """Asks where to make a new workspace, and makes it with the reference library."""
        name, _ = QFileDialog.getSaveFileName(self._window, "New workspace", self._folder(), _WORKSPACES)
        if name:
            path = Path(name if name.endswith(".db") else f"{name}.db")
            self._open(lambda: new_workspace(path))

    def ask_open(self) -> None:
        """Asks for a workspace to open."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open workspace", self._folder(), _WORKSPACES)
        if name:
            self.open_path(Path(name))

    def _folder(self) -> str:
        """Where workspaces are: beside the open one, or where the first one is made."""
        opened = self._tasks.workspace
        folder = opened.path.parent if opened is not None else first_workspace().parent
        return str(folder if folder.is_dir() else Path.home())

    def open_path(self, path: Path) -> None:
        """Opens a workspace; the one that is open stays until the new one is there."""

        def opener() -> Workspace:
            from db.workspace import open_workspace

            return open_workspace(path)

        self._open(opener)

    def _open(self, opener: Callable[[], Workspace]) -> None:
        """Opens what ``opener`` gives; till then nothing can be typed, since it would go into the new one."""
        self._window.flush()
        self._window.settle()
        if self._window.unsaved() and not may_close_unsaved(self._window):
            return
        self._let_type(False)
        self._window.dossier.statement.close_workspace()
        self._tasks.open(opener, self._opened, self._stay)

    def _let_type(self, may: bool) -> None:
        if (pages := self._window.centralWidget()) is not None:
            pages.setEnabled(may)

    def _stay(self, why: str) -> None:
        """The new workspace could not be opened: the window goes on with the one it has."""
        self._let_type(True)
        self._window.complain(why)
        self._desk.show_again()

    def _opened(self, workspace: Workspace) -> None:
        remember_workspace(workspace.path)
        self._let_type(True)
        self._window.start(workspace)

    def edit_meeting(self) -> None:
        """Asks for name, place, dates and limits of the meeting."""
        if self._desk.meeting is not None:
            MeetingDialog(self._desk.meeting, self._tasks, self._window).open()

    def edit_delegation(self) -> None:
        """Asks who is preparing."""
        self._window.go_to(PREPARE)
        DelegationDialog(self._desk.delegation, self._tasks, self._window).open()

    def _import(self) -> None:
        self._window.go_to(LIBRARY)
        self._window.library.ask_for_files()

    def _import_folder(self) -> None:
        self._window.go_to(LIBRARY)
        self._window.library.ask_for_folder()

    def _compare(self) -> None:
        self._window.go_to(LIBRARY)
        self._window.library.comparing.compare_open()

    def show_thesaurus(self, concept: str = "") -> None:
        """Opens the thesaurus beside the window, at a concept if one is named."""
        from desktop.thesaurus.dialog import ThesaurusDialog

        if self._tasks.workspace is None:
            self._window.complain("Open a workspace first (Ctrl+O).")
            return
        if self.thesaurus is None:
            self.thesaurus = ThesaurusDialog(
                self._tasks, self._events, self._window.undoing.undo, self._window
            )
        self.thesaurus.open_at(concept)

    def forget(self) -> None:
        """Another workspace was opened: its thesaurus is another one."""
        if self.thesaurus is not None:
            self.thesaurus.close()
            self.thesaurus.deleteLater()
            self.thesaurus = None

    def _show_keys(self) -> None:
        KeyList(self._window).open()

    def _show_about(self) -> None:
        self._tell(
            "About Nameplate",
            "<b>Nameplate</b><br>Prepares delegates for the United Nations meetings on small arms, "
            "from agreed language, word for word.<br><br>It works offline on one file.",
        )

    def _tell(self, title: str, words: str) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setText(words)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
