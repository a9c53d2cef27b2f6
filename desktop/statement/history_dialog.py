"""The versions of a statement: what each said, what it changed, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QListView, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.documents import Track
from core.revisions import Entity, Revision
from core.statement_text import Break, Cite, Inline
from core.statements import Statement
from desktop.statement.changes import Change, Compared, compare
from desktop.statement.history_model import HistoryModel, when
from desktop.statement.view import StatementView
from desktop.tasks import Tasks
from desktop.theme.colours import colours_of
from desktop.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from db.work import Work

_ROOMY = (
    "QListView::item { padding: 7px 8px; border-radius: 6px; }"
    "QListView::item:selected { background: palette(highlight); color: palette(text); }"
)
RESTORING = "statement history"
"""Who a restored version is written by, so that the page reads it back."""


class HistoryDialog(QDialog):
    """Lists the versions of one statement and shows the text of the one that is chosen."""

    def __init__(self, tasks: Tasks, statement: Statement, track: Track | None, parent: QWidget) -> None:
        """Reads the history and shows the newest version."""
        super().__init__(parent)
        self._tasks, self._session = tasks, tasks.session
        self._statement = statement
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Earlier versions of “{statement.title}”")
        self.resize(980, 640)
        self.model = HistoryModel()
        self.model.setParent(self)
        self.versions = QListView()
        self.versions.setModel(self.model)
        self.versions.setAccessibleName("Versions, newest first")
        self.versions.setStyleSheet(_ROOMY)
        self.view = StatementView()
        self.view.set_track(track)
        self.view.setAccessibleName("Text of the version")
        self.marks = QCheckBox("Mark what changed against the version before")
        self.marks.setChecked(True)
        self.name = QLineEdit()
        self.name.setPlaceholderText("a name, such as “as cleared by capital”")
        self.name.setAccessibleName("Name of the newest version")
        self.naming = button("Name the newest version", self._name_version)
        self.restoring = button("Restore this version", self._restore, "primary")
        self._trouble = label("", "warning", wrap=True)
        self._trouble.hide()
        self._lay_out()
        self.versions.selectionModel().currentChanged.connect(self._show)
        self.marks.toggled.connect(lambda _on: self._show(self.versions.currentIndex()))
        self.name.returnPressed.connect(self._name_version)
        self.name.textChanged.connect(lambda words: self.naming.setEnabled(bool(words.strip())))
        self.naming.setEnabled(False)
        self._load()

    def _lay_out(self) -> None:
        shown = QWidget()
        right = QVBoxLayout(shown)
        right.setContentsMargins(12, 0, 0, 0)
        right.addLayout(row(self.marks, 1))
        right.addWidget(self.view, 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.versions)
        across.addWidget(shown)
        across.setStretchFactor(1, 1)
        across.setSizes([280, 700])
        below = row(self.name, self.naming, 1, self.restoring, button("Close", self.close))
        self.name.setMinimumWidth(280)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(across, 1)
        column.addWidget(self._trouble)
        column.addLayout(below)

    def _load(self, row: int = 0) -> None:
        def job(work: Work) -> list[Revision]:
            return work.revisions.history(Entity.STATEMENT, self._statement.id)

        self._tasks.read(job, lambda found: self._list(found, row), self._say, session=self._session)

    def _is_gone(self) -> bool:
        """Whether it was closed before the worker answered: then there is nothing left to show it on."""
        return not isValid(self) or not self.isVisible()

    def _list(self, revisions: list[Revision], row: int) -> None:
        if self._is_gone():
            return
        self.model.show(revisions)
        if revisions:
            self.versions.setCurrentIndex(self.model.index(min(row, len(revisions) - 1)))
        self.versions.setFocus()

    def _show(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        nth = index.row()
        revision = self.model.revision(nth)
        self.restoring.setEnabled(nth > 0 and revision.content is not None)
        self.restoring.setText("Restore this version" if nth else "This is how it is now")
        if self.marks.isChecked() and nth + 1 < self.model.rowCount():
            show_compared(self.view, compare(self.model.blocks(nth + 1), self.model.blocks(nth)))
        else:
            self.view.set_blocks(self.model.blocks(nth))

    def _restore(self) -> None:
        index = self.versions.currentIndex()
        if not index.isValid():
            return
        revision = self.model.revision(index.row())
        self._tasks.write(
            lambda work: work.revisions.restore(revision.id),
            lambda _: self._is_gone() or self.close(),
            self._refused,
            initiator=RESTORING,
            session=self._session,
            said=f"Restored “{self._statement.title}” as of {when(revision.time)}",
        )

    def _name_version(self) -> None:
        words = self.name.text().strip()
        if not words:
            return

        def done(_: object) -> None:
            if not self._is_gone():
                self.name.clear()
                self._load()

        self._tasks.write(
            lambda work: work.revisions.name_version(Entity.STATEMENT, self._statement.id, words),
            done,
            self._refused,
            initiator=RESTORING,
            session=self._session,
        )

    def _refused(self, sentence: str) -> None:
        if self._is_gone():
            self._tasks.failed.emit(sentence)
            return
        self._say(sentence)
        self._load()

    def _say(self, sentence: str) -> None:
        if self._is_gone():
            return
        self._trouble.setText(sentence)
        self._trouble.show()


def show_compared(view: StatementView, compared: tuple[Compared, ...]) -> None:
    """Shows two versions in one: inserted words on a ground of their own, deleted ones struck through."""
    shown = [each for each in compared if each.pieces]
    view.set_blocks([each.whole for each in shown])
    colours = colours_of(view.palette())
    inserted, deleted = QTextCharFormat(), QTextCharFormat()
    inserted.setBackground(QColor(colours.mark))
    inserted.setFontUnderline(True)
    deleted.setFontStrikeOut(True)
    deleted.setForeground(QColor(colours.warning))
    formats = {Change.INSERTED: inserted, Change.DELETED: deleted}
    cursor = QTextCursor(view.document())
    cursor.beginEditBlock()
    block = view.document().firstBlock()
    for each in shown:
        place = block.position()
        for inline, change in each.pieces:
            end = place + _length(inline)
            if change in formats:
                cursor.setPosition(place)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(formats[change])
            place = end
        block = block.next()
    cursor.endEditBlock()


def _length(inline: Inline) -> int:
    if isinstance(inline, Cite | Break):
        return 1
    return len(inline.text.encode("utf-16-le")) // 2
