"""What is looked at before a pack goes out: its citations, its quotations, and the words of the library."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.briefing_pack import BriefingPack, PackItem, StatementSheet
from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.quotation_check import misquoted
from core.references import Reference
from core.statement_text import Cite, parse

_LIKE_A_CITATION = re.compile(r"\[(?:[^\[\]@]*[^\w\[\]@.])?-?@[{\w][^\[\]]*\]")


def unknown_citations(gathered: BriefingPack | StatementSheet) -> list[str]:
    """The citations, as they stand in the texts, of paragraphs that are not in this workspace.

    After them those that are not understood, and so are exported as they were typed.
    """
    if isinstance(gathered, BriefingPack):
        texts = [text for item in gathered.items for text in texts_of(item)]
    else:
        texts = [gathered.statement.text]
    found = [cite.markdown for cite in citations_of(texts) if str(cite.reference) not in gathered.cited]
    return list(dict.fromkeys([*found, *not_understood(texts)]))


def not_understood(texts: Iterable[str]) -> list[str]:
    """What stands in brackets like a citation and is none that is understood ("[@BMS8, paras. 62–64]")."""
    return [
        found[0]
        for text in texts
        if "@" in text
        for block in parse(text)
        for found in _LIKE_A_CITATION.finditer(block.plain)
    ]


def misquotations(gathered: BriefingPack | StatementSheet) -> list[str]:
    """The references whose words in quotation marks are not those of the paragraph cited for them."""

    def text_of(reference: Reference) -> str | None:
        cited = gathered.cited.get(str(reference))
        return cited.paragraph.text if cited else None

    statements = (
        [statement for item in gathered.items for statement in item.statements]
        if isinstance(gathered, BriefingPack)
        else [gathered.statement]
    )
    found = [quoted for each in statements for quoted in misquoted(parse(each.text), text_of)]
    return list(dict.fromkeys(str(quoted.reference) for quoted in found))


def check_as_imported(found: Iterable[LibraryParagraph]) -> None:
    """NameplateError if the words of a paragraph are no longer those that were imported."""
    for located in found:
        if not located.is_as_imported:
            raise NameplateError(
                f"{located.reference} does not read as it was imported; run “verify” on this workspace, or "
                "go back to a copy of it."
            )


def citations_of(texts: Iterable[str]) -> list[Cite]:
    """All citations in these Markdown texts, in order."""
    return [cite for text in texts if "[@" in text for block in parse(text) for cite in block.citations]


def texts_of(item: PackItem) -> list[str]:
    """Everything written for an item that may hold citations."""
    return [
        item.brief,
        *item.talking_points,
        *(statement.text for statement in item.statements),
        *(commitment.note for commitment in item.commitments),
    ]
