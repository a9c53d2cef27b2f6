"""Two documents compared, to be read side by side, in one text, or as a table of numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop.comparing.delegates import InlineDelegate, SideDelegate
from desktop.comparing.exporting import ExportButton
from desktop.comparing.head import ComparingHead, Way
from desktop.comparing.jobs import Compared
from desktop.comparing.lines import Line, Show, changes_of, lines_of
from desktop.comparing.lines_model import LinesModel
from desktop.comparing.numbering import entries_of
from desktop.comparing.numbering_view import NumberingView
from desktop.comparing.rows_view import RowsView, Sides
from desktop.settings import settings
from desktop.tasks import Tasks
from desktop.widgets.paragraph_model import Row
from desktop.widgets.pieces import label, line

_WAY = "comparing/way"
_TYPING_PAUSE_MS = 60


class ComparingPage(QFrame):
    """Shows a comparison; ``chosen``, ``pull_requested`` and ``insert_requested`` carry rows of lists."""

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        """Empty until it is given a comparison."""
        super().__init__(parent)
        self.setObjectName("middle")
        self._compared: Compared | None = None
        self._show, self._opened, self._nth = Show.ALL, set[int](), -1
        self._numbered: tuple[Show, str] | None = None
        self._filled = False
        self.head = ComparingHead(ExportButton(tasks))
        self.model = LinesModel(self)
        self.side = RowsView("The two documents side by side", self.model, SideDelegate())
        self.inline = RowsView("The two documents in one text", self.model, InlineDelegate())
        unused = self.inline.selectionModel()
        self.inline.setSelectionModel(self.side.selectionModel())
        unused.deleteLater()
        self.numbering = NumberingView()
        self._nothing = label("", "muted", wrap=True)
        self._nothing.setContentsMargins(24, 24, 24, 24)
        self.ways = QStackedWidget()
        for each in (self.side, self.inline, self.numbering, self._nothing):
            self.ways.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(line())
        column.addWidget(self.ways, 1)
        self._wire()
        self.way = _last_way()

    def _wire(self) -> None:
        head = self.head
        head.way_chosen.connect(self.show_way)
        head.show_chosen.connect(self._on_show)
        head.stepped.connect(self.step)
        head.copy_table.clicked.connect(lambda: self.numbering.copy(whole=True))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._fill)
        head.find_typed.connect(lambda _: self._pause.start())
        head.finder.stepped.connect(lambda _: self._shown_view().setFocus())
        head.finder.entered.connect(lambda _: self._find_next())
        self.side.selectionModel().currentChanged.connect(lambda *_: self._on_line())
        for view in (self.side, self.inline):
            view.located = self._sides
            view.toggled.connect(self._toggle)
            view.pull_requested.connect(lambda at: self._emit_row(at.nth, self.pull_requested))
            view.insert_requested.connect(lambda at: self._emit_row(at.nth, self.insert_requested))
        self.numbering.chosen.connect(self._on_entry)
        self.numbering.pull_requested.connect(lambda nth: self._emit_row(nth, self.pull_requested))
        for keys, by in (("F7", 1), ("Shift+F7", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.step(by))

    # what is shown

    def show_comparison(self, compared: Compared) -> None:
        """Shows a comparison from its first change on."""
        self._compared = compared
        self._opened, self._nth, self._show, self._numbered = set(), -1, Show.ALL, None
        self.head.show_comparison(compared)
        self._pause.stop()
        for view in (self.side, self.inline):
            view.drawing.forget(compared.comparison.new.language)
        self.numbering.in_own_order()
        self._empty()
        self.show_way(self.way)
        self._fill()

    def clear(self) -> None:
        """Lets go of the comparison."""
        self._pause.stop()
        self._compared = None
        for view in (self.side, self.inline):
            view.stop_measuring()
        self._empty()
        self.head.export.offer(None)

    def _empty(self) -> None:
        self._filled = False
        self.model.set_lines(())
        self.numbering.set_entries(())

    @property
    def compared(self) -> Compared | None:
        """What is shown."""
        return self._compared

    def show_way(self, way: Way) -> None:
        """Looks at the comparison in another way, at the same place."""
        top = self._top()
        if way is not self.way:
            self.way = way
            settings().setValue(_WAY, way.value)
        self.head.ways.show_way(way)
        self.head.copy_table.setVisible(way is Way.NUMBERING)
        if way is Way.NUMBERING:
            self._fill_numbering()
            self.numbering.select(self._nth)  # before it is seen, as it would select its first line else
            self._raise()
            self.numbering.select(self._nth)
            return

        def measured() -> None:
            self._raise()
            if top >= 0 and (place := self.model.place_of(top)) is not None:
                self._rows_view().scrollTo(self.model.index(place), RowsView.ScrollHint.PositionAtTop)

        self._rows_view().measure(self.model.lines, measured, self._width())

    def turn_way(self, by: int) -> None:
        """The way of looking after this one, or before it."""
        ways = list(Way)
        self.show_way(ways[(ways.index(self.way) + by) % len(ways)])

    def take_search(self) -> None:
        """Goes to the field that finds words in these two."""
        self.head.finder.setFocus()
        self.head.finder.selectAll()

    def take_focus(self) -> None:
        """The keyboard's place is the text."""
        self._shown_view().setFocus()

    def _rows_view(self) -> RowsView:
        return self.inline if self.way is Way.INLINE else self.side

    def _width(self) -> float:
        """The width that rows have: that of the place where they are shown, seen or not."""
        return float(self.ways.width() - self.side.verticalScrollBar().sizeHint().width())

    def _shown_view(self) -> QWidget:
        return self.numbering if self.way is Way.NUMBERING else self._rows_view()

    def _raise(self) -> None:
        """Shows the way that is chosen, or says why there is nothing in it."""
        shown = self.numbering.entries() if self.way is Way.NUMBERING else self.model.lines
        empty = self._filled and not shown
        if empty:
            words = f"“{self._find}” stands in none of these paragraphs."
            self._nothing.setText(words if self._find else "There is none of these here.")
        self.ways.setCurrentWidget(self._nothing if empty else self._shown_view())

    def _top(self) -> int:
        """The row at the top of what is shown; -1 where there is none."""
        view = self.ways.currentWidget()
        if not isinstance(view, RowsView) or not view.verticalScrollBar().value():
            return -1
        found = self.model.line_at(view.indexAt(view.viewport().rect().topLeft()))
        return found.nth if found is not None else -1

    def _fill(self) -> None:
        """Shows what the choice and the words let through; the selected row stays if it is among it."""
        self._pause.stop()
        if self._compared is None:
            return
        lines = lines_of(self._compared.rows, self._show, self._find, self._opened)
        self._fill_numbering()
        self._rows_view().measure(lines, lambda: self._set_lines(lines), self._width())

    def _fill_numbering(self) -> None:
        """The table is only made once it is looked at."""
        compared, asked = self._compared, (self._show, self._find)
        if compared is not None and self.way is Way.NUMBERING and asked != self._numbered:
            self._numbered = asked
            self.numbering.set_entries(entries_of(compared.comparison, compared.rows, *asked))

    @property
    def _find(self) -> str:
        """The words that are looked for."""
        return self.head.finder.text().strip()

    def _set_lines(self, lines: Sequence[Line]) -> None:
        view, nth = self._rows_view(), self._nth
        self.model.set_lines(lines)
        self._filled = True
        self._raise()
        place = self.model.place_of(nth)
        if place is not None:
            view.select(place)
        else:
            self._scroll_near(nth)
        if nth < 0:  # it is read from its first change on, with the head of the document still in sight
            self.step(1)
            view.scrollToTop()
        elif self.way is Way.NUMBERING:
            self.numbering.select(nth)
        self._tell_place()
        other = self.side if view is self.inline else self.inline
        other.measure(lines, _nothing, self._width())

    def _scroll_near(self, nth: int) -> None:
        """Shows the lines where a row would stand that is folded away or left out."""
        before = [place for place, line in enumerate(self.model.lines) if line.nth <= nth]
        if not before:
            self._rows_view().scrollToTop()
            return
        self._rows_view().scrollTo(self.model.index(before[-1]), RowsView.ScrollHint.PositionAtCenter)

    def _on_show(self, show: Show) -> None:
        self._show = show
        self._fill()

    def _toggle(self, start: int) -> None:
        """Opens or shuts a fold; it stays where it is and selected."""
        self._opened ^= {start}
        view = self._rows_view()
        at = view.verticalScrollBar().value()
        compared = self._compared
        if compared is None:
            return
        lines = lines_of(compared.rows, self._show, "", self._opened)

        def shown() -> None:
            self.model.set_lines(lines)
            view.verticalScrollBar().setValue(at)
            place = self.model.place_of(start, fold=True)
            if place is not None:
                view.select(place)

        view.measure(lines, shown)

    # the changes, one after the other

    def step(self, by: int) -> None:
        """Goes to the change after the selected row (+1) or before it (-1); stays where there is none."""
        changes = self._changes()
        before = [nth for nth in changes if nth < self._nth]
        after = [nth for nth in changes if nth > self._nth]
        if by < 0 and before:
            self._go_to(before[-1])
        elif by > 0 and after:
            self._go_to(after[0])

    def _find_next(self) -> None:
        """Goes to the next row that holds the words, round and round; the field keeps the keyboard."""
        if self._pause.isActive() or not self._find:
            return
        found = self._changes()
        if found:
            self._go_to(next((nth for nth in found if nth > self._nth), found[0]))

    def _changes(self) -> list[int]:
        rows = self._compared.rows if self._compared is not None else ()
        return changes_of(rows, self.model.lines, self._show, self._find)

    def _go_to(self, nth: int) -> None:
        if self.way is Way.NUMBERING:
            self.numbering.select(nth)
            self._on_nth(nth)  # a change without a number is not in the table
            return
        place = self.model.place_of(nth)
        if place is not None:
            self._rows_view().select(place)

    def _tell_place(self) -> None:
        changes = self._changes()
        nth = changes.index(self._nth) + 1 if self._nth in changes else 0
        self.head.show_place(nth, len(changes), "paragraph" if self._find else "change")

    # what is chosen

    def _sides(self, at: Line) -> Sides:
        return self._compared.sides(at.nth) if self._compared and at.row is not None else (None, None)

    def _on_line(self) -> None:
        at = self.model.line_at(self.side.selectionModel().currentIndex())
        if at is not None and at.row is not None:
            self._on_nth(at.nth)

    def _on_entry(self, nth: int) -> None:
        if self.way is Way.NUMBERING:
            self._on_nth(nth)

    def _on_nth(self, nth: int) -> None:
        is_new, self._nth = nth != self._nth, nth
        self._tell_place()
        if is_new:
            self._emit_row(nth, self.chosen)

    def _emit_row(self, nth: int, signal: object) -> None:
        newer, older = self._compared.sides(nth) if self._compared is not None else (None, None)
        shown = newer or older
        if shown is not None:
            signal.emit(Row(shown))  # type: ignore[attr-defined]


def _last_way() -> Way:
    kept = str(settings().value(_WAY, Way.SIDE.value))
    return Way(kept) if kept in list(Way) else Way.SIDE


def _nothing() -> None:
    """Nothing follows."""
