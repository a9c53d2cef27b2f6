"""Forerunners, successors and comparing, from the command line."""

import zipfile
from pathlib import Path

import pytest

from db.work import Work
from db.workspace import Workspace
from desktop.forerunners.jobs import chain_of, forerunners_of, operative
from desktop.forerunners.kept import KeptCollections
from tests.desktop.conftest import Run

OLD = """A/CONF.192/BMS/2024/WP.1
4 March 2024
Original: English

Working paper on marking

1. Urges all States to mark polymer frames deeply at the time of manufacture.

2. Decides to convene a seminar of experts in Accra.

3. Invites donors to support the fellowship of forensic laboratories.
"""
NEW = """A/CONF.192/BMS/2024/WP.1/Rev.1
18 June 2024
Original: English

Working paper on marking

1. Decides to convene a seminar of experts in Accra and Lima.

2. Welcomes the new fund for youth.

3. Encourages all States, as appropriate, to mark polymer frames deeply at the time of manufacture.
"""


@pytest.fixture
def papers(w: Path, tmp_path: Path, nameplate: Run) -> tuple[str, str]:
    """Two papers imported into the workspace, by their names."""
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, "utf-8")
    imported = nameplate("import", w, tmp_path / "old.txt", tmp_path / "new.txt", "--json")
    assert imported.code == 0, imported.err
    return "A/CONF.192/BMS/2024/WP.1", "A/CONF.192/BMS/2024/WP.1/Rev.1"


def test_forerunners_of_a_paragraph(w: Path, nameplate: Run) -> None:
    rows = nameplate("forerunners", w, "BMS8/45", "--json").json
    assert rows[0]["ref"] == "RevCon3/II.8"
    assert rows[0]["similarity"] > 0.99
    assert list(rows[0])[:3] == ["ref", "similarity", "change"]
    pieces = rows[0]["pieces"]
    assert "".join(text for edit, text in pieces if edit != "deleted").startswith("To reinforce coordination")


def test_none_is_said_where_there_is_none(w: Path, nameplate: Run) -> None:
    assert nameplate("forerunners", w, "BMS8/39", "--json").json == []
    told = nameplate("forerunners", w, "BMS8/39")
    assert (told.code, told.out) == (0, "")
    assert "BMS8/39 has no forerunner" in told.err


def test_successors_are_the_other_way_round(w: Path, nameplate: Run) -> None:
    rows = nameplate("successors", w, "RevCon3 II, 8", "--json").json
    assert [row["ref"] for row in rows] == ["BMS8/45"]
    assert nameplate("successors", w, "BMS8/45", "--json").json == []


def test_the_change_of_verb_is_named(w: Path, papers: tuple[str, str], nameplate: Run) -> None:
    rows = nameplate("forerunners", w, f"{papers[1]}/3", "--json").json
    assert rows[0]["ref"] == f"{papers[0]}/1"
    assert rows[0]["change"].startswith("urge → encourage: weaker; “as appropriate” added")
    assert "urge → encourage: weaker" in nameplate("forerunners", w, f"{papers[1]}/3").out


def test_comparing_two_documents(w: Path, papers: tuple[str, str], nameplate: Run) -> None:
    rows = nameplate("compare", w, *papers, "--json").json
    assert all(list(row)[:4] == ["a", "b", "change", "moved"] for row in rows)
    old, new = papers
    told = {(row["a"], row["b"], row["change"]) for row in rows}
    assert told == {
        (f"{old}/2", f"{new}/1", "changed"),
        (None, f"{new}/2", "new"),
        (f"{old}/1", f"{new}/3", "changed"),
        (f"{old}/3", None, "dropped"),
    }
    assert [row["moved"] for row in rows].count(True) == 1
    assert "moved" in nameplate("compare", w, *papers).out


def test_comparing_writes_a_word_file(w: Path, papers: tuple[str, str], nameplate: Run) -> None:
    done = nameplate("compare", w, *papers, "--out", "changes.docx", "--author", "Mission of Ghana")
    assert done.code == 0, done.err
    with zipfile.ZipFile(w.parent / "changes.docx") as package:
        xml = package.read("word/document.xml").decode("utf-8")
    assert 'w:author="Mission of Ghana"' in xml
    assert "<w:ins " in xml
    assert "<w:del " in xml


def test_what_cannot_be_compared_is_refused(w: Path, nameplate: Run) -> None:
    assert "same document" in nameplate("compare", w, "BMS8", "bms8").sentence
    assert nameplate("compare", w, "BMS8", "BMS9").code == 1
    assert ".docx" in nameplate("compare", w, "RevCon3", "BMS8", "--out", "changes.txt").sentence
    assert nameplate("forerunners", w, "BMS8/999").code == 1


def test_the_chain_runs_from_the_earliest_to_the_latest(work: Work) -> None:
    located = work.library.one("BMS8/45")
    chain = chain_of(work, located.paragraph.id)
    assert [link.located.reference for link in chain] == ["RevCon3/II.8", "BMS8/45"]
    assert chain[0].change is None
    assert chain[1].change is not None


def test_documents_are_made_ready_once_and_the_oldest_make_room(workspace: Workspace) -> None:
    kept = KeptCollections(most_rows=130)
    with workspace.read() as work:
        one = work.library.document("RevCon3")
        ready = kept.of(work, one)
        assert kept.of(work, one) is ready
        kept.of(work, work.library.document("BMS8"))
        assert kept.of(work, one) is not ready
        located = work.library.one("BMS8/45")
        assert forerunners_of(work, located.paragraph.id, kept=kept)


def test_of_a_large_library_the_likeliest_documents_are_read(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    located = work.library.one("BMS8/45")
    monkeypatch.setattr("desktop.forerunners.jobs.MOST_ROWS", 118)
    few = forerunners_of(work, located.paragraph.id)
    assert [each.located.reference for each in few] == ["RevCon3/II.8"]
    monkeypatch.setattr("desktop.forerunners.jobs.MOST_ROWS", 117)
    assert forerunners_of(work, located.paragraph.id) == []


def test_strength_and_addressee_of_a_paragraph_of_the_library(work: Work) -> None:
    found = operative(work.library.one("BMS8/45"))
    assert (found.strength, found.carried) == ("commit", True)
    assert "States" in found.addressees
