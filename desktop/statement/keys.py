"""What keys do on the page, beyond plain typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QToolTip

from desktop.statement import editing
from desktop.statement.shapes import shape_of
from desktop.statement.smart_typing import after_typing, bracketed, citation_typed

if TYPE_CHECKING:
    from desktop.statement.editor import StatementEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS_PRIVATE = "These words are kept apart: one side is not delivered (Ctrl+Shift+P)"


def tab_in_list(editor: StatementEditor, event: QKeyEvent) -> bool:
    """Moves list items in or out; False where Tab goes to the next control."""
    steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    step = steps.get(Qt.Key(event.key()), 0) if modifiers == Qt.KeyboardModifier.NoModifier else 0
    cursor = editor.textCursor()
    if not step or not all(shape_of(block).listed for block in editing.chosen_blocks(cursor)):
        return False
    editing.indent(cursor, editor.fonts, step)
    return True


def handled(editor: StatementEditor, event: QKeyEvent) -> bool:
    """Does what a key means for the text's structure; False for keys that are Qt's to handle."""
    if event.matches(QKeySequence.StandardKey.Undo):
        editor.undo()
    elif event.matches(QKeySequence.StandardKey.Redo):
        editor.redo()
    elif event.matches(QKeySequence.StandardKey.Cut):
        editor.cut()
    elif (action := editor.actions_by_name.matching(event)) is not None:
        action.trigger()
    elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        event.ignore()
    elif event.key() in _ENTER:
        return _enter(editor, event)
    else:
        return _erases(editor, event)
    return True


def typed(editor: StatementEditor, event: QKeyEvent, natively: Callable[[QKeyEvent], None]) -> None:
    """Types a character, and makes of it what it stands for."""
    letter = event.text()
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    commands = held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.MetaModifier)
    writes = bool(letter) and letter.isprintable() and not commands
    if writes and editing.spans_blocks(editor.textCursor()):
        editor.remove_selection()
    natively(event)
    if not writes:
        return
    cursor = editor.textCursor()
    found = bracketed(cursor) if letter == "]" else None
    if found is None:
        after_typing(cursor, letter, editor.language, editor.fonts)
        return
    words, selected = found
    cite = citation_typed(words)
    if cite is not None:
        editor.put_citation(selected, words, cite)
    else:
        editor.reference_typed.emit(words, selected)


def _enter(editor: StatementEditor, event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.AltModifier:
        editor.read_citation()
        return True
    if held == Qt.KeyboardModifier.ControlModifier:
        event.ignore()
        return True
    if held == Qt.KeyboardModifier.ShiftModifier:
        editor.remove_selection()
    if held != Qt.KeyboardModifier.NoModifier:
        return False
    cursor = editor.textCursor()
    editing.break_block(cursor, editor.fonts)
    _go_to(editor, cursor)
    return True


def _erases(editor: StatementEditor, event: QKeyEvent) -> bool:
    standard = QKeySequence.StandardKey
    bare = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.NoModifier
    back = (bare and event.key() == Qt.Key.Key_Backspace) or event.matches(standard.DeleteStartOfWord)
    on = event.matches(standard.Delete) or event.matches(standard.DeleteEndOfWord)
    cursor = editor.textCursor()
    if not (back or on):
        return False
    if cursor.hasSelection():
        editor.remove_selection()
        return True
    if back and cursor.atBlockStart():
        apart = not editing.back_out(cursor, editor.fonts) and not editing.join(cursor, editor.fonts, -1)
    elif on and cursor.atBlockEnd():
        apart = not editing.join(cursor, editor.fonts, 1)
    else:
        return False
    _go_to(editor, cursor)
    if apart:
        point = editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
        QToolTip.showText(point, _STAYS_PRIVATE, editor)
    return True


def _go_to(editor: StatementEditor, cursor: QTextCursor) -> None:
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
