from __future__ import annotations

import re
import shutil
import struct
import subprocess
from itertools import product
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from exporters.blocks import Manuscript, entries_of
from exporters.docx_fonts import FONTS, Cut, cuts_of, font_file
from exporters.docx_writer import docx_bytes
from exporters.pack_blocks import pack_manuscript
from exporters.style import Family
from tests.exporters.reading import W, part, parts, places
from tests.exporters.samples import large_pack

_OFFICE = shutil.which("soffice")
_ALL: list[Cut] = list(product(Family, (False, True), (False, True)))
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SLOTS = {"embedRegular": (False, False), "embedBold": (True, False), "embedItalic": (False, True)}


@pytest.mark.parametrize("cut", _ALL, ids=str)
def test_every_face_may_be_embedded_and_is_the_one_its_place_is_for(cut: Cut) -> None:
    content = font_file(cut).read_bytes()
    assert struct.unpack_from(">H", _table(content, b"OS/2"), 8) == (0,)  # fsType: no restriction
    family, bold, italic = cut
    named = _names(_table(content, b"name"))
    assert named[1] == FONTS[family]
    assert (
        named[2]
        == {
            (False, False): "Regular",
            (True, False): "Bold",
            (False, True): "Italic",
            (True, True): "Bold Italic",
        }[bold, italic]
    )


def test_the_faces_in_the_file_are_the_faces_it_is_set_in(pack: Manuscript, pack_docx: bytes) -> None:
    table = part(pack_docx, "word/fontTable.xml")
    files = parts(pack_docx)
    relations = {
        r.get("Id"): r.get("Target") for r in etree.fromstring(files["word/_rels/fontTable.xml.rels"])
    }
    found: set[Cut] = set()
    for font in table.iter(f"{W}font"):
        family = next(f for f, name in FONTS.items() if name == font.get(f"{W}name"))
        for element in font:
            tag = etree.QName(element).localname
            if not tag.startswith("embed"):
                continue
            cut = (family, *_SLOTS[tag])
            found.add(cut)
            key = element.get(f"{W}fontKey")
            assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", key)
            hidden = files["word/" + relations[element.get(f"{_R}id")]]
            assert hidden[:4] != b"\0\1\0\0"
            assert _revealed(hidden, key) == font_file(cut).read_bytes()
    assert found == cuts_of(pack)
    assert len(found) == len(relations) == len([name for name in files if name.endswith(".odttf")])
    assert (Family.SANS, True, False) in found
    assert (Family.SANS, True, True) not in found


def test_the_package_says_what_the_faces_are(pack_docx: bytes) -> None:
    files = parts(pack_docx)
    kinds = {e.get("PartName"): e.get("ContentType") for e in etree.fromstring(files["[Content_Types].xml"])}
    for name in files:
        if name.endswith(".odttf"):
            assert kinds[f"/{name}"] == "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    settings = part(pack_docx, "word/settings.xml")
    assert settings.find(f"{W}embedTrueTypeFonts") is not None
    assert settings.find(f"{W}saveSubsetFonts") is None  # whole faces: what is typed later has its letters


def test_embedding_keeps_exports_the_same_byte_for_byte(pack: Manuscript, pack_docx: bytes) -> None:
    assert docx_bytes(pack) == pack_docx


@pytest.mark.slow
@pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")
def test_headings_stand_where_the_contents_say_without_the_typefaces(tmp_path: Path) -> None:
    if shutil.which("fc-list") is None or "Plex" in _said("fc-list"):
        pytest.skip("the typefaces are installed here")
    manuscript = pack_manuscript(large_pack())
    content = docx_bytes(manuscript)
    (tmp_path / "pack.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    _said(str(_OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path),
          str(tmp_path / "pack.docx"))  # fmt: skip
    reader = PdfReader(tmp_path / "pack.pdf")
    found = [
        (int(said), reader.get_page_number(link["/Dest"][0].get_object()) + 1)
        for page in reader.pages
        for link in (reference.get_object() for reference in page.get("/Annots", ()))
        if "\t" in link.get("/Contents", "") and (said := link["/Contents"].split("\t")[-1]).isdigit()
    ]
    stands = places(manuscript)
    entries = entries_of(manuscript)
    assert len(found) >= len(entries)  # an entry on two lines is two links
    assert {said for said, _ in found} == {stands[entry.anchor][0] for entry in entries}
    assert [(said, stand) for said, stand in found if abs(said - stand) > 1] == []
    fonts = {str(name) for page in reader.pages for name in _fonts_of(page)}
    assert fonts
    assert all("IBMPlex" in name for name in fonts), fonts


def _fonts_of(page: object) -> list[object]:
    resources = page["/Resources"]["/Font"]  # type: ignore[index]
    return [font.get_object()["/BaseFont"] for font in resources.values()]


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def _revealed(hidden: bytes, key: str) -> bytes:
    """As the standard words it: the key's digits from the last pair to the first, over 16 bytes twice."""
    digits = re.sub(r"[{}-]", "", key)
    mask = [int(digits[at : at + 2], 16) for at in range(30, -1, -2)]
    return bytes(byte ^ mask[at % 16] for at, byte in enumerate(hidden[:32])) + hidden[32:]


def _table(content: bytes, tag: bytes) -> bytes:
    for at in range(12, 12 + 16 * struct.unpack_from(">H", content, 4)[0], 16):
        if content[at : at + 4] == tag:
            start, length = struct.unpack_from(">2I", content, at + 8)
            return content[start : start + length]
    raise AssertionError(tag)


def _names(table: bytes) -> dict[int, str]:
    count, base = struct.unpack_from(">2H", table, 2)
    found = {}
    for nth in range(count):
        platform, _, _, which, length, start = struct.unpack_from(">6H", table, 6 + 12 * nth)
        if platform == 3:
            found[which] = table[base + start : base + start + length].decode("utf-16-be")
    return found
