"""Saving a copy."""

from pathlib import Path

import pytest

from core.errors import NameplateError
from db.workspace import Workspace, open_workspace
from desktop.meeting.jobs import edit_delegation
from desktop.sharing.jobs import save_copy


def test_a_copy_is_a_workspace_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    target = save_copy(workspace, tmp_path / "copy.db")
    with workspace.write() as work:
        edit_delegation(work, state="Togo")
    with open_workspace(target) as copy, copy.read() as work:
        assert work.meetings.delegation().state == "Ghana"


def test_a_file_is_replaced_only_if_that_is_meant(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"mine")
    with pytest.raises(NameplateError, match="already"):
        save_copy(workspace, target)
    assert target.read_bytes() == b"mine"
    save_copy(workspace, target, replace=True)
    open_workspace(target, read_only=True).close()


def test_a_workspace_is_not_copied_onto_itself(workspace: Workspace) -> None:
    for replace in (True, False):
        with pytest.raises(NameplateError, match="itself"):
            save_copy(workspace, workspace.path, replace=replace)
