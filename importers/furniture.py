"""What every format puts on a page that belongs to no paragraph: job numbers, the distribution box."""

from __future__ import annotations

import re
from collections.abc import Iterable

from importers.lines import Line

_JOB_NUMBER = re.compile(
    r"\*?\d{2}-\d{5}\*?(?:\s*\(?[A-Z]\)?)?(?:\s+\d{6})*(?:\s+\*\d{7,8}\*)?|\*\d{7,8}\*|\(?[ACEFRS]\)?\s+\d{6}"
)
"""The number of a document in the United Nations' conference services: "24-20845 (E) 091224", "*2420845*"."""
_BOX = re.compile(
    r"\b(?:Distr|United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|Original\s*:)"
    r"|联合国|聯合國|الأمم المتحدة|التوزيع",
    re.I,
)
_DISTRIBUTION = re.compile(r"(?:Distr\.|التوزيع|分发|Distribución|Общая рассылка).{0,40}", re.I)
_ORIGINAL = re.compile(r"(?:Original|Оригинал|الأصل|原文)\s*[:：].{0,40}", re.I)
_HEAD_LINES = 12
_BOX_WORDS = 60
_LONG = 40
"""Words that no line has which stands above the text proper."""


def is_job_number(text: str) -> bool:
    """Whether a line is the number that conference services gave to a document."""
    return _JOB_NUMBER.fullmatch(text) is not None


def is_box(text: str) -> bool:
    """Whether words of a table are those of the box that stands at the head of a document's first page."""
    return len(text.split()) <= _LONG and _BOX.search(text) is not None


def is_head_box(lines: list[Line]) -> bool:
    """Whether the lines of a table, cell by cell, are those of the distribution box."""
    return (
        any(is_box(line.text) for line in lines)
        and sum(len(line.text.split()) for line in lines) <= _BOX_WORDS
    )


def is_distribution(text: str) -> bool:
    """Whether a line says to whom a document is distributed, or in which language it was written."""
    return _DISTRIBUTION.fullmatch(text) is not None or _ORIGINAL.fullmatch(text) is not None


def at_head(lines: list[Line]) -> bool:
    """Whether what follows these lines still stands at the head of the document, above its text."""
    return len(lines) < _HEAD_LINES and not any(len(line.text.split()) > _LONG for line in lines)


def apart(lines: Iterable[Line]) -> tuple[list[Line], list[str]]:
    """The lines of the text, and the furniture that stood among them in lines of its own."""
    kept: list[Line] = []
    furniture: list[str] = []
    for line in lines:
        head = at_head(kept)
        boxed = head and len(line.cells) > 1 and is_box(line.text)
        if boxed or is_job_number(line.text) or (head and is_distribution(line.text)):
            furniture += [piece for piece in (line.cells or (line.text,)) if piece]
        else:
            kept.append(line)
    return kept, furniture
