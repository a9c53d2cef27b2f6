"""A document survives the way between two processes whole; nothing else gets through."""

import datetime as dt
import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents import (
    Document,
    DocumentHead,
    Kind,
    Paragraph,
    Part,
    Standing,
    Track,
    document_id,
    paragraph_id,
)
from core.errors import NameplateError
from core.record import Intervention, NationalReport, Officer, Party, Record
from importers import transport
from importers.checked import Untrusted
from importers.imported import ImportedDocument
from importers.importing import read_document, read_text
from importers.transport import pack, unpack
from resources.paths import library_files

SYMBOL = "A/CONF.192/2026/WP.7"


def row(text: str, label: str = "", nth: int = 1, **more: Any) -> Paragraph:
    identity = paragraph_id(SYMBOL, "en", "annex", label, text, nth=nth)
    return Paragraph(identity, "annex", label, Kind.OPERATIVE, text, **more)


def document(*rows: Paragraph, **more: Any) -> Document:
    return Document(
        **{
            "id": document_id(SYMBOL, "en", rows),
            "symbol": SYMBOL,
            "short": "WP7",
            "title": "Working paper",
            "language": "en",
            "date": dt.date(2026, 6, 1),
            "standing": Standing.DRAFT,
            "parts": (Part("annex", "Annex", "annex", Standing.DRAFT),),
            "main_part": "annex",
            "numbered": sum(bool(one.label) for one in rows),
            "paragraphs": rows,
            **more,
        }
    )


FULL = ImportedDocument(
    document(
        row("A heading", level=2, section=("I. Outer",)),
        row(
            "To mark \n\n“weapons”",
            "62",
            track=Track.ITI,
            standing=Standing.VOTE,
            page=4,
            quoted=((0, 2), (3, 7)),
        ),
        row(
            "again",
            "(a)",
            chapeau="States resolve:",
            typed_label="1.9",
            remarks=("A slip.",),
            footnotes=("1 See.",),
        ),
        row("again", "(a)", nth=2),
        cite_as="the paper",
        spoken="our paper",
        meeting="Ninth Meeting",
        source_note="From the Chair.",
        session="Eightieth session",
        agenda_item="98 (p)",
        record=Record(
            (Intervention("Ghana", "Ghana", Party.STATE, ("6", "7"), 2, "28 June", "also on behalf", "17"),),
            (NationalReport("Togo", "Togo", Party.STATE, "15"),),
            (Officer("Brazil", "Brazil", "Chair", "A Person", "5"),),
        ),
    ),
    ("Look at paragraph 3.",),
)


@pytest.mark.parametrize("path", library_files(), ids=lambda path: path.name)
def test_the_reference_texts_come_through_unchanged(path: Path) -> None:
    imported = read_document(path)
    assert unpack(pack(imported, path.name)) == imported


def test_everything_that_a_document_can_hold_comes_through() -> None:
    assert unpack(pack(FULL, "x.pdf")) == FULL


def test_a_document_read_here_has_the_same_ids_as_one_read_in_another_process() -> None:
    text = "1. Calls\u2028upon States to mark;\n\n2. Decides to \ufdd0meet again;\n".encode()
    imported = read_text(text, "odd.txt", symbol="A/RES/90/1")
    again = unpack(pack(imported, "odd.txt"))
    assert [row.id for row in again.document.paragraphs] == [row.id for row in imported.document.paragraphs]
    assert again.document.id == imported.document.id


def test_no_field_is_forgotten() -> None:
    """A field that core gains must be carried: FULL sets each to what is no default."""
    paragraph = {field.name for field in fields(Paragraph)}
    told = FULL.document.paragraphs
    assert paragraph == {name for name in paragraph if any(getattr(one, name) for one in told)}
    assert all(getattr(FULL.document, field.name) for field in fields(Document))
    assert {field.name for field in fields(ImportedDocument)} == {"document", "warnings"}


def test_names_by_content_are_made_anew() -> None:
    forged = replace(FULL, document=replace(FULL.document, id=document_id("A/RES/1/1", "en", ())))
    assert unpack(pack(forged, "x.pdf")) == FULL


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), max_size=40)


@given(st.lists(st.tuples(WORDS.filter(bool), WORDS, WORDS, st.lists(WORDS, max_size=3)), max_size=12))
@settings(max_examples=50)
def test_any_words_come_through(told: list[tuple[str, str, str, list[str]]]) -> None:
    rows = []
    for nth, (text, label, chapeau, section) in enumerate(told):
        rows.append(row(f"{nth} {text}", label, chapeau=chapeau, section=tuple(section)))
    imported = ImportedDocument(document(*rows, title="".join(one[0] for one in told)[:500]))
    assert unpack(pack(imported, "x.pdf")) == imported


@pytest.mark.parametrize("bad", ["\0", "\x1b[2J", "\x9b31m", "\x7f", "\u2028", "\ufffe", "\r"])
def test_what_steers_a_terminal_or_is_no_character_becomes_a_space(bad: str) -> None:
    imported = ImportedDocument(document(row(f"a{bad}b", "1"), title=f"a{bad}b"), (f"a{bad}b",))
    back = unpack(pack(imported, "x.pdf"))
    clean = "a" + " " * 1 + bad[1:] + "b"
    assert back.document.paragraphs[0].text == back.document.title == back.warnings[0] == clean
    assert back.document.paragraphs[0].id == row(clean, "1").id


def test_a_paragraph_longer_than_any_and_a_document_of_too_many_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(NameplateError, match="a paragraph of 500,001 characters"):
        pack(ImportedDocument(document(row("x" * 500_001))), "x.txt")
    monkeypatch.setattr(transport, "MAX_ROWS", 3)
    with pytest.raises(NameplateError, match="more than any document"):
        pack(FULL, "x.txt")
    monkeypatch.undo()
    many = ImportedDocument(document(*(row(f"{n}", chapeau="x" * 400_000) for n in range(100))))
    with pytest.raises(NameplateError, match="more than any document"):
        pack(many, "x.txt")


def test_a_long_title_is_cut() -> None:
    back = unpack(pack(ImportedDocument(document(row("a", "1"), title="x" * 5_000)), "x.txt"))
    assert len(back.document.title) == 2_000
    assert back.document.title.endswith("x…")


def changed(change: dict[str, Any]) -> bytes:
    told = json.loads(pack(FULL, "x.pdf"))
    for path, value in change.items():
        *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
        place = told
        for step in way:
            place = place[step]
        place[last] = value
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    "change",
    [
        {"symbol": 5},
        {"symbol": "a\nb"},
        {"title": "\x1b[2J"},
        {"title": "x" * 2_001},
        {"title": None},
        {"language": "tlh"},
        {"language": []},
        {"standing": "adopted"},
        {"standing": ["draft"]},
        {"date": "yesterday"},
        {"date": 5},
        {"main_part": "report"},
        {"main_part": {}},
        {"parts": []},
        {"parts": [["annex", "a", "b", "draft"]] * 2},
        {"parts.0.0": "Annex/../x"},
        {"parts.0.0": None},
        {"parts.0": ["annex", "a", "b"]},
        {"rows": {}},
        {"rows.0": []},
        {"rows.0.0": "report"},
        {"rows.0.1": "x" * 61},
        {"rows.0.1": None},
        {"rows.0.2": "poem"},
        {"rows.0.2": None},
        {"rows.0.3": "a\x07b"},
        {"rows.0.3": "\ud800"},
        {"rows.0.3": "x" * 500_001},
        {"rows.0.3": ["a"]},
        {"rows.0.4": 99},
        {"rows.0.4": -1},
        {"rows.0.4": True},
        {"rows.0.4": 0.0},
        {"rows.0.5": -1},
        {"rows.0.5": 41},
        {"rows.0.6": 50_001},
        {"rows.0.7": "moon"},
        {"rows.0.8": None},
        {"rows.0.9": 1e9},
        {"rows.0.9": "1"},
        {"rows.0.9": 10**9},
        {"rows.0.10": [[0, 99]]},
        {"rows.0.10": [[3, 2]]},
        {"rows.0.10": [[2, 4], [1, 3]]},
        {"rows.0.10": [[0]]},
        {"rows.0.10": "ab"},
        {"rows.0.11": 9},
        {"rows.0.12": "remark"},
        {"rows.0.13": [1]},
        {"chapeaux": "abc"},
        {"chapeaux.0": None},
        {"sections.0": ["a\nb"]},
        {"sections.0": ["x"] * 41},
        {"sections.0": "ab"},
        {"interventions.0.2": "planet"},
        {"interventions.0.4": "second"},
        {"interventions.0": []},
        {"reports.0.0": 7},
        {"officers.0.4": "\n"},
        {"warnings": None},
        {"warnings": ["x"] * 2_001},
    ],
)
def test_what_is_not_quite_a_document_is_not_trusted(change: dict[str, Any]) -> None:
    with pytest.raises(Untrusted):
        unpack(changed(change))


@pytest.mark.parametrize("message", [b"", b"{}", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"symbol": NaN}'])
def test_what_is_no_message_is_not_trusted(message: bytes) -> None:
    with pytest.raises(Untrusted):
        unpack(message)


def test_a_few_bytes_cannot_grow_into_a_great_document() -> None:
    told = json.loads(pack(FULL, "x.pdf"))
    told["chapeaux"] = ["x" * 500_000]
    for one in told["rows"]:
        one[6] = 0
    told["rows"] = told["rows"][:1] * 100
    with pytest.raises(Untrusted):
        unpack(json.dumps(told).encode())


def test_the_head_is_all_carried() -> None:
    made = {"id", "date", "standing", "parts", "main_part", "language", "numbered"}
    assert {field.name for field in fields(DocumentHead)} - made == set(transport._HEAD_LINES)


def test_what_is_deeper_or_longer_than_any_is_made_to_fit() -> None:
    deep = tuple(f"Heading {nth}" for nth in range(100))
    made = document(row("a", "1" * 61, section=deep, level=100))
    (back,) = unpack(pack(ImportedDocument(made), "x.txt")).document.paragraphs
    assert (back.section, back.level) == (deep[-40:], 40)
    assert (back.label, back.text) == ("", "1" * 61 + " a")


def test_a_document_of_too_many_parts_is_told_so_and_not_called_harmful() -> None:
    parts = tuple(Part(f"annex-{n}", f"Annex {n}") for n in range(transport.MAX_PARTS + 1))
    with pytest.raises(NameplateError, match="holds more than any document"):
        pack(ImportedDocument(replace(document(row("One.", "1")), parts=parts)), "many.txt")
