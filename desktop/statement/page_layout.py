"""Where things stand on the statement's page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

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


def lay_out(
    page: QWidget,
    head: StatementHead,
    editor: StatementEditor,
    times: TimeColumn,
    empty: QWidget,
    notice: Notice,
) -> QStackedWidget:
    """Puts the parts in their places; what is returned shows NOTHING, EMPTY or OPEN."""
    above = QVBoxLayout()
    above.setContentsMargins(16, 12, 16, 6)
    above.setSpacing(8)
    above.addWidget(head)
    above.addWidget(FormatBar(editor.actions_by_name))
    above.addWidget(notice)
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
