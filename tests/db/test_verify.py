"""Verify: it sees what was altered behind the program's back, and mends what can be derived."""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import pytest

from core.agenda import AgendaItem, Delegation
from core.commitments import Dossier
from core.revisions import Entity
from core.statements import Statement
from db.workspace import create_workspace, open_workspace
from tests.db.samples import bms8, with_agenda


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A closed workspace with something of everything in it."""
    path = tmp_path / "W.db"
    with create_workspace(path) as workspace, workspace.write() as work:
        _, _, seven = with_agenda(work)
        work.meetings.save_delegation(Delegation("Ghana"))
        work.dossiers.pull(seven.id, [work.library.one("BMS8/62")])
        work.dossiers.save(Dossier(seven.id, "Brief"))
        work.statements.save(Statement(uuid.UUID(int=7), seven.id, "S", text="Chair,"))
    return path


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def findings(path: Path, *, read_only: bool = False) -> list[str]:
    with open_workspace(path, read_only=read_only) as workspace:
        return workspace.verify()


def test_a_good_file_has_no_findings(made: Path) -> None:
    assert findings(made) == []
    assert findings(made, read_only=True) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM pulls", "A pull was not as it was written"),
        ("UPDATE delegation SET state = 'Gabon'", "A delegation was not as it was written"),
        (
            "UPDATE agenda_items SET track = 'sea' WHERE number = '7'",
            "An agenda item was not as it was written",
        ),
        (
            "INSERT INTO dossiers VALUES ('" + "0" * 32 + "', 'b', '[]', '')",
            "A dossier was not as it was written",
        ),
        (
            "UPDATE statements SET text = replace(text, 'Chair', 'Comrade')",
            "A statement was not as it was written",
        ),
        ("DELETE FROM heads", "The list of newest versions was wrong"),
        ("INSERT INTO search (search) VALUES ('delete-all')", "The search index was incomplete"),
        ("DELETE FROM search_data WHERE id > 10", "The search index was damaged"),
    ],
)
def test_what_can_be_derived_is_mended(made: Path, statement: str, words: str) -> None:
    with open_workspace(made) as workspace, workspace.read() as work:
        before = (work.meetings.agenda(), work.statements.all(), work.meetings.delegation())
        hits = work.search.find("tracing")
    alter(made, statement)
    told = findings(made, read_only=True)
    assert any(words in each for each in told) or "damaged" in words
    (mended,) = findings(made)
    assert words in mended
    assert "anew" in mended
    assert findings(made) == []
    with open_workspace(made) as workspace, workspace.read() as work:
        assert (work.meetings.agenda(), work.statements.all(), work.meetings.delegation()) == before
        assert work.search.find("tracing") == hits


def test_agreed_language_that_was_altered_is_named(made: Path) -> None:
    alter(made, "UPDATE paragraphs SET text = replace(text, 'mark, record and trace', 'mark or trace')")
    told = findings(made)
    assert any("text of BMS8 is not what was imported" in each for each in told)
    assert any(each.startswith("BMS8/62 does not read as it was imported") for each in told)
    assert not any("RevCon3" in each for each in told)


def test_rows_that_belong_to_nothing_are_told(made: Path) -> None:
    alter(made, "UPDATE paragraphs SET section_row = 999 WHERE label = '62'")
    assert findings(made) == ["2 rows of “paragraphs” belong to rows that are missing."]


def test_a_version_that_cannot_be_read_is_told(made: Path) -> None:
    alter(made, "UPDATE revisions SET content = '{\"colour\": 1}' WHERE entity = 'dossier'")
    (told,) = findings(made)
    assert told.startswith("A version of a dossier cannot be read")


def test_what_lost_its_agenda_item_is_told(made: Path) -> None:
    with open_workspace(made) as workspace:
        with workspace.write() as work:
            work.revisions.delete(Entity.AGENDA_ITEM, work.meetings.item("7").id)
        told = workspace.verify()
        assert len(told) == 3
        assert all("restore it from the history" in each for each in told)
        with workspace.write() as work:
            item = next(
                each
                for each in work.revisions.everything()
                if each.content and each.content.get("number") == "7"
            )
            work.revisions.restore(item.id)
            assert isinstance(work.meetings.item("7"), AgendaItem)
        assert workspace.verify() == []


def test_two_heads_are_no_fault_and_an_edit_stands_before_a_deletion(made: Path) -> None:
    statement = uuid.UUID(int=7)
    with open_workspace(made) as workspace:
        with workspace.write() as work:
            (first,) = work.revisions.history(Entity.STATEMENT, statement)
            work.statements.delete(statement)
        alter(made, f"INSERT INTO heads VALUES ('statement', '{statement.hex}', '{first.id.hex}')")
        alter(made, f"DELETE FROM revision_parents WHERE parent_id = '{first.id.hex}'")
        assert len(workspace.verify()) == 1
        with workspace.read() as work:
            assert work.statements.statement(statement).text == "Chair,"
        assert workspace.verify() == []
        with workspace.write() as work:
            work.statements.save(work.statements.statement(statement))
            newest, *older = work.revisions.history(Entity.STATEMENT, statement)
            assert set(newest.parents) == {each.id for each in older}
        assert workspace.verify() == []


def test_a_flipped_bit_is_noticed_wherever_it_matters(made: Path) -> None:
    whole = bytearray(made.read_bytes())
    place = whole.find(b"reinforce efforts to mark")
    assert place > 0
    whole[place] ^= 1
    made.write_bytes(whole)
    assert any("BMS8/62" in each for each in findings(made))


def test_documents_keep_their_content_address(made: Path) -> None:
    with open_workspace(made) as workspace, workspace.read() as work:
        assert work.library.document("BMS8").id == bms8().id
