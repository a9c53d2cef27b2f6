"""What is offered for an agenda item without a query: the commitments that matter for it, and why.

What the window and the command line both call; nothing here knows either.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.agenda import AgendaItem, Delegation
from core.commitments import Dismissal
from core.documents import LibraryParagraph, Standing
from core.language.same_words import apart, carries, clauses_quoted, is_quoted
from core.relevance import (
    Candidate,
    Kinship,
    Passage,
    Relevant,
    Source,
    relevant,
    talk_of_topics,
)
from core.revisions import Entity
from core.statement_text import Block, parse
from core.statements import Statement, usual_opening
from core.suggestions import Suggestion, TopicGroup, by_topic, suggestions
from desktop.library.cited import in_every_language
from desktop.library.versions import shelf

if TYPE_CHECKING:
    from db.work import Work

_EARLIER_DRAFT, _QUOTED = 0.6, 0.4
_MOST_OF_TRACK = 300
_MOST_PULLS, _HITS, _LONGEST_ASKED = 6, 6, 400


@dataclass(frozen=True, slots=True)
class PutAside:
    """What is not relevant to the item, with its paragraph, None where its document is not here."""

    dismissal: Dismissal
    located: LibraryParagraph | None


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered for an item: ``best`` by what matters most, ``groups`` the same by topic.

    ``used`` is what would be offered but is quoted or cited in a statement on the item; ``aside`` what was
    said to be not relevant.
    """

    best: tuple[Suggestion, ...] = ()
    groups: tuple[TopicGroup, ...] = ()
    used: tuple[Suggestion, ...] = ()
    aside: tuple[PutAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """Where suggestions are looked for: a document by its name, a standing, the item's track alone."""

    document: str | None = None
    standing: Standing | None = None
    track_alone: bool = False


def suggest(work: Work, item: AgendaItem, within: Within = Within()) -> Offer:
    """The commitments that matter for an item, by what is written for it up to now.

    What is pulled or was said to be not relevant is not offered. NameplateError if there is no such document.
    """
    statements = _newest_first(work, work.statements.of_item(item.id))
    blocks = [block for statement in statements for block in parse(statement.text)]
    subjects = work.candidates.subjects(_passages(work, item, statements))
    pulled = work.dossiers.pulls(item.id)
    aside = work.dossiers.dismissed(item.id)
    out = {pull.paragraph_id for pull in pulled} | {each.paragraph_id for each in aside}
    kin = _kin(work, [each.paragraph_id for each in reversed(pulled)][:_MOST_PULLS])
    documents = _ids(work, within)
    found = {
        each.paragraph.id: each
        for each in (
            *work.candidates.find(subjects, item.track, documents),
            *(each for each in _of_track(work, item, within) if each.document.id in documents),
            *(located for located, _ in kin.values()),
        )
        if each.paragraph.id not in out and _is_within(each, item, within)
    }
    topics = work.topics.of_all(found.values())
    judged = relevant(
        (
            Candidate(each, work.candidates.said(each), topics[key], kin[key][1] if key in kin else None)
            for key, each in found.items()
        ),
        subjects,
        item.track,
    )
    cited, clauses = _cited(work, blocks), clauses_quoted(map(_with_marks, blocks))
    used, new = list[Relevant](), list[Relevant]()
    for each in judged:
        (used if _is_used(each, cited, clauses) else new).append(each)
    talk = talk_of_topics(subjects)
    best = suggestions(new, talk)
    texts = work.library.paragraphs(each.paragraph_id for each in aside)
    return Offer(
        best,
        by_topic(best, talk),
        suggestions(used, talk),
        tuple(PutAside(each, texts.get(each.paragraph_id)) for each in aside),
    )


def suggestion_rows(offer: Offer, limit: int) -> list[dict[str, Any]]:
    """What is offered as plain data, what matters most first."""
    return [
        {
            "ref": each.located.reference,
            "topic": each.topic.label,
            "because": each.because,
            "text": each.located.paragraph.text,
            "document": each.located.document.name,
        }
        for each in offer.best[:limit]
    ]


def _passages(work: Work, item: AgendaItem, statements: Sequence[Statement]) -> list[Passage]:
    """All that is written for an item; of several statements the one written last counts most.

    What a statement quotes counts less than what it says itself. The title of an item without a track, for
    which nothing is written yet, alone tells what it is about.
    """
    dossier = work.dossiers.dossier(item.id)
    passages = []
    for nth, each in enumerate(statements):
        text = _without_opening(each, work.meetings.delegation())
        own, quoted = apart("\n".join(_with_marks(block) for block in parse(text)))
        share = _EARLIER_DRAFT**nth
        passages += [
            Passage(Source.STATEMENT, own, share),
            Passage(Source.STATEMENT, quoted, share * _QUOTED),
        ]
    passages += [
        Passage(Source.POINTS, "\n".join(dossier.talking_points)),
        Passage(Source.BRIEF, dossier.brief),
        Passage(Source.NOTE, dossier.note),
        Passage(Source.PULL_NOTE, "\n".join(pull.note for pull in work.dossiers.pulls(item.id))),
    ]
    written = [each for each in passages if each.text.strip()]
    alone = not written and item.track is None
    return [*written, Passage(Source.TITLE, item.title, 1 / Source.TITLE.weight if alone else 1.0)]


def _without_opening(statement: Statement, delegation: Delegation) -> str:
    """A statement without the words that every statement is begun with: they tell nothing of the item."""
    group = statement.group or delegation.group
    opening = usual_opening(delegation, statement.capacity, group).splitlines()
    return "\n".join(line for line in statement.text.splitlines() if line not in opening)


def _newest_first(work: Work, statements: Iterable[Statement]) -> list[Statement]:
    written = {
        each.id: max(revision.time for revision in work.revisions.heads(Entity.STATEMENT, each.id))
        for each in statements
    }
    return sorted(statements, key=lambda each: written[each.id], reverse=True)


def _ids(work: Work, within: Within) -> Collection[uuid.UUID]:
    """The documents that are looked through; one in several languages in the one it is listed in."""
    if within.document is not None:
        return {work.library.document(within.document).id}
    return {shelved.head.id for shelved in shelf(work)}


def _of_track(work: Work, item: AgendaItem, within: Within) -> list[LibraryParagraph]:
    """The commitments of the item's own track where only one document or standing is wanted."""
    if item.track is None or (within.document is None and within.standing is None):
        return []
    return work.library.commitments_of_track(
        item.track, document=within.document, standing=within.standing, limit=_MOST_OF_TRACK
    )


def _is_within(located: LibraryParagraph, item: AgendaItem, within: Within) -> bool:
    paragraph = located.paragraph
    standing = paragraph.standing if paragraph.standing is not Standing.UNKNOWN else located.document.standing
    if within.standing not in (None, paragraph.standing, standing):
        return False
    if within.track_alone and paragraph.track not in (None, item.track):
        return False
    return within.document in (None, located.document.name)


def _kin(work: Work, pulled: Sequence[uuid.UUID]) -> dict[uuid.UUID, tuple[LibraryParagraph, Kinship]]:
    """The paragraphs of other documents that carry the language of what was pulled, with what they carry."""
    found: dict[uuid.UUID, tuple[LibraryParagraph, Kinship]] = {}
    for own in work.library.paragraphs(pulled).values():
        words = work.candidates.words(own)
        asked = " ".join(words)[:_LONGEST_ASKED]
        for hit in work.search.find(asked, numbered=True, limit=_HITS):
            other = hit.found
            if (
                other.paragraph.is_commitment
                and other.document.id != own.document.id
                and other.document.language == own.document.language
                and carries(words, work.candidates.words(other))
            ):
                kinship = Kinship(own.reference, _is_earlier(other, own))
                found.setdefault(other.paragraph.id, (other, kinship))
    return found


def _is_earlier(one: LibraryParagraph, other: LibraryParagraph) -> bool:
    before, after = one.document.date, other.document.date
    return before is None or (after is not None and before < after)


def _cited(work: Work, blocks: Iterable[Block]) -> frozenset[uuid.UUID]:
    """The paragraphs that statements cite, in whatever language they are here."""
    references = {str(cite.reference) for block in blocks for cite in block.citations}
    return frozenset(located.paragraph.id for each in references for located in in_every_language(work, each))


def _with_marks(block: Block) -> str:
    """A block's words; a block that is a quotation by its form alone is put in quotation marks."""
    return f"“{block.plain.strip('“”')}”" if block.quoted else block.plain


def _is_used(each: Relevant, cited: Collection[uuid.UUID], clauses: Sequence[str]) -> bool:
    paragraph = each.candidate.located.paragraph
    return paragraph.id in cited or is_quoted(paragraph.text, clauses)
