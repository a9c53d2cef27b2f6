"""The verbs for what words mean and what paragraphs are about: thesaurus and topics."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from core.documents import LANGUAGES
from desktop.commands.arguments import Verbs, add_author, line, read_words
from desktop.commands.opening import reading, writing
from desktop.commands.output import Output

_BETWEEN = re.compile(r"\s*[,،、，]\s*")
_USES = {
    "term": "terms of people and texts alike",
    "say": "terms of people alone: understood, never looked for",
    "find": "terms of texts alone: looked for, never understood",
    "name": "proper names, whose words mean nothing by themselves",
    "drop": "terms that do not hold",
}


def add_verbs(verbs: Verbs) -> None:
    """Offers topics and thesaurus."""
    about = verbs.add("topics", topics, "list the topics, or show and correct those of a paragraph")
    about.add_argument("reference", nargs="*", type=line, metavar="REF", help="such as BMS8/62")
    _add_list(about, "--add", "TOPIC", "give it this topic")
    _add_list(about, "--remove", "TOPIC", "take this topic from it")
    about.add_argument("--reset", action="store_true", help="take back what was corrected before")
    add_author(about)
    group = verbs.group("thesaurus", "what words mean: list, show, add, remove, export, import")
    listed = group.add("list", show_list, "list the concepts")
    listed.add_argument("--own", action="store_true", help="those alone of which something is written here")
    _add_concept(group.add("show", show, "show a concept with all its words"))
    added = group.add("add", add, "add words to a concept, or make a new one")
    _add_concept(added)
    added.add_argument("--label", type=line, default="", metavar="WORDS", help="what it is called")
    for use, told in _USES.items():
        _add_list(added, f"--{use}", "TERMS", told)
    added.add_argument("--language", choices=tuple(LANGUAGES), default="en", help="of these terms (en)")
    _add_list(added, "--topic", "TOPIC", "what paragraphs that say it are about")
    _add_list(added, "--up", "CONCEPT", "a broader concept")
    _add_list(added, "--near", "CONCEPT", "a related concept")
    add_author(added)
    removed = group.add("remove", remove, "take away what is written of a concept here")
    _add_concept(removed)
    add_author(removed)
    exported = group.add("export", export, "write the own concepts into a text file, for a colleague")
    exported.add_argument("file", type=Path, metavar="FILE", help="the file to write")
    imported = group.add("import", take_in_list, "take in a colleague's list, together with what is here")
    imported.add_argument("file", metavar="FILE", help="the text file (- for standard input)")
    add_author(imported)


def _add_concept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("concept", type=line, metavar="CONCEPT", help="its name, such as ghost-guns")


def _add_list(parser: argparse.ArgumentParser, option: str, metavar: str, told: str) -> None:
    parser.add_argument(option, action="append", type=line, default=[], metavar=metavar, help=told)


def _listed(given: list[str]) -> list[str]:
    """What was given in several options, or in one with commas."""
    return [each for value in given for each in _BETWEEN.split(value) if each]


def topics(args: argparse.Namespace, out: Output) -> int:
    """Lists the topics, or those of a paragraph, after correcting them if that is asked for."""
    from desktop.library.topic_jobs import correct_topics, topic_rows, topics_row

    add, remove = _listed(args.add), _listed(args.remove)
    writes = bool(add or remove or args.reset)
    if not args.reference:
        if writes:
            args.parser.error("name the paragraph whose topics are to be corrected, such as BMS8/62")
        with reading(args):
            rows = topic_rows()
        if out.as_json:
            out.json(rows)
        else:
            out.table(("Topic", "Called"), [(row["topic"], row["label"]) for row in rows])
        return 0
    with (writing if writes else reading)(args) as work:
        located = work.library.one(" ".join(args.reference))
        found = (
            correct_topics(work, located, add=add, remove=remove, reset=args.reset)
            if writes
            else work.topics.of(located)
        )
    if out.as_json:
        out.json(topics_row(located, found))
        return 0
    told = ", ".join(topic.label + (" (added)" if topic in found.added else "") for topic in found.topics)
    out.text(f"{located.reference}: {told or 'no topic'}.", hang=2)
    if found.removed:
        out.text(f"Removed: {', '.join(topic.label for topic in found.removed)}.", hang=2)
    return 0


def show_list(args: argparse.Namespace, out: Output) -> int:
    """Lists concepts; having written none is an answer."""
    from desktop.thesaurus.jobs import concept_rows

    with reading(args) as work:
        rows = concept_rows(work, own=args.own)
    if out.as_json:
        out.json(rows)
    elif not rows:
        out.say("No concept was written in this workspace.")
    else:
        table = [(row["concept"], row["origin"], ", ".join(row["topics"]), row["label"]) for row in rows]
        out.table(("Concept", "From", "Topics", "Called"), table)
    return 0


def show(args: argparse.Namespace, out: Output) -> int:
    """Shows a concept."""
    from desktop.thesaurus.jobs import concept_row

    with reading(args) as work:
        row = concept_row(work, args.concept)
    return _print_concept(row, out)


def add(args: argparse.Namespace, out: Output) -> int:
    """Adds to a concept and shows it."""
    from desktop.thesaurus.jobs import add_to_concept, concept_row

    terms = {use: _listed(getattr(args, use)) for use in ("term", "say", "find", "name")}
    if not any((*terms.values(), args.label, args.drop, args.topic, args.up, args.near)):
        args.parser.error("say something of the concept: --term, --say, --find, --name, --label, --topic …")
    with writing(args) as work:
        add_to_concept(
            work,
            args.concept,
            label=args.label,
            topics=_listed(args.topic),
            broader=_listed(args.up),
            related=_listed(args.near),
            terms=terms,
            dropped=_listed(args.drop),
            language=args.language,
        )
        row = concept_row(work, args.concept)
    return _print_concept(row, out)


def remove(args: argparse.Namespace, out: Output) -> int:
    """Takes away what was written of a concept."""
    with writing(args) as work:
        work.thesaurus.remove(args.concept)
        kept = work.thesaurus.is_of_program(args.concept)
    if out.as_json:
        out.json({"concept": args.concept, "origin": "program" if kept else None})
    elif kept:
        out.text(f"“{args.concept}” is again as it came with the program.")
    else:
        out.text(f"Took “{args.concept}” out of the thesaurus.")
    return 0


def export(args: argparse.Namespace, out: Output) -> int:
    """Writes the own concepts into a file."""
    from desktop.thesaurus.jobs import hand_on

    with reading(args) as work:
        count = hand_on(work, args.file)
    if out.as_json:
        out.json({"file": str(args.file), "concepts": count})
    else:
        out.exact(f"Wrote {count} concept{'' if count == 1 else 's'} to {args.file}.")
    return 0


def take_in_list(args: argparse.Namespace, out: Output) -> int:
    """Takes in a list, all of it or nothing."""
    from desktop.thesaurus.jobs import take_in

    text = read_words(args.file)
    name = "standard input" if args.file == "-" else f"“{Path(args.file).name}”"
    with writing(args) as work:
        taken = [own.concept for own in take_in(work, text, name)]
    if out.as_json:
        out.json({"concepts": taken})
    else:
        out.text(f"Took in {', '.join(taken)}.", hang=2)
    return 0


def _print_concept(row: dict[str, Any], out: Output) -> int:
    if out.as_json:
        out.json(row)
        return 0
    origin = "" if row["own"] is None else " · words of your own"
    out.heading(f"{row['concept']} · {row['label']}{origin}")
    for key, title in (
        ("topics", "Topics"),
        ("broader", "Broader"),
        ("narrower", "Narrower"),
        ("related", "Related"),
    ):
        if row[key]:
            out.text(f"{title}: {', '.join(row[key])}", 2, 4)
    for key, title in (("say", "understood"), ("find", "looked for")):
        for language, terms in row[key].items():
            shown = ", ".join(term.removeprefix("=") for term in terms)
            out.text(f"{LANGUAGES.get(language, language)}, {title}: {shown}", 2, 4)
    if row["own"] is not None and row["own"]["dropped"]:
        out.text(f"Taken out: {', '.join(row['own']['dropped'])}", 2, 4)
    return 0
