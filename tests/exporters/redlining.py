"""Documents made of a few rows, compared, and a Word file of the changes read back."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO

from lxml import etree

from core.comparing.comparison import Comparison, compared
from core.comparing.redlines import notes_of, printed_number
from core.documents import Document, Kind, Paragraph, Part, document_id, paragraph_id

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ON = dt.datetime(2026, 6, 1, 9, 30, tzinfo=dt.UTC)
RowOf = tuple[str, str, int, tuple[str, ...]]


def document(symbol: str, rows: list[RowOf], language: str = "en") -> Document:
    """A document of rows given as label, text, heading level and footnotes."""
    paragraphs = tuple(
        Paragraph(
            id=paragraph_id(symbol, language, "main", label, text, nth),
            part="main",
            label=label,
            kind=Kind.OPERATIVE if label else Kind.HEADING,
            text=text,
            level=level,
            footnotes=notes,
        )
        for nth, (label, text, level, notes) in enumerate(rows)
    )
    return Document(
        id=document_id(symbol, language, paragraphs),
        symbol=symbol,
        short="",
        title=symbol,
        language=language,
        date=dt.date(2024, 1, 1),
        standing="consensus",  # type: ignore[arg-type]
        parts=(Part("main", ""),),
        main_part="main",
        paragraphs=paragraphs,
    )


def comparison(old: Document, new: Document) -> Comparison:
    return compared(old, old.paragraphs, new, new.paragraphs, lambda word, language: word)


def read_as(data: bytes, keep: str, drop: str) -> tuple[list[str], list[str]]:
    """Paragraphs and footnotes of a file, all changes accepted (keep "ins", drop "del") or rejected."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    texts = {
        note.get(f"{W}id"): "".join(t.text or "" for t in note.iter(f"{W}t"))
        for note in notes.iter(f"{W}footnote")
    }
    found, footnotes = [], []
    for paragraph in list(root.iter(f"{W}p"))[:-1]:
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{drop}") is not None:
            continue
        words = []
        for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}footnoteReference"):
            if any(parent.tag == W + drop for parent in node.iterancestors()):
                continue
            if node.tag == f"{W}footnoteReference":
                footnotes.append(texts[node.get(f"{W}id")])
            else:
                words.append({f"{W}tab": "\t", f"{W}br": "\n"}.get(node.tag) or node.text or "")
        found.append("".join(words))
    return found, footnotes


def as_read(document: Document) -> tuple[list[str], list[str]]:
    texts = [
        f"{number}\t{row.text}" if (number := printed_number(row)) else row.text
        for row in document.paragraphs
    ]
    return texts, [note for row in document.paragraphs for note in notes_of(row, document.paragraphs)]
