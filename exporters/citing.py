"""Citations as they stand in a document: footnote marks in a text, written citations, links to the annex."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from core.citations import CitationForms, caveat, citation_forms, written_locator
from core.documents import LibraryParagraph, Standing
from core.references import Reference
from core.statement_text import Break as LineBreak
from core.statement_text import Cite, Text
from core.statement_text import Inline as Spoken
from exporters.blocks import Break, Inline, Note, Run, Tone
from exporters.characters import tidied
from exporters.wording import anchor_of, tied

_CLOSING = ".,;:!?"


class Citing:
    """Turns citations into footnotes while a manuscript is composed, and remembers what was cited.

    ``cited`` are the paragraphs known by canonical reference; ``annexed`` says whether the annex gives
    their text, ``pulled`` are the keys (``key_of``) of those that stand among the commitments: links lead
    to the one or, failing it, to the other.
    """

    def __init__(
        self, cited: Mapping[str, LibraryParagraph], annexed: bool = False, pulled: Iterable[str] = ()
    ) -> None:
        self._cited = cited
        self._annexed = annexed
        self._pulled = frozenset(pulled)
        self._numbers = itertools.count(1)
        self.used: dict[str, LibraryParagraph] = {}

    def inlines(self, spoken: Sequence[Spoken]) -> tuple[Inline, ...]:
        """A text's inlines with every citation as a footnote mark.

        The mark stands close to the words before it and after their punctuation; citations side by side
        share one note.
        """
        found: list[Inline] = []
        cites: list[Cite] = []
        for inline in spoken:
            if isinstance(inline, Cite):
                cites.append(inline)
            elif cites and isinstance(inline, Text) and not inline.text.strip():
                continue
            else:
                rest = self._flush(found, cites, inline)
                found.extend(_runs(rest) if isinstance(rest, Text) else [Break()])
        self._flush(found, cites, None)
        return tuple(found)

    def note(self, cites: Iterable[Cite]) -> Note:
        """The footnote that names these paragraphs in the written form, with what must be said of them."""
        runs: list[Run] = []
        for cite in cites:
            if runs:
                runs.append(Run("; "))
            runs.extend(self._named(cite.reference))
        return Note(next(self._numbers), (*runs, Run(".")))

    def find(self, reference: Reference) -> LibraryParagraph | None:
        """The paragraph a reference names, whether or not it names the document's main part."""
        if (found := self._cited.get(str(reference))) is not None:
            return found
        for located in self._cited.values():
            head, paragraph = located.document, located.paragraph
            named = reference.document in (head.short, head.symbol, head.cite_as)
            if named and (reference.part or head.main_part, reference.label) == (
                paragraph.part,
                paragraph.label,
            ):
                return located
        return None

    def link_to(self, located: LibraryParagraph) -> str:
        """The anchor of a paragraph's full text in this file, empty where it is not given."""
        key = key_of(located)
        if self._annexed:
            return anchor_of("annex", key)
        return anchor_of("pulled", key) if key in self._pulled else ""

    def use(self, located: LibraryParagraph) -> None:
        """Notes that a paragraph is cited or pulled, so that the annex gives it."""
        self.used.setdefault(key_of(located), located)

    def _flush(
        self, found: list[Inline], cites: list[Cite], following: Text | LineBreak | None
    ) -> Text | LineBreak | None:
        """Sets the note for the citations gathered; gives what follows without the punctuation it moved."""
        if not cites:
            return following
        last = found[-1] if found else None
        if isinstance(last, Run):
            found[-1] = last = replace(last, text=last.text.rstrip(" "))
        if isinstance(following, Text) and isinstance(last, Run):
            words = following.text.lstrip(" ")
            if words and words[0] in _CLOSING:
                found[-1] = replace(last, text=last.text + words[0])
                following = replace(following, text=words[1:])
        found.append(self.note(cites))
        cites.clear()
        return following

    def _named(self, reference: Reference) -> list[Run]:
        located = self.find(reference)
        forms = forms_of(located, reference.label) if located is not None else None
        if located is None or forms is None:
            name = tied(f"{reference.document}, {written_locator(reference.label)}")
            return [Run(tidied(name)), Run(" (not in this workspace)")]
        self.use(located)
        link = self.link_to(located)
        named = Run(tied(tidied(forms.written)), tone=Tone.LINK if link else Tone.INK, link=link)
        return [named, Run(f" ({forms.caveat})")] if forms.caveat else [named]


def _runs(text: Text) -> Iterable[Inline]:
    for nth, line in enumerate(tidied(text.text).split("\n")):
        if nth:
            yield Break()
        if line:
            yield Run(line, text.bold, text.italic)


def key_of(located: LibraryParagraph) -> str:
    """What a paragraph is known by in one file: its canonical reference, or its id where it has no number."""
    return located.reference or str(located.paragraph.id)


def forms_of(located: LibraryParagraph, label: str = "") -> CitationForms | None:
    """The citation forms of a paragraph, None where it has no number or its document lacks its part.

    ``label`` is what was cited of it: "62(a)" is found as paragraph 62, and still named as it was cited.
    """
    if label and located.paragraph.label:
        located = replace(located, paragraph=replace(located.paragraph, label=label))
    try:
        return citation_forms(located)
    except (ValueError, KeyError):
        return None


def standing_of(located: LibraryParagraph) -> str:
    """What a reader is told of how a text came about: its adoption, and any caveat."""
    own, whole = located.paragraph.standing, located.document.standing
    warned = caveat(own, whole)
    adopted = Standing.CONSENSUS in (own, whole) and own in (Standing.CONSENSUS, Standing.UNKNOWN)
    said = [Standing.CONSENSUS.phrase] if adopted else []
    return "; ".join([*said, warned] if warned else said) or own.phrase
