"""A statement's blocks as a text document, and the document's blocks again, exactly.

The document holds no markup: what a block is stands in its format (desktop.statement.shapes), bold and
italic in the formats of its runs, and a citation is one character (desktop.statement.chips).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from core.statement_text import Block, Break, Cite, Inline, Text
from desktop.statement.chips import PLACE, chip_format, citation_in
from desktop.statement.shapes import Numbering, Shape, block_format, shape_for, shape_of
from desktop.statement.typefaces import BOLD, Fonts

LINE_BREAK = "\u2028"


def fill(document: QTextDocument, blocks: Sequence[Block], fonts: Fonts) -> None:
    """Replaces all that a document holds; there is nothing to undo afterwards."""
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setIndentWidth(fonts.em * 1.5)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    shapes = [shape_for(block) for block in blocks] or [Shape()]
    for nth, shape in enumerate(shapes):
        before = shapes[nth - 1] if nth else None
        after = shapes[nth + 1] if nth + 1 < len(shapes) else None
        given = block_format(shape, before, after, fonts.em)
        if nth:
            cursor.insertBlock(given, fonts.format(shape))
        else:
            cursor.setBlockFormat(given)
            cursor.setBlockCharFormat(fonts.format(shape))
        if blocks:
            insert_inlines(cursor, blocks[nth].inlines)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def insert_inlines(cursor: QTextCursor, inlines: Iterable[Inline]) -> None:
    """Puts words, citations and line breaks in at a cursor."""
    for inline in inlines:
        match inline:
            case Text(text, bold, italic):
                cursor.insertText(text, run_format(bold, italic))
            case Cite(_, markdown):
                cursor.insertText(PLACE, chip_format(markdown))
            case Break():
                cursor.insertText(LINE_BREAK, QTextCharFormat())


def run_format(bold: bool, italic: bool) -> QTextCharFormat:
    """The format of a run: the typeface is laid over it, so it says nothing else."""
    made = QTextCharFormat()
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    if italic:
        made.setFontItalic(True)
    return made


def blocks_of(document: QTextDocument) -> tuple[Block, ...]:
    """The statement that a document holds; empty blocks are left out, but an empty item has its number."""
    made: list[Block] = []
    numbering = Numbering()
    for block in text_blocks(document):
        shape = shape_of(block)
        number = numbering.next(shape)
        inlines = inlines_of(block)
        if inlines:
            made.append(Block(shape.style, inlines, shape.level, number, shape.quoted, shape.private))
    return tuple(made)


def text_blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """A document's blocks in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def inlines_of(block: QTextBlock, start: int = 0, end: int | None = None) -> tuple[Inline, ...]:
    """What stands in a block, or between two places in it, counted as Qt counts characters."""
    text = block.text()
    wide = not text.isascii() and any(letter > "\uffff" for letter in text)
    coded = text.encode("utf-16-le", "surrogatepass") if wide else b""
    end = (len(coded) // 2 if wide else len(text)) if end is None else end
    found: list[Inline] = []
    for run in block.textFormats():
        first, last = max(run.start, start), min(run.start + run.length, end)
        if first >= last:
            continue
        words = coded[2 * first : 2 * last].decode("utf-16-le", "replace") if wide else text[first:last]
        _read_run(found, words, run.format)
    return tuple(found)


def _read_run(found: list[Inline], words: str, given: QTextCharFormat) -> None:
    cite = citation_in(given)
    bold, italic = given.fontWeight() >= BOLD, given.fontItalic()
    piece = ""
    for letter in words:
        if letter == LINE_BREAK or (letter == PLACE and cite is not None):
            _add_text(found, piece, bold, italic)
            piece = ""
            found.append(cite if letter == PLACE and cite is not None else Break())
        elif letter != PLACE:
            piece += letter
    _add_text(found, piece, bold, italic)


def _add_text(found: list[Inline], words: str, bold: bool, italic: bool) -> None:
    if not words:
        return
    last = found[-1] if found else None
    if isinstance(last, Text) and (last.bold, last.italic) == (bold, italic):
        found[-1] = Text(last.text + words, bold, italic)
    else:
        found.append(Text(words, bold, italic))


def settle(document: QTextDocument, first: int, last: int, fonts: Fonts) -> None:
    """Sets the space around the blocks between two positions right, as part of the change that was made."""
    block = document.findBlock(max(first, 0))
    block = block.previous() if block.previous().isValid() else block
    end = document.findBlock(last)
    stop = (end if end.isValid() else document.lastBlock()).blockNumber() + 1
    wrong = []
    while block.isValid() and block.blockNumber() <= stop:
        wanted = block_format(shape_of(block), _shape(block.previous()), _shape(block.next()), fonts.em)
        if block.blockFormat() != wanted:
            wrong.append((block.position(), wanted))
        block = block.next()
    if not wrong:
        return
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    for position, wanted in wrong:
        cursor.setPosition(position)
        cursor.setBlockFormat(wanted)
    cursor.endEditBlock()


def _shape(block: QTextBlock) -> Shape | None:
    return shape_of(block) if block.isValid() else None
