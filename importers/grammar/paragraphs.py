"""Numbered paragraphs: which numbers are theirs, and which are items of a list, headings or mere words.

A paragraph is a line whose number is the next one. A gap is believed where the numbering goes on from it; a
number that begins again does so in a new section, in an annex, or in a list within a paragraph.
"""

from __future__ import annotations

from dataclasses import replace

from core.agenda import guess_track
from core.documents import Kind
from importers import forms
from importers.drafts import PartState
from importers.grammar import subparagraphs
from importers.grammar.lists import Lists, kept
from importers.grammar.marks import Form, Mark
from importers.grammar.state import State
from importers.lines import Line
from importers.numbering import FEW, Path, is_after, is_first, is_next

_NUMBER_RANK = 30


class Paragraphs:
    """Places lines that begin with a number."""

    def __init__(self, state: State) -> None:
        """Begin outside of any list."""
        self._state = state
        self._lists = Lists(state)

    def place(self, line: Line, mark: Mark) -> bool:
        """Place a numbered line as a paragraph, sub-paragraph, item or heading; False if it is words."""
        state = self._state
        single = len(mark.path) == 1 and not mark.suffix
        if single and self._lists.begins(mark):
            self._lists.enter(mark)
        if single and self._lists.inside:
            return self._lists.place(line, mark)
        if single and self._is_sub(mark) and subparagraphs.place(state, line, mark):
            return True
        if state.part.article:
            return self._in_article(line, mark) or kept(state, line, mark)
        if self._in_action(line, mark) or self._heading(line, mark):
            return True
        if self._returns_to_report(mark):
            state.part = state.part.outer or state.part
        if not self._accepts(line, mark):
            return kept(state, line, mark)
        part = state.part
        part.last, part.preamble = mark.path if mark.path > part.last or not mark.suffix else part.last, False
        part.style = part.style or mark.style
        draft = state.add_paragraph(line, part.kind, mark.typed, mark.rest, mark.label)
        draft.numeral = part.numbered_in = part.numeral
        if part.agenda:
            draft.track = guess_track(mark.rest)
        return True

    def in_brackets(self, mark: Mark) -> Mark | None:
        """A number such as "(2)" as a paragraph's own, where paragraphs are numbered so; None elsewhere."""
        part = self._state.part
        own = part.article_style if part.article else part.style
        if own not in ("", "()") or (not part.article and part.anchor is not None and not own):
            return None
        return replace(mark, form=Form.NUMBER, path=(int(mark.printed),), style="()")

    # The part's own numbering -----------------------------------------------------------------------------

    def _accepts(self, line: Line, mark: Mark) -> bool:
        """Whether a number is the part's next one, and which part that is."""
        state, part, path = self._state, self._state.part, mark.path
        if mark.style == "OP":
            return path >= part.last or bool(mark.suffix)
        if mark.suffix:
            return not part.last or part.number <= path[0] <= part.number + FEW
        if mark.rest[:1].islower() and state.comes_again(path, state.part_end()):
            return False
        goes_on = self._goes_on(path)
        if not part.last:
            few = state.may_break(line) and (path[0] <= FEW or len(path) > 1)
            return is_first(path) or goes_on or few
        if is_first(path) and part.numeral != part.numbered_in:
            return self._new_section(path)
        if is_next(part.last, path) and (len(path) == 1 or state.may_break(line)):
            return path[0] < 1000 or path[0] == part.number + 1
        if path == (1,) and goes_on and state.may_break(line):
            return self._begins_again(line, mark)
        if len(path) > 1:
            return self._is_later(line, mark)
        return self._is_gap(line, path[0], goes_on)

    def _is_gap(self, line: Line, number: int, goes_on: bool) -> bool:
        state, last = self._state, self._state.part.number
        if not last < number < 1000 or state.comes_again((last + 1,), state.part_end()):
            return False
        if goes_on or (state.may_break(line) and number <= last + FEW):
            state.warn(f"Paragraph {number} follows paragraph {last}: numbers are missing.")
            return True
        return False

    def _is_later(self, line: Line, mark: Mark) -> bool:
        """Whether a number in several pieces comes after a gap: not if the one that is next comes later."""
        state, last, path = self._state, self._state.part.last, mark.path
        if not state.may_break(line) or mark.rest[:1].islower() or not is_after(last, path):
            return False
        wanted = (*path[:-1], path[-1] - 1)
        end = state.part_end()
        return wanted <= last or not (state.comes_again(wanted, end) or state.comes_again(path, end))

    def _goes_on(self, path: Path) -> bool:
        following = self._state.next_number()
        return following is not None and is_next(path, following.path)

    def _new_section(self, path: Path) -> bool:
        """A numbering that begins again in a new section: told apart by it, or a part of its own.

        Numbers in several pieces ("5.1.2.") are cited without a section, so they open a part.
        """
        state, part = self._state, self._state.part
        following = state.next_number()
        if len(path) > 1 or (following is not None and following.path[:2] == (1, 1)):
            numeral, headings, letter = part.numeral, part.headings, part.letter
            opened = self._open_after_headings(f"section-{numeral.lower()}", part.kind, f"sect. {numeral}")
            opened.headings, opened.letter, opened.roman = headings, letter, part.roman
            opened.numeral, opened.begun = "", True
            return True
        part.sectioned = True
        return True

    def _open_after_headings(self, key: str, kind: Kind, name: str) -> PartState:
        """Open a part that begins with the headings just read."""
        state = self._state
        above = state.part
        opened = state.open_part(state.free_key(key), kind, name)
        for draft in reversed(state.drafts):
            if not draft.level or draft.part != above.key:
                break
            draft.part = opened.key
            opened.title = draft.text
        return opened

    def _begins_again(self, line: Line, mark: Mark) -> bool:
        """A number 1 without a new section: a list, if the paragraphs go on after it, or else an annex."""
        state, part = self._state, self._state.part
        wanted = part.number + 1
        listed = line.whole and state.comes_again((wanted,), state.part_end())
        if listed and self._lists.enter_if_clear(mark):
            return False
        state.warn(
            f"The numbering begins again after paragraph {part.number}; "
            "what follows was read as an annex although no line says so."
        )
        key = state.free_key("annex")
        self._open_after_headings(key, Kind.OPERATIVE, key.replace("-", " "))
        return True

    def _returns_to_report(self, mark: Mark) -> bool:
        """Whether a number goes on with the report that a draft resolution stands in."""
        part = self._state.part
        outer = part.outer
        if outer is None or mark.path != (outer.number + 1,) or mark.suffix:
            return False
        over = self._state.current is not None and self._state.current.ends_with(".", "”", "。")
        return not is_next(part.last, mark.path) or (over and bool(part.last))

    # Within articles and actions --------------------------------------------------------------------------

    def _in_article(self, line: Line, mark: Mark) -> bool:
        """Place a paragraph of an article ("5.2"); a number that runs on through all articles stays alone."""
        state, part, path = self._state, self._state.part, mark.path
        last = part.in_article
        if (
            len(path) > 1
            and path[0] == part.article_number
            and (is_next(last, path[1:]) or is_after(last, path[1:]))
        ):
            part.in_article = path[1:]
            self._add_in_article(line, mark, f"{part.article}.{mark.label.partition('.')[2]}")
            return True
        number = last[0] if last else 0
        inserted = bool(mark.suffix) and number <= path[0] <= number + FEW
        if inserted or is_next(last or (0,), path):
            part.in_article = path
        elif not last and path != (1,) and part.last and path == (part.number + 1,):
            part.in_article, part.runs_on = path, True
        elif (
            number < path[0] <= number + FEW
            and state.may_break(line)
            and not self._next_in_article(number + 1)
        ):
            state.warn(f"Article {part.article}: paragraph {path[0]} follows {number}; numbers are missing.")
            part.in_article = path
        else:
            return False
        part.last = path
        self._add_in_article(line, mark, mark.label if part.runs_on else f"{part.article}.{mark.label}")
        return True

    def _next_in_article(self, number: int) -> bool:
        return self._state.comes_again((number,), self._state.boundary_after())

    def _add_in_article(self, line: Line, mark: Mark, label: str) -> None:
        part = self._state.part
        part.article_style = part.article_style or mark.style
        self._state.add_paragraph(line, part.kind, mark.typed, mark.rest, label)

    def _in_action(self, line: Line, mark: Mark) -> bool:
        """Place "1.2" under "Goal 1", which leaves the numbering of the paragraphs around as it is."""
        part, path = self._state.part, mark.path
        fits = len(path) > 1 and path[0] == part.action and len(part.last) < 2
        if not fits or not is_next(part.in_action or (path[0],), path):
            return False
        part.in_action = path
        self._state.add_paragraph(line, part.kind, mark.typed, mark.rest, mark.label)
        return True

    # Headings and sub-paragraphs ---------------------------------------------------------------------------

    def _heading(self, line: Line, mark: Mark) -> bool:
        """Place a numbered heading ("2. Track testing") within paragraphs that are numbered through.

        It is short, no sentence, and the paragraph after it bears the number that is really the next one.
        """
        state, part = self._state, self._state.part
        following = state.next_number()
        if following is None or len(mark.path) > 1 or mark.suffix or not forms.is_title(mark.rest or "."):
            return False
        expected = (part.number + 1,)
        out_of_order = mark.path != expected and following.path == expected and bool(part.last)
        doubled = mark.path == expected and following.path == expected and following.typed == mark.typed
        repeated = part.agenda and mark.path <= part.last
        if not (out_of_order or doubled or repeated) or not state.may_break(line):
            return False
        state.add_heading(line, part.level_under(_NUMBER_RANK), rank=_NUMBER_RANK)
        return True

    def _is_sub(self, mark: Mark) -> bool:
        """Whether a number is of another make than the paragraphs' own and hangs on one of them ("1)")."""
        part = self._state.part
        own = part.article_style if part.article else part.style
        if not own or mark.style in (own, "OP") or part.anchor is None:
            return False
        return mark.path == (1,) or any(level.style == f"1{mark.style}" for level in part.lists)
