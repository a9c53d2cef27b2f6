"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass

from core.documents import LibraryParagraph


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words of a query that were also looked for as others: "homemade guns" as "privately made weapons".

    ``concepts`` are the labels of what the words were taken to mean, ``ids`` its names in the thesaurus;
    ``said_as`` are the other words, those that a hit says, or all that were looked for. ``instead`` says of a
    hit that it has these in place of the words typed.
    """

    typed: str
    said_as: tuple[str, ...]
    concepts: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    instead: bool = False

    @property
    def sentence(self) -> str:
        """The expansion, as it is shown to people."""
        return f"“{self.typed}” also as {', '.join(self.said_as)}"


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph found. ``score`` is higher for a better hit; ``marks`` are the character spans of its
    text (start, end) that the query matched, in order and without overlap. ``because`` says which other words
    than those typed it was found by, ``alike`` that its words merely keep company with those typed.
    """

    found: LibraryParagraph
    score: float
    marks: tuple[tuple[int, int], ...] = ()
    because: tuple[Expansion, ...] = ()
    alike: bool = False

    @property
    def reference(self) -> str:
        """The canonical reference of the paragraph found."""
        return self.found.reference
