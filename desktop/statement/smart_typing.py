"""What typing turns into: curly quotation marks, dashes, list marks at the start of a line, citations.

Each is a step of its own after the keystroke, so that Undo gives back what was typed to the letter.
"""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from core.citations import parse_citation
from core.references import Reference
from core.statement_text import Cite, Style
from desktop.statement.document import insert_inlines
from desktop.statement.editing import one_step, set_shape
from desktop.statement.shapes import Shape, shape_of
from desktop.statement.typefaces import Fonts

_KEEP = QTextCursor.MoveMode.KeepAnchor
_MARKS = {"fr": ("«\u00a0", "\u00a0»"), "ru": ("«", "»")}
_USUAL_MARKS = ("“", "”")
_OPENS_AFTER = "([{—–“‘«\u00a0/\u2028"
_BRACKETED = re.compile(r"\[([^\[\]\u2028\ufffc]{3,80})\]$")
_LINE_STARTS = {
    "#": Shape(Style.HEADING, 1),
    "##": Shape(Style.HEADING, 2),
    "###": Shape(Style.HEADING, 3),
    "-": Shape(Style.BULLET, 1),
    "*": Shape(Style.BULLET, 1),
    ">": Shape(quoted=True),
}


def text_before(cursor: QTextCursor) -> str:
    """What stands in the block before the cursor."""
    selected = QTextCursor(cursor)
    selected.setPosition(cursor.block().position())
    selected.setPosition(cursor.position(), _KEEP)
    return selected.selectedText()


def after_typing(cursor: QTextCursor, typed: str, language: str, fonts: Fonts) -> None:
    """Makes of the character just typed what it stands for."""
    before = text_before(cursor)
    match typed:
        case '"' | "'":
            _replace(cursor, 1, _mark(before[:-1], typed, language))
        case "-" if before.endswith("--"):
            _replace(cursor, 2, "–")
        case "-" if before.endswith("–-"):
            _replace(cursor, 2, "—")
        case " ":
            _line_start(cursor, before[:-1], fonts)


def _mark(before: str, typed: str, language: str) -> str:
    opens = not before or before[-1].isspace() or before[-1] in _OPENS_AFTER
    if typed == '"':
        return _MARKS.get(language, _USUAL_MARKS)[0 if opens else 1]
    return "‘" if opens and language not in _MARKS else "’"


def _replace(cursor: QTextCursor, letters: int, wanted: str) -> None:
    given = cursor.charFormat()
    with one_step(cursor):
        cursor.setPosition(cursor.position() - letters, _KEEP)
        cursor.insertText(wanted, given)


def _line_start(cursor: QTextCursor, mark: str, fonts: Fonts) -> None:
    shape = shape_of(cursor.block())
    number = re.fullmatch(r"(\d{1,3})[.)]", mark)
    wanted = Shape(Style.NUMBERED, 1, int(number[1])) if number else _LINE_STARTS.get(mark)
    if wanted is None or shape.style is not Style.PARAGRAPH or (wanted.quoted and shape.quoted):
        return
    wanted = replace(wanted, quoted=shape.quoted or wanted.quoted, private=shape.private)
    with one_step(cursor):
        cursor.setPosition(cursor.block().position(), _KEEP)
        cursor.removeSelectedText()
        set_shape(cursor.block(), wanted, fonts)


def bracketed(cursor: QTextCursor) -> tuple[str, QTextCursor] | None:
    """What stands in the square brackets that end at the cursor, and a cursor that holds all of it."""
    found = _BRACKETED.search(text_before(cursor))
    if found is None:
        return None
    selected = QTextCursor(cursor)
    selected.setKeepPositionOnInsert(True)
    selected.setPosition(cursor.position() - _units(found[0]))
    selected.setPosition(cursor.position(), _KEEP)
    return found[1], selected


def citation_typed(text: str) -> Cite | None:
    """The citation that was typed as Markdown between the brackets, None if it is none."""
    reference: Reference | None = parse_citation(f"[{text}]")
    return Cite(reference, f"[{text}]") if reference is not None else None


def put_chip(selected: QTextCursor, cite: Cite) -> None:
    """Puts a citation in the place of what was typed for it."""
    with one_step(selected):
        selected.removeSelectedText()
        insert_inlines(selected, [cite])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
