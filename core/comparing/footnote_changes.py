"""What became of a paragraph's footnotes, in words."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST, _MOST = 60, 1


def footnotes_told(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Which footnotes came, went, or took another one's place; several of a kind are only counted."""
    gone = [note for note in old if note not in new]
    come = [note for note in new if note not in old]
    if len(gone) > _MOST or len(come) > _MOST:
        counts = ((len(gone), "dropped"), (len(come), "added"))
        return [f"footnotes: {', '.join(f'{count} {what}' for count, what in counts if count)}"]
    if len(gone) == len(come):
        pairs = zip(gone, come, strict=True)
        return [f"footnote “{_cut(one)}” → “{_cut(other)}”" for one, other in pairs]
    return [
        *(f"footnote “{_cut(note)}” dropped" for note in gone),
        *(f"footnote “{_cut(note)}” added" for note in come),
    ]


def _cut(note: str) -> str:
    words = " ".join(note.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
