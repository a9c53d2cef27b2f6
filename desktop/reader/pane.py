"""The reader: full text, chapeau, standing and citation of the paragraph chosen anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.citations import CitationForms, caveat, citation_forms
from core.commitments import Pull
from core.documents import Kind, LibraryParagraph
from core.english_dates import long_date
from core.language.scripts import isolated, right_to_left
from core.quotations import InsertAs
from desktop.library.version_bar import LanguageSwitch, RevisionLinks
from desktop.library.versions import Versions
from desktop.reader.citation_box import CitationBox
from desktop.reader.dossier_box import DossierBox
from desktop.reader.paragraph_html import paragraph_html, section_path
from desktop.reader.strength_words import strength_words
from desktop.reader.text import OfficialText
from desktop.reader.topic_chips import TopicChips
from desktop.reader.years_section import YearsSection
from desktop.theme.colours import colours_of
from desktop.widgets.pieces import EmptyPlace, IconButton, button, label, row
from desktop.widgets.plain_tip import plain_tip


class ReaderPane(QFrame):
    """Shows one paragraph and offers what can be done with it.

    ``pull_requested`` and ``insert_requested`` carry the paragraph (and how to insert it); ``stance_set``
    and ``note_set`` a pull and its new stance or note; ``unpull_requested`` a pull; ``step_requested`` -1 or
    +1 for the neighbour in the document; ``language_requested`` the paragraph and a language to read it in;
    ``document_requested`` another revision of its document; ``back_requested`` what was read before.
    """

    pull_requested = Signal(object)
    insert_requested = Signal(object, object)
    stance_set = Signal(object, object)
    note_set = Signal(object, str)
    unpull_requested = Signal(object)
    step_requested = Signal(object, int)
    language_requested = Signal(object, str)
    document_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until something is chosen."""
        super().__init__(parent)
        self.setObjectName("reader")
        self.located: LibraryParagraph | None = None
        self._empty = EmptyPlace("The reader", "Choose a paragraph anywhere to read it here in full.")
        self._body = self._make_body()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self._body)
        self._body.hide()

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
        self._strength = label("", "muted", wrap=True)
        self._strength.setToolTip("How strongly the paragraph binds, and whom it addresses")
        self._remarks = label("", "warning", wrap=True)
        self._languages, self._revisions = LanguageSwitch(), RevisionLinks()
        self._languages.chosen.connect(self._on_language)
        self._revisions.wanted.connect(self.document_requested)
        column.addWidget(self._standing)
        column.addWidget(self._strength)
        column.addWidget(self._revisions)
        column.addLayout(row(self._languages, 1))
        self.topics = TopicChips()
        for each in (self._path, self._text, self._remarks, self.topics):
            column.addWidget(each)
        column.addSpacing(4)
        column.addLayout(self._make_actions())
        self.dossier_box = DossierBox()
        self._citation = CitationBox()
        self.years = YearsSection()
        for box in (self.dossier_box, self._citation, self.years):
            column.addWidget(box)
        self.dossier_box.stance_set.connect(self.stance_set)
        self.dossier_box.note_set.connect(self.note_set)
        self.dossier_box.unpull_requested.connect(self.unpull_requested)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _make_head(self) -> QHBoxLayout:
        self._reference = label("", "title", wrap=True)
        self._reference.setMinimumWidth(60)
        self._reference.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._track = QLabel()
        back = IconButton("chevron-up", "Paragraph before (Alt+Page Up)", lambda: self._step(-1))
        on = IconButton("chevron-down", "Paragraph after (Alt+Page Down)", lambda: self._step(1))
        self._way_back = IconButton("arrow-left", "Back (Alt+Left)", self.back_requested.emit)
        self._way_back.hide()
        return row(self._way_back, self._reference, self._track, back, on, spacing=4)

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

    def show_paragraph(self, located: LibraryParagraph, pull: Pull | None) -> None:
        """Shows a paragraph; ``pull`` is there if it is in the open item's dossier."""
        same = self.located is not None and self.located.paragraph.id == located.paragraph.id
        self.dossier_box.show_pull(pull)
        self.located = located
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
        bound = strength_words(located)
        self._strength.setText(bound)
        self._strength.setVisible(bool(bound))
        citable = bool(paragraph.label)
        forms: CitationForms | None = citation_forms(located) if citable else None
        self._citation.show_forms(forms)
        can_be_pulled = paragraph.is_commitment or paragraph.kind is Kind.REPORT
        self._pull_button.setEnabled(citable and can_be_pulled and pull is None)
        self._pull_button.setText("Pulled" if pull else "Pull")
        self._insert.setEnabled(citable)
        self._empty.hide()
        self._body.show()
        if not same:
            self.show_versions(Versions(()))
            self.years.show_years(None)
            self.topics.show_topics(None)
            self._body.verticalScrollBar().setValue(0)

    def show_versions(self, versions: Versions) -> None:
        """Offers the languages the paragraph shown is here in, and the revisions of its document."""
        if self.located is not None:
            codes = tuple(head.language for head in versions.languages)
            self._languages.show_languages(codes, self.located.document.language)
            self._revisions.show_versions(versions)

    def show_way_back(self, reference: str) -> None:
        """Offers the way back to what was read before; an empty reference offers none."""
        self._way_back.setVisible(bool(reference))
        self._way_back.setToolTip(plain_tip(f"Back to {reference} (Alt+Left)"))
        self._way_back.setAccessibleName(f"Back to {reference}")

    def show_pull(self, pull: Pull | None) -> None:
        """Only what the dossier holds of the paragraph has changed."""
        if self.located is not None:
            self.show_paragraph(self.located, pull)

    def flush(self) -> None:
        """Sends a note that was typed and not sent yet."""
        self.dossier_box.flush()

    def clear(self) -> None:
        """Another workspace was opened: nothing of the one before stays in sight."""
        self.located = None
        self.dossier_box.clear()
        self.years.show_years(None)
        self.topics.show_topics(None)
        self.show_way_back("")
        self._body.hide()
        self._empty.show()

    def copy(self) -> None:
        """Copies the selected words, or all of them, with the citation."""
        if self.located is not None:
            QGuiApplication.clipboard().setText(self._text.words_with_citation())

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

    def changeEvent(self, event: QEvent) -> None:
        """Takes on the colours of a changed scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.located is not None:
            self._fill_track()
            self._fill_text()
            self.years.recolour()


def _standing_words(located: LibraryParagraph) -> str:
    paragraph, document = located.paragraph, located.document
    said = caveat(paragraph.standing, document.standing) or paragraph.standing.phrase
    date = long_date(document.date) if document.date else ""
    item = f"agenda item {document.agenda_item}" if document.agenda_item else ""
    pieces = (said, date, isolated(document.session) if document.session else "", item)
    return " · ".join(words for words in pieces if words)
