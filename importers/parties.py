"""Who is named in a report: lists of participants taken apart into names, and what each name means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.groups import canonical_group
from core.record import Party
from core.states import canonical_state

_BEHALF = re.compile(r"\s*\(((?:also |and )?(?:speaking )?on behalf of [^()]*)\)", re.I)
_ACRONYM = re.compile(r"\(([A-Z][A-Z-]+)\)$")
_ARTICLE = re.compile(r"the\s+", re.I)
_LAST_NAME = re.compile(r",\s+and\s+|(?<=\))\s+and\s+")
_GROUP_WORDS = re.compile(r"\b(?:Group|Union|Community|Movement|Forum|League)\b")
_AND = re.compile(r"\s+and\s+")

_ORGANIZATIONS = {
    "ECOWAS": "Economic Community of West African States (ECOWAS)",
    "ICRC": "International Committee of the Red Cross (ICRC)",
    "INTERPOL": "International Criminal Police Organization (INTERPOL)",
    "LAS": "League of Arab States",
    "LEAGUE OF ARAB STATES": "League of Arab States",
    "NATO": "North Atlantic Treaty Organization (NATO)",
    "OAS": "Organization of American States (OAS)",
    "OSCE": "Organization for Security and Co-operation in Europe (OSCE)",
    "RECSA": (
        "Regional Centre of Small Arms and Light Weapons in the Great Lakes Region, "
        "Horn of Africa and Bordering States (RECSA)"
    ),
    "WCO": "World Customs Organization (WCO)",
}
"""One name for organizations that reports name in several ways, by acronym or, without one, by name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A participant as a report names it, with what stands in parentheses about whom it spoke for.

    ``party`` is the canonical name, ``named`` the report's own without its article.
    """

    party: str
    named: str
    kind: Party
    on_behalf: str = ""


def named_parties(listed: str, default: Party) -> list[Named]:
    """Everyone a list names; a name that is neither a State nor a group known here is of kind ``default``."""
    return [_named(name, default) for name in split_names(listed)]


def split_names(listed: str) -> list[str]:
    """The names in a list such as "A, B (also on behalf of C, D) and E", each whole.

    Commas in parentheses divide nothing. The conjunction that is certain (", and" or an "and" after a
    closing parenthesis) stands before the last name, so the commas after it belong to that name ("and Maat
    for Peace, Development and Human Rights"). Without one, the last "and" that leaves known names on both
    sides divides: it is part of the name in "Bosnia and Herzegovina".

    A comma elsewhere divides. BMS8's list (para. 21) has "Nonviolence International Southeast Asia,
    Disarmament and Arms Control": it may be one name, but nothing in the report says so, and its list
    divides names by commas, so these are two.
    """
    masked = _mask_parentheses(listed)
    certain = _LAST_NAME.search(masked)
    head = masked[: certain.start()] if certain else masked
    names, at = [], 0
    for piece in head.split(","):
        names.append(listed[at : at + len(piece)].strip())
        at += len(piece) + 1
    if certain:
        names.append(listed[certain.end() :].strip())
    elif names:
        names[-1:] = _split_pair(names[-1])
    return [name for name in names if name]


def _mask_parentheses(text: str) -> str:
    """The text, of equal length, with the commas and conjunctions in parentheses made harmless."""
    return re.sub(r"\([^()]*\)", lambda inside: "(" + "x" * (len(inside[0]) - 2) + ")", text)


def _split_pair(text: str) -> list[str]:
    """One name or two joined by "and"."""
    if _is_known(text):
        return [text]
    pairs = [(text[: found.start()], text[found.end() :]) for found in _AND.finditer(_mask_parentheses(text))]
    for test in (all, any):
        for pair in reversed(pairs):
            if test(_is_known(name) for name in pair):
                return list(pair)
    return list(pairs[-1]) if pairs else [text]


def _is_known(name: str) -> bool:
    plain = _without_article(_BEHALF.sub("", name)).strip()
    return (
        canonical_state(plain) is not None
        or canonical_group(plain) is not None
        or _organization(plain) is not None
    )


def _named(name: str, default: Party) -> Named:
    behalf = _BEHALF.search(name)
    plain = _without_article(" ".join(_BEHALF.sub(" ", name).split()))
    on_behalf = behalf[1] if behalf else ""
    if state := canonical_state(plain):
        return Named(state, plain, Party.STATE, on_behalf)
    if group := canonical_group(plain):
        organized = default is Party.ORGANIZATION and group in _ORGANIZATIONS.values()
        return Named(group, plain, Party.ORGANIZATION if organized else Party.GROUP, on_behalf)
    if default is Party.STATE and _GROUP_WORDS.search(plain):
        return Named(plain, plain, Party.GROUP, on_behalf)
    return Named(_organization(plain) or plain, plain, default, on_behalf)


def _organization(name: str) -> str | None:
    acronym = _ACRONYM.search(name)
    return _ORGANIZATIONS.get(acronym[1] if acronym else name.upper())


def _without_article(name: str) -> str:
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
