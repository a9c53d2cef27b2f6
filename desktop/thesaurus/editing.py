"""Writing into the thesaurus a word at a time, and what is shown of it for that.

What the window calls beside ``jobs``; nothing here knows a window.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from core.documents import LANGUAGES
from core.errors import NameplateError
from core.meaning.own_concepts import own_concept
from core.meaning.thesaurus import Concept, Entry, OwnConcept
from desktop.thesaurus.jobs import add_to_concept

if TYPE_CHECKING:
    from db.work import Work


class Use(StrEnum):
    """How a word is used, by the keys of ``jobs.USES``, in the order in which they are shown."""

    TERM = "term"
    SAY = "say"
    FIND = "find"
    NAME = "name"


class Origin(StrEnum):
    """Whose a word or a concept is."""

    PROGRAM = "program"
    OWN = "own"
    CHANGED = "changed"
    TAKEN = "taken"
    """A word of the program's that was taken away here."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a concept in a language."""

    words: str
    language: str
    use: Use
    origin: Origin


@dataclass(frozen=True, slots=True)
class Listed:
    """A concept in the list; ``sought`` is by what typing finds it."""

    concept: str
    label: str
    origin: Origin
    sought: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A concept with its words; of topics, broader and related concepts the ``own_…`` can be taken away."""

    concept: str
    label: str
    origin: Origin
    words: tuple[Word, ...]
    topics: tuple[str, ...]
    broader: tuple[str, ...]
    related: tuple[str, ...]
    narrower: tuple[str, ...]
    own_topics: tuple[str, ...]
    own_broader: tuple[str, ...]
    own_related: tuple[str, ...]


def listed(work: Work) -> list[Listed]:
    """All concepts by their labels."""
    own = {each.concept for each in work.thesaurus.own()}
    every = work.thesaurus.vocabulary().thesaurus.concepts.values()
    found = [Listed(each.id, each.label, _origin(work, each.id, own), _sought(each)) for each in every]
    return sorted(found, key=lambda each: each.label.casefold())


def shown(work: Work, concept: str) -> Shown:
    """A concept as it is edited; NameplateError if there is none of this name."""
    known, own = work.thesaurus.concept(concept), work.thesaurus.own_of(concept)
    program = work.thesaurus.of_program(concept)
    here, came = own or own_concept(concept), program or Entry(concept)
    return Shown(
        concept,
        known.label,
        _origin(work, concept, {concept} if own is not None else set()),
        _words(known, came),
        known.topics,
        known.broader,
        known.related,
        known.narrower,
        _beside(here.topics, came.topics),
        _beside(here.broader, came.broader),
        _beside(here.related, came.related),
    )


def add_word(work: Work, concept: str, word: str, use: Use, language: str) -> OwnConcept:
    """Adds a word to a concept; NameplateError if it cannot stand or is there already."""
    word = " ".join(word.split())
    there = _uses(work.thesaurus.concept(concept)).get((language, word))
    if there is use:
        raise NameplateError(f"“{word}” is there already.")
    return add_to_concept(work, concept, terms={use: [word]}, language=language)


def take_word(work: Work, concept: str, word: Word) -> None:
    """Takes a word away: one's own for good, one of the program's until it is brought back."""
    own = work.thesaurus.own_of(concept) or own_concept(concept)
    program = work.thesaurus.of_program(concept)
    own = replace(
        own,
        said=_without(own.said, word),
        written=_without(own.written, word),
        names=_without(own.names, word),
    )
    if program is not None and (word.language, word.words) in _uses(program):
        own = replace(own, dropped=(*own.dropped, word.words))
    work.thesaurus.save(own)


def bring_back(work: Work, concept: str, word: Word) -> None:
    """Brings a word of the program's back that was taken away."""
    own = work.thesaurus.own_of(concept)
    if own is not None:
        dropped = tuple(term for term in own.dropped if term != word.words)
        work.thesaurus.save(replace(own, dropped=dropped))


def new_concept(work: Work, label: str) -> str:
    """Makes a concept of this label and gives the name made of it; NameplateError if there is one already."""
    label = " ".join(label.split())
    if not label:
        raise NameplateError("Type what the new concept is called, such as “ghost guns”.")
    every = work.thesaurus.vocabulary().thesaurus.concepts
    if any(each.label.casefold() == label.casefold() for each in every.values()):
        raise NameplateError(f"There is a concept “{label}” already; add words to that one.")
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "own"
    nth = 1
    while (concept := name if nth == 1 else f"{name}-{nth}") in every:
        nth += 1
    add_to_concept(work, concept, label=label)
    return concept


def rename(work: Work, concept: str, label: str) -> None:
    """Gives a concept another label; NameplateError for none."""
    if not label.strip():
        raise NameplateError("A concept needs a label; type what it is called.")
    add_to_concept(work, concept, label=label)


def add_reference(work: Work, concept: str, field: str, value: str) -> None:
    """Adds a topic, a broader or a related concept; ``field`` names the one it is ("topics" …)."""
    given: dict[str, list[str]] = {"topics": [], "broader": [], "related": []}
    given[field].append(value)
    add_to_concept(work, concept, topics=given["topics"], broader=given["broader"], related=given["related"])


def take_reference(work: Work, concept: str, field: str, value: str) -> None:
    """Takes away one's own topic, broader or related concept; ``field`` names the one it is."""
    own = work.thesaurus.own_of(concept)
    if own is None:
        return
    fields = {name: getattr(own, name) for name in ("topics", "broader", "related")}
    fields[field] = tuple(each for each in fields[field] if each != value)
    work.thesaurus.save(
        replace(own, topics=fields["topics"], broader=fields["broader"], related=fields["related"])
    )


def _origin(work: Work, concept: str, own: Collection[str]) -> Origin:
    if concept not in own:
        return Origin.PROGRAM
    return Origin.CHANGED if work.thesaurus.is_of_program(concept) else Origin.OWN


def _sought(concept: Concept) -> str:
    terms = (term for every in (concept.said, concept.written) for each in every.values() for term in each)
    return " · ".join(dict.fromkeys((concept.label, *terms))).casefold()


def _words(known: Entry, came: Entry) -> tuple[Word, ...]:
    """The words that hold and those of the program's that were taken away, in the order of the languages."""
    now, before = _uses(known), _uses(came)
    found = [
        Word(term, language, use, Origin.PROGRAM if (language, term) in before else Origin.OWN)
        for (language, term), use in now.items()
    ]
    found += [
        Word(term, language, use, Origin.TAKEN)
        for (language, term), use in before.items()
        if (language, term) not in now
    ]
    uses, languages = list(Use), list(LANGUAGES)
    return tuple(
        sorted(found, key=lambda each: (languages.index(each.language), uses.index(each.use), each.words))
    )


def _uses(entry: Entry) -> dict[tuple[str, str], Use]:
    """How each word is used, by its language and itself."""
    found: dict[tuple[str, str], Use] = {}
    for language in LANGUAGES:
        written, names = entry.written.get(language, ()), entry.names.get(language, ())
        for term in entry.said.get(language, ()):
            found[language, term] = Use.NAME if term in names else Use.TERM if term in written else Use.SAY
        for term in written:
            found.setdefault((language, term), Use.FIND)
    return found


def _without(terms: Mapping[str, tuple[str, ...]], word: Word) -> dict[str, tuple[str, ...]]:
    return {
        language: tuple(term for term in each if not (language == word.language and term == word.words))
        for language, each in terms.items()
    }


def _beside(own: tuple[str, ...], came: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in own if each not in came)
