"""How long a PDF takes to be read, beside PDFium's bare text of the same file in the same run.

usage: python tests/benchmarks/read_pdf.py [FILE.pdf]

Without a file it makes one of 56 pages, set as UN documents are. Prints the seconds and the ratio to the
bare text of the reader alone, and of the whole reading (reader, grammar and head, in one process); apart from
them a child process from its start to the document in hand, and the command from its start to what is saved.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402

from importers.importing import read_bytes  # noqa: E402
from importers.pdf_reader import read_pdf  # noqa: E402
from tests.importers.pdf.printing import BOLD, ITALIC, Press  # noqa: E402

ROUNDS = 5
PAGES = 56
SYMBOL = "A/CONF.192/2030/RC/3"
WORDS = (
    "Member States undertake to strengthen the measures that they have put in place at the national, "
    "regional and global levels to prevent, combat and eradicate the illicit trade in small arms and light "
    "weapons in all its aspects, to keep records of them for as long as possible, to cooperate with one "
    "another in tracing, and to assist those that request it in building the capacity, the laws and the "
    "institutions that this requires"
)


def main() -> None:
    """Reads the file that is told, or one that it makes, and prints the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "sample.pdf"
        if len(sys.argv) == 1:
            path.write_bytes(sample())
        print_times(path, Path(folder))


def print_times(path: Path, folder: Path) -> None:
    """Measures with the file at this path, in turns, and prints the best of each."""
    data = path.read_bytes()
    pages, characters = bare(data)
    print(f"{path.name}: {len(data) / 1e6:.2f} MB, {pages} pages, {characters:,} characters")
    jobs: dict[str, Callable[[], object]] = {
        "PDFium's bare text": lambda: bare(data),
        "the reader": lambda: read_pdf(data, path.name),
        "the whole reading": lambda: read_bytes(data, path.name),
    }
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            best[name] = min(best[name], seconds(job))
    unit = best["PDFium's bare text"]
    for name, taken in best.items():
        print(f"{name:>20}: {taken:.3f} s, {taken / unit:.2f}×")
    print(f"{'child, from its start':>20}: {seconds(lambda: in_child(path)):.2f} s")
    workspace = folder / "benchmark.db"
    command("new", workspace)
    taken = seconds(lambda: command("import", workspace, path))
    print(f"{'command to saved':>20}: {taken:.2f} s")


def bare(data: bytes) -> tuple[int, int]:
    """Opens the file and takes the text of every page, as simply as PDFium's binding allows."""
    document = pypdfium2.PdfDocument(data)
    texts = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    return len(texts), sum(map(len, texts))


def in_child(path: Path) -> None:
    """Reads the file as the program does: in a child process with limits."""
    from importers.reading import read_documents

    list(read_documents([path]))


def command(*words: object) -> None:
    """Runs the command line; its messages are not shown unless it fails."""
    line = [sys.executable, "-m", "desktop", *map(str, words)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, check=False, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(line)}: {done.stderr}")


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def sample() -> bytes:
    """An outcome document of 56 pages: numbered paragraphs, sub-paragraphs, notes, running heads.

    It is set word by word as a word processor does, since bare text costs PDFium much less without that.
    """
    press = Press(word_by_word=True)
    number = note = 0
    for page in range(1, PAGES + 1):
        running(press, page)
        if page == 1:
            press.y = 560
            press.line("Outcome document of the Conference", size=14, font=BOLD)
            press.line("The Conference,", 147, font=ITALIC, skip=6)
        notes = []
        while press.y > 270:
            number += 1
            if number % 9 == 0:
                press.line(
                    f"{chr(64 + number // 9 % 26)}.    Measures of the kind {number // 9}", 85, 12, BOLD, 12
                )
            note += number % 4 == 0
            mark = f"{{{note}}}" if number % 4 == 0 else ""
            if mark:
                notes.append(note)
            press.paragraph(f"{number}.   {WORDS}{mark} (see paragraph {number + 3});")
            if number % 5 == 0:
                press.paragraph("(a)   To report on it every year;", 147)
                press.paragraph("(b)   To review it every six years.", 147)
        for index, each in enumerate(notes):
            press.at(117, 118 - 11 * index, str(each), 5.5)
            press.at(123, 115 - 11 * index, f"See {SYMBOL}, para. {each}.", 8.5)
        if notes:
            press.at(99.6, 130, "__________________", 8, BOLD)
        if page < PAGES:
            press.new_page()
    return press.pdf()


def running(press: Press, page: int) -> None:
    """What stands at the head and foot of a page."""
    if page == 1:
        press.at(123, 734, "United Nations", 14)
        press.at(440, 734, SYMBOL)
        press.at(123, 705, "General Assembly", 20, BOLD)
        press.at(397, 705, "Distr.: General")
        press.at(397, 693, "9 July 2030")
        press.at(65, 44, "30-23058 (E)")
        return
    press.at(60 if page % 2 == 0 else 430, 733, SYMBOL, 8.5, BOLD)
    press.at(60 if page % 2 == 0 else 530, 36, f"{page}/{PAGES}", 8.5, BOLD)
    press.at(520 if page % 2 == 0 else 60, 36, "30-23058", 7)


if __name__ == "__main__":
    main()
