"""Names of WordprocessingML elements, and how their values are read (ECMA-376, part 1, section 17)."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_OFF = frozenset({"0", "false", "off"})


def w(name: str) -> str:
    """The full name of an element or attribute of the main namespace."""
    return f"{{{MAIN}}}{name}"


VAL = w("val")


def local(element: Element) -> str:
    """An element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child element, None if there is no such child or it has no value."""
    child = parent.find(w(name)) if parent is not None else None
    return child.get(VAL) if child is not None else None


def whole_number(text: str | None) -> int | None:
    """A number as an attribute writes it, None for anything else."""
    try:
        return int(text) if text is not None and len(text) < 12 else None
    except ValueError:
        return None


def switched(properties: Element | None, name: str) -> bool | None:
    """Whether a property such as ``w:b`` is on; None where nothing is said (17.17.4)."""
    child = properties.find(w(name)) if properties is not None else None
    return None if child is None else child.get(VAL, "1") not in _OFF
