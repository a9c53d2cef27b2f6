"""The import room: from the files that were chosen or dropped to the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QProgressBar, QStackedWidget, QWidget

from desktop.events import Events
from desktop.library.importing import Outcome, Saved, files_in
from desktop.library.known import Known, look_up
from desktop.library.preview.batch_page import BatchPage
from desktop.library.preview.page import PreviewPage
from desktop.library.preview.sources import OpenSource, open_source
from desktop.tasks import Cancelled, Progress, Tasks
from desktop.widgets.pieces import button, in_the_middle, label, row

if TYPE_CHECKING:
    from importers.imported import ImportedDocument
    from importers.reading import ReadFile


class ImportRoom(QStackedWidget):
    """Reads what was chosen beside the window and shows it before it is saved.

    ``left`` says that there is nothing more to see here; ``imported`` carries what was saved
    (``importing.Saved``), ``batch_ended`` the sentence of a batch, ``another`` that other files are wanted.
    """

    left = Signal()
    imported = Signal(object)
    batch_ended = Signal(str)
    another = Signal()

    def __init__(self, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Empty until ``start``."""
        super().__init__(parent)
        self._tasks = tasks
        self._reading: Progress | None = None
        self._opening: Progress | None = None
        self._turn = 0
        self._from_batch = False
        self.batch = BatchPage(tasks, events)
        self._make_places()
        for page in (self._waiting, self._refused, self.batch):
            self.addWidget(page)
        self.batch.left.connect(self._leave_batch)
        self.batch.look_requested.connect(self._look)
        self.batch.ended.connect(self.batch_ended)

    def _make_places(self) -> None:
        self._what = label("", "title", wrap=True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        self._waiting = in_the_middle(self._what, bar, button("Cancel", self._cancel))
        self.refusal_title = label("", "title", wrap=True)
        self.refusal = label("", wrap=True)
        self.refusal.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._other = button("Choose another document…", self.another.emit, "primary")
        self._refused = in_the_middle(
            self.refusal_title, self.refusal, row(1, button("Back", self._leave_refusal), self._other, 1)
        )

    @cached_property
    def preview(self) -> PreviewPage:
        """The page of the document that is looked at, made while the first one is being read."""
        page = PreviewPage(self._tasks)
        page.left.connect(self.leave_document)
        page.saved.connect(self._saved)
        page.saved_late.connect(self.imported)
        self.addWidget(page)
        return page

    @property
    def _has_document(self) -> bool:
        return "preview" in self.__dict__ and self.preview.path is not None

    @property
    def is_corrected(self) -> bool:
        """Whether corrections would be lost by leaving."""
        return self._has_document and self.preview.is_corrected

    @property
    def is_empty(self) -> bool:
        """Whether nothing is being read, looked at or listed here."""
        busy = self._reading is not None or self._has_document or self.batch.has_files
        return not busy and self.currentWidget() is not self._refused

    def start(self, paths: Sequence[Path]) -> None:
        """Begins with files or folders; what is being looked at is left first, if the delegate agrees."""
        if not paths or not self._may_leave():
            return
        if self.batch.is_running:
            self._tasks.failed.emit("An import is still running: wait for it, or cancel it first.")
            return
        self._cancel_jobs()
        self._drop_document()
        self.batch.forget()
        self._from_batch = False
        self._wait(
            f"Looking for documents in {paths[0].name}" if len(paths) == 1 else "Looking for documents"
        )
        now = self._current()
        self._reading = self._tasks.beside(
            lambda progress: files_in(paths, progress),
            now(self._begin),
            now(self._refuse),
            None,
            now(self._stopped),
        )

    def _current(self) -> Callable[[Callable[..., object]], Callable[..., None]]:
        """What makes an answer count only until something else is begun here: a late one is for nobody."""
        self._turn = turn = self._turn + 1

        def only_now(answer: Callable[..., object]) -> Callable[..., None]:
            def told(*said: object) -> None:
                if turn == self._turn:
                    answer(*said)

            return told

        return only_now

    def _begin(self, files: list[Path]) -> None:
        self._reading = None
        if len(files) == 1:
            self._read(files[0])
            return
        self.setCurrentWidget(self.batch)
        self.batch.start(files)

    # one document

    def _read(self, path: Path) -> None:
        self._wait(f"Reading {path.name}")
        QTimer.singleShot(0, self, lambda: self.preview)

        def job(progress: Progress) -> ReadFile:
            from importers.reading import read_documents

            with read_documents([path], progress=progress) as reading:
                return next(reading)

        now = self._current()
        self._reading = self._tasks.beside(
            job,
            now(lambda read: self._was_read(read, now)),
            now(lambda why: self._refuse(why, path)),
            None,
            now(self._stopped),
        )

    def _was_read(self, read: ReadFile, now: Callable[[Callable[..., object]], Callable[..., None]]) -> None:
        self._reading = None
        imported = read.imported
        if imported is None:
            self._refuse(read.refusal, read.path)
            return
        self._tasks.read(
            lambda work: look_up(work, imported.document),
            now(lambda known: self._show(read.path, imported, known)),
            now(lambda why: self._refuse(why, read.path)),
            latest="import",
        )

    def _show(self, path: Path, imported: ImportedDocument, known: Known) -> None:
        self.setCurrentWidget(self.preview)  # first, so that the rows are measured at the width they have

        def measured() -> None:
            self.preview.show_candidate(path, imported, known)
            self.preview.bench.list.setFocus()
            self._open_source(path)

        self.preview.bench.list.measure(imported.document.paragraphs, measured)

    def _open_source(self, path: Path) -> None:
        def job(progress: Progress) -> OpenSource:
            source = open_source(path)
            try:
                progress(1.0)
            except Cancelled:
                source.close()
                raise
            return source

        def done(source: OpenSource) -> None:
            if self.preview.path == path:
                self.preview.show_source(source)
            else:
                source.close()

        self._opening = self._tasks.beside(job, done, self.preview.bench.source.say)

    def _look(self, outcome: Outcome) -> None:
        self._from_batch = True
        self._read(outcome.path)

    def _saved(self, saved: Saved) -> None:
        self._drop_document()
        if self._from_batch:
            self.batch.looked(saved)
        self.imported.emit(saved)
        self._leave_to_batch_or_library()

    def leave_document(self) -> None:
        """Leaves what is being looked at, if the delegate agrees to lose the corrections."""
        if self._may_leave():
            self._drop_document()
            self._leave_to_batch_or_library()

    def may_close(self) -> bool:
        """Asks where leaving would lose corrections; True if the window may go."""
        return self._may_leave()

    def close_down(self) -> None:
        """Ends what draws the source: the window closes."""
        self._cancel_jobs()
        self.batch.stop()
        self._drop_document()

    def workspace_changed(self) -> None:
        """Another workspace was opened: a batch ends, what is being looked at is compared with it."""
        self.batch.forget()
        self._from_batch = False
        if self._has_document:
            self.preview.look_up_again()
        elif self._reading is None:
            self.left.emit()

    # places

    def _wait(self, words: str) -> None:
        self._what.setText(f"{words}…")
        self.setCurrentWidget(self._waiting)

    def _refuse(self, sentence: str, path: Path | None = None) -> None:
        self._reading = None
        self.refusal_title.setText(f"{path.name} was not imported" if path else "Nothing was imported")
        self.refusal.setText(sentence)
        self._other.setVisible(not self._from_batch)
        self.setCurrentWidget(self._refused)
        self._other.setFocus()

    def _cancel(self) -> None:
        self._cancel_jobs()
        self._stopped()

    def _cancel_jobs(self) -> None:
        self._turn += 1
        for progress in (self._reading, self._opening):
            if progress is not None:
                progress.cancel()
        self._reading = self._opening = None

    def _stopped(self) -> None:
        if self.currentWidget() is self._waiting:
            self._leave_to_batch_or_library()

    def _leave_refusal(self) -> None:
        self._leave_to_batch_or_library()

    def _leave_to_batch_or_library(self) -> None:
        if self._from_batch and self.batch.has_files:
            self._from_batch = False
            self.setCurrentWidget(self.batch)
            self.batch.list.setFocus()
            return
        self.setCurrentWidget(self._waiting)
        self.left.emit()

    def _leave_batch(self) -> None:
        self.batch.forget()
        self._leave_to_batch_or_library()

    def _drop_document(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        if "preview" in self.__dict__:
            self.preview.clear()

    def _may_leave(self) -> bool:
        """Leaving loses work, which nothing could bring back, so this is asked."""
        if not self._has_document or (self.preview.take_typed() and not self.is_corrected):
            return True
        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"{self.preview.name} has not been imported.")
        box.setInformativeText("Your corrections to it are lost if you leave it now.")
        box.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton("Leave without importing", QMessageBox.ButtonRole.DestructiveRole)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        return chosen is leave
