"""Two documents beside each other: which paragraph of the one is which of the other, whatever its number.

Paragraphs are paired by their words, the best pairs first; between pairs that are equally alike the order of
the documents decides. What is left over may have been split off a paragraph or joined to one; what then has
no partner is new or was dropped. A pair is *moved* if it stands out of the order that most pairs keep.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.documents import DocumentHead, Kind, Paragraph
from core.language.collection import Collection, collected
from core.language.sharing import Text, likeness, shared_runs
from core.language.words import Stem
from core.rising import longest_rising

_ALIKE = 0.42
"""From here on two paragraphs are taken for one that was changed."""
_NEAREST = 6
_GLANCE = 0.08
_CONTAINED = 0.6
"""What share of a paragraph must stand in another one for it to be split off that or joined to it."""


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
    pairs = _pairs(a, b)
    cuts = _cuts(a, b, pairs)
    return Comparison(old, new, tuple(_rows(a, b, pairs, cuts)), old_rows, new_rows)


_Pairs = dict[int, int]


def _pairs(a: Collection, b: Collection) -> _Pairs:
    """Each old paragraph's new one: identical words first, then what is most alike."""
    pairs = _identical(a, b)
    taken = set(pairs.values())
    size = max(len(a.texts), len(b.texts), 1)
    waiting = []
    for place, text in enumerate(a.texts):
        if place in pairs:
            continue
        for other in _nearest(text, b):
            if other in taken or not _of_one_sort(a.paragraphs[place], b.paragraphs[other]):
                continue
            alike = likeness(text, b.texts[other])
            if alike >= _ALIKE:
                apart = abs(place / max(1, len(a.texts)) - other / max(1, len(b.texts)))
                waiting.append((alike - 0.05 * apart, -abs(place - other) / size, place, other))
    for _, _, place, other in sorted(waiting, reverse=True):
        if place not in pairs and other not in taken:
            pairs[place] = other
            taken.add(other)
    return pairs


def _nearest(text: Text, collection: Collection) -> list[int]:
    """The paragraphs that share most with a text at a glance; only these are compared word by word."""
    near = sorted(
        ((shared, place) for shared, place in collection.near(text) if shared >= _GLANCE), reverse=True
    )
    return [place for _, place in near[:_NEAREST]]


def _identical(a: Collection, b: Collection) -> _Pairs:
    """Paragraphs with the same words; where several have the same, the first goes with the first."""
    places: dict[tuple[bool, tuple[str, ...]], list[int]] = {}
    for place, text in enumerate(b.texts):
        places.setdefault((_preambular(b.paragraphs[place]), text.terms), []).append(place)
    pairs: _Pairs = {}
    for place, text in enumerate(a.texts):
        waiting = places.get((_preambular(a.paragraphs[place]), text.terms))
        if waiting and text.terms:
            pairs[place] = waiting.pop(0)
    return pairs


def _of_one_sort(one: Paragraph, other: Paragraph) -> bool:
    return _preambular(one) == _preambular(other)


def _preambular(row: Paragraph) -> bool:
    return row.kind is Kind.PREAMBULAR


def _cuts(a: Collection, b: Collection, pairs: _Pairs) -> dict[tuple[int, int], Cut]:
    """Paragraphs left over that were split off a paired one or joined to one: old and new, and which."""
    cuts: dict[tuple[int, int], Cut] = {}
    partner = {other: place for place, other in pairs.items()}
    for other in range(len(b.texts)):
        if other not in partner and (place := _container(b, other, a, pairs)) is not None:
            cuts[place, other] = Cut.SPLIT
    for place in range(len(a.texts)):
        if place not in pairs and (found := _container(a, place, b, partner)) is not None:
            cuts[place, found] = Cut.JOINED
    return cuts


def _container(part: Collection, place: int, whole: Collection, partners: _Pairs) -> int | None:
    """The paragraph that holds most of this one and more of it than its own partner does, if there is one."""
    text = part.texts[place]
    for other in _nearest(text, whole):
        if other not in partners or not _of_one_sort(part.paragraphs[place], whole.paragraphs[other]):
            continue
        rest = _left_over(whole.texts[other], part.texts[partners[other]])
        if _contained(text, rest) >= _CONTAINED:
            return other
    return None


def _left_over(text: Text, partner: Text) -> Text:
    """The words of a text that its partner does not have."""
    used = bytearray(len(text.terms))
    for start, _, length in shared_runs(text.terms, partner.terms):
        used[start : start + length] = b"\1" * length
    kept = [place for place in range(len(text.terms)) if not used[place]]
    return Text(tuple(text.terms[n] for n in kept), tuple(text.surprises[n] for n in kept))


def _contained(part: Text, whole: Text) -> float:
    """What share of a text's telling words stands in another one."""
    if not part.telling:
        return 0.0
    told = sum(
        sum(part.surprises[start : start + length])
        for start, _, length in shared_runs(part.terms, whole.terms)
        if length > 1
    )
    return told / part.telling


def _rows(a: Collection, b: Collection, pairs: _Pairs, cuts: dict[tuple[int, int], Cut]) -> list[Matched]:
    """All rows in the order of the new document; dropped ones follow what they followed in the old one."""
    staying = set(longest_rising(sorted(pairs.items())))
    partner = {other: place for place, other in pairs.items()}
    split_off = {other: place for (place, other), cut in cuts.items() if cut is Cut.SPLIT}
    joined = {place: other for (place, other), cut in cuts.items() if cut is Cut.JOINED}
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
            return Matched(a.paragraphs[place], b.paragraphs[joined[place]], Fate.CHANGED, cut=Cut.JOINED)
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
            rows.append(Matched(a.paragraphs[split_off[other]], paragraph, Fate.CHANGED, cut=Cut.SPLIT))
        else:
            rows.append(Matched(None, paragraph, Fate.NEW))
        rows += [gone(each) for each in after.get(other, ())]
    return rows
