"""How a commitment goes into a statement: as quotation, as paraphrase to finish, or as bare reference.

Double curly quotation marks outside, single inside (DOMAIN.md, "How texts are cited"). Agreed language is
put in to the letter; a *summary* is never quoted as if it were the agreed text: the words it quotes are
quoted, the rest is told, and the citation says so.
"""

from __future__ import annotations

from enum import StrEnum

from core.citations import CitationForms, citation_forms
from core.documents import Kind, LibraryParagraph, Paragraph
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


def _quotation(located: LibraryParagraph, forms: CitationForms, cite: Cite) -> tuple[Block, ...]:
    paragraph = located.paragraph
    if paragraph.kind is Kind.SUMMARY:
        lead = f"As summarized, {forms.spoken} reads in part:"
        words: tuple[str, ...] = paragraph.quotations or (paragraph.text,)
    else:
        lead = _lead_in(paragraph, forms)
        words = (paragraph.text,)
    quoted: list[Inline] = []
    for text in words:
        if quoted:
            quoted.append(Text(" … "))
        quoted.append(Text(in_quotation_marks(" ".join(text.split()))))
    return (
        Block(Style.PARAGRAPH, (Text(lead),)),
        Block(Style.PARAGRAPH, (*quoted, Text(" "), cite), quoted=True),
    )


def _lead_in(paragraph: Paragraph, forms: CitationForms) -> str:
    """The words before a quotation: in speech the reference comes first.

    A paragraph that begins "To ensure…" is half a sentence whose subject and verb stand in its chapeau.
    """
    if "States resolve to" in paragraph.chapeau:
        return f"In {forms.spoken}, States resolve:"
    return f"As {forms.spoken} states:"


def _paraphrase(located: LibraryParagraph, forms: CitationForms, cite: Cite) -> Block:
    beginning = " ".join(located.paragraph.text.split()[:12])
    stub = f"[in our own words: {beginning}…]"
    return Block(Style.PARAGRAPH, (Text(f"In {forms.spoken}, States agreed {stub} "), cite))


def in_quotation_marks(text: str) -> str:
    """Text between double curly marks, its own double marks turned into single ones."""
    return "“" + text.replace("“", "‘").replace("”", "’") + "”"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _reference(located: LibraryParagraph) -> Reference:
    document, paragraph = located.document, located.paragraph
    part = "" if paragraph.part == document.main_part else paragraph.part
    return Reference(document.name, part, paragraph.label)
