"""Lists of numbered items within a paragraph, which begin at 1 and do not break its part's numbering."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from core.agenda import guess_track
from core.documents import Kind
from importers import wording
from importers.grammar.marks import Mark
from importers.grammar.state import State
from importers.lines import Line

_CLOSED = (".", ";", ":", "!", "?", "”")


class Lists:
    """Places items, and remembers the list that the reading is in."""

    def __init__(self, state: State) -> None:
        """Begin outside of any list."""
        self._state = state
        self._list_end = 0
        self._list_number = 0
        self._list_is_agenda = False

    @property
    def inside(self) -> bool:
        """Whether the line being placed is in a list."""
        return self._state.index < self._list_end

    def enter(self, mark: Mark) -> None:
        """Begin the list that a paragraph's colon leads to."""
        self._list_end, _ = self._end(self._state.part.number + 1, mark.style)
        self._list_number = 0

    def enter_if_clear(self, mark: Mark) -> bool:
        """Begin a list that nothing leads to, if the paragraphs clearly go on after it."""
        end, clear = self._end(self._state.part.number + 1, mark.style)
        if clear:
            self._list_end, self._list_number, self._list_is_agenda = end, 1, False
        return clear

    def begins(self, mark: Mark) -> bool:
        """Whether a number 1 begins a list within the paragraph that ends in a colon above it."""
        state, current = self._state, self._state.current
        return (
            mark.path == (1,)
            and state.index >= self._list_end
            and current is not None
            and bool(current.label)
            and current.ends_with(":", "：")
            and (not state.part.article or bool(state.part.in_article))
            and not state.part.agenda
        )

    def _end(self, wanted: int, style: str) -> tuple[int, bool]:
        """The index of the line with which a list is over, and whether the paragraphs clearly go on there.

        ``wanted`` is the number with which they go on. A list takes every number that is its own next one;
        where it stops, or under the next heading, the paragraphs go on: agenda item 11 and paragraph 11 of
        BMS8 both begin "11.", and the first of them is the list's. A list that never stops ran into the
        paragraphs, which go on where their number came up.
        """
        state = self._state
        boundary, resume, count = state.boundary(), 0, 0
        for at in islice(state.numbered, bisect_left(state.numbered, state.index), None):
            mark = state.marks[at]
            if at >= boundary:
                if mark is not None and mark.path == (wanted,):
                    return boundary, True
                break
            if mark is None or len(mark.path) > 1:
                continue
            if mark.path[0] == count + 1 and mark.style == style:
                count += 1
                resume = at if count == wanted else resume
            elif mark.path[0] == wanted:
                return at, True
        return resume or boundary, False

    def place(self, line: Line, mark: Mark) -> bool:
        """Place an item of a list: an agenda's is a row of its own, another's stays with its paragraph."""
        state, number = self._state, mark.path[0]
        current = state.current
        if number != self._list_number + 1 or current is None:
            return kept(self._state, line, mark, said=False)
        if number == 1:
            self._list_is_agenda = not state.agenda_after and wording.AGENDA.search(current.text) is not None
            if self._list_is_agenda:
                state.agenda_after = current.label
        self._list_number = number
        if self._list_is_agenda:
            draft = state.add(line, Kind.AGENDA, mark.rest, label=str(number))
            draft.part, draft.typed, draft.track = "agenda", mark.typed, guess_track(mark.rest)
            state.part.anchor_on(draft, str(number))
        elif line.whole:
            state.add_words(line, line.text)
        else:
            state.extend(line.text, line)
        return True


def kept(state: State, line: Line, mark: Mark, *, said: bool = True) -> bool:
    """Keep a number that is out of order as words; a whole line is a row, a printed one may go on."""
    last = state.part.number
    if said and last and len(mark.path) == 1 and state.may_break(line):
        state.warn(f"“{mark.typed}” after paragraph {last} is out of order; it was kept in that paragraph.")
    if not line.whole:
        return False
    current = state.current
    if current is not None and current.label and mark.rest[:1].islower() and not current.ends_with(*_CLOSED):
        state.extend(line.text, line)
    else:
        state.add_words(line, line.text)
    return True
