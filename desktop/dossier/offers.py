"""What is offered for the open item, kept in step with what the delegate writes, without haste."""

from __future__ import annotations

import time
import uuid
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from core.revisions import Changes, Entity
from core.suggestions import in_order_of
from desktop.dossier.desk import Desk
from desktop.dossier.suggesting import Offer, Within, suggest
from desktop.events import Events
from desktop.tasks import Tasks

_APART = 2.0
_WRITTEN = (
    Entity.STATEMENT,
    Entity.DOSSIER,
    Entity.TOPIC_CORRECTION,
    Entity.CONCEPT,
    Entity.AGENDA_ITEM,
)
_DONE_HERE = (Entity.PULL, Entity.DISMISSAL)


class Offers(QObject):
    """The suggestions for the open item; ``changed`` says that ``offer`` is new.

    They are worked out on the worker while somebody looks at them: when an opened item's dossier has been
    read, at once when something was pulled or put aside, and no more often than every two seconds while the
    delegate writes. An answer to an older question is dropped. What is left after a pull keeps its order.
    """

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, events: Events, parent: QObject | None = None) -> None:
        """Follows the desk's open item."""
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.offer = Offer()
        self._gone: set[uuid.UUID] = set()
        self._item: uuid.UUID | None = None
        self._within = Within()
        self._looked_at = False
        self._stale = True
        self._in_order = False
        self._asked = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.ask)
        events.changed.connect(self._on_changed)
        tasks.failed.connect(lambda _: self._on_failed())
        desk.dossier_changed.connect(self._on_dossier)
        desk.library_changed.connect(self.ask)

    @property
    def gone(self) -> frozenset[uuid.UUID]:
        """The ids of the paragraphs that were just pulled or put aside: no answer knows of it yet."""
        return frozenset(self._gone)

    def begin(self) -> None:
        """Another item is open: its dossier is read first, so that nobody waits for suggestions."""
        self._item = None
        self.offer, self._gone, self._stale = Offer(), set(), True
        self._later.stop()
        self.changed.emit()

    def look_at(self, looked_at: bool) -> None:
        """Whether the suggestions are seen; what became stale in the meantime is worked out anew."""
        self._looked_at = looked_at
        if looked_at and self._stale and self._item is not None:
            self.ask()

    def within(self, within: Within) -> None:
        """Narrows the suggestions."""
        if within != self._within:
            self._within = within
            self.ask()

    def let_go(self, paragraph_id: uuid.UUID) -> None:
        """A paragraph was acted on: it is not offered while the workspace is being written to."""
        self._gone.add(paragraph_id)
        self.changed.emit()

    def ask(self) -> None:
        """Works the suggestions out, if they are looked at."""
        item = self._desk.item
        self._stale = True
        self._later.stop()
        if item is None or self._item is None or not self._looked_at:
            return
        self._stale, self._asked = False, time.monotonic()
        within, in_order, self._in_order = self._within, self._in_order, False
        self._tasks.read(
            lambda work: suggest(work, item, within),
            lambda offer: self._on_answer(offer, in_order=in_order),
            latest="suggestions",
        )

    def _on_dossier(self) -> None:
        if self._item is None and self._desk.item is not None:
            self._item = self._desk.item.id
            self.ask()

    def _on_answer(self, offer: Offer, *, in_order: bool) -> None:
        if self._stale and not self._later.isActive():
            return
        self._gone.clear()
        if in_order:
            offer = replace(offer, groups=in_order_of(offer.groups, self.offer.groups))
        self.offer = offer
        self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_DONE_HERE):
            self._in_order = not self._stale
            self.ask()
        elif changes.touches(*_WRITTEN):
            self._stale = True
            if self._looked_at and not self._later.isActive():
                wait = max(0.0, self._asked + _APART - time.monotonic())
                self._later.start(round(wait * 1000))

    def _on_failed(self) -> None:
        """What could not be written is offered again."""
        if self._gone:
            self._gone.clear()
            self.changed.emit()
