"""The parts of a Word file, found by their relations (ECMA-376, part 2, section 9)."""

from __future__ import annotations

import posixpath

from core.errors import NameplateError
from importers.archives import Archive, parse_xml
from importers.word.names import MAIN, RELATIONS, Element

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": MAIN.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS.encode(),
}
"""Files saved as "Strict Open XML" name the same elements in other namespaces."""
_MAIN_PART = "word/document.xml"


class Package:
    """A Word file's parts by name, each parsed when it is asked for.

    NameplateError, as by ``Archive``, for a part that cannot be unpacked or is no XML that Word writes.
    """

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._names = {entry.lstrip("/").casefold(): entry for entry in archive.names}
        found = self._relations("").get("officeDocument", [])
        self._main = next((path for path in found if self._has(path)), _MAIN_PART)
        self._related = self._relations(self._main)

    def document(self) -> Element:
        """The root of the main part; NameplateError if there is none."""
        root = self.part(self._main)
        if root is None:
            raise NameplateError(
                f"“{self._name}” holds no text of a Word document: open it in Word, save it as a new .docx "
                "and import that."
            )
        return root

    def related(self, kind: str) -> list[Element]:
        """The roots of the parts to which the main part has a relation of this kind ("styles")."""
        roots = (self.part(path) for path in dict.fromkeys(self._related.get(kind, [])))
        return [root for root in roots if root is not None]

    def part(self, path: str) -> Element | None:
        """The root of a part, None if the file has no such part."""
        if not self._has(path):
            return None
        data = self._archive.read(self._names[path.casefold()])
        for strict, transitional in _STRICT.items():
            data = data.replace(strict, transitional)
        return parse_xml(data, self._name)

    def _has(self, path: str) -> bool:
        return path.casefold() in self._names

    def _relations(self, path: str) -> dict[str, list[str]]:
        """The targets of a part's relations by the last word of their type, in the order of the file."""
        folder, file = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, list[str]] = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, []).append(posixpath.normpath(full))
        return found
