"""Writing a line of texts through the years as a Word or PDF document, from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.meeting.jobs import author_of
from desktop.pack.file_dialogs import FORMATS, ask_where, last_folder
from desktop.pack.file_names import safe_name
from desktop.tasks import Progress, Tasks

if TYPE_CHECKING:
    from desktop.forerunners.years import Years


def ask_and_export(parent: QWidget, tasks: Tasks, years: Years, said: Callable[[str], object]) -> None:
    """Asks where to, writes beside the window, and says how it went."""
    name = safe_name(f"{years.read.reference} through the years", "Through the years")
    workspace = tasks.workspace
    folder = last_folder(workspace.path.parent if workspace else None)
    ask_where(
        parent,
        "Export the texts through the years",
        folder / name,
        "docx",
        FORMATS,
        lambda target: export(tasks, years, target, said),
    )


def export(tasks: Tasks, years: Years, target: Path, said: Callable[[str], object]) -> None:
    """Writes the texts there as the delegation's speaker's, and says how it went."""

    def write(author: str) -> None:
        from desktop.forerunners.years import write_years

        def job(progress: Progress) -> None:
            write_years(years, target, author=author, progress=progress)

        tasks.beside(job, lambda _: said(f"Exported {target.name}"), words=f"Writing {target.name}")

    tasks.read(author_of, write)
