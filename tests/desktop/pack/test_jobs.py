"""Gathering packs and statements: what was not chosen is not in them."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from core.agenda import AgendaItem
from core.briefing_pack import PackPart, PackSettings
from core.documents import LibraryParagraph
from core.errors import NameplateError
from core.statement_text import parse
from db.work import Work
from desktop.dossier.jobs import dismiss, edit_dossier, edit_pulls, pull
from desktop.library.topic_jobs import correct_topics
from desktop.pack.checks import check_as_imported, misquotations, unknown_citations
from desktop.pack.jobs import gather_pack, gather_sheet
from desktop.statement.jobs import new_statement
from desktop.thesaurus.jobs import add_to_concept

TEXT = (
    "We recall [@BMS8, para. 62] and [@BMS8, annex, para. 63].\n\n"
    "::: private\nOur **secret** with [@BMS8, para. 64].\n:::\n\nThe end [@BMS9, para. 1].\n"
)
OPEN = PackSettings()
PRIVATE = PackSettings(with_private_notes=True)


@pytest.fixture
def item(work: Work) -> AgendaItem:
    item = work.meetings.item("7")
    pull(work, item, ["BMS8/62", "RevCon3/III.10"])
    edit_pulls(work, item, ["BMS8/62"], note="secret note")
    edit_dossier(
        work,
        item,
        brief="See [@RevCon3, sect. II, para. 32].",
        talking_points=["A point."],
        note="secret of mine",
    )
    new_statement(work, item, text=TEXT)
    return item


def test_a_pack_holds_the_items_in_the_order_asked_for(work: Work, item: AgendaItem) -> None:
    six = work.meetings.item("6")
    pack = gather_pack(work, [item.id, six.id, item.id], OPEN, made_on=dt.date(2028, 5, 1))
    assert [each.item.number for each in pack.items] == ["7", "6"]
    assert pack.title == pack.meeting.name == "Next Biennial Meeting of States on small arms"
    assert (pack.delegation.state, pack.made_on) == ("Ghana", dt.date(2028, 5, 1))
    assert gather_pack(work, [six.id], OPEN, title="T").title == "T"
    assert pack.items[0].records[0].document == "BMS8"
    assert [each.reference for each in pack.items[0].commitments] == ["BMS8/62", "RevCon3/III.10"]


def test_nothing_private_is_in_a_pack_unless_chosen(work: Work, item: AgendaItem) -> None:
    pack = gather_pack(work, [item.id], OPEN)
    assert "secret" not in repr(pack)
    assert "BMS8/64" not in pack.cited
    private = gather_pack(work, [item.id], PRIVATE)
    assert "secret note" in repr(private)
    assert "Our **secret**" in private.items[0].statements[0].text
    assert private.items[0].statements[0].text == TEXT
    assert "BMS8/64" in private.cited


def test_what_a_delegate_sorts_for_themselves_is_in_no_pack(work: Work, item: AgendaItem) -> None:
    before = gather_pack(work, [item.id], PRIVATE, made_on=dt.date(2028, 5, 1))
    dismiss(work, item, ["BMS8/64"])
    correct_topics(work, work.library.one("BMS8/62"), add=["gender"], remove=["marking"])
    add_to_concept(work, "marking", terms={"say": ["glowing zebras"]})
    assert gather_pack(work, [item.id], PRIVATE, made_on=dt.date(2028, 5, 1)) == before


@pytest.mark.parametrize(
    "typed",
    [
        "[@BMS8, paras. 62–64]",
        "[see @BMS8, para. 62; @RevCon3, sect. II, para. 32]",
        "[@BMS8]",
        "[-@BMS8/7]",
    ],
)
def test_a_citation_that_is_not_understood_is_told(work: Work, typed: str) -> None:
    item = work.meetings.item("8")
    edit_dossier(work, item, brief=f"Recalling {typed} and [me@example.org] and [@BMS8/62].")
    assert unknown_citations(gather_pack(work, [item.id], OPEN)) == [typed]


def test_the_stored_statement_is_not_touched(work: Work, item: AgendaItem) -> None:
    (statement,) = work.statements.of_item(item.id)
    gather_sheet(work, statement.id, OPEN)
    assert work.statements.statement(statement.id).text == TEXT


def test_cited_paragraphs_come_with_their_text(work: Work, item: AgendaItem) -> None:
    pack = gather_pack(work, [item.id], OPEN)
    assert pack.cited["BMS8/62"].paragraph.text.startswith("To reinforce efforts")
    assert {"BMS8/62", "BMS8/63", "RevCon3/II.32"} <= set(pack.cited)
    assert unknown_citations(pack) == ["[@BMS9, para. 1]"]


@pytest.mark.parametrize(
    ("part", "field", "empty"),
    [
        (PackPart.BRIEF, "brief", ""),
        (PackPart.TALKING_POINTS, "talking_points", ()),
        (PackPart.STATEMENT, "statements", ()),
        (PackPart.COMMITMENTS, "commitments", ()),
        (PackPart.RECORD, "records", ()),
    ],
)
def test_a_part_that_is_switched_off_is_left_out(
    work: Work, item: AgendaItem, part: PackPart, field: str, empty: object
) -> None:
    parts = tuple(each for each in PackPart if each is not part)
    (without,) = gather_pack(work, [item.id], PackSettings(parts)).items
    (whole,) = gather_pack(work, [item.id], OPEN).items
    assert getattr(without, field) == empty
    assert getattr(whole, field) != empty


FENCED = [
    ("A", "::: private", "secret", "secret too", ":::", "B"),
    ("A", "B", "::: private", "secret and not closed"),
    ("A", "::: {.private}", "secret", ":::", "B"),
    ("A", '::: {.private x="a:b"}', "secret", ":::", "B"),
    ("A", "::: Private", "secret", ":::", "B"),
    ("A", ":::: private", "secret", "::: note", "secret", ":::", "secret", "::::", "B"),
    ("A", "::: private secret :::", "B"),
    ("A ::: private secret ::: B", "::: private secret", ":::"),
    ("A", "::: private\nsecret\n:::", "B"),
    ("A", "- ::: private", "- secret", "- :::", "B"),
]


@pytest.mark.parametrize("points", FENCED)
def test_no_private_talking_point_is_in_a_pack_unless_chosen(
    work: Work, item: AgendaItem, points: tuple[str, ...]
) -> None:
    edit_dossier(work, item, talking_points=points)
    (packed,) = gather_pack(work, [item.id], OPEN).items
    assert "secret" not in repr(packed.talking_points)
    assert " ".join(packed.talking_points) == "A B"
    chosen = gather_pack(work, [item.id], PRIVATE)
    fenced = [point for point in chosen.items[0].talking_points if "secret" in point]
    assert fenced and all(block.private for point in fenced for block in parse(point))
    assert [point for point in chosen.items[0].talking_points if ":::" not in point] == list(
        packed.talking_points
    )


@pytest.mark.parametrize("opens", ["::: private", "::: private secret", "  ::: private"])
def test_no_private_part_of_a_brief_is_in_a_pack_unless_chosen(
    work: Work, item: AgendaItem, opens: str
) -> None:
    edit_dossier(work, item, brief=f"Open.\n\n{opens}\nOur secret\n:::\n\nOpen too.")
    (packed,) = gather_pack(work, [item.id], OPEN).items
    assert packed.brief == "Open.\n\nOpen too.\n"
    assert "Our secret" in gather_pack(work, [item.id], PRIVATE).items[0].brief


def test_a_sheet_is_of_one_statement(work: Work, item: AgendaItem) -> None:
    (statement,) = work.statements.of_item(item.id)
    sheet = gather_sheet(work, statement.id, OPEN)
    assert (sheet.item.number, sheet.delegation.state) == ("7", "Ghana")
    assert "secret" not in sheet.statement.text
    assert "The end" in sheet.statement.text
    assert unknown_citations(sheet) == ["[@BMS9, para. 1]"]


def test_what_is_not_there_is_refused(work: Work) -> None:
    for ids in ([], [uuid.uuid4()]):
        with pytest.raises(NameplateError):
            gather_pack(work, ids, OPEN)
    with pytest.raises(NameplateError):
        gather_sheet(work, uuid.uuid4(), OPEN)


def test_the_item_s_own_note_is_in_the_pack_only_if_private_notes_were_chosen(
    work: Work, item: AgendaItem
) -> None:
    assert "secret of mine" not in gather_pack(work, [item.id], OPEN).items[0].brief
    blocks = parse(gather_pack(work, [item.id], PRIVATE).items[0].brief)
    assert [(block.plain, block.private) for block in blocks][-1] == ("secret of mine", True)
    assert not blocks[0].private


def test_words_that_are_not_the_paragraph_s_are_named(work: Work, item: AgendaItem) -> None:
    text = "“To reinforce efforts to mark” [@BMS8, para. 62]. “To strengthen our replies” [@BMS8, para. 63]."
    statement = new_statement(work, item, text=text)
    assert misquotations(gather_sheet(work, statement.id, OPEN)) == ["BMS8/63"]


def test_a_text_that_was_altered_in_the_file_is_not_exported(work: Work, item: AgendaItem) -> None:
    found = work.library.one("BMS8/62")
    assert found.is_as_imported
    altered = replace(found.paragraph, text=found.paragraph.text.replace("reinforce", "reinvent"))
    with pytest.raises(NameplateError, match="BMS8/62 does not read as it was imported"):
        check_as_imported([LibraryParagraph(found.document, altered)])


def test_every_paragraph_of_the_library_reads_as_it_was_imported(work: Work) -> None:
    for document in work.library.documents():
        for row in work.library.rows(document.id):
            assert LibraryParagraph(document, row).is_as_imported
