"""Which files are meant, which documents go in unseen, what the library knows of them, and what is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents import Kind
from core.errors import NameplateError
from db.work import Work
from desktop.library import importing
from desktop.library.importing import Fate, Outcome, files_in, head_of, save_document, take_in, tally
from desktop.library.known import Known, broken_numbers, counted, doubts, is_agenda, known_of, reasons_to_look
from importers.reading import ReadFile
from tests.desktop.library.documents import made, operative, read


def test_a_folder_gives_its_documents_and_a_file_itself(tmp_path: Path) -> None:
    (tmp_path / "in" / "deeper").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    names = ("in/b.pdf", "in/deeper/a.DOCX", "in/~$a.docx", "in/notes.xyz", ".hidden/c.txt", "other.xyz")
    for name in names:
        (tmp_path / name).write_text("x")
    found = files_in([tmp_path / "in", tmp_path / "other.xyz"])
    assert [path.name for path in found] == ["b.pdf", "a.DOCX", "other.xyz"]
    assert files_in([tmp_path / "in/b.pdf", tmp_path / "in"])[0].name == "b.pdf"
    assert len(files_in([tmp_path / "in/b.pdf", tmp_path / "in"])) == 2


def test_a_folder_without_documents_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NameplateError, match="holds no documents: choose"):
        files_in([tmp_path])


def test_a_folder_with_too_many_documents_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "MOST_FILES", 3)
    for nth in range(5):
        (tmp_path / f"{nth}.txt").touch()
    with pytest.raises(NameplateError, match="more than 3 documents"):
        files_in([tmp_path])


def test_looking_through_a_folder_can_be_stopped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()

    def stop(_: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        files_in([tmp_path], stop)


@pytest.mark.parametrize(
    "labels",
    [
        ("1", "2", "3"),
        ("1", "1(a)", "1(b)(ii)", "2"),
        ("1", "1bis", "2"),
        ("1", "2", "1", "2"),
        ("5.1", "5.2", "6.1"),
        ("1", "2.1", "2.1(a)", "2.2", "3", "4", "5.1", "5.2"),  # articles, some of a single paragraph
        ("I.1", "I.2", "II.1"),
        ("5.1.2.3", "5.1.2.4"),
        (),
    ],
)
def test_numbers_in_order_want_no_look(labels: tuple[str, ...]) -> None:
    assert broken_numbers(made(*operative(*labels))) == ""


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (("1", "2", "4"), "Paragraph 4 follows paragraph 2."),
        (("1", "3(a)"), "Paragraph 3(a) follows paragraph 1."),
        (("2", "3"), "The numbering begins with 2."),
        (("1", "2.1", "2.2", "4"), "Paragraph 4 follows paragraph 2.2."),
        (("II.1", "II.3"), "Paragraph II.3 follows paragraph II.1."),
    ],
)
def test_a_gap_in_the_numbers_is_told(labels: tuple[str, ...], told: str) -> None:
    assert broken_numbers(made(*operative(*labels))) == told


@given(st.integers(1, 40), st.integers(1, 40))
def test_leaving_a_number_out_is_always_noticed(count: int, gone: int) -> None:
    labels = [str(number) for number in range(1, count + 1)]
    kept = [label for label in labels if label != str(gone)]
    in_order = gone >= count or len(kept) == 0
    assert (broken_numbers(made(*operative(*kept))) == "") is in_order


def test_what_does_not_add_up_is_to_be_checked_too() -> None:
    gap = read(made(*operative("1", "2", "4")))
    assert doubts(gap) == ("Paragraph 4 follows paragraph 2.",)


def test_what_the_library_knows_of_a_document() -> None:
    first = made(*operative("1"), symbol="A/C.1/80/L.9")
    revision = made(*operative("1", "2"), symbol="A/C.1/80/L.9/Rev.1")
    in_french = made(*operative("1"), symbol="A/C.1/80/L.9", language="fr")
    another = made(*operative("1", "2"), symbol="A/C.1/80/L.9")
    assert known_of(first, [first]).same == first
    assert known_of(revision, [first, in_french]).revised in (first, in_french)
    assert known_of(in_french, [first]).other_languages == (first,)
    assert known_of(another, [first]).other_texts == (first,)
    assert known_of(first, []) == Known()
    taken = made(*operative("1"), symbol="A/1/2", short="BMS8")
    assert known_of(replace(first, short="bms8"), [taken]).named_alike == taken


def test_only_the_obvious_goes_in_unseen() -> None:
    obvious = made(*operative("1", "2"))
    assert reasons_to_look(read(obvious), Known()) == ()
    assert reasons_to_look(read(obvious, "Page 2 is odd."), Known()) == ("Page 2 is odd.",)
    assert "symbol" in reasons_to_look(read(made(*operative("1"), symbol="")), Known())[0]
    assert "No numbered paragraph" in reasons_to_look(read(made((Kind.OPERATIVE, "", "Words."))), Known())[0]
    assert "follows" in reasons_to_look(read(made(*operative("1", "3"))), Known())[0]
    other = made(*operative("1"))
    assert "Another text" in reasons_to_look(read(obvious), Known(other_texts=(other,)))[0]


def test_an_agenda_wants_a_look_since_a_meeting_can_be_made_of_it() -> None:
    agenda = made((Kind.AGENDA, "1", "Opening."), (Kind.AGENDA, "2", "Closing."), part="agenda")
    assert is_agenda(agenda)
    assert "make its meeting" in reasons_to_look(read(agenda), Known())[0]
    assert not is_agenda(made(*operative("1")))


def test_paragraphs_are_counted_in_words() -> None:
    recalling = (Kind.PREAMBULAR, "pp.1", "Recalling,")
    assert counted(made(recalling, *operative("1", "2"))) == "1 preambular and 2 operative paragraphs"
    assert counted(made(*operative("1"))) == "1 operative paragraph"
    agenda = (Kind.AGENDA, "1", "Opening.")
    assert counted(made(agenda, part="agenda")) == "1 agenda item"
    assert counted(made((Kind.REPORT, "1", "The meeting"), agenda)) == "1 report paragraph, 1 agenda item"
    assert counted(made((Kind.OPERATIVE, "", "Words."))) == "no numbered paragraphs"


def test_a_batch_takes_in_what_is_obvious_and_once(work: Work, tmp_path: Path) -> None:
    document = made(*operative("1", "2"))
    file = ReadFile(tmp_path / "a.txt", read(document))
    taken = take_in(work, file)
    assert (taken.fate, taken.document, taken.counted) == (
        Fate.IMPORTED,
        head_of(document),
        "2 operative paragraphs",
    )
    assert not hasattr(taken.document, "paragraphs")
    assert take_in(work, file).fate is Fate.KNOWN
    doubtful = ReadFile(tmp_path / "b.txt", read(made(*operative("1", "3"), symbol="A/RES/90/2")))
    assert take_in(work, doubtful).fate is Fate.LOOK
    assert "A/RES/90/2" not in [each.symbol for each in work.library.documents()]
    refused = take_in(work, ReadFile(tmp_path / "c.pdf", None, "“c.pdf” is a scan."))
    assert (refused.fate, refused.reasons) == (Fate.REFUSED, ("“c.pdf” is a scan.",))


def test_a_revision_goes_in_and_says_what_it_revises(work: Work, tmp_path: Path) -> None:
    take_in(work, ReadFile(tmp_path / "a", read(made(*operative("1"), symbol="A/C.1/90/L.9"))))
    revised = read(made(*operative("1", "2"), symbol="A/C.1/90/L.9/Rev.1"))
    assert take_in(work, ReadFile(tmp_path / "b", revised)).reasons == ("Revision of A/C.1/90/L.9",)


def test_what_was_looked_at_is_saved_and_told(work: Work) -> None:
    document = made(*operative("1"))
    saved = save_document(work, read(document), make_meeting=True)
    assert saved.sentence == "Imported A/RES/90/1: 1 operative paragraph"
    assert save_document(work, read(document), make_meeting=True).sentence.endswith("in the library already")


def test_a_batch_in_one_line() -> None:
    fates = [Fate.IMPORTED] * 96 + [Fate.LOOK] * 3 + [Fate.REFUSED]
    outcomes = [Outcome(Path("a"), fate) for fate in fates]
    assert tally(outcomes, 100) == "Imported 96 of 100 · 3 want a look · 1 refused"
    assert tally([Outcome(Path("a"), Fate.KNOWN)], 1) == "Imported 0 of 1 · 1 in the library already"


def test_a_treaty_without_a_symbol_goes_by_its_short_name_in_every_language() -> None:
    english = made(*operative("1"), symbol="", short="UN Charter")
    french = made(*operative("1"), symbol="", short="UN Charter", language="fr")
    known = known_of(french, [english])
    assert known.other_languages == (english,) and known.named_alike is None
    assert reasons_to_look(read(french), known) == ()
