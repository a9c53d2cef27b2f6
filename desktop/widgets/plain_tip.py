"""Words of a document or of a person as a tool tip."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """Words for a tool tip, which shows them as they are: Qt takes what looks like HTML for formatting."""
    if not Qt.mightBeRichText(words):
        return words
    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>"
