"""The pages of a PDF: where they lie, their pictures, and the view that scrolls and zooms them."""

import io
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop.events import Events
from desktop.tasks import Tasks
from desktop.widgets.page_layout import GAP, MARGIN, PageLayout, Place, lay_out, scale_that_fits
from desktop.widgets.page_view import PageView
from desktop.widgets.pdf_file import Heading, PdfFile, page_picture, read_pdf

A4 = (595.0, 842.0)


def made_pdf(pages: int, size: tuple[float, float] = A4) -> PdfFile:
    """Pages that are black in their upper half."""
    content = io.BytesIO()
    canvas = Canvas(content, pagesize=size)
    for page in range(pages):
        canvas.bookmarkPage(f"p{page}")
        canvas.addOutlineEntry(f"Page {page + 1}", f"p{page}")
        canvas.rect(0, size[1] / 2, size[0], size[1] / 2, fill=1)
        canvas.showPage()
    canvas.save()
    return read_pdf(content.getvalue())


@pytest.fixture
def beside(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks(Events())
    yield tasks
    tasks.close()


@pytest.fixture
def view(qtbot: QtBot, beside: Tasks) -> PageView:
    view = PageView(beside)
    qtbot.addWidget(view)
    view.resize(640, 700)
    view.show()
    return view


def test_pages_lie_below_one_another_in_the_middle_of_the_room() -> None:
    layout = lay_out((A4, A4), 1.0, 800)
    assert [page.top() for page in layout.pages] == [GAP, GAP + 842 + GAP]
    assert {page.center().x() for page in layout.pages} == {399}
    assert (layout.width, layout.height) == (800, 3 * GAP + 2 * 842)


def test_the_scale_that_fits_leaves_the_margins() -> None:
    layout = lay_out((A4, (842.0, 595.0)), scale_that_fits((A4, (842.0, 595.0)), 640), 640)
    assert max(page.width() for page in layout.pages) == 640 - 2 * MARGIN
    assert layout.width == 640


@pytest.mark.parametrize("y", [0, 16, 400, 870, 1500, 1700])
def test_a_reading_position_outlives_a_change_of_scale(y: int) -> None:
    small, large = lay_out((A4, A4), 1.0, 800), lay_out((A4, A4), 2.0, 800)
    place = small.place_at(y)
    between_pages = 858 < y < 874
    assert abs(small.height_of(large.place_at(large.height_of(place))) - y) <= (GAP if between_pages else 1)


def test_a_reading_position_on_a_page_that_is_gone_is_the_last_page() -> None:
    layout = lay_out((A4,), 1.0, 800)
    assert layout.height_of(Place(7, 0.5)) == layout.pages[0].top()
    assert PageLayout().place_at(300) == Place()
    assert PageLayout().height_of(Place(3)) == 0


def test_only_pages_in_sight_are_named() -> None:
    layout = lay_out((A4,) * 9, 1.0, 800)
    assert layout.between(0, 500) == range(1)
    assert layout.between(800, 1800) == range(3)
    assert PageLayout().between(0, 500) == range(0)


def test_a_pdf_tells_its_sizes_and_headings() -> None:
    pdf = made_pdf(2, (612.0, 792.0))
    assert pdf.sizes == ((612.0, 792.0), (612.0, 792.0))
    assert pdf.headings == (Heading(0, "Page 1", 1), Heading(0, "Page 2", 2))


def test_a_picture_has_the_width_that_was_asked_for_and_shows_the_page() -> None:
    picture = page_picture(made_pdf(1), 0, 300)
    assert picture.width() == 300
    assert abs(picture.height() - 300 * 842 / 595) <= 1
    assert picture.pixelColor(150, 100).lightness() < 10
    assert picture.pixelColor(150, 350).lightness() > 245


def test_the_width_is_fitted_and_only_pages_near_sight_are_drawn(qtbot: QtBot, view: PageView) -> None:
    view.show_pdf(made_pdf(30))
    assert view.fits_width
    qtbot.waitUntil(lambda: view.pictures.picture(0) is not None and view.pictures.complete)
    assert [page for page in range(30) if view.pictures.picture(page)] in ([0], [0, 1])
    assert view.page == 1
    view.go_to(20)
    qtbot.waitUntil(lambda: view.pictures.picture(19) is not None)
    assert view.page == 20
    assert view.pictures.picture(0) is None


def test_a_new_pdf_keeps_the_reading_position_and_never_flickers(qtbot: QtBot, view: PageView) -> None:
    view.show_pdf(made_pdf(12))
    view.go_to(7)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 150)
    qtbot.waitUntil(lambda: view.pictures.picture(6) is not None)
    before, picture = view.verticalScrollBar().value(), view.pictures.picture(6)
    view.show_pdf(made_pdf(13))
    assert view.verticalScrollBar().value() == before
    assert view.pictures.picture(6) is picture
    qtbot.waitUntil(lambda: view.pictures.picture(6) is not picture)


def test_a_picture_of_another_paper_is_not_kept(qtbot: QtBot, view: PageView) -> None:
    view.show_pdf(made_pdf(1))
    qtbot.waitUntil(lambda: view.pictures.picture(0) is not None)
    view.show_pdf(made_pdf(1, (612.0, 792.0)))
    assert view.pictures.picture(0) is None


def test_zooming_holds_the_point_under_the_mouse(view: PageView) -> None:
    view.show_pdf(made_pdf(12))
    view.go_to(4)
    point = QPointF(300, 400)
    before = view._layout.place_at(view.verticalScrollBar().value() + 400)
    wheel = QWheelEvent(
        point,
        point,
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    zoom = view.zoom
    view.wheelEvent(wheel)
    after = view._layout.place_at(view.verticalScrollBar().value() + 400)
    assert view.zoom > zoom * 1.2
    assert not view.fits_width
    assert (after.page, round(after.share, 2)) == (before.page, round(before.share, 2))


def test_zoom_has_ends_and_the_size_on_paper(view: PageView) -> None:
    view.show_pdf(made_pdf(2))
    view.zoom_by(-100)
    assert view.zoom == 0.25
    view.zoom_by(100)
    assert view.zoom == 3.0
    view.zoom_to(1.0)
    assert view._layout.pages[0].width() == round(595 * view.logicalDpiX() / 72)
    view.fit_width()
    assert view.fits_width
    assert view._layout.width == view.viewport().width()


def test_the_keyboard_reads_on_and_back_and_to_the_ends(qtbot: QtBot, view: PageView) -> None:
    view.show_pdf(made_pdf(12))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 12
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_Space)
    on = view.verticalScrollBar().value()
    assert 300 < on <= view.viewport().height()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.verticalScrollBar().value() == on
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.verticalScrollBar().value() == 0


def test_a_page_that_cannot_be_drawn_says_so_once(qtbot: QtBot, view: PageView) -> None:
    heard: list[str] = []
    view.failed.connect(heard.append)
    view.show_pdf(PdfFile(b"not a PDF", (A4,)))
    qtbot.waitUntil(lambda: bool(heard))
    view.viewport().repaint()
    view.show_pdf(None)
    assert len(heard) == 1
    assert (view.count, view.page) == (0, 0)
