"""The line above a document: its languages, one beside another, and its place among the revisions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from core.documents import LANGUAGES, DocumentHead
from desktop.library.versions import Versions
from desktop.widgets.choice import Choice
from desktop.widgets.pieces import button


class LanguageSwitch(QWidget):
    """A small button for each language that something is here in; ``chosen`` carries the code of one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Hidden until there is more than one language."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._languages: tuple[str, ...] = ()
        self.hide()

    def show_languages(self, languages: tuple[str, ...], current: str) -> None:
        """Offers these languages, the current one pressed."""
        if languages != self._languages:
            self._languages = languages
            for each in self._group.buttons():
                self._group.removeButton(each)
                self._row.removeWidget(each)
                each.deleteLater()
            for code in languages:
                self._row.addWidget(self._button(code))
        for each in self._group.buttons():
            each.setChecked(each.property("language") == current)
        self.setVisible(len(languages) > 1)

    def _button(self, code: str) -> QToolButton:
        made = QToolButton()
        made.setText(code.upper())
        made.setCheckable(True)
        made.setProperty("language", code)
        made.setToolTip(LANGUAGES.get(code, code))
        made.setAccessibleName(f"Read in {LANGUAGES.get(code, code)}")
        made.clicked.connect(lambda: self.chosen.emit(code))
        self._group.addButton(made)
        return made


class RevisionLinks(QWidget):
    """ "Revision of …" and "Revised by …" as links; ``wanted`` carries the document."""

    wanted = Signal(object)

    def __init__(self) -> None:
        """Hidden until there is another revision."""
        super().__init__()
        self._versions: Versions | None = None
        self._earlier: QPushButton = button("", self._open_earlier, "link")
        self._later: QPushButton = button("", self._open_later, "link")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for each, name in ((self._earlier, "Earlier revision"), (self._later, "Later revision")):
            each.setAccessibleName(name)
            line.addWidget(each)
        line.addStretch(1)
        self.hide()

    def show_versions(self, versions: Versions) -> None:
        """Names the revisions before and after."""
        self._versions = versions
        for link, words, head in (
            (self._earlier, "Revision of", versions.revises),
            (self._later, "Revised by", versions.revised_by),
        ):
            link.setText(f"{words} {head.name}" if head else "")
            if head is not None:
                link.setAccessibleName(link.text())
            link.setVisible(head is not None)
        self.setVisible(versions.revises is not None or versions.revised_by is not None)

    def _open_earlier(self) -> None:
        if self._versions is not None and self._versions.revises is not None:
            self.wanted.emit(self._versions.revises)

    def _open_later(self) -> None:
        if self._versions is not None and self._versions.revised_by is not None:
            self.wanted.emit(self._versions.revised_by)


class VersionBar(QWidget):
    """Languages and revisions of the open document.

    ``language_chosen`` and ``beside_chosen`` carry a document (the latter None for one language alone),
    ``document_wanted`` another revision.
    """

    language_chosen = Signal(object)
    beside_chosen = Signal(object)
    document_wanted = Signal(object)

    def __init__(self) -> None:
        """Hidden until a document has more than itself."""
        super().__init__()
        self._versions = Versions(())
        self._switch = LanguageSwitch()
        self._switch.chosen.connect(self._on_language)
        self._beside = Choice()
        self._beside.setProperty("role", "filter")
        self._beside.setAccessibleName("Read beside another language")
        self._beside.activated.connect(lambda _: self.beside_chosen.emit(self._beside.currentData()))
        links = RevisionLinks()
        links.wanted.connect(self.document_wanted)
        self._links = links
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(12)
        line.addWidget(self._switch)
        line.addWidget(self._beside)
        line.addWidget(links)
        line.addStretch(1)
        self.hide()

    def show_versions(self, versions: Versions, document: DocumentHead, beside: DocumentHead | None) -> None:
        """Shows what belongs to the open document, and which language stands beside it."""
        self._versions = versions
        others = [head for head in versions.languages if head.id != document.id]
        self._switch.show_languages(tuple(head.language for head in versions.languages), document.language)
        self._beside.clear()
        self._beside.addItem("Alone", None)
        for head in others:
            self._beside.addItem(f"Beside {LANGUAGES.get(head.language, head.language)}", head)
        self._beside.choose(beside)
        self._beside.setVisible(bool(others))
        self._links.show_versions(versions)
        revised = versions.revises is not None or versions.revised_by is not None
        self.setVisible(bool(others) or revised)

    def choose_beside(self, document: DocumentHead | None) -> None:
        """Says which language stands beside the open one."""
        self._beside.choose(document)

    def _on_language(self, code: str) -> None:
        head = self._versions.in_language(code)
        if head is not None:
            self.language_chosen.emit(head)
