"""Opening the workspace that a verb works on, for as long as the verb takes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import NameplateError
from desktop.meeting.jobs import author_of

if TYPE_CHECKING:
    from db.work import Work
    from db.workspace import Workspace

INITIATOR = "command line"


@contextmanager
def reading(args: argparse.Namespace) -> Iterator[Work]:
    """The workspace to read from; it may be open in a window at the same time."""
    from db.workspace import open_workspace

    with open_workspace(args.workspace, read_only=True) as workspace, workspace.read() as work:
        yield work


@contextmanager
def writing(args: argparse.Namespace) -> Iterator[Work]:
    """The workspace to write to, in one transaction: all that a verb does happens, or nothing."""
    with writing_in_steps(args) as workspace, workspace.write(INITIATOR) as work:
        yield work


@contextmanager
def writing_in_steps(args: argparse.Namespace) -> Iterator[Workspace]:
    """The workspace for a verb that writes in several transactions, each of which stands by itself."""
    from db.workspace import open_workspace

    with open_workspace(args.workspace, author=args.author) as workspace:
        if not workspace.author:
            with workspace.read() as work:
                workspace.author = author_of(work)
        yield workspace


def best_opened(path: Path) -> Workspace:
    """The workspace for writing, or where that cannot be had for reading, as while a window has it open."""
    from db.workspace import open_workspace

    try:
        return open_workspace(path)
    except NameplateError:
        return open_workspace(path, read_only=True)
