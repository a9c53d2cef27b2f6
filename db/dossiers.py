"""Dossiers: what a delegate wrote for an agenda item, the commitments pulled into it, and those put aside."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select

from core.commitments import Dismissal, Dossier, Pull, dismissal_id
from core.documents import Kind, LibraryParagraph
from core.errors import NameplateError
from core.ordering import rank_between, ranks
from core.revisions import Entity
from db.meetings import Meetings
from db.projections import read
from db.revisions import Revisions
from db.unit import Unit
from db.written_tables import DismissalRow, DossierRow, PullRow


class Dossiers:
    """Reads and writes dossiers, pulls and dismissals within one unit of work."""

    def __init__(self, unit: Unit, revisions: Revisions, meetings: Meetings) -> None:
        """The dossiers as this unit of work sees them."""
        self._session = unit.session
        self._revisions = revisions
        self._meetings = meetings

    def dossier(self, item_id: uuid.UUID) -> Dossier:
        """What was written for an agenda item; an empty dossier if nothing was."""
        return next(iter(read(self._session, Dossier, DossierRow.item_id == item_id)), Dossier(item_id))

    def save(self, dossier: Dossier) -> Dossier:
        """Writes a dossier; NameplateError if its agenda item is not there."""
        self._meetings.item_by_id(dossier.item_id)
        self._revisions.save(dossier)
        return dossier

    def pulls(self, item_id: uuid.UUID) -> list[Pull]:
        """The commitments pulled into an item, in the delegate's order."""
        return read(self._session, Pull, PullRow.item_id == item_id)

    def pulled_ids(self, item_id: uuid.UUID) -> frozenset[uuid.UUID]:
        """The ids of the paragraphs pulled into an item."""
        return frozenset(
            self._session.scalars(select(PullRow.paragraph_id).where(PullRow.item_id == item_id))
        )

    def pull(self, item_id: uuid.UUID, paragraphs: Iterable[LibraryParagraph]) -> list[Pull]:
        """Pulls paragraphs into an item, after what is there; gives back those that were not pulled before.

        What was dismissed no longer is. NameplateError, and nothing is pulled, if one is no commitment and no
        numbered report paragraph, or if the item is not there.
        """
        self._meetings.item_by_id(item_id)
        wanted = list(paragraphs)
        for located in wanted:
            if not _may_be_pulled(located):
                raise NameplateError(
                    f"{_called(located)} cannot be pulled, for {_hindrance(located)}; choose a numbered "
                    "paragraph."
                )
        there = self.pulls(item_id)
        known = {pull.paragraph_id for pull in there}
        last = there[-1].rank if there else ""
        pulled: list[Pull] = []
        for located in wanted:
            if located.paragraph.id in known:
                continue
            known.add(located.paragraph.id)
            last = rank_between(last, "")
            pulled.append(Pull(uuid.uuid4(), item_id, located.paragraph.id, located.reference, rank=last))
            self._revisions.save(pulled[-1])
        self.take_back(item_id, [located.paragraph.id for located in wanted])
        return pulled

    def dismissed(self, item_id: uuid.UUID) -> list[Dismissal]:
        """What is not relevant to an item, by its references; what is pulled all the same is none of it."""
        pulled = self.pulled_ids(item_id)
        there = read(self._session, Dismissal, DismissalRow.item_id == item_id)
        return sorted(
            (each for each in there if each.paragraph_id not in pulled), key=lambda each: each.reference
        )

    def dismissed_ids(self, item_id: uuid.UUID) -> frozenset[uuid.UUID]:
        """The ids of the paragraphs that are not relevant to an item."""
        return frozenset(each.paragraph_id for each in self.dismissed(item_id))

    def dismiss(self, item_id: uuid.UUID, paragraphs: Iterable[LibraryParagraph]) -> list[Dismissal]:
        """Notes that paragraphs are not relevant to an item; gives back those that were not dismissed before.

        NameplateError, and nothing is dismissed, if one is pulled, or if the item is not there.
        """
        item = self._meetings.item_by_id(item_id)
        wanted = {located.paragraph.id: located for located in paragraphs}
        pulled, known = self.pulled_ids(item_id), self.dismissed_ids(item_id)
        for paragraph_id, located in wanted.items():
            if paragraph_id in pulled:
                raise NameplateError(
                    f"{_called(located)} is pulled into item {item.number}; take it out of the dossier first."
                )
        made = [
            Dismissal(dismissal_id(item_id, each), item_id, each, located.reference)
            for each, located in wanted.items()
            if each not in known
        ]
        for dismissal in made:
            self._revisions.save(dismissal)
        return made

    def take_back(self, item_id: uuid.UUID, paragraph_ids: Iterable[uuid.UUID]) -> None:
        """Notes that paragraphs may be relevant to an item after all; of others nothing is noted."""
        for paragraph_id in paragraph_ids:
            self._revisions.delete(Entity.DISMISSAL, dismissal_id(item_id, paragraph_id))

    def pull_by_id(self, pull_id: uuid.UUID) -> Pull:
        """One pull; NameplateError if it is not there."""
        found = read(self._session, Pull, PullRow.id == pull_id)
        if not found:
            raise NameplateError("That commitment is no longer in the dossier; pull it again.")
        return found[0]

    def save_pull(self, pull: Pull) -> Pull:
        """Writes a pull's stance, note or place; NameplateError if its agenda item is not there."""
        self._meetings.item_by_id(pull.item_id)
        if not pull.rank:
            others = [other for other in self.pulls(pull.item_id) if other.id != pull.id]
            pull = replace(pull, rank=rank_between(others[-1].rank if others else "", ""))
        self._revisions.save(pull)
        return pull

    def remove_pull(self, pull_id: uuid.UUID) -> None:
        """Takes a commitment out of its dossier."""
        self._revisions.delete(Entity.PULL, pull_id)

    def move_pull(self, pull_id: uuid.UUID, before: uuid.UUID | None) -> None:
        """Puts a pull before another of its item, or last; only the moved one changes.

        NameplateError if either is not there.
        """
        moved = self.pull_by_id(pull_id)
        others = [pull for pull in self.pulls(moved.item_id) if pull.id != pull_id]
        places = {pull.id: place for place, pull in enumerate(others)}
        if before == pull_id:
            return
        if before is not None and before not in places:
            raise NameplateError("The place to move to is no longer in the dossier; choose another.")
        place = len(others) if before is None else places[before]
        low = others[place - 1].rank if place else ""
        high = others[place].rank if place < len(others) else ""
        if low < moved.rank and (not high or moved.rank < high):
            return
        if not high or low < high:
            self._revisions.save(replace(moved, rank=rank_between(low, high)))
            return
        # Two colleagues gave two pulls the same rank: there is no room between them, so all are ranked anew.
        order = [*others[:place], moved, *others[place:]]
        for pull, rank in zip(order, ranks(len(order)), strict=True):
            self._revisions.save(replace(pull, rank=rank))


def _may_be_pulled(located: LibraryParagraph) -> bool:
    paragraph = located.paragraph
    return paragraph.is_commitment or (paragraph.kind is Kind.REPORT and bool(paragraph.label))


def _hindrance(located: LibraryParagraph) -> str:
    paragraph = located.paragraph
    if paragraph.kind is Kind.AGENDA:
        return "it is an item of an agenda and no commitment"
    return "it is a heading and no commitment" if paragraph.label else "it has no number"


def _called(located: LibraryParagraph) -> str:
    if located.reference:
        return located.reference
    text = located.paragraph.text
    return f"“{text if len(text) <= 60 else text[:59].rstrip() + '…'}”"
