"""How the program starts: window or verb, with a display or without, light, and quiet when a pipe breaks."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __main__ as program
from desktop import cli

ROOT = Path(program.__file__).parents[1]


def run(*arguments: object, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, without a display unless ``env`` gives one."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "NAMEPLATE_PROGRAM", "NAMEPLATE_DEBUG")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"PYTHONPATH": str(ROOT), **env}
    command = [sys.executable, "-W", "error", "-m", "desktop", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, check=False, capture_output=True, env=environment, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["W.db"], True),
        (["somewhere/W.DB"], True),
        (["agenda"], False),
        (["agenda", "W.db"], False),
        (["--help"], False),
        (["--version"], False),
        (["serch"], False),
        ([str(ROOT)], True),
    ],
)
def test_what_opens_the_window(arguments: list[str], window: bool) -> None:
    assert program.wants_window(arguments) is window


def test_the_verbs_listed_are_those_offered() -> None:
    offered = re.findall(r"^    (\w+)\b", cli.make_parser().format_help(), re.M)
    assert offered == list(cli.VERBS)


def test_the_command_line_is_light() -> None:
    heavy = ["PySide6", "docx", "reportlab", "alembic", "sqlalchemy", "markdown_it", "PIL", "lxml"]
    code = f"import sys, desktop.__main__; print(*(m for m in {heavy} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
@pytest.mark.slow
def test_without_a_display_it_shows_the_commands_that_make_a_first_pack(tmp_path: Path) -> None:
    done = run(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    message = done.stderr.decode()
    assert "no display" in message
    commands = [shlex.split(line) for line in message.splitlines() if line.startswith("  nameplate ")]
    assert [command[1] for command in commands] == [
        "new",
        "agenda",
        "search",
        "pull",
        "statement",
        "export",
        "export",
    ]
    for command in commands:
        step = run(*command[1:], cwd=tmp_path)
        assert (step.returncode, step.stderr) == (0, b"")
    assert (tmp_path / "first-pack.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "first-pack.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
def test_the_commands_shown_name_the_program_as_it_was_started(tmp_path: Path) -> None:
    done = run(cwd=tmp_path, NAMEPLATE_PROGRAM="./start")
    assert b"  ./start new first.db" in done.stderr


def test_a_workspace_that_is_not_there_is_said_before_a_window_opens(tmp_path: Path) -> None:
    done = run("none.db", cwd=tmp_path)
    assert (done.returncode, done.stderr.decode().count("\n")) == (1, 1)
    assert "nameplate new none.db" in done.stderr.decode()


def test_json_is_utf8_whatever_the_locale(w: Path) -> None:
    done = run("record", w, "--state", "Turkey", "--json", cwd=w.parent, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Türkiye".encode() in done.stdout
    assert json.loads(done.stdout)["state"] == "Türkiye"


def test_text_does_not_fail_in_a_poor_locale(w: Path) -> None:
    done = run("show", w, "RevCon3/II.32", cwd=w.parent, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"summary, not verbatim" in done.stdout


def test_a_broken_pipe_is_quiet(w: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "paragraphs", str(w), "BMS8"],
            cwd=ROOT,
            check=False,
            stdout=writer,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_an_output_that_cannot_be_written_is_told(w: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "agenda", str(w)],
            cwd=ROOT,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("The output could not be written")
    assert done.stderr.count(b"\n") == 1


def test_version(tmp_path: Path) -> None:
    done = run("--version", cwd=tmp_path)
    assert done.returncode == 0
    assert re.fullmatch(r"Nameplate \d+\.\d+\.\d+\n|Nameplate, not installed\n", done.stdout.decode())
