"""The entry points: a pack or a statement to a file, by the file's ending, or to bytes for the preview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from core.briefing_pack import BriefingPack, StatementSheet
from core.documents import LibraryParagraph
from core.errors import NameplateError
from exporters.blocks import Manuscript
from exporters.list_blocks import list_manuscript
from exporters.pack_blocks import pack_manuscript
from exporters.statement_blocks import sheet_manuscript
from exporters.writing import write_safely
from exporters.years_blocks import Dated, years_manuscript

Progress = Callable[[float], None]


def export_pack(pack: BriefingPack, target: Path, progress: Progress | None = None) -> None:
    """Writes a pack to ``target``, Word or PDF by its ending, telling ``progress`` from 0 to 1.

    NameplateError for another ending, for what cannot be written and for a place that cannot be written
    to; the file that was there before is then untouched. An exception from ``progress`` cancels.
    """
    write = _writer(target)
    _export(pack_manuscript(pack), write, target, progress)


def export_statement(sheet: StatementSheet, target: Path, progress: Progress | None = None) -> None:
    """Writes a statement alone to ``target``; otherwise as ``export_pack``."""
    write = _writer(target)
    _export(sheet_manuscript(sheet), write, target, progress)


def export_years(
    read: LibraryParagraph,
    texts: Sequence[Dated],
    target: Path,
    *,
    author: str,
    on: dt.date,
    progress: Progress | None = None,
) -> None:
    """Writes a line of texts through the years to ``target``; otherwise as ``export_pack``."""
    write = _writer(target)
    _export(years_manuscript(read, texts, author=author, on=on), write, target, progress)


def export_list(
    title: str,
    about: str,
    paragraphs: Sequence[LibraryParagraph],
    target: Path,
    *,
    author: str,
    on: dt.date,
    progress: Progress | None = None,
) -> None:
    """Writes a list of paragraphs (``list_manuscript``) to ``target``; otherwise as ``export_pack``."""
    write = _writer(target)
    _export(list_manuscript(title, about, paragraphs, author=author, on=on), write, target, progress)


def pack_pdf_bytes(pack: BriefingPack, progress: Progress | None = None) -> bytes:
    """The pack's PDF for the preview; NameplateError for characters it cannot show."""
    return _pdf(pack_manuscript(pack), progress or _silent)


def statement_pdf_bytes(sheet: StatementSheet, progress: Progress | None = None) -> bytes:
    """A statement's PDF for the preview; NameplateError for characters it cannot show."""
    return _pdf(sheet_manuscript(sheet), progress or _silent)


_Writer = Callable[[Manuscript, Progress], bytes]


def _export(manuscript: Manuscript, write: _Writer, target: Path, progress: Progress | None) -> None:
    told = progress or _silent
    told(0.0)
    content = write(manuscript, lambda done: told(0.95 * done))
    write_safely(target, content)
    told(1.0)


def _writer(target: Path) -> _Writer:
    match target.suffix.lower():
        case ".docx":
            return _docx
        case ".pdf":
            return _pdf
        case _:
            raise NameplateError(
                f"“{target.name}” must end in .docx (Word) or .pdf, which says what to write."
            )


def _docx(manuscript: Manuscript, progress: Progress) -> bytes:
    from exporters.docx_writer import docx_bytes  # late: Word is not needed to show a preview

    return docx_bytes(manuscript, progress)


def _pdf(manuscript: Manuscript, progress: Progress) -> bytes:
    from exporters.pdf_writer import pdf_bytes  # late: fonts and reportlab take time to load

    return pdf_bytes(manuscript, progress)


def _silent(done: float) -> None:
    """Tells nobody."""
