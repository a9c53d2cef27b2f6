"""Plain text becomes lines; everything else is refused with one sentence."""

from pathlib import Path

import pytest

from core.errors import NameplateError
from importers import read_document
from importers.lines import Line, cleaned
from importers.text_reader import MAX_BYTES, decode, read_file, text_lines


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(NameplateError) as caught:
        decode(data, name)
    sentence = str(caught.value)
    assert name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("data", [b"", b"  \n\n\t"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert "is empty" in refusal(data, "empty.txt")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n...", "report.txt", "a PDF"),
        (b"PK\x03\x04....", "report.txt", "archive"),
        (b"\xd0\xcf\x11\xe0....", "report.txt", "old Word"),
        (b"{\\rtf1 ...", "report.txt", "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML><p>1. x", "report.txt", "web page"),
        (b"<HTML><p>1. x", "report", "web page"),
        (b"1. text", "report.pdf", "a PDF"),
        (b"1. text", "REPORT.DOCX", "Word"),
        (b"1. text", "report.md", "Markdown"),
        (b"1. text", "report.html", "web page"),
    ],
)
def test_another_format_is_refused_by_its_name_or_its_first_bytes(data: bytes, name: str, kind: str) -> None:
    sentence = refusal(data, name)
    assert kind in sentence
    assert "save its text as a plain text" in sentence


@pytest.mark.parametrize("data", ["Zoë".encode("latin-1"), "1. Zoë".encode("utf-16")])
def test_another_encoding_is_refused(data: bytes) -> None:
    assert "not encoded in UTF-8" in refusal(data, "report.txt")


def test_binary_data_is_refused() -> None:
    assert "binary" in refusal(b"1. a\0b", "report.txt")


def test_a_file_over_20_mb_is_refused(tmp_path: Path) -> None:
    assert "20 MB" in refusal(b"a" * (MAX_BYTES + 1), "large.txt")
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(NameplateError, match="20 MB"):
        read_file(large)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(NameplateError, match="There is no file"):
            read_document(path)


def test_a_file_of_another_format_is_refused_before_it_is_read(tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(b"")
    with pytest.raises(NameplateError, match="is a PDF"):
        read_document(pdf)


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode("\ufeff1. Ça".encode(), "report.txt") == "1. Ça"


def test_a_file_named_after_its_symbol_is_read(tmp_path: Path) -> None:
    path = tmp_path / "A_CONF.192_BMS_2022_1"
    path.write_text("1. To mark.\n", "utf-8")
    assert read_document(path).document.numbered == 1


def test_lines_know_the_blank_lines_above_them_and_their_indent() -> None:
    assert text_lines("\n\nFirst  line \n \n\n  second\nthird") == [
        Line("First line", 2),
        Line("second", 2, indent=2),
        Line("third"),
    ]


def test_pages_are_counted_only_where_form_feeds_mark_them() -> None:
    assert [line.page for line in text_lines("a\nb")] == [None, None]
    assert [(line.text, line.page) for line in text_lines("a\fb\n\fc")] == [("a", 1), ("b", 2), ("c", 3)]


@pytest.mark.parametrize("text", ["a\r\nb", "a\nb", "a\rb", "a\u2028b", "a\x0bb"])
def test_every_kind_of_line_end_ends_a_line(text: str) -> None:
    assert [line.text for line in text_lines(text)] == ["a", "b"]


def test_what_prints_nothing_is_left_out_and_odd_spaces_are_spaces() -> None:
    assert text_lines("dis\u00adarma\u200bment\u00a0and\x07peace")[0].text == "disarmament and peace"


def test_marks_of_an_export_are_taken_off() -> None:
    lines = [
        Line(text) for text in ("- 74. To assess [A/CONF.192/16](#)", "-", "- Small Arms Survey", "[t]o (it)")
    ]
    assert [(line.text, line.gap) for line in cleaned(lines)] == [
        ("74. To assess A/CONF.192/16", 0),
        ("- Small Arms Survey", 1),
        ("[t]o (it)", 0),
    ]
