"""The verbs for the file itself: new, copy, verify."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.commands.arguments import Verbs, add_author, line
from desktop.commands.opening import best_opened
from desktop.commands.output import Output
from desktop.library.jobs import document_rows
from desktop.meeting.jobs import agenda, meeting_row, new_workspace, state_doubt
from desktop.sharing.jobs import save_copy


def add_new(verbs: Verbs) -> None:
    """Offers new."""
    made = verbs.add(
        "new", new, "make a workspace with the reference library and the BMS8 agenda as template"
    )
    made.add_argument("--state", type=line, default="", metavar="NAME", help="the State that you speak for")
    add_author(made)


def add_verbs(verbs: Verbs) -> None:
    """Offers copy and verify."""
    copied = verbs.add("copy", copy, "save a complete copy of a workspace, private notes and all")
    copied.add_argument(
        "target", type=Path, metavar="COPY.db", help="where the copy goes; there must be none yet"
    )
    verbs.add("verify", verify, "check a workspace from end to end")


def new(args: argparse.Namespace, out: Output) -> int:
    """Makes a workspace and says what is in it."""
    with (
        new_workspace(args.workspace, author=args.author, state=args.state) as workspace,
        workspace.read() as work,
    ):
        documents = document_rows(work)
        meeting, items = work.meetings.current(), agenda(work)
        state = work.meetings.delegation().state
    if doubt := state_doubt(state):
        out.say(doubt)
    if out.as_json:
        out.json(
            {
                "workspace": str(args.workspace),
                "state": state,
                "documents": documents,
                "meeting": meeting_row(meeting),
                "items": len(items),
            }
        )
        return 0
    out.exact(f"Made {args.workspace}: {meeting.name}, with {len(items)} agenda items.")
    for document in documents:
        name = document["short"] or document["symbol"]
        out.text(f"{name}: {document['paragraphs']} numbered paragraphs ({document['standing']})", 2, 4)
    return 0


def copy(args: argparse.Namespace, out: Output) -> int:
    """Saves a copy."""
    with best_opened(args.workspace) as workspace:
        target = save_copy(workspace, args.target)
    if out.as_json:
        out.json({"workspace": str(args.workspace), "copy": str(target)})
    else:
        out.exact(f"Saved a copy of {args.workspace} as {target}. It holds everything, private notes too.")
    return 0


def verify(args: argparse.Namespace, out: Output) -> int:
    """Checks a workspace; 1 if anything is wrong with it."""
    with best_opened(args.workspace) as workspace:
        problems = workspace.verify()
    if out.as_json:
        out.json({"workspace": str(args.workspace), "findings": problems})
    elif problems:
        for problem in problems:
            out.text(problem, hang=2)
    else:
        out.exact(f"{args.workspace} is sound.")
    return 1 if problems else 0
