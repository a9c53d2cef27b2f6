"""Which documents of a library are one document: its language versions, and several readings of one text.

One symbol covers all languages (DOMAIN.md, "How texts are cited"). A text that was read twice, the second
time better, stands in the library twice, and the later reading is meant.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping

from core.documents import LANGUAGES, DocumentHead
from db.reference.cache import squashed

_LANGUAGE = re.compile(rf"\s*\(({'|'.join(LANGUAGES)})\)\s*$", re.I)


def told_language(typed: str) -> tuple[str, str]:
    """What was typed without a language at its end, and that: "BMS8/62 (fr)" is ("BMS8/62", "fr")."""
    found = _LANGUAGE.search(typed)
    return (typed[: found.start()], found[1].lower()) if found else (typed, "")


def identity(head: DocumentHead) -> Hashable:
    """What all languages and readings of a document have in common: symbol, or else short name."""
    symbol = squashed(head.symbol)
    if symbol:
        return "symbol", symbol
    short = squashed(head.short)
    return ("short", short) if short else head.id


def preferred(heads: Mapping[int, DocumentHead]) -> list[DocumentHead]:
    """The documents in the order a name that fits several should take them: English, then added last."""
    latest_first = [head for _, head in sorted(heads.items(), key=lambda item: -item[0])]
    return sorted(latest_first, key=lambda head: head.language != "en")


def languages_of(head: DocumentHead, heads: Mapping[int, DocumentHead]) -> list[DocumentHead]:
    """This document and, in the Organization's order, the last reading of it in each other language."""
    versions: dict[str, DocumentHead] = {head.language: head}
    for other in preferred(heads):
        if identity(other) == identity(head):
            versions.setdefault(other.language, other)
    order = list(LANGUAGES)
    rest = sorted(
        (other for other in versions.values() if other.id != head.id),
        key=lambda other: (
            order.index(other.language) if other.language in order else len(order),
            other.language,
        ),
    )
    return [head, *rest]


def named_languages(heads: Iterable[DocumentHead]) -> list[str]:
    """The names of the languages of these documents, each once."""
    return list(dict.fromkeys(LANGUAGES.get(head.language, head.language) for head in heads))
