"""What reading a file gives."""

from __future__ import annotations

from dataclasses import dataclass

from core.documents import Document


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A document and what was noticed while reading it, one sentence each, for its reader to check."""

    document: Document
    warnings: tuple[str, ...] = ()
