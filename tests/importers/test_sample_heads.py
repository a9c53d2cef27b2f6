"""The heads of real documents as published, from the file to the document of core.

The files stand beside the repository and are no part of it; where they are absent there is nothing to test.
"""

import datetime as dt
from pathlib import Path

import pytest

from core.documents import Standing
from importers.importing import read_document

SAMPLES = Path(__file__).parents[3] / "shared" / "documents"

SMALL_ARMS = "The illicit trade in small arms and light weapons in all its aspects"
ASSISTANCE = (
    "Assistance to States for curbing the illicit traffic in small arms and light weapons and collecting them"
)
HEADS = [
    ("A_RES_79_40.pdf", "A/RES/79/40", SMALL_ARMS, dt.date(2024, 12, 2), "Seventy-ninth session", "98 (p)"),
    (
        "A_RES_79_54.pdf",
        "A/RES/79/54",
        "Through-life conventional ammunition management",
        dt.date(2024, 12, 2),
        "Seventy-ninth session",
        "98 (z)",
    ),
    ("A_RES_78_54.pdf", "A/RES/78/54", ASSISTANCE, dt.date(2023, 12, 4), "Seventy-eighth session", "99 (n)"),
    (
        "A_RES_80_46.pdf",
        "A/RES/80/46",
        "The Arms Trade Treaty",
        dt.date(2025, 12, 1),
        "Eightieth session",
        "99 (y)",
    ),
    (
        "A_C.1_80_L.9.pdf",
        "A/C.1/80/L.9",
        "The Arms Trade Treaty",
        dt.date(2025, 10, 8),
        "Eightieth session",
        "99 (y)",
    ),
    (
        "A_RES_75_241.txt",
        "A/RES/75/241",
        SMALL_ARMS,
        dt.date(2020, 12, 31),
        "Seventy-fifth session",
        "103 (p)",
    ),
    (
        "A_80_6_PLANOUTLINE.docx",
        "A/80/6 (Plan outline)",
        "Proposed programme budget for 2026: Plan outline",
        dt.date(2025, 4, 17),
        "Eightieth session",
        "137, 138",
    ),
    (
        "A_80_6_SECT.24__CORR.1.docx",
        "A/80/6 (Sect. 24)/Corr.1",
        "Proposed programme budget for 2026: Part VI: Human rights and humanitarian affairs: Section 24: "
        "Human rights: Programme 20: Human rights: Corrigendum",
        dt.date(2025, 5, 21),
        "Eightieth session",
        "137, 138",
    ),
    (
        "ECE_TRANS_WP.29_2026_139e.pdf",
        "ECE/TRANS/WP.29/2026/139",
        "Proposal for a new United Nations Global Technical Regulation on Automated Driving Systems (ADS)",
        dt.date(2026, 4, 14),
        "199th session",
        "14.1.1",
    ),
]


def sample(name: str) -> Path:
    path = SAMPLES / name
    if not path.is_file():
        pytest.skip(f"{name} is not here")
    return path


@pytest.mark.parametrize(("name", "symbol", "title", "date", "session", "item"), HEADS)
def test_a_published_document_tells_its_head(
    name: str, symbol: str, title: str, date: dt.date, session: str, item: str
) -> None:
    read = read_document(sample(name)).document
    assert (read.symbol, read.title, read.date) == (symbol, title, date)
    assert (read.session, read.agenda_item, read.language) == (session, item, "en")
    draft = "L.9" in symbol or "WP.29" in symbol
    assert read.standing is (Standing.DRAFT if draft else Standing.UNKNOWN)
    resolution = symbol.startswith("A/RES/")
    assert read.spoken == (f"General Assembly resolution {symbol[6:]}" if resolution else "")
    assert not read.record


@pytest.mark.parametrize(
    ("name", "short", "title", "language"),
    [
        ("arms_trade_treaty_en.md", "ATT", "Arms Trade Treaty", "en"),
        ("un_charter_fr.txt", "UN Charter", "Charte des Nations Unies", "fr"),
        ("un_charter_ar.txt", "UN Charter", "ميثاق الأمم المتحدة", "ar"),
    ],
)
def test_a_treaty_without_a_symbol_is_known(name: str, short: str, title: str, language: str) -> None:
    imported = read_document(sample(name))
    read = imported.document
    assert (read.symbol, read.short, read.title, read.language) == ("", short, title, language)
    assert not any("symbol" in warning for warning in imported.warnings)


def test_the_name_of_the_file_is_the_name_of_a_text_that_has_none() -> None:
    read = read_document(sample("nonUN_arabic_rtl_01.pdf")).document
    assert (read.symbol, read.short, read.language) == ("", "nonUN_arabic_rtl_01", "ar")
