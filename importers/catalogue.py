"""Facts about documents the program knows (resources/catalogue.toml), and how a text is recognised."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from core.documents import Part, Standing
from core.symbols import canonical_symbol, parse_symbol
from resources.paths import CATALOGUE

_HEAD = 6_000


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a text must hold to be a known one, in the form ``_plain`` gives: near its beginning, anywhere.

    ``title`` is the document's title in the language of the phrases, empty where that is English.
    """

    in_head: tuple[str, ...]
    anywhere: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the catalogue says of one document; the fields mean what they mean in core's DocumentHead.

    ``standing`` is None where it is not certain how the text was adopted. A document with ``recognised`` is
    known by any of these phrases, one without by its symbol. One of a ``series`` of resolutions is called as
    all of them usually are, which its own title may word a little differently. ``numbered`` counts its
    paragraphs with a number, 0 where that is not known.
    """

    symbol: str
    title: str
    standing: Standing | None = None
    main_part: str = ""
    recognised: tuple[Phrases, ...] = ()
    short: str = ""
    date: dt.date | None = None
    cite_as: str = ""
    spoken: str = ""
    meeting: str = ""
    source_note: str = ""
    parts: tuple[Part, ...] = ()
    series: bool = False
    numbered: int = 0

    def may_be(self, numbered: int) -> bool:
        """Whether a text with so many numbered paragraphs can be the document, and not one that quotes it."""
        return 2 * numbered >= self.numbered


def recognise(text: str) -> Facts | None:
    """The facts of the known document this text is by its phrases, None if it is none of them."""
    head = _plain(text[: 2 * _HEAD])[:_HEAD]
    plain = ""
    for facts in catalogue():
        for phrases in facts.recognised:
            if not all(phrase in head for phrase in phrases.in_head):
                continue
            plain = plain or _plain(text)
            if all(phrase in plain for phrase in phrases.anywhere):
                return replace(facts, title=phrases.title or facts.title)
    return None


def known_by_symbol(symbol: str) -> Facts | None:
    """The facts of the document with this symbol, in any language; None if there is none."""
    return _by_symbol().get(canonical_symbol(symbol))


@cache
def catalogue() -> tuple[Facts, ...]:
    """All known documents in the order of the catalogue, read once."""
    return read_catalogue(CATALOGUE)


@cache
def _by_symbol() -> dict[str, Facts]:
    return {facts.symbol: facts for facts in catalogue() if facts.symbol and not facts.recognised}


def read_catalogue(path: Path) -> tuple[Facts, ...]:
    """A catalogue from its file. It ships with the program, so KeyError and ValueError are our own faults."""
    read = tomllib.loads(path.read_text("utf-8"))
    single = [_facts(entry) for entry in read.get("document", ())]
    return (*single, *(facts for series in read.get("series", ()) for facts in _resolutions(series)))


def _facts(entry: dict[str, Any]) -> Facts:
    known = {name: value for name, value in entry.items() if name not in ("recognise", "part", "standing")}
    return Facts(
        **known,
        standing=Standing(entry["standing"]) if "standing" in entry else None,
        recognised=tuple(
            Phrases(
                tuple(map(_plain, phrases["head"])),
                tuple(map(_plain, phrases.get("anywhere", ()))),
                phrases.get("title", ""),
            )
            for phrases in entry.get("recognise", ())
        ),
        parts=tuple(
            Part(part["key"], part["title"], part.get("citation", "")) for part in entry.get("part", ())
        ),
    )


def _resolutions(series: dict[str, Any]) -> Iterator[Facts]:
    """The resolutions of a series, each with its date and with what is certain of its adoption."""
    for symbol, date in series["adopted"].items():
        parsed = parse_symbol(symbol)
        standing = None
        if symbol in series.get("consensus", ()):
            standing = Standing.CONSENSUS
        elif symbol in series.get("vote", ()):
            standing = Standing.VOTE
        yield Facts(
            symbol, series["title"], standing, date=date, spoken=parsed.spoken if parsed else "", series=True
        )


_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "ё": "е", "Ё": "Е"})
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")


def _plain(text: str) -> str:
    """A text for comparing: single spaces, no case, one apostrophe and dash, no vowels in Arabic."""
    return " ".join(_ARABIC_MARKS.sub("", text.translate(_QUOTES)).split()).casefold()
