"""The Commitments tab: what is pulled, what is suggested for the item, and a search over everything."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QVBoxLayout, QWidget

from core.agenda import AgendaItem
from core.documents import DocumentHead, Standing
from core.revisions import Changes, Entity
from desktop.dossier.desk import Desk
from desktop.dossier.offer_list import DISMISS, PULL, TAKE_BACK, OfferList
from desktop.dossier.offer_rows import Folds, offer_rows
from desktop.dossier.offers import Offers
from desktop.dossier.suggesting import Within
from desktop.events import Events
from desktop.searching.about_filters import AboutFilters
from desktop.searching.asking import Asker
from desktop.searching.hit_rows import hit_rows
from desktop.searching.jobs import Answer, Narrowing, Question
from desktop.searching.meaning_line import MeaningLine
from desktop.tasks import Tasks
from desktop.widgets.filter_choice import FilterChoice
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import EmptyPlace, row
from desktop.widgets.search_field import SearchField

_MOST = 60


class CommitmentsView(QWidget):
    """Shows pulled, suggested and found commitments.

    ``chosen`` carries a row, ``insert_requested`` a paragraph, ``thesaurus_wanted`` a concept whose words are
    to be edited.
    """

    chosen = Signal(object)
    insert_requested = Signal(object)
    thesaurus_wanted = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Follows the desk's open item."""
        super().__init__(parent)
        self._desk, self._tasks, self._events = desk, tasks, events
        self.offers = Offers(desk, tasks, events, self)
        self._folds = Folds()
        self._found = Answer(Question())
        self.search = SearchField("Search all documents, or BMS8 62")
        self._documents = FilterChoice("Document", "Every document")
        standings = [(each.phrase.capitalize(), each) for each in Standing]
        self._standings = FilterChoice("Standing", "Any standing", standings)
        self.about = AboutFilters(self)
        self.meaning = MeaningLine()
        self._only_item = QCheckBox("This item's track")
        self._only_item.setToolTip("Only what belongs to the open agenda item's track, or to all tracks")
        self.list = OfferList("Commitments")
        self.list.allow_ordering()
        self._empty = EmptyPlace("", "")
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        filters = QWidget()
        flow = Flow(filters)
        for each in (self._documents, self._standings, *self.about.every, self._only_item):
            flow.addWidget(each)
        for part in (row(self.search), row(filters), row(self.meaning)):
            part.setContentsMargins(16, 0, 16, 0)
            column.addLayout(part)
        column.addLayout(self._stack, 1)
        self.asker = Asker("commitments", self.search, self._question, tasks, self)
        self._wire()

    def _wire(self) -> None:
        self.asker.watch(self.list)
        self.asker.answered.connect(self._on_found)
        self.asker.acted.connect(self._act)
        self.meaning.left_out.connect(self.asker.leave_out)
        self.meaning.taken_in.connect(self.asker.take_in)
        self.meaning.edit_wanted.connect(self.thesaurus_wanted)
        self.search.stepped.connect(self.list.step)
        self.about.changed.connect(self._ask)
        for combo in (self._documents, self._standings):
            combo.activated.connect(lambda _: self._ask())
        self._only_item.toggled.connect(lambda _: self._ask())
        self.list.chosen.connect(self.chosen)
        self.list.pull_requested.connect(self._on_pull)
        self.list.insert_requested.connect(self._on_insert)
        self.list.remove_requested.connect(self._on_remove)
        self.list.moved.connect(self._desk.move)
        self.list.opened.connect(self._on_opened)
        self.list.acted.connect(self._on_acted)
        self.offers.changed.connect(self._on_offer)
        self._desk.item_changed.connect(self._on_item)
        self._desk.dossier_changed.connect(lambda: self._fill())  # noqa: PLW0108 - has an option
        self._desk.library_changed.connect(self.refresh)
        self._events.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """The suggestions follow what was written elsewhere in the meantime."""
        super().showEvent(event)
        self.offers.look_at(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is worked out for nobody."""
        super().hideEvent(event)
        self.offers.look_at(False)

    def refresh(self) -> None:
        """Reads anew what the lists are made of: filters, hits, suggestions."""
        self._tasks.read(lambda work: work.library.documents(), self._fill_documents, latest="filters")
        self._ask()

    def ask_again(self) -> None:
        """What was found, or is suggested, may be other: the search index was made anew."""
        if self._searches:
            self._ask()
        self.offers.ask()

    def _fill_documents(self, documents: list[DocumentHead]) -> None:
        self._documents.offer([(document.name, document.name) for document in documents])

    def _question(self) -> Question:
        """What is searched for; nothing without words or a filter that lists by itself."""
        words, item = self.asker.words, self._desk.item
        narrowing = Narrowing(
            document=self._documents.value,
            track=item.track if item is not None and self._only_item.isChecked() else None,
            standing=self._standings.value,
            topic=self.about.topic.value,
            strength=self.about.strength.value,
            addressee=self.about.addressee.value,
        )
        return Question(words, narrowing, item, _MOST)

    def _ask(self) -> None:
        self.asker.ask()

    def _on_found(self, found: Answer) -> None:
        afresh = found.question.words != self._found.question.words and not self.asker.held
        self._found = found
        self.meaning.show_answer(found)
        if found.question.is_empty:
            narrowing = found.question.narrowing
            only_item = self._only_item.isChecked()
            self.offers.within(Within(narrowing.document, narrowing.standing, only_item))
        self._fill(afresh=afresh and bool(found.question.words))

    @property
    def _searches(self) -> bool:
        """Whether it is what was found that is shown, or about to be, not what is pulled and suggested."""
        return not self._question().is_empty

    def _on_changed(self, changes: Changes) -> None:
        """Other words may find other paragraphs."""
        if changes.touches(Entity.CONCEPT, Entity.TOPIC_CORRECTION) and self._searches:
            self._ask()

    def _on_item(self, item: AgendaItem | None) -> None:
        self._folds.forget()
        self.offers.begin()
        self.refresh()

    def _on_offer(self) -> None:
        if not self._searches:
            self._fill()

    def _on_opened(self, key: str) -> None:
        self._folds.turn(key, self.list.rows_model.rows)
        self._fill()

    def _on_acted(self, row: Row, action: str) -> None:
        if action == PULL:
            self._on_pull(row)
        elif action == DISMISS and row.located is not None:
            self.list.follow_on()
            self.offers.let_go(row.located.paragraph.id)
            self._desk.dismiss(row.located)
        elif action == TAKE_BACK:
            self._take_back(row)

    def _take_back(self, row: Row) -> None:
        for each in self.offers.offer.aside:
            located = each.located
            if (located == row.located) if located is not None else each.dismissal.reference == row.missing:
                self.list.follow_on()
                self._desk.take_back(each.dismissal)

    def _fill(self, *, afresh: bool = False) -> None:
        pulled_ids = {p.pull.paragraph_id for p in self._desk.pulled}
        rows: list[Row] = []
        if self._searches:
            hits = self._found.hits
            rows.append(Row(caption=f"FOUND  {len(hits)}{'+' if len(hits) == _MOST else ''}"))
            rows = [*rows, *hit_rows(hits, pulled_ids)] if hits else []
        else:
            rows += self._pulled_rows()
            gone = pulled_ids | self.offers.gone
            rows += offer_rows(self.offers.offer, gone, self._folds, self.list.kept)
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
        if self._searches:
            self._empty.say(
                "Nothing found",
                "Try fewer or other words, take a filter away, or type a reference such as RevCon3 II.32.",
            )
        else:
            self._empty.say(
                "Nothing pulled yet",
                "Search above for what States have already agreed, and press Return to pull it into this "
                "item. What you write in the brief or a statement brings suggestions here.",
            )
        self._stack.setCurrentWidget(self._empty)

    def _act(self, insert: bool) -> None:
        if self.list.current_row() is None and self.search.text().strip():
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
            if chosen.actions:
                self.list.follow_on()
                self.offers.let_go(chosen.located.paragraph.id)
            self._desk.pull([chosen.located])
