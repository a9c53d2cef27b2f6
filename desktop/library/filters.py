"""What of the library is shown: the track, the standing, the kind, the document that is open or all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from core.documents import Kind, Standing, Track
from desktop.widgets.choice import Choice
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import IconButton

_IN_A_LINE = 4
_ROOM_FOR_ALL, _ROOM_FOR_HALF = 560, 280


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the filters let through; None is everything."""

    track: Track | None = None
    standing: Standing | None = None
    kind: Kind | None = None

    def fits(self, row: Row) -> bool:
        """Whether a row meets them; headings are shown only where nothing is left out."""
        if row.located is None:
            return False
        paragraph = row.located.paragraph
        return (
            self.track in (None, paragraph.track)
            and self.standing in (None, paragraph.standing)
            and self.kind in (None, paragraph.kind)
            and not ((self.track or self.standing or self.kind) and paragraph.kind is Kind.HEADING)
        )


class FilterBar(QWidget):
    """The line of filters; ``changed`` says that another choice was made in it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lets everything through."""
        super().__init__(parent)
        self._track = self._filter("Every track", "track", [(t.short_title, t) for t in Track])
        standings = [(each.phrase.capitalize(), each) for each in Standing]
        self._standing = self._filter("Any standing", "standing", standings)
        kinds = [(each.value.capitalize(), each) for each in Kind if each is not Kind.HEADING]
        self._kind = self._filter("Every kind", "kind", kinds)
        self._where = self._filter("In every document", "", [("In this document", True)])
        self._where.setAccessibleName("Where to search")
        self._as_table = IconButton("table", "Show as a table to sort")
        self._as_table.setCheckable(True)
        self._as_table.toggled.connect(lambda _: self.changed.emit())
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(16, 0, 16, 0)
        self._lines.setSpacing(8)
        self._lines.setColumnStretch(_IN_A_LINE, 1)
        self._across = 0
        self._arrange(_IN_A_LINE)

    def _arrange(self, across: int) -> None:
        """Puts the filters into one line, or into two where there is no room for one."""
        if across == self._across:
            return
        self._across = across
        for nth, each in enumerate((self._track, self._standing, self._kind, self._where)):
            self._lines.addWidget(each, nth // across, nth % across)
        self._lines.addWidget(self._as_table, 0, _IN_A_LINE + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines in a narrow window."""
        super().resizeEvent(event)
        self._arrange(_IN_A_LINE if event.size().width() >= _ROOM_FOR_ALL else _IN_A_LINE // 2)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for two lines, so that the window may be made narrow."""
        return QSize(_ROOM_FOR_HALF, super().minimumSizeHint().height())

    def _filter(self, everything: str, name: str, choices: Sequence[tuple[str, object]]) -> Choice:
        made = Choice()
        made.setProperty("role", "filter")
        made.setAccessibleName(f"Filter by {name}")
        made.addItem(everything, None)
        for words, value in choices:
            made.addItem(words, value)
        made.activated.connect(lambda _: self.changed.emit())
        return made

    @property
    def wanted(self) -> Wanted:
        """What is let through."""
        return Wanted(self._track.currentData(), self._standing.currentData(), self._kind.currentData())

    @property
    def in_this_document(self) -> bool:
        """Whether only the open document is searched."""
        return bool(self._where.currentData())

    @property
    def as_table(self) -> bool:
        """Whether the paragraphs are to stand in a table."""
        return self._as_table.isChecked()
