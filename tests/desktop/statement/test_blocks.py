"""Enter, Backspace, Tab and the shortcuts do to headings, lists and quotations what a delegate expects."""

from PySide6.QtCore import Qt

from desktop.statement.actions import KINDS
from desktop.statement.document import text_blocks
from desktop.statement.shapes import shape_of
from tests.desktop.statement.conftest import Writer

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_heading_is_followed_by_a_paragraph(writer: Writer) -> None:
    writer.control(Qt.Key.Key_1)
    writer.type("Tracing\nWe trace.")
    assert writer.markdown == "# Tracing\n\nWe trace.\n"


def test_the_heading_shortcut_takes_the_heading_away_again(writer: Writer) -> None:
    writer.open("Tracing")
    writer.control(Qt.Key.Key_2)
    assert writer.markdown == "## Tracing\n"
    writer.control(Qt.Key.Key_1)
    assert writer.markdown == "# Tracing\n"
    writer.control(Qt.Key.Key_1)
    assert writer.markdown == "Tracing\n"
    writer.control(Qt.Key.Key_2)
    writer.control(Qt.Key.Key_0)
    assert writer.markdown == "Tracing\n"


def test_enter_before_a_heading_makes_room_above_it(writer: Writer) -> None:
    writer.open("# Tracing")
    writer.type("\n")
    writer.press(Qt.Key.Key_Up)
    writer.type("Chair,")
    assert writer.markdown == "Chair,\n\n# Tracing\n"


def test_enter_within_a_heading_makes_two_headings(writer: Writer) -> None:
    writer.open("# Marking Tracing")
    writer.go("Tracing")
    writer.type("\n")
    assert writer.markdown == "# Marking\n\n# Tracing\n"


def test_a_list_goes_on_with_enter_and_ends_with_a_second_one(writer: Writer) -> None:
    writer.control(Qt.Key.Key_8, SHIFT)
    writer.type("one\ntwo\n\nafter")
    assert writer.markdown == "- one\n- two\n\nafter\n"


def test_a_numbered_list_counts_by_itself(writer: Writer) -> None:
    writer.control(Qt.Key.Key_7, SHIFT)
    writer.type("one\ntwo\nthree")
    assert writer.markdown == "1. one\n2. two\n3. three\n"
    writer.go("two")
    writer.type("one and a half\n")
    assert writer.markdown == "1. one\n2. one and a half\n3. two\n4. three\n"


def test_a_list_that_begins_with_another_number_keeps_it(writer: Writer) -> None:
    writer.open("3. three\n4. four")
    writer.to_end()
    writer.type("\nfive")
    assert writer.markdown == "3. three\n4. four\n5. five\n"


def test_tab_moves_an_item_in_and_shift_tab_out(writer: Writer) -> None:
    writer.control(Qt.Key.Key_8, SHIFT)
    writer.type("one\n\ttwo\nthree")
    writer.press(Qt.Key.Key_Backtab, SHIFT)
    assert writer.markdown == "- one\n\n  - two\n\n- three\n"
    writer.press(Qt.Key.Key_Backtab, SHIFT)
    assert writer.markdown.endswith("three\n")
    assert "- three" not in writer.markdown


def test_an_item_goes_no_deeper_than_one_below_the_item_above(writer: Writer) -> None:
    writer.open("- one\n- two")
    writer.go("two")
    writer.type("\t\t\t")
    assert writer.markdown == "- one\n\n  - two\n"
    writer.go("one")
    writer.type("\t")
    assert writer.markdown == "- one\n\n  - two\n"


def test_enter_on_an_empty_inner_item_goes_out_one_level(writer: Writer) -> None:
    writer.open("- one\n\n  - two")
    writer.to_end()
    writer.type("\n\nthree")
    assert writer.markdown == "- one\n\n  - two\n\n- three\n"


def test_tab_outside_a_list_is_left_to_the_keyboard_focus(writer: Writer) -> None:
    writer.open("one")
    writer.type("\t")
    assert writer.markdown == "one\n"


def test_backspace_at_the_start_makes_a_paragraph_and_only_then_joins(writer: Writer) -> None:
    for made in ("- two", "2. two", "# two", "> two"):
        writer.open(f"one\n\n{made}")
        writer.go("two")
        writer.type("\b")
        assert writer.markdown == "one\n\ntwo\n"
        writer.type("\b")
        assert writer.markdown == "onetwo\n"


def test_backspace_below_an_empty_heading_removes_the_heading(writer: Writer) -> None:
    writer.open("one")
    writer.go("one")
    writer.type("\n")
    writer.press(Qt.Key.Key_Up)
    writer.control(Qt.Key.Key_1)
    writer.go("one")
    writer.type("\b")
    assert writer.markdown == "one\n"
    assert writer.editor.document().blockCount() == 1


def test_delete_at_the_end_joins_the_next_block(writer: Writer) -> None:
    writer.open("one\n\n- two\n- three")
    writer.go("one", after=True)
    writer.press(Qt.Key.Key_Delete)
    assert writer.markdown == "onetwo\n\n- three\n"


def test_a_quotation_goes_on_with_enter_and_ends_with_a_second_one(writer: Writer) -> None:
    writer.control(Qt.Key.Key_Q, SHIFT)
    writer.type("one\ntwo\n\nmine")
    assert writer.markdown == "> one\n>\n> two\n\nmine\n"


def test_a_list_within_a_quotation_ends_in_the_quotation(writer: Writer) -> None:
    writer.open("> - one")
    writer.to_end()
    writer.type("\n\ntwo\n\nmine")
    assert writer.markdown == "> - one\n>\n> two\n\nmine\n"


def test_several_paragraphs_become_a_list_and_a_quotation_together(writer: Writer) -> None:
    writer.open("one\n\ntwo\n\nthree")
    writer.select("one", "two")
    writer.control(Qt.Key.Key_7, SHIFT)
    assert writer.markdown == "1. one\n2. two\n\nthree\n"
    writer.control(Qt.Key.Key_Q, SHIFT)
    assert writer.markdown == "> 1. one\n> 2. two\n\nthree\n"
    writer.editor.undo()
    writer.editor.undo()
    assert writer.markdown == "one\n\ntwo\n\nthree\n"


def test_shift_enter_breaks_the_line_within_a_paragraph(writer: Writer) -> None:
    writer.type("one")
    writer.press(Qt.Key.Key_Return, SHIFT)
    writer.type("two")
    assert writer.markdown == "one\\\ntwo\n"


def test_bold_and_italic_are_typed_and_put_on_a_selection(writer: Writer) -> None:
    writer.type("We ")
    writer.control(Qt.Key.Key_B)
    writer.type("urge")
    writer.control(Qt.Key.Key_B)
    writer.type(" all States")
    assert writer.markdown == "We **urge** all States\n"
    writer.select("all", "States")
    writer.control(Qt.Key.Key_I)
    assert writer.markdown == "We **urge** *all States*\n"
    writer.control(Qt.Key.Key_I)
    assert writer.markdown == "We **urge** all States\n"


def test_a_bold_word_joined_to_a_heading_stays_bold_and_the_rest_does_not_become_so(writer: Writer) -> None:
    writer.open("# Tracing\n\nand **marking** too")
    writer.go("and")
    writer.type("\b")
    assert writer.markdown == "# Tracingand **marking** too\n"
    writer.control(Qt.Key.Key_0)
    assert writer.markdown == "Tracingand **marking** too\n"


def test_words_that_leave_a_quotation_leave_its_typeface(writer: Writer) -> None:
    writer.open("mine\n\n> official")
    writer.go("official")
    writer.type("\b\b")
    block = writer.editor.document().firstBlock()
    families = {tuple(run.format.fontFamilies() or ()) for run in block.layout().formats()}
    assert families == {tuple(writer.editor.fonts.own.families())}


def test_typing_over_several_blocks_keeps_what_the_remaining_words_were(writer: Writer) -> None:
    writer.open("# Tracing\n\nWe trace all weapons.")
    writer.select("Tracing", "We trace")
    writer.type("They trace")
    assert writer.markdown == "They trace all weapons.\n"


def test_every_step_can_be_undone_and_done_again(writer: Writer) -> None:
    def shown() -> tuple[str, ...]:
        return tuple(f"{shape_of(b)} {b.text()}" for b in text_blocks(writer.editor.document()))

    states = [shown()]
    for keys in ("one", "quotation", "\n", "\n", "bullets", "two", "private"):
        if keys in KINDS:
            writer.editor.actions_by_name[keys].trigger()
        else:
            writer.type(keys)
        states.append(shown())
    for state in reversed(states[:-1]):
        writer.control(Qt.Key.Key_Z)
        assert shown() == state
    assert not writer.editor.document().isUndoAvailable()
    for state in states[1:]:
        writer.editor.redo()
        assert shown() == state


def test_undo_gives_back_the_space_around_blocks(writer: Writer) -> None:
    writer.open("one\n\n::: private\ntwo\n\nthree\n:::\n\nfour")
    before = [writer.editor.document().findBlockByNumber(n).blockFormat() for n in range(4)]
    writer.go("two")
    writer.control(Qt.Key.Key_P, SHIFT)
    during = [writer.editor.document().findBlockByNumber(n).blockFormat() for n in range(4)]
    assert during[1].topMargin() < before[1].topMargin()
    assert during[2].topMargin() > before[2].topMargin()
    writer.control(Qt.Key.Key_Z)
    assert [writer.editor.document().findBlockByNumber(n).blockFormat() for n in range(4)] == before


def test_the_toolbar_shows_what_holds_at_the_cursor(writer: Writer) -> None:
    writer.open("# Tracing\n\n> - **one**\n\n::: private\ntwo\n:::")
    on = writer.editor.actions_by_name
    writer.go("Tracing")
    assert on["heading 1"].isChecked()
    assert not on["quotation"].isChecked()
    writer.go("one", after=True)
    assert [on[name].isChecked() for name in ("heading 1", "quotation", "bullets", "bold")] == [0, 1, 1, 1]
    writer.go("two")
    assert on["private"].isChecked()
