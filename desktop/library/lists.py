"""A list of paragraphs as a file: what a search found, or what the filters leave of a document.

What the window and the command line both call; nothing here knows either.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.citations import citation_forms
from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.meaning.topics import TOPICS
from desktop.meeting.jobs import author_of
from desktop.searching.jobs import Described, Narrowing, described

if TYPE_CHECKING:
    from db.work import Work

CSV = "csv"
_COLUMNS = (
    "Reference",
    "Document",
    "Date",
    "Section",
    "Standing",
    "Kind",
    "Track",
    "Strength",
    "Verb",
    "Qualifiers",
    "Addressed to",
    "Topics",
    "Chapeau",
    "Text",
    "Citation",
    "Caveat",
)


@dataclass(frozen=True, slots=True)
class ListOfParagraphs:
    """Paragraphs with what is told of each, under a title; ``about`` says what they were narrowed to."""

    title: str
    about: str
    told: tuple[Described, ...]
    author: str


def gather_list(
    work: Work, paragraphs: Iterable[LibraryParagraph], *, title: str, about: str = ""
) -> ListOfParagraphs:
    """What a list of these paragraphs tells, as the delegation's speaker's."""
    return ListOfParagraphs(title, about, tuple(described(work, paragraphs)), author_of(work))


def title_of(words: str) -> str:
    """What a list is called that was found by these words, or without any."""
    return f"Agreed language: {words}" if words else "Agreed language"


def told_of(narrowing: Narrowing) -> str:
    """What a list is narrowed to, as it stands beneath its title; empty if to nothing."""
    named = (
        ("Document", narrowing.document),
        ("Track", narrowing.track and narrowing.track.short_title),
        ("Standing", narrowing.standing and narrowing.standing.phrase),
        ("Kind", narrowing.kind),
        ("Topic", narrowing.topic and TOPICS[narrowing.topic].label),
        ("Strength", narrowing.strength),
        ("Addressed to", narrowing.addressee),
    )
    return " · ".join(f"{name}: {value}" for name, value in named if value)


def write_list(
    gathered: ListOfParagraphs, target: Path, progress: Callable[[float], None] | None = None
) -> None:
    """Writes a list as a Word or PDF document or as a CSV table, by the file's ending.

    NameplateError for another ending, and if it cannot be written.
    """
    if target.suffix.lower() == f".{CSV}":
        from exporters.csv_writer import csv_bytes
        from exporters.writing import write_safely

        write_safely(target, csv_bytes(table_of(gathered.told)))
        return
    if target.suffix.lower() not in (".docx", ".pdf"):
        raise NameplateError(
            f"“{target.name}” must end in .docx (Word), .pdf or .csv (a table), which says what to write."
        )
    from exporters.export import export_list

    paragraphs = [each.located for each in gathered.told]
    today = dt.datetime.now(dt.UTC).date()
    export_list(
        gathered.title,
        gathered.about,
        paragraphs,
        target,
        author=gathered.author,
        on=today,
        progress=progress,
    )


def table_of(told: Sequence[Described]) -> Iterator[tuple[str, ...]]:
    """The names of the columns, then a row for each paragraph."""
    yield _COLUMNS
    for each in told:
        located, paragraph, document = each.located, each.located.paragraph, each.located.document
        forms = citation_forms(located) if paragraph.label else None
        yield (
            located.reference,
            document.symbol or document.name,
            document.date.isoformat() if document.date else "",
            " › ".join(paragraph.section),
            paragraph.standing.phrase,
            str(paragraph.kind),
            paragraph.track.short_title if paragraph.track else "",
            str(each.strength or ""),
            each.verb,
            "; ".join(each.qualifiers),
            "; ".join(each.addressees),
            "; ".join(topic.label for topic in each.topics),
            paragraph.chapeau,
            paragraph.text,
            forms.written if forms else "",
            forms.caveat if forms else "",
        )
