"""What reports tell of past meetings: who spoke, who reported, who presided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from core.record import Intervention, NationalReport, Officer, Record
from db.reference.tables import InterventionRow, NationalReportRow, OfficerRow


def records_of(session: Session, rows: Sequence[int]) -> dict[int, Record]:
    """The record of each of these documents, by its row in the file; empty where a document tells nothing."""
    interventions: dict[int, list[Intervention]] = {row: [] for row in rows}
    reports: dict[int, list[NationalReport]] = {row: [] for row in rows}
    officers: dict[int, list[Officer]] = {row: [] for row in rows}
    for i in session.scalars(_in_order(InterventionRow, rows)):
        interventions[i.document_row].append(
            Intervention(i.party, i.named, i.kind, tuple(i.items), i.sitting, i.date, i.on_behalf, i.label)
        )
    for r in session.scalars(_in_order(NationalReportRow, rows)):
        reports[r.document_row].append(NationalReport(r.party, r.named, r.kind, r.label))
    for o in session.scalars(_in_order(OfficerRow, rows)):
        officers[o.document_row].append(Officer(o.party, o.named, o.office, o.person, o.label))
    return {row: Record(tuple(interventions[row]), tuple(reports[row]), tuple(officers[row])) for row in rows}


def _in_order(table: Any, rows: Sequence[int]) -> Select[Any]:
    query = select(table).order_by(table.document_row, table.position)
    return query.where(table.document_row == rows[0]) if len(rows) == 1 else query
