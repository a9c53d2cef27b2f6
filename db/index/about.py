"""What the search index tells a paragraph to be about, as tokens that no text holds.

A token begins with a character for private use, which the index keeps within a word and no text is divided
into; so what a paragraph is about is never found by words that are typed. There are tokens for the concepts
of the thesaurus that it names, its topics, its track and its standing, and for a commitment the class of its
verb and whom it addresses.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from core.documents import DocumentHead, Paragraph, Standing
from core.language.strength import class_and_addressees
from core.language.words import introduction, own_words
from core.meaning.topics import topics_of_concepts
from core.meaning.vocabulary import Said, Vocabulary

_HYPHEN = "\ue00f"


class Sort(StrEnum):
    """What a token tells; its value is what the token begins with."""

    TOPIC = "\ue000"
    CONCEPT = "\ue001"
    STRENGTH = "\ue002"
    ADDRESSEE = "\ue003"
    TRACK = "\ue004"
    STANDING = "\ue005"


FOR_ALL = "all"
"""Stands for the track of a commitment that belongs to no single one."""


def about(head: DocumentHead, paragraph: Paragraph, said: Said, vocabulary: Vocabulary) -> str:
    """The tokens of what a paragraph of this document is about by this vocabulary."""
    if not paragraph.text:
        return ""
    named = vocabulary.named(said)
    tokens = [token(Sort.CONCEPT, concept) for concept in named]
    standing = paragraph.standing if paragraph.standing is not Standing.UNKNOWN else head.standing
    tokens.append(token(Sort.STANDING, standing))
    if paragraph.track is not None:
        tokens.append(token(Sort.TRACK, paragraph.track))
    if paragraph.label:
        tokens += [
            token(Sort.TOPIC, topic.id) for topic in topics_of_concepts(named, vocabulary.thesaurus.concepts)
        ]
    if paragraph.is_commitment:
        words, before = own_words(paragraph), introduction(paragraph)
        strength, addressees = class_and_addressees(words, head.language, before)
        tokens.append(token(Sort.STRENGTH, strength))
        tokens += [token(Sort.ADDRESSEE, each) for each in addressees]
        if paragraph.track is None:
            tokens.append(token(Sort.TRACK, FOR_ALL))
    return " ".join(tokens)


@lru_cache(maxsize=8192)
def token(sort: Sort, value: str) -> str:
    """The token of this sort for a value: a topic's or concept's id, a class, or an addressee."""
    return sort + re.sub(r"[^a-z0-9]", _HYPHEN, value.lower())
