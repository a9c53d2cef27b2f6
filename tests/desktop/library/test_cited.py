"""A citation means the language that is quoted, or else the one that was pulled."""

from __future__ import annotations

import pytest

from core.documents import LibraryParagraph
from db.work import Work
from desktop.library.cited import in_every_language, meant_by
from desktop.pack.jobs import cited_in
from tests.desktop.in_languages import ARABIC, ENGLISH, document

SYMBOL = "A/RES/80/46"


@pytest.fixture
def languages(work: Work) -> dict[str, LibraryParagraph]:
    """Paragraph 1 in Arabic and English, by language."""
    found = {}
    for language in ("ar", "en"):
        added = document(SYMBOL, language)
        work.library.add(added)
        row = next(each for each in added.paragraphs if each.label == "1")
        found[language] = LibraryParagraph(work.library.document(SYMBOL), row)
    return found


def test_a_reference_is_known_in_every_language(work: Work, languages: dict[str, LibraryParagraph]) -> None:
    found = in_every_language(work, f"{SYMBOL}/1")
    assert {each.document.language for each in found} == {"ar", "en"}
    assert in_every_language(work, "A/RES/1/1") == []


def test_the_words_quoted_tell_the_language(work: Work, languages: dict[str, LibraryParagraph]) -> None:
    for words, language in ((ARABIC[2][2], "ar"), (ENGLISH[2][2], "en")):
        meant = meant_by(work, f"{SYMBOL}/1", [words])
        assert meant is not None
        assert meant.document.language == language


def test_else_what_was_pulled_tells_it(work: Work, languages: dict[str, LibraryParagraph]) -> None:
    for language, located in languages.items():
        meant = meant_by(work, f"{SYMBOL}/1", pulled={located.paragraph.id})
        assert meant is not None
        assert meant.document.language == language
    unpulled = meant_by(work, f"{SYMBOL}/1")
    assert unpulled is not None
    assert unpulled.document.language == "en"


def test_a_pack_holds_the_language_that_its_statement_quotes(
    work: Work, languages: dict[str, LibraryParagraph]
) -> None:
    text = f"> “{ARABIC[2][2].rstrip('؛')}” [@{SYMBOL}, para. 1]"
    (cited,) = {each.paragraph.id: each for each in cited_in(work, [text]).values()}.values()
    assert cited.document.language == "ar"
