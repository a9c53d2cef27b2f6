"""What the program remembers of this machine: the last workspace, the window's shape.

Nothing of it goes into a workspace.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_LAST = "workspace/last"
_PLACE_OF, _ITEM, _TAB = "place/workspace", "place/item", "place/tab"
_SHAPE = "window/shape"
_PANES = "window/panes"
_TABLE = "library/table"


def settings() -> QSettings:
    """The settings file of this user."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Nameplate", "Nameplate")


def last_workspace() -> Path | None:
    """The workspace that was open last, None if there was none or it is gone."""
    kept = settings().value(_LAST, "")
    path = Path(str(kept)) if kept else None
    return path if path is not None and path.exists() else None


def remember_workspace(path: Path) -> None:
    """Opens this workspace again next time."""
    settings().setValue(_LAST, str(path))


def first_workspace() -> Path:
    """Where the first workspace is made: in the person's documents."""
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(places[0]) if places else Path.home()
    return folder / "Nameplate" / "Small arms.db"


def last_place(path: Path) -> tuple[str, int]:
    """The agenda item (its id as text, empty if none is known) and the tab a workspace was left at."""
    kept = settings()
    if kept.value(_PLACE_OF, "") != str(path):
        return "", 0
    tab = str(kept.value(_TAB, "0"))
    return str(kept.value(_ITEM, "")), int(tab) if tab.isdigit() else 0


def remember_place(path: Path, item: str, tab: int) -> None:
    """Begins at this item and tab when this workspace is opened again."""
    kept = settings()
    for key, value in ((_PLACE_OF, str(path)), (_ITEM, item), (_TAB, tab)):
        kept.setValue(key, value)


def window_shape() -> tuple[QByteArray | None, list[QByteArray]]:
    """The window's place and size, and the widths of its panes, as they were left."""
    kept = settings()
    shape = kept.value(_SHAPE)
    panes = kept.value(_PANES) or []
    return (
        shape if isinstance(shape, QByteArray) else None,
        [pane for pane in panes if isinstance(pane, QByteArray)] if isinstance(panes, list) else [],
    )


def remember_window(shape: QByteArray, panes: list[QByteArray]) -> None:
    """Keeps the window's shape for next time."""
    kept = settings()
    kept.setValue(_SHAPE, shape)
    kept.setValue(_PANES, panes)


def table_shape() -> QByteArray | None:
    """The columns of the library's table as they were left: which, how wide, in which order."""
    kept = settings().value(_TABLE)
    return kept if isinstance(kept, QByteArray) else None


def remember_table(shape: QByteArray) -> None:
    """Keeps the columns for next time."""
    settings().setValue(_TABLE, shape)
