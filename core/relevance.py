"""Which commitments matter for an agenda item: by its track, and by what the delegate writes for it.

What is written (the statements, the talking points, the brief, notes, and at first the item's title alone)
becomes *subjects*: what its words mean by the thesaurus, each weighed by how rare it is in the library. A
paragraph is worth what it says of the subjects; to be of the item's track counts as much as one telling
subject. Among equals the stronger verb, the better standing and the newer document come first.

Nothing here knows a language or reads a library: words come divided, paragraphs come ready.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.documents import LibraryParagraph, Standing, Track
from core.language.strength import operative_of
from core.language.words import introduction, own_words
from core.meaning.topics import Topic
from core.meaning.vocabulary import Said, Unit, Vocabulary

Divide = Callable[[str], Sequence[str]]
"""The words of a text in order, as the thesaurus compares them."""

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?;…؟؛])\s+|[。！？；]|\n+")
_NUMBER = re.compile(r"\d+")
_LONGEST = 2_000
LEAST_RARITY = 1.5
"""How rare a subject must be to tell anything: what every fifth paragraph speaks of tells none apart."""
_OF_OFFICES = frozenset({"un-system"})
_OF_PROCEDURE = frozenset({"un-system", "follow-up", "reporting"})
_TRACK = 3.0
_EVERY_TRACK = 0.3
_PLAIN_WORD, _SAID_ALONE, _AGAIN = 0.3, 0.4, 0.2
_ENOUGH, _OF_THE_MOST = 2.0, 0.2
_BESIDE = 0.25
_TOLD = 0.6
_MOST_SUBJECTS = 60
_LONGEST_NAMED = 44
_KIN = 2.0
_STRONGEST = 5
_VERB, _AGE, _OLD = 0.1, 0.1, 15 * 365
_STANDINGS = {Standing.CONSENSUS: 1.0, Standing.UNEDITED: 0.99, Standing.VOTE: 0.98}
_OTHER_STANDING = 0.96


class Source(StrEnum):
    """Where an item is spoken of; the value is what it is called in "your draft speaks of marking"."""

    STATEMENT = "your draft"
    POINTS = "your talking points"
    BRIEF = "your brief"
    NOTE = "your note"
    PULL_NOTE = "your note on a commitment"
    TITLE = "the item’s title"

    @property
    def weight(self) -> float:
        """How much it counts what is spoken of there: what will be said aloud counts most."""
        return _WEIGHTS[self]

    @property
    def speaks(self) -> str:
        """The verb that goes with its name."""
        return "speak" if self is Source.POINTS else "speaks"


_WEIGHTS = {
    Source.STATEMENT: 1.0,
    Source.POINTS: 0.9,
    Source.BRIEF: 0.9,
    Source.NOTE: 0.7,
    Source.PULL_NOTE: 0.5,
    Source.TITLE: 0.3,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that were written for an item.

    ``share`` says how much of its source's weight it has: less for an earlier statement than for the last.
    """

    source: Source
    text: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Subject:
    """What is spoken of: a concept or a plain word, where it stands, and how much that counts.

    ``rarity`` says how much it tells that a paragraph speaks of it (``core.meaning.vocabulary.rarity``).
    """

    unit: Unit
    source: Source
    weight: float
    rarity: float = 0.0

    @property
    def name(self) -> str:
        """What it is called: the concept, or the word as it was typed."""
        return self.unit.concepts[0].label if self.unit.concepts else self.unit.typed

    @property
    def worth(self) -> float:
        """How much it counts that a paragraph speaks of this and of nothing else."""
        return self.weight * self.rarity


@dataclass(frozen=True, slots=True)
class Kinship:
    """A paragraph carries the language of a pulled one: in earlier or later words."""

    reference: str
    earlier: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A commitment that may matter: what it says, and its topics, the strongest first."""

    located: LibraryParagraph
    said: Said
    topics: tuple[Topic, ...] = ()
    kinship: Kinship | None = None


@dataclass(frozen=True, slots=True)
class Relevant:
    """A commitment that matters, how much, and why: "same track · your draft speaks of marking"."""

    candidate: Candidate
    score: float
    because: str


def subjects_of(
    passages: Iterable[Passage], vocabulary: Vocabulary, languages: Sequence[str], divide: Divide
) -> list[Subject]:
    """What is spoken of in these passages, for texts in these languages; what counts most comes first.

    Each sentence is looked at by itself. What is spoken of again counts a little more. Of an item's title
    only concepts count, for its other words are those of every agenda.
    """
    found: dict[tuple[str, ...], Subject] = {}
    for passage, words in _sentences(passages, divide):
        for unit in vocabulary.units(words, languages):
            key = tuple(concept.id for concept in unit.concepts) or ("", unit.typed)
            if passage.source is Source.TITLE and not _is_matter(unit):
                continue
            weight = passage.source.weight * passage.share * _sureness(unit, vocabulary, languages)
            before = found.get(key)
            if before is None:
                found[key] = Subject(unit, passage.source, weight)
            else:
                better = before if before.weight >= weight else Subject(unit, passage.source, weight)
                found[key] = replace(better, weight=better.weight + _AGAIN * min(before.weight, weight))
    return sorted(found.values(), key=lambda each: -each.weight)[:_MOST_SUBJECTS]


def _is_matter(unit: Unit) -> bool:
    """Whether a title that names this says what is talked about.

    Every agenda names who opens the meeting, and single words such as "meeting" and "report".
    """
    procedure = _OF_OFFICES if " " in unit.typed else _OF_PROCEDURE
    return any(not concept.topics or set(concept.topics) - procedure for concept in unit.concepts)


def _sureness(unit: Unit, vocabulary: Vocabulary, languages: Sequence[str]) -> float:
    """How sure it is that words in running text mean what they name.

    Those that texts themselves use for a concept do, and so do several words together; a single one of those
    that only people say ("twice" for duplication) often means nothing of the kind.
    """
    if not unit.concepts:
        return _PLAIN_WORD
    if " " in unit.typed:
        return 1.0
    written = (
        phrase in vocabulary.phrases(concept, language)
        for language in languages
        for way in unit.ways.get(language, ())[:1]
        for phrase in way.phrases
        for concept in unit.concepts
    )
    return 1.0 if any(written) else _SAID_ALONE


def _sentences(passages: Iterable[Passage], divide: Divide) -> Iterator[tuple[Passage, Sequence[str]]]:
    for passage in passages:
        for sentence in _BETWEEN_SENTENCES.split(passage.text):
            words = divide(sentence[:_LONGEST])
            if words:
                yield passage, words


def relevant(
    candidates: Iterable[Candidate], subjects: Sequence[Subject], track: Track | None
) -> list[Relevant]:
    """The candidates that matter for an item of this track, what matters most first.

    Those of the item's own track matter in any case; others where enough is said of the subjects, or where
    they carry the language of what was pulled.
    """
    told = [(each, _told(each.said, subjects)) for each in candidates]
    newest = max((_day(each.located) for each, _ in told), default=0)
    most = max((sum(worth for _, worth in each) for _, each in told), default=0.0)
    enough = max(_ENOUGH, _OF_THE_MOST * most)
    found = [
        _judged(each, of_each, track, newest)
        for each, of_each in told
        if each.kinship
        or (track is not None and each.located.paragraph.track is track)
        or sum(worth for _, worth in of_each) >= enough
    ]
    return sorted(
        found,
        key=lambda each: (-each.score, -_day(each.candidate.located), _in_order(each.candidate.located)),
    )


def talk_of_topics(subjects: Iterable[Subject]) -> Mapping[str, float]:
    """How much is spoken of each topic, by its id, from 0 to 1 for the one most spoken of.

    It is its weightiest subject that counts most, so that a topic of many words does not drown one of few.
    """
    told: dict[str, list[float]] = {}
    for subject in subjects:
        for topic in {topic for concept in subject.unit.concepts for topic in concept.topics}:
            told.setdefault(topic, []).append(subject.worth)
    weights = {topic: max(each) + _BESIDE * (sum(each) - max(each)) for topic, each in told.items()}
    most = max(weights.values(), default=0.0)
    return {topic: weight / most for topic, weight in weights.items()} if most else {}


def _told(said: Said, subjects: Iterable[Subject]) -> list[tuple[Subject, float]]:
    """How much a paragraph says of each subject, in what that is worth."""
    return [(subject, subject.worth * said.share(subject.unit)) for subject in subjects]


def _judged(
    candidate: Candidate, told: Sequence[tuple[Subject, float]], track: Track | None, newest: int
) -> Relevant:
    spoken = sum(worth for _, worth in told)
    own = candidate.located.paragraph.track
    on_track = track is not None and own is track
    place = _TRACK if on_track else _TRACK * _EVERY_TRACK if own is None else 0.0
    score = (spoken + place + (_KIN if candidate.kinship else 0.0)) * _quality(candidate.located, newest)
    return Relevant(candidate, score, _because(candidate, told, on_track=on_track))


def _quality(located: LibraryParagraph, newest: int) -> float:
    """Which of two equal commitments is the better one to build on: a factor around 1."""
    paragraph, document = located.paragraph, located.document
    verb = operative_of(own_words(paragraph), document.language, introduction(paragraph)).strength.rank or 0
    standing = paragraph.standing if paragraph.standing is not Standing.UNKNOWN else document.standing
    age = min(1.0, (newest - _day(located)) / _OLD)
    return (
        (1 + _VERB * verb / _STRONGEST)
        * _STANDINGS.get(standing, _OTHER_STANDING)
        * (1 - _AGE * max(0.0, age))
    )


def _because(candidate: Candidate, told: Sequence[tuple[Subject, float]], *, on_track: bool) -> str:
    """Why a commitment is offered, in a few words."""
    words = ["same track"] if on_track else []
    telling = sorted((each for each in told if each[1] >= _TOLD), key=lambda each: -each[1])
    concepts = [subject for subject, _ in telling if subject.unit.concepts]
    if concepts:
        source = concepts[0].source
        names = list(dict.fromkeys(subject.name for subject in concepts if subject.source is source))
        named = names[:2] if len(" and ".join(names[:2])) <= _LONGEST_NAMED else names[:1]
        words.append(f"{source} {source.speaks} of {' and '.join(named)}")
    elif telling:
        subject = telling[0][0]
        words.append(f"{subject.source} {subject.source.speaks} of “{subject.name}”")
    if candidate.kinship is not None:
        when = "earlier" if candidate.kinship.earlier else "later"
        words.append(f"{candidate.kinship.reference} in {when} words")
    return " · ".join(words)


def _in_order(located: LibraryParagraph) -> str:
    """A reference as it is sorted: paragraph 9 before paragraph 62."""
    return _NUMBER.sub(lambda number: number[0].zfill(6), located.reference)


def _day(located: LibraryParagraph) -> int:
    """The day of a document as a number; one without a date counts as old."""
    return located.document.date.toordinal() if located.document.date else 0
