"""Counting topics by documents, as the window and the verb do it."""

from __future__ import annotations

from pathlib import Path

from db.work import Work
from desktop.topics.jobs import count_more, countable, languages_here, matrix, paragraphs_about
from tests.desktop.conftest import Run

DOCUMENTS = ["RevCon3", "BMS8", "A/RES/86/91", "A/RES/87/91", "A/RES/88/91", "A/RES/89/91"]


def test_the_numbers_are_those_of_the_paragraphs_they_stand_for(work: Work) -> None:
    for commitments in (True, False):
        found = matrix(work, commitments=commitments)
        assert [head.name for head in found.documents] == DOCUMENTS
        marking = next(line for line in found.lines if line.topic.id == "marking")
        for head, count in zip(found.documents, marking.counts, strict=True):
            listed = paragraphs_about(work, head, "marking", commitments=commitments)
            assert len(listed) == count > 0
            assert all(each.paragraph.is_commitment for each in listed) or not commitments


def test_what_a_delegate_corrects_is_counted_as_corrected(work: Work) -> None:
    def counted() -> tuple[int, ...]:
        found = matrix(work)
        return next(line.counts for line in found.lines if line.topic.id == "marking")

    before = counted()
    paragraph = paragraphs_about(work, work.library.document("BMS8"), "marking")[0].paragraph
    work.topics.correct(paragraph.id, remove=["marking"])
    assert counted() == (before[0], before[1] - 1, *before[2:])


def test_documents_are_counted_a_few_at_a_time(work: Work) -> None:
    heads, known = countable(work, "en"), {}
    rounds = 1
    while not count_more(work, heads, known, 0.0):
        rounds += 1
    assert rounds >= len(heads) and set(known) == {head.id for head in heads}


def test_each_language_has_a_matrix_of_its_own(work: Work) -> None:
    assert languages_here(work) == ["en", "ar"]
    assert {head.name for head in matrix(work, language="ar").documents} == {"A/RES/90/1"}


def test_the_verb_prints_and_gives_data(w: Path, nameplate: Run) -> None:
    data = nameplate("matrix", w, "--commitments", "--json").json
    assert [each["document"] for each in data["documents"]] == DOCUMENTS
    row = next(each for each in data["topics"] if each["topic"] == "destruction")
    assert row["not_since"] == row["last"] == 2018
    printed = nameplate("matrix", w).out
    assert printed.splitlines()[0].split() == ["Topic", "Not", "since", *DOCUMENTS]
    assert nameplate("matrix", w, "--language", "fr").code == 0
