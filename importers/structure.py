"""The grammar of United Nations documents: lines -> parts, headings, chapeaux, numbered paragraphs.

What tells one from another is the order of numbers before anything else: a paragraph is a line whose number
is the next one; a number that is out of order is words. Only then come the forms of headings. Printed lines
are joined where a sentence goes on; whole ones never are. Every word of the source ends up in exactly one
row. The modules of ``importers.grammar`` know one kind of thing each; here is the order they are asked in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from core.documents import Part
from importers.drafts import Draft, Tracks
from importers.grammar import annexes, articles, headings, preambles, subparagraphs, words
from importers.grammar.contents import contents_lines
from importers.grammar.genre import genre_of
from importers.grammar.marks import Form, Mark, mark_of
from importers.grammar.paragraphs import Paragraphs
from importers.grammar.state import State
from importers.lines import Line, cleaned, without_marks
from importers.rows import Reading
from importers.wrapping import unwrapped


def read_structure(lines: Iterable[Line]) -> Reading:
    """Read a text with numbered paragraphs; it has no rows with a label if it holds none.

    The parts are ``report`` (a report's own paragraphs), ``articles`` (a treaty), ``agenda`` (a provisional
    agenda, or one listed within a report) or ``text`` (any other document); ``annex``, ``annex-2`` … for what
    stands in annexes, ``draft-1`` … for draft resolutions within a report, ``resolution-b`` … for further
    resolutions under one symbol. The main part is the document's own text; a report's is its first numbered
    annex. Numbering words of all six languages are known everywhere.
    """
    given = list(lines)
    unbroken = max((len(line.text) for line in given), default=0) > _WIDEST
    return _Reader(_prepared(given), unbroken=unbroken).read()


_WIDEST = 200
"""No text is printed in wider lines; one that has such a line is not broken at a fixed width."""


def _prepared(lines: list[Line]) -> list[Line]:
    """The lines without an export's marks, printed ones joined where they were broken at a fixed width."""
    if all(line.whole for line in lines):
        return [kept for line in lines if (kept := _without_marks(line)) is not None]
    return unwrapped(cleaned(lines))


def _without_marks(line: Line) -> Line | None:
    """A whole line without an export's marks, None if it held nothing else."""
    if "](" not in line.text and line.text[:1] not in "-–•":
        return line
    text = without_marks(line.text)
    return replace(line, text=text) if text else None


class _Reader:
    """Reads lines in order; each is placed once, by the first rule that knows it."""

    def __init__(self, lines: list[Line], *, unbroken: bool) -> None:
        contents = contents_lines(lines)
        marks = [
            None if at in contents or len(line.cells) > 1 else mark_of(line.text)
            for at, line in enumerate(lines)
        ]
        self._contents = contents
        self._state = State(lines, marks, genre_of(lines, marks), unbroken=unbroken)
        self._state.part.agenda = self._state.genre.agenda
        self._paragraphs = Paragraphs(self._state)

    def read(self) -> Reading:
        state = self._state
        for index, line in enumerate(state.lines):
            state.index = index
            mark = state.marks[index]
            if len(line.cells) > 1 or index in self._contents:
                self._set_apart(line)
            elif mark is None or not self._marked(line, mark):
                words.place(state, line)
        return self._reading()

    def _set_apart(self, line: Line) -> None:
        """Place a table's row or a line of a contents list, whose numbers count for nothing."""
        state = self._state
        if state.part.begun and len(line.cells) > 1:
            state.add_words(line, line.text).whole = True
        else:
            state.add_apart(line, line.text)

    def _marked(self, line: Line, mark: Mark) -> bool:
        """Ask the rule for a mark of this form; False if it is words after all."""
        state = self._state
        match mark.form:
            case Form.NUMBER:
                return self._paragraphs.place(line, mark)
            case Form.ROMAN if state.part.article and mark.typed.endswith("、"):
                return self._paragraphs.place(
                    line, replace(mark, form=Form.NUMBER, printed=str(mark.path[0]), style="、")
                )
            case Form.SUB if mark.style == "1()" and (number := self._paragraphs.in_brackets(mark)):
                return self._paragraphs.place(line, number)
            case Form.SUB:
                return subparagraphs.place(state, line, mark)
            case Form.ROMAN | Form.LETTER:
                return headings.place_section(state, line, mark)
            case Form.DIVISION:
                return headings.place_division(state, line, mark)
            case Form.ACTION:
                return headings.place_action(state, line, mark)
            case Form.ANNEX:
                return annexes.place(state, line, mark)
            case Form.PREAMBULAR:
                return preambles.place_numbered(state, line, mark)
            case Form.ARTICLE:
                return self._article(line, mark)
        return False

    def _article(self, line: Line, mark: Mark) -> bool:
        """An article's heading, and the words that stand in one line with it."""
        rest = articles.place(self._state, line, mark)
        if isinstance(rest, Line):
            inner = mark_of(rest.text)
            if inner is None or inner.form not in (Form.NUMBER, Form.SUB) or not self._marked(rest, inner):
                words.place(self._state, rest)
        return bool(rest)

    # What was read ----------------------------------------------------------------------------------------

    def _reading(self) -> Reading:
        state = self._state
        self._tell_apart(state.drafts)
        sectioned = {part.key for part in state.parts if part.sectioned}
        tracks = Tracks()
        return Reading(
            parts=self._described(),
            rows=tuple(draft.row(tracks, sectioned=draft.part in sectioned) for draft in state.drafts),
            main_part=self._main_part(),
            title=state.parts[0].title,
            notice=state.notice,
            warnings=tuple(state.warnings),
        )

    def _main_part(self) -> str:
        """A report's first numbered annex, and so for other documents whose own text has no numbers.

        Of a regulation and the rationale before it, the one with more numbers is the document's main part.
        """
        own = self._state.parts[0]
        counted = Counter(draft.part for draft in self._state.drafts if draft.label)
        labelled = set(counted)
        annexes = [
            part.key for part in self._state.parts if part.key.startswith("annex") and part.key in labelled
        ]
        if annexes and (own.key == "report" or own.key not in labelled):
            return annexes[0]
        sections = [part.key for part in self._state.parts if part.key.startswith("section-")]
        return max((own.key, *sections), key=lambda key: counted[key])

    def _described(self) -> tuple[Part, ...]:
        described = []
        for part in self._state.parts:
            name = part.name or part.key
            described.append(Part(part.key, part.title or name.capitalize(), part.name))
            if part is self._state.parts[0] and self._state.agenda_after:
                described.append(Part("agenda", "Agenda", f"para. {self._state.agenda_after}"))
        return tuple(described)

    def _tell_apart(self, drafts: list[Draft]) -> None:
        """Take a label that comes twice in a part from the later row, which gets its mark back; say so."""
        sectioned = {part.key for part in self._state.parts if part.sectioned}
        seen: set[tuple[str, str, str]] = set()
        for draft in drafts:
            if not draft.label:
                continue
            key = (draft.part, draft.numeral if draft.part in sectioned else "", draft.label)
            if key in seen:
                self._state.warn(f"“{draft.label}” comes up twice; the second one was kept without a number.")
                draft.pieces = [" ".join(filter(None, (draft.typed, draft.pieces[0]))), *draft.pieces[1:]]
                draft.label = ""
            seen.add(key)
