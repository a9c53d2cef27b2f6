"""Importing documents from the window: read beside it, saved by the worker, told in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.documents import Document
from core.errors import NameplateError
from db.work import Work
from desktop.events import Events
from desktop.tasks import Progress, Tasks


def import_documents(tasks: Tasks, events: Events, files: Sequence[Path]) -> Progress:
    """Reads files and adds what they hold; a file that is refused does not keep out the others.

    What was done, and why what was refused, is said through ``events.said`` and ``tasks.failed``.
    """

    def reading(progress: Progress) -> tuple[list[Document], list[str]]:
        from importers import read_document

        documents, refused = [], []
        for nth, file in enumerate(files):
            progress(nth / len(files))
            try:
                documents.append(read_document(file).document)
            except NameplateError as error:
                refused.append(str(error))
        return documents, refused

    def read(outcome: tuple[list[Document], list[str]]) -> None:
        documents, refused = outcome
        for sentence in refused:
            tasks.failed.emit(sentence)
        if documents:
            tasks.write(lambda work: _add(work, documents), said=_told, initiator="import")

    return tasks.beside(reading, read)


def _add(work: Work, documents: Sequence[Document]) -> list[tuple[str, bool]]:
    return [(document.name or document.title, work.library.add(document)) for document in documents]


def _told(added: list[tuple[str, bool]]) -> str:
    new = [name for name, is_new in added if is_new]
    old = [name for name, is_new in added if not is_new]
    said = []
    if new:
        said.append(f"Imported {', '.join(new)}")
    if old:
        said.append(f"{', '.join(old)} {'was' if len(old) == 1 else 'were'} in the library already")
    return "; ".join(said)
