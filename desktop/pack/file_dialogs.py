"""Where a file goes, and how to get to it afterwards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.settings import settings

_FOLDER = "files/last_folder"
FORMATS = {"docx": "Word document (*.docx)", "pdf": "PDF (*.pdf)"}
"""What an export can be, by suffix, as the file dialog names it."""


def last_folder(otherwise: Path | None = None) -> Path:
    """The folder a file was last written to, or else the one given, or else the delegate's documents."""
    kept = settings().value(_FOLDER, "")
    for folder in (Path(str(kept)) if kept else None, otherwise):
        if folder is not None and folder.is_dir():
            return folder
    return Path.home()


def ask_where(
    parent: QWidget,
    title: str,
    start: Path,
    suffix: str,
    formats: Mapping[str, str],
    on_chosen: Callable[[Path], object],
) -> QFileDialog:
    """Asks for a file to write. ``start`` is the folder and name proposed, ``suffix`` the first format.

    The path handed on always ends in the suffix of one of the formats.
    """
    dialog = QFileDialog(parent, title, str(start.parent))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(formats.values()))
    dialog.selectNameFilter(formats[suffix])
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(f"{start.name}.{suffix}")
    by_filter = {words: each for each, words in formats.items()}

    def chosen(name: str) -> None:
        target = Path(name)
        if target.suffix.lower().lstrip(".") not in formats:
            target = target.with_name(f"{target.name}.{by_filter[dialog.selectedNameFilter()]}")
        settings().setValue(_FOLDER, str(target.parent))
        on_chosen(target)

    dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(by_filter[words]))
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def open_file(path: Path) -> bool:
    """Opens a file in the program the system has for it; False if there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Shows a file where it lies, selected where the system can do that."""
    if sys.platform == "win32":
        return QProcess.startDetached("explorer", ["/select,", QDir.toNativeSeparators(str(path))])[0]
    if sys.platform == "darwin":
        return QProcess.startDetached("open", ["-R", str(path)])[0]
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
