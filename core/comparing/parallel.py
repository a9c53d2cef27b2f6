"""One document in two languages: which row of the one is which row of the other.

A symbol covers all languages of a document (DOMAIN.md, "How texts are cited"), and the numbering is the same
in each. So rows belong together that have the same part and label (``core.labels``); the rows between them
that bear no label follow one another in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.comparing.rising import longest_rising
from core.documents import DocumentHead, Kind, Paragraph
from core.labels import label_keys

Pair = tuple[Paragraph | None, Paragraph | None]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two rows beside each other, one of them None where the other language has no such row.

    ``sure`` says that the rows are each other's for certain: they bear the same label, or stand at the same
    place between rows that do, and all rows between these are of the same form in both languages.
    """

    pair: Pair
    sure: bool


def beside(
    head: DocumentHead, rows: Sequence[Paragraph], other_head: DocumentHead, other_rows: Sequence[Paragraph]
) -> list[Beside]:
    """All rows of two language versions of a document, beside each other in reading order.

    Every row of both is there once. Parts come in the order of the first version; a part that only the other
    has comes last.
    """
    named = _name_parts_alike(head, other_head)
    ours = _parts(rows, "" if named else head.main_part)
    theirs = _parts(other_rows, "" if named else other_head.main_part)
    aligned: list[Beside] = []
    for part in dict.fromkeys((*ours, *theirs)):
        aligned += _aligned(ours.get(part, []), head.language, theirs.get(part, []), other_head.language)
    return aligned


def _name_parts_alike(head: DocumentHead, other: DocumentHead) -> bool:
    """Whether each has the other's main part; if not, the two main parts are one under two names."""
    ours, theirs = {part.key for part in head.parts}, {part.key for part in other.parts}
    return head.main_part in theirs and other.main_part in ours


def _parts(rows: Sequence[Paragraph], nameless: str) -> dict[str, list[Paragraph]]:
    """The rows of each part, by its key; the one that may be called otherwise there goes by no name."""
    parts: dict[str, list[Paragraph]] = {}
    for row in rows:
        parts.setdefault("" if row.part == nameless else row.part, []).append(row)
    return parts


def _aligned(
    ours: list[Paragraph], language: str, theirs: list[Paragraph], other_language: str
) -> list[Beside]:
    partners = _partners(_numbered(ours, language), _numbered(theirs, other_language))
    in_order = longest_rising(sorted(partners.items()))
    moved = dict(partners.items() - set(in_order))
    taken = set(moved.values())
    found: list[Beside] = []
    last_a = last_b = 0
    for a, b in [*in_order, (len(ours), len(theirs))]:
        gap = [each for each in range(last_b, b) if each not in taken]
        between = _between(range(last_a, a), gap, ours, theirs, moved)
        undisturbed = bool(in_order) and len(gap) == b - last_b
        found += between if undisturbed else [_doubted(each) for each in between]
        if a < len(ours):
            found.append(Beside((ours[a], theirs[b]), True))
        last_a, last_b = a + 1, b + 1
    return found


def _doubted(each: Beside) -> Beside:
    """The same rows, certain only if they bear a label."""
    return Beside(each.pair, each.sure and each.pair[0] is not None and bool(each.pair[0].label))


def _numbered(rows: Sequence[Paragraph], language: str) -> dict[tuple[str, int], int]:
    """The place of each labelled row, by its key and which of the rows with that key it is."""
    counts: dict[str, int] = {}
    places: dict[tuple[str, int], int] = {}
    for place, key in enumerate(label_keys([row.label for row in rows], language)):
        if key:
            counts[key] = counts.get(key, 0) + 1
            places[key, counts[key]] = place
    return places


def _partners(ours: dict[tuple[str, int], int], theirs: dict[tuple[str, int], int]) -> dict[int, int]:
    return {place: theirs[key] for key, place in ours.items() if key in theirs}


def _between(
    our_places: Sequence[int],
    their_places: Sequence[int],
    ours: Sequence[Paragraph],
    theirs: Sequence[Paragraph],
    moved: dict[int, int],
) -> list[Beside]:
    """The rows between two that belong together: headings beside headings, the rest by order."""
    if not any(place in moved for place in our_places):
        return _by_order([ours[a] for a in our_places], [theirs[b] for b in their_places])
    found: list[Beside] = []
    rest = [theirs[b] for b in their_places]
    for a in our_places:
        if a in moved:
            found.append(Beside((ours[a], theirs[moved[a]]), True))
        else:
            found.append(Beside((ours[a], None), False))
    return found + [Beside((None, row), False) for row in rest]


def _by_order(ours: list[Paragraph], theirs: list[Paragraph]) -> list[Beside]:
    alike = [_form(row) for row in ours] == [_form(row) for row in theirs]
    if alike and not any(row.label for row in (*ours, *theirs)):
        return [Beside((a, b), True) for a, b in zip(ours, theirs, strict=True)]
    found: list[Beside] = []
    our_runs, their_runs = _runs(ours), _runs(theirs)
    if [_form(run[0]) for run in our_runs] != [_form(run[0]) for run in their_runs]:
        our_runs, their_runs = [ours], [theirs]
    for a_run, b_run in zip(our_runs, their_runs, strict=True):
        found += _zipped(a_run, b_run)
    return found


def _zipped(ours: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> list[Beside]:
    """Rows beside each other by order; two that bear different labels, or of different form, are not."""
    found: list[Beside] = []
    rest = list(theirs)
    for row in ours:
        if rest and _form(row) == _form(rest[0]) and not (row.label and rest[0].label):
            found.append(Beside((row, rest.pop(0)), False))
        else:
            found.append(Beside((row, None), False))
    return found + [Beside((None, row), False) for row in rest]


def _runs(rows: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The rows cut at every heading: each run is a heading by itself, or the rows until the next one."""
    runs: list[list[Paragraph]] = []
    for row in rows:
        if not runs or row.level or runs[-1][-1].level:
            runs.append([])
        runs[-1].append(row)
    return runs


def _form(row: Paragraph) -> int:
    """What rows that belong together have in common whatever they say: the level of a heading, else 0."""
    return row.level if row.kind is Kind.HEADING else 0
