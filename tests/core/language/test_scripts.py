"""Direction and script of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.scripts import Script, has_right_to_left, isolated, right_to_left, script_of

ARABIC = "تقرر الجمعية العامة أن تبقي المسألة قيد نظرها"
CHINESE = "大会决定将题为“非法贩运小武器”的项目列入议程"
RUSSIAN = "Генеральная Ассамблея постановляет"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ARABIC, "ar", True),
        (ARABIC, "", True),
        ("A/RES/79/40 " + ARABIC, "ar", True),
        ("A/RES/79/40 " + ARABIC, "en", False),
        ("12 (أ) " + ARABIC, "", True),
        ("A/RES/79/40", "ar", False),
        ("", "ar", False),
        (CHINESE, "zh", False),
        (RUSSIAN, "ru", False),
        (isolated("Programme") + " " + ARABIC, "", True),
        ("כל המדינות", "", True),
    ],
)
def test_the_direction_is_that_of_the_text(text: str, language: str, expected: bool) -> None:
    assert right_to_left(text, language) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ARABIC, Script.ARABIC),
        (CHINESE, Script.HAN),
        (RUSSIAN, Script.OTHER),
        ("The General Assembly (大会)", Script.OTHER),
        ("A/CONF.192/15号文件", Script.HAN),
        ("", Script.OTHER),
        ("1–2", Script.OTHER),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, expected: Script) -> None:
    assert script_of(text) is expected


@given(st.text())
def test_only_a_text_with_such_letters_can_run_from_right_to_left(text: str) -> None:
    if right_to_left(text) or right_to_left(text, "ar"):
        assert has_right_to_left(text)
    assert not right_to_left("a" + text)
