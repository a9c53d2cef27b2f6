"""Changes between real resolutions, which do not come with the program: a draft and what was adopted."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.comparing.comparison import compared
from core.documents import Document
from db.index.stems import stem
from exporters.redline_writer import redline_bytes
from importers.importing import read_bytes
from tests.exporters.redlining import ON, as_read, read_as

REAL = Path(__file__).parents[3] / "shared" / "documents"
PAIRS = [
    ("A_C.1_80_L.9.pdf", "A_RES_80_46.pdf"),
    ("A_RES_78_54.pdf", "A_RES_79_54.pdf"),
    ("A_RES_75_241.txt", "A_RES_79_40.pdf"),
]

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real documents are not here")


@pytest.mark.parametrize(("old_name", "new_name"), PAIRS)
def test_rejected_it_is_the_old_text_and_accepted_the_new_one(old_name: str, new_name: str) -> None:
    old, new = _read(old_name), _read(new_name)
    found = compared(old, old.paragraphs, new, new.paragraphs, stem)
    data = redline_bytes(found, author="Mission of Nowhere", on=ON)
    assert read_as(data, keep="del", drop="ins") == as_read(old)
    assert read_as(data, keep="ins", drop="del") == as_read(new)


def _read(name: str) -> Document:
    return read_bytes((REAL / name).read_bytes(), name).document
