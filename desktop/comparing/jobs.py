"""Comparing two documents: which ones, what changed, and the comparison as a file. For window and verbs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.comparing.comparison import Comparison, Matched, compared
from core.comparing.partners import Partner, is_earlier, partners_of
from core.comparing.side_by_side import Facing, side_by_side
from core.comparing.tally import Tally, tally_of
from core.documents import LANGUAGES, DocumentHead, LibraryParagraph, Paragraph
from core.errors import NameplateError
from db.index.stems import stem

if TYPE_CHECKING:
    from db.work import Work

Report = Callable[[float], None]
_ALIGNED = 0.6
"""How much of the work is done once the paragraphs are aligned."""


@dataclass(frozen=True, slots=True)
class Both:
    """Two documents with all their rows, the one to be read as the older first."""

    old: DocumentHead
    old_rows: tuple[Paragraph, ...]
    new: DocumentHead
    new_rows: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison ready to be read: its rows as they stand opposite each other, and what it comes to."""

    comparison: Comparison
    rows: tuple[Facing, ...]
    tally: Tally

    def sides(self, nth: int) -> tuple[LibraryParagraph | None, LibraryParagraph | None]:
        """The paragraphs of a row: of the newer document and of the older one."""
        if not 0 <= nth < len(self.rows):
            return None, None
        row = self.rows[nth]
        newer = LibraryParagraph(self.comparison.new, row.new) if row.new is not None else None
        older = LibraryParagraph(self.comparison.old, row.old) if row.old is not None else None
        return newer, older


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a document can be compared with: the likely partners with their reasons, then all the others."""

    document: DocumentHead
    likely: tuple[Partner, ...]
    others: tuple[DocumentHead, ...]


def both(work: Work, old: DocumentHead, new: DocumentHead) -> Both:
    """Two documents of the library with their rows.

    NameplateError if they are the same one or of different languages.
    """
    check_pair(old, new)
    return Both(old, tuple(work.library.rows(old.id)), new, tuple(work.library.rows(new.id)))


def check_pair(old: DocumentHead, new: DocumentHead) -> None:
    """NameplateError with a sentence if two documents cannot be compared."""
    if old.id == new.id:
        raise NameplateError(f"These two are the same document, {old.name}; choose two different ones.")
    if old.language != new.language:
        one, other = (LANGUAGES.get(each.language, each.language) for each in (old, new))
        raise NameplateError(
            f"{old.name} is in {one} and {new.name} in {other}; compare two texts of one language."
        )


def compare_both(found: Both, progress: Report = lambda share: None) -> Compared:
    """Compares two documents, which needs no workspace; ``progress`` is told the share, may raise to stop."""
    progress(0.0)
    comparison = compared(found.old, found.old_rows, found.new, found.new_rows, stem)
    progress(_ALIGNED)
    rows = side_by_side(comparison, lambda share: progress(_ALIGNED + (1 - _ALIGNED) * share))
    return Compared(comparison, rows, tally_of(rows))


def candidates(work: Work, document: DocumentHead) -> Candidates:
    """What a document can be compared with: only texts of its language, and never itself."""
    heads = work.library.documents()
    likely = partners_of(document, heads)
    known = {partner.document.id for partner in likely} | {document.id}
    others = [head for head in heads if head.language == document.language and head.id not in known]
    return Candidates(document, likely, tuple(others))


def in_order(one: DocumentHead, other: DocumentHead) -> tuple[DocumentHead, DocumentHead]:
    """Two documents, the older one first."""
    return (one, other) if is_earlier(one, other) else (other, one)


def write_comparison(
    comparison: Comparison,
    target: Path,
    *,
    author: str,
    on: dt.datetime,
    progress: Report = lambda share: None,
) -> Path:
    """Writes a comparison with its changes tracked, as an author's at a time, and says where it is.

    ``progress`` may raise to stop: what stood at the target then stays. NameplateError if it is refused.
    """
    from exporters.redline_blocks import export_redline

    export_redline(comparison, target, author=author, on=on, progress=progress)
    return target


def compared_row(comparison: Comparison, row: Matched) -> dict[str, Any]:
    """One row of a comparison as plain data; ``a`` and ``b`` are references, null where there is none."""
    return {
        "a": comparison.old.reference(row.a) if row.a is not None else None,
        "b": comparison.new.reference(row.b) if row.b is not None else None,
        "change": row.fate,
        "moved": row.moved,
        "cut": row.cut,
    }
