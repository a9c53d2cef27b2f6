"""What a delegate corrects in a document before it is saved: pure functions from one reading to another.

No correction drops a word: a row that loses its number gets it back as words, and two rows that are joined
keep what stood between them. Names by content, headings, chapeaux and the count of preambular paragraphs
follow. What cannot be done is a NameplateError, and nothing is changed then. To undo is the caller's, who
keeps the reading from before.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace

from core.documents import Document, Kind, Paragraph, Standing, Track
from core.errors import NameplateError
from core.labels import BIS
from core.symbols import canonical_symbol, parse_symbol
from importers.catalogue import known_by_symbol
from importers.corrected_rows import (
    printed_mark,
    rebuilt,
    relabelled,
    repeated,
    shifted,
    with_mark,
    without_mark,
)
from importers.imported import ImportedDocument
from importers.languages import LANGUAGES
from importers.lines import joint

UNNUMBERED = "unnumbered"
"""What ``set_kind`` is told for words that are neither a numbered paragraph nor a heading."""

_LABEL = re.compile(
    r"(?:pp\.)?(?:[IVXLC]+\.|[A-Z]\.)?(?:[A-Z](?=\d+\.))?\d{1,4}(?:\.\d{1,4})*"
    rf"(?:{'|'.join(BIS)}|alt\d{{0,2}})?(?:\(\w{{1,6}}\))*"
)
_SHORT_NAME = re.compile(r"\w(?:[\w .-]{0,38}\w)?")
_MOST_LETTERS = 500
_HEAD = frozenset(("title", "symbol", "short", "session", "agenda_item", "date", "language", "standing"))


def join(imported: ImportedDocument, index: int) -> ImportedDocument:
    """The row with the next one added to it; the next one's number becomes words again.

    NameplateError for the last row, and for two rows of different parts.
    """
    document = imported.document
    first, second = _row(document, index), _row(document, index + 1)
    if first.part != second.part:
        raise NameplateError("These two stand in different parts of the document; join rows of one part.")
    mark = printed_mark(document, index + 1)
    space = joint(first.text, with_mark(mark, second.text)) if first.text else ""
    start = len(first.text) + len(space) + (len(mark) + 1 if mark else 0)
    whole = replace(
        first,
        text=first.text + space + with_mark(mark, second.text),
        quoted=first.quoted + shifted(second.quoted, start),
        remarks=tuple(dict.fromkeys(first.remarks + second.remarks)),
        footnotes=first.footnotes + second.footnotes,
    )
    rows = [*document.paragraphs[:index], whole, *document.paragraphs[index + 2 :]]
    if second.kind is Kind.HEADING and second.level:
        gone = (*second.section, second.text)
        above = (first.text,) if first.kind is Kind.HEADING and first.level else ()
        for at in range(index + 1, len(rows)):
            if rows[at].section[: len(gone)] != gone:
                break
            rows[at] = replace(rows[at], section=(*first.section, *above, *rows[at].section[len(gone) :]))
    record = relabelled(document.record, second, {second.label: first.label} if first.label else {})
    return rebuilt(imported, repeated(rows, index, first), record=record)


def split(imported: ImportedDocument, index: int, offset: int) -> ImportedDocument:
    """The row cut in two before the character at ``offset``; the second has no number yet.

    Preambular paragraphs are only counted, so the second of those is the next one. NameplateError where one
    of the two would hold no words.
    """
    document = imported.document
    row = _row(document, index)
    head, tail = row.text[:offset].rstrip(), row.text[offset:].lstrip()
    if not 0 < offset < len(row.text) or not head or not tail:
        raise NameplateError("Put the cursor between two words of the paragraph to split it there.")
    cut = len(row.text) - len(tail)
    counted = row.kind is Kind.PREAMBULAR and row.label.startswith("pp.") and "(" not in row.label
    first = replace(
        row,
        text=head,
        quoted=tuple((start, min(end, len(head))) for start, end in row.quoted if start < len(head)),
    )
    second = replace(
        row,
        text=tail,
        label=row.label if counted else "",
        level=row.level,
        chapeau=row.chapeau if counted else "",
        quoted=shifted(row.quoted, -cut),
        typed_label=None,
        remarks=(),
        footnotes=(),
    )
    rows = repeated([*document.paragraphs[:index], first, *document.paragraphs[index + 1 :]], index, row)
    rows.insert(index + 1, second)
    if second.level:
        rows = repeated(rows, index + 1, first)
    return rebuilt(imported, rows)


def renumber(imported: ImportedDocument, index: int, label: str) -> ImportedDocument:
    """The row with another number, or with none ("").

    Sub-paragraphs right beneath it follow ("12(a)" becomes "13(a)"). A number that stood in the words and is
    now the row's own is taken out of them, and one taken away stands in them again. NameplateError for what
    cannot be a number, or is another row's.
    """
    document = imported.document
    row = _row(document, index)
    label = _label(label)
    if label == row.label:
        return imported
    if label:
        text, cut = (row.text, 0) if row.label else without_mark(label, row)
        kind = _usual_kind(document, row.part) if row.kind is Kind.HEADING else row.kind
        new = replace(row, label=label, text=text, kind=kind, level=0, quoted=shifted(row.quoted, -cut))
    else:
        new = _unnumbered(document, index)
    rows = [*document.paragraphs[:index], new, *document.paragraphs[index + 1 :]]
    renamed = {row.label: label} if row.label else {}
    for at in range(index + 1, len(rows)):
        beneath = rows[at]
        if not (row.label and label and beneath.label.startswith(f"{row.label}(")):
            break
        renamed[beneath.label] = label + beneath.label[len(row.label) :]
        rows[at] = replace(beneath, label=renamed[beneath.label])
    _refuse_twice(rows)
    return rebuilt(imported, repeated(rows, index, row), record=relabelled(document.record, row, renamed))


def set_kind(imported: ImportedDocument, index: int, kind: Kind | str) -> ImportedDocument:
    """The row as one of another kind; ``UNNUMBERED`` makes it words without number that are no heading.

    A heading carries no number, and what stands beneath it gets it into its path of headings. NameplateError
    for a kind that there is not.
    """
    document = imported.document
    row = _row(document, index)
    if kind == UNNUMBERED:
        plain = _unnumbered(document, index)
        new = replace(plain, kind=Kind.HEADING, level=0)
    elif kind not in tuple(Kind):
        raise NameplateError(f"“{kind}” is no kind of paragraph; choose one from the list.")
    elif kind == Kind.HEADING:
        new = replace(_unnumbered(document, index), kind=Kind.HEADING, level=len(row.section) + 1, chapeau="")
        new = new if not (row.kind is Kind.HEADING and row.level) else row
    elif kind == Kind.PREAMBULAR and not row.label:
        new = replace(row, kind=Kind.PREAMBULAR, level=0, label="pp.0")
    elif row.label.startswith("pp.") and kind != Kind.PREAMBULAR:
        new = replace(row, kind=Kind(kind), level=0, label="")
    else:
        new = replace(row, kind=Kind(kind), level=0)
    if new == row:
        return imported
    rows = [*document.paragraphs[:index], new, *document.paragraphs[index + 1 :]]
    return rebuilt(imported, repeated(rows, index, row))


def set_track(imported: ImportedDocument, index: int, track: Track | None) -> ImportedDocument:
    """The row in a track, with what stands beneath it: a heading's section, a paragraph's sub-paragraphs."""
    document = imported.document
    row = _row(document, index)
    rows = list(document.paragraphs)
    rows[index] = replace(row, track=track)
    path = (*row.section, row.text) if row.kind is Kind.HEADING and row.level else None
    for at in range(index + 1, len(rows)):
        under = rows[at]
        beneath = path is not None and under.section[: len(path)] == path
        sub = bool(row.label) and under.label.startswith(f"{row.label}(")
        if under.part != row.part or not (beneath or sub):
            break
        rows[at] = replace(under, track=track)
    return replace(imported, document=replace(document, paragraphs=tuple(rows)))


def with_head(imported: ImportedDocument, **fields: object) -> ImportedDocument:
    """The document with other fields of its head: title, symbol, short, session, agenda_item, date, language
    or standing.

    A symbol of the catalogue brings what is known of it where the head is empty. A standing is that of all
    rows that had none of their own. NameplateError for a value that cannot be kept, TypeError for a field
    that is none of these.
    """
    if unknown := set(fields) - _HEAD:
        raise TypeError(f"no fields of a head: {sorted(unknown)}")
    given = {name: _checked(name, value) for name, value in fields.items()}
    document = imported.document
    if "symbol" in given and given["symbol"] != document.symbol:
        given = {**_of_symbol(document, str(given["symbol"])), **given}
    if not str(given.get("symbol", document.symbol)) and not str(given.get("short", document.short)):
        raise NameplateError("A document needs a symbol or a short name to be cited by; give it one of them.")
    rows = document.paragraphs
    standing = given.get("standing", document.standing)
    if isinstance(standing, Standing) and standing is not document.standing:
        old = document.standing
        rows = tuple(replace(row, standing=standing) if row.standing is old else row for row in rows)
        given["parts"] = tuple(
            replace(part, standing=standing) if part.standing is old else part for part in document.parts
        )
    return rebuilt(imported, rows, **given)


def _of_symbol(document: Document, symbol: str) -> dict[str, object]:
    """What changes with the symbol: how it is cited, and what the catalogue knows where the head is empty."""
    parsed, before = parse_symbol(symbol), parse_symbol(document.symbol)
    known = known_by_symbol(symbol)
    changed: dict[str, object] = {}
    if document.cite_as in ("", document.symbol):
        changed["cite_as"] = symbol
    if document.spoken in ("", before.spoken if before else ""):
        changed["spoken"] = (known and known.spoken) or (parsed.spoken if parsed else "")
    if known is not None:
        for name in ("short", "date", "meeting", "source_note"):
            if not getattr(document, name) and getattr(known, name):
                changed[name] = getattr(known, name)
        if document.standing is Standing.UNKNOWN and known.standing:
            changed["standing"] = known.standing
    return changed


# What may be typed ----------------------------------------------------------------------------------------


def _checked(name: str, value: object) -> object:
    if name == "date":
        if value is not None and not isinstance(value, dt.date):
            raise TypeError("a date is a datetime.date or None")
        return value
    if name == "standing":
        return Standing(str(value))
    text = " ".join(str(value).split())
    if len(text) > _MOST_LETTERS or not text.isprintable():
        raise NameplateError(f"That is too long, or holds what cannot be printed: {text[:40]}….")
    if name == "title" and not text:
        raise NameplateError("A document needs a title; type one.")
    if name == "language" and text and text not in LANGUAGES:
        raise NameplateError(f"“{text}” is none of the six languages: {', '.join(LANGUAGES)}.")
    if name == "short" and text and not _SHORT_NAME.fullmatch(text):
        raise NameplateError(
            f"“{text}” cannot be a short name: use up to 40 letters, digits, spaces, dots and hyphens, "
            "like BMS8."
        )
    return canonical_symbol(text) if name == "symbol" else text


def _label(typed: str) -> str:
    label = re.sub(r"\s+", "", typed).rstrip(".")
    if label and not _LABEL.fullmatch(label):
        raise NameplateError(
            f"“{typed.strip()[:40]}” cannot be the number of a paragraph; type one like 12, 12(a), II.32, "
            "5.2 or pp.7."
        )
    return label


def _refuse_twice(rows: list[Paragraph]) -> None:
    labels = Counter((row.part, row.label) for row in rows if row.label)
    twice = next((label for (_, label), count in labels.items() if count > 1), None)
    if twice is not None:
        raise NameplateError(
            f"Another paragraph of this part is {twice} already; give that one another number first."
        )


# Rows -----------------------------------------------------------------------------------------------------


def _row(document: Document, index: int) -> Paragraph:
    if not 0 <= index < len(document.paragraphs):
        raise NameplateError("There is no paragraph at that place; choose one in the list.")
    return document.paragraphs[index]


def _unnumbered(document: Document, index: int) -> Paragraph:
    """A row without its number, which stands before its words again as it did in print."""
    row = document.paragraphs[index]
    mark = printed_mark(document, index)
    by = len(mark) + 1 if mark else 0
    return replace(
        row, label="", typed_label=None, text=with_mark(mark, row.text), quoted=shifted(row.quoted, by)
    )


def _usual_kind(document: Document, part: str) -> Kind:
    """The kind that most numbered rows of a part are of."""
    kinds = Counter(row.kind for row in document.paragraphs if row.part == part and row.label)
    kinds.pop(Kind.PREAMBULAR, None)
    return kinds.most_common(1)[0][0] if kinds else Kind.OPERATIVE
