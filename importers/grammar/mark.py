"""A mark: what a line begins with, as a form only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Form(Enum):
    """The forms a mark can have."""

    NUMBER = auto()
    """"12.", "5.1.2.3.", "14 bis.", "12)", "(12)": a paragraph's number or an item's."""
    SUB = auto()
    """"(a)", "a)", "(iv)", "（一）": a sub-paragraph's, or an item's."""
    DASH = auto()
    """A dash or a bullet."""
    PREAMBULAR = auto()
    """"PP3", as drafts number their preambular paragraphs."""
    ROMAN = auto()
    """"III. Proceedings", "三、…": a heading of the first rank."""
    LETTER = auto()
    """"B. Officers": a heading of the second rank."""
    ARTICLE = auto()
    """"Article 5", "第五条": what is under it is cited by its number."""
    DIVISION = auto()
    """"Chapter I", "Part Two"."""
    ACTION = auto()
    """"Action 1. We will …": a heading with a number under which paragraphs run on."""
    ANNEX = auto()
    """"Annex II": a part of its own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and what follows it.

    ``path`` is the number in its pieces, (5, 1, 2) for "5.1.2."; ``suffix`` what makes it an inserted one
    ("bis", "alt2"). ``printed`` is the number or letter as a label has it, without its punctuation, and
    ``style`` the punctuation around it with the script it is of, which tells one list from another. ``rank``
    is that of a division; ``key`` that of the part an annex opens or articles make up. ``rest`` are the words
    after the mark, and ``typed`` the mark itself as it stands in the line.
    """

    form: Form
    printed: str
    rest: str
    typed: str = ""
    path: tuple[int, ...] = ()
    suffix: str = ""
    style: str = ""
    rank: int = 0
    key: str = ""

    @property
    def label(self) -> str:
        """The number as a label carries it ("14bis")."""
        return self.printed + self.suffix
