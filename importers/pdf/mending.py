"""Words put together again: those cut at the end of a line, and those with a stray space in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from importers.lines import joint

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_HEAD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONE_HYPHEN = re.compile(r"([^\W\d_]{2,})(?: -| - |- )([^\W\d_]{2,})")
_WIDE_SCRIPT = re.compile("[\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d…—]")
_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u00ad": None,
        "\u200b": None,
        "\u2060": None,
        "\ufeff": None,
        "\u200e": None,
        "\u200f": None,
        "\u202a": None,
        "\u202b": None,
        "\u202c": None,
        "\u2010": "-",
        "\u2011": "-",
    }
)
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], " ")
_UNPRINTED = {**_LIGATURES, **_CONTROLS}
_HANGING = re.compile(r"(?:and|or|to|et|ou|y|o|и|или)\b")


def cleaned(text: str) -> str:
    """A text with plain letters for ligatures, plain hyphens, single plain spaces, and nothing invisible."""
    return " ".join(text.translate(_UNPRINTED).split())


@cache
def _library_words() -> frozenset[str]:
    from resources.paths import LIBRARY

    words: set[str] = set()
    for path in LIBRARY.glob("*.txt"):
        words.update(_WORD.findall(path.read_text("utf-8").casefold()))
    return frozenset(words)


class Mender:
    """Joins the lines of one document, and knows its words to decide what a hyphen at a line's end is."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = "\n".join(texts)
        self._folded: str | None = None
        self._odd = [sign for sign in set(self._text) if ord(sign) in _UNPRINTED and sign != "\n"]

    def _knows(self, word: str) -> bool:
        """Whether the document has a word, by itself."""
        if self._folded is None:
            self._folded = self._text.casefold()
        text = self._folded
        at = text.find(word)
        while at >= 0:
            if not text[at - 1 : at].isalpha() and not text[at + len(word) : at + len(word) + 1].isalpha():
                return True
            at = text.find(word, at + 1)
        return False

    def join(self, pieces: Iterable[tuple[str, bool]]) -> str:
        """The lines of a paragraph as one text; each comes with whether PDFium took a hyphen off its end."""
        text, cut = "", False
        for piece, next_cut in pieces:
            if not text:
                text = piece
            elif cut:
                text += self._hyphen(text, piece) + piece
            elif text[-1] in "([{“" or (
                not text[-1].isascii() and _WIDE_SCRIPT.match(text[-1]) and _WIDE_SCRIPT.match(piece)
            ):
                text += piece
            elif (
                text.endswith(" -")
                and text[-3:-2].isalpha()
                and piece[0].islower()
                and not _HANGING.match(piece)
            ):
                text = f"{text[:-2]}-{piece}"
            else:
                text += joint(text, piece) + piece
            cut = next_cut
        text += "-" if cut else ""
        return cleaned(text) if "  " in text or any(sign in text for sign in self._odd) else text

    def _hyphen(self, text: str, piece: str) -> str:
        """What stands at the end of a cut line: the hyphen of a compound, or nothing in a broken word."""
        tail, head = _TAIL.search(text), _HEAD.match(piece)
        if _HANGING.match(piece):
            return "- "
        if not tail or not head or not head.group()[0].islower() or not tail.group()[-1].islower():
            return "-"
        first, second = tail.group().casefold(), head.group().casefold()
        whole, compound = first + second, f"{first}-{second}"
        if self._knows(compound):
            return "-"
        if self._knows(whole) or whole in _library_words():
            return ""
        parts = first.rsplit("-", 1)[-1], second.split("-", 1)[0]
        words = all(self._knows(part) or part in _library_words() for part in parts)
        return "-" if words or compound in _library_words() else ""

    def mended(self, text: str) -> str:
        """The text without the spaces that stand inside of compounds ("follow -up")."""
        if " -" not in text and "- " not in text:
            return text
        return _LONE_HYPHEN.sub(self._closed, text)

    def _closed(self, found: re.Match[str]) -> str:
        compound = f"{found.group(1)}-{found.group(2)}"
        known = self._knows(compound.casefold()) or compound.casefold() in _library_words()
        return compound if known and not _HANGING.match(found.group(2)) else found.group()
