"""The Packs page on a real workspace: what is shown, saved, made anew, and undone."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.briefing_pack import Pack, PackPart, Paper
from core.commitments import Dossier
from core.revisions import Changes
from desktop.events import Events
from desktop.pack.page import PacksPage
from desktop.pack.room import cover_title
from desktop.tasks import Tasks
from tests.desktop.pack.conftest import PRIVATE_BLOCK, PRIVATE_NOTE, Opened, read

CHECK = Qt.ItemDataRole.CheckStateRole


def words_of(page: PacksPage) -> str:
    """All that can be read in the preview."""
    pdf = page.preview.pages._pdf
    assert pdf is not None
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf.data)).pages)
    return " ".join(text.split())


def switch(page: PacksPage, row: int) -> None:
    """Clicks an agenda item on or off."""
    model = page.contents.items.model()
    index = model.index(row, 0)
    on = Qt.CheckState(index.data(CHECK)) == Qt.CheckState.Checked
    model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, CHECK)


def saved(path: Path) -> list[Pack]:
    """The packs that the file itself holds."""
    found = read(path, lambda work: work.packs.packs(work.meetings.current().id))
    assert isinstance(found, list)
    return found


def made_anew(qtbot: QtBot, page: PacksPage) -> None:
    """Waits until the pages were made once more."""
    with qtbot.waitSignal(page.preview.made, timeout=10_000):
        pass


def test_the_items_that_are_prepared_are_in_the_first_pack(page: PacksPage) -> None:
    assert page.pack is not None
    assert [row.item.number for row in page._editing.room.chosen(page.pack)] == ["6", "7"]
    text = words_of(page)
    assert "Tenth Biennial Meeting of States" in text
    assert "Marking is law." in text
    assert "To reinforce efforts to mark, record and trace" in text


def test_a_pack_that_nobody_touched_is_not_saved(
    qtbot: QtBot, page: PacksPage, tasks: Tasks, path: Path
) -> None:
    page.flush()
    page.hide()
    tasks.close()
    assert saved(path) == []


def test_what_is_typed_is_saved_by_itself(qtbot: QtBot, page: PacksPage, tasks: Tasks, path: Path) -> None:
    page.settings.title.selectAll()
    qtbot.keyClicks(page.settings.title, "For the Ambassador")
    page.settings.marking.setFocus()
    page.settings.marking.lineEdit().selectAll()
    qtbot.keyClicks(page.settings.marking, "RESTRICTED")
    page.settings.paper.setCurrentIndex(1)
    page.settings.paper.activated.emit(1)
    qtbot.waitUntil(lambda: not page._editing._unsaved, timeout=2000)
    tasks.close()
    (pack,) = saved(path)
    assert (pack.name, pack.settings.marking, pack.settings.paper) == (
        "For the Ambassador",
        "RESTRICTED",
        Paper.LETTER,
    )


def test_turning_to_another_page_saves_at_once(
    qtbot: QtBot, page: PacksPage, tasks: Tasks, path: Path
) -> None:
    switch(page, 2)
    page.hide()
    tasks.close()
    assert len(saved(path)[0].item_ids) == 3


def test_switching_an_item_makes_the_pages_anew(qtbot: QtBot, page: PacksPage) -> None:
    before = page.preview.pages.count
    switch(page, 0)
    made_anew(qtbot, page)
    assert page.preview.pages.count < before
    assert "Marking is law." in words_of(page)


def test_the_order_of_the_parts_is_the_order_of_the_pages(qtbot: QtBot, page: PacksPage) -> None:
    parts = page.contents.parts
    parts.setCurrentIndex(parts.model().index(5, 0))
    for _ in range(3):
        qtbot.keyClick(parts, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    made_anew(qtbot, page)
    assert page.pack is not None
    assert page.pack.settings.parts[2] is PackPart.COMMITMENTS
    item = words_of(page).rsplit("Track: International Tracing Instrument", 1)[1]
    assert item.index("To reinforce efforts to mark") < item.index("Marking is law.")


def test_nothing_is_made_anew_when_nothing_changed(qtbot: QtBot, page: PacksPage) -> None:
    with qtbot.assertNotEmitted(page.preview.made, wait=500):
        page.activate()


def test_of_two_edits_in_a_row_only_the_last_is_shown(qtbot: QtBot, page: PacksPage) -> None:
    counts: list[int] = []
    page.preview.made.connect(counts.append)
    for row in (0, 2, 0):
        switch(page, row)
        page._gather()
    qtbot.waitUntil(lambda: not page.preview.making and bool(counts), timeout=10_000)
    qtbot.wait(300)
    assert len(counts) == 1
    assert "Nothing in this pack is your own for item 8" in page.preview.notice


def test_private_notes_stay_out_until_they_are_asked_for(qtbot: QtBot, page: PacksPage) -> None:
    warning = page.settings._warning
    assert not warning.isVisible()
    assert PRIVATE_NOTE not in words_of(page)
    assert PRIVATE_BLOCK not in words_of(page)
    page.settings.private.click()
    made_anew(qtbot, page)
    assert warning.isVisible()
    assert PRIVATE_NOTE in words_of(page)
    assert PRIVATE_BLOCK in words_of(page)


def test_a_new_pack_starts_without_private_notes_but_with_the_other_settings(page: PacksPage) -> None:
    page.settings.private.click()
    page.settings.marking.setEditText("RESTRICTED")
    page._edited()
    page._editing.make_new()
    assert page.pack is not None
    assert page.pack.name == "Briefing pack 2"
    assert page.pack.settings.marking == "RESTRICTED"
    assert not page.pack.settings.with_private_notes
    assert not page.settings.private.isChecked()


def test_a_pack_that_was_shown_is_kept_when_another_is_made(page: PacksPage) -> None:
    page._editing.make_new()
    assert [pack.name for pack in page._editing.room.packs] == ["Briefing pack", "Briefing pack 2"]


def test_the_number_of_a_new_pack_does_not_stand_on_its_cover(qtbot: QtBot, page: PacksPage) -> None:
    page._editing.make_new()
    qtbot.wait(300)
    qtbot.waitUntil(lambda: not page.preview.making)
    assert "Briefing pack 2" not in words_of(page)
    assert cover_title("Briefing pack 2 for the Ambassador") == "Briefing pack 2 for the Ambassador"


def test_a_new_pack_can_be_undone(qtbot: QtBot, page: PacksPage, tasks: Tasks, events: Events) -> None:
    said: list[Changes] = []
    events.said.connect(lambda _, changes: said.append(changes))
    page._editing.make_new()
    qtbot.waitUntil(lambda: bool(said))
    tasks.write(lambda work: work.revisions.undo(said[0]))
    qtbot.waitUntil(lambda: page.pack is not None and page.pack.name == "Briefing pack")


def test_a_pack_is_chosen_by_its_name(qtbot: QtBot, page: PacksPage) -> None:
    page._editing.make_new()
    page.settings.title.selectAll()
    qtbot.keyClicks(page.settings.title, "Second")
    combo = page.contents.chooser._combo
    assert [combo.itemText(row) for row in range(combo.count())][-1] == "Second"
    first = combo.itemData(0)
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    assert page.pack is not None
    assert page.pack.id == first
    assert page.settings.title.text() == page.pack.name != "Second"


def test_renaming_leads_to_the_title(qtbot: QtBot, page: PacksPage) -> None:
    page.contents.chooser.wants_rename.emit()
    assert page.settings.title.selectedText() == "Briefing pack"


def test_a_deleted_pack_comes_back_with_undo(
    qtbot: QtBot, page: PacksPage, tasks: Tasks, events: Events
) -> None:
    said: list[tuple[str, Changes]] = []
    events.said.connect(lambda sentence, changes: said.append((sentence, changes)))
    page.settings.title.setText("For the Ambassador")
    page._edited()
    page._editing.make_new()
    page._editing.choose(page._editing.room.packs[0].id)
    assert page.pack is not None
    deleted = page.pack
    page._editing.delete()
    qtbot.waitUntil(lambda: page.pack is not None and page.pack.id != deleted.id)
    sentence, changes = said[-1]
    assert sentence == "Deleted the pack “For the Ambassador”."
    tasks.write(lambda work: work.revisions.undo(changes))
    qtbot.waitUntil(lambda: page.pack is not None and page.pack.id == deleted.id)
    assert page.settings.title.text() == "For the Ambassador"


def test_deleting_the_last_pack_leaves_a_fresh_one(qtbot: QtBot, page: PacksPage) -> None:
    page._edited()
    page.settings.title.setText("Only")
    page._edited()
    page._editing.delete()
    qtbot.waitUntil(lambda: page.pack is not None and page.pack.name == "Briefing pack")


def test_what_others_write_is_seen_at_once_while_the_page_is_shown(
    qtbot: QtBot, page: PacksPage, tasks: Tasks
) -> None:
    item = page._editing.room.rows[5].item
    tasks.write(lambda work: work.dossiers.save(Dossier(item.id, brief="A word for the capital.")))
    made_anew(qtbot, page)
    assert "A word for the capital." in words_of(page)


def test_what_others_write_is_seen_when_the_page_is_shown_again(
    qtbot: QtBot, page: PacksPage, tasks: Tasks
) -> None:
    item = page._editing.room.rows[5].item
    page.hide()
    with qtbot.assertNotEmitted(page.preview.made, wait=600):
        tasks.write(lambda work: work.dossiers.save(Dossier(item.id, brief="A word for the capital.")))
    page.show()
    page.activate()
    made_anew(qtbot, page)
    assert "A word for the capital." in words_of(page)


def test_a_pack_keeps_an_item_that_was_deleted_so_that_undo_brings_it_back(
    qtbot: QtBot, page: PacksPage, tasks: Tasks
) -> None:
    assert page.pack is not None
    gone = page.pack.item_ids[0]
    page.settings.title.setText("For the Ambassador")
    page._edited()
    tasks.write(lambda work: work.meetings.delete_item(gone))
    qtbot.waitUntil(lambda: all(row.item.id != gone for row in page._editing.room.rows))
    page.settings.title.setText("Still there")
    page._edited()
    assert page.pack.name == "Still there"
    assert gone in page.pack.item_ids


def test_the_reading_position_stays_when_the_pages_are_made_anew(qtbot: QtBot, page: PacksPage) -> None:
    page.preview.pages.go_to(4)
    before = page.preview.pages.verticalScrollBar().value()
    page.settings.marking.setEditText("CONFIDENTIAL")
    page._edited()
    made_anew(qtbot, page)
    assert page.preview.pages.verticalScrollBar().value() == before


def test_without_an_item_the_page_says_what_to_do(qtbot: QtBot, page: PacksPage) -> None:
    switch(page, 0)
    switch(page, 1)
    qtbot.waitUntil(lambda: not page.preview.shows_pages)
    assert "Switch on the agenda items" in _shown_words(page.preview)
    assert not page.exports.button.isEnabled()


def test_an_untouched_workspace_says_what_belongs_here(
    qtbot: QtBot, opened: Opened, events: Events, template: Path, tmp_path: Path
) -> None:
    page = PacksPage(opened(Path(shutil.copy(template, tmp_path / "new.db"))), events)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: "Nothing is prepared yet" in _shown_words(page.preview))
    assert not page.exports.button.isEnabled()


def test_an_item_with_nothing_of_its_own_is_named_above_the_pages(qtbot: QtBot, page: PacksPage) -> None:
    switch(page, 2)
    made_anew(qtbot, page)
    assert page.preview.notice == "Nothing in this pack is your own for item 8 yet."


def test_a_character_that_cannot_be_shown_is_named_and_the_old_pages_stay(
    qtbot: QtBot, page: PacksPage, tasks: Tasks
) -> None:
    item = page._editing.room.rows[6].item
    tasks.write(lambda work: work.dossiers.save(Dossier(item.id, brief="Not in any font: \U0001f54a")))
    qtbot.waitUntil(lambda: "The pages below are from before." in page.preview.notice, timeout=10_000)
    assert page.preview.pages.count > 0
    tasks.write(lambda work: work.dossiers.save(Dossier(item.id, brief="Mended.")))
    made_anew(qtbot, page)
    assert page.preview.notice == ""


def test_procedural_items_are_folded_away_and_can_be_shown(page: PacksPage) -> None:
    model = page.contents.items.model()
    assert model.rowCount() == 4
    page.contents._all.click()
    assert model.rowCount() == 11
    page.contents._all.click()
    assert model.rowCount() == 4


def test_the_headings_of_the_pack_lead_to_their_pages(page: PacksPage) -> None:
    bar = page.preview._bar
    bar._list_headings()
    words = [action.text() for action in bar._headings.actions()]
    assert any(each.startswith("7  International Instrument to Enable States") for each in words)
    target = next(action for action in bar._headings.actions() if action.text().startswith("Annex"))
    target.trigger()
    assert page.preview.pages.page == int(target.text().split("\t")[1])


def test_another_workspace_is_shown_without_traces_of_the_first(
    qtbot: QtBot, page: PacksPage, opened: Opened, events: Events, prepared: Path, tmp_path: Path
) -> None:
    page.settings.title.setText("Of the first")
    page._edited()
    page.flush()
    other = opened(Path(shutil.copy(prepared, tmp_path / "other.db")))
    page._tasks = page._editing._tasks = other
    page.activate()
    qtbot.waitUntil(lambda: page.settings.title.text() == "Briefing pack")


def test_tab_goes_through_the_page_in_reading_order(qtbot: QtBot, page: PacksPage) -> None:
    page.activateWindow()
    page.contents.chooser._combo.setFocus()
    order: list[QWidget] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in order:
            break
        order.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [
        page.contents.chooser._combo,
        page.contents.items,
        page.contents.parts,
        page.preview.pages,
        page.settings.title,
        page.settings.marking,
        page.settings.paper,
        page.settings.author,
        page.settings.private,
        page.exports.button,
    ]
    places = [order.index(each) for each in wanted]
    assert places == sorted(places)


def test_everything_that_takes_the_keyboard_has_a_name(page: PacksPage) -> None:
    for each in page.findChildren(QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(page):
            named = each.accessibleName() or each.property("text")
            is_inner = each.parent() is page.settings.marking or each.objectName().startswith("qt_")
            assert named or is_inner, each


def test_the_window_is_not_held_up_while_pages_are_made(qtbot: QtBot, page: PacksPage) -> None:
    assert isinstance(page.preview._bar._where, QToolButton)
    page.preview._patience.setInterval(0)
    seen: list[str] = []
    page.preview._patience.timeout.connect(lambda: seen.append(page.preview._bar._busy.text()))
    switch(page, 2)
    made_anew(qtbot, page)
    assert seen == ["Making the pages…"]
    assert page.preview._bar._busy.text() == ""


def _shown_words(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())
