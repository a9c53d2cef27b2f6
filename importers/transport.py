"""A document on its way from the process that read it to the one that keeps it.

The reading process may have been taken over by the file it read, so nothing it says is believed: every value
that comes back is checked for type, length and form, names by content are made anew by ``unpack``, and what
could steer a terminal or break the display is refused. ``pack`` makes what passes those checks, or says in a
sentence why the document cannot be kept.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from typing import Any

from core.documents import (
    Document,
    Kind,
    Paragraph,
    Part,
    Standing,
    Track,
    document_id,
    paragraph_id,
)
from core.errors import NameplateError
from core.record import Intervention, NationalReport, Officer, Party, Record
from importers.checked import (
    IN_LINE,
    MAX_LABEL,
    MAX_LINE,
    MAX_TEXT,
    Untrusted,
    checked_label,
    checked_line,
    checked_lines,
    checked_list,
    checked_number,
    checked_text,
    refuse,
    showable,
)
from importers.imported import ImportedDocument

MAX_MESSAGE = 64 * 1024 * 1024
MAX_ROWS = 50_000
MAX_WORDS = 30_000_000
"""Characters of a whole document, chapeaux and headings counted with every row that repeats them."""
MAX_LIST = 2_000
MAX_RECORD = 20_000
MAX_PARTS = 500
MAX_DEPTH = 40
MAX_PAGE = 100_000

_LANGUAGES = frozenset(("", "ar", "zh", "en", "fr", "ru", "es"))
_PART_KEY = re.compile(r"[a-z][a-z0-9.-]{0,39}")
_KINDS = {kind.value: kind for kind in Kind}
_TRACKS: dict[str | None, Track | None] = {None: None, **{track.value: track for track in Track}}
_STANDINGS = {standing.value: standing for standing in Standing}
_PARTIES = {party.value: party for party in Party}

_HEAD_LINES = (
    "symbol", "short", "title", "cite_as", "spoken", "meeting", "source_note", "session", "agenda_item",
)  # fmt: skip


# Out ------------------------------------------------------------------------------------------------------


def pack(imported: ImportedDocument, name: str) -> bytes:
    """A document and its warnings as bytes.

    Characters that nothing can show become spaces, a path of more than 40 headings keeps the innermost ones,
    and a number of more than 60 characters, which can be no number, becomes words again. NameplateError for a
    document that is too large or in which a paragraph is longer than any is; ``name`` is what the message
    calls its file.
    """
    document = imported.document
    _check_amount(document, name)
    chapeaux = {row.chapeau: 0 for row in document.paragraphs}
    sections = {row.section: 0 for row in document.paragraphs}
    for table in (chapeaux, sections):
        for index, key in enumerate(table):
            table[key] = index  # type: ignore[index]
    record = document.record
    message = {
        **{key: _line(getattr(document, key)) for key in _HEAD_LINES},
        "language": document.language,
        "date": document.date.isoformat() if document.date else None,
        "standing": document.standing,
        "main_part": document.main_part,
        "parts": [
            [part.key, _line(part.title), _line(part.citation), part.standing] for part in document.parts
        ],
        "chapeaux": [showable(chapeau) for chapeau in chapeaux],
        "sections": [[_line(heading) for heading in section[-MAX_DEPTH:]] for section in sections],
        "rows": [_row_out(row, chapeaux, sections) for row in document.paragraphs],
        "interventions": [
            [
                *(_line(row.party), _line(row.named), row.kind, list(row.items), row.sitting),
                *(_line(row.date), _line(row.on_behalf), row.label),
            ]
            for row in record.interventions
        ],
        "reports": [[_line(row.party), _line(row.named), row.kind, row.label] for row in record.reports],
        "officers": [
            [_line(row.party), _line(row.named), _line(row.office), _line(row.person), row.label]
            for row in record.officers
        ],
        "warnings": [_line(warning) for warning in imported.warnings],
    }
    return json.dumps(message, ensure_ascii=False, check_circular=False, separators=(",", ":")).encode()


def shown(text: str) -> str:
    """One line of text in which nothing steers a terminal, no longer than any message."""
    return _line(text)


def _row_out(row: Paragraph, chapeaux: dict[str, int], sections: dict[tuple[str, ...], int]) -> list[object]:
    labelled = len(row.label) <= MAX_LABEL
    return [
        row.part,
        _line(row.label) if labelled else "",
        row.kind,
        showable(row.text if labelled else f"{row.label} {row.text}"),
        sections[row.section],
        min(row.level, MAX_DEPTH),
        chapeaux[row.chapeau],
        row.track,
        row.standing,
        row.page,
        row.quoted if labelled else (),
        None if row.typed_label is None else _line(row.typed_label)[:MAX_LABEL],
        [_line(remark) for remark in row.remarks],
        [showable(note) for note in row.footnotes],
    ]


def _check_amount(document: Document, name: str) -> None:
    rows = document.paragraphs
    words = sum(
        len(row.text) + len(row.chapeau) + sum(map(len, row.section)) + sum(map(len, row.footnotes))
        for row in rows
    )
    record = document.record
    listed = max(map(len, (record.interventions, record.reports, record.officers)))
    if len(rows) > MAX_ROWS or words > MAX_WORDS or len(document.parts) > MAX_PARTS or listed > MAX_RECORD:
        raise NameplateError(
            f"“{name}” holds more than any document of the United Nations does ({len(rows):,} paragraphs): "
            "divide it, and import the pieces you need."
        )
    longest = max((max(len(row.text), len(row.chapeau)) for row in rows), default=0)
    if longest > MAX_TEXT:
        raise NameplateError(
            f"“{name}” holds a paragraph of {longest:,} characters, which no document has: its paragraphs "
            "may have lost their line ends; save its text with a line for each and import that."
        )


def _line(text: str) -> str:
    if not text.isprintable():
        text = IN_LINE.sub(" ", text)
    return text if len(text) <= MAX_LINE else text[: MAX_LINE - 1] + "…"


# Back -----------------------------------------------------------------------------------------------------


def unpack(message: bytes) -> ImportedDocument:
    """The document that ``pack`` made into these bytes; Untrusted if they are not quite what it makes."""
    try:
        told = json.loads(message)
    except (ValueError, RecursionError) as error:
        raise Untrusted("no JSON") from error
    if type(told) is not dict:
        refuse("no object")
    try:
        return _document(told)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
        raise Untrusted(type(error).__name__) from error


def _document(told: dict[str, Any]) -> ImportedDocument:
    heads = {key: checked_line(told[key]) for key in _HEAD_LINES}
    language = told["language"]
    if language not in _LANGUAGES:
        refuse("language")
    parts = tuple(_part(*checked_list(part, 4)) for part in checked_list(told["parts"], most=MAX_PARTS))
    keys = {part.key for part in parts}
    if len(keys) != len(parts) or told["main_part"] not in keys:
        refuse("parts")
    rows = _rows(told, keys, heads["symbol"], language)
    document = Document(
        id=document_id(heads["symbol"], language, rows),
        **heads,
        language=language,
        date=_date(told["date"]),
        standing=_STANDINGS[told["standing"]],
        parts=parts,
        main_part=told["main_part"],
        numbered=sum(bool(row.label) for row in rows),
        paragraphs=rows,
        record=_record(told),
    )
    return ImportedDocument(document, checked_lines(told["warnings"], MAX_LIST))


def _rows(told: dict[str, Any], parts: set[str], symbol: str, language: str) -> tuple[Paragraph, ...]:
    chapeaux = [checked_text(chapeau) for chapeau in checked_list(told["chapeaux"], most=MAX_ROWS)]
    sections = [
        checked_lines(section, MAX_DEPTH) for section in checked_list(told["sections"], most=MAX_ROWS)
    ]
    weights = [sum(map(len, section)) for section in sections]
    alike: Counter[tuple[str, str, str]] = Counter()
    rows = []
    words = 0
    for told_row in checked_list(told["rows"], most=MAX_ROWS):
        part, label, kind, text, section, level, chapeau, track, standing, page, *rest = checked_list(
            told_row, 14
        )
        quoted, typed_label, remarks, footnotes = rest
        if part not in parts:
            refuse("part of a row")
        checked_text(text)
        checked_label(label)
        checked_number(level, MAX_DEPTH)
        notes = (
            tuple(checked_text(note) for note in checked_list(footnotes, most=MAX_LIST)) if footnotes else ()
        )
        words += (
            len(text)
            + len(chapeaux[checked_number(chapeau, MAX_ROWS)])
            + weights[checked_number(section, MAX_ROWS)]
            + sum(map(len, notes))
        )
        if words > MAX_WORDS:
            refuse("too many words")
        key = (part, label, text)
        alike[key] += 1
        rows.append(
            Paragraph(
                id=paragraph_id(symbol, language, part, label, text, nth=alike[key]),
                part=part,
                label=label,
                kind=_KINDS[kind],
                text=text,
                section=sections[section],
                level=level,
                chapeau=chapeaux[chapeau],
                track=_TRACKS[track],
                standing=_STANDINGS[standing],
                page=None if page is None else checked_number(page, MAX_PAGE),
                quoted=_spans(quoted, len(text)) if quoted else (),
                typed_label=None if typed_label is None else checked_label(typed_label),
                remarks=checked_lines(remarks, MAX_LIST) if remarks else (),
                footnotes=notes,
            )
        )
    return tuple(rows)


def _part(key: object, title: object, citation: object, standing: str) -> Part:
    if type(key) is not str or not _PART_KEY.fullmatch(key):
        refuse("key of a part")
    return Part(key, checked_line(title), checked_line(citation), _STANDINGS[standing])


def _record(told: dict[str, Any]) -> Record:
    interventions = [checked_list(row, 8) for row in checked_list(told["interventions"], most=MAX_RECORD)]
    reports = [checked_list(row, 4) for row in checked_list(told["reports"], most=MAX_RECORD)]
    officers = [checked_list(row, 5) for row in checked_list(told["officers"], most=MAX_RECORD)]
    return Record(
        tuple(
            Intervention(
                party=checked_line(party),
                named=checked_line(named),
                kind=_PARTIES[kind],
                items=checked_lines(items, MAX_LIST),
                sitting=None if sitting is None else checked_number(sitting, MAX_PAGE),
                date=checked_line(date),
                on_behalf=checked_line(on_behalf),
                label=checked_label(label),
            )
            for party, named, kind, items, sitting, date, on_behalf, label in interventions
        ),
        tuple(
            NationalReport(checked_line(party), checked_line(named), _PARTIES[kind], checked_label(label))
            for party, named, kind, label in reports
        ),
        tuple(
            Officer(
                checked_line(party),
                checked_line(named),
                checked_line(office),
                checked_line(person),
                checked_label(label),
            )
            for party, named, office, person, label in officers
        ),
    )


def _spans(told: object, end: int) -> tuple[tuple[int, int], ...]:
    """Spans of a text in their order, none of them empty and no two sharing a character."""
    spans = []
    least = 0
    for span in checked_list(told, most=MAX_LIST):
        first, last = (checked_number(place, end) for place in checked_list(span, 2))
        if not least <= first < last:
            refuse("span")
        spans.append((first, last))
        least = last
    return tuple(spans)


def _date(told: object) -> dt.date | None:
    return None if told is None else dt.date.fromisoformat(checked_line(told))
