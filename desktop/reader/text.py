"""The card on which the paragraph stands that is read."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence

from core.copying import with_citation
from core.documents import LibraryParagraph
from core.language.scripts import right_to_left
from desktop.reader.paragraph_html import shown_number
from desktop.widgets.card_text import CardText


class OfficialText(CardText):
    """A paragraph's text, from which all or some of its words are copied with their citation."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__("Text of the paragraph")
        self._located: LibraryParagraph | None = None
        self._text_start = 0

    def show_paragraph(self, located: LibraryParagraph, html: str, rule: QColor) -> None:
        """Shows a paragraph as rich text (reader.paragraph_html) beside a rule in this colour."""
        self._located = located
        self.show_card(html, rule, right_to_left(located.paragraph.text, located.document.language))
        block = self.document().begin()
        if located.paragraph.chapeau:
            block = block.next()
        number = len(shown_number(located)) + 2 if located.paragraph.label else 0
        self._text_start = block.position() + number

    def words_with_citation(self) -> str:
        """The selected words of the paragraph, or all of them, with its citation; empty if nothing is shown.

        Chapeau, number and footnotes are not the paragraph's words and never get into its quotation.
        """
        located = self._located
        if located is None:
            return ""
        cursor, text = self.textCursor(), located.paragraph.text
        start = max(cursor.selectionStart() - self._text_start, 0)
        end = min(cursor.selectionEnd() - self._text_start, len(text))
        chosen = text[start:end].strip() if cursor.hasSelection() and start < end else ""
        return with_citation(located, chosen or None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies with the citation."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._located is not None:
            QGuiApplication.clipboard().setText(self.words_with_citation())
            return
        super().keyPressEvent(event)
