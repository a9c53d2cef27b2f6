"""The way in: a file or its bytes -> a document of core, with what its reader should be told.

A format needs a reader (lines), a kind of document a grammar (rows); the rest is the same for all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from core.documents import Document, Part, Standing, document_id
from core.errors import NameplateError
from core.record import Intervention, NationalReport, Party, Record
from core.states import canonical_state
from importers.catalogue import Facts, recognise
from importers.lines import Line
from importers.proceedings import read_proceedings
from importers.rows import Reading, paragraphs
from importers.structure import read_structure
from importers.summaries import count_references, read_summary
from importers.text_reader import decode, read_file, text_lines

_SYMBOL = re.compile(r"(?:A|S|E|T|ST)/[A-Z0-9][A-Za-z0-9./-]*(?: \(\d{4}\))?")
_DRAFT_SYMBOL = re.compile(r"/(?:L|CRP|WP)\.\d")
_DATE = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERED = re.compile(r"^(?:- )?\d{1,3}\.\s", re.M)
_MASTHEAD_LINES = 40
_FEWEST_REFERENCES = 3
_MOST_WARNINGS = 20


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A document and what was noticed while reading it, one sentence each, for its reader to check."""

    document: Document
    warnings: tuple[str, ...] = ()


def read_document(
    path: Path,
    *,
    symbol: str | None = None,
    title: str | None = None,
    short: str | None = None,
    language: str | None = None,
) -> ImportedDocument:
    """Read the document in a file; what is given here stands above what the text or the catalogue says.

    NameplateError for a file that is missing, unreadable, of a format that cannot be read yet, too large,
    not UTF-8, or without a paragraph that could be cited.
    """
    return read_text(read_file(path), path.name, symbol=symbol, title=title, short=short, language=language)


def read_text(
    data: bytes,
    name: str,
    *,
    symbol: str | None = None,
    title: str | None = None,
    short: str | None = None,
    language: str | None = None,
) -> ImportedDocument:
    """Read the document in the bytes of a plain text; ``name`` is what a message calls it.

    NameplateError as for ``read_document``.
    """
    text = decode(data, name)
    lines = text_lines(text)
    reading = _grammar(text)(lines)
    if not any(row.label for row in reading.rows):
        raise NameplateError(
            f"“{name}” holds no numbered paragraphs, so nothing in it could be cited: "
            "choose the text of a report, an outcome document or a thematic summary."
        )
    facts = recognise(text)
    if facts is None or (symbol and symbol != facts.symbol):
        facts = _facts_from_text(reading, lines, Path(name).stem, symbol or "")
    facts = replace(
        facts, title=title or facts.title, short=short or facts.short, language=language or facts.language
    )
    return _document(facts, reading)


def _grammar(text: str) -> Callable[[Iterable[Line]], Reading]:
    """The grammar that fits: a summary's references are many, and more than its numbered lines."""
    references = count_references(text)
    if references >= _FEWEST_REFERENCES and references > len(_NUMBERED.findall(text)):
        return read_summary
    return read_structure


def _document(facts: Facts, reading: Reading) -> ImportedDocument:
    rows = paragraphs(reading.rows, facts.symbol, facts.language, facts.standing)
    record = read_proceedings(reading.rows)
    document = Document(
        id=document_id(facts.symbol, facts.language, rows),
        symbol=facts.symbol,
        short=facts.short,
        title=facts.title,
        language=facts.language,
        date=facts.date,
        standing=facts.standing,
        parts=tuple(facts.part(part) for part in reading.parts),
        main_part=facts.main_part if _has_part(reading.parts, facts.main_part) else reading.main_part,
        cite_as=facts.cite_as,
        spoken=facts.spoken,
        meeting=facts.meeting,
        source_note=facts.source_note,
        numbered=sum(bool(row.label) for row in rows),
        paragraphs=rows,
        record=record,
    )
    unnamed = (
        []
        if facts.symbol
        else [f"The text does not say its symbol, so it goes by the name “{document.name}” here."]
    )
    return ImportedDocument(document, _told([*unnamed, *reading.warnings, *_unknown_states(record)]))


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


# Documents that the catalogue does not know ---------------------------------------------------------------


def _facts_from_text(reading: Reading, lines: list[Line], file_stem: str, symbol: str) -> Facts:
    """What the text itself tells: a symbol and a date that stand alone in a line of its masthead.

    Without a symbol the document goes by the name of its file. "L.", "CRP." and "WP." in a symbol mean a
    draft, a conference room paper or a working paper, and none of them is adopted.
    """
    masthead = [line.text for line in lines[:_MASTHEAD_LINES]]
    symbol = symbol or next((text for text in masthead if _SYMBOL.fullmatch(text)), "")
    return Facts(
        symbol=symbol,
        title=reading.title or file_stem,
        language="en",
        standing=_standing(reading, symbol),
        main_part=reading.main_part,
        in_head=(),
        short="" if symbol else _name_from_file(file_stem),
        date=next(filter(None, map(_date, masthead)), None),
        cite_as=symbol,
        parts=reading.parts,
    )


def _standing(reading: Reading, symbol: str) -> Standing:
    if reading.main_part == "summary":
        return Standing.SUMMARY
    if reading.notice:
        return Standing.UNEDITED
    return Standing.DRAFT if _DRAFT_SYMBOL.search(symbol) else Standing.UNKNOWN


def _name_from_file(stem: str) -> str:
    return "-".join(re.findall(r"\w+", stem)) or "document"


def _date(text: str) -> dt.date | None:
    found = _DATE.fullmatch(text)
    if found is None or found[2] not in _MONTHS:
        return None
    try:
        return dt.date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None
