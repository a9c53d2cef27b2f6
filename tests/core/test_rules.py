"""The small rules of the core: orders, times, openings, titles, revisions."""

import datetime as dt
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.agenda import Delegation, Meeting, guess_track, short_heading, short_title, span_of_days
from core.documents import Track
from core.ordering import rank_between, ranks
from core.revisions import Changes, Entity, Revision, Run, lost, may_replace
from core.speaking_time import clock, count_words, speaking_time, time_by_section
from core.statement_text import parse
from core.statements import Capacity, Statement, usual_opening, with_article

NOW = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)


@given(st.lists(st.integers(0, 10_000), max_size=60))
def test_there_is_always_a_place_between_two_neighbours(places: list[int]) -> None:
    order: list[str] = []
    for place in places:
        at = place % (len(order) + 1)
        before = order[at - 1] if at else ""
        after = order[at] if at < len(order) else ""
        rank = rank_between(before, after)
        assert before < rank and (not after or rank < after)
        order.insert(at, rank)
    assert order == sorted(set(order))


@given(st.integers(0, 3000))
def test_ranks_made_at_once_are_in_order_and_leave_room(count: int) -> None:
    made = ranks(count)
    assert len(made) == count and made == sorted(set(made))
    for before, after in zip(["", *made], [*made, ""], strict=True):
        assert before < rank_between(before, after)


def test_no_place_lies_between_what_is_not_in_order() -> None:
    with pytest.raises(ValueError, match="no rank"):
        rank_between("b", "a")


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (dt.date(2022, 6, 27), dt.date(2022, 7, 1), "27 June–1 July 2022"),
        (dt.date(2028, 6, 5), dt.date(2028, 6, 9), "5–9 June 2028"),
        (dt.date(2028, 6, 5), None, "5 June 2028"),
        (dt.date(2027, 12, 30), dt.date(2028, 1, 2), "30 December 2027–2 January 2028"),
        (None, None, ""),
    ],
)
def test_dates_are_told_as_documents_tell_them(starts: dt.date, ends: dt.date, words: str) -> None:
    assert span_of_days(starts, ends) == words


@pytest.mark.parametrize(
    ("title", "track"),
    [
        ("Consideration of the implementation of the Programme of Action to Prevent …", Track.POA),
        (
            "Consideration of the implementation of the International Instrument to Enable States to "
            "Identify and Trace, in a Timely and Reliable Manner, Illicit Small Arms and Light Weapons",
            Track.ITI,
        ),
        (
            "Consideration of international cooperation and assistance, including capacity-building …",
            Track.COOPERATION,
        ),
        (
            "Other issues and topics for the effective implementation of the Programme of Action and the "
            "International Tracing Instrument",
            Track.OTHER,
        ),
        ("Adoption of the agenda and other organizational matters", None),
        ("Opening of the meeting", None),
        ("Consideration of the draft final document", None),
    ],
)
def test_an_agenda_item_finds_its_track(title: str, track: Track | None) -> None:
    assert guess_track(title) is track


def test_long_titles_lose_their_formula_and_end_at_a_word() -> None:
    title = "Consideration of the implementation of the Programme of Action to Prevent, Combat and Eradicate"
    assert short_title(title, 40) == "Programme of Action to Prevent, Combat …"
    assert short_heading("B. Consideration of the implementation of the Instrument") == "B. Instrument"


def test_only_what_is_spoken_takes_time() -> None:
    text = (
        "# A heading of five words\n\nOne two three [@BMS8, para. 62].\n\n"
        "::: private\nNever said aloud.\n:::\n\n"
        "# Next\n\n- four five\n"
    )
    sections = time_by_section(parse(text))
    assert [(section.title, section.words) for section in sections] == [
        ("A heading of five words", 3),
        ("Next", 2),
    ]


def test_a_compound_a_figure_and_an_abbreviation_are_one_word_each() -> None:
    assert count_words("post-conflict States’ 3D-printed 16.4.2 U.N. 50% – …") == 6


def test_time_is_told_at_a_stated_rate_against_the_limit_of_the_capacity() -> None:
    meeting = Meeting(uuid.uuid4(), "BMS", national_minutes=1, group_minutes=3, words_a_minute=100)
    statement = Statement(uuid.uuid4(), uuid.uuid4(), "", text="word " * 150)
    time = speaking_time(statement, parse(statement.text), meeting)
    assert str(time) == "1:30 of 1:00 at 100 words a minute" and time.is_over
    for_a_group = Statement(statement.id, statement.item_id, "", Capacity.GROUP, text=statement.text)
    assert not speaking_time(for_a_group, parse(statement.text), meeting).is_over
    assert clock(250) == "4:10"


def test_a_national_statement_opens_by_aligning_with_its_group() -> None:
    opening = usual_opening(Delegation(state="Ghana"), Capacity.NATIONAL, "African Group")
    assert "Ghana aligns itself with the statement delivered on behalf of the African Group" in opening
    assert "on behalf of CARICOM." in usual_opening(Delegation(), Capacity.GROUP, "CARICOM")
    opening = usual_opening(Delegation(), Capacity.GROUP, "The African Group")
    assert "on behalf of the African Group." in opening
    assert "on behalf of [group]." in usual_opening(Delegation(), Capacity.GROUP, " ")


@pytest.mark.parametrize(
    ("group", "named"),
    [
        ("African Group", "the African Group"),
        ("THE Arab Group", "the Arab Group"),
        (" the  European Union ", "the European Union"),
        ("Theatre States", "the Theatre States"),
        ("Mercosur", "Mercosur"),
        ("CARICOM member States", "CARICOM member States"),
        ("a group of States", "a group of States"),
        ("", ""),
    ],
)
def test_a_group_is_named_with_one_article_or_none(group: str, named: str) -> None:
    assert with_article(group) == named


def revision(**changes: object) -> Revision:
    """An unsealed revision of this minute."""
    plain: dict[str, object] = {
        "content": {"text": "a"},
        "author": "Ama",
        "time": NOW,
        "sealed": False,
        "name": "",
    }
    return Revision(uuid.uuid4(), Entity.STATEMENT, uuid.uuid4(), (), **(plain | changes))  # type: ignore[arg-type]


def test_autosave_replaces_only_what_nobody_else_can_have_seen() -> None:
    soon, run, more = NOW + dt.timedelta(minutes=4), Run(NOW), {"text": "ab"}
    assert may_replace(revision(), "Ama", soon, run, more)
    assert not may_replace(revision(), "Ama", soon, None, more)
    assert not may_replace(revision(sealed=True), "Ama", soon, run, more)
    assert not may_replace(revision(name="as cleared"), "Ama", soon, run, more)
    assert not may_replace(revision(content=None), "Ama", soon, run, more)
    assert not may_replace(revision(), "Ama", soon, run, None)
    assert not may_replace(revision(), "Kofi", soon, run, more)
    assert not may_replace(revision(), "Ama", NOW + dt.timedelta(minutes=5), run, more)
    assert not may_replace(revision(), "Ama", NOW - dt.timedelta(minutes=1), run, more)


def test_a_run_of_autosaves_ends_after_five_minutes_and_when_too_much_went() -> None:
    just_written = revision(time=NOW + dt.timedelta(minutes=5))
    assert not may_replace(just_written, "Ama", NOW + dt.timedelta(minutes=5), Run(NOW), {"text": "ab"})
    text = "We thank the Chair. " * 20
    long, less = revision(content={"text": text}), {"text": text[:-60]}
    assert may_replace(long, "Ama", NOW, Run(NOW), less)
    assert not may_replace(long, "Ama", NOW, Run(NOW, lost=80), less)
    other = {"text": "Ghana aligns itself with its group."}
    short = revision(content={"text": "We thank all who came to this hall."})
    assert not may_replace(short, "Ama", NOW, Run(NOW), other)


def test_only_words_that_went_are_lost() -> None:
    assert lost({"text": "We impl"}, {"text": "We implement, Chair"}) == 0
    assert lost({"text": "First. Second."}, {"text": "Second. First."}) == 0
    assert lost({"text": "We thank you"}, {"text": "We you"}) == 5
    assert lost({"points": ["one", "two"], "minutes": 5}, {"points": ["two"]}) == 3


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_no_more_is_lost_than_stood_there(before: str, after: str) -> None:
    assert 0 <= lost({"t": before}, {"t": after}) <= len(before)
    assert lost({"t": before}, {"t": before + after}) == lost({"t": before}, {"t": after + before}) == 0


def test_changes_add_up() -> None:
    one = Changes(frozenset({(Entity.PULL, uuid.uuid4())}), initiator="page")
    both = one | Changes(library=True)
    assert both.library and both.touches(Entity.PULL) and both.initiator == "page"
    assert not Changes()
