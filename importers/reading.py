"""Files -> documents, each file read in a process of its own, so that none of them can harm the program.

Two are read at a time, and what comes next is started ahead; the documents come in the order of the files,
one after the other, so that a hundred of them need no more memory than a few.
"""

from __future__ import annotations

import contextlib
import stat
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import TracebackType
from typing import Self

from core.errors import NameplateError
from importers import limits
from importers.checked import Untrusted
from importers.formats import SUFFIXES, check_size
from importers.imported import ImportedDocument
from importers.processes import Ended, ReadingProcess
from importers.transport import MAX_MESSAGE, shown, unpack

DEADLINE = 60.0
"""Seconds that a file may take: thirty times what a document of 90 pages needs."""
AT_A_TIME = 2
_AHEAD = AT_A_TIME + 1
_LOOK_EVERY = 0.03


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was to be imported: what was read in it, or the sentence that refuses it."""

    path: Path
    imported: ImportedDocument | None
    refusal: str = ""


def read_documents(
    paths: Iterable[Path],
    *,
    symbol: str | None = None,
    title: str | None = None,
    short: str | None = None,
    language: str | None = None,
    cancel: Callable[[], bool] = lambda: False,
    progress: Callable[[float], object] = lambda share: None,
    deadline: float = DEADLINE,
    memory: int = limits.MEMORY,
) -> Reading:
    """Begins to read files and gives an iterator of what they hold: one ``ReadFile`` a file, in their order.

    What is given (symbol, title, short name, language) stands above what each file says. Reading begins at
    once and goes on beside the caller, a little ahead of it. While the caller waits for the next file,
    ``cancel`` and ``progress`` (the share of the files done, 0 to 1) are called on its own thread some thirty
    times a second: if ``cancel`` says so the iterator ends early, and if either raises, that is passed on; in
    both cases the reading is stopped at once. Leaving it early otherwise takes ``close``, or a ``with``.

    A file that cannot be read, or whose reader crashes, takes longer than ``deadline`` seconds or needs more
    than ``memory`` bytes, is a ``ReadFile`` with a refusal and keeps none of the others out.
    """
    given = {"symbol": symbol, "title": title, "short": short, "language": language}
    return Reading(list(paths), given, cancel, progress, deadline, memory)


class Reading(Iterator[ReadFile]):
    """Files being read; made by ``read_documents``."""

    def __init__(
        self,
        paths: list[Path],
        given: dict[str, str | None],
        cancel: Callable[[], bool],
        progress: Callable[[float], object],
        deadline: float,
        memory: int,
    ) -> None:
        """Starts the first processes."""
        self._paths = deque(paths)
        self._total = len(paths)
        self._done = 0
        self._given = given
        self._cancel, self._progress = cancel, progress
        self._deadline, self._memory = deadline, memory
        self._under_way: deque[Future[ReadFile]] = deque()
        self._spares = _Spares(deadline, memory)
        self._pool = ThreadPoolExecutor(AT_A_TIME, thread_name_prefix="reading")
        self._go_on()

    def __next__(self) -> ReadFile:
        """The next file; StopIteration after the last one, or once ``cancel`` has said so."""
        if not self._under_way:
            self.close()
            raise StopIteration
        try:
            read = self._awaited(self._under_way[0])
        except BaseException:
            self.close()
            raise
        if read is None:
            self.close()
            raise StopIteration
        self._under_way.popleft()
        self._done += 1
        self._go_on()
        return read

    def close(self) -> None:
        """Stops what is being read and waits until no process or thread of it is left."""
        self._paths.clear()
        self._spares.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._under_way.clear()

    def __enter__(self) -> Self:
        """The iterator itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stops it."""
        self.close()

    def _awaited(self, future: Future[ReadFile]) -> ReadFile | None:
        """What a file turned out to hold; None if the caller wants no more."""
        while True:
            if self._cancel():
                return None
            self._progress(self._done / self._total)
            if wait([future], _LOOK_EVERY).done:
                read = future.result()
                self._progress((self._done + 1) / self._total)
                return read

    def _go_on(self) -> None:
        """Keeps as many files under way as two processes need to be busy while the caller is."""
        while self._paths and len(self._under_way) < _AHEAD:
            path = self._paths.popleft()
            self._spares.expect(_likely(path))
            self._under_way.append(self._pool.submit(self._read, path))

    def _read(self, path: Path) -> ReadFile:
        try:
            return ReadFile(path, self._imported(path))
        except NameplateError as error:
            return ReadFile(path, None, str(error))

    def _imported(self, path: Path) -> ImportedDocument:
        data = file_bytes(path)
        with self._spares.take(_likely(path)) as process:
            try:
                head, body = process.ask(
                    {"name": path.name, **self._given}, data, MAX_MESSAGE, self._deadline
                )
                if refusal := head.get("refusal"):
                    raise NameplateError(shown(str(refusal)))
                if head.get("document") is True:
                    return unpack(body)
            except Untrusted as error:
                raise broken(path.name, "broken") from error
            except Ended as error:
                raise broken(path.name, error.why, self._deadline, self._memory) from error
            finally:
                self._spares.give_back(process)
        raise broken(path.name, "fault")


class _Spares:
    """The processes of one reading: those at work, and those started ahead of the files they will read."""

    def __init__(self, deadline: float, memory: int) -> None:
        self._deadline, self._memory = deadline, memory
        self._lock = threading.Lock()
        self._ready: list[tuple[str, ReadingProcess]] = []
        self._at_work: set[ReadingProcess] = set()
        self._closed = False

    def expect(self, likely: str) -> None:
        """Starts a process ahead, for a file that is probably of this format."""
        with self._lock, contextlib.suppress(NameplateError):  # whoever takes one is told
            ready = sum(each == likely for each, _ in self._ready)
            if not self._closed and ready < _AHEAD:  # a file that cannot be opened took none
                self._ready.append((likely, self._started(likely)))

    def take(self, likely: str) -> ReadingProcess:
        """A process to read a file with, started ahead if there is one; Ended once all is stopped."""
        with self._lock:
            if self._closed:
                raise NameplateError("The import was stopped.")
            nth = next((nth for nth, (ready, _) in enumerate(self._ready) if ready == likely), None)
            process = self._started(likely) if nth is None else self._ready.pop(nth)[1]
            self._at_work.add(process)
            return process

    def give_back(self, process: ReadingProcess) -> None:
        """Forgets a process that has done its work; whoever took it closes it."""
        with self._lock:
            self._at_work.discard(process)

    def close(self) -> None:
        """Ends all of them at once; those at work are closed by whoever took them."""
        with self._lock:
            self._closed = True
            for process in self._at_work:
                process.kill()
            ready, self._ready = self._ready, []
        for _, process in ready:
            process.close()

    def _started(self, likely: str) -> ReadingProcess:
        return ReadingProcess("document", likely, self._deadline, self._memory)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file that is to be imported.

    NameplateError if it is missing, no file, not ours to open, empty or too large.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise NameplateError(f"“{path.name}” is not a file: choose a file that holds a document.")
        check_size(found.st_size, path.name)
        with path.open("rb") as file:
            data = file.read(found.st_size + 1)
    except FileNotFoundError as error:
        raise NameplateError(
            f"There is no file “{path.name}” at that place: choose a file that exists."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one that this system knows"
        raise NameplateError(
            f"“{path.name}” cannot be read ({reason}): check that it is yours to open."
        ) from error
    check_size(len(data), path.name)
    return data


def broken(name: str, why: str, deadline: float = DEADLINE, memory: int = limits.MEMORY) -> NameplateError:
    """What to say of a file whose process gave no document; ``why`` is that of ``Ended``, or "fault"."""
    if SUFFIXES.get(PurePath(name).suffix.lower()) == "pdf":
        instead = "open it in a PDF viewer and save or print it to a new PDF, or import its text"
    else:
        instead = "open it in the program it was written with and save it anew, or as a PDF, and import that"
    if why == "late":
        return NameplateError(f"“{name}” took longer than {deadline:.0f} seconds to read: {instead}.")
    if why == "memory":
        size = f"{memory / 1024**3:.0f} GB" if memory >= 1024**3 else f"{memory // 1024**2} MB"
        return NameplateError(f"“{name}” needs more memory than {size} to read: {instead}.")
    if why == "fault":
        return NameplateError(f"“{name}” holds something that its reader does not understand: {instead}.")
    return NameplateError(f"“{name}” made its reader stop (it is damaged, or made to do harm): {instead}.")


def _likely(path: Path) -> str:
    return SUFFIXES.get(path.suffix.lower(), "text")
