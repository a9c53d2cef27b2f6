"""Names, units and escaping that all parts of a Word document share."""

from __future__ import annotations

from xml.sax.saxutils import escape

from exporters.style import Look

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


def escaped(text: str) -> str:
    """Text for element content and attribute values."""
    return escape(text, {'"': "&quot;"})


def style_id(look: Look) -> str:
    """The identifier of a look's Word style: its name without spaces ("toc 1" is "TOC1")."""
    words = look.word.replace("toc ", "TOC ").split()
    return "".join(word[:1].upper() + word[1:] for word in words)
