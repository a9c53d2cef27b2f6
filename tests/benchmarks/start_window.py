"""From command to usable window, beside what a bare Qt window takes in the same run.

usage: python tests/benchmarks/start_window.py [RUNS]

"Usable" is when the agenda is shown and the first dossier has been read. The first figure makes the first
workspace with its library, the second opens it again.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
app = QApplication([])
window = QMainWindow()
window.show()
def told():
    print(f"usable at {time.clock_gettime(time.CLOCK_BOOTTIME):.3f}", file=sys.stderr, flush=True)
    app.quit()
QTimer.singleShot(0, told)
app.exec()
"""


def started(arguments: list[str], home: Path) -> float:
    """Seconds from starting a process until it said that it can be used."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "NAMEPLATE_TIMING": "1",
        "NAMEPLATE_CLOSE_AFTER": "2500",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    said = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stderr
    found = re.search(r"usable at ([\d.]+)", said)
    assert found, said
    return float(found[1]) - before


def main(runs: int) -> None:
    """Prints medians and the ratio to a bare window."""
    with tempfile.TemporaryDirectory() as folder:
        started(["-c", _BARE], Path(folder))
        bare = statistics.median(started(["-c", _BARE], Path(folder)) for _ in range(runs))
    first, again = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            first.append(started(["-m", "desktop"], Path(folder)))
            again.append(started(["-m", "desktop"], Path(folder)))
    for name, figures in (("first start, library made", first), ("opened again", again)):
        middle = statistics.median(figures)
        spread = f"{min(figures):.2f}–{max(figures):.2f}"
        print(f"{name}: {middle:.2f} s ({spread}), {middle / bare:.1f} × a bare window ({bare:.2f} s)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
