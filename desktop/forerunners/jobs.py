"""Forerunners, successors, and the chain of both: for the window and the verbs."""

from __future__ import annotations

import bisect
import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from core.comparing.wording_changes import Change, changed
from core.documents import DocumentHead, Kind, LibraryParagraph, Paragraph
from core.errors import NameplateError
from core.forerunners import Kin, forerunners, successors
from core.language.collection import Collection
from core.language.strength import Operative, operative_of
from core.language.words import introduction, own_words
from desktop.forerunners.kept import KeptCollections

if TYPE_CHECKING:
    from db.work import Work

MOST_KIN = 20
MOST_ROWS = 20_000
"""How many paragraphs are made ready for one question; of more, those of the likeliest documents."""
_HITS = 300
_OF_THE_BEST = 0.75
"""How much like the best one the next text of a line must be: of two of one year one may be far off."""


@dataclass(frozen=True, slots=True)
class Related:
    """A forerunner or successor of a paragraph: how much alike, and what changed from the earlier one."""

    located: LibraryParagraph
    similarity: float
    change: Change


@dataclass(frozen=True, slots=True)
class Link:
    """One text in a chain through the years; ``change`` says what became of the text before it."""

    located: LibraryParagraph
    similarity: float
    change: Change | None


def forerunners_of(
    work: Work, paragraph_id: uuid.UUID, *, kept: KeptCollections | None = None, limit: int = MOST_KIN
) -> list[Related]:
    """The earlier paragraphs that carry the language of this one, the most alike first; it may have none.

    NameplateError if the paragraph is not in the library or its document bears no date.
    """
    located = _located(work, paragraph_id)
    found = _kin(work, located, kept, forerunners)[:limit]
    return [Related(kin.located, kin.similarity, change_between(kin.located, located)) for kin in found]


def successors_of(
    work: Work, paragraph_id: uuid.UUID, *, kept: KeptCollections | None = None, limit: int = MOST_KIN
) -> list[Related]:
    """The later paragraphs that carry the language of this one; otherwise as ``forerunners_of``."""
    located = _located(work, paragraph_id)
    found = _kin(work, located, kept, successors)[:limit]
    return [Related(kin.located, kin.similarity, change_between(located, kin.located)) for kin in found]


def chain_of(work: Work, paragraph_id: uuid.UUID, *, kept: KeptCollections | None = None) -> list[Link]:
    """The line of texts through the years that a paragraph stands in, the earliest first.

    From each document the paragraph that is most like the one next to it in time, backwards from this one
    and onwards from it; a chain breaks off where nothing is carried on.
    """
    kept = kept or KeptCollections()
    located = _located(work, paragraph_id)
    before = _walk(work, located, kept, forerunners)
    after = _walk(work, located, kept, successors)
    texts = [*reversed(before), (located, 1.0), *after]
    links: list[Link] = []
    for nth, (each, similarity) in enumerate(texts):
        change = change_between(texts[nth - 1][0], each) if nth else None
        links.append(Link(each, similarity, change))
    return links


def operative(located: LibraryParagraph) -> Operative:
    """The verb, strength, qualifiers and addressees of a paragraph of the library."""
    paragraph = located.paragraph
    return operative_of(own_words(paragraph), located.document.language, introduction(paragraph))


def change_between(old: LibraryParagraph, new: LibraryParagraph) -> Change:
    """What changed from one paragraph to another one of the same language."""
    return changed(
        own_words(old.paragraph),
        own_words(new.paragraph),
        new.document.language,
        old_chapeau=introduction(old.paragraph),
        new_chapeau=introduction(new.paragraph),
    )


def related_row(related: Related) -> dict[str, Any]:
    """A forerunner or successor as plain data; ``change`` in one line, ``pieces`` word by word."""
    return {
        "ref": related.located.reference,
        "similarity": related.similarity,
        "change": related.change.summary,
        "pieces": [[piece.edit, piece.text] for piece in related.change.pieces],
        "document": related.located.document.name,
        "text": own_words(related.located.paragraph),
    }


_Finder = Callable[[Collection, int, Iterable[Collection]], list[Kin]]


def _kin(work: Work, located: LibraryParagraph, kept: KeptCollections | None, finder: _Finder) -> list[Kin]:
    kept = kept or KeptCollections()
    head = located.document
    if head.date is None:
        raise NameplateError(
            f"{head.name} bears no date, so nothing can be said to be earlier or later than it."
        )
    others = [each for each in work.library.documents() if _may_be_kin(each, head)]
    known = work.thesaurus.vocabulary().thesaurus
    asked = (located.paragraph.id, frozenset(each.id for each in others), known)

    def found() -> list[Kin]:
        own = kept.of(work, head)
        place = _place(own, located.paragraph)
        if place is None:
            return []
        near = kept.answer(asked, lambda: list(_worth_reading(work, located, others)))
        return finder(own, place, [kept.of(work, each) for each in near])

    return kept.answer((*asked, finder.__name__), found)


def _worth_reading(
    work: Work, located: LibraryParagraph, heads: list[DocumentHead]
) -> Iterable[DocumentHead]:
    """The documents that are compared word by word: of a large library those that the search finds first."""
    if sum(head.numbered for head in heads) <= MOST_ROWS:
        return heads
    words = re.sub(r"\W+", " ", own_words(located.paragraph))
    known = {head.id: head for head in heads}
    near = [known[each] for each in work.search.documents_like(words, _HITS) if each in known]
    rows = list(accumulate(head.numbered for head in near))
    return near[: bisect.bisect_right(rows, MOST_ROWS)]


def _may_be_kin(other: DocumentHead, head: DocumentHead) -> bool:
    return other.id != head.id and other.language == head.language and other.date is not None


def _place(collection: Collection, paragraph: Paragraph) -> int | None:
    ids = [each.id for each in collection.paragraphs]
    return ids.index(paragraph.id) if paragraph.id in ids else None


def _walk(
    work: Work, located: LibraryParagraph, kept: KeptCollections, finder: _Finder
) -> list[tuple[LibraryParagraph, float]]:
    """From paragraph to paragraph, each in the nearest document that carries the language on well."""
    found: list[tuple[LibraryParagraph, float]] = []
    at = located
    while kin := _kin(work, at, kept, finder):
        best = max(each.similarity for each in kin)
        alike = [each for each in kin if each.similarity >= _OF_THE_BEST * best]
        nearest = min(alike, key=lambda each: (_days(located=each.located, other=at), -each.similarity))
        found.append((nearest.located, nearest.similarity))
        at = nearest.located
    return found


def _days(located: LibraryParagraph, other: LibraryParagraph) -> int:
    one, two = located.document.date, other.document.date
    return abs((one - two).days) if one and two else 0


def _located(work: Work, paragraph_id: uuid.UUID) -> LibraryParagraph:
    located = work.library.paragraph(paragraph_id)
    if located is None:
        raise NameplateError("That paragraph is not in this workspace any more; open its document again.")
    if located.paragraph.kind is Kind.HEADING:
        raise NameplateError("A heading has no forerunners; choose a numbered paragraph.")
    return located
