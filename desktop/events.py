"""“This changed”: one signal, carrying what a write changed and who made it.

Every view listens and decides for itself whether a change concerns it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Events(QObject):
    """The program's one notice board.

    ``changed`` carries a ``core.revisions.Changes``. ``said`` carries a sentence of what was done and the
    changes it can be undone by, or None.
    """

    changed = Signal(object)
    said = Signal(str, object)
