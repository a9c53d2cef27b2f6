"""PDFs made for the tests, set as UN documents are: letter paper, Times, text between two edges."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib import pdfencrypt
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

ROMAN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
LEFT, INDENT, RIGHT = 123.0, 147.0, 488.0


class Press:
    """Prints pages; every method prints where the last one ended, or at a place that is told."""

    def __init__(self, word_by_word: bool = False, **options: Any) -> None:
        """``word_by_word`` sets each word as a piece of its own, as word processors do."""
        self._word_by_word = word_by_word
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(612, 792), invariant=1, **options)
        self.y = 700.0

    def at(self, x: float, y: float, text: str, size: float = 10, font: str = ROMAN) -> None:
        """One piece of text at a place."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def line(self, text: str, x: float = LEFT, size: float = 10, font: str = ROMAN, skip: float = 0) -> None:
        """One line of print; ``{1}`` in it is a raised mark."""
        self.y -= 12 * size / 10 + skip
        for index, piece in enumerate(text.replace("}", "{").split("{")):
            raised = index % 2 == 1
            at = size * 0.65 if raised else size
            for word in piece.split(" ") if self._word_by_word else [piece]:
                self.at(x, self.y + (size * 0.34 if raised else 0), word, at, font)
                x += stringWidth(f"{word} ", font, at)
            x -= stringWidth(" ", font, at)

    def paragraph(
        self, text: str, first: float = INDENT, left: float = LEFT, right: float = RIGHT, size: float = 10
    ) -> None:
        """A paragraph broken into lines, with a space above it, that goes on on a new page at ``y`` 60."""
        line, x, skip = "", first, 6.0
        for word in text.split(" "):
            longer = f"{line} {word}".strip()
            if stringWidth(longer.replace("{", "").replace("}", ""), ROMAN, size) > right - x:
                self._put(line, x, size, skip)
                line, x, skip = word, left, 0.0
            else:
                line = longer
        self._put(line, x, size, skip)

    def _put(self, line: str, x: float, size: float, skip: float) -> None:
        if self.y < 150:
            self.new_page()
        self.line(line, x, size, skip=skip)

    def new_page(self) -> None:
        """Ends the page; the next one begins at the top."""
        self.canvas.showPage()
        self.y = 716.0

    def pdf(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._file.getvalue()


def pages(*pages: Sequence[tuple[float, float, str]], size: float = 10, **options: Any) -> bytes:
    """A PDF with pieces of text at places."""
    press = Press(**options)
    for number, pieces in enumerate(pages):
        if number:
            press.canvas.showPage()
        for x, y, text in pieces:
            press.at(x, y, text, size)
    return press.pdf()


def locked(user: str) -> dict[str, Any]:
    """The options of a file that needs this password to be opened."""
    return {"encrypt": pdfencrypt.StandardEncryption(user, ownerPassword="owner", canModify=0)}
