"""The dossier of an agenda item: pulling commitments, and what a delegate writes about them.

What the window and the command line both call; nothing here knows either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from core.agenda import AgendaItem
from core.commitments import Dismissal, Dossier, Pull, Stance
from core.documents import LibraryParagraph
from core.errors import NameplateError
from desktop.dossier.record_jobs import record_rows, records_for
from desktop.pack.checks import check_as_imported

if TYPE_CHECKING:
    from db.work import Work

__all__ = [
    "PullOutcome",
    "PulledCommitment",
    "dismiss",
    "dossier_row",
    "edit_dossier",
    "edit_pulls",
    "find_pull",
    "move_pull",
    "pull",
    "pull_row",
    "pulled_commitments",
    "record_rows",
    "records_for",
    "remove_pulls",
    "take_back_dismissals",
]


@dataclass(frozen=True, slots=True)
class PullOutcome:
    """What pulling did: the commitments that are new in the item, and those that were there already."""

    item: AgendaItem
    pulled: tuple[LibraryParagraph, ...]
    already: tuple[LibraryParagraph, ...]


@dataclass(frozen=True, slots=True)
class PulledCommitment:
    """A pull with its paragraph, None where its document is not in this workspace."""

    pull: Pull
    located: LibraryParagraph | None


def pull(work: Work, item: AgendaItem, references: Sequence[str]) -> PullOutcome:
    """Pulls the paragraphs that these references mean into an item, in this order, after what is there.

    All are looked up before anything is pulled: one that is unknown refuses them all, with a sentence.
    """
    meant = {located.paragraph.id: located for located in map(work.library.one, references)}
    check_as_imported(meant.values())
    new = {pulled.paragraph_id for pulled in work.dossiers.pull(item.id, list(meant.values()))}
    return PullOutcome(
        item,
        tuple(located for key, located in meant.items() if key in new),
        tuple(located for key, located in meant.items() if key not in new),
    )


def pulled_commitments(work: Work, item: AgendaItem) -> list[PulledCommitment]:
    """What is pulled into an item, in the delegate's order."""
    pulls = work.dossiers.pulls(item.id)
    found = work.library.paragraphs([pull.paragraph_id for pull in pulls])
    return [PulledCommitment(pull, found.get(pull.paragraph_id)) for pull in pulls]


def find_pull(work: Work, item: AgendaItem, reference: str) -> Pull:
    """The pull that a typed reference means within an item; NameplateError if it was not pulled."""
    pulls = work.dossiers.pulls(item.id)
    meant = {located.paragraph.id for located in work.library.resolve(reference)}
    typed = "".join(reference.split()).casefold()
    for pull in pulls:
        if pull.paragraph_id in meant or pull.reference.replace(" ", "").casefold() == typed:
            return pull
    there = ", ".join(pull.reference for pull in pulls)
    what = f"it holds {there}" if there else "nothing is pulled into it yet"
    raise NameplateError(f"“{reference}” is not among the commitments of item {item.number}; {what}.")


def edit_pulls(
    work: Work,
    item: AgendaItem,
    references: Iterable[str],
    *,
    stance: Stance | None = None,
    note: str | None = None,
) -> list[Pull]:
    """Changes stance or private note of pulled commitments; what is None stays as it is."""
    edited = []
    for found in [find_pull(work, item, reference) for reference in references]:
        changed = replace(
            found,
            stance=found.stance if stance is None else stance,
            note=found.note if note is None else note,
        )
        work.dossiers.save_pull(changed)
        edited.append(changed)
    return edited


def remove_pulls(work: Work, item: AgendaItem, references: Iterable[str]) -> list[Pull]:
    """Takes commitments out of an item's dossier; one that is not in it refuses them all."""
    removed = [find_pull(work, item, reference) for reference in references]
    for found in removed:
        work.dossiers.remove_pull(found.id)
    return removed


def dismiss(work: Work, item: AgendaItem, references: Iterable[str]) -> list[Dismissal]:
    """Notes that the paragraphs these references mean are not relevant to an item; gives all that are not.

    NameplateError, and nothing is noted, if one is unknown or pulled into the item.
    """
    work.dossiers.dismiss(item.id, [work.library.one(reference) for reference in references])
    return work.dossiers.dismissed(item.id)


def take_back_dismissals(work: Work, item: AgendaItem, references: Iterable[str]) -> list[Dismissal]:
    """Takes it back that paragraphs are not relevant to an item; gives those that still are not.

    NameplateError, and nothing is taken back, if one was not dismissed.
    """
    there = work.dossiers.dismissed(item.id)
    work.dossiers.take_back(
        item.id, [_find_dismissal(work, item, there, reference).paragraph_id for reference in references]
    )
    return work.dossiers.dismissed(item.id)


def _find_dismissal(work: Work, item: AgendaItem, there: Iterable[Dismissal], reference: str) -> Dismissal:
    meant = {located.paragraph.id for located in work.library.resolve(reference)}
    typed = "".join(reference.split()).casefold()
    for each in there:
        if each.paragraph_id in meant or each.reference.replace(" ", "").casefold() == typed:
            return each
    named = ", ".join(each.reference for each in there)
    what = f"what was: {named}" if named else "nothing was"
    raise NameplateError(f"“{reference}” was not dismissed for item {item.number}; {what}.")


def move_pull(work: Work, item: AgendaItem, reference: str, before: str | None) -> list[Pull]:
    """Puts a pulled commitment before another one, or last, and returns all in their new order."""
    moved = find_pull(work, item, reference)
    place = find_pull(work, item, before).id if before is not None else None
    work.dossiers.move_pull(moved.id, place)
    return work.dossiers.pulls(item.id)


def edit_dossier(
    work: Work,
    item: AgendaItem,
    *,
    brief: str | None = None,
    talking_points: Sequence[str] | None = None,
    note: str | None = None,
) -> Dossier:
    """Changes what a delegate wrote for an item; what is None stays as it is. Empty points are left out."""
    dossier = work.dossiers.dossier(item.id)
    if brief is not None:
        dossier = replace(dossier, brief=brief)
    if talking_points is not None:
        points = tuple(" ".join(point.split()) for point in talking_points)
        dossier = replace(dossier, talking_points=tuple(point for point in points if point))
    if note is not None:
        dossier = replace(dossier, note=note)
    work.dossiers.save(dossier)
    return dossier


def pull_row(pull: Pull, located: LibraryParagraph | None) -> dict[str, Any]:
    """A pulled commitment as plain data; ``text`` is null where its document is not in this workspace."""
    paragraph = located.paragraph if located else None
    return {
        "ref": located.reference if located else pull.reference,
        "stance": pull.stance,
        "note": pull.note,
        "text": paragraph.text if paragraph else None,
        "standing": paragraph.standing if paragraph else None,
        "track": paragraph.track if paragraph else None,
    }


def dossier_row(work: Work, item: AgendaItem) -> dict[str, Any]:
    """An item's dossier as plain data, private notes included: it is the delegate's own file that is read."""
    dossier = work.dossiers.dossier(item.id)
    return {
        "item": item.number,
        "title": item.title,
        "track": item.track,
        "brief": dossier.brief,
        "talking_points": list(dossier.talking_points),
        "note": dossier.note,
        "commitments": [pull_row(each.pull, each.located) for each in pulled_commitments(work, item)],
    }
