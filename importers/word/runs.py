"""What a paragraph prints: its runs, without what was deleted, hidden, or is no text of the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from importers.characters import printed
from importers.word.fields import Fields, is_silent
from importers.word.findings import Findings
from importers.word.names import VAL, Element, local, w
from importers.word.notes import Notes
from importers.word.styles import Styles
from importers.word.symbols import symbol

_DROPPED = frozenset({"del", "moveFrom"})
"""What a tracked change took away: a deletion, and the place that a passage was moved from."""
_KEPT_CHANGES = frozenset({"ins", "moveTo"})
_PASSED_BY = frozenset(
    {
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "rt", "rubyPr", "delText", "delInstrText"),
        *("footnoteRef", "endnoteRef", "annotationRef", "fldData", "pPrChange", "docPr", "customXmlPr"),
        *("smartTagPr", "proofErr", "bookmarkStart", "bookmarkEnd", "separator", "continuationSeparator"),
    }
)
_SPACES = frozenset({"tab", "ptab"})
_BREAKS = frozenset({"br", "cr"})
BREAK = "\v"
"""What stands in a paragraph's text where its line was broken by hand."""
_EMBEDDED = frozenset({"altChunk", "subDoc"})


@dataclass(slots=True)
class Content:
    """What was read in a paragraph. ``boxes`` are its text boxes, whose text is to be read after it.

    ``breaks`` are the page breaks that Word last saw in it, ``early`` those above its first word.
    """

    pieces: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    breaks: int = 0
    early: int = 0
    hidden: bool = False
    in_contents: bool = False

    @property
    def text(self) -> str:
        """Its words as they stand, spaces and all."""
        return "".join(self.pieces)

    def add(self, other: Content) -> None:
        """Go on with what another paragraph holds."""
        if not self.text.strip():
            self.early = self.breaks + other.early
        self.pieces += other.pieces
        self.footnotes += other.footnotes
        self.boxes += other.boxes
        self.letters += other.letters
        self.bold += other.bold
        self.breaks += other.breaks
        self.hidden |= other.hidden
        self.in_contents |= other.in_contents


class Runs:
    """Reads the runs of the paragraphs of one story (the body, a header) in their order."""

    def __init__(self, styles: Styles, notes: Notes, findings: Findings) -> None:
        self._styles = styles
        self._notes = notes
        self._findings = findings
        self._fields = Fields()
        self._style = ""
        self._content = Content()
        self._run: Element | None = None
        self._mark = ""
        self._readers: dict[str, Callable[[Element], None]] = {
            "r": self._read_run,
            "t": lambda element: self._write(element.text or ""),
            "sym": lambda element: self._write(
                symbol(element.get(w("font"), ""), element.get(w("char"), ""))
            ),
            "noBreakHyphen": lambda _element: self._write("-"),
            "softHyphen": lambda _element: None,
            "fldChar": self._read_field_mark,
            "instrText": lambda element: self._fields.instruct(element.text or ""),
            "fldSimple": self._read_simple_field,
            "footnoteReference": lambda element: self._read_note(element, "footnote"),
            "endnoteReference": lambda element: self._read_note(element, "endnote"),
            "AlternateContent": self._read_alternative,
            "txbxContent": self._keep_box,
            "lastRenderedPageBreak": self._read_page_break,
            "sdt": self._read_control,
        }

    def read(self, paragraph: Element, style: str) -> Content:
        """What a paragraph holds; ``style`` is the id of its style."""
        self._style = style
        content = self._content = Content(in_contents=self._fields.in_contents)
        self._mark = ""
        self._read_children(paragraph)
        self._fields.end_paragraph()
        return content

    def _read_children(self, parent: Element) -> None:
        for child in parent:
            self._read(child)

    def _read(self, element: Element) -> None:
        name = local(element)
        if name in self._readers:
            self._readers[name](element)
        elif name in _SPACES:
            self._write(" ")
        elif name in _BREAKS:
            self._write(BREAK)
        elif name in _DROPPED or name in _KEPT_CHANGES:
            self._read_change(element, name)
        elif name in _EMBEDDED:
            self._findings.embedded = True
        elif name and name not in _PASSED_BY:
            self._read_children(element)

    def _read_change(self, element: Element, name: str) -> None:
        if len(element) and name != "moveFrom":
            self._findings.changes += 1
        if name in _KEPT_CHANGES:
            self._read_children(element)
            return
        for mark in element.iter(w("fldChar"), w("delInstrText")):
            if local(mark) == "fldChar":
                self._read_field_mark(mark)

    def _read_run(self, run: Element) -> None:
        outer, self._run = self._run, run.find(w("rPr"))
        self._read_children(run)
        self._run = outer

    def _write(self, text: str) -> None:
        if self._fields.silent or not text:
            return
        content = self._content
        if self._mark and text.strip():
            text = text.lstrip().removeprefix(self._mark)
            self._mark = ""
        if text.strip() and self._styles.run_switch(self._run, self._style, "vanish"):
            content.hidden = True
            self._findings.hidden |= bool(text.strip())
            return
        content.pieces.append(text)
        letters = len(text.replace(" ", "").strip())
        content.letters += letters
        if letters and self._styles.run_switch(self._run, self._style, "b"):
            content.bold += letters
        content.in_contents |= self._fields.in_contents

    def _read_field_mark(self, element: Element) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._findings.uncounted |= self._fields.counts()
            self._write(self._fields.end())

    def _read_simple_field(self, element: Element) -> None:
        instruction = element.get(w("instr"), "")
        self._findings.uncounted |= self._fields.counts(instruction)
        if not is_silent(instruction):
            self._read_children(element)

    def _read_note(self, element: Element, kind: str) -> None:
        """Read a note where its mark stands; a mark that was chosen and not counted is typed after it."""
        if self._fields.silent:
            return
        custom = element.get(w("customMarkFollows"), "0") not in {"0", "false", "off"}
        mark, note = self._notes.called(kind, element.get(w("id"), ""), custom=custom)
        if note is None:
            return
        outer = self._content, self._style, self._run, self._fields
        self._fields = Fields()
        texts = [self.read(each, self._styles.of(each.find(w("pPr")))).text for each in note.iter(w("p"))]
        self._content, self._style, self._run, self._fields = outer
        words = printed(" ".join([mark, *texts]))
        self._mark = words.partition(" ")[0] if custom else ""
        if words:
            self._content.footnotes.append(words)

    def _read_alternative(self, element: Element) -> None:
        """One of the ways in which the same thing is written: the first one that holds words."""
        for choice in element:
            if any(local(inner) in {"t", "sym"} for inner in choice.iter()):
                self._read_children(choice)
                return

    def _keep_box(self, element: Element) -> None:
        self._content.boxes.append(element)

    def _read_page_break(self, _element: Element) -> None:
        self._content.breaks += 1
        if not self._content.text.strip():
            self._content.early += 1

    def _read_control(self, element: Element) -> None:
        properties = element.find(w("sdtPr"))
        placeholder = properties.find(w("showingPlcHdr")) if properties is not None else None
        if placeholder is None or placeholder.get(VAL, "1") in {"0", "false", "off"}:
            for child in element.iterfind(w("sdtContent")):
                self._read_children(child)
