"""The documents of the library, by year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.documents import DocumentHead
from desktop.theme.colours import colours_of
from desktop.theme.type import scaled
from desktop.widgets.card_ground import paint_ground

DOCUMENT_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class DocumentsModel(QAbstractListModel):
    """The heads of all documents, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given documents."""
        super().__init__(parent)
        self.documents: Sequence[DocumentHead] = ()

    def set_documents(self, documents: Sequence[DocumentHead]) -> None:
        """Replaces the list."""
        if list(documents) == list(self.documents):
            return
        self.beginResetModel()
        self.documents = documents
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many documents there are."""
        return 0 if parent.isValid() else len(self.documents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The document in words; its head under DOCUMENT_ROLE."""
        if not index.isValid() or index.row() >= len(self.documents):
            return None
        document = self.documents[index.row()]
        if role == DOCUMENT_ROLE:
            return document
        if role == Qt.ItemDataRole.ToolTipRole:
            return document.title
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{document.name}: {document.title}, {document.numbered} paragraphs"
        return None


class DocumentsDelegate(QStyledItemDelegate):
    """Draws a document: year, short name, symbol, standing and how many paragraphs it has."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines."""
        return QSize(100, round(QFontMetricsF(option.font).height() * 3 + 24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one document."""
        document: DocumentHead | None = index.data(DOCUMENT_ROLE)
        if document is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        card = QRectF(option.rect).adjusted(8, 2, -8, -2)
        paint_ground(painter, card, option, colours)
        font = option.font
        step = QFontMetricsF(font).height()
        place = QRectF(card.left() + 12, card.top() + 8, card.width() - 24, step)
        year = str(document.date.year) if document.date else "undated"
        lines = (
            (document.name, scaled(font, 1.0, bold=True), colours.text, year),
            (document.symbol if document.short else document.title, scaled(font, 0.92), colours.muted, ""),
            (
                f"{document.standing.phrase} · {document.numbered} paragraphs",
                scaled(font, 0.92),
                colours.muted,
                "",
            ),
        )
        for words, face, ink, right in lines:
            painter.setFont(face)
            painter.setPen(QColor(ink))
            elided = QFontMetricsF(face).elidedText(
                words, Qt.TextElideMode.ElideRight, place.width() - (50 if right else 0)
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
            if right:
                painter.setFont(scaled(font, 0.92))
                painter.setPen(QColor(colours.muted))
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
            place.translate(0, step + 2)
        painter.restore()
