"""Importing documents: which files are meant, which documents go in unseen, and what is said of it.

The jobs of the window's import pages; nothing here knows Qt. Files are read in processes of their own
(``importers.reading``), and what is saved is saved by the worker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from core.agenda import short_meeting
from core.documents import DocumentHead
from core.errors import NameplateError
from desktop.library.known import counted, is_agenda, look_up, reasons_to_look

if TYPE_CHECKING:
    from core.agenda import Meeting
    from db.work import Work
    from importers.imported import ImportedDocument
    from importers.reading import ReadFile

SUFFIXES = (".pdf", ".docx", ".html", ".htm", ".md", ".markdown", ".txt")
"""What the names of documents end with, by which those of a folder are found."""
MOST_FILES = 5_000


class Fate(StrEnum):
    """What became of a file of a batch."""

    LOOK = "look"
    REFUSED = "refused"
    IMPORTED = "imported"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file of a batch, without its text: the head of its document, and why."""

    path: Path
    fate: Fate
    document: DocumentHead | None = None
    reasons: tuple[str, ...] = ()
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved of a document that had been looked at.

    ``meeting`` is the one of its agenda, if that was wished for, with so many ``items``; ``had_meeting`` says
    that the workspace had it before.
    """

    document: DocumentHead
    is_new: bool
    counted: str
    meeting: Meeting | None = None
    items: int = 0
    had_meeting: bool = False

    @property
    def sentence(self) -> str:
        """What is said of it."""
        if not self.is_new:
            return f"{self.document.name} was in the library already"
        said = f"Imported {self.document.name}: {self.counted}"
        if self.meeting is None:
            return said
        name = short_meeting(self.meeting.name)
        if self.had_meeting:
            return f"{said}. The meeting “{name}” was here already"
        return f"{said}. Made the meeting “{name}” with its agenda, under Prepare"


def files_in(paths: Iterable[Path], progress: Callable[[float], object] = lambda _: None) -> list[Path]:
    """The files that are meant by what was chosen or dropped: files themselves, and documents in folders.

    ``progress`` is called now and then and may raise to stop the search. NameplateError if there are none,
    or more than could be meant.
    """
    chosen = list(paths)
    files: dict[Path, None] = {}
    for path in chosen:
        for file in _below(path, progress) if path.is_dir() else (path,):
            files[file] = None
            if len(files) > MOST_FILES:
                raise NameplateError(
                    f"There are more than {MOST_FILES} documents in “{chosen[0].name}”: "
                    "choose a smaller folder."
                )
    if not files:
        name = f"“{chosen[0].name}”" if chosen else "What was dropped"
        raise NameplateError(
            f"{name} holds no documents: choose PDF, Word, HTML, Markdown or text files, or a folder of them."
        )
    return list(files)


def _below(folder: Path, progress: Callable[[float], object]) -> Iterator[Path]:
    """The documents in a folder and the folders in it, by name, without hidden files and Word's locks."""
    found = []
    for path in folder.rglob("*"):
        progress(0.0)
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not hidden and path.is_file():
            found.append(path)
            if len(found) > MOST_FILES:
                break
    return iter(sorted(found))


def take_in(work: Work, read: ReadFile) -> Outcome:
    """Adds a document of a batch to the library if nothing about it wants a look."""
    if read.imported is None:
        return Outcome(read.path, Fate.REFUSED, reasons=(read.refusal,))
    document = read.imported.document
    known = look_up(work, document)
    head, words = head_of(document), counted(document)
    if known.same is not None:
        return Outcome(read.path, Fate.KNOWN, known.same, counted=words)
    reasons = reasons_to_look(read.imported, known)
    if reasons:
        return Outcome(read.path, Fate.LOOK, head, reasons, words)
    work.library.add(document)
    said = (f"Revision of {known.revised.symbol}",) if known.revised is not None else ()
    return Outcome(read.path, Fate.IMPORTED, head, said, words)


def save_document(work: Work, imported: ImportedDocument, *, make_meeting: bool) -> Saved:
    """Adds a document that was looked at to the library, and makes the meeting of its agenda if wished."""
    from desktop.meeting.jobs import meeting_from_agenda

    document = imported.document
    is_new = work.library.add(document)
    head = head_of(document)
    if not make_meeting or not is_agenda(document):
        return Saved(head, is_new, counted(document))
    before = {each.id for each in work.meetings.meetings()}
    meeting = meeting_from_agenda(work, document)
    if meeting is None:
        return Saved(head, is_new, counted(document))
    items = len(work.meetings.items(meeting.id))
    return Saved(head, is_new, counted(document), meeting, items, meeting.id in before)


def head_of(document: DocumentHead) -> DocumentHead:
    """The head alone, so that a list of what was imported holds no texts."""
    fields = {name: getattr(document, name) for name in DocumentHead.__dataclass_fields__}
    return DocumentHead(**fields)


def tally(outcomes: Sequence[Outcome], total: int) -> str:
    """A batch in one line: "Imported 96 of 100 · 3 want a look · 1 refused"."""
    counts = {fate: sum(each.fate is fate for each in outcomes) for fate in Fate}
    said = [f"Imported {counts[Fate.IMPORTED]} of {total}"]
    if counts[Fate.KNOWN]:
        said.append(f"{counts[Fate.KNOWN]} in the library already")
    if counts[Fate.LOOK]:
        said.append(f"{counts[Fate.LOOK]} want{'s' if counts[Fate.LOOK] == 1 else ''} a look")
    if counts[Fate.REFUSED]:
        said.append(f"{counts[Fate.REFUSED]} refused")
    return " · ".join(said)


def looked_at(outcome: Outcome, saved: Saved) -> Outcome:
    """A file of a batch after it was looked at and imported."""
    return replace(outcome, fate=Fate.IMPORTED, document=saved.document, reasons=(), counted=saved.counted)
