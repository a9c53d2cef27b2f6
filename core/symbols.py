"""Symbols of United Nations documents: what is one, what it says of its document, which revises which.

A symbol is the body, what it is issued under, and a number, with slashes between them: ``A/RES/79/40``,
``S/RES/2370 (2017)``, ``A/C.1/80/L.9/Rev.1``, ``A/CONF.192/BMS/2022/1``, ``A/80/6 (Sect. 24)/Corr.1``. It is
the same in all languages. Resolutions before 1976 are numbered through, with the session in Roman numerals
(``A/RES/3363 (XXX)``, ``3363 (XXX)``); some resolutions carry a letter (``A/RES/56/24 V``, ``56/24 V``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class SymbolKind(StrEnum):
    """What kind of document a symbol names."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DRAFT = "limited distribution"
    CONFERENCE_PAPER = "conference room paper"
    WORKING_PAPER = "working paper"
    INFORMATION = "information paper"
    DOCUMENT = "document"

    @property
    def is_draft(self) -> bool:
        """Whether documents of this kind are put forward but not adopted: L., CRP. and WP."""
        return self in (SymbolKind.DRAFT, SymbolKind.CONFERENCE_PAPER, SymbolKind.WORKING_PAPER)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart.

    ``text`` is its canonical form. ``body`` is who issued it ("A", "A/C.1", "ECE/TRANS/WP.29"), ``number``
    its own number ("79/40", "2370 (2017)", "L.9"), ``stem`` the symbol without the revision it ends with,
    and ``revision`` that revision's number: 0 for a first text, and for what is added to a revision or
    corrects one ("L.9/Rev.1/Add.1" is no revision of "L.9"). ``suffix`` follows the number ("Rev.1/Add.1").
    """

    text: str
    body: str
    kind: SymbolKind
    number: str
    stem: str
    revision: int = 0
    suffix: str = ""

    @property
    def is_correction(self) -> bool:
        """Whether it corrects the document named before its last part."""
        return _last(self.suffix) == "corr"

    @property
    def is_addition(self) -> bool:
        """Whether it adds to the document named before its last part."""
        return _last(self.suffix) == "add"

    @property
    def spoken(self) -> str:
        """What a speaker calls a resolution or decision ("General Assembly resolution 79/40"), else empty."""
        organ = _ORGANS.get(self.body, "")
        named = self.kind in (SymbolKind.RESOLUTION, SymbolKind.DECISION)
        return f"{organ} {self.kind} {self.number}" if organ and named and not self.suffix else ""


_ORGANS = {
    "A": "General Assembly",
    "S": "Security Council",
    "E": "Economic and Social Council",
    "A/HRC": "Human Rights Council",
}
_BODIES = (
    *("A", "S", "E", "T", "ST", "SG", "DP", "TD", "ECE", "ESCAP", "ECA", "LC", "UNEP", "UNCTAD", "ITC", "CD"),
    *("CCPR", "CEDAW", "CERD", "CRC", "CRPD", "CMW", "CED", "CAT", "HRI", "OHCHR", "FCCC", "ICCD", "CBD"),
    *("CTOC", "CAC", "UNODC", "ID", "IDB", "UNIDO", "GC", "HSP", "HS", "JIU", "LOS", "SPLOS", "ISBA", "PBC"),
    *(
        "NPT",
        "BWC",
        "CCW",
        "APLC",
        "CCM",
        "ATT",
        "TPNW",
        "UNW",
        "CEB",
        "ICSC",
        "TRANS",
        "TRADE",
        "CES",
        "WFP",
    ),
)
_BODY = "(?:" + "|".join(sorted(_BODIES, key=len, reverse=True)) + ")"
_ROMAN = r"(?:E?S-|SS-)?[IVXLC]+"
_QUALIFIER = (
    rf"\((?:\d{{4}}|{_ROMAN}|Plan outline|Introduction|Foreword|SUPP|"
    r"(?:Sects?|Parts?|Vol|Suppl?|Chaps?|Prog|Income sect|Annex)\.? ?[\dIVXLC]+"
    r"(?:[ ,–&-]+(?:and )?[\dIVXLC]+)*)\)"
)
_LETTER = r" ?[A-Z](?= ?\(|\s*(?:$|[.,;:)\]»”])|\s+(?:of|and|or)\b)"
_PIECE = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
_RESOLUTION = (
    rf"{_BODY}(?:/[A-Z]+)?/(?:RES|DEC)/(?:S-|ES-)?\d+(?:/\d+)?"
    rf"(?:{_LETTER})?(?: ?\((?:\d{{4}}|{_ROMAN})\))?(?:{_LETTER})?"
)
_DOCUMENT = rf"{_BODY}(?=/\S*\d)(?:/{_PIECE}(?: ?{_QUALIFIER})?)+"
_OLD = rf"[1-9]\d{{0,3}}(?: [A-Z])? \({_ROMAN}\)(?: [A-Z](?!\w))?|(?:3[1-9]|[4-9]\d)/\d{{1,3}} [A-Z](?![\w-])"
_SUFFIXED = r"(?:/(?:Rev|Add|Corr|Amend)\.\d+)*"
_SYMBOL = re.compile(rf"(?<![\w/.-])(?:{_RESOLUTION}{_SUFFIXED}|{_DOCUMENT}|{_OLD})(?![\w/])")
_NOT_ASCII = str.maketrans({"‐": "-", "‑": "-", "∕": "/", "／": "/", "（": " (", "）": ")", "\u00a0": " "})
_SUFFIX = re.compile(r"[/._](Rev|Add|Corr|Amend)\.?(\d{1,3})", re.I)
_SUFFIXES = re.compile(rf"(?:{_SUFFIX.pattern})+$", re.I)
_KINDS = (
    (re.compile(r"L\.\d+(?:[A-Z]|\.\d+)?"), SymbolKind.DRAFT),
    (re.compile(r"CRP\.?\d+(?:[A-Z]|\.\d+)?"), SymbolKind.CONFERENCE_PAPER),
    (re.compile(r"WP\.\d+(?:[A-Z]|\.\d+)?"), SymbolKind.WORKING_PAPER),
    (re.compile(r"INF(?:\.\d+)?"), SymbolKind.INFORMATION),
)


def is_symbol(text: str) -> bool:
    """Whether a text is one symbol and nothing else (an asterisk of a reissued document may follow)."""
    return _SYMBOL.fullmatch(canonical_symbol(text)) is not None


def find_symbols(text: str) -> list[str]:
    """All symbols in a text in their canonical forms, in order, each as often as it stands there."""
    return [canonical_symbol(found[0]) for found in _SYMBOL.finditer(text.translate(_NOT_ASCII))]


def without_symbols(text: str) -> str:
    """A text without the symbols in it, its spaces put in order."""
    return " ".join(_SYMBOL.sub(" ", text.translate(_NOT_ASCII)).split())


def canonical_symbol(typed: str) -> str:
    """A symbol in the form used here: single spaces, one before a parenthesis or a resolution's letter.

    What is no symbol comes back with its spaces put in order and is otherwise unchanged.
    """
    text = " ".join(typed.translate(_NOT_ASCII).split()).rstrip("* ")
    text = re.sub(r"(?<=\w)\((?=[^()]*\))", " (", text)
    text = re.sub(r"\((Sects?|Parts?|Vol)(\.?)(?=\d)", r"(\1\2 ", text)
    return re.sub(r"(/RES/[\d/]*\d)([A-Z])$", r"\1 \2", text)


def parse_symbol(text: str) -> Symbol | None:
    """A symbol taken apart, None for a text that is none."""
    symbol = canonical_symbol(text)
    if _SYMBOL.fullmatch(symbol) is None:
        return None
    suffixes = _SUFFIXES.search(symbol)
    base = symbol[: suffixes.start()] if suffixes else symbol
    suffix = symbol[suffixes.start() + 1 :] if suffixes else ""
    parts = list(_SUFFIX.finditer(symbol, suffixes.start())) if suffixes else []
    revised = bool(parts) and parts[-1][1].lower() == "rev"
    stem = symbol[: parts[-1].start()] if revised else symbol
    body, kind, number = _named(base)
    return Symbol(symbol, body, kind, number, stem, int(parts[-1][2]) if revised else 0, suffix)


def revises(later: str, earlier: str) -> bool:
    """Whether one symbol names a later revision of the text another one names."""
    one, other = parse_symbol(later), parse_symbol(earlier)
    return one is not None and other is not None and same_text(one, other) and one.revision > other.revision


def earlier_revision(symbol: str, among: Iterable[str]) -> str | None:
    """Of these symbols the one that this one revises: the highest of the lower ones; None without one."""
    one = parse_symbol(symbol)
    if one is None or not one.revision:
        return None
    best: tuple[int, str] | None = None
    for text in among:
        other = parse_symbol(text)
        if other is None or not same_text(one, other) or other.revision >= one.revision:
            continue
        if best is None or other.revision > best[0]:
            best = (other.revision, text)
    return best[1] if best else None


def same_text(one: Symbol, other: Symbol) -> bool:
    """Whether two symbols name revisions of one text."""
    return one.stem.casefold() == other.stem.casefold()


def _last(suffix: str) -> str:
    found = re.search(r"([A-Za-z]+)\.?\d+$", suffix)
    return found[1].lower() if found else ""


def _named(base: str) -> tuple[str, SymbolKind, str]:
    """Body, kind and number of a symbol without its suffixes."""
    for mark, kind in (("/RES/", SymbolKind.RESOLUTION), ("/DEC/", SymbolKind.DECISION)):
        if mark in base:
            body, _, number = base.partition(mark)
            return body, kind, number
    if base[0].isdigit():
        return "A", SymbolKind.RESOLUTION, base
    pieces = base.split("/")
    last = pieces[-1]
    kind = next((kind for form, kind in _KINDS if form.fullmatch(last)), SymbolKind.DOCUMENT)
    ends = next((at for at, piece in enumerate(pieces) if at and piece[0].isdigit()), len(pieces))
    if kind is not SymbolKind.DOCUMENT:
        ends = min(ends, len(pieces) - 1)
        return "/".join(pieces[:ends]), kind, last
    return "/".join(pieces[:ends]), kind, "/".join(pieces[ends:])
