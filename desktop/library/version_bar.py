"""The line above a document: its languages, one beside another, and its place among the revisions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.documents import LANGUAGES, DocumentHead
from desktop.library.versions import Versions
from desktop.widgets.choice import Choice
from desktop.widgets.link import Link
from desktop.widgets.pieces import IconButton, button, row
from desktop.widgets.plain_tip import plain_tip


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
    """ "Revision of …", "Adopted as …" and the like as links, one below the other.

    ``wanted`` carries the document to be opened, ``compare_wanted`` the one to compare the shown one with.
    """

    wanted = Signal(object)
    compare_wanted = Signal(object)

    def __init__(self, *, comparing: bool = False) -> None:
        """Hidden until there is another text. With ``comparing`` each link has a button to compare it."""
        super().__init__()
        self._heads: dict[Link, DocumentHead] = {}
        self._buttons: dict[Link, IconButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._earlier, self._later, self._adopted, self._draft = (
            self._link(name, comparing)
            for name in ("Earlier revision", "Later revision", "Adopted text", "Draft")
        )
        self.hide()

    def _link(self, name: str, comparing: bool) -> Link:
        link = Link(name, lambda: self.wanted.emit(self._heads[link]))
        line = row(link, spacing=4)
        if comparing:
            compare = IconButton(
                "arrows-diff", "Compare", lambda: self.compare_wanted.emit(self._heads[link])
            )
            self._buttons[link] = compare
            line.addWidget(compare)
        line.addStretch(1)
        self._column.addLayout(line)
        return link

    def show_versions(self, versions: Versions) -> None:
        """Names the revisions before and after, the adopted text and the draft."""
        shown = False
        for link, words, head in (
            (self._earlier, "Revision of", versions.revises),
            (self._later, "Revised by", versions.revised_by),
            (self._adopted, "Adopted as", versions.adopted_as),
            (self._draft, "Adopted from", versions.draft),
        ):
            link.set_words(f"{words} {head.name}" if head else "")
            link.setToolTip(plain_tip(head.title) if head else "")
            compare = self._buttons.get(link)
            for piece in (link, compare):
                if piece is not None:
                    piece.setVisible(head is not None)
            if head is not None:
                self._heads[link] = head
                shown = True
                if compare is not None:
                    compare.setToolTip(plain_tip(f"Compare with {head.name}"))
                    compare.setAccessibleName(f"Compare with {head.name}")
        self.setVisible(shown)


class VersionBar(QWidget):
    """Languages and revisions of the open document, and what it can be compared with.

    ``language_chosen`` and ``beside_chosen`` carry a document (the latter None for one language alone),
    ``document_wanted`` another revision, ``compare_wanted`` the document to compare it with: None for one
    that is still to be chosen.
    """

    language_chosen = Signal(object)
    beside_chosen = Signal(object)
    document_wanted = Signal(object)
    compare_wanted = Signal(object)

    def __init__(self) -> None:
        """Hidden until a document is open."""
        super().__init__()
        self._versions = Versions(())
        self._switch = LanguageSwitch()
        self._switch.chosen.connect(self._on_language)
        self._beside = Choice()
        self._beside.setProperty("role", "filter")
        self._beside.setAccessibleName("Read beside another language")
        self._beside.activated.connect(lambda _: self.beside_chosen.emit(self._beside.currentData()))
        links = RevisionLinks(comparing=True)
        links.wanted.connect(self.document_wanted)
        links.compare_wanted.connect(self.compare_wanted)
        self._links = links
        self.compare = button("Compare with…", lambda: self.compare_wanted.emit(None), "link")
        self.compare.setToolTip("Compare this document with another one (Ctrl+Shift+D)")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(12)
        line.addWidget(self._switch)
        line.addWidget(self._beside)
        line.addWidget(links)
        line.addStretch(1)
        line.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignTop)
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
        self.setVisible(True)

    def choose_beside(self, document: DocumentHead | None) -> None:
        """Says which language stands beside the open one."""
        self._beside.choose(document)

    def _on_language(self, code: str) -> None:
        head = self._versions.in_language(code)
        if head is not None:
            self.language_chosen.emit(head)
