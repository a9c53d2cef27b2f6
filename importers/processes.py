"""Starting and ending the processes that read files of unknown origin."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from core.errors import NameplateError
from importers import limits
from importers.frames import BrokenTalk, read_frame, write_frame

HIDDEN_ARGUMENT = "--nameplate-reads-a-file"
"""How the packaged program, which has no other interpreter, is told to be a reading process."""

_KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What of the environment a reading process is given: what the system needs to start it."""
_START = "import sys; sys.path[:] = {path!r}; from importers.child import main; sys.exit(main({arguments!r}))"
_SPARE_SECONDS = 5


class Ended(Exception):  # noqa: N818 - whoever talks with the process says what it means for the document
    """A reading process is gone, or says what cannot be understood; ``why`` is one word for it.

    "late" if its time was up, "memory" if it asked for more than it may have, else "broken".
    """

    def __init__(self, why: str) -> None:
        """Why it ended."""
        super().__init__(why)
        self.why = why


class ReadingProcess:
    """A process that reads files and knows nothing of the workspace; see ``child``. Close it in the end.

    Its methods may be called from any thread, though only one request is under way at a time; ``kill`` and
    ``close`` end that at once.
    """

    def __init__(self, task: str, likely: str, seconds: float, memory: int = limits.MEMORY) -> None:
        """Starts it. ``task`` is "document" or "pictures", ``likely`` the format it should get ready for.

        NameplateError if the system does not start it.
        """
        arguments = [task, likely, str(int(seconds) + _SPARE_SECONDS), str(memory)]
        self._late = False
        try:
            self._process: subprocess.Popen[bytes] = subprocess.Popen(
                _command(arguments),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if os.environ.get("NAMEPLATE_DEBUG") == "1" else subprocess.DEVNULL,
                cwd=Path(sys.executable).anchor or None,
                env={key: os.environ[key] for key in _KEPT if key in os.environ},
                **_apart(),
            )
        except OSError as error:
            raise NameplateError(
                f"The process that reads documents could not be started ({error.strerror}): close other "
                "programs and try again."
            ) from error

    def ask(
        self, head: dict[str, Any], body: bytes, most: int, seconds: float
    ) -> tuple[dict[str, Any], bytes]:
        """Its answer to a request, at most so many bytes within so many seconds; Ended if there is none."""
        timer = threading.Timer(seconds, self._too_late)
        timer.daemon = True
        timer.start()
        try:
            with contextlib.suppress(BrokenPipeError, ConnectionError):
                write_frame(self._into, head, body)
            answered = read_frame(self._out_of, most)
        except (BrokenTalk, OSError, ValueError):
            answered = None
        finally:
            timer.cancel()
            timer.join()
        if answered is None:
            self.kill()
            raise Ended(self._why())
        if answered[0].get("memory") is True:
            raise Ended("memory")
        return answered

    def kill(self) -> None:
        """Ends the process at once, whatever it does."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def close(self) -> None:
        """Ends the process and waits until nothing of it is left."""
        self.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def __enter__(self) -> Self:
        """The process itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends it."""
        self.close()

    @property
    def _into(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _out_of(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def _too_late(self) -> None:
        self._late = True
        self.kill()

    def _why(self) -> str:
        code = self._process.wait()
        if self._late or (sys.platform != "win32" and code == -signal.SIGXCPU):
            return "late"
        return "broken"


def module_path() -> list[str]:
    """Where a reading process finds our modules and those they need: our own path, this package first."""
    own = str(Path(__file__).resolve().parent.parent)
    return [own, *(str(Path(entry).absolute()) for entry in sys.path if entry and entry != own)]


def _command(arguments: list[str]) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_ARGUMENT, *arguments]
    # Isolated and without the site's own start-up: quicker, and nothing of the environment counts.
    start = _START.format(path=module_path(), arguments=arguments)
    return [sys.executable, "-I", "-S", "-X", "utf8", "-c", start]


def _apart() -> dict[str, Any]:
    """Not in our group of processes, so that Ctrl+C reaches us alone and we end it in order; no window."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"process_group": 0}
