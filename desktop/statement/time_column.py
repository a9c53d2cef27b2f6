"""How long the statement takes: the whole, always in sight, and each section against the limit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.speaking_time import SectionTime, SpeakingTime, clock
from desktop.theme.colours import colours_of
from desktop.theme.type import scaled
from desktop.widgets.pieces import label
from desktop.widgets.plain_tip import plain_tip

WIDTH = 132
_OPENING = "Opening"


class Bar(QWidget):
    """A stretch of time on the way to the limit; what lies beyond the limit has the warning's colour."""

    def __init__(self) -> None:
        """An empty bar."""
        super().__init__()
        self._start = self._end = self._limit = self._whole = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Slim."""
        return QSize(40, 6)

    def show_span(self, start: float, end: float, limit: float, whole: float) -> None:
        """From ``start`` to ``end`` of ``whole`` seconds; at ``limit`` the microphone is cut (0: never)."""
        self._start, self._end, self._limit, self._whole = start, end, limit or whole, max(whole, 1.0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the way, the stretch, and the limit."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.rect(), QColor(colours.sunken))
        within = min(self._end, self._limit)
        self._stretch(painter, self._start, within, colours.accent)
        self._stretch(painter, max(self._start, self._limit), self._end, colours.warning)
        if self._limit < self._whole:
            x = round(self.width() * self._limit / self._whole)
            painter.fillRect(QRectF(x, 0, 1, self.height()), QColor(colours.text))

    def _stretch(self, painter: QPainter, start: float, end: float, colour: str) -> None:
        if end > start:
            scale = self.width() / self._whole
            width = max(2.0, (end - start) * scale)
            painter.fillRect(QRectF(start * scale, 0, width, self.height()), QColor(colour))


class SectionRow(QWidget):
    """One section: its title, its time and where it lies."""

    def __init__(self) -> None:
        """Empty until it is told what to show."""
        super().__init__()
        self._title = label("")
        self._title.setFont(scaled(QApplication.font(), 0.88))
        self._time = label("", "muted")
        self._time.setFont(scaled(QApplication.font(), 0.88))
        self._bar = Bar()
        self._words = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for piece in (self._title, self._time, self._bar):
            column.addWidget(piece)

    def show_section(self, title: str, start: float, seconds: float, limit: float, whole: float) -> None:
        """Shows a section that begins ``start`` seconds into the statement."""
        self._words = title
        self._elide()
        self._time.setText(clock(round(seconds)))
        self._bar.show_span(start, start + seconds, limit, whole)
        self.setAccessibleName(f"{title}: {clock(round(seconds))}")
        self.setToolTip(plain_tip(title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts the title to the room there is."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self._title.font())
        self._title.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width()))


class TimeColumn(QFrame):
    """The slim column at the right edge of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is told a time."""
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Speaking time")
        self._total = label("0:00")
        self._total.setFont(scaled(QApplication.font(), 1.6, bold=True))
        self._limit = label("", "muted", wrap=True)
        self._rate = label("", "muted", wrap=True)
        for small in (self._limit, self._rate):
            small.setFont(scaled(QApplication.font(), 0.88))
        self._bar = Bar()
        self._rows: list[SectionRow] = []
        inside = QWidget()
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(0, 0, 0, 16)
        self._sections.setSpacing(12)
        self._sections.addStretch(1)
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setWidget(inside)
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 26, 10, 0)
        column.setSpacing(4)
        for piece in (self._total, self._limit, self._bar, self._rate):
            column.addWidget(piece)
        column.addSpacing(16)
        column.addWidget(self._scroller, 1)

    def show_time(self, time: SpeakingTime, sections: Sequence[SectionTime]) -> None:
        """Shows a statement's time and that of its sections."""
        limit = time.limit_seconds
        whole = float(max(limit, time.seconds))
        over = time.seconds - limit
        self._total.setText(clock(time.seconds))
        _set_role(self._total, "warning" if time.is_over else "")
        self._limit.setText(_against(limit, over) if limit else "no limit set")
        _set_role(self._limit, "warning" if time.is_over else "muted")
        self._rate.setText(f"{time.words} words, at {time.words_a_minute} a minute")
        self._bar.show_span(0, time.seconds, limit, whole)
        shown = [] if len(sections) == 1 and not sections[0].title else list(sections)
        self._make_rows(len(shown))
        start = 0.0
        for row, section in zip(self._rows, shown, strict=True):
            seconds = section.words * 60 / time.words_a_minute
            row.show_section(section.title or _OPENING, start, seconds, limit, whole)
            start += seconds

    def _make_rows(self, count: int) -> None:
        while len(self._rows) < count:
            self._rows.append(SectionRow())
            self._sections.insertWidget(len(self._rows) - 1, self._rows[-1])
        while len(self._rows) > count:
            gone = self._rows.pop()
            self._sections.removeWidget(gone)
            gone.hide()
            gone.deleteLater()


def _against(limit: int, over: int) -> str:
    return f"{clock(over)} over {clock(limit)}" if over > 0 else f"of {clock(limit)}"


def _set_role(piece: QLabel, role: str) -> None:
    if piece.property("role") != role:
        piece.setProperty("role", role)
        piece.style().unpolish(piece)
        piece.style().polish(piece)
