"""The reader: full text, chapeau, standing and citation of the paragraph chosen anywhere."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.citations import CitationForms, caveat, citation_forms
from core.commitments import Pull, Stance
from core.documents import Kind, LibraryParagraph
from core.quotations import InsertAs
from core.scripts import isolated, right_to_left
from desktop.library.version_bar import LanguageSwitch, RevisionLinks
from desktop.library.versions import Versions
from desktop.reader.citation_box import CitationBox
from desktop.reader.paragraph_html import paragraph_html, section_path
from desktop.reader.text import OfficialText
from desktop.theme.colours import colours_of
from desktop.widgets.choice import Choice
from desktop.widgets.exact_text import exact_text
from desktop.widgets.pieces import EmptyPlace, IconButton, button, label, row

_NOTE_PAUSE_MS = 700


class ReaderPane(QFrame):
    """Shows one paragraph and offers what can be done with it.

    ``pull_requested`` and ``insert_requested`` carry the paragraph (and how to insert it); ``stance_set``
    and ``note_set`` a pull and its new stance or note; ``unpull_requested`` a pull; ``step_requested`` -1 or
    +1 for the neighbour in the document; ``language_requested`` the paragraph and a language to read it in;
    ``document_requested`` another revision of its document.
    """

    pull_requested = Signal(object)
    insert_requested = Signal(object, object)
    stance_set = Signal(object, object)
    note_set = Signal(object, str)
    unpull_requested = Signal(object)
    step_requested = Signal(object, int)
    language_requested = Signal(object, str)
    document_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until something is chosen."""
        super().__init__(parent)
        self.setObjectName("reader")
        self.located: LibraryParagraph | None = None
        self._pull: Pull | None = None
        self._note_typed = self._filling = False
        self._empty = EmptyPlace("The reader", "Choose a paragraph anywhere to read it here in full.")
        self._body = self._make_body()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self._body)
        self._body.hide()
        self._note_timer = QTimer(self)
        self._note_timer.setSingleShot(True)
        self._note_timer.setInterval(_NOTE_PAUSE_MS)
        self._note_timer.timeout.connect(self.flush)

    def _make_body(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("readerBody")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(self._make_head())
        self._standing = label("", "muted", wrap=True)
        self._path = label("", "muted", wrap=True)
        self._text = OfficialText()
        self._remarks = label("", "warning", wrap=True)
        self._languages, self._revisions = LanguageSwitch(), RevisionLinks()
        self._languages.chosen.connect(self._on_language)
        self._revisions.wanted.connect(self.document_requested)
        column.addWidget(self._standing)
        column.addWidget(self._revisions)
        column.addLayout(row(self._languages, 1))
        for each in (self._path, self._text, self._remarks):
            column.addWidget(each)
        column.addSpacing(4)
        column.addLayout(self._make_actions())
        column.addWidget(self._make_dossier_box())
        self._citation = CitationBox()
        column.addWidget(self._citation)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _make_head(self) -> QHBoxLayout:
        self._reference = label("", "title")
        self._reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._track = QLabel()
        back = IconButton("chevron-up", "Paragraph before (Alt+Page Up)", lambda: self._step(-1))
        on = IconButton("chevron-down", "Paragraph after (Alt+Page Down)", lambda: self._step(1))
        return row(self._reference, 1, self._track, back, on, spacing=4)

    def _make_actions(self) -> QHBoxLayout:
        self._pull_button = button("Pull", self._on_pull, "primary")
        self._pull_button.setToolTip("Put it into the open agenda item's dossier (Return)")
        self._insert = QToolButton()
        self._insert.setText("Insert")
        self._insert.setToolTip("Put it into the statement (Ctrl+Return)")
        self._insert.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._insert.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._insert.setObjectName("insert")
        self._insert.clicked.connect(lambda: self._on_insert(InsertAs.QUOTATION))
        menu = QMenu(self._insert)
        for how, words in (
            (InsertAs.QUOTATION, "As quotation, word for word"),
            (InsertAs.PARAPHRASE, "As paraphrase to finish"),
            (InsertAs.REFERENCE, "As reference only"),
        ):
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False, how=how: self._on_insert(how))
            menu.addAction(action)
        self._insert.setMenu(menu)
        copy = button("Copy", self.copy)
        copy.setToolTip("Copy the words with their citation (Ctrl+C)")
        return row(self._pull_button, self._insert, copy, 1)

    def _make_dossier_box(self) -> QFrame:
        self._dossier_box = QFrame()
        self._dossier_box.setObjectName("card")
        column = QVBoxLayout(self._dossier_box)
        column.setContentsMargins(12, 12, 12, 12)
        self._stance = Choice()
        self._stance.setAccessibleName("Stance")
        for stance in Stance:
            self._stance.addItem(stance.value.capitalize(), stance)
        self._stance.activated.connect(self._on_stance)
        remove = button("Take out", self._on_unpull, "link")
        column.addLayout(row(label("Stance", "muted"), self._stance, 1, remove))
        column.addWidget(label("Private note — stays in this workspace", "muted"))
        self._note = QPlainTextEdit()
        self._note.setAccessibleName("Private note on this commitment")
        self._note.setPlaceholderText("What the delegation thinks of it")
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(72)
        self._note.textChanged.connect(self._on_note_typed)
        column.addWidget(self._note)
        return self._dossier_box

    def show_paragraph(self, located: LibraryParagraph, pull: Pull | None) -> None:
        """Shows a paragraph; ``pull`` is there if it is in the open item's dossier."""
        self.flush()
        same = self.located is not None and self.located.paragraph.id == located.paragraph.id
        same_pull = self._pull is not None and pull is not None and self._pull.id == pull.id
        self.located, self._pull = located, pull
        paragraph = located.paragraph
        self._reference.setText(located.reference or located.document.name)
        self._fill_track()
        self._standing.setText(_standing_words(located))
        self._path.setText(section_path(paragraph))
        leftwards = right_to_left(" ".join(paragraph.section), located.document.language)
        side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
        self._path.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._path.setVisible(bool(paragraph.section))
        self._remarks.setText("\n".join(paragraph.remarks))
        self._remarks.setVisible(bool(paragraph.remarks))
        self._fill_text()
        citable = bool(paragraph.label)
        forms: CitationForms | None = citation_forms(located) if citable else None
        self._citation.show_forms(forms)
        can_be_pulled = paragraph.is_commitment or paragraph.kind is Kind.REPORT
        self._pull_button.setEnabled(citable and can_be_pulled and pull is None)
        self._pull_button.setText("Pulled" if pull else "Pull")
        self._insert.setEnabled(citable)
        self._fill_dossier_box(pull, same_pull)
        self._empty.hide()
        self._body.show()
        if not same:
            self.show_versions(Versions(()))
            self._body.verticalScrollBar().setValue(0)

    def show_versions(self, versions: Versions) -> None:
        """Offers the languages the paragraph shown is here in, and the revisions of its document."""
        if self.located is not None:
            codes = tuple(head.language for head in versions.languages)
            self._languages.show_languages(codes, self.located.document.language)
            self._revisions.show_versions(versions)

    def show_pull(self, pull: Pull | None) -> None:
        """Only what the dossier holds of the paragraph has changed."""
        if self.located is not None:
            self.show_paragraph(self.located, pull)

    def flush(self) -> None:
        """Sends a note that was typed and not sent yet."""
        self._note_timer.stop()
        if self._pull is not None and self._note_typed:
            self._note_typed = False
            self._pull = replace(self._pull, note=exact_text(self._note))
            self.note_set.emit(self._pull, self._pull.note)

    def clear(self) -> None:
        """Another workspace was opened: nothing of the one before stays in sight."""
        self._note_timer.stop()
        self._note_typed = False
        self.located = self._pull = None
        self._show_note("")
        self._body.hide()
        self._empty.show()

    def copy(self) -> None:
        """Copies the selected words, or all of them, with the citation."""
        if self.located is not None:
            QGuiApplication.clipboard().setText(self._text.words_with_citation())

    def _fill_dossier_box(self, pull: Pull | None, same_pull: bool) -> None:
        self._dossier_box.setVisible(pull is not None)
        if pull is None:
            return
        self._stance.setCurrentIndex(list(Stance).index(pull.stance))
        if not (same_pull and (self._note_typed or self._note.hasFocus())):
            self._show_note(pull.note)

    def _show_note(self, note: str) -> None:
        if exact_text(self._note) != note:
            self._filling = True
            self._note.setPlainText(note)
            self._filling = False

    def _fill_track(self) -> None:
        assert self.located is not None
        colours = colours_of(self.palette())
        track = self.located.paragraph.track
        self._track.setText(f"● {track.short_title}" if track else "all tracks")
        self._track.setStyleSheet(f"color: {colours.track(track).name()}; font-weight: 600;")

    def _fill_text(self) -> None:
        assert self.located is not None
        colours = colours_of(self.palette())
        html = paragraph_html(self.located, colours, self.font().pointSizeF())
        self._text.show_paragraph(self.located, html, colours.track(self.located.paragraph.track))

    def _step(self, by: int) -> None:
        if self.located is not None:
            self.step_requested.emit(self.located, by)

    def _on_pull(self) -> None:
        if self.located is not None:
            self.pull_requested.emit(self.located)

    def _on_insert(self, how: InsertAs) -> None:
        if self.located is not None:
            self.insert_requested.emit(self.located, how)

    def _on_language(self, language: str) -> None:
        if self.located is not None:
            self.language_requested.emit(self.located, language)

    def _on_unpull(self) -> None:
        if self._pull is not None:
            self.flush()
            self.unpull_requested.emit(self._pull)

    def _on_stance(self) -> None:
        stance = Stance(self._stance.currentData())
        if self._pull is not None and stance is not self._pull.stance:
            self.stance_set.emit(self._pull, stance)

    def _on_note_typed(self) -> None:
        if self._pull is not None and not self._filling:
            self._note_typed = True
            self._note_timer.start()

    def changeEvent(self, event: QEvent) -> None:
        """Takes on the colours of a changed scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.located is not None:
            self._fill_track()
            self._fill_text()


def _standing_words(located: LibraryParagraph) -> str:
    paragraph, document = located.paragraph, located.document
    said = caveat(paragraph.standing, document.standing) or paragraph.standing.phrase
    date = f"{document.date.day} {document.date:%B %Y}" if document.date else ""
    item = f"agenda item {document.agenda_item}" if document.agenda_item else ""
    pieces = (said, date, isolated(document.session) if document.session else "", item)
    return " · ".join(words for words in pieces if words)
