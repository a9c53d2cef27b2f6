"""Two documents as one manuscript in which changes are marked: deletions struck, insertions underlined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from core.briefing_pack import Paper
from core.comparing import Comparison
from core.errors import NameplateError
from core.redlines import Passage, merged
from core.wording_changes import Edit, Piece
from exporters.blocks import Inline, Manuscript, Note, Paragraph, Role, Run, Tone
from exporters.characters import tidied
from exporters.writing import write_safely

_HEADINGS = {1: Role.HEADING_1, 2: Role.HEADING_2}
_TONES = {Edit.SAME: Tone.INK, Edit.INSERTED: Tone.INSERTED, Edit.DELETED: Tone.DELETED}
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA", "zh": "zh-CN"}


def export_redline(comparison: Comparison, target: Path, *, author: str, on: dt.datetime) -> None:
    """Writes a comparison: to Word with changes to accept or reject, to PDF with the changes marked.

    NameplateError for another ending, for a character that the format cannot carry, and for a place that
    cannot be written to.
    """
    match target.suffix.lower():
        case ".docx":
            from exporters.redline_writer import redline_bytes  # late: it loads all that Word needs

            content = redline_bytes(comparison, author=author, on=on)
        case ".pdf":
            from exporters.pdf_writer import pdf_bytes  # late: fonts and reportlab take time to load

            content = pdf_bytes(redline_manuscript(comparison, author=author, on=on))
        case _:
            raise NameplateError(
                f"“{target.name}” must end in .docx (Word, to accept or reject the changes) or .pdf."
            )
    write_safely(target, content)


def redline_manuscript(comparison: Comparison, *, author: str, on: dt.datetime) -> Manuscript:
    """The merged text of two documents as blocks; the line above it names what is compared."""
    old, new = comparison.old, comparison.new
    title = f"Changes from {old.name} to {new.name}"
    numbers = count(1)
    language = new.language if new.language != "en" else ""
    blocks = [Paragraph(Role.ANNEX_SOURCE, (Run(title),), "the title")]
    blocks += [_block(each, numbers, language) for each in merged(comparison)]
    return Manuscript(
        title=title,
        subject=new.title,
        author=author,
        made_on=on.date(),
        paper=Paper.A4,
        head=title,
        marking="",
        blocks=tuple(blocks),
        language=_LANGUAGES.get(new.language, new.language),
        plain_first_page=False,
    )


def role_of(passage: Passage) -> Role:
    """A heading's role by its level; all else is text."""
    if passage.level:
        return _HEADINGS.get(passage.level, Role.HEADING_3)
    return Role.ANNEX_TEXT


def _block(passage: Passage, numbers: Iterator[int], language: str) -> Paragraph:
    notes = [Note(next(numbers), tuple(_runs([note]))) for note in passage.notes]
    same = all(piece.edit is Edit.SAME for piece in passage.number)
    marker = "".join(piece.text for piece in passage.number) if same else ""
    changed = [] if same else [*_runs(passage.number), Run(" ")]
    inlines: tuple[Inline, ...] = (*changed, *_runs(passage.words), *notes)
    return Paragraph(role_of(passage), inlines, passage.place, marker=marker, language=language)


def _runs(pieces: Iterable[Piece]) -> Iterator[Run]:
    for piece in pieces:
        yield Run(tidied(piece.text).replace("\n", " "), tone=_TONES[piece.edit])
