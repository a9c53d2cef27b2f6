"""The program's thesaurus, ready for the words and stems of the search.

A workspace may add to it (``db.thesaurus``), so texts are looked at with a vocabulary that is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.documents import Paragraph
from core.meaning.concept_finder import Often, Phrase
from core.meaning.thesaurus import Thesaurus, load_thesaurus
from core.meaning.topics import Topic, topics_of
from core.meaning.vocabulary import EXACT, Said, Vocabulary
from db.index.dividing import telling_stems
from db.index.words import asked_words, folded
from resources.paths import thesaurus_files


def divided(text: str, language: str) -> list[str]:
    """The stems of a text in order, without words too common to tell anything.

    A term that begins with an equals sign is one word in exactly this form.
    """
    return list(_divided(text, language))


@lru_cache(maxsize=8192)
def _divided(text: str, language: str) -> tuple[str, ...]:
    """The words of a query, of which each is divided in all languages, more than once."""
    if text.startswith(EXACT):
        return (EXACT + folded(text[1:]),)
    return tuple(telling_stems(asked_words(text), language))


@lru_cache(maxsize=1)
def thesaurus() -> Thesaurus:
    """The thesaurus that comes with the program."""
    return load_thesaurus((file.name, file.read_text("utf-8")) for file in thesaurus_files())


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The program's thesaurus made ready, without what anybody added to it."""
    return Vocabulary(thesaurus(), divided)


def forget_texts() -> None:
    """Lets go of what was found in texts, and with it of vocabularies that nobody uses any more."""
    for kept in (said, read, _of_heading):
        kept.cache_clear()


@lru_cache(maxsize=4096)
def said(known: Vocabulary, language: str, text: str, heading: str) -> Said:
    """A paragraph as meanings are compared with it, given its text and the heading above it."""
    words = asked_words(text)
    return said_in(known, language, words, telling_stems(words, language), heading)


@dataclass(frozen=True, slots=True)
class Read:
    """A paragraph, which terms of the thesaurus it says, and the concepts these name, by their ids."""

    said: Said
    terms: Mapping[Phrase, Often]
    concepts: frozenset[str]


@lru_cache(maxsize=4096)
def read(known: Vocabulary, language: str, text: str, heading: str) -> Read:
    """A paragraph as it is compared with many queries, given its text and the heading above it."""
    words = asked_words(text)
    paragraph = said_in(known, language, words, telling_stems(words, language), heading)
    finder = known.finder(language)
    terms = finder.terms(paragraph.text, paragraph.heading)
    return Read(paragraph, terms, frozenset(finder.concepts(terms)))


def said_in(
    known: Vocabulary, language: str, words: Sequence[str], stems: Sequence[str], heading: str
) -> Said:
    """The same of a text that was divided into words, and into the stems of those that tell something."""
    exact = known.exact(language)
    forms = () if exact.isdisjoint(words) else [(EXACT + word, 0) for word in words if word in exact]
    return Said(language, known.joined(stems, language), _of_heading(known, language, heading), forms)


@lru_cache(maxsize=1024)
def _of_heading(known: Vocabulary, language: str, heading: str) -> list[str]:
    """Many paragraphs in a row have a heading in common."""
    return known.joined(divided(heading, language), language)


def topics_of_paragraph(known: Vocabulary, paragraph: Paragraph, language: str) -> tuple[Topic, ...]:
    """The topics of a paragraph of a document in this language, the strongest first."""
    heading = paragraph.section[-1] if paragraph.section else ""
    return topics_of(said(known, language, paragraph.text, heading), known)
