"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass

from core.documents import LibraryParagraph


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph found. ``score`` is higher for a better hit; ``marks`` are the character spans of its
    text (start, end) that the query matched, in order and without overlap.
    """

    found: LibraryParagraph
    score: float
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def reference(self) -> str:
        """The canonical reference of the paragraph found."""
        return self.found.reference
