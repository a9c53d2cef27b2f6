"""What was asked for earlier, or in another workspace, moves nothing that was chosen since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.statements import Capacity
from desktop.main_window import MainWindow
from desktop.statement import page as statement_page

CTRL = Qt.KeyboardModifier.ControlModifier


def paragraph(window: MainWindow, qtbot: QtBot, reference: str) -> LibraryParagraph:
    """A paragraph of the library."""
    found: list[LibraryParagraph] = []
    window._tasks.read(lambda work: work.library.resolve(reference), found.extend)
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    return found[0]


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Waits until the workspace has answered everything it was asked before."""
    answers: list[object] = []
    window._tasks.read(lambda work: True, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5000)


def open_another(window: MainWindow, qtbot: QtBot, template: Path, folder: Path) -> None:
    """Opens another workspace in the window."""
    other = Path(shutil.copy(template, folder / "Another.db"))
    window.open_workspace(other)
    qtbot.waitUntil(
        lambda: window.windowTitle().startswith("Another") and window.desk.dossier is not None, timeout=5000
    )


def test_return_belongs_to_the_words_before_it(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = window.palette_over
    qtbot.waitUntil(palette.isVisible)
    QTest.keyClicks(palette.field, "homemade guns")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QTest.keyClicks(palette.field, " marking")
    qtbot.waitUntil(
        lambda: palette.asker.is_answered and palette.asker.last.question.meaning is True, timeout=5000
    )
    settled(window, qtbot)
    assert palette.isVisible() and not window.desk.pulled


def test_a_neighbour_does_not_displace_what_was_chosen_since(window: MainWindow, qtbot: QtBot) -> None:
    first, other = (paragraph(window, qtbot, each) for each in ("BMS8 62", "BMS8 40"))
    window.reading.read(first)
    window.reading.step(1)
    window.reading.read(other)
    settled(window, qtbot)
    assert window.reader.located == other
    window.reading.step(1)
    qtbot.waitUntil(lambda: window.reader.located not in (None, other), timeout=5000)


def test_the_palette_finds_nothing_of_another_workspace(
    window: MainWindow, qtbot: QtBot, template: Path, tmp_path: Path
) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = window.palette_over
    qtbot.waitUntil(palette.isVisible)
    palette.field.setText("homemade guns")
    qtbot.waitUntil(lambda: bool(palette.asker.last.hits), timeout=5000)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    open_another(window, qtbot, template, tmp_path)
    assert palette.list.current_row() is None and not palette.asker.last.hits
    window.palette_over.open_up()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert not window.desk.pulled


def test_the_thesaurus_offers_no_undo_of_what_was_done_elsewhere(window: MainWindow, qtbot: QtBot) -> None:
    window.menu.show_thesaurus("brokering")
    dialog = window.menu.thesaurus
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.concept == "brokering" and dialog._edited == "brokering", timeout=5000)
    QTest.keyClicks(dialog.pane.words.field, "zigzaggers")
    QTest.keyClick(dialog.pane.words.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "zigzaggers" in dialog.said.text(), timeout=5000)
    assert dialog.undo.isVisible()
    window.desk.pull([paragraph(window, qtbot, "BMS8 62")])
    qtbot.waitUntil(lambda: bool(window.desk.pulled) and not dialog.said.text(), timeout=5000)
    assert not dialog.undo.isVisible()


def test_keys_go_their_way_again_when_a_new_statement_cannot_be_read(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise NameplateError("The disk is gone; plug it in.")

    page = window.dossier.statement
    qtbot.waitUntil(lambda: page._shelf is not None, timeout=5000)
    told: list[str] = []
    window._tasks.failed.connect(told.append)
    monkeypatch.setattr(statement_page, "read_shelf", broken)
    page._start_to_write(Capacity.NATIONAL)
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert not page._typed_ahead._keeps


def test_an_index_is_made_anew_by_one_renewal_at_a_time(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, renewal = window._tasks.workspace, window._index_renewal
    assert workspace is not None
    asked: list[int] = []
    plain = renewal._next

    def counted() -> None:
        asked.append(renewal._turn)
        plain()

    monkeypatch.setattr(type(workspace), "renew_part", lambda self: 1)
    renewal._later.timeout.disconnect()
    renewal._later.timeout.connect(counted)
    for _ in range(3):
        renewal.start()  # as when one workspace is opened after another
    settled(window, qtbot)
    assert not asked  # the answers to the first two began nothing
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=5000)
    assert set(asked) == {renewal._turn}
    monkeypatch.setattr(type(workspace), "renew_part", lambda self: 0)
    qtbot.waitUntil(lambda: not renewal._going, timeout=5000)
