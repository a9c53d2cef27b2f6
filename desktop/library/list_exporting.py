"""Writing what the library shows as a list in a file, from the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from core.documents import LibraryParagraph
from desktop.library.lists import CSV, ListOfParagraphs, gather_list, title_of, told_of, write_list
from desktop.pack.file_dialogs import FORMATS, ask_where, last_folder
from desktop.pack.file_names import safe_name
from desktop.searching.jobs import Narrowing
from desktop.tasks import Progress, Tasks

_FORMATS = {**FORMATS, CSV: "Table for spreadsheets (*.csv)"}


def ask_and_export(
    parent: QWidget,
    tasks: Tasks,
    paragraphs: Sequence[LibraryParagraph],
    words: str,
    narrowing: Narrowing,
    said: Callable[[str], object],
) -> None:
    """Asks where to, writes beside the window, and says how it went.

    ``words`` are what was looked for, ``narrowing`` says where; both stand above the list.
    """
    workspace = tasks.workspace
    folder = last_folder(workspace.path.parent if workspace else None)
    title, about = title_of(words), told_of(narrowing)
    ask_where(
        parent,
        f"Export {len(paragraphs)} paragraph{'' if len(paragraphs) == 1 else 's'}",
        folder / safe_name(title.replace(":", " –"), "Agreed language"),
        "docx",
        _FORMATS,
        lambda target: export(tasks, paragraphs, title, about, target, said),
    )


def export(
    tasks: Tasks,
    paragraphs: Sequence[LibraryParagraph],
    title: str,
    about: str,
    target: Path,
    said: Callable[[str], object],
) -> None:
    """Writes the paragraphs there, and says how it went."""

    def write(gathered: ListOfParagraphs) -> None:
        def job(progress: Progress) -> None:
            write_list(gathered, target, progress)

        tasks.beside(job, lambda _: said(f"Exported {target.name}"), words=f"Writing {target.name}")

    tasks.read(lambda work: gather_list(work, paragraphs, title=title, about=about), write)
