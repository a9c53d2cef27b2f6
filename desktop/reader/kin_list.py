"""The forerunners and successors that stand beside the line of years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.comparing.nearness import nearness
from core.language.scripts import script_of
from desktop.theme.colours import colours_of
from desktop.theme.type import official_font, scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.paragraph_delegate import leading, runs_leftwards
from desktop.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from desktop.forerunners.jobs import Related

Index = QModelIndex | QPersistentModelIndex
RELATED_ROLE = Qt.ItemDataRole.UserRole + 1
_PAD = 8.0


class KinModel(QAbstractListModel):
    """One entry a related text, under RELATED_ROLE."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given texts."""
        super().__init__(parent)
        self.related: Sequence[Related] = ()

    def set_related(self, related: Sequence[Related]) -> None:
        """Replaces all texts."""
        self.beginResetModel()
        self.related = related
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self.related)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text in words; what is drawn under RELATED_ROLE."""
        if not index.isValid() or index.row() >= len(self.related):
            return None
        related = self.related[index.row()]
        if role == RELATED_ROLE:
            return related
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{_year(related)}, {related.located.reference}, {nearness(related.change)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{related.located.document.title}\n{related.change.summary}")
        return None


class KinList(QListView):
    """Lists related texts; ``chosen`` carries the one selected, ``opened`` (Return) the one to be read."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty; as high as its entries, since the reader around it scrolls."""
        super().__init__(parent)
        self.setAccessibleName("Other texts with this language")
        self.kin = KinModel(self)
        self.setModel(self.kin)
        self._drawing = _KinDelegate(self)
        self.setItemDelegate(self._drawing)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda now, _: self._tell(now, self.chosen))
        self.clicked.connect(lambda index: self._tell(index, self.chosen))
        self.doubleClicked.connect(lambda index: self._tell(index, self.opened))

    def show_related(self, related: Sequence[Related]) -> None:
        """Shows these texts."""
        self.kin.set_related(related)
        height = self._drawing.height(self.font())
        self.setFixedHeight(height * len(related) + 2)

    def _tell(self, index: Index, signal: SignalInstance) -> None:
        if index.isValid():
            signal.emit(index.data(RELATED_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return reads the chosen text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.currentIndex(), self.opened)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard's place is visible: with nothing selected it is the first text."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.kin.index(0))


class _KinDelegate(QStyledItemDelegate):
    """Reference and year, how near it is, and below them the first words."""

    def height(self, font: QFont) -> int:
        """Three lines."""
        small, serif = scaled(font, 0.9), official_font(font, 1.0)
        lines = sum(QFontMetricsF(face).height() for face in (font, small, serif))
        return round(lines + 2 * _PAD)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines."""
        return QSize(100, self.height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one text."""
        related: Related | None = index.data(RELATED_ROLE)
        if related is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        card = QRectF(option.rect).adjusted(0, 1, 0, -1)
        paint_ground(painter, card, option, colours, colours.official)
        inner = card.adjusted(12, _PAD - 2, -10, -_PAD + 2)
        step = QFontMetricsF(option.font).height()
        bold, small = scaled(option.font, 1.0, bold=True), scaled(option.font, 0.9)
        head = QRectF(inner.left(), inner.top(), inner.width(), step)
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        reference = related.located.reference
        painter.drawText(head, leading(False), reference)
        taken = QFontMetricsF(bold).horizontalAdvance(reference) + 8
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        painter.drawText(head.adjusted(taken, 0, 0, 0), leading(False), _year(related))
        below = QFontMetricsF(small).height()
        near = QRectF(inner.left(), head.bottom(), inner.width(), below)
        elided = QFontMetricsF(small).elidedText(
            nearness(related.change), Qt.TextElideMode.ElideRight, near.width()
        )
        painter.drawText(near, leading(False), elided)
        text = " ".join(related.located.paragraph.text.split())
        serif = official_font(option.font, 1.0, script_of(text))
        painter.setFont(serif)
        painter.setPen(QColor(colours.text))
        line = QRectF(inner.left(), near.bottom(), inner.width(), inner.bottom() - near.bottom())
        words = QFontMetricsF(serif).elidedText(text[:300], Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(line, leading(runs_leftwards(related.located)), words)
        painter.restore()


def _year(related: Related) -> str:
    date = related.located.document.date
    return str(date.year) if date else "undated"
