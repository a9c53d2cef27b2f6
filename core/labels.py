"""Labels in six languages: which number of an English text "12(ب)" or "12(б)" is.

A list is lettered in the alphabet of its language, in Arabic in the old order of numerals (abjad); there are
small roman numerals in any language, and Chinese ones. What a mark means is only told by the list it stands
in: "(i)" may be a letter or a numeral, "(o)" is one place further where a Spanish list has "(ñ)", and Russian
lists use some letters or leave them out, or are lettered in Latin with letters that look the same. So labels
are read together, a numbering at a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from core.numerals import roman_value

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_SPANISH = "abcdefghijklmnñopqrstuvwxyz"
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_SELDOM_IN_RUSSIAN_LISTS = "ёйъыь"
_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LOOK_LATIN = str.maketrans("асеорхуі", "aceopxyi")
_ONE_ALEF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_ROMAN = re.compile(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_SECTION = re.compile(r"(?=.)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_HAN_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_NUMERAL = re.compile(r"([二三四五六七八九])?(十)?([一二三四五六七八九])?")
BIS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
"""What is put after the number of a paragraph inserted later ("12 bis")."""
_LATER = re.compile(rf"(.+?)({'|'.join(BIS)})")
_MARK = re.compile(r"\(([^()]+)\)")
_WITH_MARKS = re.compile(r"[^()]*(?:\([^()]+\))+")


def label_key(label: str, language: str) -> str:
    """What a label says in any language: "12(b)", "12(б)" and "12(ب)" are all "12(2)".

    By itself "(i)" is read as a letter under a number and as a numeral under a letter.
    """
    return label_keys((label,), language)[0]


def label_keys(labels: Sequence[str], language: str) -> list[str]:
    """The key of each label of one numbering, which are read together; an empty label has an empty key.

    Marks in brackets become the numbers of their places ("12(a)(ii)" is "12(1)(2)"), section numerals numbers
    ("II.32" is "2.32"), section letters Latin capitals. What is none of these stays as it is.
    """
    plain = [_plain(label) for label in labels]
    lists: dict[tuple[str, int], list[str]] = {}
    for label in plain:
        marks = _MARK.findall(label) if _WITH_MARKS.fullmatch(label) else []
        parent = label.partition("(")[0]
        for depth, mark in enumerate(marks, 1):
            there = lists.setdefault((parent, depth), [])
            if not there or there[-1] != mark:
                there.append(mark)
            parent = f"{parent}({mark})"
    read = {place: _places(marks, language, place[1]) for place, marks in lists.items()}
    return [_key(label, read, language) for label in plain]


def _plain(label: str) -> str:
    text = unicodedata.normalize("NFKC", label)
    text = "".join(str(unicodedata.digit(letter, letter)) for letter in text)
    return re.sub(r"\s+", "", text.translate(_ONE_ALEF))


def _key(label: str, read: dict[tuple[str, int], dict[str, str]], language: str) -> str:
    number, bracket, _ = label.partition("(")
    if bracket and not _WITH_MARKS.fullmatch(label):
        return label
    key = ".".join(_section(piece, language) for piece in number.split("."))
    parent = number
    for depth, mark in enumerate(_MARK.findall(label), 1):
        key += f"({read[parent, depth][mark]})"
        parent = f"{parent}({mark})"
    return key


def _section(piece: str, language: str) -> str:
    """A piece of the number before the brackets: "II" is "2", "Б" is "B", and "pp" or "21bis" stay."""
    small = piece.lower()
    if (number := _han_number(piece)) is not None:
        return str(number)
    if piece.isupper() and (_ROMAN_SECTION.fullmatch(small)) and (len(small) > 1 or small in "ivx"):
        return str(roman_value(small))
    if len(piece) == 1 and piece.isalpha():
        place = _place_in(small, _alphabet([small], language))
        return _LATIN[place - 1].upper() if 0 < place <= len(_LATIN) else piece
    return small


def _places(marks: Sequence[str], language: str, depth: int) -> dict[str, str]:
    """The marks of one list with their places in it, as numbers in text; a strange mark stays as it is."""
    small = [mark.lower() for mark in marks]
    if any(letter in _LATIN for mark in small for letter in mark):
        small = [mark.translate(_LOOK_LATIN) for mark in small]
    roman = _are_roman(small, depth)
    alphabet = _alphabet(small, language)
    return {mark: _place(each, alphabet, roman) for mark, each in zip(marks, small, strict=True)}


def _place(mark: str, alphabet: str, roman: bool) -> str:
    if mark.isdecimal():
        return str(int(mark))
    if (number := _han_number(mark)) is not None:
        return str(number)
    if roman and _ROMAN.fullmatch(mark):
        return str(roman_value(mark))
    if later := _LATER.fullmatch(mark):
        return f"{_place(later[1], alphabet, roman)}{later[2]}"
    return str(_place_in(mark, alphabet) or mark)


def _are_roman(marks: Sequence[str], depth: int) -> bool:
    """Whether a list is numbered i, ii, iii; a single "i" is taken for a numeral within a lettered list."""
    letters = [_LATER.sub(r"\1", mark) for mark in marks if mark.isalpha()]
    if not letters or not all(_ROMAN.fullmatch(mark) for mark in letters):
        return False
    return any(len(set(mark)) > 1 or mark in ("ii", "iii") for mark in letters) or (
        letters[0] == "i" and depth > 1
    )


def _alphabet(marks: Iterable[str], language: str) -> str:
    letters = {letter for mark in marks for letter in mark}
    if letters & set(_ABJAD):
        return _ABJAD
    if letters & set(_RUSSIAN):
        unused = set(_SELDOM_IN_RUSSIAN_LISTS) - letters
        return "".join(letter for letter in _RUSSIAN if letter not in unused)
    return _SPANISH if language[:2].lower() == "es" and "ñ" in letters else _LATIN


def _place_in(mark: str, alphabet: str) -> int:
    """The place of a letter in its alphabet, from 1; of "aa" the one after the alphabet's end; else 0."""
    if not mark or len(set(mark)) != 1 or mark[0] not in alphabet:
        return 0
    return (len(mark) - 1) * len(alphabet) + alphabet.index(mark[0]) + 1


def _han_number(text: str) -> int | None:
    found = _HAN_NUMERAL.fullmatch(text)
    if found is None or not text:
        return None
    tens = _HAN_DIGITS.get(found[1] or "", 1) if found[2] else 0
    if found[1] and not found[2]:
        return _HAN_DIGITS[found[1]] if not found[3] else None
    return tens * 10 + _HAN_DIGITS.get(found[3] or "", 0)
