"""What a comparison comes to: how many paragraphs changed in which way, and what to make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.comparing.comparison import Cut, Fate
from core.comparing.side_by_side import Facing

_HARDLY = 0.2
"""Of the shorter document's paragraphs less than this share found in the other one is hardly anything."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many numbered paragraphs became what.

    ``changed``, ``new``, ``dropped`` and ``same`` exclude one another; ``moved`` counts paragraphs whether
    they changed on the way or not, so only those that did not change are not among ``same``. ``split`` counts
    old paragraphs, ``joined`` new ones. ``notes`` are paragraphs of the same words with other footnotes,
    ``unnumbered`` changed headings and unnumbered words between the first and the last paragraph,
    ``aside`` changed lines before and after these.
    """

    changed: int = 0
    new: int = 0
    dropped: int = 0
    moved: int = 0
    split: int = 0
    joined: int = 0
    same: int = 0
    notes: int = 0
    unnumbered: int = 0
    aside: int = 0
    old_count: int = 0
    new_count: int = 0
    renumbered: int = 0

    @property
    def sentence(self) -> str:
        """The count in one line: "12 changed, 3 new, 1 dropped, 2 moved, 1 split, 54 the same"."""
        counts = (
            (self.changed, "changed"),
            (self.new, "new"),
            (self.dropped, "dropped"),
            (self.moved, "moved"),
            (self.split, "split"),
            (self.joined, "joined"),
            (self.notes, "with other footnotes"),
            (self.same, "the same"),
        )
        told = ", ".join(f"{count} {what}" for count, what in counts if count) or "no numbered paragraphs"
        if not self.unnumbered:
            return told
        lines = "1 line" if self.unnumbered == 1 else f"{self.unnumbered} lines"
        return f"{told}; {lines} without a number changed"

    @property
    def is_same(self) -> bool:
        """Whether the numbered paragraphs and what stands between them are word for word the same."""
        counts = (self.changed, self.new, self.dropped, self.moved, self.split, self.joined, self.notes)
        return not any((*counts, self.unnumbered))

    @property
    def remark(self) -> str:
        """What somebody must know before reading on; empty for two documents that are worth comparing."""
        if self.is_same:
            rest = [
                *(["their numbers"] if self.renumbered else []),
                *(["the lines before and after the paragraphs"] if self.aside else []),
            ]
            only = f"; only {' and '.join(rest)} differ" if rest else ""
            return f"These two are word for word the same{only}."
        common = min(self.old_count - self.dropped, self.new_count - self.new)
        shorter = min(self.old_count, self.new_count)
        if shorter == 0 or common >= _HARDLY * shorter:
            return ""
        found = "no paragraph" if common <= 0 else "one paragraph" if common == 1 else f"{common} paragraphs"
        return (
            f"These two have hardly anything in common: {found} of {shorter} "
            f"{'was' if common <= 1 else 'were'} found in the other. Are they the two you meant?"
        )


def tally_of(rows: Sequence[Facing]) -> Tally:
    """Counts the rows of a comparison."""
    inside = [row for row in rows if not row.aside]
    numbered = [row for row in inside if row.is_numbered and not row.pointer]
    whole = [row for row in numbered if not row.cut]
    return Tally(
        changed=_count(row.fate is Fate.CHANGED for row in whole),
        new=_count(row.fate is Fate.NEW for row in whole),
        dropped=_count(row.fate is Fate.DROPPED for row in whole),
        moved=_count(row.moved for row in numbered),
        split=_count(row.cut is Cut.SPLIT and not row.rest for row in numbered),
        joined=_count(row.cut is Cut.JOINED and not row.rest for row in numbered),
        same=_count(row.fate is Fate.SAME and not row.moved and not row.notes_changed for row in whole),
        notes=_count(row.fate is Fate.SAME and not row.moved and row.notes_changed for row in whole),
        unnumbered=_count(row.is_change for row in inside if not row.is_numbered),
        aside=_count(row.is_change for row in rows if row.aside),
        old_count=_count(row.old is not None for row in numbered),
        new_count=_count(row.new is not None for row in numbered),
        renumbered=_count(bool(row.old and row.new and row.old.label != row.new.label) for row in whole),
    )


def _count(each: Iterable[bool]) -> int:
    return sum(each)
