"""What the colours mean, and how many paragraphs there are of each kind."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.library.preview.paragraphs_model import KIND_WORDS
from desktop.theme.colours import colours_of
from desktop.theme.kind_colours import shade_of
from desktop.theme.type import scaled

_EDGE, _GAP, _MARK = 16, 16, 10


class Legend(QWidget):
    """The kinds that a document holds, each with its colour, its word and its number; wraps where it must."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is told what there is."""
        super().__init__(parent)
        self._counts: dict[str, int] = {}
        self.setAccessibleName("Kinds of paragraphs")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def count(self, counts: Mapping[str, int]) -> None:
        """Shows these kinds."""
        self._counts = {group: counts[group] for group in KIND_WORDS if counts.get(group)}
        self.setAccessibleDescription(", ".join(self._words(group) for group in self._counts))
        self.setFixedHeight(self._height(self.width()))
        self.update()

    def _words(self, group: str) -> str:
        return f"{KIND_WORDS[group]} {self._counts[group]}"

    def _places(self, width: float) -> list[tuple[str, QRectF]]:
        font = scaled(self.font(), 0.92)
        metrics = QFontMetricsF(font)
        places = []
        left, top = float(_EDGE), 4.0
        for group in self._counts:
            wide = metrics.horizontalAdvance(self._words(group)) + _MARK + 6
            if left > _EDGE and left + wide > width - _EDGE:
                left, top = float(_EDGE), top + metrics.height() + 4
            places.append((group, QRectF(left, top, wide, metrics.height())))
            left += wide + _GAP
        return places

    def _height(self, width: float) -> int:
        places = self._places(width)
        return round(places[-1][1].bottom() + 4) if places else 0

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(200, self._height(self.width()))

    def resizeEvent(self, event: object) -> None:
        """Takes another line where the width asks for it."""
        height = self._height(self.width())
        if height != self.height():
            self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the kinds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), 0.92))
        for group, place in self._places(self.width()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shade_of(group, self.palette()).ink))
            mark = QRectF(place.left(), place.center().y() - _MARK / 2, _MARK, _MARK)
            painter.drawRoundedRect(mark, 2, 2)
            painter.setPen(QColor(colours_of(self.palette()).text))
            words = place.adjusted(_MARK + 6, 0, 4, 0)
            painter.drawText(
                words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words(group)
            )
