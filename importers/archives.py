"""The archive that a Word file is, opened as if it were made to do harm.

A .docx is a ZIP archive of XML parts. Nothing its directory says is believed: what is unpacked is counted
while it is unpacked. ZIP: PKWARE's APPNOTE; parts and their names: ECMA-376, part 2 (Open Packaging).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from core.errors import NameplateError

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ENTRIES = 5_000
MAX_ENTRY_BYTES = 64 * 1024 * 1024
MAX_UNPACKED_BYTES = 128 * 1024 * 1024
MAX_DECLARED_BYTES = 1024 * 1024 * 1024
"""What all entries may say they hold: most of them, such as pictures, are never unpacked."""
MAX_RATIO = 400
"""How many times its packed size an entry may unpack to; XML of long uniform tables comes to 100."""
MAX_NAME = 500

_CHUNK = 1024 * 1024
_RATIO_FROM = 4 * 1024 * 1024
_DIRECTORY_ENTRY = b"PK\x01\x02"
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_BAD_NAME = re.compile(r"^/|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f\x7f]")
_DECLARED_ENCODING = re.compile(rb"""^<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{0,40})""")
_PLAIN_ENCODINGS = frozenset((b"utf-8", b"utf8", b"us-ascii", b"ascii", b"utf-16"))
_DOCTYPES = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")
)
_DEPTH = 256


class Archive:
    """An opened archive: its entries by name, unpacked one at a time and never written anywhere."""

    def __init__(self, entries: dict[str, zipfile.ZipInfo], opened: zipfile.ZipFile, name: str) -> None:
        """Use ``open_archive``, which checks the entries first."""
        self._entries = entries
        self._opened = opened
        self._name = name
        self._unpacked = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its entries, folders left out, in the order of its directory."""
        return tuple(self._entries)

    def __contains__(self, entry: str) -> bool:
        """Whether there is an entry of this name."""
        return entry in self._entries

    def read(self, entry: str) -> bytes:
        """The bytes of an entry; KeyError if there is none of this name.

        NameplateError if it is damaged, locked, packed in a way that Word does not use, or unpacks to more
        than the limits allow, counted over everything that was read from this archive.
        """
        info = self._entries[entry]
        if info.flag_bits & _ENCRYPTED:
            raise NameplateError(
                f"“{self._name}” is protected by a password: open it in Word, save it without the password "
                "and import that."
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._damaged()
        pieces: list[bytes] = []
        size = 0
        try:
            with self._opened.open(info) as packed:
                while piece := packed.read(_CHUNK):
                    size += len(piece)
                    self._unpacked += len(piece)
                    self._check_size(size, info.compress_size)
                    pieces.append(piece)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise self._damaged() from error
        if size != info.file_size:
            raise self._damaged()
        return b"".join(pieces)

    def xml_part(self, entry: str) -> _Element:
        """The root of an XML part; KeyError if there is no entry of this name.

        NameplateError as for ``read``, and for what is no XML, has a document type, entities, an encoding
        other than UTF-8 and UTF-16, or elements more than 256 deep.
        """
        return parse_xml(self.read(entry), self._name)

    def _check_size(self, size: int, packed: int) -> None:
        beyond_ratio = size > _RATIO_FROM and size > MAX_RATIO * max(packed, 1)
        if size > MAX_ENTRY_BYTES or self._unpacked > MAX_UNPACKED_BYTES or beyond_ratio:
            raise _too_much(self._name)

    def _damaged(self) -> NameplateError:
        return _damaged(self._name)


def open_archive(data: bytes, name: str) -> Archive:
    """The archive in the bytes of a file that messages call ``name``.

    NameplateError if it is damaged, has more than 5,000 entries, says that they hold more than 1 GB, or if
    entries share a name or bytes, or have a name that leads out of the archive.
    """
    if data.count(_DIRECTORY_ENTRY) > MAX_ENTRIES:  # before a directory of millions is read
        raise NameplateError(
            f"“{name}” is an archive of more than {MAX_ENTRIES:,} files, which no Word document is: open it "
            "in Word, save its text in a new document and import that."
        )
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        listed = opened.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, OverflowError) as error:
        raise _damaged(name) from error
    if sum(max(info.file_size, 0) for info in listed) > MAX_DECLARED_BYTES:
        raise _too_much(name)
    _check_names(listed, name)
    _check_places(listed, data, name)
    return Archive({info.filename: info for info in listed if not info.is_dir()}, opened, name)


def parse_xml(data: bytes, name: str) -> _Element:
    """The root of XML that a file called ``name`` holds; NameplateError as for ``Archive.xml_part``."""
    from lxml import etree

    if any(mark in data for mark in _DOCTYPES):
        raise NameplateError(
            f"“{name}” holds a document type definition, which Word never writes and which can do harm: "
            "open it in Word, save it as a new .docx and import that."
        )
    _check_encoding(data, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        dtd_validation=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise NameplateError(
                f"“{name}” is nested more than {_DEPTH} levels deep, which no document is: save its text as "
                "plain text (.txt) and import that."
            ) from error
        raise _damaged(name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _damaged(name)
    return root


def _check_encoding(data: bytes, name: str) -> None:
    """Refuses encodings in which a document type could hide from the search for one."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):  # UTF-32
        raise _damaged(name)
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
        return
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"<"):
        raise _damaged(name)
    declared = _DECLARED_ENCODING.match(start)
    if declared and declared[1].lower() not in _PLAIN_ENCODINGS:
        raise _damaged(name)


def _check_names(listed: list[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for info in listed:
        # Names of parts are equal whatever their case (ECMA-376, part 2).
        key = info.filename.casefold()
        if key in seen or not key or len(key) > MAX_NAME or _BAD_NAME.search(info.orig_filename):
            raise NameplateError(
                f"“{name}” holds files with names that Word never gives, so it may be made to do harm: open "
                "it in Word, save it as a new .docx and import that."
            )
        seen.add(key)


def _check_places(listed: list[zipfile.ZipInfo], data: bytes, name: str) -> None:
    """Refuses entries that share bytes: a small file can hold a terabyte that way."""
    end = 0
    for info in sorted(listed, key=lambda entry: entry.header_offset):
        start = info.header_offset
        header = data[start : start + _LOCAL_HEADER] if start >= 0 else b""
        if start < end or len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise _damaged(name)
        names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        end = start + _LOCAL_HEADER + names + info.compress_size
    if end > len(data):
        raise _damaged(name)


def _damaged(name: str) -> NameplateError:
    return NameplateError(
        f"“{name}” is damaged and cannot be read as a Word document: open it in Word, which may repair it, "
        "save it as a new .docx and import that."
    )


def _too_much(name: str) -> NameplateError:
    return NameplateError(
        f"“{name}” unpacks to far more than a document holds, so it may be made to do harm: save its text as "
        "plain text (.txt) and import that."
    )
