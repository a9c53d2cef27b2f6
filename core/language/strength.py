"""How strongly a paragraph binds, and whom: its operative verb, its qualifiers and its addressees.

The strength of the verb carries the politics: decide, undertake, commit > call upon > urge > encourage >
invite; "as appropriate", "where feasible", "on a voluntary basis" weaken (DOMAIN.md, "How texts are cited").
The words themselves stand in ``core.language.strength_words`` and ``core.language.strength_phrases``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from core.language.strength_phrases import ADDRESSEES, QUALIFIERS
from core.language.strength_words import BEFORE_VERB, MARKS_OF_A_LIST, VERBS

_DEED = re.compile(
    r"(?<!in a position)(?<!able)(?<!wish)(?<!party)\s+to\s+(?!(?:the|this|which|a|an)\b)"
    r"|\s(?:with|between|through|among)\s"
)
"""Where it begins what the addressee is to do, or with whom."""
_FIRST_WORDS = 4
"""Where the verb of "To encourage …" stands; "To comply with embargoes decided by …" has none of its own."""
_OPENING = 160
"""How many characters of a paragraph are searched for its verb."""
_ADDRESSED = 260


class Strength(StrEnum):
    """The class of a verb. The first five are ordered; the others say something else than how strongly."""

    COMMIT = "commit"
    CALL_UPON = "call upon"
    URGE = "urge"
    ENCOURAGE = "encourage"
    INVITE = "invite"
    REQUEST = "request"
    RECOMMEND = "recommend"
    AFFIRM = "affirm"
    RECOGNIZE = "recognize"
    NOTE = "note"
    RECALL = "recall"
    WELCOME = "welcome"
    CONCERN = "concern"
    OTHER = "other"

    @property
    def rank(self) -> int | None:
        """5 for the strongest of the ordered verbs, 1 for the weakest; None for those without an order."""
        return _RANKS.get(self)


_RANKS = {
    Strength.COMMIT: 5,
    Strength.CALL_UPON: 4,
    Strength.URGE: 3,
    Strength.ENCOURAGE: 2,
    Strength.INVITE: 1,
}


class Weight(StrEnum):
    """Which way the strength of a verb went."""

    WEAKER = "weaker"
    STRONGER = "stronger"


class Addressee(StrEnum):
    """Whom a paragraph addresses."""

    STATES = "States"
    DONORS = "donors"
    SECRETARY_GENERAL = "Secretary-General"
    SECRETARIAT = "Secretariat"
    UNITED_NATIONS = "United Nations bodies"
    SECURITY_COUNCIL = "Security Council"
    REGIONAL = "regional organizations"
    INTERNATIONAL = "international organizations"
    CIVIL_SOCIETY = "civil society"
    INDUSTRY = "industry"


@dataclass(frozen=True, slots=True)
class Operative:
    """The operative side of a paragraph.

    ``verb`` is the verb in its plain form ("call upon"), empty where none of the list was found;
    ``strength`` its class. ``carried`` says that the chapeau carries the verb. ``qualifiers`` are the
    phrases that weaken, as the text has them but in lower case, each once.
    """

    verb: str
    strength: Strength
    carried: bool = False
    qualifiers: tuple[str, ...] = ()
    addressees: tuple[Addressee, ...] = ()

    def against(self, before: Operative) -> Weight | None:
        """Whether this binds less or more than the wording before; None where the verbs have no order."""
        rank, earlier = self.strength.rank, before.strength.rank
        if rank is None or earlier is None or rank == earlier:
            return None
        return Weight.WEAKER if rank < earlier else Weight.STRONGER


@lru_cache(maxsize=4096)
def operative_of(text: str, language: str = "en", chapeau: str = "") -> Operative:
    """The verb, its strength, the qualifiers and the addressees of a paragraph under its chapeau."""
    verb, strength, carried, addressed = _binding(text, language, chapeau)
    return Operative(verb, strength, carried, qualifiers_in(text, language), addressed)


def class_and_addressees(text: str, language: str, chapeau: str) -> tuple[Strength, tuple[Addressee, ...]]:
    """What ``operative_of`` says of the class and the addressees, without looking for qualifiers."""
    _, strength, _, addressed = _binding(text, language, chapeau)
    return strength, addressed


def _binding(text: str, language: str, chapeau: str) -> tuple[str, Strength, bool, tuple[Addressee, ...]]:
    """The verb, its class, whether the chapeau carries it, and the addressees."""
    begins_list = bool(re.match(MARKS_OF_A_LIST.get(language, r"(?!)"), text, re.IGNORECASE))
    opening = " ".join(text.split()[:_FIRST_WORDS]) if begins_list else text[:_OPENING]
    verb, strength, end = _verb(opening, language)
    carrier, carrying, _ = _last_verb(chapeau, language)
    carried = bool(carrier) and (begins_list or not verb)
    if carried and (not verb or (carrying.rank or 0) < (strength.rank or 0)):
        verb, strength, end = carrier, carrying, 0
    addressed = () if strength in _ADDRESSING_NOBODY else _addressees(text, end, language, chapeau)
    return verb, strength, carried, addressed


def qualifiers_in(text: str, language: str = "en") -> tuple[str, ...]:
    """The weakening phrases of a text in the order they stand there, in lower case, each once."""
    pattern = _qualifiers(language)
    if pattern is None:
        return ()
    return tuple(dict.fromkeys(" ".join(found[0].lower().split()) for found in pattern.finditer(text)))


def _verb(text: str, language: str) -> tuple[str, Strength, int]:
    """The first verb of an opening: its plain form, its class and where it ends."""
    pattern, sieve = _verbs(language), _verbs_sieve(language)
    lower = text.lower()
    if pattern is None or sieve is None or len(lower) != len(text):
        found = pattern.search(text) if pattern is not None else None
    else:
        there = sieve.search(lower)
        found = pattern.match(text, there.start()) if there is not None else None
    if found is None:
        return "", Strength.OTHER, 0
    verb, strength = _named(found, language)
    return verb, strength, found.end()


@lru_cache(maxsize=512)
def _last_verb(chapeau: str, language: str) -> tuple[str, Strength, int]:
    """The verb of a chapeau: of its last sentence, whose first operative verb governs the list."""
    pattern = _verbs(language)
    if not chapeau or pattern is None:
        return "", Strength.OTHER, 0
    found = [_named(each, language) for each in pattern.finditer(chapeau)]
    ordered = [each for each in found if each[1].rank is not None] or found
    return (*ordered[-1], 0) if ordered else ("", Strength.OTHER, 0)


def _named(found: re.Match[str], language: str) -> tuple[str, Strength]:
    plain, strength = VERBS[language][int((found.lastgroup or "v0")[1:])][:2]
    return plain, Strength(strength)


@lru_cache(maxsize=8)
def _verbs(language: str) -> re.Pattern[str] | None:
    verbs = VERBS.get(language)
    if verbs is None:
        return None
    edge = "" if language in ("zh", "ar") else r"\b"
    before = BEFORE_VERB.get(language, "")
    each = "|".join(f"(?P<v{nth}>{forms})" for nth, (_, _, forms) in enumerate(verbs))
    return re.compile(rf"{before}{edge}(?:{each}){edge}", re.IGNORECASE)


@lru_cache(maxsize=8)
def _verbs_sieve(language: str) -> re.Pattern[str] | None:
    """The same for a text in lower case, without telling which verb it is: several times as quick."""
    pattern = _verbs(language)
    return re.compile(re.sub(r"\?p<v\d+>", "?:", pattern.pattern.lower())) if pattern is not None else None


@lru_cache(maxsize=8)
def _qualifiers(language: str) -> re.Pattern[str] | None:
    phrases = QUALIFIERS.get(language)
    return re.compile("|".join(phrases), re.IGNORECASE) if phrases else None


_ADDRESSING_NOBODY = frozenset((Strength.NOTE, Strength.RECALL, Strength.WELCOME, Strength.CONCERN))


def _addressees(text: str, start: int, language: str, chapeau: str) -> tuple[Addressee, ...]:
    """Those who are named between the verb and what they are to do; else whom the chapeau binds."""
    named = _named_in(_until_deed(text[start : start + _ADDRESSED], language), language) if start else ()
    return named or _named_in_chapeau(chapeau, language)


def _named_in(text: str, language: str) -> tuple[Addressee, ...]:
    found: dict[Addressee, int] = {}
    rest = text
    for name, pattern in _addressee_patterns(language):
        first = pattern.search(rest)
        if first is not None:
            found[name] = first.start()
            rest = pattern.sub(lambda each: "·" * len(each[0]), rest)
    return tuple(sorted(found, key=lambda each: found[each]))


@lru_cache(maxsize=512)
def _named_in_chapeau(chapeau: str, language: str) -> tuple[Addressee, ...]:
    """Many paragraphs in a row have a chapeau in common."""
    return _named_in(chapeau, language)


@lru_cache(maxsize=8)
def _addressee_patterns(language: str) -> tuple[tuple[Addressee, re.Pattern[str]], ...]:
    return tuple(
        (Addressee(name), re.compile(pattern, re.IGNORECASE))
        for name, pattern in ADDRESSEES.get(language, ())
    )


def _until_deed(text: str, language: str) -> str:
    """The words up to the infinitive that says what is to be done."""
    if language != "en":
        return text[: _ADDRESSED // 2]
    deed = _DEED.search(text)
    return text[: deed.start()] if deed else text[:120]
