"""Pulled commitments as numbered quotations, and official text as both commitments and annex show it.

Official text is reproduced exactly and set as a block quotation *without* added quotation marks: block
and rule say that it is quoted, and nothing inside it has to change. A summary's own words are set apart
from the words it quotes, since they are not agreed language.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.briefing_pack import PackCommitment
from core.documents import Kind, LibraryParagraph
from core.documents import Paragraph as Source
from core.statement_text import parse
from exporters.blocks import Inline, Paragraph, Role, Run, Tone
from exporters.characters import tidied
from exporters.citing import Citing, forms_of, key_of, standing_of
from exporters.text_blocks import PRIVATE, private_label
from exporters.wording import anchor_of, lines_of, one_line, tied


def commitment_blocks(
    commitment: PackCommitment, number: int, citing: Citing, private: bool, anchored: bool, remarks: bool
) -> Iterator[Paragraph]:
    """One commitment: reference and stance, where it stands, its text, its citation, its private note.

    ``anchored`` gives it the anchor that links lead to (the first one, where it is pulled twice);
    ``remarks`` adds the remarks on how its text was read, where no annex gives them.
    """
    located = commitment.cited
    place = one_line(commitment.reference) or f"commitment {number}"
    link = citing.link_to(located) if located is not None and not anchored_here(citing, located) else ""
    yield Paragraph(
        Role.COMMITMENT,
        (Run(one_line(commitment.reference), link=link),),
        place,
        str(number),
        aside=commitment.stance.value.capitalize(),
        anchor=anchor_of("pulled", commitment_key(commitment))
        if anchored
        else anchor_of("again", str(number)),
        entry=one_line(commitment.reference),
    )
    if located is None:
        words = "The text of this paragraph is not in this workspace; only its reference is known."
        yield Paragraph(Role.CITATION, (Run(words, italic=True),), place, rule="plain")
    else:
        citing.use(located)
        yield from path_blocks(located, place)
        yield from quoted_blocks(located, place, citing)
        if remarks:
            yield from remark_blocks(located.paragraph, place, Role.CITATION)
    noted = parse(commitment.note) if private else ()
    if noted:
        yield private_label(PRIVATE, place)
        for block in noted:
            yield Paragraph(Role.PRIVATE, citing.inlines(block.inlines), place, rule="private", tinted=True)


def commitment_key(commitment: PackCommitment) -> str:
    """What a commitment is known by in one file; the name it was pulled under where its text is missing."""
    return key_of(commitment.cited) if commitment.cited is not None else commitment.reference


def anchored_here(citing: Citing, located: LibraryParagraph) -> bool:
    """Whether a link to this paragraph would lead back to the commitment itself."""
    return citing.link_to(located) == anchor_of("pulled", key_of(located))


def path_blocks(located: LibraryParagraph, place: str) -> Iterator[Paragraph]:
    """Where a paragraph stands in its document, if anything says so."""
    if path := section_path(located):
        yield Paragraph(Role.PATH, (Run(path),), place, language=foreign(located))


def quoted_blocks(located: LibraryParagraph, place: str, citing: Citing | None = None) -> Iterator[Paragraph]:
    """A paragraph's chapeau and text as a quotation, with its citation; ``citing`` links it to the annex."""
    paragraph = located.paragraph
    rule = paragraph.track.value if paragraph.track else "plain"
    language = foreign(located)
    if paragraph.chapeau:
        yield Paragraph(Role.CHAPEAU, lines_of(paragraph.chapeau), place, rule=rule, language=language)
    yield Paragraph(Role.QUOTATION, official(paragraph), place, rule=rule, language=language)
    yield Paragraph(Role.CITATION, citation(located, citing), place, rule=rule)


def official(paragraph: Source) -> tuple[Inline, ...]:
    """A paragraph's text to the letter; a summary's own words in another tone than those it quotes."""
    if paragraph.kind is not Kind.SUMMARY and not paragraph.quoted:
        return lines_of(paragraph.text)
    found: list[Inline] = []
    end = 0
    for start, stop in sorted(paragraph.quoted):
        found.extend(lines_of(paragraph.text[end : max(start, end)], italic=True, tone=Tone.SUMMARY))
        found.extend(lines_of(paragraph.text[max(start, end) : stop]))
        end = max(end, stop)
    found.extend(lines_of(paragraph.text[end:], italic=True, tone=Tone.SUMMARY))
    return tuple(found)


def citation(located: LibraryParagraph, citing: Citing | None = None) -> tuple[Inline, ...]:
    """The written citation, linked to the annex if there is one, with the standing; a caveat stands out."""
    forms = forms_of(located)
    written = tied(tidied(forms.written)) if forms else located.document.name
    link = "" if citing is None or anchored_here(citing, located) else citing.link_to(located)
    named = Run(one_line(written), tone=Tone.LINK if link else Tone.INK, link=link)
    warned = bool(forms and forms.caveat)
    return (named, Run(" – "), Run(standing_of(located), bold=warned))


def section_path(located: LibraryParagraph, with_part: bool = False) -> str:
    """The headings above a paragraph.

    They are led by the title of the document's part where that is not the main one, where no heading says
    anything, and on demand.
    """
    document, paragraph = located.document, located.paragraph
    pieces = list(paragraph.section)
    if with_part or not pieces or paragraph.part != document.main_part:
        pieces[:0] = [part.title for part in document.parts if part.key == paragraph.part]
    return " › ".join(one_line(piece) for piece in pieces if piece.strip())


def remark_blocks(paragraph: Source, place: str, role: Role) -> Iterator[Paragraph]:
    """What a reader must know of how a paragraph was read: slips in its number, remarks, its footnotes."""
    if paragraph.typed_label and not any(paragraph.typed_label in remark for remark in paragraph.remarks):
        yield Paragraph(role, lines_of(f"Numbered “{paragraph.typed_label}” in the source."), place)
    for remark in paragraph.remarks:
        yield Paragraph(role, lines_of(remark), place)
    for footnote in paragraph.footnotes:
        yield Paragraph(role, (Run("Footnote in the source: "), *lines_of(footnote)), place)


def foreign(located: LibraryParagraph) -> str:
    """The language of an official text where it is not English."""
    return "" if located.document.language in ("", "en") else located.document.language
