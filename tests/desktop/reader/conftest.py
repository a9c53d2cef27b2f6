"""The whole window, on a library with yearly resolutions."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.workspace import open_workspace
from tests.desktop.forerunners.yearly import UNDATED, YEARLY
from tests.desktop.in_languages import document
from tests.desktop.window.conftest import dressed, own_settings, window

__all__ = ["dressed", "own_settings", "window"]


@pytest.fixture
def w(w: Path) -> Path:
    """The fresh workspace with three yearly resolutions, an undated one and one in Arabic."""
    with open_workspace(w) as opened, opened.write() as work:
        for each in (*YEARLY, UNDATED, document("A/RES/90/1", "ar")):
            work.library.add(each)
    return w
