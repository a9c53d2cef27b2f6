"""Which resolution was adopted from a draft, told from heads."""

from __future__ import annotations

import datetime as dt

import pytest

from core.comparing.adoption import adopted_from, drafts_of, session_of, title_key
from core.documents import DocumentHead
from tests.desktop.in_languages import document

TREATY = "The Arms Trade Treaty"


def head(
    symbol: str, title: str = TREATY, *, item: str = "99 (y)", day: dt.date | None = None
) -> DocumentHead:
    made = document(symbol, title=title, date=day)
    fields = {name: getattr(made, name) for name in DocumentHead.__dataclass_fields__}
    return DocumentHead(**{**fields, "agenda_item": item})


def test_a_draft_became_the_resolution_of_its_session_with_its_title() -> None:
    draft, adopted = head("A/C.1/80/L.9"), head("A/RES/80/46")
    others = [
        head("A/RES/79/52"),
        head("A/RES/80/47", "Women, disarmament and non-proliferation"),
        head("A/HRC/RES/80/4"),
    ]
    assert adopted_from(draft, [*others, adopted, draft]) == adopted
    assert drafts_of(adopted, [*others, adopted, draft]) == (draft,)


def test_the_last_revision_of_a_draft_comes_first() -> None:
    drafts = [head(f"A/C.1/80/L.9{end}") for end in ("", "/Rev.2", "/Rev.1")]
    found = drafts_of(head("A/RES/80/46"), drafts)
    assert [each.symbol for each in found] == ["A/C.1/80/L.9/Rev.2", "A/C.1/80/L.9/Rev.1", "A/C.1/80/L.9"]


def test_none_is_said_where_two_would_fit() -> None:
    draft = head("A/C.1/80/L.9")
    assert adopted_from(draft, [head("A/RES/80/46"), head("A/RES/80/47")]) is None
    assert drafts_of(head("A/RES/80/46"), [draft, head("A/C.1/80/L.51")]) == ()


@pytest.mark.parametrize(
    ("draft", "adopted"),
    [
        ("A/HRC/50/L.3", "A/RES/50/3"),  # another organ's
        ("A/C.1/80/L.9", "A/C.1/80/L.10"),
        ("A/C.1/80/L.9/Corr.1", "A/RES/80/46"),
        ("A/C.1/80/L.9/Add.1", "A/RES/80/46"),
        ("A/C.1/80/CRP.1", "A/RES/80/46"),
        ("S/2017/1003", "S/RES/2370 (2017)"),
    ],
)
def test_what_was_not_adopted_from_it(draft: str, adopted: str) -> None:
    assert adopted_from(head(draft), [head(adopted)]) is None


@pytest.mark.parametrize(
    ("draft", "adopted"),
    [
        ("A/80/L.5", "A/RES/80/46"),
        ("E/2023/L.5", "E/RES/2023/5"),
        ("E/CN.15/2023/L.5", "E/RES/2023/5"),
        ("A/HRC/50/L.3", "A/HRC/RES/50/2"),
        ("A/ES-11/L.1", "A/RES/ES-11/1"),
        ("A/C.1/74/L.5", "A/DEC/74/552"),
    ],
)
def test_drafts_of_other_organs(draft: str, adopted: str) -> None:
    assert adopted_from(head(draft), [head(adopted)]) is not None


def test_items_and_dates_that_contradict_each_other() -> None:
    draft = head("A/C.1/80/L.9", day=dt.date(2025, 10, 8))
    assert adopted_from(draft, [head("A/RES/80/46", item="98 (y)")]) is None
    assert adopted_from(draft, [head("A/RES/80/46", item="")]) is not None
    assert adopted_from(draft, [head("A/RES/80/46", day=dt.date(2025, 1, 1))]) is None
    assert adopted_from(draft, [head("A/RES/80/46", day=dt.date(2025, 12, 1))]) is not None


def test_titles_and_sessions() -> None:
    assert title_key("Draft resolution II: The  Arms-Trade Treaty") == title_key("The arms trade treaty")
    assert [session_of(each) for each in ("A/C.1/80/L.9", "A/RES/80/46", "A/RES/3363 (XXX)", "BMS8")] == [
        "80",
        "80",
        "",
        "",
    ]
