"""Footnotes and endnotes: numbered in the order in which their marks are met (ECMA-376, 17.11)."""

from __future__ import annotations

from collections.abc import Sequence

from importers.word.counting import written
from importers.word.names import Element, value, w, whole_number

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


class Notes:
    """The notes of a document, asked for by their marks as these are met in the text."""

    def __init__(
        self,
        footnotes: Sequence[Element] = (),
        endnotes: Sequence[Element] = (),
        settings: Sequence[Element] = (),
        sections: Sequence[Element] = (),
    ) -> None:
        """``settings`` and ``sections``, in their order, say how the notes are numbered."""
        self._texts: dict[tuple[str, str], Element] = {}
        for kind, roots in (("footnote", footnotes), ("endnote", endnotes)):
            for root in roots:
                for note in root.iterfind(w(kind)):
                    if note.get(w("type"), "normal") == "normal":
                        self._texts[kind, note.get(w("id"), "")] = note
        self._forms = dict(_FORMS)
        self._starts = {"footnote": 1, "endnote": 1}
        self._by_section: set[str] = set()
        for root in settings:
            self._set(root)
        self._sections = iter(sections)
        self._counts: dict[str, int] = {}
        self.next_section()

    def next_section(self) -> None:
        """Take up what the next section of the document says of the numbers of its notes."""
        properties = next(self._sections, None)
        if properties is not None:
            self._set(properties)
        for kind in self._by_section:
            self._counts.pop(kind, None)

    def called(self, kind: str, key: str, *, custom: bool) -> tuple[str, Element | None]:
        """A note and the mark that Word counts for it; None if the document has no such note.

        A note with a mark of its own choice is not counted and has that mark in its own text.
        """
        mark = ""
        if not custom:
            number = self._counts.get(kind, self._starts[kind])
            mark = written(number, self._forms[kind])
            self._counts[kind] = number + 1
        return mark, self._texts.get((kind, key))

    def _set(self, properties: Element) -> None:
        for kind in _FORMS:
            said = properties.find(w(f"{kind}Pr"))
            if said is None:
                continue
            self._forms[kind] = value(said, "numFmt") or self._forms[kind]
            start = whole_number(value(said, "numStart"))
            if start is not None:
                self._starts[kind] = start
            if value(said, "numRestart") == "eachSect":
                self._by_section.add(kind)
