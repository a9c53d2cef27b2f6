"""The room in which two documents are compared: it asks for the other one, reads, aligns, and shows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from core.documents import DocumentHead
from core.errors import NameplateError
from desktop.comparing.chooser import Chooser
from desktop.comparing.jobs import (
    Both,
    Candidates,
    Compared,
    both,
    candidates,
    check_pair,
    compare_both,
    in_order,
)
from desktop.comparing.page import ComparingPage
from desktop.tasks import Progress, Tasks
from desktop.widgets.pieces import button, in_the_middle, label, row

_PATIENCE_MS = 150


class ComparingRoom(QStackedWidget):
    """Compares two documents beside the window.

    ``left`` says that there is nothing more to see here, ``entered`` that there is. ``chosen``,
    ``pull_requested`` and ``insert_requested`` carry rows of paragraphs, ``status`` a sentence.
    """

    left = Signal()
    entered = Signal()
    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)
    status = Signal(str)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Empty until ``start``."""
        super().__init__(parent)
        self._tasks = tasks
        self._pair: tuple[DocumentHead, DocumentHead] | None = None
        self._progress: Progress | None = None
        self._turn = 0
        self.page = ComparingPage(tasks)
        self._make_places()
        for place in (self._blank, self._waiting, self._refused, self.page):
            self.addWidget(place)
        self._wire()

    def _make_places(self) -> None:
        self._blank = QWidget()
        self._what = label("", "title", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress of the comparison")
        self._cancel = button("Cancel", self.leave)
        self._waiting = in_the_middle(self._what, self._bar, row(1, self._cancel, 1))
        self.refusal = label("", wrap=True)
        self.refusal.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._other = button("Choose another document…", lambda: self._ask_other(False), "primary")
        title = label("These two cannot be compared", "title", wrap=True)
        self._refused = in_the_middle(title, self.refusal, row(1, button("Back", self.leave), self._other, 1))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._wait)

    def _wire(self) -> None:
        page, head = self.page, self.page.head
        page.chosen.connect(self.chosen)
        page.pull_requested.connect(self.pull_requested)
        page.insert_requested.connect(self.insert_requested)
        head.left.connect(self.leave)
        head.swapped.connect(self.swap)
        head.other_wanted.connect(self._ask_other)
        head.export.status.connect(self.status)
        for keys, act in (("Escape", self._escape), ("Ctrl+Shift+X", self.swap)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # which two

    def ask(self, document: DocumentHead) -> None:
        """Asks what a document is to be compared with, and compares them."""
        self._ask(document, lambda other: self.begin(document, other))

    def begin(self, one: DocumentHead, other: DocumentHead) -> None:
        """Compares two documents, whichever is the older one."""
        self.start(*in_order(one, other))

    def _ask_other(self, older: bool) -> None:
        """Asks for another document in the place of the older or the newer one."""
        if self._pair is None:
            return
        stays = self._pair[1] if older else self._pair[0]

        def taken(other: DocumentHead) -> None:
            self.start(*((other, stays) if older else (stays, other)))

        self._ask(stays, taken)

    def _ask(self, document: DocumentHead, taken: Callable[[DocumentHead], object]) -> None:
        def offer(found: Candidates) -> None:
            chooser = Chooser(found, self.window())
            chooser.chosen.connect(taken)
            chooser.open()

        self._tasks.read(lambda work: candidates(work, document), offer, latest="candidates")

    def start(self, old: DocumentHead, new: DocumentHead) -> None:
        """Compares two documents and shows them; says why if they cannot be compared."""
        self._stop()
        self._pair = old, new
        turn = self._turn
        self.entered.emit()
        try:
            check_pair(old, new)
        except NameplateError as error:
            self._refuse(str(error))
            return
        self._what.setText(f"Comparing {old.name} with {new.name}…")
        self._bar.setValue(0)
        if self.currentWidget() is not self.page:
            self.setCurrentWidget(self._blank)
        self._patience.start()

        def aligned(compared: Compared) -> None:
            if turn == self._turn:
                self._show(compared)

        def refused(sentence: str) -> None:
            if turn == self._turn:
                self._refuse(sentence)

        def told(share: float) -> None:
            if turn == self._turn:
                self._bar.setValue(round(share * 100))

        def was_read(found: Both) -> None:
            if turn == self._turn:
                self._progress = self._tasks.beside(
                    lambda progress: compare_both(found, progress), aligned, refused, told
                )

        self._tasks.read(lambda work: both(work, old, new), was_read, refused)

    def swap(self) -> None:
        """Exchanges the older and the newer one."""
        if self._pair is not None and self.currentWidget() is self.page:
            self.start(self._pair[1], self._pair[0])

    def _escape(self) -> None:
        """Takes away what is looked for, or else leaves."""
        finder = self.page.head.finder
        if self.currentWidget() is self.page and finder.text():
            finder.clear()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to where one was."""
        self._stop()
        self._pair = None
        self.page.clear()
        self.setCurrentWidget(self._blank)
        self.left.emit()

    def close_down(self) -> None:
        """Gives up what is under way: another workspace is opened."""
        self._stop()
        self.page.clear()

    def take_search(self) -> None:
        """The keyboard's place is the field that finds words in these two."""
        if self.currentWidget() is self.page:
            self.page.take_search()

    # places

    def _wait(self) -> None:
        self.setCurrentWidget(self._waiting)
        self._cancel.setFocus()

    def _refuse(self, sentence: str) -> None:
        self._stop()
        self.refusal.setText(sentence)
        self.setCurrentWidget(self._refused)
        self._other.setFocus()

    def _show(self, compared: Compared) -> None:
        self._stop()
        self.setCurrentWidget(self.page)  # first, so that its rows are measured at the width they have
        self.page.show_comparison(compared)
        self.page.take_focus()

    def _stop(self) -> None:
        """Gives up what is under way."""
        self._turn += 1
        self._patience.stop()
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None
