"""Changes in Arabic and Chinese texts: in Word and in the PDF they read as texts in these scripts do."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from core.documents import Document
from exporters.blocks import Tone, paragraphs_of
from exporters.pdf_pages import laid_out
from exporters.redline_blocks import export_redline, redline_manuscript
from exporters.redline_writer import redline_bytes
from tests.exporters.reading import part
from tests.exporters.redlining import ON, W, as_read, comparison, document, read_as

ARABIC_OLD = document(
    "A/1",
    [
        ("", "إن الجمعية العامة،", 0, ()),
        ("1", "تحث جميع الدول على وسم الأسلحة الصغيرة عند صنعها (انظر A/60/88)؛", 0, ("انظر القرار 60/81.",)),
        ("2", "تطلب إلى الأمين العام أن يقدم تقريرا في الدورة الثمانين؛", 0, ()),
        ("3", "تقرر عقد اجتماع لمدة أسبوع واحد في نيويورك في عام 2026؛", 0, ()),
    ],
    language="ar",
)
ARABIC_NEW = document(
    "A/2",
    [
        ("", "إن الجمعية العامة،", 0, ()),
        ("1", "تدعو المانحين إلى تمويل برنامج للتدريب؛", 0, ()),
        (
            "2",
            "تشجع جميع الدول على وسم الأسلحة الصغيرة عند صنعها (انظر A/60/88)؛",
            0,
            ("انظر القرار 60/81.",),
        ),
        ("3", "تقرر عقد اجتماع لمدة أسبوعين في جنيف في عام 2028؛", 0, ()),
        ("4", "تطلب إلى الأمين العام أن يقدم تقريرا في الدورة الثمانين؛", 0, ()),
    ],
    language="ar",
)
CHINESE_OLD = document(
    "A/1",
    [("1", "促请所有国家在制造时标识小武器和轻武器；", 0, ()), ("2", "请秘书长就此提出报告。", 0, ())],
    language="zh",
)
CHINESE_NEW = document(
    "A/2",
    [("1", "鼓励所有国家酌情在制造时标识小武器和轻武器；", 0, ()), ("2", "请秘书长就此提出报告。", 0, ())],
    language="zh",
)


@pytest.mark.parametrize(("old", "new"), [(ARABIC_OLD, ARABIC_NEW), (CHINESE_OLD, CHINESE_NEW)])
def test_rejected_it_is_the_old_text_and_accepted_the_new_one(old: Document, new: Document) -> None:
    data = redline_bytes(comparison(old, new), author="", on=ON)
    assert read_as(data, keep="del", drop="ins") == as_read(old)
    assert read_as(data, keep="ins", drop="del") == as_read(new)


def test_word_sets_every_arabic_paragraph_from_right_to_left() -> None:
    data = redline_bytes(comparison(ARABIC_OLD, ARABIC_NEW), author="", on=ON)
    for paragraph in list(part(data, "word/document.xml").iter(f"{W}p"))[:-1]:
        assert paragraph.find(f"{W}pPr/{W}bidi") is not None
        for run in paragraph.iter(f"{W}r"):
            words = "".join(run.itertext())
            if any("\u0600" <= letter <= "\u06ff" for letter in words):
                assert run.find(f"{W}rPr/{W}rtl") is not None


def test_the_footnotes_of_an_arabic_text_run_from_right_to_left_in_word() -> None:
    data = redline_bytes(comparison(ARABIC_OLD, ARABIC_NEW), author="", on=ON)
    notes = [
        note for note in part(data, "word/footnotes.xml").iter(f"{W}footnote") if note.get(f"{W}type") is None
    ]
    assert notes
    for note in notes:
        assert note.find(f"{W}p/{W}pPr/{W}bidi") is not None
        assert [run for run in note.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]


def test_in_the_pdf_numbers_hang_at_the_right_of_an_arabic_text() -> None:
    manuscript = redline_manuscript(comparison(ARABIC_OLD, ARABIC_NEW), author="", on=ON)
    renumbered = [run for each in paragraphs_of(manuscript.blocks) for run in each.renumbered]
    assert {Tone.DELETED, Tone.INSERTED} <= {run.tone for run in renumbered}
    strips = [strip for page in laid_out(manuscript) for _, strip in page.strips if strip.mirrored]
    starts = [strip for strip in strips if any(piece.text.strip(". ").isdigit() for piece in strip.pieces)]
    assert starts
    for strip in starts:
        rightmost = max(strip.pieces, key=lambda piece: piece.x)
        assert not rightmost.text.strip(". 12345")


def test_the_pdf_keeps_the_words_of_both(tmp_path: Path) -> None:
    for old, new, phrases in (
        (ARABIC_OLD, ARABIC_NEW, ("تحث", "تشجع", "جميع الدول على وسم", "تدعو")),
        (CHINESE_OLD, CHINESE_NEW, ("促请", "鼓励", "酌情", "小武器和轻武器")),
    ):
        target = tmp_path / "changes.pdf"
        export_redline(comparison(old, new), target, author="", on=ON)
        read = pypdfium2.PdfDocument(target)
        words = "".join("".join(page.get_textpage().get_text_range() for page in read).split())
        read.close()
        assert all("".join(phrase.split()) in words for phrase in phrases)
