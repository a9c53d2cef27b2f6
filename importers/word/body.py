"""The body of a Word document: its paragraphs and tables in reading order, each as a whole line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.characters import printed
from importers.furniture import is_head_box
from importers.lines import Line
from importers.tables import lines_of
from importers.word.findings import Findings
from importers.word.names import Element, local, switched, w
from importers.word.notes import Notes
from importers.word.numbering import Numbering
from importers.word.runs import BREAK, Content, Runs
from importers.word.styles import Styles
from importers.word.tables import cells_of, deleted_rows, is_continued, rows_of

CONTENTS_STYLE = "toc"
"""The style of a line in a table of contents that has no style of its own for that."""
_LONG = 40
"""Words of a line that stands in the text, not above it."""
_WRAPPERS = frozenset({"sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_EMBEDDED = frozenset({"altChunk", "subDoc"})
_NUMBER_AFTER_BREAK = re.compile(
    rf"(?<=[.;:,]){BREAK}\s*(?=(?:\((?:\d{{1,3}}|[a-z]|[ivx]{{1,5}})\)|\d{{1,3}}\.|[a-z]\))\s+\S)"
)
_MARK_CHANGES = ("ins", "del", "moveTo", "moveFrom")


class Body:
    """Reads one story; paragraphs that a deleted paragraph mark divided are read as one."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: Notes,
        findings: Findings,
        *,
        paged: bool = False,
        flat: bool = False,
    ) -> None:
        """``paged`` if Word left marks where pages ended; ``flat`` if tables are no more than their words."""
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._findings = findings
        self._runs = Runs(styles, notes, findings)
        self._page = 1 if paged else None
        self._flat = flat
        self._at_head = True
        self._held: Content | None = None
        self._held_number = ""
        self._gap = 0
        self.framed: list[Line] = []
        self.boxed: list[Line] = []

    def read(self, container: Element) -> list[Line]:
        """The lines of a body, cell, text box or header."""
        lines = list(self._blocks(container))
        if self._held is not None:
            held, self._held = self._held, None
            lines += self._finished(held, None, "")
        return lines

    def _blocks(self, container: Element) -> Iterator[Line]:
        for block in container:
            name = local(block)
            if name == "p":
                yield from self._paragraph(block)
            elif name == "tbl":
                yield from self._flushed()
                yield from self._table(block)
            elif name == "sdt":
                for content in block.iterfind(w("sdtContent")):
                    yield from self._blocks(content)
            elif name in _WRAPPERS:
                yield from self._blocks(block)
            elif name in _EMBEDDED:
                self._findings.embedded = True
            elif name == "AlternateContent":
                choice = next((one for one in block if one.find(f".//{w('t')}") is not None), None)
                if choice is not None:
                    yield from self._blocks(choice)

    # Paragraphs -------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        properties = paragraph.find(w("pPr"))
        mark = properties.find(w("rPr")) if properties is not None else None
        style = self._styles.of(properties)
        content = self._runs.read(paragraph, style)
        if mark is not None:
            self._findings.changes += sum(mark.find(w(name)) is not None for name in _MARK_CHANGES)
        removed = mark is not None and any(mark.find(w(name)) is not None for name in ("del", "moveFrom"))
        frame = properties.find(w("framePr")) if properties is not None else None
        removed |= frame is not None and frame.get(w("dropCap"), "none") != "none"
        unseen = bool(switched(mark, "vanish") or switched(mark, "specVanish"))
        if unseen and content.hidden and not content.text.strip():
            return
        if self._held is not None:
            self._held.add(content)
            content, self._held = self._held, None
        if removed or unseen:
            if unseen and not removed:
                self._number(content, properties, style)
            self._held = content
            return
        yield from self._finished(content, properties, style)
        section = properties.find(w("sectPr")) if properties is not None else None
        if section is not None:
            self._notes.next_section()

    def _number(self, content: Content, properties: Element | None, style: str) -> Element | None:
        """Put the number that a paragraph has before its words; what the list says of its indent."""
        place = self._numbering.place(properties, style)
        if place is None:
            return None
        number = self._numbering.count(place)
        if number:
            content.pieces.insert(0, f"{number} ")
        return self._numbering.level(place).paragraph

    def _finished(self, content: Content, properties: Element | None, style: str) -> Iterator[Line]:
        bare = not printed(content.text)
        level = self._number(content, properties, style)
        page = self._page
        if page is not None:
            page += content.early
            self._page = (self._page or 0) + content.breaks
        if bare:
            self._gap += not content.boxes
        else:
            yield from self._lines(content, properties, style, level, page)
        for box in content.boxes:
            yield from self._blocks(box)

    def _lines(
        self,
        content: Content,
        properties: Element | None,
        style: str,
        level: Element | None,
        page: int | None,
    ) -> Iterator[Line]:
        """A paragraph's line; several where its lines were broken by hand before a number."""
        framed = properties is not None and properties.find(w("framePr")) is not None
        for at, text in enumerate(filter(None, map(printed, _NUMBER_AFTER_BREAK.split(content.text)))):
            line = Line(
                text=text,
                gap=self._gap,
                page=page,
                indent=self._styles.indent(properties, style, level),
                style=self._style_name(style, content),
                heading=0 if content.in_contents else self._styles.heading_level(properties, style),
                bold=content.letters > 0 and content.bold == content.letters,
                centred=self._styles.centred(properties, style),
                whole=True,
                footnotes=tuple(content.footnotes) if at == 0 else (),
            )
            self._gap = 0
            self._at_head &= len(text.split()) <= _LONG
            if framed:
                self.framed.append(line)
            yield line

    def _flushed(self) -> Iterator[Line]:
        """What was held back for the paragraph that should have followed."""
        if self._held is not None:
            held, self._held = self._held, None
            yield from self._finished(held, None, "")

    def _style_name(self, style: str, content: Content) -> str:
        name = self._styles.name(style)
        in_contents = content.in_contents and not name.casefold().startswith(CONTENTS_STYLE)
        return CONTENTS_STYLE if in_contents else name

    # Tables -----------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> list[Line]:
        self._findings.changes += deleted_rows(table)
        at_head = self._at_head
        rows = [[self._cell(cell) for cell in cells_of(row)] for row in rows_of(table)]
        words = [line for row in rows for cell in row for line in cell]
        if self._flat:
            return words
        if at_head and is_head_box(words):
            self.boxed += words
            return []
        return lines_of(rows)

    def _cell(self, cell: Element) -> list[Line]:
        if is_continued(cell):
            return []
        lines = list(self._blocks(cell))
        lines += self._flushed()
        return lines
