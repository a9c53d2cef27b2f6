"""Whatever keys are pressed in whatever order, the page stays sound."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from core.statement_text import normalised, parse, to_markdown
from desktop.statement.document import settle, text_blocks
from desktop.statement.shapes import shape_of
from tests.desktop.statement.conftest import Writer

START = (
    "# ppp\n\npppp **pp** [@BMS8, para. 62]\n\n::: private\nsss\n\n- ss\n- s\n:::\n\n"
    "> ppp\n>\n> - pp\n\n1. pp\n2. ppp\n\n   - p\n\n::: private\n> ss\n:::\n\np\n"
)
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = {
    "enter": lambda w: w.type("\n"),
    "line": lambda w: w.press(Qt.Key.Key_Return, SHIFT),
    "backspace": lambda w: w.type("\b"),
    "delete": lambda w: w.press(Qt.Key.Key_Delete),
    "delete word": lambda w: w.control(Qt.Key.Key_Delete),
    "rub out word": lambda w: w.control(Qt.Key.Key_Backspace),
    "tab": lambda w: w.type("\t"),
    "back tab": lambda w: w.press(Qt.Key.Key_Backtab, SHIFT),
    "letters": lambda w: w.type("x y"),
    "marks": lambda w: w.type("- > \"' 1. --"),
    "cut": lambda w: w.control(Qt.Key.Key_X),
    "bold": lambda w: w.control(Qt.Key.Key_B),
    "heading": lambda w: w.control(Qt.Key.Key_1),
    "bullets": lambda w: w.control(Qt.Key.Key_8, SHIFT),
    "numbers": lambda w: w.control(Qt.Key.Key_7, SHIFT),
    "quotation": lambda w: w.control(Qt.Key.Key_Q, SHIFT),
    "commitment": lambda w: w.editor.insert_blocks(parse("x\n\n> x [@BMS8, para. 62]\n")),
    "undo": lambda w: w.editor.undo(),
    "redo": lambda w: w.editor.redo(),
}
place = st.tuples(st.integers(0, 60), st.integers(0, 12))
steps = st.lists(st.tuples(st.sampled_from(sorted(KEYS)), place), max_size=14)


def shown(writer: Writer) -> list[str]:
    return [f"{shape_of(block)} {block.text()}" for block in text_blocks(writer.editor.document())]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pressed=steps)
def test_any_keys_keep_privacy_space_and_undo(
    writer: Writer, pressed: list[tuple[str, tuple[int, int]]]
) -> None:
    writer.open(START)
    editor, document = writer.editor, writer.editor.document()
    before = shown(writer)
    for key, (start, length) in pressed:
        last = document.characterCount() - 1
        cursor = editor.textCursor()
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(start + length, last), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        KEYS[key](writer)
        for block in text_blocks(document):
            assert ("p" if shape_of(block).private else "s") not in block.text(), (key, shown(writer))
    steps_taken = document.availableUndoSteps()
    settle(document, 0, document.characterCount(), editor.fonts)
    assert document.availableUndoSteps() == steps_taken
    blocks = editor.blocks()
    assert normalised(blocks) == parse(to_markdown(blocks))
    while document.isUndoAvailable():
        editor.undo()
    assert shown(writer) == before
