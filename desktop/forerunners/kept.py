"""Documents made ready for comparing, kept for as long as somebody asks about them."""

from __future__ import annotations

import uuid
from collections import OrderedDict
from typing import TYPE_CHECKING

from core.documents import DocumentHead
from core.language.collection import Collection, collected
from db.stems import stem

if TYPE_CHECKING:
    from db.work import Work

_MOST_ROWS = 60_000


class KeptCollections:
    """The collections of the documents that were compared last.

    A document is named by its content, so that what is kept is never out of date. The window has one of
    these on its worker; a verb makes one for itself.
    """

    def __init__(self, most_rows: int = _MOST_ROWS) -> None:
        """Nothing yet; no more than ``most_rows`` paragraphs together, then the longest unused ones go."""
        self._most_rows = most_rows
        self._kept: OrderedDict[uuid.UUID, Collection] = OrderedDict()
        self._rows = 0

    def of(self, work: Work, head: DocumentHead) -> Collection:
        """A document of the library, ready."""
        if head.id not in self._kept:
            found = collected(head, work.library.rows(head.id), stem)
            self._kept[head.id] = found
            self._rows += len(found.texts)
            while self._rows > self._most_rows and len(self._kept) > 1:
                _, gone = self._kept.popitem(last=False)
                self._rows -= len(gone.texts)
        self._kept.move_to_end(head.id)
        return self._kept[head.id]
