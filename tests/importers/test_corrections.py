"""Corrections before a document is saved: no word is lost, and all that repeats a corrected row follows."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents import Document, Kind, Standing, Track, document_id, paragraph_id
from core.errors import NameplateError
from core.record import Intervention, Party, Record
from importers.corrected_rows import printed_mark, with_mark
from importers.corrections import (
    UNNUMBERED,
    join,
    renumber,
    set_kind,
    set_track,
    split,
    with_head,
)
from importers.imported import ImportedDocument
from importers.rows import Reading, Row, paragraphs

OP, P, H, R = Kind.OPERATIVE, Kind.PREAMBULAR, Kind.HEADING, Kind.REPORT
SECTION = ("I. Marking",)
ROWS = (
    Row("text", H, "The General Assembly,"),
    Row("text", P, "Recalling its resolutions,", "pp.1"),
    Row("text", P, "Bearing in mind the Programme of Action,", "pp.2"),
    Row("text", P, "Noting its importance,", "pp.3"),
    Row("text", H, "I. Marking", level=1),
    Row("text", OP, "Calls upon States:", "1", SECTION),
    Row("text", OP, "To mark;", "1(a)", SECTION, chapeau="Calls upon States:"),
    Row("text", OP, "To trace.", "1(b)", SECTION, chapeau="Calls upon States:", footnotes=("1 A/60/88.",)),
    Row("text", OP, "Decides to remain seized of the matter.", "2", SECTION),
    Row("text", OP, "Words that bear no number.", "", SECTION),
    Row("annex", H, "Annex", level=1),
    Row("annex", R, "The Meeting was held in New York.", "1", ("Annex",)),
    Row("annex", R, "Statements were made by Austria.", "2", ("Annex",)),
)


def imported(rows: tuple[Row, ...] = ROWS) -> ImportedDocument:
    made = paragraphs(rows, "A/C.1/80/L.9", "en", Standing.DRAFT)
    document = Document(
        id=document_id("A/C.1/80/L.9", "en", made),
        symbol="A/C.1/80/L.9",
        short="",
        title="The Arms Trade Treaty",
        language="en",
        date=None,
        standing=Standing.DRAFT,
        parts=(),
        main_part="text",
        cite_as="A/C.1/80/L.9",
        numbered=sum(bool(row.label) for row in made),
        paragraphs=made,
        record=Record((Intervention("Austria", "Austria", Party.STATE, (), None, "", "", "2"),)),
    )
    return ImportedDocument(document, ("A warning.",))


READ = imported()


def labels(read: ImportedDocument) -> list[str]:
    return [row.label for row in read.document.paragraphs]


def printed(read: ImportedDocument) -> list[str]:
    """All words as they stood in print, numbers with them."""
    rows = read.document.paragraphs
    marked = (with_mark(printed_mark(read.document, at), row.text) for at, row in enumerate(rows))
    return " ".join(marked).split()


def at(label: str, part: str = "text") -> int:
    return next(n for n, row in enumerate(READ.document.paragraphs) if (row.part, row.label) == (part, label))


def consistent(read: ImportedDocument) -> None:
    """Every name by content is the one its words make, and labels are each one row's."""
    document = read.document
    assert document.id == document_id(document.symbol, document.language, document.paragraphs)
    for row in document.paragraphs:
        mine = (row.part, row.label, row.text)
        assert row.id in {
            paragraph_id(document.symbol, document.language, *mine, nth=nth) for nth in range(1, 9)
        }
        assert all(0 <= start < end <= len(row.text) for start, end in row.quoted)
    numbered = [(row.part, row.label) for row in document.paragraphs if row.label]
    assert len(set(numbered)) == len(numbered) == document.numbered
    for part in document.parts:
        own = [row.label for row in document.paragraphs if row.part == part.key]
        counted = [label for label in own if re.fullmatch(r"pp\.\d+", label)]
        assert counted == [f"pp.{n}" for n in range(1, len(counted) + 1)]


def test_joining_keeps_the_number_of_the_second_as_words_and_its_notes() -> None:
    joined = join(READ, at("1(a)"))
    row = joined.document.paragraphs[at("1(a)")]
    assert (row.text, row.label, row.footnotes) == ("To mark; (b) To trace.", "1(a)", ("1 A/60/88.",))
    assert printed(joined) == printed(READ)
    assert joined.warnings == READ.warnings
    consistent(joined)


def test_joined_preambular_paragraphs_are_counted_anew() -> None:
    joined = join(READ, at("pp.1"))
    assert labels(joined)[:3] == ["", "pp.1", "pp.2"]
    assert joined.document.paragraphs[1].text.endswith(
        "its resolutions, Bearing in mind the Programme of Action,"
    )
    consistent(joined)


def test_rows_of_two_parts_and_the_last_row_cannot_be_joined() -> None:
    with pytest.raises(NameplateError, match="different parts"):
        join(READ, at("2") + 1)
    with pytest.raises(NameplateError, match="no paragraph at that place"):
        join(READ, len(READ.document.paragraphs) - 1)


def test_a_chapeau_that_is_corrected_is_corrected_wherever_it_is_repeated() -> None:
    cut = split(READ, at("1"), len("Calls upon"))
    assert cut.document.paragraphs[at("1")].text == "Calls upon"
    assert cut.document.paragraphs[at("1") + 2].chapeau == "Calls upon"
    consistent(cut)


def test_a_split_row_is_two_and_the_second_waits_for_its_number() -> None:
    cut = split(READ, at("2"), len("Decides to"))
    first, second = cut.document.paragraphs[at("2") : at("2") + 2]
    assert (first.text, second.text) == ("Decides to", "remain seized of the matter.")
    assert (first.label, second.label, second.section) == ("2", "", SECTION)
    assert join(cut, at("2")).document == READ.document
    consistent(cut)


def test_a_split_preambular_paragraph_is_two_and_those_after_it_move() -> None:
    cut = split(READ, at("pp.1"), len("Recalling"))
    assert labels(cut)[1:5] == ["pp.1", "pp.2", "pp.3", "pp.4"]
    consistent(cut)


@pytest.mark.parametrize("offset", [0, -3, 999, len("Decides to remain seized of the matter.")])
def test_a_split_that_leaves_nothing_on_one_side_is_refused(offset: int) -> None:
    with pytest.raises(NameplateError, match="between two words"):
        split(READ, at("2"), offset)


def test_another_number_takes_the_sub_paragraphs_along() -> None:
    changed = renumber(READ, at("1"), "3")
    assert labels(changed)[at("1") : at("1") + 4] == ["3", "3(a)", "3(b)", "2"]
    consistent(changed)


def test_a_number_taken_away_stands_in_the_words_and_can_be_given_back() -> None:
    bare = renumber(READ, at("2"), "")
    assert bare.document.paragraphs[at("2")].text == "2. Decides to remain seized of the matter."
    assert printed(bare) == printed(READ)
    assert renumber(bare, at("2"), "2").document == READ.document
    consistent(bare)


def test_the_record_follows_the_numbers_of_the_report() -> None:
    changed = renumber(READ, at("2", "annex"), "7")
    assert changed.document.record.interventions[0].label == "7"
    assert renumber(READ, at("2"), "7").document.record == READ.document.record


@pytest.mark.parametrize("label", ["twelve", "(a)", "12)", "1 2 x", "12/4", "-1", "12(", "ⅻ"])
def test_what_is_no_number_is_refused(label: str) -> None:
    with pytest.raises(NameplateError, match="cannot be the number"):
        renumber(READ, at("2"), label)


@pytest.mark.parametrize(
    "label", ["12", "12(a)", "12(a)(iv)", "II.32", "5.2", "5.1.2.3", "21bis", "12 (b)", "4."]
)
def test_all_forms_of_numbers_are_taken(label: str) -> None:
    changed = renumber(READ, at("2"), label)
    assert labels(changed)[at("2")] == label.replace(" ", "").rstrip(".")


def test_a_number_of_another_row_of_the_part_is_refused() -> None:
    with pytest.raises(NameplateError, match="1 already"):
        renumber(READ, at("2"), "1")
    assert labels(renumber(READ, at("2", "annex"), "3"))[-1] == "3"


def test_words_made_a_heading_stand_over_what_follows() -> None:
    headed = set_kind(READ, at("2"), Kind.HEADING)
    row = headed.document.paragraphs[at("2")]
    assert (row.kind, row.level, row.label) == (H, 2, "")
    assert headed.document.paragraphs[at("2") + 1].section == (*SECTION, row.text)
    assert headed.document.paragraphs[at("2") + 2].section == ()
    assert printed(headed) == printed(READ)
    consistent(headed)


def test_a_heading_made_words_leaves_the_paths_beneath_it() -> None:
    plain = set_kind(READ, at("1") - 1, UNNUMBERED)
    assert all(not row.section for row in plain.document.paragraphs if row.part == "text")
    assert plain.document.paragraphs[at("1") - 1].level == 0
    consistent(plain)


def test_a_heading_that_is_split_changes_the_paths_beneath_it() -> None:
    cut = split(READ, at("1") - 1, 2)
    assert cut.document.paragraphs[at("1") + 1].section == ("Marking",)
    consistent(cut)


def test_words_made_preambular_are_counted_in_their_place() -> None:
    counted = set_kind(READ, 0, Kind.PREAMBULAR)
    assert labels(counted)[:4] == ["pp.1", "pp.2", "pp.3", "pp.4"]
    back = set_kind(counted, 0, UNNUMBERED)
    assert back.document == READ.document
    consistent(counted)


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(NameplateError, match="no kind of paragraph"):
        set_kind(READ, 0, "clause")


def test_a_track_reaches_what_stands_beneath() -> None:
    tracked = set_track(READ, at("1") - 1, Track.ITI).document
    assert [row.track for row in tracked.paragraphs[3:10]] == [None, *[Track.ITI] * 6]
    assert tracked.paragraphs[-1].track is None
    own = set_track(READ, at("1"), Track.POA).document
    assert [row.track for row in own.paragraphs if row.track] == [Track.POA] * 3
    assert set_track(READ, at("1"), Track.POA).document.id == READ.document.id


def with_parts(document: Document) -> Document:
    from core.documents import Part

    return replace(document, parts=(Part("text", "Text"), Part("annex", "Annex", "annex", Standing.DRAFT)))


def test_another_symbol_is_cited_and_spoken_and_makes_other_names() -> None:
    changed = with_head(READ, symbol=" A/RES/80/46* ").document
    assert (changed.symbol, changed.cite_as) == ("A/RES/80/46", "A/RES/80/46")
    assert changed.spoken == "General Assembly resolution 80/46"
    assert changed.date == dt.date(2025, 12, 1)
    assert changed.id != READ.document.id
    consistent(replace(READ, document=changed))


def test_another_standing_is_that_of_the_rows_that_had_none_of_their_own() -> None:
    own = list(READ.document.paragraphs)
    own[5] = replace(own[5], standing=Standing.VOTE)
    read = replace(READ, document=replace(with_parts(READ.document), paragraphs=tuple(own)))
    changed = with_head(read, standing=Standing.CONSENSUS).document
    assert changed.standing is Standing.CONSENSUS
    assert [row.standing for row in changed.paragraphs].count(Standing.VOTE) == 1
    assert {row.standing for row in changed.paragraphs} == {Standing.VOTE, Standing.CONSENSUS}
    assert changed.part("annex").standing is Standing.CONSENSUS


def test_other_fields_of_the_head() -> None:
    changed = with_head(
        READ, title="  The  treaty ", short="ATT draft", language="fr", date=dt.date(2025, 10, 8),
        session="Eightieth session", agenda_item="99 (y)",
    ).document  # fmt: skip
    assert (changed.title, changed.short, changed.language) == ("The treaty", "ATT draft", "fr")
    assert (changed.date, changed.session, changed.agenda_item) == (
        dt.date(2025, 10, 8),
        "Eightieth session",
        "99 (y)",
    )
    consistent(replace(READ, document=changed))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "  ", "needs a title"),
        ("short", "A/B", "cannot be a short name"),
        ("language", "de", "none of the six"),
        ("symbol", "", "needs a symbol or a short name"),
        ("title", "x" * 600, "too long"),
        ("title", "a\x07b", "cannot be printed"),
    ],
)
def test_a_head_that_cannot_be_kept_is_refused(field: str, value: str, said: str) -> None:
    with pytest.raises(NameplateError, match=said):
        with_head(READ, **{field: value})
    with pytest.raises(TypeError):
        with_head(READ, paragraphs=())


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["join", "split", "bare", "kind", "track"]), st.integers(0, 12), st.integers(1, 30)
    ),
    max_size=8,
)
KINDS = (*(kind for kind in Kind if kind is not Kind.SUMMARY), UNNUMBERED)
# The reference of a summary stands after the words it belongs to and is no number before them.


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_no_correction_drops_or_invents_a_word(steps: list[tuple[str, int, int]]) -> None:
    read = READ
    for what, index, number in steps:
        try:
            if what == "join":
                read = join(read, index)
            elif what == "split":
                read = split(read, index, number)
            elif what == "bare":
                read = renumber(read, index, "")
            elif what == "kind":
                read = set_kind(read, index, KINDS[number % len(KINDS)])
            else:
                read = set_track(read, index, Track.POA)
        except NameplateError:
            continue
        consistent(read)
    assert "".join(printed(read)) == "".join(printed(READ))


def test_an_articles_own_number_stands_in_its_heading_and_not_before_its_words() -> None:
    read = imported(
        (
            Row("text", H, "Article 5", level=1),
            Row("text", OP, "Each State Party shall mark.", "5", ("Article 5",)),
            Row("text", OP, "Each State Party shall trace.", "", ("Article 5",)),
        )
    )
    assert renumber(read, 1, "").document.paragraphs[1].text == "Each State Party shall mark."


def test_a_reading_without_rows_can_be_corrected_in_its_head_alone() -> None:
    empty = imported(Reading((), (), "text").rows)
    assert with_head(empty, title="Empty").document.title == "Empty"


def test_a_heading_joined_with_the_one_beneath_leaves_its_path_behind() -> None:
    rows = (
        Row("text", H, "I. Marking", level=1),
        Row("text", H, "A. At the national level", level=2, section=SECTION),
        Row("text", OP, "Mark them.", "1", (*SECTION, "A. At the national level")),
        Row("text", H, "B. At the global level", level=2, section=SECTION),
        Row("text", OP, "Trace them.", "2", (*SECTION, "B. At the global level")),
    )
    joined = join(imported(rows), 0).document.paragraphs
    whole = "I. Marking A. At the national level"
    assert [row.section for row in joined] == [(), (whole,), (whole,), (whole, "B. At the global level")]


@pytest.mark.parametrize("label", ["14bis", "14alt", "14alt2", "C5.2", "II.3(b)"])
def test_every_number_that_an_importer_gives_can_be_typed(label: str) -> None:
    assert renumber(imported(), 8, label).document.paragraphs[8].label == label
