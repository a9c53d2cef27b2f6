"""The texts of one document made ready once, so that a paragraph of another is compared with all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.documents import DocumentHead, Kind, LibraryParagraph, Paragraph
from core.language.sharing import Text
from core.language.telling import surprises
from core.language.words import Stem, own_words, terms

_COMPARED = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUMMARY, Kind.REPORT)
_EVERYWHERE = 0.25
_FEW = 40


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """The numbered paragraphs of a document with their words, and where each telling word stands.

    ``places`` gives for a word the paragraphs that have it, and ``weights`` what it tells; words that stand
    in a quarter of all paragraphs are left out of both. ``lengths`` are the paragraphs' weights together.
    """

    document: DocumentHead
    paragraphs: tuple[Paragraph, ...]
    texts: tuple[Text, ...]
    places: dict[str, tuple[int, ...]]
    weights: dict[str, float]
    lengths: tuple[float, ...]

    def located(self, place: int) -> LibraryParagraph:
        """A paragraph with its document."""
        return LibraryParagraph(self.document, self.paragraphs[place])

    def near(self, text: Text) -> list[tuple[float, int]]:
        """Each paragraph that shares telling words with a text: how much, and its place."""
        found: dict[int, float] = {}
        total = 0.0
        for term in set(text.terms):
            weight = self.weights.get(term)
            if weight is None:
                total += 0.0 if term in self.places else _square(math.log(len(self.texts) + 1))
                continue
            total += _square(weight)
            for place in self.places[term]:
                found[place] = found.get(place, 0.0) + _square(weight)
        length = math.sqrt(total) or 1.0
        return [(shared / (length * self.lengths[place]), place) for place, shared in found.items()]


def collected(head: DocumentHead, rows: Iterable[Paragraph], stem: Stem) -> Collection:
    """A document's texts made ready: all its numbered paragraphs but those of an agenda."""
    paragraphs = tuple(row for row in rows if row.label and row.kind in _COMPARED)
    worded = [terms(own_words(row), head.language, stem) for row in paragraphs]
    texts = tuple(Text(words, told) for words, told in zip(worded, surprises(worded), strict=True))
    every = _places(worded)
    most = max(_FEW, _EVERYWHERE * len(worded))
    places = {term: where if len(where) <= most else () for term, where in every.items()}
    size = len(worded) + 1
    weights = {term: math.log(size / len(where)) for term, where in places.items() if where}
    lengths = tuple(
        math.sqrt(sum(_square(weights.get(term, 0.0)) for term in set(words))) or 1.0 for words in worded
    )
    return Collection(head, paragraphs, texts, places, weights, lengths)


def _places(texts: Sequence[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, words in enumerate(texts):
        for term in set(words):
            found.setdefault(term, []).append(place)
    return {term: tuple(where) for term, where in found.items()}


def _square(value: float) -> float:
    return value * value
