"""Word's automatic numbers, which stand nowhere in its text: counted as Word counts (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from importers.word.counting import written
from importers.word.names import VAL, Element, local, switched, value, w, whole_number
from importers.word.styles import Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers look, begin and begin again.

    ``restart`` is the level (from 1) whose use begins this one again, 0 for never, None for any above it.
    """

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    hidden: bool = False
    paragraph: Element | None = None


@dataclass(slots=True)
class _List:
    """A definition with the numbers it has come to: lists that share a definition count on together."""

    levels: dict[int, Level]
    link: str = ""
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    begin_at: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Instance:
    """A list in use (``w:num``): its definition, its own levels, and where it begins again when first met."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of a document as they are read, in their order."""

    def __init__(self, roots: list[Element], styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._instances: dict[str, _Instance] = {}
        for root in roots:
            for definition in root.iterfind(w("abstractNum")):
                self._lists[definition.get(w("abstractNumId"), "")] = _List(
                    levels=dict(map(_level, definition.iterfind(w("lvl")))),
                    link=value(definition, "numStyleLink") or "",
                )
            for number in root.iterfind(w("num")):
                self._instances[number.get(w("numId"), "")] = _instance(number)

    def place(self, properties: Element | None, style: str) -> tuple[str, int] | None:
        """The list and level in which a paragraph stands, None if it is not numbered.

        Its own ``w:numPr`` comes first, then the nearest of its styles that has one; list 0 means none.
        """
        own = properties.find(w("numPr")) if properties is not None else None
        number, level = value(own, "numId"), whole_number(value(own, "ilvl"))
        if number is None:
            for key, link in self._styles.chain(style):
                inherited = link.paragraph.find(w("numPr")) if link.paragraph is not None else None
                if level is None:
                    level = whole_number(value(inherited, "ilvl"))
                number = value(inherited, "numId")
                if number is not None:
                    linked = self._level_of_style(number, key)
                    level = (
                        linked if linked is not None and whole_number(value(own, "ilvl")) is None else level
                    )
                    break
        if number is None or number not in self._instances:
            return None
        return number, min(max(level or 0, 0), _LEVELS - 1)

    def level(self, place: tuple[str, int]) -> Level:
        """The level at a place."""
        return self._level(*place)

    def count(self, place: tuple[str, int]) -> str:
        """Count one more paragraph at a place; its number as printed, "•" for a bullet, "" for neither."""
        number, index = place
        instance = self._instances[number]
        counted = self._list_of(number)
        if counted is None:
            return ""
        if instance.starts:
            first = min(instance.starts)
            counted.counters[first:] = [None] * (_LEVELS - first)
            counted.begin_at, instance.starts = instance.starts, {}
        for above in range(index):
            # A level that is passed over counts as used: after "1.1" the next on the first level is "2.".
            if counted.counters[above] is None:
                counted.counters[above] = self._first(counted, number, above)
        last = counted.counters[index]
        counted.counters[index] = self._first(counted, number, index) if last is None else last + 1
        for deeper in range(index + 1, _LEVELS):
            restart = self._level(number, deeper).restart
            if restart is None or index < restart:
                counted.counters[deeper] = None
                counted.begin_at.pop(deeper, None)
        return self._printed(number, index, counted.counters)

    def _first(self, counted: _List, number: str, index: int) -> int:
        """The number with which a level begins: once the one its list in use begins again with."""
        return counted.begin_at.pop(index, self._level(number, index).start)

    def _printed(self, number: str, index: int, counters: list[int | None]) -> str:
        level = self._level(number, index)
        if level.hidden:
            return ""
        if level.form == "bullet":
            return _BULLET

        def place(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = self._level(number, at)
            count = counters[at]
            form = "decimal" if level.legal and other.form != "decimalZero" else other.form
            return written(other.start if count is None else count, form, other.pattern)

        return " ".join(_PLACE.sub(place, level.text).split())

    def _level(self, number: str, index: int) -> Level:
        instance = self._instances[number]
        if index in instance.levels:
            return instance.levels[index]
        counted = self._list_of(number)
        return counted.levels.get(index, Level()) if counted else Level()

    def _level_of_style(self, number: str, style: str) -> int | None:
        """The level that a list keeps for a paragraph style (``w:pStyle`` of the level)."""
        if number not in self._instances:
            return None
        return next((at for at in range(_LEVELS) if self._level(number, at).style == style), None)

    def _list_of(self, number: str) -> _List | None:
        """The definition that a list counts in, through the links of list styles."""
        seen: set[str] = set()
        while number in self._instances:
            key = self._instances[number].definition
            found = self._lists.get(key)
            if found is None or not found.link or key in seen:
                return found
            seen.add(key)
            linked = self._styles.inherited(
                found.link,
                lambda link: (
                    value(link.paragraph.find(w("numPr")), "numId") if link.paragraph is not None else None
                ),
            )
            if linked is None or linked not in self._instances:
                return found
            number = linked
        return None


def _instance(number: Element) -> _Instance:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in number.iterfind(w("lvlOverride")):
        index = whole_number(override.get(w("ilvl")))
        if index is None or not 0 <= index < _LEVELS:
            continue
        replaced = override.find(w("lvl"))
        if replaced is not None:
            levels[index] = _level(replaced)[1]
        start = whole_number(value(override, "startOverride"))
        if start is not None:
            starts[index] = start
    return _Instance(value(number, "abstractNumId") or "", levels, starts)


def _level(element: Element) -> tuple[int, Level]:
    """A ``w:lvl`` with its index."""
    form = next((child for child in element.iter(w("numFmt")) if child.get(VAL)), None)
    start = whole_number(value(element, "start"))
    legal = switched(element, "isLgl")
    text = element.find(w("lvlText"))
    picture = any(local(child) == "lvlPicBulletId" for child in element)
    level = Level(
        start=0 if start is None else start,
        form="bullet" if picture else (form.get(VAL, "decimal") if form is not None else "decimal"),
        pattern=form.get(w("format"), "") if form is not None else "",
        text=text.get(VAL, "") if text is not None else "",
        legal=bool(legal),
        restart=whole_number(value(element, "lvlRestart")),
        style=value(element, "pStyle") or "",
        hidden=bool(switched(element.find(w("rPr")), "vanish")),
        paragraph=element.find(w("pPr")),
    )
    return min(max(whole_number(element.get(w("ilvl"))) or 0, 0), _LEVELS - 1), level
