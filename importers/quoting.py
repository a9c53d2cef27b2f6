"""Which words of a passage are quotation, by its quotation marks, and where the marks are damaged."""

from __future__ import annotations

import re

_MARK = re.compile("[“”’\\[]")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_LOST = "A quotation mark is missing in the source; the quotation was read as far as the passage allows."
_SINGLE = (
    "The quotation marks are damaged in the source: a single ’ closes words that nothing opens. They were "
    "read as the quotation going on after the bracketed explanation."
)


def quoted_spans(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...]]:
    """The (start, end) spans of the words between “ and ”, without the marks, and remarks on lost marks.

    Brackets inside a quotation are part of it ("[t]o"): they show what the summary changed. Brackets
    outside are the summary's own explanation, whatever they quote in turn.
    """
    spans: list[tuple[int, int]] = []
    remarks: list[str] = []
    opened: int | None = None
    resumed = at = 0
    while (mark := _MARK.search(text, at)) is not None:
        at = mark.end()
        if mark[0] == "“":
            if opened is not None:
                remarks.append(_LOST)
                spans.append((opened, mark.start()))
            opened = at
        elif mark[0] == "”":
            if opened is None:
                remarks.append(_LOST)
            spans.append((resumed if opened is None else opened, mark.start()))
            opened, resumed = None, at
        elif opened is None and mark[0] == "[":
            explained = _BRACKETED.match(text, mark.start())
            at = resumed = explained.end() if explained else at
        elif opened is None and spans and _closes_quotation(text, mark.start()):
            remarks.append(_SINGLE)
            spans.append((resumed, mark.start()))
            resumed = at
    if opened is not None:
        remarks.append(_LOST)
        spans.append((opened, len(text)))
    trimmed = (_trimmed(text, *span) for span in spans)
    return tuple((start, end) for start, end in trimmed if start < end), tuple(dict.fromkeys(remarks))


def _closes_quotation(text: str, at: int) -> bool:
    """Whether a ’ outside quotations closes one, being no apostrophe ("women’s") or genitive ("States’ ")."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isalnum() and before != "s" and not after.isalnum()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
