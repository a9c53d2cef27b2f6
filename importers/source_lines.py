"""The lines of a source without pages, as its reader gives them, to be shown beside what was understood.

They are read in a process of their own, like the document itself.
"""

from __future__ import annotations

import json
from pathlib import Path

from importers.formats import SUFFIXES
from importers.processes import Ended, ReadingProcess
from importers.reading import broken, file_bytes

DEADLINE = 30.0
MAX_LINES = 64 * 1024 * 1024


def source_lines(path: Path, deadline: float = DEADLINE) -> tuple[str, ...]:
    """The lines or paragraphs of a file in their order; NameplateError if they cannot be read."""
    data = file_bytes(path)
    process = ReadingProcess("lines", SUFFIXES.get(path.suffix.lower(), "text"), deadline)
    try:
        _, body = process.ask({"name": path.name}, data, MAX_LINES, deadline)
        lines = json.loads(body)
    except Ended as error:
        raise broken(path.name, error.why, deadline) from error
    except (ValueError, RecursionError) as error:
        raise broken(path.name, "broken") from error
    finally:
        process.close()
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise broken(path.name, "broken")
    return tuple(line.replace("\0", "") for line in lines)
