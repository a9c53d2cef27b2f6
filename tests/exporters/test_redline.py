"""The Word file with tracked changes: rejected it reads as the old document, accepted as the new one."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from core.documents import Document
from core.errors import NameplateError
from exporters.blocks import Note, Role, Run, Tone, paragraphs_of
from exporters.pdf_lines import break_lines
from exporters.pdf_strips import left_edge
from exporters.redline_blocks import export_redline, redline_manuscript
from exporters.redline_writer import redline_bytes
from exporters.style import looks
from tests.exporters.redlining import ON, RowOf, W, as_read, comparison, document, read_as

OLD = document(
    "A/1",
    [
        ("", "The General Assembly,", 0, ()),
        ("1", "Urges all States to mark weapons at the time of manufacture;", 0, ("See A/60/88.",)),
        ("2", "Requests the Secretary-General to report on the matter;", 0, ()),
        ("", "Follow-up", 2, ()),
        ("3", "Decides to convene a meeting of one week in New York;", 0, ("See A/2.", "See A/3.")),
        ("4", "Invites the donors to fund a fellowship programme & “more” <things>;", 0, ()),
    ],
)
NEW = document(
    "A/2",
    [
        ("", "The General Assembly,", 0, ()),
        ("1", "Decides to convene a meeting of two weeks in New York;", 0, ("See A/3.", "See A/4.")),
        ("2", "Encourages all States, as appropriate, to mark weapons at the time of manufacture;", 0, ()),
        ("3", "Welcomes the adoption of a global framework;", 0, ("See A/78/47.",)),
        ("", "Follow up and review", 2, ()),
        ("3(a)", "Invites the donors to fund a fellowship programme & “more” <things>;", 0, ()),
    ],
)


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (OLD, OLD)])
def test_rejected_it_is_the_old_text_and_accepted_the_new_one(old: Document, new: Document) -> None:
    data = redline_bytes(comparison(old, new), author="Mission of Nowhere", on=ON)
    assert read_as(data, keep="del", drop="ins") == as_read(old)
    assert read_as(data, keep="ins", drop="del") == as_read(new)


def test_footnotes_are_numbered_anew_and_those_with_another_number_are_the_same() -> None:
    old = document("A/1", [("1", "Urges States;", 0, ("7 See A/60/88.",))])
    new = document("A/2", [("1", "Urges States;", 0, ("9 See A/60/88.",))])
    data = redline_bytes(comparison(old, new), author="", on=ON)
    assert read_as(data, keep="ins", drop="del") == (["1.\tUrges States;"], ["See A/60/88."])
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert b"<w:ins " not in package.read("word/document.xml")


_LINES = st.sampled_from(
    [
        "Urges States to report;",
        "Urges all States to report, as appropriate;",
        "Decides to meet;",
        "Part A",
        "",
    ]
)
_ROWS = st.lists(
    st.tuples(st.sampled_from(["", "1", "2", "3(a)"]), _LINES, st.integers(0, 2), st.just(())), max_size=6
)


@settings(max_examples=25, deadline=None)
@given(_ROWS, _ROWS)
def test_both_documents_can_be_had_back_whatever_they_hold(old: list[RowOf], new: list[RowOf]) -> None:
    one, other = document("A/1", old), document("A/2", new)
    data = redline_bytes(comparison(one, other), author="", on=ON)
    assert read_as(data, keep="del", drop="ins") == as_read(one)
    assert read_as(data, keep="ins", drop="del") == as_read(other)


def test_the_changes_bear_the_author_and_the_time_that_were_given() -> None:
    data = redline_bytes(comparison(OLD, NEW), author="Mission of Nowhere", on=ON)
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    changes = [*root.iter(f"{W}ins"), *root.iter(f"{W}del")]
    assert {change.get(f"{W}author") for change in changes} == {"Mission of Nowhere"}
    assert {change.get(f"{W}date") for change in changes} == {"2026-06-01T09:30:00Z", "2026-06-01T09:28:00Z"}
    assert len({change.get(f"{W}id") for change in changes}) == len(changes)


def test_the_pdf_shows_all_words_of_both_and_marks_what_changed(tmp_path: Path) -> None:
    export_redline(comparison(OLD, NEW), tmp_path / "changes.pdf", author="", on=ON)
    document = pypdfium2.PdfDocument(tmp_path / "changes.pdf")
    words = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    assert "Changes from A/1 to A/2" in words
    assert "Urges Encourages all States, as appropriate, to mark" in words.replace(" ,", ",")
    assert "Decides to convene a meeting of one week" in words
    assert "Decides to convene a meeting of two weeks" in words
    page = document[0]
    lines = [each for each in page.get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    assert len(lines) > 10


MOVED = document("A/3", [("1", "Decides to meet;", 0, ()), ("2", "Urges States to mark weapons;", 0, ())])
BACK = document("A/4", [("1", "Urges States to mark weapons;", 0, ()), ("2", "Decides to meet;", 0, ())])


def test_what_moved_bears_a_comment_that_goes_with_it() -> None:
    data = redline_bytes(comparison(MOVED, BACK), author="Mission of Nowhere", on=ON)
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        comments = etree.fromstring(package.read("word/comments.xml"))
    told = {each.get(f"{W}id"): "".join(each.itertext()) for each in comments}
    found = {
        (node.getparent().getparent().tag.removeprefix(W), told[node.get(f"{W}id")])
        for node in root.iter(f"{W}commentReference")
    }
    assert found in (
        {("ins", "Moved from 2."), ("del", "Moved to 1.")},
        {("ins", "Moved from 1."), ("del", "Moved to 2.")},
    )
    assert read_as(data, keep="ins", drop="del") == as_read(BACK)


def test_a_file_without_moves_has_no_comments() -> None:
    data = redline_bytes(comparison(OLD, OLD), author="", on=ON)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert "word/comments.xml" not in package.namelist()


def test_in_the_pdf_a_changed_number_hangs_like_any_other_and_a_move_is_told_beside(tmp_path: Path) -> None:
    manuscript = redline_manuscript(comparison(OLD, NEW), author="", on=ON)
    numbered = [each for each in paragraphs_of(manuscript.blocks) if each.marker or each.renumbered]
    assert any(each.renumbered for each in numbered)
    body = looks(False)[Role.ANNEX_TEXT]
    assert {left_edge(each, body) for each in numbered} == {body.left}
    assert {each.aside for each in numbered} > {""}
    export_redline(comparison(MOVED, BACK), tmp_path / "changes.pdf", author="", on=ON)
    document = pypdfium2.PdfDocument(tmp_path / "changes.pdf")
    words = " ".join(document[0].get_textpage().get_text_range().split())
    assert "Left out, put in. Paragraphs: 1 moved, 1 the same." in words
    assert "moved from" in words
    document.close()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match=r"must end in \.docx"):
        export_redline(comparison(OLD, NEW), tmp_path / "changes.txt", author="", on=ON)


def test_a_character_that_no_file_can_carry_names_its_paragraph(tmp_path: Path) -> None:
    broken = document("A/3", [("1", "Urges\x00 States;", 0, ())])
    with pytest.raises(NameplateError, match="A/3/1 holds"):
        export_redline(comparison(OLD, broken), tmp_path / "changes.docx", author="", on=ON)
    assert not list(tmp_path.iterdir())


def test_marks_of_footnotes_put_in_and_left_out_are_marked_and_do_not_run_together() -> None:
    left_out, put_in = Run("See A/75/78.", tone=Tone.DELETED), Run("See A/79/77.", tone=Tone.INSERTED)
    inlines = (Run("by the United Nations,"), Note(6, (left_out,)), Note(7, (put_in,)))
    (line,) = break_lines(inlines, looks(False)[Role.ANNEX_TEXT], 400.0)
    marks = [(piece.text, piece.tone) for piece in line.pieces if piece.rise]
    assert marks == [("6", Tone.DELETED), (",", Tone.INK), ("7", Tone.INSERTED)]
    assert sum(piece.width for piece in line.pieces) == pytest.approx(line.width)
    assert Note(1, (Run("See"), put_in)).tone is Tone.INK
