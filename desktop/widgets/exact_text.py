"""Reading a text field to the letter."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit


def exact_text(field: QPlainTextEdit) -> str:
    """The words of a field as they were typed; Qt's own ``toPlainText`` turns no-break spaces into spaces."""
    lines = []
    block = field.document().begin()
    while block.isValid():
        lines.append(block.text().replace("\u2028", "\n"))
        block = block.next()
    return "\n".join(lines)
