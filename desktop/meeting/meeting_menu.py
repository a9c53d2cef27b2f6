"""The menu on the meeting's head: which meeting to prepare, a new one from an agenda, deleting one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.agenda import Meeting
from core.documents import DocumentHead
from core.errors import NameplateError
from desktop.meeting.meetings import (
    agenda_documents,
    choose_meeting,
    meeting_from_library,
    meetings_newest_first,
)
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work

_LONGEST = 72


@dataclass(frozen=True, slots=True)
class MeetingChoices:
    """The meetings of a workspace, newest first, the one being prepared, and the documents with an agenda."""

    meetings: tuple[Meeting, ...]
    current: Meeting | None
    agendas: tuple[DocumentHead, ...]


def meeting_choices(work: Work) -> MeetingChoices:
    """What there is to choose from."""
    try:
        current = work.meetings.current()
    except NameplateError:
        current = None
    return MeetingChoices(tuple(meetings_newest_first(work)), current, tuple(agenda_documents(work)))


def meeting_menu(choices: MeetingChoices, tasks: Tasks, parent: QWidget) -> QMenu:
    """The menu; it deletes itself when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for meeting in choices.meetings:
        action = _add(menu, _named(meeting), partial(_choose, tasks, meeting))
        action.setCheckable(True)
        action.setChecked(choices.current is not None and meeting.id == choices.current.id)
    if choices.meetings:
        menu.addSeparator()
    agendas = menu.addMenu("From an agenda in the library")
    for document in choices.agendas:
        words = document.name if document.name == document.title else f"{document.name}: {document.title}"
        _add(agendas, _cut(words), partial(_make, tasks, document))
    agendas.setEnabled(bool(choices.agendas))
    if choices.current is not None:
        menu.addSeparator()
        _add(menu, f"Delete “{_cut(choices.current.name)}”", partial(_delete, tasks, choices.current))
    return menu


def _add(menu: QMenu, words: str, act: Callable[[], None]) -> QAction:
    action = QAction(words.replace("&", "&&"), menu)
    action.triggered.connect(lambda: act())  # noqa: PLW0108 - drops the checked flag
    menu.addAction(action)
    return action


def _named(meeting: Meeting) -> str:
    where = " · ".join(words for words in (meeting.place, meeting.when) if words)
    return f"{_cut(meeting.name)} – {where}" if where else _cut(meeting.name)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _choose(tasks: Tasks, meeting: Meeting) -> None:
    tasks.write(lambda work: choose_meeting(work, meeting), said=f"Preparing {_cut(meeting.name)}")


def _make(tasks: Tasks, document: DocumentHead) -> None:
    tasks.write(
        lambda work: meeting_from_library(work, document.name),
        said=lambda meeting: f"Preparing {_cut(meeting.name)}, with the agenda of {document.name}",
    )


def _delete(tasks: Tasks, meeting: Meeting) -> None:
    tasks.write(
        lambda work: work.meetings.delete_meeting(meeting.id),
        said=f"Deleted {_cut(meeting.name)} with its items, statements and packs",
    )
