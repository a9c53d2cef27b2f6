"""The process that reads a file of unknown origin: ``python -m importers.child document|lines|pictures``.

It bounds itself, loads what it needs, says that it is ready to nobody and waits: a request on standard input,
an answer on standard output (``frames``), and it ends. A document's answer is the document (``transport``)
or a sentence. A process for pictures keeps one PDF and draws page after page of it.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import struct
import sys
from collections.abc import Sequence
from typing import IO, Any

from core.errors import NameplateError
from importers import limits
from importers.formats import MAX_BYTES
from importers.frames import BrokenTalk, read_frame, write_frame
from importers.readers import load_reader

_TOO_DEEP = (
    "“{name}” is nested far deeper than any document: save its text as plain text (.txt) and import that."
)
_GIVEN = ("symbol", "title", "short", "language")


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves one request (``document FORMAT SECONDS MEMORY``) or one PDF (``pictures - SECONDS MEMORY``).

    FORMAT is what the file will probably be, whose reader is loaded before the file arrives. Returns the
    exit code; there is nothing to say to anybody but the parent.
    """
    task, likely, seconds, memory = sys.argv[1:] if arguments is None else arguments
    limits.restrain(memory=int(memory), seconds=int(seconds))
    source, answer = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not stand among the answers
    try:
        if task == "pictures":
            _serve_pictures(source, answer)
        else:
            _serve_document(source, answer, likely, lines_only=task == "lines")
    except (BrokenTalk, BrokenPipeError):
        return 1
    return 0


def _serve_document(source: IO[bytes], answer: IO[bytes], likely: str, *, lines_only: bool = False) -> None:
    for module in ("importers.importing", "importers.transport"):
        importlib.import_module(module)
    load_reader(likely)
    limits.seal()
    while (request := read_frame(source, MAX_BYTES)) is not None:
        head, data = request
        try:
            body = _lines(head, data) if lines_only else _document(head, data)
        except MemoryError:
            write_frame(answer, {"memory": True})
        except NameplateError as error:
            write_frame(answer, {"refusal": str(error)})
        except RecursionError:
            write_frame(answer, {"refusal": _TOO_DEEP.format(name=head["name"])})
        except Exception as error:
            _tell_developer(error)
            write_frame(answer, {"fault": type(error).__name__})
        else:
            write_frame(answer, {"document": True}, body)


def _document(head: dict[str, Any], data: bytes) -> bytes:
    from importers.importing import read_bytes
    from importers.transport import pack

    given = {key: head.get(key) for key in _GIVEN}
    return pack(read_bytes(data, head["name"], **given), head["name"])


def _lines(head: dict[str, Any], data: bytes) -> bytes:
    """The lines of the source alone, to be shown: an empty one where it leaves one and after paragraphs."""
    from importers.importing import read_source

    lines: list[str] = []
    for line in read_source(data, head["name"]).lines:
        if lines and (line.gap or line.whole):
            lines.append("")
        lines.append(line.text)
    return json.dumps(lines).encode()


def _serve_pictures(source: IO[bytes], answer: IO[bytes]) -> None:
    from importers.pdf.pictures import PagePictures

    limits.seal()
    request = read_frame(source, MAX_BYTES)
    if request is None:
        return
    pictures: PagePictures | None = None
    while request is not None:
        head, data = request
        try:
            if pictures is None:
                pictures = PagePictures(data, head["name"])
                sizes = [side for size in pictures.sizes() for side in size]
                body = struct.pack(f">{len(sizes)}f", *sizes)  # too long for a head, where pages are many
                write_frame(answer, {"count": pictures.count}, body)
            else:
                write_frame(answer, {"picture": True}, pictures.picture(head["page"], head["width"]))
        except MemoryError:
            write_frame(answer, {"memory": True})
        except NameplateError as error:
            write_frame(answer, {"refusal": str(error)})
        except Exception as error:
            _tell_developer(error)
            write_frame(answer, {"fault": type(error).__name__})
        request = read_frame(source, MAX_BYTES)


def _tell_developer(error: Exception) -> None:
    """Shows where a fault of ours lies; the parent passes our standard error on only when asked to."""
    import traceback

    with contextlib.suppress(OSError):  # it may be a file, which cannot be written any more
        traceback.print_exception(error)


if __name__ == "__main__":
    sys.exit(main())
