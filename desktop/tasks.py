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

from PySide6.QtCore import QObject, Qt, Signal

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
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="workspace")
        self._beside = ThreadPoolExecutor(2, thread_name_prefix="beside")
        self._latest: dict[str, int] = {}
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def workspace(self) -> Workspace | None:
        """The workspace that jobs work on, None before one was opened."""
        return self._workspace

    def open(
        self,
        opener: Callable[[], Workspace],
        on_done: Callable[[Workspace], object],
        on_error: Callable[[str], object] | None = None,
    ) -> None:
        """Opens a workspace on the worker; the one open before is closed once the new one is there."""

        def job() -> Workspace:
            opened = opener()
            before, self._workspace = self._workspace, opened
            if before is not None:
                before.close()
            return opened

        self._submit(self._worker, job, on_done, on_error)

    def read(
        self,
        job: Callable[[Work], T],
        on_done: Callable[[T], object],
        on_error: Callable[[str], object] | None = None,
        *,
        latest: str = "",
    ) -> None:
        """Runs a reading job. Of jobs with the same ``latest`` key only the newest one's answer is shown."""
        turn = 0
        if latest:
            turn = self._latest[latest] = self._latest.get(latest, 0) + 1

        def current() -> bool:
            return not latest or self._latest[latest] == turn

        def reading() -> T | None:
            if not current():
                return None
            with self._open_workspace().read() as work:
                return job(work)

        def done(result: T | None) -> None:
            if current():
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
    ) -> None:
        """Runs a writing job in one transaction, then tells everyone what changed.

        ``said`` is the sentence shown to the delegate, with an undo, if anything was changed.
        """

        def writing() -> tuple[T, Changes]:
            with self._open_workspace().write(initiator) as work:
                result = job(work)
            return result, work.changes

        def done(outcome: tuple[T, Changes]) -> None:
            result, changes = outcome
            if on_done is not None:
                on_done(result)
            if changes:
                self._events.changed.emit(changes)
            sentence = said(result) if callable(said) else said
            if sentence:
                self._events.said.emit(sentence, changes if changes else None)

        self._submit(self._worker, writing, done, on_error)

    def with_workspace(
        self,
        job: Callable[[Workspace], T],
        on_done: Callable[[T], object],
        on_error: Callable[[str], object] | None = None,
    ) -> None:
        """Runs a job that needs the whole workspace (save a copy, verify) on the worker."""
        self._submit(self._worker, lambda: job(self._open_workspace()), on_done, on_error)

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
                if words:
                    self._send(self.ended.emit)

        if words:
            self.running.emit(words, progress)
        self._submit(self._beside, running, on_done, on_error, on_cancelled)
        return progress

    def close(self) -> None:
        """Finishes what is under way, closes the workspace and ends the threads."""
        self._closed = True
        self._beside.shutdown(wait=True, cancel_futures=True)
        if self._workspace is not None:
            self._worker.submit(self._workspace.close).result()
            self._workspace = None
        self._worker.shutdown(wait=True)

    def _open_workspace(self) -> Workspace:
        if self._workspace is None:
            raise NameplateError("Open a workspace first: File, then Open.")
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


def _sentence(error: BaseException) -> str:
    if isinstance(error, NameplateError):
        return str(error)
    _log.error("a job failed", exc_info=error)
    return (
        f"Something went wrong inside Nameplate ({type(error).__name__}: {error}). "
        "Nothing was changed; please report this sentence."
    )
