"""The right of the page, above the export: how the pack is made."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from core.briefing_pack import PackSettings, Paper
from desktop.widgets.choice import Choice
from desktop.widgets.pieces import label

_NO_MARKING = "No marking"
_MARKINGS = (_NO_MARKING, "RESTRICTED", "CONFIDENTIAL")


class SettingsPanel(QWidget):
    """Title, marking, paper, author and private notes. ``edited`` says that the delegate changed one."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Shows the usual settings at first."""
        super().__init__(parent)
        self._settings = PackSettings()
        self.title = QLineEdit()
        self.title.setPlaceholderText("Untitled pack")
        self.marking = Choice()
        self.marking.setEditable(True)
        self.marking.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.marking.addItems(_MARKINGS)
        self.paper = Choice()
        for paper in Paper:
            self.paper.addItem(str(paper.value), paper)
        self.author = QLineEdit()
        self.author.setPlaceholderText("Not named")
        self.private = QCheckBox("Private notes")
        self._warning = self._warning_card()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for words, field, hint in (
            ("&Title", self.title, "On the cover, and the name of the pack."),
            ("&Marking", self.marking, "On the cover and at the head of every page."),
            ("&Paper", self.paper, ""),
            ("&Author", self.author, "In the properties of the file. Nothing else there names you."),
        ):
            name = label(words)
            name.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            field.setAccessibleDescription(hint)
            column.addWidget(name)
            column.addWidget(field)
            if hint:
                column.addWidget(label(hint, "muted", wrap=True))
            column.addSpacing(10)
        column.addWidget(self.private)
        column.addWidget(self._warning)
        column.addStretch(1)

    @staticmethod
    def _warning_card() -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 10, 12, 10)
        words = (
            "This pack will contain your private notes and the blocks of statements that are not delivered. "
            "Do not hand it on."
        )
        warning = label(words, "warning", wrap=True)
        inside.addWidget(warning)
        card.setAccessibleName(words)
        card.setVisible(False)
        return card

    def _connect(self) -> None:
        self.title.textEdited.connect(self.edited)
        self.author.textEdited.connect(self.edited)
        line = self.marking.lineEdit()
        assert line is not None
        line.textEdited.connect(self.edited)
        self.marking.activated.connect(self.edited)
        self.paper.activated.connect(self.edited)
        self.private.clicked.connect(self.edited)
        self.private.toggled.connect(self._warning.setVisible)

    def show_settings(self, name: str, settings: PackSettings) -> None:
        """Shows the settings of a pack; a field that already says so keeps its cursor."""
        self._settings = settings
        for field, text in ((self.title, name), (self.author, settings.author)):
            if field.text() != text:
                field.setText(text)
        if self._marking() != settings.marking:
            self.marking.setEditText(settings.marking or _NO_MARKING)
        self.paper.choose(settings.paper)
        self.private.setChecked(settings.with_private_notes)

    @property
    def name(self) -> str:
        """The title of the pack."""
        return self.title.text().strip()

    @property
    def settings(self) -> PackSettings:
        """The settings as they stand in the fields; the parts are those that were shown."""
        return replace(
            self._settings,
            marking=self._marking(),
            paper=self.paper.currentData(),
            author=self.author.text().strip(),
            with_private_notes=self.private.isChecked(),
        )

    def rename(self) -> None:
        """Lets the delegate type another title."""
        self.title.setFocus()
        self.title.selectAll()

    def _marking(self) -> str:
        text = " ".join(self.marking.currentText().split())
        return "" if text == _NO_MARKING else text
