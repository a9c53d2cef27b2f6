"""What belongs to a document: its other languages, its revisions, and what was adopted from a draft."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.comparing.adoption import adopted_from, drafts_of
from core.documents import DocumentHead, LibraryParagraph
from core.symbols import earlier_revision

if TYPE_CHECKING:
    from db.work import Work
    from desktop.widgets.paragraph_model import Row


@dataclass(frozen=True, slots=True)
class Versions:
    """The languages a document is here in, itself among them, and its neighbours among the revisions.

    ``adopted_as`` is what became of a draft, ``draft`` the last draft of an adopted text.
    """

    languages: tuple[DocumentHead, ...]
    revises: DocumentHead | None = None
    revised_by: DocumentHead | None = None
    adopted_as: DocumentHead | None = None
    draft: DocumentHead | None = None

    def in_language(self, language: str) -> DocumentHead | None:
        """The document in one of its languages, None if it is not here in that one."""
        return next((head for head in self.languages if head.language == language), None)


def versions_of(work: Work, document_id: uuid.UUID) -> Versions:
    """All that belongs to a document, by its symbol; nothing if it is not here."""
    languages = tuple(sorted(work.library.languages(document_id), key=_order))
    own = next((head for head in languages if head.id == document_id), None)
    if own is None:
        return Versions(languages)
    by_symbol: dict[str, DocumentHead] = {}
    heads = work.library.documents()
    for head in sorted(heads, key=lambda each: each.language != own.language):
        if head.symbol:  # documents without one are nobody's revision
            by_symbol.setdefault(head.symbol, head)
    if not own.symbol:
        return Versions(languages)
    # A revision's symbol begins with that of the first text: few of many documents need be looked at.
    begins = own.symbol.split("/Rev", 1)[0].split(".Rev", 1)[0].casefold()
    alike = [symbol for symbol in by_symbol if symbol.casefold().startswith(begins)]
    earlier = earlier_revision(own.symbol, alike)
    later = next((symbol for symbol in alike if earlier_revision(symbol, alike) == own.symbol), None)
    return Versions(
        languages,
        by_symbol.get(earlier or ""),
        by_symbol.get(later or ""),
        adopted_from(own, heads),
        next(iter(drafts_of(own, heads)), None),
    )


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document as the list shows it: once, with the languages it is here in."""

    head: DocumentHead
    languages: tuple[DocumentHead, ...]


def shelf(work: Work) -> list[Shelved]:
    """The library's documents, newest first, each once: in English, or else its first language here.

    Of several readings of one text the last one stands for it, as it does where its name is typed.
    """
    together: dict[object, list[DocumentHead]] = {}
    for head in work.library.documents():
        together.setdefault(_squeezed(head.symbol) or _squeezed(head.short) or head.id, []).append(head)
    shelved = []
    for found in together.values():
        heads = found
        if len({head.language for head in heads}) < len(heads):  # a language was read twice
            heads = work.library.languages(work.library.document(heads[0].name).id)
        languages = tuple(sorted(heads, key=_order))
        shelved.append(Shelved(languages[0], languages))
    return shelved


def _squeezed(name: str) -> str:
    return "".join(name.split()).casefold()


def rows_beside(work: Work, document: DocumentHead, other: DocumentHead) -> list[Row]:
    """A document in two languages as rows of a list, paragraph beside paragraph."""
    from desktop.widgets.paragraph_model import Row

    rows = []
    for ours, theirs in work.library.counterparts(document.id, other.id):
        first = LibraryParagraph(document, ours) if ours is not None else None
        second = LibraryParagraph(other, theirs) if theirs is not None else None
        rows.append(Row(first, beside=second) if first else Row(second, alone_beside=True))
    return rows


def _order(head: DocumentHead) -> tuple[bool, str]:
    return head.language != "en", head.language
