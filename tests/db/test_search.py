"""Search: as a delegate types it."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.documents import Kind, Standing, Track
from core.errors import NameplateError
from core.search_hits import Hit
from db.index.words import words_of
from db.searching.query import parse_query
from db.workspace import Workspace
from tests.db.samples import CHAPEAU, bms8, document, revcon3, row


def found(workspace: Workspace, query: str, **options: object) -> list[Hit]:
    with workspace.read() as work:
        return work.search.find(query, **options)  # type: ignore[arg-type]


def references(workspace: Workspace, query: str, **options: object) -> list[str]:
    return [hit.reference for hit in found(workspace, query, **options)]


def marked(hit: Hit) -> list[str]:
    return [hit.found.paragraph.text[start:end] for start, end in hit.marks]


@pytest.mark.parametrize("query", ["", "   ", "-", "-tracing", '""', "“”", "…", "👍", "*", "\x00"])
def test_a_query_without_words_finds_nothing(stocked: Workspace, query: str) -> None:
    assert found(stocked, query) == []


def test_inflected_forms_are_found(stocked: Workspace) -> None:
    hits = references(stocked, "tracing")
    assert set(hits) == {"BMS8/61", "BMS8/62", "BMS8/64", "BMS8/pp.7", "RevCon3/II.32", "RevCon3/I.9"}
    assert references(stocked, "stockpile") == references(stocked, "stockpiles") == ["BMS8/63"]


def test_all_words_must_occur(stocked: Workspace) -> None:
    assert references(stocked, "reinforce trace")[0] == "BMS8/62"
    assert references(stocked, "ammunition surplus")[0] == "BMS8/63"


def test_a_longer_query_gives_rows_with_some_words_after_those_with_all(stocked: Workspace) -> None:
    hits = found(stocked, "destroy surplus ammunition")
    assert [hit.reference for hit in hits] == ["BMS8/63", "RevCon3/I.13"]
    assert hits[0].score > hits[1].score + 100


def test_a_short_query_gives_only_rows_with_all_words_if_there_are_any(stocked: Workspace) -> None:
    assert references(stocked, "ammunition voted") == ["RevCon3/I.13"]


def test_words_that_no_row_has_all_of_find_rows_with_some(stocked: Workspace) -> None:
    assert references(stocked, "zebra laser") == ["BMS8/64"]
    assert references(stocked, "zebra") == []


def test_the_last_word_may_be_unfinished(stocked: Workspace) -> None:
    assert references(stocked, "destroy stockp") == ["BMS8/63"]
    assert "BMS8/61" in references(stocked, "traci")


def test_an_unfinished_word_must_not_be_followed_by_anything(stocked: Workspace) -> None:
    assert references(stocked, "stockp.") == []


def test_no_keystroke_loses_what_the_whole_word_finds(stocked: Workspace) -> None:
    vocabulary = {
        word.folded for each in (*bms8().paragraphs, *revcon3().paragraphs) for word in words_of(each.text)
    }
    for word in [
        *vocabulary,
        "tracing",
        "traced",
        "weaponry",
        "destruction",
        "destroying",
        "policies",
        "women’s",
    ]:
        whole = set(references(stocked, f"zebra {word}", limit=500)) if word not in ("zebra",) else set()
        for end in range(2, len(word)):
            missing = whole - set(references(stocked, f"zebra {word[:end]}", limit=500))
            assert not missing, (word[:end], word, missing)


def test_a_quoted_phrase_must_stand_as_it_is(stocked: Workspace) -> None:
    assert references(stocked, '"mark, record and trace"') == ["BMS8/62"]
    assert references(stocked, "“record and trace small”") == ["BMS8/62"]
    assert references(stocked, '"trace and record"') == []
    assert references(stocked, '"records and traces"') == []


def test_a_phrase_that_is_still_being_typed_finds_its_beginning(stocked: Workspace) -> None:
    assert references(stocked, '"record and tra') == ["BMS8/62"]
    assert references(stocked, '"record and tra"') == []


def test_a_phrase_must_occur_even_where_words_may(stocked: Workspace) -> None:
    assert set(references(stocked, 'zebra "small arms"')) == {"BMS8/61", "BMS8/62"}


def test_a_word_with_a_minus_must_not_occur(stocked: Workspace) -> None:
    assert "BMS8/62" not in references(stocked, "tracing -mark")
    assert "BMS8/61" in references(stocked, "tracing -mark")
    assert references(stocked, 'trace -"small arms"') == references(stocked, "trace -small")


def test_a_hyphen_within_a_word_excludes_nothing(stocked: Workspace) -> None:
    assert "RevCon3/V.4" in references(stocked, "follow-up")


@pytest.mark.parametrize("typed", ["bms8 62", "BMS8/62", "BMS8, para. 62", "A/CONF.192/BMS/2022/1 §62"])
def test_a_reference_puts_its_paragraph_first(stocked: Workspace, typed: str) -> None:
    hits = found(stocked, typed)
    assert hits[0].reference == "BMS8/62"
    assert all(hit.score < hits[0].score for hit in hits[1:])


def test_a_bare_reference_finds_the_paragraph(stocked: Workspace) -> None:
    assert references(stocked, "II.32")[0] == "RevCon3/II.32"


def test_a_number_alone_finds_the_paragraphs_that_bear_it(stocked: Workspace) -> None:
    assert set(references(stocked, "62")) == {"BMS8/62", "BMS8/report.62"}


def test_a_reference_is_subject_to_the_filters(stocked: Workspace) -> None:
    assert "BMS8/62" not in references(stocked, "BMS8/62", track=Track.POA)


def test_headings_and_chapeau_lead_to_the_paragraphs_under_them(stocked: Workspace) -> None:
    assert set(references(stocked, "implications of new technologies")) >= {"BMS8/62", "BMS8/64"}
    assert references(stocked, '"resolve to undertake"')[0] in ("BMS8/61", "BMS8/62")


def test_words_in_the_text_count_more_than_words_above_it(workspace: Workspace) -> None:
    under = row("1", "States should exchange views on these.", section=("Ammunition",))
    with workspace.write() as work:
        work.library.add(document("A/1", "One", [under, row("2", "To mark ammunition well in all cases.")]))
    assert references(workspace, "ammunition") == ["One/2", "One/1"]


def test_headings_are_found_only_if_asked_for(stocked: Workspace) -> None:
    assert all(hit.found.paragraph.kind is not Kind.HEADING for hit in found(stocked, "tracing instrument"))
    texts = [hit.found.paragraph.text for hit in found(stocked, "states resolve", kind=Kind.HEADING)]
    assert texts == [CHAPEAU]


def test_a_document_can_be_chosen(stocked: Workspace) -> None:
    assert set(references(stocked, "tracing", document="revcon3")) == {"RevCon3/II.32", "RevCon3/I.9"}
    with pytest.raises(NameplateError, match="no document “BMS9”"):
        references(stocked, "tracing", document="BMS9")


def test_the_short_name_narrows_to_a_document(stocked: Workspace) -> None:
    assert set(references(stocked, "revcon3 tracing")) == {"RevCon3/II.32", "RevCon3/I.9"}


def test_a_track_leaves_its_rows_and_after_them_what_belongs_to_all(stocked: Workspace) -> None:
    hits = references(stocked, "tracing", track=Track.ITI)
    assert set(hits[:3]) == {"BMS8/61", "BMS8/62", "BMS8/64"}
    assert set(hits[3:]) == {"BMS8/pp.7", "RevCon3/II.32", "RevCon3/I.9"}
    assert references(stocked, "statements", track=Track.ITI) == []


def test_an_items_track_comes_first_and_leaves_nothing_out(stocked: Workspace) -> None:
    hits = references(stocked, "small destroy", item_track=Track.POA)
    assert hits[0] == "BMS8/63"
    assert set(hits) == set(references(stocked, "small destroy"))


def test_standing_is_the_paragraphs_or_else_the_documents(stocked: Workspace) -> None:
    assert references(stocked, "ammunition", standing=Standing.VOTE) == ["RevCon3/I.13"]
    assert references(stocked, "ammunition", standing=Standing.UNEDITED) == ["BMS8/63"]
    assert references(stocked, "ammunition", standing=Standing.DRAFT) == []


def test_a_limit_is_kept(stocked: Workspace) -> None:
    assert len(found(stocked, "tracing", limit=2)) == 2
    assert found(stocked, "tracing", limit=0) == []


def test_marks_are_where_the_words_are(stocked: Workspace) -> None:
    (hit,) = found(stocked, "weapon reinforced trac", limit=1)
    assert marked(hit) == ["reinforce", "trace", "weapons"]
    (hit,) = found(stocked, '"record and trace" mark')[:1]
    assert marked(hit) == ["mark", "record and trace"]


def test_accents_and_case_do_not_matter(workspace: Workspace) -> None:
    text = "La République décide d’améliorer la sécurité à l’échelle ﬁnale – e\u0301tat."
    with workspace.write() as work:
        work.library.add(document("A/1", "Un", [row("1", text)], language="fr"))
        work.library.add(
            document("A/2", "Ru", [row("1", "Государства решают маркировать оружие.")], language="ru")
        )
    for query in ("securite", "SÉCURITÉ", "république", "decide", "etat", "sécurités", "ame"):
        hits = found(workspace, query)
        assert [hit.reference for hit in hits] == ["Un/1"], query
        assert hits[0].marks, query
    assert references(workspace, "оружия") == ["Ru/1"]


def test_repeated_hits_are_one(stocked: Workspace) -> None:
    hits = references(stocked, "tracing tracing TRACE traces bms8")
    assert len(hits) == len(set(hits))


PIECES = [*"\"“”'*:-^+(){}[]/.,;~|&<>=? \t\n\x00\\aeé👍漢ا\u0301\u200d"]
PIECES += [" AND ", " OR ", " NEAR(", "NOT ", "words:", "rank", "bms8", "62", "trac", "small arms"]
NASTY = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=NASTY | st.text(max_size=30))
def test_nothing_that_is_typed_is_an_error_and_marks_are_in_order(stocked: Workspace, query: str) -> None:
    for hit in found(stocked, query, track=Track.ITI) + found(stocked, query):
        ends = [place for span in hit.marks for place in span]
        assert ends == sorted(ends)
        assert all(start < end <= len(hit.found.paragraph.text) for start, end in hit.marks)


def test_a_whole_pasted_paragraph_finds_itself(stocked: Workspace) -> None:
    wanted = next(each for each in bms8().paragraphs if each.label == "62" and each.part == "annex")
    assert found(stocked, wanted.text)[0].found.paragraph == wanted
    assert found(stocked, " ".join(wanted.text for _ in range(400)))[0].found.paragraph == wanted
    assert found(stocked, " ".join(f"w{n}" for n in range(5_000))) == []


def test_an_index_made_anew_finds_the_same(stocked: Workspace) -> None:
    before = found(stocked, "tracing arms")
    with stocked.write() as work:
        work.search.rebuild()
    assert found(stocked, "tracing arms") == before


def test_the_query_is_read_as_it_was_meant() -> None:
    query = parse_query("the  marking of “small arms” -“light weapons” -x guns")
    assert [(term.words, term.quoted, term.open) for term in query.wanted] == [
        (("marking",), False, False),
        (("small", "arms"), True, False),
        (("guns",), False, True),
    ]
    assert [term.words for term in query.excluded] == [("light", "weapons"), ("x",)]
    assert [term.words for term in parse_query("to be or").wanted] == [("or",)]
    assert [term.words for term in parse_query("to be. ").wanted] == [("to",), ("be",)]
    assert not parse_query(str(uuid.UUID(int=0)).replace("0", "-"))


def test_what_was_typed_as_one_ranks_above_its_pieces(workspace: Workspace) -> None:
    rows = [
        row("1", "Goals 16, 4 and 2; goal 16, 4 and 2 again; 16 and 4 and 2."),
        row(
            "2",
            "To recall target 16.4.2 among the many other words of a paragraph that is a good deal longer.",
        ),
        row("3", "A follow up to the follow up; up we follow."),
        row("4", "The follow-up mechanism of the Programme, which has many other words beside these two."),
    ]
    with workspace.write() as work:
        work.library.add(document("A/1", "One", rows))
        assert [hit.reference for hit in work.search.find("16.4.2")] == ["One/2", "One/1"]


def test_single_letters_are_left_out_where_there_are_words(workspace: Workspace) -> None:
    rows = [row("1", "Marking, s. v. p."), row("2", "Marking of firearms.")]
    with workspace.write() as work:
        work.library.add(document("A/1", "One", rows))
        found = {hit.reference: hit for hit in work.search.find("s marking p")}
    assert set(found) == {"One/1", "One/2"}
    assert found["One/1"].marks == ((0, 7),)


def test_only_numbered_rows_are_found_where_asked(workspace: Workspace) -> None:
    rows = [row("1", "Marking."), row("", "Words on marking without a number.")]
    with workspace.write() as work:
        work.library.add(document("A/1", "One", rows))
        assert len(work.search.find("marking")) == 2
        assert [hit.reference for hit in work.search.find("marking", numbered=True)] == ["One/1"]
