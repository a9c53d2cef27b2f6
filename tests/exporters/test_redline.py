"""The Word file with tracked changes: rejected it reads as the old document, accepted as the new one."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from core.comparing import Comparison, compared
from core.documents import Document, Kind, Paragraph, Part, document_id, paragraph_id
from core.errors import NameplateError
from core.redlines import printed_number
from exporters.redline_blocks import export_redline
from exporters.redline_writer import redline_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ON = dt.datetime(2026, 6, 1, 9, 30, tzinfo=dt.UTC)
RowOf = tuple[str, str, int, tuple[str, ...]]


def document(symbol: str, rows: list[RowOf], language: str = "en") -> Document:
    """A document of rows given as label, text, heading level and footnotes."""
    paragraphs = tuple(
        Paragraph(
            id=paragraph_id(symbol, language, "main", label, text, nth),
            part="main",
            label=label,
            kind=Kind.OPERATIVE if label else Kind.HEADING,
            text=text,
            level=level,
            footnotes=notes,
        )
        for nth, (label, text, level, notes) in enumerate(rows)
    )
    return Document(
        id=document_id(symbol, language, paragraphs),
        symbol=symbol,
        short="",
        title=symbol,
        language=language,
        date=dt.date(2024, 1, 1),
        standing="consensus",  # type: ignore[arg-type]
        parts=(Part("main", ""),),
        main_part="main",
        paragraphs=paragraphs,
    )


def comparison(old: Document, new: Document) -> Comparison:
    return compared(old, old.paragraphs, new, new.paragraphs, lambda word, language: word)


def read_as(data: bytes, keep: str, drop: str) -> tuple[list[str], list[str]]:
    """Paragraphs and footnotes of a file, all changes accepted (keep "ins", drop "del") or rejected."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    texts = {
        note.get(f"{W}id"): "".join(t.text or "" for t in note.iter(f"{W}t"))
        for note in notes.iter(f"{W}footnote")
    }
    found, footnotes = [], []
    for paragraph in list(root.iter(f"{W}p"))[1:-1]:
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{drop}") is not None:
            continue
        words = []
        for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}footnoteReference"):
            if any(parent.tag == W + drop for parent in node.iterancestors()):
                continue
            if node.tag == f"{W}footnoteReference":
                footnotes.append(texts[node.get(f"{W}id")])
            else:
                words.append({f"{W}tab": "\t", f"{W}br": "\n"}.get(node.tag) or node.text or "")
        found.append("".join(words))
    return found, footnotes


def as_read(document: Document) -> tuple[list[str], list[str]]:
    texts = [
        f"{number}\t{row.text}" if (number := printed_number(row)) else row.text
        for row in document.paragraphs
    ]
    return texts, [note for row in document.paragraphs for note in row.footnotes]


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
    assert "Urges all States to mark" in words
    assert "Encourages all States, as appropriate, to mark" in words
    page = document[0]
    lines = [each for each in page.get_objects() if each.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    assert len(lines) > 10


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match=r"must end in \.docx"):
        export_redline(comparison(OLD, NEW), tmp_path / "changes.txt", author="", on=ON)


def test_a_character_that_no_file_can_carry_names_its_paragraph(tmp_path: Path) -> None:
    broken = document("A/3", [("1", "Urges\x00 States;", 0, ())])
    with pytest.raises(NameplateError, match="A/3/1 holds"):
        export_redline(comparison(OLD, broken), tmp_path / "changes.docx", author="", on=ON)
    assert not list(tmp_path.iterdir())
