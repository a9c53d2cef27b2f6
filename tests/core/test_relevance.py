"""What matters for an item, told on texts of our own."""

from __future__ import annotations

import datetime as dt
import uuid

from hypothesis import given
from hypothesis import strategies as st

from core.documents import DocumentHead, Kind, LibraryParagraph, Paragraph, Part, Standing, Track
from core.meaning.thesaurus import Thesaurus, parse_sheet
from core.meaning.topics import TOPICS
from core.meaning.vocabulary import Said, Vocabulary
from core.relevance import (
    Candidate,
    Kinship,
    Passage,
    Relevant,
    Source,
    Subject,
    relevant,
    subjects_of,
    talk_of_topics,
)
from core.suggestions import GENERAL, by_topic, in_order_of, suggestions

SHEET = """
[marking] marking
topic: marking
en: marking, stamped number
[ammunition] ammunition
topic: ammunition
en: ammunition
en say: cartridge
[duplication] avoiding duplication
topic: assistance
en find: duplication
en say: twice
"""


def divide(text: str, language: str = "en") -> list[str]:
    return [word.strip(".,;“”").lower() for word in text.split() if word.lower() not in ("the", "of", "a")]


VOCABULARY = Vocabulary(Thesaurus([parse_sheet(SHEET)]), divide)


def paragraph(
    text: str,
    *,
    track: Track | None = None,
    year: int = 2022,
    standing: Standing = Standing.CONSENSUS,
    topics: tuple[str, ...] = (),
    kinship: Kinship | None = None,
) -> Candidate:
    head = DocumentHead(
        id=uuid.uuid4(),
        symbol="",
        short=f"D{year}",
        title="",
        language="en",
        date=dt.date(year, 7, 1),
        standing=standing,
        parts=(Part("body", ""),),
        main_part="body",
    )
    row = Paragraph(uuid.uuid4(), "body", "1", Kind.OPERATIVE, text, track=track)
    said = Said("en", divide(text), ())
    return Candidate(LibraryParagraph(head, row), said, tuple(TOPICS[each] for each in topics), kinship)


def spoken(text: str, source: Source = Source.STATEMENT, rarity: float = 4.0) -> list[Subject]:
    found = subjects_of([Passage(source, text)], VOCABULARY, ["en"], divide)
    return [Subject(each.unit, each.source, each.weight, rarity) for each in found]


def texts(found: list[Relevant]) -> list[str]:
    return [each.candidate.located.paragraph.text for each in found]


def test_what_is_written_becomes_concepts_and_plain_words() -> None:
    found = spoken("Cartridges, marking of the frame. A cartridge")
    assert [each.name for each in found if each.unit.concepts] == ["marking", "ammunition"]
    assert "frame" in [each.name for each in found]


def test_a_word_that_only_people_say_is_less_sure_and_one_said_again_counts_more() -> None:
    by_name = {each.name: each.weight for each in spoken("twice\nammunition\nmarking\nmarking")}
    assert by_name["marking"] > by_name["ammunition"] > by_name["avoiding duplication"]


def test_the_notes_count_more_than_the_title_and_of_that_only_concepts_do() -> None:
    sources = [Passage(Source.TITLE, "Meeting on marking of frames"), Passage(Source.NOTE, "ammunition")]
    found = subjects_of(sources, VOCABULARY, ["en"], divide)
    assert [(each.name, each.source) for each in found] == [
        ("ammunition", Source.NOTE),
        ("marking", Source.TITLE),
    ]


def test_of_the_track_or_spoken_of_else_not_offered() -> None:
    own = paragraph("States shall report.", track=Track.ITI)
    spoken_of = paragraph("States shall regulate ammunition and its marking.", track=Track.POA)
    other = paragraph("States shall report.", track=Track.POA)
    found = relevant([other, own, spoken_of], spoken("ammunition and marking"), Track.ITI)
    assert texts(found) == ["States shall regulate ammunition and its marking.", "States shall report."]
    assert [each.because for each in found] == ["your draft speaks of ammunition and marking", "same track"]
    assert relevant([other, spoken_of], [], None) == []


def test_an_item_without_a_track_is_told_by_its_words_alone() -> None:
    (found,) = relevant([paragraph("On ammunition.", track=Track.POA)], spoken("ammunition", rarity=8), None)
    assert found.because == "your draft speaks of ammunition"


def test_among_equals_the_stronger_the_better_adopted_and_the_newer_come_first() -> None:
    strong = paragraph("Undertake to trace.", track=Track.ITI)
    weak = paragraph("Encourage States to trace.", track=Track.ITI)
    voted = paragraph("Undertake to mark.", track=Track.ITI, standing=Standing.DRAFT)
    old = paragraph("Undertake to keep.", track=Track.ITI, year=2005)
    found = relevant([old, weak, voted, strong], [], Track.ITI)
    assert texts(found)[0] == "Undertake to trace."
    assert texts(found).index("Undertake to mark.") < texts(found).index("Undertake to keep.")


def test_what_carries_the_language_of_a_pulled_one_is_offered_and_says_so() -> None:
    earlier = paragraph("Something else.", track=Track.POA, kinship=Kinship("BMS8/62", earlier=True))
    (found,) = relevant([earlier], [], Track.ITI)
    assert found.because == "BMS8/62 in earlier words"


def test_a_paragraph_stands_under_its_strongest_topic_unless_another_is_spoken_of() -> None:
    both = paragraph("Ammunition and marking.", track=Track.ITI, topics=("marking", "ammunition"))
    none = paragraph("Nothing.", track=Track.ITI)
    talk = talk_of_topics(spoken("ammunition"))
    assert talk == {"ammunition": 1.0}
    quiet = suggestions(relevant([both, none], [], Track.ITI), {})
    loud = suggestions(relevant([both, none], spoken("ammunition"), Track.ITI), talk)
    assert {each.topic.id for each in quiet} == {"marking", GENERAL.id}
    assert [group.topic.id for group in by_topic(loud, talk)] == ["ammunition", GENERAL.id]


def test_one_topic_does_not_crowd_out_the_others() -> None:
    many = [paragraph(f"Marking {nth}.", track=Track.ITI, topics=("marking",)) for nth in range(60)]
    last = paragraph("Something.", track=Track.ITI, year=2001, topics=("gender",))
    offered = suggestions(relevant([*many, last], [], Track.ITI), {})
    groups = {group.topic.id: len(group.suggestions) for group in by_topic(offered, {})}
    assert groups == {"marking": 8, "gender": 1}


def test_topics_that_are_spoken_of_come_first() -> None:
    some = [
        paragraph("States shall report on marking.", track=Track.ITI, topics=("marking",)),
        paragraph("Ammunition.", topics=("ammunition",)),
    ]
    subjects = spoken("ammunition", rarity=8)
    talk = talk_of_topics(subjects)
    groups = by_topic(suggestions(relevant(some, subjects, Track.ITI), talk), talk)
    assert [group.topic.id for group in groups] == ["ammunition", "marking"]


def test_what_is_left_keeps_its_order() -> None:
    some = [paragraph(f"{word}.", track=Track.ITI, topics=("marking",)) for word in "abcd"]
    other = paragraph("Ammunition.", track=Track.ITI, topics=("ammunition",))
    shown = by_topic(suggestions(relevant([*some, other], [], Track.ITI), {"marking": 1.0}), {"marking": 1.0})
    talk = {"ammunition": 1.0}
    later = by_topic(suggestions(relevant([other, *some[:0:-1]], [], Track.ITI), talk), talk)
    ordered = in_order_of(later, shown)
    assert [group.topic.id for group in ordered] == ["marking", "ammunition"]
    before = [each.located for each in shown[0].suggestions]
    assert [each.located for each in ordered[0].suggestions] == [
        each for each in before if each != some[0].located
    ]


WORDS = st.lists(st.sampled_from(("marking", "ammunition", "cartridge", "report", "twice")), max_size=6)


@given(WORDS, WORDS, st.sampled_from((None, *Track)))
def test_to_say_more_of_what_is_spoken_of_is_never_worth_less(
    draft: list[str], text: list[str], track: Track | None
) -> None:
    subjects = spoken(" ".join(draft))
    plain = paragraph(" ".join(text), track=track)
    more = Candidate(plain.located, Said("en", [*text, "ammunition"], ()), ())
    scores = [
        found[0].score if (found := relevant([each], subjects, Track.ITI)) else 0.0 for each in (plain, more)
    ]
    assert "ammunition" not in draft or scores[1] >= scores[0] * 0.9


@given(st.text(max_size=400))
def test_whatever_is_written_can_be_read(text: str) -> None:
    assert all(
        each.weight > 0 for each in subjects_of([Passage(Source.BRIEF, text)], VOCABULARY, ["en"], divide)
    )
