"""What a person may write into the thesaurus, and the same as plain text, to hand on to a colleague.

What is typed is checked and set in order (``checked``). What came from elsewhere, or lost what it refers to,
never stops anything: what cannot be used of it is left out (``usable``) and told (``faults``). The text is in
the format of the thesaurus files (``core.meaning.thesaurus``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from core.documents import LANGUAGES
from core.errors import NameplateError
from core.meaning.thesaurus import OwnConcept, Thesaurus, both, both_terms, concept_id, parse_sheet
from core.meaning.topics import TOPICS
from core.meaning.vocabulary import EXACT

Terms = Mapping[str, tuple[str, ...]]

_CONCEPT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BETWEEN = re.compile(r"[,،、，]")
_LONGEST = 200
_HEADING = "# Own concepts of a Nameplate thesaurus: “thesaurus import” takes them into another workspace.\n"


def own_concept(concept: str, label: str = "") -> OwnConcept:
    """A concept that nothing is written of yet."""
    return OwnConcept(concept_id(concept), concept, label)


def checked(own: OwnConcept, known: Collection[str], before: OwnConcept | None = None) -> OwnConcept:
    """What was typed, set in order: terms trimmed, each given once, in one order; names are said and written.

    ``known`` are the concepts there are; ``before`` is what was written of this one before, whose topics may
    be those of a newer program. NameplateError if a name, term, language, topic or reference cannot stand.
    """
    if len(own.concept) > _LONGEST or not _CONCEPT.fullmatch(own.concept):
        raise NameplateError(
            f"“{own.concept[:60]}” cannot be the name of a concept; use small letters, digits and hyphens, "
            "like “ghost-guns”."
        )
    names = _checked_terms(own.names)
    said, written = _in_order(_checked_terms(own.said), _checked_terms(own.written), names)
    kept = {term for terms in (said, written) for each in terms.values() for term in each}
    dropped = sorted({_checked_term(term) for term in own.dropped})
    own = OwnConcept(
        concept_id(own.concept),
        own.concept,
        _checked_label(own.label),
        tuple(dict.fromkeys(own.topics)),
        tuple(dict.fromkeys(own.broader)),
        tuple(dict.fromkeys(own.related)),
        said,
        written,
        names,
        tuple(term for term in dropped if term not in kept),
    )
    _check_topics(own, before)
    _check_references(own, known)
    return own


def usable(own: OwnConcept, known: Collection[str]) -> OwnConcept:
    """What of a concept this program can use: references to what there is, terms in languages it knows."""
    return replace(
        own,
        broader=tuple(each for each in own.broader if each in known and each != own.concept),
        related=tuple(each for each in own.related if each in known and each != own.concept),
        said=_usable_terms(own.said),
        written=_usable_terms(own.written),
        names=_usable_terms(own.names),
    )


def faults(own: OwnConcept, known: Collection[str]) -> list[str]:
    """What is left out of a concept's references, a sentence each; none if nothing is."""
    missing = dict.fromkeys(each for each in (*own.broader, *own.related) if each not in known)
    return [
        f"The concept “{own.concept}” refers to “{each}”, which is not there, so that is left out; add "
        f"“{each}” or take the reference out."
        for each in missing
    ]


def without_references_to(own: OwnConcept, concept: str) -> OwnConcept:
    """A concept that no longer refers to another."""
    return replace(
        own,
        broader=tuple(each for each in own.broader if each != concept),
        related=tuple(each for each in own.related if each != concept),
    )


def together(own: OwnConcept, more: OwnConcept) -> OwnConcept:
    """What two people wrote of the same concept, in one; the second one's label stands, if it has one."""
    given = {term for terms in (more.said, more.written) for each in terms.values() for term in each}
    return OwnConcept(
        own.id,
        own.concept,
        more.label or own.label,
        both(own.topics, more.topics),
        both(own.broader, more.broader),
        both(own.related, more.related),
        _told(both_terms(own.said, more.said, more.dropped)),
        _told(both_terms(own.written, more.written, more.dropped)),
        _told(both_terms(own.names, more.names, more.dropped)),
        both([term for term in own.dropped if term not in given], more.dropped),
    )


def to_sheet(concepts: Iterable[OwnConcept]) -> str:
    """Concepts that were ``checked`` as the text of a thesaurus file; ``from_sheet`` gives them back."""
    return "\n".join((_HEADING, *("\n".join(_lines(own)) + "\n" for own in concepts)))


def from_sheet(text: str, name: str = "the list") -> list[OwnConcept]:
    """The concepts of a thesaurus file, not ``checked`` yet; what it says of one in several places, together.

    NameplateError with the line that cannot be read, or where it holds words to ignore or alike.
    """
    sheet = parse_sheet(text, name)
    if sheet.ignored or sheet.alike:
        raise NameplateError(
            "Words to ignore and words that are alike belong to the program’s own thesaurus; take the lines "
            f"“ignore …” and “alike …” out of {name}."
        )
    found: dict[str, OwnConcept] = {}
    for entry in sheet.entries:
        own = replace(
            own_concept(entry.id, entry.label),
            topics=entry.topics,
            broader=entry.broader,
            related=entry.related,
            said=_told(entry.said),
            written=_told(entry.written),
            names=_told(entry.names),
            dropped=tuple(sorted(entry.dropped)),
        )
        found[entry.id] = together(found[entry.id], own) if entry.id in found else own
    return list(found.values())


def with_own(thesaurus: Thesaurus, concepts: Sequence[OwnConcept]) -> Thesaurus:
    """A thesaurus with what a person wrote, as far as it can be used; never an error."""
    known = {*thesaurus.concepts, *(own.concept for own in concepts)}
    return thesaurus.with_own(usable(own, known).entry for own in concepts)


def _checked_label(label: str) -> str:
    label = " ".join(label.split())
    if len(label) > _LONGEST or not _is_readable(label):
        raise NameplateError(f"“{label[:60]}” cannot be a label; type a short one, in plain characters.")
    return label


def _checked_terms(terms: Terms) -> Terms:
    for language in terms:
        if language not in LANGUAGES:
            raise NameplateError(
                f"“{language[:20]}” is not one of the six languages; choose {', '.join(LANGUAGES)}."
            )
    made = {
        language: tuple(dict.fromkeys(_checked_term(term) for term in terms.get(language, ())))
        for language in LANGUAGES
    }
    return _told(made)


def _checked_term(term: str) -> str:
    term = " ".join(term.split())
    if term.startswith(EXACT) and " " in term:
        raise NameplateError(
            f"“{term[:60]}” cannot be a term; after an equals sign stands a single word, without a space."
        )
    if not any(letter.isalnum() for letter in term):
        raise NameplateError(f"“{term[:60]}” cannot be a term; type a word or a few.")
    if _BETWEEN.search(term):
        raise NameplateError(f"“{term[:60]}” holds a comma; give each term by itself.")
    if term.startswith("-") or len(term) > _LONGEST or not _is_readable(term):
        raise NameplateError(
            f"“{term[:60]}” cannot be a term; type a word or a few, without a hyphen before the first."
        )
    return term


def _is_readable(text: str) -> bool:
    """Whether a text holds no control characters and no halves of characters."""
    return not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text)


def _in_order(said: Terms, written: Terms, names: Terms) -> tuple[Terms, Terms]:
    """Terms that are both said and written first, then those that are only one of the two, then names."""
    ordered: tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]] = ({}, {})
    for language in LANGUAGES:
        named = names.get(language, ())
        in_said = [term for term in said.get(language, ()) if term not in named]
        in_written = [term for term in written.get(language, ()) if term not in named]
        both = [term for term in in_said if term in in_written]
        for place, terms in enumerate((in_said, in_written)):
            if every := (*both, *(term for term in terms if term not in both), *named):
                ordered[place][language] = every
    return ordered


def _check_topics(own: OwnConcept, before: OwnConcept | None) -> None:
    for topic in own.topics:
        if topic not in TOPICS and topic not in (before.topics if before else ()):
            raise NameplateError(f"There is no topic “{topic[:60]}”; the topics are {', '.join(TOPICS)}.")


def _check_references(own: OwnConcept, known: Collection[str]) -> None:
    for other in (*own.broader, *own.related):
        if other == own.concept:
            raise NameplateError(f"“{other}” cannot be broader than, or related to, itself; take it out.")
        if other not in known:
            raise NameplateError(
                f"There is no concept “{other[:60]}”, which “{own.concept}” refers to; add it first, or take "
                "the reference out."
            )


def _usable_terms(terms: Terms) -> Terms:
    return {
        language: tuple(term for term in each if term.strip(f"{EXACT} "))
        for language, each in terms.items()
        if language in LANGUAGES
    }


def _told(terms: Terms) -> Terms:
    """Terms without the languages in which there are none."""
    return {language: each for language, each in terms.items() if each}


def _lines(own: OwnConcept) -> Iterable[str]:
    yield f"[{own.concept}] {own.label}".strip()
    for key, values in (("topic", own.topics), ("up", own.broader), ("near", own.related)):
        if values:
            yield f"{key}: {', '.join(values)}"
    for language in LANGUAGES:
        said, written = own.said.get(language, ()), own.written.get(language, ())
        names = own.names.get(language, ())
        for key, terms in (
            ("", [term for term in said if term in written and term not in names]),
            (" say", [term for term in said if term not in written]),
            (" find", [term for term in written if term not in said]),
            (" name", names),
        ):
            if terms:
                yield f"{language}{key}: {', '.join(terms)}"
    if own.dropped:
        yield f"en: {', '.join(f'- {term}' for term in own.dropped)}"
