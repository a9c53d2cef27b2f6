"""Words that fell apart when a text was taken from a page: "follow -up", "coronavi rus", "State s"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from importers.lines import Line

_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_LONE_HYPHEN = re.compile(r"(?<![^\s(“\"])([^\W\d_]{2,}) -([^\W\d_]{2,})(?![^\s.,;:)”\"])")
_PAIR = re.compile(r"(?<![\w-])([^\W\d_]+) ([^\W\d_]+)(?![\w-])")
_LONGEST_LINE = 2000
"""Letters that no line of a printed page has."""
_COMMON = 2
"""How often a word must stand in a text to be believed a word."""


@cache
def _library_words() -> frozenset[str]:
    """The words of the reference texts that the program brings along."""
    from resources.paths import LIBRARY

    words: set[str] = set()
    for path in sorted(LIBRARY.glob("*.txt")):
        words.update(_WORD.findall(path.read_text("utf-8").casefold()))
    return frozenset(words)


def mended(lines: Iterable[Line]) -> list[Line]:
    """The lines without stray spaces within words.

    Two pieces are put together only if they make a word that the text or the reference texts have, and one
    of them is none.
    """
    kept = list(lines)
    text = "\n".join(line.text for line in kept)
    words = Counter(_WORD.findall(text.casefold()))
    compounds = set(_COMPOUND.findall(text.casefold()))
    library = _library_words()

    def is_word(piece: str) -> bool:
        if len(piece) == 1:
            return piece in {"a", "i", "à", "y", "e", "o", "u", "и", "в", "с", "к", "о", "у", "я", "а", "و"}
        return piece in library or words[piece] >= _COMMON

    def hyphenated(found: re.Match[str]) -> str:
        compound = f"{found[1]}-{found[2]}"
        known = compound.casefold() in compounds or not found[1][:1].isupper() or is_word(found[2].casefold())
        return compound if known else found[0]

    def whole(text: str) -> str:
        at = 0
        while found := _PAIR.search(text, at):
            first, second = found[1].casefold(), found[2].casefold()
            makes = first + second
            known = makes in library or words[makes] > 0
            if known and found[2].islower() and not (is_word(first) and is_word(second)):
                text = f"{text[: found.end(1)]}{text[found.start(2) :]}"
                at = found.start()
            else:
                at = found.start(2)
        return text

    def mend(line: Line) -> Line:
        if len(line.text) > _LONGEST_LINE:
            return line
        return replace(line, text=whole(_LONE_HYPHEN.sub(hyphenated, line.text)))

    return [mend(line) for line in kept]
