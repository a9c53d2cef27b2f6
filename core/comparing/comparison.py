"""Two documents beside each other: which paragraph of the one is which of the other, whatever its number.

``aligning`` says which paragraphs are each other's; what has no partner is new or was dropped. A pair is
*moved* if it stands out of the order that most pairs keep.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.comparing.aligning import Alignment, aligned
from core.comparing.rising import heaviest_rising
from core.documents import DocumentHead, Paragraph
from core.language.collection import Collection, collected
from core.language.words import Stem


class Fate(StrEnum):
    """What became of a paragraph from one document to the other."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"


class Cut(StrEnum):
    """How a paragraph was divided or put together on the way."""

    SPLIT = "split"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Matched:
    """A paragraph of the old document, of the new one, or of both.

    ``moved`` says that it stands elsewhere among its neighbours. ``cut`` says that this is one of several
    rows about the same paragraph: the old one was split, or several old ones were joined into the new one.
    """

    a: Paragraph | None
    b: Paragraph | None
    fate: Fate
    moved: bool = False
    cut: Cut | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents paragraph by paragraph, in the order of the new one, the dropped ones in between.

    ``old_rows`` and ``new_rows`` are the whole documents, headings and unnumbered words included.
    """

    old: DocumentHead
    new: DocumentHead
    rows: tuple[Matched, ...]
    old_rows: tuple[Paragraph, ...]
    new_rows: tuple[Paragraph, ...]

    @property
    def renumbered(self) -> tuple[tuple[str, str], ...]:
        """The renumbering table: old and new reference of every paragraph that both have."""
        return tuple(
            (self.old.reference(row.a), self.new.reference(row.b))
            for row in self.rows
            if row.a is not None and row.b is not None
        )

    def count(self, fate: Fate) -> int:
        """How many rows have this fate."""
        return sum(row.fate is fate for row in self.rows)


def compared(
    old: DocumentHead,
    old_rows: Iterable[Paragraph],
    new: DocumentHead,
    new_rows: Iterable[Paragraph],
    stem: Stem,
) -> Comparison:
    """The numbered paragraphs of two documents beside each other; agendas and headings are left out."""
    old_rows, new_rows = tuple(old_rows), tuple(new_rows)
    a, b = collected(old, old_rows, stem), collected(new, new_rows, stem)
    return Comparison(old, new, tuple(_rows(a, b, aligned(a, b))), old_rows, new_rows)


def _rows(a: Collection, b: Collection, found: Alignment) -> list[Matched]:
    """All rows in the order of the new document; dropped ones follow what they followed in the old one."""
    pairs, split_off, joined = found.pairs, found.split, found.joined
    staying = _staying(a, b, pairs)
    partner = {other: place for place, other in pairs.items()}
    divided = set(split_off.values())
    holding = set(joined.values())
    after: dict[int, list[int]] = {}
    last = -1
    for place in range(len(a.texts)):
        if place in pairs:
            last = pairs[place] if (place, pairs[place]) in staying else last
        else:
            after.setdefault(joined.get(place, last), []).append(place)

    def gone(place: int) -> Matched:
        if place in joined:
            other = joined[place]
            moved = (partner[other], other) not in staying
            return Matched(a.paragraphs[place], b.paragraphs[other], Fate.CHANGED, moved, Cut.JOINED)
        return Matched(a.paragraphs[place], None, Fate.DROPPED)

    rows = [gone(place) for place in after.get(-1, ())]
    for other, paragraph in enumerate(b.paragraphs):
        was = partner.get(other)
        if was is not None:
            cut = Cut.SPLIT if was in divided else Cut.JOINED if other in holding else None
            same = a.paragraphs[was].text == paragraph.text
            fate = Fate.SAME if same else Fate.CHANGED
            rows.append(Matched(a.paragraphs[was], paragraph, fate, (was, other) not in staying, cut))
        elif other in split_off:
            was = split_off[other]
            moved = (was, pairs[was]) not in staying
            rows.append(Matched(a.paragraphs[was], paragraph, Fate.CHANGED, moved, Cut.SPLIT))
        else:
            rows.append(Matched(None, paragraph, Fate.NEW))
        rows += [gone(each) for each in after.get(other, ())]
    return rows


def _staying(a: Collection, b: Collection, pairs: Mapping[int, int]) -> set[tuple[int, int]]:
    """The pairs that keep their order: as many as can be; of as many, same labels and shared words decide.

    Nobody would say that paragraph 5 moved to become paragraph 5.
    """
    ordered = sorted(pairs.items())
    shared = [
        (Counter(a.texts[place].terms) & Counter(b.texts[other].terms)).total() for place, other in ordered
    ]
    words, count = sum(shared) + 1, len(ordered) + 1
    weights = [
        1 + 0.7 * (a.paragraphs[place].label == b.paragraphs[other].label) / count + 0.3 * each / words
        for (place, other), each in zip(ordered, shared, strict=True)
    ]
    return set(heaviest_rising(ordered, weights))
