from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from core.briefing_pack import PackPart, PackSettings
from core.documents import LibraryParagraph
from core.record import Intervention, NationalReport, Party, Record
from core.statements import Capacity, Stage
from exporters.annex_blocks import annex_blocks, label_order
from exporters.blocks import Block, Manuscript, Note, Paragraph, Role, Run, Table, Tone, notes_of
from exporters.citing import standing_of
from exporters.pack_blocks import pack_manuscript
from exporters.record_blocks import record_blocks
from exporters.statement_blocks import sheet_manuscript
from exporters.wording import shortened
from tests.exporters.samples import (
    GROUP_STATEMENT,
    I9,
    II18,
    ITEM7,
    P18,
    P24,
    P62,
    R17,
    bms8,
    record_on,
    revcon3,
    sample_pack,
    sample_sheet,
)


def _texts(blocks: Iterable[Block], role: Role) -> list[str]:
    return [block.plain for block in blocks if isinstance(block, Paragraph) and block.role is role]


def _said(note: Note) -> str:
    return "".join(run.text for run in note.runs).replace("\N{NO-BREAK SPACE}", " ")


def _statement(text: str) -> Manuscript:
    sheet = sample_sheet()
    return sheet_manuscript(replace(sheet, statement=replace(sheet.statement, text=text)))


def test_a_citation_becomes_a_footnote_close_to_the_words_and_after_their_stop() -> None:
    manuscript = _statement("We resolved “to mark” [@BMS8, para. 62]. We did.\n")
    paragraph = manuscript.blocks[-1]
    assert isinstance(paragraph, Paragraph)
    kinds = [i.text if isinstance(i, Run) else i for i in paragraph.inlines]
    assert kinds[0] == "We resolved “to mark”."
    assert isinstance(kinds[1], Note)
    assert kinds[2] == " We did."
    assert _said(kinds[1]) == "A/CONF.192/BMS/2022/1, annex, para. 62 (advance unedited copy)."


def test_a_footnote_names_the_sub_paragraph_that_was_cited() -> None:
    sheet = sample_sheet()
    for cited in ({"BMS8/62(a)": P62}, {"BMS8/62": P62, "BMS8/62(a)": P62}):
        text = "We mark [@BMS8, para. 62 (a)].\n"
        manuscript = sheet_manuscript(
            replace(sheet, cited=cited, statement=replace(sheet.statement, text=text))
        )
        (note,) = notes_of(manuscript.blocks)
        assert _said(note) == "A/CONF.192/BMS/2022/1, annex, para. 62 (a) (advance unedited copy)."


def test_a_group_whose_article_was_typed_has_one_article() -> None:
    sheet = sample_sheet()
    for group in ("The African Group", "African Group"):
        statement = replace(sheet.statement, capacity=Capacity.GROUP, group=group)
        manuscript = sheet_manuscript(replace(sheet, statement=statement))
        assert _texts(manuscript.blocks, Role.TITLE_BEHALF) == ["on behalf of the African Group"]
        assert manuscript.title.startswith("Statement on behalf of the African Group on")


def test_citations_side_by_side_share_a_footnote() -> None:
    manuscript = _statement("Agreed [@BMS8, para. 62] [@RevCon3, sect. I, para. 9].\n")
    (note,) = notes_of(manuscript.blocks)
    assert _said(note) == (
        "A/CONF.192/BMS/2022/1, annex, para. 62 (advance unedited copy); "
        "RevCon3 outcome document, sect. I, para. 9 (as given in a thematic summary, not verbatim)."
    )


def test_a_citation_of_what_is_not_here_says_so() -> None:
    (note,) = notes_of(_statement("Agreed [@RevCon4, para. 12].\n").blocks)
    assert _said(note) == "RevCon4, para. 12 (not in this workspace)."


def test_the_numbers_in_written_citations_are_tied_to_their_words() -> None:
    for note in notes_of(pack_manuscript(sample_pack()).blocks):
        words = "".join(run.text for run in note.runs)
        assert not re.search(r"(para|sect)\. \d", words)


def test_footnotes_are_numbered_through_the_whole_pack() -> None:
    numbers = [note.number for note in notes_of(pack_manuscript(sample_pack()).blocks)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_summary_s_own_words_are_set_apart_from_those_it_quotes() -> None:
    blocks = pack_manuscript(sample_pack()).blocks
    (quotation,) = (
        b
        for b in blocks
        if isinstance(b, Paragraph) and b.role is Role.QUOTATION and b.place == "RevCon3/I.9"
    )
    runs = [i for i in quotation.inlines if isinstance(i, Run)]
    assert [run.text for run in runs if run.tone is Tone.INK] == list(I9.paragraph.quotations)
    assert all(run.italic for run in runs if run.tone is Tone.SUMMARY)
    assert "".join(run.text for run in runs) == I9.paragraph.text


def test_a_summary_without_quotations_is_all_its_own_words() -> None:
    from exporters.commitment_blocks import official

    (run,) = official(revcon3("IV.2", "States promised more.").paragraph)
    assert isinstance(run, Run)
    assert run.tone is Tone.SUMMARY


def test_commitments_are_numbered_and_show_reference_stance_chapeau_and_standing() -> None:
    blocks = pack_manuscript(sample_pack()).blocks
    heads = [b for b in blocks if isinstance(b, Paragraph) and b.role is Role.COMMITMENT]
    assert [head.marker for head in heads] == [str(n) for n in range(1, 10)]
    assert [head.aside for head in heads][:3] == ["Support", "Cite", "Oppose"]
    nth = blocks.index(heads[0])
    following = [b for b in blocks[nth + 1 : nth + 5] if isinstance(b, Paragraph)]
    assert [b.role for b in following] == [Role.PATH, Role.CHAPEAU, Role.QUOTATION, Role.CITATION]
    assert following[2].plain == P24.paragraph.text
    assert following[3].plain.replace("\N{NO-BREAK SPACE}", " ") == (
        "A/CONF.192/BMS/2022/1, annex, para. 24 – adopted by consensus; advance unedited copy"
    )


def test_a_vote_and_a_summary_are_said() -> None:
    assert standing_of(II18) == "adopted by a vote; as given in a thematic summary, not verbatim"
    assert standing_of(P18) == "adopted by consensus; advance unedited copy"


def test_a_commitment_whose_document_is_missing_keeps_its_reference() -> None:
    words = _texts(pack_manuscript(sample_pack()).blocks, Role.CITATION)
    assert "The text of this paragraph is not in this workspace; only its reference is known." in words


def test_parts_come_in_the_order_they_were_switched_on() -> None:
    order = (PackPart.RECORD, PackPart.ANNEX, PackPart.COMMITMENTS, PackPart.BRIEF)
    blocks = pack_manuscript(sample_pack(PackSettings(parts=order))).blocks
    assert _texts(blocks, Role.HEADING_2)[2:5] == ["Record of past meetings", "Commitments", "Brief"]
    assert _texts(blocks, Role.HEADING_1)[-1] == "Annex: texts cited"


def test_an_item_without_anything_says_so() -> None:
    pack = sample_pack()
    bare = replace(pack.items[0], brief=" ", talking_points=(), statements=(), commitments=(), records=())
    blocks = pack_manuscript(replace(pack, items=(bare,))).blocks
    assert "Nothing has been prepared on this item." in _texts(blocks, Role.BODY)


def test_the_annex_goes_by_document_and_in_the_documents_order() -> None:
    blocks = list(annex_blocks([P62, I9, R17, II18, bms8("9", "Nine."), P18]))
    markers = [b.marker for b in blocks if isinstance(b, Paragraph) and b.role is Role.ANNEX_TEXT]
    assert markers == ["I.9.", "II.18.", "17.", "9.", "18.", "62."]
    assert _texts(blocks, Role.HEADING_2) == [
        "RevCon3 – A/CONF.192/2018/RC/3",
        "BMS8 – A/CONF.192/BMS/2022/1",
    ]
    paths = _texts(blocks, Role.ANNEX_PATH)
    assert paths[1] == "Report › III. Proceedings"
    assert paths[2] == "Outcome of the Eighth Biennial Meeting of States"
    remarks = _texts(blocks, Role.ANNEX_REMARK)
    assert "Numbered “1.9” in the source." in remarks
    assert "Adopted by a vote; as given in a thematic summary, not verbatim." in remarks


def test_labels_sort_as_documents_number_them() -> None:
    labels = ["II.10", "62(b)", "V.1", "pp.10", "II.9", "IV.1", "62", "pp.7", "62(a)"]
    wanted = ["pp.7", "pp.10", "II.9", "II.10", "IV.1", "V.1", "62", "62(a)", "62(b)"]
    assert sorted(labels, key=label_order) == wanted


def test_a_whole_paragraph_is_given_once_however_often_it_is_cited() -> None:
    blocks = pack_manuscript(sample_pack()).blocks
    assert _texts(blocks, Role.ANNEX_TEXT).count(P62.paragraph.text) == 1


def _table(blocks: Iterable[Block]) -> list[list[str]]:
    (table,) = (block for block in blocks if isinstance(block, Table))
    return [["".join(run.text for run in cell) for cell in row.cells] for row in table.rows]


def test_the_record_puts_the_own_state_first_then_groups_then_the_rest_by_sitting() -> None:
    blocks = list(record_blocks(record_on(ITEM7), "Ghana"))
    rows = [[cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in _table(blocks)]
    assert rows[0] == [
        "Ghana",
        "also on behalf of Economic Community of West African States",
        "4th meeting, 28 June 2022",
        "18",
    ]
    assert [row[0] for row in rows[1:3]] == ["European Union", "Mauritania"]
    assert rows[3][0].startswith("Costa Rica, Colombia")
    assert rows[3][1] == "national capacity"
    assert rows[4] == [
        "Philippines, United States of America",
        "national capacity",
        "6th meeting, 29 June 2022",
        "18",
    ]
    assert rows[5][:2] == ["INTERPOL", "organization"]
    (own,) = _texts(blocks, Role.RECORD)
    assert own.replace("\N{NO-BREAK SPACE}", " ") == (
        "Ghana spoke on this item (4th meeting, 28 June 2022, also on behalf of Economic Community of West "
        "African States). It also spoke on item 6. It submitted a national report (report, para. 15). "
        "It was elected Vice-Chair (report, para. 9)."
    )


def test_a_state_that_was_silent_is_told_so() -> None:
    record = Record(
        (Intervention("Togo", "Togo", Party.STATE, ("7",), None, "", "", "18"),),
        (NationalReport("Togo", "Togo", Party.STATE, "15"),),
    )
    blocks = list(record_blocks(replace(record_on(ITEM7), record=record, own=Record()), "Ghana"))
    assert _texts(blocks, Role.RECORD) == [
        "Ghana did not speak on this item. It is not listed as having submitted a national report."
    ]
    assert _table(blocks) == [["Togo", "national capacity", "meeting not stated", "18"]]


def _first_page(manuscript: Manuscript) -> list[str]:
    page = []
    for block in manuscript.blocks:
        if isinstance(block, Paragraph):
            if block.new_page:
                break
            page.append(block.plain.replace("\N{NO-BREAK SPACE}", " "))
    return page


def test_the_first_page_of_a_statement_is_the_one_a_delegation_uses() -> None:
    assert _first_page(sheet_manuscript(sample_sheet())) == [
        "Permanent Mission of Ghana to the United Nations",
        "Check against delivery",
        "Statement by",
        "H.E. Ms. Ama Mensah",
        "Deputy Permanent Representative",
        "Permanent Mission of Ghana to the United Nations",
        sample_sheet().meeting.name,
        f"Agenda item 7: {ITEM7.title}",
        "New York, 5–9 June 2028",
        "Draft",
    ]


def test_a_group_statement_names_the_group_and_a_delivered_one_needs_no_checking() -> None:
    page = _first_page(sheet_manuscript(sample_sheet(statement=GROUP_STATEMENT)))
    assert "on behalf of the African Group" in page
    assert "H.E. Mr. Kofi Boateng" in page
    assert page[-1] == "– Final –"
    delivered = replace(GROUP_STATEMENT, stage=Stage.DELIVERED, group="CARICOM", capacity=Capacity.GROUP)
    page = _first_page(sheet_manuscript(sample_sheet(statement=delivered)))
    assert "Check against delivery" not in page
    assert "on behalf of CARICOM" in page
    assert page[-1] == "– As delivered –"


def test_a_statement_alone_carries_no_working_title() -> None:
    sheet = sample_sheet()
    named = replace(sheet.statement, title="Draft 3, not for the minister")
    manuscript = sheet_manuscript(replace(sheet, statement=named))
    assert manuscript.title.replace("\N{NO-BREAK SPACE}", " ") == "Statement by Ghana on agenda item 7"


def test_long_names_are_shortened_where_their_purpose_begins() -> None:
    name = sample_pack().meeting.name
    assert shortened(name) == "Tenth Biennial Meeting of States"
    assert shortened("word " * 40) == ("word " * 14).strip() + "…"


def test_texts_in_another_language_are_marked_as_such() -> None:
    french = replace(sample_sheet().statement, language="fr")
    manuscript = sheet_manuscript(sample_sheet(statement=french))
    spoken = [b for b in manuscript.blocks if isinstance(b, Paragraph) and b.role is Role.STATEMENT]
    assert {b.language for b in spoken} == {"fr"}
    located = LibraryParagraph(replace(P18.document, language="fr"), P18.paragraph)
    texts = [b for b in annex_blocks([located]) if isinstance(b, Paragraph) and b.role is Role.ANNEX_TEXT]
    assert texts[0].language == "fr"
