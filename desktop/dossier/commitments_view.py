"""The Commitments tab: what is pulled, what belongs to the item's track, and a search over everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QVBoxLayout, QWidget

from core.agenda import AgendaItem
from core.documents import DocumentHead, LibraryParagraph, Standing
from core.search_hits import Hit
from desktop.dossier.desk import Desk
from desktop.library.versions import shelf
from desktop.tasks import Tasks
from desktop.widgets.choice import Choice
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import EmptyPlace, label, row
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from db.work import Work

_TYPING_PAUSE_MS = 40
_MOST = 60
_MOST_ON_TRACK = 300


@dataclass(frozen=True, slots=True)
class _Question:
    words: str
    document: str | None
    standing: Standing | None
    item: AgendaItem | None


class CommitmentsView(QWidget):
    """Shows pulled and found commitments; ``chosen`` carries a row, ``insert_requested`` a paragraph."""

    chosen = Signal(object)
    insert_requested = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Follows the desk's open item."""
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._found: tuple[Hit, ...] = ()
        self._answered = ""
        self._entered: bool | None = None
        self._on_track: tuple[LibraryParagraph, ...] = ()
        self.search = SearchField("Search all documents, or BMS8 62")
        self._documents = _filter("document", "Every document")
        self._standings = _filter("standing", "Any standing")
        for standing in Standing:
            self._standings.addItem(standing.phrase.capitalize(), standing)
        self._only_item = QCheckBox("This item's track")
        self._only_item.setToolTip("Only what belongs to the open agenda item's track, or to all tracks")
        self._count = label("", "muted")
        self.list = ParagraphList("Commitments")
        self.list.allow_ordering()
        self._empty = EmptyPlace("", "")
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        filters = row(self._documents, self._standings, self._only_item, 1, self._count)
        for part in (row(self.search), filters):
            part.setContentsMargins(16, 0, 16, 0)
            column.addLayout(part)
        column.addLayout(self._stack, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._wire()

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.stepped.connect(self.list.step)
        self.search.entered.connect(self._on_entered)
        for combo in (self._documents, self._standings):
            combo.activated.connect(lambda _: self._ask())
        self._only_item.toggled.connect(lambda _: self._ask())
        self.list.chosen.connect(self.chosen)
        self.list.pull_requested.connect(self._on_pull)
        self.list.insert_requested.connect(self._on_insert)
        self.list.remove_requested.connect(self._on_remove)
        self.list.moved.connect(self._desk.move)
        self._desk.item_changed.connect(lambda _: self.refresh())
        self._desk.dossier_changed.connect(lambda: self._fill())  # noqa: PLW0108 - has an option
        self._desk.library_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Reads anew what the lists are made of: filters, hits, the item's track."""
        self._tasks.read(lambda work: work.library.documents(), self._fill_documents, latest="filters")
        self._ask()

    def _fill_documents(self, documents: list[DocumentHead]) -> None:
        kept = self._documents.currentData()
        self._documents.clear()
        self._documents.addItem("Every document", None)
        for document in documents:
            self._documents.addItem(document.name, document.name)
        self._documents.choose(kept)

    def _ask(self) -> None:
        self._pause.stop()
        question = _Question(
            self.search.text().strip(),
            self._documents.currentData(),
            self._standings.currentData(),
            self._desk.item,
        )
        only_item = self._only_item.isChecked()

        def job(work: Work) -> tuple[tuple[Hit, ...], tuple[LibraryParagraph, ...]]:
            if question.words:
                return _find(work, question, only_item), ()
            return (), _of_track(work, question)

        self._tasks.read(job, lambda answer: self._on_answer(question.words, answer), latest="commitments")

    def _on_answer(self, words: str, answer: tuple[tuple[Hit, ...], tuple[LibraryParagraph, ...]]) -> None:
        self._found, self._on_track = answer
        afresh, self._answered = words != self._answered, words
        self._fill(afresh=afresh and bool(words))
        if self._entered is not None and words == self.search.text().strip():
            insert, self._entered = self._entered, None
            self._act(insert)

    def _fill(self, *, afresh: bool = False) -> None:
        pulled_ids = {p.pull.paragraph_id for p in self._desk.pulled}
        rows: list[Row] = []
        if self.search.text().strip():
            rows.append(Row(caption=f"FOUND  {len(self._found)}{'+' if len(self._found) == _MOST else ''}"))
            rows += [
                Row(h.found, marks=h.marks, pulled=h.found.paragraph.id in pulled_ids) for h in self._found
            ]
            rows = rows if self._found else []
        else:
            rows += self._pulled_rows()
            others = [found for found in self._on_track if found.paragraph.id not in pulled_ids]
            if others:
                rows.append(Row(caption=f"ON THIS TRACK  {len(others)}"))
                rows += [Row(found) for found in others]
        self._count.setText(f"{len(self._desk.pulled)} pulled" if self._desk.pulled else "")
        self.list.set_rows(rows, afresh=afresh)
        if rows:
            self._stack.setCurrentWidget(self.list)
        else:
            self._teach()

    def _pulled_rows(self) -> list[Row]:
        pulled = self._desk.pulled
        if not pulled:
            return []
        rows = [Row(caption=f"PULLED  {len(pulled)}")]
        for each in pulled:
            missing = "" if each.located else each.pull.reference
            rows.append(Row(each.located, pull=each.pull, missing=missing))
        return rows

    def _teach(self) -> None:
        if self.search.text().strip():
            self._empty.say(
                "Nothing found",
                "Try fewer or other words, take a filter away, or type a reference such as RevCon3 II.32.",
            )
        else:
            self._empty.say(
                "Nothing pulled yet",
                "Search above for what States have already agreed, and press Return to pull it into this "
                "item. Ctrl+K does the same from anywhere.",
            )
        self._stack.setCurrentWidget(self._empty)

    def _on_entered(self, insert: bool) -> None:
        """Acts on the best hit; if the list still answers an earlier question, as soon as it answers this."""
        if self._answered == self.search.text().strip():
            self._act(insert)
        else:
            self._entered = insert
            self._ask()

    def _act(self, insert: bool) -> None:
        if self.list.current_row() is None:
            self.list.select_first()
        chosen = self.list.current_row()
        if chosen is None or chosen.located is None:
            return
        if insert:
            self.insert_requested.emit(chosen.located)
        else:
            self._on_pull(chosen)

    def _on_insert(self, chosen: Row) -> None:
        if chosen.located is not None:
            self.insert_requested.emit(chosen.located)

    def _on_remove(self, chosen: Row) -> None:
        if chosen.pull is not None:
            self._desk.unpull(chosen.pull)

    def _on_pull(self, chosen: Row) -> None:
        if chosen.located is not None and chosen.pull is None and chosen.located.paragraph.label:
            self._desk.pull([chosen.located])


def _filter(name: str, everything: str) -> Choice:
    made = Choice()
    made.setProperty("role", "filter")
    made.setAccessibleName(f"Filter by {name}")
    made.addItem(everything, None)
    return made


def _find(work: Work, question: _Question, only_item: bool) -> tuple[Hit, ...]:
    track = question.item.track if question.item else None
    hits = work.search.find(
        question.words,
        document=question.document,
        standing=question.standing,
        track=track if only_item else None,
        item_track=track,
        limit=_MOST,
    )
    return tuple(hits)


def _of_track(work: Work, question: _Question) -> tuple[LibraryParagraph, ...]:
    """The commitments of the item's own track, document by document, newest first."""
    track = question.item.track if question.item else None
    if track is None:
        return ()
    found = work.library.commitments_of_track(
        track, document=question.document, standing=question.standing, limit=_MOST_ON_TRACK
    )
    # A document in several languages gives its commitments once: in the language it is listed in.
    listed = {shelved.head.id for shelved in shelf(work)} if question.document is None else set()
    return tuple(each for each in found if not listed or each.document.id in listed)
