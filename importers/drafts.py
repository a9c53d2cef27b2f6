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
    A ``whole`` draft never grows: the lines of a masthead, a notice, the word "Annex".
    """

    part: str
    kind: Kind
    pieces: list[str]
    page: int | None
    label: str = ""
    numeral: str = ""
    level: int = 0
    section: tuple[str, ...] = ()
    chapeau: str = ""
    track: Track | None = None
    whole: bool = False

    @property
    def text(self) -> str:
        """Its words so far."""
        return joined(self.pieces)

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

    def ends_with(self, mark: str) -> bool:
        """Whether a mark stands at its end."""
        return self.pieces[-1].endswith(mark)

    def row(self, *, sectioned: bool) -> Row:
        """The row it has become; ``sectioned`` if its label needs the section to be told from others."""
        return Row(
            part=self.part,
            kind=self.kind,
            text=self.text,
            label=f"{self.numeral}.{self.label}" if sectioned and self.numeral else self.label,
            section=self.section,
            level=self.level,
            chapeau=self.chapeau,
            track=None if self.kind is Kind.REPORT and forms.concerns_all_items(self.text) else self.track,
            page=self.page,
        )


@dataclass(slots=True)
class PartState:
    """Where a reader is within one part: its numberings, the headings above, the chapeau in force.

    ``numeral`` is that of the last Roman heading, ``numbered_in`` the one under which ``number`` stands; a
    part is ``sectioned`` if its numbers begin again under each, so that a label is "II.32".
    ``begun`` is set by the first heading with a number and the first paragraph: what stands above them is
    the masthead. ``chapeau_depth`` is the level of the heading under which the chapeau stands.
    """

    key: str
    kind: Kind
    title: str = ""
    number: int = 0
    numbered_in: str = ""
    sectioned: bool = False
    roman: int = 0
    numeral: str = ""
    letter: int = 0
    begun: bool = False
    headings: list[Draft] = field(default_factory=list)
    chapeau: Draft | None = None
    chapeau_depth: int = 0

    @property
    def is_annex(self) -> bool:
        """Whether it is an annex, by its key."""
        return self.key.startswith("annex")

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above what comes next, outermost first."""
        return tuple(heading.text for heading in self.headings)

    @property
    def depth(self) -> int:
        """The level of the innermost heading, 0 if there is none."""
        return self.headings[-1].level if self.headings else 0

    @property
    def numbered_depth(self) -> int:
        """The level of the innermost heading that bears a number; an annex's title counts as the first."""
        levels = [h.level for h in self.headings if h.text != forms.without_heading_number(h.text)]
        return max(levels, default=1 if self.is_annex else 0)

    @property
    def track(self) -> Track | None:
        """The track of the outermost heading that names one: sub-headings mention several."""
        tracks = (guess_track(forms.without_heading_number(heading.text)) for heading in self.headings)
        return next((track for track in tracks if track is not None), None)
