"""United Nations documents as the program holds them: documents, parts and paragraphs.

Identity is *document + part + label*: a report has a numbering of its own and its annex another,
and the two overlap (DOMAIN.md, "How texts are cited"). Everything here is immutable and named by
its content, so the same text imported twice, on two machines, is one document.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from enum import StrEnum

from core.record import NO_RECORD, Record

_MOST_ALIKE = 10
_NAMESPACE = uuid.UUID("5f0d1c1e-6d0f-5a52-9b4e-0c8f0f4f7a11")


class Kind(StrEnum):
    """What a row of a document is; the values are fixed by the command line (DESIGN.md)."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    REPORT = "report"
    AGENDA = "agenda"
    HEADING = "heading"
    SUMMARY = "summary"


COMMITMENT_KINDS = (Kind.OPERATIVE, Kind.SUMMARY, Kind.PREAMBULAR)
"""What a numbered row is that can be pulled as agreed language."""


class Track(StrEnum):
    """The four substantive agenda items of the small arms process (DOMAIN.md, "The process")."""

    POA = "poa"
    ITI = "iti"
    COOPERATION = "cooperation"
    OTHER = "other"

    @property
    def full_title(self) -> str:
        """The track's name as people read it."""
        return _TRACK_TITLES[self]

    @property
    def short_title(self) -> str:
        """The label that always stands beside the track's colour."""
        return _TRACK_SHORT[self]


_TRACK_TITLES = {
    Track.POA: "Programme of Action",
    Track.ITI: "International Tracing Instrument",
    Track.COOPERATION: "Cooperation and assistance",
    Track.OTHER: "Other issues",
}
_TRACK_SHORT = {
    Track.POA: "PoA",
    Track.ITI: "ITI",
    Track.COOPERATION: "Cooperation",
    Track.OTHER: "Other",
}


class Standing(StrEnum):
    """How a document or a single paragraph was adopted."""

    CONSENSUS = "consensus"
    VOTE = "vote"
    UNEDITED = "unedited"
    DRAFT = "draft"
    SUMMARY = "summary"
    UNKNOWN = "unknown"

    @property
    def phrase(self) -> str:
        """The words a reader sees for this standing."""
        return _STANDING_PHRASES[self]


_STANDING_PHRASES = {
    Standing.CONSENSUS: "adopted by consensus",
    Standing.VOTE: "put to a vote",
    Standing.UNEDITED: "advance unedited copy",
    Standing.DRAFT: "draft",
    Standing.SUMMARY: "summary, not verbatim",
    Standing.UNKNOWN: "standing unknown",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a document with a numbering of its own.

    ``key`` is what a reference names (``report`` in ``BMS8/report.17``); the part a reference may
    leave out is the document's ``main_part``. ``citation`` stands between the symbol and the paragraph
    in a written citation ("annex"); empty where nothing stands there.
    """

    key: str
    title: str
    citation: str = ""
    standing: Standing = Standing.UNKNOWN


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One row of a document in reading order: a paragraph, a heading, or unnumbered words.

    ``label`` is the number without punctuation ("62", "II.32", "pp.7", "62(a)"), empty for rows that
    carry none. ``text`` holds exactly the source's words, without the number. ``section`` is the path of
    headings above it, outermost first; ``level`` is 1 or more for a heading and 0 for all other rows (a
    chapeau is an unnumbered row of kind ``heading`` and level 0). ``chapeau`` repeats the introductory
    words a paragraph depends on. ``quoted`` are the (start, end) character spans of ``text`` that a
    *summary* gives as quotation, its quotation marks left out; the rest are the summary's own words.
    ``typed_label`` is the reference as the source typed it where that was a slip ("1.9" for "I.9").
    ``remarks`` say what else a reader must know of how the row was read. ``page`` counts from 1.
    """

    id: uuid.UUID
    part: str
    label: str
    kind: Kind
    text: str
    section: tuple[str, ...] = ()
    level: int = 0
    chapeau: str = ""
    track: Track | None = None
    standing: Standing = Standing.UNKNOWN
    page: int | None = None
    quoted: tuple[tuple[int, int], ...] = ()
    typed_label: str | None = None
    remarks: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()

    @property
    def is_commitment(self) -> bool:
        """Whether it can be pulled as agreed language: numbered, and of one of these kinds."""
        return bool(self.label) and self.kind in COMMITMENT_KINDS

    @property
    def may_have_forerunners(self) -> bool:
        """Whether it has language that may be carried: a numbered paragraph that is no line of an agenda."""
        return self.is_commitment or (bool(self.label) and self.kind is Kind.REPORT)

    @property
    def quotations(self) -> tuple[str, ...]:
        """The words a summary quotes, in order; empty for a paragraph that is itself the text."""
        return tuple(self.text[start:end] for start, end in self.quoted)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """What is known of a document without its text: enough to list it and to cite from it.

    ``short`` is the name used in references ("BMS8"), empty where there is none. ``cite_as`` is the name
    that stands in a written citation ("A/CONF.192/BMS/2022/1", "RevCon3 outcome document"), ``spoken`` the
    one a speaker says ("the BMS8 outcome"). ``main_part`` is the key of the part a reference may leave
    unnamed. ``meeting`` is the meeting that produced it ("Eighth Biennial Meeting of States …").
    ``session`` is the session of the organ as the document words it ("Seventy-ninth session"), and
    ``agenda_item`` the number of the item it was issued under ("98 (p)"); both are empty where it tells none.
    ``numbered`` counts its rows that carry a label.
    """

    id: uuid.UUID
    symbol: str
    short: str
    title: str
    language: str
    date: dt.date | None
    standing: Standing
    parts: tuple[Part, ...]
    main_part: str
    cite_as: str = ""
    spoken: str = ""
    meeting: str = ""
    source_note: str = ""
    session: str = ""
    agenda_item: str = ""
    numbered: int = 0

    @property
    def name(self) -> str:
        """What stands before the slash in a reference: the short name, or else the symbol."""
        return self.short or self.symbol

    def part(self, key: str) -> Part:
        """The part with this key; KeyError if the document has none."""
        for part in self.parts:
            if part.key == key:
                return part
        raise KeyError(key)

    def reference(self, paragraph: Paragraph) -> str:
        """The canonical reference of one of this document's rows; empty for rows without a label."""
        if not paragraph.label:
            return ""
        prefix = "" if paragraph.part == self.main_part else f"{paragraph.part}."
        return f"{self.name}/{prefix}{paragraph.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(DocumentHead):
    """A United Nations document, whole, as an importer read it: its rows in reading order, its record."""

    paragraphs: tuple[Paragraph, ...]
    record: Record = NO_RECORD


@dataclass(frozen=True, slots=True)
class LibraryParagraph:
    """A paragraph together with the document it stands in: all that is needed to show or cite it."""

    document: DocumentHead
    paragraph: Paragraph

    @property
    def reference(self) -> str:
        """The canonical reference ("BMS8/62"); empty for an unnumbered row."""
        return self.document.reference(self.paragraph)

    @property
    def is_as_imported(self) -> bool:
        """Whether its words are still those it was named by when it was imported (its content address)."""
        document, own = self.document, self.paragraph
        return any(
            own.id == paragraph_id(document.symbol, document.language, own.part, own.label, own.text, nth=nth)
            for nth in range(1, _MOST_ALIKE)
        )


LANGUAGES = {
    "ar": "Arabic",
    "zh": "Chinese",
    "en": "English",
    "fr": "French",
    "ru": "Russian",
    "es": "Spanish",
}
"""The six languages of the United Nations by their codes, in the order the Organization lists them."""


def document_id(symbol: str, language: str, paragraphs: tuple[Paragraph, ...]) -> uuid.UUID:
    """The content address of a document: UUIDv5 of symbol, language and the text of all its rows."""
    text = "\n".join(f"{p.part}\t{p.label}\t{p.text}" for p in paragraphs)
    return uuid.uuid5(_NAMESPACE, "\n".join(("document", symbol, language, text)))


def paragraph_id(symbol: str, language: str, part: str, label: str, text: str, nth: int = 1) -> uuid.UUID:
    """The content address of a paragraph; ``nth`` tells apart rows that are alike in all else."""
    name = "\n".join(("paragraph", symbol, language, part, label, str(nth), text))
    return uuid.uuid5(_NAMESPACE, name)
