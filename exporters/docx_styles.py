"""The Word styles, made from the one table of looks."""

from __future__ import annotations

from collections.abc import Iterable

from exporters.blocks import Role
from exporters.docx_fonts import FONTS
from exporters.docx_names import DECLARATION, NAMESPACES, escaped, style_id, twips
from exporters.style import ACCENT, CELL_PADDING, HAIRLINE, INK, QUIET, Family, Look, looks

# Scripts that IBM Plex lacks are set by Word in fonts that every system has.
_COMPLEX = {Family.SERIF: "Times New Roman", Family.SANS: "Arial"}
_EAST_ASIAN = {Family.SERIF: "SimSun", Family.SANS: "Microsoft YaHei"}

_ALWAYS = (
    Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.BULLET, Role.NUMBERED, Role.QUOTE,
    Role.FOOTNOTE, Role.HEAD, Role.FOOT,
)  # fmt: skip
_OUTLINE = {
    Role.HEADING_1: 0,
    Role.HEADING_2: 1,
    Role.HEADING_3: 2,
    Role.COMMITMENT: 2,
    Role.STATEMENT_HEADING: 3,
}
_BUILT_IN = frozenset(
    ("Title", "Subtitle", "heading 1", "heading 2", "heading 3", "TOC Heading", "toc 1", "toc 2", "Body Text",
     "List Bullet", "List Number", "Quote", "footnote text", "header", "footer")
)  # fmt: skip
_CONTENTS = (Role.CONTENTS_1, Role.CONTENTS_2)
_AFTER_HEADING = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.COVER_TITLE)


def styles_xml(used: Iterable[Role], aloud: bool, width: float, language: str) -> str:
    """The styles part for a document that uses these roles and has this text width."""
    table = looks(aloud)
    wanted: dict[str, Role] = {}
    for role in (*used, *_ALWAYS):
        wanted.setdefault(style_id(table[role]), role)
    styles = [_paragraph_style(role, table[role], width, aloud) for role in wanted.values()]
    content = _defaults(language) + _NORMAL + "".join(styles) + _OTHERS
    return f"{DECLARATION}<w:styles {NAMESPACES}>{content}</w:styles>"


def _defaults(language: str) -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'{_fonts(Family.SERIF)}<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{escaped(language)}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _fonts(family: Family) -> str:
    name, asian, other = FONTS[family], _EAST_ASIAN[family], _COMPLEX[family]
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{asian}" w:cs="{other}"/>'


def _paragraph_style(role: Role, look: Look, width: float, aloud: bool) -> str:
    built_in = look.word in _BUILT_IN
    custom = "" if built_in else ' w:customStyle="1"'
    following = "BodyText" if role in _AFTER_HEADING else style_id(look)
    hidden = "" if role in _ALWAYS or not built_in else '<w:uiPriority w:val="39"/>'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(look)}"><w:name w:val="{look.word}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{following}"/>{hidden}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(role, look, width, aloud)}</w:pPr>"
        f"<w:rPr>{run_properties(look)}</w:rPr></w:style>"
    )


def _paragraph_properties(role: Role, look: Look, width: float, aloud: bool) -> str:
    """The children of a style's ``w:pPr`` in schema order."""
    pieces = ["<w:keepNext/>"] if look.keep else []
    if role in _OUTLINE:
        pieces.append("<w:keepLines/>")
    if role is Role.HEAD:
        pieces.append(
            f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{HAIRLINE}"/></w:pBdr>'
        )
    if tabs := _tabs(role, look, width):
        pieces.append(f"<w:tabs>{tabs}</w:tabs>")
    before, after, line = twips(look.before), twips(look.after), twips(look.leading)
    pieces.append(f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>')
    if look.left or look.right or look.hang:
        hanging = f' w:hanging="{twips(look.hang)}"' if look.hang else ""
        # LibreOffice does not paint what stands behind a tab beyond the right indent: none in the contents.
        right = 0 if role in _CONTENTS else twips(look.right)
        if look.italic:  # it also keeps a twelfth of an italic's size free at the right, and wraps earlier
            right -= twips(look.size / 12)
        pieces.append(f'<w:ind w:left="{twips(look.left)}" w:right="{right}"{hanging}/>')
    if look.align != "left":
        pieces.append(f'<w:jc w:val="{look.align}"/>')
    if role in _OUTLINE:
        level = 0 if aloud and role is Role.STATEMENT_HEADING else _OUTLINE[role]
        pieces.append(f'<w:outlineLvl w:val="{level}"/>')
    return "".join(pieces)


def _tabs(role: Role, look: Look, width: float) -> str:
    right = f'<w:tab w:val="right" w:pos="{twips(width)}"/>'
    if role in _CONTENTS:
        left = f'<w:tab w:val="left" w:pos="{twips(look.left)}"/>' if look.hang else ""
        return left + f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(width)}"/>'
    return right if role in (Role.COMMITMENT, Role.SPEAKER, Role.HEAD) else ""


def run_properties(look: Look) -> str:
    """The children of a look's ``w:rPr`` in schema order."""
    weight = "<w:b/><w:bCs/>" if look.bold else ""
    slope = "<w:i/><w:iCs/>" if look.italic else ""
    size = round(look.size * 2)
    return (
        f'{_fonts(look.family)}{weight}{slope}<w:color w:val="{look.colour}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "</w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)
_BESIDE, _ABOVE = twips(CELL_PADDING[0]), twips(CELL_PADDING[1])
_OTHERS = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="NameplateSummaryWords">'
    '<w:name w:val="Nameplate Summary words"/>'
    f'<w:rPr><w:i/><w:iCs/><w:color w:val="{QUIET}"/></w:rPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="NameplateTable"><w:name w:val="Nameplate Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
    f'<w:top w:val="single" w:sz="6" w:space="0" w:color="{INK}"/>'
    f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"/></w:tblBorders><w:tblCellMar>'
    f'<w:top w:w="{_ABOVE}" w:type="dxa"/><w:left w:w="{_BESIDE}" w:type="dxa"/>'
    f'<w:bottom w:w="{_ABOVE}" w:type="dxa"/><w:right w:w="{_BESIDE}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" '
    f'w:color="{INK}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
)
