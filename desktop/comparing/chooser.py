"""Which document to compare one with: the likely partners first, then all others of its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.documents import LANGUAGES, DocumentHead
from core.english_dates import long_date
from core.language.scripts import right_to_left
from desktop.comparing.jobs import Candidates
from desktop.theme.colours import colours_of
from desktop.theme.type import scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.pieces import button, label, row
from desktop.widgets.plain_tip import plain_tip
from desktop.widgets.search_field import SearchField

CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the list: a document and what ties it to the other one, or a caption over several."""

    document: DocumentHead | None = None
    why: str = ""
    caption: str = ""


def offers_of(found: Candidates, typed: str = "") -> list[Offer]:
    """The lines of the list; of ``typed`` words all must stand in a document's names, title or date."""
    words = typed.casefold().split()
    likely = [each for each in found.likely if _fits(each.document, words)]
    others = [each for each in found.others if _fits(each, words)]
    language = LANGUAGES.get(found.document.language, found.document.language)
    offers = [Offer(caption="LIKELY")] if likely else []
    offers += [Offer(each.document, each.why) for each in likely]
    caption = f"{'OTHER' if found.likely else 'ALL'} DOCUMENTS IN {language.upper()}"
    offers += [Offer(caption=caption)] if others else []
    return offers + [Offer(each) for each in others]


def _fits(head: DocumentHead, words: Sequence[str]) -> bool:
    text = f"{head.name} {head.symbol} {head.title} {head.session} {head.date or ''}".casefold()
    return all(word in text for word in words)


class OffersModel(QAbstractListModel):
    """The lines of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given offers."""
        super().__init__(parent)
        self.offers: Sequence[Offer] = ()

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Replaces the list."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The document in words; the offer under CHOICE_ROLE."""
        if not index.isValid() or index.row() >= len(self.offers):
            return None
        offer = self.offers[index.row()]
        if role == CHOICE_ROLE:
            return offer
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if offer.document is None:
                return offer.caption
            return ", ".join(filter(None, (offer.document.name, offer.why, offer.document.title)))
        if role == Qt.ItemDataRole.ToolTipRole and offer.document is not None:
            return plain_tip(offer.document.title)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Captions cannot be chosen."""
        if not index.isValid() or self.offers[index.row()].document is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OffersDelegate(QStyledItemDelegate):
    """Draws a document: its name and date with what ties it to the other one, and its title below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, one for a caption."""
        offer: Offer | None = index.data(CHOICE_ROLE)
        lines = 2 if offer is not None and offer.document is not None else 1
        return QSize(100, round(QFontMetricsF(option.font).height() * lines + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one line."""
        offer: Offer | None = index.data(CHOICE_ROLE)
        if offer is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        font: QFont = option.font
        card = QRectF(option.rect).adjusted(4, 2, -4, -2)
        place = card.adjusted(10, 5, -10, -5)
        if offer.document is None:
            small = scaled(font, 0.86, bold=True)
            painter.setFont(small)
            painter.setPen(QColor(colours.muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, offer.caption)
            painter.restore()
            return
        paint_ground(painter, card, option, colours)
        head = offer.document
        step = QFontMetricsF(font).height()
        line = QRectF(place.left(), place.top(), place.width(), step)
        date = long_date(head.date) if head.date else "undated"
        _words(painter, line, head.name, scaled(font, 1.0, bold=True), colours.text)
        said = f"{offer.why} · {date}" if offer.why else date
        taken = QFontMetricsF(scaled(font, 1.0, bold=True)).horizontalAdvance(head.name) + 16
        ink = colours.accent if offer.why else colours.muted
        _words(painter, line.adjusted(taken, 0, 0, 0), said, scaled(font, 0.92), ink, far=True)
        line.translate(0, step + 1)
        _words(painter, line, head.title, scaled(font, 0.92), colours.muted)
        painter.restore()


def _words(painter: QPainter, place: QRectF, words: str, font: QFont, ink: str, *, far: bool = False) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    elided = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    side = Qt.AlignmentFlag.AlignRight if far or right_to_left(words) else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, elided)


class Chooser(QDialog):
    """Asks what a document is to be compared with; ``chosen`` carries the head of the other one."""

    chosen = Signal(object)

    def __init__(self, found: Candidates, parent: QWidget | None = None) -> None:
        """Shows the likely partners first, the first of them selected."""
        super().__init__(parent)
        self._found = found
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Compare {found.document.name} with")
        self.field = SearchField("Filter by name, symbol or title")
        self.model = OffersModel(self)
        self.list = QListView()
        self.list.setAccessibleName("Documents to compare with")
        self.list.setMouseTracking(True)
        self.list.setModel(self.model)
        self._drawing = OffersDelegate(self.list)
        self.list.setItemDelegate(self._drawing)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = label("", "muted", wrap=True)
        self._none.setContentsMargins(8, 16, 8, 16)
        self._compare = button("Compare", self._take, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(f"Compare {found.document.name} with", "title", wrap=True))
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addLayout(row(1, button("Cancel", self.reject), self._compare))
        self.field.textChanged.connect(lambda _: self._fill())
        self.field.stepped.connect(self._step)
        self.field.entered.connect(lambda _: self._take())
        self.list.doubleClicked.connect(lambda _: self._take())
        self.list.activated.connect(lambda _: self._take())
        self.resize(600, 520)
        self._fill()
        self.field.setFocus()

    def _fill(self) -> None:
        typed = self.field.text().strip()
        self.model.set_offers(offers_of(self._found, typed))
        language = LANGUAGES.get(self._found.document.language, self._found.document.language)
        self._none.setText(
            f"No document in {language} goes by “{typed}”."
            if typed
            else f"There is no other document in {language} here; import one to compare it with."
        )
        empty = not self.model.offers
        self._none.setVisible(empty)
        self.list.setVisible(not empty)
        self._compare.setEnabled(not empty)
        self._step(1)

    def _step(self, by: int) -> None:
        """Selects the next document, over captions."""
        place = self.list.currentIndex().row() if self.list.currentIndex().isValid() else -1
        while 0 <= (place := place + by) < len(self.model.offers):
            if self.model.offers[place].document is not None:
                self.list.setCurrentIndex(self.model.index(place))
                return

    def _take(self) -> None:
        offer: Offer | None = self.list.currentIndex().data(CHOICE_ROLE)
        if offer is not None and offer.document is not None:
            self.accept()
            self.chosen.emit(offer.document)
