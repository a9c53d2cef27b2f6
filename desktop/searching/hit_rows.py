"""What was found, as rows of a list: why each is there, and in an order that does not jump."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from core.search_hits import Hit
from desktop.widgets.paragraph_model import Row

_TERMS = 3


def hit_rows(hits: Sequence[Hit], pulled: Collection[uuid.UUID] = ()) -> list[Row]:
    """A row for each hit; those in ``pulled`` (ids of paragraphs) are marked."""
    return [
        Row(hit.found, marks=hit.marks, pulled=hit.found.paragraph.id in pulled, because=found_by(hit))
        for hit in hits
    ]


def found_by(hit: Hit) -> str:
    """By which words a hit was found that stand there in place of those typed; empty if those typed do."""
    terms = dict.fromkeys(term for each in hit.because if each.instead for term in each.said_as)
    if terms:
        return f"found by {', '.join(f'“{term}”' for term in list(terms)[:_TERMS])}"
    return "found by likeness of its words" if hit.alike and not hit.because else ""


def settled(before: Sequence[Hit], found: Sequence[Hit]) -> list[Hit]:
    """What was found, after what is seen already, which keeps its place and its look."""
    seen = {hit.found.paragraph.id for hit in before}
    return [*before, *(hit for hit in found if hit.found.paragraph.id not in seen)]
