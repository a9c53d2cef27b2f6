"""Nothing dropped on the program brings it down: every file gets a sentence, or is imported sanely."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.documents import Document
from importers.formats import MAX_BYTES
from importers.reading import ReadFile, read_documents
from tests.importers.hostile.corpus import CORPUS, Hostile
from tests.importers.hostile.mutations import FORMATS, run

DEADLINE = 20.0


def read(hostile: Hostile, folder: Path) -> ReadFile:
    path = folder / hostile.name
    path.write_bytes(hostile.make())
    (result,) = read_documents([path], deadline=DEADLINE)
    return result


def check(hostile: Hostile, result: ReadFile) -> None:
    if result.imported is None:
        sentence = result.refusal
        assert hostile.expected != "imported", sentence
        assert f"“{hostile.name}”" in sentence
        assert sentence.endswith(".")
        assert sentence.isprintable()
        assert len(sentence) < 400
        assert hostile.says in sentence
        assert "does not understand" not in sentence, "a reader stumbled"
    else:
        assert hostile.expected != "refused"
        check_sane(result.imported.document)


def check_sane(document: Document) -> None:
    """Nothing in it steers a terminal or came from elsewhere, and every paragraph is of a size to be read."""
    for row in document.paragraphs:
        for text in (row.text, row.label, row.chapeau, *row.section, *row.footnotes):
            assert "root:" not in text, "a file of this machine was read into the document"
            assert not any(letter < " " and letter not in "\n\t" for letter in text)
        assert len(row.text) <= 500_000
    assert document.numbered == sum(bool(row.label) for row in document.paragraphs)


_QUICK = [hostile for hostile in CORPUS if hostile.quick]
_SLOW = [hostile for hostile in CORPUS if not hostile.quick]


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ReadFile]:
    """All the quick ones, imported in one batch: none may keep the others out."""
    folder = tmp_path_factory.mktemp("hostile")
    for hostile in _QUICK:
        (folder / hostile.name).write_bytes(hostile.make())
    paths = [folder / hostile.name for hostile in _QUICK]
    return {result.path.name: result for result in read_documents(paths, deadline=DEADLINE)}


@pytest.mark.parametrize("hostile", _QUICK, ids=lambda hostile: hostile.name)
def test_a_hostile_file_does_no_harm(hostile: Hostile, batch: dict[str, ReadFile]) -> None:
    check(hostile, batch[hostile.name])


@pytest.mark.slow
@pytest.mark.parametrize("hostile", _SLOW, ids=lambda hostile: hostile.name)
def test_a_large_hostile_file_does_no_harm(hostile: Hostile, tmp_path: Path) -> None:
    check(hostile, read(hostile, tmp_path))


def test_a_file_larger_than_any_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (result,) = read_documents([path])
    assert "larger than 60 MB" in result.refusal


@pytest.mark.slow
@pytest.mark.parametrize("kind", FORMATS)
def test_damaged_files_are_imported_or_refused(kind: str) -> None:
    outcomes = run(kind, range(200), seed=7)
    assert outcomes.bad == []
    assert outcomes.counts.total() == 200
    assert outcomes.counts["imported"] > 10, "the damage is so great that nothing is tried"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_few_damaged_files_are_imported_or_refused(kind: str) -> None:
    assert run(kind, range(1000, 1020), seed=7).bad == []
