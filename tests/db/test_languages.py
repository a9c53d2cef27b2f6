"""One document in several languages: found together, told apart, paragraph beside paragraph."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparing.parallel import beside
from core.documents import Document, Kind, Paragraph, Part
from core.errors import NameplateError
from db.workspace import Workspace
from tests.db.samples import document, row

PARTS = (Part("text", "Resolution"), Part("annex", "Annex", "annex"))


def resolution(language: str, rows: list[Paragraph], short: str = "", symbol: str = "A/RES/90/1") -> Document:
    return document(symbol, short, rows, parts=PARTS, main_part="text", language=language)


def text(label: str, words: str, **more: object) -> Paragraph:
    return row(label, words, part="text", **more)


def heading(words: str, level: int = 1) -> Paragraph:
    return text("", words, kind=Kind.HEADING, level=level)


ENGLISH = resolution(
    "en",
    [
        heading("Small arms"),
        text("", "The General Assembly,"),
        text("pp.1", "Recalling its resolutions,"),
        text("1", "Calls upon States:"),
        text("1(a)", "To mark weapons;"),
        text("1(b)", "To keep records;"),
        text("", "All States should take part."),
        text("2", "Decides to meet again."),
        row("1", "First of the annex."),
    ],
    "Res1",
)
FRENCH = resolution(
    "fr",
    [
        heading("Armes légères"),
        text("", "L’Assemblée générale,"),
        text("pp.1", "Rappelant ses résolutions,"),
        text("1", "Demande aux États :"),
        text("1(a)", "De marquer les armes ;"),
        text("1(b)", "De tenir des registres ;"),
        text("", "Tous les États devraient participer."),
        text("2", "Décide de se réunir à nouveau."),
        row("1", "Premier de l’annexe."),
    ],
)
ARABIC = resolution(
    "ar",
    [
        text("", "إن الجمعية العامة،"),
        text("pp.1", "إذ تشير إلى قراراتها،"),
        text("1", "تهيب بالدول:"),
        text("1(أ)", "أن تضع علامات على الأسلحة؛"),
        text("1(ب)", "أن تحتفظ بالسجلات؛"),
        text("2", "تقرر أن تجتمع مرة أخرى."),
        row("1", "أولى فقرات المرفق."),
        row("2", "فقرة لا توجد في غيرها."),
    ],
)


@pytest.fixture
def several(workspace: Workspace) -> Workspace:
    with workspace.write() as work:
        for each in (FRENCH, ENGLISH, ARABIC):
            assert work.library.add(each)
        work.library.add(resolution("fr", [text("1", "Un autre texte.")], symbol="A/RES/90/2"))
    return workspace


def test_a_document_knows_its_languages(several: Workspace) -> None:
    with several.read() as work:
        assert [head.language for head in work.library.languages(FRENCH.id)] == ["fr", "ar", "en"]
        assert [head.language for head in work.library.languages(ENGLISH.id)] == ["en", "ar", "fr"]
        assert len(work.library.documents()) == 4
        assert work.library.languages(uuid.uuid4()) == []


def test_of_each_other_language_the_last_reading_is_given(several: Workspace) -> None:
    better = resolution("fr", [text("1", "Demande aux États, mieux lu :")])
    with several.write() as work:
        work.library.add(better)
        assert [head.id for head in work.library.languages(ENGLISH.id)] == [ENGLISH.id, ARABIC.id, better.id]
        assert work.library.languages(FRENCH.id)[0].id == FRENCH.id


def test_without_symbols_the_short_name_joins_languages(workspace: Workspace) -> None:
    with workspace.write() as work:
        work.library.add(resolution("en", [text("1", "One.")], "Paper", symbol=""))
        work.library.add(resolution("es", [text("1", "Uno.")], "Paper", symbol=""))
        work.library.add(resolution("es", [text("1", "Otro.")], "Other", symbol=""))
        head = work.library.document("Paper")
        assert [each.language for each in work.library.languages(head.id)] == ["en", "es"]


def test_all_rows_of_two_languages_stand_beside_each_other(several: Workspace) -> None:
    with several.read() as work:
        pairs = work.library.counterparts(ENGLISH.id, FRENCH.id)
        assert [(a and a.text, b and b.text) for a, b in pairs] == [
            (a.text, b.text) for a, b in zip(ENGLISH.paragraphs, FRENCH.paragraphs, strict=True)
        ]
        labels = [(a and a.label, b and b.label) for a, b in work.library.counterparts(ENGLISH.id, ARABIC.id)]
        assert labels == [
            ("", None),
            ("", ""),
            ("pp.1", "pp.1"),
            ("1", "1"),
            ("1(a)", "1(أ)"),
            ("1(b)", "1(ب)"),
            ("", None),
            ("2", "2"),
            ("1", "1"),
            (None, "2"),
        ]
        assert work.library.counterparts(ENGLISH.id, uuid.uuid4()) == []


def test_a_paragraph_has_a_counterpart_in_another_language(several: Workspace) -> None:
    with several.read() as work:
        lettered = work.library.one("Res1/1(b)")
        arabic = work.library.counterpart(lettered.paragraph.id, "ar")
        assert arabic is not None
        assert (arabic.paragraph.label, arabic.document.language) == ("1(ب)", "ar")
        assert work.library.counterpart(arabic.paragraph.id, "en") == lettered
        assert work.library.counterpart(lettered.paragraph.id, "en") == lettered
        assert work.library.counterpart(lettered.paragraph.id, "ru") is None
        assert work.library.counterpart(uuid.uuid4(), "fr") is None
        annex = work.library.counterpart(ENGLISH.paragraphs[-1].id, "fr")
        assert annex is not None
        assert annex.paragraph.text == "Premier de l’annexe."


def test_a_row_without_a_label_has_one_only_where_its_place_is_certain(several: Workspace) -> None:
    opening, closing = ENGLISH.paragraphs[1], ENGLISH.paragraphs[6]
    with several.read() as work:
        french = work.library.counterpart(closing.id, "fr")
        assert french is not None
        assert french.paragraph.text == "Tous les États devraient participer."
        assert work.library.counterpart(closing.id, "ar") is None
        assert work.library.counterpart(opening.id, "ar") is None, "the Arabic has no heading before it"


ROWS = st.lists(
    st.builds(
        lambda label, words, level, part: row(
            label, words, part=part, level=level, kind=Kind.HEADING if level else Kind.OPERATIVE
        ),
        st.sampled_from(["", "", "1", "2", "3", "1(a)", "1(b)"]),
        st.text(max_size=3),
        st.integers(0, 2),
        st.sampled_from(["text", "annex"]),
    ),
    max_size=9,
)


@settings(max_examples=200, deadline=None)
@given(ours=ROWS, theirs=ROWS)
def test_every_row_is_there_once_and_what_is_certain_is_so_from_both_sides(
    ours: list[Paragraph], theirs: list[Paragraph]
) -> None:
    a, b = resolution("en", ours), resolution("fr", theirs)
    pairs = beside(a, a.paragraphs, b, b.paragraphs)
    assert sorted(str(each.pair[0].id) for each in pairs if each.pair[0]) == sorted(
        str(p.id) for p in a.paragraphs
    )
    assert sorted(str(each.pair[1].id) for each in pairs if each.pair[1]) == sorted(
        str(p.id) for p in b.paragraphs
    )
    back = {each.pair[::-1] for each in beside(b, b.paragraphs, a, a.paragraphs) if each.sure}
    assert {each.pair for each in pairs if each.sure} == back
    alone = beside(a, a.paragraphs, a, a.paragraphs)
    assert [each.pair for each in alone if each.pair[0] and each.pair[0].label] == [
        (p, p) for p in sorted(a.paragraphs, key=lambda p: _part_place(a, p)) if p.label
    ]


def _part_place(head: Document, paragraph: Paragraph) -> int:
    return list(dict.fromkeys(p.part for p in head.paragraphs)).index(paragraph.part)


def test_a_language_or_a_second_reading_makes_no_reference_ambiguous(several: Workspace) -> None:
    with several.write() as work:
        work.library.add(resolution("en", [text("2", "Decides to meet once more.")]))
        assert work.library.one("A/RES/90/1/2").paragraph.text == "Decides to meet once more."
        assert [each.document.symbol for each in work.library.resolve("para. 1")] == [
            "A/RES/90/2",
            "A/RES/90/1",
        ]


def test_a_language_can_be_named(several: Workspace) -> None:
    with several.read() as work:
        assert work.library.one("Res1/2").document.language == "en"
        assert work.library.one("A/RES/90/1/2 (fr)").paragraph.text == "Décide de se réunir à nouveau."
        assert work.library.one("A/RES/90/1 para 1(b) (AR)").paragraph.label == "1(ب)"
        assert work.library.one("A/RES/90/1/1(ب)").paragraph.label == "1(b)"
        assert work.library.document("a/res/90/1 (ar)").id == ARABIC.id
        assert work.library.resolve("A/RES/90/1/2 (ru)") == []
        with pytest.raises(
            NameplateError, match="here in English, Arabic and French only; import it in Russian"
        ):
            work.library.one("A/RES/90/1/2 (ru)")
        with pytest.raises(NameplateError, match="import it in Chinese first"):
            work.library.document("A/RES/90/2 (zh)")


def test_a_short_name_may_stand_for_every_language_of_a_document(several: Workspace) -> None:
    with several.write() as work:
        assert work.library.add(resolution("es", [text("1", "Pide a los Estados:")], "Res1"))
        with pytest.raises(NameplateError, match="already stands for A/RES/90/1"):
            work.library.add(resolution("es", [text("1", "Otra cosa.")], "res 1", symbol="A/RES/90/9"))


def test_the_same_text_is_not_added_twice_however_it_was_read(several: Workspace) -> None:
    other_file = replace(
        ENGLISH,
        title="Another title",
        short="",
        source_note="from a Word file",
        paragraphs=tuple(replace(each, page=7, footnotes=("A note.",)) for each in ENGLISH.paragraphs),
    )
    respelt = resolution("en", list(ENGLISH.paragraphs), symbol="a/res/90/1")
    with several.write() as work:
        for again in (ENGLISH, other_file, respelt):
            assert not work.library.add(again)
            there = work.library.already_here(again)
            assert there is not None
            assert there.short == "Res1"
        assert len(work.library.documents()) == 4


def test_one_text_cannot_be_in_two_languages(several: Workspace) -> None:
    with several.write() as work:
        with pytest.raises(
            NameplateError, match="already here, in English; import it without naming another"
        ):
            work.library.add(resolution("es", list(ENGLISH.paragraphs)))
        assert len(work.library.documents()) == 4
