"""What is private is never delivered by accident, and what is delivered does not vanish."""

from PySide6.QtCore import Qt

from tests.desktop.statement.conftest import Writer

SHIFT = Qt.KeyboardModifier.ShiftModifier
APART = "public\n\n::: private\nsecret\n:::\n"


def test_a_paragraph_is_kept_from_delivery_and_released_again(writer: Writer) -> None:
    writer.open("one\n\ntwo")
    writer.go("two")
    writer.control(Qt.Key.Key_P, SHIFT)
    assert writer.markdown == "one\n\n::: private\ntwo\n:::\n"
    writer.control(Qt.Key.Key_P, SHIFT)
    assert writer.markdown == "one\n\ntwo\n"


def test_enter_stays_private_until_an_empty_line(writer: Writer) -> None:
    writer.control(Qt.Key.Key_P, SHIFT)
    writer.type("one\ntwo\n\nspoken")
    assert writer.markdown == "::: private\none\n\ntwo\n:::\n\nspoken\n"


def test_backspace_never_joins_private_words_to_delivered_ones(writer: Writer) -> None:
    writer.open(APART)
    writer.go("secret")
    writer.type("\b\b")
    assert writer.markdown == APART


def test_delete_never_joins_delivered_words_to_private_ones(writer: Writer) -> None:
    writer.open(APART)
    writer.go("public", after=True)
    writer.press(Qt.Key.Key_Delete)
    assert writer.markdown == APART


def test_removing_across_the_boundary_leaves_each_side_what_it_was(writer: Writer) -> None:
    writer.open(APART)
    writer.select("lic", "sec")
    writer.press(Qt.Key.Key_Delete)
    assert writer.markdown == "pub\n\n::: private\nret\n:::\n"
    writer.control(Qt.Key.Key_Z)
    assert writer.markdown == APART


def test_typing_across_the_boundary_leaves_each_side_what_it_was(writer: Writer) -> None:
    writer.open(APART)
    writer.select("lic", "sec")
    writer.type("x")
    assert writer.markdown == "pubx\n\n::: private\nret\n:::\n"


def test_cutting_and_pasting_across_the_boundary_keeps_privacy(writer: Writer) -> None:
    writer.open(APART)
    writer.select("lic", "sec")
    writer.control(Qt.Key.Key_X)
    assert writer.markdown == "pub\n\n::: private\nret\n:::\n"
    writer.to_end()
    writer.control(Qt.Key.Key_V)
    assert "lic" in writer.markdown.split("::: private")[1]


def test_an_empty_private_block_goes_with_backspace(writer: Writer) -> None:
    writer.open("one")
    writer.to_end()
    writer.type("\n")
    writer.control(Qt.Key.Key_P, SHIFT)
    writer.type("\b")
    writer.type("two")
    assert writer.markdown == "one\n\ntwo\n"


def test_an_empty_line_above_a_private_block_can_be_removed(writer: Writer) -> None:
    writer.open(APART)
    writer.go("public", after=True)
    writer.type("\n")
    writer.go("secret")
    writer.type("\b")
    assert writer.editor.document().blockCount() == 2
    assert writer.markdown == APART


def test_private_text_that_leaves_by_copying_says_so(writer: Writer) -> None:
    writer.open(APART)
    writer.editor.selectAll()
    copied = writer.editor.createMimeDataFromSelection()
    assert copied.text() == "public\n\n[not delivered] secret"
