"""Background work: one serialised workspace worker, and a cancellable pool beside it.

Nothing that reads or writes a file runs on the window's own thread. Every job has an error path: a
``NameplateError`` is shown as its sentence, anything else as a fault of the program, with nothing lost.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from core.errors import NameplateError
from core.revisions import Changes
from desktop.events import Events

if TYPE_CHECKING:
    from db.work import Work
    from db.workspace import Workspace

T = TypeVar("T")
_log = logging.getLogger("nameplate")


class Cancelled(Exception):  # noqa: N818 - not a failure: the delegate asked for it
    """Raised inside a cancellable job when it was asked to stop."""


class Progress:
    """What a long job is handed: it reports how far it is (0 to 1) and learns whether to stop."""

    def __init__(self, report: Callable[[float], None]) -> None:
        """``report`` is called on the job's own thread."""
        self._report = report
        self._stop = threading.Event()

    def __call__(self, share: float) -> None:
        """Reports progress; raises Cancelled if the job was asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self._report(share)

    def cancel(self) -> None:
        """Asks the job to stop at its next report."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()


class Tasks(QObject):
    """Runs jobs away from the window and brings their results back to its thread.

    ``failed`` carries a sentence. ``running`` names a long job and carries the Progress that can cancel it,
    ``progressed`` its share done, ``ended`` that it is over.
    """

    failed = Signal(str)
    running = Signal(str, object)
    progressed = Signal(float)
    ended = Signal()
    _arrived = Signal(object)

    def __init__(self, events: Events, parent: QObject | None = None) -> None:
        """The workspace itself is opened by a job of its own: see ``adopt``."""
        super().__init__(parent)
        self._events = events
        self._workspace: Workspace | None = None
        self._session = self._worker_session = 0
        self._progresses: dict[Progress, str] = {}
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="workspace")
        self._beside = ThreadPoolExecutor(2, thread_name_prefix="beside")
        self._latest: dict[str, int] = {}
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def workspace(self) -> Workspace | None:
        """The workspace that jobs work on, None before one was opened."""
        return self._workspace

    @property
    def session(self) -> int:
        """Counts the workspaces this window has shown.

        What was typed belongs to the session it was typed in: a job of an earlier one is never carried out on
        the workspace of a later one.
        """
        return self._session

    @property
    def under_way(self) -> tuple[str, ...]:
        """The words of the long jobs that still run beside the workspace and were not asked to stop."""
        running = tuple(self._progresses.items())
        return tuple(words for progress, words in running if words and not progress.is_cancelled)

    def open(
        self,
        opener: Callable[[], Workspace],
        on_done: Callable[[Workspace], object],
        on_error: Callable[[str], object] | None = None,
    ) -> None:
        """Opens a workspace on the worker; the one open before is closed once the new one is there."""

        def job() -> tuple[Workspace, int]:
            opened = opener()
            before, self._workspace = self._workspace, opened
            self._worker_session += 1
            if before is not None:
                _close(before)
            return opened, self._worker_session

        def done(outcome: tuple[Workspace, int]) -> None:
            opened, self._session = outcome
            on_done(opened)

        self._submit(self._worker, job, done, on_error)

    def read(
        self,
        job: Callable[[Work], T],
        on_done: Callable[[T], object],
        on_error: Callable[[str], object] | None = None,
        *,
        latest: str = "",
        session: int | None = None,
    ) -> None:
        """Runs a reading job. Of jobs with the same ``latest`` key only the newest one's answer is shown.

        An answer from a workspace that is no longer shown is dropped, unless ``session`` was given: then it
        is an error.
        """
        asked = self._session if session is None else session
        turn = 0
        if latest:
            turn = self._latest[latest] = self._latest.get(latest, 0) + 1

        def current() -> bool:
            return not latest or self._latest[latest] == turn

        def reading() -> T | None:
            if not current() or (session is None and asked != self._worker_session):
                return None
            with self._open_workspace(asked).read() as work:
                return job(work)

        def done(result: T | None) -> None:
            if current() and asked == self._session:
                on_done(result)  # type: ignore[arg-type]

        self._submit(self._worker, reading, done, on_error)

    def write(
        self,
        job: Callable[[Work], T],
        on_done: Callable[[T], object] | None = None,
        on_error: Callable[[str], object] | None = None,
        *,
        initiator: str = "",
        said: Callable[[T], str] | str = "",
        session: int | None = None,
    ) -> None:
        """Runs a writing job in one transaction, then tells everyone what changed.

        ``said`` is the sentence shown to the delegate, with an undo, if anything was changed. The job is
        carried out only on the workspace it was asked for in (``session``: that of now).
        """
        asked = self._session if session is None else session

        def writing() -> tuple[T, Changes]:
            with self._open_workspace(asked).write(initiator) as work:
                result = job(work)
            return result, work.changes

        def done(outcome: tuple[T, Changes]) -> None:
            result, changes = outcome
            try:
                if on_done is not None:
                    on_done(result)
            finally:
                if changes and asked == self._session:
                    self._events.changed.emit(changes)
            sentence = said(result) if callable(said) else said
            if sentence and asked == self._session:
                self._events.said.emit(sentence, changes if changes else None)

        self._submit(self._worker, writing, done, on_error)

    def with_workspace(
        self,
        job: Callable[[Workspace], T],
        on_done: Callable[[T], object],
        on_error: Callable[[str], object] | None = None,
    ) -> None:
        """Runs a job that needs the whole workspace (save a copy, verify) on the worker."""
        asked = self._session
        self._submit(self._worker, lambda: job(self._open_workspace(asked)), on_done, on_error)

    def beside(
        self,
        job: Callable[[Progress], T],
        on_done: Callable[[T], object],
        on_error: Callable[[str], object] | None = None,
        on_progress: Callable[[float], object] | None = None,
        on_cancelled: Callable[[], object] | None = None,
        *,
        words: str = "",
    ) -> Progress:
        """Runs a long job that does not touch the workspace; the Progress returned can cancel it.

        With ``words`` ("Importing 12 documents") it is shown at the foot of the window while it runs.
        """

        def report(share: float) -> None:
            if on_progress is not None:
                on_progress(share)
            if words:
                self.progressed.emit(share)

        progress = Progress(lambda share: self._send(lambda: report(share)))

        def running() -> T:
            try:
                return job(progress)
            finally:
                self._progresses.pop(progress, None)
                if words:
                    self._send(self.ended.emit)

        self._progresses[progress] = words
        if words:
            self.running.emit(words, progress)
        self._submit(self._beside, running, on_done, on_error, on_cancelled)
        return progress

    def close(self) -> None:
        """Finishes what is under way on the workspace, stops what is beside it, and ends the threads."""
        if self._closed:
            return
        self._closed = True
        for progress in tuple(self._progresses):
            progress.cancel()
        self._beside.shutdown(wait=True, cancel_futures=True)
        self._worker.submit(self._close_workspace).result()
        self._worker.shutdown(wait=True)

    def settle(self) -> None:
        """Waits until the worker has done what it was asked for, and delivers the outcomes.

        Only for the moment before closing, when it must be known whether everything was saved.
        """
        if self._closed:
            return
        self._worker.submit(lambda: None).result()
        QCoreApplication.sendPostedEvents(self)

    def _close_workspace(self) -> None:
        """Closes whatever is open when the worker comes to it: an opening may still have been under way."""
        before, self._workspace = self._workspace, None
        if before is not None:
            _close(before)

    def _open_workspace(self, session: int) -> Workspace:
        if self._workspace is None:
            raise NameplateError("Open a workspace first (Ctrl+O).")
        if session != self._worker_session:
            raise NameplateError(
                "Another workspace was opened in the meantime, so this was not written; open the one before "
                "again and repeat it."
            )
        return self._workspace

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        job: Callable[[], T],
        on_done: Callable[[T], object],
        on_error: Callable[[str], object] | None,
        on_cancelled: Callable[[], object] | None = None,
    ) -> None:
        if self._closed:
            return

        def finished(future: Future[T]) -> None:
            self._send(lambda: self._settle(future, on_done, on_error, on_cancelled))

        pool.submit(job).add_done_callback(finished)

    def _settle(
        self,
        future: Future[T],
        on_done: Callable[[T], object],
        on_error: Callable[[str], object] | None,
        on_cancelled: Callable[[], object] | None,
    ) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            on_done(future.result())
        elif isinstance(error, Cancelled):
            if on_cancelled is not None:
                on_cancelled()
        else:
            (on_error or self.failed.emit)(_sentence(error))

    def _send(self, call: Callable[[], object]) -> None:
        if not self._closed:
            self._arrived.emit(call)

    def _deliver(self, call: Any) -> None:
        if not self._closed:
            call()


def _close(workspace: Workspace) -> None:
    """Closes a workspace; that its file cannot be reached any more is no reason not to go on."""
    try:
        workspace.close()
    except Exception:
        _log.warning("a workspace could not be closed in order", exc_info=True)


def _sentence(error: BaseException) -> str:
    if isinstance(error, NameplateError):
        return str(error)
    _log.error("a job failed", exc_info=error)
    return (
        f"Something went wrong inside Nameplate ({type(error).__name__}); what you typed is still here. "
        "Please report what you did just before."
    )
