"""What goes to the clipboard when a paragraph is copied: its words, and where they stand."""

from __future__ import annotations

from core.citations import citation_forms
from core.documents import Kind, LibraryParagraph
from core.quotations import in_quotation_marks


def with_citation(located: LibraryParagraph, words: str | None = None) -> str:
    """A paragraph, or some words of it, with its written citation and what must be said of its standing.

    Agreed language stands in quotation marks, double ones within it turned single. A summary's words do not,
    since they are not the agreed text. A row without a number is its words alone.
    """
    paragraph = located.paragraph
    said = paragraph.text if words is None else words
    if not paragraph.label:
        return said
    forms = citation_forms(located)
    quoted = said if paragraph.kind is Kind.SUMMARY else in_quotation_marks(said)
    return f"{quoted} ({forms.written}{'; ' + forms.caveat if forms.caveat else ''})"
