"""How a commitment goes into a statement: as quotation, as paraphrase to finish, or as bare reference.

Double curly quotation marks outside, single inside (DOMAIN.md, "How texts are cited"). Agreed language is
put in to the letter; a *summary* is never quoted as if it were the agreed text: the words it quotes are
quoted, the rest is told, and the citation says so.
"""

from __future__ import annotations

from enum import StrEnum

from core.citations import CitationForms, citation_forms
from core.documents import Kind, LibraryParagraph, Standing
from core.references import Reference
from core.statement_text import Block, Cite, Inline, Style, Text


class InsertAs(StrEnum):
    """The three ways to put a commitment into a statement."""

    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"
    REFERENCE = "reference"


def inserted(located: LibraryParagraph, how: InsertAs) -> tuple[Block, ...]:
    """The blocks that put a commitment into a statement; ValueError if the paragraph has no number."""
    forms = citation_forms(located)
    cite = Cite(_reference(located), forms.markdown)
    match how:
        case InsertAs.REFERENCE:
            return (Block(Style.PARAGRAPH, (Text(f"{_sentence_case(forms.spoken)} "), cite)),)
        case InsertAs.PARAPHRASE:
            return (_paraphrase(located, forms, cite),)
        case InsertAs.QUOTATION:
            return _quotation(located, forms, cite)


class _Said(StrEnum):
    """In what way a paragraph says something: who may be said to have agreed to it, and in whose words."""

    AGREED = "agreed"
    VOTED = "voted"
    DRAFTED = "drafted"
    SUMMARIZED = "summarized"
    TOLD = "told"


def _said(located: LibraryParagraph) -> _Said:
    document, paragraph = located.document, located.paragraph
    standings = {paragraph.standing, document.standing}
    standings |= {part.standing for part in document.parts if part.key == paragraph.part}
    if Standing.DRAFT in standings:
        return _Said.DRAFTED
    if paragraph.kind is Kind.SUMMARY or Standing.SUMMARY in standings:
        return _Said.SUMMARIZED
    if Standing.VOTE in (paragraph.standing, document.standing):
        return _Said.VOTED
    agreed = paragraph.is_commitment and not standings <= {Standing.UNKNOWN}
    return _Said.AGREED if agreed else _Said.TOLD


def _quotation(located: LibraryParagraph, forms: CitationForms, cite: Cite) -> tuple[Block, ...]:
    paragraph = located.paragraph
    words: tuple[str, ...] = (paragraph.text,)
    if _said(located) is _Said.SUMMARIZED or paragraph.quotations:
        words = paragraph.quotations
        if not words:
            return (_paraphrase(located, forms, cite),)
    quoted: list[Inline] = []
    for text in words:
        if quoted:
            quoted.append(Text(" … "))
        quoted.append(Text(in_quotation_marks(" ".join(text.split()))))
    return (
        Block(Style.PARAGRAPH, (Text(_lead_in(located, forms)),)),
        Block(Style.PARAGRAPH, (*quoted, Text(" "), cite), quoted=True),
    )


def _lead_in(located: LibraryParagraph, forms: CitationForms) -> str:
    """The words before a quotation: in speech the reference comes first.

    A paragraph that begins "To ensure…" is half a sentence whose subject and verb stand in its chapeau. What
    was only drafted, or was voted on, is not said to be what States resolve.
    """
    resolve = "States resolve to" in located.paragraph.chapeau
    vote = _by_vote(located)
    match _said(located):
        case _Said.DRAFTED if resolve:
            return f"In {forms.spoken}, the draft would have States resolve:"
        case _Said.DRAFTED:
            return f"In {forms.spoken}, the draft says:"
        case _Said.SUMMARIZED:
            return f"As summarized, {forms.spoken}{vote} reads in part:"
        case _Said.VOTED if resolve:
            return f"In {forms.spoken}{vote} the text has States resolve:"
        case _ if resolve:
            return f"In {forms.spoken}, States resolve:"
        case _:
            return f"As {forms.spoken}{vote} states:"


def _paraphrase(located: LibraryParagraph, forms: CitationForms, cite: Cite) -> Block:
    beginning = " ".join(located.paragraph.text.split()[:12])
    stub = f"[in our own words: {beginning}…]"
    vote = _by_vote(located)
    match _said(located):
        case _Said.DRAFTED:
            told = f"In {forms.spoken}, the draft would have States {stub}"
        case _Said.SUMMARIZED:
            told = f"As summarized, {forms.spoken}{vote} says {stub}"
        case _Said.VOTED:
            told = f"In {forms.spoken}{vote} the text says {stub}"
        case _Said.TOLD:
            told = f"{_sentence_case(forms.spoken)} says {stub}"
        case _Said.AGREED:
            told = f"In {forms.spoken}, States agreed {stub}"
    return Block(Style.PARAGRAPH, (Text(f"{told} "), cite))


def _by_vote(located: LibraryParagraph) -> str:
    """What is put in after a reference where the paragraph was voted on; empty where it was not."""
    voted = Standing.VOTE in (located.paragraph.standing, located.document.standing)
    return ", adopted by a vote," if voted else ""


def in_quotation_marks(text: str) -> str:
    """Text between double curly marks, its own double marks turned into single ones."""
    return "“" + text.replace("“", "‘").replace("”", "’") + "”"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _reference(located: LibraryParagraph) -> Reference:
    document, paragraph = located.document, located.paragraph
    part = "" if paragraph.part == document.main_part else paragraph.part
    return Reference(document.name, part, paragraph.label)
