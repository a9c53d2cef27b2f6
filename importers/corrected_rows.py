"""What follows from a correction: rows that repeat the words, labels that are counted, names by content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.documents import Document, Kind, Paragraph, document_id, paragraph_id
from core.record import Record
from importers.imported import ImportedDocument
from importers.wording import ARTICLE

_COUNTED = re.compile(r"pp\.(\d+)(.*)")
_SECTIONED = re.compile(r"[IVXLC]+\.(\d.*)|[A-Z]\.(\d.*)")


def rebuilt(imported: ImportedDocument, rows: Sequence[Paragraph], **head: object) -> ImportedDocument:
    """The document with these rows and these fields of its head, every name by content made anew."""
    document = replace(imported.document, **head)  # type: ignore[arg-type]
    alike: Counter[tuple[str, str, str]] = Counter()
    made = []
    for row in _counted(rows):
        key = (row.part, row.label, row.text)
        alike[key] += 1
        made.append(replace(row, id=paragraph_id(document.symbol, document.language, *key, nth=alike[key])))
    kept = tuple(made)
    corrected = replace(
        document,
        id=document_id(document.symbol, document.language, kept),
        paragraphs=kept,
        numbered=sum(bool(row.label) for row in kept),
    )
    return replace(imported, document=corrected)


def _counted(rows: Sequence[Paragraph]) -> list[Paragraph]:
    """The rows with preambular paragraphs counted through in each part.

    They bear no number in print: "pp.7" is the seventh, so what is joined or split moves all that follow.
    """
    counts: Counter[str] = Counter()
    made = []
    for row in rows:
        found = _COUNTED.fullmatch(row.label)
        if found is not None:
            counts[row.part] += not (found[2] and counts[row.part])
            label = f"pp.{counts[row.part]}{found[2]}"
            made.append(row if label == row.label else replace(row, label=label))
        else:
            made.append(row)
    return made


def relabelled(record: Record, row: Paragraph, renamed: Mapping[str, str]) -> Record:
    """A record that names the paragraphs it is read from by their new labels: only a report's tell it."""
    if not renamed or row.kind is not Kind.REPORT:
        return record
    return Record(
        tuple(replace(row, label=renamed.get(row.label, row.label)) for row in record.interventions),
        tuple(replace(row, label=renamed.get(row.label, row.label)) for row in record.reports),
        tuple(replace(row, label=renamed.get(row.label, row.label)) for row in record.officers),
    )


def printed_mark(document: Document, index: int) -> str:
    """What stood before a row's words in print, as its label tells: "12.", "(a)", nothing for "pp.7".

    The first words of an article that has no numbered paragraphs go by the article's number, which stands
    in the heading above them and not before them.
    """
    row = document.paragraphs[index]
    label = row.typed_label or row.label
    if not label or label.startswith("pp.") or row.kind is Kind.SUMMARY:
        return ""
    if label.endswith(")"):
        return label[label.rindex("(") :]
    found = _SECTIONED.fullmatch(label)
    number = (found[1] or found[2]) if found else label
    before = reversed(document.paragraphs[:index])
    above = next((other for other in before if other.kind is Kind.HEADING), None)
    if above is not None and above.part == row.part and _is_article(above.text, number):
        return ""
    return f"{number}."


def _is_article(heading: str, number: str) -> bool:
    """Whether a heading is that of the article with this number ("Article 5", "第5条")."""
    words = heading.split()[:2]
    chinese = heading.startswith(f"第{number}条")
    return chinese or (len(words) == 2 and words[0].casefold() in ARTICLE and words[1].strip(".:") == number)


def with_mark(mark: str, text: str) -> str:
    """Words with what stood before them in print."""
    return f"{mark} {text}" if mark else text


def without_mark(label: str, row: Paragraph) -> tuple[str, int]:
    """A row's words without the mark that a label stands for, and how many characters that took away."""
    last = re.search(r"\(\w+\)$|[\w.]+$", label)
    if last is None:
        return row.text, 0
    number = re.escape(last[0].rpartition(".")[2] if _SECTIONED.fullmatch(label) else last[0])
    found = re.match(rf"{number}[.)．]?\s+(?=\S)|{number}[.．](?=\S)", row.text)
    return (row.text[found.end() :], found.end()) if found else (row.text, 0)


def shifted(quoted: Sequence[tuple[int, int]], by: int) -> tuple[tuple[int, int], ...]:
    """Spans of characters moved; what would stand before the beginning is cut off."""
    moved = [(max(start + by, 0), end + by) for start, end in quoted]
    return tuple((start, end) for start, end in moved if end > start)


def repeated(rows: Sequence[Paragraph], index: int, old: Paragraph) -> list[Paragraph]:
    """The rows, those after ``index`` repeating its new words where they repeated its old ones.

    They repeat a heading in their path and a paragraph in their chapeau.

    ``old`` is the row as it was before it was corrected.
    """
    new = rows[index]
    made = list(rows)
    was_heading = old.kind is Kind.HEADING and old.level > 0
    is_heading = new.kind is Kind.HEADING and new.level > 0
    for at in range(index + 1, len(made)):
        row = made[at]
        if row.part != new.part:
            break
        if was_heading or is_heading:
            if row.kind is Kind.HEADING and 0 < row.level <= (old.level if was_heading else new.level):
                break
            made[at] = replace(row, section=_path(row, old, new, was_heading, is_heading))
        elif old.text and old.text != new.text and old.text in row.chapeau:
            made[at] = replace(row, chapeau=row.chapeau.replace(old.text, new.text))
    return made


def _path(
    row: Paragraph, old: Paragraph, new: Paragraph, was_heading: bool, is_heading: bool
) -> tuple[str, ...]:
    depth = len(old.section)
    above, rest = row.section[:depth], row.section[depth:]
    if was_heading and rest[:1] == (old.text,):
        rest = rest[1:]
    elif was_heading:
        return row.section
    return above + ((new.text,) if is_heading else ()) + rest
