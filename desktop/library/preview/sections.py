"""The sections of a document that is being imported, and the track of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.documents import Document, Paragraph, Track
from desktop.theme.colours import colours_of
from desktop.theme.type import scaled
from desktop.widgets.card_ground import paint_ground
from desktop.widgets.plain_tip import plain_tip

SECTION_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_INDENT = 18


@dataclass(frozen=True, slots=True)
class Section:
    """A section with the numbered rows that stand in it or below it.

    ``tracks`` are those of these rows, each once. ``first`` is the row it begins with, its heading.
    """

    part: str
    path: tuple[str, ...]
    rows: tuple[int, ...]
    tracks: tuple[Track | None, ...]
    first: int

    @property
    def heading(self) -> str:
        """Its own heading."""
        return self.path[-1]

    @property
    def track_words(self) -> str:
        """Its track as the list says it."""
        if len(self.tracks) > 1:
            return "several"
        return self.tracks[0].short_title if self.tracks and self.tracks[0] else "no track"


def sections_of(document: Document) -> list[Section]:
    """All sections that hold numbered paragraphs, outer ones before those inside them, in reading order."""
    rows: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    begins: dict[tuple[str, tuple[str, ...]], int] = {}
    for nth, paragraph in enumerate(document.paragraphs):
        own = _path(paragraph)
        for depth in range(1, len(own) + 1):
            place = (paragraph.part, own[:depth])
            begins.setdefault(place, nth)
            if paragraph.label:
                rows.setdefault(place, []).append(nth)
    made = []
    for place in sorted(rows, key=lambda place: (begins[place], len(place[1]))):
        tracks = dict.fromkeys(document.paragraphs[nth].track for nth in rows[place])
        made.append(Section(*place, tuple(rows[place]), tuple(tracks), begins[place]))
    return made


def _path(paragraph: Paragraph) -> tuple[str, ...]:
    """The sections a row stands in; a heading begins the one it names."""
    return (*paragraph.section, paragraph.text) if paragraph.level else paragraph.section


class SectionsModel(QAbstractListModel):
    """The sections in reading order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until it is given sections."""
        super().__init__(parent)
        self.sections: Sequence[Section] = ()

    def set_sections(self, new: Sequence[Section]) -> None:
        """Shows these sections; where only tracks changed, the selection stays."""
        same = [(each.part, each.path) for each in new] == [(each.part, each.path) for each in self.sections]
        if same:
            self.sections = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self.sections = new
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many sections there are."""
        return 0 if parent.isValid() else len(self.sections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heading with its track in words; the section itself under SECTION_ROLE."""
        if not index.isValid() or index.row() >= len(self.sections):
            return None
        section = self.sections[index.row()]
        if role == SECTION_ROLE:
            return section
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(section.heading)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{section.heading}: {section.track_words}, {len(section.rows)} paragraphs"
        return None


class SectionsDelegate(QStyledItemDelegate):
    """Draws a section: its heading by depth, how many paragraphs, and its track with the track's colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        return QSize(100, round(QFontMetricsF(option.font).height() + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one section."""
        section: Section | None = index.data(SECTION_ROLE)
        if section is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(option.palette)
        card = QRectF(option.rect).adjusted(8, 1, -8, -1)
        paint_ground(painter, card, option, colours)
        inner = card.adjusted(12, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        one = section.tracks[0] if len(section.tracks) == 1 else None
        bold = scaled(option.font, 0.95, bold=True)
        painter.setFont(bold)
        painter.setPen(colours.track(one) if one else QColor(colours.muted))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, f"{section.track_words} ▾")
        painter.setFont(scaled(option.font, 0.92))
        painter.setPen(QColor(colours.muted))
        many = len(section.rows)
        count = inner.adjusted(0, 0, -130, 0)
        painter.drawText(
            count, middle | Qt.AlignmentFlag.AlignRight, f"{many} para{'' if many == 1 else 's'}."
        )
        depth = min(len(section.path) - 1, 4)
        font = scaled(option.font, 1.0, bold=not depth)
        words = inner.adjusted(depth * _INDENT, 0, -220, 0)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        elided = QFontMetricsF(font).elidedText(section.heading, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, elided)
        painter.restore()
