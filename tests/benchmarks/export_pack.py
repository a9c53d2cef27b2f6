"""How long a pack of 120 commitments and four statements takes to write, from a cold start of Python.

Prints the seconds of each format, of the writer alone, and the ratio to the bare libraries writing the same
words as plain paragraphs. Run: python tests/benchmarks/export_pack.py
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]

_EXPORT = """
import sys, time
from pathlib import Path
from tests.exporters.samples import large_pack
pack = large_pack()
started = time.perf_counter()
from exporters import export_pack
export_pack(pack, Path(sys.argv[1]))
print(time.perf_counter() - started)
"""
_WORDS = """
import sys, time
from exporters.blocks import paragraphs_of
from exporters.pack_blocks import pack_manuscript
from tests.exporters.samples import large_pack
words = [p.plain for p in paragraphs_of(pack_manuscript(large_pack()).blocks)]
started = time.perf_counter()
"""
_BARE = {
    ".docx": _WORDS
    + """
from docx import Document
document = Document()
for text in words:
    document.add_paragraph(text)
document.save(sys.argv[1])
print(time.perf_counter() - started)
""",
    ".pdf": _WORDS
    + """
from xml.sax.saxutils import escape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate
style = getSampleStyleSheet()["BodyText"]
SimpleDocTemplate(sys.argv[1]).build([Paragraph(escape(text), style) for text in words if text])
print(time.perf_counter() - started)
""",
}


def timed(program: str, target: Path) -> tuple[float, float]:
    """Seconds from a cold start to the end, and those that the program counted itself; the best of three."""
    best = (float("inf"), float("inf"))
    for _ in range(3):
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", program, str(target)], cwd=ROOT, check=True, capture_output=True, text=True
        )
        best = min(best, (time.perf_counter() - started, float(done.stdout)))
    return best


def main() -> None:
    """Prints one line a format."""
    with TemporaryDirectory() as folder:
        for suffix, bare in _BARE.items():
            cold, writer = timed(_EXPORT, Path(folder) / f"pack{suffix}")
            _, plain = timed(bare, Path(folder) / f"plain{suffix}")
            ratio = writer / plain
            print(
                f"{suffix[1:]}: {cold:.2f} s cold, {writer:.2f} s writing; {plain:.2f} s bare, {ratio:.2f}×"
            )


if __name__ == "__main__":
    main()
