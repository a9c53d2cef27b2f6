"""What the names and references that people type mean, and what is told where they mean nothing."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, select

from core.citations import parse_citation
from core.documents import LANGUAGES, DocumentHead, LibraryParagraph
from core.errors import NameplateError
from core.labels import label_key, label_keys
from core.references import Reference, parse_reference, shortened
from db.reference.cache import squashed
from db.reference.readings import identity, named_languages, preferred, told_language
from db.reference.shelf import Shelf, paragraphs
from db.reference.tables import ParagraphRow

_SUB = re.compile(r"\((?:[^\W\d_]|[ivxl]{1,5}|[1-9]\d?|[一二三四五六七八九十]{1,3})\)", re.I)


class References:
    """Finds the documents and paragraphs that people name."""

    def __init__(self, shelf: Shelf) -> None:
        """The names and references of this library."""
        self._shelf = shelf

    def document(self, name: str) -> DocumentHead:
        """The document of this short name, symbol or cited name, in any case and spacing.

        A language may follow: "BMS8 (fr)". Of several languages and readings of one document the English
        one is taken, then the one added last. NameplateError, naming what there is, if none fits.
        """
        name, language = told_language(name)
        wanted = squashed(name)
        heads = preferred(self._shelf.heads)
        for attribute in ("short", "symbol", "cite_as", "spoken", "title"):
            fitting = [head for head in heads if wanted and squashed(getattr(head, attribute)) == wanted]
            for head in fitting:
                if language in ("", head.language):
                    return head
            if fitting:
                there = listed(named_languages(fitting), "and")
                raise NameplateError(
                    f"{shortened(name)} is here in {there} only; import it in {LANGUAGES[language]} first."
                )
        raise NameplateError(
            f"There is no document “{shortened(name)}” in this workspace; {self.what_there_is()}"
        )

    def resolve(self, typed: str) -> list[LibraryParagraph]:
        """The paragraphs that a typed reference means; none if it is no reference or nothing bears it.

        A bare "II.32" means that paragraph of every document; of a document in several languages or
        readings one is meant, as in ``document``, or that in the language that follows: "BMS8/62 (fr)".
        A sub-paragraph that is no row of its own ("62(a)") means the paragraph it belongs to; a number that
        the source mistyped means its own.
        """
        reference = self._reference(typed)
        if reference is None:
            return []
        _, language = told_language(typed)
        meant = self._documents_meant(reference, language)
        for label in labels_meant(reference.label):
            found = self._labelled(reference, meant, ParagraphRow.label == label)
            if found or (found := self._lettered(reference, meant, label)):
                return found
        found = self._labelled(reference, meant, ParagraphRow.typed_label == reference.label)
        return found or self._in_section(reference, meant)

    def _in_section(self, reference: Reference, meant: Sequence[DocumentHead]) -> list[LibraryParagraph]:
        """ "sect. II, para. 5.1.2" where section II is a part with a numbering of its own."""
        numeral, dot, label = reference.label.partition(".")
        if reference.part or not dot or not re.fullmatch("[IVXLC]+", numeral):
            return []
        within = replace(reference, part=f"section-{numeral.lower()}", label=label)
        return next(
            filter(
                None,
                (self._labelled(within, meant, ParagraphRow.label == each) for each in labels_meant(label)),
            ),
            [],
        )

    def _reference(self, typed: str) -> Reference | None:
        typed, _ = told_language(typed_out(typed))
        return parse_reference(typed, self._shelf.cache.candidates(self._shelf.session, typed))

    def one(self, typed: str) -> LibraryParagraph:
        """The one paragraph that a typed reference means.

        NameplateError if there is none, or if it names different paragraphs. Where a document gives one
        label twice (a summary may quote a paragraph twice), the first is taken.
        """
        found = self.resolve(typed)
        if not found:
            raise NameplateError(
                f"There is no paragraph “{shortened(typed)}” in this workspace; {self._where_to_look(typed)}"
            )
        references = list(dict.fromkeys(each.reference for each in found))
        if len(references) > 1:
            raise NameplateError(
                f"“{shortened(typed)}” may mean {listed(references, 'or')}; name the document."
            )
        return found[0]

    def _documents_meant(self, reference: Reference, language: str) -> list[DocumentHead]:
        """The documents a reference may mean, the ones to be taken first of each document at the front."""
        heads = preferred(self._shelf.heads)
        if reference.document:
            named = identity(self.document(reference.document))
            heads = [head for head in heads if identity(head) == named]
        heads = [head for head in heads if language in ("", head.language)]
        return heads[:1] if reference.document else heads

    def _labelled(
        self, reference: Reference, meant: Sequence[DocumentHead], condition: ColumnElement[bool]
    ) -> list[LibraryParagraph]:
        query = paragraphs().where(condition, ParagraphRow.label != "")
        if reference.document:
            rows = [self._shelf.row_of(head.id) for head in meant]
            query = query.where(ParagraphRow.document_row.in_(rows))
        found: dict[uuid.UUID, list[LibraryParagraph]] = {}
        for each in self._shelf.read(query.order_by(ParagraphRow.document_row.desc(), ParagraphRow.position)):
            if each.paragraph.part == (reference.part or each.document.main_part):
                found.setdefault(each.document.id, []).append(each)
        taken = {identity(head): head.id for head in reversed(meant) if head.id in found}
        places = {head.id: place for place, head in enumerate(self._shelf.heads.values())}
        chosen = sorted(taken.values(), key=lambda document_id: places[document_id])
        return [each for document_id in chosen for each in found[document_id]]

    def _lettered(
        self, reference: Reference, meant: Sequence[DocumentHead], label: str
    ) -> list[LibraryParagraph]:
        """The sub-paragraphs that this label means in the letters of another language (core.labels)."""
        number, bracket, _ = label.partition("(")
        if not bracket:
            return []
        key = label_key(label, "")
        places = {self._shelf.row_of(head.id): head for head in meant}
        of_number = select(ParagraphRow.document_row, ParagraphRow.part_key, ParagraphRow.label).where(
            ParagraphRow.label >= f"{number}(", ParagraphRow.label < f"{number})"
        )
        if reference.document:
            of_number = of_number.where(ParagraphRow.document_row.in_(places))
        in_order = of_number.order_by(ParagraphRow.document_row, ParagraphRow.position)
        labels: dict[int, list[str]] = {}
        for row, part, each in self._shelf.session.execute(in_order):
            head = places.get(row)
            if head is not None and part == (reference.part or head.main_part):
                labels.setdefault(row, []).append(each)
        same = {
            each
            for row, of_document in labels.items()
            for each, its in zip(of_document, label_keys(of_document, places[row].language), strict=True)
            if its == key
        }
        return self._labelled(reference, meant, ParagraphRow.label.in_(same)) if same else []

    def _where_to_look(self, typed: str) -> str:
        """The range of the document that a reference names, or else which documents there are.

        NameplateError if it names a language that the document is not here in.
        """
        reference = self._reference(typed)
        if reference is not None and reference.document:
            _, language = told_language(typed)
            head = self.document(f"{reference.document} ({language})" if language else reference.document)
            part = reference.part or head.main_part
            labels = select(ParagraphRow.label).where(
                ParagraphRow.document_row == self._shelf.row_of(head.id), ParagraphRow.part_key == part
            )
            of_part = f"the {part} of " if reference.part else ""
            if told := range_of(f"{of_part}{head.name}", self._shelf.session.scalars(labels)):
                return told
        return f"name it like BMS8/62; {self.what_there_is()}"

    def what_there_is(self) -> str:
        """The end of a refusal: which documents there are."""
        names = list(dict.fromkeys(head.name or head.title for head in self._shelf.heads.values()))
        if not names:
            return "it holds no documents yet: import one first."
        more = len(names) - 8
        told = [*names[:8], f"{more} more"] if more > 0 else names
        return f"it holds {listed(told, 'and')}."


def typed_out(typed: str) -> str:
    """A reference as it may be typed: of a citation in Markdown ("[@BMS8, para. 62]") what it names."""
    cited = parse_citation(typed) if typed.lstrip().startswith("[@") else None
    return str(cited) if cited else typed


def labels_meant(label: str) -> Iterator[str]:
    """A label, then those it may be a sub-paragraph of; the label alone if it cannot be one."""
    yield label
    numbers, bracket, _ = label.partition("(")
    if bracket and _SUB.sub("", label[len(numbers) :]):
        return
    while label.endswith(")"):
        label = label[: label.rindex("(")]
        yield label


def range_of(name: str, labels: Iterable[str]) -> str:
    """ "BMS8 has paragraphs 1 to 97", where a document's paragraphs are plain numbers; else empty."""
    numbers = sorted({int(label) for label in labels if label.isdecimal()})
    if not numbers:
        return ""
    gaps = "" if numbers[-1] - numbers[0] + 1 == len(numbers) else ", with gaps"
    return f"{name} has paragraphs {numbers[0]} to {numbers[-1]}{gaps}."


def listed(names: Sequence[str], joint: str) -> str:
    """Names in a sentence: "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}"
