"""Closing the window while something long is under way: it ends only when the delegate says so."""

from __future__ import annotations

import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.tasks import Progress


def press(words: str, said: list[str]) -> None:
    """Presses a button of the question that is about to be asked, and keeps what it asked."""
    boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
    shown = next((box for box in boxes if box.isVisible()), None)
    if shown is None:
        QTimer.singleShot(10, lambda: press(words, said))
        return
    said.append(shown.text())
    next(each for each in shown.buttons() if each.text() == words).click()


def test_what_is_under_way_ends_only_when_it_is_said(window: MainWindow, qtbot: QtBot) -> None:
    ended = threading.Event()

    def job(progress: Progress) -> None:
        try:
            while not ended.wait(0.01):
                progress(0.5)
        finally:
            ended.set()

    tasks, said = window._tasks, list[str]()
    tasks.beside(job, lambda _: None, words="Exporting the pack")
    assert tasks.under_way == ("Exporting the pack",)
    QTimer.singleShot(0, lambda: press("Stay", said))
    window.close()
    assert window.isVisible() and not ended.is_set()
    QTimer.singleShot(0, lambda: press("Close and end it", said))
    window.close()
    assert not window.isVisible() and ended.is_set()
    assert said == ["Exporting the pack: this is not finished."] * 2


def test_what_was_cancelled_is_not_asked_about(window: MainWindow, qtbot: QtBot) -> None:
    ended = threading.Event()
    progress = window._tasks.beside(lambda _: ended.wait(5), lambda _: None, words="Exporting the pack")
    progress.cancel()
    assert window._tasks.under_way == ()
    ended.set()
