"""Texts whose lines were broken at a fixed width: the lines of one heading or paragraph put together."""

from __future__ import annotations

from dataclasses import replace

from importers import forms
from importers.lines import Line, joined

_NARROWEST, _WIDEST = 60, 130
_FULL = 0.75


def unwrapped(lines: list[Line]) -> list[Line]:
    """The lines, each joined with those it runs on into; unchanged if the text has no fixed width.

    A width is what no line goes beyond, if that is between 60 and 130 characters. A line that fills three
    quarters of it runs on into the next one if no space is between them and the next one begins nothing new.
    """
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return lines
    groups: list[list[Line]] = []
    for line in lines:
        runs_on = bool(groups) and len(groups[-1][-1].text) >= _FULL * width
        if runs_on and line.gap == 0 and not _begins_something(line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [replace(group[0], text=joined(line.text for line in group)) for group in groups]


def _begins_something(text: str) -> bool:
    return (
        forms.numbered(text) is not None
        or forms.is_numbered_heading(text)
        or forms.is_subparagraph(text)
        or forms.is_level_of_action(text)
        or forms.annex_key(text) is not None
        or forms.is_notice(text)
    )
