"""The verbs for the library: import, documents, paragraphs, show, search."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.documents import LANGUAGES, Kind, LibraryParagraph, Standing, Track
from core.language.strength import Addressee, Strength
from core.meaning.topics import topic_named
from core.search_hits import Hit
from desktop.commands import importing
from desktop.commands.arguments import Verbs, add_item, add_track, line, whole_number
from desktop.commands.opening import reading
from desktop.commands.output import Output
from desktop.library.jobs import (
    document_rows,
    paragraph_row,
    paragraphs_of,
    shown,
)
from desktop.library.lists import gather_list, title_of, told_of, write_list
from desktop.pack.checks import check_as_imported
from desktop.searching.jobs import Narrowing, search, search_rows

SUMMARY_MARK = "summary, not verbatim"


def add_verbs(verbs: Verbs) -> None:
    """Offers import, documents, paragraphs, show and search."""
    importing.add_verb(verbs)
    verbs.add("documents", documents, "list the documents in the library")
    listed = verbs.add("paragraphs", paragraphs, "list all rows of a document")
    listed.add_argument("document", nargs="+", type=line, metavar="DOCUMENT", help="its short name or symbol")
    _add_language(listed)
    showed = verbs.add("show", show, "show a paragraph with its chapeau and the forms it is cited in")
    showed.add_argument(
        "reference", nargs="+", type=line, metavar="REF", help="such as BMS8/62 or “bms8 para 62”"
    )
    _add_language(showed)
    found = verbs.add(
        "search", search_library, "search the library by meaning, words or reference, best first"
    )
    found.add_argument(
        "query",
        nargs="*",
        type=line,
        metavar="QUERY",
        help='words, "a phrase", or a reference; -word leaves a word out, in quotes with the others; '
        "may be left away where --topic or the like lists",
    )
    where = found.add_mutually_exclusive_group()
    add_item(where, required=False)
    add_track(where)
    found.add_argument("--document", type=line, metavar="D", help="search this document alone")
    found.add_argument("--topic", type=line, metavar="T", help="what is about this topic alone")
    found.add_argument(
        "--strength", choices=[each.value for each in Strength], help="what has a verb of this class alone"
    )
    found.add_argument(
        "--addressee", choices=[each.value for each in Addressee], help="what addresses these alone"
    )
    found.add_argument(
        "--not-as",
        action="append",
        type=line,
        default=[],
        metavar="CONCEPT",
        help="do not take the words to mean this concept",
    )
    found.add_argument(
        "--export", type=Path, metavar="FILE", help="write what is found into a .docx, .pdf or .csv file"
    )
    found.add_argument("--words-only", action="store_true", help="look for the words typed alone")
    found.add_argument("--limit", type=whole_number, default=20, metavar="N", help="how many at most (20)")


def documents(args: argparse.Namespace, out: Output) -> int:
    """Lists the documents."""
    with reading(args) as work:
        rows = document_rows(work)
    if out.as_json:
        out.json(rows)
    else:
        keys = ("short", "symbol", "language", "standing", "paragraphs", "title")
        out.table([key.capitalize() for key in keys], [[row[key] for key in keys] for row in rows])
    return 0


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=tuple(LANGUAGES), help="the language to read it in")


def _in_language(name: str, args: argparse.Namespace) -> str:
    """A name or reference with the language that was asked for ("BMS8/62 (fr)")."""
    return f"{name} ({args.language})" if args.language else name


def paragraphs(args: argparse.Namespace, out: Output) -> int:
    """Lists a document's rows: for people as a document, with its headings."""
    with reading(args) as work:
        rows = paragraphs_of(work, _in_language(" ".join(args.document), args))
    if out.as_json:
        out.json([paragraph_row(row) for row in rows])
        return 0
    part = ""
    for row in rows:
        if row.paragraph.part != part:
            part = row.paragraph.part
            out.heading(f"— {row.document.part(part).title or part} —")
            out.text()
        _print_row(row, out)
    return 0


def _print_row(row: LibraryParagraph, out: Output) -> None:
    paragraph = row.paragraph
    if paragraph.level:
        out.text()
        out.heading(paragraph.text)
    elif not paragraph.label:
        out.text(paragraph.text, 2)
    else:
        out.heading(" · ".join([row.reference, *_marks(row)]))
        out.text(paragraph.text, 2)
    out.text()


def _marks(row: LibraryParagraph) -> list[str]:
    """What stands beside a reference wherever its text is shown: how the text came about, and its track."""
    paragraph = row.paragraph
    marks = []
    if Standing.SUMMARY in (row.document.standing, paragraph.standing) or paragraph.kind is Kind.SUMMARY:
        marks.append(SUMMARY_MARK)
    if paragraph.standing is not Standing.SUMMARY:
        marks.append(paragraph.standing.phrase)
    if paragraph.track:
        marks.append(paragraph.track.short_title)
    return marks


def show(args: argparse.Namespace, out: Output) -> int:
    """Shows one paragraph with everything that is known of it."""
    with reading(args) as work:
        typed = " ".join(args.reference)
        located = work.library.one(_in_language(typed, args))
    check_as_imported([located])
    row = shown(located, typed)
    if out.as_json:
        out.json(row)
        return 0
    out.heading(" · ".join([located.reference, *_marks(located)]))
    out.text(located.document.title, hang=2)
    if row["section"]:
        out.text(" › ".join(row["section"]), hang=2)
    out.text()
    if row["chapeau"]:
        out.text(row["chapeau"], 2)
        out.text()
    out.text(f"{row['label']}. {row['text']}", 2, 4)
    out.text()
    _print_citation(row, out)
    return 0


def _print_citation(row: dict[str, Any], out: Output) -> None:
    forms = row["citation"]
    lines = [
        ("Written", forms["written"]),
        ("Spoken", forms["spoken"]),
        ("Short", forms["short"]),
        ("Markdown", forms["markdown"]),
        ("Say also", forms["caveat"]),
        ("Note", row.get("note")),
        ("Typed as", row["typed_as"]),
        *(("Quoted", quotation) for quotation in row["quotations"]),
        *(("Remark", remark) for remark in row["remarks"]),
        *(("Footnote", footnote) for footnote in row["footnotes"]),
        ("Source", row["source_note"]),
    ]
    for name, said in lines:
        if said:
            out.text(f"{name + ':':<10}{said}", hang=10)


def search_library(args: argparse.Namespace, out: Output) -> int:
    """Searches the library; finding nothing is an answer."""
    query = " ".join(args.query)
    if not (query or args.topic or args.strength or args.addressee):
        args.parser.error("say what to look for: words, a reference, or --topic, --strength, --addressee")
    gathered = None
    with reading(args) as work:
        item = work.meetings.item(args.item) if args.item else None
        track = Track(args.track) if args.track else None
        topic = topic_named(args.topic).id if args.topic else None
        strength = Strength(args.strength) if args.strength else None
        addressee = Addressee(args.addressee) if args.addressee else None
        hits = search(
            work,
            query,
            item=item,
            track=track,
            document=args.document,
            topics=[topic] if topic else (),
            strengths=[strength] if strength else (),
            addressees=[addressee] if addressee else (),
            limit=args.limit,
            numbered=True,
            meaning=not args.words_only,
            without=[work.thesaurus.concept(each).id for each in args.not_as],
        )
        rows = search_rows(work, hits) if out.as_json else []
        expansions = () if args.words_only else work.search.expansions(query, args.not_as)
        if args.export:
            narrowing = Narrowing(args.document, track, topic=topic, strength=strength, addressee=addressee)
            paragraphs = [hit.found for hit in hits]
            gathered = gather_list(work, paragraphs, title=title_of(query), about=told_of(narrowing))
    if gathered is not None:
        write_list(gathered, args.export)
    if out.as_json:
        out.json(rows)
        return 0
    if gathered is not None:
        out.exact(f"Wrote {len(hits)} paragraph{'' if len(hits) == 1 else 's'} to {args.export}.")
        return 0
    if expansions:
        out.text(f"Looked for {'; '.join(each.sentence for each in expansions)}.", hang=2)
        out.text()
    if not hits:
        out.say(f"Nothing was found for “{query}”.")
    for hit in hits:
        out.heading(" · ".join([hit.reference or hit.found.document.name, *_marks(hit.found)]))
        out.text(_excerpt(hit), 2)
        if hit.because:
            out.text(f"Found by {'; '.join(each.sentence for each in hit.because)}", 2, 4)
        out.text()
    return 0


def _excerpt(hit: Hit, room: int = 320) -> str:
    """A hit's text, or where it is long the piece around its first match."""
    text = " ".join(hit.found.paragraph.text.split())
    if len(text) <= room:
        return text
    first = hit.marks[0][0] if hit.marks else 0
    start = max(0, min(first - room // 3, len(text) - room))
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", start + room)
    return ("… " if start else "") + text[start : end if end > 0 else None] + (" …" if end > 0 else "")
