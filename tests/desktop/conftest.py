"""Workspaces with the reference library, and the command line run within the test."""

import io
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from db.work import Work
from db.workspace import Workspace, open_workspace
from desktop.cli import main
from desktop.meeting.jobs import new_workspace


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace as "new" makes it for Ghana; tests copy it and leave it as it is."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    new_workspace(path, state="Ghana").close()
    return path


@pytest.fixture
def w(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh workspace, W.db, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(template, tmp_path / "W.db"))


@pytest.fixture
def workspace(w: Path) -> Iterator[Workspace]:
    """The fresh workspace, open for writing."""
    with open_workspace(w) as opened:
        yield opened


@pytest.fixture
def work(workspace: Workspace) -> Iterator[Work]:
    """A unit of work on the fresh workspace."""
    with workspace.write() as opened:
        yield opened


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, which must be JSON alone, of a command that was carried out."""
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one sentence of a refusal: nothing on standard output, no traceback."""
        assert self.code == 1, (self.code, self.out, self.err)
        assert self.out == ""
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        assert "inside Nameplate" not in self.err
        return self.err.strip()


Run = Callable[..., Outcome]


@pytest.fixture
def nameplate(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command of the command line in this process."""

    def run(*arguments: object, stdin: str | bytes = "") -> Outcome:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsysbinary.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ending:
            code = ending.code if isinstance(ending.code, int) else 1
        said = capsysbinary.readouterr()
        return Outcome(code, said.out.decode(), said.err.decode())

    return run
