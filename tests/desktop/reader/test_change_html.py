"""What changed as rich text, whole and shortened to what changed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from core.comparing.wording_changes import Edit, changed, pieces_of
from desktop.reader.change_box import change_sentences
from desktop.widgets.change_html import condensed, spoken_change

_WORDS = st.lists(
    st.sampled_from(["mark", "all", "States", "of", "trace", "weapons,", "record"]), max_size=40
)


def test_what_stayed_is_shortened_around_what_changed() -> None:
    old = " ".join(f"word{n}" for n in range(40))
    pieces = condensed(pieces_of(old, old.replace("word20", "term").replace("word39", "end")), around=2)
    told = "".join(piece.text for piece in pieces)
    assert told == "… word18 word19 word20 term word21 word22 … word37 word38 word39end"


@given(_WORDS, _WORDS)
def test_no_change_is_lost_and_no_word_is_invented(old: list[str], new: list[str]) -> None:
    whole = pieces_of(" ".join(old), " ".join(new))
    short = condensed(whole, around=2)
    changes = [piece for piece in whole if piece.edit is not Edit.SAME]
    assert [piece for piece in short if piece.edit is not Edit.SAME] == changes
    for piece, shortened in zip(whole, short, strict=True):
        around = re.split(r"\s?…\s?", shortened.text)
        assert piece.text.startswith(around[0]) and piece.text.endswith(around[-1])
    assert (spoken_change(whole) == "no change") == (not changes)


def test_words_in_arabic_stand_in_their_order_in_a_sentence_of_ours() -> None:
    change = changed(
        "تحث جميع الدول على وسم أسلحتها.", "تشجع جميع الدول على وسم أسلحتها، حسب الاقتضاء.", "ar"
    )
    first, second = change_sentences(change).splitlines()
    assert first == "\u200e▼ \u2068يحث\u2069 → \u2068يشجع\u2069: weaker"
    assert second == "\u200e“\u2068حسب الاقتضاء\u2069” added"
