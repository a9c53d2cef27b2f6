"""The annex: every paragraph cited or pulled, in full, grouped by document and in the document's order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from core.documents import DocumentHead, LibraryParagraph
from core.english_dates import long_date
from exporters.blocks import Block, Paragraph, Role, Run
from exporters.citing import key_of, standing_of
from exporters.commitment_blocks import foreign, official, remark_blocks, section_path
from exporters.wording import anchor_of, heading_anchor, joined, lines_of, one_line

TITLE = "Annex: texts cited"
_INTRODUCTION = "Every paragraph that is cited or listed in this pack, in full, as its source gives it."


def annex_blocks(used: Iterable[LibraryParagraph]) -> Iterator[Block]:
    """The annex for these paragraphs; nothing where there are none."""
    documents: dict[object, list[LibraryParagraph]] = {}
    for located in used:
        documents.setdefault(located.document.id, []).append(located)
    if not documents:
        return
    yield Paragraph(
        Role.HEADING_1, (Run(TITLE),), "the annex", anchor=heading_anchor("annex"), entry=TITLE, new_page=True
    )
    yield Paragraph(Role.BODY, (Run(_INTRODUCTION),), "the annex")
    for group in sorted(documents.values(), key=lambda rows: _document_order(rows[0].document)):
        yield from _document(sorted(group, key=_paragraph_order))


def _document(rows: list[LibraryParagraph]) -> Iterator[Block]:
    head = rows[0].document
    title = one_line(joined((head.short, head.symbol), " – "))
    place = f"the annex, {title}"
    anchor = heading_anchor("annex", head.id)
    yield Paragraph(Role.HEADING_2, (Run(title),), place, anchor=anchor, entry=title)
    date = long_date(head.date) if head.date else ""
    usual = Counter(standing_of(located) for located in rows).most_common(1)[0][0]
    about = joined((one_line(head.title), date, usual), " · ")
    if about:
        yield Paragraph(Role.ANNEX_SOURCE, (Run(about),), place, language=foreign(rows[0]))
    if head.source_note:
        yield Paragraph(Role.ANNEX_SOURCE, lines_of(head.source_note), place)
    several = len({located.paragraph.part for located in rows}) > 1
    path = chapeau = ""
    for located in rows:
        above = section_path(located, with_part=several)
        if above and above != path:
            yield Paragraph(Role.ANNEX_PATH, (Run(above),), located.reference, language=foreign(located))
        if located.paragraph.chapeau and (located.paragraph.chapeau != chapeau or above != path):
            words = lines_of(located.paragraph.chapeau)
            yield Paragraph(Role.ANNEX_CHAPEAU, words, located.reference, language=foreign(located))
        path, chapeau = above, located.paragraph.chapeau
        yield from _paragraph(located, usual)


def _paragraph(located: LibraryParagraph, usual: str) -> Iterator[Block]:
    paragraph = located.paragraph
    yield Paragraph(
        Role.ANNEX_TEXT,
        official(paragraph),
        located.reference,
        marker=f"{paragraph.label}." if paragraph.label[-1:].isdigit() else paragraph.label,
        anchor=anchor_of("annex", key_of(located)),
        language=foreign(located),
    )
    own = standing_of(located)
    if own != usual:
        yield Paragraph(Role.ANNEX_REMARK, (Run(own[:1].upper() + own[1:] + "."),), located.reference)
    yield from remark_blocks(paragraph, located.reference, Role.ANNEX_REMARK)


def _document_order(head: DocumentHead) -> tuple[bool, str, str]:
    return (head.date is None, head.date.isoformat() if head.date else "", head.name)


def _paragraph_order(located: LibraryParagraph) -> tuple[object, ...]:
    document, paragraph = located.document, located.paragraph
    parts = [part.key for part in document.parts]
    part = parts.index(paragraph.part) if paragraph.part in parts else len(parts)
    return (part, *label_order(paragraph.label))


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def label_order(label: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts labels as a document numbers them: preamble, then II.9 before II.10, IV before V."""
    pieces = re.findall(r"pp|[IVXLC]+(?=\.)|\d+|[a-z]+", label)
    return tuple(
        (0, 0, "")
        if piece == "pp"
        else (1, int(piece), "")
        if piece.isdigit()
        else (1, _roman(piece), "")
        if piece.isupper()
        else (2, 0, piece)
        for piece in pieces
    )


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
