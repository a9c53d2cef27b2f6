"""How long a statement takes to deliver, at a stated rate.

Interpreters work well at 100–120 words a minute in English (DOMAIN.md, "Statements"); the rate is always
shown beside the time. Headings, citations and private blocks are not spoken and do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.agenda import Meeting
from core.statement_text import Block, Style
from core.statements import Capacity, Statement

TOO_FAST = 140
"""Words a minute above which interpreters cannot follow."""

_WORD = re.compile(r"[^\W_](?:[\w'’.,/%-]*[\w%])?")


@dataclass(frozen=True, slots=True)
class SpeakingTime:
    """Words, the rate they are read at, and the limit in seconds (0: none is set)."""

    words: int
    words_a_minute: int
    limit_seconds: int

    @property
    def seconds(self) -> int:
        """The time it takes, rounded to the second."""
        return round(self.words * 60 / self.words_a_minute)

    @property
    def is_over(self) -> bool:
        """Whether the microphone would be cut before the end."""
        return 0 < self.limit_seconds < self.seconds

    def __str__(self) -> str:
        """As the status bar says it: "4:10 of 5:00 at 110 words a minute"."""
        limit = f" of {clock(self.limit_seconds)}" if self.limit_seconds else ""
        return f"{clock(self.seconds)}{limit} at {self.words_a_minute} words a minute"


@dataclass(frozen=True, slots=True)
class SectionTime:
    """The words under one heading of a statement; the title is empty for what stands before the first."""

    title: str
    words: int


def clock(seconds: int) -> str:
    """Seconds as minutes and seconds: 250 is "4:10"."""
    return f"{seconds // 60}:{seconds % 60:02}"


def count_words(text: str) -> int:
    """The words of a text; a hyphenated compound, a figure or an abbreviation is one."""
    return len(_WORD.findall(text))


def spoken_words(blocks: Iterable[Block]) -> int:
    """The words of a statement that will be said aloud."""
    return sum(section.words for section in time_by_section(blocks))


def time_by_section(blocks: Iterable[Block]) -> tuple[SectionTime, ...]:
    """The spoken words under each heading, in order; sections without words are left out."""
    sections: list[SectionTime] = []
    title, words = "", 0
    for block in blocks:
        if block.private:
            continue
        if block.style is Style.HEADING:
            sections.append(SectionTime(title, words))
            title, words = block.plain, 0
        else:
            words += count_words(block.plain)
    sections.append(SectionTime(title, words))
    return tuple(section for section in sections if section.words)


def limit_seconds(statement: Statement, meeting: Meeting) -> int:
    """The limit that holds for a statement: its own, or the meeting's for its capacity."""
    usual = meeting.group_minutes if statement.capacity is Capacity.GROUP else meeting.national_minutes
    return round((statement.minutes if statement.minutes is not None else usual) * 60)


def speaking_time(statement: Statement, blocks: Iterable[Block], meeting: Meeting) -> SpeakingTime:
    """How long a statement takes at the meeting's rate, against the limit that holds for it."""
    return SpeakingTime(
        spoken_words(blocks), max(1, meeting.words_a_minute), limit_seconds(statement, meeting)
    )
