"""The verb that imports documents: what it reads, saves and says."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from core.documents import DocumentHead, Kind
from core.english_dates import long_date
from desktop.commands.arguments import Verbs, add_author, line
from desktop.commands.opening import INITIATOR, writing_in_steps
from desktop.commands.output import Output, printable
from desktop.library.jobs import ImportResult, add_to_library, document_row, read_files

_KINDS = {
    Kind.PREAMBULAR: ("preambular paragraph", "preambular paragraphs"),
    Kind.OPERATIVE: ("operative paragraph", "operative paragraphs"),
    Kind.REPORT: ("paragraph of the report", "paragraphs of the report"),
    Kind.AGENDA: ("agenda item", "agenda items"),
    Kind.SUMMARY: ("summarised paragraph", "summarised paragraphs"),
    Kind.HEADING: ("heading", "headings"),
}
_CLEAR = "\r\x1b[K"


def add_verb(verbs: Verbs) -> None:
    """Offers import."""
    imported = verbs.add("import", import_documents, "read documents into the library")
    imported.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a document as PDF, Word (.docx), web page, Markdown or plain text, or a folder of them",
    )
    imported.add_argument(
        "--symbol", type=line, metavar="S", help="its symbol, such as A/CONF.192/BMS/2022/1"
    )
    imported.add_argument("--title", type=line, metavar="T", help="its title")
    imported.add_argument("--short", type=line, metavar="NAME", help="the short name it is referred to by")
    imported.add_argument("--language", choices=("ar", "zh", "en", "fr", "ru", "es"), help="its language")
    add_author(imported)


def import_documents(args: argparse.Namespace, out: Output) -> int:
    """Imports files, each saved as soon as it is read; 1 if any was refused, which keeps none out."""
    from importers.folders import files_to_read

    found = files_to_read(args.files)
    if len(found.files) > 1 and (args.symbol or args.title or args.short):
        args.parser.error("--symbol, --title and --short are for one file at a time")
    for path in found.skipped:
        out.say(f"“{path}” was passed over: it is not a document that can be imported.")
    if not found.files:
        out.say("There is nothing to import there: name a document, or a folder that holds some.")
        return 1
    results: list[ImportResult] = []
    several = len(found.files) > 1
    shown = _ProgressLine(len(found.files))
    try:
        with (
            read_files(  # begins at once, while the workspace is being opened
                found.files,
                symbol=args.symbol,
                title=args.title,
                short=args.short,
                language=args.language,
                progress=shown,
            ) as read,
            writing_in_steps(args) as workspace,
        ):
            for file in read:
                with workspace.write(INITIATOR) as work:
                    (result,) = add_to_library(work, [file])
                results.append(result)
                shown.clear()
                _tell(result, out, several=several)
    finally:  # what was saved is told, whatever ended the rest
        shown.clear()
        if out.as_json and (results or sys.exc_info()[0] is None):
            out.json([_row(result) for result in results])
    return 1 if any(result.refusal for result in results) else 0


def _tell(result: ImportResult, out: Output, *, several: bool) -> None:
    """Says what became of a file: its document in a few lines, and on standard error what needs a look."""
    document = result.document
    for message in result.warnings:
        out.say(f"{document.name if document else result.path.name}: {message}" if several else message)
    if result.refusal:
        out.say(result.refusal)
    if document is None or out.as_json:
        return
    was = "Imported" if result.is_new else "Already in the library:"
    count = f"{document.numbered} numbered paragraph{'' if document.numbered == 1 else 's'}"
    out.text(f"{was} {document.name}, {document.title} ({count})", hang=2)
    for fact in (_of_kinds(result), _about(document), _links(result)):
        if fact:
            out.text(fact, indent=2, hang=2)


def _of_kinds(result: ImportResult) -> str:
    return ", ".join(f"{number} {_KINDS[kind][number != 1]}" for kind, number in result.counts.items())


def _about(document: DocumentHead) -> str:
    facts = (
        document.symbol if document.short else "",
        long_date(document.date) if document.date else "",
        document.session,
        _on_agenda(document.agenda_item),
        "" if document.language in ("en", "") else f"language: {document.language}",
        document.standing.phrase,
    )
    return "; ".join(fact for fact in facts if fact)


def _on_agenda(number: str) -> str:
    if not number:
        return ""
    return f"agenda items {number}" if "," in number or " and " in number else f"agenda item {number}"


def _links(result: ImportResult) -> str:
    facts = (
        f"A revision of {result.revision_of}" if result.revision_of else "",
        f"Its agenda became the meeting “{result.meeting}”" if result.meeting else "",
    )
    return "; ".join(fact for fact in facts if fact)


def _row(result: ImportResult) -> dict[str, Any]:
    """A file's result as plain data; a file that was refused has its refusal and no document."""
    document = result.document
    if document is None:
        return {
            "file": str(result.path),
            "new": False,
            "warnings": list(result.warnings),
            "refusal": result.refusal,
        }
    return {
        "file": str(result.path),
        **document_row(document),
        "ref": document.name,
        "date": document.date.isoformat() if document.date else None,
        "session": document.session,
        "agenda_item": document.agenda_item,
        "parts": [
            {
                "key": part.key,
                "title": part.title,
                "citation": part.citation,
                "paragraphs": result.numbered[part.key],
            }
            for part in document.parts
        ],
        "counts": {kind.value: number for kind, number in result.counts.items()},
        "numbered": document.numbered,
        "new": result.is_new,
        "revision_of": result.revision_of or None,
        "meeting": result.meeting or None,
        "warnings": list(result.warnings),
        "refusal": None,
    }


class _ProgressLine:
    """On a terminal, a line on standard error that says how far an import is, and goes when it is over."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._shown = ""
        self._on_terminal = total > 1 and sys.stderr.isatty()

    def __call__(self, share: float) -> None:
        self._show(f"Reading {min(self._total, round(share * self._total) + 1)} of {self._total} …")

    def clear(self) -> None:
        self._show("")

    def _show(self, words: str) -> None:
        if self._on_terminal and words != self._shown:
            self._shown = words
            with suppress(OSError):
                sys.stderr.write(_CLEAR + printable(words))
                sys.stderr.flush()
