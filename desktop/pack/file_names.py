"""What an exported file is called before the delegate says otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONGEST = 120
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.I)


def pack_file_name(state: str, meeting: str, numbers: Sequence[str], *, private: bool) -> str:
    """ "Ghana – Tenth Biennial Meeting of States – items 6–9", without a suffix.

    A pack with private notes says so in its name, so that it is not sent on by mistake.
    """
    parts = [state, _cut(meeting, 60), items_in_words(numbers), "with private notes" if private else ""]
    return safe_name(" – ".join(part for part in parts if part.strip()), "Briefing pack")


def statement_file_name(state: str, meeting: str, number: str, title: str) -> str:
    """ "Ghana – Tenth Biennial Meeting of States – item 7 – Statement", without a suffix."""
    item = f"item {number}" if number else ""
    parts = [state, _cut(meeting, 60), item, _cut(title, 40) or "statement"]
    return safe_name(" – ".join(part for part in parts if part.strip()), "Statement")


def items_in_words(numbers: Sequence[str]) -> str:
    """ "item 7", "items 6–9", "items 6, 8 and 9", "items 6 and 98 (a)"; empty without any."""
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"item {numbers[0]}"
    runs: list[list[str]] = []
    for number in numbers:
        if runs and runs[-1][-1].isdecimal() and number == str(int(runs[-1][-1]) + 1):
            runs[-1].append(number)
        else:
            runs.append([number])
    words = []
    for run in runs:
        words += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else run
    return "items " + " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def safe_name(name: str, otherwise: str) -> str:
    """A name that every file system takes and that survives being mailed."""
    name = " ".join(_FORBIDDEN.sub(" ", name).split())
    name = _cut(name, _LONGEST).strip(" .")
    if not name:
        return otherwise
    return f"{name} {otherwise}" if _RESERVED.match(name) else name


def _cut(text: str, longest: int) -> str:
    """The text, shortened at the end of a word if it is too long."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    start = text[: longest + 1].rsplit(" ", 1)[0]
    return start[:longest].rstrip(" ,;:–-(")
