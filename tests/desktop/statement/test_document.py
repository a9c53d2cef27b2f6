"""A statement's blocks survive the page exactly, and the page gives each its space."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from core.references import Reference
from core.statement_text import Block, Break, Cite, Style, Text, normalised, parse
from desktop.statement.document import blocks_of, fill, settle, text_blocks
from desktop.statement.typefaces import Fonts

cites = st.sampled_from(
    [
        Cite(Reference("BMS8", "", "62"), "[@BMS8, para. 62]"),
        Cite(Reference("RevCon3", "", "II.32"), "[@RevCon3, sect. II, para. 32]"),
        Cite(Reference("A/RES/79/40", "", "pp.7"), "[@A/RES/79/40, preambular para. 7]"),
    ]
)
awkward = st.text(
    alphabet=st.sampled_from(list("ab .*_[]@#->`:1\\\n“é\t\xa0😀\u0627\u2028\ufdd0\ufffc")), max_size=9
)
words = st.one_of(awkward, st.text(max_size=12))
inlines = st.one_of(st.builds(Text, words, st.booleans(), st.booleans()), st.just(Break()), cites)
blocks = st.builds(
    Block,
    st.sampled_from(list(Style)),
    st.lists(inlines, max_size=4).map(tuple),
    st.integers(0, 4),
    st.integers(0, 20),
    st.booleans(),
    st.booleans(),
)


@pytest.fixture
def fonts(qapp: QApplication) -> Fonts:
    return Fonts.of(qapp.font())


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(blocks, max_size=6))
def test_any_statement_comes_back_from_the_page_exactly(fonts: Fonts, some: list[Block]) -> None:
    once = normalised(some)
    document = QTextDocument()
    fill(document, once, fonts)
    assert blocks_of(document) == once


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(blocks, max_size=6))
def test_a_page_that_was_filled_has_all_its_space_in_place(fonts: Fonts, some: list[Block]) -> None:
    document = QTextDocument()
    fill(document, normalised(some), fonts)
    settle(document, 0, document.characterCount(), fonts)
    assert not document.isUndoAvailable()


def test_filling_a_page_again_leaves_nothing_of_what_was_there(fonts: Fonts) -> None:
    document = QTextDocument()
    fill(document, parse("# One\n\n> two\n\n::: private\nthree\n:::\n"), fonts)
    fill(document, parse("four"), fonts)
    assert blocks_of(document) == (Block(Style.PARAGRAPH, (Text("four"),)),)
    fill(document, (), fonts)
    assert blocks_of(document) == ()
    assert len(list(text_blocks(document))) == 1
    assert not document.isModified()
