"""Search by meaning and filters, with real keys, in the three places of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.documents import Kind, Standing, Track
from core.language.strength import Strength
from desktop.library.paragraph_table import COLUMNS, STRENGTH, ParagraphTable
from desktop.main_window import MainWindow
from desktop.rail import LIBRARY
from desktop.searching.asking import Asker
from desktop.thesaurus import editing
from desktop.thesaurus.editing import Use
from desktop.widgets.filter_choice import FilterChoice

CTRL = Qt.KeyboardModifier.ControlModifier


def answered(qtbot: QtBot, asker: Asker, words: str, *, meaning: bool = True) -> None:
    """Waits until these words are answered, by meaning if that is meant."""
    qtbot.waitUntil(
        lambda: asker.last.question.words == words and asker.last.question.meaning is meaning, timeout=5000
    )


def open_palette(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(window.palette_over.isVisible)


def test_the_palette_says_how_words_were_understood_and_a_meaning_is_left_out_by_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_palette(window, qtbot)
    palette = window.palette_over
    QTest.keyClicks(palette.field, "fixers")
    answered(qtbot, palette.asker, "fixers")
    assert palette.meaning.isVisible() and list(palette.meaning.chips) == ["brokering"]
    first = palette.list.current_row()
    assert first is not None and "“brokers”" in first.because and first.marks
    chip = palette.meaning.chips["brokering"]
    qtbot.waitUntil(chip.isVisible)
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(palette.asker.last.left_out))
    assert palette.isVisible()
    struck = palette.meaning.chips["brokering"]
    assert window.focusWidget() is struck and struck.font().strikeOut()
    QTest.keyClick(struck, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not palette.asker.last.left_out)
    assert palette.list.current_row() == first
    palette.field.setText("brokering")
    answered(qtbot, palette.asker, "brokering")
    assert all(not row.because for row in palette.list.rows_model.rows[:1])


def test_what_was_chosen_by_hand_does_not_move_when_more_is_found(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot)
    palette = window.palette_over
    palette.field.setText("guns made at home")
    palette.asker._resting.stop()
    answered(qtbot, palette.asker, "guns made at home", meaning=False)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    chosen, seen = palette.list.current_row(), list(palette.list.rows_model.rows)
    place = palette.list.visualRect(palette.list.currentIndex())
    palette.asker.ask()
    answered(qtbot, palette.asker, "guns made at home")
    assert palette.list.current_row() == chosen
    assert palette.list.visualRect(palette.list.currentIndex()) == place
    assert list(palette.list.rows_model.rows[: len(seen)]) == seen
    assert palette.meaning.isVisible()
    QTest.keyClicks(palette.field, " by fixers")
    answered(qtbot, palette.asker, "guns made at home by fixers")
    best = palette.asker.last.hits[0].found
    row = palette.list.current_row()
    assert row is not None and row.located == best


def test_that_nothing_is_found_is_not_said_before_it_was_asked_what_is_meant(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_palette(window, qtbot)
    palette, shown = window.palette_over, []
    palette.asker.answered.connect(lambda found: shown.append((found.question.words, len(found.hits))))
    palette.field.setText("fixers")
    palette.asker._resting.stop()
    answered(qtbot, palette.asker, "fixers")
    assert all(hits for words, hits in shown if words)


def test_return_before_typing_rests_acts_on_the_answer_by_meaning(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot)
    palette = window.palette_over
    QTest.keyClicks(palette.field, "homemade guns")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.pull.reference for each in window.desk.pulled] == ["BMS8/37"], timeout=5000)


def test_the_dossier_lists_by_filters_alone_and_goes_back_to_its_own(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = window.dossier.commitments
    view.about.topic.choose("marking")
    view.about.topic.activated.emit(view.about.topic.currentIndex())
    qtbot.waitUntil(lambda: any(row.caption.startswith("FOUND") for row in view.list.rows_model.rows))
    assert view.about.topic.words == "Marking"
    view.about.topic.setCurrentIndex(0)
    view.about.topic.activated.emit(0)
    qtbot.waitUntil(lambda: not any(row.caption.startswith("FOUND") for row in view.list.rows_model.rows))
    assert view.about.topic.words == "Topic"


def test_the_dossier_puts_what_belongs_to_the_item_first_by_meaning(window: MainWindow, qtbot: QtBot) -> None:
    view = window.dossier.commitments
    view.search.setText("fixers")
    answered(qtbot, view.asker, "fixers")
    assert view.meaning.isVisible()
    assert window.desk.item is not None
    tracks = [hit.found.paragraph.track for hit in view.asker.last.hits]
    own = [nth for nth, track in enumerate(tracks) if track is window.desk.item.track]
    others = [nth for nth, track in enumerate(tracks) if track not in (None, window.desk.item.track)]
    assert own and (not others or max(own) < min(others))


def in_library(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to(LIBRARY)
    qtbot.waitUntil(lambda: bool(window.library.view.reading.rows_model.rows))


def test_filters_list_in_all_documents_and_narrow_the_one_that_is_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    in_library(window, qtbot)
    view, strength = window.library.view, window.library.view.filters.about.strength
    strength.choose(Strength.ENCOURAGE)
    strength.activated.emit(strength.currentIndex())
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.hits)
    documents = {row.located.document.short for row in view.hits.rows_model.rows if row.located}
    assert documents == {"BMS8", "RevCon3"}
    other = next(head for head in window.library.side.model.documents if head.short == "RevCon3")
    window.library.show_document(other)
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.reading)
    qtbot.waitUntil(lambda: bool(view.reading.rows_model.rows))
    assert view.filters.in_this_document
    narrowed = [row.located for row in view.reading.rows_model.rows]
    assert all(each is not None and each.document.short == "RevCon3" for each in narrowed)
    assert len(narrowed) < 40
    first = narrowed[0]
    assert first is not None
    window.library.show_paragraph(first)  # its place is seen with what stands around it
    qtbot.waitUntil(lambda: len(view.reading.rows_model.rows) > 100)


def test_the_item_comes_first_in_the_library_where_that_is_wished(window: MainWindow, qtbot: QtBot) -> None:
    in_library(window, qtbot)
    view = window.library.view
    assert view.filters.item_first.text() == "Item 6 first"
    view.search.setText("assistance")
    answered(qtbot, view.asker, "assistance")
    assert view.asker.last.question.item is None
    view.filters.item_first.click()
    qtbot.waitUntil(lambda: view.asker.last.question.item is not None)
    assert window.desk.item is not None
    assert view.asker.last.hits[0].found.paragraph.track is window.desk.item.track


def test_the_table_tells_strength_sorts_by_it_and_copies_its_rows(
    window: MainWindow, qtbot: QtBot, qtmodeltester: object
) -> None:
    in_library(window, qtbot)
    view = window.library.view
    view.filters.show_as_table(True)
    table = view.table
    qtbot.waitUntil(lambda: view.stack.currentWidget() is table and table.model().rowCount() > 100)
    QAbstractItemModelTester(table._table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.sortByColumn(STRENGTH, Qt.SortOrder.AscendingOrder)
    classes = [table.model().index(nth, STRENGTH).data() for nth in range(table.model().rowCount())]
    told = list(dict.fromkeys(each for each in classes if each))
    order = [str(each) for each in Strength]
    assert told == sorted(told, key=order.index) and told[0] == "commit"
    assert classes[0] == "commit" and classes[-1] == ""
    table.selectRow(0)
    table.selectionModel().select(
        table.model().index(1, 0),
        table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
    )
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[0] == "Reference" and len(lines) == 3
    assert lines[1].split("\t")[0] == table.model().index(0, 0).data()
    QTest.keyClick(table, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text().count("\n\n") == 1
    assert "A/CONF.192/BMS/2022/1" in QApplication.clipboard().text()
    assert len(table.paragraphs) == 2


def test_the_columns_that_are_shown_are_remembered(window: MainWindow, qtbot: QtBot) -> None:
    from desktop.library.table_view import TableView

    table = window.library.view.table
    qualifiers = COLUMNS.index("Qualifiers")
    assert table.isColumnHidden(qualifiers)
    menu = table.columns_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Reference"].isEnabled()
    actions["Qualifiers"].trigger()
    actions["Topics"].trigger()
    later = TableView()
    qtbot.addWidget(later)
    assert not later.isColumnHidden(qualifiers) and later.isColumnHidden(COLUMNS.index("Topics"))
    assert isinstance(later._table, ParagraphTable)


def test_a_word_is_added_in_the_thesaurus_found_by_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    in_library(window, qtbot)
    view = window.library.view
    view.search.setText("homemade guns")
    answered(qtbot, view.asker, "homemade guns")
    qtbot.mouseClick(view.meaning.edit, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.menu.thesaurus is not None and window.menu.thesaurus.isVisible())
    dialog = window.menu.thesaurus
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pane.shown is not None and dialog.pane.shown.concept == "privately-made")
    words = dialog.pane.words
    QTest.keyClicks(words.field, "zip gun, kit")
    QTest.keyClick(words.field, Qt.Key.Key_Return)
    qtbot.waitUntil(words.trouble.isVisible)
    assert "comma" in words.trouble.text() and words.field.text() == "zip gun, kit"
    words.field.clear()
    QTest.keyClicks(words.field, "zip gun")
    QTest.keyClick(words.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(each.words == "zip gun" for each in words.table.words_model.words))
    assert (words.field.text(), words.trouble.isVisible()) == ("", False)
    assert dialog.said.text() == "Added “zip gun” to privately made weapons"
    view.search.setText("zip gun")
    answered(qtbot, view.asker, "zip gun")
    assert "privately made weapons" in {
        label for each in view.asker.last.understood for label in each.concepts
    }
    found = next(
        row for row in view.hits.rows_model.rows if row.located and row.located.reference == "BMS8/37"
    )
    assert found.because.startswith("found by “privately made weapon”")
    QTest.keyClick(words.field, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not any(each.words == "zip gun" for each in words.table.words_model.words))


def test_a_shipped_word_is_struck_and_brought_back_by_key(window: MainWindow, qtbot: QtBot) -> None:
    window.menu.show_thesaurus("privately-made")
    dialog = window.menu.thesaurus
    assert dialog is not None
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table = dialog.pane.words.table
    QAbstractItemModelTester(table.words_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.waitUntil(lambda: bool(table.words_model.words))
    table.setCurrentIndex(table.words_model.index(0, 0))
    word = table.current
    assert word is not None
    for origin, told in (("taken", "Bring back"), ("program", "Take away")):
        QTest.keyClick(table, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda origin=origin: table.current is not None and table.current.origin == origin)
        assert dialog.pane.words.turn.text() == told
        assert table.current is not None and table.current.words == word.words


def test_a_concept_is_made_of_what_was_typed_and_nothing_is_lost_on_the_way(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.menu.show_thesaurus()
    dialog = window.menu.thesaurus
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 50)
    QTest.keyClicks(dialog.field, "zebra crossings")
    assert dialog.none.isVisible() and "zebra" in dialog.new.text()
    dialog.new.click()
    qtbot.waitUntil(lambda: dialog.pane.shown is not None and dialog.pane.shown.label == "zebra crossings")
    assert dialog.field.text() == "" and dialog.concept == "zebra-crossings"
    dialog.pane.label.clear()
    QTest.keyClick(dialog.pane.label, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.pane.trouble.isVisible)
    dialog.pane.label.setText("zebras")
    QTest.keyClick(dialog.pane.label, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.pane.shown is not None and dialog.pane.shown.label == "zebras")
    assert not dialog.pane.trouble.isVisible()
    target = window._tasks.workspace.path.parent / "own.txt"  # type: ignore[union-attr]
    dialog.export_list(target)
    qtbot.waitUntil(target.exists)
    dialog.pane.remove.click()
    qtbot.waitUntil(lambda: dialog.concept != "zebra-crossings")
    dialog.import_list(target)
    qtbot.waitUntil(lambda: any(each.concept == "zebra-crossings" for each in dialog.model.concepts))


def choose(choice: FilterChoice, value: object) -> None:
    """Chooses as somebody does."""
    choice.choose(value)
    assert choice.currentIndex() > 0
    choice.activated.emit(choice.currentIndex())


def test_filters_of_every_sort_narrow_a_search_together(window: MainWindow, qtbot: QtBot) -> None:
    in_library(window, qtbot)
    view = window.library.view
    filters = view.filters
    choose(filters.track, Track.ITI)
    choose(filters.standing, Standing.UNEDITED)
    choose(filters.kind, Kind.OPERATIVE)
    choose(filters.about.strength, Strength.ENCOURAGE)
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.hits and bool(view.asker.last.hits))
    found = {hit.reference for hit in view.asker.last.hits}
    assert {"BMS8/64", "BMS8/65"} <= found
    assert {hit.found.paragraph.track for hit in view.asker.last.hits} <= {Track.ITI, None}
    view.search.setText("tracing")
    answered(qtbot, view.asker, "tracing")
    assert {hit.reference for hit in view.asker.last.hits} <= found


def test_the_dossier_narrows_by_standing(window: MainWindow, qtbot: QtBot) -> None:
    view = window.dossier.commitments
    choose(view._standings, Standing.SUMMARY)
    view.search.setText("tracing")
    answered(qtbot, view.asker, "tracing")
    assert {hit.found.document.short for hit in view.asker.last.hits} == {"RevCon3"}


def test_meanings_come_before_their_editing_by_tab(window: MainWindow, qtbot: QtBot) -> None:
    in_library(window, qtbot)
    window.library.view.search.setText("fixers")  # its chips come last into the window
    answered(qtbot, window.library.view.asker, "fixers")
    window.palette_over.open_up()
    palette = window.palette_over
    palette.field.setText("fixers")
    answered(qtbot, palette.asker, "fixers")
    QTest.keyClick(palette.field, Qt.Key.Key_Tab)
    assert window.focusWidget() is palette.meaning.chips["brokering"]
    QTest.keyClick(palette.meaning.chips["brokering"], Qt.Key.Key_Tab)
    assert window.focusWidget() is palette.meaning.edit
    palette.close_up()
    search, meaning = window.library.view.search, window.library.view.meaning
    search.setText("smugglers")
    answered(qtbot, window.library.view.asker, "smugglers")
    meaning.edit.setFocus()
    QTest.keyClick(meaning.edit, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is list(meaning.chips.values())[-1]


def test_what_is_shown_is_asked_for_again_once_the_index_knows_a_new_word(
    window: MainWindow, qtbot: QtBot
) -> None:
    offers, view = window.dossier.commitments.offers, window.library.view
    qtbot.waitUntil(lambda: bool(offers.offer.best), timeout=5000)
    view.search.setText("blorptrade")
    answered(qtbot, view.asker, "blorptrade")
    said = list[str]()
    window._events.said.connect(lambda sentence, _: said.append(sentence))
    with qtbot.waitSignal(window._index_renewal.renewed, timeout=10000):
        window._tasks.write(
            lambda work: editing.add_word(work, "brokering", "blorptrade", Use.SAY, "en"), said="Added"
        )
    qtbot.waitUntil(lambda: any(hit.reference == "BMS8/35" for hit in view.asker.last.hits), timeout=5000)
    qtbot.waitUntil(lambda: bool(offers.offer.best), timeout=5000)
    assert said == ["Added"]  # so that its undo stays in sight


def test_the_thesaurus_offers_no_undo_of_what_was_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    window.menu.show_thesaurus("brokering")
    dialog = window.menu.thesaurus
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._edited == "brokering", timeout=5000)
    QTest.keyClicks(dialog.pane.words.field, "blorptrade")
    QTest.keyClick(dialog.pane.words.field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.undo.isVisible, timeout=5000)
    with qtbot.waitSignal(window.desk.undone, timeout=5000):
        dialog.undo.click()
    qtbot.waitUntil(lambda: not dialog.undo.isVisible(), timeout=5000)
    assert not dialog.said.text()
