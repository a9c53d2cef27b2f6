"""Several meetings in a workspace, and meetings made from agendas."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.agenda import MeetingFacts, meeting_facts
from core.documents import Document, Kind, Standing, Track
from core.errors import NameplateError
from db.work import Work
from db.workspace import Workspace, open_workspace
from desktop.main_window import MainWindow
from desktop.meeting.jobs import NEXT_MEETING, meeting_from_agenda
from desktop.meeting.meeting_menu import meeting_choices, meeting_menu
from desktop.meeting.meetings import (
    agenda_documents,
    choose_meeting,
    meeting_called,
    meeting_from_library,
    meeting_rows,
    meetings_newest_first,
)
from tests.desktop.conftest import Run
from tests.desktop.in_languages import Words, document
from tests.desktop.window.conftest import dressed, own_settings, window  # noqa: F401

_TRACING = "Consideration of the implementation of the International Tracing Instrument"
NINTH: tuple[Words, ...] = (
    ("", Kind.HEADING, "Ninth Biennial Meeting of States"),
    ("", Kind.HEADING, "New York, 1–5 June 2026"),
    ("1", Kind.AGENDA, "Opening of the meeting."),
    ("7", Kind.AGENDA, f"{_TRACING}."),
    ("98", Kind.AGENDA, "General and complete disarmament:"),
    ("98(p)", Kind.AGENDA, "The illicit trade in small arms and light weapons."),
)


def agenda(
    symbol: str = "A/CONF.192/BMS/2026/1", words: tuple[Words, ...] = NINTH, **more: object
) -> Document:
    return document(
        symbol,
        words=words,
        title="Provisional agenda",
        main_part="agenda",
        track=None,
        standing=Standing.UNKNOWN,
        **more,  # type: ignore[arg-type]
    )


def test_an_agenda_becomes_a_meeting_with_its_items_and_tracks(work: Work) -> None:
    facts = meeting_facts(agenda())
    assert isinstance(facts, MeetingFacts)
    meeting = meeting_from_agenda(work, agenda())
    assert meeting is not None
    assert (meeting.name, meeting.place) == (facts.name, "New York")
    assert (meeting.starts, meeting.ends) == (dt.date(2026, 6, 1), dt.date(2026, 6, 5))
    items = work.meetings.items(meeting.id)
    assert [item.number for item in items] == ["1", "7", "98", "98 (p)"]
    assert [item.track for item in items][:2] == [None, Track.ITI]
    assert work.meetings.item("98(p)", meeting.id) == items[3]


def test_what_is_no_agenda_makes_no_meeting(work: Work) -> None:
    before = meetings_newest_first(work)
    assert meeting_from_agenda(work, document("A/RES/80/46")) is None
    assert meetings_newest_first(work) == before


def test_the_same_agenda_twice_makes_one_meeting(work: Work) -> None:
    first = meeting_from_agenda(work, agenda())
    again = meeting_from_agenda(work, agenda("A/CONF.192/BMS/2026/1/Rev.1", NINTH[:4]))
    assert first == again
    assert len(work.meetings.items(first.id if first else an_id())) == 4


def an_id() -> object:
    raise AssertionError("there is no meeting")


def test_the_same_items_on_other_days_are_another_meeting(work: Work) -> None:
    first = meeting_from_agenda(work, agenda())
    tenth = (NINTH[0], ("", Kind.HEADING, "New York, 5–9 June 2028"), *NINTH[2:])
    second = meeting_from_agenda(work, agenda("A/CONF.192/BMS/2028/1", tenth))
    assert first is not None
    assert second is not None
    assert first.id != second.id


def test_a_template_of_the_same_items_takes_on_what_the_agenda_tells(work: Work) -> None:
    (template,) = work.meetings.meetings()
    items = tuple((item.number, Kind.AGENDA, f"{item.title}.") for item in work.meetings.items(template.id))
    meeting = meeting_from_agenda(work, agenda(words=(*NINTH[:2], *items)))
    assert meeting is not None
    assert meeting.id == template.id
    assert meeting.name != NEXT_MEETING
    assert meeting.starts == dt.date(2026, 6, 1)


def test_making_a_meeting_is_undone_as_one(workspace: Workspace) -> None:
    with workspace.write() as work:
        meeting_from_agenda(work, agenda())
    with workspace.write() as undoing:
        undoing.revisions.undo(work.changes)
    with workspace.read() as reading:
        assert [meeting.name for meeting in reading.meetings.meetings()] == [NEXT_MEETING]


def test_a_chosen_meeting_is_the_current_one_until_it_is_deleted(work: Work) -> None:
    (template,) = work.meetings.meetings()
    meeting = meeting_from_agenda(work, agenda())
    assert meeting is not None
    choose_meeting(work, template)
    assert work.meetings.current() == template
    choose_meeting(work, meeting)
    assert work.meetings.current() == meeting
    assert [row["current"] for row in meeting_rows(work) if row["name"] == meeting.name] == [True]
    work.meetings.delete_meeting(meeting.id)
    assert work.meetings.current() == template


def test_meetings_are_found_by_a_part_of_their_name(work: Work) -> None:
    meeting = meeting_from_agenda(work, agenda())
    assert meeting_called(work, "ninth") == meeting
    assert meeting_called(work, "2026") == meeting
    with pytest.raises(NameplateError, match="several meetings"):
        meeting_called(work, "Biennial Meeting")
    with pytest.raises(NameplateError, match="There is no meeting “Arusha”"):
        meeting_called(work, "Arusha")


def test_documents_with_an_agenda_are_offered(work: Work) -> None:
    work.library.add(agenda())
    assert [head.name for head in agenda_documents(work)][:2] == ["A/CONF.192/BMS/2026/1", "BMS8"]
    made = meeting_from_library(work, "A/CONF.192/BMS/2026/1", place="Geneva")
    assert made.place == "Geneva"
    assert work.meetings.current() == made
    assert meeting_from_library(work, "BMS8", title="Eleventh Meeting").name == "Eleventh Meeting"


def test_meetings_on_the_command_line(w: Path, nameplate: Run) -> None:
    with open_workspace(w) as opened, opened.write() as work:
        work.library.add(agenda())
    made = nameplate("meeting", "new", w, "A/CONF.192/BMS/2026/1", "--json").json
    assert made["starts"] == "2026-06-01"
    rows = nameplate("meeting", "list", w, "--json").json
    assert [(row["items"], row["current"]) for row in rows] == [(11, False), (4, True)]
    nameplate("meeting", "choose", w, "next", "biennial")
    assert nameplate("meeting", "show", w, "--json").json["name"] == NEXT_MEETING
    assert len(nameplate("agenda", w, "--json").json) == 11
    assert "•" in nameplate("meeting", "list", w).out
    nameplate("meeting", "delete", w, "2026")
    assert len(nameplate("meeting", "list", w, "--json").json) == 1


def test_paragraphs_are_read_in_a_language_on_the_command_line(w: Path, nameplate: Run) -> None:
    with open_workspace(w) as opened, opened.write() as work:
        for language in ("en", "ar"):
            work.library.add(document("A/RES/80/46", language))
    row = nameplate("show", w, "A/RES/80/46/2(a)", "--language", "ar", "--json").json
    assert row["text"].startswith("أن يقدم")
    assert row["chapeau"] == "تطلب إلى الأمين العام:"
    rows = nameplate("paragraphs", w, "A/RES/80/46", "--language", "ar", "--json").json
    assert rows[0]["text"] == "إن الجمعية العامة،"
    assert "French" in nameplate("show", w, "A/RES/80/46/1", "--language", "fr").sentence


def test_the_menu_chooses_makes_and_deletes_meetings(window: MainWindow, qtbot: QtBot) -> None:  # noqa: F811
    desk, tasks = window.desk, window.agenda._tasks
    with qtbot.waitSignal(desk.library_changed, timeout=5000):
        tasks.write(lambda work: work.library.add(agenda()))

    def offered() -> QMenu:
        found: list[QMenu] = []
        tasks.read(meeting_choices, lambda read: found.append(meeting_menu(read, tasks, window.agenda)))
        qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def choose(menu: QMenu, words: str) -> None:
        next(action for action in menu.actions() if words in action.text()).trigger()
        menu.deleteLater()

    menu = offered()
    sub = next(action.menu() for action in menu.actions() if action.menu() is not None)
    choose(sub, "A/CONF.192/BMS/2026/1")  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: desk.meeting is not None and desk.meeting.starts == dt.date(2026, 6, 1))
    qtbot.waitUntil(lambda: [row.item.number for row in desk.rows] == ["1", "7", "98", "98 (p)"])
    assert desk.item is not None
    assert desk.item.number == "7"
    choose(offered(), NEXT_MEETING)
    qtbot.waitUntil(lambda: len(desk.rows) == 11)
    choose(offered(), f"Delete “{NEXT_MEETING}")
    qtbot.waitUntil(lambda: len(desk.rows) == 4)
    assert "Deleted" in window.toast.words
    window.toast.act()
    qtbot.waitUntil(lambda: len(desk.rows) == 11)
