"""Texts whose lines were broken at a fixed width: the lines of one heading or paragraph put together."""

from __future__ import annotations

import re
from dataclasses import replace

from importers import forms, wording
from importers.grammar.genre import is_opening
from importers.grammar.marks import Form, Mark, mark_of
from importers.lines import Line, joined

_NARROWEST, _WIDEST = 60, 130
_FULL, _HALF = 0.75, 0.5
_MOST = 0.95
"""How many of a text's lines keep within its width: one that a lost hyphen lengthened does not."""
_STEP = 3
"""How far a first line stands in, in spaces, that begins a paragraph."""

_NUMBER_ALONE = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*\.|\((?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)|\d{1,3}/\d{1,3}\.)"
)
_ENDED = re.compile(r"[.!?;:。；：؛؟…][\"”’»)\]]*$")
_CLAUSE_ENDED = re.compile(r"[,;،؛，；][\"”’»)\]]*$")
_MEETING = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|e|a|-е)\s(?:\(.{1,30}\)\s)?(?:plenary|closed|\w+\s)?(?:meeting|séance|sesión|заседание)"
)
_REFERS = re.compile(
    r"(?:\b(?:sub)?(?:paragraphs?|articles?|sections?|items?|rules?)(?: \d{1,3})?"
    r"|\([a-z]\)(?:,|,? (?:and|or|to))?)$"
)
"""The end of a line that "(b)" at the beginning of the next one belongs to."""
_NAME = re.compile(r"(?:Beijing|Nanjing|Meeting|Tracing|Building|Working|Training|King|Wyoming|Sterling)\b")
_RUSSIAN_OPENING = re.compile(
    r"(?:ссылаясь|напоминая|подтверждая|отмечая|признавая|приветствуя|подч[её]ркивая|учитывая|принимая|будучи"
    r"|выражая|сознавая|осознавая|памятуя|руководствуясь|вновь|считая|рассмотрев|заслушав|стремясь|желая|имея"
    r"|особо|высоко|глубоко|обращая|одобряя|поддерживая|полагая|заявляя|констатируя|исходя|действуя|надеясь)\b"
)
_PUNCTUATED = frozenset((Form.NUMBER, Form.SUB, Form.PREAMBULAR))
_WORDED = frozenset((Form.ARTICLE, Form.DIVISION, Form.ANNEX, Form.ACTION, Form.DASH))


def unwrapped(lines: list[Line]) -> list[Line]:
    """The lines, each joined with those it runs on into; unchanged if the text has no fixed width.

    A width is what hardly a line goes beyond, if that is between 60 and 130 characters. A line that fills
    three quarters of it runs on into the next one if no space is between them and the next one begins nothing
    new: a number, a heading, a first line that stands in or, after a comma, a paragraph of a preamble.
    Whole lines stay as they are. A paragraph keeps the notes of all its lines.
    """
    width = _width([line for line in lines if not line.whole])
    if not width:
        return lines
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.whole and not groups[-1][-1].whole and _runs_on(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_put_together(group) for group in groups]


def _width(lines: list[Line]) -> int:
    """The width at which a text's lines were broken, 0 if it has none."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[min(int(len(lengths) * _MOST), len(lengths) - 1)] if lengths else 0
    return width if _NARROWEST <= width <= _WIDEST else 0


def _runs_on(group: list[Line], line: Line, width: int) -> bool:
    above = group[-1]
    if len(group) == 1 and _NUMBER_ALONE.fullmatch(above.text) and line.gap <= 1:
        return mark_of(line.text) is None or forms.is_subparagraph(line.text)
    if line.gap:
        return False
    if _REFERS.search(above.text) and forms.is_subparagraph(line.text):
        return True
    if _begins_something(line.text) or _begins_after(above.text, line.text):
        return False
    if _CLAUSE_ENDED.search(above.text) and mark_of(group[0].text) is None and _opens_preambular(line.text):
        return False
    if is_opening(line.text) and above.text[-1] not in ",،，":
        return False
    stands_in = above.page == line.page and line.indent - above.indent >= _STEP
    if stands_in and len(group) > 1 and _ENDED.search(above.text):
        return False
    if len(above.text) >= _FULL * width:
        return True
    return len(above.text) >= _HALF * width and line.text[:1].islower() and above.text[-1].isalpha()


def _put_together(group: list[Line]) -> Line:
    if len(group) == 1:
        return group[0]
    notes = tuple(note for line in group for note in line.footnotes)
    return replace(group[0], text=joined(line.text for line in group), footnotes=notes)


def _begins_something(text: str) -> bool:
    """Whether a line begins a piece of its own wherever it stands."""
    return (
        forms.numbered(text) is not None
        or forms.is_numbered_heading(text)
        or forms.is_subparagraph(text)
        or forms.is_level_of_action(text)
        or forms.annex_key(text) is not None
        or forms.is_notice(text)
        or _MEETING.match(text) is not None
        or _is_punctuated(mark_of(text))
    )


def _is_punctuated(mark: Mark | None) -> bool:
    return mark is not None and mark.form in _PUNCTUATED and mark.typed.rstrip()[-1:] in tuple(".)）．、]")


def _opens_preambular(text: str) -> bool:
    """Whether a line begins like a paragraph of a preamble.

    Russian ones begin small, and many an adjective ends like their verbs do, so these are listed.
    """
    if "а" <= text[:1] <= "я":
        return _RUSSIAN_OPENING.match(text) is not None
    return wording.PREAMBULAR_OPENING.match(text) is not None and not _NAME.match(text)


def _begins_after(above: str, text: str) -> bool:
    """Whether a line begins a piece of its own because the line above it may end there."""
    mark = mark_of(text)
    return mark is not None and mark.form in _WORDED and _ENDED.search(above) is not None
