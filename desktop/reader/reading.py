"""What the reader shows: whatever was chosen last, anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.documents import LANGUAGES, Kind, LibraryParagraph
from core.revisions import Changes, Entity
from desktop.dossier.desk import Desk
from desktop.events import Events
from desktop.forerunners.asking import YearsAsker
from desktop.library.versions import Versions, versions_of
from desktop.reader.pane import ReaderPane
from desktop.tasks import Tasks
from desktop.widgets.paragraph_model import Row

if TYPE_CHECKING:
    from core.meaning.topics import ParagraphTopics, Topic
    from db.work import Work


class Reading(QObject):
    """Brings paragraphs to the reader, with what the open dossier holds of them.

    ``document_wanted`` carries a document that was asked for there, to be opened in the library.
    """

    document_wanted = Signal(object)

    def __init__(
        self,
        reader: ReaderPane,
        desk: Desk,
        tasks: Tasks,
        events: Events,
        asker: YearsAsker,
        parent: QObject,
    ) -> None:
        """Follows the desk: a pull, its stance and its note show at once."""
        super().__init__(parent)
        self._reader, self._desk, self._tasks, self._asker = reader, desk, tasks, asker
        self._before: list[LibraryParagraph] = []
        self._after: list[LibraryParagraph] = []
        reader.step_requested.connect(self._step)
        reader.language_requested.connect(self._read_in)
        reader.document_requested.connect(self.document_wanted)
        reader.back_requested.connect(self.back)
        reader.years.opened.connect(self.follow)
        desk.dossier_changed.connect(self._refresh)
        desk.library_changed.connect(self._ask_years)
        reader.topics.added.connect(lambda topic: self._set_topic(topic, add=True))
        reader.topics.removed.connect(lambda topic: self._set_topic(topic, add=False))
        events.changed.connect(self._on_changed)

    def read(self, located: LibraryParagraph) -> None:
        """Shows a paragraph that was chosen in a list."""
        self._before.clear()
        self._after.clear()
        self._show(located)

    def follow(self, located: LibraryParagraph) -> None:
        """Shows a paragraph that the one in the reader led to; ``back`` leads to that one again."""
        if self._reader.located is not None:
            self._before.append(self._reader.located)
            self._after.clear()
        self._show(located)

    def back(self) -> None:
        """Shows what was read before something was followed."""
        self._turn(self._before, self._after)

    def forward(self) -> None:
        """Shows again what ``back`` led away from."""
        self._turn(self._after, self._before)

    def forget(self) -> None:
        """Another workspace was opened: nothing of the one before is led back to."""
        self._before.clear()
        self._after.clear()
        self._reader.clear()

    def _turn(self, there: list[LibraryParagraph], here: list[LibraryParagraph]) -> None:
        if there and self._reader.located is not None:
            here.append(self._reader.located)
            self._show(there.pop())

    def _show(self, located: LibraryParagraph) -> None:
        shown = self._reader.located
        is_new = shown is None or shown.paragraph.id != located.paragraph.id
        self._reader.show_paragraph(located, self._desk.pull_of(located.paragraph.id))

        self._reader.show_way_back(self._before[-1].reference if self._before else "")
        if is_new:
            self._ask_years()
            self._ask_topics()

        def done(versions: Versions) -> None:
            shown = self._reader.located
            if shown is not None and shown.document.id == located.document.id:
                self._reader.show_versions(versions)

        self._tasks.read(lambda work: versions_of(work, located.document.id), done, latest="versions read")

    def _ask_topics(self) -> None:
        located = self._reader.located
        if located is None or not located.paragraph.label or located.paragraph.kind is Kind.AGENDA:
            return

        def done(topics: ParagraphTopics) -> None:
            shown = self._reader.located
            if shown is not None and shown.paragraph.id == located.paragraph.id:
                self._reader.topics.show_topics(topics)

        self._tasks.read(lambda work: work.topics.of(located), done, latest="topics read")

    def _set_topic(self, topic: Topic, *, add: bool) -> None:
        located = self._reader.located
        if located is None:
            return

        def job(work: Work) -> None:
            from desktop.library.topic_jobs import correct_topics

            correct_topics(work, located, add=[topic.id] if add else (), remove=() if add else [topic.id])

        self._tasks.write(job, said=f"{located.reference}: {topic.label} {'added' if add else 'taken away'}")

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Entity.TOPIC_CORRECTION, Entity.CONCEPT):
            self._ask_topics()

    def _ask_years(self) -> None:
        located, section = self._reader.located, self._reader.years
        if located is None:
            return
        section.looking()
        self._asker.ask(located.paragraph.id, section.show_years, section.say, latest="years read")

    def _read_in(self, located: LibraryParagraph, language: str) -> None:
        def done(found: LibraryParagraph | None) -> None:
            if not self._still_reads(located):
                return
            if found is not None:
                self._show(found)
            else:
                self._reader.show_versions(Versions(()))
                self._tasks.failed.emit(
                    f"Which paragraph of the {LANGUAGES.get(language, language)} text is "
                    f"{located.reference or 'this one'} cannot be told for certain; open that text in the "
                    "library to look for it."
                )

        self._tasks.read(
            lambda work: work.library.counterpart(located.paragraph.id, language), done, latest="language"
        )

    def read_row(self, row: Row) -> None:
        """Shows a row of any list."""
        if row.located is not None:
            self.read(row.located)

    def read_reference(self, reference: str) -> None:
        """Shows the paragraph that a citation names."""

        def done(found: list[LibraryParagraph]) -> None:
            if found:
                self.follow(found[0])
            else:
                self._tasks.failed.emit(
                    f"{reference} is not in this library; import its document to read it."
                )

        self._tasks.read(lambda work: work.library.resolve(reference), done, latest="citation")

    def step(self, by: int) -> None:
        """Reads the paragraph before (-1) or after (+1) the one in the reader."""
        if self._reader.located is not None:
            self._step(self._reader.located, by)

    def _step(self, located: LibraryParagraph, by: int) -> None:
        def done(around: tuple[LibraryParagraph | None, LibraryParagraph | None]) -> None:
            found = around[0 if by < 0 else 1]
            if found is not None and self._still_reads(located):
                self._show(found)

        self._tasks.read(lambda work: work.library.neighbours(located.paragraph.id), done, latest="step")

    def _still_reads(self, located: LibraryParagraph) -> bool:
        """Whether nothing else was chosen since something was asked for this paragraph."""
        shown = self._reader.located
        return shown is not None and shown.paragraph.id == located.paragraph.id

    def _refresh(self) -> None:
        if self._reader.located is not None:
            self._reader.show_pull(self._desk.pull_of(self._reader.located.paragraph.id))
