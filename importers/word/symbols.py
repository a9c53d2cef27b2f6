"""Characters typed in symbol fonts (``w:sym``), which have numbers of their own in them."""

from __future__ import annotations

_SYMBOL_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SYMBOL_SIGNS = {
    0x22: "∀",
    0x24: "∃",
    0x27: "∋",
    0x2D: "−",
    0x40: "≅",
    0x5C: "∴",
    0x5E: "⊥",
    0xA2: "′",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB6: "∂",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xC5: "⊕",
    0xC7: "∩",
    0xC8: "∪",
    0xCE: "∈",
    0xD0: "∠",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0xD6: "√",
    0xDB: "⇔",
    0xDE: "⇒",
    0xE5: "∑",
    0xF2: "∫",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFE: "☑",
    0x21: "✏",
    0x2A: "✉",
    0x28: "☎",
}
_UNKNOWN = "□"


def symbol(font: str, code: str) -> str:
    """The character that a ``w:sym`` prints, "□" where its font's signs are not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    place = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    if font.casefold().startswith("wingdings"):
        return _WINGDINGS.get(place, _UNKNOWN)
    if font.casefold().startswith("symbol"):
        return _SYMBOL_SIGNS.get(place) or _SYMBOL_LETTERS.get(chr(place)) or _as_is(place)
    return _as_is(place)


def _as_is(number: int) -> str:
    printable = 0x20 < number < 0x110000 and not 0xD800 <= number < 0xF900 and chr(number).isprintable()
    return chr(number) if printable else _UNKNOWN
