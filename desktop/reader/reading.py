"""What the reader shows: whatever was chosen last, anywhere in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.documents import LANGUAGES, LibraryParagraph
from desktop.dossier.desk import Desk
from desktop.library.versions import Versions, versions_of
from desktop.reader.pane import ReaderPane
from desktop.tasks import Tasks
from desktop.widgets.paragraph_model import Row


class Reading(QObject):
    """Brings paragraphs to the reader, with what the open dossier holds of them.

    ``document_wanted`` carries a document that was asked for there, to be opened in the library.
    """

    document_wanted = Signal(object)

    def __init__(self, reader: ReaderPane, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        """Follows the desk: a pull, its stance and its note show at once."""
        super().__init__(parent)
        self._reader, self._desk, self._tasks = reader, desk, tasks
        reader.step_requested.connect(self._step)
        reader.language_requested.connect(self._read_in)
        reader.document_requested.connect(self.document_wanted)
        desk.dossier_changed.connect(self._refresh)

    def read(self, located: LibraryParagraph) -> None:
        """Shows a paragraph."""
        self._reader.show_paragraph(located, self._desk.pull_of(located.paragraph.id))

        def done(versions: Versions) -> None:
            shown = self._reader.located
            if shown is not None and shown.document.id == located.document.id:
                self._reader.show_versions(versions)

        self._tasks.read(lambda work: versions_of(work, located.document.id), done, latest="versions read")

    def _read_in(self, located: LibraryParagraph, language: str) -> None:
        def done(found: LibraryParagraph | None) -> None:
            if found is not None:
                self.read(found)
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
                self.read(found[0])
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
            if found is not None:
                self.read(found)

        self._tasks.read(lambda work: work.library.neighbours(located.paragraph.id), done, latest="step")

    def _refresh(self) -> None:
        if self._reader.located is not None:
            self._reader.show_pull(self._desk.pull_of(self._reader.located.paragraph.id))
