"""Which resolution was adopted from a draft: told from symbols, titles and agenda items alone.

A draft goes by the body it was put before and its session (``A/C.1/80/L.9``), the resolution by the organ and
the session (``A/RES/80/46``). They belong together if both agree, the titles are the same, and the agenda
items, where both tell theirs, do not differ. Of several that would fit none is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.documents import DocumentHead
from core.symbols import Symbol, SymbolKind, parse_symbol

_ADOPTED = (SymbolKind.RESOLUTION, SymbolKind.DECISION)
_CALLED_DRAFT = re.compile(r"^\s*(?:revised )?draft (?:resolution|decision)(?: [IVXLC]+\b)?[\s:.–-]*", re.I)
_SESSION = re.compile(r"\d+")
_SPECIAL_SESSION = re.compile(r"(?:.*/)?(E?S-\d+)")
_COMMITTEE = re.compile(r"(?:CN?\.\d+|E?S-\d+)(?:/.*)?")
"""What a body of an organ adds to the organ's symbol: committees, commissions, special sessions."""


def adopted_from(draft: DocumentHead, among: Iterable[DocumentHead]) -> DocumentHead | None:
    """The resolution or decision that became of a draft, in its language; None without exactly one."""
    if "L." not in draft.symbol:
        return None
    session = session_of(draft.symbol)
    alike = [head for head in among if head.language == draft.language and session in head.symbol]
    found = [head for head in alike if head.id != draft.id and _became(draft, head)]
    return found[0] if len({head.symbol for head in found}) == 1 else None


def drafts_of(adopted: DocumentHead, among: Iterable[DocumentHead]) -> tuple[DocumentHead, ...]:
    """The drafts of an adopted text with their revisions, the last one first; none where they are of two."""
    session = session_of(adopted.symbol)
    if not session:
        return ()
    found: dict[str, tuple[Symbol, DocumentHead]] = {}
    for head in among:  # of a large library few need be taken apart
        if session not in head.symbol or "L." not in head.symbol or not _became(head, adopted):
            continue
        parsed = parse_symbol(head.symbol)
        if parsed is not None:
            found.setdefault(parsed.text, (parsed, head))
    if len({parsed.stem.casefold() for parsed, _ in found.values()}) > 1:
        return ()
    latest = sorted(found.values(), key=lambda each: -each[0].revision)
    return tuple(head for _, head in latest)


def title_key(title: str) -> str:
    """A title as it is compared: letters and digits in lower case, without "Draft resolution:"."""
    return re.sub(r"[\W_]+", " ", _CALLED_DRAFT.sub("", title).casefold()).strip()


def session_of(symbol: str) -> str:
    """The session in a symbol ("80" of A/C.1/80/L.9 and of A/RES/80/46); empty where it holds none."""
    parsed = parse_symbol(symbol)
    if parsed is None:
        return ""
    if parsed.kind in _ADOPTED:
        return parsed.number.partition("/")[0] if "/" in parsed.number else ""
    if special := _SPECIAL_SESSION.fullmatch(parsed.body):
        return special[1]
    rest = parsed.text[len(parsed.body) :].strip("/").split("/")
    return rest[0] if len(rest) > 1 and _SESSION.fullmatch(rest[0]) else ""


def _became(draft: DocumentHead, adopted: DocumentHead) -> bool:
    if draft.language != adopted.language:
        return False
    if title_key(draft.title) != title_key(adopted.title) or not title_key(draft.title):
        return False
    one, other = parse_symbol(draft.symbol), parse_symbol(adopted.symbol)
    if one is None or other is None:
        return False
    if one.kind is not SymbolKind.DRAFT or one.is_correction or one.is_addition or other.kind not in _ADOPTED:
        return False
    organ, _, committee = one.body.partition(f"{other.body}/")
    if one.body != other.body and (organ or not _COMMITTEE.fullmatch(committee)):
        return False
    session = session_of(one.text)
    if not session or session != session_of(other.text):
        return False
    if draft.date is not None and adopted.date is not None and adopted.date < draft.date:
        return False
    items = _item(draft), _item(adopted)
    return items[0] == items[1] or "" in items


def _item(head: DocumentHead) -> str:
    return "".join(head.agenda_item.split()).casefold()
