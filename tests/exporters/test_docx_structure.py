# ruff: noqa: E501
from __future__ import annotations

import datetime as dt
import re
from io import BytesIO

import pytest
from docx import Document
from lxml import etree

from exporters.blocks import Manuscript, entries_of
from tests.exporters.reading import W, docx_paragraphs, part, parts, places

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "pBdr": "top left bottom right between bar",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "settings": "writeProtection view zoom removePersonalInformation embedTrueTypeFonts embedSystemFonts "
    "saveSubsetFonts defaultTabStop characterSpacingControl "
    "footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
    "p": "pPr",
    "r": "rPr",
}  # fmt: skip


@pytest.mark.parametrize("name", ["pack_docx", "sheet_docx"])
def test_every_element_stands_where_the_schema_wants_it(name: str, request: pytest.FixtureRequest) -> None:
    for part_name, blob in parts(request.getfixturevalue(name)).items():
        if not part_name.startswith("word/") or not part_name.endswith(".xml"):
            continue
        for element in etree.fromstring(blob).iter(f"{W}*"):
            order = _ORDERS.get(etree.QName(element).localname, "").split()
            if not order:
                continue
            found = [etree.QName(child).localname for child in element]
            if order in (["pPr"], ["rPr"]):
                assert order[0] not in found[1:], (part_name, etree.tostring(element)[:300])
                continue
            places = [order.index(child) for child in found]
            assert places == sorted(places), (part_name, etree.tostring(element)[:300])


def test_word_s_own_library_opens_it_and_finds_real_headings(pack_docx: bytes) -> None:
    document = Document(BytesIO(pack_docx))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert len(headings) == 3
    assert headings[1].startswith("7\tConsideration of the implementation of the International Instrument")
    names = {p.style.name for p in document.paragraphs if p.style is not None}
    assert {
        "Title",
        "Subtitle",
        "Heading 2",
        "Heading 3",
        "Nameplate Quotation",
        "Nameplate Citation",
    } <= names
    assert document.tables[0].style is not None
    assert document.tables[0].style.name == "Nameplate Table"


def test_every_style_that_is_used_is_defined(pack_docx: bytes, sheet_docx: bytes) -> None:
    for content in (pack_docx, sheet_docx):
        styles = part(content, "word/styles.xml")
        defined = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
        names = [style.find(f"{W}name").get(f"{W}val") for style in styles.iter(f"{W}style")]
        assert len(names) == len(set(names))
        for name, blob in parts(content).items():
            if name.startswith("word/") and name.endswith(".xml"):
                for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
                    used = {e.get(f"{W}val") for e in etree.fromstring(blob).iter(f"{W}{tag}")}
                    assert used <= defined, (name, used - defined)


def test_the_contents_are_a_real_field_that_is_already_filled(pack: Manuscript, pack_docx: bytes) -> None:
    document = part(pack_docx, "word/document.xml")
    instructions = [e.text.strip() for e in document.iter(f"{W}instrText")]
    assert instructions[0] == r'TOC \o "1-2" \h \z \u'
    entries = entries_of(pack)
    assert [f"PAGEREF {entry.anchor} \\h" for entry in entries] == instructions[1:]
    kinds = [e.get(f"{W}fldCharType") for e in document.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(entries) + 1
    standing = places(pack)
    listed = [text.split()[-1] for style, text in docx_paragraphs(pack_docx) if style.startswith("TOC")][1:]
    assert listed == [str(standing[entry.anchor][0]) for entry in entries]


def test_contents_leaders_are_dotted_and_fields_are_not_forced_on_opening(pack_docx: bytes) -> None:
    styles = part(pack_docx, "word/styles.xml")
    for name in ("TOC1", "TOC2"):
        (style,) = (s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == name)
        assert "dot" in [tab.get(f"{W}leader") for tab in style.iter(f"{W}tab")]
    assert b"updateFields" not in parts(pack_docx)["word/settings.xml"]


def test_every_link_leads_to_a_bookmark_and_names_are_unique(pack_docx: bytes) -> None:
    document = part(pack_docx, "word/document.xml")
    names = [b.get(f"{W}name") for b in document.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name) for name in names)
    starts = [b.get(f"{W}id") for b in document.iter(f"{W}bookmarkStart")]
    assert starts == [b.get(f"{W}id") for b in document.iter(f"{W}bookmarkEnd")]
    links = [h.get(f"{W}anchor") for h in document.iter(f"{W}hyperlink")]
    links += [h.get(f"{W}anchor") for h in part(pack_docx, "word/footnotes.xml").iter(f"{W}hyperlink")]
    assert links
    assert set(links) <= set(names)


def test_footnotes_are_real_and_each_is_called_once(sheet_docx: bytes) -> None:
    document, notes = part(sheet_docx, "word/document.xml"), part(sheet_docx, "word/footnotes.xml")
    called = [e.get(f"{W}id") for e in document.iter(f"{W}footnoteReference")]
    written = [n.get(f"{W}id") for n in notes.iter(f"{W}footnote")]
    assert called == ["1", "2", "3", "4"]
    assert written == ["-1", "0", *called]
    types = [n.get(f"{W}type") for n in notes.iter(f"{W}footnote")]
    assert types[:2] == ["separator", "continuationSeparator"]


def test_head_and_foot_stand_on_all_pages_but_the_cover(pack_docx: bytes) -> None:
    assert part(pack_docx, "word/document.xml").find(f".//{W}titlePg") is not None
    header = "".join(part(pack_docx, "word/header1.xml").itertext())
    assert header == "Tenth Biennial Meeting of StatesCONFIDENTIAL"
    fields = [e.text.strip() for e in part(pack_docx, "word/footer1.xml").iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "".join(part(pack_docx, "word/header2.xml").itertext()) == ""


def test_the_fonts_are_named_with_what_may_stand_in_for_them(pack_docx: bytes) -> None:
    fonts = part(pack_docx, "word/fontTable.xml")
    named = {f.get(f"{W}name"): f.find(f"{W}altName").get(f"{W}val") for f in fonts.iter(f"{W}font")}
    assert named == {"IBM Plex Serif": "Cambria", "IBM Plex Sans Condensed": "Calibri"}


def test_properties_tell_of_the_pack_and_of_nothing_else(pack_docx: bytes) -> None:
    properties = Document(BytesIO(pack_docx)).core_properties
    assert properties.title.startswith("Briefing for the head of delegation – Tenth Biennial Meeting")
    assert properties.subject == "Ghana · agenda items 6, 7 · New York, 5–9 June 2028"
    assert properties.author == "A. Mensah"
    assert properties.created == properties.modified == dt.datetime(2028, 5, 12, tzinfo=dt.UTC)
    assert properties.comments == properties.keywords == properties.category == ""
    assert b"<Application>Nameplate</Application>" in parts(pack_docx)["docProps/app.xml"]
    everything = b"".join(parts(pack_docx).values()).lower()
    assert b"python" not in everything
    assert not [
        name for name in parts(pack_docx) if "thumbnail" in name or "customXml" in name or "theme" in name
    ]


def test_the_language_is_set(pack_docx: bytes) -> None:
    lang = part(pack_docx, "word/styles.xml").find(f"{W}docDefaults//{W}lang")
    assert lang is not None
    assert lang.get(f"{W}val") == "en-GB"
