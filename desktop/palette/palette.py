"""Ctrl+K: finds any paragraph by words or by reference, from anywhere.

Return pulls what is selected into the open agenda item, Ctrl+Return inserts it into the statement.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.dossier.desk import Desk
from desktop.searching.asking import Asker
from desktop.searching.hit_rows import hit_rows
from desktop.searching.jobs import Answer, Question
from desktop.searching.meaning_line import MeaningLine
from desktop.tasks import Tasks
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import label
from desktop.widgets.search_field import SearchField

_MOST = 30


class Palette(QFrame):
    """A field and its hits over the window; ``chosen`` follows the selection.

    ``thesaurus_wanted`` carries a concept whose words are to be edited.
    """

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)
    thesaurus_wanted = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, over: QWidget) -> None:
        """Hidden until ``open_up``."""
        super().__init__(over)
        self._desk, self._tasks, self._over = desk, tasks, over
        self._before: QWidget | None = None
        self.setObjectName("palette")
        self.setAccessibleName("Find a paragraph")
        self.field = SearchField("Words, or a reference: BMS8 62, RevCon3 II.32", escape_clears=False)
        self.list = ParagraphList("Paragraphs found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.meaning = MeaningLine()
        self._hint = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.addWidget(self.field)
        column.addWidget(self.meaning)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        self.asker = Asker("palette", self.field, self._question, tasks, self)
        self.asker.watch(self.list)
        self.asker.answered.connect(self._fill)
        self.asker.acted.connect(self._act)
        self.meaning.left_out.connect(self.asker.leave_out)
        self.meaning.taken_in.connect(self.asker.take_in)
        self.meaning.edit_wanted.connect(self._edit)
        self.field.stepped.connect(self.list.step)
        self.list.chosen.connect(self.chosen)
        self.list.pull_requested.connect(lambda _: self._act(insert=False))
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
        self.asker.ask()

    def close_up(self) -> None:
        """Goes away and gives the focus back to where it was."""
        self.hide()
        self.asker.forget()
        if self._before is not None:
            self._before.setFocus()

    def forget(self) -> None:
        """Another workspace was opened: nothing of the one before is found here."""
        self.hide()
        self.field.clear()
        self.asker.start_over()
        self._fill(self.asker.last)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on working elsewhere in the window has left the palette."""
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.asker.forget()
            self.hide()

    def _hint_words(self) -> None:
        item = self._desk.item
        into = f"item {item.number}" if item else "an agenda item"
        self._hint.setText(f"↵ pull into {into}     Ctrl+↵ insert into the statement     Esc close")

    def _edit(self, concept: str) -> None:
        self.close_up()
        self.thesaurus_wanted.emit(concept)

    def _question(self) -> Question:
        return Question(self.asker.words, item=self._desk.item, limit=_MOST)

    def _fill(self, found: Answer) -> None:
        """Shows what was found, the best selected unless something was chosen by hand already."""
        self.meaning.show_answer(found)
        rows = hit_rows(found.hits, {p.pull.paragraph_id for p in self._desk.pulled})
        if not rows and found.question.words:
            rows = [Row(caption="Nothing found: try other words, or a reference such as BMS8 62")]
        self.list.set_rows(rows, afresh=not self.asker.held)

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
