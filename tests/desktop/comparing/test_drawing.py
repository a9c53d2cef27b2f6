"""What stands in a row of a comparison, and that all of it can be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.comparing.side_by_side import Facing
from core.comparing.wording_changes import Edit
from desktop.comparing.blocks import Tone, facing_blocks, font_of, inline_blocks
from desktop.comparing.delegates import ComparedDelegate, InlineDelegate, SideDelegate
from desktop.comparing.lines import Line, Show, lines_of
from desktop.comparing.lines_model import LinesModel
from desktop.comparing.rows_view import RowsView
from desktop.widgets.link import Link
from desktop.widgets.text_layout import laid_out
from tests.desktop.comparing.texts import compared_texts
from tests.desktop.in_languages import ARABIC, TEXTS, document


def row_of(new_label: str, language: str = "en") -> Facing:
    if language == "en":
        rows = compared_texts().rows
    else:
        changed = [
            (label, kind, text.replace("جميع الدول", "الدول القادرة على ذلك")) for label, kind, text in ARABIC
        ]
        rows = compared_texts(document("A/1", "ar"), document("A/2", "ar", words=changed)).rows
    return next(row for row in rows if row.new is not None and row.new.label == new_label)


def test_a_changed_row_has_both_sides_and_says_that_it_became_weaker() -> None:
    left, right = facing_blocks(row_of("2"), "en")
    assert (left.number, left.is_right, left.caption) == ("1", False, "")
    assert (right.number, right.is_right) == ("2", True)
    assert right.caption == "Urge → encourage: weaker · “as appropriate” added"
    assert right.tone is Tone.WEAKER
    (inline,) = inline_blocks(row_of("2"), "en")
    assert (inline.number, inline.struck) == ("2", "1")
    assert {piece.edit for piece in inline.pieces} == set(Edit)


def test_what_is_new_as_a_whole_has_a_rule_and_a_word_instead_of_a_line_under_it_all() -> None:
    (only,) = facing_blocks(row_of("6"), "en")
    assert (only.ruled, only.caption, only.tone, only.is_right) == (True, "New", Tone.NEW, True)
    assert {piece.edit for piece in only.pieces} == {Edit.SAME}
    (inline,) = inline_blocks(row_of("6"), "en")
    assert {piece.edit for piece in inline.pieces} == {Edit.INSERTED}


def test_a_caption_runs_from_left_to_right_though_it_quotes_arabic() -> None:
    blocks = facing_blocks(row_of("1", "ar"), "ar")
    assert blocks[1].leftwards
    assert blocks[1].caption.startswith("\u200e“\u2068")


@pytest.mark.parametrize("language", list(TEXTS))
@pytest.mark.parametrize("delegate", [SideDelegate, InlineDelegate])
def test_rows_are_as_high_as_their_words(
    qtbot: QtBot, delegate: type[SideDelegate | InlineDelegate], language: str
) -> None:
    old = document("A/1", language)
    longer = tuple((label, kind, f"{text} {text}") for label, kind, text in TEXTS[language])
    rows = compared_texts(old, document("A/2", language, words=longer)).rows
    drawing = delegate()
    drawing.forget(language)
    view = RowsView("Test", LinesModel(), drawing)
    qtbot.addWidget(view)
    for width in (620, 711, 900):
        for line in lines_of(rows, Show.ALL, find="", opened=range(20)):
            if line.row is None:
                continue
            height = drawing.height_of(line, view.font(), width)
            for block in drawing._of(line.nth, line.row):
                font, open_, _ = font_of(block.paragraph, view.font())
                room = drawing._column(width) - (44 if block.number else 0)
                layout = laid_out(block.text, font, room, leading=open_)
                assert height >= layout.lineCount() * layout.lineAt(0).height() * 0.9


def ink(drawing: ComparedDelegate, row: Facing, colour: str) -> tuple[int, int]:
    """The first and last column of a drawn row that has a colour in it."""
    model = LinesModel()
    model.set_lines([Line(row, 0)])
    view = RowsView("Test", model, drawing)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.widget = None
    image = QImage(900, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option.rect = QRect(0, 0, 900, 400)
    painter = QPainter(image)
    drawing.paint(painter, option, model.index(0))
    painter.end()
    view.deleteLater()
    wanted = int(colour[1:], 16) | 0xFF000000
    columns = [x for x in range(900) if any(image.pixel(x, y) == wanted for y in range(400))]
    return (columns[0], columns[-1]) if columns else (-1, -1)


def test_what_was_left_out_is_marked_at_the_left_and_what_was_put_in_at_the_right(qtbot: QtBot) -> None:
    row = row_of("2")
    deleted, inserted = ink(SideDelegate(), row, "#fbe9e1"), ink(SideDelegate(), row, "#e2edf9")
    assert 0 < deleted[0] < deleted[1] < 450 < inserted[0] < inserted[1]
    both = ink(InlineDelegate(), row, "#fbe9e1"), ink(InlineDelegate(), row, "#e2edf9")
    assert all(0 < first < last for first, last in both)
    unchanged = replace(row_of("7"), told=())
    assert ink(SideDelegate(), unchanged, "#fbe9e1") == (-1, -1)


def test_a_link_is_shortened_in_the_middle(qtbot: QtBot) -> None:
    pressed: list[int] = []
    link = Link("A document", lambda: pressed.append(1))
    qtbot.addWidget(link)
    assert link.accessibleName() == "A document"
    link.set_words("ECE/TRANS/WP.29/2026/139/Rev.1")
    link.show()
    link.resize(link.sizeHint())
    assert link.text() == "ECE/TRANS/WP.29/2026/139/Rev.1"
    link.resize(120, 28)
    assert "…" in link.text()
    assert link.text().endswith("1")
    assert link.words == "ECE/TRANS/WP.29/2026/139/Rev.1"
    link.click()
    assert pressed == [1]
