"""Pulling, editing a dossier, and the record of past meetings."""

import pytest

from core.agenda import AgendaItem
from core.commitments import Stance
from core.documents import Track
from core.errors import NameplateError
from core.record import Intervention, Party, Record
from db.work import Work
from desktop.dossier.jobs import (
    dossier_row,
    edit_dossier,
    edit_pulls,
    find_pull,
    move_pull,
    pull,
    pulled_commitments,
    record_rows,
    records_for,
    remove_pulls,
)
from desktop.dossier.record_jobs import participant
from desktop.meeting.jobs import edit_delegation, edit_item


@pytest.fixture
def item(work: Work) -> AgendaItem:
    return work.meetings.item("7")


def order(work: Work, item: AgendaItem) -> list[str]:
    return [pulled.reference for pulled in work.dossiers.pulls(item.id)]


def test_pulling_says_what_is_new(work: Work, item: AgendaItem) -> None:
    pull(work, item, ["BMS8/63"])
    outcome = pull(work, item, ["BMS8/62", "bms8 63", "RevCon3/III.10"])
    assert [located.reference for located in outcome.pulled] == ["BMS8/62", "RevCon3/III.10"]
    assert [located.reference for located in outcome.already] == ["BMS8/63"]
    assert order(work, item) == ["BMS8/63", "BMS8/62", "RevCon3/III.10"]


def test_nothing_is_pulled_if_one_reference_is_unknown(work: Work, item: AgendaItem) -> None:
    with pytest.raises(NameplateError, match="BMS8/98"):
        pull(work, item, ["BMS8/62", "BMS8/98"])
    assert order(work, item) == []


def test_pulls_are_edited_moved_and_removed(work: Work, item: AgendaItem) -> None:
    pull(work, item, ["BMS8/62", "BMS8/63", "BMS8/64"])
    edit_pulls(work, item, ["BMS8/62"], stance=Stance.OPPOSE)
    edit_pulls(work, item, ["BMS8/62"], note="Why?")
    kept = find_pull(work, item, "bms8 para 62")
    assert (kept.stance, kept.note) == (Stance.OPPOSE, "Why?")
    assert [p.reference for p in move_pull(work, item, "BMS8/64", "BMS8/63")] == [
        "BMS8/62",
        "BMS8/64",
        "BMS8/63",
    ]
    move_pull(work, item, "BMS8/62", None)
    assert order(work, item) == ["BMS8/64", "BMS8/63", "BMS8/62"]
    with pytest.raises(NameplateError, match="it holds BMS8/64"):
        remove_pulls(work, item, ["BMS8/64", "BMS8/70"])
    remove_pulls(work, item, ["BMS8/64"])
    assert order(work, item) == ["BMS8/63", "BMS8/62"]


def test_a_dossier_keeps_what_is_not_changed(work: Work, item: AgendaItem) -> None:
    edit_dossier(work, item, brief="B")
    edit_dossier(work, item, talking_points=[" one ", "", "two\nlines"])
    edit_dossier(work, item, note="N")
    row = dossier_row(work, item)
    assert (row["brief"], row["talking_points"], row["note"]) == ("B", ["one", "two lines"], "N")


def test_pulled_commitments_bring_their_text(work: Work, item: AgendaItem) -> None:
    pull(work, item, ["BMS8/62"])
    (pulled,) = pulled_commitments(work, item)
    assert pulled.located is not None
    assert pulled.located.reference == pulled.pull.reference == "BMS8/62"


@pytest.mark.parametrize(
    ("number", "theirs", "speakers"), [("6", "6", 63), ("7", "7", 28), ("8", "8", 35), ("9", "9", 27)]
)
def test_the_record_of_an_item(work: Work, number: str, theirs: str, speakers: int) -> None:
    (record,) = records_for(work, work.meetings.item(number))
    assert (record.document, record.item) == ("BMS8", theirs)
    assert record.meeting.startswith("Eighth Biennial Meeting of States")
    states = [row for row in record.record.interventions if row.kind in (Party.STATE, Party.GROUP)]
    assert abs(len(states) - speakers) <= 1
    assert (record.record.reports, record.record.officers) == ((), ())


def test_the_own_state_stands_apart_with_its_reports_and_offices(work: Work, item: AgendaItem) -> None:
    (record,) = records_for(work, item)
    assert [row.on_behalf for row in record.own.interventions] == [
        "also on behalf of Economic Community of West African States"
    ]
    assert [row.office for row in record.own.officers] == ["Vice-Chair"]
    assert len(record.own.reports) == 1
    edit_delegation(work, state="")
    assert not records_for(work, item)[0].own


def test_the_track_and_not_the_number_finds_the_item(work: Work, item: AgendaItem) -> None:
    renumbered = edit_item(work, item, number="99")
    assert records_for(work, renumbered)[0].item == "7"
    assert records_for(work, edit_item(work, renumbered, track=Track.COOPERATION))[0].item == "8"


def test_items_of_procedure_are_found_by_their_titles(work: Work) -> None:
    draft = work.meetings.item("10")
    (record,) = records_for(work, draft)
    assert record.item == "10"
    assert "Egypt" in {row.party for row in record.record.interventions}
    assert records_for(work, edit_item(work, draft, title="Arms embargoes in general")) == ()


def test_record_rows_of_everyone_and_of_one(work: Work) -> None:
    everyone = record_rows(work)
    assert everyone["state"] is None
    ghana = record_rows(work, state="GHANA")
    assert all(row in everyone["interventions"] for row in ghana["interventions"])
    assert {row["document"] for row in ghana["interventions"]} == {"BMS8"}
    for row in everyone["interventions"]:
        assert work.library.one(row["ref"]).paragraph.kind == "report"


def test_a_name_that_may_be_several_is_asked_about() -> None:
    def spoke(party: str) -> Intervention:
        return Intervention(party, party, Party.ORGANIZATION, ("6",), 1, "", "", "17")

    record = Record((spoke("League of Arab States"), spoke("League of Towns")))
    assert participant("arab states", [record]) == "League of Arab States"
    with pytest.raises(NameplateError, match="give more of the name"):
        participant("league", [record])
    with pytest.raises(NameplateError, match="not the name of a State"):
        participant("lea", [record])
