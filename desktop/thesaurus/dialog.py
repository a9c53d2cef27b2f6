"""The thesaurus in a window of its own: left all concepts, right the one that is edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from core.revisions import Changes, Entity
from desktop.events import Events
from desktop.pack.file_dialogs import ask_where, last_folder
from desktop.tasks import Tasks
from desktop.thesaurus import editing, jobs
from desktop.thesaurus.concept_pane import ConceptPane
from desktop.thesaurus.editing import Listed, Origin, Shown, Use, Word
from desktop.thesaurus.models import CONCEPT_ROLE, SOUGHT_ROLE, ConceptsModel
from desktop.widgets.pieces import button, label, line, row
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from db.work import Work

_FORMATS = {"txt": "Text file (*.txt)"}
_SIDE = 270


class ThesaurusDialog(QDialog):
    """Edits the thesaurus; what is done in it can be taken back as everywhere in the window."""

    def __init__(self, tasks: Tasks, events: Events, undo: Callable[[], object], parent: QWidget) -> None:
        """Empty until ``open_at``; ``undo`` takes back what was done last."""
        super().__init__(parent)
        self._tasks, self._events = tasks, events
        self._wanted = ""
        self.setWindowTitle("Thesaurus")
        self.resize(900, 620)
        self.setMinimumSize(720, 480)
        self.field = SearchField("Find a concept by any of its words")
        self.model = ConceptsModel(self)
        self._narrowed = QSortFilterProxyModel(self)
        self._narrowed.setSourceModel(self.model)
        self._narrowed.setFilterRole(SOUGHT_ROLE)
        self.list = QListView()
        self.list.setObjectName("popup")
        self.list.setAccessibleName("Concepts")
        self.list.setModel(self._narrowed)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane = ConceptPane()
        self.none = label("", "muted", wrap=True)
        self.new = button("New concept…", self._ask_new)
        self.trouble = label("", "warning", wrap=True)
        self.said = label("", "muted")
        self.undo = button("Undo", undo, "link")
        self._lay_out()
        self._wire()
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(undo)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.field.setFocus)

    def _lay_out(self) -> None:
        side = QFrame()
        side.setObjectName("side")
        side.setFixedWidth(_SIDE)
        left = QVBoxLayout(side)
        left.setContentsMargins(16, 16, 12, 12)
        left.setSpacing(8)
        for each in (self.field, self.list, self.none, self.new, self.trouble):
            left.addWidget(each)
        left.setStretch(1, 1)
        for each in (self.none, self.trouble):
            each.hide()
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(side)
        across.addWidget(line(vertical=True))
        across.addWidget(self.pane, 1)
        lists = (
            button("Import a list…", self._ask_import, "link"),
            button("Export your words…", self._ask_export, "link"),
        )
        foot = row(*lists, 1, self.said, self.undo, button("Close", self.close))
        foot.setContentsMargins(16, 8, 16, 12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(across, 1)
        whole.addWidget(line())
        whole.addLayout(foot)
        self.undo.hide()

    def _wire(self) -> None:
        self.field.textChanged.connect(self._narrow)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(lambda _: self.pane.words.field.setFocus())
        self.list.selectionModel().currentChanged.connect(self._on_current)
        pane = self.pane
        pane.opened.connect(self._choose)
        pane.renamed.connect(self._rename)
        pane.removed.connect(self._remove)
        pane.referred.connect(self._refer)
        pane.unreferred.connect(self._unrefer)
        pane.words.added.connect(self._add_word)
        pane.words.turned.connect(self._turn_word)
        self._events.changed.connect(self._on_changed)
        self._events.said.connect(self._on_said)

    # what is shown

    def open_at(self, concept: str = "") -> None:
        """Shows itself, at a concept if one is named."""
        self.field.clear()
        self._wanted = concept
        self._load()
        self.show()
        self.raise_()
        self.activateWindow()
        (self.pane.words.field if concept else self.field).setFocus()

    @property
    def concept(self) -> str:
        """The name of the concept that is shown, empty for none."""
        return str(self.list.currentIndex().data(CONCEPT_ROLE) or "")

    def _load(self) -> None:
        self._tasks.read(editing.listed, self._fill, latest="thesaurus")

    def _fill(self, concepts: list[Listed]) -> None:
        wanted, self._wanted = self._wanted or self.concept, ""
        self.model.set_concepts(concepts)
        if not self._choose(wanted) and not self.concept:
            self.list.setCurrentIndex(self._narrowed.index(0, 0))
        self._read()

    def _choose(self, concept: str) -> bool:
        """Selects a concept, whatever was typed to narrow the list; False if there is none of this name."""
        for nth, each in enumerate(self.model.concepts):
            if each.concept == concept:
                index = self._narrowed.mapFromSource(self.model.index(nth))
                if not index.isValid():
                    self.field.clear()
                    index = self._narrowed.mapFromSource(self.model.index(nth))
                self.list.setCurrentIndex(index)
                self.list.scrollTo(index)
                return True
        return False

    def _on_current(self, _index: QModelIndex) -> None:
        self._read()

    def _read(self) -> None:
        concept = self.concept
        if not concept:
            return

        def done(shown: Shown) -> None:
            if shown.concept == self.concept:
                self.pane.show_concept(shown, self.model.concepts)

        self._tasks.read(lambda work: editing.shown(work, concept), done, _nothing, latest="concept")

    def _narrow(self, words: str) -> None:
        self._narrowed.setFilterFixedString(" ".join(words.split()).casefold())
        there = self._narrowed.rowCount() > 0
        typed = self.fontMetrics().elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, 120)
        self.new.setText(f"New concept “{typed}”" if typed else "New concept…")
        self.none.setVisible(not there)
        self.none.setText("" if there else f"No concept has “{words.strip()}” among its words yet.")
        if there and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._narrowed.index(0, 0))
        self.trouble.hide()

    def _step(self, by: int) -> None:
        place = self.list.currentIndex().row() + by
        if 0 <= place < self._narrowed.rowCount():
            self.list.setCurrentIndex(self._narrowed.index(place, 0))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Entity.CONCEPT) and self.isVisible():
            self._tell("")  # what was said holds no more if this took it back; else it is said anew
            self._load()

    def _on_said(self, sentence: str, changes: Changes | None) -> None:
        if changes is not None and changes.touches(Entity.CONCEPT):
            self.said.setText(sentence)
            self.undo.setVisible(bool(changes.before))
        else:  # undo would take back what was done elsewhere in the window since
            self.said.clear()
            self.undo.hide()

    # what is changed

    def _write(self, job: Callable[[Work], object], said: str) -> None:
        self._tasks.write(job, lambda _: self.pane.words.say(""), self.pane.words.say, said=said)

    def _add_word(self, words: str, use: Use, language: str) -> None:
        concept, words = self._edited, " ".join(words.split())

        def done(_: object) -> None:
            if self._edited == concept:
                self.pane.words.clear()

        self._tasks.write(
            lambda work: editing.add_word(work, concept, words, use, language),
            done,
            self.pane.words.say,
            said=f"Added “{words}” to {self._label}",
        )

    def _turn_word(self, word: Word) -> None:
        concept = self._edited
        if word.origin is Origin.TAKEN:
            job, told = partial(editing.bring_back, concept=concept, word=word), "Brought back"
        else:
            job, told = partial(editing.take_word, concept=concept, word=word), "Took away"
        self._write(job, f"{told} “{word.words.removeprefix('=')}”")

    def _rename(self, words: str) -> None:
        concept = self._edited
        self._tasks.write(
            lambda work: editing.rename(work, concept, words),
            lambda _: self.pane.say(""),
            self.pane.say,
            said=f"Called it “{words}”",
        )

    def _refer(self, field: str, value: str) -> None:
        concept = self._edited
        self._write(lambda work: editing.add_reference(work, concept, field, value), f"Changed {self._label}")

    def _unrefer(self, field: str, value: str) -> None:
        concept = self._edited
        self._write(
            lambda work: editing.take_reference(work, concept, field, value), f"Changed {self._label}"
        )

    def _remove(self) -> None:
        concept, shown = self._edited, self.pane.shown
        told = "Put back as shipped" if shown and shown.origin is Origin.CHANGED else "Removed"
        self._write(lambda work: work.thesaurus.remove(concept), f"{told}: {self._label}")

    @property
    def _edited(self) -> str:
        """The concept that is seen, whatever is selected in the list since."""
        return self.pane.shown.concept if self.pane.shown is not None else ""

    @property
    def _label(self) -> str:
        return self.pane.shown.label if self.pane.shown is not None else ""

    def _ask_new(self) -> None:
        """Makes a concept called as what is typed above the list, and goes to it."""
        words = " ".join(self.field.text().split())

        def done(concept: str) -> None:
            self.field.clear()
            self._wanted = concept
            self.pane.words.field.setFocus()

        def refused(sentence: str) -> None:
            self.trouble.setText(
                sentence if words else "Type above what the new concept is called, then press this."
            )
            self.trouble.show()
            self.field.setFocus()

        self._tasks.write(
            lambda work: editing.new_concept(work, words), done, refused, said=f"Made the concept “{words}”"
        )

    def _ask_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "Import a list of words", str(last_folder()), f"{_FORMATS['txt']};;All files (*)"
        )
        if name:
            self.import_list(Path(name))

    def import_list(self, path: Path) -> None:
        """Takes in a colleague's list, all of it or nothing."""
        self._tasks.write(
            lambda work: jobs.take_in_file(work, path),
            None,
            self._complain,
            said=lambda taken: f"Took in {len(taken)} concept{'' if len(taken) == 1 else 's'}",
        )

    def _ask_export(self) -> None:
        start = last_folder() / "Own thesaurus"
        ask_where(self, "Export your words", start, "txt", _FORMATS, self.export_list)

    def export_list(self, target: Path) -> None:
        """Writes one's own words into a text file."""
        self._tasks.read(
            lambda work: jobs.hand_on(work, target),
            lambda count: self._tell(f"Wrote {count} concept{'' if count == 1 else 's'} to {target.name}"),
            self._complain,
        )

    def _tell(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.undo.hide()

    def _complain(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()


def _nothing(_: object) -> None:
    """A concept that has gone meanwhile: the list that follows shows another."""
