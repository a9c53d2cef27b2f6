"""Writing the comparison that is shown: where to, how far it is, and how it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from core.comparing.comparison import Comparison
from desktop.comparing.jobs import write_comparison
from desktop.meeting.jobs import author_of
from desktop.pack.file_dialogs import ask_where, last_folder
from desktop.pack.file_names import safe_name
from desktop.pack.file_outcome import FileOutcome
from desktop.tasks import Progress, Tasks

FORMATS = {"docx": "Word document with tracked changes (*.docx)", "pdf": "PDF with marks (*.pdf)"}
_CHOICES = (
    ("Word with tracked changes (.docx)", "docx", "Ctrl+E"),
    ("PDF with marks (.pdf)", "pdf", "Ctrl+Shift+E"),
)


class ExportButton(QPushButton):
    """One button with two formats; ``outcome`` says what becomes of the file, wherever the page puts that.

    ``status`` carries a sentence for the foot of the window.
    """

    status = Signal(str)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Off until there is a comparison to export."""
        super().__init__("Export", parent)
        self._tasks = tasks
        self._comparison: Comparison | None = None
        self._progress: Progress | None = None
        self._turn = 0
        self.setProperty("role", "primary")
        self.outcome = FileOutcome()
        self.outcome.wants_stop.connect(self._stop)
        self.outcome.status.connect(self.status)
        menu = QMenu(self)
        self._actions = []
        for words, suffix, keys in _CHOICES:
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, suffix=suffix: self._ask_where(suffix))
            menu.addAction(action)
            self.addAction(action)
            self._actions.append(action)
        self.setMenu(menu)
        self.offer(None)

    def offer(self, comparison: Comparison | None) -> None:
        """Says what would be exported now; None if there is nothing. What is being written is given up."""
        self._turn += 1
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None
        self._comparison = comparison
        self.outcome.show_nothing()
        self._let(comparison is not None)

    def _let(self, possible: bool) -> None:
        self.setEnabled(self._comparison is not None)  # also while it writes, or it would lose the keyboard
        for action in self._actions:
            action.setEnabled(possible)

    def _ask_where(self, suffix: str) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        name = safe_name(f"Changes from {comparison.old.name} to {comparison.new.name}", "Comparison")
        workspace = self._tasks.workspace
        folder = last_folder(workspace.path.parent if workspace else None)
        ask_where(self, "Export the comparison", folder / name, suffix, FORMATS, self.start)

    def start(self, target: Path) -> None:
        """Writes the comparison there, its changes those of the delegation's speaker."""
        if self._comparison is None or self._progress is not None:
            return
        self._turn += 1
        comparison, now = self._comparison, self._current()
        self._let(False)
        self.outcome.show_progress(f"Writing {target.name}…", known=target.suffix.lower() == ".pdf")
        self._tasks.read(
            author_of,
            now(lambda author: self._write(comparison, target, str(author), now)),
            now(self._failed),
        )

    def _write(
        self,
        comparison: Comparison,
        target: Path,
        author: str,
        now: Callable[[Callable[..., object]], Callable[..., None]],
    ) -> None:
        def job(progress: Progress) -> Path:
            on = dt.datetime.now(dt.UTC)
            return write_comparison(comparison, target, author=author, on=on, progress=progress)

        self._progress = self._tasks.beside(
            job, now(self._done), now(self._failed), now(self.outcome.progress), now(self._stopped)
        )

    def _current(self) -> Callable[[Callable[..., object]], Callable[..., None]]:
        """What makes an answer count only as long as the same comparison is being written."""
        turn = self._turn

        def only_now(answer: Callable[..., object]) -> Callable[..., None]:
            def told(*said: object) -> None:
                if turn == self._turn:
                    answer(*said)

            return told

        return only_now

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
        else:  # it has not begun to be written
            self._turn += 1
            self._stopped()

    def _done(self, path: Path) -> None:
        self._end()
        self.outcome.show_done(f"Exported {path.name}", path)

    def _failed(self, sentence: str) -> None:
        self._end()
        self.outcome.show_failed(sentence)

    def _stopped(self) -> None:
        self._end()
        self.outcome.show_nothing()
        self.status.emit("The export was stopped; no file was changed.")

    def _end(self) -> None:
        self._progress = None
        self._let(self._comparison is not None)
