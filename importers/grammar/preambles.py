"""Preambles of resolutions and treaties: who speaks, the paragraphs pp.1 …, and where they end."""

from __future__ import annotations

import re

from core.documents import Kind
from core.numerals import roman_value
from importers import forms, wording
from importers.grammar.marks import Form, Mark
from importers.grammar.state import State, is_sentence
from importers.lines import Line

_ENDS_CLAUSE = re.compile(r"[,;:，；،؛：][”\"»\]]*(?:\s?\d{1,2})?$|[,;،؛]\s(?:and|et|y|и|و)$")
_SENTENCE_END = re.compile(r"[.。][”\"»\]]*$")
_NUMBER_OF_RESOLUTION = re.compile(r"\d+/\d+\.?\s*|(?:Adopted|Adoptée|Aprobada|Принята).*")
_MOST_ROWS_BACK = 6
_LONGEST_WORD = 30


def place_opening(state: State, line: Line) -> bool:
    """Place the line that names who speaks ("The Security Council,"); it may open a resolution of its own."""
    if state.index not in state.genre.openings:
        return False
    part = state.part
    section = _section(state)
    if section:
        part.numeral = section
    elif part.last or part.preambular or part.opened or part.key == "report":
        _open_resolution(state)
        part = state.part
    elif (above := state.current) is not None and above.kind is Kind.HEADING and not part.is_annex:
        part.title = _NUMBER_OF_RESOLUTION.sub("", above.text) or part.title
    state.add_apart(line, line.text)
    part.preamble = part.opened = part.begun = True
    part.anchor_on(None)
    return True


def _section(state: State) -> str:
    """The numeral of the section of one resolution that opens here, each of which has its own opening.

    It stands above the opening, by itself or over the section's title, and is the next one in order; such
    sections are cited as "resolution 80/253, sect. II, para. 3". Empty if none opens.
    """
    part = state.part
    if part.key == "report" or part.outer is not None:
        return ""
    for draft in reversed(state.drafts[-_MOST_ROWS_BACK:]):
        if draft.part != part.key or draft.label or is_sentence(draft.text):
            break
        if re.fullmatch(r"[IVXL]{1,6}\.?", draft.text):
            numeral = draft.text.rstrip(".")
            before = roman_value(part.numeral) or 0
            return numeral if roman_value(numeral) in (before, before + 1) else ""
    return ""


def _open_resolution(state: State) -> None:
    """A part for a resolution within another document: a draft that a report recommends, resolution B.

    The headings right above it are its own; its letter or numeral, if they have one, is its name.
    """
    above = state.part
    outer = above if above.key == "report" else above.outer
    rows = []
    for draft in reversed(state.drafts[-_MOST_ROWS_BACK:]):
        if draft.part != above.key or draft.label or is_sentence(draft.text):
            break
        rows.append(draft)
    number, drafted = "", outer is not None
    for draft in rows:
        if (found := wording.DRAFT_TEXT.fullmatch(draft.text)) is not None:
            number, drafted = found[1] or "", True
        elif re.fullmatch(r"[A-Z]|[IVX]{1,5}", draft.text) and not number:
            number = draft.text
    base = "draft" if drafted else "resolution"
    value = roman_value(number) or number
    key = state.free_key(f"{base}-{str(value).lower()}" if number else base)
    number = number or key.removeprefix(base).strip("-")
    name = f"{'draft resolution' if drafted else 'resolution'} {number}".strip()
    opened = state.open_part(key, Kind.OPERATIVE, name)
    opened.outer = outer
    for draft in rows:
        draft.part = key
        opened.title = draft.text


def place_numbered(state: State, line: Line, mark: Mark) -> bool:
    """Place a preambular paragraph that a draft numbers ("PP3 bis")."""
    part = state.part
    label = f"pp.{mark.label}"
    part.preambular, part.preamble = max(part.preambular, mark.path[0]), False
    state.add_paragraph(line, Kind.PREAMBULAR, mark.typed, mark.rest, label)
    part.opened = True
    return True


def place_heading(state: State, line: Line) -> bool:
    """Place the word "Preamble" over a treaty's preamble, whose paragraphs are known by how they begin."""
    if len(line.text) > _LONGEST_WORD or wording.PREAMBLE.fullmatch(line.text) is None:
        return False
    nearby = state.lines[state.index + 1 : state.index + 4]
    if not any(wording.PREAMBULAR_OPENING.match(after.text) for after in nearby):
        return False
    part = state.part
    state.add_apart(line, line.text)
    part.preamble = part.begun = True
    part.anchor_on(None)
    return True


def place_words(state: State, line: Line) -> bool:
    """Place a line of a preamble: a paragraph of it, words that go on, or what ends it."""
    part = state.part
    if not part.preamble:
        return False
    text, current = line.text, state.current
    if (
        not part.opened
        and not part.preambular
        and text[-1] in ",،，"
        and wording.PREAMBULAR_OPENING.match(text) is None
    ):
        state.add_apart(line, text)
        return True
    if wording.AGREED.search(text) is not None and len(text) < 400:
        part.preamble = False
        state.add_apart(line, text)
        part.headings = tuple(heading for heading in part.headings if heading.rank)
        part.anchor_on(None)
        return True
    if line.heading or _is_heading(state, line):
        return False
    if (
        not line.whole
        and current is not None
        and current.kind is Kind.PREAMBULAR
        and _goes_on(current.pieces[-1], line)
    ):
        state.extend(text, line)
        return True
    if _is_operative(state, line):
        part.preamble = False
        state.add_words(line, text)
        part.anchor_on(None)
        return True
    mark = state.marks[state.index]
    if mark is not None and mark.form is Form.DASH:
        state.add(line, Kind.PREAMBULAR, text)
        return True
    if part.lists and part.anchor is not None and text[:1].islower() and text.isascii():
        state.add(line, Kind.PREAMBULAR, text)
        return True
    part.preambular += 1
    state.add_paragraph(line, Kind.PREAMBULAR, "", text, f"pp.{part.preambular}")
    return True


def _is_heading(state: State, line: Line) -> bool:
    """Whether a line of a preamble is a heading: short, without the comma of a paragraph, and set apart."""
    if not forms.is_title(line.text):
        return False
    after = state.mark_after()
    return (
        line.bold or line.centred or (after is not None and after.form is Form.NUMBER and after.path == (1,))
    )


def _goes_on(above: str, line: Line) -> bool:
    """Whether a printed line belongs to the preambular paragraph above it."""
    if not _ENDS_CLAUSE.search(above):
        return not _SENTENCE_END.search(above)
    if line.text[:1].islower() and line.text.isascii():
        return True
    return not (line.gap or wording.PREAMBULAR_OPENING.match(line.text))


def _is_operative(state: State, line: Line) -> bool:
    """Whether a line of a preamble is the resolution's one paragraph without a number ("Decides …")."""
    text = line.text
    if wording.PREAMBULAR_OPENING.match(text):
        return False
    if wording.OPERATIVE_OPENING.match(text):
        return True
    if _SENTENCE_END.search(text) is None:
        return False
    after = state.mark_after()
    return not (after is not None and after.form in (Form.NUMBER, Form.PREAMBULAR))
