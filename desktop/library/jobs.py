"""The library: importing documents, listing and showing them.

What the window and the command line both call; nothing here knows either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.citations import citation_forms, parse_citation
from core.documents import Document, DocumentHead, Kind, LibraryParagraph
from core.errors import NameplateError
from core.references import parse_reference
from core.symbols import earlier_revision
from desktop.pack.checks import check_as_imported

if TYPE_CHECKING:
    from db.work import Work
    from importers.reading import ReadFile, Reading

_AGENDA = "agenda"
_SHORT_NAME = re.compile(r"\w(?:[\w .-]{0,38}\w)?")


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one file: the document it holds and whether it was new here, or why it was refused.

    ``counts`` are the numbered rows of each kind, and the headings; ``numbered`` the numbered rows of each
    part. ``revision_of`` is the symbol of the text in the library that this one revises, ``meeting`` the name
    of the meeting that was made of a provisional agenda; both are empty where there is none.
    """

    path: Path
    document: DocumentHead | None
    is_new: bool = False
    warnings: tuple[str, ...] = ()
    refusal: str = ""
    counts: dict[Kind, int] = field(default_factory=dict)
    numbered: dict[str, int] = field(default_factory=dict)
    revision_of: str = ""
    meeting: str = ""


def read_files(
    paths: Iterable[Path],
    *,
    symbol: str | None = None,
    title: str | None = None,
    short: str | None = None,
    language: str | None = None,
    cancel: Callable[[], bool] = lambda: False,
    progress: Callable[[float], object] = lambda share: None,
) -> Reading:
    """Begins to read files, each in a process of its own and without a workspace; see ``read_documents``.

    Symbol, title and short name, where given, are for a single file. NameplateError for a short name that
    references could not be made with.
    """
    from importers.reading import read_documents

    if short is not None and not _SHORT_NAME.fullmatch(short):
        raise NameplateError(
            f"“{short}” cannot be a short name: use up to 40 letters, digits, spaces, dots and hyphens, "
            "like BMS8."
        )
    return read_documents(
        paths,
        symbol=symbol,
        title=title,
        short=short,
        language=language,
        cancel=cancel,
        progress=progress,
    )


def add_to_library(work: Work, read: Iterable[ReadFile]) -> list[ImportResult]:
    """Adds what was read to the library; a document that is there already stays as it is.

    A new document whose main part is an agenda becomes a meeting besides. A batch need not be at hand whole:
    called for file after file, each in a unit of work of its own, an interruption loses nothing.
    """
    return [_added(work, file) for file in read]


def _added(work: Work, file: ReadFile) -> ImportResult:
    if file.imported is None:
        return ImportResult(file.path, None, refusal=file.refusal)
    document, warnings = file.imported.document, tuple(file.imported.warnings)
    known = [head.symbol for head in work.library.documents()]
    try:
        is_new = work.library.add(document)
    except NameplateError as error:
        return ImportResult(file.path, None, warnings=warnings, refusal=str(error))
    meeting = ""
    if is_new:
        try:
            meeting = _meeting_of(work, document)
        except NameplateError as error:
            warnings = (*warnings, str(error))
    return ImportResult(
        file.path,
        _head(document),
        is_new,
        warnings,
        counts=_counts(document),
        numbered={
            part.key: sum(row.part == part.key and bool(row.label) for row in document.paragraphs)
            for part in document.parts
        },
        revision_of=earlier_revision(document.symbol, known) or "",
        meeting=meeting,
    )


def _head(document: Document) -> DocumentHead:
    """What is known of a document without its text, so that a result of a batch does not keep the text."""
    return DocumentHead(**{key: getattr(document, key) for key in DocumentHead.__dataclass_fields__})


def _counts(document: Document) -> dict[Kind, int]:
    found = Counter(row.kind for row in document.paragraphs if row.label or row.kind is Kind.HEADING)
    return {kind: found[kind] for kind in Kind if found[kind]}


def _meeting_of(work: Work, document: Document) -> str:
    """The name of the meeting that a provisional agenda becomes; empty for every other document."""
    if document.main_part != _AGENDA:
        return ""
    from desktop.meeting.jobs import meeting_from_agenda

    meeting = meeting_from_agenda(work, document)
    return meeting.name if meeting is not None else ""


def import_files(
    work: Work,
    paths: Iterable[Path],
    *,
    symbol: str | None = None,
    title: str | None = None,
    short: str | None = None,
    language: str | None = None,
) -> list[ImportResult]:
    """Reads files and adds them to the library: one result a file, in their order."""
    with read_files(paths, symbol=symbol, title=title, short=short, language=language) as read:
        return add_to_library(work, read)


def document_row(document: DocumentHead, numbered: int | None = None) -> dict[str, Any]:
    """A document as plain data; ``paragraphs`` counts its numbered rows."""
    return {
        "short": document.short,
        "symbol": document.symbol,
        "title": document.title,
        "language": document.language,
        "standing": document.standing,
        "paragraphs": document.numbered if numbered is None else numbered,
    }


def document_rows(work: Work) -> list[dict[str, Any]]:
    """The library's documents, newest first."""
    return [document_row(document) for document in work.library.documents()]


def paragraphs_of(work: Work, name: str) -> list[LibraryParagraph]:
    """All rows of the document that goes by this name, in reading order."""
    document = work.library.document(name)
    return [LibraryParagraph(document, row) for row in work.library.rows(document.id)]


def paragraph_row(located: LibraryParagraph) -> dict[str, Any]:
    """One row of a document as plain data; ``ref`` and ``label`` are empty for unnumbered words."""
    paragraph = located.paragraph
    return {
        "ref": located.reference,
        "part": paragraph.part,
        "section": list(paragraph.section),
        "label": paragraph.label,
        "kind": paragraph.kind,
        "text": paragraph.text,
        "standing": paragraph.standing,
        "track": paragraph.track,
        "page": paragraph.page,
    }


def show_row(work: Work, reference: str) -> dict[str, Any]:
    """The paragraph that a typed reference means, with all that there is to know of it.

    Beside the keys of every paragraph: ``chapeau``, ``citation`` with its forms and the caveat that a
    speaker must know, ``quotations`` (what a summary quotes), ``typed_as`` where the source's reference was
    a slip, ``remarks``, ``footnotes``, and the document's ``symbol``, ``title`` and ``source_note``.
    """
    located = work.library.one(reference)
    check_as_imported([located])
    return shown(located, reference)


def note_on(typed: str, located: LibraryParagraph) -> str:
    """What somebody must know who asked for a sub-paragraph and is given the whole paragraph; else empty."""
    cited = parse_citation(typed) if typed.lstrip().startswith("[@") else None
    meant = cited or parse_reference(typed, [located.document])
    label = located.paragraph.label
    if meant is None or not meant.label.startswith(f"{label}("):
        return ""
    sub = meant.label[len(label) :]
    return f"{located.reference} has no sub-paragraph {sub} of its own here; this is the whole paragraph."


def shown(located: LibraryParagraph, typed: str = "") -> dict[str, Any]:
    """A numbered paragraph as ``show_row`` gives it; with a ``note`` where it is not quite what was typed."""
    paragraph, document = located.paragraph, located.document
    forms = citation_forms(located)
    return {
        **paragraph_row(located),
        "chapeau": paragraph.chapeau,
        "citation": {
            "written": forms.written,
            "spoken": forms.spoken,
            "short": forms.short,
            "footnote": forms.footnote,
            "markdown": forms.markdown,
            "caveat": forms.caveat,
        },
        "quotations": list(paragraph.quotations),
        "typed_as": paragraph.typed_label,
        "remarks": list(paragraph.remarks),
        "footnotes": list(paragraph.footnotes),
        "document": document.name,
        "symbol": document.symbol,
        "title": document.title,
        "source_note": document.source_note,
        **({"note": note} if (note := note_on(typed, located)) else {}),
    }
