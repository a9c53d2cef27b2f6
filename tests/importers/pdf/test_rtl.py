"""Text from right to left: what PDFium turns round is put right."""

from hypothesis import given
from hypothesis import strategies as st

from importers.pdf.rtl import base_letters, mended


def test_a_sign_before_its_letter_goes_after_it() -> None:
    assert mended("أي ًضا") == "أيضًا"
    assert mended("بنا ًء على") == "بناءً على"
    assert mended("قدما،ً وأن") == "قدماً، وأن"


def test_the_space_of_a_latin_word_stands_after_it() -> None:
    assert mended("كل من R و Pythonميزات") == "كل من R وPython ميزات"
    assert mended("مكتبة pandas في Python لإدارة") == "مكتبة pandas في Python لإدارة"


def test_brackets_that_are_turned_are_turned_back() -> None:
    assert mended("الفترة )2024 - 2026( تحقيق") == "الفترة (2024 - 2026) تحقيق"
    assert mended("الفترة (2024 - 2026) تحقيق") == "الفترة (2024 - 2026) تحقيق"
    assert mended(")أ( تقرر", brackets_turned=True) == "(أ) تقرر"


def test_forms_become_letters() -> None:
    assert base_letters("\ufefb") == "لا"
    assert base_letters("مقاصـد") == "مقاصد"


def test_a_comma_stays_after_its_number() -> None:
    assert mended("في عام ،1942 وقد") == "في عام 1942، وقد"


@given(st.text("ابتجحدرسعفقكلمنهوي ()12,."))
def test_no_letters_are_lost(text: str) -> None:
    assert sorted(filter(str.isalnum, mended(text))) == sorted(filter(str.isalnum, text))


def test_the_tail_of_a_lone_heh_stays() -> None:
    assert base_letters("(هـ) تكفل") == "(هـ) تكفل"
    assert base_letters("محكمـة فيهـا") == "محكمة فيها"


def test_a_comma_goes_after_the_number_that_begins_a_line() -> None:
    assert mended("،2006 مع تجنب ازدواجية الجهود") == "2006، مع تجنب ازدواجية الجهود"
