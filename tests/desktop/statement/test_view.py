"""The page as it is seen: chips, cards, tints, list marks, in both schemes and both directions."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.documents import Track
from desktop.statement.chips import PLACE
from desktop.statement.menu import editor_menu
from desktop.statement.shapes import DEEPEST
from desktop.statement.view import StatementView
from desktop.theme.colours import DARK, LIGHT, Colours
from desktop.theme.style_sheet import recolour
from tests.desktop.statement.conftest import Writer

CITED = "See [@BMS8, para. 62] on marking."


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Colours]:
    recolour(qapp, request.param is DARK)
    yield request.param
    recolour(qapp, False)


def seen(view: StatementView) -> QImage:
    return view.viewport().grab().toImage()


def colours_in(image: QImage) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name() for x in range(0, image.width(), 2) for y in range(image.height())
    }


def chip_place(view: StatementView, *, share: float = 0.5) -> QPoint:
    """A point within the first chip."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.document().toRawText().index(PLACE))
    before = view.cursorRect(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    after = view.cursorRect(cursor)
    return QPoint(round(before.left() + share * (after.left() - before.left())), before.center().y())


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_click_on_a_chip_opens_what_it_names(writer: Writer, qtbot: QtBot, share: float) -> None:
    writer.open(CITED)
    place = chip_place(writer.editor, share=share)
    with qtbot.waitSignal(writer.editor.citation_activated) as caught:
        QTest.mouseClick(
            writer.editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
    assert caught.args == ["BMS8/62"]


def test_a_click_beside_a_chip_opens_nothing(writer: Writer, qtbot: QtBot) -> None:
    writer.open(CITED)
    with qtbot.assertNotEmitted(writer.editor.citation_activated):
        for share in (-0.3, 1.3):
            QTest.mouseClick(
                writer.editor.viewport(),
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                chip_place(writer.editor, share=share),
            )


def test_alt_enter_beside_a_chip_opens_what_it_names(writer: Writer, qtbot: QtBot) -> None:
    writer.open(CITED)
    writer.go(" on marking")
    with qtbot.waitSignal(writer.editor.citation_activated) as caught:
        writer.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert caught.args == ["BMS8/62"]
    writer.to_end()
    with qtbot.assertNotEmitted(writer.editor.citation_activated):
        writer.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)


def test_a_chip_names_its_paragraph_in_a_tooltip_and_in_the_menu(writer: Writer, qtbot: QtBot) -> None:
    writer.open(CITED)
    place = chip_place(writer.editor)
    glance = QHelpEvent(QEvent.Type.ToolTip, place, writer.editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(writer.editor.viewport(), glance)
    assert QToolTip.text().startswith("BMS8/62")
    QToolTip.hideText()
    menu = editor_menu(writer.editor, writer.editor.citation_under(place))
    with qtbot.waitSignal(writer.editor.citation_activated):
        menu.actions()[0].trigger()
    assert menu.actions()[0].text() == "Read BMS8/62"
    menu.deleteLater()


def test_the_pointer_is_a_hand_over_a_chip(writer: Writer) -> None:
    writer.open(CITED)
    viewport = writer.editor.viewport()
    QTest.mouseMove(viewport, chip_place(writer.editor))
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(viewport, chip_place(writer.editor, share=2.5))
    assert viewport.cursor().shape() is Qt.CursorShape.IBeamCursor


def test_no_markup_is_ever_on_the_page(writer: Writer) -> None:
    writer.open("# One\n\n- **two** *three*\n\n> four [@BMS8, para. 62]\n\n::: private\nfive\n:::\n")
    assert not set(writer.editor.toPlainText()) & set("#*>@:[]-")


def test_quotations_and_private_blocks_have_grounds_of_their_own(writer: Writer, scheme: Colours) -> None:
    view = writer.editor
    view.set_track(Track.ITI)
    writer.open("plain")
    assert not {scheme.official, scheme.private} & colours_in(seen(view))
    writer.open("plain\n\n> official\n\n::: private\nprivate\n:::\n")
    assert {scheme.official, scheme.private, scheme.iti, scheme.surface} <= colours_in(seen(view))


def test_the_rule_stands_where_the_line_begins(writer: Writer) -> None:
    for markdown, at_left in (("> official", True), ("> نص رسمي", False)):
        writer.editor.set_track(Track.ITI)
        writer.open(markdown)
        image = seen(writer.editor)
        rule = [
            x
            for x in range(image.width())
            for y in range(image.height())
            if QColor(image.pixel(x, y)).name() == LIGHT.iti
        ]
        assert rule
        assert (max(rule) < image.width() / 2) is at_left


def test_long_quotations_keep_their_card_when_scrolled(writer: Writer) -> None:
    writer.open("> " + "\n>\n> ".join(["official words of a text"] * 60))
    bar = writer.editor.verticalScrollBar()
    for place in (bar.maximum() // 2, bar.maximum()):
        bar.setValue(place)
        image = seen(writer.editor)
        left = round(writer.editor.document().documentMargin()) + 8
        column = {QColor(image.pixel(left, y)).name() for y in range(30, image.height() - 60)}
        assert column == {LIGHT.official}


def test_the_page_keeps_its_width_and_its_middle(writer: Writer) -> None:
    writer.editor.resize(1200, 500)
    writer.open("one")
    wide = writer.editor.document().textWidth()
    left = writer.editor.viewport().x()
    assert 60 < wide / writer.editor.fontMetrics().averageCharWidth() < 90
    assert abs(left - (1200 - wide) / 2) < 16
    writer.open("one\n\n" * 100)
    assert writer.editor.document().textWidth() == wide
    assert writer.editor.viewport().x() == left
    writer.editor.resize(400, 500)
    assert writer.editor.document().textWidth() <= 400


def test_larger_type_makes_larger_space(writer: Writer) -> None:
    writer.open("one\n\n> two")
    small = writer.editor.fonts.em
    font = writer.editor.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    writer.editor.setFont(font)
    assert writer.editor.fonts.em > 1.8 * small
    block = writer.editor.document().lastBlock()
    assert block.layout().formats()[0].format.fontPointSize() > 1.8 * 11


def test_the_depth_of_lists_is_limited(writer: Writer) -> None:
    writer.open("- 1\n\n  - 2\n\n    - 3\n\n      - 4\n      - 5")
    writer.to_end()
    writer.type("\t")
    assert max(block.level for block in writer.editor.blocks()) == DEEPEST


def test_everything_on_the_page_has_a_name(writer: Writer) -> None:
    assert writer.editor.accessibleName() == "Statement text"
    for name in ("bold", "private", "quotation", "citation"):
        action = writer.editor.actions_by_name[name]
        assert action.text()
        assert "(" in action.toolTip()
