"""Words into lines: measuring and breaking paragraphs for the PDF.

Our own setting rather than a markup paragraph: no text is ever parsed, so nothing in it can be mistaken for
markup, and a paragraph of any length takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from exporters.blocks import Break, Inline, Note, Run
from exporters.pdf_fonts import Face, face, faces_for
from exporters.style import ACCENT, TONES, Look

SUPERSCRIPT = 0.62
_RISE = 0.36

# Only spaces break a line, no-break spaces not among them. Compounds are not broken at their hyphens: lines
# are ragged, so nothing is gained, and words copied out of the PDF stay whole.
_SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_PIECES = re.compile(f"[{_SPACES}]+|[^{_SPACES}]+")
_TIED = frozenset(
    ("para.", "paras.", "para", "paragraph", "paragraphs", "sect.", "section", "art.", "arts.", "article",
     "item", "items", "No.", "Nos.", "resolution", "decision", "Mr.", "Ms.", "Mrs.", "Dr.", "H.E.")
)  # fmt: skip


@dataclass(slots=True)
class Piece:
    """Words drawn at once: ``x`` from the left of the text area, ``rise`` above the baseline."""

    x: float
    text: str
    face: Face
    size: float
    colour: str
    width: float
    rise: float = 0.0
    link: str = ""


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


def break_lines(inlines: Sequence[Inline], look: Look, width: float, first: float = 0.0) -> list[Line]:
    """The lines of a paragraph set in ``width``, its first line shorter by ``first``. At least one line."""
    lines: list[Line] = []
    for words in _paragraphs(inlines, look):
        lines.extend(_filled(words, width, 0.0 if lines else first))
    return lines


def run_piece(text: str, look: Look, colour: str = "") -> list[Piece]:
    """A short text on one line, as pieces from x = 0."""
    pieces: list[Piece] = []
    x = 0.0
    for used, part in faces_for(text, look.family, look.bold, look.italic):
        width = used.width(part, look.size)
        pieces.append(Piece(x, part, used, look.size, colour or look.colour, width))
        x += width
    return pieces


def _paragraphs(inlines: Sequence[Inline], look: Look) -> Iterator[list[_Word]]:
    """The words between line breaks."""
    start = 0
    for nth, inline in enumerate(inlines):
        if isinstance(inline, Break):
            yield _words(inlines[start:nth], look)
            start = nth + 1
    yield _words(inlines[start:], look)


def _words(inlines: Iterable[Inline], look: Look) -> list[_Word]:
    words: list[_Word] = []
    space: Piece | None = None
    joined = False  # whether the next piece belongs to the last word
    for inline in inlines:
        if isinstance(inline, Note):
            mark = _mark(inline, look)
            if joined:
                words[-1].pieces.append(mark)
                words[-1].width += mark.width
                words[-1].notes.append(inline)
            else:
                words.append(_Word([mark], mark.width, space, [inline]))
                space, joined = None, True
            continue
        if not isinstance(inline, Run):
            continue
        for piece in _pieces(inline, look):
            if piece.text[0] in _SPACES:
                space = piece if space is None else _merged(space, piece)
                joined = False
            elif joined:
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


def _pieces(run: Run, look: Look) -> Iterator[Piece]:
    """A run cut into words and the spaces between them."""
    colour = TONES[run.tone] or look.colour
    size = look.size
    bold, italic = look.bold or run.bold, look.italic or run.italic
    usual = face(look.family, bold, italic)
    whole = usual.has.issuperset(run.text)
    for text in _PIECES.findall(run.text):
        for used, part in [(usual, text)] if whole else faces_for(text, look.family, bold, italic):
            yield Piece(0.0, part, used, size, colour, used.width(part, size), 0.0, run.link)


def _mark(note: Note, look: Look) -> Piece:
    used = face(look.family, look.bold, False)
    text, size = str(note.number), look.size * SUPERSCRIPT
    colour = ACCENT if note.link else look.colour
    return Piece(0.0, text, used, size, colour, used.width(text, size), look.size * _RISE, note.link)


def _merged(one: Piece, other: Piece) -> Piece:
    text = one.text + other.text
    return Piece(0.0, text, one.face, one.size, one.colour, one.width + other.width, 0.0, one.link)


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
                part.pieces.append(
                    Piece(0.0, text, piece.face, piece.size, piece.colour, wide, piece.rise, piece.link)
                )
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
    """The words side by side, neighbours alike in all but place joined into one piece."""
    pieces: list[Piece] = []
    notes: list[Note] = []
    x = 0.0
    for nth, word in enumerate(words):
        notes += word.notes
        for piece in [word.space, *word.pieces] if nth and word.space is not None else word.pieces:
            last = pieces[-1] if pieces else None
            if last is not None and _alike(last, piece):
                last.text += piece.text
                last.width += piece.width
            else:
                pieces.append(
                    Piece(
                        x,
                        piece.text,
                        piece.face,
                        piece.size,
                        piece.colour,
                        piece.width,
                        piece.rise,
                        piece.link,
                    )
                )
            x += piece.width
    return Line(pieces, x, notes)


def _alike(one: Piece, other: Piece) -> bool:
    return (
        one.face is other.face
        and one.colour == other.colour
        and one.link == other.link
        and one.size == other.size
        and one.rise == other.rise == 0.0
    )
