"""How long the window stands still at most: a batch, a long document, its corrections, the way back.

usage: python tests/benchmarks/import_in_window.py [HOW MANY [LONG DOCUMENT]]

A heart beats every five milliseconds in the window's own event loop. What is printed is the longest time it
did not, in which other programs may have had the machine, and the most work (processor time) that the
window's own thread did between two beats. The batch is of resolutions made first (as in import_batch.py); the
long document is one of the same kind with a thousand paragraphs, or the file given.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "benchmarks")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from import_batch import resolution  # noqa: E402
from PySide6.QtCore import QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from db.workspace import open_workspace  # noqa: E402
from desktop.events import Events  # noqa: E402
from desktop.library.preview.room import ImportRoom  # noqa: E402
from desktop.main_window import MainWindow  # noqa: E402
from desktop.meeting.jobs import new_workspace  # noqa: E402
from desktop.tasks import Tasks  # noqa: E402
from desktop.theme.style_sheet import dress  # noqa: E402

_BEAT_MS = 5
_PATIENCE = 300.0


class Heart:
    """Beats in the event loop and knows its longest pause."""

    def __init__(self, application: QApplication) -> None:
        """Begins at once."""
        self._application = application
        self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._pauses: list[float] = []
        self._work: list[float] = []
        self._timer = QTimer()
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self._pauses.append(now - self._last)
        self._last = now
        worked = time.thread_time()
        self._work.append(worked - self._worked)
        self._worked = worked

    @contextmanager
    def measured(self, what: str) -> Iterator[None]:
        """Prints the longest pauses while the body ran and what it had set going came to rest."""
        self.run(0.2)
        self._pauses.clear()
        self._work.clear()
        began = self._last = time.perf_counter()
        yield
        took = time.perf_counter() - began
        self.run(0.7)
        longest = ", ".join(f"{pause * 1000:.0f}" for pause in sorted(self._pauses, reverse=True)[:3])
        work = max(self._work, default=0.0) * 1000
        print(f"{what}: longest pauses {longest} ms, work {work:.0f} ms; {took:.2f} s", flush=True)

    def run(self, seconds: float) -> None:
        """Lets the window live for a while."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() >= end)

    def until(self, ready: Callable[[], object]) -> None:
        """Lets the window live until something is so."""
        end = time.perf_counter() + _PATIENCE
        while not ready():
            if time.perf_counter() > end:
                raise TimeoutError
            self._application.processEvents()
            time.sleep(0.001)


def batch(heart: Heart, window: MainWindow, files: list[Path]) -> None:
    """Imports all files at once."""
    library = window.library
    with heart.measured(f"batch of {len(files)}"):
        window.import_files(files)
        heart.until(lambda: (room := library.import_room) is not None and room.batch.is_running)
        heart.until(lambda: not library.importing.batch.is_running)
    print(f"  {library.importing.batch.state.text()}")
    with heart.measured("back to the library after it"):
        library.importing.batch.done.click()
        heart.until(lambda: not library.is_importing)


def long_document(heart: Heart, window: MainWindow, file: Path) -> None:
    """Looks at a long document, corrects it, imports it, and reads it in the library."""
    library = window.library
    with heart.measured(f"long document opened ({file.name})"):
        window.import_files([file])
        heart.until(lambda: (room := library.import_room) is not None and room.preview.path == file)
    room = library.importing
    print(f"  {len(room.preview.bench.list.rows.paragraphs)} rows")
    heart.run(2)
    corrections(heart, room)
    with heart.measured("back to the library with the long document"):
        room.preview.save()
        heart.until(lambda: not library.is_importing)
        heart.until(lambda: len(library.view.reading.rows_model.rows) > 900)


def corrections(heart: Heart, room: ImportRoom) -> None:
    """Joins, renumbers, takes back, in the middle of the document."""
    bench = room.preview.bench
    bench.list.select(len(bench.list.rows.paragraphs) // 2)
    with heart.measured("joined"):
        bench.join(1)
    with heart.measured("renumbered"):
        bench.renumber("77")
    with heart.measured("undone"):
        room.preview.undo()


def switching(heart: Heart, window: MainWindow) -> None:
    """Goes to and fro between the longest document and the first."""
    side = window.library.side
    heads = side.model.documents
    longest = max(heads, key=lambda head: head.numbered)
    other = next(head for head in heads if head.id != longest.id)
    for head in (other, longest, other, longest):
        with heart.measured(f"switched to {head.name} ({head.numbered} numbered)"):
            window.library.show_document(head)


def main(count: int, long: Path | None) -> None:
    """Makes workspace and files in a temporary folder and measures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)
        new_workspace(folder / "W.db").close()
        files = [folder / f"resolution {number:03}.pdf" for number in range(count)]
        for number, file in enumerate(files):
            file.write_bytes(resolution(number))
        if long is None:
            long = folder / "a long resolution.pdf"
            long.write_bytes(resolution(9999, paragraphs=1_000))
        application = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(application, QApplication)
        dress(application)
        events = Events()
        tasks = Tasks(events)
        window = MainWindow(tasks, events)
        window.resize(1280, 800)
        tasks.open(lambda: open_workspace(folder / "W.db"), window.start)
        window.show()
        heart = Heart(application)
        heart.until(lambda: window.desk.dossier is not None)
        heart.run(1)
        if files:
            batch(heart, window, files)
        long_document(heart, window, long)
        switching(heart, window)
        window.close()


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 100,
        Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None,
    )
