"""Words without a number: what goes on with the row above, chapeaux, titles, mastheads, and the rest."""

from __future__ import annotations

from core.documents import Kind
from importers import forms
from importers.grammar import articles, headings, preambles
from importers.grammar.marks import Form
from importers.grammar.state import State, is_sentence
from importers.lines import Line

_MOST_TITLE_LINES = 20


def place(state: State, line: Line) -> None:
    """Place a line that no other rule took; nothing is dropped."""
    if _is_notice(state, line) or preambles.place_opening(state, line):
        return
    if _fills_number(state, line):
        state.extend(line.text, line)
    elif not preambles.place_words(state, line) and not _continued(state, line):
        _unnumbered(state, line)


def _fills_number(state: State, line: Line) -> bool:
    """Whether the row above is a number that stood in a line of its own and waits for its words."""
    current = state.current
    return (
        current is not None
        and bool(current.label)
        and current.pieces == [""]
        and state.marks[state.index] is None
        and not line.heading
        and not line.cells
    )


def _is_notice(state: State, line: Line) -> bool:
    """Place the note that a copy is unedited, which ends no sentence and no section."""
    if not forms.is_notice(line.text):
        return False
    state.notice = line.text
    current = state.current
    state.add_apart(line, line.text).above = ()
    state.current = current
    return True


def _continued(state: State, line: Line) -> bool:
    """Add a printed line to the row above if it goes on with it."""
    current, text = state.current, line.text
    if line.whole or current is None or current.whole:
        return False
    if state.unbroken and line.gap and not state.part.begun and current.ends_with(",", "،", ";"):
        return False
    if current.level:
        goes_on = not current.finished or text[:1].islower()
    elif forms.is_closing(text):
        goes_on = False
    elif forms.is_subparagraph(text) or _numbered(state):
        goes_on = True
    elif current.finished:
        new = forms.is_chapeau(text) or (forms.is_title(text) and _stands_over(state))
        goes_on = line.gap == 0 and not new and not _new_in_article(state, text)
    elif _new_in_article(state, text) and current.ends_with(";", ":", "؛"):
        goes_on = False
    else:
        cut = current.hanging or not forms.is_title(text)
        goes_on = cut or not (line.gap and _stands_over(state))
    if goes_on:
        state.extend(text, line)
    return goes_on


def _new_in_article(state: State, text: str) -> bool:
    """Whether a line of an article is a paragraph of its own, in a text whose lines are not broken."""
    return state.unbroken and bool(state.part.article) and not text[:1].islower()


def _numbered(state: State) -> bool:
    mark = state.marks[state.index]
    return mark is not None and mark.form is Form.NUMBER


def _stands_over(state: State) -> bool:
    """Whether the line after this one is the next paragraph or a heading, as it is under a heading."""
    after = state.line_after()
    if after is None:
        return False
    mark = state.mark_after()
    if mark is not None and mark.form is Form.NUMBER:
        return mark.path[0] == state.part.number + 1
    if mark is not None and mark.form in (Form.ARTICLE, Form.DIVISION):
        return True
    return forms.is_title(after.text) or forms.lettered_heading(after.text) is not None


def _unnumbered(state: State, line: Line) -> None:
    text, part = line.text, state.part
    if preambles.place_heading(state, line):
        return
    if forms.is_level_of_action(text):
        state.add_heading(line, part.numbered_depth + 1)
    elif articles.place_words(state, line):
        return
    elif forms.is_chapeau(text) and _introduces(state, line):
        part.chapeau = state.add(line, Kind.HEADING, text)
        part.chapeau_depth = part.depth
    elif not part.begun:
        _masthead(state, line)
    elif line.whole and not forms.is_closing(text):
        if not headings.place_unnumbered(state, line):
            _words(state, line)
    elif forms.is_title(text) and not forms.is_closing(text):
        state.add_heading(line, headings.level_of_unnumbered(state))
    else:
        _words(state, line)


def _words(state: State, line: Line) -> None:
    kind = Kind.REPORT if state.part.agenda else state.part.kind
    state.add(line, kind, line.text)


def _introduces(state: State, line: Line) -> bool:
    """Whether a whole line that reads like a chapeau has paragraphs under it; printed lines always may."""
    if not line.whole:
        return True
    for step in (1, 2):
        after = state.mark_after(step)
        if after is not None:
            return after.form is Form.NUMBER
    return False


def _masthead(state: State, line: Line) -> None:
    """Place a line above a part's first paragraph: the first in an annex is the annex's title.

    A title cut in two is mended as other headings are; the longest line of a document is its title.
    """
    part, above, text = state.part, state.current, line.text
    mends = above is not None and above.level and not line.whole
    if above is not None and mends and (above.hanging or text[:1].islower()):
        above.pieces.append(text)
        if len(above.pieces) <= _MOST_TITLE_LINES:
            part.title = above.text
        return
    if is_sentence(text) and not line.heading:
        _words(state, line)
        return
    titled = part.is_annex and not part.title
    state.add_apart(line, text).level = int(titled)
    longer = " " in text and len(text) > len(part.title) and not is_sentence(text)
    if titled or (not part.is_annex and longer):
        part.title = text
