"""A line of texts through the years as a manuscript: each text in full, and between two what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from core.briefing_pack import Paper
from core.comparing.nearness import nearness
from core.comparing.wording_changes import Change, Edit
from core.documents import LibraryParagraph
from core.english_dates import long_date
from exporters.blocks import Block, Manuscript, Paragraph, Role, Run, Tone
from exporters.characters import tidied
from exporters.commitment_blocks import foreign, quoted_blocks, remark_blocks
from exporters.wording import heading_anchor, joined, one_line

_TONES = {Edit.SAME: Tone.INK, Edit.INSERTED: Tone.INSERTED, Edit.DELETED: Tone.DELETED}

Dated = tuple[LibraryParagraph, Change | None]
"""A text of a line, and what became of the one before it; None for the first."""


def years_manuscript(
    read: LibraryParagraph, texts: Sequence[Dated], *, author: str, on: dt.date
) -> Manuscript:
    """The texts of the line in which a paragraph stands, the oldest first."""
    title = f"{one_line(read.reference)} through the years"
    blocks: list[Block] = [Paragraph(Role.HEADING_1, (Run(title),), "the title", entry=title)]
    for located, change in texts:
        if change is not None:
            blocks += _step(change, located)
        blocks += _text(located)
    return Manuscript(
        title=title,
        subject=read.document.title,
        author=author,
        made_on=on,
        paper=Paper.A4,
        head=title,
        marking="",
        blocks=tuple(blocks),
        plain_first_page=False,
    )


def _text(located: LibraryParagraph) -> Iterator[Block]:
    paragraph, document = located.paragraph, located.document
    place = one_line(located.reference)
    year = str(document.date.year) if document.date else "undated"
    named = f"{year} – {place}"
    anchor = heading_anchor("years", paragraph.id)
    yield Paragraph(Role.HEADING_2, (Run(named),), place, anchor=anchor, entry=named)
    date = long_date(document.date) if document.date else ""
    about = joined((one_line(document.title), date), " · ")
    yield Paragraph(Role.ANNEX_SOURCE, (Run(about),), place, language=foreign(located), held=True)
    yield from quoted_blocks(located, place)
    yield from remark_blocks(paragraph, place, Role.CITATION)


def _step(change: Change, new: LibraryParagraph) -> Iterator[Block]:
    """What became of the text above: in words, then word by word."""
    place = f"the change to {one_line(new.reference)}"
    near = str(nearness(change))
    told = joined((near[0].upper() + near[1:], *change.sentences), "; ")
    yield Paragraph(Role.BODY, (Run(tidied(told) + "."),), place, held=not change.is_none)
    if not change.is_none:
        runs = tuple(
            Run(tidied(piece.text).replace("\n", " "), tone=_TONES[piece.edit]) for piece in change.pieces
        )
        yield Paragraph(Role.ANNEX_TEXT, runs, place, language=foreign(new))
