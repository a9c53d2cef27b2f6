"""Two documents as one Word file with tracked changes, which Word accepts or rejects one by one.

Insertions and deletions are Word's own (``w:ins``, ``w:del``), the marks of whole paragraphs included, with
an author and a time that the caller gives. A passage that the other document has at another place bears a
comment that says where. What is compared is named in the running head, for it is part of neither document.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from core.comparing.comparison import Comparison
from core.comparing.redlines import Passage, merged
from core.comparing.wording_changes import Edit, Piece
from core.language.scripts import right_to_left
from exporters.blocks import paragraphs_of
from exporters.characters import check_characters, tidied
from exporters.docx_fonts import cuts_of, embedded
from exporters.docx_lists import Lists
from exporters.docx_names import DECLARATION, NAMESPACES, escaped, style_id, twips
from exporters.docx_parts import Parts, package_bytes
from exporters.docx_styles import styles_xml
from exporters.docx_xml import TAB, field_runs, text_run
from exporters.redline_blocks import redline_manuscript, role_of
from exporters.style import EDGE, MARGIN, PAPER_SIZES, looks, text_size

NOBODY = "Nameplate"
"""Whose changes they are where nobody is named: Word wants a name."""


def redline_bytes(comparison: Comparison, *, author: str, on: dt.datetime) -> bytes:
    """The Word file; NameplateError names a character that it cannot carry."""
    manuscript = redline_manuscript(comparison, author=author, on=on)
    check_characters(manuscript)
    width, height = PAPER_SIZES[manuscript.paper]
    writer = _Writer(author or NOBODY, on, comparison.new.language)
    body = "".join(writer.passage(each) for each in merged(comparison)) + _END + _section(width, height)
    used = dict.fromkeys(paragraph.role for paragraph in paragraphs_of(manuscript.blocks))
    parts = Parts(
        document=f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        styles=styles_xml(used, False, text_size(manuscript.paper)[0], manuscript.language),
        fonts=embedded(cuts_of(manuscript)),
        numbering=Lists().xml(False),
        footnotes=writer.footnotes(),
        header=_header(manuscript.head),
        footer=_footer(),
        comments=writer.comments(),
    )
    return package_bytes(manuscript, parts)


_APART = dt.timedelta(minutes=2)
"""LibreOffice makes one change of two that touch over the end of a paragraph, unless minutes lie between, and
takes that end for changed too; so every other paragraph was changed a little earlier."""
_END = "<w:p/>"  # a paragraph of neither document, for the last mark of a text cannot be deleted


@dataclass
class _Writer:
    """Writes passages with their changes; numbers the changes, gathers the footnotes and comments."""

    author: str
    on: dt.datetime
    language: str
    _notes: list[str] = field(default_factory=list)
    _comments: list[str] = field(default_factory=list)
    _changes: int = 0
    _paragraphs: int = 0

    def passage(self, passage: Passage) -> str:
        """One paragraph."""
        self._paragraphs += 1
        look = looks(False)[role_of(passage)]
        properties = [f'<w:pStyle w:val="{style_id(look)}"/>']
        if right_to_left("".join(piece.text for piece in passage.words), self.language):
            properties.append("<w:bidi/>")
        if look.hang and not passage.number:
            properties.append(f'<w:ind w:left="{twips(look.left - look.hang)}" w:firstLine="0"/>')
        if passage.edit is not Edit.SAME:
            properties.append(f"<w:rPr>{self._mark(passage.edit)}</w:rPr>")
        content = "".join(self._piece(piece) for piece in passage.number)
        if content:
            content += self._tracked(passage.edit, TAB)
        content += "".join(self._piece(piece) for piece in passage.words)
        content += "".join(self._note(piece) for piece in passage.notes)
        if passage.elsewhere:
            content = self._commented(content, passage)
        return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{content}</w:p>"

    def footnotes(self) -> str:
        """The footnotes part, the two separators Word requires included."""
        pieces = [
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for kind, number in (("separator", -1), ("continuationSeparator", 0))
        ]
        pieces += [self._footnote(number, note) for number, note in enumerate(self._notes, 1)]
        return f"{DECLARATION}<w:footnotes {NAMESPACES}>{''.join(pieces)}</w:footnotes>"

    def _footnote(self, number: int, note: str) -> str:
        direction = "<w:bidi/>" if right_to_left(note, self.language) else ""
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{direction}</w:pPr>'
            f"<w:r><w:footnoteRef/></w:r>{TAB}{text_run(tidied(note), self._properties(note))}</w:p>"
            "</w:footnote>"
        )

    def comments(self) -> str:
        """The comments part, empty if there are none."""
        if not self._comments:
            return ""
        mark = f'w:author="{escaped(tidied(self.author))}" w:date="{self._time()}" w:initials="N"'
        pieces = [
            f'<w:comment w:id="{number}" {mark}><w:p>{text_run(words)}</w:p></w:comment>'
            for number, words in enumerate(self._comments)
        ]
        return f"{DECLARATION}<w:comments {NAMESPACES}>{''.join(pieces)}</w:comments>"

    def _commented(self, content: str, passage: Passage) -> str:
        """A passage with a comment that goes where the passage goes."""
        number = len(self._comments)
        self._comments.append(f"{passage.elsewhere[0].upper()}{passage.elsewhere[1:]}.")
        reference = self._tracked(passage.edit, f'<w:r><w:commentReference w:id="{number}"/></w:r>')
        return (
            f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{reference}'
        )

    def _piece(self, piece: Piece) -> str:
        written = _breaks(text_run(tidied(piece.text), self._properties(piece.text)))
        return self._tracked(piece.edit, written)

    def _note(self, piece: Piece) -> str:
        self._notes.append(piece.text)
        mark = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        run = f'<w:r>{mark}<w:footnoteReference w:id="{len(self._notes)}"/></w:r>'
        return self._tracked(piece.edit, run)

    def _tracked(self, edit: Edit, runs: str) -> str:
        """Runs as they stayed, or as an insertion or deletion."""
        if edit is Edit.SAME:
            return runs
        if edit is Edit.DELETED:
            runs = runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            return f"{self._mark(edit)[:-2]}>{runs}</w:del>"
        return f"{self._mark(edit)[:-2]}>{runs}</w:ins>"

    def _mark(self, edit: Edit) -> str:
        self._changes += 1
        name = "del" if edit is Edit.DELETED else "ins"
        author = escaped(tidied(self.author))
        return f'<w:{name} w:id="{self._changes}" w:author="{author}" w:date="{self._time()}"/>'

    def _time(self) -> str:
        return (self.on - self._paragraphs % 2 * _APART).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _properties(self, text: str) -> str:
        return "<w:rtl/>" if right_to_left(text, self.language) else ""


def _breaks(run: str) -> str:
    """A run whose text has line ends, with Word's breaks in their place."""
    return run.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')


def _header(head: str) -> str:
    style = '<w:pStyle w:val="Header"/>'
    return f"{DECLARATION}<w:hdr {NAMESPACES}><w:p><w:pPr>{style}</w:pPr>{text_run(head)}</w:p></w:hdr>"


def _footer() -> str:
    page, total = field_runs("PAGE", "1"), field_runs("NUMPAGES", "1")
    words = f"{text_run('Page ')}{page}{text_run(' of ')}{total}"
    style = '<w:pStyle w:val="Footer"/>'
    return f"{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr>{style}</w:pPr>{words}</w:p></w:ftr>"


def _section(width: float, height: float) -> str:
    margin, edge = twips(MARGIN), twips(EDGE)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"/>'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/></w:sectPr>'
    )
