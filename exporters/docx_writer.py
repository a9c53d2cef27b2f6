"""The Word writer: real styles, headings, lists, footnotes, fields, bookmarks and links."""

from __future__ import annotations

from collections.abc import Callable

from exporters.blocks import (
    Block,
    Contents,
    Foot,
    Manuscript,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    entries_of,
    outline_level,
    paragraphs_of,
)
from exporters.characters import check_characters
from exporters.docx_fonts import cuts_of, embedded
from exporters.docx_names import DECLARATION, NAMESPACES, style_id, twips
from exporters.docx_parts import Parts, package_bytes
from exporters.docx_styles import styles_xml
from exporters.docx_xml import TAB, Body, field_runs, text_run
from exporters.pdf_pages import laid_out, page_numbers
from exporters.style import EDGE, MARGIN, OWN_TINT, PAPER_SIZES, looks, text_size

Progress = Callable[[float], None]

# A frame stands on the page of the paragraph after it, so that must not be the first one of the next page.
_FRAME_HOLDER = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
_TOC = 'TOC \\o "1-2" \\h \\z \\u'


def docx_bytes(manuscript: Manuscript, progress: Progress | None = None) -> bytes:
    """The manuscript as a Word file; NameplateError names what it cannot carry.

    The contents show the page numbers of the PDF of the same manuscript; Word counts anew when its
    fields are updated.
    """
    check_characters(manuscript)
    told = progress or (lambda done: None)
    with_contents = any(isinstance(block, Contents) for block in manuscript.blocks)
    pages = page_numbers(laid_out(manuscript, lambda done: told(0.5 * done))) if with_contents else {}
    told(0.5)
    writer = _Writer(manuscript, pages)
    document = writer.document()
    told(0.8)
    return package_bytes(manuscript, writer.parts(document))


class _Writer:
    """Writes the parts of one document."""

    def __init__(self, manuscript: Manuscript, pages: dict[str, int]) -> None:
        self._manuscript = manuscript
        self._pages = pages
        self._width, _ = text_size(manuscript.paper)
        anchors = frozenset(p.anchor for p in paragraphs_of(manuscript.blocks) if p.anchor)
        self._body = Body(manuscript.aloud, self._width, anchors)

    def document(self) -> str:
        """The main part."""
        blocks = self._manuscript.blocks
        written = [self._block(block) for block in blocks]
        if blocks and isinstance(blocks[-1], Table):
            written.append("<w:p/>")  # a table must not be the last thing in a document
        body = f"<w:body>{''.join(written)}{self._section()}</w:body>"
        return f"{DECLARATION}<w:document {NAMESPACES}>{body}</w:document>"

    def parts(self, document: str) -> Parts:
        """All parts, once the main part is written."""
        manuscript, body = self._manuscript, self._body
        used = dict.fromkeys(paragraph.role for paragraph in paragraphs_of(manuscript.blocks))
        if any(isinstance(block, Contents) for block in manuscript.blocks):
            used |= dict.fromkeys((Role.CONTENTS_1, Role.CONTENTS_2))
        if any(isinstance(block, Table) for block in manuscript.blocks):
            used |= dict.fromkeys((Role.TABLE_HEAD, Role.TABLE_CELL))
        return Parts(
            document=document,
            styles=styles_xml(used, manuscript.aloud, self._width, manuscript.language),
            fonts=embedded(cuts_of(manuscript)),
            numbering=body.lists.xml(manuscript.aloud),
            footnotes=self._footnotes(),
            header=self._header(),
            footer=self._footer(),
        )

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._body.paragraph(block)
            case Table():
                return self._table(block)
            case Foot():
                framed = [self._body.paragraph(paragraph, framed=True) for paragraph in block.paragraphs]
                return "".join(framed) + _FRAME_HOLDER
            case Contents():
                return self._contents(block)

    def _contents(self, contents: Contents) -> str:
        """The contents field, filled in; F9 in Word fills it anew."""
        entries = entries_of(self._manuscript)
        lines = [self._contents_line(entry) for entry in entries]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {_TOC.replace(chr(34), "&quot;")} </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        if lines:
            lines[0] = (lines[0][0], begin + lines[0][1])
            lines[-1] = (lines[-1][0], lines[-1][1] + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        filled = [f"<w:p><w:pPr>{properties}</w:pPr>{line}</w:p>" for properties, line in lines]
        return self._body.paragraph(contents.title) + "".join(filled)

    def _contents_line(self, entry: Paragraph) -> tuple[str, str]:
        role = Role.CONTENTS_1 if outline_level(entry) == 1 else Role.CONTENTS_2
        look = looks(self._manuscript.aloud)[role]
        properties = f'<w:pStyle w:val="{style_id(look)}"/>'
        if look.hang and not entry.marker:
            properties += f'<w:ind w:left="{twips(look.left - look.hang)}" w:firstLine="0"/>'
        marker = text_run(entry.marker) + TAB if entry.marker else ""
        page = field_runs(f"PAGEREF {entry.anchor} \\h", str(self._pages.get(entry.anchor, 1)))
        words = f"{marker}{text_run(entry.plain)}{TAB}{page}"
        return properties, f'<w:hyperlink w:anchor="{entry.anchor}" w:history="1">{words}</w:hyperlink>'

    def _table(self, table: Table) -> str:
        widths = [twips(share * self._width) for share in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = [self._row(table.header, widths, Role.TABLE_HEAD, "<w:cantSplit/><w:tblHeader/>")]
        rows += [self._row(row, widths, Role.TABLE_CELL, "<w:cantSplit/>") for row in table.rows]
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="NameplateTable"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
            'w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(self, row: Row, widths: list[int], role: Role, properties: str) -> str:
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{OWN_TINT}"/>' if row.emphasised else ""
        cells = [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>'
            f"{self._body.paragraph(Paragraph(role, cell))}</w:tc>"
            for cell, width in zip(row.cells, widths, strict=True)
        ]
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"

    def _footnotes(self) -> str:
        """The footnotes part, the two separators Word requires included."""
        pieces = [
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
            f'w:lineRule="auto"/></w:pPr><w:r><w:{element}/></w:r></w:p></w:footnote>'
            for kind, number, element in (
                ("separator", -1, "separator"),
                ("continuationSeparator", 0, "continuationSeparator"),
            )
        ]
        notes = list(self._body.notes)
        for note in notes:
            written = self._body.inlines(note.runs)
            pieces.append(
                f'<w:footnote w:id="{note.number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                f"<w:r><w:footnoteRef/></w:r>{TAB}{written}</w:p></w:footnote>"
            )
        return f"{DECLARATION}<w:footnotes {NAMESPACES}>{''.join(pieces)}</w:footnotes>"

    def _header(self) -> str:
        manuscript = self._manuscript
        marking = TAB + text_run(manuscript.marking) if manuscript.marking else ""
        words = self._body.paragraph(Paragraph(Role.HEAD, (Run(manuscript.head),)))
        return f"{DECLARATION}<w:hdr {NAMESPACES}>{words.replace('</w:p>', marking + '</w:p>')}</w:hdr>"

    def _footer(self) -> str:
        properties = '<w:pStyle w:val="Footer"/>'
        page, total = (
            field_runs("PAGE", "1"),
            field_runs("NUMPAGES", str(max(self._pages.values(), default=1))),
        )
        words = f"{text_run('Page ')}{page}{text_run(' of ')}{total}"
        return f"{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr>{properties}</w:pPr>{words}</w:p></w:ftr>"

    def _section(self) -> str:
        width, height = (twips(side) for side in PAPER_SIZES[self._manuscript.paper])
        margin, edge = twips(MARGIN), twips(EDGE)
        first = self._manuscript.plain_first_page
        references = [
            f'<w:{kind}Reference w:type="{which}" r:id="{identifier}"/>'
            for kind, which, identifier in (
                ("header", "default", "rIdHeader"),
                ("header", "first", "rIdFirstHeader"),
                ("footer", "default", "rIdFooter"),
                ("footer", "first", "rIdFirstFooter"),
            )
            if first or which == "default"
        ]
        return (
            f'<w:sectPr>{"".join(references)}<w:pgSz w:w="{width}" w:h="{height}"/>'
            f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
            f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
        )
