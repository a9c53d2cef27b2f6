"""Copying, pasting, dragging and inserting: words and citations, never typefaces or colours."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from core.statement_text import Block, Style, Text, parse, to_markdown
from tests.desktop.statement.conftest import Writer

COMMITMENT = parse(
    "As paragraph 62 of the BMS8 outcome states:\n\n> “To reinforce efforts” [@BMS8, para. 62]\n"
)
REFERENCE = parse("Paragraph 62 of the BMS8 outcome [@BMS8, para. 62]")


def rich(html: str, text: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(html)
    data.setText(text)
    return data


def test_pasted_text_keeps_its_paragraphs_and_nothing_else(writer: Writer) -> None:
    writer.editor.insertFromMimeData(
        rich("<p style='color:red;font-family:Comic Sans MS'><b>one</b></p><p>two</p>", "one\r\n\r\ntwo")
    )
    assert writer.markdown == "one\n\ntwo\n"


def test_text_pasted_into_a_sentence_runs_on(writer: Writer) -> None:
    writer.open("We urge States.")
    writer.go("States")
    writer.editor.insertFromMimeData(rich("", "all "))
    assert writer.markdown == "We urge all States.\n"
    writer.editor.insertFromMimeData(rich("", "one\ntwo "))
    assert writer.markdown == "We urge all one\n\ntwoStates.\n"


def test_text_pasted_into_a_list_becomes_items(writer: Writer) -> None:
    writer.open("- one")
    writer.to_end()
    writer.type("\n")
    writer.editor.insertFromMimeData(rich("", "two\nthree"))
    assert writer.markdown == "- one\n- two\n- three\n"


def test_copied_text_has_its_citations_in_words(writer: Writer) -> None:
    writer.open("See [@BMS8, para. 62].\n\n> “x” [@RevCon3, sect. II, para. 32]\n\n2. two")
    writer.editor.selectAll()
    copied = writer.editor.createMimeDataFromSelection()
    assert copied.text() == "See (BMS8, para. 62).\n\n“x” (RevCon3, sect. II, para. 32)\n\n2. two"
    assert "(BMS8, para. 62)" in copied.html()


def test_a_copy_within_the_program_keeps_formatting_and_citations(writer: Writer) -> None:
    markdown = "# Tracing\n\nWe **urge** [@BMS8, para. 62].\n\n> quoted\n\n1. one\n2. two\n"
    writer.open(markdown)
    writer.editor.selectAll()
    writer.control(Qt.Key.Key_C)
    writer.open("")
    writer.control(Qt.Key.Key_V)
    assert writer.markdown == markdown
    QApplication.clipboard().clear()


def test_a_word_of_a_heading_is_pasted_as_a_word(writer: Writer) -> None:
    writer.open("# Marking and tracing\n\nWe do .")
    writer.select("tracing", "tracing")
    copied = writer.editor.createMimeDataFromSelection()
    writer.go(" .", after=False)
    writer.press(Qt.Key.Key_Right)
    writer.editor.insertFromMimeData(copied)
    assert writer.markdown == "# Marking and tracing\n\nWe do tracing.\n"


def test_what_is_pasted_is_one_step_to_undo(writer: Writer) -> None:
    writer.open("before after")
    writer.go("after")
    writer.editor.insertFromMimeData(rich("", "one\ntwo\nthree"))
    writer.editor.undo()
    assert writer.markdown == "before after\n"


def test_dragging_moves_words_in_one_step(writer: Writer) -> None:
    writer.open("one two\n\nthree")
    writer.select("one ", "one ")
    target = writer.editor.document().find("three")
    target.setPosition(target.selectionStart())
    writer.editor.move_selection(target)
    assert writer.markdown == "two\n\none three\n"
    writer.editor.undo()
    assert writer.markdown == "one two\n\nthree\n"


def test_a_commitment_goes_in_as_one_step_and_leaves_room_to_write_on(writer: Writer) -> None:
    writer.open("Chair,")
    writer.to_end()
    writer.editor.insert_blocks(COMMITMENT)
    inserted = f"Chair,\n\n{to_markdown(COMMITMENT)}"
    assert writer.markdown == inserted
    writer.type("We agree.")
    assert writer.markdown == inserted + "\nWe agree.\n"
    writer.editor.undo()
    writer.editor.undo()
    assert writer.markdown == "Chair,\n"
    writer.editor.redo()
    assert writer.markdown == inserted


def test_a_commitment_on_an_empty_line_takes_its_place(writer: Writer) -> None:
    writer.editor.insert_blocks(COMMITMENT)
    assert writer.editor.document().blockCount() == 3
    writer.open("one\n\ntwo")
    writer.go("two")
    writer.editor.insert_blocks(COMMITMENT)
    assert [block.plain for block in writer.editor.blocks()] == [
        "one",
        "As paragraph 62 of the BMS8 outcome states:",
        "“To reinforce efforts” ",
        "two",
    ]


def test_a_reference_goes_into_the_sentence_with_the_spaces_it_needs(writer: Writer) -> None:
    writer.open("See.")
    writer.go("See", after=True)
    writer.editor.insert_blocks(REFERENCE)
    assert writer.markdown == "See Paragraph 62 of the BMS8 outcome [@BMS8, para. 62].\n"


def test_what_is_inserted_into_a_private_block_is_private(writer: Writer) -> None:
    writer.open("::: private\nnote\n:::")
    writer.to_end()
    writer.editor.insert_blocks(COMMITMENT)
    assert all(block.private for block in writer.editor.blocks())


def test_a_commitment_is_never_put_inside_a_quotation_that_is_there(writer: Writer) -> None:
    writer.open("> “first words” here")
    writer.go("words")
    writer.editor.insert_blocks(REFERENCE)
    assert writer.editor.blocks() == (
        Block(Style.PARAGRAPH, (Text("“first words” here"),), quoted=True),
        *REFERENCE,
    )


def test_private_words_are_pasted_back_as_they_were(writer: Writer) -> None:
    writer.open("::: private\nthe red line holds\n:::")
    writer.select("red", "line")
    copied = writer.editor.createMimeDataFromSelection()
    assert copied.text() == "[not delivered] red line"
    writer.to_end()
    writer.editor.insertFromMimeData(copied)
    assert writer.markdown == "::: private\nthe red line holdsred line\n:::\n"


def test_private_words_pasted_into_delivered_ones_stay_private(writer: Writer) -> None:
    writer.open("we say this\n\n::: private\nthe red line\n:::")
    writer.select("red", "line")
    copied = writer.editor.createMimeDataFromSelection()
    writer.go("this")
    writer.editor.insertFromMimeData(copied)
    assert [(block.plain, block.private) for block in writer.editor.blocks()] == [
        ("we say ", False),
        ("red line", True),
        ("this", False),
        ("the red line", True),
    ]
    writer.editor.undo()
    assert writer.markdown == "we say this\n\n::: private\nthe red line\n:::\n"
