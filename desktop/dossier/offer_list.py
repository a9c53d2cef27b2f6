"""The list of the Commitments tab: pulls, suggestions by topic, and search hits, all with the keyboard."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.widgets.paragraph_delegate import inner_place, runs_leftwards
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import Row
from desktop.widgets.row_actions import Action, action_at

PULL, DISMISS, TAKE_BACK = "pull", "dismiss", "take back"

Key = uuid.UUID | str


class OfferList(ParagraphList):
    """A list whose groups can be folded and whose rows have buttons.

    ``opened`` carries the key of a group whose head was acted on; ``acted`` a row and the key of an action.
    When the rows change, what is selected stays where it is on the screen; what was pulled or put aside gives
    the selection to the row after it.
    """

    opened = Signal(str)
    acted = Signal(object, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader calls the list."""
        super().__init__(name, parent=parent)
        self._follow: tuple[Key, float] | None = None
        self._pressed: tuple[Row, Action] | None = None

    def set_rows(self, rows: Sequence[Row], *, afresh: bool = False) -> None:
        """Shows these rows; unless they answer another question nothing moves under the reader's eyes."""
        if list(rows) == list(self.rows_model.rows):
            return
        wanted = None if afresh else self._follow or self._held()
        follows, self._follow = not afresh and self._follow is not None, None
        at = self.currentIndex().row()
        super().set_rows(rows, afresh=afresh)
        if wanted is None:
            return
        key, top = wanted
        nth = next((nth for nth, row in enumerate(rows) if _key(row) == key), None)
        if nth is None and follows:
            nth = next(
                (nth for nth in range(min(at, len(rows) - 1), -1, -1) if rows[nth].is_selectable), None
            )
        if nth is None:
            self.scrollToTop()
            return
        if follows:
            self._select(nth)
        moved = self.visualRect(self.rows_model.index(nth)).top() - top
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(moved))

    def is_selected(self) -> bool:
        """Whether a row is selected and seen, so that it holds the others in their places."""
        index = self.currentIndex()
        return index.isValid() and self.visualRect(index).intersects(self.viewport().rect())

    @property
    def kept(self) -> uuid.UUID | None:
        """The paragraph that is selected, or will be: it must not be folded away by itself."""
        if self._follow is not None:
            return self._follow[0] if isinstance(self._follow[0], uuid.UUID) else None
        row = self.current_row()
        return row.located.paragraph.id if row is not None and row.located is not None else None

    def follow_on(self) -> None:
        """The selected row is about to go: the one after it will be selected, in its place on the screen."""
        rows, at = self.rows_model.rows, self.currentIndex().row()
        if not 0 <= at < len(rows):
            return
        after = [row for row in rows[at + 1 :] if row.is_selectable]
        before = [row for row in reversed(rows[:at]) if row.is_selectable and row.pull is None]
        if not (heir := next(iter((*after, *before)), None)):
            return
        self._follow = _key(heir), float(self.visualRect(self.currentIndex()).top())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Heads open with Return, Space and the arrow keys; X and Delete put a suggestion aside."""
        row = self.current_row()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = event.key()
        if row is None or not plain:
            super().keyPressEvent(event)
            return
        onwards, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            onwards, back = back, onwards
        if row.opens:
            opens = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            if opens or (key == onwards and not row.is_open) or (key == back and row.is_open):
                self.opened.emit(row.opens)
                return
        elif key == back and (head := self._head_above()) is not None:
            self.setCurrentIndex(self.rows_model.index(head))
            return
        elif key in (Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row.actions:
            self.acted.emit(row, row.actions[-1].key)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button of a row is pressed without anything else happening to the row."""
        self._pressed = (
            self._action_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        )
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button acts when it is released where it was pressed; a head opens."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            if self._action_at(event.position()) == pressed:
                self.setCurrentIndex(self.indexAt(event.position().toPoint()))
                self.acted.emit(pressed[0], pressed[1].key)
            return
        super().mouseReleaseEvent(event)
        row = self.rows_model.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and row.opens and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(row.opens)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a button are two clicks on it."""
        if self._action_at(event.position()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer tells what can be clicked."""
        super().mouseMoveEvent(event)
        row = self.rows_model.row_at(self.indexAt(event.position().toPoint()))
        clicks = self._action_at(event.position()) is not None or (row is not None and bool(row.opens))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if clicks else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._pressed = None
        super().leaveEvent(event)

    def add_to_menu(self, menu: QMenu, row: Row) -> None:
        """Offers the actions of a row that the list itself has no word for."""
        for action in row.actions:
            if action.key != PULL:
                made = QAction(action.words, menu)
                made.triggered.connect(lambda _=False, key=action.key: self.acted.emit(row, key))
                menu.addAction(made)

    def _action_at(self, point: QPointF) -> tuple[Row, Action] | None:
        index = self.indexAt(point.toPoint())
        row = self.rows_model.row_at(index)
        if row is None or not row.actions:
            return None
        inner = inner_place(QRectF(self.visualRect(index)))
        found = action_at(point, row.actions, inner, self.font(), rtl=runs_leftwards(row.located))
        return (row, found) if found is not None else None

    def _head_above(self) -> int | None:
        """The place of the head that the selected row stands under."""
        rows, at = self.rows_model.rows, self.currentIndex().row()
        for nth in range(at - 1, -1, -1):
            if rows[nth].opens:
                return nth
            if rows[nth].caption:
                return None
        return None

    def _held(self) -> tuple[Key, float] | None:
        """The row that must not move, and where it is: the selected one, if it is seen, or the first seen."""
        seen = self.viewport().rect()
        row = self.current_row()
        if row is not None and self.is_selected():
            return _key(row), float(self.visualRect(self.currentIndex()).top())
        if self.verticalScrollBar().value() == 0:
            return None
        for nth, row in enumerate(self.rows_model.rows):
            place = self.visualRect(self.rows_model.index(nth))
            if place.bottom() >= seen.top() and row.is_reachable:
                return _key(row), float(place.top())
        return None


def _key(row: Row) -> Key:
    """What tells a row from the others, whatever becomes of it."""
    if row.pull is not None:
        return row.pull.id
    return row.located.paragraph.id if row.located is not None else row.opens or row.caption
