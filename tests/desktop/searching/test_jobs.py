"""The one search behind window and command line: meanings left out, filters, what is told of a row."""

from core.documents import LibraryParagraph
from core.language.strength import Addressee, Strength
from core.meaning.topics import TOPICS
from db.work import Work
from desktop.searching.hit_rows import found_by, hit_rows, settled
from desktop.searching.jobs import Narrowing, Question, answer, described, search


def test_words_are_understood_and_a_hit_says_by_which_it_was_found(work: Work) -> None:
    found = answer(work, Question("fixers", meaning=True))
    assert [each.ids for each in found.understood] == [("brokering",)]
    first = found.hits[0]
    assert "“brokers”" in found_by(first) and "fixers" not in first.found.paragraph.text
    assert first.marks


def test_a_hit_that_says_what_was_typed_needs_no_reason(work: Work) -> None:
    found = answer(work, Question("brokering", meaning=True))
    assert found.hits[0].marks and found_by(found.hits[0]) == ""


def test_a_meaning_that_is_left_out_finds_nothing(work: Work) -> None:
    found = answer(work, Question("fixers", meaning=True, without=frozenset({"brokering"})))
    assert found.understood == ()
    assert [each.label for each in found.left_out] == ["brokering"]
    assert not any("broker" in found_by(hit) for hit in found.hits)


def test_without_one_meaning_the_words_may_have_another(work: Work) -> None:
    whole = answer(work, Question("marking of imported guns", meaning=True)).understood
    assert [each.ids for each in whole] == [("import-marking",)]
    rest = answer(
        work, Question("marking of imported guns", meaning=True, without=frozenset({"import-marking"}))
    )
    assert "marking" in {concept for each in rest.understood for concept in each.ids}


def test_filters_alone_list_what_they_leave(work: Work) -> None:
    found = answer(work, Question(narrowing=Narrowing(topic="marking"), limit=500))
    assert found.hits
    told = described(work, [hit.found for hit in found.hits])
    assert all(TOPICS["marking"] in each.topics for each in told)
    assert answer(work, Question()).hits == ()


def test_the_filters_leave_what_the_rows_tell(work: Work) -> None:
    commitments = [
        LibraryParagraph(head, row)
        for head in work.library.documents()
        for row in work.library.rows(head.id)
        if row.is_commitment
    ]
    everything = described(work, commitments)
    for narrowing in (
        Narrowing(strength=Strength.ENCOURAGE),
        Narrowing(addressee=Addressee.STATES),
        Narrowing(strength=Strength.COMMIT, addressee=Addressee.STATES),
    ):
        found = answer(work, Question(narrowing=narrowing, limit=1000))
        assert {hit.reference for hit in found.hits} == {
            each.located.reference for each in everything if each.fits(narrowing)
        }


def test_what_belongs_to_the_item_comes_first_by_meaning_too(work: Work) -> None:
    item = work.meetings.item("7")
    hits = search(work, "fixers", item=item, limit=40, meaning=True)
    tracks = [hit.found.paragraph.track for hit in hits]
    assert item.track in tracks
    others = [nth for nth, track in enumerate(tracks) if track is not None and track is not item.track]
    own = [nth for nth, track in enumerate(tracks) if track is item.track]
    assert not others or max(own) < min(others)


def test_what_is_seen_keeps_its_place(work: Work) -> None:
    seen = answer(work, Question("guns made at home", limit=5)).hits
    more = answer(work, Question("guns made at home", limit=30, meaning=True)).hits
    both = settled(seen, more)
    assert tuple(both[: len(seen)]) == seen
    assert {hit.reference for hit in both} == {hit.reference for hit in (*seen, *more)}
    assert len({hit.found.paragraph.id for hit in both}) == len(both)
    assert [row.located for row in hit_rows(both)] == [hit.found for hit in both]
