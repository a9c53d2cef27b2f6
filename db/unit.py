"""What the repositories of one unit of work share."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from core.revisions import Run
from db.reference.cache import ReferenceCache

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """The moment it is, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(slots=True)
class Unit:
    """One transaction: its session, who writes, what time it is, and whether the library grew.

    ``runs`` are the runs of autosaves that may still go on, by their newest revision; ``origin`` tells this
    open workspace from any other.
    """

    session: Session
    cache: ReferenceCache
    author: str
    clock: Clock
    may_write: bool
    initiator: str = ""
    library_changed: bool = False
    runs: dict[uuid.UUID, Run] = field(default_factory=dict)
    origin: uuid.UUID | None = None

    def must_write(self) -> None:
        """RuntimeError in a unit of work that was opened for reading only: a fault of the caller."""
        if not self.may_write:
            raise RuntimeError("this unit of work is for reading; open one with Workspace.write()")
