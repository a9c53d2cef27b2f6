"""A paragraph as rich text for the reader: section, chapeau, words, and what must be known of them.

Each block is laid out in the direction of its own words, so that an Arabic paragraph with an English note
below it is right in both.
"""

from __future__ import annotations

from html import escape

from core.agenda import short_heading
from core.documents import Kind, LibraryParagraph, Paragraph
from core.language.scripts import Script, isolated, right_to_left, script_of
from desktop.theme.colours import Colours
from desktop.theme.type import official_css


def section_path(paragraph: Paragraph) -> str:
    """The headings above a paragraph, outermost first, each in its own direction."""
    return "  ›  ".join(isolated(short_heading(words, 64)) for words in paragraph.section)


def paragraph_html(located: LibraryParagraph, colours: Colours, size: float) -> str:
    """The words of a paragraph in the serif of official text; ``size`` in points.

    A summary's own words are set apart from what it quotes, since only the latter are the document's.
    """
    paragraph, language = located.paragraph, located.document.language
    pieces = []
    if paragraph.chapeau:
        slope = " font-style:italic;" if script_of(paragraph.chapeau) is Script.OTHER else ""
        style = f"color:{colours.muted};{slope} margin:0 0 8px 0"
        pieces.append(_block(paragraph.chapeau, escape(paragraph.chapeau), size * 0.98, style, language))
    number = f"<b>{escape(shown_number(located))}</b>&nbsp; " if paragraph.label else ""
    body = _summary(paragraph, colours) if paragraph.kind is Kind.SUMMARY else escape(paragraph.text)
    body = body.replace("\n\n", "<br/><br/>")
    style = f"color:{colours.text}; margin:0"
    pieces.append(_block(paragraph.text, number + body, size * 1.12, style, language))
    for footnote in paragraph.footnotes:
        style = f"color:{colours.muted}; margin:8px 0 0 0"
        pieces.append(_block(footnote, escape(footnote), size * 0.9, style, language))
    return "".join(pieces)


def shown_number(located: LibraryParagraph) -> str:
    """A paragraph's number as it stands before its words; kept in one piece where those run leftwards."""
    label = located.paragraph.label
    leftwards = right_to_left(located.paragraph.text, located.document.language)
    return f"{isolated(label) if leftwards else label}."


def _block(words: str, html: str, size: float, style: str, language: str) -> str:
    """A paragraph of rich text in the direction and the typeface of its words."""
    direction = "rtl" if right_to_left(words, language) else "ltr"
    face = official_css(size, script_of(words))
    return f'<p dir="{direction}" style="{face} {style}">{html}</p>'


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
