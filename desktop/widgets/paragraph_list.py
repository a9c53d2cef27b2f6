"""A list of paragraphs that the keyboard can do everything with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyledItemDelegate, QWidget

from core.copying import with_citation
from core.documents import LibraryParagraph
from desktop.widgets.document_delegate import DocumentDelegate
from desktop.widgets.paragraph_delegate import ParagraphDelegate
from desktop.widgets.paragraph_model import ParagraphModel, Row
from desktop.widgets.slices import Slices


class ParagraphList(QListView):
    """Paragraphs to choose from.

    ``chosen`` carries the row that is now selected. ``pull_requested`` (Return), ``insert_requested``
    (Ctrl+Return) and ``remove_requested`` (Delete) carry the row acted on; ``moved`` a pull and the pull it
    is to stand before.
    """

    chosen = Signal(object)
    pull_requested = Signal(object)
    insert_requested = Signal(object)
    remove_requested = Signal(object)
    moved = Signal(object, object)

    def __init__(
        self, name: str, delegate: QStyledItemDelegate | None = None, parent: QWidget | None = None
    ) -> None:
        """``name`` is what a screen reader calls the list."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows_model = ParagraphModel(self)
        self._measuring = Slices(self)
        self._measured_for: tuple[Sequence[Row], Callable[[], object]] = ((), _nothing)
        self.setModel(self.rows_model)
        self._drawing = delegate or ParagraphDelegate(self)
        self._drawing.setParent(self)
        self.setItemDelegate(self._drawing)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(lambda _: None)
        self.doubleClicked.connect(lambda _: self._act(self.pull_requested))
        self.rows_model.moved.connect(self.moved)

    def allow_ordering(self) -> None:
        """Lets pulls be dragged to another place."""
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def set_rows(self, rows: Sequence[Row], *, afresh: bool = False) -> None:
        """Shows these rows and keeps the selection and the place where they are still there.

        ``afresh`` is for the answer to another question: the first row is the best one, and selected.
        """
        self._measuring.stop()
        before = None if afresh else self.current_row()
        place = self.verticalScrollBar().value()
        with_focus = self.hasFocus()
        self.rows_model.set_rows(rows)
        if before is not None and (nth := _same(rows, before)) is not None:
            self._select(nth)
            self.verticalScrollBar().setValue(place)
        elif with_focus or afresh:
            self.scrollToTop()
            self.select_first()

    def show_document(self, rows: Sequence[Row], then: Callable[[], object]) -> None:
        """Shows the rows of a document, however long, without holding the window up; calls ``then``.

        The rows are measured a few at a time before they are shown, as the list would do it all at once.
        """

        def shown() -> None:
            self.set_rows(rows)
            then()

        self._measure(rows, shown)

    def _measure(self, rows: Sequence[Row], then: Callable[[], object]) -> None:
        """Has the rows measured at the width of now, and remembers what is to follow if that changes."""
        drawing = self._drawing
        if not isinstance(drawing, DocumentDelegate):
            then()
            return
        self._measured_for = rows, then
        font, width = self.font(), float(self.viewport().width())
        self._measuring.run((drawing.height_of_row(each, font, width) for each in rows), then)

    def current_row(self) -> Row | None:
        """The selected row."""
        return self.rows_model.row_at(self.currentIndex())

    def select_first(self) -> None:
        """Selects the first row that can be read."""
        for nth, row in enumerate(self.rows_model.rows):
            if row.is_selectable:
                self._select(nth)
                return

    def select_paragraph(self, located: LibraryParagraph) -> bool:
        """Selects a paragraph and scrolls to it; False if it is not in the list."""
        nth = _same(self.rows_model.rows, Row(located))
        if nth is None:
            return False
        self._select(nth)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
        return True

    def step(self, by: int) -> None:
        """Moves the selection by some rows, over captions, without taking the focus."""
        rows = self.rows_model.rows
        nth = self.currentIndex().row() if self.currentIndex().isValid() else -1
        while 0 <= (nth := nth + (1 if by > 0 else -1)) < len(rows):
            if rows[nth].is_selectable:
                self._select(nth)
                self.scrollTo(self.currentIndex())
                return

    def _select(self, nth: int) -> None:
        index = self.rows_model.index(nth)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_current(self) -> None:
        row = self.current_row()
        if row is not None and row.is_selectable:
            self.chosen.emit(row)

    def _act(self, signal: SignalInstance) -> None:
        row = self.current_row()
        if row is not None and row.is_selectable:
            signal.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return pulls, Ctrl+Return inserts, Delete takes out, Alt+arrows move, Ctrl+C copies."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._act(self.insert_requested if ctrl else self.pull_requested)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._act(self.remove_requested)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self._move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self.copy_with_citation()
            case _:
                super().keyPressEvent(event)

    def _move_current(self, by: int) -> None:
        row = self.current_row()
        pulls = [r.pull for r in self.rows_model.rows if r.pull is not None]
        if row is None or row.pull is None:
            return
        nth = pulls.index(row.pull)
        if 0 <= nth + by < len(pulls):
            following = nth - 1 if by < 0 else nth + 2
            self.moved.emit(row.pull, pulls[following] if following < len(pulls) else None)

    def copy_with_citation(self) -> None:
        """Puts the selected paragraph and its citation on the clipboard."""
        row = self.current_row()
        if row is not None and row.located is not None:
            QGuiApplication.clipboard().setText(with_citation(row.located))

    def _show_menu(self, at: QPoint) -> None:
        row = self.rows_model.row_at(self.indexAt(at))
        if row is None or row.located is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = QAction("Copy with citation", menu)
        copy.triggered.connect(self.copy_with_citation)
        if row.pull is None and row.located.paragraph.label:
            self._add(menu, "Pull into this item", self.pull_requested)
        if row.located.paragraph.label:
            self._add(menu, "Insert into the statement", self.insert_requested)
        menu.addAction(copy)
        if row.pull is not None:
            menu.addSeparator()
            self._add(menu, "Take out of this item", self.remove_requested)
        self.add_to_menu(menu, row)
        menu.popup(self.viewport().mapToGlobal(at))

    def add_to_menu(self, menu: QMenu, row: Row) -> None:
        """For lists that can do more with a row."""

    def _add(self, menu: QMenu, words: str, signal: SignalInstance) -> None:
        action = QAction(words, menu)
        action.triggered.connect(lambda: self._act(signal))
        menu.addAction(action)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard's place is visible: with nothing selected it is the first row."""
        super().focusInEvent(event)
        row = self.current_row()
        if row is None or not row.is_reachable:
            self.select_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the rows out anew, since their height follows the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            if self._measuring.is_running:
                self._measure(*self._measured_for)
            else:
                self._measure(self.rows_model.rows, self.scheduleDelayedItemsLayout)


def _nothing() -> None:
    """Nothing follows."""


def _same(rows: Sequence[Row], wanted: Row) -> int | None:
    if wanted.opens:
        return next((nth for nth, row in enumerate(rows) if row.opens == wanted.opens), None)
    for nth, row in enumerate(rows):
        if wanted.pull is not None and row.pull is not None and row.pull.id == wanted.pull.id:
            return nth
    for nth, row in enumerate(rows):
        if wanted.located and row.located and row.located.paragraph.id == wanted.located.paragraph.id:
            return nth
    return None
