"""Icons from one family (Tabler's outlines), in the colours of the scheme."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


@lru_cache(maxsize=256)
def icon(name: str, colour: str, checked: str | None = None) -> QIcon:
    """An icon by its Tabler name, drawn in ``colour``, and in ``checked`` while its button is on.

    FileNotFoundError if the family has no icon of that name.
    """
    made = QIcon()
    for state, ink in ((QIcon.State.Off, colour), (QIcon.State.On, checked or colour)):
        for size in (20, 40):
            made.addPixmap(_drawn(name, ink, size), QIcon.Mode.Normal, state)
    return made


def _drawn(name: str, colour: str, size: int) -> QPixmap:
    source = _source(name).replace("currentColor", colour)
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    spec = find_spec("pytablericons")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    for folder in folders:
        found = Path(folder) / "icons" / "outline" / f"{name}.svg"
        if found.exists():
            return found.read_text(encoding="utf-8")
    raise FileNotFoundError(f"the icon family has no {name!r}")
