"""The package around a Word document: parts, relationships, properties; nothing of a template's in it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from exporters.blocks import Manuscript
from exporters.docx_fonts import Embedded, fonts_xml
from exporters.docx_names import DECLARATION, NAMESPACES, escaped

_ZIP_DATES = (1980, 2107)
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that differ from document to document, as XML, and the typefaces they are set in."""

    document: str
    styles: str
    fonts: list[Embedded]
    numbering: str
    footnotes: str
    header: str
    footer: str
    comments: str = ""


def package_bytes(manuscript: Manuscript, parts: Parts) -> bytes:
    """The file: all parts in one package, dated by the pack and by nothing else."""
    package = OpcPackage()
    document = _part("/word/document.xml", CT.WML_DOCUMENT_MAIN, parts.document)
    package.load_rel(RT.OFFICE_DOCUMENT, document, "rIdDocument")
    properties = (
        ("rIdCore", RT.CORE_PROPERTIES, "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, _core(manuscript)),
        ("rIdApp", RT.EXTENDED_PROPERTIES, "/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, _APP),
    )
    for identifier, relation, name, kind, xml in properties:
        package.load_rel(relation, _part(name, kind, xml), identifier)
    related = [
        ("rIdStyles", RT.STYLES, "/word/styles.xml", CT.WML_STYLES, parts.styles),
        ("rIdSettings", RT.SETTINGS, "/word/settings.xml", CT.WML_SETTINGS, _settings(manuscript.language)),
        ("rIdNumbering", RT.NUMBERING, "/word/numbering.xml", CT.WML_NUMBERING, parts.numbering),
        ("rIdFootnotes", RT.FOOTNOTES, "/word/footnotes.xml", CT.WML_FOOTNOTES, parts.footnotes),
        ("rIdHeader", RT.HEADER, "/word/header1.xml", CT.WML_HEADER, parts.header),
        ("rIdFooter", RT.FOOTER, "/word/footer1.xml", CT.WML_FOOTER, parts.footer),
    ]
    if parts.comments:
        related.append(("rIdComments", RT.COMMENTS, "/word/comments.xml", CT.WML_COMMENTS, parts.comments))
    if manuscript.plain_first_page:
        related.append(("rIdFirstHeader", RT.HEADER, "/word/header2.xml", CT.WML_HEADER, _EMPTY_HEADER))
        related.append(("rIdFirstFooter", RT.FOOTER, "/word/footer2.xml", CT.WML_FOOTER, _EMPTY_FOOTER))
    for identifier, relation, name, kind, xml in related:
        document.load_rel(relation, _part(name, kind, xml), identifier)
    document.load_rel(RT.FONT_TABLE, _font_table(parts.fonts), "rIdFonts")
    return _dated(package, manuscript)


def _part(name: str, kind: str, xml: str) -> Part:
    return Part(PackURI(name), kind, xml.encode("utf-8"))


def _font_table(faces: list[Embedded]) -> Part:
    """The font table with the faces that it embeds."""
    table = _part("/word/fontTable.xml", CT.WML_FONT_TABLE, fonts_xml(faces))
    for face in faces:
        table.load_rel(RT.FONT, Part(PackURI(face.part), _OBFUSCATED, face.content), face.relation)
    return table


def _dated(package: OpcPackage, manuscript: Manuscript) -> bytes:
    """The package as a zip whose entries carry the date of the pack, not the hour of the export."""
    plain, dated = BytesIO(), BytesIO()
    package.save(plain)
    made = manuscript.made_on
    year = min(max(made.year, _ZIP_DATES[0]), _ZIP_DATES[1])
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (year, made.month, made.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return dated.getvalue()


def _core(manuscript: Manuscript) -> str:
    author = escaped(manuscript.author)
    creator = f"<dc:creator>{author}</dc:creator>" if author else ""
    changed = f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>" if author else ""
    date = f"{manuscript.made_on.isoformat()}T00:00:00Z"
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(manuscript.title)}</dc:title><dc:subject>{escaped(manuscript.subject)}</dc:subject>"
        f"{creator}<dc:language>{escaped(manuscript.language)}</dc:language>{changed}"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified></cp:coreProperties>'
    )


_APP = (
    f"{DECLARATION}<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Nameplate</Application></Properties>"
)
_EMPTY_HEADER = f"{DECLARATION}<w:hdr {NAMESPACES}><w:p/></w:hdr>"
_EMPTY_FOOTER = f"{DECLARATION}<w:ftr {NAMESPACES}><w:p/></w:ftr>"


def _settings(language: str) -> str:
    """Settings in schema order. Fields are not updated on opening, for that would ask the reader first."""
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
        '<w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{escaped(language)}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )
