"""References to paragraphs: the canonical form, and the loose forms that people type.

Canonical (DESIGN.md, "References"): ``<name>/<label>``, where the label may be led by the part that is not
the document's main one: ``BMS8/62``, ``BMS8/report.17``, ``RevCon3/II.32``, ``A/RES/79/40/pp.7``,
``ATT/5.2``, ``BMS8/62(a)``, ``ECE/TRANS/WP.29/2026/139/5.1.2.3``, ``A/CONF.192/L.1/21bis``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.documents import DocumentHead
from core.labels import BIS
from core.numerals import roman_value


@dataclass(frozen=True, slots=True)
class Reference:
    """A paragraph's address. ``document`` is empty where only a number was typed ("II.32").

    ``part`` is empty for the document's main part.
    """

    document: str
    part: str
    label: str

    def __str__(self) -> str:
        """The canonical form."""
        prefix = f"{self.part}." if self.part else ""
        return f"{self.document}/{prefix}{self.label}"


_WORDS = (
    r"outcome document|outcome|operative|paragraphs?|paras?|par|párrafos?|párr|paragraphes?|пункты?|п|"
    r"sections?|sects?|sec|articles?|artículos?|статья|статьи|ст|art|rules?|principles?|guidelines?|op|الفقرة|المادة"
)
_NOISE = re.compile(rf"\b(?:{_WORDS})\b\.?|[§¶,/]", re.I)
_PREAMBULAR = re.compile(r"\b(?:preambular(?:\s+paras?\.?|\s+paragraphs?)?|pp)\b\.?\s*(?=\d)", re.I)
_PART = re.compile(r"^\s*(annex|report|agenda(?:\s+item)?|item)\b[.,]?\s*", re.I)
_BIS = "|".join(BIS)
_LABEL = re.compile(
    r"^(?:(?P<roman>[ivxlc]+)[\s.,]+|(?P<letter>[a-h])\.\s*)?"
    rf"(?P<prefix>[a-z](?=\d+\.))?(?P<numbers>\d+(?:\s?(?:{_BIS})(?=\s*\.\s*\d))?(?:\s*\.\s*\d+)*)\.?"
    rf"(?:\s?(?P<suffix>{_BIS}|alt\.?\s?\d{{0,2}})\b\.?)?"
    rf"(?P<subs>(?:\s*\([^\W_]{{1,6}}(?:\s?(?:{_BIS}))?\))*)$",
    re.I,
)
_SUBS_ALONE = re.compile(r"(?:\([^\W\d_]{1,6}\))+")
"""The label of a list that hangs on no numbered paragraph, as in a decision: "(a)", "(b)(ii)"."""
_KEYED = re.compile(
    r"^[\s,./]*(?P<key>(?:annex|appendix|enclosure|attachment|schedule|protocol|draft|resolution|section)"
    r"[-‐‑][a-z0-9]{1,7}(?:-(?:appendix|enclosure|attachment)(?:-[a-z0-9]{1,5})?)?"
    r"|appendix|enclosure|attachment|schedule|protocol|draft|resolution|text|articles|rules|principles)(?:\s*,\s*|\.|/)",
    re.I,
)
"""A part by its key, as a canonical reference and a stored citation name it ("annex-2.5")."""
_NAMED = re.compile(
    r"^[\s,./]*(?P<what>appendix|enclosure|schedule|protocol|draft resolution|resolution(?=\s[a-z]\b))"
    r"\s+(?P<number>\d{1,2}|[ivxl]{1,6}|[a-z])\b\s*,\s*",
    re.I,
)
_LATER_ANNEX = re.compile(
    r"\bannex(?:\s*[-‐‑]\s*(?P<keyed>\d{1,2}|[a-z])\b|"
    r"\s+(?P<number>\d{1,2})(?=\s*[,;]?\s*(?:para|par\b|sect?|art|preambular|op\b|pp\b|[§¶])|\s*,\s*\d))[\s.,/]*",
    re.I,
)
_IN_ARTICLE = re.compile(
    r"\b(?:art(?:icle|ículo)?|rule|principle|guideline|статья|статьи)\b\.?\s*(?P<article>\d+)"
    rf"(?:\s?(?P<bis>{_BIS})\b)?\s*"
    r"(?:,\s*(?:para(?:graph)?|párr(?:afo)?|paragraphe|пункт)\b\.?\s*(?P<paragraph>\d)|\(\s*(?P<bracketed>\d{1,3})\s*\))",
    re.I,
)
_LETTERED_SECTION = re.compile(r"\bsect(?:ion)?\b\.?\s+([a-h])\s*,", re.I)
_HOLDS_THE_AGENDA = re.compile(
    r"^[\s,]*(?:report\s*,\s*)?para(?:graph)?\.?\s*\d+\s*,\s*(?=agenda\s+item\b)", re.I
)
_PART_KEYS = {"annex": "annex", "report": "report", "agenda": "agenda", "item": "agenda"}
_NAMED_KEYS = {"draft resolution": "draft"}


def parse_label(typed: str) -> tuple[str, str] | None:
    """The (part, label) a typed locator means ("sect. II, para. 32" is ("", "II.32")), None if it is none.

    An article and its paragraph are one label: "Article 5, paragraph 2 (a)" and "art. 5 (2) (a)" are
    "5.2(a)". A list without a paragraph of its own, as in a decision, has the letters alone: "(a)".
    """
    part, typed = _part_first(typed)
    typed = _LETTERED_SECTION.sub(r"\1.", typed)
    rest = _NOISE.sub(" ", _IN_ARTICLE.sub(_article_label, _HOLDS_THE_AGENDA.sub("", typed)))
    if not part and (named := _PART.match(rest)):
        part = _PART_KEYS[named[1].split()[0].lower()]
        rest = rest[named.end() :].lstrip(" .,")
    preambular, count = _PREAMBULAR.subn("", rest)
    found = _LABEL.match(" ".join(preambular.split()).strip(" ."))
    if found is None:
        alone = _SUBS_ALONE.fullmatch("".join(rest.split()))
        return (part, alone.group().lower()) if alone else None
    section = found["roman"] or found["letter"]
    pieces = (
        "pp." if count else "",
        f"{section.upper()}." if section else "",
        (found["prefix"] or "").upper(),
        re.sub(r"\s+", "", found["numbers"]),
        re.sub(r"[\s.]+", "", found["suffix"] or "").lower(),
        re.sub(r"\s+", "", found["subs"] or "").lower(),
    )
    return part, "".join(pieces)


def _part_first(typed: str) -> tuple[str, str]:
    """The part that a locator is led by, if it is one that can be told at once, and what stands after it."""
    if keyed := _KEYED.match(typed):
        return keyed["key"].lower().replace("‐", "-").replace("‑", "-"), typed[keyed.end() :]
    if named := _NAMED.match(typed):
        what, number = named["what"].lower(), named["number"].lower()
        return f"{_NAMED_KEYS.get(what, what)}-{_part_number(number, lettered=what == 'resolution')}", typed[
            named.end() :
        ]
    later = _LATER_ANNEX.search(typed)
    if later and not re.search(r"\w", _NOISE.sub(" ", typed[: later.start()])):
        return f"annex-{(later['keyed'] or later['number']).lower()}", typed[later.end() :]
    return "", typed


def _part_number(number: str, *, lettered: bool) -> str:
    """A Roman numeral in digits, as keys have it; a letter stays one."""
    return number if lettered else str(roman_value(number) or number)


def _article_label(found: re.Match[str]) -> str:
    return f"{found['article']}{found['bis'] or ''}.{found['paragraph'] or found['bracketed']}"


def parse_reference(typed: str, documents: Iterable[DocumentHead]) -> Reference | None:
    """Reads what a person typed as a reference into these documents; None if it is not one.

    The document may be named by short name, symbol or the name it is cited by, in any case and spacing
    ("bms 8 para 62"); the longest name that fits wins. A bare number is a reference only if its form tells
    so ("II.32", "para 62", "§ 62"), since "62" alone may as well be a word to search for.
    """
    text = " ".join(typed.split())
    known = list(documents)
    if (found := _led_by_name(text, known)) is not None:
        return found
    for turned in turned_forms(text):
        if (found := _led_by_name(turned, known)) is not None:
            return found
    if _named_first(text, known) is not None:
        return None
    parsed = parse_label(text)
    marked = re.search(r"[§¶]|\bpara|\bpp\b|^[ivxlc]+[\s.,]+\d", text, re.I)
    return Reference("", *parsed) if parsed and marked else None


def turned_forms(typed: str) -> list[str]:
    """Forms that begin with the document's name, of a reference that ends with it ("para 62 of BMS8")."""
    forms = []
    for of in re.finditer(r"\s+of\s+", typed[:200], re.I):
        locator, name = typed[: of.start()].rstrip(" ,"), typed[of.end() :]
        if part := re.search(r"\s+of\s+the\s+(report|annex|agenda)$", locator, re.I):
            locator = locator[: part.start()].rstrip(" ,")
            locator = locator if _PART.match(locator) else f"{part[1]}, {locator}"
        if parse_label(locator) is not None:
            forms += [f"{name} {locator}", f"{re.sub(r'^the ', '', name, flags=re.I)} {locator}"]
    return list(dict.fromkeys(forms))


def shortened(typed: str, most: int = 60) -> str:
    """What was typed, cut where it is too long to be repeated in a message."""
    text = " ".join(typed.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _named_first(text: str, documents: Iterable[DocumentHead]) -> tuple[int, DocumentHead] | None:
    """The document whose name a text begins with, and where the name ends; the longest name wins."""
    best: tuple[int, DocumentHead] | None = None
    for document in documents:
        for name in (document.short, document.symbol, document.cite_as, document.spoken):
            end = _name_ends(name, text) if name else None
            if end is not None and (best is None or end > best[0]):
                best = (end, document)
    return best


def _led_by_name(text: str, documents: Iterable[DocumentHead]) -> Reference | None:
    best = _named_first(text, documents)
    if best is None:
        return None
    end, document = best
    parsed = parse_label(re.sub(r"^\s*[-‐‑–—]\s*(?=\w)", " ", text[end:]))
    if parsed is None:
        return None
    part, label = parsed
    return Reference(document.name, "" if part == document.main_part else part, label)


def _name_ends(name: str, text: str) -> int | None:
    """Where a document's name ends if the text begins with it; spacing and case do not matter."""
    pattern = r"\s*".join(re.escape(piece) for piece in re.findall(r"\d+|[^\W\d_]+|[^\w\s]|_", name))
    found = re.match(pattern + r"(?![\w])", text, re.I) or re.match(pattern + r"(?=\s*[/.,§¶])", text, re.I)
    return found.end() if found else None
