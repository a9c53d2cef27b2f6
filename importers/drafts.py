"""What a grammar remembers while it reads: rows that may still grow, and where it is within a part."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.agenda import guess_track
from core.documents import Kind, Track
from importers import forms
from importers.lines import joined
from importers.rows import Row

_TAIL = 80


@dataclass(slots=True)
class Draft:
    """A row under construction, its text in the pieces in which it was found.

    ``numeral`` is the section its number would be counted in if numbers begin again in every section.
    ``typed`` is the mark as the line had it, which the row gets back if it cannot have the label.
    ``parents`` are the rows that introduce a sub-paragraph, outermost first. ``rank`` orders headings that
    bear a number (0 for others), and ``source`` is the level that the format itself gave one.
    A ``whole`` draft never grows: the lines of a masthead, a notice, the word "Annex".
    """

    part: str
    kind: Kind
    pieces: list[str]
    page: int | None
    label: str = ""
    typed: str = ""
    numeral: str = ""
    level: int = 0
    rank: int = 0
    source: int = 0
    above: tuple[Draft, ...] = ()
    chapeau: str = ""
    parents: tuple[Draft, ...] = ()
    track: Track | None = None
    whole: bool = False
    footnotes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words so far."""
        return joined(self.pieces) if len(self.pieces) > 1 else self.pieces[0]

    @property
    def finished(self) -> bool:
        """Whether its words can end here; a heading may end anywhere but after a word that hangs."""
        if self.whole:
            return True
        if self.level:
            return not self.hanging
        return forms.is_finished(self._tail) or (self.kind is Kind.HEADING and self.ends_with(":"))

    @property
    def hanging(self) -> bool:
        """Whether its last word cannot be the last one of a sentence or title."""
        return forms.is_hanging(self._tail)

    @property
    def _tail(self) -> str:
        return self.pieces[-1][-_TAIL:]

    def ends_with(self, *marks: str) -> bool:
        """Whether one of these marks stands at its end."""
        return self.pieces[-1].endswith(marks)

    def row(self, tracks: Tracks, *, sectioned: bool) -> Row:
        """The row it has become; ``sectioned`` if its label needs the section to be told from others."""
        text = self.text
        track = self.track
        if track is None and self.kind is not Kind.AGENDA:
            track = tracks.of((*self.above, self) if self.level and not self.whole else self.above)
        return Row(
            part=self.part,
            kind=self.kind,
            text=text,
            label=f"{self.numeral}.{self.label}" if sectioned and self.numeral and self.label else self.label,
            section=tuple(heading.text for heading in self.above),
            level=self.level,
            chapeau=joined(parent.text for parent in self.parents) if self.parents else self.chapeau,
            track=None if self.kind is Kind.REPORT and forms.concerns_all_items(text) else track,
            page=self.page,
            footnotes=self.footnotes,
        )


class Tracks:
    """The tracks that headings name, each looked up once."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[str, Track | None] = {}

    def of(self, headings: tuple[Draft, ...]) -> Track | None:
        """The track of the outermost heading that names one: sub-headings mention several."""
        for heading in headings:
            text = heading.text
            if text not in self._known:
                self._known[text] = guess_track(forms.without_heading_number(text))
            if self._known[text] is not None:
                return self._known[text]
        return None


@dataclass(slots=True)
class Level:
    """A list of sub-paragraphs that is open: its punctuation and script, its last place, and its last row."""

    style: str
    roman: bool
    value: int
    draft: Draft


@dataclass(slots=True)
class PartState:
    """Where a reader is within one part: its numberings, the headings above, the chapeau in force.

    ``last`` is the last number of the part's own numbering in its pieces, ``style`` how it is punctuated.
    ``numeral`` is that of the section begun last, ``numbered_in`` the one under which ``last`` stands; a
    part is ``sectioned`` if its numbers begin again under each, so that a label is "II.32".
    ``article`` is the article's label, ``in_article`` the last number within it, ``fresh`` whether nothing
    but its title has come yet, ``runs_on`` whether numbers go on from the article before.
    ``preamble`` is set from a resolution's opening to its first operative paragraph, ``preambular`` counts.
    ``anchor`` is the row that sub-paragraphs hang on, ``lists`` are those open.
    ``begun`` is set by the first heading with a number and the first paragraph: what stands above them is
    the masthead. ``chapeau_depth`` is the level of the heading under which the chapeau stands. ``outer`` is
    the part that a draft resolution stands in, which goes on after it.
    """

    key: str
    kind: Kind
    title: str = ""
    name: str = ""
    last: tuple[int, ...] = ()
    style: str = ""
    numbered_in: str = ""
    sectioned: bool = False
    roman: int = 0
    numeral: str = ""
    letter: int = 0
    division: int = 0
    article: str = ""
    article_number: int = 0
    in_article: tuple[int, ...] = ()
    article_style: str = ""
    fresh: bool = False
    runs_on: bool = False
    preamble: bool = False
    opened: bool = False
    preambular: int = 0
    anchor: Draft | None = None
    anchor_label: str = ""
    lists: list[Level] = field(default_factory=list)
    action: int = 0
    in_action: tuple[int, ...] = ()
    begun: bool = False
    headings: tuple[Draft, ...] = ()
    chapeau: Draft | None = None
    chapeau_depth: int = 0
    outer: PartState | None = None
    agenda: bool = False

    @property
    def number(self) -> int:
        """The first piece of its last number, 0 before there is one."""
        return self.last[0] if self.last else 0

    @property
    def is_annex(self) -> bool:
        """Whether it is an annex, appendix, protocol …: no text of the document's own."""
        return bool(self.name)

    @property
    def depth(self) -> int:
        """The level of the innermost heading, 0 if there is none."""
        return self.headings[-1].level if self.headings else 0

    @property
    def numbered_depth(self) -> int:
        """The level of the innermost heading that bears a number; an annex's title counts as the first."""
        levels = [heading.level for heading in self.headings if heading.rank]
        return max(levels, default=1 if self.is_annex else 0)

    def level_under(self, rank: int) -> int:
        """The level of a heading of this rank: one below the innermost of the headings that outrank it."""
        return 1 + max((heading.level for heading in self.headings if 0 < heading.rank < rank), default=0)

    def put_heading(self, draft: Draft) -> None:
        """Set a heading under those that outrank it."""
        self.headings = (*(heading for heading in self.headings if heading.level < draft.level), draft)

    def anchor_on(self, draft: Draft | None, label: str = "") -> None:
        """Let sub-paragraphs hang on this row from now on, on none if there is no label."""
        self.anchor, self.anchor_label = draft, label
        self.lists = []
