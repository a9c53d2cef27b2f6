"""Annexes, appendices, schedules, protocols: parts with a numbering of their own, named by a line alone."""

from __future__ import annotations

from core.documents import Kind
from importers import forms
from importers.grammar.marks import Mark
from importers.grammar.state import State
from importers.lines import Line
from importers.wording import ANNEXED

_NESTED = ("appendix", "enclosure", "attachment")


def place(state: State, line: Line, mark: Mark) -> bool:
    """Open the part that a line "Annex II" names; a key that is taken is a running head, and no new part.

    An appendix belongs to the annex it stands in where another annex has one with that number.
    """
    annexed = ANNEXED.match(mark.rest) is not None
    if mark.rest and (not (annexed or forms.is_title(mark.rest)) or (mark.style == " " and not _apart(line))):
        return False
    if not state.may_break(line) and not line.gap:
        return False
    key = mark.key
    if state.has_part(key):
        outer = state.part.key
        if not key.startswith(_NESTED) or outer.startswith(key) or not outer.startswith("annex"):
            return False
        key = f"{outer.split('-appendix')[0]}-{key}"
        if state.has_part(key):
            return False
    part = state.open_part(key, Kind.OPERATIVE, key.replace("-", " "))
    state.add_apart(line, line.text)
    if mark.rest and not annexed:
        part.title = mark.rest
    return True


def _apart(line: Line) -> bool:
    """Whether a line with a title right behind the annex's number looks like a heading."""
    return line.whole or bool(line.gap)
