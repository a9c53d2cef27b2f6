"""Closing the window: nothing typed is dropped and nothing under way is ended without a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


def may_stop(window: MainWindow, under_way: Sequence[str]) -> bool:
    """Whether what is still being made may end with the window; asked only where something is."""
    if not under_way:
        return True
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)  # the names of files are said as they are
    box.setText(f"{' and '.join(under_way)}: this is not finished.")
    box.setInformativeText("It ends if you close now; what is done stays.")
    box.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
    close = box.addButton("Close and end it", QMessageBox.ButtonRole.DestructiveRole)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen is close


def may_close_unsaved(window: MainWindow) -> bool:
    """Tries to save again, stays, or closes without the last words, as the delegate says."""
    while window.unsaved():
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText("What you typed last could not be saved.")
        box.setInformativeText(
            f"{window.toast.words}\n\nMend that and try again, or stay and copy your words elsewhere."
        )
        again = box.addButton("Try again", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
        without = box.addButton("Close without saving", QMessageBox.ButtonRole.DestructiveRole)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        if chosen is without:
            return True
        if chosen is not again:
            return False
        window.desk.save_again()
        window.flush()
        window.settle()
    return True
