"""Marks that are numbers and letters: "12.", "5.1.2.", "(a)", "iv)", "（一）", "PP3", a dash."""

from __future__ import annotations

import re

from core.labels import BIS as INSERTED
from importers.grammar.mark import Form, Mark
from importers.wording import ABJAD, CYRILLIC, LATIN, plain_digits

BIS = "|".join((*INSERTED, r"alt\.?(?:\s?\d{1,2})?(?!\w)"))
"""What may stand behind a number that was inserted later."""

CIRCLED = {chr(0x3220 + n): "一二三四五六七八九十"[n] for n in range(10)}
"""Chinese numerals in brackets that are one character (㈠)."""

DASHES = "-–—•·*‣▪●○◦"

_NUMBER = re.compile(
    rf"(?P<open>[\[(（]\s?)?(?P<prefix>[A-Z](?=\d))?(?P<path>[1-9]\d{{0,3}}(?:\.\d{{1,3}}){{0,9}})"
    rf"(?:\s?(?P<suffix>(?:{BIS})\b\.?))?"
    rf"(?P<close>\s?\)|\s?）|\s?\](?=[\s.])|\.-|\s?[.．、]|\s?°|\s?[-–—](?=\s+\D|$))?(?:\.(?=\s))?"
    rf"(?P<gap>\s+|$)?(?P<rest>.*)",
    re.S,
)
_ARABIC_LETTER = rf"[{ABJAD}]ـ?(?:ـ|ه)?"
_LETTERS = (
    rf"[a-zñ]{{1,2}}|[ivxl]{{1,6}}|[A-Z]|[{CYRILLIC}]|{_ARABIC_LETTER}|"
    r"[一二三四五六七八九十]{1,3}|\d{1,3}"
)
_IN_PARENTHESES = re.compile(
    rf"\[?[(（]\s?(?P<letter>{_LETTERS})(?:\s?(?P<suffix>{BIS}))?\s?[)）]"
    r"(?:\s+|$|(?<=）)|(?=[一-鿿]))(?P<rest>.*)",
    re.S,
)
_BEFORE_ONE = re.compile(
    rf"(?P<letter>[a-zñ]|[ivxl]{{1,6}}|[{CYRILLIC}]|[{ABJAD}]ـ?)\s?"
    r"(?P<close>\)|\.|[-–](?=\s))\s+(?P<rest>\S.*)",
    re.S,
)
_QUOTED_NUMBER = re.compile(r"[‘'’](?P<letter>[1-9]\d?)[’'‘]\s+(?P<rest>.*)", re.S)
_DASH = re.compile(rf"[{re.escape(DASHES)}]\s+(?P<rest>\S.*)", re.S)
_DASH_FIRST = re.compile(r"[-–—]\s?(?P<path>[1-9]\d{0,2})\s+(?P<rest>[\u0600-\u06ff].*)", re.S)
_DRAFT = re.compile(
    rf"\[?(?P<which>PP|OP|pp|op)\s?\.?\s?(?P<path>\d{{1,3}}(?:\.\d{{1,2}})?)"
    rf"\s?(?P<suffix>(?:{BIS})\b\.?)?(?P<close>[.:)\]–-])?(?:\s+|$)(?P<rest>.*)",
    re.S,
)


def number_mark(text: str) -> Mark | None:
    """The mark of a paragraph's number: "12.", "5.1.2.3.", "14 bis.", "[14.", "1 -"; None for words."""
    plain = plain_digits(text)
    found = _NUMBER.match(plain)
    if found is None:
        return None
    path = tuple(map(int, found["path"].split(".")))
    opened, close, suffix = found["open"], (found["close"] or "").strip(), found["suffix"]
    rest = text[found.start("rest") :]
    if not close and not suffix and len(path) == 1:
        return None
    if found["gap"] is None and not (len(path) == 1 and close and _starts_words(close, rest)):
        return None
    if opened and opened.strip() in "(（":
        return None
    if found["prefix"] and len(path) == 1 and close != ".":
        return None
    bracket = opened.strip() if opened and close != "]" else ""
    if close == "°" and not rest:
        return None
    digits = ".".join(map(str, path))
    return Mark(
        Form.NUMBER,
        (found["prefix"] or "") + digits,
        bracket + rest,
        text[: found.start("rest")].strip().removeprefix(bracket),
        path=path,
        suffix=suffix_of(suffix),
        style=(found["prefix"] or "")
        + ("." if len(path) > 1 or close in (".", "．", "、", "]", "") else close),
    )


def _starts_words(close: str, rest: str) -> bool:
    """Whether words may follow a number without a space: after a Chinese mark, or a capital after a point."""
    return close in "．、" or "\u4e00" <= rest[:1] <= "\u9fff" or (close == "." and rest[:2].istitle())


def suffix_of(typed: str | None) -> str:
    """An inserted number's suffix as labels have it: "bis", "alt2"."""
    return typed.replace(" ", "").replace(".", "").lower() if typed else ""


def parenthesised_mark(text: str) -> Mark | None:
    """The mark of a letter or number in brackets: "(a)", "（一）", "(ii bis)"; None for words."""
    found = _IN_PARENTHESES.match(plain_digits(text))
    if found is None:
        return number_mark(text) if text[:1] == "[" else None
    bracket = "[" if text[:1] == "[" else ""
    return _sub(text, found, "()", bracket)


def bracketed_mark(text: str) -> Mark | None:
    """The mark behind or around which a square bracket opens: "[14.", "[14 alt.]", "[(a)", "[OP5"."""
    second = text[1:2]
    if second in "(（":
        return parenthesised_mark(text)
    if second in "OPop":
        return draft_mark(text)
    return number_mark(text)


def letter_mark(text: str) -> Mark | None:
    """The mark of a letter before a bracket or point: "a)", "iv.", "أ)", "б)"; None for words."""
    found = _BEFORE_ONE.match(text)
    return _sub(text, found, found["close"]) if found else None


def _sub(text: str, found: re.Match[str], punctuation: str, bracket: str = "") -> Mark:
    letter = found["letter"]
    script = (
        "1" if letter[0].isdigit() else "A" if letter.isupper() and letter.isascii() else _script(letter[0])
    )
    suffix = suffix_of(found.groupdict().get("suffix"))
    rest = text[found.start("rest") :]
    typed = text[len(bracket) : found.start("rest")].strip()
    return Mark(Form.SUB, letter.lower(), bracket + rest, typed, suffix=suffix, style=script + punctuation)


def _script(letter: str) -> str:
    if letter in LATIN or letter == "ñ":
        return "a"
    return "а" if letter in CYRILLIC else "أ" if letter in ABJAD else "一"


def quoted_number_mark(text: str) -> Mark | None:
    """The mark of an item as Arabic texts have it: "‘1’"; None for words."""
    found = _QUOTED_NUMBER.match(plain_digits(text))
    return _sub(text, found, "‘’") if found else None


def circled_mark(text: str) -> Mark:
    """The mark that is one character: "㈠"."""
    return Mark(Form.SUB, CIRCLED[text[0]], text[1:].strip(), text[0], style="一()")


def dash_mark(text: str) -> Mark | None:
    """The mark of a line that begins with a dash or bullet, or, in Arabic, with a dash before its number."""
    found = _DASH_FIRST.match(plain_digits(text))
    if found is not None:
        digits, rest = found["path"], text[found.start("rest") :]
        return Mark(Form.NUMBER, digits, rest, text[: found.start("rest")].strip(), (int(digits),), style="-")
    found = _DASH.match(text)
    return Mark(Form.DASH, "", found["rest"], text[0], style=text[0]) if found else None


def draft_mark(text: str) -> Mark | None:
    """The mark by which drafts number paragraphs: "PP3", "OP 12 bis"; None for words."""
    found = _DRAFT.match(text)
    if found is None or not (
        found["close"] or found["rest"][:1].isupper() or found["rest"][:1] in "[" or not found["rest"]
    ):
        return None
    bracket = "[" if text[:1] == "[" and found["close"] != "]" else ""
    typed, rest = text[len(bracket) : found.start("rest")].strip(), bracket + found["rest"]
    form = Form.PREAMBULAR if found["which"] in ("PP", "pp") else Form.NUMBER
    path = tuple(map(int, found["path"].split(".")))
    return Mark(form, found["path"], rest, typed, path, suffix_of(found["suffix"]), style="OP")
