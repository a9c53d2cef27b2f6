"""The reader's section through the years, its way back, and the line shown large: in the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparing.wording_changes import pieces_of
from core.documents import LibraryParagraph
from core.errors import NameplateError
from db.work import Work
from db.workspace import open_workspace
from desktop.forerunners.jobs import Related
from desktop.forerunners.years import Years
from desktop.main_window import MainWindow
from desktop.rail import LIBRARY, PREPARE
from desktop.reader.chain_view import ChainView
from desktop.theme.style_sheet import recolour
from desktop.widgets.card_text import CardText
from desktop.widgets.change_html import change_html
from tests.desktop.forerunners.yearly import MARKING, SEMINAR, UNDATED, YOUTH, resolution

ALT = Qt.KeyboardModifier.AltModifier


def located(window: MainWindow, qtbot: QtBot, reference: str) -> LibraryParagraph:
    """A paragraph of the library."""
    found: list[LibraryParagraph] = []
    window._tasks.read(lambda work: work.library.one(reference), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    return found[0]


def read(window: MainWindow, qtbot: QtBot, reference: str) -> None:
    """Reads a paragraph and waits for what is said of it through the years."""
    window.reading.read(located(window, qtbot, reference))
    qtbot.waitUntil(lambda: not window.reader.years.isHidden(), timeout=5000)
    qtbot.waitUntil(lambda: window.reader.years._years is not None, timeout=5000)


def shown_references(window: MainWindow) -> list[str]:
    """The line that is shown."""
    return [text.located.reference for text in window.reader.years.line.years_model.texts]


def test_the_line_and_what_changed_from_the_text_before(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    section = window.reader.years
    QAbstractItemModelTester(
        section.line.years_model, QAbstractItemModelTester.FailureReportingMode.Fatal, section
    )
    assert shown_references(window) == ["A/RES/86/91/1", "A/RES/87/91/2", "A/RES/88/91/2"]
    assert section.line.currentIndex().row() == 1
    assert "A/RES/87/91/2" in section.change._title.text()
    assert section.change._sentences.text() == "▼ urge → encourage: weaker\n“as appropriate” added"
    html = section.change._text.toHtml()
    assert "underline" in html and "line-through" in html
    assert "inserted: Encourages" in section.change._text.accessibleDescription()
    assert section._told.isHidden()
    spoken = section.line.years_model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("2033, A/RES/88/91/2, the paragraph you read") and "weaker" in spoken


def test_arrows_choose_return_opens_and_alt_left_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    line = window.reader.years.line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Left)
    assert line.currentIndex().row() == 0
    assert "A/RES/86/91/1" in window.reader.years.change._title.text()
    QTest.keyClick(line, Qt.Key.Key_Return)
    reader = window.reader
    assert reader.located is not None and reader.located.reference == "A/RES/86/91/1"
    assert reader._way_back.isVisible() and "A/RES/88/91/2" in reader._way_back.toolTip()
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert reader.located.reference == "A/RES/88/91/2"
    assert not reader._way_back.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert reader.located.reference == "A/RES/86/91/1"
    read(window, qtbot, "A/RES/87/91/2")
    assert not reader._way_back.isVisible()  # what is chosen in a list begins a way of its own


def test_a_later_text_is_compared_the_right_way_round(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/87/91/2")
    section = window.reader.years
    section.line.setCurrentIndex(section.line.years_model.index(2))
    assert section.change._title.text().index("A/RES/87") < section.change._title.text().index("A/RES/88")
    assert "weaker" in section.change._sentences.text()
    section.line.setCurrentIndex(section.line.years_model.index(1))
    assert section.change.isHidden()  # the text that is read has nothing to be compared with


def test_none_is_said_where_there_is_none(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/1")
    section = window.reader.years
    assert section._told.text() == "No earlier text carries this language."
    assert section.line.isHidden() and section.change.isHidden() and section._large.isHidden()


def test_a_document_without_a_date_says_so(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, f"{UNDATED.symbol}/1")
    assert "bears no date" in window.reader.years._told.text()


def test_a_heading_has_no_such_section(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    found: list[LibraryParagraph] = []

    def heading(work: Work) -> LibraryParagraph:
        document = work.library.document("BMS8")
        row = next(row for row in work.library.rows(document.id) if row.level)
        return LibraryParagraph(document, row)

    window._tasks.read(heading, found.append)
    qtbot.waitUntil(lambda: bool(found))
    window.reading.read(found[0])
    window.settle()
    qtbot.wait(50)
    assert window.reader.years.isHidden() and window.reader.topics.isHidden()
    assert window.reader._strength.isHidden()


def test_it_says_that_it_is_looking_only_after_a_while(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    section = window.reader.years
    section.looking()
    assert section.isHidden()
    qtbot.waitUntil(lambda: section._told.text() == "Looking…" and not section.isHidden())
    section.show_years(None)
    assert section.isHidden() and not section._quiet.isActive()


def test_a_late_answer_is_for_nobody(window: MainWindow, qtbot: QtBot) -> None:
    """Asked for one paragraph after another, only the answer for the last is shown."""
    some = [located(window, qtbot, each) for each in ("BMS8/62", "BMS8/45", "A/RES/88/91/2")]
    answers: list[Years | None] = []
    window.reader.years.show_years = answers.append  # type: ignore[method-assign]
    for each in some:
        window.reading._asker.ask(each.paragraph.id, answers.append, answers.append, latest="test")
    qtbot.waitUntil(lambda: bool(answers), timeout=5000)
    window.settle()
    qtbot.wait(50)
    assert [each.read.reference for each in answers if isinstance(each, Years)] == ["A/RES/88/91/2"]


def test_a_failure_is_told_in_the_section(window: MainWindow, qtbot: QtBot) -> None:
    section = window.reader.years
    section.say(str(NameplateError("The disk is gone; put it back.")))
    assert section._told.text().startswith("The disk is gone") and section.line.isHidden()


def test_texts_beside_the_line_are_listed_and_compared(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    section, years = window.reader.years, window.reader.years._years
    assert years is not None and years.line[0].change is not None
    other = Related(years.line[0].located, 0.9, years.line[0].change)
    section.show_years(Years(years.read, years.line[1:], (other,)))
    QAbstractItemModelTester(section.kin.kin, QAbstractItemModelTester.FailureReportingMode.Fatal, section)
    assert not section.kin.isHidden()
    section.kin.setFocus()
    section.kin.setCurrentIndex(section.kin.kin.index(0))
    assert "A/RES/86/91/1 " in section.change._title.text().replace("\u2069", " ")
    assert not section.line.currentIndex().isValid()
    QTest.keyClick(section.kin, Qt.Key.Key_Return)
    assert window.reader.located is not None
    assert window.reader.located.reference == "A/RES/86/91/1"


def test_a_new_document_shows_in_the_line_at_once(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    newer = resolution(2036, MARKING.format("Encourages", ", as appropriate"), SEMINAR, YOUTH)
    window._tasks.write(lambda work: work.library.add(newer))
    qtbot.waitUntil(lambda: "A/RES/91/91/1" in shown_references(window), timeout=5000)


def test_the_line_is_shown_large_and_left_again(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(PREPARE)
    read(window, qtbot, "A/RES/88/91/2")
    window.reader.years._large.click()
    assert window.pages.currentIndex() == LIBRARY
    view = window.library.middle.currentWidget()
    assert isinstance(view, ChainView)
    assert [card.located.reference for card in view.cards] == shown_references(window)
    assert [step._words.isHidden() for step in view._steps] == [True, False]
    view.cards[0].words.setFocus()
    qtbot.waitUntil(lambda: window.reader.located == view.cards[0].located)
    QTest.keyClick(view.cards[0].words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "A/RES/86/91, para. 1" in QGuiApplication.clipboard().text()
    QTest.keyClick(view.cards[0].words, Qt.Key.Key_Escape)
    assert window.library.middle.currentWidget() is window.library.view


def test_the_wheel_never_moves_the_words_on_a_card(qtbot: QtBot) -> None:
    card = CardText("A text")
    qtbot.addWidget(card)
    card.resize(120, 60)
    card.show_card("<p>" + "mark, record and trace " * 60 + "</p>", QColor("red"), leftwards=False)
    card.show()
    card.resize(600, card.height())
    bar = card.verticalScrollBar()
    assert bar.maximum() == 0
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    spot, turned = QPointF(20, 20), QPoint(0, -240)
    down = QWheelEvent(spot, spot, QPoint(), turned, Qt.MouseButton.NoButton, keys, phase, False)
    down.accept()
    QApplication.sendEvent(card.viewport(), down)
    assert bar.value() == 0 and not down.isAccepted()


def test_return_on_a_text_shows_it_in_its_document(window: MainWindow, qtbot: QtBot) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    window.reader.years._large.click()
    view = window.library.middle.currentWidget()
    assert isinstance(view, ChainView)
    qtbot.waitUntil(lambda: window.library.side.model.rowCount() > 3)
    QTest.keyClick(view.cards[1].words, Qt.Key.Key_Return)
    assert window.library.middle.currentWidget() is window.library.view
    qtbot.waitUntil(
        lambda: (
            (row := window.library.view.reading.current_row()) is not None
            and row.located is not None
            and row.located.reference == "A/RES/87/91/2"
        ),
        timeout=5000,
    )


def test_the_scheme_may_change_while_the_line_is_large(window: MainWindow, qtbot: QtBot) -> None:
    """Once the cards were made anew in the middle of the change, and the program ended there."""
    read(window, qtbot, "A/RES/88/91/2")
    window.reader.years._large.click()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    recolour(app, True)
    view = window.library.middle.currentWidget()
    assert isinstance(view, ChainView) and "#e8e6e1" in view.cards[0].words.toHtml()
    recolour(app, False)


def test_another_workspace_takes_all_of_it_away(
    window: MainWindow, qtbot: QtBot, template: Path, tmp_path: Path
) -> None:
    read(window, qtbot, "A/RES/88/91/2")
    window.reader.years._large.click()
    window.reading.follow(located(window, qtbot, "BMS8/62"))
    other = tmp_path / "other.db"
    other.write_bytes(template.read_bytes())
    session = window._tasks.session
    window._tasks.open(lambda: open_workspace(other), window.start)
    qtbot.waitUntil(lambda: window._tasks.session > session, timeout=5000)
    qtbot.waitUntil(lambda: window.reader.located is None)
    assert window.reader.years.isHidden()
    assert window.library.middle.currentWidget() is window.library.view
    window.reading.back()
    assert window.reader.located is None
    read(window, qtbot, "BMS8/45")
    assert shown_references(window) == ["RevCon3/II.8", "BMS8/45"]


def test_changes_in_arabic_run_from_right_to_left(window: MainWindow, qtbot: QtBot) -> None:
    html = change_html(
        pieces_of("تحث جميع الدول على وسم أسلحتها", "تشجع جميع الدول على وسم أسلحتها"),
        "ar",
        window.palette(),
        11,
    )
    assert html.startswith('<p dir="rtl"')
    assert "underline" in html and "line-through" in html
