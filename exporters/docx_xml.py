"""Paragraphs and runs as WordprocessingML.

The XML is put together as text, for it is written once and never changed; every string that comes from
outside goes through ``escaped``. Properties are emitted in the order the schema fixes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.language.scripts import right_to_left
from exporters.blocks import Break, Inline, Note, Paragraph, Role, Run, Tone
from exporters.docx_lists import Lists
from exporters.docx_names import escaped, style_id, twips
from exporters.style import (
    ACCENT,
    PRIVATE_PAD,
    PRIVATE_TINT,
    RULE_GAP,
    RULE_WIDTH,
    RULED_OFF_GAP,
    RULES,
    TONES,
    Look,
    looks,
)

TAB = "<w:r><w:tab/></w:r>"
_FRAME = (
    '<w:framePr w:w="{width}" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:yAlign="bottom"/>'
)


def text_run(text: str, properties: str = "") -> str:
    """A run; ``properties`` are the children of its ``w:rPr`` in schema order."""
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{wrapped}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def field_runs(instruction: str, shown: str, properties: str = "") -> str:
    """A complex field with the text it shows until it is next updated."""
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{wrapped}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{wrapped}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{wrapped}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{text_run(shown, properties)}"
        f'<w:r>{wrapped}<w:fldChar w:fldCharType="end"/></w:r>'
    )


@dataclass
class Body:
    """Writes the paragraphs of one document; numbers its bookmarks, gathers its lists and footnotes."""

    aloud: bool
    width: float
    anchors: frozenset[str]
    lists: Lists = field(default_factory=Lists)
    notes: list[Note] = field(default_factory=list)
    _bookmarked: set[str] = field(default_factory=set)

    def paragraph(self, paragraph: Paragraph, framed: bool = False) -> str:
        """One paragraph; ``framed`` sets it at the foot of the page."""
        look = looks(self.aloud)[paragraph.role]
        properties = self._paragraph_properties(paragraph, look, framed)
        content = self.inlines(paragraph.inlines, paragraph.language)
        if paragraph.marker and not self.lists.numbers(paragraph):
            content = _literal_marker(paragraph.marker, look) + content
        if paragraph.aside:
            size = f'<w:sz w:val="{round(look.size * 2 - 3)}"/><w:szCs w:val="{round(look.size * 2 - 3)}"/>'
            colour = f'<w:color w:val="{ACCENT}"/>' if look.marker_colour else ""
            content += TAB + text_run(paragraph.aside, f'<w:b w:val="0"/><w:bCs w:val="0"/>{colour}{size}')
        if paragraph.anchor:
            content = self.bookmarked(paragraph.anchor, content)
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    def bookmarked(self, name: str, content: str) -> str:
        """Content inside a bookmark, unless the name is taken: a name marks one place."""
        if name in self._bookmarked:
            return content
        self._bookmarked.add(name)
        number = len(self._bookmarked)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{escaped(name)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def inlines(self, inlines: Sequence[Inline], language: str = "") -> str:
        """Runs, links, breaks and footnote marks."""
        pieces = []
        for inline in inlines:
            if isinstance(inline, Run):
                pieces.append(self._run(inline, language))
            elif isinstance(inline, Note):
                self.notes.append(inline)
                mark = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                pieces.append(f'<w:r>{mark}<w:footnoteReference w:id="{inline.number}"/></w:r>')
            elif isinstance(inline, Break):
                pieces.append("<w:r><w:br/></w:r>")
        return "".join(pieces)

    def _run(self, run: Run, language: str) -> str:
        linked = bool(run.link) and run.link in self.anchors
        style = ""
        if run.tone is Tone.SUMMARY:
            style = '<w:rStyle w:val="NameplateSummaryWords"/>'
        elif run.tone is Tone.LINK and linked:
            style = '<w:rStyle w:val="Hyperlink"/>'
        bold = "<w:b/><w:bCs/>" if run.bold else ""
        italic = "<w:i/><w:iCs/>" if run.italic and run.tone is not Tone.SUMMARY else ""
        rtl = "<w:rtl/>" if right_to_left(run.text, language) else ""
        lang = _language(language, bool(rtl)) if language else ""
        written = text_run(run.text, style + bold + italic + _change(run.tone) + rtl + lang)
        if linked:
            return f'<w:hyperlink w:anchor="{escaped(run.link)}" w:history="1">{written}</w:hyperlink>'
        return written

    def _paragraph_properties(self, paragraph: Paragraph, look: Look, framed: bool) -> str:
        """The children of ``w:pPr`` in the order the schema fixes; the style says all that is usual."""
        pieces = [f'<w:pStyle w:val="{style_id(look)}"/>']
        if paragraph.held and not look.keep:
            pieces.append("<w:keepNext/>")
        if paragraph.whole:
            pieces.append("<w:keepLines/>")
        if paragraph.new_page:
            pieces.append("<w:pageBreakBefore/>")
        if framed:
            pieces.append(_FRAME.format(width=twips(self.width)))
        if paragraph.marker and self.lists.numbers(paragraph):
            number, level = self.lists.place(paragraph)
            pieces.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        rtl = right_to_left(paragraph.plain, paragraph.language)
        pieces.append(_borders(paragraph, rtl))
        if paragraph.tinted:
            pieces.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{PRIVATE_TINT}"/>')
        if rtl:
            pieces.append("<w:bidi/>")
        if look.hang and not paragraph.marker and paragraph.role is not Role.FOOTNOTE:
            pieces.append(f'<w:ind w:left="{twips(look.left - look.hang)}" w:firstLine="0"/>')
        return "".join(pieces)


def _borders(paragraph: Paragraph, rtl: bool) -> str:
    """The rule stands where lines begin; unlike indents, borders keep their side in any direction."""
    rule, tinted = RULES.get(paragraph.rule, ""), paragraph.tinted
    sides = []
    if rule and tinted:  # the fill reaches as far as invisible borders of its own colour
        edge = f'w:val="single" w:sz="4" w:space="{round(PRIVATE_PAD)}" w:color="{PRIVATE_TINT}"'
        sides = [f"<w:top {edge}/>", f"<w:bottom {edge}/>"]
        sides.insert(2 if rtl else 1, _beside(rule, rtl))
    elif rule:
        sides = [_beside(rule, rtl)]
    elif paragraph.ruled_off:
        sides = [f'<w:bottom w:val="single" w:sz="6" w:space="{round(RULED_OFF_GAP)}" w:color="{ACCENT}"/>']
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>" if sides else ""


def _change(tone: Tone) -> str:
    """How words are drawn that a later text put in or left out, in the order the schema fixes."""
    if tone not in (Tone.INSERTED, Tone.DELETED):
        return ""
    colour = f'<w:color w:val="{TONES[tone]}"/>'
    return f'{colour}<w:u w:val="single"/>' if tone is Tone.INSERTED else f"<w:strike/>{colour}"


def _beside(colour: str, rtl: bool) -> str:
    side = "right" if rtl else "left"
    size, space = round(RULE_WIDTH * 8), round(RULE_GAP - RULE_WIDTH / 2)
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _literal_marker(marker: str, look: Look) -> str:
    colour = f'<w:color w:val="{look.marker_colour}"/>' if look.marker_colour else ""
    return text_run(marker, colour) + (TAB if look.hang else text_run(" "))


_REGIONS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA", "zh": "zh-CN"}


def _language(code: str, rtl: bool) -> str:
    full = escaped(_REGIONS.get(code, code))
    which = "bidi" if rtl else "eastAsia" if code == "zh" else "val"
    return f'<w:lang w:{which}="{full}"/>'
