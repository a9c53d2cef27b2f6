"""The statement that is on the page: its fields and its text, between the delegate and the file."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from core.agenda import Meeting
from core.speaking_time import speaking_time, time_by_section
from core.statement_text import parse, to_markdown
from core.statements import Statement
from desktop.statement.autosave import Autosave, Key, Unsaved, combined
from desktop.statement.editor import StatementEditor
from desktop.statement.head import StatementHead
from desktop.statement.time_column import TimeColumn

_COUNT_MS = 150


class OpenStatement(QObject):
    """Keeps fields, text and times in step with one statement, or with none."""

    time_changed = Signal(object)

    def __init__(
        self, head: StatementHead, editor: StatementEditor, times: TimeColumn, autosave: Autosave
    ) -> None:
        """Nothing is open yet."""
        super().__init__(autosave)
        self._head, self._editor, self._times, self._autosave = head, editor, times, autosave
        self._base: Statement | None = None
        self._path: Path | None = None
        self._meeting: Meeting | None = None
        self._touched = False
        self._made: tuple[int, str] | None = None
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self.count)
        editor.edited.connect(self._on_text)
        head.edited.connect(self._on_field)
        autosave.saved.connect(self._on_saved)

    @property
    def statement(self) -> Statement | None:
        """The statement as it stands on the page, saved or not; None if none is open."""
        if self._base is None:
            return None
        now = self._head.applied_to(self._base)
        return replace(now, text=self._markdown()) if self._touched else now

    @property
    def id(self) -> uuid.UUID | None:
        """Which statement is open."""
        return self._base.id if self._base else None

    @property
    def key(self) -> Key | None:
        """Which statement of which file is open."""
        return (self._path, self._base.id) if self._base else None

    def open(self, path: Path | None, stored: Statement, meeting: Meeting) -> None:
        """Opens a statement of a file as it was last written, be it in the file or not yet."""
        self._hand_on()
        newest = self._autosave.newest(path, stored)
        self._base, self._path, self._meeting = stored, path, meeting
        self._head.show_statement(newest)
        self._show_text(newest)
        if newest != stored:
            self._touched = newest.text != stored.text
            self._touch()

    def close(self) -> None:
        """Shows none; what was typed is handed on first."""
        self._hand_on()
        self._base = None
        self._touched = False
        self._counting.stop()
        self._editor.set_blocks(())
        self.time_changed.emit(None)

    def set_meeting(self, meeting: Meeting) -> None:
        """The meeting's limits or rate may be others now."""
        self._meeting = meeting
        self.count()

    def take(self, stored: Statement, base: Statement | None = None) -> None:
        """The file has the open statement like this now: shows it, but not over what was typed meanwhile.

        ``base`` is what the delegate's own changes are told from: as it was last read or saved.
        """
        now = self.statement
        if now is None or self._base is None:
            return
        base = base or self._base
        wanted = combined(base, now, stored)
        self._base = stored if wanted.text == stored.text else replace(stored, text=base.text)
        self._head.show_statement(wanted, typing=True)
        if wanted.text != now.text:
            self._show_text(wanted)
        elif wanted != now:
            self.count()

    def count(self) -> None:
        """Counts the words and shows the time they take."""
        if self._base is None or self._meeting is None:
            return
        blocks = self._editor.blocks()
        time = speaking_time(self._head.applied_to(self._base), blocks, self._meeting)
        self._times.show_time(time, time_by_section(blocks))
        self.time_changed.emit(time)

    def _show_text(self, statement: Statement) -> None:
        place = self._editor.textCursor().position() if self._editor.hasFocus() else 0
        self._editor.language = statement.language
        self._editor.set_blocks(parse(statement.text))
        self._touched = False
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(min(place, self._editor.document().characterCount() - 1))
        self._editor.setTextCursor(cursor)
        self.count()

    def _markdown(self) -> str:
        """The text as it is saved, made anew only if it was changed since it was last asked for."""
        revision = self._editor.document().revision()
        if self._made is None or self._made[0] != revision:
            self._made = (revision, to_markdown(self._editor.blocks()))
        return self._made[1]

    def _touch(self) -> None:
        key = self.key
        if key is not None:
            self._autosave.touch(key, lambda: self._written(key))

    def _hand_on(self) -> None:
        """What was typed on the open statement must be asked for while it is still open."""
        if self.key is not None and self._autosave.waits_for(self.key):
            self._autosave.flush()

    def _written(self, key: Key) -> tuple[Statement, Statement] | None:
        now = self.statement
        if now is None or self._base is None or self.key != key:
            return None
        return self._base, now

    def _on_text(self) -> None:
        if self._base is not None:
            self._touched = True
            self._counting.start()
            self._touch()

    def _on_field(self) -> None:
        if self._base is not None:
            self._counting.start()
            self._touch()

    def _on_saved(self, handed_on: Unsaved, stored: Statement, _when: object) -> None:
        if self.key == handed_on.key:
            self.take(stored, base=handed_on.now)
