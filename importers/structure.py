"""The grammar of reports and outcome documents: lines -> parts, headings, chapeaux, numbered paragraphs.

What tells one from another is the order of numbers before anything else: a paragraph is a line whose number
is the next one; a number that is out of order is words. Only then come the forms of headings
(importers.forms). A page break shows as a blank line in mid-sentence, so a paragraph that does not end like
one goes on in the next line. Every word of the source ends up in exactly one row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from core.agenda import guess_track
from core.documents import Kind, Part
from importers import forms
from importers.drafts import Draft, PartState
from importers.lines import Line, cleaned
from importers.numbering import Numbers, end_of_list, following
from importers.rows import Reading
from importers.wrapping import unwrapped

_REPORT = re.compile(r"\breport\b", re.I)
_AGENDA = re.compile(r"\bagenda\b", re.I)
_FEW = 3
"""How many numbers may be missing where nothing else shows that the numbering goes on."""


def read_structure(lines: Iterable[Line]) -> Reading:
    """Read a text with numbered paragraphs; it has no rows with a label if it holds none.

    The parts are ``report`` (a report's own paragraphs) or ``text`` (any other document), ``agenda`` for an
    agenda listed within it, and ``annex``, ``annex-2`` … for what stands in annexes. The main part is a
    report's first numbered annex, or else the document's own text.
    """
    return _Reader(unwrapped(cleaned(lines))).read()


class _Reader:
    """Reads lines in order; each is placed once, by the first rule that knows it."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._numbers: Numbers = [forms.numbered(line.text) for line in lines]
        self._numbers_after = following(self._numbers)
        self._annexes = [forms.annex_key(line.text) for line in lines]
        self._boundaries = [
            i for i, line in enumerate(lines) if self._annexes[i] or forms.is_numbered_heading(line.text)
        ]
        self._boundaries.append(len(lines))
        self._drafts: list[Draft] = []
        self._parts: list[PartState] = []
        self._agenda_after = ""
        self._list_end = 0
        self._list_number = 0
        self._list_is_agenda = False
        self._current: Draft | None = None
        self._notice = ""
        self._warnings: list[str] = []
        self._part = self._open_part(*self._first_part())

    def read(self) -> Reading:
        for index, line in enumerate(self._lines):
            placed = self._numbered(index, line) or self._annex(index, line) or self._headed(line)
            if not placed and not self._continued(index, line):
                self._unnumbered(line)
        own = self._parts[0]
        annexes = [part.key for part in self._parts if part.is_annex and part.number]
        sectioned = {part.key for part in self._parts if part.sectioned}
        return Reading(
            parts=self._described(),
            rows=tuple(draft.row(sectioned=draft.part in sectioned) for draft in self._drafts),
            main_part=annexes[0] if annexes and own.key == "report" else own.key,
            title=own.title,
            notice=self._notice,
            warnings=tuple(self._warnings),
        )

    # Parts ------------------------------------------------------------------------------------------------

    def _first_part(self) -> tuple[str, Kind]:
        for number, line in zip(self._numbers, self._lines, strict=True):
            if number is not None:
                break
            if _REPORT.search(line.text) and len(line.text.split()) > 1:
                return "report", Kind.REPORT
        return "text", Kind.OPERATIVE

    def _open_part(self, key: str, kind: Kind) -> PartState:
        self._part = PartState(key, kind)
        self._parts.append(self._part)
        self._current = None
        return self._part

    def _annex(self, index: int, line: Line) -> bool:
        key = self._annexes[index]
        if key is None or any(part.key == key for part in self._parts):
            return False
        self._open_part(key, Kind.OPERATIVE)
        self._add(line, Kind.HEADING, line.text, whole=True)
        return True

    def _described(self) -> tuple[Part, ...]:
        described = []
        for part in self._parts:
            name = part.key.replace("-", " ")
            described.append(Part(part.key, part.title or name.capitalize(), name if part.is_annex else ""))
            if part is self._parts[0] and self._agenda_after:
                described.append(Part("agenda", "Agenda", f"para. {self._agenda_after}"))
        return tuple(described)

    # Numbered paragraphs and lists ------------------------------------------------------------------------

    def _numbered(self, index: int, line: Line) -> bool:
        found = self._numbers[index]
        if found is None:
            return False
        number, words = found
        if self._begins_list(index, number):
            boundary = self._boundaries[bisect_left(self._boundaries, index)]
            self._list_end = end_of_list(self._numbers, index, boundary, self._part.number + 1)
            self._list_number = 0
        if index < self._list_end:
            return self._listed(line, number, words)
        if not self._is_next(index, number):
            return False
        part = self._part
        part.number, part.begun = number, True
        draft = self._add(line, part.kind, words, label=str(number))
        draft.numeral = part.numbered_in = part.numeral
        draft.chapeau = part.chapeau.text if part.chapeau else ""
        return True

    def _is_next(self, index: int, number: int) -> bool:
        """Whether a number is the part's next one; a gap is believed where the numbering goes on from it."""
        last, goes_on = self._part.number, self._numbers_after[index] == number + 1
        if number == last + 1:
            return True
        if number == 1 and self._part.numeral != self._part.numbered_in:
            self._part.sectioned = True
            return True
        if number == 1 and goes_on and self._may_break():
            self._warnings.append(
                f"The numbering begins again after paragraph {last}; "
                "what follows was read as an annex although no line says so."
            )
            self._open_part(self._free_annex_key(), Kind.OPERATIVE)
            return True
        if number > last and (goes_on or (self._may_break() and number <= last + _FEW)):
            if last:
                self._warnings.append(f"Paragraph {number} follows paragraph {last}: numbers are missing.")
            return True
        if last and self._may_break():
            self._warnings.append(
                f"“{number}.” after paragraph {last} is out of order; it was kept in that paragraph."
            )
        return False

    def _may_break(self) -> bool:
        return self._current is None or self._current.finished

    def _free_annex_key(self) -> str:
        taken = {part.key for part in self._parts}
        keys = ("annex", *(f"annex-{number}" for number in range(2, len(taken) + 2)))
        return next(key for key in keys if key not in taken)

    def _begins_list(self, index: int, number: int) -> bool:
        """Whether a number 1 begins a list within the paragraph that ends in a colon above it."""
        current = self._current
        return (
            number == 1
            and index >= self._list_end
            and current is not None
            and bool(current.label)
            and current.ends_with(":")
        )

    def _listed(self, line: Line, number: int, words: str) -> bool:
        """Place an item of a list: an agenda's is a row of its own, another's stays in its paragraph."""
        if number != self._list_number + 1 or self._current is None:
            return False
        if number == 1:
            self._list_is_agenda = not self._agenda_after and bool(_AGENDA.search(self._current.text))
            if self._list_is_agenda:
                self._agenda_after = self._current.label
        self._list_number = number
        if not self._list_is_agenda:
            self._extend(line.text)
            return True
        draft = self._add(line, Kind.AGENDA, words, label=str(number))
        draft.part, draft.track = "agenda", guess_track(words)
        return True

    # Headings ---------------------------------------------------------------------------------------------

    def _headed(self, line: Line) -> bool:
        """Place a heading with a number that is next in its order, or the note that a copy is unedited."""
        text, part = line.text, self._part
        if forms.is_notice(text):
            self._notice = text
            current = self._current
            draft = self._add(line, Kind.HEADING, text, whole=True)
            draft.section, draft.track = (), None
            self._current = current
            return True
        letter, roman = forms.lettered_heading(text), forms.roman_heading(text)
        if letter is not None and self._is_next_heading(letter, part.letter):
            part.letter = letter
            self._add_heading(line, 2 if part.roman or part.is_annex else 1)
            return True
        if roman is not None and self._is_next_heading(roman, part.roman):
            part.roman, part.letter = roman, 0
            part.numeral = text.partition(".")[0]
            self._add_heading(line, 1)
            return True
        return False

    def _is_next_heading(self, number: int, last: int) -> bool:
        return number == last + 1 or (last > 0 and last < number <= last + _FEW and self._may_break())

    def _add_heading(self, line: Line, level: int) -> None:
        part = self._part
        part.begun = True
        while part.headings and part.headings[-1].level >= level:
            part.headings.pop()
        if level <= part.chapeau_depth:
            part.chapeau = None
        draft = self._add(line, Kind.HEADING, line.text, level=level)
        part.headings.append(draft)
        draft.track = part.track

    def _level_of_unnumbered(self) -> int:
        """Right beneath another unnumbered heading it is one deeper; else it stands beside the last one."""
        part = self._part
        if part.headings and part.depth > part.numbered_depth:
            return part.depth + (self._current is part.headings[-1])
        return part.numbered_depth + 1

    # Words without a number -------------------------------------------------------------------------------

    def _continued(self, index: int, line: Line) -> bool:
        """Add a line to the row above if it goes on with it."""
        current, text = self._current, line.text
        if current is None or current.whole:
            return False
        if current.level:
            goes_on = not current.finished or text[:1].islower()
        elif forms.is_subparagraph(text) or self._numbers[index] is not None:
            goes_on = True
        elif current.finished:
            new = forms.is_chapeau(text) or (forms.is_title(text) and self._stands_over(index))
            goes_on = line.gap == 0 and not new
        else:
            cut = current.hanging or not forms.is_title(text)
            goes_on = cut or not (line.gap and self._stands_over(index))
        if goes_on:
            self._extend(text)
        return goes_on

    def _stands_over(self, index: int) -> bool:
        """Whether the line after this one is the next paragraph or a heading, as it is under a heading."""
        if index + 1 >= len(self._lines):
            return False
        after = self._numbers[index + 1]
        if after is not None:
            return after[0] == self._part.number + 1
        text = self._lines[index + 1].text
        return forms.is_title(text) or forms.lettered_heading(text) is not None

    def _unnumbered(self, line: Line) -> None:
        text, part = line.text, self._part
        if forms.is_level_of_action(text):
            self._add_heading(line, part.numbered_depth + 1)
        elif forms.is_chapeau(text):
            part.chapeau = self._add(line, Kind.HEADING, text)
            part.chapeau_depth = part.depth
        elif not part.begun:
            self._masthead(line)
        elif forms.is_title(text):
            self._add_heading(line, self._level_of_unnumbered())
        else:
            self._add(line, part.kind, text)

    def _masthead(self, line: Line) -> None:
        """Place a line above a part's first paragraph: the first in an annex is the annex's title.

        A title cut in two is mended as other headings are; the longest line of a document is its title.
        """
        part, above = self._part, self._current
        if above is not None and above.level and (above.hanging or line.text[:1].islower()):
            above.pieces.append(line.text)
            part.title = above.text
            return
        titled = part.is_annex and not part.title
        self._add(line, Kind.HEADING, line.text, whole=True).level = int(titled)
        if titled or (not part.is_annex and " " in line.text and len(line.text) > len(part.title)):
            part.title = line.text

    # Rows -------------------------------------------------------------------------------------------------

    def _add(
        self, line: Line, kind: Kind, text: str, *, label: str = "", level: int = 0, whole: bool = False
    ) -> Draft:
        part = self._part
        draft = Draft(
            part=part.key,
            kind=kind,
            pieces=[text],
            page=line.page,
            label=label,
            level=level,
            section=part.path,
            track=part.track,
            whole=whole,
        )
        self._drafts.append(draft)
        self._current = draft
        return draft

    def _extend(self, text: str) -> None:
        if self._current is not None:
            self._current.pieces.append(text)
