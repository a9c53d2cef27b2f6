"""The table of topics by documents: shaded numbers under headers that stay where they are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.documents import DocumentHead
from core.topic_matrix import TopicLine, TopicMatrix
from desktop.theme.colours import colours_of
from desktop.theme.type import scaled
from desktop.topics.matrix_model import (
    HEAD_ROLE,
    LINE_ROLE,
    SHARE_ROLE,
    Index,
    MatrixModel,
    stopped_words,
    year_of,
)

_NARROWEST, _WIDEST, _PAD = 56, 116, 8
_LEAST_SHADE, _MOST_SHADE = 0.08, 0.42


class MatrixTable(QTableView):
    """Arrows move from number to number; ``chosen`` and ``entered_cell`` carry a line and a document."""

    chosen = Signal(object, object)
    entered_cell = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is given a matrix."""
        super().__init__(parent)
        self.setObjectName("matrix")
        self.setAccessibleName("Topics by documents")
        self.matrix_model = MatrixModel(self)
        self.setModel(self.matrix_model)
        self.setItemDelegate(_CellDelegate(self))
        self.setVerticalHeader(_TopicHeader(self))
        self.setHorizontalHeader(_DocumentHeader(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.selectionModel().currentChanged.connect(lambda now, _: self._tell(now))
        self.clicked.connect(self._tell)
        self.doubleClicked.connect(self._enter)

    def show_matrix(self, matrix: TopicMatrix) -> None:
        """Shows a matrix; the number that was chosen stays chosen where it is still there."""
        before = self.chosen_place()
        places = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.matrix_model.set_matrix(matrix)
        metrics = QFontMetricsF(scaled(self.font(), 0.9))
        for place, head in enumerate(matrix.documents):
            wide = round(metrics.horizontalAdvance(head.name)) + _PAD
            self.setColumnWidth(place, min(max(wide, _NARROWEST), _WIDEST))
        if before is not None:
            rows = [line.topic.id for line in matrix.lines]
            columns = [head.id for head in matrix.documents]
            if before[0].topic.id in rows and before[1].id in columns:
                row, column = rows.index(before[0].topic.id), columns.index(before[1].id)
                self.setCurrentIndex(self.matrix_model.index(row, column))
        self.horizontalScrollBar().setValue(places[0])
        self.verticalScrollBar().setValue(places[1])
        if self.hasFocus():
            self.choose_first()

    def chosen_place(self) -> tuple[TopicLine, DocumentHead] | None:
        """The line and the document of the number that is chosen."""
        index, matrix = self.currentIndex(), self.matrix_model.matrix
        if not index.isValid() or index.row() >= len(matrix.lines):
            return None
        return matrix.lines[index.row()], matrix.documents[index.column()]

    def choose_first(self) -> None:
        """Chooses the first number, so that the keyboard's place is seen."""
        if not self.currentIndex().isValid() and self.matrix_model.rowCount():
            self.setCurrentIndex(self.matrix_model.index(0, 0))

    def _tell(self, index: QModelIndex) -> None:
        place = self.chosen_place()
        if index.isValid() and place is not None:
            self.chosen.emit(*place)

    def _enter(self, index: QModelIndex) -> None:
        place = self.chosen_place()
        if index.isValid() and place is not None:
            self.entered_cell.emit(*place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the document."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard's place is visible."""
        super().focusInEvent(event)
        self.choose_first()


class _CellDelegate(QStyledItemDelegate):
    """A number on a ground that is the darker the larger it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one number."""
        share = float(index.data(SHARE_ROLE) or 0.0)
        colours = colours_of(option.palette)
        cell = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if share:
            ground = QColor(colours.accent)
            ground.setAlphaF(_LEAST_SHADE + (_MOST_SHADE - _LEAST_SHADE) * share**0.6)
            painter.setBrush(ground)
            painter.drawRoundedRect(cell, 4, 4)
        elif selected:
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(cell, 4, 4)
        if selected:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QColor(colours.text if share else colours.muted))
        painter.setFont(option.font)
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


class _DocumentHeader(QHeaderView):
    """The documents: year above name."""

    def __init__(self, parent: QWidget) -> None:
        """Columns whose width can be changed."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumSectionSize(48)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), round(QFontMetricsF(self.font()).height() * 2 + 12))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draws one document's year and name."""
        head = self.model().headerData(section, Qt.Orientation.Horizontal, HEAD_ROLE)
        if not isinstance(head, DocumentHead):
            return
        colours = colours_of(self.palette())
        painter.save()
        painter.fillRect(rect, QColor(colours.surface))
        small = scaled(self.font(), 0.9)
        step = QFontMetricsF(self.font()).height()
        place = QRectF(rect).adjusted(3, 4, -3, 0)
        for words, face, ink in (
            (year_of(head), small, colours.muted),
            (head.name, small, colours.text),
        ):
            painter.setFont(face)
            painter.setPen(QColor(ink))
            room = QRectF(place.left(), place.top(), place.width(), step)
            shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
            place.translate(0, step)
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class _TopicHeader(QHeaderView):
    """The topics, each with the year in which its language stopped, where it did."""

    def __init__(self, parent: QWidget) -> None:
        """Rows of two lines of small print."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(round(QFontMetricsF(self.font()).height() * 2.05 + 6))

    def sizeHint(self) -> QSize:
        """As wide as the longest topic."""
        model, metrics = self.model(), QFontMetricsF(self.font())
        names = [
            line.topic.label
            for place in range(model.rowCount())
            if isinstance(line := model.headerData(place, Qt.Orientation.Vertical, LINE_ROLE), TopicLine)
        ]
        widest = max((metrics.horizontalAdvance(name) for name in names), default=120.0)
        return QSize(round(widest) + 16 + 2 * _PAD, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draws one topic."""
        line = self.model().headerData(section, Qt.Orientation.Vertical, LINE_ROLE)
        if not isinstance(line, TopicLine):
            return
        colours = colours_of(self.palette())
        painter.save()
        painter.fillRect(rect, QColor(colours.surface))
        place = QRectF(rect).adjusted(16, 3, -_PAD, -3)
        side = Qt.AlignmentFlag.AlignLeft
        stopped = stopped_words(line)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.text))
        if not stopped:
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, line.topic.label)
        else:
            painter.drawText(place, side | Qt.AlignmentFlag.AlignTop, line.topic.label)
            painter.setFont(scaled(self.font(), 0.84))
            painter.setPen(QColor(colours.warning))
            painter.drawText(place, side | Qt.AlignmentFlag.AlignBottom, stopped)
        painter.restore()
