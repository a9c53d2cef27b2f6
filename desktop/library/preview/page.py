"""Before it is saved: what was understood of a document beside its source, with a way to set it right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from core.agenda import short_title, span_of_days
from core.documents import Document, Standing
from core.errors import NameplateError
from core.meeting_facts import meeting_facts
from desktop.library.importing import Saved, save_document
from desktop.library.known import Known, is_agenda, look_up, sentences_of
from desktop.library.preview.correcting import CorrectedDocument
from desktop.library.preview.head_form import HeadForm
from desktop.library.preview.sources import OpenSource
from desktop.library.preview.workbench import Workbench
from desktop.tasks import Tasks
from desktop.widgets.pieces import IconButton, button, label, line, row
from desktop.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from importers.imported import ImportedDocument

_ROOM_FOR_FORM = 640


class PreviewPage(QWidget):
    """Shows one document that is not in the library yet.

    ``left`` says that the delegate does not want it, ``saved`` carries what was imported
    (``importing.Saved``).
    """

    left = Signal()
    saved = Signal(object)
    saved_late = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Empty until it is given a candidate."""
        super().__init__(parent)
        self._tasks = tasks
        self._path: Path | None = None
        self._source: OpenSource | None = None
        self._document: CorrectedDocument | None = None
        self._known = Known()
        self._saving = False
        self._objection = ""
        self.form = HeadForm()
        self.bench = Workbench(tasks)
        self._make_head()
        self._banner = label("", wrap=True)
        self._complaint = label("", "warning", wrap=True)
        for words in (self._banner, self._complaint):
            words.setContentsMargins(16, 0, 16, 6)
            words.hide()
        self.meeting = QCheckBox("Make a meeting of this agenda")
        self._meeting_row = QFrame()
        self._meeting_facts = label("", "muted", wrap=True)
        meeting = row(self.meeting, self._meeting_facts)
        meeting.setStretch(1, 1)
        meeting.setContentsMargins(16, 0, 16, 8)
        self._meeting_row.setLayout(meeting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        for piece in (self._banner, self._complaint, self.form, self._meeting_row, line()):
            column.addWidget(piece)
        column.addWidget(self.bench, 1)
        self.form.edited.connect(self._edit_head)
        self.form.complained.connect(self._complain)
        self.bench.complained.connect(self._complain)
        self._add_keys()

    def _make_head(self) -> None:
        self.title = label("", "title")
        self._file = label("", "muted")
        self._details = button("", self._fold, "link")
        self._details.setToolTip("Title, symbol, date and standing of the document")
        self.undo_button = IconButton("arrow-back-up", "Undo", self.undo)
        self.redo_button = IconButton("arrow-forward-up", "Redo", self.redo)
        self.cancel = button("Cancel", self.left.emit)
        self.cancel.setToolTip("Leave without importing (Escape)")
        self.accept = button("Import", self.save, "primary")
        self.accept.setToolTip("Put the document into the library (Ctrl+S)")
        back = IconButton("arrow-left", "Back without importing", self.left.emit)
        self._head = row(
            back,
            self.title,
            self._file,
            self._details,
            1,
            self.undo_button,
            self.redo_button,
            self.cancel,
            self.accept,
        )
        self._head.setContentsMargins(12, 10, 16, 6)

    def _add_keys(self) -> None:
        self._keys = []
        for keys, work in (("Ctrl+S", self.save), ("Escape", self.left.emit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(work)
            self._keys.append(shortcut)

    # what is shown

    def show_candidate(self, path: Path, imported: ImportedDocument, known: Known) -> None:
        """Shows a document that was read, and what the library knows of it; its source comes after it."""
        self.clear()
        self._path, self._known = path, known
        self._document = CorrectedDocument(imported, self)
        self._document.changed.connect(self._corrected)
        self._file.setText(path.name)
        self._file.setToolTip(plain_tip(str(path)))
        self.meeting.setChecked(True)
        self._show_form(self.window().height() >= _ROOM_FOR_FORM)
        self.bench.source.say("Opening the source…")
        self.bench.show_document(self._document)
        self._refresh()

    def show_source(self, source: OpenSource) -> None:
        """Shows the source beside it."""
        self._source = source
        self.bench.show_source(source.shown)

    def clear(self) -> None:
        """Lets go of the document and of the process that draws its source."""
        self.bench.clear()
        if self._source is not None:
            self._source.close()
        if self._document is not None:
            self._document.deleteLater()
        self._path = self._source = self._document = None
        self._set_saving(False)
        self._complain("")

    @property
    def path(self) -> Path | None:
        """The file that is being looked at."""
        return self._path

    @property
    def name(self) -> str:
        """What the document at hand is called."""
        if self._document is None:
            return ""
        return self._document.now.document.name or (self.path.name if self.path else "")

    @property
    def is_corrected(self) -> bool:
        """Whether leaving would lose corrections."""
        return self._document is not None and self._document.is_corrected

    def look_up_again(self) -> None:
        """Asks the library anew what it knows of the document, since either may have changed."""
        if self._document is None:
            return
        head = self._document.now.document

        def told(known: Known) -> None:
            self._known = known
            self._tell_known()

        self._tasks.read(lambda work: look_up(work, head), told, latest="import")

    def _refresh(self) -> None:
        document = self._document
        assert document is not None
        head = document.now.document
        self.title.setText(self.name)
        self.title.setToolTip(plain_tip(head.title))
        self.form.show_head(head)
        self._tell_meeting(head)
        self._tell_steps()
        self._tell_known()

    def _corrected(self) -> None:
        """A correction was made or taken back, so the library may know more or less of the document."""
        self._refresh()
        self.look_up_again()

    def _tell_meeting(self, document: Document) -> None:
        """A provisional agenda can make its meeting, which is said before it is done."""
        facts = meeting_facts(document) if is_agenda(document) else None
        self._meeting_row.setVisible(facts is not None)
        if facts is not None:
            name = facts.name or document.title
            said = (short_title(name, 70), facts.place, span_of_days(facts.starts, facts.ends))
            self.meeting.setText(f"Make the meeting of this agenda, with {len(facts.items)} items")
            self._meeting_facts.setText(" · ".join(filter(None, said)))
            self._meeting_facts.setToolTip(plain_tip(name))

    def _tell_steps(self) -> None:
        assert self._document is not None
        undo, redo = self._document.can_undo, self._document.can_redo
        self.undo_button.setEnabled(bool(undo))
        self.redo_button.setEnabled(bool(redo))
        self.undo_button.setToolTip(f"Undo: {undo} (Ctrl+Z)" if undo else "Nothing to undo")
        self.redo_button.setToolTip(f"Redo: {redo} (Ctrl+Shift+Z)" if redo else "Nothing to redo")

    def _tell_known(self) -> None:
        if self._document is None:
            return
        document = self._document.now.document
        said = sentences_of(self._known, document.name)
        self._banner.setText("\n".join(said))
        self._banner.setVisible(bool(said))
        self.accept.setEnabled(self._known.same is None and not self._saving)

    def _complain(self, sentence: str) -> None:
        self._objection = sentence or self._objection
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))

    def _fold(self) -> None:
        self._show_form(not self.form.isVisible())

    def _show_form(self, shown: bool) -> None:
        self.form.setVisible(shown)
        self._details.setText("Hide details" if shown else "Show details")

    # what is done

    def _edit_head(self, field: str, value: object) -> None:
        from importers.corrections import with_head

        if self._document is None:
            return
        given = Standing(str(value)) if field == "standing" else value
        words = f"Changed the {field.replace('_', ' ')}"
        try:
            self._document.correct(words, lambda document: with_head(document, **{field: given}))
        except NameplateError as error:
            self._complain(str(error))

    def undo(self) -> None:
        """Takes the last correction back."""
        if self._document is not None and not self._saving:
            self._document.undo()

    def redo(self) -> None:
        """Makes again what was taken back."""
        if self._document is not None and not self._saving:
            self._document.redo()

    def save(self) -> None:
        """Puts the document into the library; ``saved`` follows, ``saved_late`` if it was left meanwhile."""
        document = self._document
        if document is None or not self.accept.isEnabled() or not self.take_typed():
            return
        imported, make = document.now, self.meeting.isChecked()
        self._set_saving(True)

        def done(saved: Saved) -> None:
            (self.saved if self._document is document else self.saved_late).emit(saved)

        def refused(sentence: str) -> None:
            if self._document is document:
                self._set_saving(False)
                self._tell_known()
                self._complain(sentence)

        self._tasks.write(
            lambda work: save_document(work, imported, make_meeting=make),
            done,
            refused,
            initiator="import",
            said=_with_undo,
        )

    def take_typed(self) -> bool:
        """Enters what is typed and not entered yet; False if it cannot be taken, which is said and stays."""
        self._objection = ""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit) and self.isAncestorOf(focused):
            focused.clearFocus()
        self.form.commit()
        objection = self._objection
        self._complain(objection)
        return not objection

    def _set_saving(self, saving: bool) -> None:
        """While a document is being saved it cannot be corrected: what came after would be lost."""
        self._saving = saving
        self.form.setEnabled(not saving)
        self.bench.setEnabled(not saving)
        self.accept.setEnabled(not saving)

    def changeEvent(self, event: QEvent) -> None:
        """Draws the marks of the source in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._document is not None:
            self.bench.follow_again()


def _with_undo(saved: Saved) -> str:
    """The sentence that is said with an undo: where a meeting was made, since a library is not undone."""
    return saved.sentence if saved.meeting is not None else ""
