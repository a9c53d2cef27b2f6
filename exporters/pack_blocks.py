"""A briefing pack as a manuscript: cover, contents, one chapter an agenda item, annex.

The parts that repeat for every item keep the order in which they were switched on; cover and contents
always open a pack and the annex always closes it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

from core.briefing_pack import BriefingPack, PackItem, PackPart, Paper
from core.english_dates import long_date
from core.errors import NameplateError
from exporters.annex_blocks import annex_blocks
from exporters.blocks import Block, Contents, Foot, Manuscript, Paragraph, Role, Run
from exporters.citing import Citing
from exporters.commitment_blocks import commitment_blocks, commitment_key
from exporters.record_blocks import record_blocks
from exporters.statement_blocks import statement_blocks
from exporters.text_blocks import WRITTEN, text_blocks
from exporters.wording import (
    PRIVATE_WARNING,
    heading_anchor,
    joined,
    marked,
    one_line,
    place_and_dates,
    shortened,
    title_of,
)

_KIND = "Briefing pack"
_COVER_LINES = {Paper.A4: 18, Paper.LETTER: 14}  # room on the cover for the meeting's name and the items


def pack_manuscript(pack: BriefingPack) -> Manuscript:
    """The pack as blocks; NameplateError if nothing was chosen that could be written."""
    parts = pack.settings.parts
    composer = _Chapters(pack)
    chapters = [block for item in pack.items for block in composer.of(item)]
    if PackPart.ANNEX in parts:
        chapters.extend(annex_blocks(composer.citing.used.values()))
    private = any(isinstance(block, Paragraph) and block.tinted for block in chapters)
    blocks: list[Block] = []
    if PackPart.COVER in parts:
        blocks.extend(_cover(pack, private))
    if PackPart.CONTENTS in parts and chapters:
        title = Paragraph(Role.CONTENTS_TITLE, (Run("Contents"),), "the contents", new_page=bool(blocks))
        blocks.append(Contents(title))
    if not blocks and chapters and isinstance(chapters[0], Paragraph):
        chapters[0] = replace(chapters[0], new_page=False)
    blocks.extend(chapters)
    if not blocks:
        raise NameplateError("The pack holds nothing yet: switch on a part or add an agenda item.")
    return Manuscript(
        title=one_line(joined((_title(pack), pack.meeting.name), " – ")),
        subject=joined((one_line(pack.delegation.state), _items(pack), place_and_dates(pack.meeting)), " · "),
        author=one_line(pack.settings.author),
        made_on=pack.made_on,
        paper=pack.settings.paper,
        head=shortened(pack.meeting.name),
        marking=marked(pack.settings, private),
        blocks=tuple(blocks),
        plain_first_page=PackPart.COVER in parts,
    )


def _title(pack: BriefingPack) -> str:
    title = one_line(pack.title)
    return title if title and title != one_line(pack.meeting.name) else _KIND


def _items(pack: BriefingPack) -> str:
    """ "agenda items 6, 7"."""
    numbers = joined(one_line(item.item.number) for item in pack.items)
    return f"agenda item{'s' if len(pack.items) > 1 else ''} {numbers}" if numbers else ""


def _cover(pack: BriefingPack, private: bool) -> Iterator[Block]:
    delegation, meeting = pack.delegation, pack.meeting
    lines = [
        (Role.COVER_STATE, delegation.state),
        (Role.COVER_MISSION, delegation.mission),
        (Role.COVER_KIND, _title(pack)),
        (Role.COVER_TITLE, meeting.name),
        (Role.COVER_WHEN, place_and_dates(meeting)),
        (Role.COVER_LABEL, "Agenda items" if len(pack.items) > 1 else "Agenda item" if pack.items else ""),
    ]
    last_of_head = Role.COVER_MISSION if one_line(delegation.mission) else Role.COVER_STATE
    for role, words in lines:
        if one_line(words):
            yield Paragraph(role, (Run(one_line(words)),), "the cover", ruled_off=role is last_of_head)
    for item, words in zip(pack.items, _cover_titles(pack), strict=True):
        yield Paragraph(Role.COVER_ITEM, (Run(words),), "the cover", marker=one_line(item.item.number))
    foot = [
        (Role.COVER_MARKING, one_line(pack.settings.marking)),
        (Role.COVER_WARNING, PRIVATE_WARNING if private else ""),
        (Role.COVER_DATE, long_date(pack.made_on)),
    ]
    yield Foot(tuple(Paragraph(role, (Run(words),), "the cover") for role, words in foot if words))


def _cover_titles(pack: BriefingPack) -> list[str]:
    """The items' titles as the cover lists them: in full where there is room, else their beginnings."""
    titles = [title_of(item.item.title) for item in pack.items]
    count = -(-len(pack.meeting.name) // 38) + sum(-(-len(title) // 68) for title in titles)
    fits = count <= _COVER_LINES[pack.settings.paper]
    return titles if fits else [shortened(title, 66) for title in titles]


class _Chapters:
    """Composes the items of one pack, with what runs through all of them: notes and numbers."""

    def __init__(self, pack: BriefingPack) -> None:
        self._pack = pack
        parts = pack.settings.parts
        self._private = pack.settings.with_private_notes
        self._annexed = PackPart.ANNEX in parts
        pulled = {commitment_key(c) for item in pack.items for c in item.commitments}
        self.citing = Citing(pack.cited, self._annexed, pulled if PackPart.COMMITMENTS in parts else ())
        self._numbers = itertools.count(1)
        self._anchored: set[str] = set()
        self._parts: dict[PackPart, Callable[[PackItem, str], Iterator[Block]]] = {
            PackPart.BRIEF: self._brief,
            PackPart.TALKING_POINTS: self._talking_points,
            PackPart.STATEMENT: self._statements,
            PackPart.COMMITMENTS: self._commitments,
            PackPart.RECORD: self._record,
        }

    def of(self, item: PackItem) -> Iterator[Block]:
        """One agenda item: its title, then every part that holds something."""
        number, title = one_line(item.item.number), title_of(item.item.title)
        place = f"agenda item {number}"
        anchor = heading_anchor(item.item.id)
        entry = joined((number, title), " ")
        yield Paragraph(
            Role.HEADING_1, (Run(title),), place, number, anchor=anchor, entry=entry, new_page=True
        )
        if item.item.track:
            rule = item.item.track.value
            yield Paragraph(Role.TRACK, (Run(f"Track: {item.item.track.full_title}"),), place, rule=rule)
        found = False
        for part in dict.fromkeys(self._pack.settings.parts):
            for block in self._parts[part](item, place) if part in self._parts else ():
                found = True
                yield block
        if not found:
            yield Paragraph(Role.BODY, (Run("Nothing has been prepared on this item.", italic=True),), place)

    def _heading(self, item: PackItem, words: str, place: str) -> Paragraph:
        anchor = heading_anchor(item.item.id, words)
        return Paragraph(Role.HEADING_2, (Run(words),), place, anchor=anchor, entry=words)

    def _brief(self, item: PackItem, place: str) -> Iterator[Block]:
        name = f"the brief on {place}"
        text = list(text_blocks(item.brief, WRITTEN, self.citing, self._private, name))
        if text:
            yield self._heading(item, "Brief", place)
            yield from text

    def _talking_points(self, item: PackItem, place: str) -> Iterator[Block]:
        points: list[Paragraph] = []
        for nth, point in enumerate(item.talking_points, 1):
            name = f"talking point {nth} on {place}"
            lines = list(text_blocks(point, WRITTEN, self.citing, self._private, name))
            points.extend(_as_point(line) for line in lines)
        if points:
            yield self._heading(item, "Talking points", place)
            yield from points

    def _statements(self, item: PackItem, place: str) -> Iterator[Block]:
        pack = self._pack
        for statement in item.statements:
            yield from statement_blocks(statement, pack.delegation, pack.meeting, self.citing, self._private)

    def _commitments(self, item: PackItem, place: str) -> Iterator[Block]:
        if item.commitments:
            yield self._heading(item, "Commitments", place)
        for commitment in item.commitments:
            key = commitment_key(commitment)
            anchored = key not in self._anchored
            self._anchored.add(key)
            number = next(self._numbers)
            yield from commitment_blocks(
                commitment, number, self.citing, self._private, anchored, remarks=not self._annexed
            )

    def _record(self, item: PackItem, place: str) -> Iterator[Block]:
        if item.records:
            yield self._heading(item, "Record of past meetings", place)
        for past in item.records:
            yield from record_blocks(past, self._pack.delegation.state, str(item.item.id))


def _as_point(line: Paragraph) -> Paragraph:
    if line.tinted or line.role is not Role.BODY:
        return line
    return replace(line, role=Role.BULLET, marker="•", level=1)
