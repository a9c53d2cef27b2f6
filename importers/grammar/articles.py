"""Treaties, charters and statutes: articles, their titles, and what is cited by their number.

Paragraphs restart in each article and are labelled "5.2"; words without a number right under article 5 are
its first paragraph and labelled "5", as they are cited, or the chapeau of the paragraphs with numbers.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from core.documents import Kind
from importers import forms
from importers.drafts import PartState
from importers.grammar.headings import ARTICLE_RANK
from importers.grammar.marks import Form, Mark
from importers.grammar.state import State
from importers.lines import Line
from importers.numbering import FEW

_LONGEST_TITLE = 160


def place(state: State, line: Line, mark: Mark) -> Line | bool:
    """Place an article's heading. False if it is none, True if the whole line was placed.

    Words after the number that are no title come back as a line of their own.
    """
    if mark.key != state.genre.articles or not _is_next(state, line, mark):
        return False
    part = state.part
    part.preamble = False
    if mark.path[0] == 1 and part.article_number > 1 and not mark.suffix:
        part = _open_next_text(state)
    part.article, part.article_number = mark.label, mark.path[0]
    part.in_article, part.article_style, part.fresh = (), "", True
    part.runs_on = False
    titled = not mark.rest or _is_title(mark.rest)
    above = list(takewhile(lambda heading: heading.rank != ARTICLE_RANK, part.headings))
    level = 1 + (above[-1].level if above else 0)
    state.add_heading(line, level, rank=ARTICLE_RANK, text=line.text if titled else mark.typed)
    part.fresh = True
    return True if titled else replace(line, text=mark.rest, gap=0, footnotes=())


def place_words(state: State, line: Line) -> bool:
    """Place the first words under an article: its title, or its paragraph without a number."""
    part = state.part
    if not part.article or not part.fresh:
        return False
    text = line.text
    under = state.drafts[-1]
    is_heading = under.level and under.rank == ARTICLE_RANK
    if is_heading and _is_title(text.strip("()[]")) and not _ends_article(state):
        state.add_heading(line, under.level + 1)
        part.fresh = True
        return True
    if text.endswith((":", "：")) and _numbers_begin(state):
        part.chapeau = state.add(line, Kind.HEADING, text)
        part.chapeau_depth, part.fresh = part.depth, False
        return True
    state.add_paragraph(line, part.kind, "", text, part.article)
    return True


def _numbers_begin(state: State) -> bool:
    """Whether the article's paragraphs begin after this line, so that it is their chapeau."""
    after = state.mark_after()
    return after is not None and after.form in (Form.NUMBER, Form.ROMAN) and after.path == (1,)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and forms.is_title(text)


def _ends_article(state: State) -> bool:
    """Whether nothing comes between this line and the next article, so that it is the article's own words."""
    after = state.mark_after()
    if after is not None:
        return after.form in (Form.ARTICLE, Form.DIVISION, Form.ANNEX)
    return state.line_after() is None


def _is_next(state: State, line: Line, mark: Mark) -> bool:
    """Whether an article is the next one; a gap is believed, and article 1 may begin another text."""
    part, number = state.part, mark.path[0]
    if not state.may_break(line) and not line.gap and mark.rest:
        return False
    if number == part.article_number + 1 or (mark.suffix and number == part.article_number):
        return True
    if number == 1 and part.article_number:
        return _goes_on(state, 2)
    if not part.article_number:
        return number == 1 or _goes_on(state, number + 1)
    if part.article_number < number <= part.article_number + FEW or (
        number > part.article_number and _goes_on(state, number + 1) and not mark.rest
    ):
        state.warn(f"Article {number} follows article {part.article_number}: articles are missing.")
        return True
    return False


def _goes_on(state: State, number: int) -> bool:
    """Whether the next article after this line is this one."""
    at = state.index + 1
    while (at := state.next_boundary(at)) < len(state.marks):
        mark = state.marks[at]
        if mark is not None and mark.form is Form.ARTICLE:
            return mark.path[0] == number
        if mark is not None and mark.form is Form.ANNEX:
            return False
        at += 1
    return False


def _open_next_text(state: State) -> PartState:
    """A protocol or statute printed after its treaty, told by nothing but its articles beginning again."""
    last = state.part.article_number
    state.warn(
        f"The articles begin again after article {last}; "
        "what follows was read as an annex although no line says so."
    )
    above = state.part
    key = state.free_key("annex")
    opened = state.open_part(key, Kind.OPERATIVE, key.replace("-", " "))
    for draft in reversed(state.drafts):
        if not draft.level or draft.rank == ARTICLE_RANK or draft.part != above.key:
            break
        draft.part, opened.title = opened.key, draft.text
    return opened
