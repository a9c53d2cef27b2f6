"""What is printed on every page and belongs to no paragraph: heads, feet, job numbers, the box of page 1.

Nothing is furniture by its words alone: it also stands at the edge of its page, apart from the text, and
comes back at the same height on other pages or has a form that only furniture has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from importers.pdf.heading_words import TITLE_ALONE
from importers.pdf.printed import Page, Printed

_AT_EDGE = 0.14
"""The share of a page's height at its top and at its foot in which furniture stands."""
_BOX_SHARE = 0.36
_CANDIDATES = 4
_APART = 1.15
_SAME_HEIGHT = 3.0

_DIGITS = re.compile(r"\d+")
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9][A-Za-z0-9.()*-]*){2,}(?: \(\d{4}\))?|[A-Z]/\d+/\d+")
_NUMBER = re.compile(r"(?:[-–—|]\s*)?(?:[Pp]age\s+|[Pp]ágina\s+|[Сс]тр\.\s*)?(\d{1,4})(?:\s*[-–—|])?")
_ROMAN = re.compile(r"[ivxlc]{1,8}")
_FORM = re.compile(
    r"(?:(?:(?:\d{1,4}\s*/\s*\d{1,4})|(?:[A-Z]{1,3}\.)?\d\d-\d{4,6}|\(\s*[A-Z]\s*\)|\*[\w.]{5,}\*|\d{6}|"
    r"[Pp]age \d{1,4}(?: of \d{1,4})?|[-–—|]|\d{1,4})(?:\s+|$))+"
)
_SURE = re.compile(
    r"\d{1,4}\s*/\s*\d{1,4}|(?:[A-Z]{1,3}\.)?\d\d-\d{4,6}|\*[\w.]{5,}\*|[Pp]age \d{1,4}|"
    r"^\(?\s*[A-Z]\s*\)?$|^\d{6}$"
)
_SCRIPT_CHANGE = re.compile("(?<=[\u0600-\u06ff]) +(?=[A-Z]+/)|(?<=[A-Za-z0-9)]) +(?=[\u0600-\u06ff])")
_RECYCLE = re.compile(r"please recycle", re.I)
_IN_BOX = re.compile(
    r"\b(?:1[89]|20)\d\d\b|[١٢]\S*\s*$|\d{4}年|\b(?:original|оригинал|الأصل)\b|^原(?:文|件)|"
    r"^(?:english|arabic|chinese|french|russian|spanish|anglais|français|inglés|español)\b",
    re.I,
)
"""What follows "Distr.: General" in the box: a date, the language of the original, the language alone."""
_DISTRIBUTION = re.compile(r"\bDistr(?:\b|[.:])|\bDISTR\b")


def without_furniture(pages: list[Page]) -> list[str]:
    """Takes the furniture out of the pages' lines; what is given back are its texts in order, each once.

    The parts of the distribution box (organisation, symbol, organ, distribution, date, languages) are texts
    of their own.
    """
    found: dict[str, None] = {}
    box = _box(pages[0]) if pages else []
    for line in sorted(box, key=lambda line: (-round(line.bottom / 4), line.left)):
        for text in _parts(line):
            found[text] = None
    symbols = {text for text in found if _SYMBOL.match(text)}
    taken = {id(line) for line in box}
    edges = [_edges(page, taken) for page in pages]
    running = _running(edges)
    for page, sides in zip(pages, edges, strict=True):
        for side in sides:
            for line in _furniture_of(page, side, running, symbols):
                taken.add(id(line))
                found.update((text, None) for text in _parts(line))
    _same_slots(pages, edges, taken, found)
    for page in pages:
        page.lines = [line for line in page.lines if id(line) not in taken]
    return list(found)


def _parts(line: Printed) -> list[str]:
    if line.rtl:
        return _SCRIPT_CHANGE.split(line.text)
    return [text for *_, text in line.segments] or [line.text]


def _box(page: Page) -> list[Printed]:
    """The lines of the distribution box: all down to the lowest one that stands under "Distr.".

    A box at the side of the page holds whatever stands in it. Where "Distr." begins at the margin of the
    text, as in a copy without columns, what stands under it is the text, unless it has the form of the box.
    """
    top = [line for line in page.lines if line.bottom > (1 - _BOX_SHARE) * page.height]
    for line in top:
        if not _DISTRIBUTION.search(line.text):
            continue
        edges = next(
            ((left, right) for left, right, text in line.segments if _DISTRIBUTION.search(text)),
            (line.left, line.right),
        )
        aside = edges[0] > 0.4 * page.width or (edges[1] < 0.6 * page.width and any(ln.rtl for ln in top))
        low, step = line.bottom, 3.6 * max(line.height, 8)
        for other in sorted(top, key=lambda each: -each.bottom):
            sides = [(left, right) for left, right, _ in other.segments] or [(other.left, other.right)]
            below = any(abs(left - edges[0]) < 8 or abs(right - edges[1]) < 2 for left, right in sides)
            if low - step < other.bottom < low and below and (aside or _has_form_of_box(other.text)):
                low = other.bottom
        return [each for each in top if each.bottom >= low - 1]
    return []


def _has_form_of_box(text: str) -> bool:
    return len(text) <= 48 and _IN_BOX.search(text) is not None


def _edges(page: Page, taken: set[int]) -> tuple[list[Printed], list[Printed]]:
    """The lines at the top of a page from the top down, and those at its foot from the foot up."""
    top = [ln for ln in page.lines if ln.bottom > (1 - _AT_EDGE) * page.height and id(ln) not in taken]
    foot = [ln for ln in page.lines if ln.bottom < _AT_EDGE * page.height]
    return (
        sorted(top, key=lambda line: -line.bottom)[: 2 * _CANDIDATES],
        sorted(foot, key=lambda line: line.bottom)[: 2 * _CANDIDATES],
    )


def _key(text: str) -> str:
    return _DIGITS.sub("#", text).replace(" ", "").casefold()


def _running(edges: list[tuple[list[Printed], list[Printed]]]) -> set[tuple[str, int]]:
    """Texts (numbers apart) that stand at about the same height on two pages or more, with that height."""
    places: defaultdict[str, list[Printed]] = defaultdict(list)
    for sides in edges:
        for line in (*sides[0], *sides[1]):
            if not line.mark:
                places[_key(line.text)].append(line)
    running: set[tuple[str, int]] = set()
    for key, stands in places.items():
        for line, after in pairwise(stands):
            if abs(line.bottom - after.bottom) < _SAME_HEIGHT and _differ_by_page(line, after):
                running.update(((key, round(line.bottom)), (key, round(after.bottom))))
    return running


def _differ_by_page(line: Printed, after: Printed) -> bool:
    """Whether two lines are the same but for the number of the page: "Annex 1" and "Annex 2" are not."""
    if line.text != after.text and TITLE_ALONE.match(line.text):
        return False  # Articles that begin a page each.
    pages = after.page - line.page
    numbers = zip(_DIGITS.findall(line.text), _DIGITS.findall(after.text), strict=False)
    return pages > 0 and all(
        one == two or (len(one) < 5 and len(two) < 5 and int(two) - int(one) == pages) for one, two in numbers
    )


def _furniture_of(
    page: Page, side: list[Printed], running: set[tuple[str, int]], symbols: set[str]
) -> list[Printed]:
    """The furniture among the lines of one edge, given from the edge inwards."""
    last = -1
    for index, line in enumerate(side):
        if line.mark and not _RECYCLE.search(line.text):
            break
        if _is_sure(line, page, running) or (page.number > 1 and _names_symbol(line, symbols)):
            last = index
        elif index - last > 1:
            break
    while last >= 0:
        row = side[last].bottom
        chosen = [line for index, line in enumerate(side) if index <= last or abs(line.bottom - row) < 1]
        inner = [line for line in page.lines if line not in chosen]
        if _stands_apart(side[last], inner) or _has_form(side[last], page):
            # All that stands between furniture and the edge is furniture too, but on the first page.
            return chosen if page.number > 1 else [line for line in chosen if _is_sure(line, page, running)]
        last -= 1
    return []


def _is_sure(line: Printed, page: Page, running: set[tuple[str, int]]) -> bool:
    return (_key(line.text), round(line.bottom)) in running or _has_form(line, page)


def _stands_apart(line: Printed, inner: list[Printed]) -> bool:
    """Whether there is more than the space of a line between a line and the text of its page."""
    middle = line.bottom + line.height / 2
    distance = min((abs(ln.bottom + ln.height / 2 - middle) for ln in inner), default=1e9)
    return distance > (1 + _APART) * line.height or distance > 20


def _has_form(line: Printed, page: Page) -> bool:
    text = line.text
    if _RECYCLE.search(text):
        return True
    if len(text) > 48:
        return False
    number = _NUMBER.fullmatch(text)
    if number:
        return int(number.group(1)) == page.number
    return _FORM.fullmatch(text) is not None and _SURE.search(text) is not None


def _names_symbol(line: Printed, symbols: set[str]) -> bool:
    text = line.text
    return any(text.startswith(symbol) or text.endswith(symbol) for symbol in symbols)


def _same_slots(
    pages: list[Page],
    edges: list[tuple[list[Printed], list[Printed]]],
    taken: set[int],
    found: dict[str, None],
) -> None:
    """Takes the lines that stand where furniture stands on another page: a head that comes only once."""
    slots = {
        (round(line.bottom), round(line.height))
        for sides in edges
        for side in sides
        for line in side
        if id(line) in taken and line.page > 1
    }
    for page, (top, foot) in zip(pages[1:], edges[1:], strict=True):
        for line in (*top[:1], *foot[:1]):
            slot = (round(line.bottom), round(line.height))
            inner = [each for each in page.lines if each is not line and id(each) not in taken]
            heading = line.mark or TITLE_ALONE.match(line.text)
            if id(line) not in taken and slot in slots and not heading and _stands_apart(line, inner):
                taken.add(id(line))
                found.update((text, None) for text in _parts(line))
