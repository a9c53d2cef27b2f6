"""Markdown that a delegate wrote (statements, briefs, talking points, notes) as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.statement_text import Block, Style, parse
from exporters.blocks import Paragraph, Role, Run
from exporters.citing import Citing
from exporters.style import BULLETS
from exporters.wording import heading_anchor

PRIVATE = "Private – not for circulation"
WHOLE_UP_TO = 600  # characters of a paragraph that, read aloud, should not be broken over two pages


@dataclass(frozen=True, slots=True)
class Voice:
    """The roles one kind of text is set in.

    ``private`` is said above what is private in it; ``whole`` keeps its short paragraphs on one page.
    """

    text: Role
    heading: Role
    bullet: Role
    numbered: Role
    quote: Role
    private: str = PRIVATE
    whole: bool = False


WRITTEN = Voice(Role.BODY, Role.HEADING_3, Role.BULLET, Role.NUMBERED, Role.QUOTE)
SPOKEN = Voice(
    Role.STATEMENT,
    Role.STATEMENT_HEADING,
    Role.STATEMENT_BULLET,
    Role.STATEMENT_NUMBERED,
    Role.STATEMENT_QUOTE,
    "Private – not delivered",
)


def text_blocks(
    markdown: str, voice: Voice, citing: Citing, private: bool, place: str, language: str = ""
) -> Iterator[Paragraph]:
    """The paragraphs of a text. Private blocks come only if ``private``, and then say what they are.

    ``place`` names the text in messages; its paragraphs are counted from 1.
    """
    among_private = False
    for nth, block in enumerate(parse(markdown), 1):
        if block.private and not private:
            continue
        if block.private and not among_private:
            yield private_label(voice.private, place)
        among_private = block.private
        yield _paragraph(block, voice, citing, f"{place}, paragraph {nth}", language)


def private_label(words: str, place: str) -> Paragraph:
    """The line that says that what follows is private."""
    return Paragraph(Role.PRIVATE_LABEL, (Run(words),), place, tinted=True, rule="private")


def _paragraph(block: Block, voice: Voice, citing: Citing, place: str, language: str) -> Paragraph:
    inlines = citing.inlines(block.inlines)
    marker = _marker(block)
    if block.private:
        return Paragraph(Role.PRIVATE, inlines, place, marker, language=language, tinted=True, rule="private")
    entry = block.plain.replace("\n", " ") if block.style is Style.HEADING else ""
    whole = voice.whole and len(block.plain) <= WHOLE_UP_TO
    anchor = heading_anchor(place) if entry else ""
    level = block.level if marker else 0
    return Paragraph(
        _role(block, voice),
        inlines,
        place,
        marker,
        level=level,
        anchor=anchor,
        entry=entry,
        language=language,
        whole=whole,
    )


def _role(block: Block, voice: Voice) -> Role:
    match block.style:
        case Style.HEADING:
            return voice.heading
        case Style.BULLET:
            return voice.bullet
        case Style.NUMBERED:
            return voice.numbered
        case _:
            return voice.quote if block.quoted else voice.text


def _marker(block: Block) -> str:
    match block.style:
        case Style.BULLET:
            return BULLETS[min(block.level, len(BULLETS)) - 1]
        case Style.NUMBERED:
            return f"{block.number}."
        case _:
            return ""
