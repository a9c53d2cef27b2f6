"""The texts of one document made ready once, so that a paragraph of another is compared with all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property

from core.documents import DocumentHead, LibraryParagraph, Paragraph
from core.language.concepts import concepts_of
from core.language.kinship import Matters
from core.language.sharing import Text
from core.language.telling import surprises
from core.language.words import Stem, own_words, terms, without_editing
from core.meaning.thesaurus import Thesaurus

_EVERYWHERE = 0.25
_FEW = 40


class Collection:
    """The numbered paragraphs of a document with their words, and where each telling word stands.

    Words are divided at once; what else is known of the paragraphs is found when it is first asked for.
    """

    def __init__(
        self,
        head: DocumentHead,
        paragraphs: Iterable[Paragraph],
        stem: Stem,
        thesaurus: Thesaurus | None = None,
    ) -> None:
        """These paragraphs of a document; with a thesaurus, what they speak of can be compared too."""
        self.document = head
        self.paragraphs = tuple(paragraphs)
        self._stem = stem
        self._thesaurus = thesaurus
        self._worded = [terms(own_words(row), head.language, stem) for row in self.paragraphs]
        self._places = _places(self._worded)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The source's own words of each paragraph, with what each tells."""
        return tuple(Text(own, told) for own, told in zip(self._worded, surprises(self._worded), strict=True))

    @cached_property
    def matters(self) -> Matters:
        """What each paragraph says, as its kin are looked for."""
        language = self.document.language
        return Matters(
            (own_words(row) for row in self.paragraphs),
            (without_editing(row.text) if row.quoted else row.text for row in self.paragraphs),
            language,
            self._stem,
            concepts_of(self._thesaurus, language, self._stem) if self._thesaurus else None,
        )

    def located(self, place: int) -> LibraryParagraph:
        """A paragraph with its document."""
        return LibraryParagraph(self.document, self.paragraphs[place])

    def near(self, text: Text) -> list[tuple[float, int]]:
        """Each paragraph that shares telling words with a text: how much, and its place."""
        return self.nearest(text.terms)

    def nearest(self, words: Iterable[str]) -> list[tuple[float, int]]:
        """Each paragraph that shares telling words with these stems: how much, and its place."""
        found: dict[int, float] = {}
        total = 0.0
        unknown = _square(math.log(len(self.paragraphs) + 1))
        for term in set(words):
            where = self._places.get(term)
            if where is None:
                total += unknown
            elif len(where) <= self._most:
                weight = _square(self._weight(where))
                total += weight
                for place in where:
                    found[place] = found.get(place, 0.0) + weight
        length = math.sqrt(total) or 1.0
        return [(shared / (length * self._lengths[place]), place) for place, shared in found.items()]

    def stems(self, place: int) -> tuple[str, ...]:
        """The stems of a paragraph's own words."""
        return self._worded[place]

    @cached_property
    def _most(self) -> float:
        """In how many paragraphs a word may stand to tell something of one."""
        return max(_FEW, _EVERYWHERE * len(self.paragraphs))

    def _weight(self, where: Sequence[int]) -> float:
        return math.log((len(self.paragraphs) + 1) / len(where))

    @cached_property
    def _lengths(self) -> list[float]:
        """What the words of each paragraph weigh together."""
        squares = [0.0] * len(self.paragraphs)
        for where in self._places.values():
            if len(where) <= self._most:
                weight = _square(self._weight(where))
                for place in where:
                    squares[place] += weight
        return [math.sqrt(each) or 1.0 for each in squares]


def collected(
    head: DocumentHead, rows: Iterable[Paragraph], stem: Stem, thesaurus: Thesaurus | None = None
) -> Collection:
    """A document's texts made ready: all its numbered paragraphs but those of an agenda."""
    paragraphs = (row for row in rows if row.may_have_forerunners)
    return Collection(head, paragraphs, stem, thesaurus)


def _places(texts: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, words in enumerate(texts):
        for term in set(words):
            found.setdefault(term, []).append(place)
    return found


def _square(value: float) -> float:
    return value * value
