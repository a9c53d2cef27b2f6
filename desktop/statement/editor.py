"""Where a statement is written: the page, with keys, typing, pasting and undo as a good editor has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from core.statement_text import Block, Cite, Style
from desktop.statement import editing, keys
from desktop.statement.actions import Actions
from desktop.statement.clipboard import OWN_FORMAT, blocks_from, selected_blocks
from desktop.statement.document import run_format
from desktop.statement.edit_watch import EditWatch
from desktop.statement.menu import editor_menu
from desktop.statement.shapes import shape_of
from desktop.statement.smart_typing import put_chip
from desktop.statement.typefaces import BOLD
from desktop.statement.view import StatementView
from desktop.theme.colours import colours_of


class StatementEditor(StatementView):
    """The page, to write on. It tells what happened and leaves saving to others.

    ``reference_typed`` carries what was typed in square brackets and a cursor that holds it, brackets and
    all: whoever knows the library may put a chip in its place with ``put_citation``.
    """

    edited = Signal()
    left = Signal()
    palette_requested = Signal()
    reference_typed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty page to write on."""
        self.language = "en"
        super().__init__(parent)
        self.setReadOnly(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText("Chair, …")
        self.actions_by_name = Actions(self, self._jobs())
        self._watch = EditWatch(self.document(), lambda: self.fonts, self)
        self._watch.edited.connect(self.edited)
        self.cursorPositionChanged.connect(self._show_state)
        self.currentCharFormatChanged.connect(self._show_state)
        self.edited.connect(self._show_state)
        for name, signal in (
            ("undo", self.document().undoAvailable),
            ("redo", self.document().redoAvailable),
        ):
            self.actions_by_name[name].setEnabled(False)
            signal.connect(self.actions_by_name[name].setEnabled)
        self.actions_by_name.recolour(colours_of(self.palette()))
        self.set_blocks(())

    def set_blocks(self, blocks: Sequence[Block]) -> None:
        """Shows other text from its beginning: no edit, and nothing to undo."""
        with self._watch.quiet():
            super().set_blocks(blocks)
        self._show_state()

    def insert_blocks(self, blocks: Sequence[Block]) -> None:
        """Puts blocks in at the cursor as one step; a single paragraph runs on in the sentence there.

        After a quotation at the end of the text an empty line waits for one's own words.
        """
        if not blocks:
            return
        cursor = self.textCursor()
        with editing.one_step(cursor):
            only = blocks[0] if len(blocks) == 1 else None
            here = shape_of(cursor.block())
            if only is not None and only.style is Style.PARAGRAPH and not (only.quoted or here.quoted):
                editing.insert_words(cursor, only, self.fonts)
            else:
                if here.quoted and cursor.block().text():
                    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                editing.insert_blocks(cursor, blocks, self.fonts, joined=False)
                if blocks[-1].quoted and not cursor.block().next().isValid():
                    editing.break_block(cursor, self.fonts)
                    editing.break_block(cursor, self.fonts)
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(run_format(False, False))
        self.ensureCursorVisible()

    def put_citation(self, selected: QTextCursor, typed: str, cite: Cite) -> None:
        """Puts a chip in the place of a typed reference, unless it has been changed in the meantime."""
        if selected.document() is self.document() and selected.selectedText() == f"[{typed}]":
            put_chip(selected, cite)

    def undo(self) -> None:
        """Takes back the last step."""
        with self._watch.going_back():
            super().undo()

    def redo(self) -> None:
        """Does again what was taken back."""
        with self._watch.going_back():
            super().redo()

    def remove_selection(self) -> None:
        """Removes what is selected, private and delivered words kept apart."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            editing.remove_selection(cursor, self.fonts)
            self.setTextCursor(cursor)

    def cut(self) -> None:
        """Copies what is selected and removes it."""
        self.copy()
        self.remove_selection()

    def move_selection(self, target: QTextCursor) -> None:
        """Moves what is selected to another place, as dragging does."""
        cursor = self.textCursor()
        if cursor.selectionStart() <= target.position() <= cursor.selectionEnd():
            return
        moved = selected_blocks(cursor)
        with editing.one_step(cursor):
            editing.remove_selection(cursor, self.fonts)
            editing.insert_blocks(target, moved, self.fonts, joined=True)
        self.setTextCursor(target)

    def read_citation(self) -> None:
        """Opens what the chip beside the cursor names."""
        position = self.textCursor().position()
        cite = self.citation_at(position - 1) or self.citation_at(position)
        if cite is not None:
            self.citation_activated.emit(str(cite.reference))

    def event(self, event: QEvent) -> bool:
        """Keeps its own keys from the window's shortcuts, and Tab in a list from changing the focus."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self.actions_by_name.matching(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and keys.tab_in_list(self, event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sees to what the text's structure makes of a key; plain typing is Qt's."""
        if not keys.handled(self, event):
            keys.typed(self, event, super().keyPressEvent)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composed characters replace a selection like typed ones."""
        if event.commitString():
            self.remove_selection()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that the delegate went elsewhere, so that the text is saved."""
        super().focusOutEvent(event)
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu of what can be done here."""
        menu = editor_menu(self, self.citation_under(event.pos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text can be pasted, and nothing else."""
        return source.hasText() or source.hasFormat(OWN_FORMAT)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes words with their paragraphs, never typefaces or colours."""
        cursor = self.textCursor()
        editing.insert_blocks(cursor, blocks_from(source), self.fonts, joined=True)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dragged within the page is moved; what comes from elsewhere is pasted."""
        if event.source() is self.viewport() and event.proposedAction() is Qt.DropAction.MoveAction:
            self.move_selection(self.cursorForPosition(event.position().toPoint()))
            event.acceptProposedAction()
        else:
            super().dropEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Redraws the icons when the colours change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "actions_by_name"):
            self.actions_by_name.recolour(colours_of(self.palette()))

    def hint_for(self, cite: Cite) -> str:
        """What the tooltip of a chip says."""
        return f"{cite.reference}: click, or Alt+Enter beside it, to read it"

    def _jobs(self) -> dict[str, Callable[[], object]]:
        def style(wanted: Style, level: int = 0) -> Callable[[], object]:
            return lambda: editing.toggle_style(self.textCursor(), self.fonts, wanted, level)

        return {
            "bold": lambda: self._toggle_run(bold=True),
            "italic": lambda: self._toggle_run(bold=False),
            "heading 1": style(Style.HEADING, 1),
            "heading 2": style(Style.HEADING, 2),
            "paragraph": style(Style.PARAGRAPH),
            "bullets": style(Style.BULLET),
            "numbers": style(Style.NUMBERED),
            "quotation": lambda: editing.toggle_quoted(self.textCursor(), self.fonts),
            "private": lambda: editing.toggle_private(self.textCursor(), self.fonts),
            "citation": self.palette_requested.emit,
            "undo": self.undo,
            "redo": self.redo,
        }

    def _toggle_run(self, *, bold: bool) -> None:
        given, change = self.currentCharFormat(), QTextCharFormat()
        if bold:
            heavy = given.fontWeight() >= BOLD
            change.setFontWeight(QFont.Weight.Normal if heavy else QFont.Weight.Bold)
        else:
            change.setFontItalic(not given.fontItalic())
        self.mergeCurrentCharFormat(change)

    def _show_state(self) -> None:
        given = self.currentCharFormat()
        heavy = given.fontWeight() >= BOLD
        self.actions_by_name.show_state(shape_of(self.textCursor().block()), heavy, given.fontItalic())
