"""Good files of each format, damaged at random but the same way every time, and what becomes of them.

usage: python -m tests.importers.hostile.mutations [FORMAT | all] [HOW MANY] [SEED]

Bytes are flipped, replaced, cut out, doubled, cut off and spliced in from other files; of a Word file also
those of its parts before they are packed. Every mutant must be imported or refused with a sentence within
the deadline; a process that ends over one is a crash, counted against it. Several mutants go through one
process, which the program itself never does.
"""

from __future__ import annotations

import copy
import io
import random
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from importers.checked import Untrusted
from importers.processes import Ended, ReadingProcess
from importers.transport import MAX_MESSAGE, unpack
from tests.importers.hostile import archives, pdfs

DEADLINE = 30.0
PER_PROCESS = 50
FORMATS = ("pdf", "docx", "html", "md", "txt")

_PARAGRAPHS = (
    ("", "A/CONF.192/2026/WP.7"),
    ("", "Distr.: General"),
    ("", "18 June 2026"),
    ("h", "Working paper on the marking of small arms & light weapons"),
    ("h", "I. Implementation at the national, regional and global levels"),
    ("", "The General Assembly,"),
    ("", "Recalling its resolution 56/24 V of 24 December 2001 and A/RES/79/40,"),
    ("", "1. States resolve to undertake the following measures:"),
    ("", "(a) To mark every weapon “at the time of manufacture”, including (i) its frame;"),
    ("", "(b) To keep records of them [indefinitely] [for as long as possible];"),
    ("", "2. Encourages Ghana, the Lao People’s Democratic Republic and others to report (II.32)."),
    ("h", "Article 5"),
    ("", "1. Each State Party shall implement this Treaty in a consistent manner."),
    ("", "5.1.2. A deeper number, with 3.5 per cent and a note.1"),
    ("h", "Annex"),
    ("", "1. Opening of the meeting."),
    ("", "21 bis. Другие вопросы — المادة الأولى — 第三条 其他事项。"),
)
_TOKENS = (
    *(b"(a) ", b"\n1. ", b"\f", b"\0", b"\r", b"\xff", b"\xe2\x80", b"Annex\n", b"Article 1\n", b"[[", b"]]"),
    *(b"<", b">", b"</p>", b"<table>", b"<!--", b"&#", b"endobj", b"stream\n", b"<<", b">>", b"obj\n"),
    *(b"/Kids[", b"2 0 R", b"999999999999", b"-1", b"w:numId", b"</w:p>", b"<w:tbl>", b"> ", b"```\n", b"# "),
)


_VALUES = (
    "0",
    "-1",
    "1",
    "99",
    "65536",
    "2147483648",
    "1e9",
    "-0.0",
    "",
    "x",
    "%1.%2.",
    "Heading1",
    "true",
    "٣",
)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")


# Good files -----------------------------------------------------------------------------------------------


@cache
def good_files(kind: str) -> tuple[bytes, ...]:
    """A few good files of a format, the smaller ones written by hand."""
    made: dict[str, Callable[[], tuple[bytes, ...]]] = {
        "pdf": lambda: (pdfs.good(), _reportlab_pdf()),
        "docx": lambda: (archives.good_docx(), _docx()),
        "html": lambda: (_html(),),
        "md": lambda: (_markdown(),),
        "txt": lambda: (_text(), _text().replace(b"\n\n", b"\n")),
    }
    return made[kind]()


def _reportlab_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, invariant=1, pageCompression=0)
    for page in range(3):
        canvas.drawString(72, 800, "A/CONF.192/2026/WP.7")
        for nth, (style, text) in enumerate(_PARAGRAPHS):
            canvas.setFont("Helvetica-Bold" if style else "Helvetica", 10)
            canvas.drawString(72, 770 - 24 * nth, text.encode("latin-1", "replace").decode("latin-1"))
        canvas.drawString(500, 30, f"{page + 1}/3")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _docx() -> bytes:
    from docx import Document

    document = Document()
    for style, text in _PARAGRAPHS:
        document.add_paragraph(text, style="Heading 1" if style else None)
    for text in ("First in a list", "Second in a list"):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(2, 3)
    for nth, cell in enumerate(table.rows[0].cells):
        cell.text = f"{nth}. Cell"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _html() -> bytes:
    tags = {"h": "h2", "": "p"}
    inner = "".join(f"<{tags[style]}>{text}</{tags[style]}>\n" for style, text in _PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Paper</title></head><body><nav>Home</nav><main>{inner}"
        "<ol start='3'><li>Item<ul><li>Inner</li></ul></li></ol>"
        "<table><tr><td colspan='2'>Cell</td></tr></table>"
        "</main><footer>Contact</footer></body></html>"
    ).encode()


def _markdown() -> bytes:
    inner = "\n\n".join(f"## {text}" if style else text for style, text in _PARAGRAPHS)
    rest = (
        "> A quotation\n\n1. one\n   - two\n\n| a | b |\n|---|---|\n| c | d |\n\n[x](#y)[^1]\n\n[^1]: Note\n"
    )
    return f"# Paper\n\n{inner}\n\n{rest}".encode()


def _text() -> bytes:
    return ("\n\n".join(text for _, text in _PARAGRAPHS) + "\n\f\n18. A second page.\n").encode()


# Damage ---------------------------------------------------------------------------------------------------


def mutant(kind: str, number: int, seed: int) -> bytes:
    """The mutant of this number: always the same for the same seed."""
    chance = random.Random(f"{kind} {number} {seed}")
    data = chance.choice(good_files(kind))
    if kind == "docx" and chance.random() < 0.8:
        return _damaged_parts(data, chance)
    damaged = _damaged(data, chance)
    if kind in ("html", "md", "txt") and chance.random() < 0.6:  # else most are refused for their encoding
        return damaged.decode("utf-8", "replace").replace("\0", " ").encode()
    return damaged


def _damaged_parts(data: bytes, chance: random.Random) -> bytes:
    """The same Word file with parts damaged before they were packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    often = ["word/document.xml"] * 6 + ["word/numbering.xml"] * 2
    hit = chance.choice([name for name, _ in parts] + often)
    is_xml = hit.endswith((".xml", ".rels"))
    damage = chance.choice((_damaged, _rearranged, _rearranged)) if is_xml else _damaged
    return archives.zipped((name, damage(part, chance) if name == hit else part) for name, part in parts)


def _rearranged(part: bytes, chance: random.Random) -> bytes:
    """XML that is still XML, with elements taken out, doubled, put into others and given other values."""
    root = etree.fromstring(part)
    for _ in range(chance.choice((1, 2, 5, 40))):
        elements = [element for element in root.iter("*") if element is not root]
        if not elements:
            break
        element, other = chance.choice(elements), chance.choice(elements)
        what = chance.randrange(5)
        if what == 0:
            element.getparent().remove(element)
        elif what == 1:
            element.addnext(copy.deepcopy(element))
        elif what == 2 and len(elements) < 3_000:
            other.append(copy.deepcopy(element))
        elif what == 3 and element.attrib:
            element.set(chance.choice(list(element.attrib)), chance.choice(_VALUES))
        else:
            element.text = chance.choice(_VALUES)
    return etree.tostring(root)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        chance.choice(_DAMAGES)(changed, chance)
    return bytes(changed)


def _renumber(data: bytearray, chance: random.Random) -> None:
    """Other values in place of numbers: lengths, places, counts, sizes."""
    for _ in range(chance.choice((1, 3, 20))):
        numbers = list(_NUMBER.finditer(data))
        if numbers:
            found = chance.choice(numbers)
            data[found.start() : found.end()] = chance.choice(_VALUES).encode()


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 2, 10, 50))):
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _replace(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 4, 20))):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)


def _truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) + 1) :]


def _cut_out(data: bytearray, chance: random.Random) -> None:
    start, end = _span(data, chance)
    del data[start:end]


def _double(data: bytearray, chance: random.Random) -> None:
    start, end = _span(data, chance)
    data[start:start] = data[start:end] * chance.choice((1, 2, 30))


def _splice(data: bytearray, chance: random.Random) -> None:
    other = bytearray(chance.choice(good_files(chance.choice(FORMATS))))
    start, end = _span(other, chance)
    at, until = _span(data, chance)
    data[at : chance.choice((at, until))] = other[start:end]


def _insert(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 3, 30))):
        at = chance.randrange(len(data) + 1)
        data[at:at] = chance.choice(_TOKENS) * chance.choice((1, 1, 2, 200))


_DAMAGES = (_renumber, _renumber, _flip, _replace, _truncate, _cut_out, _double, _splice, _insert)


def _span(data: bytearray, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 8, 64, 512, 4096)))


# What becomes of them -------------------------------------------------------------------------------------


@dataclass
class Outcomes:
    """What became of a number of mutants: how many ended how, which ones badly, and the longest time."""

    counts: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)
    longest: float = 0.0
    longest_of: str = ""

    def add(self, number: int, what: str, seconds: float) -> None:
        self.counts[what.partition(" ")[0]] += 1
        if what.partition(" ")[0] not in ("imported", "refused"):
            self.bad.append(f"{number}: {what}")
        if seconds > self.longest:
            self.longest, self.longest_of = seconds, str(number)


def run(kind: str, numbers: range, seed: int, deadline: float = DEADLINE) -> Outcomes:
    """Reads mutants by number, a few in each process; a crash is that of the mutant which was being read."""
    outcomes = Outcomes()
    waiting = iter(numbers)
    number = next(waiting, None)
    while number is not None:
        with ReadingProcess("document", kind, 600) as process:
            for _ in range(PER_PROCESS):
                if number is None:
                    break
                began = time.perf_counter()
                try:
                    what = _read(process, kind, mutant(kind, number, seed), deadline)
                except Ended as ended:
                    outcomes.add(number, f"crash {ended.why}", time.perf_counter() - began)
                    number = next(waiting, None)
                    break
                outcomes.add(number, what, time.perf_counter() - began)
                number = next(waiting, None)
    return outcomes


def _read(process: ReadingProcess, kind: str, data: bytes, deadline: float) -> str:
    if not data:
        return "refused"
    head, body = process.ask({"name": f"mutant.{kind}"}, data, MAX_MESSAGE, deadline)
    if head.get("document") is True:
        try:
            unpack(body)
        except Untrusted as error:
            return f"untrusted {error}"
        return "imported"
    return "refused" if str(head.get("refusal", "")).endswith(".") else f"fault {head}"


def _report(kind: str, count: int, seed: int) -> Iterator[str]:
    half = count // 2
    with ThreadPoolExecutor(2) as pool:
        halves = [pool.submit(run, kind, part, seed) for part in (range(half), range(half, count))]
        for outcomes in (half.result() for half in halves):
            told = ", ".join(f"{number} {what}" for what, number in outcomes.counts.most_common())
            yield f"{kind}: {told}; longest {outcomes.longest:.2f} s (mutant {outcomes.longest_of})"
            yield from (f"  {kind} {bad}" for bad in outcomes.bad)


def main(kind: str = "all", count: str = "2000", seed: str = "1") -> None:
    """Prints what became of so many mutants of a format, or of each."""
    for one in FORMATS if kind == "all" else (kind,):
        for line in _report(one, int(count), int(seed)):
            print(line, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
