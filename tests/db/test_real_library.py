"""The reference documents as the importers read them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.documents import Document, Kind
from db.engine import driver_connection
from db.index.words import words_of
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


def test_a_letter_more_costs_few_questions_to_the_file(library: Workspace) -> None:
    query = "implications of new technologies for tracing"
    with library.read() as work:
        connection = driver_connection(work.search._session.connection())
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        for end in range(1, len(query) + 1):
            asked.clear()
            work.search.find(query[:end])
            ours = [sql for sql in asked if not sql.startswith("--")]  # the rest the index asks itself
            assert 0 < len(ours) <= 12, (query[:end], ours)
            for sql in ours:
                plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
                scanned = [detail for *_, detail in plan if detail.startswith("SCAN")]
                assert all("VIRTUAL TABLE" in detail for detail in scanned), (sql, scanned)
        connection.set_trace_callback(None)
