"""The way in: a file or its bytes -> a document of core, with what its reader should be told.

A format needs a reader (lines), a kind of document a grammar (rows), and the head tells which document it is
(``heads``, ``catalogue``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from core.documents import Document, Part, Standing, document_id
from core.errors import NameplateError
from core.record import Intervention, NationalReport, Party, Record
from core.states import canonical_state
from importers.catalogue import Facts, known_by_symbol, recognise
from importers.formats import format_of
from importers.heads import Head, read_head
from importers.imported import ImportedDocument
from importers.languages import language_of
from importers.lines import Line, Source
from importers.proceedings import read_proceedings
from importers.readers import reader_of
from importers.rows import Reading, paragraphs
from importers.structure import read_structure
from importers.summaries import count_references, read_summary

_NUMBERED = re.compile(r"^(?:- )?\d{1,3}\.\s", re.M)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_REFERENCES = 3
_FEWEST_WORDS = 20
_READ = 10_000
_MOST_WARNINGS = 20


def read_document(
    path: Path,
    *,
    symbol: str | None = None,
    title: str | None = None,
    short: str | None = None,
    language: str | None = None,
) -> ImportedDocument:
    """Read the document in a file that is trusted, in this process; see ``read_bytes``.

    NameplateError for a file that is missing or unreadable, and as for ``read_bytes``.
    """
    if not path.is_file():
        raise NameplateError(f"There is no file “{path.name}” at that place: choose a file that exists.")
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise NameplateError(
            f"“{path.name}” cannot be read ({reason}): check that it is yours to open."
        ) from error
    return read_bytes(data, path.name, symbol=symbol, title=title, short=short, language=language)


def read_bytes(
    data: bytes,
    name: str,
    *,
    symbol: str | None = None,
    title: str | None = None,
    short: str | None = None,
    language: str | None = None,
) -> ImportedDocument:
    """Read the document in the bytes of a file of any format; ``name`` is what a message calls the file.

    What is given here (symbol, title, short name, language) stands above what the text or the catalogue says.
    NameplateError for bytes that are none of the formats, that their reader refuses, or that hold no words.
    """
    source = reader_of(format_of(data, name))(data, name)
    return _imported(source, name, symbol or "", title, short, language)


def read_source(data: bytes, name: str) -> Source:
    """The lines of a file of any format, as its reader gives them; NameplateError as for ``read_bytes``."""
    return reader_of(format_of(data, name))(data, name)


def read_text(
    data: bytes,
    name: str,
    *,
    symbol: str | None = None,
    title: str | None = None,
    short: str | None = None,
    language: str | None = None,
) -> ImportedDocument:
    """Read the document in the bytes of a plain text; else as ``read_bytes``."""
    return _imported(reader_of("text")(data, name), name, symbol or "", title, short, language)


# From lines to a document ---------------------------------------------------------------------------------


def _imported(
    source: Source, name: str, symbol: str, title: str | None, short: str | None, language: str | None
) -> ImportedDocument:
    text = "\n".join(line.text for line in source.lines)
    told = language or language_of(text, source.language)
    reading = _grammar(text)(source.lines)
    if not any(row.label for row in reading.rows) and len(_WORD.findall(text[:_READ])) < _FEWEST_WORDS:
        raise NameplateError(
            f"“{name}” holds no numbered paragraphs and hardly any words, so nothing in it could be cited: "
            "choose the text of a document."
        )
    head = read_head(source, reading, symbol)
    facts = _facts(head, _known(text, head.symbol, reading), reading, Path(name).stem, told)
    facts = replace(facts, title=title or facts.title, short=short or facts.short)
    return _document(facts, head, reading, source, told)


def _known(text: str, symbol: str, reading: Reading) -> Facts | None:
    """What the catalogue says: of a particular copy by its phrases first, or else of its symbol."""
    by_phrases = recognise(text)
    numbered = sum(bool(row.label) for row in reading.rows)
    if by_phrases is not None and symbol in ("", by_phrases.symbol) and by_phrases.may_be(numbered):
        return by_phrases
    return known_by_symbol(symbol) if symbol else None


def _facts(head: Head, known: Facts | None, reading: Reading, file_stem: str, language: str) -> Facts:
    """What is known of the document: the catalogue's word before that of its own head.

    The catalogue's title is for texts in English; a text in another language has its own, and so has one of
    a series. Without a symbol and unknown, the document goes by the name of its file.
    """
    if known is None:
        short = "" if head.symbol else _name_from_file(file_stem)
        known = Facts(head.symbol, head.title or file_stem, short=short)
    own = language == "en" and not known.series
    return replace(
        known,
        title=known.title if known.recognised or own else head.title or known.title,
        standing=known.standing or head.standing,
        main_part=known.main_part or reading.main_part,
        date=known.date or head.date,
        cite_as=known.cite_as or known.symbol,
        spoken=known.spoken or head.spoken,
        meeting=known.meeting or head.meeting,
    )


def _name_from_file(stem: str) -> str:
    return "-".join(re.findall(r"\w+", stem))[:40].strip("-") or "document"


def _grammar(text: str) -> Callable[[Iterable[Line]], Reading]:
    """The grammar that fits: a summary's references are many, and more than its numbered lines."""
    references = count_references(text)
    if references >= _FEWEST_REFERENCES and references > len(_NUMBERED.findall(text)):
        return read_summary
    return read_structure


def _document(facts: Facts, head: Head, reading: Reading, source: Source, language: str) -> ImportedDocument:
    standing = facts.standing or Standing.UNKNOWN
    rows = paragraphs(reading.rows, facts.symbol, language, standing)
    record = read_proceedings(reading.rows)
    document = Document(
        id=document_id(facts.symbol, language, rows),
        symbol=facts.symbol,
        short=facts.short,
        title=facts.title,
        language=language,
        date=facts.date,
        standing=standing,
        parts=tuple(_part(part, facts, standing, language) for part in _own_titled(reading, head, facts)),
        main_part=facts.main_part if _has_part(reading.parts, facts.main_part) else reading.main_part,
        cite_as=facts.cite_as,
        spoken=facts.spoken,
        meeting=facts.meeting,
        source_note=facts.source_note,
        session=head.session,
        agenda_item=head.agenda_item,
        numbered=sum(bool(row.label) for row in rows),
        paragraphs=rows,
        record=record,
    )
    said = (
        []
        if facts.symbol or facts.recognised
        else [f"The text does not say its symbol, so it goes by the name “{document.name}” here."]
    )
    if not language:
        said.append(
            "The text is in none of the six official languages, or too short to tell: choose its language."
        )
    if not document.numbered:
        said.append("No paragraph in it bears a number: its words can be read and found, but not cited.")
    return ImportedDocument(
        document, _told([*said, *source.notes, *reading.warnings, *_unknown_states(record)])
    )


def _own_titled(reading: Reading, head: Head, facts: Facts) -> tuple[Part, ...]:
    """The parts, of which the document's own, the first, bears the title that its head gives."""
    first, *others = reading.parts
    if facts.recognised or not head.title:
        return reading.parts
    return (replace(first, title=facts.title), *others)


def _part(found: Part, facts: Facts, standing: Standing, language: str) -> Part:
    """A part as the grammar found it; the catalogue's title and citation for it are for texts in English."""
    known = next((part for part in facts.parts if part.key == found.key and language == "en"), found)
    return Part(found.key, known.title, known.citation, standing)


def _told(warnings: list[str]) -> tuple[str, ...]:
    """The warnings, each once, and no more of them than a person reads."""
    once = list(dict.fromkeys(warnings))
    more = len(once) - _MOST_WARNINGS
    return (*once[:_MOST_WARNINGS], f"{more} more places should be checked.") if more > 0 else tuple(once)


def _has_part(parts: tuple[Part, ...], key: str) -> bool:
    return any(part.key == key for part in parts)


def _unknown_states(record: Record) -> list[str]:
    """A sentence for every name among States that is none: a list may have been divided wrongly."""
    rows: list[Intervention | NationalReport] = [*record.interventions, *record.reports]
    unknown = {
        row.named: row.label for row in rows if row.kind is Party.STATE and canonical_state(row.party) is None
    }
    return [
        f"Paragraph {label} names “{name}” among States, which is none that is known."
        for name, label in unknown.items()
    ]
