"""Counting topics from the window, a few documents at a time, and keeping what was counted."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.documents import DocumentHead
from core.revisions import Changes, Entity
from desktop.events import Events
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work
    from desktop.topics.jobs import Counted

_SLICE = 0.1


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the counting is: the languages there are, the documents of one, and those counted so far."""

    languages: Sequence[str]
    heads: Sequence[DocumentHead]
    counted: Mapping[uuid.UUID, Counted]
    is_whole: bool


class Counting(QObject):
    """Counts what is not counted yet whenever it is asked; what a delegate corrects is counted anew.

    ``outdated`` says that what was counted no longer holds.
    """

    outdated = Signal()

    def __init__(self, tasks: Tasks, events: Events, parent: QObject | None = None) -> None:
        """Nothing is counted yet."""
        super().__init__(parent)
        self._tasks = tasks
        self._known: dict[uuid.UUID, Counted] = {}
        events.changed.connect(self._on_changed)

    def count(self, language: str, on_more: Callable[[Tally], object]) -> None:
        """Calls ``on_more`` after each slice, until all documents of a language are counted.

        An empty language stands for English, or where nothing is in English for that of most documents.
        """
        known = self._known

        def job(work: Work) -> Tally:
            from desktop.topics.jobs import count_more, countable, languages_here

            languages = languages_here(work)
            chosen = language or ("en" if "en" in languages else next(iter(languages), "en"))
            heads = countable(work, chosen)
            whole = count_more(work, heads, known, _SLICE)
            return Tally(languages, heads, dict(known), whole)

        def done(tally: Tally) -> None:
            if known is not self._known:
                return
            on_more(tally)
            if not tally.is_whole:
                again()

        def again() -> None:
            self._tasks.read(job, done, latest="topic matrix")

        again()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Entity.TOPIC_CORRECTION, Entity.CONCEPT):
            self._known = {}
            self.outdated.emit()
        elif changes.library:
            self.outdated.emit()
