"""What an exported file is called before the delegate says otherwise."""

import pytest

from desktop.pack.file_names import items_in_words, pack_file_name, safe_name, statement_file_name


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], ""),
        (["7"], "item 7"),
        (["6", "7"], "items 6 and 7"),
        (["6", "7", "8", "9"], "items 6–9"),
        (["6", "8", "9"], "items 6, 8 and 9"),
        (["1", "2", "3", "7"], "items 1–3 and 7"),
        (["6", "98 (a)"], "items 6 and 98 (a)"),
    ],
)
def test_items_are_named_as_a_person_would(numbers: list[str], words: str) -> None:
    assert items_in_words(numbers) == words


def test_a_pack_is_named_after_state_meeting_and_items() -> None:
    name = pack_file_name("Ghana", "BMS10", ["6", "7", "8", "9"], private=False)
    assert name == "Ghana – BMS10 – items 6–9"


def test_a_pack_with_private_notes_says_so_in_its_name() -> None:
    assert pack_file_name("Ghana", "BMS10", ["7"], private=True).endswith("– with private notes")


def test_what_is_not_known_is_left_out() -> None:
    assert pack_file_name("", "BMS10", ["7"], private=False) == "BMS10 – item 7"
    assert pack_file_name("", " ", [], private=False) == "Briefing pack"


def test_a_long_meeting_is_cut_at_a_word() -> None:
    meeting = "Tenth Biennial Meeting of States to Consider the Implementation of the Programme of Action"
    name = pack_file_name("Ghana", meeting, ["7"], private=False)
    assert name == "Ghana – Tenth Biennial Meeting of States to Consider the – item 7"


def test_a_statement_is_named_after_its_item_and_title() -> None:
    assert (
        statement_file_name("Ghana", "BMS10", "7", "As delivered") == "Ghana – BMS10 – item 7 – As delivered"
    )


@pytest.mark.parametrize("typed", ["a/b", "a\\b", 'a"b', "a\nb", "a:b", "a*b?", "a\x00b"])
def test_no_name_can_leave_its_folder_or_break_a_file_system(typed: str) -> None:
    assert safe_name(typed, "x") == "a b"


@pytest.mark.parametrize(("typed", "safe"), [("..", "x"), ("", "x"), ("con", "con x"), ("end. ", "end")])
def test_names_that_mean_something_else_are_not_used(typed: str, safe: str) -> None:
    assert safe_name(typed, "x") == safe
