"""Marks that are words: "Article 5", "Chapitre premier", "第五条", "المادة الخامسة", "Приложение II"."""

from __future__ import annotations

import re

from core.numerals import roman, roman_value
from importers import wording
from importers.grammar.mark import Form, Mark
from importers.grammar.number_marks import BIS, letter_mark, suffix_of
from importers.wording import chinese_value, ordinal_value, plain_digits

_CHINESE_HEADING = re.compile(r"(?P<number>[一二三四五六七八九十百]{1,5})、\s*(?P<rest>\S.*)", re.S)
_CHINESE_PIECE = re.compile(
    r"第\s?(?P<number>[一二三四五六七八九十百〇零\d]{1,6})\s?(?P<what>条|章|节|编|部分)(?:之(?P<bis>[一二三四五六七八九]))?"
    r"(?P<gap>\s+|[：:、.]\s*|$)?(?P<rest>.*)",
    re.S,
)
_CHINESE_ANNEX = re.compile(
    r"(?P<what>附件|附录|议定书|附文)\s?(?P<number>[一二三四五六七八九十\d]{0,3}|[IVX]{1,5})[.:：]?(?P<rest>\s.*|)",
    re.S,
)
_WORD = re.compile(
    r"(?:The\s|La\s|El\s|L['’])?(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)\.?(?P<rest>(?:\s|[:.])\s*.*|)", re.S
)
_COUNT = re.compile(
    rf"(?P<number>\d{{1,4}}(?:er|re|ère|º|°|ro|o)?(?![\d.]\d)|[IVXLC]{{1,7}}|[A-Z])(?![\w])"
    rf"(?:\s?(?P<suffix>{BIS}|[A-Z](?=[.:\s]|$)))?(?P<close>\s?[.:：،)]?[-–—]?)(?P<rest>\s.*|)",
    re.S,
)
_ORDINAL_ANNEX = re.compile(
    r"(?P<which>First|Second|Third|Fourth|Fifth|Sixth|Optional)\s(?P<what>Schedule|Annex|Protocol)\b(?P<rest>.*)",
    re.S,
)
_LONGEST_DIVISION = 160
_WORDS = {
    **dict.fromkeys(wording.ACTIONS, Form.ACTION),
    **dict.fromkeys(wording.DIVISIONS, Form.DIVISION),
    **dict.fromkeys(wording.ARTICLE, Form.ARTICLE),
    **dict.fromkeys(wording.ANNEXES, Form.ANNEX),
}
_CAPITAL_START = re.compile(r"[A-ZÀ-ÞА-ЯЁ\u0600-\u06ff\u4e00-\u9fff“«\"\[(]")
_SENTENCE_ENDS = (".", ",", ";", ":", "،", "؛")
_FOLLOWED = "规定和与或及所的第至、，之（("


def word_mark(text: str) -> Mark | None:
    """Marks of words with capitals: "Article 5", "Chapter II – Members", "ANNEX I", "First Schedule"."""
    found = _WORD.match(text)
    if found is None:
        return None
    word = found["word"].lower()
    kind = _WORDS.get(word)
    if kind is None:
        if word in ("first", "second", "third", "fourth", "fifth", "sixth", "optional"):
            return _ordinal_annex(text)
        return _ordinal_division(text) if len(text) < _LONGEST_DIVISION else None
    return _counted(text, kind, word, found["rest"].lstrip(" :."))


def _counted(text: str, form: Form, word: str, after: str) -> Mark | None:
    """A word of numbering with the number after it; None where none follows or words run on from it."""
    number, suffix, close, rest = 0, "", "", after
    printed = ""
    found = _COUNT.match(plain_digits(after))
    if found is not None:
        printed = re.sub(r"(?:er|re|ère|º|°|ro|o)$", "", found["number"])
        number = int(printed) if printed.isdigit() else roman_value(printed) or ord(printed[0]) - ord("A") + 1
        suffix, close, rest = (
            found["suffix"] or "",
            found["close"].strip(),
            after[found.start("rest") :].strip(),
        )
    elif after:
        number, words = ordinal_value(after)
        pieces = after.split(maxsplit=words)
        rest = pieces[words] if number and len(pieces) > words else "" if number else after
        close = ":" if number and pieces[words - 1][-1] in ".:،–-" else ""
        printed = str(number) if number else ""
        if rest[:1] in ":–—-.،" and rest:
            close, rest = ":", rest.lstrip(":–—-.، ")
    annexed = (
        form is Form.ANNEX and rest[-1:] not in _SENTENCE_ENDS and wording.ANNEXED.match(rest) is not None
    )
    if not number and not annexed and (form is not Form.ANNEX or (after and not _heads(text, word, after))):
        return None
    if rest[:1] in "–—-:" and rest:
        close, rest = ":", rest.lstrip("–—-: ")
    if rest and not close and not annexed and not _CAPITAL_START.match(rest):
        return None
    typed = text[: len(text) - len(rest)].strip() if rest else text
    key = (
        _annex_key(wording.ANNEXES[word], number, printed)
        if form is Form.ANNEX
        else wording.ARTICLE.get(word, "")
    )
    label = str(number) if form is not Form.DIVISION else printed
    rank = wording.DIVISIONS.get(word, 0) if form is Form.DIVISION else 0
    return Mark(
        form, label, rest, typed, (number,) if number else (), suffix_of(suffix), close or " ", rank, key
    )


def _heads(text: str, word: str, after: str) -> bool:
    """Whether an annex without a number has its title in the same line: "Annex: Timetable"."""
    return after != "*" and text[len(word) : len(word) + 2].strip()[:1] in (":", "–", "—")


def _annex_key(name: str, number: int, printed: str) -> str:
    if not number:
        return name
    lettered = len(printed) == 1 and printed.isalpha() and not roman_value(printed)
    return f"{name}-{printed.lower() if lettered else number}"


def _ordinal_division(text: str) -> Mark | None:
    """A division whose ordinal stands first: "Première partie", "SEGUNDA PARTE – Título"."""
    number, words = ordinal_value(text)
    pieces = text.split(maxsplit=2)
    rank = wording.DIVISIONS.get(pieces[1].lower().rstrip(".:")) if words == 1 and len(pieces) > 1 else None
    if rank is None:
        return None
    rest = pieces[2] if len(pieces) > 2 else ""
    typed = text[: len(text) - len(rest)].strip()
    return Mark(Form.DIVISION, str(number), rest.lstrip("–—-: "), typed, (number,), style=":", rank=rank)


def _ordinal_annex(text: str) -> Mark | None:
    found = _ORDINAL_ANNEX.match(text)
    if found is None or len(text.split()) > 14 or text[-1] in ".,;:":
        return None
    which = found["which"].lower()
    name = wording.ANNEXES[found["what"].lower()]
    number = 0 if which == "optional" else ordinal_value(which)[0] or ("sixth",).index(which) + 6
    return Mark(
        Form.ANNEX,
        str(number),
        found["rest"].strip(),
        text,
        (number,),
        key=_annex_key(name, number, str(number)),
    )


def arabic_mark(text: str) -> Mark | None:
    """Marks of Arabic words: "أولا - مقدمة", "ألف - …", "المادة الخامسة", "الفصل الأول", a lettered item."""
    if (lettered := letter_mark(text)) is not None and not lettered.style.endswith("."):
        return lettered
    bare = wording.unpointed(text)
    for words in (1, 2):
        pieces = bare.split(" ", words)
        number = " ".join(pieces[:words])
        if len(pieces) <= words or pieces[words][0] not in "-–—:":
            continue
        rest = pieces[words].lstrip("-–—: ")
        typed = text[: len(text) - len(rest)].strip() if text.endswith(rest) else number
        if value := wording.ARABIC_HEADINGS.get(number):
            return Mark(Form.ROMAN, roman(value), rest, typed, (value,))
        if value := wording.ARABIC_LETTERS.get(number):
            return Mark(Form.LETTER, chr(ord("A") + value - 1), rest, typed, (value,))
    word = bare.partition(" ")[0].rstrip(":")
    kind = _WORDS.get(word)
    return _counted(text, kind, word, text.partition(" ")[2].lstrip(" :")) if kind else None


def chinese_mark(text: str) -> Mark | None:
    """Marks of Chinese words: "第五条", "第一章 总则", "一、导言", "附件二"."""
    if (found := _CHINESE_PIECE.match(plain_digits(text))) is not None:
        number = found["number"]
        value = int(number) if number.isdigit() else chinese_value(number)
        rest = text[found.start("rest") :]
        if not value or (found["gap"] is None and rest[:1] in _FOLLOWED):
            return None
        typed, suffix = text[: len(text) - len(rest)].strip(), f"bis{found['bis']}" if found["bis"] else ""
        if found["what"] == "条":
            close = ":" if found["gap"] is None else " "
            return Mark(Form.ARTICLE, str(value), rest, typed, (value,), suffix, close, key="articles")
        rank = wording.CHINESE_DIVISIONS[found["what"]]
        return Mark(Form.DIVISION, str(value), rest, typed, (value,), rank=rank)
    if (found := _CHINESE_HEADING.match(text)) is not None and (value := chinese_value(found["number"])):
        return Mark(Form.ROMAN, roman(value), found["rest"], text[: found.start("rest")].strip(), (value,))
    if (found := _CHINESE_ANNEX.match(plain_digits(text))) is not None:
        number = found["number"]
        value = int(number) if number.isdigit() else roman_value(number) or chinese_value(number)
        key = _annex_key(wording.CHINESE_ANNEXES[found["what"]], value, "")
        rest = text[found.start("rest") :].strip()
        return Mark(
            Form.ANNEX,
            str(value or ""),
            rest,
            text[: found.start("rest")],
            (value,) if value else (),
            key=key,
        )
    return None
