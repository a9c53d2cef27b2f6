"""Documents dropped on the window: looked at beside their source, set right, imported, found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from core.documents import Kind
from desktop.library.importing import Fate
from desktop.library.preview.room import ImportRoom
from desktop.library.preview.workbench import TO_CHECK, TRACKS
from desktop.main_window import MainWindow
from desktop.rail import LIBRARY, PREPARE

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = 20_000
_BUTTON, _NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


def resolution(number: int = 1, title: str = "The illicit trade in small arms") -> str:
    """The text of a resolution as it is printed."""
    return f"""A/RES/90/{number}

General Assembly

Distr.: General
9 December 2035

Ninetieth session
Agenda item 98 (p)

Resolution adopted by the General Assembly on 1 December 2035

90/{number}. {title}

The General Assembly,

Recalling its resolution 89/{number} of 2 December 2034 on the illicit trade in small arms and light weapons,

Noting with concern that the marking of polymer frames remains a matter for all States,

1. Encourages all States to keep records of marking. It also calls upon them to answer requests;

2. Decides to remain seized of the matter in the year {2035 + number}.
"""


@pytest.fixture(autouse=True)
def nothing_asked_in_the_end(window: MainWindow) -> Iterator[None]:
    """A test that fails leaves no corrections behind, about which the closing window would ask."""
    yield
    if window.library.import_room is not None:
        window.library.import_room.preview.clear()


def drop(window: MainWindow, *paths: Path) -> None:
    """Drops files or folders on the middle of the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPointF(window.rect().center())
    entering = QDragEnterEvent(QPoint(at.toPoint()), _COPY, data, _BUTTON, _NO_KEYS)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(at, _COPY, data, _BUTTON, _NO_KEYS))


def look(window: MainWindow, qtbot: QtBot, path: Path) -> ImportRoom:
    """Drops a file and waits until it can be looked at."""
    drop(window, path)
    qtbot.waitUntil(
        lambda: (room := window.library.import_room) is not None and room.preview.path == path, timeout=LONG
    )
    return window.library.importing


def answer(words: str) -> None:
    """Presses a button of the question that is about to be asked, as soon as it stands there."""

    def press() -> None:
        boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
        shown = [box for box in boxes if box.isVisible()]
        if not shown:
            QTimer.singleShot(10, press)
            return
        next(each for each in shown[0].buttons() if each.text() == words).click()

    QTimer.singleShot(0, press)


def labels(room: ImportRoom) -> list[str]:
    """The labels of the rows that are looked at."""
    return [each.label for each in room.preview.bench.list.rows.paragraphs if each.label]


def row_of(room: ImportRoom, fits: Callable[[str], bool]) -> int:
    """The first row whose label fits."""
    return next(nth for nth, each in enumerate(room.preview.bench.list.rows.paragraphs) if fits(each.label))


def test_a_document_is_dropped_set_right_imported_and_found(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "resolution.txt"
    file.write_text(resolution())
    window.go_to(PREPARE)
    room = look(window, qtbot, file)
    page, bench = room.preview, room.preview.bench
    assert window.pages.currentIndex() == LIBRARY and not window.reader.isVisible()
    assert page.name == "A/RES/90/1" and labels(room) == ["pp.1", "pp.2", "1", "2"]
    qtbot.waitUntil(lambda: "seized" in bench.source.words.toPlainText(), timeout=LONG)

    bench.list.select(row_of(room, lambda label: label == "1"))
    assert bench.source.words.extraSelections()
    cursor = bench.panel.words.textCursor()
    cursor.setPosition(bench.panel.words.toPlainText().index("It also"))
    bench.panel.words.setTextCursor(cursor)
    bench.panel.words.setFocus()
    QTest.keyClick(bench.panel.words, Qt.Key.Key_Return, CTRL)
    assert bench.list.rows.paragraph(bench.at).text.startswith("It also")  # type: ignore[union-attr]
    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClicks(bench.panel.number, "1 bis")
    QTest.keyClick(bench.panel.number, Qt.Key.Key_Return)
    assert labels(room) == ["pp.1", "pp.2", "1", "1bis", "2"]

    bench.list.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert labels(room) == ["pp.1", "pp.2", "1", "2"] and not page.is_corrected
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert labels(room) == ["pp.1", "pp.2", "1", "1bis", "2"]

    title = page.form.fields["title"]
    assert isinstance(title, QLineEdit)
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Small arms in all their aspects")
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: "Imported A/RES/90/1" in window.toast.words, timeout=LONG)
    assert window.toast.words == "Imported A/RES/90/1: 2 preambular and 3 operative paragraphs"
    assert not window.library.is_importing and window.reader.isVisible()
    reading = window.library.view.reading.rows_model
    qtbot.waitUntil(lambda: any(r.located and r.located.reference == "A/RES/90/1/1bis" for r in reading.rows))
    found = next(row.located for row in reading.rows if row.located)
    assert found.document.title == "Small arms in all their aspects"


def test_joining_and_kinds_by_key(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "resolution.txt"
    file.write_text(resolution())
    room = look(window, qtbot, file)
    bench = room.preview.bench
    bench.list.select(row_of(room, lambda label: label == "pp.1"))
    bench.list.setFocus()
    QTest.keyClick(window, Qt.Key.Key_J, CTRL)
    assert labels(room) == ["pp.1", "1", "2"]
    joined = bench.list.rows.paragraph(bench.at)
    assert joined is not None and "Noting with concern" in joined.text
    bench.list.select(row_of(room, lambda label: label == "2"))
    QTest.keyClick(window, Qt.Key.Key_J, CTRL | SHIFT)
    assert labels(room) == ["pp.1", "1"]
    bench.set_kind("unnumbered")
    assert labels(room) == ["pp.1"]
    room.preview.undo()
    bench.set_kind("report")
    assert bench.list.rows.paragraph(bench.at).kind is Kind.REPORT  # type: ignore[union-attr]
    answer("Leave without importing")
    room.preview.cancel.click()
    assert not window.library.is_importing


def test_leaving_with_corrections_asks(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "resolution.txt"
    file.write_text(resolution())
    room = look(window, qtbot, file)
    room.preview.bench.join(1)
    assert room.is_corrected
    answer("Stay")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.library.is_importing
    answer("Stay")
    assert not window.close() and window.isVisible()
    window.go_to(PREPARE)
    window.go_to(LIBRARY)
    assert window.library.is_importing and room.is_corrected
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    answer("Leave without importing")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.library.is_importing and room.preview.path is None


def test_a_refused_file_is_told_where_one_looks(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    empty.touch()
    drop(window, empty)
    qtbot.waitUntil(
        lambda: (room := window.library.import_room) is not None and "empty.pdf" in room.refusal.text(),
        timeout=LONG,
    )
    room = window.library.importing
    assert room.refusal_title.text() == "empty.pdf was not imported" and room.refusal.isVisible()
    room.preview.left.emit()
    assert not window.library.is_importing


def test_the_same_text_again_and_another_language_are_said_at_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "resolution.txt"
    file.write_text(resolution())
    room = look(window, qtbot, file)
    room.preview.save()
    qtbot.waitUntil(lambda: not window.library.is_importing, timeout=LONG)
    room = look(window, qtbot, file)
    page = room.preview
    assert "in the library already" in page._banner.text() and not page.accept.isEnabled()
    page._edit_head("language", "fr")
    qtbot.waitUntil(page.accept.isEnabled)
    assert "in English; this is the same document" in page._banner.text()
    page.undo()
    qtbot.waitUntil(lambda: not page.accept.isEnabled())
    page.left.emit()


def test_a_pdf_is_shown_as_pictures_that_follow_the_rows(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "resolution.pdf"
    more = "\n\n".join(
        f"Recalling also its resolution {number}/1 on the illicit trade in small arms in all "
        "its aspects, and the need for States to keep records of every marking for as long as possible,"
        for number in range(70, 80)
    )
    _print(file, resolution().replace("\n\n1. ", f"\n\n{more}\n\n1. "))
    room = look(window, qtbot, file)
    bench = room.preview.bench
    qtbot.waitUntil(lambda: bench.source.pages.count == 2, timeout=LONG)
    qtbot.waitUntil(lambda: bench.source.pages.pictures.picture(0) is not None, timeout=LONG)
    last = bench.list.rows.rowCount() - 1
    bench.list.select(last)
    page = bench.list.rows.paragraph(last).page  # type: ignore[union-attr]
    assert page is not None and page > 1 and bench.source.pages.page == page
    bench.source.pages.go_to(1)
    qtbot.waitUntil(lambda: bench.list.rows.paragraph(bench.at).page == 1)  # type: ignore[union-attr]
    room.preview.left.emit()


def test_a_batch_takes_the_obvious_and_lists_the_others(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(1, 7):
        (tmp_path / f"r{number}.txt").write_text(resolution(number))
    (tmp_path / "r3.txt").write_text("1. Encourages all States.\n\n2. Decides to remain seized of it.\n")
    (tmp_path / "r7.txt").touch()
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: (room := window.library.import_room) is not None and room.batch.is_running)
    batch = window.library.importing.batch
    qtbot.waitUntil(lambda: not batch.is_running, timeout=LONG)
    assert batch.state.text() == "Imported 5 of 7 · 1 wants a look · 1 refused"
    wanted = batch.list.current()
    assert wanted is not None and wanted.fate is Fate.LOOK and wanted.path.name == "r3.txt"
    assert not any(hasattr(each.document, "paragraphs") for each in batch.list.rows.outcomes)
    QTest.keyClick(batch.list, Qt.Key.Key_Return)
    page = window.library.importing.preview
    qtbot.waitUntil(lambda: page.path is not None, timeout=LONG)
    page.bench.tabs.setCurrentIndex(TO_CHECK)
    page.bench.tabs.setCurrentIndex(TRACKS)
    page.save()
    qtbot.waitUntil(batch.isVisible, timeout=LONG)
    assert batch.state.text() == "Imported 6 of 7 · 1 refused"
    QTest.mouseClick(batch.done, Qt.MouseButton.LeftButton)
    assert not window.library.is_importing
    qtbot.waitUntil(lambda: "A/RES/90/6" in [each.symbol for each in _documents(window)])


def test_a_batch_can_be_stopped_and_keeps_what_went_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(1, 13):
        (tmp_path / f"r{number}.txt").write_text(resolution(number))
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: (room := window.library.import_room) is not None and room.batch.is_running)
    batch = window.library.importing.batch
    qtbot.waitUntil(lambda: len(batch.list.rows.outcomes) >= 2, timeout=LONG)
    QTest.mouseClick(batch.cancel, Qt.MouseButton.LeftButton)
    assert not batch.is_running and batch.title.text() == "Import stopped"
    went_in = len(batch.list.rows.outcomes)
    assert 2 <= went_in < 12
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert batch.isVisible()


def _documents(window: MainWindow) -> list[object]:
    model = window.library.side.model
    return list(model.documents)


def _print(file: Path, text: str) -> None:
    """Prints a text as a PDF of two pages; the second begins with its first numbered paragraph."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

    plain = getSampleStyleSheet()["Normal"]
    story: list[Flowable] = []
    for piece in text.strip().split("\n\n"):
        if piece.strip().startswith("1. "):
            story.append(PageBreak())
        story += [Paragraph(piece.strip(), plain), Spacer(1, 10)]
    SimpleDocTemplate(str(file), pagesize=A4).build(story)


def test_a_later_import_is_not_covered_by_an_earlier_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(resolution(1))
    second.write_text(resolution(2))
    drop(window, first)
    room = look(window, qtbot, second)
    qtbot.wait(600)
    assert room.preview.path == second and room.preview.name == "A/RES/90/2"
    room.preview.left.emit()


def test_what_a_field_refuses_is_not_imported_as_it_was_before(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "resolution.txt"
    file.write_text(resolution())
    room = look(window, qtbot, file)
    short = room.preview.form.fields["short"]
    assert isinstance(short, QLineEdit)
    short.setFocus()
    short.setText("no/name!")
    room.preview.save()
    assert room.preview.path == file and not room.preview._saving
    assert room.preview._complaint.text()
    answer("Stay")
    assert not room.may_close()
    short.setText("R1")
    room.preview.save()
    qtbot.waitUntil(lambda: room.preview.path is None, timeout=LONG)
    qtbot.waitUntil(lambda: "R1" in window.toast.words, timeout=LONG)
