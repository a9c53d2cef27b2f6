"""What leaves the page by copying, and what comes in by pasting.

Inside the program a copy keeps its formatting and citations; to others it is text with citations in words,
and what is not to be delivered says so. What comes from elsewhere is text only: no typefaces, no colours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextCursor

from core.statement_text import Block, Break, Cite, Inline, Style, Text, parse, tidied, to_markdown
from desktop.statement.chips import in_words
from desktop.statement.document import inlines_of
from desktop.statement.painting import NOT_DELIVERED
from desktop.statement.shapes import Numbering, shape_of

OWN_FORMAT = "application/x-nameplate-statement"


def selected_blocks(cursor: QTextCursor) -> tuple[Block, ...]:
    """The blocks in a selection; part of a single block is words without that block's style."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = document.findBlock(start)
    numbering = Numbering()
    found: list[Block] = []
    while block.isValid() and block.position() <= end:
        shape = shape_of(block)
        inlines = inlines_of(block, max(0, start - block.position()), end - block.position())
        number = numbering.next(shape)
        if inlines:
            found.append(Block(shape.style, inlines, shape.level, number, shape.quoted, shape.private))
        block = block.next()
    only = document.findBlock(start)
    if len(found) == 1 and (start > only.position() or end < only.position() + only.length() - 1):
        return (replace(found[0], style=Style.PARAGRAPH, level=0, number=0, quoted=False),)
    return tuple(found)


def mime_of(blocks: Iterable[Block]) -> QMimeData:
    """Blocks for the clipboard: for this program, as plain text, and as simple HTML for a word processor."""
    blocks = tuple(blocks)
    data = QMimeData()
    if len(blocks) > 1 or any(not _is_plain(block) for block in blocks):
        data.setData(OWN_FORMAT, QByteArray(to_markdown(blocks).encode("utf-8")))
    data.setText("\n\n".join(_plain(block) for block in blocks))
    data.setHtml("".join(_html(block) for block in blocks))
    return data


def blocks_from(data: QMimeData) -> tuple[Block, ...]:
    """What is on the clipboard: our own blocks, or else each line of the text as a paragraph."""
    if data.hasFormat(OWN_FORMAT):
        return parse(bytes(data.data(OWN_FORMAT).data()).decode("utf-8", "replace"))
    lines = data.text().replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n")
    if len(lines) == 1:
        return (Block(Style.PARAGRAPH, (Text(lines[0]),)),) if lines[0] else ()
    made = (Block(Style.PARAGRAPH, tidied([Text(line)])) for line in lines)
    return tuple(block for block in made if block.inlines)


def _is_plain(block: Block) -> bool:
    """Whether its words say all there is to it; what is private or quoted says so in our own format."""
    return (block.style is Style.PARAGRAPH and not block.private and not block.quoted) and all(
        isinstance(inline, Text) and not inline.bold and not inline.italic for inline in block.inlines
    )


def _plain(block: Block) -> str:
    words = "".join(_word(inline) for inline in block.inlines).strip()
    lead = {Style.BULLET: "• ", Style.NUMBERED: f"{block.number}. "}.get(block.style, "")
    private = f"[{NOT_DELIVERED}] " if block.private else ""
    return f"{private}{'  ' * max(0, block.level - 1) if lead else ''}{lead}{words}"


def _word(inline: Inline) -> str:
    match inline:
        case Cite(reference, _):
            return in_words(reference)
        case Break():
            return "\n"
        case Text(text, _, _):
            return text


def _html(block: Block) -> str:
    words = "".join(_html_word(inline) for inline in block.inlines)
    if block.style in (Style.BULLET, Style.NUMBERED):
        words = ("• " if block.style is Style.BULLET else f"{block.number}. ") + words
    if block.private:
        words = f"[{NOT_DELIVERED}] {words}"
    tag = f"h{block.level}" if block.style is Style.HEADING else "p"
    made = f"<{tag}>{words}</{tag}>"
    return f"<blockquote>{made}</blockquote>" if block.quoted else made


def _html_word(inline: Inline) -> str:
    words = escape(_word(inline)).replace("\n", "<br>")
    if isinstance(inline, Text) and inline.bold:
        words = f"<b>{words}</b>"
    if isinstance(inline, Text) and inline.italic:
        words = f"<i>{words}</i>"
    return words
