"""Text from right to left as PDFium gives it, put right: brackets, vowel signs, spaces beside Latin words.

PDFium reverses what is printed into the order of reading, glyph by glyph. What one glyph stands for (lam and
alef) comes out turned, which only its place on the page shows (``pages``); the rest shows in the text.
"""

from __future__ import annotations

import re
import unicodedata

from importers.pdf.printed import Page, Printed

TURNED = re.compile("[\u0622\u0623\u0625\u0627]\u0644")
"""Alef before lam: the article, or the glyph of lam and alef turned round."""

_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_TATWEEL = re.compile("\u0640+(?=[\u0620-\u064a])|(?<!ه)\u0640+|(?<=[\u0620-\u064a]ه)\u0640+")
"""A lengthened line; not the tail that the letter heh has where it stands alone as a number."""
_SIGNS = "\u064b-\u0652\u0670"
_LETTERS = "\u0620-\u064a"
_ANY_SIGN = re.compile(f"[{_SIGNS}]")
_ANY_LATIN = re.compile("[A-Za-z0-9]")
_SIGN_MENDINGS = (
    # A sign before its letter, with a space that is not there in print.
    (re.compile(f"(?:(?<=^)|(?<=[{_LETTERS}]) )([{_SIGNS}]+)([{_LETTERS}])"), r"\2\1"),
    # One between two spaces, alone, or after the comma that follows its letter.
    (re.compile(f"(?<=[{_LETTERS}]) ([{_SIGNS}]+) (?=[{_LETTERS}])"), r"\1 "),
    (re.compile(f"(?:^| )[{_SIGNS}]+(?= |$)"), ""),
    (re.compile(f"([{_LETTERS}])([،؛.:])([{_SIGNS}]+)"), r"\1\3\2"),
)
_WORD_MENDINGS = (
    # A comma or full stop on the wrong side of a number, and a space on the wrong side of a Latin word.
    (re.compile(r"(?<!\S)([،؛.])(\d+)(?=\s|$)"), r"\2\1"),
    (re.compile(f"([{_LETTERS}])[ \u00a0]([A-Za-z0-9][A-Za-z0-9./_-]*)(?=[{_LETTERS}])"), r"\1\2 "),
)
_POINT_FIRST = re.compile(r"^([،؛.:])(\d+(?:[./]\d+)*)$")
"""A number alone on its line, whose full stop or comma stands on its left, where the line ends."""
_SPACE_OF_MARK = re.compile(" (?=[،؛.:])")
_SWAP = str.maketrans("()[]{}«»", ")(][}{»«")
_BRACKETS = re.compile("[()\\[\\]{}«»]")
_OPENING = frozenset("([{«")


def base_letters(text: str) -> str:
    """The text with its presentation forms as the letters that they show, and without lengthened lines."""
    text = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form.group()), text)
    return _TATWEEL.sub("", text)


def put_right(pages: list[Page]) -> None:
    """Mends the lines that run from right to left, and mirrors the places of pages that consist of them.

    After that a line begins at its ``left`` on every page, whichever way it runs.
    """
    lines = [line for page in pages for line in page.lines if line.rtl]
    if not lines:
        return
    turned = sum(_first_bracket(line.text) == -1 for line in lines)
    upright = sum(_first_bracket(line.text) == 1 for line in lines)
    for line in lines:
        line.text = mended(line.text, brackets_turned=turned > upright)
        if line.mark:
            line.text = _SPACE_OF_MARK.sub("", line.text)
        line.segments = []
    for page in pages:
        if 2 * sum(len(line.text) for line in page.lines if line.rtl) > sum(
            len(ln.text) for ln in page.lines
        ):
            for line in page.lines:
                line.text = _POINT_FIRST.sub(r"\2\1", line.text)
                _mirror(line, page.width)


def mended(text: str, *, brackets_turned: bool = False) -> str:
    """One line's text put right; ``brackets_turned`` says whether the file's brackets are the wrong way."""
    text = base_letters(text)
    if _ANY_SIGN.search(text):
        for fault, put in _SIGN_MENDINGS:
            text = fault.sub(put, text)
    if _ANY_LATIN.search(text):
        for fault, put in _WORD_MENDINGS:
            text = fault.sub(put, text)
    if _BRACKETS.search(text):
        straight, turned = _mismatches(text), _mismatches(text.translate(_SWAP))
        if turned < straight or (turned == straight and brackets_turned):
            text = text.translate(_SWAP)
    return text.strip()


def _first_bracket(text: str) -> int:
    found = _BRACKETS.search(text)
    return 0 if found is None else 1 if found.group() in _OPENING else -1


def _mismatches(text: str) -> int:
    """How many brackets of a text have no partner."""
    depth = wrong = 0
    for bracket in _BRACKETS.findall(text):
        if bracket in _OPENING:
            depth += 1
        elif depth:
            depth -= 1
        else:
            wrong += 1
    return wrong + depth


def _mirror(line: Printed, width: float) -> None:
    line.left, line.right = width - line.right, width - line.left
    line.segments = [(width - right, width - left, text) for left, right, text in line.segments]
