"""Meetings, agenda items, dossiers, statements and packs."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from core.agenda import AgendaItem, Delegation, Meeting
from core.briefing_pack import Pack, PackPart, PackSettings, Paper
from core.commitments import Dossier, Pull, Stance
from core.documents import LibraryParagraph, Track
from core.errors import NameplateError
from core.revisions import Entity
from core.statements import Capacity, Stage, Statement
from db.work import Work
from db.workspace import Workspace
from tests.db.samples import with_agenda


def test_the_delegation_is_empty_until_it_is_written(workspace: Workspace) -> None:
    ghana = Delegation("Ghana", "Permanent Mission", "A. Mensah", "Counsellor", "African Group")
    with workspace.write() as work:
        assert work.meetings.delegation() == Delegation()
        work.meetings.save_delegation(ghana)
        work.meetings.save_delegation(replace(ghana, speaker_name="K. Boateng"))
    with workspace.read() as work:
        assert work.meetings.delegation() == replace(ghana, speaker_name="K. Boateng")


def test_the_current_meeting_is_the_next_one_to_end(workspace: Workspace) -> None:
    def held(name: str, day: dt.date | None) -> Meeting:
        return Meeting(uuid.uuid4(), name, starts=day, ends=day)

    with workspace.write() as work:
        with pytest.raises(NameplateError, match="no meeting yet"):
            work.meetings.current()
        for name, day in (
            ("past", dt.date(2022, 6, 27)),
            ("long past", dt.date(2018, 6, 18)),
            ("no dates", None),
            ("later", dt.date(2030, 6, 1)),
            ("next", dt.date(2028, 5, 1)),
        ):
            work.meetings.save_meeting(held(name, day))
        assert [each.name for each in work.meetings.meetings()] == [
            "next",
            "later",
            "no dates",
            "past",
            "long past",
        ]
        assert work.meetings.current().name == "next"


def test_items_keep_the_order_they_were_added_in(workspace: Workspace) -> None:
    with workspace.write() as work:
        held = work.meetings.save_meeting(Meeting(uuid.uuid4(), "BMS10"))
        for number in range(1, 41):
            work.meetings.save_item(AgendaItem(uuid.uuid4(), held.id, str(number), "Title"))
        assert [item.number for item in work.meetings.items(held.id)] == [str(n) for n in range(1, 41)]


@pytest.mark.parametrize("typed", ["7", " 7.", "7 "])
def test_an_item_is_found_by_its_number(workspace: Workspace, typed: str) -> None:
    with workspace.write() as work:
        held, _, seven = with_agenda(work)
        assert work.meetings.item(typed) == seven == work.meetings.item(typed, held.id)


def test_an_unknown_item_is_refused_with_the_numbers_there_are(workspace: Workspace) -> None:
    with workspace.write() as work:
        with_agenda(work)
        with pytest.raises(NameplateError, match="no agenda item 12; its items are 6, 7"):
            work.meetings.item("12")


def test_the_agenda_counts_pulls_and_statements(workspace: Workspace) -> None:
    with workspace.write() as work:
        _, six, seven = with_agenda(work)
        work.dossiers.pull(seven.id, [work.library.one("BMS8/62"), work.library.one("RevCon3/II.32")])
        work.statements.save(Statement(uuid.uuid4(), seven.id, "S"))
        assert work.meetings.agenda() == [(six, 0, 0), (seven, 2, 1)]


def test_nothing_can_be_written_for_an_item_that_was_deleted(workspace: Workspace) -> None:
    with workspace.write() as work:
        held, _, seven = with_agenda(work)
        work.meetings.delete_item(seven.id)
        for write in (
            lambda: work.dossiers.save(Dossier(seven.id, "B")),
            lambda: work.dossiers.pull(seven.id, []),
            lambda: work.dossiers.save_pull(Pull(uuid.uuid4(), seven.id, uuid.uuid4(), "X/1")),
            lambda: work.statements.save(Statement(uuid.uuid4(), seven.id, "S")),
        ):
            with pytest.raises(NameplateError, match="was deleted"):
                write()
        work.meetings.delete_meeting(held.id)
        with pytest.raises(NameplateError, match="was deleted"):
            work.meetings.save_item(seven)
        with pytest.raises(NameplateError, match="was deleted"):
            work.packs.save(Pack(uuid.uuid4(), held.id, "P", ()))


def test_a_dossier_is_empty_until_it_is_written(workspace: Workspace) -> None:
    with workspace.write() as work:
        _, _, seven = with_agenda(work)
        assert work.dossiers.dossier(seven.id) == Dossier(seven.id)
        written = Dossier(seven.id, "Brief", ("One", "Two"), "Private")
        work.dossiers.save(written)
        assert work.dossiers.dossier(seven.id) == written


def pulled(work: Work, item: AgendaItem, *references: str) -> list[Pull]:
    return work.dossiers.pull(item.id, [work.library.one(each) for each in references])


def test_a_commitment_is_pulled_once(workspace: Workspace) -> None:
    with workspace.write() as work:
        _, _, seven = with_agenda(work)
        first = pulled(work, seven, "BMS8/62", "BMS8/62", "BMS8/report.17", "BMS8/pp.7")
        assert [pull.reference for pull in first] == ["BMS8/62", "BMS8/report.17", "BMS8/pp.7"]
        assert pulled(work, seven, "BMS8/62") == []
        assert work.dossiers.pulls(seven.id) == first
        assert work.dossiers.pulled_ids(seven.id) == {pull.paragraph_id for pull in first}


def test_headings_chapeaux_and_agenda_items_cannot_be_pulled(workspace: Workspace) -> None:
    with workspace.write() as work:
        _, _, seven = with_agenda(work)
        head = work.library.document("BMS8")
        chapeau = LibraryParagraph(head, work.library.rows(head.id)[5])
        with pytest.raises(NameplateError, match=r"“States resolve to .* cannot be pulled"):
            work.dossiers.pull(seven.id, [work.library.one("BMS8/62"), chapeau])
        with pytest.raises(
            NameplateError, match=r"BMS8/agenda\.6 cannot be pulled, for it is an item of an agenda"
        ):
            pulled(work, seven, "BMS8/agenda.6")
        assert work.dossiers.pulls(seven.id) == []


def test_a_pull_keeps_stance_and_note(workspace: Workspace) -> None:
    with workspace.write() as work:
        _, _, seven = with_agenda(work)
        (pull,) = pulled(work, seven, "BMS8/62")
        changed = replace(pull, stance=Stance.PROPOSE_CHANGE, note="Not without capital.")
        work.dossiers.save_pull(changed)
        assert work.dossiers.pulls(seven.id) == [changed]
        work.dossiers.remove_pull(pull.id)
        assert work.dossiers.pulls(seven.id) == []
        with pytest.raises(NameplateError, match="pull it again"):
            work.dossiers.move_pull(pull.id, None)


@pytest.mark.parametrize(
    ("moved", "before", "order"),
    [
        (2, 0, [2, 0, 1, 3]),
        (0, None, [1, 2, 3, 0]),
        (0, 2, [1, 0, 2, 3]),
        (3, 1, [0, 3, 1, 2]),
        (1, 1, [0, 1, 2, 3]),
    ],
)
def test_moving_a_pull_changes_only_that_row(
    workspace: Workspace, moved: int, before: int | None, order: list[int]
) -> None:
    with workspace.write() as work:
        _, _, seven = with_agenda(work)
        pulls = pulled(work, seven, "BMS8/61", "BMS8/62", "BMS8/63", "BMS8/64")
    with workspace.write() as work:
        work.dossiers.move_pull(pulls[moved].id, None if before is None else pulls[before].id)
        assert [pull.id for pull in work.dossiers.pulls(seven.id)] == [pulls[n].id for n in order]
    assert work.changes.entities <= {(Entity.PULL, pulls[moved].id)}


def test_moving_to_where_it_is_writes_nothing(workspace: Workspace) -> None:
    with workspace.write() as work:
        _, _, seven = with_agenda(work)
        one, two, three = pulled(work, seven, "BMS8/61", "BMS8/62", "BMS8/63")
    with workspace.write() as work:
        work.dossiers.move_pull(one.id, two.id)
        work.dossiers.move_pull(three.id, None)
        with pytest.raises(NameplateError, match="choose another"):
            work.dossiers.move_pull(one.id, uuid.uuid4())
    assert not work.changes


def test_pulls_with_the_same_rank_can_still_be_moved_between(workspace: Workspace) -> None:
    with workspace.write() as work:
        _, _, seven = with_agenda(work)
        pulls = pulled(work, seven, "BMS8/61", "BMS8/62", "BMS8/63")
        for pull in pulls[:2]:
            work.dossiers.save_pull(replace(pull, rank="m"))
        there = work.dossiers.pulls(seven.id)
        last = next(pull for pull in there if pull.id == pulls[2].id)
        first, second = (pull for pull in there if pull.rank == "m")
        work.dossiers.move_pull(last.id, second.id)
        assert [pull.id for pull in work.dossiers.pulls(seven.id)] == [first.id, last.id, second.id]


def test_statements_are_kept_with_all_their_fields(workspace: Workspace) -> None:
    with workspace.write() as work:
        _, six, seven = with_agenda(work)
        statement = Statement(
            uuid.uuid4(),
            seven.id,
            "On tracing",
            Capacity.GROUP,
            "African Group",
            "“To trace…” [@BMS8, para. 62]\n\n::: private\n🤐 مرحبا\n:::\n",
            Stage.FINAL,
            "A. Mensah",
            "Counsellor",
            "fr",
            4.5,
        )
        saved = work.statements.save(statement)
        other = work.statements.save(Statement(uuid.uuid4(), seven.id, "Second"))
        elsewhere = work.statements.save(Statement(uuid.uuid4(), six.id, "Third"))
    with workspace.read() as work:
        assert work.statements.of_item(seven.id) == [saved, other]
        assert work.statements.statement(statement.id) == replace(statement, rank=saved.rank)
        assert {each.id for each in work.statements.all()} == {saved.id, other.id, elsewhere.id}
        with pytest.raises(NameplateError, match="was deleted"):
            work.statements.statement(uuid.uuid4())


def test_packs_are_kept_with_their_settings(workspace: Workspace) -> None:
    with workspace.write() as work:
        held, six, seven = with_agenda(work)
        settings = PackSettings((PackPart.COVER, PackPart.BRIEF), "CONFIDENTIAL", Paper.LETTER, True, "Ana")
        pack = work.packs.save(
            Pack(uuid.uuid4(), held.id, "For the ambassador", (seven.id, six.id), settings)
        )
        assert work.packs.packs(held.id) == [pack]
        assert work.packs.pack(pack.id) == pack
        work.packs.delete(pack.id)
        assert work.packs.packs(held.id) == []
        with pytest.raises(NameplateError, match="was deleted"):
            work.packs.pack(pack.id)


def test_a_track_survives_the_file(workspace: Workspace) -> None:
    with workspace.write() as work:
        _, _, seven = with_agenda(work)
        work.meetings.save_item(replace(seven, track=None))
        assert work.meetings.item("7").track is None
        work.meetings.save_item(replace(seven, track=Track.OTHER))
        assert work.meetings.item("7").track is Track.OTHER
