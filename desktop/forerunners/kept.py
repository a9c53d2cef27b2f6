"""Documents made ready for comparing, kept for as long as somebody asks about them."""

from __future__ import annotations

import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from core.documents import DocumentHead
from core.language.collection import Collection, collected
from core.meaning.thesaurus import Thesaurus
from db.index.stems import stem

if TYPE_CHECKING:
    from db.work import Work

T = TypeVar("T")
_MOST_ROWS = 60_000
_MOST_ANSWERS = 1024


class NotReadyYet(Exception):  # noqa: N818 - no failure: asked again, the work goes on where it was left
    """Raised inside ``KeptCollections.in_slices``: the time is over and documents are still to be read."""


class KeptCollections:
    """The collections of the documents that were compared last.

    A document is named by its content, so that what is kept is never out of date. The window has one of
    these on its worker; a verb makes one for itself.
    """

    def __init__(self, most_rows: int = _MOST_ROWS) -> None:
        """Nothing yet; no more than ``most_rows`` paragraphs together, then the longest unused ones go."""
        self._most_rows = most_rows
        self._kept: OrderedDict[uuid.UUID, Collection] = OrderedDict()
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._rows = 0
        self._thesaurus: Thesaurus | None = None
        self._until: float | None = None
        self._worked = False

    @contextmanager
    def in_slices(self, seconds: float) -> Iterator[None]:
        """Inside, NotReadyYet ends a job that has to work out more than it has the time for.

        A document is made ready or a question answered in each slice, and kept, so that a job that is tried
        again comes to its end. The window's worker does other things between the slices.
        """
        self._until, self._worked = time.perf_counter() + seconds, False
        try:
            yield
        finally:
            self._until = None

    def of(self, work: Work, head: DocumentHead) -> Collection:
        """A document of the library, ready."""
        self._follow(work.thesaurus.vocabulary().thesaurus)
        if head.id not in self._kept:
            self._look_at_clock()
            found = collected(head, work.library.rows(head.id), stem, self._thesaurus)
            self._worked = True
            self._kept[head.id] = found
            self._rows += len(found.paragraphs)
            while self._rows > self._most_rows and len(self._kept) > 1:
                _, gone = self._kept.popitem(last=False)
                self._rows -= len(gone.paragraphs)
        self._kept.move_to_end(head.id)
        return self._kept[head.id]

    def _follow(self, thesaurus: Thesaurus) -> None:
        """Forgets everything when a concept was written: by the thesaurus it is known what is said."""
        if self._thesaurus is not None and thesaurus is not self._thesaurus:
            self._kept.clear()
            self._rows = 0
        self._thesaurus = thesaurus

    def answer(self, question: Hashable, find: Callable[[], T]) -> T:
        """What was found for a question before, or what ``find`` finds now.

        A question names the paragraph, all documents that are looked through, and the thesaurus, so that its
        answer holds.
        """
        if question not in self._answers:
            self._look_at_clock()
            self._answers[question] = find()
            self._worked = True
            if len(self._answers) > _MOST_ANSWERS:
                self._answers.popitem(last=False)
        self._answers.move_to_end(question)
        return self._answers[question]  # type: ignore[return-value]

    def _look_at_clock(self) -> None:
        """NotReadyYet if something was worked out in this slice and it is over."""
        if self._until is not None and self._worked and time.perf_counter() > self._until:
            raise NotReadyYet
