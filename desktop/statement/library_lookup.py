"""What the library says of the citations in a statement: which name a paragraph, and whose words differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from core.citations import citation_markdown, parse_citation
from core.documents import LibraryParagraph
from core.quotation_check import is_verbatim, quotations_in
from core.references import parse_reference
from core.statement_text import Block, Cite
from desktop.library.cited import in_every_language
from desktop.statement.editor import StatementEditor
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from db.work import Work

_PAUSE_MS = 600


class LibraryLookup(QObject):
    """Makes chips of references that are typed, and marks those that are wrong.

    A citation is wrong if it names nothing in this library, or if the words in quotation marks before it are
    not the paragraph's. ``doubts_found`` carries what is wrong, by reference.
    """

    doubts_found = Signal(object)

    def __init__(self, tasks: Tasks, editor: StatementEditor) -> None:
        """Looks up what is typed from now on."""
        super().__init__(editor)
        self._tasks, self._editor = tasks, editor
        editor.reference_typed.connect(self._look_up)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.check)
        editor.edited.connect(self._pause.start)
        self.doubts_found.connect(editor.set_doubts)

    def check(self) -> None:
        """Asks the library about the citations and quotations on the page."""
        blocks = self._editor.blocks()
        if not any(block.citations for block in blocks):
            self.doubts_found.emit({})
            return
        self._tasks.read(lambda work: _doubts(work, blocks), self.doubts_found.emit, latest="citations")

    def _look_up(self, typed: str, place: QTextCursor) -> None:
        """A reference typed in square brackets becomes a citation if it names one paragraph."""

        def job(work: Work) -> str:
            return _citation(typed, work.library.resolve(typed))

        def done(markdown: str) -> None:
            reference = parse_citation(markdown)
            if reference is not None:
                self._editor.put_citation(place, typed, Cite(reference, markdown))

        self._tasks.read(job, done)


def _doubts(work: Work, blocks: Sequence[Block]) -> dict[str, str]:
    cited = {str(cite.reference) for block in blocks for cite in block.citations}
    found = {reference: in_every_language(work, reference) for reference in cited}
    doubts = {reference: f"{reference} is not in this library" for reference in cited if not found[reference]}
    for quoted in quotations_in(blocks):
        reference = str(quoted.reference)
        texts = [located.paragraph.text for located in found.get(reference, ())]
        if not texts or any(is_verbatim(quoted.words, text) for text in texts):
            continue
        doubts[reference] = f"The words in quotation marks are not those of {reference}: compare them"
    return doubts


def _citation(typed: str, found: list[LibraryParagraph]) -> str:
    """The citation of what was typed; empty if it names no paragraph, or several."""
    if len({located.reference for located in found}) != 1:
        return ""
    document = found[0].document
    reference = parse_reference(typed, [document])
    return citation_markdown(str(reference) if reference else found[0].reference, document)
