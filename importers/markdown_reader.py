"""Markdown to lines: a heading, paragraph, item of a list or row of a table is a whole line each.

What the marks mean is CommonMark's; where people's Markdown departs from it (no space after "#", a numbered
line in the middle of a paragraph) the line breaks that they typed are believed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.errors import NameplateError
from importers.characters import printed
from importers.lines import Line, Source
from importers.text_reader import decode

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FRONT_ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*?)[ \t]*")
_TIGHT_HEADING = re.compile(r"^( {0,3}#{1,6})(?=[^#\s])", re.M)
_NOTE = re.compile(
    r"^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*((?:.*\n?)(?:(?:[ ]{4}|\t).*\n?|[ \t]*\n(?=[ ]{4}|\t))*)", re.M
)
_MARK = re.compile(r"\s?\[\^([^\]\s]{1,40})\]")
_NUMBERED = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\((?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})\)|(?:[a-z]|[ivx]{1,5})\))\s+\S"
)
_BREAK = re.compile(r"<br\b", re.I)
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|title)\b.*?</\1\s*>", re.S | re.I)
_LONGEST_HEADING = 30
"""A line of hyphens below a paragraph makes it a heading in Markdown, however long the paragraph."""


def read_markdown(data: bytes, name: str) -> Source:
    """Read the bytes of a Markdown text, which messages call ``name``.

    Lists keep the numbers as they were typed, footnotes go with the paragraph of their mark, and the entries
    of a front matter are the furniture. Words are not changed. NameplateError for what is no text.
    """
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    front, text = _front_matter(text)
    notes = {found[1]: printed(found[2]) for found in _NOTE.finditer(text)}
    text = _NOTE.sub("\n", text)
    lines = [_with_notes(line, notes) for line in _lines(_TIGHT_HEADING.sub(r"\1 ", text))]
    if not lines:
        raise NameplateError(f"“{name}” holds no text: choose a file that holds the text of a document.")
    return Source(
        lines=tuple(lines),
        furniture=tuple(f"{key}: {said}" for key, said in front.items()),
        language=(front.get("language") or front.get("lang") or "")[:2].lower(),
        title=front.get("title", ""),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The entries of the front matter, if the text begins with one, and what stands below it."""
    found = _FRONT.match(text.removeprefix("\ufeff"))
    if found is None:
        return {}, text
    entries = [_FRONT_ENTRY.fullmatch(line) for line in found[1].splitlines()]
    kept = {entry[1].lower(): entry[2].strip("\"'") for entry in entries if entry and entry[2]}
    return kept, text[found.end() :] if kept else text


@dataclass(slots=True)
class _Place:
    """Where in the text a block stands: how deep in lists, and the number that its first line gets."""

    depth: int = 0
    number: str = ""
    heading: int = 0


def _lines(text: str) -> list[Line]:
    from markdown_it import MarkdownIt

    # Four spaces in front of a line mean a passage that stands in, not a program's code.
    tokens = MarkdownIt("commonmark").enable("table").disable("code").parse(text)
    place = _Place()
    lines: list[Line] = []
    row: list[Line] | None = None
    above = 0
    for token in tokens:
        kind = token.type
        if kind == "list_item_open":
            place.number = f"{token.info}{token.markup}" if token.info else "•"
            place.depth += 1
        elif kind == "list_item_close":
            place.depth, place.number = place.depth - 1, ""
        elif kind == "heading_open":
            place.heading = int(token.tag[1])
        elif kind == "heading_close":
            place.heading = 0
        elif kind == "tr_open":
            row = []
        elif kind == "tr_close" and row is not None:
            lines += _row(row)
            row = None
        elif kind == "inline":
            made = _paragraph(token, place)
            if row is not None:
                row.append(made[0] if made else Line(""))
                continue
            first, last = token.map or [above, above]
            lines += [
                replace(line, gap=max(0, first - above) if at == 0 else 0) for at, line in enumerate(made)
            ]
            above, place.number = last, ""
        elif kind in {"fence", "html_block"}:
            lines += _raw(token)
    return lines


def _paragraph(token: Token, place: _Place) -> list[Line]:
    """The lines of a paragraph or heading: more than one where a number begins a line of it."""
    texts = [""]
    letters = bold = 0
    strong = 0
    for child in token.children or []:
        strong += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        if child.type in {"text", "code_inline", "text_special"}:
            texts[-1] += child.content
            letters += len(child.content.strip())
            bold += len(child.content.strip()) if strong else 0
        elif child.type in {"softbreak", "hardbreak"}:
            texts.append("")
        elif child.type == "html_inline" and _BREAK.match(child.content):
            texts[-1] += " "
    pieces: list[str] = []
    for text in map(printed, texts):
        if pieces and not (_NUMBERED.match(text) and not place.heading):
            pieces[-1] = f"{pieces[-1]} {text}".strip()
        else:
            pieces.append(text)
    long = len(pieces[0].split()) > _LONGEST_HEADING
    lines = [
        Line(
            text,
            indent=place.depth,
            heading=0 if long else place.heading,
            bold=0 < letters == bold,
            whole=True,
        )
        for text in pieces
        if text
    ]
    if lines and place.number:
        lines[0] = replace(lines[0], text=f"{place.number} {lines[0].text}")
    return lines


def _row(cells: list[Line]) -> list[Line]:
    texts = tuple(cell.text for cell in cells)
    text = " | ".join(filter(None, texts))
    return [Line(text, whole=True, cells=texts, bold=all(cell.bold for cell in cells))] if text else []


def _raw(token: Token) -> Iterator[Line]:
    """The words of a block of code or HTML, without the tags of the latter."""
    content = token.content
    if token.type == "html_block":
        content = _TAG.sub(" ", _UNSEEN.sub(" ", content))
    for text in map(printed, content.splitlines()):
        if text:
            yield Line(html.unescape(text) if token.type == "html_block" else text, whole=True)


def _with_notes(line: Line, notes: dict[str, str]) -> Line:
    """A line with the notes whose marks stand in it, without these marks."""
    found = [mark for mark in _MARK.findall(line.text) if mark in notes]
    if not found:
        return line

    def out(mark: re.Match[str]) -> str:
        return "" if mark[1] in notes else mark[0]

    return replace(
        line,
        text=printed(_MARK.sub(out, line.text)),
        footnotes=tuple(f"{mark} {notes[mark]}" for mark in found),
        cells=tuple(printed(_MARK.sub(out, cell)) for cell in line.cells),
    )
