"""What of a text's characters is printed: invisible ones left out, every kind of space a space."""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})


def printed(text: str) -> str:
    """The text on one line as it is seen, with single spaces and no edges.

    Soft hyphens, zero-width spaces and marks of direction print nothing and are left out; control characters
    and all kinds of space are spaces; a hyphen that must not break is a hyphen.
    """
    if not text.isascii():
        text = _INVISIBLE.sub("", text).translate(_HYPHENS)
    return " ".join(_CONTROLS.sub(" ", text).split())
