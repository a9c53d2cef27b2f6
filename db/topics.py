"""The topics of paragraphs: what the thesaurus finds in them, set right by the delegate."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence

from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.meaning.topics import (
    ParagraphTopics,
    Topic,
    TopicCorrection,
    corrected,
    correction_id,
    correction_with,
    topic_named,
)
from core.revisions import Entity
from db.index.vocabulary import topics_of_paragraph
from db.library import Library
from db.projections import read, read_one
from db.revisions import Revisions
from db.thesaurus import OwnThesaurus
from db.unit import Unit
from db.written_tables import TopicCorrectionRow


class Topics:
    """Tells and corrects what paragraphs are about, within one unit of work."""

    def __init__(self, unit: Unit, revisions: Revisions, library: Library, thesaurus: OwnThesaurus) -> None:
        """The topics as this unit of work sees them."""
        self._unit = unit
        self._session = unit.session
        self._revisions = revisions
        self._library = library
        self._thesaurus = thesaurus

    def of(self, located: LibraryParagraph) -> ParagraphTopics:
        """The topics of a paragraph, and what of them a person added or took away."""
        return corrected(self._found(located), self._correction(located.paragraph.id))

    def of_all(self, paragraphs: Iterable[LibraryParagraph]) -> dict[uuid.UUID, tuple[Topic, ...]]:
        """The topics of each of these paragraphs, by its id; none where it says nothing of any."""
        every = list(paragraphs)
        corrections = self._corrections([located.paragraph.id for located in every])
        return {
            located.paragraph.id: corrected(
                self._found(located), corrections.get(located.paragraph.id)
            ).topics
            for located in every
        }

    def correct(
        self, paragraph_id: uuid.UUID, *, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> ParagraphTopics:
        """Gives a paragraph topics and takes others from it, beside what was corrected before.

        Only the difference to what the thesaurus says is kept, so a correction that says the same is none.
        NameplateError if the paragraph is not here or there is no such topic.
        """
        located = self._library.paragraph(paragraph_id)
        if located is None:
            raise NameplateError("That paragraph is not in this workspace; import its document first.")
        add, remove = [topic_named(each).id for each in add], [topic_named(each).id for each in remove]
        before = self._correction(paragraph_id) or TopicCorrection(correction_id(paragraph_id), paragraph_id)
        correction = correction_with(before, self._found(located), add, remove)
        if correction:
            self._revisions.save(correction)
        else:
            self._revisions.delete(Entity.TOPIC_CORRECTION, correction.id)
        return corrected(self._found(located), correction)

    def take_back(self, paragraph_id: uuid.UUID) -> None:
        """Takes back all that was corrected in a paragraph; nothing happens if nothing was."""
        self._revisions.delete(Entity.TOPIC_CORRECTION, correction_id(paragraph_id))

    def _found(self, located: LibraryParagraph) -> tuple[Topic, ...]:
        vocabulary, paragraph = self._thesaurus.vocabulary(), located.paragraph
        return self._unit.cache.topics(
            paragraph.id,
            paragraph.section[-1:],
            lambda: topics_of_paragraph(vocabulary, paragraph, located.document.language),
        )

    def _correction(self, paragraph_id: uuid.UUID) -> TopicCorrection | None:
        return read_one(self._session, TopicCorrection, correction_id(paragraph_id))

    def _corrections(self, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, TopicCorrection]:
        found: dict[uuid.UUID, TopicCorrection] = {}
        for start in range(0, len(ids), 500):
            within = TopicCorrectionRow.paragraph_id.in_(ids[start : start + 500])
            found.update((each.paragraph_id, each) for each in read(self._session, TopicCorrection, within))
        return found
