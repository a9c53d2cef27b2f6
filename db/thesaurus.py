"""The thesaurus as this workspace has it: the program's, and what people wrote into it here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.errors import NameplateError
from core.meaning.own_concepts import (
    checked,
    faults,
    from_sheet,
    to_sheet,
    together,
    with_own,
    without_references_to,
)
from core.meaning.thesaurus import Concept, OwnConcept, concept_id
from core.meaning.vocabulary import Vocabulary
from core.revisions import Entity
from db.index.vocabulary import divided, forget_texts, thesaurus, vocabulary
from db.projections import read, read_one
from db.revisions import Revisions
from db.unit import Unit


class OwnThesaurus:
    """Reads and writes own concepts within one unit of work."""

    def __init__(self, unit: Unit, revisions: Revisions) -> None:
        """The thesaurus as this unit of work sees it."""
        self._unit = unit
        self._session = unit.session
        self._revisions = revisions

    def vocabulary(self) -> Vocabulary:
        """The program's concepts and this workspace's own, ready for queries and texts.

        It is the same object until a concept is written, here or by another process.
        """
        return vocabulary_in(self._unit)

    def concept(self, concept: str) -> Concept:
        """A concept with all that is known of it here; NameplateError if there is none of this name."""
        found = self.vocabulary().thesaurus.concepts.get(concept)
        if found is None:
            raise NameplateError(
                f"There is no concept “{concept[:60]}” in the thesaurus; choose one from its list, or add it."
            )
        return found

    def is_of_program(self, concept: str) -> bool:
        """Whether a concept came with the program, whatever was added to it here."""
        return concept in thesaurus().concepts

    def of_program(self, concept: str) -> Concept | None:
        """A concept as it came with the program, None for one that did not."""
        return thesaurus().concepts.get(concept)

    def own(self) -> list[OwnConcept]:
        """What people wrote here, by the concepts' names."""
        return sorted(read(self._session, OwnConcept), key=lambda own: own.concept)

    def own_of(self, concept: str) -> OwnConcept | None:
        """What people wrote here of one concept, None if nothing."""
        return read_one(self._session, OwnConcept, concept_id(concept))

    def save(self, own: OwnConcept) -> OwnConcept:
        """Writes what a person says of a concept, new or the program's, after checking it.

        Where nothing is said of a concept of the program, nothing is kept. NameplateError if anything in it
        cannot stand (``core.meaning.own_concepts.checked``).
        """
        return self._save(own, {*self._known(), own.concept})

    def _save(self, own: OwnConcept, known: Iterable[str]) -> OwnConcept:
        own = checked(own, set(known), self.own_of(own.concept))
        if not self.is_of_program(own.concept):
            own = replace(own, dropped=())
        elif own == OwnConcept(own.id, own.concept):
            self._revisions.delete(Entity.CONCEPT, own.id)
            return own
        self._revisions.save(own)
        return own

    def remove(self, concept: str) -> None:
        """Takes away what was written of a concept; one of the program's is then as it came.

        A new one is gone, and other own concepts no longer refer to it. NameplateError if nothing is written.
        """
        if self.own_of(concept) is None:
            program = self.is_of_program(concept)
            raise NameplateError(
                f"“{concept}” comes with the program and cannot be taken away; take single terms out of it."
                if program
                else f"There is no own concept “{concept[:60]}” in this workspace."
            )
        self._revisions.delete(Entity.CONCEPT, concept_id(concept))
        if not self.is_of_program(concept):
            for other in self.own():
                self._revisions.save(without_references_to(other, concept))

    def sheet(self) -> str:
        """All own concepts as plain text, in the format of the thesaurus files."""
        return to_sheet(self.own())

    def add_sheet(self, text: str, name: str) -> list[OwnConcept]:
        """Takes a colleague's list in, together with what is here; gives its concepts as they now are.

        NameplateError, and nothing is written, if a line cannot be read or a concept cannot stand.
        """
        given = from_sheet(text, name)
        if not given:
            raise NameplateError(
                f"There is no concept in {name}; a concept begins with a line “[name] label”."
            )
        known = {*self._known(), *(own.concept for own in given)}
        every = [
            together(here, own) if (here := self.own_of(own.concept)) is not None else own for own in given
        ]
        for own in every:
            checked(own, known, self.own_of(own.concept))
        return [self._save(own, known) for own in every]

    def faults(self) -> list[str]:
        """What of the own concepts is left out since it refers to what is not there, a sentence each."""
        known = self._known()
        return [fault for own in self.own() for fault in faults(own, known)]

    def _known(self) -> set[str]:
        return {*thesaurus().concepts, *(own.concept for own in self.own())}


def vocabulary_in(unit: Unit) -> Vocabulary:
    """The program's concepts and those of the unit's workspace; see ``OwnThesaurus.vocabulary``."""
    cache = unit.cache
    if cache.vocabulary is None:
        own = sorted(read(unit.session, OwnConcept), key=lambda each: each.concept)
        if not own:
            cache.keep_vocabulary(own, vocabulary())
        elif cache.vocabulary_of(own) is None:
            forget_texts()
            cache.keep_vocabulary(own, Vocabulary(with_own(thesaurus(), own), divided))
        cache.vocabulary = cache.vocabulary_of(own)
        assert cache.vocabulary is not None
    return cache.vocabulary
