from __future__ import annotations

import pytest

from exporters.blocks import Manuscript
from exporters.docx_writer import docx_bytes
from exporters.pack_blocks import pack_manuscript
from exporters.pdf_writer import pdf_bytes
from exporters.statement_blocks import sheet_manuscript
from tests.exporters.samples import sample_pack, sample_sheet


@pytest.fixture(scope="session")
def pack() -> Manuscript:
    return pack_manuscript(sample_pack())


@pytest.fixture(scope="session")
def sheet() -> Manuscript:
    return sheet_manuscript(sample_sheet())


@pytest.fixture(scope="session")
def pack_docx(pack: Manuscript) -> bytes:
    return docx_bytes(pack)


@pytest.fixture(scope="session")
def pack_pdf(pack: Manuscript) -> bytes:
    return pdf_bytes(pack)


@pytest.fixture(scope="session")
def sheet_docx(sheet: Manuscript) -> bytes:
    return docx_bytes(sheet)


@pytest.fixture(scope="session")
def sheet_pdf(sheet: Manuscript) -> bytes:
    return pdf_bytes(sheet)
