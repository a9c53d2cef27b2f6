"""Numerals and ordinal words of six languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerals import roman, roman_value
from importers.wording import chinese_value, ordinal_value, plain_digits


@given(st.integers(1, 399))
def test_roman_numerals_come_back(value: int) -> None:
    assert roman_value(roman(value)) == value == roman_value(roman(value).lower())


@pytest.mark.parametrize("word", ["", "IIX", "VX", "MIX", "A", "CIVIL"])
def test_other_letters_are_no_roman_numeral(word: str) -> None:
    assert roman_value(word) == 0


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("一百一十一", 111),
        ("一〇二", 102),
        ("条", 0),
        ("", 0),
    ],
)
def test_chinese_numerals_have_values(numeral: str, value: int) -> None:
    assert chinese_value(numeral) == value


@pytest.mark.parametrize(
    ("words", "value", "taken"),
    [
        ("premier", 1, 1), ("1er", 1, 1), ("primero", 1, 1), ("One – General", 1, 1), ("первая", 1, 1),
        ("الأولى", 1, 1), ("الخامسة", 5, 1), ("الحادية عشرة", 11, 2), ("العشرون", 20, 1),
        ("الخامسة والعشرون", 25, 2), ("المائة", 100, 1), ("العاشرة بعد المائة", 110, 3),
        ("الحادية عشرة بعد المائة", 111, 4), ("العشرون بعد المائة", 120, 3), ("الأول: مقاصد الهيئة", 1, 1),
        ("of the Charter", 0, 0), ("", 0, 0),
    ],
)  # fmt: skip
def test_ordinal_words_have_values(words: str, value: int, taken: int) -> None:
    assert ordinal_value(words) == (value, taken)


def test_digits_of_other_scripts_are_plain_ones() -> None:
    assert plain_digits("١٢٣ ۴۵ ６７") == "123 45 67"
