"""The blocks of a web page as lines: what a browser sets apart from each other is a line each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from importers.characters import printed
from importers.furniture import at_head, is_head_box
from importers.lines import Line
from importers.tables import lines_of
from importers.web.lists import Lists
from importers.web.notes import PageNotes
from importers.web.pages import Element, text_of

_BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "main", "blockquote", "li", "ul", "ol", "dl", "dt", "dd", "pre"),
        *("address", "figure", "figcaption", "header", "footer", "center", "fieldset", "details", "summary"),
        *("body", "html", "caption", "hgroup", "form", "nav", "aside", "legend", "menu", "dir", "noframes"),
    }
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNREAD = frozenset({"script", "style", "rt", "rp", "template", "del", "colgroup", "col"})
_STRONG = frozenset({"b", "strong"})
_INDENTED = frozenset({"ul", "ol", "blockquote", "dd"})
_MARK_LENGTH = 20
_BREAK = "\v"
_BREAKS = re.compile(rf"{_BREAK} ?(?:{_BREAK} ?)+")
_NUMBERED = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\((?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})\)|(?:[a-z]|[ivx]{1,5})\)|•)\s+\S"
)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_SPACES = re.compile(r"[^\S\v]+")


@dataclass(slots=True)
class _Open:
    """The block that is being read, and what it has so far."""

    tag: str = ""
    centred: bool = False
    prefix: str = ""
    pieces: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0


class Blocks:
    """Reads the blocks of a page in their order."""

    def __init__(self, notes: PageNotes) -> None:
        self._notes = notes.by_mark
        self._lists = Lists()
        self._lines: list[Line] = []
        self._open = _Open()
        self._depth = 0
        self._strong = 0
        self._kept_breaks = False
        self.boxed: list[Line] = []

    def read(self, content: Element) -> list[Line]:
        """The lines of an element and all that it holds."""
        self._block(content)
        lines, self._lines = self._lines, []
        return lines

    def _walk(self, parent: Element) -> None:
        self._write(parent.text)
        for child in parent:
            if isinstance(child.tag, str):
                self._element(child)
            self._write(child.tail)

    def _element(self, element: Element) -> None:
        tag = element.tag
        if element in self._notes:
            self._open.footnotes.append(self._notes[element])
        elif tag == "br":
            self._open.pieces.append(_BREAK)
        elif tag == "hr":
            self._finish()
        elif tag == "table":
            self._finish()
            self._lines += self._table(element)
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._block(element)
        elif tag == "q":
            self._open.pieces.append("“")
            self._walk(element)
            self._open.pieces.append("”")
        elif tag not in _UNREAD:
            strong = tag in _STRONG or _BOLD.search(element.get("style", "")) is not None
            self._strong += strong
            self._walk(element)
            self._strong -= strong

    def _block(self, element: Element) -> None:
        self._finish()
        outer = self._open
        tag = element.tag
        centred = (
            tag == "center" or element.get("align") == "center" or _CENTRED.search(element.get("style", ""))
        )
        self._open = _Open(tag=tag, centred=bool(centred) or outer.centred, prefix=outer.prefix)
        outer.prefix = ""
        if tag == "li":
            self._open.prefix = self._lists.mark(element, text_of(element, _MARK_LENGTH))
        strong = _BOLD.search(element.get("style", "")) is not None
        self._depth += tag in _INDENTED
        self._strong += strong
        kept, self._kept_breaks = self._kept_breaks, self._kept_breaks or tag == "pre"
        self._walk(element)
        self._finish()
        self._kept_breaks = kept
        self._strong -= strong
        self._depth -= tag in _INDENTED
        unused = self._open.prefix
        self._open = _Open(tag=outer.tag, centred=outer.centred, prefix=unused if tag != "li" else "")

    def _write(self, text: str | None) -> None:
        if not text:
            return
        if self._kept_breaks:
            text = text.replace("\r\n", _BREAK).replace("\n", _BREAK)
        text = _SPACES.sub(" ", text)
        self._open.pieces.append(text)
        letters = len(text) - text.count(" ")
        self._open.letters += letters
        self._open.bold += letters if self._strong else 0

    def _finish(self) -> None:
        """The open block's words so far are a line, or several where two breaks stand together."""
        block = self._open
        text = "".join(block.pieces)
        made = [piece for part in _BREAKS.split(text) for piece in self._broken(part)]
        for at, words in enumerate(made):
            self._lines.append(
                Line(
                    text=f"{block.prefix} {words}" if block.prefix and at == 0 else words,
                    indent=self._depth,
                    style=block.tag,
                    heading=_HEADINGS.get(block.tag, 0),
                    bold=0 < block.letters == block.bold,
                    centred=block.centred,
                    whole=True,
                    footnotes=tuple(block.footnotes) if at == len(made) - 1 else (),
                )
            )
        if made:
            self._open = _Open(tag=block.tag, centred=block.centred)
        else:
            block.pieces, block.letters, block.bold = [], 0, 0

    def _broken(self, text: str) -> list[str]:
        """The words between breaks: a number that begins a line begins a paragraph, but not in a heading."""
        pieces: list[str] = []
        for words in map(printed, text.split(_BREAK)):
            apart = _NUMBERED.match(words) and self._open.tag not in _HEADINGS
            if words and pieces and not apart:
                pieces[-1] += f" {words}"
            elif words:
                pieces.append(words)
        return pieces

    def _table(self, table: Element) -> list[Line]:
        rows: list[list[list[Line]]] = []
        outer, lines, prefix = self._open, self._lines, self._open.prefix
        outer.prefix = ""
        for row in _rows(table):
            cells: list[list[Line]] = []
            for cell in row:
                if cell.tag in {"td", "th"}:
                    self._lines, self._open = [], _Open(tag=cell.tag, prefix=prefix)
                    prefix = ""
                    self._strong += cell.tag == "th"
                    self._walk(cell)
                    self._finish()
                    self._strong -= cell.tag == "th"
                    cells.append(self._lines)
            rows.append(cells)
        self._open, self._lines = outer, lines
        words = [line for cells in rows for cell in cells for line in cell]
        if at_head(self._lines) and is_head_box(words):
            self.boxed += words
            return []
        captions = [line for caption in table.iterfind("caption") for line in self._caption(caption)]
        return captions + lines_of(rows)

    def _caption(self, caption: Element) -> list[Line]:
        lines, self._lines = self._lines, []
        self._block(caption)
        found, self._lines = self._lines, lines
        return found


def _rows(table: Element) -> list[Element]:
    """The rows of a table itself, not those of tables within its cells."""
    rows: list[Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            rows += [row for row in child if row.tag == "tr"]
    return rows
