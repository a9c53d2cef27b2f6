"""Where the words of paragraphs stand in the text they were read from."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

_BEGINNING, _END = 48, 24
_BETWEEN = 400
Place = tuple[int, int]


class Places:
    """A source's text, searched for paragraphs in their reading order.

    White space does not count, for lines were joined; nor does what stands in the midst of a paragraph (a
    page number, a footnote), since only its beginning and its end are looked for.
    """

    def __init__(self, source: str = "") -> None:
        """Takes the source's text."""
        self._at = array("Q", (at for at, letter in enumerate(source) if not letter.isspace()))
        self._plain = "".join(source.split())

    def of(self, texts: Sequence[str]) -> tuple[Place | None, ...]:
        """For each text where it begins and ends in the source; None where it is not found."""
        found: list[Place | None] = []
        reached = 0
        for text in texts:
            bare = "".join(text.split())
            begin = self._plain.find(bare[:_BEGINNING], reached) if bare else -1
            if begin < 0:
                found.append(None)
                continue
            reached = begin + min(len(bare), _BEGINNING)
            length = self._length(bare, begin)
            found.append((self._at[begin], self._at[begin + length - 1] + 1))
        return tuple(found)

    def _length(self, bare: str, begin: int) -> int:
        """How far a paragraph reaches that begins here: to its own last words, if they are not far off."""
        tail = bare[-_END:]
        search_from = begin + max(len(bare) - 2 * _END, 0)
        end = self._plain.find(tail, search_from, begin + 2 * len(bare) + _BETWEEN)
        return end + len(tail) - begin if end >= 0 else min(len(bare), len(self._plain) - begin)
