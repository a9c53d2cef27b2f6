"""The suggestions for an item as rows of a list: by topic, each topic with its best first."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping

from core.suggestions import Suggestion, TopicGroup
from desktop.dossier.offer_list import DISMISS, PULL, TAKE_BACK
from desktop.dossier.suggesting import Offer
from desktop.widgets.paragraph_model import Row
from desktop.widgets.row_actions import Action

FIRST = 3
"""How many of a topic are shown before "more" is asked for."""
_OPEN_AT_FIRST = 4
_OFFERED = (Action(PULL, "Pull"), Action(DISMISS, "Not relevant"))
_ASIDE = (Action(TAKE_BACK, "Take back"),)
_USED, _NOT_RELEVANT, _MORE = "used", "not relevant", "more "


class Folds:
    """Which groups are open: the first few topics, unless the delegate said otherwise."""

    def __init__(self) -> None:
        """Nobody said anything yet."""
        self._said: dict[str, bool] = {}

    def turn(self, key: str, rows: Collection[Row]) -> None:
        """Opens a group that is folded in these rows, folds one that is open."""
        self._said[key] = not any(row.opens == key and row.is_open for row in rows)

    def is_open(self, key: str, *, at_first: bool = False) -> bool:
        """Whether a group is open."""
        return self._said.get(key, at_first)

    def forget(self) -> None:
        """Another item was opened."""
        self._said.clear()


def offer_rows(
    offer: Offer, gone: Collection[uuid.UUID], folds: Folds, kept: uuid.UUID | None = None
) -> list[Row]:
    """What is offered as rows, without the paragraphs that were just acted on.

    The paragraph that is ``kept`` is shown where its topic is open, however many are before it.
    """
    groups = _without(offer, gone)
    rows: list[Row] = []
    count = sum(len(found) for found in groups.values())
    if count:
        rows.append(Row(caption=f"SUGGESTED FOR THIS ITEM  {count}"))
    for nth, (group, found) in enumerate(groups.items()):
        key = f"topic {group.topic.id}"
        is_open = folds.is_open(key, at_first=nth < _OPEN_AT_FIRST)
        rows.append(Row(caption=group.topic.label, because=str(len(found)), opens=key, is_open=is_open))
        if is_open:
            rows += _opened(group, found, folds, kept)
    used = [each for each in offer.used if each.located.paragraph.id not in gone]
    rows += _folded(_USED, "In your statement", [_row(each) for each in used], folds)
    aside = [
        Row(each.located, missing="" if each.located else each.dismissal.reference, actions=_ASIDE)
        for each in offer.aside
        if each.dismissal.paragraph_id not in gone
    ]
    rows += _folded(_NOT_RELEVANT, "Not relevant", aside, folds)
    return rows


def _without(offer: Offer, gone: Collection[uuid.UUID]) -> Mapping[TopicGroup, list[Suggestion]]:
    groups = {
        group: [each for each in group.suggestions if each.located.paragraph.id not in gone]
        for group in offer.groups
    }
    return {group: found for group, found in groups.items() if found}


def _opened(group: TopicGroup, found: list[Suggestion], folds: Folds, kept: uuid.UUID | None) -> list[Row]:
    key = f"{_MORE}{group.topic.id}"
    first = found[:FIRST] + [each for each in found[FIRST:] if each.located.paragraph.id == kept]
    rest = len(found) - len(first)
    if rest <= 1 and not folds.is_open(key):
        return [_row(each) for each in found]
    if folds.is_open(key):
        fewer = Row(caption="Fewer", opens=key, is_open=True)
        return [*(_row(each) for each in found), fewer]
    more = Row(caption=f"{rest} more", because=f"on {_as_said(group.topic.label)}", opens=key)
    return [*(_row(each) for each in first), more]


def _folded(key: str, caption: str, inside: list[Row], folds: Folds) -> list[Row]:
    if not inside:
        return []
    is_open = folds.is_open(key)
    head = Row(caption=caption, because=str(len(inside)), opens=key, is_open=is_open)
    return [head, *inside] if is_open else [head]


def _row(each: Suggestion) -> Row:
    return Row(each.located, because=each.because, actions=_OFFERED)


def _as_said(label: str) -> str:
    """A topic's name in mid-sentence: names of the field keep their capitals."""
    return label if label.startswith("United") else label[0].lower() + label[1:]
