"""The program's thesaurus, ready for the words and stems of the search."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from core.documents import Paragraph
from core.meaning import EXACT, Said, Vocabulary
from core.thesaurus import Thesaurus, load_thesaurus
from core.topics import Topic, topics_of
from db.stems import stem
from db.stop_words import STOP_WORDS_OF
from db.words import asked_words, folded
from resources.paths import thesaurus_files


def divided(text: str, language: str) -> list[str]:
    """The stems of a text in order, without words too common to tell anything.

    A term that begins with an equals sign is one word in exactly this form.
    """
    if text.startswith(EXACT):
        return [EXACT + folded(text[1:])]
    return _stems(asked_words(text), language)


def _stems(words: Iterable[str], language: str) -> list[str]:
    return [told for word in words if (told := telling_stem(word, language))]


@lru_cache(maxsize=65_536)
def telling_stem(word: str, language: str) -> str:
    """The stem of a word, or nothing if it is too common to tell anything."""
    common = STOP_WORDS_OF.get(language[:2], frozenset())
    return "" if folded(word) in common else stem(word, language)


@lru_cache(maxsize=1)
def thesaurus() -> Thesaurus:
    """The thesaurus that comes with the program."""
    return load_thesaurus((file.name, file.read_text("utf-8")) for file in thesaurus_files())


@lru_cache(maxsize=2)
def vocabulary(of: Thesaurus | None = None) -> Vocabulary:
    """A thesaurus made ready: this one, or the program's own."""
    return Vocabulary(of if of is not None else thesaurus(), divided)


@lru_cache(maxsize=4096)
def said(language: str, text: str, heading: str) -> Said:
    """A paragraph as meanings are compared with it, given its text and the heading above it."""
    known = vocabulary()
    exact = known.exact(language)
    words = asked_words(text)
    forms = [(EXACT + word, 0) for word in words if word in exact]
    stems = known.joined(_stems(words, language), language)
    return Said(language, stems, known.joined(divided(heading, language), language), forms)


def topics_of_paragraph(paragraph: Paragraph, language: str) -> tuple[Topic, ...]:
    """The topics of a paragraph of a document in this language, the strongest first."""
    heading = paragraph.section[-1] if paragraph.section else ""
    return topics_of(said(language, paragraph.text, heading), vocabulary())
