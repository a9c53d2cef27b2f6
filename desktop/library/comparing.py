"""The library's ways into comparing, and the room in its middle where two documents are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.documents import DocumentHead
from desktop.library.document_view import DocumentView
from desktop.library.documents_side import DocumentsSide
from desktop.library.middle import Middle
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from desktop.comparing.room import ComparingRoom


class Comparing(QObject):
    """Compares the open document, or the two that are selected in the list, in the place of both.

    ``chosen``, ``pull_requested`` and ``insert_requested`` carry rows, ``said`` a sentence.
    """

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)
    said = Signal(str)

    def __init__(
        self, tasks: Tasks, middle: Middle, side: DocumentsSide, view: DocumentView, parent: QObject
    ) -> None:
        """The list of documents gives its place to a comparison, which has two columns."""
        super().__init__(parent)
        self._tasks, self._middle, self._side, self._view = tasks, middle, side, view
        self.room: ComparingRoom | None = None
        side.compare_wanted.connect(self.compare)
        view.compare_wanted.connect(self.compare_open)
        middle.turned.connect(lambda: side.setVisible(not self.is_shown))

    @property
    def is_shown(self) -> bool:
        """Whether two documents compared are what the middle shows."""
        return self.room is not None and self._middle.currentWidget() is self.room

    def compare(self, one: DocumentHead, other: DocumentHead | None = None) -> None:
        """Compares two documents, the older one at the left; asks for the other one if it is not given."""
        session = self._tasks.session

        def begin() -> None:
            if session != self._tasks.session:  # another workspace was opened meanwhile
                return
            self.room = self._middle.view("comparing", self._make)
            if other is None:
                self.room.ask(one)
            else:
                self.room.begin(one, other)

        if self.room is None:  # its modules are loaded beside the window, which would stand still else
            self._tasks.beside(lambda _: _load(), lambda _: begin())
        else:
            begin()

    def compare_open(self, other: DocumentHead | None = None) -> None:
        """Compares the open document with another one, which is asked for if it is not given."""
        if self._view.document is not None:
            self.compare(self._view.document, other)

    def compare_chosen(self) -> None:
        """Compares the two documents that are selected in the list, or the open one with another."""
        pair = self._side.pair
        if pair is not None and not self.is_shown:
            self.compare(*pair)
        else:
            self.compare_open()

    def take_search(self) -> bool:
        """Goes to the field that finds words in a comparison; False if none is shown."""
        if self.room is not None and self.is_shown:
            self.room.take_search()
            return True
        return False

    def turn_way(self, by: int) -> bool:
        """Looks at the comparison in the next way; False if none is shown."""
        if self.room is not None and self.is_shown:
            self.room.page.turn_way(by)
            return True
        return False

    def forget(self) -> None:
        """Another workspace was opened: what is under way is given up. The middle drops the room itself."""
        if self.room is not None:
            self.room.close_down()
            self.room = None

    def _make(self) -> ComparingRoom:
        from desktop.comparing.room import ComparingRoom

        room = ComparingRoom(self._tasks)
        room.entered.connect(lambda: self._middle.turn_to(room))
        room.left.connect(self._middle.back)
        room.chosen.connect(self.chosen)
        room.pull_requested.connect(self.pull_requested)
        room.insert_requested.connect(self.insert_requested)
        room.status.connect(self.said)
        return room


def _load() -> None:
    import desktop.comparing.room  # noqa: F401
