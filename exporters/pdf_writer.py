"""The PDF writer: pages drawn on a reportlab canvas, with outline, links, metadata and embedded fonts."""

from __future__ import annotations

import calendar
import time
from collections.abc import Callable
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from exporters.blocks import Manuscript, Role, Tone
from exporters.characters import check_characters
from exporters.pdf_fonts import face, missing
from exporters.pdf_glyphs import GlyphFace, GlyphFonts
from exporters.pdf_lines import Piece, run_piece
from exporters.pdf_pages import NOTE_GAP, Page, laid_out, page_numbers
from exporters.pdf_strips import Strip
from exporters.style import (
    EDGE,
    HAIRLINE,
    INK,
    MARGIN,
    PAPER_SIZES,
    PRIVATE_PAD,
    QUIET,
    RULE_WIDTH,
    Family,
    looks,
    text_size,
)

_FURNITURE = "/Artifact <</Type /Pagination>> BDC"  # what follows is no part of the text, up to "EMC"
_DRAWN_AT = {Tone.INSERTED: -0.14, Tone.DELETED: 0.26}
"""How far above the baseline the line of changed words is drawn, in sizes of the letters."""

Progress = Callable[[float], None]


def pdf_bytes(manuscript: Manuscript, progress: Progress | None = None) -> bytes:
    """The manuscript as a PDF file; NameplateError names what its fonts cannot show."""
    check_characters(manuscript, missing)
    told = progress or (lambda done: None)
    pages = laid_out(manuscript, lambda done: told(0.5 * done))
    drawing = _Drawing(manuscript, pages)
    for number, page in enumerate(pages, 1):
        drawing.page(number, page)
        told(0.5 + 0.45 * number / len(pages))
    return drawing.finished()


class _Drawing:
    """Draws laid-out pages."""

    def __init__(self, manuscript: Manuscript, pages: list[Page]) -> None:
        self._manuscript = manuscript
        self._numbers = page_numbers(pages)
        self._total = len(pages)
        self._size = PAPER_SIZES[manuscript.paper]
        self._width, self._height = text_size(manuscript.paper)
        self._looks = looks(manuscript.aloud)
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=self._size,
            pageCompression=1,
            invariant=1,
            initialFontName=face(Family.SERIF).name,  # else every page would name a font that is not embedded
        )
        self._shaped = GlyphFonts(self._canvas)
        self._level = -1
        self._marked: set[str] = set()
        self._colours: dict[str, HexColor] = {}
        _describe(self._canvas, manuscript)

    def page(self, number: int, page: Page) -> None:
        """Draws one page and turns to the next."""
        if number > 1 or not self._manuscript.plain_first_page:
            self._furniture(number)
        strips = [strip for _, strip in page.strips]
        for (y, strip), above, below in zip(page.strips, [None, *strips], [*strips[1:], None], strict=False):
            self._beside(MARGIN + y, strip, above, below)
            self._strip(MARGIN + y, strip)
            if strip.row and (below is None or below.row != strip.row):
                self._cells([(y, s) for y, s in page.strips if s.row == strip.row])
        if page.notes:
            self._notes(page)
        self._canvas.showPage()

    def finished(self) -> bytes:
        """The file."""
        self._canvas.save()
        return self._buffer.getvalue()

    def _beside(self, top: float, strip: Strip, above: Strip | None, below: Strip | None) -> None:
        """The fill behind a strip and the rule beside it; both cross the space between strips alike."""
        pad = PRIVATE_PAD if strip.tint and strip.bar else 0.0
        high = strip.before if above is not None and _same_rule(above, strip) else pad
        low = 0.0 if below is not None and _same_rule(below, strip) else pad
        bottom, height = top - strip.height - low, strip.height + high + low
        if strip.tint:
            self._canvas.setFillColor(self._colour(strip.tint))
            left = MARGIN + (0.0 if strip.mirrored else strip.tint_x)
            self._canvas.rect(left, bottom, self._width - strip.tint_x, height, stroke=0, fill=1)
        if strip.bar:
            self._canvas.setFillColor(self._colour(strip.bar))
            left = self._width - strip.bar_x - RULE_WIDTH if strip.mirrored else strip.bar_x
            self._canvas.rect(MARGIN + left, bottom, RULE_WIDTH, height, stroke=0, fill=1)

    def _strip(self, top: float, strip: Strip) -> None:
        """Draws a strip whose top is at ``top``."""
        bottom = top - strip.height
        for line, y in ((strip.line_above, top), (strip.line_below, bottom)):
            if line is not None:
                self._hairline(line[0], line[1], y)
        if strip.anchor:
            self._destination(strip, top)
        self._pieces(strip.pieces, top - strip.baseline)
        if strip.page_of:
            self._page_number(strip, top - strip.baseline)

    def _cells(self, row: list[tuple[float, Strip]]) -> None:
        """The words of a table row, cell by cell, as they are read and copied."""
        again = row[0][1].again
        if again:
            self._canvas._code.append(_FURNITURE)
        for column in range(len(row[0][1].columns)):
            for y, strip in row:
                self._pieces(strip.columns[column], MARGIN + y - strip.baseline)
        if again:
            self._canvas._code.append("EMC")

    def _pieces(self, pieces: list[Piece], baseline: float) -> None:
        if not pieces:
            return
        text = self._canvas.beginText()
        for piece in pieces:
            text.setTextOrigin(MARGIN + piece.x, baseline + piece.rise)
            text.setFillColor(self._colour(piece.colour))
            if isinstance(piece.face, GlyphFace):
                leftwards = piece.level % 2 == 1
                text._code.append(self._shaped.operators(piece.face, piece.text, piece.size, leftwards))
                continue
            text.setFont(piece.face.name, piece.size)
            text.textOut(piece.text)
        self._canvas.drawText(text)
        for piece in pieces:
            if piece.tone in _DRAWN_AT:
                self._line_through(piece, baseline + piece.rise + _DRAWN_AT[piece.tone] * piece.size)
            if piece.link in self._numbers:
                self._link(piece, baseline)

    def _line_through(self, piece: Piece, y: float) -> None:
        """The line that marks words as put in or left out, beside their colour."""
        self._canvas.setStrokeColor(self._colour(piece.colour))
        self._canvas.setLineWidth(piece.size / 16)
        self._canvas.line(MARGIN + piece.x, y, MARGIN + piece.x + piece.width, y)

    def _link(self, piece: Piece, baseline: float) -> None:
        left, bottom = MARGIN + piece.x, baseline + piece.rise
        area = (left, bottom - piece.size * 0.25, left + piece.width, bottom + piece.size * 0.8)
        self._canvas.linkAbsolute("", piece.link, area, Border="[0 0 0]")

    def _destination(self, strip: Strip, top: float) -> None:
        canvas = self._canvas
        if strip.anchor in self._marked:
            return
        self._marked.add(strip.anchor)
        canvas.bookmarkHorizontalAbsolute(strip.anchor, min(top + 12, self._size[1]), left=0)
        if strip.level:
            self._level = min(strip.level - 1, self._level + 1)
            canvas.showOutline()
            canvas.addOutlineEntry(strip.entry, strip.anchor, self._level, closed=self._level >= 1)

    def _page_number(self, strip: Strip, baseline: float) -> None:
        """The page number of a contents entry at the right, with dots that are drawn, not written."""
        number = str(self._numbers.get(strip.page_of, ""))
        look = self._looks[Role.CONTENTS_2]
        pieces = run_piece(number, look)
        end = self._width - sum(piece.width for piece in pieces)
        for piece in pieces:
            piece.x += end
            piece.link = strip.page_of
        canvas = self._canvas
        canvas.saveState()
        canvas.setLineCap(1)
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(self._colour(QUIET))
        canvas.setDash(0.01, 4.5)
        first = strip.dots_from + (end - 6 - strip.dots_from) % 4.5  # dots of all entries stand in columns
        if first < end - 6:
            canvas.line(MARGIN + first, baseline + 0.6, MARGIN + end - 6, baseline + 0.6)
        canvas.restoreState()
        self._pieces(pieces, baseline)

    def _notes(self, page: Page) -> None:
        top = MARGIN + page.notes[0][0] + NOTE_GAP / 2 - 1
        self._canvas.setStrokeColor(self._colour(HAIRLINE))
        self._canvas.setLineWidth(0.75)
        self._canvas.line(MARGIN, top, MARGIN + 85, top)
        self._canvas._code.append("/Note BMC")
        for y, strip in page.notes:
            self._pieces(strip.pieces, MARGIN + y - strip.baseline)
        self._canvas._code.append("EMC")

    def _furniture(self, number: int) -> None:
        """Running head and foot, marked as no part of the text."""
        manuscript, canvas = self._manuscript, self._canvas
        canvas._code.append(_FURNITURE)
        look = self._looks[Role.HEAD]
        top = self._size[1] - EDGE - look.size
        self._pieces(run_piece(manuscript.head, look), top)
        self._at_right(run_piece(manuscript.marking, look), top)
        canvas.setStrokeColor(self._colour(HAIRLINE))
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, top - 6, MARGIN + self._width, top - 6)
        self._at_right(run_piece(f"Page {number} of {self._total}", self._looks[Role.FOOT]), EDGE)
        canvas._code.append("EMC")

    def _at_right(self, pieces: list[Piece], baseline: float) -> None:
        end = sum(piece.width for piece in pieces)
        for piece in pieces:
            piece.x += self._width - end
        self._pieces(pieces, baseline)

    def _hairline(self, colour: str, thickness: float, y: float) -> None:
        self._canvas.setStrokeColor(self._colour(colour))
        self._canvas.setLineWidth(thickness)
        self._canvas.line(MARGIN, y, MARGIN + self._width, y)

    def _colour(self, name: str) -> HexColor:
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = HexColor(f"#{name or INK}")
        return found


def _same_rule(one: Strip, other: Strip) -> bool:
    return (one.bar, one.bar_x, one.mirrored) == (other.bar, other.bar_x, other.mirrored)


def _describe(canvas: Canvas, manuscript: Manuscript) -> None:
    """Title, subject, author and date of the pack; nothing that tells of the machine or the hour."""
    canvas.setTitle(manuscript.title)
    canvas.setSubject(manuscript.subject)
    canvas.setAuthor(manuscript.author)
    canvas.setCreator("Nameplate")
    canvas.setProducer("Nameplate")
    canvas.setCatalogEntry("Lang", manuscript.language)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stamp = canvas._doc._timeStamp
    stamp.t = calendar.timegm(manuscript.made_on.timetuple())
    stamp.lt = time.gmtime(stamp.t)
    stamp.YMDhms = tuple(stamp.lt)[:6]
