"""Asking for a paragraph through the years from the window, without holding up anything else."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work
    from desktop.forerunners.kept import KeptCollections
    from desktop.forerunners.years import Years

_SLICE = 0.1


class YearsAsker:
    """Asks the workspace's worker, and keeps what it made ready for as long as that workspace is open.

    A large library is made ready in slices: what was asked for in the meantime (a search, a pull) comes
    between them, and a newer question takes the place of an older one.
    """

    def __init__(self, tasks: Tasks) -> None:
        """Nothing is made ready yet."""
        self._tasks = tasks
        self._session = -1
        self._kept: list[KeptCollections] = []  # filled on the worker, which loads their modules
        self._asked: dict[str, int] = {}

    def ask(
        self,
        paragraph_id: uuid.UUID,
        on_done: Callable[[Years | None], object],
        on_error: Callable[[str], object],
        *,
        latest: str,
    ) -> None:
        """Calls ``on_done`` with the answer, unless another one was asked for under the same key since."""
        if self._session != self._tasks.session:
            self._session, self._kept = self._tasks.session, []
        turn = self._asked[latest] = self._asked.get(latest, 0) + 1
        kept = self._kept

        def done(answer: tuple[bool, Years | None]) -> None:
            if self._asked[latest] != turn:
                return
            ready, years = answer
            if ready:
                on_done(years)
            else:
                again()

        def failed(sentence: str) -> None:
            if self._asked[latest] == turn:
                on_error(sentence)

        def again() -> None:
            self._tasks.read(lambda work: _slice(work, paragraph_id, kept), done, failed, latest=latest)

        again()

    def forget(self, latest: str) -> None:
        """What was asked for under this key is not wanted any more."""
        self._asked[latest] = self._asked.get(latest, 0) + 1


def _slice(work: Work, paragraph_id: uuid.UUID, kept: list[KeptCollections]) -> tuple[bool, Years | None]:
    """Works on a question for a moment, on the worker: whether it is answered, and the answer."""
    from desktop.forerunners.kept import KeptCollections, NotReadyYet
    from desktop.forerunners.years import through_the_years

    if not kept:
        kept.append(KeptCollections())
    try:
        with kept[0].in_slices(_SLICE):
            return True, through_the_years(work, paragraph_id, kept=kept[0])
    except NotReadyYet:
        return False, None
