"""Facts about documents the program knows (resources/catalogue.toml), and how a text is recognised."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from core.documents import Part, Standing
from resources.paths import CATALOGUE

_HEAD = 4_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What the catalogue says of one document; the fields mean what they mean in core's DocumentHead.

    ``in_head`` and ``anywhere`` are the phrases that a text must hold, in the form ``_plain`` gives.
    """

    symbol: str
    title: str
    language: str
    standing: Standing
    main_part: str
    in_head: tuple[str, ...]
    anywhere: tuple[str, ...] = ()
    short: str = ""
    date: dt.date | None = None
    cite_as: str = ""
    spoken: str = ""
    meeting: str = ""
    source_note: str = ""
    parts: tuple[Part, ...] = ()

    def describes(self, head: str, text: str) -> bool:
        """Whether all its phrases stand in a text of which ``head`` is the beginning, both plain."""
        return all(phrase in head for phrase in self.in_head) and all(
            phrase in text for phrase in self.anywhere
        )

    def part(self, found: Part) -> Part:
        """A part as an importer found it, with the title and citation known here."""
        known = next((part for part in self.parts if part.key == found.key), found)
        return Part(found.key, known.title, known.citation, self.standing)


def recognise(text: str) -> Facts | None:
    """The facts of the known document this text is, None if it is none of them."""
    plain = _plain(text)
    return next((facts for facts in catalogue() if facts.describes(plain[:_HEAD], plain)), None)


@cache
def catalogue() -> tuple[Facts, ...]:
    """All known documents in the order of the catalogue, read once."""
    return read_catalogue(CATALOGUE)


def read_catalogue(path: Path) -> tuple[Facts, ...]:
    """A catalogue from its file. It ships with the program, so KeyError and ValueError are our own faults."""
    return tuple(_facts(entry) for entry in tomllib.loads(path.read_text("utf-8"))["document"])


def _facts(entry: dict[str, Any]) -> Facts:
    recognised, parts = entry["recognise"], entry.get("part", [])
    known: dict[str, Any] = {
        name: value for name, value in entry.items() if name not in ("recognise", "part")
    }
    known["standing"] = Standing(entry["standing"])
    return Facts(
        **known,
        in_head=tuple(_plain(phrase) for phrase in recognised["head"]),
        anywhere=tuple(_plain(phrase) for phrase in recognised.get("anywhere", ())),
        parts=tuple(Part(part["key"], part["title"], part.get("citation", "")) for part in parts),
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
