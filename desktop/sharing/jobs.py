"""Giving a workspace away; what the window and the command line both call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import NameplateError

if TYPE_CHECKING:
    from db.workspace import Workspace


def save_copy(workspace: Workspace, target: Path, *, replace: bool = False) -> Path:
    """Saves a complete copy of the workspace, private notes and all, and returns where it is.

    NameplateError, and whatever stood there untouched, if the place cannot be written to, or if there is a
    file already and it is not to be replaced.
    """
    if target.exists() and target.is_file() and not replace and not target.samefile(workspace.path):
        raise NameplateError(f"There is already a file “{target}”; choose another name for the copy.")
    workspace.save_copy(target)
    return target
