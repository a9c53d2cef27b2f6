"""Whether words in quotation marks are the words of the paragraph cited for them.

Only four changes to a quotation are allowed without a sign: the case of its first letter, its final
punctuation, leaving footnote marks out, and correcting a plain typing error (which no program can tell from a
misquotation, so it is reported). Omissions and insertions are shown: "…", "[reaffirm]ed" (DOMAIN.md, "How
texts are cited").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.references import Reference
from core.statement_text import Block, Cite, Text

_QUOTED = re.compile(r"“([^“”]*)”")
_SHOWN_CHANGE = re.compile(r"\[[^\[\]]*\]|…|\.\s?\.\s?\.")
_MARKS = str.maketrans({"“": "'", "”": "'", "‘": "'", "’": "'", '"': "'", "\u00a0": " ", "‑": "-"})
_FINAL = " .,;:!?'"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks and the reference that follows them."""

    words: str
    reference: Reference


def quotations_in(blocks: Iterable[Block]) -> Iterator[Quoted]:
    """Every quotation of a statement that a citation follows in the same paragraph."""
    for block in blocks:
        before = ""
        for inline in block.inlines:
            if isinstance(inline, Text):
                before += inline.text
            elif isinstance(inline, Cite):
                for words in _QUOTED.findall(before):
                    yield Quoted(words, inline.reference)
                before = ""


def misquoted(blocks: Iterable[Block], text_of: Callable[[Reference], str | None]) -> Iterator[Quoted]:
    """The quotations whose words are not those of the paragraph cited for them.

    ``text_of`` gives a paragraph's words, None where it is not known; such a quotation cannot be judged.
    """
    for quoted in quotations_in(blocks):
        text = text_of(quoted.reference)
        if text is not None and not is_verbatim(quoted.words, text):
            yield quoted


def is_verbatim(quoted: str, text: str) -> bool:
    """Whether a quotation gives a text's words in order, but for what is allowed or shown.

    White space and the form of quotation marks do not count, nor does the text's own use of "…" and brackets.
    """
    source = _even(text)
    wanted = _even(quoted).rstrip(_FINAL)
    if wanted and _at(wanted, source, 0) is not None:
        return True
    place = 0
    for nth, fragment in enumerate(_SHOWN_CHANGE.split(wanted)):
        words = fragment.strip() if nth else fragment.lstrip()
        if not words.strip(_FINAL):
            continue
        end = _at(words.strip(), source, place, any_case=nth == 0)
        if end is None:
            return False
        place = end
    return True


def _at(words: str, source: str, start: int, *, any_case: bool = True) -> int | None:
    """Where words end in a text, from a place on; the first letter may be of another case."""
    for form in {words, words[:1].swapcase() + words[1:]} if any_case else {words}:
        place = source.find(form, start)
        if place >= 0:
            return place + len(form)
    return None


def _even(text: str) -> str:
    return " ".join(text.translate(_MARKS).split())
