"""What of a document is shown: its rows as the filters leave them, and with what a table tells of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.documents import DocumentHead, Kind, LibraryParagraph, Standing
from desktop.library.versions import rows_beside
from desktop.searching.jobs import Described, Narrowing, described
from desktop.widgets.paragraph_model import Row

if TYPE_CHECKING:
    from db.work import Work


def document_rows(
    work: Work, document: DocumentHead, wanted: Narrowing, other: DocumentHead | None = None
) -> list[Row]:
    """The rows of a document that are wanted, beside those of another language if one is given."""
    rows = (
        rows_beside(work, document, other)
        if other is not None
        else [Row(LibraryParagraph(document, paragraph)) for paragraph in work.library.rows(document.id)]
    )
    return narrowed(work, rows, wanted)


def narrowed(work: Work, rows: Sequence[Row], wanted: Narrowing) -> list[Row]:
    """Those of these rows that are wanted; all of them, with their headings, where nothing is left out."""
    if wanted == Narrowing():
        return list(rows)
    kept = [row for row in rows if row.located is not None and _fits(row.located, wanted)]
    if not wanted.about:
        return kept
    told = described(work, [row.located for row in kept if row.located is not None])
    return [row for row, each in zip(kept, told, strict=True) if each.fits(wanted)]


def lines_of(work: Work, rows: Sequence[Row]) -> list[tuple[Row, Described]]:
    """The numbered paragraphs among these rows, each with what a table tells of it."""
    numbered = [row for row in rows if row.located is not None and row.located.paragraph.label]
    told = described(work, [row.located for row in numbered if row.located is not None])
    return list(zip(numbered, told, strict=True))


def _fits(located: LibraryParagraph, wanted: Narrowing) -> bool:
    paragraph = located.paragraph
    standing = paragraph.standing
    if standing is Standing.UNKNOWN:
        standing = located.document.standing
    return (
        wanted.track in (None, paragraph.track)
        and wanted.standing in (None, standing)
        and wanted.kind in (None, paragraph.kind)
        and paragraph.kind is not Kind.HEADING
    )
