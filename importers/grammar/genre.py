"""What kind of document the lines are, before they are read: its own part, its articles, its openings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.documents import Kind
from importers import wording
from importers.grammar.marks import Form, Mark
from importers.lines import Line

_SPEAKER = re.compile(
    r"(?:The|THE|We|WE|Le|La|Les|LES|L['’]|Nous|El|Los|Las|LOS|Nosotros)\b|[А-ЯЁ]|[\u0600-\u06ff]|[\u4e00-\u9fff]"
)
_MOST_OPENING_WORDS = 22
_MOST_OPENING_SIGNS = 120
_LONGEST_OPENING = 500
_MASTHEAD = 60
_ITEM = re.compile(r"\bagenda\W+items?\b|议程\W*项目", re.I)


@dataclass(frozen=True, slots=True)
class Genre:
    """The key and kind of the document's own part, and what is to be looked for in it.

    ``articles`` is the key of its articles ("rules" where they are called so), empty if it has none.
    ``openings`` are the indices of the lines that open a preamble ("The General Assembly,").
    """

    key: str
    kind: Kind
    articles: str
    agenda: bool
    openings: frozenset[int]


def genre_of(lines: Sequence[Line], marks: Sequence[Mark | None]) -> Genre:
    """The kind of document.

    A resolution opens with the organ that speaks, before its first number. A text with articles is a treaty.
    A report says so in its masthead, a provisional agenda too. A text in which nothing is numbered is
    someone's words (a statement, a letter), of kind report and without labels.
    """
    openings = frozenset(
        at
        for at, line in enumerate(lines)
        if line.text[-1] in ",，،:：" and marks[at] is None and _is_opening(lines, marks, at)
    )
    first_number = next(
        (at for at, mark in enumerate(marks) if mark is not None and mark.form is Form.NUMBER), len(lines)
    )
    articles = _articles(marks)
    before = range(min(first_number, len(lines), _MASTHEAD))
    opened = any(at <= first_number for at in openings)
    if not opened and not articles:
        if first_number < len(lines) and any(_is_agenda(lines[at].text) for at in before):
            return Genre("agenda", Kind.AGENDA, articles="", agenda=True, openings=openings)
        masthead = [lines[at].text for at in range(min(first_number, len(lines), _MASTHEAD))]
        if _is_report(masthead):
            return Genre("report", Kind.REPORT, articles="", agenda=False, openings=openings)
    first_article = next(
        (at for at, mark in enumerate(marks) if mark is not None and mark.form is Form.ARTICLE), 0
    )
    annexed = any(mark is not None and mark.form is Form.ANNEX for mark in marks[:first_article])
    opened_by_organ = opened and (annexed or not first_article or first_number < first_article)
    numbered = opened or bool(articles) or any(mark is not None and mark.form in _NUMBERS for mark in marks)
    return Genre(
        articles if articles and not opened_by_organ else "text",
        Kind.OPERATIVE if numbered else Kind.REPORT,
        articles=articles,
        agenda=False,
        openings=openings,
    )


_NUMBERS = frozenset((Form.NUMBER, Form.PREAMBULAR))


def _is_opening(lines: Sequence[Line], marks: Sequence[Mark | None], at: int) -> bool:
    """Whether a line names who speaks in what follows and breaks off at a comma: "The Security Council,".

    A long one ("The States members of …, parties to …,") is believed if two preambular paragraphs follow.
    """
    text = lines[at].text
    if is_opening(text):
        return _opens(lines, marks, at + 1)
    following = lines[at + 1 : at + 3]
    return (
        len(text) <= _LONGEST_OPENING
        and len(following) == 2
        and all(wording.PREAMBULAR_OPENING.match(line.text) for line in following)
        and _SPEAKER.match(text) is not None
        and wording.ORGAN.search(text) is not None
        and wording.PREAMBULAR_OPENING.match(text) is None
    )


def is_opening(text: str) -> bool:
    """Whether a short line names who speaks in what follows and breaks off: "The Security Council,"."""
    return (
        text[-1] in ",，،"
        and len(text) <= _MOST_OPENING_SIGNS
        and text.count(",") + text.count("،") + text.count("，") <= 2
        and _SPEAKER.match(text) is not None
        and wording.ORGAN.search(text) is not None
        and wording.PREAMBULAR_OPENING.match(text) is None
        and len(text.split()) <= _MOST_OPENING_WORDS
    )


def _opens(lines: Sequence[Line], marks: Sequence[Mark | None], after: int) -> bool:
    """Whether the line after an opening begins like a preambular or an operative paragraph."""
    if after >= len(lines):
        return False
    mark, text = marks[after], lines[after].text
    if mark is not None:
        return (
            mark.form is Form.PREAMBULAR
            or (mark.form is Form.NUMBER and mark.path == (1,))
            or lines[after].whole
        )
    return (
        wording.PREAMBULAR_OPENING.match(text) is not None
        or wording.OPERATIVE_OPENING.match(text) is not None
        or (lines[after].whole and text[-1] in ",，،;；")
    )


def _is_report(masthead: Sequence[str]) -> bool:
    """Whether the words above the first number say that a document is a report, a note or a working paper."""
    named = [text for text in masthead if len(text) < 400 and (" " in text or text > "\u4e00")]
    if any(wording.REPORT.search(text) for text in named):
        return True
    return any(wording.PAPER.search(text) for text in named) and not any(
        wording.OUTCOME.search(text) for text in named
    )


def _is_agenda(text: str) -> bool:
    """Whether a line is the title of an agenda, and not the item a document is issued under."""
    return wording.PROVISIONAL_AGENDA.fullmatch(text) is not None and _ITEM.search(text) is None


def _articles(marks: Sequence[Mark | None]) -> str:
    """What the articles of a text are called, if two follow one another: a single one is a quotation."""
    last: dict[str, int] = {}
    found = set()
    for mark in marks:
        if mark is not None and mark.form is Form.ARTICLE:
            if last.get(mark.key) == mark.path[0] - 1:
                found.add(mark.key)
            last[mark.key] = mark.path[0]
    return next((key for key in ("articles", "rules", "principles", "guidelines") if key in found), "")
