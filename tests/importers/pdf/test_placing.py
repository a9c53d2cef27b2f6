"""Lines from right to left, put in order by where their letters stand."""

import re

from hypothesis import given
from hypothesis import strategies as st

from importers.pdf.placing import by_place

HEIGHT, WIDTH = 10.0, 4.0


def set_out(text: str, right: float = 500.0) -> list[tuple[str, float, float]]:
    """The characters of a line as they are printed: numbers and Latin words from left to right.

    Vowel signs are set above the letter before them.
    """
    placed = []
    for piece in re.findall(r"[A-Za-z0-9](?:[A-Za-z0-9./]*[A-Za-z0-9])?|.", text):
        if "\u064b" <= piece <= "\u0652":
            placed.append((piece, right + 0.5, right + WIDTH - 0.5))
            continue
        right -= WIDTH * len(piece)
        placed += [(letter, right + WIDTH * at, right + WIDTH * (at + 1)) for at, letter in enumerate(piece)]
    return placed


def test_a_run_torn_before_a_vowel_sign_goes_back_to_its_place() -> None:
    text = "وفقاً لحكم الفقرة 86، وقبول أعضاء"
    letters = set_out(text)
    number, sign = text.index("8"), text.index("\u064b")
    torn = [*letters[:sign], *letters[number:], *letters[sign:number]]
    assert by_place(torn, HEIGHT) == text


def test_symbols_and_numbers_run_from_left_to_right() -> None:
    for text in (
        "تقرير الأمين العام A/80/111، الفقرات 14 إلى 17",
        "الوثيقة A/CONF.192/2024/RC/3 المؤرخة 28 حزيران",
        "القرار 61/66 المؤرخ 6 كانون الأول 2006",
    ):
        assert by_place(sorted(set_out(text), key=lambda each: each[1]), HEIGHT) == text


def test_letters_set_above_one_another_stay_in_their_order() -> None:
    jeem_under_lam = [("ل", 96.0, 98.0), ("ج", 95.0, 101.0), ("ن", 91.0, 95.0), ("ة", 87.0, 91.0)]
    assert by_place(jeem_under_lam, HEIGHT) == "لجنة"


def test_the_letters_of_one_glyph_come_out_turned() -> None:
    assert by_place([("س", 104.0, 110.0), ("ا", 100.0, 104.0), ("ل", 100.0, 104.0)], HEIGHT) == "سلا"


def test_a_gap_is_a_space_and_a_space_without_width_is_none() -> None:
    letters = [("م", 106.0, 110.0), (" ", 100.0, 100.0), ("ن", 96.0, 100.0), (" ", 96.0, 96.0)]
    assert by_place(letters, HEIGHT) == "م ن"


@given(st.text("ابتجدرسعفق 0123456789AB/", min_size=1), st.randoms())
def test_no_letter_is_lost_in_any_order(text: str, chance) -> None:  # type: ignore[no-untyped-def]
    letters = set_out(text)
    chance.shuffle(letters)
    assert sorted(by_place(letters, HEIGHT).replace(" ", "")) == sorted(text.replace(" ", ""))
