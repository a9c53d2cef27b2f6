"""Which files a person means who names files and folders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.errors import NameplateError
from importers.formats import SUFFIXES

_OTHER_KIND = re.compile(r"\.(?=[^.]{0,4}[a-z])[a-z0-9~]{1,5}", re.I)
_PASSED_OVER = (".", "~$")


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, in order, and those of a folder that are none that can be read."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...] = ()


def files_to_read(paths: Iterable[Path]) -> Found:
    """The files among these paths as they are, and in place of a folder the documents directly in it, sorted.

    In a folder, a file counts as a document by the end of its name; one that is named after its symbol
    ("A.CONF.192_BMS_2022_1") or has no ending counts too. Hidden files and Word's lock files are passed over
    without a word; everything else there, folders within it too, is among the skipped. A file that comes up
    twice is read once. NameplateError for a folder that cannot be opened.
    """
    files: list[Path] = []
    skipped: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        try:
            within = sorted(path.iterdir(), key=lambda entry: (entry.name.casefold(), entry.name))
        except OSError as error:
            reason = error.strerror or "unknown reason"
            raise NameplateError(f"The folder “{path}” cannot be opened ({reason}).") from error
        for entry in within:
            if not entry.name.startswith(_PASSED_OVER):
                (files if _is_document(entry) else skipped).append(entry)
    return Found(tuple(dict.fromkeys(files)), tuple(skipped))


def _is_document(path: Path) -> bool:
    suffix = path.suffix.lower()
    return path.is_file() and (suffix in SUFFIXES or not _OTHER_KIND.fullmatch(suffix))
