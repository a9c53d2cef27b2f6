"""The reader's section "Through the years": where the language of the paragraph came from, where it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.documents import LibraryParagraph
from desktop.reader.change_box import ChangeBox
from desktop.reader.kin_list import KinList
from desktop.reader.years_line import YearsLine
from desktop.widgets.pieces import button, label, row

if TYPE_CHECKING:
    from desktop.forerunners.jobs import Related
    from desktop.forerunners.years import Years, YearText

_QUIET_MS = 300


class YearsSection(QWidget):
    """The line of texts, what changed from the chosen one to the one read, and the texts beside the line.

    ``opened`` carries a paragraph to be read, ``chain_wanted`` the years to be shown large.
    """

    opened = Signal(object)
    chain_wanted = Signal(object)

    def __init__(self) -> None:
        """Hidden until something is asked or answered."""
        super().__init__()
        self._years: Years | None = None
        self._chosen: LibraryParagraph | None = None
        self._large = button("Show in full", self._on_large, "link")
        self._large.setToolTip("All texts one under another in the library, with what changed between them")
        self._told = label("", "muted", wrap=True)
        self.line = YearsLine()
        self.change = ChangeBox()
        self._beside = label("Other texts with this language", "muted")
        self.kin = KinList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(row(label("Through the years", "section"), 1, self._large))
        for each in (self._told, self.line, self.change, self._beside, self.kin):
            column.addWidget(each)
        self.line.chosen.connect(self._on_text)
        self.line.opened.connect(lambda text: self.opened.emit(text.located))
        self.kin.chosen.connect(self._on_related)
        self.kin.opened.connect(lambda related: self.opened.emit(related.located))
        self.change.opened.connect(self._on_open)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(lambda: self.say("Looking…"))
        self.hide()

    def looking(self) -> None:
        """An answer was asked for: says so only if it takes long."""
        self.show_years(None)
        self._quiet.start()

    def show_years(self, years: Years | None) -> None:
        """Shows the answer; None hides the section."""
        self._empty()
        self._years = years
        self.setVisible(years is not None)
        if years is None:
            return
        self._say(years.none)
        several = len(years.line) > 1
        self.line.setVisible(several)
        self._large.setVisible(several)
        if several:
            self.line.show_years(years)
        self._beside.setVisible(bool(years.others))
        self.kin.setVisible(bool(years.others))
        self.kin.show_related(years.others)

    def say(self, sentence: str) -> None:
        """There is no answer: says why."""
        self._empty()
        self.show()
        self._say(sentence)

    def recolour(self) -> None:
        """Takes on the colours of a changed scheme."""
        self.change.recolour()

    def _empty(self) -> None:
        self._quiet.stop()
        self._years = self._chosen = None
        for each in (self.line, self.change, self._beside, self.kin, self._large, self._told):
            each.hide()

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def _on_text(self, text: YearText) -> None:
        years = self._years
        if years is None:
            return
        self._chosen = text.located
        if text.change is None:
            self.change.hide()
            return
        other = text.located
        earlier = years.line.index(text) < years.place
        old, new = (other, years.read) if earlier else (years.read, other)
        self.change.show_change(old, new, text.change, other.reference)

    def _on_related(self, related: Related) -> None:
        years = self._years
        if years is None:
            return
        self.line.clear_choice()
        other = self._chosen = related.located
        ours, theirs = years.read.document.date, other.document.date
        earlier = ours is not None and theirs is not None and theirs < ours
        old, new = (other, years.read) if earlier else (years.read, other)
        self.change.show_change(old, new, related.change, other.reference)

    def _on_open(self) -> None:
        if self._chosen is not None:
            self.opened.emit(self._chosen)

    def _on_large(self) -> None:
        if self._years is not None:
            self.chain_wanted.emit(self._years)
