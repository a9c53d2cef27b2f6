"""What a typed reference may mean beside its letter, and what is told where it means nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.citations import parse_citation

_SUB = re.compile(r"\((?:[a-z]|[ivxl]{1,5}|[1-9]\d?)\)", re.I)


def typed_out(typed: str) -> str:
    """A reference as it may be typed: of a citation in Markdown ("[@BMS8, para. 62]") what it names."""
    cited = parse_citation(typed) if typed.lstrip().startswith("[@") else None
    return str(cited) if cited else typed


def labels_meant(label: str) -> Iterator[str]:
    """A label, then those it may be a sub-paragraph of; the label alone if it cannot be one."""
    yield label
    numbers, bracket, _ = label.partition("(")
    if bracket and _SUB.sub("", label[len(numbers) :]):
        return
    while label.endswith(")"):
        label = label[: label.rindex("(")]
        yield label


def range_of(name: str, labels: Iterable[str]) -> str:
    """ "BMS8 has paragraphs 1 to 97", where a document's paragraphs are plain numbers; else empty."""
    numbers = sorted({int(label) for label in labels if label.isdecimal()})
    if not numbers:
        return ""
    gaps = "" if numbers[-1] - numbers[0] + 1 == len(numbers) else ", with gaps"
    return f"{name} has paragraphs {numbers[0]} to {numbers[-1]}{gaps}."
