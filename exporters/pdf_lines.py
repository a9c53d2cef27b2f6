"""Words into lines: measuring and breaking paragraphs for the PDF.

Our own setting rather than a markup paragraph: no text is ever parsed, so nothing in it can be mistaken for
markup, and a paragraph of any length takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.language.scripts import has_right_to_left, is_han
from exporters.bidi import levels, mirrored, visual_order
from exporters.blocks import Break, Inline, Note, Run, Tone
from exporters.pdf_fonts import DIRECTION_MARKS, AnyFace, Face, face, faces_for, shaped_face
from exporters.style import ACCENT, TONES, Family, Look

SUPERSCRIPT = 0.62
_RISE = 0.36

# Only spaces break a line, no-break spaces not among them. Compounds are not broken at their hyphens: lines
# are ragged, so nothing is gained, and words copied out of the PDF stay whole.
_SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
# Chinese breaks between any two of its characters, save that no line begins with a mark that closes or ends
# with one that opens.
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005-\u3007"
_OPENS, _CLOSES = "“‘（《〈「『【〔", "”’）》〉」』】〕，。、；：！？…—"
_HAN_WORD = f"[{_OPENS}]*[{_HAN}][{_CLOSES}]*"
_PIECES = re.compile(f"[{_SPACES}]+|{_HAN_WORD}|(?:(?!{_HAN_WORD})[^{_SPACES}])+")
_BEGINS_HAN = re.compile(_HAN_WORD)
_COMMA = ","
_OBJECT = "\ufffc"  # stands for a footnote's mark where a line is put in order
_TIED = frozenset(
    ("para.", "paras.", "para", "paragraph", "paragraphs", "sect.", "section", "art.", "arts.", "article",
     "item", "items", "No.", "Nos.", "resolution", "decision", "Mr.", "Ms.", "Mrs.", "Dr.", "H.E.")
)  # fmt: skip


@dataclass(slots=True)
class Piece:
    """Words drawn at once: ``x`` from the left of the text area, ``rise`` above the baseline.

    ``level`` is their embedding level (``exporters.bidi``): words of an odd one run from right to left.
    ``apart`` are those that a line may begin with though no space stands before them.
    """

    x: float
    text: str
    face: AnyFace
    size: float
    colour: str
    width: float
    rise: float = 0.0
    link: str = ""
    level: int = 0
    apart: bool = False
    tone: Tone = Tone.INK


@dataclass(slots=True)
class Line:
    """One line: its pieces from x = 0, its width without trailing space, and the notes it calls."""

    pieces: list[Piece]
    width: float
    notes: list[Note]


@dataclass(slots=True)
class _Word:
    """What stays together on a line, with the space before it."""

    pieces: list[Piece]
    width: float
    space: Piece | None
    notes: list[Note]


def break_lines(
    inlines: Sequence[Inline], look: Look, width: float, first: float = 0.0, *, rtl: bool = False
) -> list[Line]:
    """The lines of a paragraph set in ``width``, its first line shorter by ``first``. At least one line.

    ``rtl`` says that the paragraph runs from right to left; pieces are always given from left to right.
    """
    lines: list[Line] = []
    for words in _paragraphs(inlines, look, rtl):
        lines.extend(_filled(words, width, 0.0 if lines else first))
    return lines


def run_piece(text: str, look: Look, colour: str = "") -> list[Piece]:
    """A short text on one line, as pieces from x = 0."""
    directions = _Directions.of((Run(text),), False)
    pieces = list(_pieces(Run(text), look, directions))
    word = _Word(pieces, 0.0, None, [])
    return [replace(piece, colour=colour or piece.colour) for piece in _line([word]).pieces]


class _Directions:
    """The levels of a paragraph's characters, told in the order they are asked for."""

    def __init__(self, found: list[int] | None) -> None:
        self._levels, self._at = found, 0

    @classmethod
    def of(cls, inlines: Sequence[Inline], rtl: bool) -> _Directions:
        """Those of a paragraph; all are 0 where nothing runs from right to left."""
        text = "".join(
            _OBJECT if isinstance(i, Note) else i.text for i in inlines if not isinstance(i, Break)
        )
        return cls(levels(text, int(rtl)) if rtl or has_right_to_left(text) else None)

    def next(self, text: str) -> Iterator[tuple[int, str]]:
        """The next characters, cut where their direction changes, marks of direction left out."""
        if self._levels is None:
            yield 0, text
            return
        here = self._levels[self._at : self._at + len(text)]
        self._at += len(text)
        start = 0
        for nth in range(1, len(text) + 1):
            if nth == len(text) or here[nth] != here[start]:
                if shown := DIRECTION_MARKS.sub("", text[start:nth]):
                    yield here[start], shown
                start = nth


def _paragraphs(inlines: Sequence[Inline], look: Look, rtl: bool) -> Iterator[list[_Word]]:
    """The words between line breaks."""
    start = 0
    for nth, inline in enumerate(inlines):
        if isinstance(inline, Break):
            yield _words(inlines[start:nth], look, rtl)
            start = nth + 1
    yield _words(inlines[start:], look, rtl)


def _words(inlines: Sequence[Inline], look: Look, rtl: bool) -> list[_Word]:
    words: list[_Word] = []
    space: Piece | None = None
    joined = False  # whether the next piece belongs to the last word
    directions = _Directions.of(inlines, rtl)
    for before, inline in zip((None, *inlines), inlines, strict=False):
        if isinstance(inline, Note):
            mark = _mark(inline, look)
            mark.level = next((level for level, _ in directions.next(_OBJECT)), 0)
            if joined:
                marks = [_between(mark, look), mark] if isinstance(before, Note) else [mark]
                words[-1].pieces += marks
                words[-1].width += sum(each.width for each in marks)
                words[-1].notes.append(inline)
            else:
                words.append(_Word([mark], mark.width, space, [inline]))
                space, joined = None, True
            continue
        if not isinstance(inline, Run):
            continue
        for piece in _pieces(inline, look, directions):
            if piece.text[0] in _SPACES:
                space = piece if space is None else _merged(space, piece)
                joined = False
            elif joined and not piece.apart:
                words[-1].pieces.append(piece)
                words[-1].width += piece.width
            else:
                tied = space is not None and space.text == " " and words and _tied(words[-1], piece)
                if tied and space is not None:
                    words[-1].pieces += [space, piece]
                    words[-1].width += space.width + piece.width
                else:
                    words.append(_Word([piece], piece.width, space, []))
                space, joined = None, True
    return words


def _pieces(run: Run, look: Look, directions: _Directions) -> Iterator[Piece]:
    """A run cut into words and the spaces between them, each in one face and of one direction."""
    colour = TONES[run.tone] or look.colour
    size = look.size
    bold, italic = look.bold or run.bold, look.italic or run.italic
    usual = face(look.family, bold, italic)
    whole = usual.has.issuperset(run.text)
    after_han = False
    for text in _PIECES.findall(run.text):
        han = not whole and _BEGINS_HAN.match(text) is not None
        apart = han or after_han
        for level, words in directions.next(text):
            for used, part in [(usual, words)] if whole else _faces(words, han, look.family, bold, italic):
                set_in = size * used.larger
                wide = used.width(part, set_in)
                yield Piece(0.0, part, used, set_in, colour, wide, 0.0, run.link, level, apart, run.tone)
                apart = False
        after_han = han


def _faces(text: str, han: bool, family: Family, bold: bool, italic: bool) -> list[tuple[AnyFace, str]]:
    """The faces of a word; beside a Chinese character quotation marks are Chinese ones too."""
    if han:
        used = shaped_face(next(filter(is_han, text)), family, bold)
        if used is not None and used.has.issuperset(text):
            return [(used, text)]
    return faces_for(text, family, bold, italic)


def _mark(note: Note, look: Look) -> Piece:
    used = face(look.family, look.bold, False)
    text, size = str(note.number), look.size * SUPERSCRIPT
    colour = ACCENT if note.link else TONES[note.tone] or look.colour
    wide, rise = used.width(text, size), look.size * _RISE
    return Piece(0.0, text, used, size, colour, wide, rise, note.link, tone=note.tone)


def _between(mark: Piece, look: Look) -> Piece:
    """The comma between two marks of footnotes, or 6 and 7 would be read as 67."""
    wide = mark.face.width(_COMMA, mark.size)
    return replace(mark, text=_COMMA, width=wide, colour=look.colour, link="", tone=Tone.INK)


def _merged(one: Piece, other: Piece) -> Piece:
    text = one.text + other.text
    return replace(one, text=text, width=one.width + other.width)


def _tied(word: _Word, following: Piece) -> bool:
    """Whether a number must stay with the word before it ("para. 62")."""
    return word.pieces[-1].text in _TIED and (following.text[:1].isdigit() or following.text[:1].isupper())


def _filled(words: Sequence[_Word], width: float, first: float) -> Iterator[Line]:
    line: list[_Word] = []
    used = 0.0
    room = width - first
    for word in words:
        space = word.space.width if word.space is not None and line else 0.0
        if line and used + space + word.width > room:
            yield _line(line)
            line, used, space, room = [], 0.0, 0.0, width
        fitting = word
        if word.width > room and not line:
            *full, fitting = _cut(word, room, width)
            yield from (_line([part]) for part in full)
            room = width
        line.append(fitting)
        used += space + fitting.width
    yield _line(line)


def _cut(word: _Word, room: float, width: float) -> Iterator[_Word]:
    """A word wider than a line, in pieces that fit."""
    part = _Word([], 0.0, None, [])
    for piece in word.pieces:
        rest = piece.text
        while rest:
            count = _fitting(rest, piece, room - part.width)
            if count == 0 and not part.pieces:
                count = 1
            if count:
                text = rest[:count]
                wide = piece.face.width(text, piece.size)
                part.pieces.append(replace(piece, text=text, width=wide))
                part.width += wide
                rest = rest[count:]
            if rest:
                yield part
                part, room = _Word([], 0.0, None, []), width
    part.notes = word.notes
    yield part


def _fitting(text: str, piece: Piece, room: float) -> int:
    """How many characters of a text fit."""
    used = 0.0
    for count, character in enumerate(text):
        used += piece.face.width(character, piece.size)
        if used > room + 0.01:
            return count
    return len(text)


def _line(words: Sequence[_Word]) -> Line:
    """The words side by side from left to right, neighbours alike in all but place joined into one piece."""
    pieces: list[Piece] = []
    x = 0.0
    for piece in _in_order(words):
        last = pieces[-1] if pieces else None
        if last is not None and _alike(last, piece):
            last.text += piece.text
            last.width += piece.width
        else:
            pieces.append(replace(piece, x=x))
        x += piece.width
    return Line(pieces, x, [note for word in words for note in word.notes])


def _in_order(words: Sequence[_Word]) -> list[Piece]:
    """The pieces of a line as they are drawn; what runs leftwards in a face that is not shaped is turned."""
    read: list[Piece] = []
    for nth, word in enumerate(words):
        read += [word.space, *word.pieces] if nth and word.space is not None else word.pieces
    if not any(piece.level for piece in read):
        return read
    ordered = [read[place] for place in visual_order([piece.level for piece in read])]
    return [
        replace(piece, text=mirrored(piece.text))
        if piece.level % 2 and isinstance(piece.face, Face)
        else piece
        for piece in ordered
    ]


def _alike(one: Piece, other: Piece) -> bool:
    return (
        one.face is other.face
        and one.level % 2 == other.level % 2
        and (isinstance(one.face, Face) or one.level % 2 == 0)
        and one.colour == other.colour
        and one.tone is other.tone
        and one.link == other.link
        and one.size == other.size
        and one.rise == other.rise == 0.0
    )
