"""Word's fields: what they print is text, what they ask for is not (ECMA-376, part 1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from importers.word.symbols import symbol

_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_MARK_FIELDS = frozenset({"NOTEREF", "FTNREF"})
_SILENT_FIELDS = _PAGE_FIELDS | _MARK_FIELDS
_COUNTING_FIELDS = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"})
_NAME = re.compile(r"\s*([A-Za-z]+)")
_BUTTON = re.compile(r"MACROBUTTON\s+\S+\s+(.*)", re.I | re.S)
_SYMBOL = re.compile(r"SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,6})(?:.*?\\f\s+\"?([\w ]+)\"?)?.*", re.I | re.S)


def kind_of(instruction: str) -> str:
    """The name of a field by its instruction (" PAGEREF _Toc1 \\h" is "PAGEREF")."""
    found = _NAME.match(instruction)
    return found[1].upper() if found else ""


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    result: bool = False

    @property
    def kind(self) -> str:
        return kind_of("".join(self.instruction))


class Fields:
    """The fields that are open while a story is read: they may span runs and paragraphs, and be nested."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self) -> None:
        """A field begins with its instruction."""
        self._open.append(_Field())

    def instruct(self, text: str) -> None:
        """A piece of the instruction of the innermost field."""
        if self._open and not self._open[-1].result:
            self._open[-1].instruction.append(text)

    def separate(self) -> None:
        """The instruction is over; what follows is the field's result."""
        if self._open:
            self._open[-1].result = True

    def end(self) -> str:
        """The innermost field is over; what it prints although it has no result: a button's words, a sign."""
        if not self._open:
            return ""
        ended = self._open.pop()
        instruction = "".join(ended.instruction).strip()
        if ended.result:
            return ""
        button, sign = _BUTTON.fullmatch(instruction), _SYMBOL.fullmatch(instruction)
        if sign:
            code = int(sign[1], 16) if sign[1].lower().startswith("0x") else int(sign[1])
            return symbol(sign[2] or "", f"{code:x}")
        return button[1] if button else ""

    def end_paragraph(self) -> None:
        """A paragraph is over: an instruction does not go on in the next one, nor does a page's number.

        So a field that a damaged file never ends hides no more than the rest of its paragraph.
        """
        self._open = [one for one in self._open if one.kind not in _SILENT_FIELDS]
        for one in self._open:
            one.result = True

    def counts(self, instruction: str = "") -> bool:
        """Whether the innermost field prints a number that Word counts by itself."""
        kind = kind_of(instruction) if instruction else self._open[-1].kind if self._open else ""
        return kind in _COUNTING_FIELDS

    @property
    def silent(self) -> bool:
        """Whether text is no part of what is printed here: an instruction, a page number, a note's mark."""
        return any(not one.result or one.kind in _SILENT_FIELDS for one in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is being read."""
        return any(one.result and one.kind == "TOC" for one in self._open)


def is_silent(instruction: str) -> bool:
    """Whether the result of a field in one piece (``w:fldSimple``) is a page number or a note's mark."""
    return kind_of(instruction) in _SILENT_FIELDS
