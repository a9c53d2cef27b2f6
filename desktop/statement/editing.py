"""Changes to a statement's blocks, each of them one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from core.statement_text import Block, Style
from desktop.statement.document import insert_inlines, run_format
from desktop.statement.shapes import DEEPEST, Shape, block_format, shape_for, shape_of
from desktop.statement.typefaces import BOLD, Fonts

_KEEP = QTextCursor.MoveMode.KeepAnchor
Change = Callable[[Shape], Shape]


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """What is done in here is undone together."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def chosen_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks a cursor's selection reaches into; its own block if nothing is selected."""
    document = cursor.document()
    first, last = (
        document.findBlock(cursor.selectionStart()),
        document.findBlock(cursor.selectionEnd()),
    )
    if last.position() == cursor.selectionEnd() and last != first:
        last = last.previous()
    found = [first]
    while found[-1] != last:
        found.append(found[-1].next())
    return found


def spans_blocks(cursor: QTextCursor) -> bool:
    """Whether a selection holds the end of a block, and so removing it joins two."""
    document = cursor.document()
    return document.findBlock(cursor.selectionStart()) != document.findBlock(cursor.selectionEnd())


def reshape(cursor: QTextCursor, fonts: Fonts, change: Change) -> None:
    """Makes something else of the blocks that are selected."""
    with one_step(cursor):
        for block in chosen_blocks(cursor):
            set_shape(block, change(shape_of(block)), fonts)


def set_shape(block: QTextBlock, shape: Shape, fonts: Fonts) -> None:
    """Makes a block what a shape says."""
    if shape == shape_of(block):
        return
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(shape, None, None, fonts.em))
    cursor.setBlockCharFormat(fonts.format(shape))


def toggle_style(cursor: QTextCursor, fonts: Fonts, style: Style, level: int) -> None:
    """Gives the selected blocks a style, or makes paragraphs of them if all have it already."""
    shapes = [shape_of(block) for block in chosen_blocks(cursor)]
    listed = style in (Style.BULLET, Style.NUMBERED)
    have = all(shape.style is style and (listed or shape.level == level) for shape in shapes)
    if have or style is Style.PARAGRAPH:
        reshape(cursor, fonts, paragraph)
    elif listed:
        reshape(
            cursor, fonts, lambda shape: replace(shape, style=style, level=max(1, _depth(shape)), start=1)
        )
    else:
        reshape(cursor, fonts, lambda shape: replace(shape, style=style, level=level, start=1))


def toggle_quoted(cursor: QTextCursor, fonts: Fonts) -> None:
    """Makes a quotation of the selected blocks, or one's own words of a quotation."""
    on = not all(shape_of(block).quoted for block in chosen_blocks(cursor))
    reshape(cursor, fonts, lambda shape: replace(shape, quoted=on))


def toggle_private(cursor: QTextCursor, fonts: Fonts) -> None:
    """Keeps the selected blocks from being delivered, or lets them be delivered."""
    on = not all(shape_of(block).private for block in chosen_blocks(cursor))
    reshape(cursor, fonts, lambda shape: replace(shape, private=on))


def paragraph(shape: Shape) -> Shape:
    """The same block as a paragraph, in the quotation or private block it stands in."""
    return replace(shape, style=Style.PARAGRAPH, level=0, start=1)


def indent(cursor: QTextCursor, fonts: Fonts, step: int) -> None:
    """Moves list items in or out; an item that is moved out of the outermost list is a paragraph."""
    with one_step(cursor):
        for block in chosen_blocks(cursor):
            shape = shape_of(block)
            if not shape.listed:
                continue
            level = shape.level + step
            if level < 1:
                set_shape(block, paragraph(shape), fonts)
            elif level <= min(DEEPEST, _level_above(block) + 1):
                set_shape(block, replace(shape, level=level, start=1), fonts)


def break_block(cursor: QTextCursor, fonts: Fonts) -> None:
    """What Enter does: a new block of the kind that comes next; from an empty one, a step out of its kind."""
    with one_step(cursor):
        remove_selection(cursor, fonts)
        block = cursor.block()
        shape = shape_of(block)
        if not block.text() and not shape.plain:
            set_shape(block, _one_step_out(shape), fonts)
        elif shape.style is Style.HEADING and cursor.atBlockStart():
            _new_block(cursor, shape, fonts)
            set_shape(cursor.block().previous(), paragraph(shape), fonts)
        elif shape.style is Style.HEADING and cursor.atBlockEnd():
            _new_block(cursor, paragraph(shape), fonts)
        else:
            _new_block(cursor, replace(shape, start=1), fonts)


def _one_step_out(shape: Shape) -> Shape:
    if shape.listed and shape.level > 1:
        return replace(shape, level=shape.level - 1, start=1)
    if shape.style is not Style.PARAGRAPH:
        return paragraph(shape)
    return replace(shape, quoted=False) if shape.quoted else replace(shape, private=False)


def back_out(cursor: QTextCursor, fonts: Fonts) -> bool:
    """What Backspace does at the start of a block; False where nothing but joining is left to do."""
    block = cursor.block()
    shape = shape_of(block)
    before = shape_of(block.previous()) if block.previous().isValid() else None
    if shape.style is not Style.PARAGRAPH:
        set_shape(block, paragraph(shape), fonts)
    elif shape.quoted and not shape.same_frame(before):
        set_shape(block, replace(shape, quoted=False), fonts)
    elif shape.private and not block.text() and (before is None or not before.private):
        set_shape(block, replace(shape, private=False), fonts)
    else:
        return False
    return True


def remove_selection(cursor: QTextCursor, fonts: Fonts) -> None:
    """Removes what is selected. What is private never runs into what is delivered, nor the reverse.

    Where only one of two joined blocks keeps any words, the whole is what that one was.
    """
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first, last = document.findBlock(start), document.findBlock(end)
    if first == last:
        cursor.removeSelectedText()
        return
    keeps_first = start > first.position()
    keeps_last = end < last.position() + last.length() - 1
    one, other = shape_of(first), shape_of(last)
    with one_step(cursor):
        if keeps_first and keeps_last and one.private != other.private:
            boundary = last.position()
            _remove(cursor, boundary, end)
            _remove(cursor, start, boundary - 1)
        else:
            cursor.removeSelectedText()
            set_shape(cursor.block(), other if keeps_last and not keeps_first else one, fonts)


def join(cursor: QTextCursor, fonts: Fonts, step: int) -> bool:
    """Joins a block to the one before (-1) or after (1); False where privacy keeps them apart."""
    here, words = cursor.position(), cursor.document().characterCount()
    if not 0 <= here + step < words:
        return True
    cursor.setPosition(here + step, _KEEP)
    remove_selection(cursor, fonts)
    if cursor.document().characterCount() < words:
        return True
    cursor.setPosition(here)
    return False


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block], fonts: Fonts, *, joined: bool) -> None:
    """Puts blocks in at a cursor. ``joined``: the first and last run on from the words around, as in a paste.

    What goes into a private block is private.
    """
    if not blocks:
        return
    with one_step(cursor):
        remove_selection(cursor, fonts)
        here = shape_of(cursor.block())
        at_start, at_end = cursor.atBlockStart(), cursor.atBlockEnd()
        blocks = [replace(block, private=block.private or here.private) for block in blocks]
        shapes = [_as_pasted(block, here) if joined else shape_for(block) for block in blocks]
        runs_on = shapes[0] == here
        if not at_end:
            _new_block(cursor, replace(here, start=1), fonts)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        for nth, block in enumerate(blocks):
            if nth or not (at_start or (joined and runs_on)):
                _new_block(cursor, shapes[nth], fonts)
            elif not runs_on:
                set_shape(cursor.block(), shapes[nth], fonts)
            insert_inlines(cursor, block.inlines)
        if not at_end and joined and shapes[-1] in (here, replace(here, start=1)):
            place = cursor.position()
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, _KEEP)
            remove_selection(cursor, fonts)
            cursor.setPosition(place)


def insert_words(cursor: QTextCursor, block: Block, fonts: Fonts) -> None:
    """Puts one block's words into a sentence, with the spaces they need."""
    with one_step(cursor):
        remove_selection(cursor, fonts)
        before = cursor.document().characterAt(cursor.position() - 1)
        if not cursor.atBlockStart() and not before.isspace() and before not in "([“‘":
            cursor.insertText(" ", run_format(False, False))
        insert_inlines(cursor, block.inlines)
        after = cursor.document().characterAt(cursor.position())
        if not cursor.atBlockEnd() and after.isalnum():
            cursor.insertText(" ", run_format(False, False))


def _as_pasted(block: Block, here: Shape) -> Shape:
    """Plain paragraphs take on what they are pasted into; all else, and what is private, stays what it is."""
    if block.style is Style.PARAGRAPH and not block.quoted and block.private == here.private:
        return here
    return shape_for(block)


def _new_block(cursor: QTextCursor, shape: Shape, fonts: Fonts) -> None:
    given = fonts.format(shape)
    words = cursor.charFormat()
    given.merge(run_format(words.fontWeight() >= BOLD, words.fontItalic()))
    cursor.insertBlock(block_format(shape, None, None, fonts.em), given)


def _remove(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    cursor.removeSelectedText()


def _depth(shape: Shape) -> int:
    return max(1, shape.level) if shape.listed else 1


def _level_above(block: QTextBlock) -> int:
    before = block.previous()
    shape = shape_of(before) if before.isValid() else Shape()
    return shape.level if shape.listed else 0
