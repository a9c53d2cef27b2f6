"""The encodings of texts that are not UTF-8, believed only where nothing else could be meant.

Windows' encodings for Latin, Cyrillic and Arabic letters use the same bytes: read in the wrong one, a text is
letters all the same. So the words decide: a Russian word has no Latin letters in it and no capitals within,
an accented letter stands among plain ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_CYRILLIC = re.compile(r"[а-яёА-ЯЁіїєґІЇЄҐ]+")
_ARABIC = re.compile(r"[\u0621-\u064a\u067e\u0686\u0698\u06af]+")
_ACCENTED = re.compile(r"[A-Za-zÀÂÄÆÇÈÉÊËÎÏÔŒÙÛÜŸàâäæçèéêëîïôœùûüÿÁÍÑÓÖÚáíñóöúßãõìòåøÅØ]+")
_SIGNS = re.compile(r"[\s\u00a0“”‘’„‚«»‹›–—…•°§©®№¿¡ªº·¼½¾±×€£¥،؛؟ـ\u200c-\u200f\u064b-\u0652™†‡´`¨²³¹]")

_CERTAIN = 0.98
_FEWEST_WORDS = 3


def legacy_text(data: bytes) -> str | None:
    """The text of bytes in Windows-1252, -1251 or -1256, None unless it is certain which of them it is."""
    read = {name: text for name in _WORDS if (text := _decoded(data, name)) is not None}
    foreign = {
        name: [word for word in _WORD.findall(text) if _FOREIGN.search(word)] for name, text in read.items()
    }
    if "cp1252" in read and not any(foreign.values()):
        return read["cp1252"] if len(set(read.values())) == 1 else None
    certain = [
        name
        for name, words in foreign.items()
        if len(words) >= _FEWEST_WORDS
        and sum(map(_WORDS[name], words)) >= _CERTAIN * len(words)
        and _has_plain_signs(read[name])
    ]
    return read[certain[0]] if len(certain) == 1 else None


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _is_latin(word: str) -> bool:
    among_plain = len(word) == 1 or any(letter.isascii() for letter in word) or len(word) == 2
    return among_plain and _ACCENTED.fullmatch(word) is not None and _has_usual_capitals(word)


def _is_cyrillic(word: str) -> bool:
    return _CYRILLIC.fullmatch(word) is not None and _has_usual_capitals(word)


def _is_arabic(word: str) -> bool:
    return _ARABIC.fullmatch(word) is not None


def _has_usual_capitals(word: str) -> bool:
    return word[1:].islower() or word.isupper() or len(word) == 1


def _has_plain_signs(text: str) -> bool:
    """Whether what is neither letter nor ASCII are signs that texts have."""
    signs = [sign for sign in _FOREIGN.findall(text) if not sign.isalpha()]
    return sum(_SIGNS.match(sign) is not None for sign in signs) >= _CERTAIN * len(signs)


_WORDS: dict[str, Callable[[str], bool]] = {"cp1252": _is_latin, "cp1251": _is_cyrillic, "cp1256": _is_arabic}
