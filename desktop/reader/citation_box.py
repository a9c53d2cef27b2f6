"""The forms in which a paragraph is cited, each a click away from the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QFrame, QTabBar, QVBoxLayout

from core.citations import CitationForms
from desktop.widgets.pieces import IconButton, label, row


class _Forms(QTabBar):
    """Tabs that the wheel does not turn: it scrolls the reader past them."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to what scrolls."""
        event.ignore()


class CitationBox(QFrame):
    """Spoken, written and short form of one citation."""

    def __init__(self) -> None:
        """Hidden until there is something to cite."""
        super().__init__()
        self.setObjectName("card")
        self._forms: CitationForms | None = None
        self._tabs = _Forms()
        self._tabs.setAccessibleName("Form of the citation")
        self._tabs.setObjectName("forms")  # closer together than others: the reader may be narrow
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(False)
        for words in ("Spoken", "Written", "Short"):
            self._tabs.addTab(words)
        self._tabs.setCurrentIndex(1)
        self._tabs.currentChanged.connect(self._fill)
        self._words = label("", wrap=True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        copy = IconButton("copy", "Copy this form of the citation", self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 12)
        column.addLayout(row(self._tabs, 1, copy))
        column.addWidget(self._words)

    def show_forms(self, forms: CitationForms | None) -> None:
        """Shows the forms of a citation; nothing for a row that cannot be cited."""
        self._forms = forms
        self.setVisible(forms is not None)
        self._fill()

    def _fill(self) -> None:
        self._words.setText(self._chosen())

    def _chosen(self) -> str:
        forms = self._forms
        if forms is None:
            return ""
        return (forms.spoken, forms.written, forms.short)[self._tabs.currentIndex()]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._chosen())
