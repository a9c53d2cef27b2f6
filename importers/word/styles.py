"""The look of paragraphs and runs: what their own properties say, then their styles, then the defaults."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from importers.word.names import VAL, Element, switched, value, w, whole_number

_T = TypeVar("_T")

_LONGEST_CHAIN = 40
_DEEPEST_OUTLINE = 9
_HEADING = re.compile(
    r"(?:heading|titre|título|encabezado|überschrift|titolo|заголовок|标题|標題|عنوان|العنوان)\s*([1-9])",
    re.I,
)
_UN_HEADING = re.compile(r"[_ ]*(?:Rep_|Title_|S?_?)?H[_ ]*(M|Ch|[1-6])(?:/[1-6])?(?:_G|_GC)?", re.I)
_UN_LEVELS = {"m": 1, "ch": 1, "1": 2, "2": 3, "3": 3, "4": 4, "5": 5, "6": 5}
"""The heading styles of the United Nations' Word templates by their rank: chapter, 1, 2/3, 4, 5/6."""
_TITLES = {"title": 1, "subtitle": 2, "_ h __m": 1}
_NO_HEADINGS = re.compile(
    r"(?:toc|tm|contents?)\b|session$|sponsors$|^(?:head|foot)er|^list (?:number|bullet)", re.I
)


@dataclass(frozen=True, slots=True)
class Style:
    """A style as the file defines it; ``based_on`` is the id of the style that it changes."""

    name: str
    based_on: str
    paragraph: Element | None
    run: Element | None


class Styles:
    """The styles of a document by id, asked through the chain of those they are based on."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles: dict[str, Style] = {}
        self._default = ""
        for root in roots:
            for style in root.iterfind(w("style")):
                self._define(style)

    def _define(self, style: Element) -> None:
        key = style.get(w("styleId"), "")
        self._styles[key] = Style(
            name=value(style, "name") or key,
            based_on=value(style, "basedOn") or "",
            paragraph=style.find(w("pPr")),
            run=style.find(w("rPr")),
        )
        if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}:
            self._default = key

    def of(self, properties: Element | None) -> str:
        """The id of a paragraph's style: its own, or the one that paragraphs have by default."""
        return value(properties, "pStyle") or self._default

    def name(self, style: str) -> str:
        """A style's name as Word shows it; for a style that is not defined, its id."""
        found = self._styles.get(style)
        return found.name if found else style

    def chain(self, style: str) -> list[tuple[str, Style]]:
        """A style and those it is based on, nearest first; a chain that runs in a circle ends there."""
        found: list[tuple[str, Style]] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(found) < _LONGEST_CHAIN:
            seen.add(style)
            found.append((style, self._styles[style]))
            style = self._styles[style].based_on
        return found

    def inherited(self, style: str, ask: Callable[[Style], _T | None]) -> _T | None:
        """The first answer along a style's chain that is not None."""
        answers = (ask(link) for _key, link in self.chain(style))
        return next((answer for answer in answers if answer is not None), None)

    def run_switch(self, properties: Element | None, style: str, name: str) -> bool:
        """Whether a run has a property on: by itself, its character style or its paragraph's style.

        A toggle in a character style turns over what the paragraph's style says (17.7.3).
        """
        direct = switched(properties, name)
        if direct is not None:
            return direct
        base = bool(self.inherited(style, lambda link: switched(link.run, name)))
        character = value(properties, "rStyle")
        if not character:
            return base
        return base ^ bool(self.inherited(character, lambda link: switched(link.run, name)))

    def centred(self, properties: Element | None, style: str) -> bool:
        """Whether a paragraph is centred."""
        own = value(properties, "jc")
        return (own or self.inherited(style, lambda link: value(link.paragraph, "jc"))) == "center"

    def indent(self, properties: Element | None, style: str, level: Element | None) -> int:
        """How far a paragraph's first line stands in, in points; ``level`` is what its numbering says."""
        places = [properties, level, *(link.paragraph for _key, link in self.chain(style))]
        found: dict[str, int] = {}
        for place in places:
            element = place.find(w("ind")) if place is not None else None
            if element is None:
                continue
            for key, names in _INDENTS.items():
                amount = next(
                    (n for n in (whole_number(element.get(w(name))) for name in names) if n is not None), None
                )
                if amount is not None:
                    found.setdefault(key, amount)
        # A hanging indent stands above a first line's (17.3.1.12).
        first = -found["hanging"] if found.get("hanging") else found.get("first", 0)
        return max(0, round((found.get("start", 0) + first) / 20))

    def heading_level(self, properties: Element | None, style: str) -> int:
        """The level of the heading that a paragraph's style or outline level says it is, 0 for none."""
        level = _outline(properties)
        if level is not None:
            return level
        for _key, link in self.chain(style):
            if _NO_HEADINGS.search(link.name):
                return 0
            named = _level_by_name(link.name)
            if named:
                return named
            outline = _outline(link.paragraph)
            if outline is not None:
                return outline
        return 0


_INDENTS = {"start": ("start", "left"), "first": ("firstLine",), "hanging": ("hanging",)}


def _level_by_name(name: str) -> int:
    plain = name.strip().casefold()
    if plain in _TITLES:
        return _TITLES[plain]
    if found := _HEADING.fullmatch(plain):
        return int(found[1])
    found = _UN_HEADING.fullmatch(name.strip())
    return _UN_LEVELS[found[1].lower()] if found else 0


def _outline(properties: Element | None) -> int | None:
    """The heading level of a ``w:outlineLvl``: 0 is the first level, 9 is running text (17.3.1.20)."""
    element = properties.find(w("outlineLvl")) if properties is not None else None
    number = whole_number(element.get(VAL)) if element is not None else None
    if number is None:
        return None
    return number + 1 if 0 <= number < _DEEPEST_OUTLINE else 0
