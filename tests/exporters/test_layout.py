from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from core.briefing_pack import BriefingPack, PackSettings, Paper
from core.record import Intervention, Party, Record
from exporters.blocks import Manuscript, Role, outline_level, paragraphs_of
from exporters.pack_blocks import pack_manuscript
from exporters.pdf_pages import Page, laid_out
from exporters.pdf_strips import Strip
from exporters.statement_blocks import sheet_manuscript
from exporters.style import looks, text_size
from tests.exporters.samples import SPEECH, large_pack, sample_pack, sample_sheet


@pytest.fixture(scope="module", params=[Paper.A4, Paper.LETTER])
def large(request: pytest.FixtureRequest) -> Manuscript:
    pack = large_pack(60)
    return pack_manuscript(replace(pack, settings=replace(pack.settings, paper=request.param)))


def _sizes(manuscript: Manuscript, *roles: Role) -> set[float]:
    return {looks(manuscript.aloud)[role].size for role in roles}


def _text(strip: Strip) -> str:
    return "".join(piece.text for piece in strip.pieces)


def test_nothing_is_set_outside_the_text_area(large: Manuscript) -> None:
    width, height = text_size(large.paper)
    for page in laid_out(large):
        for top, strip in page.strips + page.notes:
            assert top <= height + 0.01
            assert top - strip.height >= -0.01
            for piece in [*strip.pieces, *(p for column in strip.columns for p in column)]:
                assert piece.x >= -0.01
                assert piece.x + piece.width <= width + 0.01


def test_text_and_notes_do_not_meet(large: Manuscript) -> None:
    for page in laid_out(large):
        if page.notes and page.strips:
            lowest = min(top - strip.height for top, strip in page.strips)
            assert lowest > page.notes[0][0]


def test_no_heading_stands_alone_at_the_foot_of_a_page(large: Manuscript) -> None:
    headings = {p.anchor for p in paragraphs_of(large.blocks) if outline_level(p)}
    assert "" not in headings
    for page in laid_out(large):
        last = page.strips[-1][1]
        assert last.anchor not in headings
        assert not last.keep


def test_no_page_begins_with_the_last_line_of_a_paragraph(large: Manuscript) -> None:
    pages = laid_out(large)
    for before, page in pairwise(pages):
        first = page.strips[0][1]
        goes_on = not first.new_page and first.before == 0.0 and not first.columns
        if goes_on and len(page.strips) > 1:
            assert page.strips[1][1].before == 0.0, _text(first)
            assert before.strips[-2][1].before == 0.0 or before.strips[-1][1].before == 0.0


def test_every_item_begins_on_a_new_page() -> None:
    manuscript = pack_manuscript(sample_pack())
    anchors = [p.anchor for p in paragraphs_of(manuscript.blocks) if p.role is Role.HEADING_1]
    first = [page.strips[0][1].anchor for page in laid_out(manuscript)]
    assert [anchor for anchor in anchors if anchor in first] == anchors


def _long_record() -> BriefingPack:
    rows = tuple(
        Intervention(
            f"State {n}", f"State {n}", Party.STATE, ("7",), 4, "28 June 2022", f"on behalf of {n}", "18"
        )
        for n in range(120)
    )
    pack = sample_pack()
    past = replace(pack.items[1].records[0], record=Record(rows), own=Record())
    return replace(pack, items=(replace(pack.items[1], records=(past,)),))


def test_a_table_s_header_row_stands_on_every_page_of_it_and_rows_are_whole() -> None:
    pages = [page for page in laid_out(pack_manuscript(_long_record())) if _rows(page)]
    assert len(pages) > 2
    seen: set[int] = set()
    for page in pages:
        header = "".join(piece.text for piece in _rows(page)[0].columns[0])
        assert header == "Speaker"
        rows = {strip.row for strip in _rows(page) if not strip.again}
        assert not rows & seen
        seen |= rows


def _rows(page: Page) -> list[Strip]:
    return [strip for _, strip in page.strips if strip.row]


def test_the_cover_s_marking_and_date_stand_at_its_foot() -> None:
    cover = laid_out(pack_manuscript(sample_pack()))[0]
    assert [_text(strip) for _, strip in cover.strips[-2:]] == ["CONFIDENTIAL", "12 May 2028"]
    top, strip = cover.strips[-1]
    assert top - strip.height == pytest.approx(0, abs=0.01)


def test_a_statement_is_set_large_for_reading_and_its_last_words_are_not_left_alone() -> None:
    manuscript = sheet_manuscript(sample_sheet())
    pages = laid_out(manuscript)
    spoken = [s for page in pages[1:] for _, s in page.strips if s.pieces]
    assert _sizes(manuscript, Role.STATEMENT, Role.STATEMENT_QUOTE) == {14.0}
    assert {s.height for s in spoken} == {21.0}
    assert len(pages[-1].strips) > 1


def test_short_paragraphs_read_aloud_are_not_broken_over_two_pages() -> None:
    sheet = sample_sheet()
    speech = replace(sheet.statement, text=SPEECH * 4)
    pages = laid_out(sheet_manuscript(replace(sheet, statement=speech)))
    for page in pages[2:]:
        assert page.strips[0][1].before > 0.0


def test_pages_without_a_cover_begin_with_their_head() -> None:
    parts = PackSettings().parts[2:]
    manuscript = pack_manuscript(sample_pack(PackSettings(parts=parts)))
    assert not manuscript.plain_first_page
    assert laid_out(manuscript)[0].strips[0][1].anchor
