"""What is offered for an item of a fresh workspace, as the window and the command line get it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.documents import Standing
from core.errors import NameplateError
from core.meaning.topics import TOPICS
from db.work import Work
from db.workspace import Workspace, open_workspace
from desktop.dossier.jobs import dismiss, edit_dossier, edit_pulls, pull
from desktop.dossier.suggesting import Offer, Within, suggest
from desktop.meeting.jobs import add_item
from desktop.statement.jobs import edit_statement, new_statement
from tests.desktop.conftest import Run


def offered(work: Work, number: str = "7", within: Within | None = None) -> Offer:
    item = work.meetings.item(number)
    return suggest(work, item) if within is None else suggest(work, item, within)


def references(offer: Offer) -> list[str]:
    return [each.located.reference for each in offer.best]


def test_a_fresh_item_is_offered_its_track_and_each_commitment_once(work: Work) -> None:
    offer = offered(work)
    found = references(offer)
    assert "BMS8/62" in found and "RevCon3/III.10" in found
    assert len(set(found)) == len(found) <= 48
    assert all(each.because.startswith("same track") for each in offer.best)
    grouped = [each for group in offer.groups for each in group.suggestions]
    assert sorted(each.located.reference for each in grouped) == sorted(found)
    assert "Tracing" in [group.topic.label for group in offer.groups]
    assert not offer.used and not offer.aside


def test_an_item_of_procedure_is_offered_nothing_until_something_is_written_for_it(work: Work) -> None:
    assert references(offered(work, "1")) == []
    edit_dossier(work, work.meetings.item("1"), note="Ammunition must not be forgotten.")
    (best, *_) = offered(work, "1").best
    assert "ammunition" in best.located.paragraph.text
    assert best.because == "your note speaks of ammunition"


def test_an_item_without_a_track_is_told_by_its_title(work: Work) -> None:
    add_item(work, "12", "Privately made weapons and 3D printing", None)
    (best, *_) = offered(work, "12").best
    assert "3D printing" in best.located.paragraph.text
    assert best.because.startswith("the item’s title speaks of")


@pytest.mark.parametrize("written", ["brief", "points", "note", "pull note", "statement"])
def test_the_suggestions_follow_what_is_written_wherever_it_is(work: Work, written: str) -> None:
    item = work.meetings.item("7")
    pull(work, item, ["BMS8/63"])
    before = references(offered(work))
    words = "We speak of ammunition, of the safety and the security of ammunition and its surplus."
    match written:
        case "brief":
            edit_dossier(work, item, brief=words)
        case "points":
            edit_dossier(work, item, talking_points=["First", words])
        case "note":
            edit_dossier(work, item, note=words)
        case "pull note":
            edit_pulls(work, item, ["BMS8/63"], note=words)
        case _:
            new_statement(work, item, text=words)
    assert "RevCon3/I.16" not in before
    after = offered(work)
    assert "RevCon3/I.16" in references(after)
    because = next(each.because for each in after.best if each.located.reference == "RevCon3/I.16")
    assert "ammunition" in because


@pytest.mark.parametrize("group", ["", "African Group"])
def test_the_usual_opening_of_a_statement_changes_nothing(work: Work, group: str) -> None:
    before = references(offered(work))
    new_statement(work, work.meetings.item("7"), group=group)
    assert references(offered(work)) == before


def test_of_two_statements_the_one_written_last_counts_most(work: Work) -> None:
    item = work.meetings.item("9")
    women = new_statement(work, item, text="Women must take part in every decision; gender matters.")
    new_statement(work, item, text="Ammunition and its surplus must be kept safe.")
    assert "mmunition" in offered(work, "9").groups[0].suggestions[0].located.paragraph.text
    edit_statement(work, women.id, text="Women must take part in every decision; gender matters most.")
    assert "Gender" in [group.topic.label for group in offered(work, "9").groups[:2]]


def test_what_is_pulled_or_not_relevant_is_not_offered_and_can_be_taken_back(work: Work) -> None:
    item = work.meetings.item("7")
    pull(work, item, ["BMS8/62"])
    dismiss(work, item, ["BMS8/66"])
    offer = offered(work)
    assert {"BMS8/62", "BMS8/66"}.isdisjoint(references(offer))
    assert [each.dismissal.reference for each in offer.aside] == ["BMS8/66"]
    assert offer.aside[0].located == work.library.one("BMS8/66")
    work.dossiers.take_back(item.id, [work.library.one("BMS8/66").paragraph.id])
    assert "BMS8/66" in references(offered(work))


def test_not_relevant_is_remembered_when_the_workspace_is_opened_again(w: Path) -> None:
    with open_workspace(w) as workspace, workspace.write() as work:
        dismiss(work, work.meetings.item("7"), ["BMS8/66"])
    with open_workspace(w, read_only=True) as workspace, workspace.read() as work:
        offer = offered(work)
        assert "BMS8/66" not in references(offer)
        assert work.dossiers.dismissed(work.meetings.item("8").id) == []
    assert [each.dismissal.reference for each in offer.aside] == ["BMS8/66"]


@pytest.mark.parametrize(
    "text",
    [
        "As we agreed [@BMS8, para. 66].",
        "We are “to explore means for enhancing international cooperation in tracing”.",
        "> To explore means for enhancing international cooperation in tracing",
    ],
)
def test_what_a_statement_cites_or_quotes_is_used_and_stands_aside(work: Work, text: str) -> None:
    new_statement(work, work.meetings.item("7"), text=f"Chair,\n\n{text}\n")
    offer = offered(work)
    assert [each.located.reference for each in offer.used] == ["BMS8/66"]
    assert "BMS8/66" not in references(offer)


def test_a_corrected_topic_moves_a_suggestion_to_it(work: Work) -> None:
    located = work.library.one("BMS8/66")
    work.topics.correct(
        located.paragraph.id, add=["gender"], remove=[t.id for t in work.topics.of(located).topics]
    )
    groups = {
        group.topic.label: [s.located.reference for s in group.suggestions] for group in offered(work).groups
    }
    assert groups["Gender"] == ["BMS8/66"]


def test_forerunners_of_what_is_pulled_are_offered_beside_the_track(work: Work) -> None:
    item = work.meetings.item("1")
    pull(work, item, ["BMS8/70"])
    because = {each.located.reference: each.because for each in offered(work, "1").best}
    assert because["RevCon3/III.2"] == "BMS8/70 in earlier words"


def test_the_filters_narrow_what_is_offered(work: Work) -> None:
    of_revcon = offered(work, within=Within(document="RevCon3")).best
    assert of_revcon and {each.located.document.name for each in of_revcon} == {"RevCon3"}
    unedited = offered(work, within=Within(standing=Standing.UNEDITED)).best
    assert unedited and {each.located.document.name for each in unedited} == {"BMS8"}
    new_statement(work, work.meetings.item("7"), text="Ammunition. Women. Brokers. Arms embargoes.")
    tracks = {each.located.paragraph.track for each in offered(work, within=Within(track_alone=True)).best}
    assert tracks <= {None, work.meetings.item("7").track}
    with pytest.raises(NameplateError):
        offered(work, within=Within(document="nothing"))


def test_the_command_says_the_same_and_why(nameplate: Run, w: Path, workspace: Workspace) -> None:
    with workspace.write() as work:
        new_statement(work, work.meetings.item("7"), text="We ask for ammunition to be dealt with.")
        dismiss(work, work.meetings.item("7"), ["BMS8/66"])
        best = offered(work).best
    workspace.close()
    rows = nameplate("suggest", w, "--item", "7", "--limit", "5", "--json").json
    assert [row["ref"] for row in rows] == [each.located.reference for each in best[:5]]
    assert set(rows[0]) == {"ref", "topic", "because", "text", "document"}
    assert {row["topic"] for row in rows} <= {topic.label for topic in TOPICS.values()} | {"General"}
    shown = nameplate("suggest", w, "--item", "7")
    assert shown.code == 0 and "same track" in shown.out and "Not relevant: BMS8/66." in shown.out
    assert (
        "Nothing is suggested for item 1" in (empty := nameplate("suggest", w, "--item", "1")).out + empty.err
    )
    assert nameplate("suggest", w, "--item", "77").sentence
