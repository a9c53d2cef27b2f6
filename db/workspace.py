"""Creates, opens and refuses workspace files, and gives out units of work on them."""

from __future__ import annotations

import contextlib
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from core.errors import NameplateError
from core.revisions import Run
from db import copies, opening
from db.engine import roll_back, sentences, writing
from db.files import beside
from db.locks import WindowLock
from db.reference.cache import ReferenceCache
from db.unit import Clock, Unit, utc_now
from db.verify import verify
from db.work import Work


class Workspace:
    """An open workspace file. One unit of work at a time; several threads wait for one another."""

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        author: str = "",
        lock: WindowLock | None = None,
        clock: Clock = utc_now,
    ) -> None:
        """An open file (``open_workspace``, ``create_workspace``); without a lock it is for reading only."""
        self.path = path
        self.author = author
        self._engine = engine
        self._lock = lock
        self._clock = clock
        self._cache = ReferenceCache()
        self._data_version = 0
        self._origin = uuid.uuid4()
        self._runs: dict[uuid.UUID, Run] = {}
        self._turn = threading.Lock()
        self._owner: int | None = None
        self._closed = False

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only."""
        return self._lock is None

    @contextmanager
    def read(self) -> Iterator[Work]:
        """A unit of work that only reads: all it reads is of one moment. Errors: see ``write``."""
        with self._unit("", may_write=False) as (work, _):
            yield work

    @contextmanager
    def write(self, initiator: str = "") -> Iterator[Work]:
        """A unit of work that is written whole when the block ends, and not at all if the block fails.

        ``work.changes`` then says what was written. NameplateError where the disk is full, the file cannot
        be written to, is in use or is damaged.
        """
        if self.read_only:
            raise NameplateError(
                f"“{self.path.name}” is open for reading only; open it for writing to change it."
            )
        with self._unit(initiator, may_write=True) as (work, unit):
            try:
                yield work
                unit.session.commit()
            except BaseException:
                self._cache.clear()
                raise
            self._runs = unit.runs

    @contextmanager
    def _unit(self, initiator: str, *, may_write: bool) -> Iterator[tuple[Work, Unit]]:
        with self._in_turn(), sentences(self.path):
            engine = writing(self._engine) if may_write else self._engine
            session = Session(engine, autoflush=False, expire_on_commit=False)
            try:
                self._forget_what_others_changed(session)
                unit = Unit(
                    session,
                    self._cache,
                    self.author,
                    self._clock,
                    may_write,
                    initiator,
                    runs=dict(self._runs),
                    origin=self._origin,
                )
                yield Work(unit), unit
            finally:
                session.close()
                roll_back(self._engine)

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if self._owner == threading.get_ident():
            raise RuntimeError("a unit of work is already open in this thread; finish it first")
        with self._turn:
            if self._closed:
                raise RuntimeError("this workspace is closed")
            self._owner = threading.get_ident()
            try:
                yield
            finally:
                self._owner = None

    def _forget_what_others_changed(self, session: Session) -> None:
        version = opening.data_version(session.connection())
        if version != self._data_version:
            self._cache.clear()
            self._data_version = version

    def save_copy(self, target: Path) -> None:
        """Puts a complete copy of the workspace at ``target``, which is untouched if that fails.

        NameplateError where the disk is full, the folder cannot be written to, or ``target`` is open itself.
        """
        if not self.read_only:
            self._seal()
        with self._in_turn(), sentences(self.path):
            copies.save_copy(self._engine, self.path, target)

    def verify(self) -> list[str]:
        """Checks the whole file, mends what can be derived, and tells what it found; [] if all is well."""
        if self.read_only:
            with self._unit("", may_write=False) as (work, unit):
                return verify(work, unit.session, mend=False)
        with self._unit("", may_write=True) as (work, unit):
            self._cache.clear()  # what is kept may come from rows that are now mended
            findings = verify(work, unit.session, mend=True)
            self._cache.clear()
            unit.session.commit()
            return findings

    def renew_index(self) -> None:
        """Makes a small search index anew if another version of the program or thesaurus made it.

        A large one is left to ``renew_part``, so that opening a file never waits for it. Where the disk is
        full the old one stays: it finds less, and the next opening tries again.
        """
        with contextlib.suppress(NameplateError):
            with self.read() as work:
                if work.search.is_current or work.search.is_large:
                    return
            with self.write() as work:
                work.search.rebuild()
                self._cache.forget_counts()

    def renew_part(self) -> int:
        """Makes another part of an index anew that is not current; gives how many rows are left, at last 0.

        NameplateError as for ``write``.
        """
        with self.read() as work:
            if self.read_only or work.search.is_current:
                return 0
        with self.write() as work:
            left = work.search.renew()
            self._cache.forget_counts()
            return left

    def close(self) -> None:
        """Seals what is open, closes the file and lets go of its lock; a second time nothing happens."""
        if self._closed:
            return
        try:
            if not self.read_only:
                # An unsealed revision is safe as it is: sealing must not keep a full disk from being left.
                with contextlib.suppress(NameplateError):
                    self._seal()
        finally:
            with self._in_turn():
                self._closed = True
            try:
                self._engine.dispose()
            finally:
                if self._lock is not None:
                    self._lock.release()

    def _seal(self) -> None:
        with self.read() as work:
            if not work.revisions.any_open():
                return
        with self.write() as work:
            work.revisions.seal_all()

    def __enter__(self) -> Workspace:
        """The workspace itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes it."""
        self.close()


def open_workspace(
    path: Path, *, author: str = "", read_only: bool = False, clock: Clock = utc_now
) -> Workspace:
    """Opens a workspace file after checking it; an older one is backed up beside itself and upgraded first.

    NameplateError, with a sentence that says what to do, for a file that is missing, is no workspace, is
    damaged or cut short, holds what does not belong there, was made by a newer program, cannot be written to,
    or is open in another window. Opened with ``read_only`` it may be open elsewhere.
    """
    path = Path(path).absolute()
    with sentences(path):
        opening.check_header(path)
        lock = None if read_only else WindowLock(path.resolve())
        try:
            if lock is not None:
                opening.check_writable(path)
                lock.acquire()
            engine = opening.open_checked(path, read_only=read_only)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
    workspace = Workspace(path, engine, author=author, lock=lock, clock=clock)
    if not read_only:
        try:
            workspace.renew_index()
        except BaseException:
            workspace.close()
            raise
    return workspace


def create_workspace(
    path: Path, *, author: str = "", fill: Callable[[Work], object] | None = None, clock: Clock = utc_now
) -> Workspace:
    """Makes a new workspace file and opens it. It is built beside its place and appears there whole.

    ``fill`` writes what it shall hold from the start: if that fails, no file appears. NameplateError if
    something is there already, the folder is missing or cannot be written to, or the disk is full.
    """
    path = Path(path).absolute()
    opening.check_vacant(path)
    with WindowLock(path, is_new=True), sentences(path):
        opening.check_vacant(path)
        with beside(path) as building:
            opening.make_file(building)
            if fill is not None:
                _fill(building, fill, author, clock)
            opening.check_vacant(path)
    return open_workspace(path, author=author, clock=clock)


def _fill(path: Path, fill: Callable[[Work], object], author: str, clock: Clock) -> None:
    engine = opening.open_checked(path, read_only=False)
    lock = WindowLock(path)  # not taken: nobody else knows of this file yet
    with Workspace(path, engine, author=author, lock=lock, clock=clock) as new, new.write() as work:
        fill(work)
