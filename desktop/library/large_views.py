"""What is shown large in the library's middle: a line of texts through the years, topics by document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.events import Events
from desktop.library.middle import Middle
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from desktop.forerunners.years import Years
    from desktop.reader.chain_view import ChainView
    from desktop.topics.matrix_view import MatrixView


class LargeViews(QObject):
    """Makes these views when they are first wanted, and hands on what they say.

    ``chosen``, ``pull_requested`` and ``insert_requested`` carry rows, ``place_wanted`` a paragraph to be
    shown in its document, ``said`` a sentence for the foot of the window.
    """

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)
    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, tasks: Tasks, events: Events, middle: Middle, parent: QObject) -> None:
        """``middle`` is where they are shown."""
        super().__init__(parent)
        self._tasks, self._events, self._middle = tasks, events, middle

    def show_chain(self, years: Years) -> None:
        """Shows a line of texts through the years."""
        view = self._middle.view("chain", self._make_chain)
        view.show_years(years)
        self._middle.turn_to(view)

    def show_topics(self) -> None:
        """Shows topics by documents."""
        self._middle.turn_to(self._middle.view("topics", self._make_topics))

    def _make_chain(self) -> ChainView:
        from desktop.reader.chain_view import ChainView

        view = ChainView()
        view.left.connect(self._middle.back)
        view.chosen.connect(self.chosen)
        view.place_wanted.connect(self.place_wanted)
        view.export_wanted.connect(self._export_chain)
        return view

    def _make_topics(self) -> MatrixView:
        from desktop.topics.matrix_view import MatrixView

        view = MatrixView(self._tasks, self._events)
        view.left.connect(self._middle.back)
        view.chosen.connect(self.chosen)
        view.pull_requested.connect(self.pull_requested)
        view.insert_requested.connect(self.insert_requested)
        view.place_wanted.connect(self.place_wanted)
        return view

    def _export_chain(self, years: Years) -> None:
        from desktop.reader.chain_exporting import ask_and_export

        ask_and_export(self._middle, self._tasks, years, self.said.emit)
