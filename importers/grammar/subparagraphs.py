"""Sub-paragraphs: (a), (i), 1) … as deep as they go, each a row labelled by those above it ("12(a)(i)").

What a letter is, its order tells: "(i)" after "(h)" is a letter, after "(a)" a Roman one. A list that is open
goes on with its next letter, and the innermost one that can takes it; a first letter opens a list within.
"""

from __future__ import annotations

import re

from core.documents import Kind
from core.numerals import roman_value
from importers import forms
from importers.drafts import Draft, Level
from importers.grammar.marks import Form, Mark
from importers.grammar.state import State
from importers.lines import Line
from importers.numbering import FEW
from importers.wording import ABJAD, CYRILLIC, LATIN, chinese_value

_LETTER_RANK = 40
_MOST_LISTS = 6
_FIRST = frozenset(("a", "i", "а", "أ", "1", "一"))
_INTRODUCES = re.compile(
    r"(?:[:;,.،؛：；，。!?–—-]|[:;,.،؛：；，。]\s?(?:and|or|et|ou|y|o|e|u|и|или|和|或|و|أو)\]?)[”\"»)\]]*$",
    re.I,
)


def place(state: State, line: Line, mark: Mark) -> bool:
    """Place a line that begins with a letter or an item's number; False if it is words or hangs on none."""
    part = state.part
    if mark.form is Form.SUB and _heading(state, line, mark):
        return True
    if part.anchor is None and not (part.article and (part.fresh or part.lists)):
        if not _hangs_on_words(state, mark):
            return False
        part.anchor_on(state.current)
    if (
        not line.whole
        and state.current is not None
        and not _INTRODUCES.search(state.current.pieces[-1][-12:])
    ):
        return False
    style = mark.style if mark.form is Form.SUB else f"1{mark.style}"
    found = _place_of(state, mark, style)
    if found is None:
        return False
    depth, roman, value = found
    label = part.anchor_label or part.article
    kept = part.lists[:depth]
    parents = tuple(level.draft for level in kept)
    if part.anchor is not None:
        parents = (part.anchor, *parents)
    above = kept[-1].draft.label if kept else label
    draft = state.add(line, _kind(parents, part.kind), mark.rest, label=f"{above}({mark.label})")
    draft.typed, draft.parents = mark.typed, parents
    if part.anchor is not None:
        draft.numeral, draft.part = part.anchor.numeral, part.anchor.part
    part.begun, part.fresh = True, False
    part.lists = [*kept, Level(style, roman, value, draft)]
    return True


def _kind(parents: tuple[Draft, ...], own: Kind) -> Kind:
    """The kind of a sub-paragraph: that of the paragraph it hangs on, or its part's ``own``."""
    return parents[0].kind if parents and parents[0].kind is not Kind.HEADING else own


def _hangs_on_words(state: State, mark: Mark) -> bool:
    """Whether a list hangs on words without a number, as in a decision of one sentence: "para. (a)".

    Only where nothing in the document is numbered, so that the letters alone are clear.
    """
    current = state.current
    return (
        not state.numbered
        and mark.printed in _FIRST
        and current is not None
        and not current.label
        and current.ends_with(":", "：")
    )


def _place_of(state: State, mark: Mark, style: str) -> tuple[int, bool, int] | None:
    """How deep a mark stands, whether it is a Roman one, and its place in its list; None if it is words."""
    lists = state.part.lists
    readings = _readings(mark, style)
    if not readings:
        return None
    first = next((roman for roman, value in readings if value == 1), None)
    for depth in range(len(lists) - 1, -1, -1):
        level = lists[depth]
        if level.style != style:
            continue
        for roman, value in readings:
            inserted = bool(mark.suffix) or mark.printed == "ñ"
            if roman == level.roman and (value == level.value + 1 or (inserted and value == level.value)):
                if not roman and first and _opens_roman(state, mark):
                    continue
                return depth, roman, value
    if first is not None and not any(level.style == style and level.roman == first for level in lists):
        return (len(lists), first, 1) if len(lists) < _MOST_LISTS else None
    for depth in range(len(lists) - 1, -1, -1):
        level = lists[depth]
        for roman, value in readings:
            if level.style == style and roman == level.roman and 0 < value - level.value <= FEW:
                return depth, roman, value
    if any(level.style == style for level in lists) or len(mark.printed) > 1:
        return None
    return len(lists), *readings[0]


def _readings(mark: Mark, style: str) -> list[tuple[bool, int]]:
    """What a mark can mean: (whether Roman, its place in the list), the likeliest first."""
    letter, script = mark.printed, style[0]
    if script == "1":
        return [(False, int(letter))]
    if script == "一":
        return [(False, chinese_value(letter))]
    if script == "أ":
        return [(False, ABJAD.index(letter[0]) + 1)] if letter[0] in ABJAD else []
    if script == "а":
        return [(False, CYRILLIC.index(letter) + 1)] if letter in CYRILLIC else []
    readings = []
    if letter == "ñ":
        return [(False, 14)]
    if len(set(letter)) == 1 and letter[0] in LATIN and len(letter) <= 2:
        readings.append((False, LATIN.index(letter[0]) + 1 + 26 * (len(letter) - 1)))
    if value := roman_value(letter):
        readings.append((True, value))
    return readings


def _opens_roman(state: State, mark: Mark) -> bool:
    """Whether an "(i)" that could go on after "(h)" is the first Roman one, since "(ii)" follows it."""
    if mark.printed != "i":
        return False
    for after in state.marks[state.index + 1 : state.index + 8]:
        if after is not None and after.form is Form.SUB and after.style == mark.style:
            return after.printed == "ii"
    return False


def _heading(state: State, line: Line, mark: Mark) -> bool:
    """Place a lettered sub-heading ("(a) Sources"), as long reports have under their numbered ones.

    It stands right over the next paragraph, is no sentence, and goes on with no list.
    """
    part, following = state.part, state.mark_after()
    if following is None or following.form is not Form.NUMBER or following.path != (part.number + 1,):
        return False
    if part.lists or part.article or not part.last or not forms.is_title(mark.rest or "."):
        return False
    if state.current is not None and state.current.ends_with(":", ";", "：", "；"):
        return False
    if not part.headings:
        return False
    state.add_heading(line, part.level_under(_LETTER_RANK), rank=_LETTER_RANK)
    return True
