"""A hundred resolutions in one batch: how long, how much memory, how quickly it stops when asked to.

usage: python tests/benchmarks/import_batch.py [HOW MANY]

The PDFs are made first, three pages each with running heads and footers. They are then read in processes of
their own and saved one by one into a new workspace, as the command line and the window do it.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from desktop.library.jobs import add_to_library, read_files  # noqa: E402
from desktop.meeting.jobs import new_workspace  # noqa: E402
from importers.imported import ImportedDocument  # noqa: E402
from importers.importing import read_bytes  # noqa: E402
from importers.processes import ReadingProcess  # noqa: E402
from importers.transport import MAX_MESSAGE, pack, unpack  # noqa: E402

_PREAMBLE = ("Recalling", "Reaffirming", "Noting with concern", "Emphasizing", "Bearing in mind", "Welcoming")
_OPERATIVE = ("Calls upon", "Encourages", "Invites", "Requests", "Decides", "Urges", "Reiterates", "Notes")
_WORDS = (
    "the efforts of States to prevent, combat and eradicate the illicit trade in small arms and light arms "
    "in all its aspects, including through international cooperation and assistance, the marking of weapons "
    "at the time of manufacture, the keeping of records and the timely answering of tracing requests"
)


def resolution(number: int, paragraphs: int = 30) -> bytes:
    """A resolution as a PDF: preamble, so many operative paragraphs, letters under some of them."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    def furniture(canvas, document) -> None:  # type: ignore[no-untyped-def]
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(72, 800, f"A/RES/90/{number}")
        canvas.drawString(300, 40, f"{document.page}/3")

    style = getSampleStyleSheet()["BodyText"]
    texts = [
        f"A/RES/90/{number}",
        f"Resolution {number} on the marking of small arms",
        "The General Assembly,",
    ]
    texts += [f"<i>{word}</i> {_WORDS} in {number}," for word in _PREAMBLE]
    for nth in range(1, paragraphs + 1):
        word = _OPERATIVE[nth % len(_OPERATIVE)]
        texts.append(f"{nth}. <i>{word}</i> {_WORDS}, as decided in {number}{':' if nth % 7 == 0 else ';'}")
        if nth % 7 == 0:
            texts += [f"({letter}) To consider {_WORDS};" for letter in "abc"]
    made = io.BytesIO()
    SimpleDocTemplate(made, pagesize=A4, invariant=1).build(
        [Paragraph(text, style) for text in texts], onFirstPage=furniture, onLaterPages=furniture
    )
    return made.getvalue()


def resident() -> float:
    """Megabytes of memory that this process has in use; 0 where that cannot be told."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, ValueError):
        return 0.0
    return pages * 4096 / 1024**2


def batch(files: list[Path], workspace: Path) -> None:
    """Imports all files and prints time and memory."""
    with new_workspace(workspace) as opened:
        marks = [f"{resident():.0f} MB at the start"]
        began = time.perf_counter()
        refused = 0
        with read_files(files) as read:
            for nth, file in enumerate(read, 1):
                with opened.write("benchmark") as work:
                    (result,) = add_to_library(work, [file])
                refused += bool(result.refusal)
                if nth in (len(files) // 4, len(files) // 2, len(files)):
                    marks.append(f"{resident():.0f} after {nth}")
        took = time.perf_counter() - began
    print(
        f"{len(files)} resolutions: {took:.1f} s, {took / len(files) * 1000:.0f} ms each, {refused} refused"
    )
    print(f"memory of the program: {', '.join(marks)}")


def cancelling(files: list[Path]) -> None:
    """Prints how long it takes from the wish to stop until every process is gone."""
    asked: list[float] = []

    def cancel() -> bool:
        if not asked and time.perf_counter() - began > 0.5:
            asked.append(time.perf_counter())
        return bool(asked)

    began = time.perf_counter()
    read = sum(1 for _ in read_files(files, cancel=cancel))
    print(f"cancelled after {read} files: all over {(time.perf_counter() - asked[0]) * 1000:.0f} ms later")


def starting(data: bytes) -> None:
    """Prints what a process costs, and what the way between two processes does."""
    starts, reads = [], []
    for _ in range(7):
        began = time.perf_counter()
        with ReadingProcess("document", "txt", 60) as process:
            process.ask({"name": "x.txt"}, b"1. One paragraph of few words.", MAX_MESSAGE, 60)
            starts.append(time.perf_counter() - began)
        with ReadingProcess("document", "pdf", 60) as process:
            time.sleep(0.5)
            began = time.perf_counter()
            process.ask({"name": "x.pdf"}, data, MAX_MESSAGE, 60)
            reads.append(time.perf_counter() - began)
    print(f"a process, from nothing to the answer for one line of text: {sorted(starts)[3] * 1000:.0f} ms")
    print(f"one of these PDFs by a process that stands ready: {sorted(reads)[3] * 1000:.0f} ms")


def transporting(data: bytes, rows: int = 1500) -> None:
    """Prints what packing and checking a document of many rows takes."""
    document = read_bytes(data, "x.pdf").document
    repeated = (document.paragraphs * (rows // len(document.paragraphs) + 1))[:rows]
    message = pack(ImportedDocument(replace(document, paragraphs=repeated)), "x.pdf")
    packing, checking = [], []
    for _ in range(7):
        began = time.perf_counter()
        pack(ImportedDocument(replace(document, paragraphs=repeated)), "x.pdf")
        packing.append(time.perf_counter() - began)
        began = time.perf_counter()
        unpack(message)
        checking.append(time.perf_counter() - began)
    print(
        f"{rows} rows: {sorted(packing)[3] * 1000:.1f} ms to pack, {sorted(checking)[3] * 1000:.1f} ms to "
        f"check, {len(message) / 1024:.0f} KB"
    )


def main(count: int) -> None:
    """Makes the files in a temporary folder and measures."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"resolution {number:03}.pdf" for number in range(count)]
        for number, file in enumerate(files):
            file.write_bytes(resolution(number))
        starting(files[0].read_bytes())
        transporting(files[0].read_bytes())
        batch(files, Path(folder) / "W.db")
        cancelling(files)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
