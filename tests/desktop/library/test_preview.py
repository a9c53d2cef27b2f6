"""The pieces of the page that shows a document before it is saved."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextLayout, QTextOption
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.documents import Document, Kind, Paragraph, Track
from core.errors import NameplateError
from desktop.library.importing import Fate, Outcome
from desktop.library.preview.batch_model import BatchModel
from desktop.library.preview.correcting import CorrectedDocument
from desktop.library.preview.head_form import HeadForm
from desktop.library.preview.paragraph_panel import ParagraphPanel
from desktop.library.preview.paragraphs_model import KIND_WORDS, ParagraphsModel
from desktop.library.preview.paragraphs_view import ParagraphsView
from desktop.library.preview.places import Places
from desktop.library.preview.sections import SectionsModel, sections_of
from desktop.library.preview.to_check import place_of
from desktop.theme.kind_colours import group_of, shade_of
from desktop.widgets.line_counter import LineCounter
from importers.imported import ImportedDocument
from tests.desktop.library.documents import made, operative, read

TESTING = QAbstractItemModelTester.FailureReportingMode.Fatal


def rows(*numbers: int) -> list[Paragraph]:
    return [made(*operative(*map(str, range(30)))).paragraphs[number] for number in numbers]


@given(
    st.lists(st.integers(0, 29), max_size=12, unique=True),
    st.lists(st.integers(0, 29), max_size=12, unique=True),
)
def test_a_correction_renews_only_what_it_touched(before: list[int], after: list[int]) -> None:
    model = ParagraphsModel()
    tester = QAbstractItemModelTester(model, TESTING)
    touched: list[int] = []
    model.set_paragraphs(tuple(rows(*before)))
    model.dataChanged.connect(lambda first, last: touched.append(last.row() - first.row() + 1))
    model.set_paragraphs(tuple(rows(*after)))
    assert list(model.paragraphs) == rows(*after)
    assert model.rowCount() == len(after)
    if before == after:
        assert not touched
    tester.deleteLater()


def test_a_row_is_told_in_words(qapp: QApplication) -> None:
    model = ParagraphsModel()
    model.set_paragraphs(
        made((Kind.PREAMBULAR, "pp.1", "Recalling,"), (Kind.HEADING, "", "chapeau")).paragraphs
    )
    assert model.index(0).data() == "Preambular pp.1: Recalling,"
    assert model.index(1).data() == "No number: chapeau"
    assert set(map(group_of, model.paragraphs)) <= set(KIND_WORDS)


@pytest.mark.parametrize("language", ["latin", "arabic", "chinese"])
def test_a_row_is_never_lower_than_its_text(qapp: QApplication, language: str) -> None:
    font = QFont(qapp.font())
    words = {
        "latin": "the illicit trade in small arms and light weapons in all its aspects record-keeping",
        "arabic": "الاتجار غير المشروع بالأسلحة الصغيرة والأسلحة الخفيفة من جميع جوانبه",
        "chinese": "从各个方面防止打击和消除小武器和轻武器非法贸易的行动纲领，",
    }[language]
    counter = LineCounter(font)
    for repeat in (1, 3, 11):
        text = " ".join([words] * repeat) if language != "chinese" else words * repeat
        for width in (120, 160, 333, 512):
            layout = QTextLayout(text, font)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
            layout.endLayout()
            needed, counted = layout.lineCount(), counter.lines(text, width)
            assert needed <= counted <= needed * 1.3 + 2


def test_two_thousand_rows_are_measured_without_laying_them_out(qtbot: QtBot) -> None:
    view = ParagraphsView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    document = made(*operative(*map(str, range(1, 2001))))
    with qtbot.waitExposed(view):
        view.show()
    view.rows.set_paragraphs(document.paragraphs)
    view.select(1999)
    assert view.currentIndex().row() == 1999
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_the_rows_of_a_text_from_right_to_left_are_mirrored(qtbot: QtBot) -> None:
    view = ParagraphsView()
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.rows.set_paragraphs(made((Kind.OPERATIVE, "1", "مقاصد الأمم المتحدة هي:"), language="ar").paragraphs)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitExposed(view):
        view.show()
    picture = view.viewport().grab().toImage()
    middle = view.visualRect(view.rows.index(0)).center().y()
    ink = QColor(shade_of("operative", view.palette()).ink)
    inked = [x for x in range(picture.width()) if picture.pixelColor(x, middle) == ink]
    assert inked and min(inked) > picture.width() * 4 // 5


def test_places_are_found_over_line_ends_and_notes() -> None:
    source = (
        "1. Encourages States to\nmark arms;\n2 A/1/2.\n2. Decides to remain\n\nseized.\n1. Encourages again"
    )
    places = Places(source).of(["Encourages States to mark arms;", "Decides to remain seized.", "Not there"])
    first, second = places[0], places[1]
    assert first is not None and second is not None and places[2] is None
    assert source[slice(*first)] == "Encourages States to\nmark arms;"
    assert source[slice(*second)] == "Decides to remain\n\nseized."


@given(st.lists(st.text("abc \n", min_size=1, max_size=90), max_size=8))
def test_places_lie_in_the_source_and_in_order(texts: list[str]) -> None:
    source = "\n".join(texts)
    found = [place for place in Places(source).of(texts) if place is not None]
    assert all(0 <= start < end <= len(source) for start, end in found)
    assert [start for start, _ in found] == sorted(start for start, _ in found)
    assert len(found) == sum(bool(text.strip()) for text in texts)


def with_sections() -> Document:
    base = made(
        (Kind.HEADING, "", "A. MARKING"),
        *operative("1", "2"),
        (Kind.HEADING, "", "B. TRACING"),
        *operative("3"),
    )
    section = ("A. MARKING",)
    paragraphs = tuple(
        replace(row, section=section if nth in (1, 2) else ("B. TRACING",) if nth == 4 else ())
        for nth, row in enumerate(base.paragraphs)
    )
    return replace(base, paragraphs=paragraphs)


def test_sections_are_listed_with_their_tracks(qapp: QApplication) -> None:
    document = with_sections()
    marking, tracing = sections_of(document)
    assert (marking.heading, marking.rows, marking.first) == ("A. MARKING", (1, 2), 0)
    assert (tracing.heading, tracing.rows, tracing.track_words) == ("B. TRACING", (4,), "no track")
    changed = list(document.paragraphs)
    changed[1] = replace(changed[1], track=Track.ITI)
    mixed = sections_of(replace(document, paragraphs=tuple(changed)))
    assert mixed[0].track_words == "several"
    model = SectionsModel()
    tester = QAbstractItemModelTester(model, TESTING)
    model.set_sections(sections_of(document))
    model.set_sections(mixed)
    assert "several, 2 paragraphs" in model.index(0).data()
    tester.deleteLater()


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Paragraph 2 names “Ruritania” among States.", 1),
        ("Paragraph 3(a) stands alone.", 2),
        ("Something is odd on page 2.", 5),
        ("“take measure 4” stands twice.", 3),
        ("The text does not say its symbol.", None),
    ],
)
def test_a_warning_leads_to_its_place(sentence: str, row: int | None) -> None:
    assert place_of(sentence, made(*operative("1", "2", "3(a)", "4", "5", "6", "7"))) == row


def test_corrections_can_be_taken_back_and_made_again(qapp: QApplication) -> None:
    first = read(made(*operative("1", "2")))
    document = CorrectedDocument(first)

    def retitled(title: str) -> ImportedDocument:
        return replace(first, document=replace(first.document, title=title))

    assert not document.is_corrected and not document.can_undo
    document.correct("nothing", lambda same: same)
    assert not document.is_corrected
    document.correct("one", lambda _: retitled("One"))
    document.correct("two", lambda _: retitled("Two"))
    document.undo()
    assert (document.now.document.title, document.can_undo, document.can_redo) == ("One", "one", "two")
    document.redo()
    document.redo()
    assert document.now.document.title == "Two"
    document.undo()
    document.undo()
    document.undo()
    assert document.now is first and not document.is_corrected
    document.correct("three", lambda _: retitled("Three"))
    assert document.can_redo == ""

    def refuse(_: ImportedDocument) -> ImportedDocument:
        raise NameplateError("No.")

    with pytest.raises(NameplateError):
        document.correct("four", refuse)
    assert document.now.document.title == "Three"


def test_the_head_is_corrected_field_by_field(qtbot: QtBot) -> None:
    form = HeadForm()
    qtbot.addWidget(form)
    form.show()
    document = made(*operative("1"))
    form.show_head(document)
    edited: list[tuple[str, object]] = []
    complaints: list[str] = []
    form.edited.connect(lambda name, value: edited.append((name, value)))
    form.complained.connect(complaints.append)
    date = form.fields["date"]
    QTest.keyClicks(date, "5/6/2028")
    QTest.keyClick(date, Qt.Key.Key_Return)
    assert "is not a date" in complaints[-1] and not edited and not form.commit()
    date.selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(date, "5 June 2028")
    QTest.keyClick(date, Qt.Key.Key_Return)
    assert complaints[-1] == "" and ("date", dt.date(2028, 6, 5)) in edited
    form.show_head(replace(document, date=dt.date(2028, 6, 5)))
    edited.clear()
    assert form.commit() and not edited


def test_a_paragraph_is_split_where_the_cursor_stands(qtbot: QtBot) -> None:
    panel = ParagraphPanel(KIND_WORDS)
    qtbot.addWidget(panel)
    panel.show()
    text = "First 𝔄 sentence. Second one."
    row = made((Kind.OPERATIVE, "1", text)).paragraphs[0]
    panel.show_paragraph(row, first=True, last=False)
    asked: list[int] = []
    panel.split_requested.connect(asked.append)
    assert not panel.split.isEnabled() and not panel.above.isEnabled() and panel.below.isEnabled()
    cursor = panel.words.textCursor()
    cursor.setPosition(len("First 𝔄 sentence. ".encode("utf-16-le")) // 2)
    panel.words.setTextCursor(cursor)
    QTest.keyClick(panel.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [text[at:] for at in asked] == ["Second one."]
    QTest.keyClicks(panel.words, "nothing can be typed")
    assert panel.words.toPlainText() == text


def test_the_files_of_a_batch_are_grouped_by_what_became_of_them(qapp: QApplication) -> None:
    model = BatchModel()
    tester = QAbstractItemModelTester(model, TESTING)
    look = Outcome(Path("a.pdf"), Fate.LOOK, reasons=("Odd.", "Odder."))
    for outcome in (
        Outcome(Path("b.pdf"), Fate.IMPORTED, counted="2 operative paragraphs"),
        look,
        Outcome(Path("c.pdf"), Fate.REFUSED, reasons=("A scan.",)),
        Outcome(Path("d.pdf"), Fate.IMPORTED),
    ):
        model.add(outcome)
    words = [model.index(nth).data() for nth in range(model.rowCount())]
    assert words == [
        "WANT A LOOK  1",
        "a.pdf: Odd. (and 1 more)",
        "REFUSED  1",
        "c.pdf: A scan.",
        "IMPORTED  2",
        "b.pdf: 2 operative paragraphs",
        "d.pdf: ",
    ]
    model.replace(look, replace(look, fate=Fate.IMPORTED, reasons=()))
    assert model.index(0).data() == "REFUSED  1" and model.index(2).data() == "IMPORTED  3"
    model.clear()
    assert model.rowCount() == 0
    tester.deleteLater()
