"""What the first search by meaning needs is made ready once the window is there and has its lists."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.tasks import Progress, Tasks

_AFTER_MS = 1_500


class Preparing(QObject):
    """Loads in the background what would keep the first search waiting; nothing depends on it."""

    def __init__(self, tasks: Tasks, then: Callable[[], object], parent: QObject) -> None:
        """Does nothing until it is started; what can wait longest follows then."""
        super().__init__(parent)
        self._tasks, self._then = tasks, then
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self._load)

    def start(self) -> None:
        """Prepares for the workspace that was just opened, once its pages have had their turn."""
        self._later.start()

    def _load(self) -> None:
        """What is the same for every workspace is loaded beside the worker, which stays free."""
        self._tasks.beside(_load_meanings, lambda _: self._look(), lambda _: self._look())

    def _look(self) -> None:
        self._tasks.read(lambda work: work.search.prepare(), _nothing, _nothing, latest="prepare search")
        self._then()


def _load_meanings(_: Progress) -> None:
    import db.searching.meaning  # noqa: F401 - to be there when it is wanted
    from db.index.vocabulary import vocabulary
    from db.searching.word_vectors import word_vectors

    vocabulary()
    word_vectors()


def _nothing(_: object) -> None:
    """A search that finds nothing prepared does it by itself."""
