"""New workspaces, the agenda, the meeting and the delegation from the command line."""

from pathlib import Path

import pytest

from tests.desktop.conftest import Run


def test_new(nameplate: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    row = nameplate("new", path, "--state", "republic of türkiye", "--json").json
    assert path.is_file()
    assert row["state"] == "Türkiye"
    assert row["items"] == 11
    assert [document["short"] for document in row["documents"]] == ["BMS8", "RevCon3"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.db"]


def test_new_never_writes_over_a_file(w: Path, nameplate: Run) -> None:
    before = w.read_bytes()
    assert "W.db" in nameplate("new", w).sentence
    assert w.read_bytes() == before


def test_new_says_when_a_name_is_no_state(nameplate: Run, tmp_path: Path) -> None:
    outcome = nameplate("new", tmp_path / "new.db", "--state", "Gahna", "--json")
    assert outcome.json["state"] == "Gahna"
    assert "did you mean Ghana?" in outcome.err


def test_agenda(w: Path, nameplate: Run) -> None:
    rows = nameplate("agenda", w, "--json").json
    assert all(list(row) == ["number", "title", "track", "pulled", "statements"] for row in rows)
    assert [row["number"] for row in rows] == [str(n) for n in range(1, 12)]
    tracks = {row["number"]: row["track"] for row in rows if row["track"]}
    assert tracks == {"6": "poa", "7": "iti", "8": "cooperation", "9": "other"}
    assert rows[10]["title"] == "Adoption of the report"
    nameplate("pull", w, "--item", "7", "BMS8/62", "BMS8/63")
    nameplate("statement", "new", w, "--item", "7")
    row = nameplate("agenda", w, "--json").json[6]
    assert (row["pulled"], row["statements"]) == (2, 1)
    said = nameplate("agenda", w).out
    assert "Next Biennial Meeting of States on small arms, New York" in said
    assert "ITI" in said


def test_items_can_be_added_edited_and_deleted(w: Path, nameplate: Run) -> None:
    assert nameplate("item", "add", w, "12", "Other business", "--json").json["track"] is None
    assert nameplate("item", "edit", w, "12", "--number", "9 bis", "--track", "other", "--json").json == {
        "number": "9 bis",
        "title": "Other business",
        "track": "other",
    }
    assert [row["number"] for row in nameplate("agenda", w, "--json").json][-1] == "9 bis"
    assert "already" in nameplate("item", "add", w, "7", "Twice").sentence
    assert "already" in nameplate("item", "edit", w, "9 bis", "--number", "8").sentence
    nameplate("pull", w, "--item", "9 bis", "BMS8/90")
    assert nameplate("item", "delete", w, "9 bis", "--json").json["pulled"] == 1
    assert "no agenda item 9 bis" in nameplate("item", "delete", w, "9 bis").sentence
    assert nameplate("item", "edit", w, "7").code == 2


def test_meeting(w: Path, nameplate: Run) -> None:
    row = nameplate("meeting", "show", w, "--json").json
    assert (row["name"], row["starts"], row["words_a_minute"]) == (
        "Next Biennial Meeting of States on small arms",
        None,
        110,
    )
    row = nameplate(
        *("meeting", "edit", w, "--name", "Tenth Biennial Meeting of States", "--starts", "2028-06-05"),
        *(
            "--ends",
            "2028-06-09",
            "--national-minutes",
            "4:30",
            "--group-minutes",
            "0",
            "--rate",
            "120",
            "--json",
        ),
    ).json
    assert row["when"] == "5–9 June 2028"
    assert (row["national_minutes"], row["group_minutes"], row["words_a_minute"]) == (4.5, 0, 120)
    said = nameplate("meeting", "show", w).out
    assert "4:30 for a State, none for a group" in said
    assert nameplate("meeting", "edit", w, "--starts", "", "--ends", "", "--json").json["when"] == ""


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--starts", "5 June", "not a date"),
        ("--ends", "2028-06-01", "before it starts"),
        ("--rate", "7", "words a minute"),
        ("--name", " ", "needs a name"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(
    w: Path, nameplate: Run, option: str, value: str, said: str
) -> None:
    nameplate("meeting", "edit", w, "--starts", "2028-06-05")
    before = nameplate("meeting", "show", w, "--json").json
    assert said in nameplate("meeting", "edit", w, option, value).sentence
    assert nameplate("meeting", "show", w, "--json").json == before


def test_wrong_usage_of_meeting(w: Path, nameplate: Run) -> None:
    assert nameplate("meeting", "edit", w).code == 2
    for wrong in ("-1", "x", "nan", "inf", "1:x"):
        assert nameplate("meeting", "edit", w, f"--national-minutes={wrong}").code == 2


def test_another_meeting_from_a_document(w: Path, nameplate: Run) -> None:
    nameplate("meeting", "new", w, "BMS8", "--name", "BMS10")
    nameplate("meeting", "edit", w, "--name", "A", "--starts", "2090-06-05")
    assert "RevCon3 holds no agenda" in nameplate("meeting", "new", w, "RevCon3", "--name", "X").sentence


def test_delegation(w: Path, nameplate: Run) -> None:
    row = nameplate(
        *(
            "delegation",
            "edit",
            w,
            "--state",
            "Cote d'Ivoire",
            "--mission",
            "Permanent Mission of Côte d'Ivoire",
        ),
        *("--speaker", "Ama Mensah", "--title", "Counsellor", "--group", "African Group", "--json"),
    ).json
    assert row["state"] == "Côte d'Ivoire"
    assert nameplate("delegation", "show", w, "--json").json == row
    assert "Ama Mensah" in nameplate("delegation", "show", w).out
    outcome = nameplate("delegation", "edit", w, "--state", "European Union")
    assert outcome.code == 0
    assert "not the name of a State" in outcome.err
    assert nameplate("delegation", "edit", w).code == 2
