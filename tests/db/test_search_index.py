"""The search index: what it says a paragraph is about, narrowing by that, and making it anew in parts."""

from __future__ import annotations

import datetime as dt
import gc
import sqlite3
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents import Standing, Track
from core.language.strength import Addressee, Strength, class_and_addressees, operative_of
from core.meaning.thesaurus import OwnConcept, concept_id
from core.meaning.topics import topics_of
from core.meaning.units_said import UnitsSaid
from db.index.about import Sort, token
from db.index.version import IndexState, state_of
from db.index.vocabulary import read, said, vocabulary
from db.workspace import Workspace, create_workspace, open_workspace
from tests.db.samples import document, row

TEXTS = (
    ("1", "To encourage States to mark small arms and light weapons at the time of manufacture."),
    ("2", "Urges all States to ensure the full participation of women and young people."),
    ("3", "Requests the Secretary-General to report on the destruction of surplus ammunition."),
    ("4", "To encourage States in a position to do so to give assistance for marking small arms."),
    ("5", "Recalls its earlier meetings."),
)


def filled(workspace: Workspace, copies: int = 1) -> Workspace:
    """The texts in several documents, the one added last the oldest."""
    with workspace.write() as work:
        for nth in range(copies):
            rows = [row(label, text, track=list(Track)[nth % 4]) for label, text in TEXTS]
            date = dt.date(2020 - nth, 1, 1)
            work.library.add(document(symbol=f"A/{nth}", short=f"D{nth}", rows=rows, date=date))
    return workspace


@pytest.fixture
def library(workspace: Workspace) -> Workspace:
    return filled(workspace)


def references(workspace: Workspace, query: str, **options: object) -> list[str]:
    with workspace.read() as work:
        return [hit.reference for hit in work.search.find(query, **options)]  # type: ignore[arg-type]


TERMS = {
    language: sorted(
        term
        for concept in vocabulary().thesaurus.concepts.values()
        for term in concept.written.get(language, ())
    )
    for language in ("en", "fr", "ru", "zh")
}


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, str, str]:
    """A language, a text that names concepts, with the words of terms torn apart, and a heading."""
    language = draw(st.sampled_from(sorted(TERMS)))
    terms = draw(st.lists(st.sampled_from(TERMS[language]), max_size=6))
    between = draw(
        st.lists(st.sampled_from(["the", "and", "of States", "small arms", "word", "=", ","]), max_size=12)
    )
    words = " ".join(terms).split() + between
    text = " ".join(draw(st.permutations(words))) if draw(st.booleans()) else " ".join([*terms, *between])
    return language, text, draw(st.sampled_from(["", *TERMS[language][:40]]))


@given(paragraphs())
@settings(max_examples=150, deadline=None)
def test_the_concepts_of_a_paragraph_are_those_that_it_says_when_asked_for_each(
    paragraph: tuple[str, str, str],
) -> None:
    known = vocabulary()
    looked = said(known, *paragraph)
    slowly = {
        concept.id: strength
        for concept in known.thesaurus.concepts.values()
        if (strength := looked.strength(known.phrases(concept, paragraph[0])))
    }
    assert known.named(looked) == slowly


@given(paragraphs(), st.lists(st.sampled_from([*TERMS["en"], "States", "word"]), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_all_units_at_once_are_said_as_each_is(paragraph: tuple[str, str, str], asked: list[str]) -> None:
    language, known = paragraph[0], vocabulary()
    units = known.units(" ".join(asked).lower().split(), [language])
    looked = read(known, *paragraph)
    shares = UnitsSaid(units, language).shares(looked.said, looked.terms)
    assert shares == {place: share for place, unit in enumerate(units) if (share := looked.said.share(unit))}
    phrases = UnitsSaid(units, language).phrases(looked.said, looked.terms)
    assert {way: dict(said) for way, said in phrases.items()} == {
        (place, nth): said
        for place, unit in enumerate(units)
        for nth, way in enumerate(unit.ways[language])
        if (said := {phrase: term for phrase, term in way.phrases.items() if looked.said.has(phrase)})
    }
    assert [list(dict(said)) for said in phrases.values()] == [
        [phrase for phrase in units[place].ways[language][nth].phrases if phrase in dict(said)]
        for (place, nth), said in phrases.items()
    ]


def test_documents_like_a_text_are_those_of_what_it_finds(workspace: Workspace) -> None:
    filled(workspace, 3)
    for text in ("small arms assistance", "earlier meetings", "women", "nothing of this stands anywhere", ""):
        with workspace.read() as work:
            hits = work.search.find(text, numbered=True, limit=4)
            found = work.search.documents_like(text, 4)
        assert found == list(dict.fromkeys(hit.found.document.id for hit in hits))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *((text, "en") for _, text in TEXTS),
        ("Demande à tous les États de renforcer la coopération.", "fr"),
        ("Insta a los Estados a que presenten informes.", "es"),
        ("настоятельно призывает государства маркировать оружие", "ru"),
        ("", "en"),
    ],
)
def test_class_and_addressees_are_those_of_the_operative_side(text: str, language: str) -> None:
    whole = operative_of(text, language)
    assert class_and_addressees(text, language, "") == (whole.strength, whole.addressees)


def test_a_topic_narrows_what_words_find(library: Workspace) -> None:
    assert set(references(library, "States", topics=["marking"])) == {"D0/1", "D0/4"}
    assert references(library, "women", topics=["marking"]) == []
    assert set(references(library, "small arms", meaning=True, topics=["assistance"])) == {"D0/4"}


def test_of_several_topics_one_is_enough(library: Workspace) -> None:
    assert set(references(library, "", topics=["marking", "gender"])) == {"D0/1", "D0/2", "D0/4"}


def test_classes_and_addressees_narrow(library: Workspace) -> None:
    assert references(library, "", strengths=[Strength.ENCOURAGE]) == ["D0/1", "D0/4"]
    assert references(library, "", addressees=[Addressee.SECRETARY_GENERAL]) == ["D0/3"]
    assert references(library, "States", strengths=[Strength.URGE]) == ["D0/2"]
    assert references(library, "", strengths=[Strength.URGE], addressees=[Addressee.DONORS]) == []
    assert "D0/1" not in references(library, "D0/1", strengths=[Strength.URGE])


def test_without_words_and_topics_nothing_is_found(library: Workspace) -> None:
    assert references(library, "") == references(library, "  ", track=Track.POA) == []


def test_paragraphs_of_a_topic_stand_newest_document_first(workspace: Workspace) -> None:
    filled(workspace, 3)
    assert references(workspace, "", topics=["gender"]) == ["D0/2", "D1/2", "D2/2"]
    assert references(workspace, "", topics=["marking"], limit=3) == ["D0/1", "D0/4", "D1/1"]
    assert references(workspace, "", topics=["gender"], document="D1") == ["D1/2"]
    assert references(workspace, "", topics=["gender"], item_track=Track.ITI)[0] == "D1/2"


def test_a_topic_of_very_many_paragraphs_is_listed_document_by_document(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(workspace, 5)
    every = references(workspace, "", topics=["marking"])
    monkeypatch.setattr("db.searching.listing._SORTED_AT_ONCE", 3)
    assert references(workspace, "", topics=["marking"], limit=4) == every[:4]


def test_corrected_topics_count_as_people_set_them(library: Workspace) -> None:
    with library.write() as work:
        work.topics.correct(work.library.one("D0/5").paragraph.id, add=["marking"])
        work.topics.correct(work.library.one("D0/1").paragraph.id, remove=["marking"])
    assert references(library, "", topics=["marking"]) == ["D0/4", "D0/5"]
    assert references(library, "meetings", topics=["marking"]) == ["D0/5"]
    assert references(library, "manufacture", topics=["marking"]) == []
    assert references(library, "", topics=["marking", "manufacture"]) == ["D0/1", "D0/4", "D0/5"]
    with library.read() as work:
        (counts,) = work.search.topic_counts().values()
    assert counts["marking"] == 2


def test_topics_are_counted_as_they_are_found(library: Workspace) -> None:
    with library.write() as work:
        rows = [row("1", "Sur le marquage des armes légères.")]
        work.library.add(document(symbol="A/9", short="FR", rows=rows, language="fr"))
    with library.read() as work:
        counts = work.search.topic_counts()
        known = vocabulary()
        for head in work.library.documents():
            slowly: dict[str, int] = {}
            for each in work.library.rows(head.id):
                for topic in topics_of(said(known, head.language, each.text, ""), known):
                    slowly[topic.id] = slowly.get(topic.id, 0) + 1
            assert counts[head.id] == slowly
        assert list(work.search.topic_counts("fr")) == [work.library.document("FR").id]


@pytest.mark.parametrize("meaning", [False, True])
def test_a_large_library_finds_what_a_small_one_does(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, meaning: bool
) -> None:
    filled(workspace, 2)
    queries: tuple[tuple[str, dict[str, object]], ...] = (
        ("small arms", {}),
        ("wom", {}),
        ("States -women", {}),
        ('"surplus ammunition"', {}),
        ('"encourage States in a position to do so to give assistance"', {}),
        ("young people", {"topics": ["gender"]}),
        ("surplus", {"standing": Standing.CONSENSUS, "numbered": True}),
        ("States", {"track": Track.ITI}),
    )
    small = [set(references(workspace, text, meaning=meaning, **more)) for text, more in queries]
    monkeypatch.setattr("db.searching.proposing._WHOLE", 0)
    large = [set(references(workspace, text, meaning=meaning, **more)) for text, more in queries]
    assert all(small)
    assert all(few and few <= many for few, many in zip(large, small, strict=True))


def test_a_long_quotation_must_stand_as_it_is(library: Workspace) -> None:
    whole = "full participation of women and young people"
    assert references(library, f'"{whole}"') == references(library, f'"{whole}"', meaning=True) == ["D0/2"]
    turned = "young people and full participation of women"
    assert references(library, f'"{turned}"') == references(library, f'"{turned} women"', meaning=True) == []


def test_an_own_concept_is_found_at_once_and_after_the_index_was_renewed(library: Workspace) -> None:
    own = OwnConcept(
        concept_id("gathering"), "gathering", written={"en": ("earlier meetings",)}, said={"en": ("powwow",)}
    )
    with library.write() as work:
        work.thesaurus.save(own)
        assert state_of(work.search._session.connection()) is IndexState.WORDS_HOLD
    assert references(library, "powwow", meaning=True) == ["D0/5"]
    assert library.renew_part() == 0
    with library.read() as work:
        assert work.search.is_current
    assert references(library, "powwow", meaning=True) == ["D0/5"]


@pytest.fixture
def outdated(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of six documents whose index was made with another thesaurus, too large to renew at once."""
    filled(workspace, 6).close()
    monkeypatch.setattr("db.index.version._of_files", lambda: 17)
    monkeypatch.setattr("db.index.renewing.AT_ONCE", 3)
    monkeypatch.setattr("db.index.renewing._A_PART", 6)
    yield workspace.path


def test_a_large_index_is_not_renewed_on_opening_and_finds_what_it_did(outdated: Path) -> None:
    with open_workspace(outdated) as workspace:
        with workspace.read() as work:
            assert not work.search.is_current
        assert len(references(workspace, "young people")) == 6
        assert references(workspace, "female delegates", meaning=True)[0].endswith("/2")


def test_an_index_is_renewed_in_parts_the_newest_first(outdated: Path) -> None:
    with open_workspace(outdated) as workspace:
        left = [workspace.renew_part()]
        assert references(workspace, "women") == ["D4/2", "D5/2"]
        assert set(references(workspace, "female delegates", meaning=True)) >= {"D4/2", "D5/2"}
        with workspace.write() as work:
            rows = [row("1", "Women and girls.")]
            work.library.add(document(symbol="A/7", short="NEW", rows=rows))
    with open_workspace(outdated) as workspace:
        while left[-1]:
            left.append(workspace.renew_part())
        assert left == [20, 10, 0]
        assert len(references(workspace, "women")) == 7
        with workspace.read() as work:
            assert work.search.is_current
        assert workspace.verify() == []


BROKEN_OFF = """
import os, sys
from pathlib import Path
from db.index import renewing
from db.index.indexing import Indexing
from db.workspace import open_workspace

renewing.AT_ONCE, renewing._A_PART = 3, 6
plain, added = Indexing.add, []

def add(indexing, rows):
    plain(indexing, rows)
    added.append(indexing)
    if len(added) == 3:
        os._exit(9)

Indexing.add = add
with open_workspace(Path(sys.argv[1])) as workspace:
    while workspace.renew_part():
        pass
"""


def test_a_renewal_goes_on_where_it_was_killed(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(workspace, 6).write() as work:
        work.search._session.connection().exec_driver_sql("PRAGMA user_version=2")
    workspace.close()
    killed = subprocess.run(
        [sys.executable, "-c", BROKEN_OFF, str(workspace.path)], cwd=Path(__file__).parents[2], check=False
    )
    assert killed.returncode == 9
    monkeypatch.setattr("db.index.renewing.AT_ONCE", 3)
    with open_workspace(workspace.path) as again:
        with again.read() as work:
            assert state_of(work.search._session.connection()) is IndexState.PARTLY_MADE
        assert references(again, "women") == ["D4/2", "D5/2"]
        while again.renew_part():
            pass
        assert len(references(again, "women")) == 6
        assert again.verify() == []
        with again.read() as work:
            driver = work.search._session.connection().exec_driver_sql
            counted = driver("SELECT word, stem, rows FROM search_words ORDER BY word, stem").all()
        with again.write() as work:
            work.search.rebuild()
            driver = work.search._session.connection().exec_driver_sql
            assert driver("SELECT word, stem, rows FROM search_words ORDER BY word, stem").all() == counted


def test_a_small_index_is_renewed_on_opening(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(workspace).close()
    monkeypatch.setattr("db.index.version._of_files", lambda: 17)
    with open_workspace(workspace.path) as again, again.read() as work:
        assert work.search.is_current


def test_words_are_counted_the_same_way_when_added_and_when_renewed(tmp_path: Path) -> None:
    with create_workspace(tmp_path / "C.db") as workspace:
        filled(workspace, 3)
        with workspace.write() as work:
            session = work.search._session
            sql = "SELECT word, stem, rows FROM search_words ORDER BY word, stem"
            before = session.connection().exec_driver_sql(sql).all()
            work.search.rebuild()
            assert session.connection().exec_driver_sql(sql).all() == before
        assert ("women", "women", 3) in [tuple(each) for each in before]


def test_a_paragraph_without_a_word_is_indexed(workspace: Workspace) -> None:
    with workspace.write() as work:
        work.library.add(document(symbol="", short="", rows=[row("", "…")]))
    assert workspace.verify() == []


def _beside(term: str) -> OwnConcept:
    """A concept of one's own that texts name by this word."""
    terms = {"en": (term,)}
    return OwnConcept(concept_id("beside"), "beside", "Beside", said=terms, written=terms)


def _naming(workspace: Workspace) -> tuple[int, IndexState]:
    """In how many rows the index knows the concept of one's own, and how much of it holds."""
    with workspace.read() as work:
        connection = work.search._session.connection()
        sql = "SELECT count(*) FROM search WHERE search MATCH ?"
        found = connection.exec_driver_sql(sql, (f'about : "{token(Sort.CONCEPT, "beside")}"',)).scalar()
        return int(found or 0), state_of(connection)


def test_what_was_added_under_a_concept_that_is_undone_is_indexed_anew(workspace: Workspace) -> None:
    filled(workspace, 1)
    with workspace.write() as work:
        work.thesaurus.save(_beside("women"))
        written = work.changes
    with workspace.write() as work:
        work.library.add(document(symbol="A/9", short="D9", rows=[row("1", "Women and girls.")]))
    with workspace.write() as work:
        work.revisions.undo(written)
    assert _naming(workspace) == (1, IndexState.WORDS_HOLD)
    workspace.renew_index()
    assert _naming(workspace) == (0, IndexState.CURRENT)


def test_the_index_is_made_with_the_concepts_that_verifying_put_right(workspace: Workspace) -> None:
    filled(workspace, 1)
    with workspace.write() as work:
        work.thesaurus.save(_beside("women"))
    workspace.renew_index()
    named, _ = _naming(workspace)
    with workspace.write() as work:
        work.search._session.connection().exec_driver_sql("DELETE FROM own_concepts")
        work.thesaurus._unit.cache.forget_concepts()
    with workspace.read() as work:
        work.thesaurus.vocabulary()
    assert workspace.verify()
    assert named
    assert _naming(workspace) == (named, IndexState.CURRENT)


def test_how_many_rows_say_a_concept_is_counted_again_in_a_renewed_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.index.renewing._A_PART", 3)
    with create_workspace(tmp_path / "C.db") as workspace:
        filled(workspace, 4)
        with workspace.write() as work:
            work.search._session.connection().exec_driver_sql("PRAGMA user_version=2")
        workspace.renew_part()
        with workspace.read() as work:
            work.search.prepare()
        while workspace.renew_part():
            pass
        with workspace.read() as work:
            work.search.prepare()
            cache = work.thesaurus._unit.cache
            counted = dict(cache.concepts)
            cache.forget_counts()
            work.search.prepare()
            assert counted == cache.concepts


def test_a_vocabulary_that_is_no_longer_used_is_let_go(workspace: Workspace) -> None:
    filled(workspace, 1)
    made = []
    for term in ("women", "girls", "boys"):
        with workspace.write() as work:
            work.thesaurus.save(_beside(term))
            work.search.find("female delegates", meaning=True)
            made.append(weakref.ref(work.thesaurus.vocabulary()))
    gc.collect()
    assert [each() is None for each in made] == [True, True, False]


def test_a_long_list_asks_for_no_more_rows_at_once_than_sqlite_takes(workspace: Workspace) -> None:
    filled(workspace, 3)
    rows = [row(str(number), "To mark small arms.") for number in range(1, 701)]
    with workspace.write() as work:
        work.library.add(document("A/700", "Long", rows))
    with workspace.read() as work:
        connection = work.search._session.connection().connection.driver_connection
        assert connection is not None
        connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 600)
        found = work.search.find("", topics=["marking"], limit=1_000)
    assert len(found) > 700
