"""Which language of a paragraph a citation means: the one whose words are quoted, or else that was pulled.

A reference is the same in all languages of a document ("UN Charter/3"), so it alone does not tell.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from core.documents import LibraryParagraph
from core.quotation_check import is_verbatim

if TYPE_CHECKING:
    from db.work import Work


def in_every_language(work: Work, typed: str) -> list[LibraryParagraph]:
    """The paragraphs that a reference means, the first one in its other languages too; none if unknown."""
    found = work.library.resolve(typed)
    if not found:
        return []
    own = found[0].document
    heads = [head for head in work.library.languages(own.id) if head.language != own.language]
    others = [work.library.resolve(f"{found[0].reference} ({head.language})") for head in heads]
    return [*found, *(each[0] for each in others if each)]


def meant_by(
    work: Work, typed: str, quoted: Iterable[str] = (), pulled: Collection[uuid.UUID] = ()
) -> LibraryParagraph | None:
    """The paragraph that a citation means; None if the library holds none.

    ``quoted`` are the words in quotation marks before it, ``pulled`` the ids of what the dossiers hold.
    """
    found = in_every_language(work, typed)
    words = list(quoted)
    if words:
        for each in found:
            if all(is_verbatim(some, each.paragraph.text) for some in words):
                return each
    return next((each for each in found if each.paragraph.id in pulled), found[0] if found else None)
