"""The Unicode Bidirectional Algorithm (UAX #9): in which order the characters of a line are drawn.

A program with a screen has this from its toolkit; a PDF is drawn glyph after glyph, so the writer must know
it. ``levels`` resolves a paragraph, ``visual_order`` turns the pieces of one line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_DEEPEST = 125
_OPENS = {"LRE": 0, "LRO": 0, "LRI": 0, "RLE": 1, "RLO": 1, "RLI": 1}
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_REMOVED = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_BRACKETS = dict(zip("([{⟦⟨⟪〈《「『【〔〖〘〚﹙﹛（［｛", ")]}⟧⟩⟫〉》」』】〕〗〙〛﹚﹜）］｝", strict=True))
_MIRRORS = {**_BRACKETS, **{closing: opening for opening, closing in _BRACKETS.items()}}
_MIRRORS |= {"<": ">", ">": "<", "«": "»", "»": "«", "‹": "›", "›": "‹", "≤": "≥", "≥": "≤"}
_CLOSING = {closing: opening for opening, closing in _BRACKETS.items()}


def levels(text: str, base: int) -> list[int]:
    """The embedding level of every character of a paragraph; odd ones run from right to left.

    ``base`` is the paragraph's own direction: 0 from left to right, 1 from right to left.
    """
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    matching = _matching_isolates(kinds)
    found = _Explicit(kinds, matching, base).levels
    for sequence in _sequences(kinds, found, matching, base):
        _Resolving(text, kinds, found, sequence).resolve()
    for nth, kind in enumerate(kinds):
        if kind in _REMOVED:  # they show nothing: they go with what stands before them
            found[nth] = found[nth - 1] if nth else base
    return found


def visual_order(piece_levels: Sequence[int]) -> list[int]:
    """The places of a line's pieces from left to right (rule L2), given the level of each."""
    order = list(range(len(piece_levels)))
    highest = max(piece_levels, default=0)
    for level in range(highest, 0, -1):
        start = None
        for nth in range(len(order) + 1):
            inside = nth < len(order) and piece_levels[order[nth]] >= level
            if inside and start is None:
                start = nth
            elif not inside and start is not None:
                order[start:nth] = order[start:nth][::-1]
                start = None
    return order


def mirrored(text: str) -> str:
    """A text of an odd level as it is drawn from left to right: turned round, its brackets mirrored (L4)."""
    return "".join(_MIRRORS.get(character, character) for character in reversed(text))


def _matching_isolates(kinds: list[str]) -> dict[int, int]:
    """Where each isolate that is closed is closed (BD9)."""
    matching: dict[int, int] = {}
    open_: list[int] = []
    for nth, kind in enumerate(kinds):
        if kind in _ISOLATES:
            open_.append(nth)
        elif kind == "PDI" and open_:
            matching[open_.pop()] = nth
    return matching


class _Explicit:
    """Levels from the marks in the text (X1 to X8); overridden characters change their kind."""

    def __init__(self, kinds: list[str], matching: dict[int, int], base: int) -> None:
        self._kinds, self._matching, self._base = kinds, matching, base
        self._closed = set(matching.values())
        self._stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self._over_isolates = self._over_embeddings = 0
        self.levels: list[int] = []
        for nth, kind in enumerate(list(kinds)):
            self._character(nth, kind)

    def _character(self, nth: int, kind: str) -> None:
        level, override, _ = self._stack[-1]
        self.levels.append(self._base if kind == "B" else level)
        if kind in _OPENS or kind == "FSI":
            self._open(nth, kind, level)
        elif kind == "PDI":
            if nth in self._closed:
                self._close_isolate()
            self.levels[-1], override, _ = self._stack[-1]
        elif kind == "PDF":
            self._close_embedding()
        if override and kind not in _REMOVED and kind != "B":
            self._kinds[nth] = override

    def _open(self, nth: int, kind: str, level: int) -> None:
        isolate = kind in _ISOLATES
        odd = _OPENS[kind] if kind in _OPENS else _first_strong(self._kinds, nth + 1, self._matching.get(nth))
        deeper = level + 1 + (level + 1 + odd) % 2
        if deeper <= _DEEPEST and not self._over_isolates and not self._over_embeddings:
            self._stack.append((deeper, {"LRO": "L", "RLO": "R"}.get(kind, ""), isolate))
        elif isolate:
            self._over_isolates += 1
        elif not self._over_isolates:
            self._over_embeddings += 1

    def _close_isolate(self) -> None:
        if self._over_isolates:
            self._over_isolates -= 1
        elif any(isolate for _, _, isolate in self._stack):
            self._over_embeddings = 0
            while not self._stack.pop()[2]:
                pass

    def _close_embedding(self) -> None:
        if self._over_isolates:
            return
        if self._over_embeddings:
            self._over_embeddings -= 1
        elif not self._stack[-1][2] and len(self._stack) > 1:
            self._stack.pop()


def _first_strong(kinds: list[str], start: int, end: int | None) -> int:
    """The direction of what an FSI holds: that of its first letter outside isolates within it."""
    depth = 0
    for kind in kinds[start:end]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


@dataclass(slots=True)
class _Sequence:
    """An isolating run sequence (BD13): the places in it, and the directions before and after it."""

    places: list[int]
    before: str
    after: str


def _sequences(kinds: list[str], found: list[int], matching: dict[int, int], base: int) -> list[_Sequence]:
    kept = [nth for nth, kind in enumerate(kinds) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for nth in kept:
        if runs and found[runs[-1][-1]] == found[nth]:
            runs[-1].append(nth)
        else:
            runs.append([nth])
    by_start = {run[0]: run for run in runs}
    closing = set(matching.values())
    place_of = {nth: place for place, nth in enumerate(kept)}
    made = []
    for run in runs:
        if kinds[run[0]] == "PDI" and run[0] in closing:
            continue
        places = list(run)
        while places[-1] in matching and matching[places[-1]] in by_start:
            places += by_start[matching[places[-1]]]
        level = found[places[0]]
        first, last = place_of[places[0]], place_of[places[-1]]
        before = found[kept[first - 1]] if first else base
        unclosed = kinds[places[-1]] in _ISOLATES and places[-1] not in matching
        after = found[kept[last + 1]] if last + 1 < len(kept) and not unclosed else base
        made.append(_Sequence(places, "LR"[max(level, before) % 2], "LR"[max(level, after) % 2]))
    return made


class _Resolving:
    """Resolves the kinds and levels of one isolating run sequence (W1 to W7, N0 to N2, I1 and I2)."""

    def __init__(self, text: str, kinds: list[str], found: list[int], sequence: _Sequence) -> None:
        self._text, self._found, self._places = text, found, sequence.places
        self._before, self._after = sequence.before, sequence.after
        self._kinds = [kinds[place] for place in sequence.places]
        self._given = list(self._kinds)
        self._own = "LR"[found[sequence.places[0]] % 2]

    def resolve(self) -> None:
        """Writes the levels."""
        self._weak()
        self._brackets()
        self._neutral()
        for place, kind in zip(self._places, self._kinds, strict=True):
            level = self._found[place]
            if level % 2 == 0:
                self._found[place] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
            else:
                self._found[place] += kind in ("L", "AN", "EN")

    def _weak(self) -> None:
        kinds = self._kinds
        strong = before = self._before
        for nth, given in enumerate(kinds):  # W1, W2
            kind = given
            if given == "NSM":
                kind = "ON" if before in (*_ISOLATES, "PDI") else before
            elif given in ("L", "R", "AL"):
                strong = given
            before = kinds[nth] = "AN" if kind == "EN" and strong == "AL" else kind
        kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
        for nth in range(1, len(kinds) - 1):  # W4
            left, kind, right = kinds[nth - 1 : nth + 2]
            if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in ("EN", "AN"))):
                kinds[nth] = left
        self._terminators()
        kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]  # W6
        strong = self._before
        for nth, kind in enumerate(kinds):  # W7
            if kind in ("L", "R"):
                strong = kind
            elif kind == "EN" and strong == "L":
                kinds[nth] = "L"

    def _terminators(self) -> None:
        """Signs beside a number are part of it (W5)."""
        kinds = self._kinds
        start = 0
        while start < len(kinds):
            end = start
            while end < len(kinds) and kinds[end] == "ET":
                end += 1
            beside = (start and kinds[start - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            if end > start and beside:
                kinds[start:end] = ["EN"] * (end - start)
            start = max(end, start + 1)

    def _brackets(self) -> None:
        """A pair of brackets goes with what it holds or stands in (N0)."""
        for opening, closing in sorted(self._pairs()):
            inside = {_strong(kind) for kind in self._kinds[opening + 1 : closing]} - {""}
            if self._own in inside:
                direction = self._own
            elif inside:
                above = (_strong(kind) for kind in reversed(self._kinds[:opening]))
                context = next((kind for kind in above if kind), self._before)
                direction = context if context in inside else self._own
            else:
                continue
            for place in (opening, closing):
                self._kinds[place] = direction
                following = place + 1
                while following < len(self._kinds) and self._given[following] == "NSM":
                    self._kinds[following] = direction
                    following += 1

    def _pairs(self) -> list[tuple[int, int]]:
        pairs, open_ = [], []
        for nth, place in enumerate(self._places):
            character = self._text[place]
            if self._kinds[nth] != "ON":
                continue
            if character in _BRACKETS:
                open_.append((_BRACKETS[character], nth))
            elif character in _CLOSING:
                waiting = [at for at, (closing, _) in enumerate(open_) if closing == character]
                if waiting:
                    pairs.append((open_[waiting[-1]][1], nth))
                    del open_[waiting[-1] :]
        return pairs

    def _neutral(self) -> None:
        """What has no direction takes that of its neighbours where they agree, else its level's (N1, N2)."""
        kinds = self._kinds
        start = 0
        while start < len(kinds):
            end = start
            while end < len(kinds) and kinds[end] in _NEUTRAL:
                end += 1
            if end > start:
                left = _strong(kinds[start - 1]) if start else self._before
                right = _strong(kinds[end]) if end < len(kinds) else self._after
                kinds[start:end] = [left if left == right else self._own] * (end - start)
            start = max(end, start + 1)


def _strong(kind: str) -> str:
    """The direction that a kind counts for beside neutrals: numbers count as from right to left."""
    return kind if kind in ("L", "R") else "R" if kind in ("EN", "AN") else ""
