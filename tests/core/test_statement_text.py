"""A statement's Markdown and its blocks say the same thing, whatever a delegate types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.references import Reference
from core.statement_text import (
    Block,
    Break,
    Cite,
    Inline,
    Style,
    Text,
    normalised,
    parse,
    tidied,
    to_markdown,
)

CITE = Cite(Reference("BMS8", "", "62"), "[@BMS8, para. 62]")
words = st.text(alphabet=st.sampled_from(list("ab .,*_[]@#->`:1)\\\n“”…é&<\t\xa0")), max_size=12)
inlines = st.one_of(st.builds(Text, words, st.booleans(), st.booleans()), st.just(Break()), st.just(CITE))


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Any block an editor could hold, sensible or not."""
    return Block(
        draw(st.sampled_from(list(Style))),
        tuple(draw(st.lists(inlines, max_size=4))),
        draw(st.integers(0, 4)),
        draw(st.integers(0, 20)),
        draw(st.booleans()),
        draw(st.booleans()),
    )


def bare(some: list[Block] | tuple[Block, ...]) -> str:
    """All words without white space."""
    return "".join("".join(block.plain.split()) for block in some)


@given(st.lists(blocks(), max_size=5))
def test_no_word_is_lost_on_the_way_to_markdown_and_back(some: list[Block]) -> None:
    assert bare(normalised(some)) == bare(some)


@given(st.lists(blocks(), max_size=5))
def test_normalised_blocks_come_back_as_they_were(some: list[Block]) -> None:
    once = normalised(some)
    assert parse(to_markdown(once)) == once


@given(st.lists(blocks(), max_size=5))
def test_what_is_private_stays_private_and_nothing_else_becomes_so(some: list[Block]) -> None:
    def kept(block: Block) -> bool:
        flat: list[Inline] = list(block.inlines)
        return bool(tidied(flat))

    assert [block.private for block in normalised(some)] == [b.private for b in some if kept(b)]


@given(st.text(max_size=80))
def test_any_text_at_all_can_be_read(markdown: str) -> None:
    once = parse(markdown)
    assert parse(to_markdown(once)) == once


def test_a_statement_as_a_delegate_writes_it() -> None:
    read = parse(
        "# Tracing\n\nGhana *aligns* itself with **the African Group**.\n\n"
        "> “To reinforce efforts” [@BMS8, para. 62]\n\n::: private\nHold back.\n:::\n\n3. three\n4. four\n"
    )
    assert read == (
        Block(Style.HEADING, (Text("Tracing"),), 1),
        Block(
            Style.PARAGRAPH,
            (
                Text("Ghana "),
                Text("aligns", italic=True),
                Text(" itself with "),
                Text("the African Group", bold=True),
                Text("."),
            ),
        ),
        Block(Style.PARAGRAPH, (Text("“To reinforce efforts” "), CITE), quoted=True),
        Block(Style.PARAGRAPH, (Text("Hold back."),), private=True),
        Block(Style.NUMBERED, (Text("three"),), 1, 3),
        Block(Style.NUMBERED, (Text("four"),), 1, 4),
    )


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\r", "\r\n"])
def test_words_on_two_lines_never_run_together(end: str) -> None:
    (block,) = parse(f"one{end}two")
    assert block.plain.split() == ["one", "two"]


def test_markup_that_statements_do_not_have_is_text() -> None:
    odd = "[a link](http://example.org) <b>html</b> &amp; `code` ~~struck~~ [reaffirm]ed | table |"
    (block,) = parse(odd)
    assert block.plain == odd


def test_what_is_no_character_at_all_does_not_come_in() -> None:
    (block,) = parse("a\ufdd0\ufdef\ufffc\ufffeb")
    assert block.plain == "ab"


@pytest.mark.parametrize(
    "mark",
    [
        "::: private",
        ":::private",
        "::: Private",
        "::: PRIVATE",
        "::: {.private}",
        ":::{.private}",
        "::: {.Private}",
        "::: {#mine .private}",
        "::: {.note .private lang=en}",
        "::: private :::",
        "  ::: private",
    ],
)
def test_every_form_of_the_mark_keeps_words_from_delivery(mark: str) -> None:
    read = parse(f"said\n\n{mark}\nsecret\n:::\n\nsaid too\n")
    assert [(block.plain, block.private) for block in read] == [
        ("said", False),
        ("secret", True),
        ("said too", False),
    ]
    assert to_markdown(read) == "said\n\n::: private\nsecret\n:::\n\nsaid too\n"


@pytest.mark.parametrize("mark", ["::: private", "::: {.private}", ":::: Private"])
def test_a_private_block_that_nothing_ends_is_private_to_the_end(mark: str) -> None:
    read = parse(f"said\n{mark}\nsecret\n\n# more\n\n> and more\n")
    assert [block.private for block in read] == [False, True, True, True]


def test_a_longer_mark_is_ended_by_one_as_long_and_never_by_less() -> None:
    read = parse(":::: private\nsecret\n:::\n\nmore\n::::\nsaid\n")
    assert [(block.plain, block.private) for block in read][1:] == [("more", True), ("said", False)]
    assert read[0].private


@pytest.mark.parametrize("inner", ["::: private", "::: note", "  ::: {.note}", "- ::: private", "> ::: note"])
def test_the_end_of_a_block_within_does_not_end_a_private_one(inner: str) -> None:
    indent = {"-": "  ", ">": "> ", " ": "  "}.get(inner[0], "")
    read = parse(f"::: private\n{inner}\n{indent}one\n{indent}:::\n\nsecret\n:::\n\nsaid\n")
    assert all(block.private for block in read[:-1])
    assert (read[-1].plain, read[-1].private) == ("said", False)


def test_another_word_is_no_mark() -> None:
    (block,) = parse("::: privateer\nsaid\n:::\n")
    assert not block.private


@given(
    st.lists(
        st.sampled_from(
            ["::: private", ":::", ":::: Private", "::: {.private}", ":::private", "said", " ", "\n", "\t"]
        ),
        max_size=6,
    ).map("".join),
    st.sampled_from(list(Style)),
    st.booleans(),
    st.booleans(),
)
def test_a_mark_that_a_person_types_is_only_words(
    typed: str, style: Style, private: bool, quoted: bool
) -> None:
    around = Block(Style.PARAGRAPH, (Text("around"),))
    block = Block(style, (Text(typed),), int(style is not Style.PARAGRAPH), 1, quoted, private)
    read = normalised([around, block, around])
    assert bare(read) == bare([around, block, around])
    assert [each.private for each in read if bare([each]) != "around"] == [private] * bool(bare([block]))
