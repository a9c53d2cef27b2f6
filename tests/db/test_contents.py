"""Core dataclasses as JSON data: there and back, and strict on the way back."""

from __future__ import annotations

import json
import math
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.agenda import AgendaItem, Delegation, Meeting
from core.briefing_pack import Pack, PackPart, PackSettings
from core.commitments import Dismissal, Dossier, Pull
from core.meaning.thesaurus import OwnConcept
from core.meaning.topics import TopicCorrection
from core.statements import Statement
from db.contents import KINDS, Written, from_content, from_row, identity, to_content, to_row

names = st.lists(st.text()).map(tuple)
terms = st.dictionaries(st.text(), names)
finite = st.floats(allow_nan=False, allow_infinity=False)
written = st.one_of(
    st.builds(Delegation),
    st.builds(Meeting, national_minutes=finite, group_minutes=finite),
    st.builds(AgendaItem),
    st.builds(Dossier, talking_points=st.lists(st.text()).map(tuple)),
    st.builds(Pull),
    st.builds(Statement, minutes=st.none() | finite),
    st.builds(
        Pack,
        item_ids=st.lists(st.uuids()).map(tuple),
        settings=st.builds(PackSettings, parts=st.lists(st.sampled_from(PackPart)).map(tuple)),
    ),
    st.builds(
        OwnConcept,
        topics=names,
        broader=names,
        related=names,
        said=terms,
        written=terms,
        names=terms,
        dropped=names,
    ),
    st.builds(TopicCorrection, added=names, removed=names),
    st.builds(Dismissal),
)


@given(written)
def test_content_comes_back_through_json(thing: Written) -> None:
    entity, _ = identity(thing)
    assert from_content(KINDS[entity], json.loads(json.dumps(to_content(thing)))) == thing


@given(written)
def test_a_row_comes_back(thing: Written) -> None:
    assert from_row(type(thing), to_row(thing)) == thing


PULL = to_content(Pull(uuid.UUID(int=1), uuid.UUID(int=2), uuid.UUID(int=3), "BMS8/62"))
CONCEPT = to_content(OwnConcept(uuid.UUID(int=1), "ghost-guns", said={"en": ("kit gun",)}))
MEETING = to_content(Meeting(uuid.UUID(int=1), "BMS10"))


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (Pull, PULL | {"colour": "red"}),
        (Pull, {key: value for key, value in PULL.items() if key != "reference"}),
        (Pull, PULL | {"note": None}),
        (Pull, PULL | {"note": 3}),
        (Pull, PULL | {"stance": "adore"}),
        (Pull, PULL | {"id": "not an id"}),
        (Pull, PULL | {"id": 7}),
        (Pull, [PULL]),
        (OwnConcept, CONCEPT | {"said": ["kit gun"]}),
        (OwnConcept, CONCEPT | {"said": {"en": "kit gun"}}),
        (OwnConcept, CONCEPT | {"said": {"en": ["kit gun", 3]}}),
        (OwnConcept, CONCEPT | {"said": {7: ["kit gun"]}}),
        (OwnConcept, CONCEPT | {"dropped": "kit gun"}),
        (Meeting, MEETING | {"words_a_minute": True}),
        (Meeting, MEETING | {"words_a_minute": 110.0}),
        (Meeting, MEETING | {"national_minutes": math.inf}),
        (Meeting, MEETING | {"national_minutes": "5"}),
        (Meeting, MEETING | {"starts": "tomorrow"}),
        (Dossier, {"item_id": str(uuid.UUID(int=1)), "talking_points": "one"}),
        (Dossier, {"item_id": str(uuid.UUID(int=1)), "talking_points": ["one", 2]}),
        (
            Pack,
            {
                "id": str(uuid.UUID(int=1)),
                "meeting_id": str(uuid.UUID(int=2)),
                "name": "P",
                "item_ids": [],
                "settings": 1,
            },
        ),
    ],
)
def test_what_is_not_to_the_letter_is_refused(kind: type, content: Any) -> None:
    with pytest.raises(ValueError):
        from_content(kind, content)


def test_a_field_that_was_added_later_takes_its_default() -> None:
    old = {key: value for key, value in PULL.items() if key not in ("note", "rank", "stance")}
    assert from_content(Pull, old) == from_content(Pull, PULL)


def test_a_whole_number_is_good_enough_for_minutes() -> None:
    assert from_content(Meeting, MEETING | {"national_minutes": 5}).national_minutes == 5.0
