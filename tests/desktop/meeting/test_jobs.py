"""New workspaces, the meeting, the delegation and the agenda."""

import datetime as dt
from pathlib import Path

import pytest

from core.documents import Track
from core.errors import NameplateError
from db.work import Work
from desktop.meeting import jobs
from desktop.meeting.jobs import (
    add_item,
    agenda_rows,
    author_of,
    date_from,
    edit_delegation,
    edit_item,
    edit_meeting,
    meeting_from_document,
    nearest_states,
    new_workspace,
    state_doubt,
)


def test_the_agenda_is_the_one_the_report_gives(work: Work) -> None:
    agenda = [
        row
        for row in work.library.rows(work.library.document("BMS8").id)
        if row.part == "agenda" and row.label
    ]
    rows = agenda_rows(work)
    assert [f"{row['title']}." for row in rows] == [row.text for row in agenda]
    assert [row["number"] for row in rows] == [row.label for row in agenda]
    meeting = work.meetings.current()
    assert (meeting.place, meeting.when, meeting.national_minutes, meeting.group_minutes) == (
        "New York",
        "",
        5,
        8,
    )


def test_a_failure_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(jobs, "meeting_from_document", broken)
    with pytest.raises(RuntimeError, match="broken"):
        new_workspace(tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_the_machine_goes_into_a_new_workspace(template: Path) -> None:
    held = template.read_bytes()
    for foreign in (str(Path.home()), str(Path(jobs.__file__).parents[2]), str(template.parent)):
        assert foreign.encode() not in held


def test_the_author_is_who_speaks(work: Work) -> None:
    assert author_of(work) == ""
    edit_delegation(work, speaker_name="Ama Mensah")
    assert author_of(work) == "Ama Mensah"


def test_a_state_is_kept_under_its_short_name(work: Work) -> None:
    assert edit_delegation(work, state=" turkey ").state == "Türkiye"
    assert edit_delegation(work, state="European Union ").state == "European Union"
    assert edit_delegation(work, mission="M").state == "European Union"
    assert edit_delegation(work, state="").state == ""


def test_what_to_ask_about_a_name_that_is_no_state() -> None:
    assert state_doubt("") == state_doubt("Ghana") == state_doubt("USA") == ""
    assert state_doubt("Gahna") == "“Gahna” is not the name of a State; did you mean Ghana?"
    assert nearest_states("guinea")[0] == "Guinea"
    assert nearest_states("") == nearest_states("qqqqqqqq") == []


def test_a_meeting_is_edited_field_by_field(work: Work) -> None:
    meeting = edit_meeting(work, starts=dt.date(2028, 6, 5), ends=dt.date(2028, 6, 9))
    assert edit_meeting(work, words_a_minute=120).when == "5–9 June 2028"
    for wrong in (
        {"ends": dt.date(2028, 6, 4)},
        {"words_a_minute": 0},
        {"national_minutes": -1},
        {"name": " "},
    ):
        with pytest.raises(NameplateError):
            edit_meeting(work, **wrong)
    assert work.meetings.meeting(meeting.id).ends == dt.date(2028, 6, 9)


def test_items_stand_in_the_order_they_were_added(work: Work) -> None:
    item = add_item(work, "12", "Consideration of the implementation of the Programme of Action")
    assert item.track is Track.POA
    assert [row["number"] for row in agenda_rows(work)][-2:] == ["11", "12"]
    assert edit_item(work, item, title="Other").rank == item.rank
    for wrong in ({"title": " "}, {"number": ""}, {"number": "11"}):
        with pytest.raises(NameplateError):
            edit_item(work, item, **wrong)


def test_a_meeting_needs_a_document_with_an_agenda(work: Work) -> None:
    document = work.library.whole(work.library.document("RevCon3").id)
    with pytest.raises(NameplateError, match="RevCon3 holds no agenda"):
        meeting_from_document(work, document)


def test_dates_as_typed() -> None:
    assert date_from(" 2028-06-05 ") == dt.date(2028, 6, 5)
    assert date_from(" ") is None
    for wrong in ("5 June 2028", "2028-13-01", "2028"):
        with pytest.raises(NameplateError, match="like 2028-06-05"):
            date_from(wrong)
