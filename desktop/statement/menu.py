"""The context menu of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from core.statement_text import Cite

if TYPE_CHECKING:
    from desktop.statement.editor import StatementEditor


def editor_menu(editor: StatementEditor, cite: Cite | None) -> QMenu:
    """What can be done where the pointer is; first, if it is on a chip, to read what it names."""
    menu = QMenu(editor)
    if cite is not None:
        reference = str(cite.reference)
        menu.addAction(f"Read {reference}", lambda: editor.citation_activated.emit(reference))
        menu.addSeparator()
    own = editor.actions_by_name
    menu.addActions([own["undo"], own["redo"]])
    menu.addSeparator()
    selected = editor.textCursor().hasSelection()
    standard = QKeySequence.StandardKey
    _add(menu, "Cut", standard.Cut, editor.cut).setEnabled(selected)
    _add(menu, "Copy", standard.Copy, editor.copy).setEnabled(selected)
    _add(menu, "Paste", standard.Paste, editor.paste).setEnabled(editor.canPaste())
    _add(menu, "Select all", standard.SelectAll, editor.selectAll)
    menu.addSeparator()
    menu.addActions([own["quotation"], own["private"], own["citation"]])
    return menu


def _add(menu: QMenu, name: str, keys: QKeySequence.StandardKey, job: object) -> QAction:
    action = menu.addAction(name)
    action.setShortcut(keys)
    action.triggered.connect(job)
    return action
