"""The list in which a comparison is read, that the keyboard can do everything with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from core.copying import with_citation
from core.documents import LibraryParagraph
from desktop.comparing.delegates import ComparedDelegate
from desktop.comparing.lines import Line
from desktop.comparing.lines_model import Index, LinesModel
from desktop.widgets.slices import Slices

Sides = tuple[LibraryParagraph | None, LibraryParagraph | None]
"""The paragraphs of a line: of the newer document and of the older one."""


class RowsView(QListView):
    """Rows and folds; ``toggled`` carries the start of a fold that is to be opened or shut.

    ``pull_requested`` (Return) and ``insert_requested`` (Ctrl+Return) carry the line acted on.
    """

    toggled = Signal(int)
    pull_requested = Signal(object)
    insert_requested = Signal(object)

    def __init__(
        self, name: str, model: LinesModel, drawing: ComparedDelegate, parent: QWidget | None = None
    ) -> None:
        """``name`` is what a screen reader calls the list."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.lines_model = model
        self.setModel(model)
        self.drawing = drawing
        drawing.setParent(self)
        self.setItemDelegate(drawing)
        self._measuring = Slices(self)
        self._then: Callable[[], object] = _nothing
        self.located: Callable[[Line], Sides] = _nowhere
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double)

    def measure(self, lines: Sequence[Line], then: Callable[[], object], width: float = 0.0) -> None:
        """Measures lines a few at a time, so that showing them does not hold the window up, then ``then``.

        ``width`` is the one they will be shown at, where that is not the width of now.
        """
        font, width = self.font(), width or float(self.viewport().width())
        self._then = then
        self._measuring.run((self.drawing.height_of(each, font, width) for each in lines), then)

    def stop_measuring(self) -> None:
        """What was to be shown is not wanted any more."""
        self._measuring.stop()

    def current_line(self) -> Line | None:
        """The selected line."""
        return self.lines_model.line_at(self.currentIndex())

    def select(self, place: int, *, at_top: bool = False) -> None:
        """Selects a line and brings it in sight."""
        index = self.lines_model.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtTop if at_top else hint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space open a fold; Return pulls, Ctrl+Return inserts, Ctrl+C copies a paragraph."""
        line = self.current_line()
        fold = line is not None and line.fold is not None
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if fold and line:
                self.toggled.emit(line.nth)
            case Qt.Key.Key_Right if fold and line and not line.is_open:
                self.toggled.emit(line.nth)
            case Qt.Key.Key_Left if fold and line and line.is_open:
                self.toggled.emit(line.nth)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._act(self.insert_requested if ctrl else self.pull_requested)
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self._copy(0)
            case _:
                super().keyPressEvent(event)

    def _on_clicked(self, index: Index) -> None:
        line = self.lines_model.line_at(index)
        if line is not None and line.fold is not None:
            self.toggled.emit(line.nth)

    def _on_double(self, index: Index) -> None:
        line = self.lines_model.line_at(index)
        if line is not None and line.fold is None:
            self._act(self.pull_requested)

    def _act(self, signal: SignalInstance) -> None:
        line = self.current_line()
        if line is not None and line.row is not None:
            signal.emit(line)

    def _copy(self, nth: int) -> None:
        """Copies a side of the selected row with its citation: 0 the newer one, 1 the older one."""
        line = self.current_line()
        sides = self.located(line) if line is not None else (None, None)
        found = sides[nth] or sides[0] or sides[1]
        if found is not None:
            QGuiApplication.clipboard().setText(with_citation(found))

    def _show_menu(self, at: QPoint) -> None:
        line = self.lines_model.line_at(self.indexAt(at))
        if line is None or line.row is None:
            return
        newer, older = self.located(line)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        main = newer or older
        if main is not None and main.paragraph.label:
            self._add(menu, "Pull into this item", lambda: self._act(self.pull_requested))
            self._add(menu, "Insert into the statement", lambda: self._act(self.insert_requested))
        for nth, side in enumerate((newer, older)):
            if side is not None:
                name = (side.reference or side.document.name).replace("&", "&&")
                self._add(menu, f"Copy {name} with citation", partial(self._copy, nth))
        menu.popup(self.viewport().mapToGlobal(at))

    def _add(self, menu: QMenu, words: str, act: Callable[[], object]) -> None:
        action = QAction(words, menu)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - drops the checked flag
        menu.addAction(action)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard's place is visible: with nothing selected it is the first line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines_model.lines:
            self.select(0)

    def changeEvent(self, event: QEvent) -> None:
        """Measures the rows anew in another typeface."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.drawing.forget()
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the rows out anew, since their height follows the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            again = self._then if self._measuring.is_running else self._lay_out_anew
            self.measure(self.lines_model.lines, again)

    def _lay_out_anew(self) -> None:
        """Lays the rows out at another width; the selected one stays where it is seen."""
        place = self.visualRect(self.currentIndex()).top() if self.currentIndex().isValid() else -1
        self.doItemsLayout()
        if 0 <= place <= self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.currentIndex()).top() - place)
            self.scrollTo(self.currentIndex())


def _nowhere(_: Line) -> Sides:
    return None, None


def _nothing() -> None:
    """Nothing follows."""
