"""Words of a query that neither the library nor the thesaurus knows, and what they were meant to be."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from core.meaning.spelling import nearest, worth_correcting
from core.meaning.vocabulary import Vocabulary
from db.index.dividing import telling_stem
from db.searching.terms import Ask

_KNOWN = "SELECT 1 FROM search_words WHERE word = ? OR stem = ? LIMIT 1"
_BEGINNING = (
    "SELECT word FROM search_words WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ? "
    "ORDER BY rows DESC"
)
_ROOM = 2


def corrections(
    words: Iterable[str], vocabulary: Vocabulary, languages: Collection[str], ask: Ask
) -> dict[str, str]:
    """For each of these words that is known nowhere, the known one nearest to it, if there is one.

    Words of the thesaurus come before those of a library in these languages, the commonest of these first.
    """
    found = {}
    for word in words:
        if worth_correcting(word) and not _is_known(word, vocabulary, languages, ask):
            first = word[0]
            room = (first, chr(ord(first) + 1), len(word) - _ROOM, len(word) + _ROOM)
            of_library = (other for (other,) in ask(_BEGINNING, room))
            better = nearest(word, (*vocabulary.known_words.words, *of_library))
            if better is not None:
                found[word] = better
    return found


def _is_known(word: str, vocabulary: Vocabulary, languages: Collection[str], ask: Ask) -> bool:
    if vocabulary.known_words.knows(word):
        return True
    stems = {telling_stem(word, language) for language in languages} or {word}
    return any(ask(_KNOWN, (word, stem or word)) for stem in stems)
