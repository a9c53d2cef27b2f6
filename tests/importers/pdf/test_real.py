"""Real documents, where they are at hand: what each must give, told in figures and by name."""

import re
from pathlib import Path

import pytest

from core.errors import NameplateError
from importers.lines import Source
from importers.pdf_reader import read_pdf

DOCUMENTS = Path(__file__).parents[4] / "shared" / "documents"
_NUMBER = re.compile(r"(\d+)\. \S")


def read(name: str) -> Source:
    path = DOCUMENTS / name
    if not path.exists():
        pytest.skip("the real documents are not at hand")
    return read_pdf(path.read_bytes(), name)


def numbers(source: Source) -> list[int]:
    found = (_NUMBER.match(line.text) for line in source.lines)
    return [int(number.group(1)) for number in found if number]


@pytest.mark.parametrize(
    ("name", "operative", "notes"),
    [
        ("A_RES_79_40.pdf", 36, 8),
        ("A_RES_79_54.pdf", 17, 14),
        ("A_RES_78_54.pdf", 10, 9),
        ("A_RES_80_46.pdf", 20, 9),
        ("A_C.1_80_L.9.pdf", 20, 9),
    ],
)
def test_resolutions(name: str, operative: int, notes: int) -> None:
    source = read(name)
    assert numbers(source) == list(range(1, operative + 1))
    given = [note for line in source.lines for note in line.footnotes]
    assert [note.split(" ")[0] for note in given] == [str(number) for number in range(1, notes + 1)]
    symbol = name.removesuffix(".pdf").replace("_", "/")
    assert symbol in source.furniture
    assert source.furniture[0] == "United Nations"
    assert not any(symbol == line.text or line.text.startswith("__") for line in source.lines)


def test_sponsors_of_a_draft_are_one_paragraph() -> None:
    sponsors = [line for line in read("A_C.1_80_L.9.pdf").lines if line.text.startswith("Albania, Australia")]
    assert sponsors[0].text.endswith("and Uruguay: draft resolution")
    assert sponsors[0].bold


def test_a_deep_numbering() -> None:
    source = read("ECE_TRANS_WP.29_2026_139e.pdf")
    texts = [line.text for line in source.lines]
    assert set(range(1, 89)) <= set(numbers(source))
    assert [text for text in texts if re.fullmatch(r"Annex \d", text)] == [f"Annex {n}" for n in range(1, 7)]
    assert any(text.startswith("5.2.1.14.7.2. The validation strategy may consist") for text in texts)
    assert sum(text.endswith("m/s2") or "m/s2" in text for text in texts) > 0
    given = [note for line in source.lines for note in line.footnotes]
    assert [note.split(" ")[0] for note in given[:39]] == ["*", *map(str, range(1, 39))]


def test_arabic_in_logical_order() -> None:
    source = read("nonUN_arabic_rtl_01.pdf")
    assert source.lines[0].text == "تحسين الإنتاجية وحل المشكلات من خلال البرمجة بلغة R وPython"
    text = " ".join(line.text for line in source.lines)
    assert "أيضًا" in text and "بناءً على" in text and "R وPython من الأدوات" in text
    assert len(source.lines) == 5


@pytest.mark.parametrize(
    ("name", "word"),
    [("nonUN_arabic_rtl_02_bad_glyph_map.pdf", "fonts"), ("A_RES_2758_XXVI_ru_scan.pdf", "scan")],
)
def test_what_cannot_be_read_is_refused(name: str, word: str) -> None:
    with pytest.raises(NameplateError, match=word):
        read(name)
