"""Word files made by hand: good ones, and those that a person would make who means harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types '
    'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_PART_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GOOD_PARAGRAPHS = (
    "A/CONF.192/2026/WP.7",
    "Working paper on the marking of polymer frames",
    "1. The working group met in New York and considered the marking of polymer frames at length.",
    "2. The working group agreed to encourage States to deepen the marks on polymer frames.",
    "3. States that are in a position to do so are invited to share what they have learned.",
)


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def body(inner: str, before: str = "") -> bytes:
    start = f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document xmlns:w="{W}"><w:body>'
    return f"{start}{inner}</w:body></w:document>".encode()


def good_body() -> bytes:
    return body("".join(map(paragraph, GOOD_PARAGRAPHS)))


def entries(document: bytes, **others: bytes) -> list[tuple[str, bytes]]:
    """The parts of a Word file; ``styles`` and ``numbering`` are related to the document."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in others
    )
    return [
        ("[Content_Types].xml", _CONTENT_TYPES.encode()),
        ("_rels/.rels", _RELATIONS.encode()),
        ("word/_rels/document.xml.rels", _PART_RELATIONS.format(relations).encode()),
        ("word/document.xml", document),
        *((f"word/{name}.xml", data) for name, data in others.items()),
    ]


def zipped(parts: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, method)
    return made.getvalue()


def docx(inner: str, before: str = "", **others: bytes) -> bytes:
    return zipped(entries(body(inner, before), **others))


def good_docx() -> bytes:
    return zipped(entries(good_body()))


def deflated_zeros(size: int, fill: bytes = b" ") -> bytes:
    """A raw DEFLATE stream of ``size`` equal bytes, made without holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    chunk = fill * 1_000_000
    pieces = [packer.compress(chunk) for _ in range(size // len(chunk))]
    return b"".join([*pieces, packer.flush()])


def raw_zip(
    parts: Iterable[tuple[bytes, bytes, int, int]],
    *,
    flags: int = 0,
    method: int = 8,
    crc: int = 0,
    overlap: bool = False,
) -> bytes:
    """An archive written field by field: (name, packed bytes, size it claims, CRC it claims) of each entry.

    With ``overlap`` all entries of the directory point to the first one's bytes.
    """
    made, directory = io.BytesIO(), io.BytesIO()
    count = 0
    for name, packed, size, checksum in parts:
        offset = 0 if overlap else made.tell()
        if not overlap or not count:
            made.write(
                struct.pack(
                    "<4sHHHHHIIIHH",
                    b"PK\3\4",
                    20,
                    flags,
                    method,
                    0,
                    33,
                    checksum,
                    len(packed),
                    size,
                    len(name),
                    0,
                )
            )
            made.write(name + packed)
        directory.write(
            struct.pack(
                "<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, flags, method, 0, 33, checksum, len(packed), size,
                len(name), 0, 0, 0, 0, 0, offset,
            )
            + name
        )  # fmt: skip
        count += 1
    at, told = made.tell(), directory.getvalue()
    made.write(told)
    shown = min(count, 0xFFFF)
    made.write(struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, shown, shown, len(told), at, 0))
    return made.getvalue()


def stored(name: str, data: bytes) -> tuple[bytes, bytes, int, int]:
    """An entry for ``raw_zip`` that keeps to the truth."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return name.encode(), packer.compress(data) + packer.flush(), len(data), zlib.crc32(data)


def flat_bomb() -> bytes:
    """A few hundred kilobytes whose main part unpacks to 100 MB."""
    size = 100_000_000
    parts = [stored(name, data) for name, data in entries(b"")[:3]]
    return raw_zip([*parts, (b"word/document.xml", deflated_zeros(size), size, 0)])


def lying_bomb() -> bytes:
    """The same, but the directory says that it unpacks to one kilobyte."""
    parts = [stored(name, data) for name, data in entries(b"")[:3]]
    return raw_zip([*parts, (b"word/document.xml", deflated_zeros(100_000_000), 1024, 0)])


def overlapping() -> bytes:
    """Two thousand entries that all are the same bytes."""
    packed = deflated_zeros(10_000_000)
    names = [b"word/document.xml", *(b"word/part%d.xml" % nth for nth in range(2_000))]
    return raw_zip([(name, packed, 10_000_000, 0) for name in names], overlap=True)


def nested() -> bytes:
    """Archives within archives, beside a good document."""
    inner = zipped([("bomb.txt", b" " * 5_000_000)])
    for _ in range(6):
        inner = zipped([(f"{nth}.zip", inner) for nth in range(8)])
    return zipped([*entries(good_body()), ("word/embeddings/inner.zip", inner)])


def many_entries(count: int) -> bytes:
    return raw_zip((b"%d" % nth, b"", 0, 0) for nth in range(count))


def encrypted_entry() -> bytes:
    parts = [stored(name, data) for name, data in entries(good_body())]
    return raw_zip(parts, flags=1)


def strange_method() -> bytes:
    return zipped(entries(good_body()), zipfile.ZIP_LZMA)


def wrong_checksum() -> bytes:
    parts = [stored(name, data) for name, data in entries(good_body())]
    return raw_zip([(name, packed, size, crc ^ 1) for name, packed, size, crc in parts])


def ole(stream: str) -> bytes:
    """The beginning of an OLE compound file with a stream of this name, as far as it is looked at."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(504)
        + stream.encode("utf-16-le").ljust(64, b"\0")
        + bytes(4096)
    )
