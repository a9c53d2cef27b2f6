"""Files are read in processes of their own: bounded, stopped when asked, and leaving nothing behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from importers.folders import files_to_read
from importers.importing import read_document
from importers.linux_filter import refuse_system_calls
from importers.processes import HIDDEN_ARGUMENT, Ended, ReadingProcess
from importers.reading import AT_A_TIME, Reading, broken, read_documents
from importers.windows_job import limits as windows_limits
from resources.paths import library_files
from tests.importers.hostile import archives, pdfs

ROOT = Path(__file__).parents[2]
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of the Linux kernel")


def children() -> set[int]:
    """The processes that this one has started and not yet done with; a thread may end while they are read."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError):
            found.update(map(int, (task / "children").read_text().split()))
    return found


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """No thread, process or pipe is left of what a test read."""
    linux = sys.platform.startswith("linux")
    threads = threading.active_count()
    before = (children(), len(list(Path("/proc/self/fd").iterdir()))) if linux else None
    yield
    assert threading.active_count() == threads
    if linux:
        assert (children(), len(list(Path("/proc/self/fd").iterdir()))) == before


def paper(folder: Path, nth: int) -> Path:
    path = folder / f"paper {nth}.txt"
    path.write_text(f"A/CONF.192/2026/WP.{nth}\n\n1. Paper {nth} was read.\n\n2. It was noted.\n", "utf-8")
    return path


def slow(folder: Path, name: str = "slow.txt") -> Path:
    """A file that takes its reader many seconds."""
    path = folder / name
    path.write_bytes(pdfs.much_text())
    return path.rename(path.with_suffix(".pdf"))


def test_a_file_read_beside_the_program_is_the_same_as_one_read_within() -> None:
    read = list(read_documents(library_files()))
    assert [file.imported for file in read] == [read_document(path) for path in library_files()]


def test_files_come_in_their_order_and_a_refused_one_keeps_none_out(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7")
    paths = [
        paper(tmp_path, 1),
        bad,
        *(paper(tmp_path, nth) for nth in range(2, 9)),
        tmp_path / "none.txt",
        tmp_path,
    ]
    read = list(read_documents(paths))
    assert [file.path for file in read] == paths
    symbols = [file.imported.document.symbol if file.imported else "" for file in read]
    assert symbols == [
        "A/CONF.192/2026/WP.1",
        "",
        *(f"A/CONF.192/2026/WP.{nth}" for nth in range(2, 9)),
        "",
        "",
    ]
    assert "bad.pdf" in read[1].refusal
    assert read[-2].refusal.startswith("There is no file “none.txt”")
    assert "is not a file" in read[-1].refusal


def test_what_is_given_stands_above_what_the_file_says(tmp_path: Path) -> None:
    given = {"symbol": "A/1", "title": "Ours", "short": "WP", "language": "fr"}
    (read,) = read_documents([paper(tmp_path, 1)], **given)
    assert read.imported
    document = read.imported.document
    assert (document.symbol, document.title, document.short, document.language) == ("A/1", "Ours", "WP", "fr")


def test_nothing_to_read_is_no_reading() -> None:
    assert list(read_documents([])) == []


def test_progress_counts_the_files(tmp_path: Path) -> None:
    shares: list[float] = []
    read = read_documents([paper(tmp_path, nth) for nth in range(4)], progress=shares.append)
    assert len(list(read)) == 4
    assert shares == sorted(shares)
    assert {0.25, 0.5, 0.75, 1.0} <= set(shares)


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    read = list(read_documents([slow(tmp_path), paper(tmp_path, 1)], deadline=1.0))
    assert read[0].refusal.startswith(
        "“slow.pdf” took longer than 1 seconds to read: open it in a PDF viewer"
    )
    assert read[1].imported


@linux_only
def test_a_file_that_needs_too_much_memory_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"1. " + b"word " * 6_000_000)
    (read,) = read_documents([path], memory=80 * 1024**2)
    assert read.refusal.startswith("“large.txt” needs more memory than 80 MB to read")


@linux_only
def test_a_reader_that_is_killed_is_a_sentence(tmp_path: Path) -> None:
    with ReadingProcess("document", "pdf", 60) as process:
        killer = threading.Timer(0.5, os.kill, (process._process.pid, signal.SIGSEGV))
        killer.start()
        with pytest.raises(Ended) as caught:
            process.ask({"name": "x.pdf"}, slow(tmp_path).read_bytes(), 1_000_000, 60)
        killer.join()
    assert caught.value.why == "broken"
    assert "made its reader stop (it is damaged, or made to do harm)" in str(broken("x.pdf", "broken"))


def test_a_process_that_ends_in_silence_or_rambles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    says = [
        "",
        "print('hello', flush=True)",
        "print('{\"size\": 99999999999}', flush=True)",
        "print('{\"size\": 5}', flush=True)",
        "print('[' * 70000, flush=True)",
        "import sys; sys.stdout.buffer.write(bytes(10)); sys.stdout.flush()",
    ]
    for said in says:
        command = [sys.executable, "-I", "-S", "-c", said]
        monkeypatch.setattr("importers.processes._command", lambda arguments, command=command: command)
        with ReadingProcess("document", "text", 60) as process, pytest.raises(Ended) as caught:
            process.ask({"name": "x.txt"}, b"1. Text", 1000, 20)
        assert caught.value.why == "broken"


def test_a_process_that_answers_what_is_no_document_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for answer in ('{"document": true, "size": 2}\\n{}', '{"size": 0}\\n', '{"refusal": "", "size": 0}\\n'):
        told = f"import sys; sys.stdin.readline(); sys.stdout.write('{answer}')"
        command = [sys.executable, "-I", "-S", "-c", told]
        monkeypatch.setattr("importers.processes._command", lambda arguments, command=command: command)
        (read,) = read_documents([paper(tmp_path, 1)])
        assert read.imported is None
        assert read.refusal.startswith("“paper 1.txt” ")


def test_a_refusal_cannot_steer_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = 'import sys; sys.stdin.readline(); print(\'{"refusal": "a\\\\u001b[2J\\\\nb", "size": 0}\')'
    command = [sys.executable, "-I", "-S", "-c", told]
    monkeypatch.setattr("importers.processes._command", lambda arguments: command)
    (read,) = read_documents([paper(tmp_path, 1)])
    assert read.refusal == "a [2J b"


def test_cancelling_ends_the_processes_at_once(tmp_path: Path) -> None:
    began = time.monotonic()
    read = read_documents(
        [paper(tmp_path, 1), slow(tmp_path, "a.txt"), slow(tmp_path, "b.txt"), paper(tmp_path, 2)],
        cancel=lambda: time.monotonic() > began + 1.5,
    )
    assert [file.path.name for file in read] == ["paper 1.txt"]


def test_whatever_progress_raises_ends_it(tmp_path: Path) -> None:
    class StopError(Exception):
        pass

    def progress(share: float) -> None:
        if share >= 0.25:
            raise StopError

    read = read_documents(
        [paper(tmp_path, 1), *(slow(tmp_path, f"{nth}.txt") for nth in range(3))], progress=progress
    )
    with pytest.raises(StopError):
        list(read)
    assert list(read) == []


def test_leaving_it_early_ends_it(tmp_path: Path) -> None:
    paths = [paper(tmp_path, 1), *(slow(tmp_path, f"{nth}.txt") for nth in range(4))]
    with read_documents(paths) as read:
        assert next(read).imported
    with read_documents(paths):
        pass
    with pytest.raises(ZeroDivisionError), read_documents(paths) as read:
        next(read)
        raise ZeroDivisionError


@linux_only
def test_no_more_than_a_few_are_read_ahead_of_who_saves_them(tmp_path: Path) -> None:
    with read_documents([paper(tmp_path, nth) for nth in range(30)]) as read:
        next(read)
        assert len(children()) <= 2 * (AT_A_TIME + 1)
        assert isinstance(read, Reading)
        assert len(read._under_way) <= AT_A_TIME + 1


def test_a_process_that_cannot_be_started_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.processes._command", lambda arguments: [str(tmp_path / "no-such-program")])
    read = list(read_documents([paper(tmp_path, 1), paper(tmp_path, 2)]))
    assert [file.imported for file in read] == [None, None]
    assert all("could not be started" in file.refusal for file in read)


# What a reading process may do ----------------------------------------------------------------------------

_TRIES = """
import os, socket, subprocess, sys
from importers import limits
limits.restrain()
limits.seal()
def connect(): socket.create_connection(("127.0.0.1", 9))
def write(): open("{target}", "w").write("x")
def append(): open("{existing}", "a").write("x")
def remove(): os.unlink("{existing}")
def rename(): os.rename("{existing}", "{target}")
def run(): subprocess.run(["true"])
def fork(): os.fork() or os._exit(0)
def kill(): os.kill(os.getppid(), 0)
def allocate(): bytearray(3 * 1024**3)
for what in (connect, write, append, remove, rename, run, fork, kill, allocate):
    try:
        what()
    except (OSError, MemoryError):
        print(what.__name__, "refused")
    else:
        print(what.__name__, "done")
print(len(open("{existing}").read()), "read")
"""


@linux_only
@pytest.mark.skipif(os.uname().machine not in ("x86_64", "aarch64"), reason="no filter for this processor")
def test_a_reading_process_cannot_write_start_or_connect(tmp_path: Path) -> None:
    existing, target = tmp_path / "existing", tmp_path / "target"
    existing.write_text("abc")
    script = _TRIES.format(existing=existing, target=target)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    *tries, read = done.stdout.splitlines()
    assert [line.split()[1] for line in tries] == ["refused"] * 9, done.stdout
    assert read == "3 read"
    assert existing.read_text() == "abc"
    assert not target.exists()


@linux_only
def test_the_environment_of_the_program_stays_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "of the delegate")
    with ReadingProcess("document", "text", 60) as process:
        process.ask({"name": "x.txt"}, b"1. Some words.", 1_000_000, 60)
        environment = Path(f"/proc/{process._process.pid}/environ").read_bytes()
        assert b"SECRET" not in environment
        assert b"HOME" not in environment


@linux_only
def test_a_reading_process_ends_with_the_program() -> None:
    script = (
        "import os\nfrom importers.processes import ReadingProcess\n"
        "process = ReadingProcess('document', 'text', 60)\n"
        "print(process._process.pid, flush=True)\nos._exit(0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    pid = int(done.stdout)
    for _ in range(200):
        if not Path(f"/proc/{pid}").exists():
            return
        time.sleep(0.05)
    pytest.fail("the reading process outlived the program")


def test_the_packaged_program_knows_its_hidden_argument() -> None:
    from desktop import packaged

    assert packaged.READS_A_FILE == HIDDEN_ARGUMENT
    arguments = [HIDDEN_ARGUMENT, "document", "text", "60", "1000000000"]
    heavy = "[name for name in sys.modules if name.startswith(('desktop', 'PySide6', 'sqlalchemy'))]"
    code = (
        "import sys; from desktop.packaged import main; code = main(); "
        f"print(code, sorted({heavy}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, input=b"", capture_output=True, check=True
    )
    assert done.stderr.decode().strip() == "0 ['desktop', 'desktop.packaged']"
    start = [sys.executable, "-c", "from desktop.packaged import main; main()", "--version"]
    version = subprocess.run(start, cwd=ROOT, capture_output=True, check=True)
    assert version.stdout.startswith(b"Nameplate")


def test_the_limits_of_a_windows_job_are_those_asked_for() -> None:
    made = windows_limits(5_000, 60)
    assert made.ProcessMemoryLimit == 5_000
    assert made.BasicLimitInformation.PerProcessUserTimeLimit == 600_000_000
    assert made.BasicLimitInformation.ActiveProcessLimit == 1
    assert made.BasicLimitInformation.LimitFlags == 0x2 | 0x8 | 0x100 | 0x400 | 0x2000


@linux_only
def test_an_unknown_processor_has_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "uname", lambda: os.uname_result(("Linux", "x", "6", "1", "abacus")))
    assert refuse_system_calls() is False


# Folders --------------------------------------------------------------------------------------------------


def test_a_folder_means_the_documents_in_it(tmp_path: Path) -> None:
    taken = ["A.CONF.192_BMS_2022_1", "a.txt", "B.PDF", "c.docx", "d.html", "e.md", "no ending"]
    passed = ["data.json", "picture.png", "table.xlsx", "W.db"]
    for name in [*taken, *passed, ".hidden.txt", "~$c.docx"]:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "within").mkdir()
    (tmp_path / "within" / "deep.txt").write_bytes(b"")
    found = files_to_read([tmp_path / "e.md", tmp_path, tmp_path / "picture.png", tmp_path / "gone.txt"])
    rest = sorted((name for name in taken if name != "e.md"), key=str.casefold)
    assert [path.name for path in found.files] == ["e.md", *rest, "picture.png", "gone.txt"]
    assert {path.name for path in found.skipped} == {*passed, "within"}


def test_good_files_of_every_format_are_read(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in archives.GOOD_PARAGRAPHS)
    text = "\n\n".join(archives.GOOD_PARAGRAPHS)
    made = {
        "a.pdf": pdfs.good(),
        "a.docx": archives.good_docx(),
        "a.html": page.encode(),
        "a.md": text.encode(),
        "a.txt": text.encode(),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    for read in read_documents([tmp_path / name for name in made]):
        assert read.imported, read.refusal
        labels = [row.label for row in read.imported.document.paragraphs if row.label]
        assert labels == ["1", "2", "3"], read.path
        assert read.imported.document.symbol == "A/CONF.192/2026/WP.7"


def test_files_that_cannot_be_opened_leave_no_processes_waiting(tmp_path: Path) -> None:
    with read_documents([tmp_path / f"missing {n}.txt" for n in range(12)]) as reading:
        refused = [file.refusal for file in reading if file.refusal]
        assert len(refused) == 12 and len(children()) <= 6
