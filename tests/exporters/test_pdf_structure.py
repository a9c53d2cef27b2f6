from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from core.briefing_pack import PackPart, PackSettings
from exporters.blocks import Manuscript, Note, Paragraph, Role, notes_of, paragraphs_of
from exporters.citing import key_of
from exporters.pack_blocks import pack_manuscript
from exporters.pdf_writer import pdf_bytes
from exporters.wording import anchor_of
from tests.exporters.reading import pdf_links, pdf_texts, places
from tests.exporters.samples import I9, I10, P16, P18, P24, P62, P63, R17, sample_pack


def test_the_outline_names_every_item_its_parts_and_its_commitments(pack_pdf: bytes) -> None:
    outline = PdfReader(BytesIO(pack_pdf)).outline
    titles = list(_titles(outline))
    assert [title for level, title in titles if level == 0][-1] == "Annex: texts cited"
    assert (1, "Record of past meetings") in titles
    assert (1, "National statement on tracing") in titles
    assert (2, "BMS8/62") in titles


def _titles(outline: list[Any], level: int = 0) -> Iterator[tuple[int, str]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry, level + 1)
        else:
            yield level, str(entry.title)


def test_every_contents_entry_leads_to_its_page(pack: Manuscript, pack_pdf: bytes) -> None:
    standing, texts = places(pack), pdf_texts(pack_pdf)
    for paragraph in paragraphs_of(pack.blocks):
        if paragraph.role in (Role.HEADING_1, Role.HEADING_2):
            page, _ = standing[paragraph.anchor]
            assert paragraph.plain in " ".join(texts[page - 1][0].split())
            assert (2, standing[paragraph.anchor]) in pdf_links(pack_pdf)


def test_every_cited_and_every_pulled_paragraph_is_a_link_to_the_annex(
    pack: Manuscript, pack_pdf: bytes
) -> None:
    leads_to = [target for _, target in pdf_links(pack_pdf)]
    standing, texts = places(pack), pdf_texts(pack_pdf)
    assert set(leads_to) <= set(standing.values())
    for located in (P16, P18, P24, P62, P63, R17, I9, I10):
        page, top = standing[anchor_of("annex", key_of(located))]
        assert (page, top) in leads_to
        assert located.paragraph.text[:40] in " ".join(texts[page - 1][0].split())
    for note in notes_of(pack.blocks):
        assert standing[note.link] in leads_to


def test_without_the_annex_citations_lead_to_the_commitments() -> None:
    manuscript = pack_manuscript(sample_pack(PackSettings(parts=(PackPart.STATEMENT, PackPart.COMMITMENTS))))
    standing = places(manuscript)
    leads_to = {target for _, target in pdf_links(pdf_bytes(manuscript))}
    assert standing[anchor_of("pulled", "BMS8/62")] in leads_to
    assert not [name for name in standing if name.startswith("_annex")]


def test_with_neither_nothing_is_linked() -> None:
    manuscript = pack_manuscript(sample_pack(PackSettings(parts=(PackPart.STATEMENT,))))
    assert pdf_links(pdf_bytes(manuscript)) == []
    assert any(isinstance(i, Note) for p in manuscript.blocks if isinstance(p, Paragraph) for i in p.inlines)


def test_all_fonts_are_embedded_as_subsets(pack_pdf: bytes, sheet_pdf: bytes) -> None:
    for content in (pack_pdf, sheet_pdf):
        seen = set()
        for page in PdfReader(BytesIO(content)).pages:
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
                description = font.get_object()
                seen.add(str(description["/BaseFont"]))
                assert "/FontFile2" in description["/FontDescriptor"]
                assert "/ToUnicode" in description
        assert seen
        assert all("+IBMPlex" in name for name in seen)


def test_metadata_tell_of_the_pack_and_of_nothing_else(pack_pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pack_pdf))
    information = reader.metadata
    assert information is not None
    assert str(information.title).startswith("Briefing for the head of delegation")
    assert information.author == "A. Mensah"
    assert information.creator == information.producer == "Nameplate"
    assert str(information["/CreationDate"]).startswith("D:20280512")
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    for private in (socket.gethostname(), os.environ.get("USER", "unknown user"), str(Path.cwd())):
        if len(private) > 3:
            assert private.encode() not in pack_pdf


def test_no_author_is_named_where_none_is_set() -> None:
    content = pdf_bytes(pack_manuscript(sample_pack(PackSettings())))
    information = PdfReader(BytesIO(content)).metadata
    assert information is not None
    assert not information.author


def test_pages_are_counted_at_the_foot_and_the_cover_is_bare(pack_pdf: bytes) -> None:
    pages = PdfReader(BytesIO(pack_pdf)).pages
    assert "Page" not in pages[0].extract_text()
    for number, page in enumerate(pages[1:], 2):
        text = page.extract_text()
        assert f"Page {number} of {len(pages)}" in text
        assert "CONFIDENTIAL" in text
