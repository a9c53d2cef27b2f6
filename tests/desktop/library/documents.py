"""Documents made for the tests of the import pages."""

from __future__ import annotations

from core.documents import Document, Kind, Paragraph, Part, Standing, document_id, paragraph_id
from importers.imported import ImportedDocument

Row = tuple[Kind, str, str]


def made(
    *rows: Row, symbol: str = "A/RES/90/1", language: str = "en", short: str = "", part: str = "text"
) -> Document:
    """A document of these rows (kind, label, text), all in one part."""
    paragraphs = tuple(
        Paragraph(
            paragraph_id(symbol, language, part, label, text, nth),
            part,
            label,
            kind,
            text,
            level=1 if kind is Kind.HEADING and text.isupper() else 0,
            page=1 + nth // 5,
        )
        for nth, (kind, label, text) in enumerate(rows)
    )
    return Document(
        id=document_id(symbol, language, paragraphs),
        symbol=symbol,
        short=short,
        title="The illicit trade in small arms",
        language=language,
        date=None,
        standing=Standing.UNKNOWN,
        parts=(Part(part, "Text"),),
        main_part=part,
        numbered=sum(bool(row.label) for row in paragraphs),
        paragraphs=paragraphs,
    )


def operative(*labels: str) -> list[Row]:
    """Operative rows with these labels, each with words of its own."""
    return [(Kind.OPERATIVE, label, f"Encourages States to take measure {label};") for label in labels]


def read(document: Document, *warnings: str) -> ImportedDocument:
    """A document as an importer gives it."""
    return ImportedDocument(document, warnings)
