"""A document once in the list, whatever languages and readings of it are here; its revisions."""

from __future__ import annotations

from dataclasses import replace

from db.work import Work
from desktop.library.versions import rows_beside, shelf, versions_of
from tests.desktop.in_languages import ENGLISH, document


def test_languages_of_a_document_stand_in_the_list_once(work: Work) -> None:
    for language in ("ar", "zh", "en", "ru"):
        work.library.add(document("A/RES/80/46", language))
    found = [each for each in shelf(work) if each.head.symbol == "A/RES/80/46"]
    assert len(found) == 1
    assert [head.language for head in found[0].languages] == ["en", "ar", "ru", "zh"]


def test_the_last_reading_of_a_text_stands_for_it(work: Work) -> None:
    work.library.add(document("A/RES/80/46"))
    again = document("A/RES/80/46", words=(*ENGLISH[:4], ("3", ENGLISH[4][1], ENGLISH[4][2])))
    work.library.add(again)
    found = [each for each in shelf(work) if each.head.symbol == "A/RES/80/46"]
    assert [each.head.id for each in found] == [again.id]


def test_a_draft_knows_the_text_before_and_after_it(work: Work) -> None:
    first, second, third = (document(f"A/C.1/80/L.9{end}", date=None) for end in ("", "/Rev.1", "/Rev.2"))
    for each in (first, second, third, document("A/C.1/80/L.90", date=None)):
        work.library.add(each)
    versions = versions_of(work, second.id)
    assert versions.revises is not None
    assert versions.revised_by is not None
    assert (versions.revises.symbol, versions.revised_by.symbol) == (first.symbol, third.symbol)
    assert versions_of(work, first.id).revises is None
    assert versions_of(work, third.id).revised_by is None


def test_a_document_without_a_symbol_revises_nothing(work: Work) -> None:
    for words in (ENGLISH[:3], ENGLISH[3:]):
        work.library.add(replace(document("", words=words), title=words[0][2]))
    for head in work.library.documents():
        if not head.symbol:
            versions = versions_of(work, head.id)
            assert (versions.revises, versions.revised_by) == (None, None)


def test_rows_that_only_one_language_has_stand_alone(work: Work) -> None:
    longer = document("A/RES/80/46", words=(*ENGLISH, ("3", ENGLISH[2][1], "Decides to remain seized.")))
    arabic = document("A/RES/80/46", "ar")
    for each in (longer, arabic):
        work.library.add(each)
    alone = [row for row in rows_beside(work, longer, arabic) if row.beside is None]
    assert [row.located.paragraph.label for row in alone if row.located] == ["3"]
    turned = [row for row in rows_beside(work, arabic, longer) if row.alone_beside]
    assert [row.located.document.language for row in turned if row.located] == ["en"]


def test_documents_without_a_symbol_are_told_apart(work: Work) -> None:
    for words in (ENGLISH[:3], ENGLISH[3:]):
        work.library.add(replace(document("", words=words), title=words[0][2]))
    assert len([each for each in shelf(work) if not each.head.symbol]) == 2
