"""The numbers that a browser puts before the items of a list (HTML, section 4.4.5 and 15.3.7)."""

from __future__ import annotations

import re

from importers.web.pages import Element
from importers.word.counting import lettered, roman

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.I)
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_UNMARKED = re.compile(r"(?:^|\s)(?:list-?unstyled|unstyled|no-?bullets?|list-?none|plainlist)(?:$|\s)", re.I)
_TYPED = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]{1,2}|[ivxlcIVXLC]{1,6}|[A-Z])[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[•–—·-])(?:\s|$)"
    r"|\(?[\u0660-\u0669]+[.)-]|[（(]?[一二三四五六七八九十]+[）)、.]|(?:Article|Artículo|Статья|المادة|第)\s*\S"
)


class Lists:
    """Counts the items of the lists of a page in their order."""

    def __init__(self) -> None:
        self._next: dict[Element, int] = {}

    def mark(self, item: Element, words: str) -> str:
        """What stands before an item: "3.", "b.", "•", or nothing.

        A number that is typed in the item's own words says that the list shows none of its own.
        """
        parent = item.getparent()
        if parent is None:
            return ""
        number = self._count(parent, item)
        style = _style_of(item) or _style_of(parent)
        if style == "none" or _TYPED.match(words):
            return ""
        if parent.tag != "ol" and style not in _WRITTEN:
            return "•"
        return f"{_written(number, style)}."

    def _count(self, parent: Element, item: Element) -> int:
        step = -1 if parent.get("reversed") is not None else 1
        if parent not in self._next:
            items = sum(child.tag == "li" for child in parent)
            self._next[parent] = _integer(parent.get("start")) or (items if step < 0 else 1)
            if parent.get("start", "").strip() == "0":
                self._next[parent] = 0
        own = _integer(item.get("value"))
        number = self._next[parent] if own is None else own
        self._next[parent] = number + step
        return number


def _style_of(element: Element) -> str:
    found = _STYLE.search(element.get("style", ""))
    if found:
        words = found[1].lower().replace("latin", "alpha").split()
        return next((word for word in words if word in _WRITTEN or word == "none"), "")
    if element.tag in {"ul", "ol"} and _UNMARKED.search(element.get("class", "")):
        return "none"
    return _TYPES.get(element.get("type", ""), "")


_WRITTEN = frozenset(
    {"decimal", "decimal-leading-zero", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"}
)


def _written(number: int, style: str) -> str:
    if number > 0:
        if style.endswith("alpha"):
            letters = _alphabetic(number)
            return letters.upper() if style.startswith("upper") else letters
        if style.endswith("roman"):
            return roman(number) if style.startswith("upper") else roman(number).lower()
    return f"{number:02d}" if style == "decimal-leading-zero" else str(number)


def _alphabetic(number: int) -> str:
    """A number in letters as browsers count: after "z" comes "aa", then "ab"."""
    written = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        written = lettered(place + 1) + written
    return written


def _integer(text: str | None) -> int | None:
    try:
        return int(text) if text is not None and len(text) < 10 else None
    except ValueError:
        return None
