"""The two reference texts, read once for all tests."""

from pathlib import Path

import pytest

from core.documents import Document, Paragraph
from importers.imported import ImportedDocument
from importers.importing import read_document
from resources.paths import LIBRARY

BMS8_FILE = LIBRARY / "bms8-2022-report.txt"
REVCON3_FILE = LIBRARY / "revcon3-2018-thematic-summary.txt"


class Read:
    """A document as imported, with its rows by reference and its source text."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.imported: ImportedDocument = read_document(path)
        self.document: Document = self.imported.document
        self.rows = self.document.paragraphs
        self.source = path.read_text("utf-8")
        self.by_reference = {self.document.reference(row): row for row in self.rows if row.label}

    def __getitem__(self, reference: str) -> Paragraph:
        return self.by_reference[reference]

    def labels(self, part: str) -> list[str]:
        return [row.label for row in self.rows if row.part == part and row.label]


@pytest.fixture(scope="session")
def bms8() -> Read:
    return Read(BMS8_FILE)


@pytest.fixture(scope="session")
def revcon3() -> Read:
    return Read(REVCON3_FILE)
