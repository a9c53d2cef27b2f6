"""The printed lines of a PDF, with what is asked of PDFium for each: position, size, weight, raised marks."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Mark:
    """A raised number or sign inside a line: where it stands in the line's text, and what it says."""

    start: int
    end: int
    token: str


@dataclass(slots=True, eq=False)
class Note:
    """A footnote: its mark and its lines (each with whether it is cut), which may go on on the next page."""

    token: str
    page: int
    pieces: list[tuple[str, bool]]
    placed: bool = False


@dataclass(slots=True, eq=False)
class Printed:
    """One printed line, in points from the lower left corner of its page.

    ``left`` and ``right`` are its edges; ``bottom`` is its base line, ``height`` that of the letters of its
    type, nine tenths of its size; both are those of its first letter, not of a raised mark before it.
    ``bold`` is the weight of its first letter, ``bold_end`` that of its last. ``cut`` means that PDFium found
    a hyphen at its end, which is not in the text. ``segments`` are the pieces between wide gaps, each with
    its left and right edge, empty if there are none; ``mark`` is a raised mark that begins the line, which
    is not in the text.
    """

    page: int
    text: str
    left: float
    right: float
    bottom: float
    height: float
    bold: bool = False
    bold_end: bool = False
    cut: bool = False
    rtl: bool = False
    mark: str = ""
    marks: list[Mark] = field(default_factory=list)
    segments: list[tuple[float, float, str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Page:
    """A page's printed lines, in the order of the file, later in reading order.

    ``drawn`` means that it has next to no text, but is covered by a picture or by outlines.
    """

    number: int
    width: float
    height: float
    lines: list[Printed]
    drawn: bool = False
