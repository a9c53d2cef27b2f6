"""Revisions: the one way anything a person writes gets into the file, and its history.

A revision, its head and the projection are written in the same transaction. An autosave that may take the
place of the author's newest revision (core.revisions.may_replace) does so *under a new id*: a copy of the
file that was mailed meanwhile holds the old id, and merging the two then sees two heads over one ancestor
instead of one id with two contents. So no content is ever altered under an id that exists.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from core.errors import NameplateError
from core.revisions import Changes, Entity, Revision, Run, lost, may_replace
from db.contents import Written, identity, to_content
from db.projections import project
from db.undoing import ANOTHER_WORKSPACE, check_owners, check_unchanged, earliest, latest
from db.unit import Unit
from db.written_tables import HeadRow, RevisionParentRow, RevisionRow

Content = Mapping[str, Any] | None


class Revisions:
    """Writes, and tells the history of, what people write, within one unit of work."""

    def __init__(self, unit: Unit) -> None:
        """The revisions as this unit of work sees them."""
        self._unit = unit
        self._session: Session = unit.session
        self._before: dict[tuple[Entity, uuid.UUID], Content] = {}
        self._after: dict[tuple[Entity, uuid.UUID], Content] = {}

    @property
    def changes(self) -> Changes:
        """What was written in this unit of work so far."""
        return Changes(
            frozenset(self._before),
            self._unit.library_changed,
            self._unit.initiator,
            tuple((*key, content) for key, content in self._before.items()),
            tuple((*key, content) for key, content in self._after.items()),
            self._unit.origin,
        )

    def save(self, thing: Written) -> None:
        """Writes a thing as it now is; nothing is written if that is how it was."""
        entity, entity_id = identity(thing)
        self.write(entity, entity_id, to_content(thing))

    def delete(self, entity: Entity, entity_id: uuid.UUID) -> None:
        """Writes that a thing is no more; nothing is written if it was not there."""
        self.write(entity, entity_id, None)

    def write(self, entity: Entity, entity_id: uuid.UUID, content: Content, *, follow: bool = False) -> None:
        """Writes content, None for a deletion. With ``follow`` it never takes the newest revision's place."""
        self._unit.must_write()
        heads = self.heads(entity, entity_id)
        newest = heads[0] if heads else None
        before = newest.content if newest else None
        if len(heads) <= 1 and before == content:
            return
        self._before.setdefault((entity, entity_id), before)
        self._after[entity, entity_id] = content
        now = self._unit.clock()
        parents = tuple(head.id for head in heads)
        run = Run(now)
        if newest and len(heads) == 1 and not follow and (going_on := self._going_on(newest, content)):
            parents, run = newest.parents, going_on
            self._remove(newest)
        elif newest:
            self._seal(head.id for head in heads)
        written = Revision(uuid.uuid4(), entity, entity_id, parents, content, self._unit.author, now)
        for head in heads:
            self._unit.runs.pop(head.id, None)
        self._unit.runs[written.id] = run
        self._insert(written)
        project(self._session, entity, entity_id, content)
        if entity is Entity.CONCEPT:
            self._unit.cache.forget_concepts()

    def history(self, entity: Entity, entity_id: uuid.UUID) -> list[Revision]:
        """All revisions of a thing, newest first; what grew from another always stands before it."""
        rows = select(RevisionRow).where(RevisionRow.entity == entity, RevisionRow.entity_id == entity_id)
        return newest_first(self._revisions(rows.order_by(RevisionRow.row)))

    def revision(self, revision_id: uuid.UUID) -> Revision:
        """One revision; NameplateError if it is not in this file."""
        found = self._revisions(select(RevisionRow).where(RevisionRow.id == revision_id))
        if not found:
            raise NameplateError("That version is no longer in this workspace; choose one from the history.")
        return found[0]

    def everything(self) -> list[Revision]:
        """All revisions of the file, in the order in which they came into it."""
        return self._revisions(select(RevisionRow).order_by(RevisionRow.row))

    def name_version(self, entity: Entity, entity_id: uuid.UUID, name: str) -> Revision:
        """Names the newest revision of a thing and seals it, so that it stays in the history.

        NameplateError if the thing is not there or the name is empty.
        """
        self._unit.must_write()
        heads = self.heads(entity, entity_id)
        if not heads or heads[0].content is None:
            raise NameplateError("There is nothing there to name a version of; it may have been deleted.")
        if not name.strip():
            raise NameplateError("A version needs a name; type one.")
        named = replace(heads[0], name=name.strip(), sealed=True)
        self._session.execute(
            update(RevisionRow).where(RevisionRow.id == named.id).values(name=named.name, sealed=True)
        )
        return named

    def seal_all(self) -> None:
        """Seals every revision, so that none is replaced any more: somebody else may see them from now on."""
        self._unit.must_write()
        self._session.execute(update(RevisionRow).where(RevisionRow.sealed.is_(False)).values(sealed=True))
        self._unit.runs.clear()

    def any_open(self) -> bool:
        """Whether there is a revision that is not sealed."""
        return (
            self._session.scalar(select(RevisionRow.row).where(RevisionRow.sealed.is_(False)).limit(1))
            is not None
        )

    def restore(self, revision_id: uuid.UUID) -> None:
        """Writes an old revision's content as the newest; what it replaces stays in the history."""
        old = self.revision(revision_id)
        self.write(old.entity, old.entity_id, old.content, follow=True)

    def undo(self, changes: Changes) -> None:
        """Writes back what everything was before these changes, last change first.

        What was created is deleted and what was deleted is there again; the undoing can itself be undone.
        NameplateError, and nothing is written, if any of it was changed since, stands in another workspace,
        or belongs to what is no longer there.
        """
        self._unit.must_write()
        if changes.before and changes.origin != self._unit.origin:
            raise NameplateError(ANOTHER_WORKSPACE)
        earlier = earliest(changes)
        for key, became in latest(changes).items():
            check_unchanged(key, became, earlier.get(key), self.heads(*key))
        check_owners(self._session, earlier)
        for (entity, entity_id), content in reversed(earlier.items()):
            self.write(entity, entity_id, content, follow=True)

    def _going_on(self, newest: Revision, content: Content) -> Run | None:
        """The run that goes on if this content may take the newest revision's place, None if it may not."""
        run = self._unit.runs.get(newest.id)
        if not may_replace(newest, self._unit.author, self._unit.clock(), run, content):
            return None
        assert run is not None and newest.content is not None and content is not None
        return replace(run, lost=run.lost + lost(newest.content, content))

    def heads(self, entity: Entity, entity_id: uuid.UUID) -> list[Revision]:
        """The heads of an entity: what counts first (an edit before a deletion, then the newest)."""
        rows = (
            select(RevisionRow)
            .join(HeadRow, HeadRow.revision_id == RevisionRow.id)
            .where(HeadRow.entity == entity, HeadRow.entity_id == entity_id)
        )
        return sorted(self._revisions(rows), key=standing_first)

    def _insert(self, revision: Revision) -> None:
        self._session.execute(
            insert(RevisionRow).values(
                id=revision.id,
                entity=revision.entity,
                entity_id=revision.entity_id,
                content=revision.content,
                author=revision.author,
                time=revision.time,
                sealed=revision.sealed,
                name=revision.name,
            )
        )
        if revision.parents:
            rows = [{"revision_id": revision.id, "parent_id": parent} for parent in revision.parents]
            self._session.execute(insert(RevisionParentRow), rows)
            self._session.execute(delete(HeadRow).where(HeadRow.revision_id.in_(revision.parents)))
        head = {"entity": revision.entity, "entity_id": revision.entity_id, "revision_id": revision.id}
        self._session.execute(insert(HeadRow).values(head))

    def _remove(self, revision: Revision) -> None:
        self._session.execute(delete(HeadRow).where(HeadRow.revision_id == revision.id))
        self._session.execute(delete(RevisionParentRow).where(RevisionParentRow.revision_id == revision.id))
        self._session.execute(delete(RevisionRow).where(RevisionRow.id == revision.id))

    def _seal(self, ids: Any) -> None:
        self._session.execute(update(RevisionRow).where(RevisionRow.id.in_(list(ids))).values(sealed=True))

    def _revisions(self, query: Any) -> list[Revision]:
        rows = list(self._session.execute(query.with_only_columns(*_COLUMNS)).all())
        parents: dict[uuid.UUID, list[uuid.UUID]] = {row.id: [] for row in rows}
        ids = list(parents)
        for start in range(0, len(ids), 500):
            query = select(RevisionParentRow.revision_id, RevisionParentRow.parent_id)
            within = query.where(RevisionParentRow.revision_id.in_(ids[start : start + 500]))
            for revision_id, parent_id in self._session.execute(within.order_by(RevisionParentRow.parent_id)):
                parents[revision_id].append(parent_id)
        return [
            Revision(
                r.id,
                r.entity,
                r.entity_id,
                tuple(parents[r.id]),
                r.content,
                r.author,
                r.time,
                r.sealed,
                r.name,
            )
            for r in rows
        ]


_COLUMNS = (
    RevisionRow.id,
    RevisionRow.entity,
    RevisionRow.entity_id,
    RevisionRow.content,
    RevisionRow.author,
    RevisionRow.time,
    RevisionRow.sealed,
    RevisionRow.name,
)


def newest_first(revisions: Sequence[Revision]) -> list[Revision]:
    """Revisions by time, latest first, but none before one that grew from it: clocks may be wrong."""
    children = Counter(parent for each in revisions for parent in each.parents)
    by_id = {each.id: (each.time, place, each) for place, each in enumerate(revisions)}
    ready = [by_id[each.id] for each in revisions if not children[each.id]]
    ordered: list[Revision] = []
    while ready:
        latest = max(ready, key=lambda entry: entry[:2])
        ready.remove(latest)
        ordered.append(latest[2])
        for parent in latest[2].parents:
            children[parent] -= 1
            if not children[parent] and parent in by_id:
                ready.append(by_id[parent])
    return ordered


def standing_first(head: Revision) -> tuple[bool, float, str]:
    """Sorts the heads of one entity so that the one that stands comes first: an edit beats a deletion."""
    return head.content is None, -head.time.timestamp(), str(head.id)
