"""Two documents as one manuscript in which changes are marked: deletions struck, insertions underlined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from core.briefing_pack import Paper
from core.comparing.comparison import Comparison
from core.comparing.redlines import Passage, merged
from core.comparing.side_by_side import side_by_side
from core.comparing.tally import tally_of
from core.comparing.wording_changes import Edit, Piece
from core.errors import NameplateError
from core.language.scripts import right_to_left
from exporters.blocks import Inline, Manuscript, Note, Paragraph, Role, Run, Tone
from exporters.characters import tidied
from exporters.writing import write_safely

_HEADINGS = {1: Role.HEADING_1, 2: Role.HEADING_2}
_TONES = {Edit.SAME: Tone.INK, Edit.INSERTED: Tone.INSERTED, Edit.DELETED: Tone.DELETED}
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA", "zh": "zh-CN"}


def export_redline(
    comparison: Comparison,
    target: Path,
    *,
    author: str,
    on: dt.datetime,
    progress: Callable[[float], None] = lambda share: None,
) -> None:
    """Writes a comparison: to Word with changes to accept or reject, to PDF with the changes marked.

    ``progress`` is told the share done and may raise to stop; then nothing is written. NameplateError for
    another ending, for a character that the format cannot carry, and for a place that cannot be written to.
    """
    match target.suffix.lower():
        case ".docx":
            from exporters.redline_writer import redline_bytes  # late: it loads all that Word needs

            content = redline_bytes(comparison, author=author, on=on)
        case ".pdf":
            from exporters.pdf_writer import pdf_bytes  # late: fonts and reportlab take time to load

            manuscript = redline_manuscript(comparison, author=author, on=on)
            content = pdf_bytes(explained(manuscript, comparison), progress)
        case _:
            raise NameplateError(
                f"“{target.name}” must end in .docx (Word, to accept or reject the changes) or .pdf."
            )
    progress(1.0)
    write_safely(target, content)


def redline_manuscript(comparison: Comparison, *, author: str, on: dt.datetime) -> Manuscript:
    """The merged text of two documents as blocks, nothing but their words."""
    old, new = comparison.old, comparison.new
    title = f"Changes from {old.name} to {new.name}"
    numbers = count(1)
    language = new.language if new.language != "en" else ""
    return Manuscript(
        title=title,
        subject=new.title,
        author=author,
        made_on=on.date(),
        paper=Paper.A4,
        head=title,
        marking="",
        blocks=tuple(_block(each, numbers, language) for each in merged(comparison)),
        language=_LANGUAGES.get(new.language, new.language),
        plain_first_page=False,
    )


def explained(manuscript: Manuscript, comparison: Comparison) -> Manuscript:
    """The same with what is compared and how to read it above the text."""
    above = (
        Paragraph(Role.ANNEX_SOURCE, (Run(manuscript.title, bold=True),), "the title"),
        Paragraph(Role.ANNEX_SOURCE, _legend(comparison), "the legend"),
    )
    return replace(manuscript, blocks=(*above, *manuscript.blocks))


def role_of(passage: Passage) -> Role:
    """A heading's role by its level; all else is text."""
    if passage.level:
        return _HEADINGS.get(passage.level, Role.HEADING_3)
    return Role.ANNEX_TEXT


def _legend(comparison: Comparison) -> tuple[Run, ...]:
    """What the marks mean, and what the changes come to."""
    count = tally_of(side_by_side(comparison)).sentence
    marks = (Run("Left out", tone=Tone.DELETED), Run(", "), Run("put in", tone=Tone.INSERTED))
    return (*marks, Run(f". Paragraphs: {count}."))


def _block(passage: Passage, numbers: Iterator[int], language: str) -> Paragraph:
    notes = [Note(next(numbers), tuple(_runs([note]))) for note in passage.notes]
    same = all(piece.edit is Edit.SAME for piece in passage.number)
    marker = "".join(piece.text for piece in passage.number) if same else ""
    inlines: tuple[Inline, ...] = (*_runs(passage.words), *notes)
    return Paragraph(
        role_of(passage),
        inlines,
        passage.place,
        marker=marker,
        aside=passage.elsewhere,
        language=language,
        renumbered=() if same else _renumbered(passage),
    )


def _renumbered(passage: Passage) -> tuple[Run, ...]:
    """The old number and the new one; between words from right to left a space, or they run together."""
    runs = list(_runs(passage.number))
    if right_to_left("".join(piece.text for piece in passage.words)):
        runs = [each for run in runs for each in (run, Run(" "))][:-1]
    return tuple(runs)


def _runs(pieces: Iterable[Piece]) -> Iterator[Run]:
    for piece in pieces:
        yield Run(tidied(piece.text).replace("\n", " "), tone=_TONES[piece.edit])
