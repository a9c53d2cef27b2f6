"""What PDFium is asked about a page: its text, and where its lines stand.

A call of PDFium costs about a microsecond, so a page's text is taken in one call and split at PDFium's own
line breaks; after that only lines are asked about, and the few characters that may be raised marks.
"""

from __future__ import annotations

import ctypes
import re
from typing import Any

from importers.pdf.placing import VOWEL_SIGNS, by_place
from importers.pdf.printed import Mark, Page, Printed
from importers.pdf.rtl import TURNED

_FEW_LETTERS = 25
"""A page with fewer is one without text: a picture with perhaps a stamp or a number on it."""
_MANY_OUTLINES, _MOST_OBJECTS = 40, 500
_MOST_CHARACTERS = 30_000_000
_LINE = re.compile("[^\r\n\ufffe\x02]+")
_WORD = re.compile(r"\S+")
_CUTS = frozenset("\ufffe\x02")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_OUT_OF_PLACE = re.compile(f"[{VOWEL_SIGNS}A-Za-z0-9]")
"""Where a line from right to left has one of these, PDFium's order of its runs is not sure."""
_HAN_GAP = re.compile(
    "(?<=[\u4e00-\u9fff，。；：、）（]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[\u4e00-\u9fff，。；：、）（])"
)
_RAISED_SIGN = re.compile(f"[،؛.:\\s]*[{VOWEL_SIGNS}][{VOWEL_SIGNS}\\s]*")
_SIGNS = frozenset("*†‡§")
_FIRST_OF_MARKS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz") | _SIGNS
_CANDIDATE = re.compile("[0-9*†‡§][0-9*]*")
_AFTER = frozenset('.,;:)”"’»]?!，。；：、）》」』؛،؟')
_LETTER_MARK = re.compile(r"(?<=[^\W_])[a-z](?![^\W_])|(?<=[\s.,;:)”\"’»\]])[a-z](?![^\W_])")
_FIRST = re.compile(
    r"(\d{1,3}|\*{1,3}|[†‡§])(?:\s+|(?=[^\W\d_]{2}|[“\"(«]))(?=\S)|([a-z])(?:\s+(?=\S)|(?=[A-Z“]))"
)
_ALONE = re.compile(r"\d{1,3}|[a-z]|\*{1,3}|[†‡§]")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.I)
_RAISED_SIZE, _RAISED_BY = 0.82, 0.12
_OUTSIZED = 0.94
"""Below this share of its number's size, the words after a number are those of a note: some word processors
set the number of a note in the size of the text."""
_LETTER_HEIGHT = 0.9
"""Of the size of a type, what its letters take from their lowest to their highest point."""
_WIDE, _GAP_HEIGHT = 1.6, 10.0
_LOOSE = 0.52
"""The width of a letter, in heights, above which a line may hold wide gaps; in prose it is about 0.5."""
_LABEL_WIDTH, _WIDE_AFTER_LABEL = 7.0, 4.0
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}|_{6,}")


class Asker:
    """Asks PDFium about characters, with the places that the answers are written to made once."""

    def __init__(self, pdfium: Any) -> None:
        self._pdfium = pdfium
        self._box = pdfium.FS_RECTF()
        self._box_at = ctypes.byref(self._box)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_at = ctypes.byref(self._matrix)
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._edges_at = [ctypes.byref(edge) for edge in self._edges]
        self._name = ctypes.create_string_buffer(128)
        self._flags_at = ctypes.byref(ctypes.c_int())
        self._bold_names: dict[bytes, bool] = {}
        self._units = (ctypes.c_ushort * 8192)()
        self._was_bold = self._jumps = False
        self._text_page: Any = None
        self._at: list[int] | None = None
        self._read = 0

    def page(self, document: Any, index: int) -> Page | None:
        """The page of this index, None if PDFium cannot read it."""
        pdfium = self._pdfium
        page = pdfium.FPDF_LoadPage(document, index)
        if not page:
            return None
        try:
            self._text_page = pdfium.FPDFText_LoadPage(page)
            if not self._text_page:
                return None
            try:
                lines = self._lines(index + 1, self._text())
                width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
                drawn = sum(len(line.text) for line in lines) < _FEW_LETTERS and self._is_drawn(page)
                return Page(index + 1, width, height, lines, drawn)
            finally:
                pdfium.FPDFText_ClosePage(self._text_page)
        finally:
            pdfium.FPDF_ClosePage(page)

    def _is_drawn(self, page: Any) -> bool:
        """Whether there is a picture on a page, or so many outlines that they may be letters."""
        pdfium = self._pdfium
        kinds = [
            pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index))
            for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS))
        ]
        outlines = kinds.count(pdfium.FPDF_PAGEOBJ_PATH)
        pictures = kinds.count(pdfium.FPDF_PAGEOBJ_IMAGE) + kinds.count(pdfium.FPDF_PAGEOBJ_FORM)
        return pictures > 0 or outlines >= _MANY_OUTLINES

    def _text(self) -> str:
        """The whole text of the page, of which ``_at`` tells the places where they are not one to one."""
        pdfium = self._pdfium
        count = pdfium.FPDFText_CountChars(self._text_page)
        self._at = None
        self._read += max(0, count)
        if count <= 0 or self._read > _MOST_CHARACTERS:
            return ""
        if len(self._units) < 2 * count + 2:
            self._units = (ctypes.c_ushort * (2 * count + 2))()
        units = pdfium.FPDFText_GetText(self._text_page, 0, count, self._units) - 1
        text = bytes(memoryview(self._units)[: max(0, units)]).decode("utf-16-le", "replace")
        if units != count or len(text) != count:
            self._at = self._places(text)
        return text

    def _places(self, text: str) -> list[int]:
        places, unit = [], 0
        for character in text:
            places.append(self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._text_page, unit))
            unit += 2 if character > "\uffff" else 1
        return places

    def _place(self, index: int) -> int:
        return index if self._at is None else self._at[index]

    def _lines(self, number: int, text: str) -> list[Printed]:
        lines: list[Printed] = []
        end = len(text)
        candidates = [(found.start(), found.group()) for found in _CANDIDATE.finditer(text)]
        candidates.reverse()
        begin = 0
        for match in _LINE.finditer(text):
            words = match.group().rstrip()
            start = match.start()
            if words[:1].isspace():
                bare = words.lstrip()
                start += len(words) - len(bare)
                words = bare
            if not words:
                continue
            line = self._line(number, words, start)
            after = match.end()
            if line.rtl and lines and _is_torn(lines[-1], line):
                line = self._whole(lines.pop(), line, begin, start + len(words))
            else:
                begin = start
            line.cut = after < end and text[after] in _CUTS
            label = _length_of_number(words)
            while candidates and candidates[-1][0] < after:
                at, token = candidates.pop()
                if at >= start + label and _may_be_mark(text, at, token):
                    self._add_mark(line, at - start - (len(words) - len(line.text)), at, token)
            lines.append(line)
        self._letter_marks(lines, text)
        return lines

    def _line(self, number: int, text: str, start: int) -> Printed:
        raised_sign = _RAISED_SIGN.match(text)
        baseline, height = self._type(start + (raised_sign.end() if raised_sign else 0))
        mark = ""
        first = _FIRST.match(text) if text[0] in _FIRST_OF_MARKS else None
        if first:
            letters, letter_height = self._type(start + first.end())
            if _raised(baseline, height, letters, letter_height) or (
                first.group(1) and letter_height < _OUTSIZED * height
            ):
                mark = first.group(1) or first.group(2)
                text, start = text[first.end() :], start + first.end()
                baseline, height = letters, letter_height
        length = len(text)
        if not text.isascii() and _HAN_GAP.search(text):
            text = _HAN_GAP.sub(lambda gap: self._gap(start + gap.start()), text)
        left, right = self._sides(start)[0], self._sides(start + length - 1)[1]
        rtl = not text.isascii() and _RTL.search(text) is not None
        line = Printed(number, text, left, right, baseline, height, rtl=rtl, mark=mark)
        # A line that begins in small letters goes on with the one before it, and with its weight.
        if (self._was_bold or not text[0].islower()) and self._bold(start):
            line.bold = True
            line.bold_end = self._bold(start + length - 1)
        self._was_bold = line.bold_end
        if rtl:
            line.left, line.right, _ = self._ink(start, length, height, whole=True)
            placed = self._jumps or _OUT_OF_PLACE.search(text)
            line.text = self._by_place(start, length, height) if placed else self._ligatures(text, start)
        elif (
            right - left > _LOOSE * min(height, _GAP_HEIGHT) * length
            and not _LEADERS.search(text)
            and self._ink(start, length, height)[2]
        ):
            line.segments = self._segments(text, start, height)
        return line

    def _gap(self, index: int) -> str:
        """A space beside a Chinese character: nothing that is read if PDFium made it up.

        Typesetting keeps figures and Latin words a little apart from Chinese characters.
        """
        made_up = self._pdfium.FPDFText_IsGenerated(self._text_page, self._place(index)) == 1
        return "\u200b" if made_up else " "

    def _add_mark(self, line: Printed, start: int, at: int, token: str) -> None:
        """Gives a line a mark at this place of its text, if it is one of the signs or raised."""
        if start >= 0 and (token[0] in _SIGNS or _raised(*self._type(at), line.bottom, line.height)):
            line.marks.append(Mark(start, start + len(token), token))

    def _type(self, index: int) -> tuple[float, float]:
        """The base line of a character, and the height of the letters of its type and size."""
        place = index if self._at is None else self._at[index]
        matrix = self._matrix
        self._pdfium.FPDFText_GetMatrix(self._text_page, place, self._matrix_at)
        scale = matrix.d or abs(matrix.b)
        return matrix.f, _LETTER_HEIGHT * abs(scale) * self._pdfium.FPDFText_GetFontSize(
            self._text_page, place
        )

    def _ink(self, start: int, length: int, height: float, whole: bool = False) -> tuple[float, float, bool]:
        """The left and right edge of a piece of text, and whether there is a wide gap inside it.

        PDFium gives a rectangle for each piece that the file sets at once, which is why a gap shows.
        """
        pdfium, text_page = self._pdfium, self._text_page
        first = self._place(start)
        count = pdfium.FPDFText_CountRects(text_page, first, self._place(start + length - 1) - first + 1)
        if count == 1 and not whole:
            return 0.0, 0.0, False
        left_edge, _, right_edge, _ = self._edges
        left_at, top_at, right_at, bottom_at = self._edges_at
        height = min(height, _GAP_HEIGHT)
        left, right, last, gap, jumps = 1e9, -1e9, None, False, False
        for index in range(count):
            pdfium.FPDFText_GetRect(text_page, index, left_at, top_at, right_at, bottom_at)
            begins, ends = left_edge.value, right_edge.value
            jumps = jumps or (last is not None and begins > right - height)
            if last is not None:
                after_label = last - left <= _LABEL_WIDTH * height
                gap = gap or begins - last > (_WIDE_AFTER_LABEL if after_label else _WIDE) * height
            left, right, last = min(left, begins), max(right, ends), ends
        self._jumps = jumps and count > 1
        if right < left:
            box = self._box
            pdfium.FPDFText_GetLooseCharBox(text_page, first, self._box_at)
            left, right = box.left, box.right
        return left, right, gap

    def _segments(self, text: str, start: int, height: float) -> list[tuple[float, float, str]]:
        """The pieces of a line between its wide gaps, each with its left and right edge."""
        pieces: list[tuple[float, float, str]] = []
        wide = _WIDE * min(height, _GAP_HEIGHT)
        begin, left, right = 0, None, 0.0
        for word in _WORD.finditer(text):
            word_left = self._sides(start + word.start())[0]
            if left is None:
                left = word_left
            elif word_left - right > wide:
                pieces.append((left, right, text[begin : word.start()].rstrip()))
                begin, left = word.start(), word_left
            right = self._sides(start + word.end() - 1)[1]
        if left is not None:
            pieces.append((left, right, text[begin:]))
        return pieces if len(pieces) > 1 else []

    def _sides(self, index: int) -> tuple[float, float]:
        self._pdfium.FPDFText_GetLooseCharBox(self._text_page, self._place(index), self._box_at)
        return self._box.left, self._box.right

    def _ligatures(self, text: str, start: int) -> str:
        """The text with two letters in order where one glyph stands for both, and PDFium turned them."""
        letters = list(text)
        for found in TURNED.finditer(text):
            at = found.start()
            if self._sides(start + at) == self._sides(start + at + 1):
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
        return "".join(letters)

    def _by_place(self, start: int, length: int, height: float) -> str:
        """The characters of a line in the order in which they stand."""
        return by_place(((self._letter(at), *self._sides(at)) for at in range(start, start + length)), height)

    def _letter(self, index: int) -> str:
        return chr(self._pdfium.FPDFText_GetUnicode(self._text_page, self._place(index)))

    def _whole(self, torn: Printed, line: Printed, start: int, end: int) -> Printed:
        """A line from right to left that PDFium tore in two, with the second part first."""
        line.left, line.right = min(torn.left, line.left), max(torn.right, line.right)
        line.text = self._by_place(start, end - start, line.height)
        return line

    def _bold(self, index: int) -> bool:
        name = self._name
        self._pdfium.FPDFText_GetFontInfo(self._text_page, self._place(index), name, 128, self._flags_at)
        font = name.value
        bold = self._bold_names.get(font)
        if bold is None:
            bold = self._bold_names[font] = _BOLD.search(font) is not None
        return bold

    def _letter_marks(self, lines: list[Printed], text: str) -> None:
        """Adds the raised letters of a page whose notes are marked with letters."""
        tokens = {line.mark for line in lines if line.mark.isalpha()}
        if not tokens:
            return
        start = 0
        for line in lines:
            start = text.find(line.text, start)
            for found in _LETTER_MARK.finditer(line.text):
                raised = _raised(*self._type(start + found.start()), line.bottom, line.height)
                if found.group() in tokens and raised:
                    line.marks.append(Mark(found.start(), found.end(), found.group()))
            line.marks.sort(key=lambda mark: mark.start)
            start += len(line.text)


def _length_of_number(text: str) -> int:
    """How many characters of a line are the number that it begins with ("5.1.2."), which holds no mark."""
    if not text[0].isdigit():
        return 0
    number = text.split(" ", 1)[0]
    return 0 if number.strip("0123456789.") else len(number)


def _may_be_mark(text: str, at: int, token: str) -> bool:
    """Whether a number stands where the mark of a note may stand: after a word, not before another figure."""
    if token[0] in _SIGNS:
        return True
    if len(token) > 3:
        return False
    before, after = text[at - 1 : at], text[at + len(token) : at + len(token) + 2]
    if not (before.isalpha() or before.isspace() or before in _AFTER):
        return False
    return after[:1] != "/" and not (after[:1] == "." and after[1:].isdigit())


def _is_torn(line: Printed, after: Printed) -> bool:
    """Whether a line ends where the one before it begins: PDFium gives the two parts in the wrong order."""
    return (
        abs(after.bottom - line.bottom) < 0.3 * line.height
        and abs(after.left - line.right) < 0.6 * line.height
    )


def _raised(bottom: float, height: float, line_bottom: float, line_height: float) -> bool:
    return height < _RAISED_SIZE * line_height and bottom > line_bottom + _RAISED_BY * line_height
