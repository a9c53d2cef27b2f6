"""Where a reading is: the lines with their marks, the parts so far, the row that may still grow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from core.documents import Kind
from importers import forms
from importers.drafts import Draft, PartState
from importers.grammar.genre import Genre
from importers.grammar.marks import Form, Mark
from importers.lines import Line
from importers.numbering import Path

_STYLED = 3
_DASHES = "-–—•·*"
_BOUNDARIES = frozenset((Form.ANNEX, Form.ROMAN, Form.LETTER, Form.DIVISION, Form.ARTICLE))


class State:
    """What all modules of the grammar read and write; each line is placed once, in order.

    ``index`` is that of the line being placed. A text is ``styled`` if its lines tell of headings by their
    look, so that a line which does not is none.
    """

    def __init__(
        self, lines: Sequence[Line], marks: Sequence[Mark | None], genre: Genre, *, unbroken: bool
    ) -> None:
        """Begin before the first line, in the document's own part.

        ``unbroken`` says that printed lines end where paragraphs do, or pages, and not at a fixed width.
        """
        self.lines, self.marks, self.genre, self.unbroken = lines, marks, genre, unbroken
        self.index = 0
        self.styled = sum(line.bold or line.centred or line.heading > 0 for line in lines) >= _STYLED
        self.drafts: list[Draft] = []
        self.parts: list[PartState] = []
        self._keys: set[str] = set()
        self._numbers_given: dict[str, int] = {}
        self.current: Draft | None = None
        self.warnings: list[str] = []
        self.agenda_after = ""
        self.notice = ""
        self.by_path: dict[Path, list[int]] = defaultdict(list)
        self.numbered: list[int] = []
        self.boundaries: list[int] = []
        self.ends: list[int] = sorted({*genre.openings, len(lines)})
        for at, mark in enumerate(marks):
            if mark is None:
                continue
            if mark.form is Form.NUMBER:
                self.numbered.append(at)
                self.by_path[mark.path].append(at)
            elif mark.form in _BOUNDARIES:
                self.boundaries.append(at)
                if mark.form is Form.ANNEX:
                    self.ends.append(at)
        self.boundaries.append(len(lines))
        self.ends.sort()
        self.part = self.open_part(genre.key, genre.kind)

    # Looking ahead ----------------------------------------------------------------------------------------

    def next_number(self) -> Mark | None:
        """The mark of the next line that begins with a number."""
        at = bisect_right(self.numbered, self.index)
        return self.marks[self.numbered[at]] if at < len(self.numbered) else None

    def mark_after(self, steps: int = 1) -> Mark | None:
        """The mark of a line further on, None for plain words and beyond the end."""
        at = self.index + steps
        return self.marks[at] if at < len(self.marks) else None

    def line_after(self) -> Line | None:
        """The line after this one."""
        return self.lines[self.index + 1] if self.index + 1 < len(self.lines) else None

    def boundary(self) -> int:
        """The index of the next numbered heading, annex or article, the end if there is none."""
        return self.boundaries[bisect_left(self.boundaries, self.index)]

    def next_boundary(self, start: int) -> int:
        """The index of the first numbered heading, annex or article from this index on, the end if none."""
        return self.boundaries[min(bisect_left(self.boundaries, start), len(self.boundaries) - 1)]

    def boundary_after(self) -> int:
        """The index of the first numbered heading, annex or article after this line."""
        return self.boundaries[min(bisect_right(self.boundaries, self.index), len(self.boundaries) - 1)]

    def part_end(self) -> int:
        """The index of the next line that opens a part of its own, the end if there is none."""
        return self.ends[bisect_right(self.ends, self.index)] if self.index < self.ends[-1] else self.ends[-1]

    def comes_again(self, path: Path, before: int) -> bool:
        """Whether a line further on, before this index, begins with this number."""
        places = self.by_path.get(path, ())
        at = bisect_right(places, self.index)
        return at < len(places) and places[at] < before

    # Parts ------------------------------------------------------------------------------------------------

    def open_part(self, key: str, kind: Kind, name: str = "") -> PartState:
        """Begin a part; ``name`` is empty for the document's own text."""
        self.part = PartState(key, kind, name=name)
        self._keys.add(key)
        self.parts.append(self.part)
        self.current = None
        return self.part

    def has_part(self, key: str) -> bool:
        """Whether a part with this key was opened."""
        return key in self._keys

    def free_key(self, name: str) -> str:
        """A key that no part has yet: the name, or the name and a number."""
        if name not in self._keys:
            return name
        number = self._numbers_given.get(name, 1) + 1
        while f"{name}-{number}" in self._keys:
            number += 1
        self._numbers_given[name] = number
        return f"{name}-{number}"

    def warn(self, sentence: str) -> None:
        """Tell the reader something to check."""
        self.warnings.append(sentence)

    def may_break(self, line: Line) -> bool:
        """Whether something new may begin with this line: the row above can be over."""
        return line.whole or self.current is None or self.current.finished

    # Rows -------------------------------------------------------------------------------------------------

    def add(self, line: Line, kind: Kind, text: str, *, label: str = "", level: int = 0) -> Draft:
        """A new row, which is the current one from now on."""
        part = self.part
        draft = Draft(
            part=part.key,
            kind=kind,
            pieces=[text],
            page=line.page,
            label=label,
            level=level,
            above=part.headings,
            footnotes=line.footnotes,
        )
        self.drafts.append(draft)
        self.current = draft
        return draft

    def add_paragraph(self, line: Line, kind: Kind, mark_text: str, text: str, label: str) -> Draft:
        """A new numbered row, on which sub-paragraphs hang; it leaves the masthead behind."""
        part = self.part
        draft = self.add(line, kind, text, label=label)
        draft.typed = mark_text
        draft.chapeau = part.chapeau.text if part.chapeau else ""
        part.begun, part.fresh = True, False
        part.anchor_on(draft, label)
        return draft

    def add_heading(self, line: Line, level: int, *, rank: int = 0, text: str = "") -> Draft:
        """A new heading, under those of lower levels; a chapeau of a level that it ends is over."""
        part = self.part
        part.begun = True
        if level <= part.chapeau_depth:
            part.chapeau = None
        draft = self.add(line, Kind.HEADING, text or line.text, level=level)
        draft.above = tuple(heading for heading in part.headings if heading.level < level)
        draft.rank, draft.source = rank, line.heading
        part.put_heading(draft)
        part.anchor_on(None)
        return draft

    def add_apart(self, line: Line, text: str) -> Draft:
        """A row of a masthead: of kind heading, on no level, never to grow."""
        draft = self.add(line, Kind.HEADING, text)
        draft.whole = True
        return draft

    def add_words(self, line: Line, text: str) -> Draft:
        """An unnumbered row in its place; in a masthead it counts as words only if it is a sentence."""
        return self.add(line, self.part.kind, text)

    def extend(self, text: str, line: Line) -> None:
        """Add words to the current row, if there is one."""
        if self.current is not None:
            if self.current.pieces == [""]:
                self.current.pieces.clear()
            self.current.pieces.append(text)
            self.current.footnotes += line.footnotes


def is_sentence(text: str) -> bool:
    """Whether a line reads as running text rather than a title: long, with a full stop, or a list's item."""
    return (
        len(text) > 250
        or text[0] in _DASHES
        or (len(text) > 60 and (text[-1] in ";；؛,،:：" or forms.is_finished(text)))
    )
