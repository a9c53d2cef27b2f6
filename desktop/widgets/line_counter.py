"""How many lines a text takes at a width, counted from the widths of its words.

Laying every paragraph of a long document out only to learn its height would hold the window up; words come
again and again, so their widths are kept and only added.
"""

from __future__ import annotations

import math
import re

from PySide6.QtGui import QFont, QFontMetricsF

from core.language.scripts import has_right_to_left

_MOST_KEPT = 50_000
_SAFETY = 0.997  # the widths of words do not add up to that of the line to the last fraction
_MIXED_SAFETY = 0.98  # least of all where a line runs both ways: marks take the face of what is beside them
_LATIN = re.compile("[A-Za-z]")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class LineCounter:
    """Counts the lines of texts in one font."""

    def __init__(self, font: QFont) -> None:
        """Keeps the widths of the words it has met."""
        self._metrics = QFontMetricsF(font)
        self._space = self._metrics.horizontalAdvance(" ")
        self._em = self._metrics.horizontalAdvance("一")
        self._widths: dict[str, float] = {}
        self.line_height = self._metrics.height()

    def lines(self, text: str, width: float) -> int:
        """The number of lines, rather one too many than one too few."""
        room = max(width * _SAFETY, 1.0)
        if "\n" not in text:
            return self._lines_of(text, room)
        return sum(self._lines_of(line, room) for line in text.split("\n")) or 1

    def _lines_of(self, text: str, room: float) -> int:
        if not text.isascii() and _UNSPACED.search(text):
            wide = self._metrics.horizontalAdvance(text)
            return max(math.ceil(wide / max(room - self._em, self._em)), 1)
        if has_right_to_left(text) and _LATIN.search(text):
            room *= _MIXED_SAFETY
        count, used = 1, -self._space
        widths, space = self._widths, self._space
        for word in text.split(" "):
            wide = widths.get(word) or self._width(word)
            used += space + wide
            if used > room and used > wide:
                count, used = count + 1, wide
            if used > room:  # a word longer than the line is broken
                full = max(room - self._metrics.maxWidth() / 2, 1.0)
                more = math.ceil(used / full) - 1
                count, used = count + more, used - more * full
        return count

    def _width(self, word: str) -> float:
        wide = self._widths.get(word)
        if wide is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            wide = self._widths[word] = self._metrics.horizontalAdvance(word)
        return wide
