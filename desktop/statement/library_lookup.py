"""What the library says of the references in a statement: which name a paragraph, and which none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from core.citations import citation_markdown, parse_citation
from core.documents import LibraryParagraph
from core.references import parse_reference
from core.statement_text import Cite
from desktop.statement.editor import StatementEditor
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work


class LibraryLookup(QObject):
    """Makes chips of references that are typed, and marks the chips that name nothing in this library."""

    def __init__(self, tasks: Tasks, editor: StatementEditor) -> None:
        """Looks up what is typed from now on."""
        super().__init__(editor)
        self._tasks, self._editor = tasks, editor
        editor.reference_typed.connect(self._look_up)

    def mark_missing(self) -> None:
        """Asks which of the citations on the page name a paragraph here."""
        cited = {str(cite.reference) for block in self._editor.blocks() for cite in block.citations}
        if not cited:
            self._editor.set_missing(())
            return
        self._tasks.read(
            lambda work: _missing(work, cited), self._editor.set_missing, latest="missing citations"
        )

    def _look_up(self, typed: str, place: QTextCursor) -> None:
        """A reference typed in square brackets becomes a citation if it names one paragraph."""

        def job(work: Work) -> str:
            return _citation(typed, work.library.resolve(typed))

        def done(markdown: str) -> None:
            reference = parse_citation(markdown)
            if reference is not None:
                self._editor.put_citation(place, typed, Cite(reference, markdown))

        self._tasks.read(job, done)


def _missing(work: Work, cited: Iterable[str]) -> frozenset[str]:
    return frozenset(reference for reference in cited if not work.library.resolve(reference))


def _citation(typed: str, found: list[LibraryParagraph]) -> str:
    """The citation of what was typed; empty if it names no paragraph, or several."""
    if len({located.reference for located in found}) != 1:
        return ""
    document = found[0].document
    reference = parse_reference(typed, [document])
    return citation_markdown(str(reference) if reference else found[0].reference, document)
