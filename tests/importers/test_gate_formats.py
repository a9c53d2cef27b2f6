"""A file's format is told from its bytes; what cannot be imported is refused with one sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NameplateError
from importers.formats import MAX_BYTES, SUFFIXES, check_size, format_of
from resources.paths import library_files
from tests.importers.hostile import archives, pdfs

TEXT = b"A/CONF.192/2026/WP.1\n\n1. The meeting was opened.\n"
PAGE = b"<!DOCTYPE html>\n<html><body><p>1. Text</p></body></html>"


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(NameplateError) as caught:
        format_of(data, name)
    sentence = str(caught.value)
    assert sentence.startswith(f"“{name}” ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (pdfs.good(), "a.pdf", "pdf"),
        (pdfs.written(pdfs.objects(), prefix=b"sent by mail\r\n"), "a.pdf", "pdf"),
        (archives.good_docx(), "a.docx", "docx"),
        (archives.good_docx(), "a.docm", "docx"),
        (PAGE, "a.html", "html"),
        (b"<p>1. Text", "a.htm", "html"),
        (PAGE.decode().encode("utf-16"), "a.html", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "a.xhtml", "html"),
        (b"# Title\n\n1. Text", "a.md", "markdown"),
        (TEXT, "a.md", "markdown"),
        (TEXT, "a.txt", "text"),
        (b"\xef\xbb\xbf" + TEXT, "a.txt", "text"),
        (TEXT.decode().encode("utf-16"), "a.txt", "text"),
        ("1. Zoë".encode("latin-1"), "a.txt", "text"),
        (b"# One\n# Two\n# Three\n", "a.txt", "text"),
        (b"1. See %PDF-1.7 for the header of a PDF.", "a.txt", "text"),
        (b"MZ is what a program begins with.", "a.txt", "text"),
        (b"BM 1. The Board", "a.txt", "text"),
    ],
)
def test_content_and_name_together_tell_the_format(data: bytes, name: str, expected: str) -> None:
    assert format_of(data, name) == expected


@pytest.mark.parametrize("name", ["A.CONF.192_BMS_2022_1", "document", "A_RES_79_40 (final)", "report.v2"])
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdfs.good(), "pdf"),
        (archives.good_docx(), "docx"),
        (PAGE, "html"),
        (b"<div>" + b"<p>1. Text</p>" * 20, "html"),
        (b"# One\n\nText\n\n## Two\n\n## Three\n", "markdown"),
        (TEXT, "text"),
    ],
)
def test_a_name_that_promises_nothing_leaves_it_to_the_content(data: bytes, name: str, expected: str) -> None:
    assert format_of(data, name) == expected


@pytest.mark.parametrize("path", library_files(), ids=lambda path: path.name)
def test_the_reference_texts_are_plain_texts(path: Path) -> None:
    assert format_of(path.read_bytes(), path.name) == "text"


@pytest.mark.parametrize(
    ("data", "name", "is_what", "better"),
    [
        (pdfs.good(), "x.docx", "is a PDF although its name ends in .docx", "“x.pdf”"),
        (archives.good_docx(), "x.pdf", "is a Word document although its name ends in .pdf", "“x.docx”"),
        (PAGE, "x.pdf", "is a web page although its name ends in .pdf", "“x.html”"),
        (PAGE, "X.TXT", "is a web page although its name ends in .txt", "“X.html”"),
        (PAGE, "x.md", "is a web page although its name ends in .md", "“x.html”"),
        (TEXT, "x.docx", "is a plain text although its name ends in .docx", "“x.txt”"),
        (TEXT, "x.html", "is a plain text although its name ends in .html", "“x.txt”"),
    ],
)
def test_a_name_that_promises_something_else_is_refused(
    data: bytes, name: str, is_what: str, better: str
) -> None:
    sentence = refusal(data, name)
    assert is_what in sentence
    assert f"rename it to {better}, if you trust where it came from, and import it again" in sentence


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "x.pdf", "is empty"),
        (b" \r\n\t\0", "x.txt", "is empty"),
        (b"\xef\xbb\xbf\n", "x.txt", "is empty"),
        (archives.ole("EncryptedPackage"), "x.docx", "password"),
        (archives.ole("WordDocument"), "x.doc", "an old Word document"),
        (archives.ole("WordDocument"), "x.docx", "an old Word document"),
        (archives.ole("Workbook"), "x.xls", "a workbook"),
        (archives.ole("Something"), "x", "an old Office document"),
        (archives.zipped([("xl/workbook.xml", b"<a/>")]), "x.xlsx", "a workbook"),
        (archives.zipped([("ppt/presentation.xml", b"<a/>")]), "x.pptx", "a presentation"),
        (archives.zipped([("mimetype", b"x"), ("content.xml", b"<a/>")]), "x.odt", "an OpenDocument text"),
        (archives.zipped([("mimetype", b"x"), ("OEBPS/a.xml", b"<a/>")]), "x.epub", "an electronic book"),
        (archives.zipped([("a.txt", b"1. a")]), "x.zip", "an archive"),
        (archives.zipped([("a.txt", b"1. a")]), "x.docx", "an archive"),
        (b"{\\rtf1 text}", "x.rtf", "an RTF document"),
        (b"\xffWPC" + bytes(99), "x.wpd", "a WordPerfect document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "x.png", "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "scan.pdf", "a picture"),
        (b"II*\0" + bytes(99), "x.tif", "a picture"),
        (b"RIFF\0\0\0\0WEBP" + bytes(99), "x.webp", "a picture"),
        (b"\0\0\0\x20ftypheic" + bytes(99), "x.heic", "a picture"),
        (b"\0\0\0\x20ftypisom" + bytes(99), "x.mp4", "a recording"),
        (b"\x1f\x8b\x08" + bytes(99), "x.gz", "an archive"),
        (b"name".ljust(257, b"\0") + b"ustar" + bytes(300), "x.tar", "an archive"),
        (b"SQLite format 3\0" + bytes(99), "W.db", "a database or workspace"),
        (b"\x7fELF" + bytes(99), "x", "a program"),
        (b"MZ\x90\0" + bytes(99), "x.txt", "a program"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "x.mht", "a web archive"),
        (b'<?xml version="1.0"?><w:wordDocument>', "x.xml", "Word document as XML"),
        (b'<?xml version="1.0"?><feed/>', "x.xml", "a data file"),
        (b'{"blocks": []}', "x.json", "a data file"),
        (bytes(range(256)) * 9, "x.txt", "binary data"),
        (bytes(range(256)) * 9, "x.pdf", "is damaged, or not a PDF at all"),
        (bytes(range(256)) * 9, "x.docx", "is damaged, or not a Word document at all"),
    ],
)
def test_what_cannot_be_imported_is_called_by_its_name(data: bytes, name: str, says: str) -> None:
    assert says in refusal(data, name)


def test_a_file_over_60_mb_is_refused_before_it_is_read() -> None:
    check_size(MAX_BYTES, "x.pdf")
    with pytest.raises(NameplateError, match="larger than 60 MB"):
        check_size(MAX_BYTES + 1, "x.pdf")


@given(
    st.binary(max_size=300),
    st.sampled_from([*SUFFIXES, "", ".xyz"]),
    st.sampled_from(
        [b"", b"%PDF-1.4\n", b"PK\3\4", b"<html>", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
    ),
)
def test_any_bytes_have_a_format_or_a_sentence(data: bytes, suffix: str, start: bytes) -> None:
    try:
        assert format_of(start + data, f"x{suffix}") in {"pdf", "docx", "html", "markdown", "text"}
    except NameplateError as error:
        assert str(error).startswith("“x")
