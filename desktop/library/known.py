"""What the library knows of a document that is about to be imported, and whether it can go in unseen."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.documents import LANGUAGES, Document, DocumentHead, Kind
from core.symbols import canonical_symbol, earlier_revision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.work import Work
    from importers.imported import ImportedDocument


@dataclass(frozen=True, slots=True)
class Known:
    """The documents of the library that have to do with a new one.

    ``same`` is this very text. ``other_texts`` go by its symbol in its language but read differently,
    ``other_languages`` by its symbol in another language. ``revised`` is the text that this one revises,
    ``named_alike`` another document that has taken its short name.
    """

    same: DocumentHead | None = None
    other_texts: tuple[DocumentHead, ...] = ()
    other_languages: tuple[DocumentHead, ...] = ()
    revised: DocumentHead | None = None
    named_alike: DocumentHead | None = None


def known_of(document: DocumentHead, library: Iterable[DocumentHead]) -> Known:
    """What a library that holds these documents knows of a new one."""
    heads = list(library)
    symbol, own = canonical_symbol(document.symbol).casefold(), _named(document)
    alike = [head for head in heads if own and _named(head) == own]
    earlier = earlier_revision(document.symbol, [head.symbol for head in heads]) if symbol else None
    short = document.short.casefold()
    return Known(
        same=next((head for head in heads if head.id == document.id), None),
        other_texts=tuple(
            head for head in alike if head.language == document.language and head.id != document.id
        ),
        other_languages=tuple(head for head in alike if head.language != document.language),
        revised=next((head for head in heads if earlier and head.symbol == earlier), None),
        named_alike=next(
            (head for head in heads if short and head.short.casefold() == short and head not in alike), None
        ),
    )


def _named(document: DocumentHead) -> str:
    """What a document goes by in all languages: its symbol, or the short name of one that has none."""
    return canonical_symbol(document.symbol).casefold() or document.short.casefold()


def look_up(work: Work, document: DocumentHead) -> Known:
    """What this workspace's library knows of a document."""
    return known_of(document, work.library.documents())


def broken_numbers(document: Document) -> str:
    """The first place where the numbers of a document are not in order, as a sentence; empty where all are.

    Within a part the numbers of one kind go up by one; they may begin again, as those of articles and
    sections do, and a letter or "bis" belongs to the number it follows. After article 2.3 comes article 3.
    """
    last: dict[tuple[object, ...], tuple[int, str]] = {}
    for row in document.paragraphs:
        number = _number(row.label)
        if number is None:
            continue
        kind = "numbered" if row.kind in (Kind.OPERATIVE, Kind.REPORT) else row.kind.value
        stem = _stem(row.label)
        series = (row.part, kind, stem)
        before = last.get(series)
        if before is not None and number not in (before[0], before[0] + 1, 1):
            return f"Paragraph {row.label} follows paragraph {before[1]}."
        if before is None and number != 1 and not stem:
            return f"The numbering begins with {row.label}."
        last[series] = (number, row.label)
        for depth, above in enumerate(stem):
            if above.isdecimal():
                last[row.part, kind, stem[:depth]] = (int(above), row.label)
    return ""


def _number(label: str) -> int | None:
    """The number that counts in a label: 12 of "12(a)", 2 of "5.2" and of "pp.2"."""
    found = re.match(r"(?:.*\.)?(\d+)(?:bis|ter|quater)?(?:\(.*)?$", label)
    return int(found[1]) if found else None


def _stem(label: str) -> tuple[str, ...]:
    """What stands before the number that counts: section, article."""
    return tuple(label.partition("(")[0].split(".")[:-1])


def doubts(imported: ImportedDocument) -> tuple[str, ...]:
    """What about a document itself should be checked: what its reader noticed, and what does not add up."""
    document = imported.document
    found = list(imported.warnings)
    if not document.name and not any("symbol" in each for each in found):
        found.append("The text does not say its symbol.")
    if not document.numbered and not any("number" in each for each in found):
        found.append("No numbered paragraph was found in it.")
    broken = broken_numbers(document)
    return (*found, broken) if broken else tuple(found)


def reasons_to_look(imported: ImportedDocument, known: Known) -> tuple[str, ...]:
    """Why a document should be looked at before it is imported; none for one that is obvious."""
    document = imported.document
    reasons = list(doubts(imported))
    if known.other_texts:
        reasons.append(f"Another text of {document.symbol} is in the library already.")
    if known.named_alike is not None:
        reasons.append(f"The short name “{document.short}” stands for {known.named_alike.symbol} already.")
    if is_agenda(document):
        reasons.insert(0, "It is an agenda: look at it to make its meeting, or to import it without one.")
    return tuple(reasons)


def sentences_of(known: Known, symbol: str) -> list[str]:
    """What the library knows of a document, in sentences."""
    if known.same is not None:
        return [f"It is in the library already, to the letter, as {known.same.name}."]
    said = []
    if known.revised is not None:
        said.append(f"Revision of {known.revised.symbol}, which is in the library.")
    if known.other_languages:
        languages = [LANGUAGES.get(each.language, each.language) for each in known.other_languages]
        said.append(f"{symbol} is in the library in {_listed(languages)}; this is the same document.")
    if known.other_texts:
        said.append(f"Another text of {symbol} is in the library; both will stand there.")
    if known.named_alike is not None:
        said.append(
            f"The short name “{known.named_alike.short}” stands for {known.named_alike.symbol} already: "
            "give this document another one."
        )
    return said


def is_agenda(document: Document) -> bool:
    """Whether the document is an agenda, of which a meeting can be made, and no report that holds one."""
    kinds = Counter(row.kind for row in document.paragraphs if row.label)
    return bool(kinds[Kind.AGENDA]) and document.main_part == "agenda"


def counted(document: Document) -> str:
    """How many paragraphs of which kind, in words: "24 preambular and 36 operative paragraphs"."""
    kinds = Counter(row.kind for row in document.paragraphs if row.label)
    paragraphs = [
        kind for kind in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.REPORT, Kind.SUMMARY) if kinds[kind]
    ]
    said = [f"{kinds[kind]} {kind}" for kind in paragraphs]
    total = sum(kinds[kind] for kind in paragraphs)
    words = f"{_listed(said)} paragraph{'s' if total > 1 else ''}" if said else ""
    items = kinds[Kind.AGENDA]
    if items:
        items_in_words = f"{items} agenda item{'s' if items > 1 else ''}"
        words = f"{words}, {items_in_words}" if words else items_in_words
    return words or "no numbered paragraphs"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
