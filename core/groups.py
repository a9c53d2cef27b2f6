"""Groups of States and regional organizations that reports name in several ways, each under one name."""

from __future__ import annotations

import re

_NAMES = (
    ("African Group",),
    ("African Union", "AU"),
    ("Arab Group", "Group of Arab States"),
    ("Caribbean Community (CARICOM)", "Caribbean Community", "CARICOM"),
    (
        "Economic Community of West African States (ECOWAS)",
        "Economic Community of West African States",
        "ECOWAS",
    ),
    ("European Union", "EU"),
    ("MERCOSUR", "Southern Common Market"),
    ("Non-Aligned Movement", "NAM", "Movement of Non-Aligned Countries"),
    ("Pacific Islands Forum", "PIF"),
)


def _key(name: str) -> str:
    return re.sub(r"^the ", "", " ".join(re.findall(r"\w+", name.casefold())))


_BY_KEY = {_key(name): names for names in _NAMES for name in names}


def canonical_group(name: str) -> str | None:
    """The name under which a group or regional organization is known here, None if it is none of them."""
    names = _BY_KEY.get(_key(name))
    return names[0] if names else None


def names_of_group(name: str) -> tuple[str, ...]:
    """All names of the group that this one names, the canonical one first; itself where it is not known."""
    return _BY_KEY.get(_key(name), (name,))
