"""Where the bundled files are, in a checkout, an installation or a frozen program alike."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent
"""The folder of this package; a frozen program keeps it beside its modules."""

ICONS = ROOT / "icons"
"""Small marks of the style sheet, one file for each scheme."""

CATALOGUE = ROOT / "catalogue.toml"
"""Facts about known documents (importers.catalogue reads it)."""

THESAURUS = ROOT / "thesaurus"
"""The field's concepts in the words of texts and of people; core.meaning.thesaurus reads them."""

LIBRARY = ROOT / "library"
"""The reference texts, byte for byte as they were published; they are never edited."""

_LIBRARY_ORDER = ("bms8-2022-report.txt", "revcon3-2018-thematic-summary.txt")


def library_files() -> tuple[Path, ...]:
    """The texts that a new workspace starts with, in the order in which they are shown."""
    return tuple(LIBRARY / name for name in _LIBRARY_ORDER)


def thesaurus_files() -> tuple[Path, ...]:
    """The files of the thesaurus, those of other languages after the English ones that they add to."""
    return tuple(sorted(THESAURUS.glob("*.txt"), key=lambda file: (len(file.stem) == 2, file.name)))
