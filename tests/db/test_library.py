"""The library: what goes in comes out to the letter, and every typed reference finds its paragraph."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from core.documents import Document, Kind, Part, Standing, Track
from core.errors import NameplateError
from core.record import Intervention, NationalReport, Officer, Party, Record
from db.workspace import Workspace, create_workspace
from tests.db.samples import bms8, document, revcon3, row, with_agenda


def test_a_document_comes_back_as_it_was_added(stocked: Workspace) -> None:
    with stocked.read() as work:
        assert work.library.whole(bms8().id) == bms8()
        assert work.library.whole(revcon3().id) == revcon3()


words = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
names = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)
tuples = st.lists(words, max_size=3).map(tuple)
PARTS = ("report", "annex")
rows = st.builds(
    row,
    label=st.one_of(st.just(""), st.from_regex(r"\A([IVX]{1,3}\.)?[0-9]{1,2}(\([a-c]\))?\Z")),
    text=words,
    part=st.sampled_from(PARTS),
    kind=st.sampled_from(Kind),
    section=tuples,
    level=st.integers(0, 4),
    chapeau=words,
    track=st.none() | st.sampled_from(Track),
    standing=st.sampled_from(Standing),
    page=st.none() | st.integers(1, 900),
    quoted=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3).map(tuple),
    typed_label=st.none() | words,
    remarks=tuples,
    footnotes=tuples,
)
records = st.builds(
    Record,
    st.lists(
        st.builds(
            Intervention,
            words,
            words,
            st.sampled_from(Party),
            tuples,
            st.none() | st.integers(1, 20),
            words,
            words,
            words,
        ),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(NationalReport, words, words, st.sampled_from(Party), words), max_size=3).map(tuple),
    st.lists(st.builds(Officer, words, words, words, words, words), max_size=3).map(tuple),
)
documents = st.builds(
    document,
    symbol=names,
    short=st.just("") | names,
    rows=st.lists(rows, max_size=8),
    parts=st.permutations([Part(key, key, "", Standing.DRAFT) for key in PARTS]),
    main_part=st.sampled_from(PARTS),
    language=st.sampled_from(("en", "fr", "zh", "ar")),
    date=st.none() | st.dates(),
    record=records,
    standing=st.sampled_from(Standing),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    added=st.lists(documents, max_size=3, unique_by=(lambda d: d.id, lambda d: d.symbol, lambda d: d.name))
)
def test_any_documents_come_back_as_they_were_added(workspace: Workspace, added: list[Document]) -> None:
    try:
        with workspace.write() as work:
            for each in added:
                assert work.library.add(each)
                assert not work.library.add(each)
            assert {each.id: work.library.whole(each.id) for each in added} == {d.id: d for d in added}
            raise StopIteration
    except StopIteration:
        pass


def test_session_and_agenda_item_are_kept(workspace: Workspace) -> None:
    resolution = replace(
        document("A/RES/90/1", "", [row("1", "Decides.")]), session="Ninetieth session", agenda_item="98 (p)"
    )
    with workspace.write() as work:
        work.library.add(resolution)
        assert work.library.whole(resolution.id) == resolution
        (head,) = work.library.documents()
        assert (head.session, head.agenda_item) == ("Ninetieth session", "98 (p)")


def test_adding_a_document_again_changes_nothing(stocked: Workspace) -> None:
    with stocked.write() as work:
        assert not work.library.add(bms8())
    assert not work.changes


def test_adding_a_document_tells_that_the_library_changed(workspace: Workspace) -> None:
    with workspace.write("import") as work:
        assert work.library.add(bms8())
    assert work.changes.library
    assert work.changes.initiator == "import"


def test_a_document_whose_adding_was_rolled_back_is_not_there(workspace: Workspace) -> None:
    with pytest.raises(ZeroDivisionError), workspace.write() as work:
        work.library.add(bms8())
        assert work.library.documents()
        raise ZeroDivisionError
    with workspace.read() as work:
        assert work.library.documents() == []
        assert work.search.find("tracing") == []


def test_documents_are_listed_newest_first_with_their_counts(stocked: Workspace) -> None:
    with stocked.read() as work:
        heads = work.library.documents()
    assert [(head.short, head.numbered) for head in heads] == [("BMS8", 8), ("RevCon3", 5)]
    assert [part.key for part in heads[0].parts] == ["report", "agenda", "annex"]


def test_a_short_name_cannot_stand_for_two_documents(stocked: Workspace) -> None:
    other = document("A/CONF.192/BMS/2022/L.4", "bms 8", [row("1", "A draft.")])
    with (
        pytest.raises(NameplateError, match=r"already stands for A/CONF\.192"),
        stocked.write() as work,
    ):
        work.library.add(other)


@pytest.mark.parametrize(
    "name", ["BMS8", "bms 8", "a/conf.192/bms/2022/1", "the BMS8 outcome", "A/CONF.192/BMS/2022/1 "]
)
def test_a_document_is_found_by_any_of_its_names(stocked: Workspace, name: str) -> None:
    with stocked.read() as work:
        assert work.library.document(name).short == "BMS8"


def test_an_unknown_document_is_refused_with_what_there_is(stocked: Workspace) -> None:
    with stocked.read() as work, pytest.raises(NameplateError, match=r"no document “BMS9”.*BMS8 and RevCon3"):
        work.library.document("BMS9")


def test_an_empty_library_says_so(workspace: Workspace) -> None:
    with workspace.read() as work, pytest.raises(NameplateError, match="import one first"):
        work.library.document("BMS8")
    with workspace.read() as work:
        assert work.library.rows(uuid.uuid4()) == []
        assert not work.library.record(uuid.uuid4())


@pytest.mark.parametrize(
    ("typed", "references"),
    [
        ("BMS8/62", ["BMS8/62"]),
        ("bms8 para 62", ["BMS8/62"]),
        ("A/CONF.192/BMS/2022/1 §62", ["BMS8/62"]),
        ("A/CONF.192/BMS/2022/1, annex, para. 62", ["BMS8/62"]),
        ("BMS8/62(a)", ["BMS8/62"]),
        ("BMS8/62(a)(i)", ["BMS8/62"]),
        ("BMS8/report.62", ["BMS8/report.62"]),
        ("BMS8 item 6", ["BMS8/agenda.6"]),
        ("BMS8/pp.7", ["BMS8/pp.7"]),
        ("RevCon3 II, 32", ["RevCon3/II.32"]),
        ("II.32", ["RevCon3/II.32"]),
        ("para 62", ["BMS8/62"]),
        ("RevCon3/V.4", ["RevCon3/V.4", "RevCon3/V.4"]),
        ("BMS8/999", []),
        ("tracing", []),
        ("", []),
    ],
)
def test_a_typed_reference_resolves(stocked: Workspace, typed: str, references: list[str]) -> None:
    with stocked.read() as work:
        assert [found.reference for found in work.library.resolve(typed)] == references


def test_a_sub_paragraph_that_is_a_row_of_its_own_is_found_as_such(workspace: Workspace) -> None:
    with workspace.write() as work:
        work.library.add(document("A/1", "One", [row("62", "All:"), row("62(a)", "This.")]))
        assert work.library.one("One/62(a)").paragraph.text == "This."
        assert work.library.one("One/62(b)").paragraph.text == "All:"


def test_a_section_that_is_a_part_of_its_own_is_found_by_its_numeral(workspace: Workspace) -> None:
    parts = [Part("text", "Report"), Part("section-ii", "II. Regulation", "sect. II")]
    rows = [row("3", "Why.", part="text"), row("3", "What.", part="section-ii")]
    rows.append(row("5.1.2", "How.", part="section-ii"))
    with workspace.write() as work:
        work.library.add(document("A/1", "One", rows, parts=parts, main_part="text"))
        assert work.library.one("One, sect. II, para. 5.1.2").paragraph.text == "How."
        assert work.library.one("One, sect. II, para. 5.1.2 (a)").paragraph.text == "How."
        assert work.library.one("One, para. 3").paragraph.text == "Why."
        assert work.library.resolve("One, sect. III, para. 3") == []


def test_a_bare_number_means_the_paragraph_of_every_document(stocked: Workspace) -> None:
    with stocked.write() as work:
        work.library.add(document("A/RES/79/40", "", [row("62", "Decides to remain seized.")]))
    with stocked.read() as work:
        assert {found.reference for found in work.library.resolve("para. 62")} == {
            "BMS8/62",
            "A/RES/79/40/62",
        }
        with pytest.raises(NameplateError, match=r"may mean .*BMS8/62.*; name the document"):
            work.library.one("para. 62")


def test_a_reference_without_a_paragraph_is_refused(stocked: Workspace) -> None:
    with stocked.read() as work:
        with pytest.raises(NameplateError, match="no paragraph “BMS8/999”"):
            work.library.one("BMS8/999")
        assert work.library.one("RevCon3/V.4").paragraph.text == "Follow-up is welcomed."


def test_the_english_version_is_meant_unless_told_otherwise(stocked: Workspace) -> None:
    french = document(bms8().symbol, "BMS8", [row("62", "Renforcer les efforts.")], language="fr")
    with stocked.write() as work:
        assert work.library.add(french)
        assert work.library.one("BMS8/62").document.language == "en"
        assert len(work.library.documents()) == 3


def test_a_corrected_reading_stands_beside_the_old_one_and_is_preferred(stocked: Workspace) -> None:
    old = bms8()
    mended = [replace(each, text=each.text.replace("laser", "LASER")) for each in old.paragraphs]
    new = document(old.symbol, old.short, mended, parts=old.parts, date=old.date)
    same = next(each for each in old.paragraphs if each.label == "61")
    with stocked.write() as work:
        assert work.library.add(new)
        assert work.library.whole(old.id) == old
        assert work.library.whole(new.id) == new
        assert work.library.one("BMS8/64").paragraph.text == "To tag polymer frames by LASER."
        found = work.library.paragraph(same.id)
        assert found is not None
        assert found.document.id == new.id


def test_paragraphs_are_found_by_id(stocked: Workspace) -> None:
    ids = [each.id for each in bms8().paragraphs]
    with stocked.read() as work:
        found = work.library.paragraphs([*ids, uuid.uuid4()])
        assert {each.paragraph for each in found.values()} == set(bms8().paragraphs)
        assert work.library.paragraph(uuid.uuid4()) is None


def test_the_commitments_of_a_track_come_newest_document_first(stocked: Workspace) -> None:
    older = document(
        "A/60/88",
        "ITI",
        [
            row("2", "To mark.", track=Track.ITI),
            row("1", "To trace.", track=Track.ITI, standing=Standing.VOTE),
        ],
        date=dt.date(2005, 12, 8),
    )
    with stocked.write() as work:
        work.library.add(older)

        def found(track: Track, **narrowed: Any) -> list[str]:
            return [each.reference for each in work.library.commitments_of_track(track, **narrowed)]

        assert found(Track.ITI) == ["BMS8/61", "BMS8/62", "BMS8/64", "ITI/2", "ITI/1"]
        assert found(Track.POA) == ["BMS8/63"]
        assert found(Track.OTHER) == []
        assert found(Track.ITI, limit=4) == ["BMS8/61", "BMS8/62", "BMS8/64", "ITI/2"]
        assert found(Track.ITI, limit=0) == []
        assert found(Track.ITI, document="iti") == ["ITI/2", "ITI/1"]
        assert found(Track.ITI, standing=Standing.CONSENSUS) == ["ITI/2"]
        assert found(Track.ITI, standing=Standing.VOTE) == ["ITI/1"]
        assert found(Track.ITI, standing=Standing.UNEDITED) == ["BMS8/61", "BMS8/62", "BMS8/64"]
        with pytest.raises(NameplateError, match="no document"):
            found(Track.ITI, document="BMS9")


def test_a_track_is_read_with_one_query(stocked: Workspace) -> None:
    with stocked.read() as work:
        work.library.commitments_of_track(Track.ITI)
        asked: list[str] = []
        engine = work.library._session.get_bind()
        event.listen(engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
        assert work.library.commitments_of_track(Track.ITI)
        assert len(asked) == 1


def test_neighbours_are_the_numbered_rows_of_the_same_part(stocked: Workspace) -> None:
    with stocked.read() as work:
        before, after = work.library.neighbours(work.library.one("BMS8/62").paragraph.id)
        assert before is not None
        assert after is not None
        assert (before.reference, after.reference) == ("BMS8/61", "BMS8/63")
        first, _ = work.library.neighbours(work.library.one("BMS8/61").paragraph.id)
        assert first is None
        assert work.library.neighbours(uuid.uuid4()) == (None, None)


def test_records_are_those_of_documents_that_tell_something(stocked: Workspace) -> None:
    with stocked.read() as work:
        ((head, record),) = work.library.records()
        assert head.short == "BMS8"
        assert record == bms8().record == work.library.record(head.id)


def test_another_window_that_reads_sees_what_was_added_meanwhile(stocked: Workspace) -> None:
    from db.workspace import open_workspace

    with open_workspace(stocked.path, read_only=True) as reader:
        with reader.read() as work:
            assert len(work.library.documents()) == 2
        with stocked.write() as work:
            work.library.add(document("A/1", "", [row("1", "New.")], date=dt.date(2030, 1, 1)))
        with reader.read() as work:
            assert work.library.documents()[0].symbol == "A/1"
            assert work.library.one("A/1/1").paragraph.text == "New."


def test_a_workspace_survives_being_closed_and_opened(tmp_path: Path) -> None:
    from db.workspace import open_workspace

    create_workspace(tmp_path / "a b#c?.db", fill=with_agenda).close()
    with open_workspace(tmp_path / "a b#c?.db") as again, again.read() as work:
        assert work.library.whole(bms8().id) == bms8()


def test_a_document_that_is_added_once_others_were_read_has_its_rows(stocked: Workspace) -> None:
    """Which row of the file a document has was once remembered without the documents added later."""
    new = document("A/RES/77/1", "", [row("1", "Decides to meet again.")])
    with stocked.write() as work:
        assert work.library.rows(bms8().id)
        work.library.add(new)
        assert [each.text for each in work.library.rows(new.id)] == ["Decides to meet again."]
