"""The topics of paragraphs: listing, showing and correcting them.

What the window and the command line both call; nothing here knows either.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from core.documents import LibraryParagraph
from core.meaning.topics import TOPICS, ParagraphTopics

if TYPE_CHECKING:
    from db.work import Work


def topic_rows() -> list[dict[str, Any]]:
    """All topics there are, in the order in which they are listed."""
    return [{"topic": topic.id, "label": topic.label} for topic in TOPICS.values()]


def correct_topics(
    work: Work,
    located: LibraryParagraph,
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    reset: bool = False,
) -> ParagraphTopics:
    """Gives a paragraph topics and takes others from it; with ``reset`` all earlier corrections go first.

    Topics go by their ids or labels. NameplateError if there is no such topic.
    """
    if reset:
        work.topics.take_back(located.paragraph.id)
    return work.topics.correct(located.paragraph.id, add=add, remove=remove)


def topics_row(located: LibraryParagraph, topics: ParagraphTopics) -> dict[str, Any]:
    """A paragraph's topics as plain data, by their ids; ``added`` and ``removed`` are what was set right."""
    return {
        "ref": located.reference,
        "topics": [topic.id for topic in topics.topics],
        "added": [topic.id for topic in topics.added],
        "removed": [topic.id for topic in topics.removed],
    }
