"""Many documents at once: the obvious ones go in by themselves, the others are listed with the reason."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QProgressBar, QVBoxLayout, QWidget

from core.revisions import Changes
from desktop.events import Events
from desktop.library.importing import Fate, Outcome, Saved, looked_at, take_in, tally
from desktop.library.preview.batch_model import LINE_ROLE, LOOK_WIDTH, BatchDelegate, BatchModel, Line
from desktop.tasks import Progress, Tasks
from desktop.widgets.pieces import IconButton, button, label, line, row

if TYPE_CHECKING:
    from db.workspace import Workspace
    from importers.reading import ReadFile

_WAITING_TO_BE_SAVED = 4


class BatchList(QListView):
    """The files of a batch; ``look_requested`` carries one that wants a look."""

    look_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self.setAccessibleName("Files of this import")
        self.rows = BatchModel(self)
        self.setModel(self.rows)
        self._drawing = BatchDelegate(self)
        self.setItemDelegate(self._drawing)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._ask)

    def current(self) -> Outcome | None:
        """The selected file."""
        chosen: Line | None = self.currentIndex().data(LINE_ROLE)
        return chosen.outcome if chosen is not None else None

    def select_first_to_look_at(self) -> None:
        """Puts the keyboard on the first file that wants a look."""
        for nth in range(self.rows.rowCount()):
            each = self.rows.line(nth)
            if each is not None and each.outcome is not None:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self.rows.index(nth), flag)
                return

    def _ask(self, index: QModelIndex) -> None:
        chosen: Line | None = index.data(LINE_ROLE)
        if chosen is not None and chosen.outcome is not None and chosen.outcome.fate is Fate.LOOK:
            self.look_requested.emit(chosen.outcome)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return looks at the selected file."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on Look looks."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and at.x() > self.viewport().width() - LOOK_WIDTH - 34:
            self._ask(self.indexAt(at))


class BatchPage(QWidget):
    """Runs one batch at a time.

    ``look_requested`` carries the outcome to look at, ``ended`` the batch in one line, ``left`` that the
    delegate is done with the list.
    """

    look_requested = Signal(object)
    ended = Signal(str)
    left = Signal()
    _came = Signal(object, int)

    def __init__(self, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Empty until a batch is started."""
        super().__init__(parent)
        self._tasks, self._events = tasks, events
        self._changes = Changes()
        self._progress: Progress | None = None
        self._total = self._turn = 0
        self._looking: Outcome | None = None
        self._gate = threading.Semaphore(_WAITING_TO_BE_SAVED)
        self.title = label("Import", "title")
        self.state = label("", "muted")
        self.cancel = button("Cancel", self.stop)
        self.look = button("Look at it", self._look)
        self.done = button("Done", self.left.emit, "primary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self.list = BatchList()
        self.list.look_requested.connect(self._look_at)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self.back = IconButton("arrow-left", "Back to the library", self.left.emit)
        head = row(
            self.back,
            self.title,
            self.state,
            1,
            self.look,
            self.cancel,
            self.done,
        )
        head.setContentsMargins(12, 10, 16, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(line())
        column.addWidget(self.list, 1)
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._enable()

    @property
    def is_running(self) -> bool:
        """Whether files are still being read or saved."""
        return self._progress is not None

    @property
    def has_files(self) -> bool:
        """Whether there is a batch to come back to."""
        return self._total > 0

    def start(self, files: Sequence[Path]) -> None:
        """Begins with these files."""
        self.stop()
        self._turn += 1
        self._total = len(files)
        self._gate = gate = threading.Semaphore(_WAITING_TO_BE_SAVED)
        self.list.rows.clear()
        self.title.setText(f"Importing {len(files)} documents")
        self._bar.setRange(0, len(files))
        turn, came = self._turn, self._came

        def job(progress: Progress) -> None:
            from importers.reading import read_documents

            with read_documents(files, progress=progress) as reading:
                for nth, read in enumerate(reading, 1):
                    while not gate.acquire(timeout=0.05):
                        progress(nth / len(files))
                    came.emit(read, turn)

        self._progress = self._tasks.beside(
            job,
            lambda _: None,
            lambda why: self._broke_off(why) if turn == self._turn else None,
            None,
            lambda: self.stop() if turn == self._turn else None,
            words=f"Importing {len(files)} documents",
        )
        self._told()
        self.list.setFocus()

    def stop(self) -> None:
        """Stops reading; what was imported stays."""
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None
            self._turn += 1
            self._tell_changes()
            self._told()

    def forget(self) -> None:
        """Nothing of this batch stays, as when another workspace was opened."""
        self.stop()
        self._total = 0
        self.list.rows.clear()

    def looked(self, saved: Saved) -> None:
        """The file that was being looked at has been imported."""
        if self._looking is not None:
            self.list.rows.replace(self._looking, looked_at(self._looking, saved))
            self._looking = None
            self._told()

    def _take(self, read: ReadFile, turn: int) -> None:
        gate = self._gate
        if turn != self._turn:
            return

        def job(workspace: Workspace) -> tuple[Outcome, Changes]:
            with workspace.write("import") as work:
                outcome = take_in(work, read)
            return outcome, work.changes

        def done(written: tuple[Outcome, Changes]) -> None:
            gate.release()
            outcome, changes = written
            self._changes |= changes
            if turn == self._turn:
                self._add(outcome)
            else:
                self._tell_changes()

        def wrong(sentence: str) -> None:
            done((Outcome(read.path, Fate.REFUSED, reasons=(sentence,)), Changes()))

        self._tasks.with_workspace(job, done, wrong)

    def _tell_changes(self) -> None:
        """Tells everybody what the batch has written, once: each would read anew after every document."""
        changes, self._changes = self._changes, Changes()
        if changes:
            self._events.changed.emit(changes)

    def _add(self, outcome: Outcome) -> None:
        self.list.rows.add(outcome)
        if len(self.list.rows.outcomes) == self._total:
            self._progress = None
            self._tell_changes()
            self._told()
            self.list.select_first_to_look_at()
            self.ended.emit(self.state.text())
        else:
            self._told()

    def _broke_off(self, sentence: str) -> None:
        self._progress = None
        self._tell_changes()
        self._told()
        self._tasks.failed.emit(sentence)

    def _told(self) -> None:
        outcomes = self.list.rows.outcomes
        self.state.setText(tally(outcomes, self._total))
        self._bar.setValue(len(outcomes))
        if not self.is_running:
            stopped = len(outcomes) < self._total
            self.title.setText("Import stopped" if stopped else "Import")
        self._enable()

    def _enable(self) -> None:
        chosen = self.list.current()
        self.look.setEnabled(chosen is not None and chosen.fate is Fate.LOOK)
        self.cancel.setVisible(self.is_running)
        self.done.setVisible(not self.is_running)
        self.back.setVisible(not self.is_running)  # leaving forgets the batch; to stop it is Cancel's
        self._bar.setVisible(self.is_running)

    def _look(self) -> None:
        chosen = self.list.current()
        if chosen is not None and chosen.fate is Fate.LOOK:
            self._look_at(chosen)

    def _look_at(self, outcome: Outcome) -> None:
        self._looking = outcome
        self.look_requested.emit(outcome)
