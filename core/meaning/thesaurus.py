"""The thesaurus of the field: its concepts, in the words of texts and in those of people, in six languages.

Files are plain text, so that anybody can read and mend them::

    [privately-made] privately made weapons
    topic: new-technologies
    up: illicit-manufacture            broader concepts
    near: 3d-printing, conversion      related ones
    en: ghost gun, homemade gun        said by people and texts alike
    en say: DIY gun                    said by people alone: recognised in a query, never looked for
    en find: privately made            in texts alone: looked for, never recognised
    en name: Firearms Protocol         a proper name: its words are not taken for what they mean elsewhere
    fr: arme artisanale

A concept may be spread over several files; ``- ghost gun`` takes away what an earlier one gave. Outside of
concepts, ``ignore en:`` lists words that tell nothing of what somebody looks for, and ``alike en:`` words
that stand for one another within longer terms (who knows "ghost gun" then knows "ghost rifle").
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from core.errors import NameplateError

_HEAD = re.compile(r"\[(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\]\s*(?P<label>.*)")
_LINE = re.compile(
    r"(?P<key>topic|up|near|(?:ignore |alike )?[a-z]{2}(?: say| find| name)?)\s*:\s*(?P<values>.*)"
)
_NAMESPACE = uuid.UUID("1d4d1f5c-8f35-5b5b-8f43-6f1d0d9c2b7e")
_BETWEEN = re.compile(r"\s*[,،、，]\s*")
_APART = ("ignore ", "alike ")
_USES = {
    "": ("said", "written"),
    " say": ("said",),
    " find": ("written",),
    " name": ("said", "written", "names"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one file says of one concept: ``said``, ``written`` and ``names`` hold terms by language.

    Terms in ``dropped`` are those of earlier files that do not hold.
    """

    id: str
    label: str = ""
    topics: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    written: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Concept(Entry):
    """A concept with all that is known of it; ``narrower`` are the concepts that name it as a broader one."""

    narrower: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnConcept:
    """What a person wrote of a concept, one of the program's or a new one: the fields are those of ``Entry``.

    ``id`` is made of the concept's own (``concept_id``), so that two delegates who edit the same concept edit
    the same thing. What may stand in it is told in ``core.meaning.own_concepts``.
    """

    id: uuid.UUID
    concept: str
    label: str = ""
    topics: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    written: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()

    @property
    def entry(self) -> Entry:
        """What it adds to a thesaurus (``Thesaurus.with_own``)."""
        return Entry(
            self.concept,
            self.label,
            self.topics,
            self.broader,
            self.related,
            self.said,
            self.written,
            self.names,
            frozenset(self.dropped),
        )


def concept_id(concept: str) -> uuid.UUID:
    """The id under which what is written of a concept is kept, the same in every file."""
    return uuid.uuid5(_NAMESPACE, concept)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of the thesaurus: its entries in order; by language, words to ignore, and groups alike."""

    entries: tuple[Entry, ...]
    ignored: Mapping[str, frozenset[str]]
    alike: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


class Thesaurus:
    """Concepts by their ids. It never changes: with what a person adds it is another one."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        """The thesaurus that these files make together, later ones adding to earlier ones.

        NameplateError if a concept refers to one that there is not.
        """
        self._sheets = tuple(sheets)
        merged: dict[str, Entry] = {}
        ignored: dict[str, frozenset[str]] = {}
        alike: dict[str, tuple[tuple[str, ...], ...]] = {}
        for sheet in self._sheets:
            for entry in sheet.entries:
                known = merged.get(entry.id)
                merged[entry.id] = _merged(known, entry) if known else entry
            for language, words in sheet.ignored.items():
                ignored[language] = ignored.get(language, frozenset()) | words
            for language, groups in sheet.alike.items():
                alike[language] = alike.get(language, ()) + groups
        self.ignored: Mapping[str, frozenset[str]] = ignored
        self.alike: Mapping[str, tuple[tuple[str, ...], ...]] = alike
        self.concepts: Mapping[str, Concept] = _linked(merged)

    def with_own(self, entries: Iterable[Entry]) -> Thesaurus:
        """This thesaurus with what a person added to it or changed in it; this one stays as it is."""
        return Thesaurus((*self._sheets, Sheet(tuple(entries), {})))


def parse_sheet(text: str, name: str = "thesaurus") -> Sheet:
    """Reads one file; NameplateError with the line that cannot be read."""
    entries: list[tuple[re.Match[str], list[tuple[str, list[str]]]]] = []
    ignored: dict[str, frozenset[str]] = {}
    alike: dict[str, tuple[tuple[str, ...], ...]] = {}
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if head := _HEAD.fullmatch(line):
            entries.append((head, []))
            continue
        found = _LINE.fullmatch(line)
        if found is None or (not entries and not found["key"].startswith(_APART)):
            raise NameplateError(
                f"Line {number} of {name} cannot be read: “{line[:60]}”. A line is “[concept] label”, or a "
                "key like “en say”, a colon and terms with commas between."
            )
        values = [value for value in _BETWEEN.split(found["values"].strip(" ,،、，")) if value]
        if found["key"].startswith("ignore "):
            language = found["key"].removeprefix("ignore ")
            ignored[language] = ignored.get(language, frozenset()) | frozenset(values)
        elif found["key"].startswith("alike "):
            language = found["key"].removeprefix("alike ")
            alike[language] = (*alike.get(language, ()), tuple(values))
        else:
            entries[-1][1].append((found["key"], values))
    return Sheet(tuple(_entry(head, lines) for head, lines in entries), ignored, alike)


def load_thesaurus(sheets: Iterable[tuple[str, str]]) -> Thesaurus:
    """The thesaurus that these files make, given as name and text; made once for the same texts."""
    return _loaded(tuple(sheets))


@lru_cache(maxsize=2)
def _loaded(sheets: tuple[tuple[str, str], ...]) -> Thesaurus:
    return Thesaurus(parse_sheet(text, name) for name, text in sheets)


def _entry(head: re.Match[str], lines: Iterable[tuple[str, list[str]]]) -> Entry:
    plain: dict[str, tuple[str, ...]] = {"topic": (), "up": (), "near": ()}
    terms: dict[str, dict[str, tuple[str, ...]]] = {"said": {}, "written": {}, "names": {}}
    dropped = set[str]()
    for key, values in lines:
        if key in plain:
            plain[key] += tuple(values)
            continue
        language, use = key[:2], key[2:]
        dropped.update(value[1:].strip() for value in values if value.startswith("-"))
        kept = tuple(value for value in values if not value.startswith("-"))
        for name in _USES[use]:
            terms[name][language] = terms[name].get(language, ()) + kept
    return Entry(
        head["id"],
        head["label"].strip(),
        plain["topic"],
        plain["up"],
        plain["near"],
        terms["said"],
        terms["written"],
        terms["names"],
        frozenset(dropped),
    )


def _merged(known: Entry, more: Entry) -> Entry:
    return Entry(
        known.id,
        more.label or known.label,
        both(known.topics, more.topics),
        both(known.broader, more.broader),
        both(known.related, more.related),
        both_terms(known.said, more.said, more.dropped),
        both_terms(known.written, more.written, more.dropped),
        both_terms(known.names, more.names, more.dropped),
    )


def both(some: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """What either says, each once."""
    return tuple(dict.fromkeys((*some, *more)))


def both_terms(
    some: Mapping[str, tuple[str, ...]], more: Mapping[str, tuple[str, ...]], dropped: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """The terms by language that either gives, without those of the first that the second dropped."""
    found = {}
    for language in dict.fromkeys((*some, *more)):
        kept = (term for term in some.get(language, ()) if term not in dropped)
        found[language] = both(kept, more.get(language, ()))
    return found


def _linked(entries: Mapping[str, Entry]) -> dict[str, Concept]:
    narrower: dict[str, list[str]] = {}
    for entry in entries.values():
        for other in (*entry.broader, *entry.related):
            if other not in entries:
                raise NameplateError(
                    f"The thesaurus has no concept “{other}”, which “{entry.id}” refers to: add it or take "
                    "the reference out."
                )
        for broader in entry.broader:
            narrower.setdefault(broader, []).append(entry.id)
    return {
        each.id: Concept(
            each.id,
            each.label or each.id.replace("-", " "),
            each.topics,
            each.broader,
            each.related,
            each.said,
            each.written,
            each.names,
            narrower=tuple(narrower.get(each.id, ())),
        )
        for each in entries.values()
    }
