"""The document at hand: its source at the left, what was understood at the right, and its corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from core.documents import Track
from core.errors import NameplateError
from core.language.scripts import RTL_LANGUAGES
from desktop.library.known import doubts
from desktop.library.preview.correcting import CorrectedDocument
from desktop.library.preview.legend import Legend
from desktop.library.preview.paragraph_panel import ParagraphPanel
from desktop.library.preview.paragraphs_model import KIND_WORDS
from desktop.library.preview.paragraphs_view import ParagraphsView
from desktop.library.preview.sections import Section
from desktop.library.preview.sections_view import SectionsView
from desktop.library.preview.source_pane import SourcePages, SourcePane, SourceWords
from desktop.library.preview.to_check import WarningsView, place_of
from desktop.tasks import Tasks
from desktop.theme.kind_colours import group_of
from desktop.widgets.pieces import line, or_words, row

if TYPE_CHECKING:
    from importers.imported import ImportedDocument

PARAGRAPHS, TRACKS, TO_CHECK = range(3)
_LOW = 560


class Workbench(QSplitter):
    """Shows one document and makes the corrections asked for; ``complained`` carries a sentence."""

    complained = Signal(str)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Empty until it is given a document."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._document: CorrectedDocument | None = None
        self._choosing = False
        self.source = SourcePane(tasks)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("What was understood")
        for words in ("Paragraphs", "Sections", "To check"):
            self.tabs.addTab(words)
        self.legend = Legend()
        self.list = ParagraphsView()
        self.panel = ParagraphPanel(KIND_WORDS)
        self.sections = SectionsView()
        self.warnings = WarningsView()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        paragraphs = QWidget()
        column = QVBoxLayout(paragraphs)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.legend)
        column.addWidget(self.list, 1)
        column.addWidget(line())
        column.addWidget(self.panel)
        self._pages = QStackedWidget()
        sections = or_words(
            self.sections, "No headings divide it into sections; give its paragraphs their tracks one by one."
        )
        warnings = or_words(self.warnings, "Nothing about this document looked doubtful.")
        for page in (paragraphs, sections, warnings):
            self._pages.addWidget(page)
        right = QFrame()
        right.setObjectName("middle")
        whole = QVBoxLayout(right)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(0)
        tabs = row(self.tabs, 1)
        tabs.setContentsMargins(16, 0, 16, 0)
        whole.addLayout(tabs)
        whole.addWidget(line())
        whole.addWidget(self._pages, 1)
        self.setChildrenCollapsible(False)
        self.addWidget(self.source)
        self.addWidget(right)
        self.source.setMinimumWidth(260)
        right.setMinimumWidth(440)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.setSizes([560, 640])

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.list.chosen.connect(self._on_row)
        self.source.page_seen.connect(self._to_page)
        self.source.place_chosen.connect(self.list.select)
        self.panel.join_requested.connect(self.join)
        self.panel.split_requested.connect(self.split)
        self.panel.renumbered.connect(self.renumber)
        self.panel.kind_chosen.connect(self.set_kind)
        self.panel.track_chosen.connect(self.set_track)
        self.sections.track_chosen.connect(self.set_section_track)
        self.sections.chosen.connect(self._to_section)
        self.warnings.chosen.connect(self._to_warning)
        self._keys = []
        for keys, by in (("Ctrl+J", 1), ("Ctrl+Shift+J", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self.join(by))
            self._keys.append(shortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the list its room in a low window."""
        super().resizeEvent(event)
        self.panel.spare_room(event.size().height() < _LOW)

    def show_document(self, document: CorrectedDocument) -> None:
        """Shows a document that was just read, from its beginning."""
        self._document = document
        document.changed.connect(self._refresh)
        self.tabs.setCurrentIndex(PARAGRAPHS)
        self._refresh()
        self.list.scrollToTop()
        self.list.select(self._first_numbered())

    def show_source(self, source: SourcePages | SourceWords) -> None:
        """Shows the source, at the place of the row at hand."""
        if self._document is None:
            return
        document = self._document.now.document
        self.source.show_source(source, document.language)
        self.source.show_paragraphs(document.paragraphs)
        self.follow_again()

    def clear(self) -> None:
        """Shows nothing any more."""
        if self._document is not None:
            self._document.changed.disconnect(self._refresh)
        self._document = None
        self.list.stop_measuring()
        self.source.show_source(None)
        self.list.rows.set_paragraphs(())
        self.panel.show_paragraph(None, first=True, last=True)
        self.warnings.show_warnings(())

    def _refresh(self) -> None:
        assert self._document is not None
        imported = self._document.now
        document = imported.document
        backwards = document.language in RTL_LANGUAGES
        self.list.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
        )
        self.list.rows.set_paragraphs(document.paragraphs)
        self.source.show_paragraphs(document.paragraphs)
        self.legend.count(Counter(map(group_of, document.paragraphs)))
        self.sections.show_document(document)
        to_check = doubts(imported)
        self.warnings.show_warnings(to_check)
        self._count(imported, len(to_check))
        self._on_row(self.list.currentIndex().row())

    def _count(self, imported: ImportedDocument, warnings: int) -> None:
        sections = self.sections.rows.rowCount()
        self.tabs.setTabText(PARAGRAPHS, f"Paragraphs {imported.document.numbered}")
        self.tabs.setTabText(TRACKS, f"Sections {sections}" if sections else "Sections")
        self.tabs.setTabText(TO_CHECK, f"To check {warnings}" if warnings else "Nothing to check")

    def _first_numbered(self) -> int:
        assert self._document is not None
        rows = self._document.now.document.paragraphs
        return next((nth for nth, each in enumerate(rows) if each.label), 0)

    # going from one to the other

    def follow_again(self) -> None:
        """Marks the place of the row at hand anew."""
        self._on_row(self.at)

    def _on_row(self, nth: int) -> None:
        if self._document is None:
            return
        rows = self._document.now.document.paragraphs
        paragraph = self.list.rows.paragraph(nth)
        language = self._document.now.document.language
        self.panel.show_paragraph(paragraph, first=nth <= 0, last=nth >= len(rows) - 1, language=language)
        if paragraph is not None and not self._choosing:
            self.source.follow(nth, paragraph)

    def _to_page(self, page: int) -> None:
        """The source was scrolled: the first row of the page in sight is chosen."""
        if self._document is None:
            return
        now = self.list.rows.paragraph(self.list.currentIndex().row())
        if now is not None and now.page == page:
            return
        for nth, each in enumerate(self._document.now.document.paragraphs):
            if each.page is not None and each.page >= page:
                self._choosing = True
                self.list.select(nth)
                self._choosing = False
                return

    def _to_section(self, section: Section) -> None:
        self.list.select(section.first)

    def _to_warning(self, sentence: str) -> None:
        """A sentence leads to its place, if it names one."""
        if self._document is None:
            return
        nth = place_of(sentence, self._document.now.document)
        if nth is None:
            return
        self.tabs.setCurrentIndex(PARAGRAPHS)
        self.list.select(nth)
        self.list.setFocus()

    # corrections

    @property
    def at(self) -> int:
        """The row at hand, -1 if there is none."""
        return self.list.currentIndex().row()

    def join(self, by: int) -> None:
        """Joins the row at hand with the one below (1) or above (-1)."""
        from importers.corrections import join

        first = self.at + min(by, 0)
        if self._document is None or not 0 <= first < len(self._document.now.document.paragraphs) - 1:
            return
        if self._correct(
            f"Joined {self._named(first + 1)} to {self._named(first)}", lambda d: join(d, first)
        ):
            self.list.select(first)

    def split(self, offset: int) -> None:
        """Splits the row at hand before this character; the second piece is at hand then."""
        from importers.corrections import split

        at = self.at
        if self._correct(f"Split {self._named(at)}", lambda d: split(d, at, offset)):
            self.list.select(at + 1)

    def renumber(self, label: str) -> None:
        """Gives the row at hand another number, or none."""
        from importers.corrections import renumber

        at = self.at
        if not self._correct(f"Renumbered {self._named(at)}", lambda d: renumber(d, at, label)):
            self._on_row(at)

    def set_kind(self, group: str) -> None:
        """Makes the row at hand one of another kind."""
        from importers.corrections import set_kind

        at = self.at
        words = f"Made {self._named(at)} {KIND_WORDS[group].lower()}"
        if not self._correct(words, lambda d: set_kind(d, at, group)):
            self._on_row(at)

    def set_track(self, track: Track | None) -> None:
        """Gives the row at hand a track of its own."""
        from importers.corrections import set_track

        at = self.at
        self._correct(f"Set the track of {self._named(at)}", lambda d: set_track(d, at, track))

    def set_section_track(self, section: Section, track: Track | None) -> None:
        """Gives all numbered rows of a section a track."""
        from importers.corrections import set_track

        def all_of_it(imported: ImportedDocument) -> ImportedDocument:
            for nth in (section.first, *section.rows):  # the heading takes along what stands beneath it
                if imported.document.paragraphs[nth].track is not track:
                    imported = set_track(imported, nth, track)
            return imported

        self._correct(f"Set the track of “{section.heading}”", all_of_it)

    def _named(self, nth: int) -> str:
        paragraph = self.list.rows.paragraph(nth)
        if paragraph is None:
            return ""
        return paragraph.label or f"“{paragraph.text[:24].strip()}…”"

    def _correct(self, words: str, correction: Callable[[ImportedDocument], ImportedDocument]) -> bool:
        if self._document is None:
            return False
        try:
            self._document.correct(words, correction)
        except NameplateError as error:
            self.complained.emit(str(error))
            return False
        self.complained.emit("")
        return True
