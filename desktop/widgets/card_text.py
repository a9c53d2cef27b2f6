"""The card on which official text stands: as high as its words, on a faint ground beside a coloured rule."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

_CARD = (30, 28)
"""The room a card keeps beside and above its words, both sides together (the style sheet's padding)."""


class CardText(QTextBrowser):
    """Rich text that can be selected and copied but not changed; it never scrolls by itself."""

    def __init__(self, name: str, *, on_card: bool = True) -> None:
        """Empty; ``name`` is what a screen reader calls it. Without a card the words stand by themselves."""
        super().__init__()
        self.setObjectName("official" if on_card else "plain")
        self._around = _CARD if on_card else (2, 4)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self.verticalScrollBar().setRange(0, 0))
        self._rule = QFrame(self)
        self._rule.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rule.setVisible(on_card)
        self._leftwards = False

    def show_card(self, html: str, rule: QColor, leftwards: bool) -> None:
        """Shows rich text beside a rule in this colour, at the side on which its lines begin."""
        self.setHtml(html)
        self._leftwards = leftwards
        self._rule.setStyleSheet(f"background: {rule.name()}; border: none;")
        self._fit()

    def _fit(self) -> None:
        document = self.document()
        beside, above = self._around
        document.setTextWidth(max(self.width() - beside, 60))
        self.setFixedHeight(round(document.size().height()) + above)
        self._rule.setGeometry(self.width() - 3 if self._leftwards else 0, 0, 3, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stays as high as its words."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what the card stands in, never the words on it."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Narrow: what it stands in decides on the width."""
        return QSize(200, self.height())
