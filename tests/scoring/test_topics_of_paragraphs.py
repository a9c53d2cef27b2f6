"""The topics that paragraphs get, against sixty chosen by lot and judged by hand before anybody looked.

``topics`` are those that a paragraph is about; ``also`` those that one may well give it, and need not.
"""

from __future__ import annotations

import json
from pathlib import Path

from core.meaning.topics import TOPICS
from db.index.vocabulary import topics_of_paragraph, vocabulary
from importers.importing import read_document

ROOT = Path(__file__).parents[2]
JUDGED = json.loads(Path(__file__).with_name("topics_of_paragraphs.json").read_text("utf-8"))["paragraphs"]


def found() -> dict[str, list[str]]:
    """The topics of all numbered commitments of the two documents of the library, by reference."""
    topics = {}
    for path in sorted((ROOT / "resources" / "library").glob("*.txt")):
        document = read_document(path).document
        for paragraph in document.paragraphs:
            if paragraph.part == document.main_part and paragraph.label and paragraph.is_commitment:
                reference = f"{document.short}/{paragraph.label}"
                given = topics_of_paragraph(vocabulary(), paragraph, document.language)
                topics[reference] = [topic.id for topic in given]
    return topics


def test_the_judged_paragraphs_have_known_topics() -> None:
    assert len(JUDGED) == 60
    assert {topic for each in JUDGED for topic in each["topics"] + each["also"]} <= TOPICS.keys()


def test_topics_are_right_and_complete() -> None:
    topics = found()
    given = right = wanted = there = 0
    for each in JUDGED:
        of_it = topics[each["reference"]]
        given += len(of_it)
        right += len(set(of_it) & {*each["topics"], *each["also"]})
        wanted += len(each["topics"])
        there += len(set(of_it) & set(each["topics"]))
    assert right / given >= 0.86
    assert there / wanted >= 0.88


def test_a_paragraph_has_one_to_four_topics_and_rarely_none() -> None:
    numbers = [len(of_it) for of_it in found().values()]
    assert max(numbers) <= 4
    assert numbers.count(0) <= len(numbers) // 50
