"""The verb for what matters for an agenda item: suggest."""

from __future__ import annotations

import argparse

from desktop.commands.arguments import Verbs, add_item, whole_number
from desktop.commands.opening import reading
from desktop.commands.output import Output
from desktop.dossier.suggesting import suggest, suggestion_rows


def add_verbs(verbs: Verbs) -> None:
    """Offers suggest."""
    suggested = verbs.add(
        "suggest", suggest_commitments, "suggest commitments that matter for an agenda item, and say why"
    )
    add_item(suggested)
    suggested.add_argument(
        "--limit", type=whole_number, default=20, metavar="N", help="how many at most (20)"
    )


def suggest_commitments(args: argparse.Namespace, out: Output) -> int:
    """Suggests commitments by what is written for an item; that there are none is an answer."""
    with reading(args) as work:
        item = work.meetings.item(args.item)
        offer = suggest(work, item)
    if out.as_json:
        out.json(suggestion_rows(offer, args.limit))
        return 0
    if not offer.best:
        out.say(f"Nothing is suggested for item {item.number}; write in its brief what it is about.")
    shown = set(offer.best[: args.limit])
    for group in offer.groups:
        found = [each for each in group.suggestions if each in shown]
        if found:
            out.heading(group.topic.label)
        for each in found:
            out.text()
            out.text(f"{each.located.reference} · {each.because}", 2, 4)
            out.text(each.located.paragraph.text, 4)
        if found:
            out.text()
    if offer.aside:
        out.text(f"Not relevant: {', '.join(each.dismissal.reference for each in offer.aside)}.", hang=2)
    return 0
