"""A paragraph through the years: the line of texts it stands in, and all others that carry its language."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.comparing.nearness import nearness
from core.comparing.wording_changes import Change
from core.documents import LANGUAGES, LibraryParagraph
from desktop.forerunners.jobs import (
    Link,
    Related,
    chain_of,
    change_between,
    forerunners_of,
    successors_of,
)
from desktop.forerunners.kept import KeptCollections

if TYPE_CHECKING:
    from db.work import Work


@dataclass(frozen=True, slots=True)
class YearText:
    """A text in the line: what became of the one before it (``step``), and how it and the text read differ.

    ``step`` is None for the first one, ``change`` for the text that is read; it leads from the earlier of the
    two to the later one.
    """

    located: LibraryParagraph
    step: Change | None
    change: Change | None


@dataclass(frozen=True, slots=True)
class Years:
    """What there is to tell of a paragraph through the years, the line in the order of the dates.

    ``others`` are the forerunners and successors that stand beside the line. ``none`` says in a sentence that
    no earlier text carries the language, or why nothing can be said; it is empty where one does.
    """

    read: LibraryParagraph
    line: tuple[YearText, ...] = ()
    others: tuple[Related, ...] = ()
    none: str = ""

    @property
    def place(self) -> int:
        """Where in the line the text that is read stands."""
        ids = [each.located.paragraph.id for each in self.line]
        return ids.index(self.read.paragraph.id) if self.read.paragraph.id in ids else 0


def through_the_years(
    work: Work, paragraph_id: uuid.UUID, *, kept: KeptCollections | None = None
) -> Years | None:
    """A paragraph through the years; None if it is not in the library any more or has no number."""
    kept = kept or KeptCollections()
    located = work.library.paragraph(paragraph_id)
    if located is None or not located.paragraph.may_have_forerunners:
        return None
    if located.document.date is None:
        return Years(
            located,
            none=f"{located.document.name} bears no date, so nothing is known to be earlier or later; "
            "compare it with another document instead.",
        )
    earlier = forerunners_of(work, paragraph_id, kept=kept)
    later = successors_of(work, paragraph_id, kept=kept)
    line = tuple(_text(link, located) for link in chain_of(work, paragraph_id, kept=kept))
    on_line = {text.located.paragraph.id for text in line}
    others = tuple(each for each in (*earlier, *later) if each.located.paragraph.id not in on_line)
    return Years(located, line, others, "" if earlier else _none(work, located))


def years_rows(years: Years) -> list[dict[str, Any]]:
    """The line as plain data, the earliest text first; ``change`` says what became of the one before it."""
    return [
        {
            "ref": text.located.reference,
            "document": text.located.document.name,
            "date": text.located.document.date.isoformat() if text.located.document.date else None,
            "change": text.step.summary if text.step else None,
            "likeness": str(nearness(text.step)) if text.step else None,
            "text": text.located.paragraph.text,
        }
        for text in years.line
    ]


def write_years(
    years: Years, target: Path, *, author: str, progress: Callable[[float], None] | None = None
) -> None:
    """Writes the line to a Word or PDF document, by its ending; NameplateError if it cannot be written."""
    from exporters.export import export_years

    texts = [(text.located, text.step) for text in years.line]
    export_years(
        years.read, texts, target, author=author, on=dt.datetime.now(dt.UTC).date(), progress=progress
    )


def _text(link: Link, read: LibraryParagraph) -> YearText:
    located = link.located
    if located.paragraph.id == read.paragraph.id:
        return YearText(located, link.change, None)
    earlier = _date(located) < _date(read)
    change = change_between(located, read) if earlier else change_between(read, located)
    return YearText(located, link.change, change)


def _date(located: LibraryParagraph) -> str:
    return located.document.date.isoformat() if located.document.date else ""


def _none(work: Work, located: LibraryParagraph) -> str:
    """None is said where there is none; and where there was nothing to compare with, that."""
    own = located.document
    language = LANGUAGES.get(own.language, own.language)
    earlier = any(
        each.date is not None and own.date is not None and each.date < own.date
        for each in work.library.documents()
        if each.language == own.language
    )
    if not earlier:
        return f"This library has no earlier document in {language} to look in."
    return "No earlier text carries this language."
