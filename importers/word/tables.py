"""The rows and cells of a Word table, without those that a tracked change deleted."""

from __future__ import annotations

from importers.word.names import VAL, Element, local, w

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


def rows_of(table: Element) -> list[Element]:
    """The rows of a table but those that a tracked change deleted."""
    return [row for row in _inner(table, "tr") if not _has_change(row.find(w("trPr")), ("del", "moveFrom"))]


def cells_of(row: Element) -> list[Element]:
    """The cells of a row but those that a tracked change deleted."""
    return [cell for cell in _inner(row, "tc") if not _has_change(cell.find(w("tcPr")), ("cellDel",))]


def is_continued(cell: Element) -> bool:
    """Whether a cell is the lower part of one merged with the cell above it (``w:vMerge``)."""
    properties = cell.find(w("tcPr"))
    merge = properties.find(w("vMerge")) if properties is not None else None
    return merge is not None and merge.get(VAL, "continue") == "continue"


def deleted_rows(table: Element) -> int:
    """How many rows a tracked change deleted."""
    return sum(_has_change(row.find(w("trPr")), ("del",)) for row in _inner(table, "tr"))


def _inner(parent: Element, name: str) -> list[Element]:
    """The rows of a table or cells of a row, also those within content controls and tracked insertions."""
    found: list[Element] = []
    for child in parent:
        tag = local(child)
        if tag == name:
            found.append(child)
        elif tag in _WRAPPERS:
            found += _inner(child, name)
    return found


def _has_change(properties: Element | None, names: tuple[str, ...]) -> bool:
    return properties is not None and any(properties.find(w(name)) is not None for name in names)
