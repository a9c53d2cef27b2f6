from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exporters import export_pack, export_statement
from exporters.blocks import Manuscript, Role, paragraphs_of
from tests.exporters.samples import sample_pack, sample_sheet

_OFFICE = shutil.which("soffice")


@pytest.mark.slow
@pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")
def test_an_office_program_opens_both_documents_and_shows_all_of_them(
    tmp_path: Path, pack: Manuscript
) -> None:
    export_pack(sample_pack(), tmp_path / "pack.docx")
    export_statement(sample_sheet(), tmp_path / "statement.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / name) for name in ("pack.docx", "statement.docx")]
    command = [str(_OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = _text(tmp_path / "pack.pdf")
    for paragraph in paragraphs_of(pack.blocks):
        if paragraph.role in (Role.HEADING_2, Role.COVER_TITLE, Role.COVER_MARKING, Role.ANNEX_TEXT):
            assert "".join(paragraph.plain.split()) in text
    assert "pages2of" not in text
    assert "Checkagainstdelivery" in _text(tmp_path / "statement.pdf")


def _text(path: Path) -> str:
    reader = PdfReader(BytesIO(path.read_bytes()))
    return "".join("".join(page.extract_text().split()) for page in reader.pages)
