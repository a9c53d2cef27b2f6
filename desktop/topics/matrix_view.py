"""Topics by documents in the library's middle: where language lives, and where it stopped."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from core.documents import LANGUAGES, DocumentHead, LibraryParagraph
from core.topic_matrix import Order, TopicLine
from desktop.events import Events
from desktop.tasks import Tasks
from desktop.topics.counting import Counting, Tally
from desktop.topics.matrix_table import MatrixTable
from desktop.widgets.choice import Choice
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import IconButton, label, line, row
from desktop.widgets.search_field import SearchField

_TEACH = "Choose a number to see its paragraphs here."


class MatrixView(QFrame):
    """Numbers to choose from, and the paragraphs that the chosen one stands for.

    ``left`` says that it is to be closed; ``chosen``, ``pull_requested`` and ``insert_requested`` carry rows;
    ``place_wanted`` carries a paragraph to be shown in its document.
    """

    left = Signal()
    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Counts when it is first shown, and whenever what it shows has changed."""
        super().__init__(parent)
        self.setObjectName("middle")
        self._tasks = tasks
        self._counting = Counting(tasks, events, self)
        self._counting.outdated.connect(self._on_outdated)
        self._languages: Sequence[str] = ()
        self._tally = Tally((), (), {}, True)
        self._stale = True
        self._cell: tuple[str, uuid.UUID] | None = None  # of which number the paragraphs are listed
        self.table = MatrixTable()
        self.paragraphs = ParagraphList("Paragraphs of the chosen number")
        self._told = label("", "muted")
        self._make_choices()
        self.setFocusProxy(self.table)
        self._lay_out()
        self._wire()

    def _make_choices(self) -> None:
        self.language = self._choice("Language of the documents", ())
        self.what = self._choice(
            "What is counted", (("Commitments only", True), ("All numbered paragraphs", False))
        )
        self.order = self._choice(
            "Order of the topics",
            (
                ("In the order of topics", Order.TOPIC),
                ("Newest first year first", Order.FIRST),
                ("Newest last year first", Order.LAST),
            ),
        )
        self.documents = SearchField("Filter documents")
        self.documents.setToolTip("Words of names and titles, or a year; empty for all documents")
        self.documents.setMinimumWidth(180)

    def _choice(self, name: str, entries: Sequence[tuple[str, object]]) -> Choice:
        made = Choice()
        made.setProperty("role", "filter")
        made.setAccessibleName(name)
        for words, value in entries:
            made.addItem(words, value)
        return made

    def _lay_out(self) -> None:
        back = IconButton("arrow-left", "Back to the library (Esc)", self.left.emit)
        head = row(back, label("Topics by document", "title"), 1, self._told)
        head.setContentsMargins(12, 0, 16, 0)
        choices = QWidget()
        flow = Flow(choices, spacing=8)
        for each in (self.documents, self.language, self.what, self.order):
            flow.addWidget(each)
        kept = row(choices)
        kept.setContentsMargins(16, 0, 16, 0)
        below = QFrame()
        self._listed = label(_TEACH, "muted", wrap=True)
        self._listed.setContentsMargins(16, 8, 16, 0)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._listed)
        column.addWidget(self.paragraphs, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([420, 190])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 16, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addLayout(kept)
        whole.addWidget(line())
        whole.addWidget(split, 1)

    def _wire(self) -> None:
        self.language.activated.connect(lambda _: self.count())
        self.what.activated.connect(lambda _: self._show())
        self.order.activated.connect(lambda _: self._show())
        self.documents.textChanged.connect(lambda _: self._show())
        self.documents.stepped.connect(lambda _: self.table.setFocus())
        self.table.chosen.connect(self._on_chosen)
        self.table.entered_cell.connect(self._on_entered)
        self.paragraphs.chosen.connect(self.chosen)
        self.paragraphs.pull_requested.connect(self.pull_requested)
        self.paragraphs.insert_requested.connect(self.insert_requested)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._escape)

    def _escape(self) -> None:
        """Takes away what narrows the documents, or else leaves."""
        if self.documents.text():
            self.documents.clear()
        else:
            self.left.emit()

    # counting

    def count(self) -> None:
        """Counts what is not counted yet, and shows it as it comes."""
        self._stale = False
        self._counting.count(str(self.language.currentData() or ""), self._on_more)

    def _on_more(self, tally: Tally) -> None:
        counted = tally.counted
        if tally.languages != self._languages:
            self._languages = tally.languages
            self.language.clear()
            for code in tally.languages:
                self.language.addItem(LANGUAGES.get(code, code), code)
            self.language.setVisible(len(tally.languages) > 1)
        if tally.heads:
            self.language.choose(tally.heads[0].language)
        if not tally.is_whole:  # what is counted anew stays in sight as it was until then
            tally = replace(tally, counted={**self._tally.counted, **counted})
        self._tally = tally
        done = sum(head.id in counted for head in tally.heads)
        self._told.setText("" if tally.is_whole else f"Counting… {done} of {len(tally.heads)}")
        self._show()

    def _show(self) -> None:
        from desktop.topics.jobs import matrix_of

        words = self.documents.text().casefold().split()
        tally = self._tally
        shown = [head for head in tally.heads if all(word in _named(head) for word in words)]
        found = matrix_of(shown, tally.counted, commitments=bool(self.what.currentData()))
        self.table.show_matrix(found.ordered(Order(self.order.currentData())))
        if self.table.chosen_place() is None:
            self._cell = None
            self._listed.setText(_TEACH)
            self.paragraphs.set_rows(())

    def _on_outdated(self) -> None:
        self._stale = True
        if self.isVisible():
            self.count()

    def showEvent(self, event: QShowEvent) -> None:
        """Counts what changed in the meantime."""
        super().showEvent(event)
        if self._stale:
            self.count()

    # the paragraphs of a number

    def _on_chosen(self, chosen: TopicLine, head: DocumentHead) -> None:
        def done(found: list[LibraryParagraph]) -> None:
            place = self.table.chosen_place()
            if place is None or (place[0].topic, place[1].id) != (chosen.topic, head.id):
                return
            count = len(found)
            told = f"{count} paragraph{'' if count == 1 else 's'}" if count else "no paragraph"
            self._listed.setText(f"{chosen.topic.label} in {head.name}: {told}")
            rows, afresh = [Row(each) for each in found], self._cell != (chosen.topic.id, head.id)
            self._cell = chosen.topic.id, head.id
            self.paragraphs.set_rows(rows, afresh=afresh)  # who sets a topic right goes on reading there

        self._ask(chosen, head, done)

    def _on_entered(self, chosen: TopicLine, head: DocumentHead) -> None:
        def done(found: list[LibraryParagraph]) -> None:
            if found:
                self.place_wanted.emit(found[0])

        self._ask(chosen, head, done)

    def _ask(
        self, chosen: TopicLine, head: DocumentHead, done: Callable[[list[LibraryParagraph]], object]
    ) -> None:
        from desktop.topics.jobs import paragraphs_about

        commitments = bool(self.what.currentData())
        self._tasks.read(
            lambda work: paragraphs_about(work, head, chosen.topic.id, commitments=commitments),
            done,
            latest="topic paragraphs",
        )


def _named(head: DocumentHead) -> str:
    return f"{head.name} {head.symbol} {head.title} {head.date.year if head.date else ''}".casefold()
