"""Where things stand on the statement's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.statement.editor import StatementEditor
from desktop.statement.format_bar import FormatBar
from desktop.statement.head import StatementHead
from desktop.statement.time_column import TimeColumn
from desktop.widgets.pieces import button, label, line, row

NOTHING, EMPTY, OPEN = range(3)


class Notice(QFrame):
    """Says above the page that something could not be saved, and offers to try again."""

    def __init__(self, try_again: Callable[[], object]) -> None:
        """Hidden until there is something to say."""
        super().__init__()
        self.words = label("", "warning", wrap=True)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.words, 1)
        across.addWidget(button("Try again", try_again))
        self.hide()

    def say(self, sentence: str, *, exported: bool = False) -> None:
        """Shows a sentence until all is saved. ``exported``: an export was asked for, and was not done."""
        so = "Not saved yet, so not exported, but kept here" if exported else "Not saved yet, but kept here"
        self.words.setText(f"{so}: {sentence}")
        self.show()


class Doubts(QLabel):
    """One line for what is wrong with the citations of the statement."""

    def __init__(self) -> None:
        """Hidden while nothing is wrong."""
        super().__init__()
        self.setProperty("role", "warning")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def show_doubts(self, doubts: Mapping[str, str]) -> None:
        """Shows the sentences, one after the other."""
        self.setText(". ".join(sorted(doubts.values())) + ".")
        self.setVisible(bool(doubts))


def lay_out(
    page: QWidget,
    head: StatementHead,
    editor: StatementEditor,
    times: TimeColumn,
    empty: QWidget,
    notice: Notice,
    doubts: Doubts,
) -> QStackedWidget:
    """Puts the parts in their places; what is returned shows NOTHING, EMPTY or OPEN."""
    above = QVBoxLayout()
    above.setContentsMargins(16, 12, 16, 6)
    above.setSpacing(8)
    above.addWidget(head)
    above.addWidget(FormatBar(editor.actions_by_name))
    above.addWidget(notice)
    above.addWidget(doubts)
    beside = row(editor, line(vertical=True), times, spacing=0)
    beside.setStretch(0, 1)
    written = QWidget()
    column = QVBoxLayout(written)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(above)
    column.addWidget(line())
    column.addLayout(beside, 1)
    places = QStackedWidget()
    for place in (QWidget(), empty, written):
        places.addWidget(place)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(places)
    return places
