"""The grammar of thematic summaries: passages -> themes, and for every reference what is said of it.

A summary such as RevCon3's is not the text adopted: it quotes with changes, and a reference in parentheses
stands after the words it belongs to (DOMAIN.md, "Traps in the reference texts"). Every reference makes one
row, labelled by section and paragraph of the outcome ("II.32"). Slips in typing a reference are resolved
and said; a range of paragraphs is the record of a vote and no commitment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.documents import Kind, Part, Standing, Track
from importers import forms
from importers.lines import Line
from importers.passages import Passage, passages
from importers.quoting import quoted_spans
from importers.rows import Reading, Row

_PART = "summary"
_REFERENCE = re.compile(
    r"\(\s*(?P<section>[IVXL]+|[A-Z]|\d)\s?\.\s?(?P<number>\d{1,3})(?:\s?[-–]\s?(?P<last>\d{1,3}))?\s*\)"
)
_SUBTHEME = re.compile(r"(?P<title>[^:“”()]{3,120}?)\s*:\s+(?=\S)")
_SUBTHEME_WORDS = 14
_EDGE = " .,;:"
_VOTED = re.compile(r"\b(?:this|these(?: (?P<count>two|three|four|five))?) provisions?\b.*\bvote\b", re.I)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_LABEL = re.compile(r"\b[IVX]+\.\d{1,3}\b")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")
_SECTIONS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_TRACKS = {"II": Track.POA, "III": Track.ITI, "IV": Track.COOPERATION, "V": Track.OTHER}
"""RevCon3's outcome: a declaration (I), then a section for each of the four tracks (DOMAIN.md)."""


def count_references(text: str) -> int:
    """How many references in parentheses a text holds: what tells a summary from other documents."""
    return len(_REFERENCE.findall(text))


def read_summary(lines: Iterable[Line]) -> Reading:
    """Read a thematic summary; it has no rows with a label if it holds no reference.

    Headings are rows of level 1 (themes) and 2 (the words before the colon that begins a passage). A label
    that comes up again adds its words to the first row, after an empty line.
    """
    found = passages(lines)
    reader = _Reader(_resolved(found))
    for passage in found:
        reader.read(passage)
    return reader.reading()


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A typed reference and the label it means, empty if that cannot be told."""

    typed: str
    label: str

    @property
    def slip(self) -> str | None:
        return self.typed if self.typed != self.label else None


def _resolved(found: list[Passage]) -> dict[tuple[int, int], _Resolved]:
    """All references to single paragraphs, by passage and place in it, with slips resolved.

    A digit for a section is its number ("1.9" is I.9). A letter that is no numeral ("A.31") means the
    section of the references around it, if the one before and the one after agree.
    """
    places = [
        ((index, match.start()), match["section"], match["number"])
        for index, passage in enumerate(found)
        for match in _REFERENCE.finditer(passage.text)
        if not match["last"]
    ]
    sections = [_section(section) for _, section, _ in places]
    before, after = _last_known(sections), _last_known(sections[::-1])[::-1]
    resolved = {}
    for at, (place, section, number) in enumerate(places):
        around = {before[at], after[at]} - {""}
        meant = sections[at] or (around.pop() if len(around) == 1 else "")
        resolved[place] = _Resolved(f"{section}.{number}", f"{meant}.{int(number)}" if meant else "")
    return resolved


def _last_known(sections: list[str]) -> list[str]:
    """For every reference the section of the last one before it, itself counted, that names one."""
    known, last = [], ""
    for section in sections:
        last = section or last
        known.append(last)
    return known


def _section(typed: str) -> str:
    if typed.isdigit():
        return _SECTIONS[int(typed) - 1] if typed != "0" else ""
    return typed if typed in _SECTIONS else ""


class _Reader:
    """Reads passages in order and keeps the theme it is under."""

    def __init__(self, resolved: dict[tuple[int, int], _Resolved]) -> None:
        self._resolved = resolved
        self._rows: list[Row] = []
        self._by_label: dict[str, int] = {}
        self._order: list[str] = []
        self._section: tuple[str, ...] = ()
        self._index = -1
        self._named_as_voted: list[str] = []
        self._voted: list[str] = []
        self._warnings: list[str] = []

    def read(self, passage: Passage) -> None:
        """Place one passage: a theme, words of the introduction, or a passage with references."""
        self._index += 1
        text, at = passage.text, 0
        references = list(_REFERENCE.finditer(text))
        if not references and forms.is_title(text):
            self._head(passage, text, 1)
            return
        if not references:
            self._name_votes(text)
            self._own_words(text, passage)
            return
        if (subtheme := _SUBTHEME.match(text)) and _is_subtheme(subtheme["title"]):
            self._head(passage, subtheme["title"], 2)
            at = subtheme.end()
        for reference in references:
            self._refer(text[at : reference.start()], reference, passage)
            at = reference.end()
        self._own_words(text[at:].lstrip(_EDGE), passage)

    def reading(self) -> Reading:
        """What was read, with the votes compared with those the introduction names."""
        self._compare_votes()
        title = next((row.text for row in self._rows if row.level == 1), "")
        return Reading((Part(_PART, title),), tuple(self._rows), _PART, title, "", tuple(self._warnings))

    def _head(self, passage: Passage, title: str, level: int) -> None:
        above = self._section[: level - 1]
        self._rows.append(Row(_PART, Kind.HEADING, title, section=above, level=level, page=passage.page))
        self._section = (*above, title)

    def _own_words(self, text: str, passage: Passage, remarks: tuple[str, ...] = ()) -> None:
        if text.strip():
            spans, lost = quoted_spans(text)
            self._rows.append(
                Row(
                    _PART,
                    Kind.SUMMARY,
                    text,
                    section=self._section,
                    page=passage.page,
                    quoted=spans,
                    remarks=remarks + lost,
                )
            )

    def _refer(self, words: str, reference: re.Match[str], passage: Passage) -> None:
        """Place the words that a reference ends."""
        text = words.lstrip(_EDGE).rstrip()
        if reference["last"]:
            self._record_vote(text, reference[0], passage)
            return
        meant = self._resolved[self._index, reference.start()]
        if not meant.label:
            self._warnings.append(f"The reference ({meant.typed}) names no section that can be told.")
            self._own_words(
                text, passage, (f"Stands with the reference ({meant.typed}), which names no section.",)
            )
            return
        remarks = (
            [f"The source types the reference as ({meant.typed}); {meant.label} is meant."]
            if meant.slip
            else []
        )
        if not text:
            text = self._rows[-1].text if self._rows and self._rows[-1].label else ""
            remarks.append("Shares its words with the reference before it.")
        spans, lost = quoted_spans(text)
        row = Row(
            part=_PART,
            kind=Kind.SUMMARY,
            text=text,
            label=meant.label,
            section=self._section,
            track=_TRACKS.get(meant.label.partition(".")[0]),
            page=passage.page,
            quoted=spans,
            typed_label=meant.slip,
            remarks=(*remarks, *lost),
        )
        self._order.append(row.label)
        if row.label in self._by_label:
            self._join(row)
        else:
            self._by_label[row.label] = len(self._rows)
            self._rows.append(row)

    def _join(self, row: Row) -> None:
        """Add the words of a label that comes up again to its first row."""
        first = self._rows[self._by_label[row.label]]
        shift = len(first.text) + 2
        twice = "The summary refers to this paragraph more than once; the passages follow one another here."
        self._rows[self._by_label[row.label]] = replace(
            first,
            text=f"{first.text}\n\n{row.text}",
            quoted=first.quoted + tuple((start + shift, end + shift) for start, end in row.quoted),
            typed_label=first.typed_label or row.typed_label,
            remarks=tuple(dict.fromkeys((*first.remarks, *row.remarks, twice))),
        )

    # Votes ------------------------------------------------------------------------------------------------

    def _record_vote(self, text: str, reference: str, passage: Passage) -> None:
        """Mark the provisions that the words before a range of paragraphs say were put to a vote."""
        voted = _VOTED.search(text)
        what = "the record of the vote" if voted else "several paragraphs together"
        self._own_words(text, passage, (f"Stands with the reference {reference}, {what}.",))
        if voted is None:
            return
        count = _COUNTS.get((voted["count"] or "").lower(), 1)
        for label in self._order[-count:]:
            self._voted.append(label)
            self._remark(label, f"Put to a vote, says the summary {reference}: “{text}”", Standing.VOTE)

    def _name_votes(self, text: str) -> None:
        """Keep what the introduction says was voted on, to be compared with the references themselves."""
        for sentence in _SENTENCE_END.split(text):
            if "vote" in sentence:
                self._named_as_voted += _LABEL.findall(sentence)

    def _compare_votes(self) -> None:
        for named in self._named_as_voted:
            if named in self._voted or not self._voted:
                continue
            number = named.partition(".")[2]
            meant = [label for label in self._voted if label.partition(".")[2] == number]
            said = f"The introduction names {named} among the paragraphs put to a vote by mistake"
            for label in meant:
                self._remark(label, f"{said}; {label} is meant, as the summary itself shows.")
            self._warnings.append(f"{said}{'; ' + meant[0] + ' is meant' if meant else ''}.")

    def _remark(self, label: str, remark: str, standing: Standing | None = None) -> None:
        row = self._rows[self._by_label[label]]
        self._rows[self._by_label[label]] = replace(
            row, remarks=(*row.remarks, remark), standing=standing or row.standing
        )


def _is_subtheme(title: str) -> bool:
    return title[:1].isupper() and len(title.split()) <= _SUBTHEME_WORDS and not title.endswith("following")
