"""Checks a whole workspace, and makes anew what can be derived: heads, projections and the search index."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from core.documents import Document, document_id, paragraph_id
from core.revisions import Entity, Revision
from db.contents import KINDS, Written, from_content
from db.index.indexing import index_faults
from db.projections import ids_of, project, read_one
from db.revisions import standing_first
from db.work import Work
from db.written_tables import (
    AgendaItemRow,
    DismissalRow,
    DossierRow,
    HeadRow,
    MeetingRow,
    PackRow,
    PullRow,
    StatementRow,
)

Key = tuple[Entity, uuid.UUID]


def verify(work: Work, session: Session, *, mend: bool) -> list[str]:
    """What is wrong with the file, a sentence each; with ``mend`` what can be derived is put right.

    A file that is damaged as such is not mended, for nothing read from it can be trusted.
    """
    if damage := _damage(session):
        return damage
    findings = _altered_texts(work)
    revisions = work.revisions.everything()
    standing = _heads(session, revisions, findings, mend=mend)
    _projections(session, standing, findings, mend=mend)
    findings += _orphans(session)
    findings += work.thesaurus.faults()
    faults = index_faults(session, deeply=mend)
    findings += [f"{fault}{'; it was made anew.' if mend else '.'}" for fault in faults]
    if mend:
        work.search.rebuild()
    return findings


def _damage(session: Session) -> list[str]:
    driver = session.connection()
    try:
        told = [str(row[0]) for row in driver.exec_driver_sql("PRAGMA integrity_check(20)")]
        broken = driver.exec_driver_sql("PRAGMA foreign_key_check").all()
    except DatabaseError as error:
        told, broken = [str(error.orig)], []
    found = [f"The file is damaged: {line.strip()}." for line in told if line != "ok"]
    tables = Counter(row[0] for row in broken)
    found += [
        f"{count} rows of “{table}” belong to rows that are missing." for table, count in tables.items()
    ]
    return found


def _altered_texts(work: Work) -> list[str]:
    findings: list[str] = []
    for head in work.library.documents():
        document = work.library.whole(head.id)
        if document_id(document.symbol, document.language, document.paragraphs) != document.id:
            findings.append(
                f"The text of {head.name} is not what was imported (its content address differs); import it "
                "again."
            )
        findings += [
            f"{reference} does not read as it was imported (its content address differs)."
            for reference in _altered_paragraphs(document)
        ]
    return findings


def _altered_paragraphs(document: Document) -> Iterable[str]:
    """Rows whose id is not the content address of any row like them."""
    alike: Counter[tuple[str, str, str]] = Counter()
    for row in document.paragraphs:
        alike[row.part, row.label, row.text] += 1
    for row in document.paragraphs:
        times = alike[row.part, row.label, row.text]
        known = (
            paragraph_id(document.symbol, document.language, row.part, row.label, row.text, nth)
            for nth in range(1, times + 1)
        )
        if row.id not in known:
            yield document.reference(row) or f"A row of {document.name} (“{row.text[:40]}”)"


def _heads(
    session: Session, revisions: list[Revision], findings: list[str], *, mend: bool
) -> dict[Key, Revision]:
    """The revision that stands for each entity, after comparing the heads table with the revisions."""
    followed = {parent for revision in revisions for parent in revision.parents}
    heads = [revision for revision in revisions if revision.id not in followed]
    stored = {row.revision_id for row in session.scalars(select(HeadRow))}
    if stored != {head.id for head in heads}:
        findings.append(f"The list of newest versions was wrong{'; it was made anew.' if mend else '.'}")
        if mend:
            session.execute(delete(HeadRow))
            rows = [{"entity": h.entity, "entity_id": h.entity_id, "revision_id": h.id} for h in heads]
            if rows:
                session.execute(insert(HeadRow), rows)
    standing: dict[Key, Revision] = {}
    for head in sorted(heads, key=standing_first, reverse=True):
        standing[head.entity, head.entity_id] = head
    return standing


def _projections(session: Session, standing: dict[Key, Revision], findings: list[str], *, mend: bool) -> None:
    done = "it was made anew from its newest version" if mend else "its newest version says otherwise"
    for entity, kind in KINDS.items():
        there = ids_of(session, entity)
        contents = {key[1]: head.content for key, head in standing.items() if key[0] is entity}
        for entity_id in sorted(contents.keys() | there):
            content = contents.get(entity_id)
            try:
                expected = None if content is None else from_content(kind, content)
            except ValueError as error:
                findings.append(f"A version of {_one(entity).lower()} cannot be read: {error}.")
                continue
            if expected == _stored(session, kind, entity_id) and (entity_id in there) == (
                expected is not None
            ):
                continue
            findings.append(f"{_one(entity)} was not as it was written; {done}.")
            if mend:
                project(session, entity, entity_id, content)


def _stored(session: Session, kind: type[Written], entity_id: uuid.UUID) -> Written | None:
    """What a projection says, None if nothing or nothing that can be read."""
    try:
        return read_one(session, kind, entity_id)
    except (ValueError, LookupError):
        return None


def _orphans(session: Session) -> list[str]:
    findings = []
    for entity, column, owner in (
        (Entity.AGENDA_ITEM, AgendaItemRow.meeting_id, MeetingRow.id),
        (Entity.DOSSIER, DossierRow.item_id, AgendaItemRow.id),
        (Entity.PULL, PullRow.item_id, AgendaItemRow.id),
        (Entity.DISMISSAL, DismissalRow.item_id, AgendaItemRow.id),
        (Entity.STATEMENT, StatementRow.item_id, AgendaItemRow.id),
        (Entity.PACK, PackRow.meeting_id, MeetingRow.id),
    ):
        lost = len(session.scalars(select(column).where(column.not_in(select(owner)))).all())
        if lost:
            findings.append(
                f"{lost} × {_called(entity)}: what it belongs to was deleted; restore it from the history."
            )
    return findings


def _one(entity: Entity) -> str:
    return f"{'An' if entity.value[0] in 'aeiou' else 'A'} {_called(entity)}"


def _called(entity: Entity) -> str:
    return entity.value.replace("_", " ")
