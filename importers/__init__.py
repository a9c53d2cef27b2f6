"""United Nations documents -> core documents.

A *reader* turns a file format into lines (``text_reader``; others join it), a *grammar* turns lines into
rows (``structure`` for reports and outcome documents, ``summaries`` for thematic summaries), ``proceedings``
reads from a report who took part, and ``catalogue`` knows the facts of known documents. ``importing`` is the
way in.
"""

from importers.importing import ImportedDocument, read_document, read_text

__all__ = ["ImportedDocument", "read_document", "read_text"]
