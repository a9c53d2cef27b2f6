"""A statement's Markdown as blocks, and blocks as Markdown again.

Statements are stored as CommonMark with Pandoc citations and fenced private blocks (DESIGN.md, "Statements
are Markdown"). Only what a spoken text needs is markup: headings, lists, quotations, bold, italic, hard
line breaks, citations and private blocks (their marks: core.private_fences). All else (links, HTML, code,
tables …) is plain text and kept to the letter. Both directions agree:
``parse(to_markdown(blocks)) == normalised(blocks)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from core.citations import parse_citation
from core.references import Reference

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation: what it names, and its Markdown as it was written ("[@BMS8, para. 62]")."""

    reference: Reference
    markdown: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


Inline = Text | Cite | Break


class Style(StrEnum):
    """What a block is. A quotation is a flag beside it, since a quotation may hold a list."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a statement.

    ``level`` is 1–6 for a heading and the depth from 1 for a list item, otherwise 0. ``number`` is a
    numbered item's number, otherwise 0. ``private`` blocks are not delivered.
    """

    style: Style
    inlines: tuple[Inline, ...]
    level: int = 0
    number: int = 0
    quoted: bool = False
    private: bool = False

    @property
    def plain(self) -> str:
        """Its words without style; a citation counts for nothing, a line break for a newline."""
        return "".join(_plain(inline) for inline in self.inlines)

    @property
    def citations(self) -> tuple[Cite, ...]:
        """The citations in it, in order."""
        return tuple(inline for inline in self.inlines if isinstance(inline, Cite))


def _plain(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    return "\n" if isinstance(inline, Break) else ""


def parse(markdown: str) -> tuple[Block, ...]:
    """The blocks of a statement. Never fails: what is not markup is text."""
    tokens = _reader().parse(_clean(markdown))
    blocks: list[Block] = []
    lists: list[tuple[Style, int]] = []
    quoted = private = level = 0
    first_in_item = False
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                lists.append((Style.BULLET, 0))
            case "ordered_list_open":
                lists.append((Style.NUMBERED, int(token.attrs.get("start", 1)) - 1))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                style, number = lists[-1]
                lists[-1] = (style, number + 1)
                first_in_item = True
            case "blockquote_open" | "blockquote_close":
                quoted += token.nesting
            case "private_open" | "private_close":
                private += token.nesting
            case "heading_open":
                level = int(token.tag[1:])
            case "heading_close":
                level = 0
            case "inline":
                style, number = (Style.HEADING, 0) if level else (Style.PARAGRAPH, 0)
                depth = level
                if lists and first_in_item and not level:
                    style, number = lists[-1]
                    depth = len(lists)
                    number = number if style is Style.NUMBERED else 0
                first_in_item = False
                inlines = _inlines(token.children or [])
                blocks.append(Block(style, inlines, depth, number, quoted > 0, private > 0))
            case _:
                pass
    return tuple(block for block in blocks if block.inlines)


def _inlines(tokens: Sequence[Token]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    bold = italic = 0
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "hardbreak":
                found.append(Break())
            case "softbreak":
                found.append(Text(" ", bold > 0, italic > 0))
            case "citation":
                reference = parse_citation(token.content)
                assert reference is not None
                found.append(Cite(reference, token.content))
            case _:
                found.append(Text(token.content, bold > 0, italic > 0))
    return tidied(found)


def tidied(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Runs joined where their style is the same, no empty ones, no white space at the ends of lines."""
    joined: list[Inline] = []
    for inline in _on_one_line(inlines):
        if isinstance(inline, Text):
            _join(joined, inline)
            continue
        if isinstance(inline, Break):
            _strip_end(joined)
            if not joined or isinstance(joined[-1], Break):
                continue
        joined.append(inline)
    _strip_end(joined)
    while joined and isinstance(joined[-1], Break):
        joined.pop()
        _strip_end(joined)
    return tuple(joined)


def _join(joined: list[Inline], run: Text) -> None:
    """Adds a run to those before it; white space between two styles takes the one before it."""
    last = joined[-1] if joined else None
    text = run.text.lstrip() if last is None or isinstance(last, Break) else run.text
    if not text:
        return
    run = replace(run, text=text)
    if isinstance(last, Text):
        if not text.strip():
            run = replace(run, bold=last.bold, italic=last.italic)
        elif not last.text.strip():
            last = replace(last, bold=run.bold, italic=run.italic)
        if (last.bold, last.italic) == (run.bold, run.italic):
            joined[-1] = replace(last, text=last.text + text)
            return
    joined.append(run)


def _on_one_line(inlines: Iterable[Inline]) -> Iterable[Inline]:
    for inline in inlines:
        if not isinstance(inline, Text):
            yield inline
            continue
        for nth, line in enumerate(_clean(inline.text).replace("\t", " ").split("\n")):
            if nth:
                yield Break()
            yield replace(inline, text=line)


def _strip_end(inlines: list[Inline]) -> None:
    while inlines and isinstance(last := inlines[-1], Text):
        text = last.text.rstrip()
        if text:
            inlines[-1] = replace(last, text=text)
            return
        inlines.pop()


def normalised(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks as they come back from storage: tidy runs, no empty blocks, lists numbered in sequence."""
    return parse(to_markdown(blocks))


def to_markdown(blocks: Iterable[Block]) -> str:
    """The Markdown of blocks, ending in a newline unless empty."""
    lines: list[str] = []
    before: Block | None = None
    indents: list[int] = []
    for block in _settled(blocks):
        if before is not None:
            lines.extend(_between(before, block))
        if block.private and (before is None or not before.private):
            lines.append("::: private")
        lead = _lead(block)
        indents = [*indents[: block.level - 1], len(lead)] if _listed(block) else []
        indent = " " * sum(indents[:-1])
        hang = " " * len(lead) if _listed(block) else ""
        quote = "> " if block.quoted else ""
        for nth, line in enumerate(_inline_markdown(block).split("\n")):
            lines.append(quote + indent + (hang if nth else lead) + line)
        before = block
    if before is not None and before.private:
        lines.append(":::")
    return "\n".join(lines) + "\n" if lines else ""


def _between(before: Block, block: Block) -> list[str]:
    """What stands between two blocks: a list's next item needs nothing, all else an empty line.

    An item that changes kind or depth needs one too: CommonMark lets only "1." interrupt a paragraph.
    """
    same_frame = before.private == block.private and before.quoted == block.quoted
    if same_frame and _listed(block) and (before.style, before.level) == (block.style, block.level):
        return []
    lines = [":::"] if before.private and not block.private else []
    return [*lines, ">" if block.quoted and same_frame else ""]


def _lead(block: Block) -> str:
    match block.style:
        case Style.HEADING:
            return "#" * block.level + " "
        case Style.BULLET:
            return "- "
        case Style.NUMBERED:
            return f"{block.number}. "
        case _:
            return ""


def _settled(blocks: Iterable[Block]) -> Iterable[Block]:
    """Blocks with tidy runs, levels within bounds, and no list item deeper than one below the item above."""
    depth, frame = 0, (False, False)
    for block in blocks:
        inlines = tidied(block.inlines)
        if block.style is Style.HEADING:
            inlines = tidied(Text(" ") if isinstance(inline, Break) else inline for inline in inlines)
        if not inlines:
            continue
        if frame != (block.private, block.quoted):
            depth, frame = 0, (block.private, block.quoted)
        depth = min(max(block.level, 1), depth + 1) if _listed(block) else 0
        level = min(max(block.level, 1), 6) if block.style is Style.HEADING else depth
        number = min(max(block.number, 0), 999_999_999) if block.style is Style.NUMBERED else 0
        yield replace(block, inlines=inlines, level=level, number=number)


def _listed(block: Block) -> bool:
    return block.style in (Style.BULLET, Style.NUMBERED)


@lru_cache(maxsize=4096)
def _inline_markdown(block: Block) -> str:
    body = _styled_markdown(block.inlines)
    if _inlines_of(body) == block.inlines:
        return _heading_end(block, body)
    # CommonMark cannot open emphasis inside a word beside punctuation; the words matter more than the weight.
    plain = tidied(Text(i.text) if isinstance(i, Text) else i for i in block.inlines)
    return _heading_end(block, _styled_markdown(plain))


def _heading_end(block: Block, body: str) -> str:
    """Number signs at the end of a heading would be taken for its closing mark."""
    return re.sub(r"(?<![\\#])(#+)$", r"\\\1", body) if block.style is Style.HEADING else body


def _inlines_of(body: str) -> tuple[Inline, ...]:
    tokens = _reader().parse(body)
    return (
        _inlines(tokens[1].children or []) if len(tokens) == 3 and tokens[0].type == "paragraph_open" else ()
    )


def _styled_markdown(inlines: Sequence[Inline]) -> str:
    pieces: list[str] = []
    for inline in inlines:
        if isinstance(inline, Cite):
            pieces.append(inline.markdown)
        elif isinstance(inline, Break):
            pieces.append("\\\n")
        else:
            core = inline.text.strip()
            before, after = (
                inline.text[: inline.text.index(core)],
                inline.text[inline.text.index(core) + len(core) :],
            )
            mark = "*" * (inline.italic + 2 * inline.bold) if core else ""
            pieces.append(f"{before}{mark}{_escaped(core)}{mark}{after}")
    return re.sub(
        r"^(\s*)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|:{3,})",
        r"\1\\\2",
        _escape_numbers("".join(pieces)),
        flags=re.M,
    )


def _escape_numbers(text: str) -> str:
    return re.sub(r"^(\s*\d{1,9})([.)])(?=\s|$)", r"\1\\\2", text, flags=re.M)


def _escaped(text: str) -> str:
    return re.sub(r"\[(?=@)|[\\*_]", lambda found: "\\" + found[0], text)


_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
"""Ends of lines as Word, old Macs and web pages write them: words on two lines must not run together."""

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufdd0-\ufdef\ufffc\ufffe\uffff]|[\ud800-\udfff]"
)


def _clean(markdown: str) -> str:
    return _CONTROL.sub("", _LINE_END.sub("\n", markdown))


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    from core.private_fences import add_private_fences

    reader = MarkdownIt("zero").enable(["heading", "list", "blockquote", "newline", "escape", "emphasis"])
    reader.inline.ruler.before("emphasis", "citation", _citation_rule)
    return reader.use(add_private_fences)


def _citation_rule(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[@", state.pos):
        return False
    end = state.src.find("]", state.pos)
    content = state.src[state.pos : end + 1]
    if end < 0 or parse_citation(content) is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = content
    state.pos = end + 1
    return True
