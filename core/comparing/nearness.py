"""How near two texts are to one another, in words a delegate would use."""

from __future__ import annotations

from enum import StrEnum

from core.comparing.wording_changes import Change, Edit, words_in


class Nearness(StrEnum):
    """How much of the wording two texts of one language share."""

    SAME = "the same words"
    NEARLY = "nearly the same words"
    MUCH = "much of the same wording"
    OTHER = "the same matter in other words"


_NEARLY, _MUCH = 0.85, 0.5


def nearness(change: Change) -> Nearness:
    """How near the two texts of a change are, by the share of their words that stand in both."""
    same = 2 * words_in(change.pieces, Edit.SAME)
    changed = words_in(change.pieces, Edit.INSERTED) + words_in(change.pieces, Edit.DELETED)
    if not changed:
        return Nearness.SAME
    kept = same / (same + changed)
    return Nearness.NEARLY if kept >= _NEARLY else Nearness.MUCH if kept >= _MUCH else Nearness.OTHER
