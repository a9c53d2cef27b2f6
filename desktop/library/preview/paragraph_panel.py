"""The paragraph at hand: its number, kind and track, its words with a cursor, and what can be done to it.

The words are the source's and cannot be written in; where they begin and end can be set right.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from core.documents import Paragraph, Track
from core.language.scripts import right_to_left, script_of
from desktop.theme.kind_colours import group_of
from desktop.theme.type import official_font
from desktop.widgets.choice import Choice
from desktop.widgets.field import Field
from desktop.widgets.pieces import button, label, row

_LINES, _FEW_LINES = 4, 3
_ROOM_FOR_PAGE = 480


class Words(QPlainTextEdit):
    """The words of a paragraph: a cursor can be put between them, nothing can be written.

    ``split_requested`` follows Ctrl+Return.
    """

    split_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty at first."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName("Words of the paragraph; put the cursor where it is to be split")
        self.setCursorWidth(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return splits at the cursor."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.split_requested.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the cursor, which a text that cannot be written in hides otherwise."""
        super().focusInEvent(event)
        self.setTextInteractionFlags(self.textInteractionFlags())


class ParagraphPanel(QFrame):
    """Asks for corrections of the paragraph at hand; the page makes them.

    ``join_requested`` carries -1 for the row above and 1 for the one below, ``split_requested`` the place in
    the text, ``renumbered`` a number as typed, ``kind_chosen`` a group of rows, ``track_chosen`` a track.
    """

    join_requested = Signal(int)
    split_requested = Signal(int)
    renumbered = Signal(str)
    kind_chosen = Signal(str)
    track_chosen = Signal(object)

    def __init__(self, kinds: dict[str, str], parent: QWidget | None = None) -> None:
        """``kinds`` are the kinds that can be chosen, with their words."""
        super().__init__(parent)
        self._paragraph: Paragraph | None = None
        self.number = Field()
        self.number.setAccessibleName("Number of the paragraph")
        self.number.setPlaceholderText("none")
        self.number.setMinimumWidth(76)
        self.number.setMaximumWidth(110)
        self.number.editingFinished.connect(self._renumber)
        self.kind = Choice()
        self.kind.setAccessibleName("Kind of the paragraph")
        for value, words in kinds.items():
            self.kind.addItem(words, value)
        self.kind.activated.connect(lambda _: self._choose_kind())
        self.track = Choice()
        self.track.setAccessibleName("Track of the paragraph")
        self.track.addItem("No track", None)
        for each in Track:
            self.track.addItem(each.short_title, each)
        self.track.activated.connect(lambda _: self._choose_track())
        self.words = Words()
        self.words.split_requested.connect(self._split)
        self.words.cursorPositionChanged.connect(self._enable)
        self.above = button("Join above", lambda: self.join_requested.emit(-1))
        self.below = button("Join below", lambda: self.join_requested.emit(1))
        self.split = button("Split at the cursor", self._split)
        self.above.setToolTip("Join it with the paragraph above (Ctrl+Shift+J)")
        self.below.setToolTip("Join it with the paragraph below (Ctrl+J)")
        self.split.setToolTip("Put the cursor into the words first (Ctrl+Return)")
        self._notes = label("", "muted", wrap=True)
        number, kind, track = label("Number", "muted"), label("Kind", "muted"), label("Track", "muted")
        self._page = label("", "muted")
        number.setBuddy(self.number)
        kind.setBuddy(self.kind)
        track.setBuddy(self.track)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addLayout(row(number, self.number, kind, self.kind, track, self.track, 1, self._page))
        column.addWidget(self.words)
        column.addWidget(self._notes)
        column.addLayout(row(self.above, self.below, self.split, 1))
        self._add_keys()
        self.spare_room(False)
        self.show_paragraph(None, first=True, last=True)

    def spare_room(self, spare: bool) -> None:
        """Shows fewer lines of the words in a low window, where the list needs the room."""
        lines = _FEW_LINES if spare else _LINES
        self.words.setFixedHeight(round(self.fontMetrics().lineSpacing() * 1.3 * lines + 24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the page gives way, which the list says too."""
        super().resizeEvent(event)
        self._page.setVisible(event.size().width() >= _ROOM_FOR_PAGE)

    def _add_keys(self) -> None:
        """The keys hold on the whole page that the panel stands on."""
        self._keys = []
        for keys, work in (("F2", self._to_number), ("F3", self.kind.setFocus), ("F4", self.words.setFocus)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(work)
            self._keys.append(shortcut)

    def _to_number(self) -> None:
        self.number.setFocus()
        self.number.selectAll()

    def show_paragraph(
        self, paragraph: Paragraph | None, *, first: bool, last: bool, language: str = ""
    ) -> None:
        """Shows a row; ``first`` and ``last`` say that there is none above or below it."""
        same = (
            self._paragraph is not None and paragraph is not None and self._paragraph.text == paragraph.text
        )
        self._paragraph = paragraph
        self.setEnabled(paragraph is not None)
        if not same:
            self._set_words(paragraph, language)
        if paragraph is not None:
            self.number.setText(paragraph.label)
            self.kind.choose(group_of(paragraph))
            self.track.choose(paragraph.track)
            self._page.setText(f"Page {paragraph.page}" if paragraph.page else "")
        self._notes.setText("\n".join(paragraph.footnotes) if paragraph is not None else "")
        self._notes.setVisible(bool(paragraph is not None and paragraph.footnotes))
        self.above.setEnabled(not first)
        self.below.setEnabled(not last)
        self._enable()

    def _set_words(self, paragraph: Paragraph | None, language: str) -> None:
        text = paragraph.text if paragraph is not None else ""
        self.words.setFont(official_font(self.font(), 1.02, script_of(text)))
        set_direction(self.words, right_to_left(text, language))
        self.words.setPlainText(text)

    def _enable(self) -> None:
        at, length = self.words.textCursor().position(), len(self.words.toPlainText())
        self.split.setEnabled(self._paragraph is not None and 0 < at < length)

    def _split(self) -> None:
        if self.split.isEnabled() and self._paragraph is not None:
            at = self.words.textCursor().position()
            self.split_requested.emit(_in_text(self._paragraph.text, at))

    def _renumber(self) -> None:
        if self._paragraph is not None and self.number.text().strip() != self._paragraph.label:
            self.renumbered.emit(self.number.text().strip())

    def _choose_kind(self) -> None:
        if self._paragraph is not None and self.kind.currentData() != group_of(self._paragraph):
            self.kind_chosen.emit(self.kind.currentData())

    def _choose_track(self) -> None:
        chosen = self.track.currentData()
        if self._paragraph is not None and chosen != self._paragraph.track:
            self.track_chosen.emit(Track(chosen) if chosen else None)


def set_direction(field: QPlainTextEdit, backwards: bool) -> None:
    """Sets a text to run from its right edge, or from its left."""
    option = field.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight)
    edge = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    field.document().setDefaultTextOption(option)


def _in_text(text: str, at: int) -> int:
    """A place that Qt counts in UTF-16 units, counted in characters."""
    units = 0
    for nth, character in enumerate(text):
        if units >= at:
            return nth
        units += 2 if ord(character) > 0xFFFF else 1
    return len(text)
