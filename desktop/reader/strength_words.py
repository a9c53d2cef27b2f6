"""How a paragraph binds, and whom, in one line."""

from __future__ import annotations

from core.documents import Kind, LibraryParagraph
from core.language.strength import Strength, operative_of
from core.language.words import introduction, own_words

_OPERATIVE = (Kind.OPERATIVE, Kind.SUMMARY)


def strength_words(located: LibraryParagraph) -> str:
    """Verb and class, qualifiers, addressees: “urge · “as appropriate” · addresses States”.

    Empty for what is not operative, and for what has neither a verb nor an addressee. A class that says no
    more than its verb is left out.
    """
    paragraph = located.paragraph
    if paragraph.kind not in _OPERATIVE or not paragraph.label:
        return ""
    found = operative_of(own_words(paragraph), located.document.language, introduction(paragraph))
    if not found.verb:
        return ""
    told = [found.verb]
    if found.strength is not Strength.OTHER and found.strength != found.verb:
        told.append(str(found.strength))
    told += [f"“{phrase}”" for phrase in found.qualifiers]
    if found.addressees:
        told.append("addresses " + ", ".join(found.addressees))
    return " · ".join(told)
