"""A text taken from printed pages: where each page ends, and what its head and foot hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

from importers.furniture import is_box, is_distribution, is_job_number
from importers.lines import Line

_NUMBER_OF = re.compile(r"(\d{1,3})/(\d{1,3})")
_ALONE = re.compile(
    r"(?:page|página|стр\.?|第)?\s*[-–—]?\s*(\d{1,3})\s*[-–—]?\s*(?:of \d{1,3}|de \d{1,3}|页)?", re.I
)
_DIGITS = re.compile(r"[\d/().*–-]+|\(?[A-Z]\)?")
_SYMBOL = re.compile(r"(?:A|S|E|T|ST|[A-Z]{2,6})/[A-Za-z0-9][A-Za-z0-9./()-]*(?: \((?:[^()]{1,20})\))?\*?")
_ORGAN = re.compile(
    r"General Assembly|Security Council|Economic and Social Council|Human Rights Council|Assemblée générale"
    r"|Conseil de sécurité|Asamblea General|Consejo de Seguridad|Генеральная Ассамблея|Совет Безопасности"
    r"|大会|安全理事会|الجمعية العامة|مجلس الأمن"
)
_DATE = re.compile(r"\d{1,2}(?:er)? (?:de )?[^\W\d]{3,12} (?:de )?\d{4}(?: г\.| года)?")
_RULE_AT_END = re.compile(r"(.*\S)\s(_{8,})")
_JOB_DATE = re.compile(r"\d{6}")
RULE = re.compile(r"_{5,}|[-–—]{12,}")

_NEAR = 4
_HEAD = 14
_EDGE = 3


@dataclass(slots=True)
class TextPage:
    """One page: the lines of its text, and those below the rule over its notes."""

    number: int
    lines: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)


def printed_pages(lines: list[Line]) -> tuple[list[TextPage], list[str]] | None:
    """The pages of a text with the furniture that was set aside; None for a text that shows no pages.

    Pages show by form feeds, or by feet: a page's number "2/6", or the number of the job, at least twice.
    """
    lines = [part for line in lines for part in _without_rule(line)]
    fed = lines[-1].page is not None if lines else False
    feet = {at for at, line in enumerate(lines) if _is_foot(line.text)}
    feet |= {
        at for at, line in enumerate(lines) if _JOB_DATE.fullmatch(line.text) and {at - 1, at - 2} & feet
    }
    if not fed and not _are_pages([lines[at].text for at in sorted(feet)]):
        return None
    if fed:
        feet |= _numbers_alone(lines)
    heads = _heads(lines, feet, fed=fed)
    box = _box(lines)
    return _divided(lines, feet | heads | box, heads)


def _without_rule(line: Line) -> list[Line]:
    """A line that a rule was drawn into as two: the words, and the rule below them."""
    found = _RULE_AT_END.fullmatch(line.text)
    return [replace(line, text=found[1]), replace(line, text=found[2], gap=0)] if found else [line]


def _is_foot(text: str) -> bool:
    """Whether a line holds nothing but the number of the page or job, or both."""
    if is_job_number(text) or _NUMBER_OF.fullmatch(text):
        return True
    first, _space, rest = text.partition(" ")
    last = text.rpartition(" ")
    return bool(rest) and (
        (_NUMBER_OF.fullmatch(first) is not None and is_job_number(rest))
        or (_NUMBER_OF.fullmatch(last[2]) is not None and is_job_number(last[0]))
    )


def _are_pages(feet: list[str]) -> bool:
    """Whether feet are those of one document: numbers that rise out of one whole, or one job number."""
    found = [_NUMBER_OF.search(text) for text in feet]
    numbers = [(int(one[1]), int(one[2])) for one in found if one]
    rising = all(a[0] < b[0] and a[1] == b[1] for a, b in pairwise(numbers))
    jobs = Counter(word for text in feet for word in text.split() if re.fullmatch(r"\d{2}-\d{5}", word))
    return (len(numbers) > 1 and rising) or any(times > 1 for times in jobs.values())


def _numbers_alone(lines: list[Line]) -> set[int]:
    """Page numbers that stand alone at an edge of their page, if most pages have one."""
    edges = _edges(lines, 1)
    found: dict[int, set[int]] = {}
    for at in edges:
        number = _ALONE.fullmatch(lines[at].text)
        if number:
            found.setdefault(int(number[1]) - (lines[at].page or 0), set()).add(at)
    best = max(found.values(), key=len, default=set())
    pages = {line.page for line in lines}
    return best if len(best) > 1 and len(best) * 2 >= len(pages) else set()


def _edges(lines: list[Line], most: int = _EDGE) -> list[int]:
    """The first and last lines of each page."""
    by_page: dict[int | None, list[int]] = {}
    for at, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(at)
    return sorted({at for page in by_page.values() for at in (*page[:most], *page[-most:])})


def _heads(lines: list[Line], feet: set[int], *, fed: bool) -> set[int]:
    """The running heads: lines at an edge of a page that others repeat or that the first page has as well."""
    if fed:
        near = set(_edges(lines)) - feet
    else:
        near = {at for foot in feet for at in range(foot + 1, min(foot + _NEAR + 1, len(lines)))} - feet
        near |= {at + 1 for at in near if at + 1 < len(lines)} - feet
    first = {_key(line.text) for line in lines[:_HEAD] if _SYMBOL.fullmatch(line.text)}
    times = Counter(_key(lines[at].text) for at in near)
    enough = max(2, (lines[-1].page or 0) // 3)
    seen = Counter(_key(line.text) for line in lines)
    return {
        at
        for at in near
        if (key := _key(lines[at].text))
        and (
            times[key] >= enough
            or (at >= _HEAD and (key in first or (seen[key] > 1 and _SYMBOL.search(lines[at].text))))
        )
        and len(key) <= 30
        and not RULE.fullmatch(lines[at].text)
    }


def _key(text: str) -> tuple[str, ...]:
    """A head's words in any order, without numbers: left and right pages have them at either edge."""
    return tuple(sorted(word for word in text.split() if not _DIGITS.fullmatch(word)))


def _box(lines: list[Line]) -> set[int]:
    """The lines of the distribution box on the first page, if there is one."""
    head = list(enumerate(lines[:_HEAD]))
    said = [at for at, line in head if is_distribution(line.text) or re.search(r"\bDistr\.", line.text)]
    if not said:
        return set()
    found = set(said)
    for at, line in head:
        dated = said[0] < at <= said[0] + 2 and _DATE.fullmatch(line.text) is not None
        named = at <= said[0] + 3 and (
            _SYMBOL.fullmatch(line.text) or _ORGAN.fullmatch(line.text) or is_box(line.text)
        )
        if dated or named or is_distribution(line.text):
            found.add(at)
    return found


def _divided(lines: list[Line], furniture: set[int], heads: set[int]) -> tuple[list[TextPage], list[str]]:
    pages = [TextPage(1)]
    set_aside: list[str] = []
    below = broken = False
    for at, line in enumerate(lines):
        page = pages[-1]
        fed = line.page is not None and line.page > page.number
        if at in furniture:
            set_aside.append(line.text)
            broken |= bool(page.lines) and at >= min(heads | furniture)
            if at in heads and line.page is None and page.lines:
                below = False
            if fed:
                pages.append(TextPage(line.page or page.number + 1))
                below = broken = False
            continue
        if fed or (line.page is None and broken and not below):
            page = TextPage(line.page or page.number + 1)
            pages.append(page)
            below = False
        broken = broken and below
        if RULE.fullmatch(line.text):
            below = True
        elif below:
            page.below.append(line)
        else:
            page.lines.append(line)
    return pages, list(dict.fromkeys(set_aside))
