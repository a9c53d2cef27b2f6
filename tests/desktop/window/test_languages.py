"""Documents in several languages in the window: directions, typefaces, one beside the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication, QImage, QPainter, QRawFont, QTextCursor
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.documents import Document, LibraryParagraph
from core.language.scripts import Script
from db.workspace import Workspace, open_workspace
from desktop.library.version_bar import LanguageSwitch
from desktop.main_window import MainWindow
from desktop.theme.type import (
    ARABIC_SANS,
    ARABIC_SERIF,
    HAN_SANS,
    HAN_SERIF,
    interface_font,
    official_font,
)
from desktop.widgets.document_delegate import BesideDelegate, DocumentDelegate
from desktop.widgets.paragraph_delegate import ParagraphDelegate
from desktop.widgets.paragraph_list import ParagraphList
from desktop.widgets.paragraph_model import Row
from tests.desktop.in_languages import TEXTS, document

SYMBOL = "A/RES/80/46"


@pytest.fixture
def w(w: Path) -> Path:
    """The fresh workspace with one resolution in four languages, and a draft with its revision."""
    opened: Workspace
    with open_workspace(w) as opened, opened.write() as work:
        for language in TEXTS:
            work.library.add(document(SYMBOL, language))
        for symbol in ("A/C.1/80/L.9", "A/C.1/80/L.9/Rev.1"):
            work.library.add(document(symbol, date=None))
    return w


def located(language: str, label: str) -> LibraryParagraph:
    whole = document(SYMBOL, language)
    return LibraryParagraph(whole, next(row for row in whole.paragraphs if row.label == label))


def _ink(image: QImage, background: int) -> tuple[int, int]:
    """The first and last column with ink in it."""
    columns = [
        x for x in range(image.width()) if any(image.pixel(x, y) != background for y in range(image.height()))
    ]
    return columns[0], columns[-1]


def _drawn(delegate: ParagraphDelegate | DocumentDelegate, row: Row, width: int = 700) -> tuple[int, int]:
    view = ParagraphList("Test", delegate)
    view.set_rows([row])
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.widget = None
    index = view.rows_model.index(0)
    height = delegate.sizeHint(option, index).height()
    option.rect = QRect(0, 0, width, height)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    view.deleteLater()
    return _ink(image, image.pixel(width - 1, 0))


def test_every_script_has_a_typeface_of_ours() -> None:
    families = set(QFontDatabase.families())
    assert {ARABIC_SANS, ARABIC_SERIF, HAN_SANS, HAN_SERIF} <= families
    for script, character in ((Script.ARABIC, "ق"), (Script.HAN, "决")):
        face = official_font(interface_font(), script=script)
        assert QFontInfo(face).family() == face.families()[0]
        assert QRawFont.fromFont(face).supportsCharacter(ord(character))
    assert ARABIC_SANS in interface_font().families()


def test_a_row_begins_on_the_side_its_words_begin_on() -> None:
    left, right = _drawn(DocumentDelegate(), Row(located("en", "2(a)")))
    assert left < 100 < right < 600
    left, right = _drawn(DocumentDelegate(), Row(located("ar", "2(a)")))
    assert left > 150
    assert right > 600


def test_two_languages_stand_beside_each_other() -> None:
    left, right = _drawn(BesideDelegate(), Row(located("en", "1"), beside=located("ar", "1")))
    assert left < 60
    assert right > 640
    left, right = _drawn(BesideDelegate(), Row(located("ar", "1"), alone_beside=True))
    assert left > 350
    assert right > 640


def test_a_document_is_listed_once_with_its_languages(window: MainWindow, qtbot: QtBot) -> None:
    library = window.library
    qtbot.waitUntil(lambda: bool(library.side.model.documents))
    symbols = [head.symbol for head in library.side.model.documents]
    assert symbols.count(SYMBOL) == 1
    index = library.side.model.index(symbols.index(SYMBOL))
    assert index.data().endswith("in English, Arabic, Russian, Chinese")


def _labels(where: ParagraphList) -> list[str]:
    return [row.located.paragraph.label for row in where.rows_model.rows if row.located]


def test_switching_the_language_and_reading_beside_another(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(1)
    library = window.library
    qtbot.waitUntil(lambda: bool(library.side.model.documents))
    library.show_document(document(SYMBOL, "ar"))
    qtbot.waitUntil(lambda: "إن الجمعية العامة،" in _texts(library.view.reading))
    switch = library.view.versions.findChild(LanguageSwitch)
    assert switch is not None
    switch.chosen.emit("ru")
    qtbot.waitUntil(lambda: "Генеральная Ассамблея," in _texts(library.view.reading))
    beside = library.view.versions._beside
    beside.setCurrentIndex(2)
    beside.activated.emit(2)
    qtbot.waitUntil(lambda: library.view.stack.currentWidget() is library.view.beside)
    rows = library.view.beside.rows_model.rows
    assert all(row.beside is not None for row in rows)
    assert [row.beside.paragraph.label for row in rows if row.beside] == _labels(library.view.beside)
    beside.setCurrentIndex(0)
    beside.activated.emit(0)
    qtbot.waitUntil(lambda: library.view.stack.currentWidget() is library.view.reading)


def _texts(where: ParagraphList) -> list[str]:
    return [row.located.paragraph.text for row in where.rows_model.rows if row.located]


def test_the_reader_offers_the_paragraphs_languages(window: MainWindow, qtbot: QtBot) -> None:
    reader = window.reader
    window.reading.read(located("en", "2(b)"))
    qtbot.waitUntil(lambda: reader._languages.isVisibleTo(reader))
    assert "Eightieth session" in reader._standing.text()
    assert "agenda item 98 (p)" in reader._standing.text()
    reader._languages.chosen.emit("ar")
    qtbot.waitUntil(lambda: reader.located is not None and reader.located.document.language == "ar")
    assert reader.located is not None
    assert reader.located.paragraph.label == "2(b)"
    shown = reader._text.document()
    assert shown.begin().textDirection() is Qt.LayoutDirection.RightToLeft
    assert "تطلب إلى الأمين العام" in shown.begin().text()
    assert reader._text._rule.x() > 100


def test_what_is_copied_is_in_logical_order_without_marks_of_direction(window: MainWindow) -> None:
    words = located("ar", "2(b)")
    window.reading.read(words)
    text = window.reader._text
    window.reader.copy()
    copied = QGuiApplication.clipboard().text()
    assert words.paragraph.text in copied
    assert "A/RES/80/46, para. 2 (b)" in copied
    cursor = text.textCursor()
    start = text._text_start
    cursor.setPosition(start)
    cursor.setPosition(start + 8, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    window.reader.copy()
    chosen = QGuiApplication.clipboard().text()
    assert words.paragraph.text[:8].strip() in chosen
    assert not set("\u2066\u2067\u2068\u2069\u200e\u200f") & set(copied + chosen)


def test_a_revision_leads_to_the_text_it_revises(window: MainWindow, qtbot: QtBot) -> None:
    later: Document = document("A/C.1/80/L.9/Rev.1", date=None)
    qtbot.waitUntil(lambda: bool(window.library.side.model.documents))
    window.reading.read(LibraryParagraph(later, later.paragraphs[2]))
    links = window.reader._revisions
    qtbot.waitUntil(lambda: links._earlier.text() == "Revision of A/C.1/80/L.9")
    links._earlier.click()
    library = window.library
    qtbot.waitUntil(
        lambda: library.view.document is not None and library.view.document.symbol == "A/C.1/80/L.9"
    )
    qtbot.waitUntil(lambda: library.view.versions._links._later.text() == "Revised by A/C.1/80/L.9/Rev.1")
    assert library.view.versions.isVisibleTo(library)


def test_the_statement_editor_lays_each_block_out_by_its_own_words(window: MainWindow, qtbot: QtBot) -> None:
    from core.statement_text import parse

    editor = window.dossier.statement.editor
    editor.set_blocks(parse(f"Chair,\n\n{TEXTS['ar'][2][2]} [@BMS8, para. 62]\n\n> “{TEXTS['ar'][4][2]}”"))
    directions, block = [], editor.document().begin()
    while block.isValid():
        directions.append(block.textDirection())
        block = block.next()
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert directions == [ltr, rtl, rtl]
