"""The pages of a PDF, one below the other, as they will be printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget

from desktop.tasks import Tasks
from desktop.theme.colours import Colours, colours_of
from desktop.widgets.page_layout import PageLayout, Place, lay_out, scale_that_fits
from desktop.widgets.page_pictures import PagePictures
from desktop.widgets.pdf_file import Heading, PdfFile, page_picture

_LEAST, _MOST, _STEP = 0.25, 3.0, 1.15
_WIDEST_PICTURE = 4000


class PageView(QAbstractScrollArea):
    """Shows a PDF in one continuous scroll; ``moved`` says that the page in sight or the zoom changed."""

    moved = Signal()
    failed = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        name: str = "Pages",
        draw: Callable[[PdfFile, int, int], QImage] = page_picture,
    ) -> None:
        """Starts empty, fitting the width; ``draw`` makes the picture of a page, on a thread beside."""
        super().__init__(parent)
        self._pdf: PdfFile | None = None
        self._layout = PageLayout()
        self._fits = True
        self._zoom = 1.0
        self._ratio = 1.0
        self.pictures = PagePictures(tasks, self, draw)
        self.pictures.arrived.connect(self.viewport().update)
        self.pictures.failed.connect(self.failed)
        self._redraw = QTimer(self, singleShot=True, interval=80)
        self._redraw.timeout.connect(self._want)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(name)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    # what is shown

    def show_pdf(self, pdf: PdfFile | None) -> None:
        """Shows another PDF at the same reading position."""
        self._pdf = pdf
        self.pictures.show_pdf(pdf)
        self._arrange(self._top_place())
        self._want()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The outline of the PDF."""
        return self._pdf.headings if self._pdf is not None else ()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._layout.pages)

    @property
    def page(self) -> int:
        """The page in sight, counted from 1; 0 if there is none."""
        if not self.count:
            return 0
        third = self.verticalScrollBar().value() + self.viewport().height() // 3
        return self._layout.place_at(third).page + 1

    def go_to(self, page: int) -> None:
        """Brings a page (counted from 1) to the top."""
        if self.count:
            place = Place(min(max(page, 1), self.count) - 1)
            self.verticalScrollBar().setValue(self._layout.height_of(place) - 8)

    # how large

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self._zoom

    @property
    def fits_width(self) -> bool:
        """Whether the zoom follows the width of the view."""
        return self._fits

    def fit_width(self) -> None:
        """Lets the zoom follow the width of the view."""
        place = self._top_place()
        self._fits = True
        self._arrange(place)
        self._want()

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Zooms, holding the point ``around`` of the view (by default its top) where it is."""
        point = around if around is not None else QPointF(self.viewport().width() / 2, 0)
        place = self._layout.place_at(self.verticalScrollBar().value() + point.y())
        across = self.horizontalScrollBar().value() + point.x() - self._layout.width / 2
        before = self._zoom
        self._fits = False
        self._zoom = min(max(zoom, _LEAST), _MOST)
        self._arrange(place, round(point.y()))
        grown = across * self._zoom / before + self._layout.width / 2
        self.horizontalScrollBar().setValue(round(grown - point.x()))
        self._redraw.start()

    def zoom_by(self, steps: float, around: QPointF | None = None) -> None:
        """Zooms in, or out with a negative number of steps."""
        self.zoom_to(self._zoom * _STEP**steps, around)

    # inside

    def _scale(self) -> float:
        return self._zoom * self.logicalDpiX() / 72

    def _top_place(self) -> Place:
        return self._layout.place_at(self.verticalScrollBar().value())

    def _arrange(self, place: Place, below_top: int = 0) -> None:
        sizes = self._pdf.sizes if self._pdf is not None else ()
        room = self.viewport().width()
        if self._fits and sizes:
            self._zoom = scale_that_fits(sizes, room) * 72 / self.logicalDpiX()
        self._layout = lay_out(sizes, self._scale(), room)
        seen = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(self._layout.height - seen.height(), 0))
        down.setPageStep(seen.height())
        down.setSingleStep(48)
        across.setRange(0, max(self._layout.width - seen.width(), 0))
        across.setPageStep(seen.width())
        down.setValue(self._layout.height_of(place) - below_top)
        self.viewport().update()
        self.moved.emit()

    def _scrolled(self) -> None:
        self.viewport().update()
        self._redraw.start()
        self.setAccessibleDescription(f"Page {self.page} of {self.count}")
        self.moved.emit()

    def _in_sight(self, around: int = 0) -> range:
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        return self._layout.between(top - around, top + height + around)

    def _want(self) -> None:
        ratio = self._ratio = self.devicePixelRatioF()
        seen = self._in_sight()
        order = [*seen, *(page for page in self._in_sight(self.viewport().height() // 2) if page not in seen)]
        pages = self._layout.pages
        self.pictures.want({n: min(round(pages[n].width() * ratio), _WIDEST_PICTURE) for n in order})

    def _on_view(self, page: int) -> QRect:
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self._layout.pages[page].translated(-shift)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the pages in sight on their ground."""
        colours = colours_of(self.palette())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(colours.sunken))
        for page in self._in_sight():
            self._draw_page(painter, page, colours)
        if self._ratio != self.devicePixelRatioF():
            self._redraw.start()
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _draw_page(self, painter: QPainter, page: int, colours: Colours) -> None:
        where = self._on_view(page)
        painter.fillRect(where, QColor("white"))
        picture = self.pictures.picture(page)
        if picture is not None:
            ratio = self.devicePixelRatioF()
            if picture.width() == round(where.width() * ratio):
                picture.setDevicePixelRatio(ratio)
                painter.drawImage(where.topLeft(), picture)
            else:
                painter.drawImage(where, picture, picture.rect())
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawRect(where.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the reading position, and the width if that is fitted."""
        super().resizeEvent(event)
        self._arrange(self._top_place())
        self._redraw.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl, scrolls without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Shift+Space read on and back, Home and End go to the ends."""
        key, bar = event.key(), self.verticalScrollBar()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        action = QAbstractSlider.SliderAction
        actions = {
            Qt.Key.Key_Space: action.SliderPageStepSub if back else action.SliderPageStepAdd,
            Qt.Key.Key_Home: action.SliderToMinimum,
            Qt.Key.Key_End: action.SliderToMaximum,
        }
        if key in actions:
            bar.triggerAction(actions[Qt.Key(key)])
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Takes on the colours of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
