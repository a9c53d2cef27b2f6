"""A Word file is opened as if it were made to do harm: what is unpacked is counted, names are checked."""

import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NameplateError
from importers import archives as gate
from importers.archives import open_archive, parse_xml
from tests.importers.hostile import archives
from tests.importers.hostile.archives import W, good_body, good_docx, raw_zip, stored, zipped

MAIN = "word/document.xml"


def refusal(data: bytes, entry: str = MAIN) -> str:
    with pytest.raises(NameplateError) as caught:
        open_archive(data, "x.docx").xml_part(entry)
    assert str(caught.value).startswith("“x.docx” ")
    return str(caught.value)


def test_a_good_archive_gives_its_parts() -> None:
    archive = open_archive(good_docx(), "x.docx")
    assert MAIN in archive
    assert "word/styles.xml" not in archive
    assert archive.names == ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", MAIN)
    assert archive.read(MAIN) == good_body()
    assert archive.xml_part(MAIN).tag == f"{{{W}}}document"
    with pytest.raises(KeyError):
        archive.read("word/styles.xml")


def test_stored_entries_and_folders_are_fine() -> None:
    data = zipped([("word/", b""), *archives.entries(good_body())], zipfile.ZIP_STORED)
    assert open_archive(data, "x.docx").read(MAIN) == good_body()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (good_docx()[:-30], "damaged"),
        (good_docx()[20:], "damaged"),
        (archives.wrong_checksum(), "damaged"),
        (archives.strange_method(), "damaged"),
        (archives.encrypted_entry(), "password"),
        (archives.raw_zip([stored(MAIN, good_body())] * 2), "names that Word never gives"),
        (
            raw_zip([stored(MAIN, good_body()), stored("WORD/document.xml", b"")]),
            "names that Word never gives",
        ),
        (raw_zip([stored(MAIN, good_body()), (b"", b"", 0, 0)]), "names that Word never gives"),
        (raw_zip([(b"1", b"", 1024**3 + 1, 0)]), "unpacks to far more"),
        (archives.raw_zip([stored(MAIN, good_body())] * 2, overlap=True), "names that Word never gives"),
        (archives.many_entries(5_001), "archive of more than 5,000 files"),
    ],
)
def test_a_bad_archive_is_refused(data: bytes, says: str) -> None:
    assert says in refusal(data)


@pytest.mark.parametrize(
    "name",
    ["../x", "a/../../x", "/etc/passwd", "C:/x", "c:x", "..\\x", "a\\b", "a\0b", "a\nb", "x" * 501, ".."],
)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    data = raw_zip([stored(MAIN, good_body()), stored(name, b"x")])
    assert "names that Word never gives" in refusal(data)


def test_entries_that_share_bytes_are_refused() -> None:
    packed = archives.deflated_zeros(1_000_000)
    data = raw_zip([(b"%d" % nth, packed, 1_000_000, 0) for nth in range(3)], overlap=True)
    assert "damaged" in refusal(data)


def test_what_is_unpacked_is_counted_and_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_ENTRY_BYTES", 3_000_000)
    monkeypatch.setattr(gate, "MAX_UNPACKED_BYTES", 5_000_000)
    parts = [
        stored(f"{nth}.xml", b"<a>" + b"abcdefghij" * size + b"</a>")
        for nth, size in enumerate([200_000, 200_000, 200_000, 400_000])
    ]
    archive = open_archive(raw_zip(parts), "x.docx")
    archive.read("0.xml")
    archive.read("1.xml")
    with pytest.raises(NameplateError, match="unpacks to far more"):
        archive.read("2.xml")  # the sum
    with pytest.raises(NameplateError, match="unpacks to far more"):
        open_archive(raw_zip(parts), "x.docx").read("3.xml")  # this one alone


def test_an_entry_that_unpacks_to_more_or_less_than_it_says_is_damaged() -> None:
    name, packed, size, crc = stored(MAIN, good_body())
    for lie in (size - 1, size + 1, 1):
        assert "damaged" in refusal(raw_zip([(name, packed, lie, crc)]))


def test_an_entry_packed_beyond_all_measure_is_refused() -> None:
    packed = archives.deflated_zeros(20_000_000)
    assert "unpacks to far more" in refusal(raw_zip([(MAIN.encode(), packed, 20_000_000, 0)]))


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declaration", ["<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b 'c'>]>"])
def test_a_document_type_is_refused_in_every_encoding(code: str, declaration: str) -> None:
    with pytest.raises(NameplateError, match="document type definition"):
        parse_xml(f"{declaration}<a/>".encode(code), "x.docx")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"<a>",
        b"<a>&lt;</b>",
        b"<a>&leak;</a>",
        b"\0\0\0<\0\0\0a",
        "<a/>".encode("utf-32"),
        b'<?xml version="1.0" encoding="UTF-7"?><a/>',
        b'<?xml version="1.0" encoding="cp037"?><a/>',
        '<?xml version="1.0"?><a/>'.encode("cp037"),
    ],
)
def test_what_is_not_plain_xml_is_damaged(data: bytes) -> None:
    with pytest.raises(NameplateError, match="damaged"):
        parse_xml(data, "x.docx")


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_xml_is_read_without_its_comments(code: str) -> None:
    root = parse_xml("<?xml version='1.0'?><a>1<!-- no --><?pi?>é</a>".encode(code), "x.docx")
    assert "".join(root.itertext()) == "1é"


def test_xml_may_be_256_deep_and_no_deeper() -> None:
    assert parse_xml(b"<a>" * 250 + b"</a>" * 250, "x.docx").tag == "a"
    with pytest.raises(NameplateError, match="256 levels deep"):
        parse_xml(b"<a>" * 300 + b"</a>" * 300, "x.docx")


@given(st.data())
def test_a_damaged_archive_gives_a_part_or_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(good_docx())
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        archive = open_archive(bytes(whole), "x.docx")
        for name in archive.names:
            archive.read(name)
    except NameplateError as error:
        assert str(error).startswith("“x.docx”")
