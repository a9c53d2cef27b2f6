"""The texts of a line through the years, whole and one under another, with what changed between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.agenda import short_title
from core.citations import caveat
from core.comparing.nearness import nearness
from core.comparing.wording_changes import new_text
from core.copying import with_citation
from core.documents import LibraryParagraph, Standing
from core.language.scripts import isolated, right_to_left
from desktop.reader.change_box import change_sentences
from desktop.reader.paragraph_html import paragraph_html
from desktop.reader.text import OfficialText
from desktop.theme.colours import colours_of
from desktop.widgets.card_text import CardText
from desktop.widgets.change_html import change_html, condensed, spoken_change
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import IconButton, button, label, line, row

if TYPE_CHECKING:
    from core.comparing.wording_changes import Change
    from desktop.forerunners.years import Years, YearText

_WIDEST = 760


class ChainView(QFrame):
    """Shows a line large, the oldest text first.

    ``left`` says that it is to be closed, ``chosen`` carries a text (``Row``) to be read in the reader,
    ``place_wanted`` a paragraph to be shown in its document, ``export_wanted`` the years shown.
    """

    left = Signal()
    chosen = Signal(object)
    place_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given years."""
        super().__init__(parent)
        self.setObjectName("middle")
        self.years: Years | None = None
        self._span = label("", "muted", wrap=True)
        self._span.setMinimumWidth(80)
        self._span.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.cards: list[TextCard] = []
        self._steps: list[StepBetween] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self._area)
        export = button("Export…", self._on_export)
        export.setToolTip("As a Word or PDF document")
        back = IconButton("arrow-left", "Back to the library (Esc)", self.left.emit)
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(label("Through the years", "title"))
        named.addWidget(self._span)
        head = row(back, spacing=12)
        head.addLayout(named, 1)
        head.addWidget(export)
        head.setContentsMargins(12, 0, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self._area, 1)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)

    def show_years(self, years: Years) -> None:
        """Shows the texts of a line; the one that was read is brought in sight."""
        self.years = years
        spanned = [text.located.document.date for text in years.line if text.located.document.date]
        years_of = f", {min(spanned).year}–{max(spanned).year}" if len(spanned) > 1 else ""
        self._span.setText(f"{years.read.reference} · {len(years.line)} texts{years_of}")
        self._area.setWidget(column := self._column(years))
        column.setAutoFillBackground(False)
        self._area.verticalScrollBar().setValue(0)

    def _column(self, years: Years) -> QWidget:
        self.cards, self._steps = [], []
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 32)
        column.setSpacing(10)
        for nth, text in enumerate(years.line):
            if text.step is not None:
                step = StepBetween(text.step, text.located)
                self._steps.append(step)
                column.addWidget(step)
            card = TextCard(text, nth == years.place)
            card.focused.connect(lambda located: self.chosen.emit(Row(located)))
            card.place_wanted.connect(self.place_wanted)
            self.cards.append(card)
            column.addWidget(card)
        column.addStretch(1)
        middle = QWidget()
        across = row(1, inner, 1)
        across.setStretch(1, 100)
        middle.setLayout(across)
        return middle

    def _on_export(self) -> None:
        if self.years is not None:
            self.export_wanted.emit(self.years)

    def changeEvent(self, event: QEvent) -> None:
        """Draws the texts anew in the colours of a changed scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for card in self.cards:
                card.recolour()
            for step in self._steps:
                step.recolour()


class TextCard(QWidget):
    """One text: its year, reference, document and standing, its words, and what can be done with it."""

    focused = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, text: YearText, is_read: bool) -> None:
        """``is_read`` marks the paragraph that the line was asked for."""
        super().__init__()
        self.located = text.located
        document, paragraph = self.located.document, self.located.paragraph
        year = str(document.date.year) if document.date else "undated"
        reference = label(self.located.reference, "section" if not is_read else "title")
        said = caveat(paragraph.standing, document.standing)
        if not said and paragraph.standing is not Standing.UNKNOWN:
            said = paragraph.standing.phrase
        title = isolated(short_title(document.title, 110))
        place = button("Open document", lambda: self.place_wanted.emit(self.located), "link")
        place.setAccessibleName(f"Show {self.located.reference} in its document")
        copy = IconButton("copy", f"Copy {self.located.reference} with its citation (Ctrl+C)", self.copy)
        self.words = OfficialText()
        self.words.setAccessibleName(f"{year}, {self.located.reference}")
        self.words.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row(label(year, "title"), reference, 1, place, copy))
        column.addWidget(label(f"{title} · {said}" if said else title, "muted", wrap=True))
        column.addWidget(self.words)
        self.recolour()

    def recolour(self) -> None:
        """Draws the words in the colours of the scheme."""
        colours = colours_of(self.palette())
        html = paragraph_html(self.located, colours, self.font().pointSizeF())
        self.words.show_paragraph(self.located, html, colours.track(self.located.paragraph.track))

    def copy(self) -> None:
        """Copies the text with its citation."""
        QGuiApplication.clipboard().setText(with_citation(self.located))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the keyboard or the mouse is, the reader follows; Return shows the text in its document."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.located)
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.place_wanted.emit(self.located)
            return True
        return super().eventFilter(watched, event)


class StepBetween(QWidget):
    """What became of the text above in the text below."""

    def __init__(self, change: Change, new: LibraryParagraph) -> None:
        """``new`` is the text below."""
        super().__init__()
        self._change, self._language = change, new.document.language
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 0, 0)
        column.setSpacing(4)
        told = change_sentences(change)
        near = str(nearness(change))
        head = label(f"↓ {near[0].upper()}{near[1:]}", "muted")
        column.addWidget(head)
        if told:
            column.addWidget(label(told, wrap=True))
        self._words = CardText(f"What changed in {new.reference}", on_card=False)
        self._words.setAccessibleDescription(spoken_change(change.pieces))
        column.addWidget(self._words)
        self._words.setVisible(not change.is_none)
        self.recolour()

    def recolour(self) -> None:
        """Draws what changed in the colours of the scheme."""
        colours, pieces = colours_of(self.palette()), self._change.pieces
        html = change_html(condensed(pieces), self._language, self.palette(), self.font().pointSizeF())
        leftwards = right_to_left(new_text(pieces), self._language)
        self._words.show_card(html, colours.track(None), leftwards)
