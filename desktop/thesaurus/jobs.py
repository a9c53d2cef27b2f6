"""The thesaurus: listing and showing its concepts, writing own ones, and handing them on as plain text.

What the window and the command line both call; nothing here knows either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import NameplateError
from core.meaning.own_concepts import own_concept, together
from core.meaning.thesaurus import Concept, OwnConcept
from core.meaning.topics import topic_named

if TYPE_CHECKING:
    from db.work import Work

USES = {"term": ("said", "written"), "say": ("said",), "find": ("written",), "name": ("names",)}
"""How a term may be given: said by people and texts alike, by people alone, by texts alone, as a name."""


def concepts(work: Work, *, own: bool = False) -> list[Concept]:
    """All concepts of the thesaurus by their names; with ``own`` those of which something is written here."""
    every = work.thesaurus.vocabulary().thesaurus.concepts
    names = [each.concept for each in work.thesaurus.own()] if own else sorted(every)
    return [every[name] for name in names]


def add_to_concept(
    work: Work,
    concept: str,
    *,
    label: str = "",
    topics: Iterable[str] = (),
    broader: Iterable[str] = (),
    related: Iterable[str] = (),
    terms: Mapping[str, Iterable[str]] | None = None,
    dropped: Iterable[str] = (),
    language: str = "en",
) -> OwnConcept:
    """Adds to what is written of a concept, new or the program's, and gives it as it now is.

    ``terms`` are terms of a language by their use (``USES``), ``dropped`` such as do not hold. Topics go by
    their ids or labels. NameplateError if anything of it cannot stand.
    """
    by_field: dict[str, tuple[str, ...]] = {}
    for use, given in (terms or {}).items():
        for field in USES[use]:
            by_field[field] = (*by_field.get(field, ()), *given)
    more = replace(
        own_concept(concept, label),
        topics=tuple(topic_named(each).id for each in topics),
        broader=tuple(broader),
        related=tuple(related),
        dropped=tuple(dropped),
        said={language: by_field.get("said", ())},
        written={language: by_field.get("written", ())},
        names={language: by_field.get("names", ())},
    )
    before = work.thesaurus.own_of(concept)
    return work.thesaurus.save(together(before, more) if before is not None else more)


def take_in(work: Work, text: str, name: str) -> list[OwnConcept]:
    """Takes in a colleague's list, together with what is here (``work.thesaurus.add_sheet``)."""
    return work.thesaurus.add_sheet(text, name)


def take_in_file(work: Work, path: Path) -> list[OwnConcept]:
    """Takes in the list in a text file; NameplateError if it cannot be read or cannot stand."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise NameplateError(
            f"“{path.name}” could not be read ({error.strerror or 'the system gave no reason'}); choose "
            "another file."
        ) from error
    except UnicodeDecodeError as error:
        raise NameplateError(f"“{path.name}” is not a text file in UTF-8; save it as one.") from error
    return take_in(work, text, f"“{path.name}”")


def hand_on(work: Work, target: Path) -> int:
    """Writes the own concepts into a text file, and gives how many there are.

    NameplateError if the file cannot be written to.
    """
    from exporters.writing import write_safely

    write_safely(target, work.thesaurus.sheet().encode())
    return len(work.thesaurus.own())


def concept_row(work: Work, concept: str) -> dict[str, Any]:
    """A concept as plain data, with ``own``: what was written of it here, null where nothing was.

    ``say`` are the terms by which people are understood, ``find`` those that are looked for, by language.
    NameplateError if there is no such concept.
    """
    known = work.thesaurus.concept(concept)
    own = work.thesaurus.own_of(concept)
    return {
        **_fields(known, known.id),
        "narrower": list(known.narrower),
        "own": None if own is None else {**_fields(own, own.concept), "dropped": list(own.dropped)},
    }


def concept_rows(work: Work, *, own: bool = False) -> list[dict[str, Any]]:
    """Concepts as plain data, in brief; ``origin`` is "program", "own", or "changed" for one that is both."""
    here = {each.concept for each in work.thesaurus.own()}
    return [
        {
            "concept": each.id,
            "label": each.label,
            "topics": list(each.topics),
            "origin": _origin(work, each.id) if each.id in here else "program",
        }
        for each in concepts(work, own=own)
    ]


def _origin(work: Work, concept: str) -> str:
    return "changed" if work.thesaurus.is_of_program(concept) else "own"


def _fields(known: Concept | OwnConcept, concept: str) -> dict[str, Any]:
    return {
        "concept": concept,
        "label": known.label,
        "topics": list(known.topics),
        "broader": list(known.broader),
        "related": list(known.related),
        "say": _by_language(known.said),
        "find": _by_language(known.written),
        "names": _by_language(known.names),
    }


def _by_language(terms: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {language: list(each) for language, each in terms.items() if each}
