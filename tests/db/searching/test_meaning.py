"""Search by meaning: in people's words, and in the words of six languages."""

from __future__ import annotations

import pytest

from core.documents import Track
from core.search_hits import Hit
from db.searching.word_vectors import word_vectors
from db.workspace import Workspace
from tests.db.samples import document, row

TEXTS = (
    ("1", "To take effective measures to prevent and combat illicit brokering."),
    ("2", "To consider the mandates of United Nations peace operations, with the consent of the host State."),
    ("3", "To apply the Programme of Action to privately made weapons and to polymer and modular weapons."),
    ("4", "To detect postal shipments which include illicitly trafficked small arms and light weapons."),
    ("5", "To encourage the full participation of women in all decision-making on small arms."),
    ("6", "To destroy surplus small arms and light weapons, and to convert toy guns into nothing."),
    ("7", "To implement the International Tracing Instrument in the light of recent developments."),
    ("8", "To strengthen the tracing of small arms and light weapons found in conflict."),
)


@pytest.fixture
def library(workspace: Workspace) -> Workspace:
    rows = [row(label, text) for label, text in TEXTS]
    with workspace.write() as work:
        work.library.add(document(symbol="A/1", short="DOC", rows=rows))
    return workspace


def found(workspace: Workspace, query: str, **options: object) -> list[Hit]:
    with workspace.read() as work:
        return work.search.find(query, meaning=True, **options)  # type: ignore[arg-type]


def first(workspace: Workspace, query: str, **options: object) -> str:
    hits = found(workspace, query, **options)
    return hits[0].reference if hits else ""


@pytest.mark.parametrize(
    ("query", "reference"),
    [
        ("fixers", "DOC/1"),
        ("middlemen", "DOC/1"),
        ("UN troops", "DOC/2"),
        ("blue helmets", "DOC/2"),
        ("homemade guns", "DOC/3"),
        ("guns in the mail", "DOC/4"),
        ("female delegates", "DOC/5"),
        ("melting down old rifles", "DOC/6"),
        ("where a gun came from", "DOC/8"),
        ("tracing", "DOC/8"),
        ("courtage", "DOC/1"),
        ("cascos azules", "DOC/2"),
        ("самодельное оружие", "DOC/3"),
        ("النساء", "DOC/5"),
        ("邮寄", "DOC/4"),
    ],
)
def test_peoples_words_find_what_documents_call_otherwise(
    library: Workspace, query: str, reference: str
) -> None:
    assert first(library, query) == reference


def test_a_hit_says_by_which_words_it_was_found_and_marks_them(library: Workspace) -> None:
    (hit, *_) = found(library, "homemade guns")
    (expansion,) = hit.because
    assert expansion.typed == "homemade guns"
    assert expansion.concepts == ("privately made weapons",)
    assert expansion.said_as[0] == "privately made weapon"
    assert expansion.sentence.startswith("“homemade guns” also as privately made weapon")
    text = hit.found.paragraph.text
    assert {"privately", "made", "weapons"} <= {text[start:end] for start, end in hit.marks}
    assert not hit.alike


def test_what_is_looked_for_besides_can_be_shown_before(library: Workspace) -> None:
    with library.read() as work:
        (expansion,) = work.search.expansions("自制枪支")
        assert expansion.typed == "自制枪支"
        assert "privately made weapon" in expansion.said_as
        assert work.search.expansions("DOC/3") == ()
        assert work.search.expansions("“homemade guns”") == ()


def test_quoted_words_are_never_expanded_and_must_occur(library: Workspace) -> None:
    assert found(library, "“homemade guns”") == []
    assert [hit.reference for hit in found(library, "“small arms” women")] == ["DOC/5"]
    assert found(library, "“small weapons” women") == []


def test_excluded_words_do_not_occur(library: Workspace) -> None:
    assert "DOC/3" not in [hit.reference for hit in found(library, "homemade guns -polymer")]


def test_a_reference_stays_one(library: Workspace) -> None:
    assert first(library, "DOC 6") == "DOC/6"


def test_a_word_rare_in_the_library_does_not_outweigh_what_is_meant(library: Workspace) -> None:
    assert first(library, "guns and women") == "DOC/5"


@pytest.mark.parametrize("query", ["xyzzy", "qqq zzz", "的"])
def test_what_means_nothing_finds_nothing(library: Workspace, query: str) -> None:
    assert found(library, query) == []


def test_an_unfinished_word_is_found_as_it_is_typed(library: Workspace) -> None:
    assert first(library, "polym") == "DOC/3"


def test_what_no_thesaurus_foresees_is_found_by_its_company(library: Workspace) -> None:
    if word_vectors() is None:
        pytest.skip("without the package of word vectors")
    hits = found(library, "envelope letterbox stamps")
    assert hits


def test_the_items_track_comes_first(workspace: Workspace) -> None:
    rows = (
        row("1", "Brokering and brokers.", track=Track.POA),
        row("2", "Illicit brokering.", track=Track.ITI),
    )
    with workspace.write() as work:
        work.library.add(document(symbol="A/1", short="DOC", rows=rows))
    assert first(workspace, "fixers", item_track=Track.ITI) == "DOC/2"
    assert first(workspace, "fixers", item_track=Track.POA) == "DOC/1"


def test_a_large_library_is_searched_by_candidates(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.searching.proposing._WHOLE", 0)
    monkeypatch.setattr("db.searching.meaning._FEWEST", 3)
    monkeypatch.setattr("db.searching.meaning._MOST_CANDIDATES", 3)
    for query, reference in (("UN troops", "DOC/2"), ("fixers", "DOC/1"), ("female delegates", "DOC/5")):
        assert first(library, query) == reference
    assert len(found(library, "guns")) <= 3


def test_a_word_typed_wrongly_is_corrected_for_all_to_see(library: Workspace) -> None:
    hit = found(library, "brokring")[0]
    assert hit.reference == "DOC/1"
    assert hit.because[0].sentence == "“brokring” also as brokering"
    assert "brokering" in [hit.found.paragraph.text[start:end] for start, end in hit.marks]
    with library.read() as work:
        assert work.search.expansions("brokring")[0].sentence == "“brokring” also as brokering"


def test_a_word_that_the_library_or_the_thesaurus_knows_is_not_corrected(library: Workspace) -> None:
    with library.read() as work:
        for query in ("detecting", "Kalashnikovs", "weapons"):
            assert all(query.lower() != each.typed or each.ids for each in work.search.expansions(query))
