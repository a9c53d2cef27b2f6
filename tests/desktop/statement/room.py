"""A delegate at the statement's page, with the workspace's file behind it."""

import uuid
from pathlib import Path
from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.agenda import AgendaItem, Meeting
from core.revisions import Changes
from core.speaking_time import SpeakingTime
from core.statements import Statement
from db.workspace import open_workspace
from desktop.events import Events
from desktop.statement.jobs import edit_statement, new_statement
from desktop.statement.page import StatementPage
from desktop.tasks import Tasks


class Room:
    """A delegate at the page, with the workspace's file behind it."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot, self.path = qtbot, path
        self.events = Events()
        self.tasks = Tasks(self.events)
        self.failures: list[str] = []
        self.times: list[SpeakingTime | None] = []
        self.said: list[tuple[str, Changes]] = []
        self.tasks.failed.connect(self.failures.append)
        self.events.said.connect(lambda words, changes: self.said.append((words, changes)))
        self.open_file()
        self.page = StatementPage(self.tasks, self.events)
        self.page.time_changed.connect(self.times.append)
        qtbot.addWidget(self.page)
        self.page.resize(760, 600)
        self.page.show()

    def open_file(self, **options: Any) -> None:
        """Opens the workspace's file, or opens it again."""
        arrived: list[object] = []
        self.tasks.open(lambda: open_workspace(self.path, author="Ama Owusu", **options), arrived.append)
        self.qtbot.waitUntil(lambda: bool(arrived))

    def write(self, job: Any, initiator: str = "elsewhere") -> Any:
        """Writes something from elsewhere, and waits for it."""
        arrived: list[Any] = []
        self.tasks.write(job, arrived.append, initiator=initiator)
        self.qtbot.waitUntil(lambda: bool(arrived))
        return arrived[0]

    def read(self, job: Any) -> Any:
        """Reads something from the file, after all that was handed on before."""
        arrived: list[Any] = []
        self.tasks.read(job, arrived.append)
        self.qtbot.waitUntil(lambda: bool(arrived))
        return arrived[0]

    def item(self, number: str) -> AgendaItem:
        found = self.read(lambda work: work.meetings.item(number))
        assert isinstance(found, AgendaItem)
        return found

    @property
    def meeting(self) -> Meeting:
        found = self.read(lambda work: work.meetings.current())
        assert isinstance(found, Meeting)
        return found

    def started(self, number: str, text: str, **fields: Any) -> Statement:
        """A statement that is there already."""

        def job(work: Any) -> Statement:
            made = new_statement(work, work.meetings.item(number), text=text)
            return edit_statement(work, made.id, **fields) if fields else made

        found = self.write(job)
        assert isinstance(found, Statement)
        return found

    def show(self, number: str, *, wait: bool = True) -> None:
        """Shows an agenda item."""
        self.page.show_item(self.item(number), self.meeting)
        if wait:
            self.settle()

    def settle(self) -> None:
        """Waits until all that was handed on has been done and shown."""
        for _ in range(3):
            self.read(lambda _work: True)

    def type(self, words: str, *, at_end: bool = True) -> None:
        """Types, at the end if not said otherwise."""
        if at_end:
            self.page.editor.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(self.page.editor, words)

    def stored(self, statement_id: uuid.UUID) -> Statement:
        """A statement as the file has it."""
        found = self.read(lambda work: work.statements.statement(statement_id))
        assert isinstance(found, Statement)
        return found

    @property
    def shown(self) -> str:
        """The words on the page."""
        return self.page.editor.toPlainText()
