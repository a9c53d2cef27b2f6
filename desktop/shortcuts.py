"""The keys of the whole window. Those of one place are with that place; F1 lists them all (key_list)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from desktop.rail import LIBRARY, PACKS, PREPARE, SHARE

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


def add_shortcuts(window: MainWindow) -> None:
    """Gives the window its keys."""
    keys: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Ctrl+K", window.palette_over.open_up),
        ("Alt+1", lambda: window.go_to(PREPARE)),
        ("Alt+2", lambda: window.go_to(LIBRARY)),
        ("Alt+3", lambda: window.go_to(PACKS)),
        ("Alt+4", lambda: window.go_to(SHARE)),
        ("Ctrl+F", window.search_here),
        ("Alt+PgUp", lambda: window.reading.step(-1)),
        ("Alt+PgDown", lambda: window.reading.step(1)),
        ("Alt+Left", window.reading.back),
        ("Alt+Right", window.reading.forward),
        ("Ctrl+PgUp", lambda: window.turn_tab(-1)),
        ("Ctrl+PgDown", lambda: window.turn_tab(1)),
        ("Ctrl+Z", window.undoing.undo_outside_text),
        ("Ctrl+Shift+Z", window.undoing.redo_outside_text),
        ("Ctrl+Alt+Z", window.undoing.undo),
        ("F8", lambda: window.fold(window.agenda)),
        ("F9", lambda: window.fold(window.reader)),
        ("F10", window.status.settings.showMenu),
    )
    for sequence, act in keys:
        _add(window, QKeySequence(sequence), act)


def _add(window: MainWindow, keys: QKeySequence, act: Callable[[], object]) -> None:
    action = QAction(window)
    action.setShortcut(keys)
    action.triggered.connect(lambda: act())  # noqa: PLW0108 - drops the checked flag
    window.addAction(action)
