"""With which documents a delegate would compare one: other revisions, the adopted text, last year's, and why.

Told from heads alone (symbols, titles, short names, sessions, dates), so that a library of any size can be
looked through at once.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from core.comparing.adoption import adopted_from, drafts_of, title_key
from core.documents import DocumentHead
from core.symbols import Symbol, SymbolKind, parse_symbol, same_text

_ORDINAL = re.compile(
    r"\b(?:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y[ -])?(?:first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth|hundredth)\b|\b\d+\w*\b|\b[ivxl]+\b"
)
_CONFERENCE = re.compile(r"A/CONF\.\d+(?!\d)", re.I)
_ALIKE = 0.75
"""What share of the words of two titles they must have in common to be taken for the same series."""


class Tie(IntEnum):
    """What ties two documents together; the likeliest to be compared first."""

    REVISION = 1
    ADOPTED = 2
    DRAFT = 3
    SERIES = 4
    MEETING = 5


@dataclass(frozen=True, slots=True)
class Partner:
    """A document to compare another one with; ``why`` says in a few words what ties them together."""

    document: DocumentHead
    tie: Tie
    why: str


def partners_of(document: DocumentHead, among: Iterable[DocumentHead]) -> tuple[Partner, ...]:
    """The likely partners of a document in its language, each once, the nearest tie and year first."""
    heads = [head for head in among if head.id != document.id and head.language == document.language]
    heads.sort(key=lambda head: _nearness(document, head))
    found: dict[uuid.UUID, Partner] = {}
    for head, tie, why in (
        *((head, Tie.REVISION, why) for head, why in _revisions(document, heads)),
        *((head, Tie.ADOPTED, "adopted from this draft") for head in _adopted(document, heads)),
        *((head, Tie.DRAFT, "the draft of this text") for head in drafts_of(document, heads)),
        *((head, Tie.SERIES, _when(document, head)) for head in _of_series(document, heads)),
        *((head, Tie.MEETING, "of the same meeting") for head in heads if _same_meeting(document, head)),
    ):
        found.setdefault(head.id, Partner(head, tie, why))
    return tuple(found.values())


def is_earlier(one: DocumentHead, other: DocumentHead) -> bool:
    """Whether one document is the older of two: by revision, by date, or a draft before other texts."""
    first, second = parse_symbol(one.symbol), parse_symbol(other.symbol)
    if first and second and same_text(first, second) and first.revision != second.revision:
        return first.revision < second.revision
    if one.date and other.date and one.date != other.date:
        return one.date < other.date
    drafts = [bool(each and each.kind.is_draft) for each in (first, second)]
    if drafts[0] != drafts[1]:
        return drafts[0]
    return (one.date is None, one.symbol) < (other.date is None, other.symbol)


def process_of(document: DocumentHead) -> str:
    """The process a document belongs to, the same for all of it: its conference, or its title year by year.

    All meetings on the Programme of Action are of one conference ("A/CONF.192"), under whatever title.
    """
    conference = _CONFERENCE.match(document.symbol)
    return conference[0].upper() if conference else title_key(document.title) or document.name


def _revisions(document: DocumentHead, heads: list[DocumentHead]) -> Iterable[tuple[DocumentHead, str]]:
    """Other revisions of a text, the nearest first, of two the earlier one."""
    own = parse_symbol(document.symbol)
    if own is None:
        return []
    begins = own.stem.casefold()
    alike = [head for head in heads if head.symbol.casefold().startswith(begins)]
    others = [(parse_symbol(head.symbol), head) for head in alike]
    same = [(other, head) for other, head in others if other and same_text(other, own)]
    same.sort(key=lambda each: (abs(each[0].revision - own.revision), each[0].revision > own.revision))
    return [(head, _revision_words(own, other)) for other, head in same]


def _revision_words(own: Symbol, other: Symbol) -> str:
    if other.revision == own.revision:
        return "another text of it"
    if other.revision > own.revision:
        return "a later revision"
    return "an earlier revision" if other.revision else "the first text"


def _adopted(document: DocumentHead, heads: list[DocumentHead]) -> Iterable[DocumentHead]:
    found = adopted_from(document, heads)
    return [head for head in heads if found is not None and head.symbol == found.symbol]


def _of_series(document: DocumentHead, heads: list[DocumentHead]) -> list[DocumentHead]:
    """The documents of the same yearly series: of the same short name but for its number, or title."""
    series, words, sort = _series_name(document), _title_words(document), _sort(document)

    def is_one(head: DocumentHead) -> bool:
        if series and head.short and series == _series_name(head):
            return True
        if 2 * len(words & set(head.title.casefold().split())) < len(words):  # most are told apart by this
            return False
        others = _title_words(head)
        alike = len(words & others) >= _ALIKE * len(words | others)
        return alike and sort is _sort(head) and document.symbol != head.symbol

    return [head for head in heads if is_one(head)] if words or series else []


def _series_name(head: DocumentHead) -> str:
    named = re.fullmatch(r"(.*?\D)\d+", head.short.casefold())
    return named[1].strip() if named else ""


def _title_words(head: DocumentHead) -> frozenset[str]:
    return frozenset(_ORDINAL.sub(" ", title_key(head.title)).split())


def _sort(head: DocumentHead) -> SymbolKind | None:
    parsed = parse_symbol(head.symbol)
    return parsed.kind if parsed else None


def _same_meeting(one: DocumentHead, other: DocumentHead) -> bool:
    """Whether two are papers of one conference, of which at least one is a draft."""
    if "CONF" not in one.symbol or "CONF" not in other.symbol:
        return False
    first, second = parse_symbol(one.symbol), parse_symbol(other.symbol)
    if first is None or second is None or not (first.kind.is_draft or second.kind.is_draft):
        return False
    return _issued_under(first) == _issued_under(second)


def _issued_under(symbol: Symbol) -> str:
    return symbol.stem.split("/Add.")[0].rpartition("/")[0]


def _when(document: DocumentHead, head: DocumentHead) -> str:
    if document.date is None or head.date is None or document.date.year == head.date.year:
        return "of the same series"
    years = head.date.year - document.date.year
    if abs(years) == 1:
        return "of the year before" if years < 0 else "of the year after"
    return f"{abs(years)} years {'earlier' if years < 0 else 'later'}"


def _nearness(document: DocumentHead, head: DocumentHead) -> tuple[int, bool, str]:
    """How many years lie between two documents; of two as near the earlier one comes first."""
    if document.date is None or head.date is None:
        return 10_000, False, head.symbol
    years = head.date.year - document.date.year
    return abs(years), years > 0, head.symbol
