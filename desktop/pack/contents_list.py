"""The list of switches at the left of the page: how its rows look, and how the keyboard works them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.agenda import short_title
from desktop.pack.contents_models import Role, SwitchModel, counts_in_words
from desktop.pack.room import ItemRow
from desktop.theme.colours import Colours, colours_of
from desktop.theme.type import scaled

Index = QModelIndex | QPersistentModelIndex
_SIDE = 12


class SwitchDelegate(QStyledItemDelegate):
    """A row with a check box; a click anywhere on it, or Space, switches it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line of text with room around it."""
        return QSize(120, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws ground, check box and words.

        The colours are the program's: the style sheet makes the ground of a list's own palette transparent.
        """
        colours = colours_of(QGuiApplication.palette())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, colours)
        self._paint_box(painter, option, index, colours)
        self.paint_words(painter, option, index, colours)
        painter.restore()

    def paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: Colours
    ) -> None:
        """Draws what stands beside the check box."""
        movable = bool(index.data(Role.MOVABLE))
        area = self._beside_box(option)
        if movable:
            area.setRight(area.right() - 16)
            self._paint_grip(painter, option, colours)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.text if self.is_on(index) else colours.muted))
        words = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(self._mirrored(option, area), self._start(option), words)

    @staticmethod
    def is_on(index: Index) -> bool:
        """Whether the row is switched on."""
        return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """Switches on the release of a click, or with Space."""
        clicked = (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and option.rect.contains(event.position().toPoint())
        )
        spaced = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        if not (clicked or spaced) or not isinstance(model, SwitchModel):
            return False
        state = Qt.CheckState.Unchecked if self.is_on(index) else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
        area = QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5)
        state = QStyle.StateFlag
        focused = bool(option.state & state.State_HasFocus)
        painter.setPen(QPen(QColor(colours.accent), 2) if focused else Qt.PenStyle.NoPen)
        ground = colours.hover if option.state & state.State_MouseOver else ""
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        if focused or ground:
            painter.drawRoundedRect(area, 6, 6)

    def _paint_box(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: Colours
    ) -> None:
        side = self._box(option)
        top = option.rect.top() + (self._line(option) - side) // 2
        box = QRectF(self._mirrored(option, QRect(option.rect.left() + _SIDE, top, side, side)))
        box.adjust(0.5, 0.5, -0.5, -0.5)
        on = self.is_on(index)
        painter.setPen(QPen(QColor(colours.accent if on else colours.muted), 1))
        painter.setBrush(QColor(colours.accent if on else colours.surface))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            corner, unit = box.topLeft(), box.width() / 15
            tick = [corner + QPointF(x, y) * unit for x, y in ((3.5, 7.5), (6.5, 10.5), (11.5, 4.5))]
            painter.setPen(
                QPen(QColor(colours.on_accent), 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
            )
            painter.drawPolyline(tick)

    def _paint_grip(self, painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.strong_border))
        middle = option.rect.center().y() + 0.5
        for across in (0, 5):
            for down in (-5, 0, 5):
                dot = QRect(option.rect.right() - _SIDE - 8 + across, 0, 2, 2)
                left = self._mirrored(option, dot).left()
                painter.drawEllipse(QRectF(left, middle + down - 1, 2, 2))

    @staticmethod
    def _line(option: QStyleOptionViewItem) -> int:
        return option.fontMetrics.height() + 12

    @staticmethod
    def _box(option: QStyleOptionViewItem) -> int:
        return max(option.fontMetrics.height() - 1, 14)

    def _beside_box(self, option: QStyleOptionViewItem) -> QRect:
        return option.rect.adjusted(_SIDE + self._box(option) + 10, 0, -_SIDE, 0)

    @staticmethod
    def _mirrored(option: QStyleOptionViewItem, area: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, area)

    @staticmethod
    def _start(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
        return QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )


class ItemDelegate(SwitchDelegate):
    """An agenda item: number and title, and below them its track and what is prepared for it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines for an item of substance, whose titles often begin alike; one for the others.

        A sub-item has one line of title, and another one only for what is prepared for it.
        """
        lines = _title_lines(index) - 1 + _has_line_below(index)
        return QSize(120, self._line(option) + lines * option.fontMetrics.height())

    def paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: Colours
    ) -> None:
        """Draws the item."""
        shown: ItemRow = index.data(Role.ROW)
        substance, on = _is_of_substance(index), self.is_on(index)
        height = option.fontMetrics.height()
        area = self._beside_box(option).adjusted(0, 6, 0, -6)
        painter.setPen(QColor(colours.text if substance or on else colours.muted))
        painter.setFont(scaled(option.font, 1.0, bold=on))
        across = painter.fontMetrics().horizontalAdvance("10") + 8
        across = max(across, painter.fontMetrics().horizontalAdvance(shown.item.number) + 8)
        start = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )
        painter.drawText(self._mirrored(option, area), start, shown.item.number)
        area.setLeft(area.left() + across)
        painter.setFont(option.font)
        title = lines_that_fit(
            short_title(shown.item.title, 400), option.fontMetrics, area.width(), _title_lines(index)
        )
        painter.drawText(self._mirrored(option, area), start, "\n".join(title))
        if _has_line_below(index):
            area.setTop(area.top() + 1 + len(title) * height)
            area.setHeight(height)
            self._paint_below(painter, option, area, shown, colours)

    def _paint_below(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        shown: ItemRow,
        colours: Colours,
    ) -> None:
        painter.setFont(scaled(option.font, 0.92))
        metrics = painter.fontMetrics()
        if shown.item.track:
            dot = QRect(area.left(), area.center().y() - 3, 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.track(shown.item.track))
            painter.drawEllipse(self._mirrored(option, dot))
            area = area.adjusted(14, 0, 0, 0)
            painter.setPen(colours.track(shown.item.track))
            painter.drawText(self._mirrored(option, area), self._start(option), shown.item.track.short_title)
            area = area.adjusted(metrics.horizontalAdvance(shown.item.track.short_title) + 10, 0, 0, 0)
        painter.setPen(QColor(colours.muted))
        words = metrics.elidedText(counts_in_words(shown), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(self._mirrored(option, area), self._start(option), words)


def lines_that_fit(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The text broken at words into at most so many lines; the last says with … that there is more."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line += f" {words.pop(0)}"
        lines.append(line)
    if words:
        lines.append(" ".join(words))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def _is_of_substance(index: Index) -> bool:
    shown: ItemRow = index.data(Role.ROW)
    return shown.matters


def _title_lines(index: Index) -> int:
    shown: ItemRow = index.data(Role.ROW)
    return 2 if shown.matters and not shown.item.is_sub_item else 1


def _has_line_below(index: Index) -> bool:
    """Whether it is told below the title what is prepared: not for what nothing is prepared for."""
    shown: ItemRow = index.data(Role.ROW)
    return shown.prepared if shown.item.is_sub_item else shown.matters


class SwitchList(QListView):
    """A list of switches; Alt+Up and Alt+Down move a row that can be moved, and so does dragging."""

    def __init__(
        self,
        model: SwitchModel,
        delegate: SwitchDelegate,
        name: str,
        *,
        movable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is its accessible name."""
        super().__init__(parent)
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self._movable = movable
        if movable:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDefaultDropAction(Qt.DropAction.MoveAction)
            self.setAccessibleDescription("Space switches a part; Alt and an arrow key move it")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves the current row with Alt and an arrow key."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 2}
        if self._movable and event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            row = self.currentIndex().row()
            self.model().moveRow(QModelIndex(), row, QModelIndex(), row + steps[Qt.Key(event.key())])
            self.scrollTo(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def full_height(self) -> int:
        """The height at which no row is hidden."""
        return sum(self.sizeHintForRow(row) for row in range(self.model().rowCount())) + 4
