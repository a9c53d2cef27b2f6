"""Two documents compared in the window, with a delegate's hands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.documents import Document
from desktop.comparing.chooser import Chooser, offers_of
from desktop.comparing.head import Way
from desktop.comparing.jobs import Candidates
from desktop.comparing.lines import Show, lines_of
from desktop.comparing.page import ComparingPage
from desktop.comparing.room import ComparingRoom
from desktop.main_window import MainWindow
from desktop.settings import settings
from desktop.theme.change_colours import deleted_shade, inserted_shade
from desktop.theme.colours import DARK, LIGHT, palette_for
from tests.desktop.comparing.texts import DRAFT, ELSEWHERE, NEW, OLD


def the_room(window: MainWindow, qtbot: QtBot) -> ComparingRoom:
    """The room, as soon as it is made."""
    qtbot.waitUntil(lambda: window.library.comparing.room is not None, timeout=10_000)
    room = window.library.comparing.room
    assert room is not None
    return room


def comparing(window: MainWindow, qtbot: QtBot, one: Document = NEW, other: Document = OLD) -> ComparingRoom:
    """The room with two documents compared in it."""
    window.library.comparing.compare(one, other)
    room = the_room(window, qtbot)
    qtbot.waitUntil(lambda: room.currentWidget() is room.page and bool(room.page.model.lines), timeout=10_000)
    return room


def read(window: MainWindow) -> str:
    """What the reader shows."""
    located = window.reader.located
    return located.reference if located is not None else ""


def numbers(page: ComparingPage) -> list[str]:
    """The new number of every row that is shown, or else the old one; a fold is "…"."""
    return [
        "…" if line.fold else (line.row.new or line.row.old).label  # type: ignore[union-attr]
        for line in page.model.lines
        if line.fold or line.row
    ]


def test_the_older_one_stands_left_and_the_first_change_is_read(window: MainWindow, qtbot: QtBot) -> None:
    room = comparing(window, qtbot)
    head = room.page.head
    assert (head.old.words, head.new.words) == ("A/RES/78/46", "A/RES/79/40")
    assert head.tally.text() == "1 changed, 1 new, 1 dropped, 1 moved, 5 the same"
    assert not head.remark.isVisible()
    assert head.place.text() == "1 of 4"
    assert read(window) == "A/RES/79/40/1"
    assert not window.library.side.isVisible()
    assert window.reader.isVisible()


def test_from_change_to_change_and_the_reader_follows(window: MainWindow, qtbot: QtBot) -> None:
    room = comparing(window, qtbot)
    seen = [read(window)]
    for _ in range(4):
        qtbot.keyClick(room.page.side, Qt.Key.Key_F7)
        seen.append(read(window))
    assert seen == ["A/RES/79/40/1", "A/RES/79/40/2", "A/RES/78/46/4", "A/RES/79/40/6", "A/RES/79/40/6"]
    assert room.page.head.place.text() == "4 of 4"
    qtbot.keyClick(room.page.side, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert read(window) == "A/RES/78/46/4"  # what was dropped is read in the older one


def test_the_reader_follows_the_table_too(window: MainWindow, qtbot: QtBot) -> None:
    page = comparing(window, qtbot).page
    page.show_way(Way.NUMBERING)
    page.step(1)
    assert read(window) == "A/RES/79/40/2"
    assert page.head.place.text() == "2 of 4"
    qtbot.keyClick(page.numbering, Qt.Key.Key_Down)
    assert read(window) == "A/RES/79/40/3"
    comparing(window, qtbot, DRAFT, NEW)
    qtbot.waitUntil(lambda: page.head.old.words == "A/C.1/79/L.51")
    qtbot.waitUntil(lambda: read(window) == "A/RES/79/40/2")


def test_swapping_turns_what_was_new_into_what_was_dropped(window: MainWindow, qtbot: QtBot) -> None:
    room = comparing(window, qtbot)
    room.page.head.swap.click()
    qtbot.waitUntil(lambda: room.page.head.old.words == "A/RES/79/40")
    qtbot.waitUntil(lambda: read(window).startswith("A/RES/78/46"))
    assert room.page.head.tally.text() == "1 changed, 1 new, 1 dropped, 1 moved, 5 the same"


def test_the_way_of_looking_changes_at_once_at_the_same_row_and_is_remembered(
    window: MainWindow, qtbot: QtBot
) -> None:
    room = comparing(window, qtbot)
    page = room.page
    page.step(1)
    page.head.ways._buttons[Way.INLINE].click()
    qtbot.waitUntil(lambda: page.ways.currentWidget() is page.inline)
    assert page.inline.currentIndex() == page.side.currentIndex()
    window.turn_tab(1)
    assert page.ways.currentWidget() is page.numbering
    assert [entry.after for entry in page.numbering.entries(selected=True)] == ["2"]
    assert read(window) == "A/RES/79/40/2"
    assert settings().value("comparing/way") == "numbering"
    again = ComparingPage(window._tasks)
    qtbot.addWidget(again)
    assert again.way is Way.NUMBERING
    window.turn_tab(1)
    qtbot.waitUntil(lambda: page.ways.currentWidget() is page.side)


def test_filters_and_words_that_are_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    page = comparing(window, qtbot).page
    assert numbers(page) == ["", "pp.1", "1", "2", "…", "4", "5", "6", "6", "7"]
    choice = page.head.show_choice
    choice.setCurrentIndex(list(Show).index(Show.NEW))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: numbers(page) == ["6"])
    window.search_here()
    assert page.head.finder.hasFocus()
    qtbot.keyClicks(page.head.finder, "women")
    qtbot.waitUntil(lambda: page.ways.currentWidget() is page._nothing)
    assert page._nothing.text() == "“women” stands in none of these paragraphs."
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    qtbot.waitUntil(lambda: numbers(page) == ["4"])
    qtbot.keyClick(page.head.finder, Qt.Key.Key_Escape)
    assert page.head.finder.text() == ""
    qtbot.waitUntil(lambda: len(numbers(page)) == 10)
    qtbot.keyClick(page.head.finder, Qt.Key.Key_Escape)
    assert not window.library.comparing.is_shown


def test_return_goes_through_what_is_found_and_pulls_nothing(window: MainWindow, qtbot: QtBot) -> None:
    page = comparing(window, qtbot).page
    pulled: list[object] = []
    page.pull_requested.connect(pulled.append)
    window.search_here()
    qtbot.keyClicks(page.head.finder, "states")
    assert page.compared is not None
    found = [line.nth for line in lines_of(page.compared.rows, Show.ALL, "states", set())]
    qtbot.waitUntil(
        lambda: not page._pause.isActive() and [line.nth for line in page.model.lines] == found, timeout=5000
    )
    assert len(found) > 2 and page.head.place.text() == f"– of {len(found)}"
    seen = []
    for _ in range(len(found) + 1):
        qtbot.keyClick(page.head.finder, Qt.Key.Key_Return)
        seen.append(page._nth)
    start = found.index(seen[0])
    assert seen == [*found[start:], *found[:start], found[start]]
    assert page.head.finder.hasFocus() and not pulled


def test_what_was_found_in_a_fold_stays_in_sight_when_all_is_shown_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = comparing(window, qtbot).page
    page.side.setMaximumHeight(90)
    fold = next(line for line in page.model.lines if line.fold)
    folded = page.compared.rows[fold.nth]  # type: ignore[union-attr]
    assert folded.new is not None
    page.head.finder.setText(folded.new.text[:60])
    qtbot.waitUntil(lambda: [line.nth for line in page.model.lines] == [fold.nth])
    qtbot.keyClick(page.head.finder, Qt.Key.Key_Return)
    assert page._nth == fold.nth
    page.head.finder.clear()
    qtbot.waitUntil(lambda: len(page.model.lines) > 1)
    place = page.model.place_of(fold.nth, fold=True)
    assert place is not None
    seen = page.side.visualRect(page.model.index(place))
    assert page.side.viewport().rect().intersects(seen)


def test_escape_takes_the_words_away_first_wherever_the_keyboard_is(window: MainWindow, qtbot: QtBot) -> None:
    page = comparing(window, qtbot).page
    page.head.finder.setText("women")
    qtbot.waitUntil(lambda: numbers(page) == ["4"])
    page.take_focus()
    qtbot.keyClick(page.side, Qt.Key.Key_Escape)
    assert page.head.finder.text() == "" and window.library.comparing.is_shown


def test_a_fold_opens_by_key_and_by_mouse(window: MainWindow, qtbot: QtBot) -> None:
    page = comparing(window, qtbot).page
    at = numbers(page).index("…")
    page.side.select(at)
    qtbot.keyClick(page.side, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: numbers(page)[at : at + 3] == ["…", "3", "4"])
    assert page.side.currentIndex().row() == at
    qtbot.keyClick(page.side, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: numbers(page)[at : at + 3] == ["…", "4", "5"])
    place = page.side.visualRect(page.model.index(at)).center()
    qtbot.mouseClick(page.side.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    qtbot.waitUntil(lambda: numbers(page)[at : at + 3] == ["…", "3", "4"])


def test_the_table_is_sorted_and_copied_for_a_sheet(window: MainWindow, qtbot: QtBot) -> None:
    page = comparing(window, qtbot).page
    page.show_way(Way.NUMBERING)
    table = page.numbering
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [entry.before for entry in table.entries()] == ["pp.1", *"1234567", ""]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [entry.after for entry in table.entries()][:3] == ["", "7", "6"]
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Before\tAfter\tWhat became of it\tText"
    assert copied[1].startswith("7\t7\tthe same\tDecides to convene")
    assert len(copied) == 2
    page.head.copy_table.click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 10


def test_a_row_is_pulled_and_copied_with_its_citation(window: MainWindow, qtbot: QtBot) -> None:
    room = comparing(window, qtbot)
    page = room.page
    page.step(1)
    qtbot.keyClick(page.side, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Encourages all States, as appropriate" in QGuiApplication.clipboard().text()
    page.side._copy(1)
    assert "Urges all States" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(room.pull_requested) as pulled:
        qtbot.keyClick(page.side, Qt.Key.Key_Return)
    assert pulled.args[0].located.reference == "A/RES/79/40/2"


def test_back_to_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    room = comparing(window, qtbot)
    opened = window.library.view.document
    qtbot.keyClick(room.page.side, Qt.Key.Key_Escape)
    assert not window.library.comparing.is_shown
    assert window.library.side.isVisible()
    assert window.library.view.document == opened
    assert room.page.compared is None


def test_two_languages_are_refused_with_a_sentence_and_a_way_on(window: MainWindow, qtbot: QtBot) -> None:
    window.library.comparing.compare(NEW, ELSEWHERE)
    room = the_room(window, qtbot)
    qtbot.waitUntil(lambda: room.currentWidget() is room._refused)
    assert "one language" in room.refusal.text()
    room.leave()
    assert not window.library.comparing.is_shown


def test_hardly_anything_in_common_is_said(window: MainWindow, qtbot: QtBot) -> None:
    bms8 = next(head for head in window.library.side.model.documents if head.short == "BMS8")
    window.library.comparing.compare(bms8, NEW)
    room = the_room(window, qtbot)
    qtbot.waitUntil(lambda: bool(room.page.head.remark.text()), timeout=10_000)
    assert room.page.head.remark.text().startswith("These two have hardly anything in common")


def test_the_chooser_offers_the_likely_ones_first_and_filters(window: MainWindow, qtbot: QtBot) -> None:
    window.library.show_document(NEW)
    qtbot.waitUntil(lambda: window.library.view.document == NEW)
    qtbot.keyClick(
        window.library, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: window.findChild(Chooser) is not None)
    chooser = window.findChild(Chooser)
    assert chooser is not None
    said = [offer.caption or offer.document.name for offer in chooser.model.offers]  # type: ignore[union-attr]
    assert said[:4] == ["LIKELY", "A/C.1/79/L.51", "A/RES/78/46", "OTHER DOCUMENTS IN ENGLISH"]
    assert set(said[4:]) == {"BMS8", "RevCon3"}
    qtbot.keyClicks(chooser.field, "78/46")
    assert [offer.caption or "-" for offer in chooser.model.offers] == ["LIKELY", "-"]
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.library.comparing.is_shown)
    room = the_room(window, qtbot)
    qtbot.waitUntil(lambda: room.page.head.old.words == "A/RES/78/46", timeout=10_000)


def test_a_language_with_one_document_has_nothing_to_offer(qtbot: QtBot) -> None:
    assert offers_of(Candidates(ELSEWHERE, (), ())) == []
    chooser = Chooser(Candidates(ELSEWHERE, (), ()))
    qtbot.addWidget(chooser)
    assert chooser._none.text().startswith("There is no other document in Arabic here")
    assert not chooser._compare.isEnabled()


def test_two_chosen_in_the_list_are_compared(window: MainWindow, qtbot: QtBot) -> None:
    side = window.library.side
    assert not side._chosen_bar.isVisible()
    side.choose(NEW)
    place = side.model.place_of(OLD)
    assert place is not None
    side.list.selectionModel().select(side.model.index(place), QItemSelectionModel.SelectionFlag.Select)
    assert side._chosen_bar.isVisible()
    side._compare.click()
    qtbot.waitUntil(lambda: window.library.comparing.is_shown)
    room = the_room(window, qtbot)
    qtbot.waitUntil(lambda: room.page.head.new.words == "A/RES/79/40", timeout=10_000)
    side.list.selectAll()
    assert not side._compare.isEnabled()


def test_the_version_bar_links_a_draft_to_what_was_adopted_and_compares_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    library = window.library
    library.show_document(DRAFT)
    links = library.view.versions._links
    qtbot.waitUntil(lambda: links._adopted.words == "Adopted as A/RES/79/40")
    links._buttons[links._adopted].click()
    qtbot.waitUntil(lambda: library.comparing.is_shown)
    room = library.comparing.room
    assert room is not None
    qtbot.waitUntil(lambda: room.page.head.old.words == "A/C.1/79/L.51", timeout=10_000)


def test_it_is_exported_with_the_speakers_name(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    room = comparing(window, qtbot)
    export = room.page.head.export
    export.setFocus()
    export.start(tmp_path / "changes.docx")
    assert export.hasFocus()  # while it writes, too
    assert not any(action.isEnabled() for action in export._actions)
    qtbot.waitUntil(lambda: export.outcome.words == "Exported changes.docx", timeout=10_000)
    assert all(action.isEnabled() for action in export._actions)
    export.start(tmp_path / "changes.xyz")
    qtbot.waitUntil(lambda: ".docx" in export.outcome.words)
    assert not (tmp_path / "changes.xyz").exists()
    export.start(tmp_path / "stopped.pdf")
    export.outcome.wants_stop.emit()
    qtbot.waitUntil(lambda: all(action.isEnabled() for action in export._actions))
    window.settle()
    assert not (tmp_path / "stopped.pdf").exists()


def test_another_workspace_leaves_nothing_of_the_comparison(
    window: MainWindow, qtbot: QtBot, template: Path, tmp_path: Path
) -> None:
    comparing(window, qtbot)
    other = tmp_path / "other.db"
    other.write_bytes(template.read_bytes())
    window.open_workspace(other)
    qtbot.waitUntil(lambda: len(window.library.side.model.documents) == 2, timeout=10_000)
    assert not window.library.comparing.is_shown
    assert window.library.side.isVisible()


def test_a_late_answer_is_for_nobody(window: MainWindow, qtbot: QtBot) -> None:
    room = comparing(window, qtbot)
    room.start(OLD, DRAFT)
    room.leave()
    window.settle()
    qtbot.wait(200)
    assert room.page.compared is None
    assert not window.library.comparing.is_shown


def test_colours_of_changes_can_be_read_on_their_grounds() -> None:
    def brightness(colour: str) -> float:
        parts = [int(colour[nth : nth + 2], 16) / 255 for nth in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        bright, dark = sorted((brightness(one), brightness(other)), reverse=True)
        return (bright + 0.05) / (dark + 0.05)

    for scheme in (LIGHT, DARK):
        palette: QPalette = palette_for(scheme)
        for shade in (inserted_shade(palette), deleted_shade(palette)):
            for ground in (shade.tint, scheme.surface, scheme.selection):
                assert contrast(shade.ink, ground) >= 4.5


def test_every_control_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    page = comparing(window, qtbot).page
    head = page.head
    for control in (head.old, head.new, head.swap, head.before, head.after, head.show_choice, head.finder):
        assert control.accessibleName()
    for view in (page.side, page.inline, page.numbering):
        assert view.accessibleName()
    assert QApplication.focusWidget() is page.side


def test_two_that_are_chosen_are_compared_in_a_language_both_are_here_in(
    window: MainWindow, qtbot: QtBot
) -> None:
    side = window.library.side
    side.choose(ELSEWHERE)  # read in Arabic, which last year's text is not here in
    place = side.model.place_of(OLD)
    assert place is not None
    assert side.pair is None
    side.list.selectionModel().select(side.model.index(place), QItemSelectionModel.SelectionFlag.Select)
    assert side.pair is not None
    assert {(head.symbol, head.language) for head in side.pair} == {
        ("A/RES/79/40", "en"),
        ("A/RES/78/46", "en"),
    }
