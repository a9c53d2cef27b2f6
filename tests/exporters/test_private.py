from __future__ import annotations

from dataclasses import replace

import pytest

from core.briefing_pack import PackSettings
from exporters.docx_writer import docx_bytes
from exporters.pack_blocks import pack_manuscript
from exporters.pdf_writer import pdf_bytes
from exporters.statement_blocks import sheet_manuscript
from tests.exporters.reading import docx_notes, docx_words, parts, pdf_notes, pdf_texts, pdf_words
from tests.exporters.samples import COMMITMENTS7, STATEMENT, sample_pack, sample_sheet

_SECRETS = ("fall back", "Do not deliver", "Capital has not cleared", "red line")


def _everything(docx: bytes, pdf: bytes) -> str:
    words = docx_words(docx) + docx_notes(docx) + pdf_words(pdf) + pdf_notes(pdf)
    return " ".join(words) + b"".join(parts(docx).values()).decode("utf-8", "replace")


def test_private_blocks_and_notes_are_left_out_by_default() -> None:
    pack = sample_pack()
    # Even if a note were handed over, it is the setting that decides.
    item = replace(pack.items[1], commitments=COMMITMENTS7)
    manuscript = pack_manuscript(replace(pack, items=(pack.items[0], item)))
    written = _everything(docx_bytes(manuscript), pdf_bytes(manuscript))
    for secret in _SECRETS:
        assert secret not in written
    assert "rivate" not in written


def test_what_only_a_private_block_cites_is_not_in_the_annex() -> None:
    pack = sample_pack()
    text = "Chair,\n\n::: private\nThey will quote [@RevCon3, sect. II, para. 18].\n:::\n\nI thank you.\n"
    item = replace(pack.items[1], statements=(replace(STATEMENT, text=text),), commitments=())
    for private, expected in ((False, False), (True, True)):
        settings = PackSettings(with_private_notes=private)
        manuscript = pack_manuscript(replace(pack, items=(item,), settings=settings))
        assert ("They acknowledged" in " ".join(pdf_words(pdf_bytes(manuscript)))) is expected


@pytest.mark.parametrize("secret", _SECRETS)
def test_private_words_come_only_when_chosen(secret: str) -> None:
    manuscript = pack_manuscript(sample_pack(PackSettings(with_private_notes=True)))
    assert secret in " ".join(docx_words(docx_bytes(manuscript)))


def test_a_pack_with_private_words_says_so_on_every_page() -> None:
    manuscript = pack_manuscript(sample_pack(PackSettings(with_private_notes=True, marking="SECRET")))
    assert manuscript.marking == "SECRET · Contains private notes"
    assert "Contains private notes" in pdf_texts(pdf_bytes(manuscript))[0][0]
    words = " ".join(docx_words(docx_bytes(manuscript)))
    assert "Private – not for circulation Our red line" in words
    assert "Private – not delivered If the Arab Group objects" in words


def test_a_pack_that_could_hold_private_words_but_has_none_does_not_warn() -> None:
    pack = sample_pack(PackSettings(with_private_notes=True))
    assert pack_manuscript(replace(pack, items=(pack.items[0],))).marking == ""


def test_a_statement_leaves_its_private_blocks_at_home() -> None:
    manuscript = sheet_manuscript(sample_sheet())
    written = _everything(docx_bytes(manuscript), pdf_bytes(manuscript))
    assert "fall back" not in written
    assert "rivate" not in written
    chosen = sheet_manuscript(sample_sheet(PackSettings(with_private_notes=True)))
    assert "Private – not delivered" in " ".join(pdf_words(pdf_bytes(chosen)))
