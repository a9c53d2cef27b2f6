from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.briefing_pack import PackPart, PackSettings, Paper
from exporters.docx_writer import docx_bytes
from exporters.pack_blocks import pack_manuscript
from exporters.pdf_writer import pdf_bytes
from exporters.statement_blocks import sheet_manuscript
from tests.exporters.reading import docx_notes, docx_words, pdf_notes, pdf_words
from tests.exporters.samples import GROUP_STATEMENT, large_pack, sample_pack, sample_sheet

_SETTINGS = [
    PackSettings(),
    PackSettings(with_private_notes=True, marking="RESTRICTED", paper=Paper.LETTER),
    PackSettings(parts=(PackPart.COVER, PackPart.COMMITMENTS, PackPart.STATEMENT)),
    PackSettings(parts=(PackPart.RECORD, PackPart.BRIEF, PackPart.CONTENTS)),
]


@pytest.mark.parametrize("chosen", _SETTINGS)
def test_both_formats_of_a_pack_hold_the_same_words_in_the_same_order(chosen: PackSettings) -> None:
    manuscript = pack_manuscript(sample_pack(chosen))
    docx, pdf = docx_bytes(manuscript), pdf_bytes(manuscript)
    assert docx_words(docx) == pdf_words(pdf)
    assert docx_notes(docx) == pdf_notes(pdf)


@pytest.mark.parametrize("private", [False, True])
def test_both_formats_of_a_statement_hold_the_same_words_in_the_same_order(private: bool) -> None:
    chosen = PackSettings(marking="CONFIDENTIAL", with_private_notes=private)
    for statement in (sample_sheet().statement, GROUP_STATEMENT):
        manuscript = sheet_manuscript(sample_sheet(chosen, statement))
        docx, pdf = docx_bytes(manuscript), pdf_bytes(manuscript)
        assert docx_words(docx) == pdf_words(pdf)
        assert docx_notes(docx) == pdf_notes(pdf)


def test_both_formats_of_a_large_pack_hold_the_same_words_and_page_numbers() -> None:
    manuscript = pack_manuscript(large_pack(40))
    docx, pdf = docx_bytes(manuscript), pdf_bytes(manuscript)
    assert docx_words(docx) == pdf_words(pdf)
    assert docx_notes(docx) == pdf_notes(pdf)


def test_lists_are_numbered_alike_wherever_they_stop_and_start() -> None:
    text = "3. three\n4. four\n    1. one\n    2. two\n5. five\n\ntext\n\n6. six\n\n7) seven\n\n1. new\n"
    sheet = sample_sheet()
    manuscript = sheet_manuscript(replace(sheet, statement=replace(sheet.statement, text=text)))
    docx, pdf = docx_bytes(manuscript), pdf_bytes(manuscript)
    assert docx_words(docx) == pdf_words(pdf)
    assert "3. three 4. four 1. one 2. two 5. five text 6. six" in " ".join(docx_words(docx))


_LINES = st.sampled_from(
    [
        "Chair,",
        "1. one",
        "2. two",
        "7. seven",
        "- dash",
        "    - deeper",
        "    1. inner",
        "> quoted [@BMS8, para. 62].",
        "",
        "## Heading",
        "*soft* **loud** word",
        "::: private",
        ":::",
        "said [@BMS8, para. 9], and",
        "a\\",
        "   3) three",
    ]
)


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(_LINES, max_size=14), private=st.booleans())
def test_any_statement_reads_alike_in_both_formats(lines: list[str], private: bool) -> None:
    sheet = sample_sheet(PackSettings(with_private_notes=private))
    text = "\n".join(lines)
    manuscript = sheet_manuscript(replace(sheet, statement=replace(sheet.statement, text=text)))
    docx, pdf = docx_bytes(manuscript), pdf_bytes(manuscript)
    assert docx_words(docx) == pdf_words(pdf)
    assert docx_notes(docx) == pdf_notes(pdf)


def test_the_same_pack_gives_the_same_bytes() -> None:
    manuscript = pack_manuscript(sample_pack())
    assert docx_bytes(manuscript) == docx_bytes(manuscript)
    assert pdf_bytes(manuscript) == pdf_bytes(manuscript)
