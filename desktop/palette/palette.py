"""Ctrl+K: finds any paragraph by words or by reference, from anywhere.

Return pulls what is selected into the open agenda item, Ctrl+Return inserts it into the statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from core.search_hits import Hit
from desktop.dossier.desk import Desk
from desktop.tasks import Tasks
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import label
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from db.work import Work

_TYPING_PAUSE_MS = 30


class Palette(QFrame):
    """A field and its hits over the window; ``chosen`` follows the selection."""

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, over: QWidget) -> None:
        """Hidden until ``open_up``."""
        super().__init__(over)
        self._desk, self._tasks, self._over = desk, tasks, over
        self._before: QWidget | None = None
        self._answered = ""
        self._entered: bool | None = None
        self.setObjectName("palette")
        self.setAccessibleName("Find a paragraph")
        self.field = SearchField("Words, or a reference: BMS8 62, RevCon3 II.32", escape_clears=False)
        self.list = ParagraphList("Paragraphs found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self._on_entered)
        self.list.chosen.connect(self.chosen)
        self.list.pull_requested.connect(lambda _: self._on_entered(False))
        self.list.clicked.connect(lambda _: self.field.setFocus())
        over.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self.hide()

    def open_up(self) -> None:
        """Shows itself over the window with the words of last time selected."""
        self._before = self._over.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()
        self._hint_words()
        self._ask()

    def close_up(self) -> None:
        """Goes away and gives the focus back to where it was."""
        self.hide()
        self._entered = None
        if self._before is not None:
            self._before.setFocus()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on working elsewhere in the window has left the palette."""
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self._entered = None
            self.hide()

    def _hint_words(self) -> None:
        item = self._desk.item
        into = f"item {item.number}" if item else "an agenda item"
        self._hint.setText(f"↵ pull into {into}     Ctrl+↵ insert into the statement     Esc close")

    def _ask(self) -> None:
        words = self.field.text().strip()
        track = self._desk.item.track if self._desk.item else None

        def job(work: Work) -> list[Hit]:
            return work.search.find(words, item_track=track, limit=30) if words else []

        self._pause.stop()
        self._tasks.read(job, lambda hits: self._fill(words, hits), latest="palette")

    def _fill(self, words: str, hits: list[Hit]) -> None:
        pulled = {p.pull.paragraph_id for p in self._desk.pulled}
        rows = [Row(hit.found, marks=hit.marks, pulled=hit.found.paragraph.id in pulled) for hit in hits]
        if not rows and self.field.text().strip():
            rows = [Row(caption="Nothing found: try other words, or a reference such as BMS8 62")]
        self.list.set_rows(rows, afresh=True)
        self._answered = words
        if self._entered is not None and words == self.field.text().strip():
            insert, self._entered = self._entered, None
            self._act(insert)

    def _on_entered(self, insert: bool) -> None:
        """Acts on the selection; if the list answers an earlier question, as soon as it answers this."""
        if self._answered == self.field.text().strip():
            self._act(insert)
        else:
            self._entered = insert
            self._ask()

    def _act(self, insert: bool) -> None:
        row = self.list.current_row()
        if row is None or row.located is None:
            return
        self.close_up()
        (self.insert_requested if insert else self.pull_requested).emit(row.located)

    def _place(self) -> None:
        """Over the middle of the window, so that the reader beside it stays in sight."""
        width = min(640, self._over.width() - 80)
        height = min(480, self._over.height() - 120)
        left = max((self._over.width() - width) // 2 - 60, 40)
        self.setGeometry(left, 64, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps its place over the window."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
