"""The reference documents as the importers read them."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.documents import Document, Kind
from db.words import words_of
from db.workspace import Workspace, create_workspace
from importers.importing import read_document

FILES = sorted((Path(__file__).parents[2] / "resources" / "library").glob("*.txt"))


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [read_document(path).document for path in FILES]


@pytest.fixture(scope="module")
def library(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with create_workspace(tmp_path_factory.mktemp("real") / "W.db") as workspace:
        with workspace.write() as work:
            for document in documents:
                assert work.library.add(document)
        yield workspace


def test_every_document_comes_back_as_it_was_read(library: Workspace, documents: list[Document]) -> None:
    with library.read() as work:
        assert [work.library.whole(each.id) for each in documents] == documents
        for document in documents:
            for row in document.paragraphs:
                if reference := document.reference(row):
                    assert row in [found.paragraph for found in work.library.resolve(reference)]
    assert library.verify() == []


def test_every_paragraph_is_found_by_its_own_words(library: Workspace, documents: list[Document]) -> None:
    chance = random.Random(1)
    with library.read() as work:
        for document in documents:
            long = [
                row for row in document.paragraphs if len(row.text) > 200 and row.kind is not Kind.HEADING
            ]
            for row in chance.sample(long, 25):
                begin = row.text[: row.text.rindex(" ", 0, 160)]
                assert row.id in [hit.found.paragraph.id for hit in work.search.find(f'"{begin}"', limit=5)]


def test_no_keystroke_loses_what_the_whole_word_finds(library: Workspace, documents: list[Document]) -> None:
    vocabulary = sorted(
        {word.folded for each in documents for row in each.paragraphs for word in words_of(row.text)}
    )
    with library.read() as work:
        for word in random.Random(2).sample(vocabulary, 150):
            whole = {hit.found.paragraph.id for hit in work.search.find(word, limit=500)}
            for end in range(2, len(word)):
                typed = {hit.found.paragraph.id for hit in work.search.find(word[:end], limit=500)}
                assert whole <= typed, (word[:end], word)


def test_typing_is_followed_at_once(library: Workspace) -> None:
    query = "implications of new technologies for tracing"
    times = [min(seconds_to_find(library, query[:end]) for _ in range(3)) for end in range(1, len(query) + 1)]
    assert sorted(times)[len(times) * 95 // 100] < 0.03


def seconds_to_find(library: Workspace, query: str) -> float:
    began = time.perf_counter()
    with library.read() as work:
        work.search.find(query)
    return time.perf_counter() - began
