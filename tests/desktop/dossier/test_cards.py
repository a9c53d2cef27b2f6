"""The cards of the Commitments tab."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from db.work import Work
from desktop.theme.type import official_font
from desktop.widgets.text_layout import laid_out


@pytest.mark.parametrize("width", [331.0, 407.5, 463.0, 528.0, 566.0, 601.0])
def test_a_card_shows_two_lines_of_a_paragraph_and_never_a_third(
    work: Work, qtbot: QtBot, width: float
) -> None:
    """What an ellipsis left room for by the typeface's own measure once began a third line."""
    font = official_font(QFont())
    for document in work.library.documents():
        for row in work.library.rows(document.id):
            assert laid_out(" ".join(row.text.split())[:400], font, width, lines=2).lineCount() <= 2, (
                row.label
            )
