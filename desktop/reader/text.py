"""The card on which official text stands in the reader."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from core.citations import citation_forms
from core.documents import Kind, LibraryParagraph
from desktop.widgets.paragraph_model import with_citation


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
        self._rule = QColor()
        self._located: LibraryParagraph | None = None

    def show_html(self, html: str, rule: QColor) -> None:
        """Shows rich text beside a rule in this colour."""
        self._rule = rule
        self.setHtml(html)
        self._fit()

    def words_with_citation(self, located: LibraryParagraph) -> str:
        """The selected words, or the whole paragraph, with its citation."""
        self._located = located
        chosen = self.textCursor().selectedText().replace("\u2029", "\n").strip()
        if not chosen or not located.paragraph.label:
            return with_citation(located)
        forms = citation_forms(located)
        quoted = chosen if located.paragraph.kind is Kind.SUMMARY else f"“{chosen}”"
        return f"{quoted} ({forms.written}{'; ' + forms.caveat if forms.caveat else ''})"

    def _fit(self) -> None:
        document = self.document()
        document.setTextWidth(max(self.width() - 30, 60))
        self.setFixedHeight(round(document.size().height()) + 28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stays as high as its words."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the rule in the track's colour at their left."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._rule)
        painter.drawRect(QRectF(-18, -12, 3, self.height()))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies with the citation."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._located is not None:
            QGuiApplication.clipboard().setText(self.words_with_citation(self._located))
            return
        super().keyPressEvent(event)

    def remember(self, located: LibraryParagraph) -> None:
        """The paragraph shown, for copying."""
        self._located = located

    def sizeHint(self) -> QSize:
        """Narrow: the reader decides on the width."""
        return QSize(200, self.height())
