"""The documents of the library, by year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.documents import LANGUAGES, DocumentHead, Standing
from core.language.scripts import right_to_left
from desktop.library.versions import Shelved
from desktop.theme.colours import colours_of
from desktop.theme.type import scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.plain_tip import plain_tip

DOCUMENT_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


SHELVED_ROLE = Qt.ItemDataRole.UserRole + 2


class DocumentsModel(QAbstractListModel):
    """The documents, newest first, each once whatever languages it is here in."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given documents."""
        super().__init__(parent)
        self._shelf: Sequence[Shelved] = ()

    @property
    def documents(self) -> Sequence[DocumentHead]:
        """The heads that stand for the documents."""
        return [shelved.head for shelved in self._shelf]

    def set_shelf(self, shelf: Sequence[Shelved]) -> None:
        """Replaces the list."""
        if list(shelf) == list(self._shelf):
            return
        self.beginResetModel()
        self._shelf = shelf
        self.endResetModel()

    def place_of(self, document: DocumentHead) -> int | None:
        """Where a document stands in the list, in whatever language; None if it is not there."""
        for place, shelved in enumerate(self._shelf):
            if any(head.id == document.id for head in (shelved.head, *shelved.languages)):
                return place
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many documents there are."""
        return 0 if parent.isValid() else len(self._shelf)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The document in words; its head under DOCUMENT_ROLE."""
        if not index.isValid() or index.row() >= len(self._shelf):
            return None
        shelved = self._shelf[index.row()]
        document = shelved.head
        if role == SHELVED_ROLE:
            return shelved
        if role == DOCUMENT_ROLE:
            return document
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(document.title)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            names = ", ".join(LANGUAGES.get(head.language, head.language) for head in shelved.languages)
            return f"{document.name}: {document.title}, {document.numbered} paragraphs, in {names}"
        return None


class DocumentsDelegate(QStyledItemDelegate):
    """Draws a document: year, short name, symbol, standing and how many paragraphs it has."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines."""
        return QSize(100, round(QFontMetricsF(option.font).height() * 3 + 24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one document."""
        shelved: Shelved | None = index.data(SHELVED_ROLE)
        if shelved is None:
            return
        document = shelved.head
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        card = QRectF(option.rect).adjusted(8, 2, -8, -2)
        paint_ground(painter, card, option, colours)
        font = option.font
        step = QFontMetricsF(font).height()
        small = QFontMetricsF(scaled(font, 0.92))
        place = QRectF(card.left() + 12, card.top() + 8, card.width() - 24, step)
        year = str(document.date.year) if document.date else "undated"
        lines = (
            (document.name, scaled(font, 1.0, bold=True), colours.text, year),
            (second_name(document), scaled(font, 0.92), colours.muted, ""),
            (
                counted_words(document),
                scaled(font, 0.92),
                colours.muted,
                _codes(shelved),
            ),
        )
        for words, face, ink, right in lines:
            painter.setFont(face)
            painter.setPen(QColor(ink))
            room = place.adjusted(0, 0, -small.horizontalAdvance(right) - 8 if right else 0, 0)
            elided = elided_words(words, face, room.width(), is_name=words == document.name)
            side = Qt.AlignmentFlag.AlignRight if right_to_left(words) else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, elided)
            if right:
                painter.setFont(scaled(font, 0.92))
                painter.setPen(QColor(colours.muted))
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
            place.translate(0, step + 2)
        painter.restore()


def elided_words(words: str, face: QFont, width: float, *, is_name: bool) -> str:
    """Words cut to a width: a name in its middle, for symbols differ at their end."""
    mode = Qt.TextElideMode.ElideMiddle if is_name else Qt.TextElideMode.ElideRight
    return QFontMetricsF(face).elidedText(words, mode, width)


def second_name(document: DocumentHead) -> str:
    """What stands below a document's name: its symbol if it goes by another name, or else its title."""
    return document.symbol if document.symbol and document.symbol != document.name else document.title


def counted_words(document: DocumentHead) -> str:
    """How much of a document can be cited, and how it stands where that is known."""
    words = f"{document.numbered} paragraph{'' if document.numbered == 1 else 's'}"
    known = document.standing is not Standing.UNKNOWN
    return f"{words} · {document.standing.phrase}" if known else words


def _codes(shelved: Shelved) -> str:
    """The languages a document is here in, where that needs saying: "EN FR AR"."""
    codes = [head.language.upper() for head in shelved.languages]
    return " ".join(codes) if codes != ["EN"] else ""
