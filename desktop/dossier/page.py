"""The middle of Prepare: one agenda item with Commitments, Brief, Statement and Record."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from core.agenda import AgendaItem, short_title
from core.documents import LibraryParagraph
from core.quotations import InsertAs
from core.speaking_time import SpeakingTime, clock
from desktop.dossier.commitments_view import CommitmentsView
from desktop.dossier.desk import Desk
from desktop.dossier.points_view import PointsView
from desktop.dossier.record_view import RecordView
from desktop.events import Events
from desktop.statement.page import StatementPage
from desktop.tasks import Tasks
from desktop.theme.colours import colours_of
from desktop.widgets.pieces import label, line, row
from desktop.widgets.plain_tip import plain_tip

COMMITMENTS, BRIEF, STATEMENT, RECORD = range(4)


class DossierPage(QFrame):
    """The open item's dossier; ``chosen`` carries a row of a list, ``cited`` a reference that was clicked."""

    chosen = Signal(object)
    cited = Signal(str)
    export_statement = Signal(object)
    palette_requested = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, events: Events, parent: QWidget | None = None) -> None:
        """Follows the desk's open item."""
        super().__init__(parent)
        self.setObjectName("middle")
        self._desk = desk
        self._title = label("", "title", wrap=True)
        self._track = QLabel()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Parts of the dossier")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.commitments = CommitmentsView(desk, tasks, events)
        self.points = PointsView(desk)
        self.statement = StatementPage(tasks, events)
        self.record = RecordView(desk, tasks, events)
        self._pages = QStackedWidget()
        for name, page in (
            ("Commitments", self.commitments),
            ("Brief", self.points),
            ("Statement", self.statement),
            ("Record", self.record),
        ):
            self.tabs.addTab(name)
            self._pages.addWidget(page)
        head = row(self._title, self._track)
        head.setStretch(0, 1)
        head.setAlignment(self._track, Qt.AlignmentFlag.AlignTop)
        head.setContentsMargins(16, 14, 16, 0)
        tabs = row(self.tabs, 1)
        tabs.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(tabs)
        column.addWidget(line())
        column.addWidget(self._pages, 1)
        self._wire()

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.commitments.chosen.connect(self.chosen)
        self.commitments.insert_requested.connect(lambda located: self.insert(located, InsertAs.QUOTATION))
        self.statement.citation_activated.connect(self.cited)
        self.statement.palette_requested.connect(self.palette_requested)
        self.statement.time_changed.connect(self._on_time)
        self.statement.export_requested.connect(self.export_statement)
        self._desk.item_changed.connect(self._on_item)
        self._desk.agenda_changed.connect(self._on_agenda)
        self._desk.dossier_changed.connect(self._count)

    def insert(self, located: LibraryParagraph, how: InsertAs) -> None:
        """Puts a commitment into the open statement and shows it."""
        self.tabs.setCurrentIndex(STATEMENT)
        self.statement.insert_commitment(located, how)

    def flush(self) -> None:
        """Saves whatever was typed and not saved yet."""
        self.points.flush()
        self.statement.flush()

    def _on_tab(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)

    def _on_item(self, item: AgendaItem | None) -> None:
        for part in (self.tabs, self._pages):
            part.setEnabled(item is not None)
        if item is None or self._desk.meeting is None:
            self._title.setText("")
            self._track.setText("")
            return
        self._show_head(item)
        self.statement.show_item(item, self._desk.meeting)

    def _on_agenda(self) -> None:
        if self._desk.item is not None:
            self._show_head(self._desk.item)

    def _show_head(self, item: AgendaItem) -> None:
        self._title.setText(f"{item.number}  {short_title(item.title, 96)}")
        self._title.setToolTip(plain_tip(item.title))
        colours = colours_of(self.palette())
        self._track.setText(f"● {item.track.short_title}" if item.track else "procedure")
        self._track.setStyleSheet(f"color: {colours.track(item.track).name()}; font-weight: 600;")

    def changeEvent(self, event: QEvent) -> None:
        """Takes on the colours of a changed scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._on_agenda()

    def _count(self) -> None:
        count = len(self._desk.pulled)
        self.tabs.setTabText(COMMITMENTS, f"Commitments {count}" if count else "Commitments")

    def _on_time(self, time: SpeakingTime | None) -> None:
        self.tabs.setTabText(STATEMENT, f"Statement {clock(time.seconds)}" if time else "Statement")
