"""How Word writes a number in a list: the formats of ``w:numFmt`` (ECMA-376, part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHINESE_DIGITS = "〇一二三四五六七八九"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_HINDI = str.maketrans("0123456789", "०१२३४५६७८९")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_LARGEST_ROMAN = 32767


def roman(number: int) -> str:
    """A number in capital Roman numerals; digits where Word gives up on them."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    written = []
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written.append(letters * times)
    return "".join(written)


def lettered(number: int, alphabet: str = _LATIN) -> str:
    """A number as a letter; past the alphabet's end the letter is doubled, then trebled (27 is "aa")."""
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * min(times + 1, 30)


def ordinal(number: int) -> str:
    """An English ordinal in digits ("21st")."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number % 100 in {11, 12, 13} else endings.get(number % 10, "th")
    return f"{number}{ending}"


def chinese(number: int) -> str:
    """A number in Chinese characters as it is read ("十二", "一百零五"), digits beyond 99,999."""
    if not 0 < number < 100_000:
        return _CHINESE_DIGITS[0] if number == 0 else str(number)
    written, missing = "", False
    for worth, unit in ((10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, worth)
        if digit:
            written += ("零" if missing and written else "") + _CHINESE_DIGITS[digit] + unit
            missing = False
        else:
            missing = True
    return written.removeprefix("一") if written.startswith("一十") else written


def chinese_digits(number: int) -> str:
    """A number digit by digit in Chinese characters ("一〇五")."""
    return "".join(_CHINESE_DIGITS[int(digit)] for digit in str(abs(number)))


def _circled(number: int) -> str:
    if 1 <= number <= 20:
        return chr(0x245F + number)
    return str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": lettered,
    "upperLetter": lambda number: lettered(number).upper(),
    "lowerRoman": lambda number: roman(number).lower(),
    "upperRoman": roman,
    "ordinal": ordinal,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalEnclosedParen": lambda number: f"({number})",
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": chinese_digits,
    "japaneseDigitalTenThousand": chinese_digits,
    "taiwaneseDigital": chinese_digits,
    "ideographTraditional": lambda number: lettered(number, _STEMS),
    "ideographZodiac": lambda number: lettered(number, _BRANCHES),
    "arabicAlpha": lambda number: lettered(number, _ARABIC_ALPHABET),
    "arabicAbjad": lambda number: lettered(number, _ARABIC_ABJAD),
    "hindiNumbers": lambda number: str(number).translate(_HINDI),
    "hindiArabic": lambda number: str(number).translate(_INDIC),
    "thaiNumbers": lambda number: str(number).translate(_THAI),
    "hebrew1": lambda number: lettered(number, _HEBREW),
    "hebrew2": lambda number: lettered(number, _HEBREW),
    "russianLower": lambda number: lettered(number, _RUSSIAN),
    "russianUpper": lambda number: lettered(number, _RUSSIAN).upper(),
    "hex": lambda number: f"{number:X}",
    "none": lambda number: "",
    "bullet": lambda number: "",
}


def written(number: int, form: str, pattern: str = "") -> str:
    """A number in one of Word's formats; digits in a format that is not known.

    ``pattern`` is the example that a custom format gives ("001, 002, 003, ..."): its first entry says how
    many digits there are.
    """
    if form == "custom":
        first = pattern.partition(",")[0].strip()
        return f"{number:0{min(len(first), 9)}d}" if first.isdecimal() else str(number)
    make = _FORMATS.get(form)
    return make(number) if make else str(number)
