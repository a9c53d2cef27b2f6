"""A real workspace in a temporary folder, closed when the test ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.workspace import Workspace, create_workspace
from tests.db.samples import Clock, bms8, revcon3


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "W.db", author="Ana", clock=clock) as workspace:
        yield workspace


@pytest.fixture
def stocked(workspace: Workspace) -> Workspace:
    """The workspace with both sample documents in it."""
    with workspace.write() as work:
        work.library.add(bms8())
        work.library.add(revcon3())
    return workspace
