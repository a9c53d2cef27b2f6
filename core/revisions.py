"""Revisions: everything a person writes is kept as rows that name what they grew from.

History, undo, "who changed this" and merging are this one mechanism (DESIGN.md, "The workspace file").
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile
from typing import Any

LONGEST_RUN = dt.timedelta(minutes=5)
"""How long autosaves in a row may take one another's place; no longer than the pause that seals."""

MAY_BE_LOST = 100
"""How many characters that stood in the file a run of autosaves may write over, mistypings as they are."""

_HARDLY_ANYTHING = 20


class Entity(StrEnum):
    """The kinds of things a person writes."""

    DELEGATION = "delegation"
    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    DOSSIER = "dossier"
    PULL = "pull"
    STATEMENT = "statement"
    PACK = "pack"
    ANNOTATION = "annotation"
    CONCEPT = "concept"
    TOPIC_CORRECTION = "topic_correction"
    DISMISSAL = "dismissal"


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of one entity. ``content`` is plain JSON data, None where the entity was deleted.

    ``sealed`` means that somebody else may have seen it, so it is never replaced in place. ``name`` is what
    a person called this version, empty for most.
    """

    id: uuid.UUID
    entity: Entity
    entity_id: uuid.UUID
    parents: tuple[uuid.UUID, ...]
    content: Mapping[str, Any] | None
    author: str
    time: dt.datetime
    sealed: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Autosaves in a row, each in the place of the one before: when the first was written, what went since.

    ``lost`` counts the characters that once stood in the file and that no revision holds any more.
    """

    begun: dt.datetime
    lost: int = 0


def may_replace(
    newest: Revision, author: str, now: dt.datetime, run: Run | None, content: Mapping[str, Any] | None
) -> bool:
    """Whether an author's next autosave may take the place of the newest revision instead of following it.

    Only the author's own, unsealed, unnamed, within five minutes of the ``run``'s beginning (None: it is
    not known), and only while hardly anything is lost that stood there; a deletion is never written over
    and writes over nothing.
    """
    if run is None or newest.sealed or newest.name or newest.author != author or now < newest.time:
        return False
    if newest.content is None or content is None or now - run.begun >= LONGEST_RUN:
        return False
    return run.lost + lost(newest.content, content) <= MAY_BE_LOST and not _another_text(
        newest.content, content
    )


def lost(before: Mapping[str, Any], after: Mapping[str, Any]) -> int:
    """How many characters of ``before`` are not in ``after`` any more; words that only moved are not lost."""
    return sum(_gone(_words_in(value), _words_in(after.get(key))) for key, value in before.items())


def _another_text(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a text, however short, was written over rather than worked on."""
    for key, value in before.items():
        text = _words_in(value)
        gone = _gone(text, _words_in(after.get(key)))
        if gone > _HARDLY_ANYTHING and 2 * gone > len(text):
            return True
    return False


def _gone(before: str, after: str) -> int:
    """How many characters went with the words that stood in a text and do not any more.

    What stayed at both ends is set aside, so a word that was saved half typed is not lost once it is whole.
    """
    if before == after:
        return 0
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    if start + end < min(len(before), len(after)):  # words stand for others: these are compared whole
        start -= _word_at(reversed(before[:start]))
        end -= _word_at(before[len(before) - end :])
    gone = Counter(before[start : len(before) - end].split())
    gone.subtract(after[start : len(after) - end].split())
    return sum(len(word) * times for word, times in gone.items() if times > 0)


def _word_at(text: Iterable[str]) -> int:
    """How many characters the word has that these begin with; 0 where they begin with white space."""
    return sum(1 for _ in takewhile(lambda character: not character.isspace(), text))


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    for nth, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return nth
    return min(len(one), len(other))


def _words_in(content: Any) -> str:
    """The text in plain JSON data, one piece a line."""
    if isinstance(content, str):
        return content
    if isinstance(content, Mapping):
        return "\n".join(map(_words_in, content.values()))
    return "\n".join(map(_words_in, content)) if isinstance(content, list) else ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write changed: broadcast so that every view decides for itself whether it is concerned.

    ``initiator`` names who asked for it, so that an editor does not reload over its own typing. ``before``
    holds what each entity was (None: it was not there), in the order of writing, so that it can be undone;
    ``after`` what it became, by which an undo sees that nothing was written since. ``origin`` is the open
    workspace that was written to: the same entity may stand in another file as well.
    """

    entities: frozenset[tuple[Entity, uuid.UUID]] = frozenset()
    library: bool = False
    initiator: str = ""
    before: tuple[tuple[Entity, uuid.UUID, Mapping[str, Any] | None], ...] = field(
        default=(), compare=False, repr=False
    )
    after: tuple[tuple[Entity, uuid.UUID, Mapping[str, Any] | None], ...] = field(
        default=(), compare=False, repr=False
    )
    origin: uuid.UUID | None = field(default=None, compare=False, repr=False)

    def touches(self, *kinds: Entity) -> bool:
        """Whether any entity of these kinds was written."""
        return any(entity in kinds for entity, _ in self.entities)

    def __or__(self, other: Changes) -> Changes:
        """Both sets of changes together; the first one's initiator stands."""
        return Changes(
            self.entities | other.entities,
            self.library or other.library,
            self.initiator or other.initiator,
            self.before + other.before,
            self.after + other.after,
            self.origin or other.origin,
        )

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.entities) or self.library
