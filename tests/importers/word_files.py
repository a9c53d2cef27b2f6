"""Word files made by hand, part by part, as Word and its kin write them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{MAIN}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; ``parts`` are the insides of its other parts ("numbering", "footnotes")."""
    packed = io.BytesIO()
    relations, types = "", ""
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (kind, inner) in enumerate(parts.items(), start=1):
            root = _ROOTS[kind]
            archive.writestr(f"word/{kind}.xml", f"{_DECLARATION}<w:{root} {_SPACES}>{inner}</w:{root}>")
            relations += f'<Relationship Id="r{number}" Type="{_KINDS}/{kind}" Target="{kind}.xml"/>'
            types += f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        archive.writestr(
            "[Content_Types].xml",
            f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
            f"{types}</Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
            f'Type="{_KINDS}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f"{_DECLARATION}<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        )
    return packed.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a string without a tag is a run of that text."""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph in a list."""
    return paragraph(text, properties=in_list(level, number))


def in_list(level: int = 0, number: int = 1) -> str:
    """The properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(index: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(levels: str, key: int = 0, more: str = "") -> str:
    """The definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{levels}</w:abstractNum>'


def instance(number: int = 1, key: int = 0, overrides: str = "") -> str:
    """A list in use."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{key}"/>{overrides}</w:num>'
