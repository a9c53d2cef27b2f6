"""What words mean and what paragraphs are about, from the command line; and what is not relevant."""

from pathlib import Path

from tests.desktop.conftest import Run


def test_the_topics_are_listed(w: Path, nameplate: Run) -> None:
    rows = nameplate("topics", w, "--json").json
    assert rows[0] == {"topic": "marking", "label": "Marking"}
    assert "Border control" in nameplate("topics", w).out


def test_topics_of_a_paragraph_are_corrected(w: Path, nameplate: Run) -> None:
    before = nameplate("topics", w, "BMS8/62", "--json").json
    assert before["ref"] == "BMS8/62" and "marking" in before["topics"] and not before["added"]
    after = nameplate(
        "topics", w, "bms8", "62", "--add", "Gender, youth", "--remove", "marking", "--json"
    ).json
    assert (after["added"], after["removed"]) == (["gender", "youth"], ["marking"])
    assert nameplate("topics", w, "BMS8/62", "--json").json == after
    shown = nameplate("topics", w, "BMS8/62").out
    assert "Gender (added)" in shown and "Removed: Marking." in shown
    assert nameplate("topics", w, "BMS8/62", "--reset", "--json").json == before


def test_topics_that_cannot_be_corrected(w: Path, nameplate: Run) -> None:
    assert "There is no topic “quantum”" in nameplate("topics", w, "BMS8/62", "--add", "quantum").sentence
    assert "BMS8/999" in nameplate("topics", w, "BMS8/999").sentence
    wrong = nameplate("topics", w, "--add", "gender")
    assert wrong.code == 2 and "name the paragraph" in wrong.err


def test_a_concept_is_added_found_by_shown_and_removed(w: Path, nameplate: Run) -> None:
    added = nameplate(
        *("thesaurus", "add", w, "ghost-guns", "--label", "ghost guns", "--term", "kit gun, mail-order gun"),
        *("--say", "mystery gun", "--find", "privately-made", "--name", "Ghost Protocol"),
        *("--topic", "new-technologies", "--up", "privately-made", "--near", "polymer", "--json"),
    ).json
    assert added["find"] == {"en": ["kit gun", "mail-order gun", "privately-made", "Ghost Protocol"]}
    assert added["own"]["say"] == added["say"]
    french = nameplate(
        *("thesaurus", "add", w, "ghost-guns", "--say", "arme mystère", "--language", "fr", "--json")
    ).json
    assert french["say"] == added["say"] | {"fr": ["arme mystère"]}
    assert nameplate("thesaurus", "show", w, "ghost-guns", "--json").json == french
    assert "words of your own" in nameplate("thesaurus", "show", w, "ghost-guns").out
    assert [row["concept"] for row in nameplate("thesaurus", "list", w, "--own", "--json").json] == [
        "ghost-guns"
    ]
    found = nameplate("search", w, "mystery", "gun", "--json").json
    assert any("“mystery gun” also as" in sentence for row in found for sentence in row["because"])
    assert "Took “ghost-guns” out" in nameplate("thesaurus", "remove", w, "ghost-guns").out
    assert "no concept “ghost-guns”" in nameplate("thesaurus", "show", w, "ghost-guns").sentence


def test_a_concept_of_the_program_is_changed_and_set_back(w: Path, nameplate: Run) -> None:
    shown = nameplate("thesaurus", "show", w, "marking", "--json").json
    assert shown["own"] is None and shown["narrower"] is not None
    dropped = shown["say"]["en"][0]
    changed = nameplate("thesaurus", "add", w, "marking", "--drop", dropped, "--json").json
    assert dropped not in changed["say"]["en"] and changed["own"]["dropped"] == [dropped]
    (row,) = nameplate("thesaurus", "list", w, "--own", "--json").json
    assert row["origin"] == "changed"
    assert f"Taken out: {dropped}" in nameplate("thesaurus", "show", w, "marking").out
    assert nameplate("thesaurus", "remove", w, "marking", "--json").json == {
        "concept": "marking",
        "origin": "program",
    }
    assert nameplate("thesaurus", "show", w, "marking", "--json").json == shown


def test_all_concepts_are_listed(w: Path, nameplate: Run) -> None:
    rows = nameplate("thesaurus", "list", w, "--json").json
    assert len(rows) > 100 and {row["origin"] for row in rows} == {"program"}
    assert "No concept was written" in nameplate("thesaurus", "list", w, "--own").err


def test_a_list_goes_to_a_colleague(w: Path, tmp_path: Path, nameplate: Run) -> None:
    nameplate("thesaurus", "add", w, "ghost-guns", "--term", "kit gun", "--near", "polymer")
    nameplate("thesaurus", "add", w, "marking", "--say", "glowing numbers")
    own = nameplate("thesaurus", "list", w, "--own", "--json").json
    listed = tmp_path / "own.txt"
    assert "Wrote 2 concepts" in nameplate("thesaurus", "export", w, listed).out
    for concept in ("ghost-guns", "marking"):
        nameplate("thesaurus", "remove", w, concept)
    taken = nameplate("thesaurus", "import", w, listed, "--json").json
    assert taken == {"concepts": ["ghost-guns", "marking"]}
    assert nameplate("thesaurus", "list", w, "--own", "--json").json == own
    assert "Took in ghost-guns, marking." in nameplate("thesaurus", "import", w, listed).out


def test_what_cannot_stand_is_refused_and_nothing_is_written(w: Path, tmp_path: Path, nameplate: Run) -> None:
    refused = {
        ("add", w, "Ghost Guns", "--say", "gun"): "use small letters, digits and hyphens",
        ("add", w, "ghost-guns", "--term", "–"): "cannot be a term",
        ("add", w, "ghost-guns", "--up", "nowhere"): "There is no concept “nowhere”",
        ("add", w, "ghost-guns", "--topic", "nothing"): "There is no topic “nothing”",
        ("remove", w, "marking"): "comes with the program",
        ("remove", w, "ghost-guns"): "There is no own concept “ghost-guns”",
        ("import", w, tmp_path / "none.txt"): "There is no file",
        ("export", w, tmp_path / "nowhere" / "own.txt"): "nowhere",
    }
    for arguments, sentence in refused.items():
        assert sentence in nameplate("thesaurus", *arguments).sentence
    listed = tmp_path / "own.txt"
    listed.write_text("[a] a\nen: kit gun\n\nwrong\n", "utf-8")
    assert "Line 4 of “own.txt” cannot be read" in nameplate("thesaurus", "import", w, listed).sentence
    assert nameplate("thesaurus", "list", w, "--own", "--json").json == []
    for wrong in (("--say", "Waffe", "--language", "de"), ()):
        assert nameplate("thesaurus", "add", w, "ghost-guns", *wrong).code == 2


def test_what_is_not_relevant_is_noted_and_taken_back(w: Path, nameplate: Run) -> None:
    noted = nameplate("dismiss", w, "--item", "7", "BMS8/62", "bms8 63", "--json").json
    assert noted == {"item": "7", "dismissed": ["BMS8/62", "BMS8/63"]}
    assert "Not relevant to item 7: BMS8/63." in (
        nameplate("dismiss", w, "--item", "7", "BMS8/62", "--take-back").out
    )
    refusal = nameplate("dismiss", w, "--item", "7", "BMS8/62", "--take-back").sentence
    assert refusal == "“BMS8/62” was not dismissed for item 7; what was: BMS8/63."
    nameplate("dismiss", w, "--item", "7", "BMS8/63", "--take-back")
    assert "nothing was" in nameplate("dismiss", w, "--item", "7", "BMS8/63", "--take-back").sentence


def test_what_is_pulled_is_not_dismissed(w: Path, nameplate: Run) -> None:
    nameplate("dismiss", w, "--item", "7", "BMS8/62")
    nameplate("pull", w, "--item", "7", "BMS8/62")
    assert "BMS8/62 is pulled into item 7" in nameplate("dismiss", w, "--item", "7", "BMS8/62").sentence
    nameplate("dossier", "unpull", w, "--item", "7", "BMS8/62")
    assert nameplate("dismiss", w, "--item", "7", "BMS8/62", "--json").json["dismissed"] == ["BMS8/62"]
    assert "no agenda item 77" in nameplate("dismiss", w, "--item", "77", "BMS8/62").sentence
    assert "BMS8/999" in nameplate("dismiss", w, "--item", "7", "BMS8/999").sentence
