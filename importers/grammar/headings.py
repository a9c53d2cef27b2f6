"""Headings that bear a number or a letter, and those that only their look or their place shows."""

from __future__ import annotations

from itertools import takewhile

from core.numerals import roman
from importers import forms, wording
from importers.grammar.marks import Form, Mark
from importers.grammar.state import State, is_sentence
from importers.lines import Line
from importers.numbering import FEW

ARTICLE_RANK = 50
_ROMAN_RANK, _LETTER_RANK, _ACTION_RANK = 10, 20, 35
_LOOK_AHEAD = 4
_MOST_UNNUMBERED = 2
"""How many headings without a number stand under one another: more of them are lines of a table."""

_MOST_ACTION_LETTERS = 400
_UNDER = frozenset(
    (Form.NUMBER, Form.ROMAN, Form.LETTER, Form.ARTICLE, Form.DIVISION, Form.ACTION, Form.PREAMBULAR)
)


def place_section(state: State, line: Line, mark: Mark) -> bool:
    """Place "III. Proceedings" or "B. Officers" if its number or letter is next in order."""
    part, place = state.part, mark.path[-1]
    if not mark.rest and not (line.whole or line.gap):
        return False
    letters = mark.form is Form.LETTER or len(mark.path) > 1
    if letters and _is_next(state, line, place, part.letter):
        part.letter = place
        level = max(2 if part.roman or part.is_annex else 1, part.level_under(_LETTER_RANK))
        if not part.roman and not part.division:
            part.numeral = mark.printed
        _add(state, line, level, _LETTER_RANK)
        return True
    if mark.form is Form.ROMAN and _is_next(state, line, mark.path[0], part.roman):
        part.roman, part.letter = mark.path[0], 0
        part.numeral = mark.printed
        _add(state, line, part.level_under(_ROMAN_RANK), _ROMAN_RANK)
        return True
    return False


def place_division(state: State, line: Line, mark: Mark) -> bool:
    """Place "Chapter II" or "Part One – General": words that divide a text above its articles."""
    if not state.may_break(line) or len(mark.rest) > 200 or forms.is_finished(mark.rest or "x"):
        return False
    part = state.part
    part.division, part.roman, part.letter = part.division + 1, 0, 0
    part.numeral = roman(mark.path[0]) if mark.path[0] < 100 else str(mark.path[0])
    above = list(takewhile(lambda heading: heading.rank < mark.rank, part.headings))
    _add(state, line, 1 + (above[-1].level if above else 0), mark.rank)
    part.opened = part.preamble = False
    return True


def place_action(state: State, line: Line, mark: Mark) -> bool:
    """Place "Action 1. We will …" or "Recommendation 3": a heading under which paragraphs run on."""
    part = state.part
    if not state.may_break(line) or len(line.text) > _MOST_ACTION_LETTERS:
        return False
    marked = bool(line.heading or line.bold or line.centred)
    if mark.rest and not marked and (mark.style == " " or not _stands_over(state)):
        return False
    part.action, part.in_action = mark.path[0], ()
    preamble = part.preamble
    state.add_heading(line, part.level_under(_ACTION_RANK), rank=_ACTION_RANK)
    part.preamble = preamble
    return True


def place_unnumbered(state: State, line: Line) -> bool:
    """Place a whole line that its look or its place shows to be a heading."""
    part = state.part
    if wording.CAPTION.match(line.text):
        return False
    if not _is_shown(line) and (state.styled or not forms.is_title(line.text) or not _stands_over(state)):
        return False
    if line.heading and any(heading.source for heading in part.headings):
        above = [h.level for h in part.headings if not h.source or h.source < line.heading]
        level = 1 + max(above, default=int(part.is_annex))
    else:
        level = level_of_unnumbered(state)
    state.add_heading(line, level)
    return True


def _is_shown(line: Line) -> bool:
    """Whether a line's look says that it is a heading, or its words name a draft that follows."""
    if line.heading or wording.DRAFT_TEXT.fullmatch(line.text):
        return True
    return (line.bold or line.centred) and not line.text[:1].islower() and not is_sentence(line.text)


def level_of_unnumbered(state: State) -> int:
    """Right beneath another unnumbered heading it is one deeper; over an article it stands above it."""
    part, after = state.part, state.mark_after()
    if part.article and after is not None and after.form is Form.ARTICLE:
        return part.level_under(ARTICLE_RANK)
    if part.headings and part.depth > part.numbered_depth:
        beneath = state.current is part.headings[-1] and part.depth < part.numbered_depth + _MOST_UNNUMBERED
        return part.depth + beneath
    return part.numbered_depth + 1


def _add(state: State, line: Line, level: int, rank: int) -> None:
    part = state.part
    state.add_heading(line, level, rank=rank)
    part.article, part.in_article, part.article_style, part.fresh = "", (), "", False
    part.action = 0


def _is_next(state: State, line: Line, number: int, last: int) -> bool:
    return number == last + 1 or (last > 0 and last < number <= last + FEW and state.may_break(line))


def _stands_over(state: State) -> bool:
    """Whether the next paragraph or a numbered heading comes right after this line, or after other titles."""
    for at in range(state.index + 1, min(state.index + _LOOK_AHEAD, len(state.lines))):
        mark, line = state.marks[at], state.lines[at]
        if at in state.genre.openings:
            return True
        if mark is None:
            if not forms.is_title(line.text) or line.cells:
                return bool(line.heading)
        elif mark.form is Form.NUMBER:
            part = state.part
            return mark.path[0] == part.number + 1 or mark.path == (1,)
        else:
            return mark.form in _UNDER
    return False
