"""What the window and the command line both do with statements."""

import subprocess
import sys

import pytest

from core.errors import NameplateError
from core.statements import Capacity, Stage
from db.work import Work
from desktop.meeting.jobs import edit_delegation
from desktop.statement.jobs import edit_statement, new_statement, statement_rows


def test_a_new_statement_has_the_usual_opening_and_title(work: Work) -> None:
    item = work.meetings.item("7")
    edit_delegation(work, group="African Group")
    national = new_statement(work, item)
    assert national.title == "National statement"
    assert national.group == "African Group"
    assert "Ghana aligns itself" in national.text
    group = new_statement(work, item, capacity=Capacity.GROUP, group="Arab Group")
    assert group.title == "Statement on behalf of Arab Group"
    assert "on behalf of the Arab Group" in group.text
    assert [each.id for each in work.statements.of_item(item.id)] == [national.id, group.id]


def test_a_text_that_is_given_is_kept_to_the_letter(work: Work) -> None:
    statement = new_statement(work, work.meetings.item("7"), "Ours", text="Chair,\nthank you.\n")
    assert work.statements.statement(statement.id).text == "Chair,\nthank you.\n"
    assert new_statement(work, work.meetings.item("7"), text="").text == ""


def test_only_what_is_given_is_changed(work: Work) -> None:
    before = new_statement(work, work.meetings.item("7"), "Ours", text="one")
    after = edit_statement(work, before.id, text="two", stage=Stage.FINAL, minutes=3)
    assert (after.title, after.text, after.stage, after.minutes) == ("Ours", "two", Stage.FINAL, 3)
    assert edit_statement(work, before.id, group="").group == ""


def test_a_statement_that_is_gone_is_refused_in_a_sentence(work: Work) -> None:
    gone = new_statement(work, work.meetings.item("7"))
    work.statements.delete(gone.id)
    with pytest.raises(NameplateError, match="deleted"):
        edit_statement(work, gone.id, text="x")


def test_rows_tell_words_and_time_of_what_is_delivered(work: Work) -> None:
    item = work.meetings.item("7")
    text = "# Heading\n\n" + "word " * 110 + "[@BMS8, para. 62]\n\n::: private\nnot said\n:::\n"
    statement = new_statement(work, item, "Ours", text=text)
    assert statement_rows(work, item) == [
        {
            "id": str(statement.id),
            "item": "7",
            "title": "Ours",
            "capacity": "national",
            "group": "",
            "stage": "draft",
            "words": 110,
            "words_a_minute": 110,
            "seconds": 60,
            "limit_seconds": 300,
            "over": False,
        }
    ]
    assert statement_rows(work, work.meetings.item("8")) == []
    assert len(statement_rows(work)) == 1


def test_the_jobs_need_no_window() -> None:
    code = "import sys, desktop.statement.jobs; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
