"""Labels in six languages: the same place in a list is the same label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.labels import label_key, label_keys

ENGLISH = ["12", "12(a)", "12(b)", "12(b)(i)", "12(b)(ii)", "12(c)", "II.32", "pp.7", "98(p)", "A.5", ""]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("fr", ENGLISH),
        (
            "ru",
            ["12", "12(а)", "12(б)", "12(б)(i)", "12(б)(ii)", "12(в)", "II.32", "pp.7", "98(р)", "А.5", ""],
        ),
        (
            "ru",
            ["12", "12(а)", "12(b)", "12(b)(i)", "12(b)(ii)", "12(с)", "II.32", "pp.7", "98(p)", "A.5", ""],
        ),
        (
            "ar",
            ["١٢", "12(أ)", "12(ب)", "12(ب)(١)", "12(ب)(٢)", "12(ج)", "II.32", "pp.7", "98(ع)", "A.5", ""],
        ),
        (
            "zh",
            [
                "12",
                "12(一)",
                "12(二)",
                "12(二)(1)",
                "12(二)(2)",
                "12(三)",
                "二.32",
                "pp.7",
                "98(十六)",
                "A.5",
                "",
            ],
        ),
        (
            "es",
            ["12", "12(a)", "12(b)", "12(b)(i)", "12(b)(ii)", "12(c)", "Ⅱ.32", "pp.7", "98(p)", "A.5", ""],
        ),
    ],
)
def test_labels_say_the_same_in_every_language(language: str, labels: list[str]) -> None:
    assert label_keys(labels, language) == label_keys(ENGLISH, "en")


def test_places_count_from_one() -> None:
    assert label_keys(["12(a)", "12(b)(ii)", "II.32"], "en") == ["12(1)", "12(2)(2)", "2.32"]
    assert label_key("12(bb)", "en") == "12(28)"
    assert label_key("12(b bis)", "fr") == label_key("12(ب bis)", "ar") == "12(2bis)"
    assert label_key("21bis", "es") == "21bis"
    assert label_key("23(二十三)", "zh") == "23(23)"


def test_a_letter_is_told_from_a_numeral_by_its_list() -> None:
    assert label_keys(["1(h)", "1(i)", "1(j)"], "en") == ["1(8)", "1(9)", "1(10)"]
    assert label_keys(["1(i)", "1(ii)", "1(v)"], "en") == ["1(1)", "1(2)", "1(5)"]
    assert label_keys(["1(a)(i)"], "en") == ["1(1)(1)"]
    assert label_keys(["1(c)", "1(d)"], "en") == ["1(3)", "1(4)"]


def test_a_spanish_list_counts_its_own_letter_only_where_it_has_it() -> None:
    with_it = label_keys(["1(n)", "1(ñ)", "1(o)", "2(n)", "2(o)"], "es")
    assert with_it == ["1(14)", "1(15)", "1(16)", "2(14)", "2(15)"]


def test_a_russian_list_counts_its_seldom_letters_only_where_it_has_them() -> None:
    assert label_keys(["1(и)", "1(й)", "1(к)", "2(и)", "2(к)"], "ru") == [
        "1(9)",
        "1(10)",
        "1(11)",
        "2(9)",
        "2(10)",
    ]


@given(st.text(max_size=12) | st.from_regex(r"\A[IVX]{0,3}\.?[0-9]{1,3}(\([a-zа-яأ-ي一-十]{1,3}\)){0,3}\Z"))
def test_no_label_is_an_error_and_a_key_is_its_own_key(label: str) -> None:
    for language in ("en", "ar", "zh", "ru", "es", "xx"):
        key = label_key(label, language)
        assert label_key(key, language) == key or "(" not in label
        assert bool(key) or not label.strip() or not label.strip().isalnum()


@given(st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), unique=True, min_size=2))
def test_the_letters_of_a_list_have_places_of_their_own(letters: list[str]) -> None:
    keys = label_keys([f"3({letter})" for letter in letters], "en")
    assert len(set(keys)) == len(letters)
