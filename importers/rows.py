"""What a grammar yields: the rows of a document before it is known which document they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.documents import Kind, Paragraph, Part, Standing, Track, paragraph_id
from importers.checked import showable


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, heading or unnumbered passage; the fields mean what they mean in core's Paragraph.

    ``standing`` is None for a row that was adopted as its whole document was.
    """

    part: str
    kind: Kind
    text: str
    label: str = ""
    section: tuple[str, ...] = ()
    level: int = 0
    chapeau: str = ""
    track: Track | None = None
    standing: Standing | None = None
    page: int | None = None
    quoted: tuple[tuple[int, int], ...] = ()
    typed_label: str | None = None
    remarks: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as one grammar read it: parts and rows in reading order, and what a reader should be told.

    ``title`` is the text's own title and ``notice`` what it says of its standing, empty if it says nothing.
    """

    parts: tuple[Part, ...]
    rows: tuple[Row, ...]
    main_part: str
    title: str = ""
    notice: str = ""
    warnings: tuple[str, ...] = ()


def paragraphs(rows: Iterable[Row], symbol: str, language: str, standing: Standing) -> tuple[Paragraph, ...]:
    """The rows as core's paragraphs, each with its content address and a standing.

    Characters that nothing can show become spaces here, before the address is made of the words, so that a
    document is the same whether it was read in this process or in another one. A row of nothing else is none.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    made = []
    for row in rows:
        text = showable(row.text)
        if not (text.strip() or row.label):
            continue
        alike = (row.part, row.label, text)
        seen[alike] += 1
        made.append(
            Paragraph(
                id=paragraph_id(symbol, language, *alike, nth=seen[alike]),
                part=row.part,
                label=row.label,
                kind=row.kind,
                text=text,
                section=row.section,
                level=row.level,
                chapeau=row.chapeau,
                track=row.track,
                standing=row.standing or standing,
                page=row.page,
                quoted=row.quoted,
                typed_label=row.typed_label,
                remarks=row.remarks,
                footnotes=row.footnotes,
            )
        )
    return tuple(made)
