"""A list of paragraphs as a manuscript: each with its reference, its place, its text and its standing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from core.briefing_pack import Paper
from core.documents import LibraryParagraph
from exporters.blocks import Block, Manuscript, Paragraph, Role, Run
from exporters.characters import tidied
from exporters.commitment_blocks import path_blocks, quoted_blocks, remark_blocks
from exporters.wording import heading_anchor, one_line


def list_manuscript(
    title: str, about: str, paragraphs: Sequence[LibraryParagraph], *, author: str, on: dt.date
) -> Manuscript:
    """Paragraphs in the order given; ``about`` says beneath the title what was looked for, if anything."""
    title = tidied(one_line(title))
    blocks: list[Block] = [Paragraph(Role.HEADING_1, (Run(title),), "the title", entry=title)]
    if about:
        blocks.append(Paragraph(Role.BODY, (Run(tidied(one_line(about))),), "the title"))
    for number, located in enumerate(paragraphs, start=1):
        blocks += _listed(located, number)
    return Manuscript(
        title=title,
        subject=tidied(one_line(about)),
        author=author,
        made_on=on,
        paper=Paper.A4,
        head=title,
        marking="",
        blocks=tuple(blocks),
        plain_first_page=False,
    )


def _listed(located: LibraryParagraph, number: int) -> Iterator[Block]:
    paragraph = located.paragraph
    place = one_line(located.reference) or f"paragraph {number}"
    yield Paragraph(
        Role.COMMITMENT,
        (Run(place),),
        place,
        str(number),
        anchor=heading_anchor(f"listed {number}", paragraph.id),
        entry=place,
    )
    yield from path_blocks(located, place)
    yield from quoted_blocks(located, place)
    yield from remark_blocks(paragraph, place, Role.CITATION)
