"""The card on which official text stands in the reader."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from core.copying import with_citation
from core.documents import LibraryParagraph
from core.scripts import right_to_left
from desktop.reader.paragraph_html import shown_number


class OfficialText(QTextBrowser):
    """Text that can be selected and copied but not changed, as high as its words, with a coloured rule."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("official")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Text of the paragraph")
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._rule = QFrame(self)
        self._rule.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._located: LibraryParagraph | None = None
        self._text_start = 0
        self._leftwards = False

    def show_paragraph(self, located: LibraryParagraph, html: str, rule: QColor) -> None:
        """Shows a paragraph as rich text (reader.paragraph_html) beside a rule in this colour."""
        self._located = located
        self.setHtml(html)
        block = self.document().begin()
        if located.paragraph.chapeau:
            block = block.next()
        number = len(shown_number(located)) + 2 if located.paragraph.label else 0
        self._text_start = block.position() + number
        self._leftwards = right_to_left(located.paragraph.text, located.document.language)
        self._rule.setStyleSheet(f"background: {rule.name()}; border: none;")
        self._fit()

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

    def _fit(self) -> None:
        self._rule.setGeometry(self.width() - 3 if self._leftwards else 0, 0, 3, self.height())
        document = self.document()
        document.setTextWidth(max(self.width() - 30, 60))
        self.setFixedHeight(round(document.size().height()) + 28)
        self._rule.resize(3, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stays as high as its words."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies with the citation."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._located is not None:
            QGuiApplication.clipboard().setText(self.words_with_citation())
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Narrow: the reader decides on the width."""
        return QSize(200, self.height())
