"""Printed lines put together: each paragraph, heading or entry of a list becomes one line.

A line begins a new paragraph if there is a space above it, if its type or weight is another, if it stands in
or out from the lines before it, or if its first word would have had room on the line before. A page break
leaves only the indent, the room and the words to tell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from importers.lines import Line
from importers.pdf.heading_words import TITLE_ALONE, TITLE_WORD
from importers.pdf.mending import Mender
from importers.pdf.printed import Page, Printed

_LEADER = re.compile(r"(?:\.\s?){4,}\s*[\dIVXLCivxlc]{0,6}$|…{2,}\s*\d{0,4}$")
_LABEL = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}(?: bis| ter| quater)?[.)]|\(?[a-zа-я]{1,2}\)|"
    r"\([A-ZА-Я]{1,2}\)|[A-ZА-Я]\.|"
    r"\(?[ivxl]{1,6}\)|[IVXL]{1,6}\.|\([0-9٠-٩]{1,3}\)|[٠-٩]{1,3}\s?[.)-]|[•●▪◦·])(?=\s|$)|"
    r"[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十百零〇\d]{1,6}[条章节部]"
)
_FIRST_OPERATIVE = re.compile(r"[1１١][.．、]\s*(?![a-zà-ÿа-яё\d])")
_DASH = re.compile(r"[–—-]\s")
_NUMERAL_ALONE = re.compile(r"(?:[IVXL]{1,5}|[A-Z])\.?")
_UNBROKEN = re.compile(r".[，。；：、》」』）！？”’·]*")
_END = frozenset(".;:!?…。；：！？؛؟")
_COMMAS = frozenset(",，،")
_LONG_WORD = 9.0
_OPENING = frozenset("([{“«")
_STARTS_LOW = re.compile(r"[a-zà-ÿа-яё]")
_SPACE_ABOVE = 1.32
_SAME_SIZE = 0.08
_SAME_SIZE_RTL = 0.2
"""Larger, since the box of an Arabic letter is as high as its dots and signs."""
_WIDEST, _WIDEST_RTL = 2.2, 3.0
"""Lines further apart, in heights, do not follow one another; Arabic type is set wider."""
_INDENT = 0.75
_ROOM = 0.35


@dataclass(slots=True)
class _Flow:
    """Lines of one column: what they are set between, and whether other text stands beside them."""

    lines: list[Printed]
    left: float
    right: float
    beside: bool = False


class _Paragraph:
    """A paragraph while it grows."""

    __slots__ = ("body_left", "first", "last", "lines")

    def __init__(self, line: Printed) -> None:
        self.lines = [line]
        self.first = self.last = line
        self.body_left: float | None = None

    def add(self, line: Printed) -> None:
        self.lines.append(line)
        if self.body_left is None or line.page != self.last.page:
            self.body_left = line.left
        self.last = line


def to_paragraphs(pages: list[Page], body: float, mender: Mender) -> tuple[Line, ...]:
    """The whole lines that the printed lines of a document make; ``body`` is the height of its type."""
    flows = [flow for page in pages for flow in _flows(page)]
    _set_edges(flows)
    leading = _leading(flows)
    widths = {page.number: page.width for page in pages}
    paragraphs: list[_Paragraph] = []
    flow_of = {}
    for flow in flows:
        for line in flow.lines:
            flow_of[id(line)] = flow
    paragraph: _Paragraph | None = None
    for flow in flows:
        for line in flow.lines:
            if paragraph is None or _begins(paragraph, line, flow_of, leading):
                paragraph = _Paragraph(line)
                paragraphs.append(paragraph)
            else:
                paragraph.add(line)
    return tuple(
        line
        for line in (_line(each, flow_of[id(each.first)], widths, body, mender) for each in paragraphs)
        if line.text
    )


def _flows(page: Page) -> list[_Flow]:
    flows: list[_Flow] = []
    for line in page.lines:
        flow = flows[-1] if flows else None
        if flow and line.bottom < flow.lines[-1].bottom + 1 and _overlaps(line, flow):
            flow.lines.append(line)
            flow.left, flow.right = min(flow.left, line.left), max(flow.right, line.right)
        else:
            flows.append(_Flow([line], line.left, line.right))
    for flow, after in pairwise(flows):
        if after.lines[0].bottom > flow.lines[-1].bottom - 1:
            flow.beside = after.beside = True
    return flows


def _overlaps(line: Printed, flow: _Flow) -> bool:
    return line.left < flow.right and line.right > flow.left


def _set_edges(flows: list[_Flow]) -> None:
    """Sets for each flow the right edge that its full lines reach."""
    common: Counter[int] = Counter()
    for flow in flows:
        half = (flow.right - flow.left) / 2
        long = [line for line in flow.lines if line.right - line.left > half]
        if 2 * len(long) < len(flow.lines):
            long = flow.lines
        rights = sorted((line.right for line in long), reverse=True)
        least = max(2, len(rights) // 8)
        flow.right = rights[0]
        for index, right in enumerate(rights):
            if index + least <= len(rights) and right - rights[index + least - 1] < 5:
                flow.right = right
                break
        if len(rights) >= 8:
            common[round(flow.right / 4)] += len(rights)
    if not common:
        return
    usual = 4.0 * common.most_common(1)[0][0] + 2
    for flow in flows:
        if len(flow.lines) < 6 and not flow.beside and flow.right < usual:
            flow.right = usual


def _leading(flows: list[_Flow]) -> dict[int, float]:
    """The usual distance between lines of each height of type, where lines follow one another."""
    steps: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for flow in flows:
        for line, after in pairwise(flow.lines):
            if abs(line.height - after.height) < _SAME_SIZE * line.height:
                step = round(line.bottom - after.bottom, 0)
                if 0.8 * line.height < step < (_WIDEST_RTL if line.rtl else _WIDEST) * line.height:
                    steps[round(line.height)][step] += 1
    usual: dict[int, float] = {}
    for height, counted in steps.items():
        most = counted.most_common(1)[0][1]
        usual[height] = min(
            step for step, times in counted.items() if times >= max(2, 0.25 * most) or times == most
        )
    return usual


def _begins(
    paragraph: _Paragraph, line: Printed, flow_of: dict[int, _Flow], leading: dict[int, float]
) -> bool:
    """Whether a line begins a new paragraph after those that a paragraph has so far."""
    last = paragraph.last
    height = line.height
    if last.cut:
        return False
    if abs(last.height - height) > (_SAME_SIZE_RTL if line.rtl else _SAME_SIZE) * height:
        return True
    flow, last_flow = flow_of[id(line)], flow_of[id(last)]
    step = last.bottom - line.bottom
    follows = flow is last_flow and line.page == last.page
    if (
        not follows
        and line.page == last.page
        and (flow.beside or last_flow.beside)
        and not _is_column(last_flow)
    ):
        return True
    if follows:
        usual = max(leading.get(round(each), 1.3 * each) for each in {height, last.height})
        if step > _SPACE_ABOVE * usual or step < 0.3 * height:
            return True
    if _has_leader(last.text):
        return True
    ended = last.text.rstrip('”"’»)]')[-1:] in _END
    labelled = _LABEL.match(line.text) is not None or (ended and _DASH.match(line.text) is not None)
    if last.bold and last.bold_end and line.bold and line.bold_end:
        return _begins_heading(paragraph, line, labelled, follows)
    if (last.bold and last.bold_end) != line.bold and not (line.text[:1].islower() and follows):
        return True
    return _parts_from(paragraph, line, (last_flow, flow), labelled, ended)


def _parts_from(
    paragraph: _Paragraph, line: Printed, flows: tuple[_Flow, _Flow], labelled: bool, ended: bool
) -> bool:
    """Whether a line of the same type as the one above parts from its paragraph by its words or its place.

    ``flows`` are the column of the line above and its own.
    """
    last, (last_flow, flow) = paragraph.last, flows
    follows = flow is last_flow and line.page == last.page
    goes_on = not ended and not labelled and _STARTS_LOW.match(line.text) is not None
    if goes_on and not follows:
        # A preambular paragraph in Russian ends in a comma, and the next begins in a small letter.
        return last.text[-1] in _COMMAS and not _is_nearly_full(last, last_flow)
    if goes_on and abs(line.left - last.left) < _INDENT * line.height:
        return False
    if last.text[-1] in _OPENING:
        return False
    if not _is_full(last, line, last_flow):
        return True
    if (ended and TITLE_ALONE.match(line.text)) or (last is paragraph.first and TITLE_ALONE.match(last.text)):
        return True
    moved = flow.left - last_flow.left if abs(flow.left - last_flow.left) > 6 * line.height else 0.0
    if abs(line.left - last.left) < 2:
        moved = 0.0  # Only one of the two pages has something that stands further out.
    indented = line.left > flow.left + _INDENT * line.height
    if not follows and paragraph.body_left is None and indented and abs(line.left - moved - last.left) < 2:
        # One line at the foot of a page, and another that stands in as far at the top of the next one.
        return not goes_on
    return _stands_out(paragraph, line, moved, labelled, follows, ended)


def _has_leader(text: str) -> bool:
    """Whether a line is an entry of a table of contents, which ends in dots and the number of a page."""
    return ("...." in text or ". . . ." in text or "……" in text) and _LEADER.search(text) is not None


def _is_column(flow: _Flow) -> bool:
    return len(flow.lines) >= 8


def _begins_heading(paragraph: _Paragraph, line: Printed, labelled: bool, follows: bool) -> bool:
    last = paragraph.last
    if not follows and last.text.endswith(",") and not labelled:
        return False  # A list of sponsors that goes on on the next page.
    if labelled or not follows or TITLE_WORD.match(line.text) or TITLE_ALONE.match(paragraph.first.text):
        return True
    if last is paragraph.first and _NUMERAL_ALONE.fullmatch(last.text):
        return True  # The number of a section, in a line of its own above its title.
    same_left = abs(last.left - line.left) < 2.5 * line.height
    same_centre = abs(last.left + last.right - line.left - line.right) < 1.5 * line.height
    hanging = _LABEL.match(paragraph.first.text) and line.left > paragraph.first.left
    return not (same_left or same_centre or hanging or line.text[0].islower())


def _is_nearly_full(line: Printed, flow: _Flow) -> bool:
    """Whether a line leaves room for no more than a long word."""
    return line.right > flow.right - _LONG_WORD * line.height


def _is_full(last: Printed, line: Printed, flow: _Flow) -> bool:
    """Whether the first word of a line had no room at the end of the one before."""
    text = line.text
    space = text.find(" ")
    length = len(text) if space < 0 else space
    width = (line.right - line.left) * length / max(1, len(text))
    if line.rtl and text[0].isascii() and text[0].isalnum():
        width = max(width, 0.6 * line.height * length)  # Wider than the Arabic letters of its line.
    elif ord(text[0]) > 0x2E7F:
        # Signs that close may not begin a line, and take the one before them along.
        width = 1.12 * line.height * len(_UNBROKEN.match(text).group())  # type: ignore[union-attr]
    return last.right + width > flow.right - _ROOM * line.height - 1


def _stands_out(
    paragraph: _Paragraph, line: Printed, moved: float, labelled: bool, follows: bool, ended: bool
) -> bool:
    """Whether a line that could go on with the paragraph shows by its indent or words that it does not.

    ``moved`` is how far its column stands from that of the line before.
    """
    first, left = paragraph.first, line.left - moved
    indent = _INDENT * line.height
    goes_on = not ended and _STARTS_LOW.match(line.text) is not None
    shift = left - first.left
    if labelled and abs(shift) < indent and _LABEL.match(first.text) and _same_kind(first.text, line.text):
        return True
    if paragraph.body_left is not None:
        own_indent = abs(first.left - paragraph.body_left) > indent
        if abs(left - paragraph.body_left) > indent:
            return True
        return not own_indent and ended and (labelled or not follows)
    if shift > indent:
        # Only a numbered paragraph hangs: the words after its number stand further in.
        return labelled or not (_LABEL.match(first.text) or goes_on)
    if shift < -indent:
        return labelled and not follows and ended
    if _FIRST_OPERATIVE.match(line.text) and paragraph.last.text.endswith((",", "，", "،")):
        return True  # The last preambular paragraph ends in a comma.
    return ended and (labelled or not follows)


def _same_kind(text: str, other: str) -> bool:
    """Whether two texts that begin with a number have it in brackets both or neither."""
    return (text[0] in "(（") == (other[0] in "(（") and text[0].isdigit() == other[0].isdigit()


def _line(paragraph: _Paragraph, flow: _Flow, widths: dict[int, float], body: float, mender: Mender) -> Line:
    first = paragraph.first
    text = mender.join((each.text, each.cut) for each in paragraph.lines)
    return Line(
        text=mender.mended(text),
        page=first.page,
        indent=round(first.left),
        style=f"{first.height / (body or 1.0) * 100:.0f}%",
        bold=all(each.bold and each.bold_end for each in paragraph.lines),
        centred=_is_centred(paragraph, flow, widths[first.page]),
        whole=True,
        footnotes=tuple(
            f"{note.token} {mender.join(note.pieces)}".strip()
            for each in paragraph.lines
            for note in each.notes
        ),
    )


def _is_centred(paragraph: _Paragraph, flow: _Flow, width: float) -> bool:
    """Whether each line of a paragraph stands in the middle of its column, away from both its edges."""
    away = 2.0 * paragraph.first.height
    return (
        len(paragraph.lines) <= 6
        and not _LABEL.match(paragraph.first.text)
        and all(
            line.left > flow.left + away
            and line.right < flow.right - away
            and abs(line.left + line.right - flow.left - flow.right) < 0.03 * width
            for line in paragraph.lines
        )
    )
