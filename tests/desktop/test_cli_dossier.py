"""Pulling, the dossier and the record from the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.conftest import Run


def dossier(nameplate: Run, w: Path, item: str = "7") -> Any:
    return nameplate("dossier", "show", w, "--item", item, "--json").json


def refs(nameplate: Run, w: Path) -> list[str]:
    return [commitment["ref"] for commitment in dossier(nameplate, w)["commitments"]]


def test_pull(w: Path, nameplate: Run) -> None:
    row = nameplate("pull", w, "--item", "7", "BMS8/62", "revcon3 III, 10", "BMS8/62", "--json").json
    assert row == {"item": "7", "pulled": ["BMS8/62", "RevCon3/III.10"], "already": []}
    row = nameplate("pull", w, "--item", "7", "BMS8/63", "BMS8/62", "--json").json
    assert row == {"item": "7", "pulled": ["BMS8/63"], "already": ["BMS8/62"]}
    assert refs(nameplate, w) == ["BMS8/62", "RevCon3/III.10", "BMS8/63"]


@pytest.mark.parametrize("bad", ["BMS8/999", "nonsense", "BMS8/agenda.7", "BMS9/3"])
def test_one_bad_reference_refuses_all(w: Path, nameplate: Run, bad: str) -> None:
    assert bad in nameplate("pull", w, "--item", "7", "BMS8/62", bad, "BMS8/63").sentence
    assert refs(nameplate, w) == []


def test_pulling_into_no_item_is_refused(w: Path, nameplate: Run) -> None:
    assert "no agenda item 99" in nameplate("pull", w, "--item", "99", "BMS8/62").sentence
    assert nameplate("pull", w, "BMS8/62").code == 2


def test_a_dossier_is_written(w: Path, nameplate: Run, tmp_path: Path) -> None:
    nameplate("pull", w, "--item", "7", "BMS8/62", "BMS8/63", "BMS8/64")
    nameplate("dossier", "stance", w, "--item", "7", "BMS8/63", "bms8 64", "--as", "propose-change")
    nameplate("dossier", "note", w, "--item", "7", "--on", "BMS8/63", "--text", "Ask the capital.")
    nameplate("dossier", "note", w, "--item", "7", "--text", "Our item.")
    nameplate("dossier", "brief", w, "--item", "7", "--file", "-", stdin="What is at stake.\r\n")
    points = tmp_path / "points.txt"
    points.write_text("Mark polymer frames.\n\n Trace within days. \n", encoding="utf-8-sig")
    nameplate("dossier", "points", w, "--item", "7", "--file", points)
    row = dossier(nameplate, w)
    assert (row["item"], row["track"], row["brief"], row["note"]) == (
        "7",
        "iti",
        "What is at stake.\n",
        "Our item.",
    )
    assert row["talking_points"] == ["Mark polymer frames.", "Trace within days."]
    assert [(each["ref"], each["stance"], each["note"]) for each in row["commitments"]] == [
        ("BMS8/62", "cite", ""),
        ("BMS8/63", "propose change", "Ask the capital."),
        ("BMS8/64", "propose change", ""),
    ]
    said = nameplate("dossier", "show", w, "--item", "7").out
    for needed in ("Private note: Ask the capital.", "BMS8/63 · propose change", "• Mark polymer frames."):
        assert needed in said
    nameplate("dossier", "points", w, "--item", "7", "--point", "Only this.")
    assert dossier(nameplate, w)["talking_points"] == ["Only this."]


def test_commitments_are_moved_and_taken_out(w: Path, nameplate: Run) -> None:
    nameplate("pull", w, "--item", "7", "BMS8/62", "BMS8/63", "BMS8/64")
    nameplate("dossier", "move", w, "--item", "7", "BMS8/64", "--before", "BMS8/62")
    assert refs(nameplate, w) == ["BMS8/64", "BMS8/62", "BMS8/63"]
    nameplate("dossier", "move", w, "--item", "7", "BMS8/64", "--last")
    assert refs(nameplate, w) == ["BMS8/62", "BMS8/63", "BMS8/64"]
    assert nameplate("dossier", "move", w, "--item", "7", "BMS8/64").code == 2
    assert "not among" in nameplate("dossier", "unpull", w, "--item", "7", "BMS8/62", "BMS8/70").sentence
    assert len(refs(nameplate, w)) == 3
    nameplate("dossier", "unpull", w, "--item", "7", "BMS8/62", "BMS8/64")
    assert refs(nameplate, w) == ["BMS8/63"]


def test_an_empty_dossier_is_shown_as_one(w: Path, nameplate: Run) -> None:
    assert "Nothing is pulled" in nameplate("dossier", "show", w, "--item", "6").out


def test_the_record_of_ghana(w: Path, nameplate: Run) -> None:
    row = nameplate("record", w, "--state", "ghana", "--json").json
    assert list(row) == ["state", "item", "interventions", "reports", "officers"]
    assert row["state"] == "Ghana"
    assert [(each["items"], each["on_behalf"]) for each in row["interventions"]] == [
        (["6"], ""),
        (["7"], "also on behalf of Economic Community of West African States"),
        (["9"], ""),
    ]
    assert [(each["sitting"], each["date"]) for each in row["interventions"]] == [
        (1, "27 June 2022"),
        (4, "28 June 2022"),
        (7, "30 June 2022"),
    ]
    assert [each["ref"] for each in row["reports"]] == ["BMS8/report.15"]
    assert [each["office"] for each in row["officers"]] == ["Vice-Chair"]
    only = nameplate("record", w, "--state", "Ghana", "--item", "7", "--json").json
    assert [each["ref"] for each in only["interventions"]] == ["BMS8/report.18"]


@pytest.mark.parametrize(
    "name", ["Turkey", "Türkiye", "turkiye", "Islamic Republic of Iran", "Iran (Islamic Republic of)", "USA"]
)
def test_a_state_goes_by_any_of_its_names(w: Path, nameplate: Run, name: str) -> None:
    row = nameplate("record", w, "--state", name, "--json").json
    assert row["interventions"]
    assert {each["party"] for each in row["interventions"]} == {row["state"]}


def test_a_state_that_did_nothing_has_an_empty_record(w: Path, nameplate: Run) -> None:
    row = nameplate("record", w, "--state", "Tuvalu", "--json").json
    assert (row["interventions"], row["reports"], row["officers"]) == ([], [], [])
    outcome = nameplate("record", w, "--state", "Tuvalu")
    assert (outcome.code, outcome.out) == (0, "Nothing is on record of Tuvalu.\n")


def test_an_unknown_state_is_refused_with_the_nearest_names(w: Path, nameplate: Run) -> None:
    assert "did you mean Ghana?" in nameplate("record", w, "--state", "Gahna").sentence
    assert "Atlantis" in nameplate("record", w, "--state", "Atlantis").sentence
    assert nameplate("record", w, "--state", " ").code == 1


def test_groups_and_organizations_have_a_record_too(w: Path, nameplate: Run) -> None:
    arab = nameplate("record", w, "--state", "Arab Group", "--json").json
    assert {each["party"] for each in arab["interventions"]} == {"Egypt", "Mauritania"}
    union = nameplate("record", w, "--state", "european union", "--json").json
    assert len(union["interventions"]) >= 3
    assert nameplate("record", w, "--state", "ICRC", "--json").json["interventions"]
    assert nameplate("record", w, "--state", "INTERPOL", "--json").json["reports"]


def test_the_record_of_an_item_is_that_of_its_track(w: Path, nameplate: Run) -> None:
    nameplate("item", "edit", w, "7", "--number", "5(b)")
    row = nameplate("record", w, "--item", "5(b)", "--json").json
    assert all("7" in each["items"] for each in row["interventions"])
    assert (row["reports"], row["officers"]) == ([], [])
    assert len(row["interventions"]) > 25
    said = " ".join(nameplate("record", w, "--item", "5(b)").out.split())
    assert "Ghana (also on behalf of Economic Community of West African States)" in said


def test_the_whole_record_is_shown(w: Path, nameplate: Run) -> None:
    row = nameplate("record", w, "--json").json
    assert len(row["reports"]) > 80
    said = nameplate("record", w).out
    for needed in (
        "BMS8: Eighth Biennial Meeting of States",
        "Spoke",
        "Reported",
        "Presided",
        "Enrique Manalo",
    ):
        assert needed in said


@pytest.mark.parametrize(
    ("names", "least"),
    [
        (("ECOWAS", "Economic Community of West African States"), 2),
        (("Arab Group", "the Group of Arab States"), 4),
        (("EU", "European Union"), 3),
        (("CARICOM", "Caribbean Community"), 1),
    ],
)
def test_a_party_has_one_record_under_all_its_names(
    w: Path, nameplate: Run, names: tuple[str, ...], least: int
) -> None:
    records = [nameplate("record", w, "--state", name, "--json").json for name in names]
    assert all(record == records[0] for record in records)
    assert len(records[0]["interventions"]) >= least
    if names[0] == "ECOWAS":
        assert "Ghana" in {each["party"] for each in records[0]["interventions"]}
