"""Packs in several scripts: shaped, in the right order, found again as text, and right to left in Word."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from core.documents import DocumentHead, LibraryParagraph, Paragraph
from core.language.scripts import right_to_left
from exporters.bidi import levels, mirrored, visual_order
from exporters.blocks import Manuscript, Run
from exporters.docx_writer import docx_bytes
from exporters.pack_blocks import pack_manuscript
from exporters.pdf_lines import Piece, break_lines
from exporters.pdf_writer import pdf_bytes
from exporters.style import Look
from tests.exporters.reading import W, docx_words, part
from tests.exporters.samples import P62, sample_pack

ARABIC = "تحث جميع الدول على وسم 100 في المائة من أسلحتها (انظر A/RES/79/40) وحفظ سجلاتها وتعقبها؛"
CHINESE = "敦促所有国家对其全部武器加以标识、登记和追查，并回顾其第79/40号决议（见“行动纲领”）；"
RUSSIAN = "Настоятельно призывает все государства маркировать всё своё оружие."
GREEK = "Καλεί όλα τα κράτη να σημαίνουν τα όπλα τους."
CHAPEAUX = {"ar": "تطلب إلى الدول:", "zh": "请各国：", "ru": "просит государства:", "el": "Ζητεί:"}
TEXTS = {"ar": ARABIC, "zh": CHINESE, "ru": RUSSIAN, "el": GREEK}


def _located(language: str) -> LibraryParagraph:
    document: DocumentHead = replace(
        P62.document, id=P62.document.id, language=language, short=f"Text{language}", title=CHAPEAUX[language]
    )
    paragraph: Paragraph = replace(
        P62.paragraph, text=TEXTS[language], chapeau=CHAPEAUX[language], section=(CHAPEAUX[language],)
    )
    return LibraryParagraph(document, paragraph)


@pytest.fixture(scope="module")
def manuscript() -> Manuscript:
    """A pack with a commitment in each language and a statement that holds them all."""
    pack = sample_pack()
    pulled = pack.items[1].commitments[0]
    commitments = tuple(
        replace(pulled, reference=f"Text{code}/62", cited=_located(code), note=f"**{CHAPEAUX[code]}**")
        for code in TEXTS
    )
    text = "\n\n".join((*TEXTS.values(), f"- {ARABIC}", f"> {ARABIC}", "We quote “إن الجمعية العامة” here."))
    statement = replace(pack.items[1].statements[0], text=text)
    item = replace(pack.items[1], commitments=commitments, statements=(statement,))
    return pack_manuscript(replace(pack, items=(item,)))


@pytest.fixture(scope="module")
def pdf(manuscript: Manuscript) -> bytes:
    return pdf_bytes(manuscript)


def _bare(text: str) -> str:
    return "".join(text.split())


def test_all_scripts_stand_in_one_pdf_and_are_found_again(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    words = _bare("".join(page.get_textpage().get_text_range() for page in document))
    for text in (RUSSIAN, GREEK, CHINESE):
        assert _bare(text) in words
    for phrase in ("تحث جميع الدول على وسم", "وحفظ سجلاتها وتعقبها"):
        assert _bare(phrase) in words
    document.close()


def test_every_font_is_embedded_and_tells_its_characters(pdf: bytes) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]): font.get_object()
        for page in PdfReader(io.BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    shaped = {name: font for name, font in fonts.items() if font["/Subtype"] == "/Type0"}
    assert {name.partition("+")[2] for name in shaped} >= {
        "AmiriRegular",
        "NotoSerifSCRegular",
        "IBMPlexSans",
    }
    for font in shaped.values():
        assert "/ToUnicode" in font
        description = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(description)
    assert len(pdf) < 700_000


def test_the_same_pack_gives_the_same_bytes(manuscript: Manuscript, pdf: bytes) -> None:
    assert pdf_bytes(manuscript) == pdf


def test_no_line_is_wider_than_its_column() -> None:
    for text in (ARABIC * 6, CHINESE * 6):
        lines = break_lines((Run(text),), Look("Body"), 200.0, rtl=right_to_left(text))
        assert len(lines) > 4
        assert all(line.width <= 200.01 for line in lines)
        assert all(a.x + a.width <= b.x + 0.01 for line in lines for a, b in _neighbours(line.pieces))


def _neighbours(pieces: list[Piece]) -> list[tuple[Piece, Piece]]:
    return list(itertools.pairwise(pieces))


def test_chinese_breaks_between_characters_but_not_before_its_full_stops() -> None:
    lines = break_lines((Run(CHINESE * 8),), Look("Body"), 150.0)
    starts = {line.pieces[0].text[0] for line in lines}
    assert not starts & set("，。、；：）”")
    assert all(line.width > 110 for line in lines[:-1])


def test_word_marks_what_runs_from_right_to_left(manuscript: Manuscript) -> None:
    content = docx_bytes(manuscript)
    words = _bare(" ".join(docx_words(content)))
    for text in TEXTS.values():
        assert _bare(text) in words
    for paragraph in part(content, "word/document.xml").iter(f"{W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        if _bare(ARABIC) in _bare(text):
            assert paragraph.find(f"{W}pPr/{W}bidi") is not None
            runs = [run for run in paragraph.iter(f"{W}r") if "جميع" in "".join(run.itertext())]
            assert runs
            assert all(run.find(f"{W}rPr/{W}rtl") is not None for run in runs)


@pytest.mark.parametrize(
    ("text", "base", "seen"),
    [
        ("abc", 0, "abc"),
        ("אבג", 1, "גבא"),
        ("car אבג.", 0, "car גבא."),
        ("אבג (abc) 12.", 1, ".12 (abc) גבא"),
        ("قرار 79/40", 1, "79/40 رارق"),
        ("في 5-6 أيار", 1, "رايأ 6-5 يف"),
        ("a \u2067אב 1\u2069 b", 0, "a \u20671 בא\u2069 b"),
    ],
)
def test_characters_stand_where_the_algorithm_puts_them(text: str, base: int, seen: str) -> None:
    found = levels(text, base)
    order = visual_order(found)
    drawn = "".join(mirrored(text[nth]) if found[nth] % 2 else text[nth] for nth in order)
    assert drawn == seen


@given(
    st.text(
        alphabet="ab אב ت1 ٣.,:/-+()[]%«» \u0301\u200f\u200e\u2067\u2066\u2068\u2069\u202b\u202a\u202c\u202e"
    )
)
def test_every_character_is_drawn_once_whatever_the_text(text: str) -> None:
    for base in (0, 1):
        found = levels(text, base)
        assert len(found) == len(text)
        assert sorted(visual_order(found)) == list(range(len(text)))
        assert all(level >= base for level in found) or "\u2069" in text
