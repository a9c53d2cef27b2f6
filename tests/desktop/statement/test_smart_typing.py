"""What typing turns into: quotation marks, dashes, Markdown at the start of a line, references."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from core.citations import parse_citation
from core.statement_text import Cite
from tests.desktop.statement.conftest import Writer


def test_straight_quotation_marks_become_curly_ones(writer: Writer) -> None:
    writer.type("\"To ensure\" the 'national' ('x') State's")
    assert writer.markdown == "“To ensure” the ‘national’ (‘x’) State’s\n"


def test_undo_gives_back_the_straight_mark(writer: Writer) -> None:
    writer.type('say "')
    assert writer.markdown == "say “\n"
    writer.control(Qt.Key.Key_Z)
    assert writer.markdown == 'say "\n'


def test_french_statements_have_french_marks(writer: Writer) -> None:
    writer.editor.language = "fr"
    writer.type('"l\'arme"')
    assert writer.markdown == "«\u00a0l’arme\u00a0»\n"


def test_two_hyphens_become_a_dash_and_three_a_long_one(writer: Writer) -> None:
    writer.type("5--9 June --- here")
    assert writer.markdown == "5–9 June — here\n"


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        ("# Tracing", "# Tracing\n"),
        ("## Tracing", "## Tracing\n"),
        ("- one\ntwo", "- one\n- two\n"),
        ("1. one\ntwo", "1. one\n2. two\n"),
        ("4) four\nfive", "4. four\n5. five\n"),
        ("> quoted", "> quoted\n"),
        ("> - quoted item", "> - quoted item\n"),
    ],
)
def test_marks_at_the_start_of_a_line_become_formatting(writer: Writer, typed: str, markdown: str) -> None:
    writer.type(typed)
    assert writer.markdown == markdown


def test_a_mark_that_was_meant_is_given_back_by_undo(writer: Writer) -> None:
    writer.type("1. ")
    writer.control(Qt.Key.Key_Z)
    writer.type("x")
    assert writer.editor.toPlainText() == "1. x"


def test_marks_within_a_line_are_only_marks(writer: Writer) -> None:
    writer.type("a # b - c > d 1. e")
    assert writer.editor.toPlainText() == "a # b - c > d 1. e"


def test_a_typed_markdown_citation_becomes_a_chip(writer: Writer) -> None:
    writer.type("See [@BMS8, para. 62].")
    assert writer.markdown == "See [@BMS8, para. 62].\n"
    (block,) = writer.editor.blocks()
    assert [str(cite.reference) for cite in block.citations] == ["BMS8/62"]
    assert "para" not in writer.editor.toPlainText()


def test_a_typed_reference_is_offered_to_the_library_and_becomes_a_chip(writer: Writer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(writer.editor.reference_typed) as caught:
        writer.type("See [BMS8/62]")
    typed, place = caught.args
    writer.type(" on marking")
    reference = parse_citation("[@BMS8, para. 62]")
    assert typed == "BMS8/62" and reference is not None
    assert isinstance(place, QTextCursor)
    writer.editor.put_citation(place, typed, Cite(reference, "[@BMS8, para. 62]"))
    assert writer.markdown == "See [@BMS8, para. 62] on marking\n"
    writer.editor.undo()
    assert writer.editor.toPlainText() == "See [BMS8/62] on marking"


def test_an_answer_that_comes_too_late_changes_nothing(writer: Writer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(writer.editor.reference_typed) as caught:
        writer.type("See [BMS8/62]")
    typed, place = caught.args
    writer.type("\b\b3]")
    reference = parse_citation("[@BMS8, para. 62]")
    assert reference is not None
    writer.editor.put_citation(place, typed, Cite(reference, "[@BMS8, para. 62]"))
    assert writer.editor.toPlainText() == "See [BMS8/63]"


def test_characters_outside_the_basic_plane_do_not_move_a_chip(writer: Writer) -> None:
    writer.open("😀 x")
    writer.to_end()
    writer.type(" [@BMS8, para. 62]")
    assert writer.markdown == "😀 x [@BMS8, para. 62]\n"
