"""One concept of the thesaurus as it is edited: its label, what it belongs to, and its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from core.meaning.topics import TOPICS
from desktop.thesaurus.editing import Listed, Origin, Shown
from desktop.thesaurus.references import References
from desktop.thesaurus.words_table import WordsEditor
from desktop.widgets.pieces import button, label, line, row

_WHENCE = {
    Origin.PROGRAM: "Comes with the program. What you change here holds in this workspace.",
    Origin.OWN: "Your own concept, in this workspace.",
    Origin.CHANGED: "Comes with the program, changed by you in this workspace.",
}
_REMOVING = {Origin.OWN: "Remove this concept", Origin.CHANGED: "Put back as shipped"}


class ConceptPane(QWidget):
    """Shows a concept; its signals carry what a person wants changed in it.

    ``renamed`` carries a label, ``referred`` and ``unreferred`` a field ("topics", "broader", "related") and
    a name, ``opened`` another concept; ``removed`` asks for what was written of the concept to go.
    """

    renamed = Signal(str)
    referred = Signal(str, str)
    unreferred = Signal(str, str)
    opened = Signal(str)
    removed = Signal()

    def __init__(self) -> None:
        """Empty until it is shown a concept."""
        super().__init__()
        self.shown: Shown | None = None
        self.label = QLineEdit()
        self.label.setAccessibleName("What the concept is called")
        self.trouble = label("", "warning", wrap=True)
        self.trouble.hide()
        self.whence = label("", "muted", wrap=True)
        self.remove = button("", self.removed.emit, "link")
        self.topics = References("Topics of the concept", "+ Topic", opens=False)
        self.broader = References("Broader concepts", "+ Broader concept", opens=True)
        self.related = References("Related concepts", "+ Related concept", opens=True)
        self.narrower = label("", "muted", wrap=True)
        self.words = WordsEditor()
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        for name, part in (("Topics", self.topics), ("Broader", self.broader), ("Related", self.related)):
            form.addRow(label(name, "muted"), part)
        self._narrower_name = label("Narrower", "muted")
        form.addRow(self._narrower_name, self.narrower)
        whence = row(self.whence, self.remove)
        whence.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.label)
        column.addWidget(self.trouble)
        column.addLayout(whence)
        column.addLayout(form)
        column.addWidget(line())
        column.addWidget(self.words, 1)
        self.label.editingFinished.connect(self._on_label)
        for field, references in self._references():
            references.added.connect(lambda value, field=field: self.referred.emit(field, value))
            references.taken.connect(lambda value, field=field: self.unreferred.emit(field, value))
            references.opened.connect(self.opened)

    def show_concept(self, shown: Shown, concepts: Sequence[Listed]) -> None:
        """Shows a concept; ``concepts`` are all there are, to refer to."""
        is_other = self.shown is None or self.shown.concept != shown.concept
        self.shown = shown
        if is_other:
            self.words.clear()
            self.say("")
        if is_other or not self.label.isModified():
            self.label.setText(shown.label)
            self.label.setCursorPosition(0)
        self.whence.setText(_WHENCE[shown.origin])
        self.remove.setText(_REMOVING.get(shown.origin, ""))
        self.remove.setVisible(shown.origin in _REMOVING)
        labels = {each.concept: each.label for each in concepts}
        others = [(each.concept, each.label) for each in concepts if each.concept != shown.concept]
        known = [(each, TOPICS[each].label if each in TOPICS else each) for each in shown.topics]
        self.topics.show_values(known, shown.own_topics, [(t.id, t.label) for t in TOPICS.values()])
        for references, values, own in (
            (self.broader, shown.broader, shown.own_broader),
            (self.related, shown.related, shown.own_related),
        ):
            references.show_values([(each, labels.get(each, each)) for each in values], own, others)
        self.narrower.setText(", ".join(labels.get(each, each) for each in shown.narrower))
        for part in (self._narrower_name, self.narrower):
            part.setVisible(bool(shown.narrower))
        self.words.show_words(shown.words)

    def say(self, sentence: str) -> None:
        """Says what is wrong with the label, or nothing."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _references(self) -> tuple[tuple[str, References], ...]:
        return ("topics", self.topics), ("broader", self.broader), ("related", self.related)

    def _on_label(self) -> None:
        if self.shown is not None and self.label.text().strip() != self.shown.label:
            self.label.setModified(False)
            self.renamed.emit(self.label.text().strip())
