"""A paragraph as rich text for the reader: section, chapeau, words, and what must be known of them."""

from __future__ import annotations

from html import escape

from core.agenda import short_heading
from core.documents import Kind, LibraryParagraph, Paragraph
from desktop.theme.colours import Colours
from desktop.theme.type import LINE_HEIGHT, SERIF


def section_path(paragraph: Paragraph) -> str:
    """The headings above a paragraph, outermost first."""
    return "  ›  ".join(short_heading(words, 64) for words in paragraph.section)


def paragraph_html(located: LibraryParagraph, colours: Colours, size: float) -> str:
    """The words of a paragraph in the serif of official text; ``size`` in points.

    A summary's own words are set apart from what it quotes, since only the latter are the document's.
    """
    paragraph = located.paragraph
    serif = f"font-family:'{SERIF}',Georgia,serif; font-size:{size * 1.12:.1f}pt; line-height:{LINE_HEIGHT}%;"
    pieces = []
    if paragraph.chapeau:
        pieces.append(
            f'<p style="{serif} font-size:{size * 0.98:.1f}pt; color:{colours.muted}; font-style:italic;'
            f' margin:0 0 8px 0">'
            f"{escape(paragraph.chapeau)}</p>"
        )
    number = f"<b>{escape(paragraph.label)}.</b>&nbsp; " if paragraph.label else ""
    body = _summary(paragraph, colours) if paragraph.kind is Kind.SUMMARY else escape(paragraph.text)
    body = body.replace("\n\n", "<br/><br/>")
    pieces.append(f'<p style="{serif} color:{colours.text}; margin:0">{number}{body}</p>')
    for footnote in paragraph.footnotes:
        small = f"font-size:{size * 0.9:.1f}pt; color:{colours.muted}; margin:8px 0 0 0"
        pieces.append(f'<p style="{small}">{escape(footnote)}</p>')
    return "".join(pieces)


def _summary(paragraph: Paragraph, colours: Colours) -> str:
    pieces, place = [], 0
    for start, end in paragraph.quoted:
        pieces.append(_own(paragraph.text[place:start], colours))
        pieces.append(escape(paragraph.text[start:end]))
        place = end
    pieces.append(_own(paragraph.text[place:], colours))
    return "".join(pieces)


def _own(words: str, colours: Colours) -> str:
    if not words:
        return ""
    return f'<span style="color:{colours.muted}; font-style:italic">{escape(words)}</span>'
