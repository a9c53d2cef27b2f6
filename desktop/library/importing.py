"""Importing documents from the window: read beside it, saved by the worker, told in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.library.jobs import ImportResult, ReadFile, add_to_library, read_files
from desktop.tasks import Progress, Tasks


def import_documents(tasks: Tasks, files: Sequence[Path]) -> Progress:
    """Reads files and adds what they hold; a file that is refused does not keep out the others.

    What was done is said through the events, and why something was refused through ``tasks.failed``.
    """

    def reading(progress: Progress) -> list[ReadFile]:
        read = []
        for nth, file in enumerate(read_files(files), 1):
            read.append(file)
            progress(nth / len(files))
        return read

    def save(read: list[ReadFile]) -> None:
        tasks.write(lambda work: add_to_library(work, read), refuse, said=_told, initiator="import")

    def refuse(results: list[ImportResult]) -> None:
        refusals = [result.refusal for result in results if result.refusal]
        if refusals:
            tasks.failed.emit("\n".join(refusals))

    what = files[0].name if len(files) == 1 else f"{len(files)} documents"
    return tasks.beside(reading, save, words=f"Reading {what}")


def _told(results: list[ImportResult]) -> str:
    new = [result.document.name for result in results if result.document and result.is_new]
    old = [result.document.name for result in results if result.document and not result.is_new]
    said = []
    if new:
        said.append(f"Imported {', '.join(new)}")
    if old:
        said.append(f"{', '.join(old)} {'was' if len(old) == 1 else 'were'} in the library already")
    return "; ".join(said)
